# The search bar.

find-words = Find in the report
find-count =
    { $count ->
        [0] Nothing found
       *[other]
            { $at ->
                [0] { $count } found
               *[other] { $at } of { $count }
            }
    }
find-match-case = Match case
find-whole-words = Whole words
find-close = Close the search
find-replacement = Replace with
find-replace = Replace
find-replace-all = Replace all
find-replaced =
    { $count ->
        [one] Replaced in { $count } place
       *[other] Replaced in { $count } places
    }
find-list = List all places
find-replace-chosen = Replace { $count }
find-include = Replace in: { $words }
find-in-story = Story
