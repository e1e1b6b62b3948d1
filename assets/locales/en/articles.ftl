# Articles that were written elsewhere.

command-import-article = Import an article…
article-import-title = Import an article
article-files = Articles
article-kept = From “{ $name }”: { $what }.
article-left-out = Left out: { $what }.
article-notes =
    { $count ->
        [one] The footnote stands at the end of the text.
       *[other] { $count } footnotes stand at the end of the text.
    }
article-password = it is protected by a password. Save it without the password and import that.
article-old-format = it is in an old Word format. Save it as .docx and import that.
article-damaged = it is not a text document or is damaged ({ $reason }). Save it again where it was written.
article-too-large = it is too long for one report. Import it in parts.
article-encoding = its letters are in an unknown encoding. Save it as UTF-8.
article-nothing-inside = the ZIP file does not hold exactly one page. Unpack it and import the page you mean.
article-unknown-kind = articles are .docx, .odt, .html, .md or .txt files.
