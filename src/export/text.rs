//! Plain text: the whole report for programs that take nothing else. A paragraph is a line, blank lines part them.

use crate::export::address::Address;
use crate::export::manuscript::{Figure, ListItem, Manuscript, Piece, Source};
use crate::language::phrases::{self, Phrases};
use crate::report::{ListStyle, Report, RichText};

/// The report as plain text in UTF-8 with line feeds.
pub fn write(report: &Report) -> String {
    let manuscript = Manuscript::of(report);
    let words = phrases::of(&report.language);
    let mut text = Text { text: String::new(), words };
    for line in [&manuscript.kicker, &manuscript.headline, &manuscript.standfirst, &manuscript.byline] {
        text.paragraph(&plain(line));
    }
    manuscript.pieces().for_each(|piece| text.piece(piece));
    if !manuscript.about.keywords.is_empty() {
        text.paragraph(&format!("{} {}", words.keywords, manuscript.about.keywords.join(", ")));
    }
    text.text
}

struct Text {
    text: String,
    words: &'static Phrases,
}

impl Text {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(words) | Piece::Note(words) => self.paragraph(&plain(words)),
            Piece::Heading { words, .. } => {
                self.gap();
                self.paragraph(&plain(words));
            }
            Piece::Quotation { words, speaker } => {
                let speaker = if speaker.is_empty() { String::new() } else { format!("— {}", plain(speaker)) };
                self.lines(&[plain(words), speaker]);
            }
            Piece::List(items) => self.lines(&items.iter().map(item).collect::<Vec<_>>()),
            Piece::Figure(figure) => self.figure(figure),
            Piece::Table { rows, .. } => {
                let row = |row: &Vec<RichText>| row.iter().map(plain).collect::<Vec<_>>().join("\t");
                self.lines(&rows.iter().map(row).collect::<Vec<_>>());
            }
            Piece::Divider => self.paragraph("* * *"),
            Piece::Sources(sources) => sources.iter().for_each(|source| {
                self.paragraph(&format!("{} {}", self.words.source, source_words(source)));
            }),
            Piece::Facts(facts) => {
                self.lines(&facts.iter().map(|(word, fact)| format!("{word}: {}", plain(fact))).collect::<Vec<_>>());
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let word = self.words.photo.trim_end_matches(':');
        let head = format!("[{word} {}] {}", figure.number, plain(&figure.line()));
        let alt = if figure.alt.trim().is_empty() {
            String::new()
        } else {
            format!("[{} {}]", self.words.picture_shows, figure.alt)
        };
        self.lines(&[head.trim_end().to_owned(), alt]);
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, line: &str) {
        self.lines(&[line.to_owned()]);
    }

    /// Lines that belong together; empty ones are left out.
    fn lines(&mut self, lines: &[String]) {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return;
        }
        self.gap();
        for line in lines {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }
}

fn item(item: &ListItem) -> String {
    let indent = "   ".repeat(item.depth);
    match item.style {
        ListStyle::Bulleted => format!("{indent}• {}", plain(&item.words)),
        ListStyle::Numbered => format!("{indent}{}. {}", item.number, plain(&item.words)),
    }
}

fn source_words(source: &Source) -> String {
    match &source.address {
        Some(address) if source.name != address.as_str() => format!("{} ({address})", source.name),
        _ => source.name.clone(),
    }
}

/// The words, each link with its address behind it, where the words are not the address themselves.
fn plain(text: &RichText) -> String {
    let mut plain = String::with_capacity(text.len());
    let runs: Vec<_> = text.runs().collect();
    let mut shown = String::new();
    for (index, (words, style)) in runs.iter().enumerate() {
        plain.push_str(words);
        let Some(link) = style.link.as_deref() else { continue };
        shown.push_str(words);
        // Runs of one link that differ in weight are one link.
        if runs.get(index + 1).is_some_and(|(_, next)| next.link.as_deref() == Some(link)) {
            continue;
        }
        if let Some(address) = Address::parse(link)
            && !is_shown(&shown, &address)
        {
            plain.push_str(&format!(" ({})", without_scheme(&address)));
        }
        shown.clear();
    }
    plain
}

/// "mailto:" and "tel:" are for programs.
fn without_scheme(address: &Address) -> &str {
    let address = address.as_str();
    ["mailto:", "tel:"].iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address)
}

fn is_shown(words: &str, address: &Address) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches('/').to_lowercase();
        ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme).map(str::to_owned)).unwrap_or(text)
    };
    bare(words) == bare(without_scheme(address))
}

#[cfg(test)]
mod tests;
