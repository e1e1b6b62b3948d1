# Photos: their import, their cards, what is set for several at once.

menu-photos = Photos
command-add-photo-folder = Add photos from a card or folder…
command-sort-photos-taken = Sort photos by time taken
command-sort-photos-name = Sort photos by file name
command-lead-photo = Lead photo
command-decorative-photo = Decorative photo
command-photo-fields = Photo details…
command-replace-picture = Replace the picture, keep the caption…
command-read-photo-again = Read again from the file…

dialog-photo-folder-title = Add photos from a card or folder
dialog-replace-picture-title = Choose the new picture

import-progress = Reading photos: { $done } of { $of }
import-stop = Stop
import-stopped = Stopped: { $done } of { $of } photos were added
import-and-more = { $names } and { $count } more
import-twice =
    { $count ->
        [one] { $names } is in the report already
       *[other] { $count } photos are in the report already: { $names }
    }
import-cut =
    { $count ->
        [one] The end of { $names } is missing, so the lower part of the photo may be blank. Copy the file from the card again and choose “{ $command }”.
       *[other] The ends of { $count } photos are missing, so their lower parts may be blank: { $names }. Copy the files from the card again and choose “{ $command }”.
    }
import-long-words =
    { $count ->
        [one] { $names } was added, but its metadata is too large and was not all read. Check the caption and credit.
       *[other] { $count } photos were added, but their metadata is too large and was not all read: { $names }. Check their captions and credits.
    }
import-long-sidecar =
    { $count ->
        [one] The .xmp file beside { $names } is too large and was not read. Check the photo’s caption and credit.
       *[other] The .xmp files beside { $count } photos are too large and were not read: { $names }. Check their captions and credits.
    }
import-guessed =
    { $count ->
        [one] The caption of one photo was read as { $codings }, which is a guess. “{ $command }” offers other readings.
       *[other] The captions of { $count } photos were read as { $codings }, which is a guess. “{ $command }” offers other readings.
    }
import-unread =
    { $count ->
        [one] { $count } file was not added:
       *[other] { $count } files were not added:
    }
import-unread-line = { $names }: { $reason }
import-show-all = Show all
import-unread-title = Files that were not added
import-arriving = { $name }, being read

photos-too-small = Too small
photos-too-small-why = Its longer side has { $side } pixels; a desk wants { $least }.
photos-alt-is-file-name = That is a file name. Describe what can be seen instead.
photos-shown = In the picture: { $names }
photos-lead = Lead photo
photos-more = More
photos-less = Less
photos-city = City
photos-country = Country
photos-creator = Photographer
photos-copyright = Copyright
photos-compact = Short cards
photos-chosen =
    { $count ->
        [one] { $count } photo chosen
       *[other] { $count } photos chosen
    }
photos-set-for-all = Set for all…
photos-removed =
    { $count ->
        [one] The photo was removed from the report
       *[other] { $count } photos were removed from the report
    }
photos-place-all = Put into text
photos-menu = Photo menu

fields-title-one = Photo details
fields-title =
    { $count ->
        [one] For { $count } photo
       *[other] For { $count } photos
    }
fields-note = Only what is ticked is set.
fields-different = (different)
fields-set = Set
fields-tick = Set: { $field }
details-photographer = Photographer of the report
details-photographer-note = credit of added photos that name nobody

reread-title = Read again from the file
reread-note = Tick what is to be taken from the file.
reread-coding = How the words are coded
reread-now = Now
reread-file = In the file
reread-take = Take over
reread-caption = Caption
reread-credit = Credit
reread-alt = Alt text
reread-nothing = The file says nothing that the report does not have.
reread-failed = The picture of this photo is not in the report’s file.
replace-while-importing = Wait until all photos are read, then replace the picture.
replace-same = That picture is in the report already
replace-restored = The picture is in the report’s file again
replace-done = The picture was replaced; its caption stays

checks-alt-is-file-name = Alt text is a file name
checks-too-small = Photo is small for the desk

command-similar-photos = Find similar photos…
similar-title = Photos that look alike
similar-note = Nothing is removed unless you say so. Untick what the report does not need.
similar-none = No two photos look alike
similar-progress = Comparing photos: { $done } of { $of }
similar-sharpest = Sharpest
similar-keep-it = Keep
similar-keep = Keep { $name }
similar-only-sharpest = Keep only the sharpest
similar-remove =
    { $count ->
        [one] Remove { $count } photo
       *[other] Remove { $count } photos
    }
similar-used = In the text

photos-view = How photos are shown
photos-cards = Cards
