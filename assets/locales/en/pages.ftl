# Pages, their templates, and typography.

command-copy-html = Copy HTML source
command-look-news = News page
command-look-minutes = Minutes
command-look-own = The newsroom’s own…
command-save-template = Save a copy of the template…
command-tidy-typography = Tidy typography…

menu-page-look = Look of the page

message-copied-html = The HTML source is copied. Paste it into a box for HTML.
dialog-template-title = Folder of the template
dialog-save-template-title = New folder for the template
template-folder = page template
template-chosen = Pages now look as { $path } says.
template-saved = The template is in { $path }. README.md there tells how to change it.

typography-title = Tidy typography
typography-note = Only marks and spaces change, never words, addresses or code. The sign ° stands for a space at which lines do not break.
typography-none = There is nothing to tidy.
typography-quotes = Quotation marks: { $count }
typography-apostrophe = Apostrophes: { $count }
typography-dash = Dashes: { $count }
typography-ellipsis = Ellipses: { $count }
typography-space = Spaces too many, or on the wrong side of a mark: { $count }
typography-no-break = Spaces that do not break: { $count }
typography-more = and { $count } more
typography-repair = { $count ->
    [one] Repair { $count } place
   *[other] Repair { $count } places
}
typography-done = { $count ->
    [one] { $count } place repaired
   *[other] { $count } places repaired
}
