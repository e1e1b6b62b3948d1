# Who is in a picture: the strip under a photo, the line of names in its caption, the marks on the large picture.

command-people-shown = People in the picture…
command-write-names = Names only
command-write-names-offices = Names with offices
menu-names-line = Write names into the caption
command-mark-people = Mark people on the picture

strip-title = In the picture, from left
strip-name = In photo { $number }, from left
strip-row =
    { $row ->
        [1] Front row
        [2] Second row
        [3] Third row
        [4] Fourth row
        [5] Fifth row
       *[other] Row { $row }
    }
strip-unknown = Unknown
strip-unknown-entry = Unknown person
strip-new = Add “{ $name }” to the participants
strip-hint-first = Name, or drag from the list
strip-hint = Name; Enter for a new row
strip-field = Add a person to photo { $number }
strip-field-name = Who is number { $number }?
strip-left = Move left
strip-right = Move right
strip-forward = To the row in front
strip-back = To the row behind
strip-say-who = Say who it is…
strip-say-unknown = Nobody knows who it is
strip-entry = Show in the list
strip-remove = Remove from the picture
strip-remove-name = Remove { $name } from the picture
strip-written = The caption names them
strip-reworded = Reworded by hand
strip-write = Write names into the caption
strip-write-again = Write again
strip-with-offices = With offices
strip-names-only = Names only

closer-marks = Mark people
closer-mark = Number { $number }: { $name }
closer-marks-note = Click each person in the picture in order; drag a number to move it. By keyboard: Page Down for the next person, arrows move the number, Delete removes it.
closer-marks-nobody = First say above who is in the picture, then click where they stand.
