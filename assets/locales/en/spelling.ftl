# Spelling.

command-check-spelling = Check spelling
command-next-misspelling = Next misspelled word or marked name
command-previous-misspelling = Previous misspelled word or marked name
command-suggestions = Suggestions for the word

spelling-menu = Menu of the text
spelling-looking = Looking for suggestions…
spelling-no-suggestions = No suggestions
spelling-add = Add to my dictionary
spelling-ignore = Ignore in this report
spelling-remove = Remove from my dictionary
spelling-check-again = Check again in this report
spelling-all-right = No misspelled words
spelling-no-dictionary = There is no dictionary for the language of this report. Put its .aff and .dic files into { $folder }
spelling-not-written = Your dictionary could not be changed for “{ $word }”: { $problem }
spelling-marked = Misspelled: { $words }
about-dictionaries = Dictionaries
