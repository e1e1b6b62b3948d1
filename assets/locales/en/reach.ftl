# Finding one's way in a report and knowing its length
length-title = Length
length-words = Words
length-characters = Characters
length-solid = Without spaces
length-story = Story
length-body = Text alone
length-captions = Captions
length-selection = Selection
length-note = The story is headline, standfirst and text.
length-reading = About { $minutes } min to read
length-limit = Length limit
length-no-limit = None
length-limit-words = words
length-limit-characters = characters with spaces
length-of-words = { $number } / { $most } { $count ->
        [one] word
       *[other] words
    }
length-of-characters = { $number } / { $most } { $count ->
        [one] character
       *[other] characters
    }
length-over = { $number } over
outline-title = Outline
outline-empty = Headings, photos and tables of the text appear here. { $key } makes a heading of a paragraph.
focus-mode-note = Only the text: Esc or F11 brings the rest back.
focus-mode-leave = Leave focus mode
