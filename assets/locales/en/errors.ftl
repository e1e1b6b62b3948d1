# What went wrong, and what to do. The name of the file stands in front where there is one.
error-named = “{ $name }”: { $reason }
error-system = The system says: { $reason }
file-not-found = there is no such file. Check the name.
file-no-folder = there is no such folder. Choose another place.
file-not-a-file = this is not a file. Choose a report file.
file-not-a-report = this is not a Rapporteur report. Choose a file that Rapporteur has written.
file-too-large = the file is larger than a report can be. Choose a report file.
file-already-exists = there is a file with this name already. Choose another name.
file-is-original = this is the damaged original. Save the recovered report under another name.
file-read-only = the file is read-only. Save a copy elsewhere.
file-locked = another program has the file open. Close it there, or open a copy.
file-recovered = the report was recovered from a damaged file. Save it under another name.
file-changed = another program has changed the file. Save this report under another name and compare the two.
file-moved = the file was moved, deleted or replaced. Save this report under another name.
file-disk-full = the disk is full. Free some space; saving goes on by itself.
file-too-long = the disk cannot hold a file of this length. Save to a disk with another file system.
file-no-permission = the system does not permit it. Check the rights to the file and its folder.
file-io = reading or writing failed ({ $reason }). Check the disk or the connection.
file-part = a part of the report cannot be used ({ $reason }). Add the photo again from the original.
file-too-many-parts = the report has too many parts. Take out some photos.
file-worn-out = this file has been saved too many times. Save the report under another name.
file-stopped = stopped. Nothing was changed.
text-newer = a newer version of Rapporteur wrote this report. Install that version to open it.
text-read-only = a newer version of Rapporteur wrote this report. Save your changes under another name.
text-not-a-report = its report.json is not that of a report. Choose a file that Rapporteur has written.
text-unreadable = its text cannot be read ({ $reason }). Ask for another copy.
text-too-much = it holds more than any report does. Ask for another copy.
text-unwritable = the report could not be written ({ $reason }). Undo the last change and save again.
opened-older = The last save was cut off or the end of the file is damaged. This is the last whole state.
opened-salvaged = The file is damaged. This is what could be recovered; save it under another name.
opened-text-lost = The file is damaged and its text is lost. Its photos are here; save them under another name.
opened-mended =
    { $count ->
        [one] One thing in the report was damaged and has been mended. Look the report through.
       *[other] { $count } things in the report were damaged and have been mended. Look the report through.
    }
opened-newer = A newer version of Rapporteur wrote this report. It can be read here but not changed.
opened-photo-missing = The photo “{ $name }” is missing from the file. Add it again from the original.
opened-foreign = The file holds something that is not part of a report: { $name }. It was left out.
opened-search-cut = The file is so damaged that not all of it was searched. Ask for another copy.
photo-not-found = there is no such file.
photo-no-permission = it may not be read. Ask for the right to read it.
photo-io = it could not be read ({ $reason }). Check the card or the connection.
photo-not-a-file = this is not a file.
photo-too-long = it is longer than { $limit } MB. Add a smaller copy.
photo-empty = the file is empty. Copy it again from the card.
photo-not-a-picture = this is not a picture. Choose JPEG, PNG, WebP, GIF or TIFF.
photo-heic = HEIC cannot be read here. Save it as JPEG on the phone, or set the camera to “Most compatible”.
photo-raw = a camera’s RAW file cannot be read here. Take the JPEG beside it, or export one.
photo-drawing = SVG is a drawing. Add a photo, or a PNG of the drawing.
photo-other-format = { $format } cannot be read here. Save it as an ordinary JPEG in a picture editor.
photo-odd-jpeg = this unusual kind of JPEG would come out in wrong colours. Save it anew as an ordinary JPEG in a picture editor.
photo-too-large = { $width } × { $height } pixels are too many. Make a smaller copy first.
photo-damaged = the { $format } file is damaged. Copy it again from the card.
export-not-a-folder = “{ $name }” is not a folder. Choose another name for the page.
export-is-a-folder = “{ $name }” is a folder. Choose a file name.
export-not-ours = “{ $name }” holds something else ({ $found }), which would be lost. Choose another name.
export-no-folder = There is no folder “{ $name }”. Choose another place.
export-io = “{ $name }” could not be written ({ $reason }). Choose another place, or make room and try again.
export-template = The page’s template is wrong ({ $reason }). Choose another one.
export-unpackable = The document could not be packed into one file ({ $reason }). Export it with fewer photos, or as a page.
export-lost-photos =
    { $count ->
        [one] The page goes without one photo, whose picture is missing or damaged: { $names }. Add it again.
       *[other] The page goes without { $count } photos, whose pictures are missing or damaged: { $names }. Add them again.
    }
