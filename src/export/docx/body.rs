//! The document itself: paragraphs with their styles, lists, tables, pictures, links.

use crate::export::address::Address;
use crate::export::docx::parts::{BULLETS, link_relation, numbers, word_language};
use crate::export::docx::picture::{self, Picture};
use crate::export::docx::{heading_style, needs_end};
use crate::export::manuscript::{Figure, ListItem, Manuscript, Piece, Source, language_tag};
use crate::export::pictures::ByPhoto;
use crate::export::xml::Xml;
use crate::language::phrases::{self, Phrases};
use crate::report::{ListStyle, RichText, Style};

/// `word/document.xml` and what it refers to.
pub(super) struct Body<'a> {
    /// The part.
    pub xml: Vec<u8>,
    /// The addresses of its links, each once.
    pub links: Vec<String>,
    /// How deep each list with numbers stands.
    pub numbered: Vec<usize>,
    /// Its pictures.
    pub pictures: Vec<Picture<'a>>,
}

impl<'a> Body<'a> {
    pub(super) fn of(manuscript: &Manuscript, pictures: &'a ByPhoto) -> Self {
        let mut writer = Writer {
            xml: Xml::new(),
            links: Vec::new(),
            numbered: Vec::new(),
            used: Vec::new(),
            pictures,
            words: phrases::of(&manuscript.about.language),
        };
        writer.document(manuscript);
        Self { xml: writer.xml.finish(), links: writer.links, numbered: writer.numbered, pictures: writer.used }
    }
}

struct Writer<'a> {
    xml: Xml,
    links: Vec<String>,
    numbered: Vec<usize>,
    used: Vec<Picture<'a>>,
    pictures: &'a ByPhoto,
    words: &'static Phrases,
}

impl Writer<'_> {
    fn document(&mut self, manuscript: &Manuscript) {
        self.xml.open(
            "w:document",
            &[
                ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
                ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
                ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ],
        );
        self.xml.open("w:body", &[]);
        for (style, text) in [
            ("Kicker", &manuscript.kicker),
            ("Title", &manuscript.headline),
            ("Subtitle", &manuscript.standfirst),
            ("Byline", &manuscript.byline),
        ] {
            if !text.is_empty() {
                self.paragraph(style, text);
            }
        }
        manuscript.pieces().for_each(|piece| self.piece(piece));
        self.xml.open("w:sectPr", &[]);
        // A4 with 25 mm around, in twentieths of a point.
        self.xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [("w:top", "1417"), ("w:right", "1417"), ("w:bottom", "1417"), ("w:left", "1417")];
        let edges = [("w:header", "709"), ("w:footer", "709"), ("w:gutter", "0")];
        self.xml.empty("w:pgMar", &[&margins[..], &edges[..]].concat());
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(text) => self.paragraph("Normal", text),
            Piece::Heading { level, words } => self.paragraph(heading_style(*level), words),
            Piece::Quotation { words, speaker } => self.quotation(words, speaker),
            Piece::List(items) => self.list(items),
            Piece::Figure(figure) => self.figure(figure),
            Piece::Table { header, rows } => self.table(*header, rows),
            Piece::Divider => {
                self.begin("Divider");
                self.xml.close().close();
            }
            Piece::Sources(sources) => sources.iter().for_each(|source| self.source(source)),
            Piece::Facts(facts) => facts.iter().for_each(|(word, fact)| self.fact(word, fact)),
            Piece::Note(text) => self.paragraph("Note", text),
        }
        if needs_end(piece) {
            self.begin("TableEnd");
            self.xml.close().close();
        }
    }

    /// Opens a paragraph and its properties.
    fn begin(&mut self, style: &str) {
        self.xml.open("w:p", &[]).open("w:pPr", &[]).empty("w:pStyle", &[("w:val", style)]);
    }

    fn paragraph(&mut self, style: &str, text: &RichText) {
        self.begin(style);
        self.xml.close();
        self.rich(text);
        self.xml.close();
    }

    fn quotation(&mut self, words: &RichText, speaker: &RichText) {
        if !words.is_empty() {
            self.begin("Quote");
            if !speaker.is_empty() {
                self.xml.empty("w:keepNext", &[]);
            }
            self.xml.close();
            self.rich(words);
            self.xml.close();
        }
        if !speaker.is_empty() {
            let mut line = RichText::plain("— ");
            line.append(speaker.clone());
            self.paragraph("QuoteSpeaker", &line);
        }
    }

    fn list(&mut self, items: &[ListItem]) {
        let first = self.numbered.len();
        let mut known: Vec<usize> = Vec::new();
        for item in items {
            let id = match item.style {
                ListStyle::Bulleted => BULLETS,
                ListStyle::Numbered => {
                    let at = known.iter().position(|list| *list == item.list).unwrap_or_else(|| {
                        known.push(item.list);
                        self.numbered.push(item.depth.min(8));
                        known.len() - 1
                    });
                    numbers(first + at)
                }
            };
            self.begin(if item.style == ListStyle::Bulleted { "ListBullet" } else { "ListNumber" });
            self.xml.open("w:numPr", &[]).empty("w:ilvl", &[("w:val", &item.depth.min(8).to_string())]);
            self.xml.empty("w:numId", &[("w:val", &id.to_string())]).close().close();
            self.rich(&item.words);
            self.xml.close();
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let pictures = self.pictures;
        let has_words = !figure.caption.is_empty() || !figure.credit.is_empty();
        if let Some(file) = pictures.get(&figure.photo).and_then(|made| made.widest()) {
            let picture = Picture::new(figure.number, file);
            self.begin("Picture");
            if !has_words {
                self.xml.empty("w:keepNext", &[("w:val", "0")]);
            }
            self.xml.close();
            picture::write(&mut self.xml, &picture, file, figure);
            self.xml.close();
            self.used.push(picture);
        } else if !figure.alt.is_empty() {
            // The picture is lost; what it shows was written all the same.
            self.paragraph("Caption", &RichText::plain(&format!("{} {}", self.words.picture_shows, figure.alt)));
        }
        if !has_words {
            return;
        }
        self.begin("Caption");
        self.xml.close();
        self.rich(&figure.caption);
        if !figure.credit.is_empty() {
            self.xml.open("w:r", &[]).open("w:rPr", &[]).empty("w:rStyle", &[("w:val", "PhotoCredit")]).close();
            if !figure.caption.is_empty() {
                self.xml.empty("w:br", &[]);
            }
            self.words(&figure.credit);
            self.xml.close();
        }
        self.xml.close();
    }

    fn table(&mut self, header: bool, rows: &[Vec<RichText>]) {
        let columns = rows.first().map_or(1, Vec::len).max(1);
        // In twentieths of a point.
        let width = (9072 / columns).to_string();
        self.xml.open("w:tbl", &[]).open("w:tblPr", &[]).empty("w:tblStyle", &[("w:val", "TableGrid")]);
        self.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        let look = [("w:firstRow", if header { "1" } else { "0" }), ("w:noHBand", "1"), ("w:noVBand", "1")];
        self.xml.empty("w:tblLook", &look).close();
        self.xml.open("w:tblGrid", &[]);
        (0..columns).for_each(|_| {
            self.xml.empty("w:gridCol", &[("w:w", &width)]);
        });
        self.xml.close();
        for (index, row) in rows.iter().enumerate() {
            let is_head = header && index == 0;
            self.xml.open("w:tr", &[]).open("w:trPr", &[]).empty("w:cantSplit", &[]);
            if is_head {
                self.xml.empty("w:tblHeader", &[]);
            }
            self.xml.close();
            for cell in row {
                self.xml.open("w:tc", &[]).open("w:tcPr", &[]);
                self.xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]).close();
                self.paragraph(if is_head { "TableHeading" } else { "TableText" }, cell);
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn source(&mut self, source: &Source) {
        let mut line = RichText::plain(&format!("{} ", self.words.source));
        line.append(source.words());
        self.paragraph("Note", &line);
    }

    fn fact(&mut self, word: &str, fact: &RichText) {
        let mut line = RichText::styled(&format!("{word}:"), Style { strong: true, ..Style::default() });
        line.append(RichText::plain(" "));
        line.append(fact.clone());
        self.paragraph("Normal", &line);
    }

    fn rich(&mut self, text: &RichText) {
        for (words, style) in text.runs() {
            let link = style.link.as_deref().and_then(Address::parse);
            if let Some(link) = &link {
                let index = self.links.iter().position(|known| known == link.as_str()).unwrap_or_else(|| {
                    self.links.push(link.as_str().to_owned());
                    self.links.len() - 1
                });
                self.xml.open("w:hyperlink", &[("r:id", &link_relation(index)), ("w:history", "1")]);
            }
            self.run(words, &style, link.is_some());
            if link.is_some() {
                self.xml.close();
            }
        }
    }

    fn run(&mut self, words: &str, style: &Style, is_link: bool) {
        let language = style.language.as_deref().and_then(language_tag).map(|tag| word_language(&tag));
        self.xml.open("w:r", &[]);
        if style.strong || style.emphasis || is_link || language.is_some() {
            self.xml.open("w:rPr", &[]);
            if is_link {
                self.xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
            }
            if style.strong {
                self.xml.empty("w:b", &[]).empty("w:bCs", &[]);
            }
            if style.emphasis {
                self.xml.empty("w:i", &[]).empty("w:iCs", &[]);
            }
            if let Some(language) = &language {
                self.xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", language)]);
            }
            self.xml.close();
        }
        self.words(words);
        self.xml.close();
    }

    fn words(&mut self, words: &str) {
        self.xml.element("w:t", &[("xml:space", "preserve")], words);
    }
}
