# The text pane
text-page-label = Report text
text-kicker-placeholder = Section
text-headline-placeholder = Headline
text-standfirst-placeholder = The story in a sentence or two
text-standfirst-label = Standfirst
text-byline-prefix = By
text-byline-placeholder = Author
text-place-placeholder = Place
text-date-placeholder = add a date
text-body-placeholder = Write the story here
text-heading-placeholder = Heading
text-quotation-placeholder = What was said
text-speaker-placeholder = Who said it
text-caption-placeholder = What is happening, who, where?
text-caption-label = Caption
text-picture-missing = The picture cannot be shown
text-no-participants = Nobody is on the list yet
