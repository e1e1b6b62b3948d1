//! What `--help` says.

/// What help is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Everything,
    New,
    Import,
    Export,
    Template,
    Pictures,
    Info,
    Names,
    Unpack,
    People,
    Torture,
}

/// The text, without its last line end.
pub fn text(topic: Topic) -> &'static str {
    match topic {
        Topic::Everything => EVERYTHING,
        Topic::New => NEW,
        Topic::Import => IMPORT,
        Topic::Export => EXPORT,
        Topic::Template => TEMPLATE,
        Topic::Pictures => PICTURES,
        Topic::Info => INFO,
        Topic::Names => NAMES,
        Topic::Unpack => UNPACK,
        Topic::People => PEOPLE,
        Topic::Torture => TORTURE,
    }
}

const EVERYTHING: &str = "\
Rapporteur writes conference reports: text, captioned photos and participants in one file.

  rapporteur [FILE.rapport]                          open a window; without a file, the welcome page
  rapporteur --sample                                open a window on the sample report
  rapporteur new OUT.rapport                         create an empty report
  rapporteur import SOURCE... -o OUT.rapport         make a report of articles, photos and folders of photos
  rapporteur export FILE.rapport -o OUT --to KIND    write a page, a desk package, docx, Markdown, text, …
  rapporteur template DIR                            copy the page's template, to be changed
  rapporteur pictures SOURCE... -o DIR --sizes N,N   write photos in several sizes
  rapporteur info FILE.rapport|PHOTO                 say what a report holds, or what a photo says of itself
  rapporteur names FILE.rapport                      find names that are nearly those of the participants
  rapporteur unpack FILE.rapport -o DIR              write its text and photos as plain files
  rapporteur people FILE.rapport [--add LIST]        write its list of participants, or add those of a list

  -h, --help       this help; after a command, more about that command
  -V, --version    the version

Exit status: 0 done; 1 done, but something should be looked at; 2 not done.";

const NEW: &str = "\
rapporteur new OUT.rapport [--language TAG] [--headline TEXT]

Creates an empty report. OUT.rapport must not exist yet.

  --language TAG     the language of the report: en (if none is given), ru, vi, or another BCP 47 tag
  --headline TEXT    its headline";

const IMPORT: &str = "\
rapporteur import SOURCE... -o OUT.rapport [--language TAG] [--headline TEXT] [--receipt]
rapporteur import SOURCE... --into FILE.rapport [--receipt]

Makes a report of articles (.txt, .md, .html), photos (.jpg, .png, .webp, .tif, .gif) and folders of photos.
Photos given after an article take the places that it has for them, and their captions, in order;
photos without a place are in the report but not in the text.

  -o OUT.rapport     a new report, which must not exist yet
  --into FILE        add to the end of this report instead
  --language TAG     the language of a new report; otherwise the articles tell
  --headline TEXT    the headline; otherwise the first heading of a Markdown article, or that of a page
  --receipt          print what was kept of each article and what was dropped, as JSON:
                     {\"version\": 1, \"report\": OUT, \"new_photos\": N, \"articles\": [{\"file\": SOURCE,
                     \"kept\": {\"paragraphs\": N, \"headings\": N, ...}, \"notices\": [SENTENCE, ...],
                     \"dropped\": [{\"kind\": \"web_picture\", \"count\": N, \"addresses\": [...]}, ...]}]}

Of a page (.html) paragraphs, headings, lists, quotations, tables, bold, italic, links and pictures are kept: pictures
inside it, beside it, and those that it names by a file: address. Nothing is fetched from the web.";

const EXPORT: &str = "\
rapporteur export FILE.rapport -o OUT --to KIND [--preset NAME] [--keep-position]

  --to page          a folder OUT with index.html and the pictures in several sizes
  --to html          one file OUT with everything in it
  --to fragment      one file OUT of plain HTML to paste into a content management system
  --to desk          a folder OUT, or one file if OUT ends in .zip, with the page, the fragment, the article for other
                     programs, ninjs 1.6 and 3.1, captions.csv, participants.csv, the photos, and manifest.json with
                     the checksum of each file; changes.html tells what has changed since the desk was sent it last
  --to ninjs         one file OUT of ninjs 1.6 (News in JSON), without the photos' files
  --to docx          one file OUT for Word, LibreOffice and Google Docs, with the pictures
  --to odt           the same in the format of LibreOffice
  --to epub          one file OUT for readers of books, with the pictures and the lead photo as its cover
  --to markdown      one file OUT of Markdown (CommonMark with tables); its pictures are those of --to page, beside it
  --to text          one file OUT of plain text
  --to json          one file OUT with the report as JSON
  --preset NAME      for desk, what the desk wants: web (photos of 2560 pixels), print (4000), mail (2000, 10 MB in all),
                     or one of your own, made in the window; the one used last for this report, or web, if none is given
  --keep-position    let the pictures tell where they were taken, as the camera recorded it
  --look NAME        what a page looks like: news, or minutes with the participants first
  --template DIR     the newsroom's own look, of a folder that began with \"rapporteur template\"; if neither is given,
                     what was chosen for the report in the window, or news

For a PDF write --to html, open it in a browser and print it: no library that is well kept sets and tags a page as
browsers do.
What a desk was sent is remembered in FILE.
What was made of the photos is kept in FILE, so that the next export is quick; a FILE that cannot be written or is in use
is left as it is.";

const TEMPLATE: &str = "\
rapporteur template DIR [--look NAME]

Writes the template of the built-in page into the new or empty folder DIR: markup, style sheet, and a README that tells
everything a template has to work with. Change it there, put a logo and fonts beside it, and give the folder to
\"rapporteur export --template DIR\". Nothing outside the folder is read.

  --look NAME        news (if none is given) or minutes, with the participants first";

const PICTURES: &str = "\
rapporteur pictures FILE.rapport -o DIR --sizes N,N,... [--webp] [--quality N] [--threads N] [--keep-position]
rapporteur pictures PHOTO... -o DIR --sizes N,N,... [...]

Writes photos in several sizes: upright, cropped as in the report, in sRGB, with caption, names and rights and nothing of
the camera's. Those of a report are called photo-01-1600.jpg and so on, in its order; others are called as they were. No
picture is made larger than it was. A file in DIR with one of the names is not replaced. A photo that cannot be read is
named, and the others are written.

  --sizes N,N        the widths in pixels
  --webp             each size as WebP too
  --quality N        1 to 100; 80 if none is given
  --threads N        as many as there are processors if none is given; the files are the same for any number
  --keep-position    let the pictures tell where they were taken, as the camera recorded it";

const INFO: &str = "\
rapporteur info FILE.rapport|PHOTO [--json]

Says what a report holds: headline, language, words, blocks, photos, captions, participants, sources, size.
Of a photo it says what an import would take: caption, headline, alt text, creator, credit, copyright, place, city,
country, date, persons, size, the code page of old captions (declared or guessed) and whether it tells a position.

  --json             the same for programs";

const NAMES: &str = "\
rapporteur names FILE.rapport [--json]

Holds the names in the texts against the list of participants and says which are probably wrong: a tone, a letter, a letter
of another alphabet, the order of the words, or the office beside the name. Each line has the place, what is written, what is
meant, what is wrong (tone, letter, look-alike, order, title) and how sure that is (certain, likely, possible).
It ends with 1 where it found something, with 0 where all names are right. Names that the report lets pass are left out.

  --json             the same for programs: [{\"place\": ..., \"at\": N, \"found\": ..., \"meant\": ..., \"kind\": ..., \"sure\": ...}]";

const UNPACK: &str = "\
rapporteur unpack FILE.rapport -o DIR

Writes report.json and the original photos into the new folder DIR. A report is an ordinary ZIP file, so
any other program for ZIP files does the same.";

const PEOPLE: &str = "\
rapporteur people FILE.rapport [--csv|--xlsx|--vcard|--codes|--html|--json] [-o OUT] [--private]
rapporteur people FILE.rapport --add LIST [--dry-run] [--json]

Writes the list of participants, or adds those of a list: CSV, TSV, XLSX, ODS, DOCX, ODT, vCard, code replacements of Photo
Mechanic, or a text that tells who took part. Who is on the list already is not added again.

  --csv              a table in UTF-8 that Excel opens
  --xlsx             a spreadsheet
  --vcard            cards for address books
  --codes            code replacements for Photo Mechanic, of those who have a code
  --html             a page to print
  --json             for programs
  -o OUT             into this file, whose ending may say the kind; otherwise to standard output
  --private          with notes and contacts, which are left out otherwise
  --add LIST         add those of the file LIST, or of standard input if LIST is -
  --dry-run          add nobody; say what was understood, and how sure that is: certain, guess or unsure

Exit status 1 says that something was understood that should be looked at.";

const TORTURE: &str = "\
rapporteur torture churn FILE.rapport [N]
rapporteur torture verify FILE.rapport

For the durability tests. churn edits and saves FILE without end, or N times, and prints ACK and a number when
a state is on the disk. verify compares FILE with the state that its number stands for and prints COUNTER and
the number. Use a report made by `rapporteur new` for it, and no other.";
