//! The story as XHTML.

use crate::export::address::Address;
use crate::export::epub::{Picture, begin_page, heading_id};
use crate::export::manuscript::{Figure, ListItem, Manuscript, Piece, language_tag};
use crate::export::xml::Xml;
use crate::language::phrases::{self, Phrases};
use crate::report::{ListStyle, RichText, Style};

pub(super) fn write(manuscript: &Manuscript, pictures: &[Picture<'_>]) -> Vec<u8> {
    let words = phrases::of(&manuscript.about.language);
    let mut chapter = Chapter { xml: begin_page(manuscript), pictures, words, headings: 0 };
    chapter.xml.open("article", &[]).open("header", &[]);
    chapter.line("p", "kicker", &manuscript.kicker);
    chapter.xml.element("h1", &[], &manuscript.about.title);
    chapter.line("p", "standfirst", &manuscript.standfirst);
    chapter.line("p", "byline", &manuscript.byline);
    chapter.xml.close();
    manuscript.pieces().for_each(|piece| chapter.piece(piece));
    chapter.xml.finish()
}

struct Chapter<'a> {
    xml: Xml,
    pictures: &'a [Picture<'a>],
    words: &'static Phrases,
    headings: usize,
}

impl Chapter<'_> {
    fn line(&mut self, element: &'static str, class: &str, text: &RichText) {
        if text.is_empty() {
            return;
        }
        let class = [("class", class)];
        self.xml.open(element, if class[0].1.is_empty() { &[] } else { &class });
        self.rich(text);
        self.xml.close();
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(text) => self.line("p", "", text),
            Piece::Heading { level, words } => {
                let id = heading_id(self.headings);
                self.headings += 1;
                self.xml.open(if *level == 2 { "h2" } else { "h3" }, &[("id", &id)]);
                self.rich(words);
                self.xml.close();
            }
            Piece::Quotation { words, speaker } => {
                self.xml.open("blockquote", &[]);
                self.line("p", "", words);
                if !speaker.is_empty() {
                    self.xml.open("p", &[("class", "speaker")]).text("— ");
                    self.rich(speaker);
                    self.xml.close();
                }
                self.xml.close();
            }
            Piece::List(items) => self.list(items),
            Piece::Figure(figure) => self.figure(figure),
            Piece::Table { header, rows } => self.table(*header, rows),
            Piece::Divider => {
                self.xml.empty("hr", &[]);
            }
            Piece::Sources(sources) => {
                for source in sources {
                    self.xml.open("p", &[("class", "note")]).text(self.words.source).text(" ");
                    self.rich(&source.words());
                    self.xml.close();
                }
            }
            Piece::Facts(facts) => {
                self.xml.open("dl", &[]);
                for (word, fact) in facts {
                    self.xml.element("dt", &[], word).open("dd", &[]);
                    self.rich(fact);
                    self.xml.close();
                }
                self.xml.close();
            }
            Piece::Note(text) => self.line("p", "note", text),
        }
    }

    /// A list inside an item belongs to the item.
    fn list(&mut self, items: &[ListItem]) {
        let mut open: Vec<usize> = Vec::new();
        for item in items {
            while open.len() > item.depth + 1 || (open.len() == item.depth + 1 && open.last() != Some(&item.list)) {
                open.pop();
                self.xml.close().close();
            }
            if open.len() == item.depth + 1 {
                self.xml.close();
            } else {
                self.xml.open(if item.style == ListStyle::Bulleted { "ul" } else { "ol" }, &[]);
                open.push(item.list);
            }
            self.xml.open("li", &[]);
            self.rich(&item.words);
        }
        open.iter().for_each(|_| {
            self.xml.close().close();
        });
    }

    fn figure(&mut self, figure: &Figure) {
        let line = figure.line();
        let picture = self.pictures.iter().find(|picture| picture.photo == figure.photo);
        let Some(picture) = picture else {
            // The picture is lost; what it shows was written all the same.
            if !figure.alt.is_empty() {
                self.line("p", "note", &RichText::plain(&format!("{} {}", self.words.picture_shows, figure.alt)));
            }
            self.line("p", "note", &line);
            return;
        };
        self.xml.open("figure", &[]);
        let name = picture.name();
        let image = [("src", name.as_str()), ("alt", &figure.alt)];
        let role = [("role", "presentation")];
        self.xml.empty("img", &[&image[..], if figure.decorative { &role[..] } else { &[] }].concat());
        self.line("figcaption", "", &line);
        self.xml.close();
    }

    fn table(&mut self, header: bool, rows: &[Vec<RichText>]) {
        let (head, body) = rows.split_at(usize::from(header).min(rows.len()));
        self.xml.open("table", &[]);
        for (group, cell, attributes, rows) in
            [("thead", "th", &[("scope", "col")][..], head), ("tbody", "td", &[][..], body)]
        {
            if rows.is_empty() {
                continue;
            }
            self.xml.open(group, &[]);
            for row in rows {
                self.xml.open("tr", &[]);
                for words in row {
                    self.xml.open(cell, attributes);
                    self.rich(words);
                    self.xml.close();
                }
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn rich(&mut self, text: &RichText) {
        text.runs().for_each(|(words, style)| self.run(words, &style));
    }

    fn run(&mut self, words: &str, style: &Style) {
        let mut opened = 0;
        if let Some(link) = style.link.as_deref().and_then(Address::parse) {
            self.xml.open("a", &[("href", link.as_str())]);
            opened += 1;
        }
        if let Some(language) = style.language.as_deref().and_then(language_tag) {
            self.xml.open("span", &[("lang", &language), ("xml:lang", &language)]);
            opened += 1;
        }
        for (is_so, element) in [(style.strong, "strong"), (style.emphasis, "em")] {
            if is_so {
                self.xml.open(element, &[]);
                opened += 1;
            }
        }
        self.xml.text(words);
        for _ in 0..opened {
            self.xml.close();
        }
    }
}
