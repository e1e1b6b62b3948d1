# Name watch: names that were typed by hand and are nearly those of participants.

command-watch-names = Mark names that differ from the list
command-mend-name = Write the name as listed
command-mend-name-everywhere = Write it as listed everywhere

names-marked = Names unlike the list of participants: { $words }
names-mend-everywhere = Everywhere: { $name }
names-ignore-here = Leave it here
names-ignore-report = Leave it in this report
names-ignore-always = Always leave it
names-watch-again = Mark this name again
names-none-here = No marked name at the cursor. F7 goes to the next one
names-mended = { $count ->
    [one] Changed in one place
   *[other] Changed in { $count } places
}
names-where = Where the name is
names-nowhere = Not in the text yet
names-in-picture = In the picture
names-more-places = and { $count } more

command-link-names = Link names to the list
names-not-listed = { $name } is not on the list of participants
names-plain = { $count ->
    [one] One name does not follow the list
   *[other] { $count } names do not follow the list
}
names-mend = Write as listed
names-mend-named = Write { $name }
names-mend-all = Everywhere
names-choices = More about { $name }
names-enlist = Add to participants
names-enlist-named = Add { $name } to participants
names-enlist-fill = Add and fill in the entry
names-enlisted = { $name } is on the list of participants now
names-linked = { $count ->
    [one] One name follows the list now
   *[other] { $count } names follow the list now
}
names-none-plain = All names of participants follow the list already

command-checks = Checks
