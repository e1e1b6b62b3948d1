//! Markdown: CommonMark with the tables of GitHub, and a head of fields in front. What is written here, an import reads back: words, captions,
//! alternative texts and head.

mod inline;

use std::fmt::Write as _;

use self::inline::{Place, address, line, words};
use crate::export::GENERATOR;
use crate::export::manuscript::{Figure, ListItem, Manuscript, Piece, Source, shown_photos};
use crate::export::page::plain_name;
use crate::language::phrases::{self, Phrases};
use crate::report::{ListStyle, PhotoId, Report, RichText};

/// By this a file of ours is known.
pub(super) const MARK: &str = "\ngenerator: 'Rapporteur ";

/// The report as Markdown. `name` says where the picture of a photo is, relative to the file.
pub fn write(report: &Report, name: &dyn Fn(PhotoId) -> String) -> String {
    let manuscript = Manuscript::of(report);
    let words = phrases::of(&report.language);
    let mut markdown = Markdown { text: head(&manuscript), name, words };
    if !manuscript.headline.is_empty() {
        markdown.block(&format!("# {}", line(&manuscript.headline, Place::Heading)));
    }
    // The sources come last, because that is where an import looks for them.
    let (sources, others): (Vec<_>, Vec<_>) = manuscript.pieces().partition(|piece| matches!(piece, Piece::Sources(_)));
    others.into_iter().chain(sources).for_each(|piece| markdown.piece(piece));
    markdown.text
}

/// As [`write()`], for a file that lies beside the `index.html` of an exported page and shows its pictures.
pub fn write_beside_page(report: &Report) -> String {
    let order: Vec<PhotoId> = shown_photos(report).map(|photo| photo.id).collect();
    write(report, &|id| {
        let place = order.iter().position(|photo| *photo == id).unwrap_or_default();
        report.photo(id).map(|photo| plain_name(place + 1, photo)).unwrap_or_default()
    })
}

/// The fields in front, as YAML: nothing but quoted texts and lists of them.
fn head(manuscript: &Manuscript) -> String {
    let about = &manuscript.about;
    let mut head = String::from("---\n");
    field(&mut head, "title", manuscript.headline.as_str());
    field(&mut head, "kicker", manuscript.kicker.as_str());
    field(&mut head, "description", &about.description);
    list(&mut head, "authors", &about.authors);
    field(&mut head, "place", &about.place);
    field(&mut head, "date", &about.date.map(|date| date.to_string()).unwrap_or_default());
    field(&mut head, "lang", &about.language);
    list(&mut head, "keywords", &about.keywords);
    field(&mut head, "generator", GENERATOR);
    head.push_str("---\n");
    head
}

fn field(head: &mut String, name: &str, text: &str) {
    if !text.trim().is_empty() {
        // Writing to a String cannot fail.
        let _ = writeln!(head, "{name}: {}", quoted(text));
    }
}

fn list(head: &mut String, name: &str, values: &[String]) {
    if !values.is_empty() {
        let _ = writeln!(head, "{name}:");
    }
    for value in values {
        let _ = writeln!(head, "  - {}", quoted(value));
    }
}

/// A text of YAML in single quotes, in which nothing but the quote itself has a meaning.
fn quoted(text: &str) -> String {
    let clean = RichText::plain(text);
    format!("'{}'", clean.as_str().trim().replace('\'', "''"))
}

struct Markdown<'a> {
    text: String,
    name: &'a dyn Fn(PhotoId) -> String,
    words: &'static Phrases,
}

impl Markdown<'_> {
    /// A block with a blank line before it.
    fn block(&mut self, block: &str) {
        self.text.push('\n');
        self.text.push_str(block);
        self.text.push('\n');
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(text) | Piece::Note(text) => self.paragraph(text),
            Piece::Heading { level, words } => {
                let marks = if *level == 2 { "##" } else { "###" };
                self.block(&format!("{marks} {}", line(words, Place::Heading)));
            }
            Piece::Quotation { words, speaker } => {
                let mut lines = Vec::new();
                if !words.is_empty() {
                    lines.push(format!("> {}", line(words, Place::Line)));
                }
                if !speaker.is_empty() {
                    lines.push(format!("> — {}", line(speaker, Place::Inside)));
                }
                self.block(&lines.join("\n>\n"));
            }
            Piece::List(items) => self.list(items),
            Piece::Figure(figure) => self.figure(figure),
            Piece::Table { header, rows } => self.table(*header, rows),
            Piece::Divider => self.block("***"),
            Piece::Sources(sources) => sources.iter().for_each(|source| self.source(source)),
            Piece::Facts(facts) => {
                let row = |(word, fact): &(String, RichText)| {
                    format!("- **{}:** {}", words(word, Place::Inside), line(fact, Place::Inside))
                };
                self.block(&facts.iter().map(row).collect::<Vec<_>>().join("\n"));
            }
        }
    }

    fn paragraph(&mut self, text: &RichText) {
        let line = line(text, Place::Line);
        if !line.is_empty() {
            self.block(&line);
        }
    }

    /// Items are set in as far as the words of the item that they stand under.
    fn list(&mut self, items: &[ListItem]) {
        let mut indents: Vec<usize> = Vec::new();
        let mut lines = Vec::new();
        for item in items {
            let mark = match item.style {
                ListStyle::Bulleted => "- ".to_owned(),
                ListStyle::Numbered => format!("{}. ", item.number),
            };
            indents.truncate(item.depth);
            let indent: usize = indents.iter().sum();
            lines.push(format!("{}{mark}{}", " ".repeat(indent), line(&item.words, Place::Line)));
            indents.push(mark.len());
        }
        self.block(&lines.join("\n"));
    }

    /// A picture, and under it the caption as a line that is stressed throughout. Pictures side by side are one paragraph.
    fn figure(&mut self, figure: &Figure) {
        let alt = words(figure.alt.trim(), Place::Inside);
        let picture = format!("![{alt}](<{}>)", address(&(self.name)(figure.photo)));
        let caption = figure.line();
        let whole = match caption.as_str().trim() {
            "" => picture,
            _ => format!("{picture}\n*{}*", line(&caption, Place::Caption)),
        };
        if figure.beside {
            self.text.push_str(&whole);
            self.text.push('\n');
        } else {
            self.block(&whole);
        }
    }

    fn table(&mut self, header: bool, rows: &[Vec<RichText>]) {
        let columns = rows.first().map_or(0, Vec::len);
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| line(cell, Place::Cell)).collect()).collect();
        if !header {
            rows.insert(0, vec![String::new(); columns]);
        }
        let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
        lines.insert(1, row(&vec!["---".to_owned(); columns]));
        self.block(&lines.join("\n"));
    }

    fn source(&mut self, source: &Source) {
        let name = words(source.name.trim(), Place::Inside);
        let shown = match &source.address {
            Some(url) => format!("[{name}](<{}>)", address(url.as_str())),
            None => name,
        };
        self.block(&format!("{} {shown}", self.words.source));
    }
}

#[cfg(test)]
mod tests;
