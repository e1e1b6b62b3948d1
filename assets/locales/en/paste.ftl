# Pasting, and the bar that tells of it.

command-paste-as-text = Paste as text
status-pasting = Pasting… Esc stops it
status-pasting-pictures = Pasting: picture { $done } of { $of }… Esc stops it
paste-no-answer = The other program did not hand over what was copied there. Only its words are pasted.
paste-photos-left =
    { $count ->
        [one] { $count } photo could not come along, because this report does not have it. Its caption did. Add the photo and put it into the text.
       *[other] { $count } photos could not come along, because this report does not have them. Their captions did. Add the photos and put them into the text.
    }
paste-kept = Pasted: { $what }.
paste-left-out = Left out: { $what }.
paste-words = words
paste-paragraphs =
    { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    }
paste-headings =
    { $count ->
        [one] { $count } heading
       *[other] { $count } headings
    }
paste-list-items =
    { $count ->
        [one] { $count } list item
       *[other] { $count } list items
    }
paste-quotations =
    { $count ->
        [one] { $count } quotation
       *[other] { $count } quotations
    }
paste-tables =
    { $count ->
        [one] { $count } table
       *[other] { $count } tables
    }
paste-pictures =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
paste-links =
    { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
paste-left-web-pictures =
    { $count ->
        [one] { $count } web picture
       *[other] { $count } web pictures
    }
paste-left-lost-pictures =
    { $count ->
        [one] { $count } picture that was not found
       *[other] { $count } pictures that were not found
    }
paste-left-repeated-pictures =
    { $count ->
        [one] { $count } picture that is in the text already
       *[other] { $count } pictures that are in the text already
    }
paste-left-tracking-pixels =
    { $count ->
        [one] { $count } tracking pixel
       *[other] { $count } tracking pixels
    }
paste-left-links =
    { $count ->
        [one] { $count } link that leads nowhere
       *[other] { $count } links that lead nowhere
    }
paste-left-hidden = hidden text
paste-left-fields = buttons and fields
paste-left-embedded = embedded media
paste-left-drawings = drawings
paste-left-merged-cells = merging of cells
paste-left-raised = superscript and subscript
paste-left-formatting = fonts and colours
paste-left-comments = comments
paste-left-deletions = words deleted under tracked changes
