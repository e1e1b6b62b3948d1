# The export dialog, and what desks are sent.

command-export-dialog = Export…
command-desk-package = File to the desk…
command-open-exported = Open folder

export-title = Export
export-what = What
export-what-desk-zip = Desk package, one ZIP file
export-what-desk-folder = Desk package, a folder
export-what-page = Page with pictures
export-what-html = Page as one HTML file
export-what-fragment = Clean HTML for a CMS
export-what-docx = Word document (DOCX)
export-what-odt = OpenDocument (ODT)
export-what-epub = Book for e-readers (EPUB)
export-what-markdown = Markdown
export-what-text = Plain text
export-what-ninjs = ninjs (News in JSON)
export-note-desk = The page, clean HTML, DOCX, Markdown and text, ninjs 1.6 and 3.1, tables of captions and participants, and the photos with their captions inside.
export-note-page = A folder with index.html and the pictures in several sizes.
export-note-html = Everything in one file, to send or to keep.
export-note-fragment = What WordPress and Ghost keep when it is pasted. The pictures are not in it.
export-note-docx = For Word, LibreOffice and Google Docs, with the pictures.
export-note-odt = For LibreOffice and other programs of that format, with the pictures.
export-note-epub = For readers of books, with the pictures; the lead photo is the cover.
export-note-markdown = The pictures are those of the page, in its folder.
export-note-text = The words alone.
export-note-ninjs = For newsroom systems such as Superdesk. The photos are not in it.
export-preset = What the desk wants
export-preset-edit = Change…
export-preset-line = { $name }: photos of { $side } pixels
export-preset-line-limited = { $name }: photos of { $side } pixels, { $megabytes } MB in all
preset-name-web = web
preset-name-print = print
preset-name-mail = mail
export-look-own = The newsroom’s own: { $name }
export-look-other = Another template…
export-look-missing = This report’s page was made with a newsroom’s template that this computer does not have. Choose its folder, or the page goes out as a news page.
export-place = Save as
export-elsewhere = Choose…
export-do = Export
export-file = File the story
export-size = About { $size }
export-size-counting = Estimating the size…
export-kilobytes = { $size } KB
export-megabytes = { $size } MB
export-decimal = { $whole }.{ $tenths }
export-running-title = Exporting
export-running-text = Writing the files…
export-running = Photos done: { $done } of { $of }
export-stop = Stop
export-since = Since you filed on { $moment }
export-since-note = The package has a sheet, changes.html, that tells the desk.
export-nothing-changed = Nothing has changed.
export-more-changes =
    { $count ->
        [one] and one more change, on the sheet
       *[other] and { $count } more changes, on the sheet
    }
export-heard-added = [new: { $words }]
export-heard-removed = [gone: { $words }]

preset-name = Name of the desk
preset-photo-name = Photo files are called
preset-side = Longer side, in pixels
preset-side-problem = A number from { $from } to { $to }.
preset-megabytes = Megabytes in all
preset-megabytes-hint = as many as it takes
preset-megabytes-problem = A number from 1 to 2000, or nothing.
preset-all-photos = Also photos that are not in the text
preset-save = Save
preset-leave = Back
preset-delete = Delete
preset-reset = Reset

place-kicker = Kicker
place-headline = Headline
place-standfirst = Standfirst
place-byline = Byline
place-dateline = Dateline
place-story = Text
place-participant = Participant
place-caption = Caption of photo { $photo }
place-credit = Credit of photo { $photo }
place-alt = Alternative text of photo { $photo }
place-photo = Photo { $photo }
place-link = Link
place-bold = Bold type
place-italic = Italic type
change-added = new
change-removed = removed
change-changed = changed
change-moved = moved
change-restyled = formatting changed
change-other-picture = another picture
change-reframed = cropped or turned
change-put-in = put into the text
change-taken-out = taken out of the text

message-export-done = Ready, { $size }: { $path }
message-export-shrunk =
    { $count ->
        [one] One photo was made smaller to fit.
       *[other] { $count } photos were made smaller to fit.
    }
message-export-too-large = The package has { $megabytes } MB, and the desk takes { $most }. Leave photos out, or allow more.
