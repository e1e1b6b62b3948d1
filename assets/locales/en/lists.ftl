# Lists of participants, in and out.

command-import-people = Import participants…
command-paste-people = Paste a list of participants
command-export-people = Export participants…
command-duplicate-people = Find duplicate participants
list-import-title = Choose a list of participants
list-export-title = Save the list of participants
list-files = Lists of participants
list-nobody = Nobody was found in this list.
list-unread-file = The list could not be read. Check that the file is still there and that you may open it.
list-too-long = This is too long for a list of participants. Split it into several.
list-no-list = This is neither a text nor a table. Save it as XLSX, ODS, CSV or text, then import it again.
list-no-workbook = The file is damaged, protected, or of an old kind. Open it where it was written and save it as XLSX, CSV or DOCX.
list-nothing-copied = There is no text on the clipboard. Copy the list first, then paste it here.
list-mistake = The list could not be read because of a mistake in this program. Try it as CSV or as plain text.
list-unwritable = An entry is too long for this kind of file. Choose CSV instead.
list-no-codes = No participant has a code, so there is nothing to save. Codes are set in a participant’s entry.
list-export-exists = There is a file “{ $path }” already. Choose another name.
review-title = Look over the list
review-note =
    { $count ->
        [one] One entry was understood.
       *[other] { $count } entries were understood.
    } { $doubtful ->
        [0] Nothing in them is doubtful.
        [one] One has a cell marked with “?” that you should look at.
       *[other] { $doubtful } have cells marked with “?” that you should look at.
    }{ $listed ->
        [0] { "" }
        [one] { " " }One is on the list already and stays as it is unless you tick it.
       *[other] { " " }{ $listed } are on the list already and stay as they are unless you tick them.
    }
review-code-page = The file says nothing of its code page and was read as { $page }. If the names look wrong, save it as UTF-8.
review-all = Take everybody who is new
review-take = Take { $name }, row { $row }
review-cell = { $column }, row { $row }
review-cell-doubtful = { $column }, row { $row }, doubtful
review-look = This may be wrong: look at it.
review-state = State
review-listed = on the list
review-updates = is updated
review-twice = twice here
review-doubtful = look at it
review-add =
    { $count ->
        [0] Add
        [one] Add one
       *[other] Add { $count }
    }
review-added =
    { $count ->
        [one] One participant was taken in.
       *[other] { $count } participants were taken in.
    }
duplicates-none = Nobody is on the list twice.
duplicates-title = The same participant? { $number } of { $count }
duplicates-note = The names are alike. If this is one participant, choose which entry stays: it takes from the other what it lacks, and the text and photos name it everywhere.
duplicates-keep = Keep { $name }
duplicates-join = Join them
duplicates-keep-both = Two different ones
duplicates-joined = { $name } is on the list once now.
command-print-people = Print participants…
list-private-title = Notes and private contacts
list-private = Some participants have notes or private contacts, which are for you alone. Shall they go with the list?
list-private-without = Leave them out
list-private-with = Include them
people-look = Order and columns
people-order = Order
people-order-protocol = Order of protocol
people-shown = Show
people-shown-mentions = Number of mentions
people-order-sorted = This list is sorted. Choose the order of protocol to move somebody
people-order-name = By name
people-order-organisation = By organisation
people-order-role = By role
