# The side panes: photos, participants, checks.

photos-title = Photos
photos-add = Add photos
photos-add-button = Add photos…
photos-wall = Pictures only
photos-empty = No photos yet. Add them from your camera card, or drop them on the window.
photos-card = Photo { $number }
photos-caption-hint = What is happening, who, where?
photos-caption-label = Caption of photo { $number }
photos-credit = Credit
photos-credit-hint = Photo: first name, last name
photos-credit-label = Credit of photo { $number }
photos-alt = Alt text
photos-alt-hint = What would you say it shows over the telephone?
photos-alt-label = Alt text of photo { $number }
photos-alt-is-caption = Says the same as the caption. Describe what can be seen instead.
photos-decorative = Decorative: needs no alt text
photos-place = Place
photos-taken = Taken
photos-taken-hint = 2025-12-26 14:03
photos-taken-problem = Write it as 2025-12-26 14:03.
photos-turn-left = Turn left
photos-turn-right = Turn right
photos-place-into-text = Put into text
photos-unplace = Take out of text
photos-remove = Remove photo
photos-no-caption = No caption
photos-no-alt = No alt text
photos-not-used = Not used

people-title = Participants
people-search = Find a name, title or organisation
people-search-clear = Clear search
people-empty = Nobody is on the list yet. Names from the list are spelled the same everywhere in the report.
people-none-found = Nobody matches “{ $query }”.
people-add-found = Add “{ $query }”
people-quick = Quick add
people-quick-to = Quick add to { $delegation }
people-quick-hint = Name, title, organisation
people-add-person = Add a participant
people-add-organisation = Add an organisation
people-person = Participant
people-organisation = Organisation
people-without-name = without a named person
people-no-position = no title or organisation yet
people-mentions =
    { $count ->
        [0] not mentioned
        [one] { $count } mention
       *[other] { $count } mentions
    }
people-menu = More about { $name }
people-edit = Edit
people-insert-name = Insert name
people-insert-delegation = Insert list: { $delegation }
people-move-up = Move up
people-move-down = Move down
people-remove = Remove from the list
people-removed = { $name } was taken off the list.
people-done = Done
people-name = Name
people-name-needed = An entry needs a name. Until there is one, the old name stays.
people-title-held = Title
people-delegation = Delegation
people-role = Role
people-honorific = Form of address
people-short-name = Short name
people-code = Code
people-note = Note
people-contact = Contact
people-contact-private = never exported
people-role-chair = Chair
people-role-speaker = Speaker
people-role-delegate = Delegate
people-role-guest = Guest
people-role-organiser = Organiser
people-role-press = Press
people-group-chairs = Chairs
people-group-speakers = Speakers
people-group-guests = Guests
people-group-organisers = Organisers
people-group-press = Press
people-group-none = Without delegation
people-group-organisations = Organisations

checks-title = Checks
checks-title-count =
    { $count ->
        [0] Checks
        [one] Checks, { $count } finding
       *[other] Checks, { $count } findings
    }
checks-none = Nothing is missing. The report is ready to be filed.
checks-no-headline = The report has no headline
checks-no-place = The dateline has no place
checks-no-date = The dateline has no date
checks-no-caption = Photo without a caption
checks-no-credit = Photo without a credit
checks-no-alt = Photo without alt text
checks-alt-is-caption = Alt text only repeats the caption
checks-unused = Photo is not in the text
checks-not-mentioned = On the list, but not in the report
checks-bare-link = Link without https://
