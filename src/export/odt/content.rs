//! `content.xml`: the text with its lists, tables and pictures.

use crate::export::address::Address;
use crate::export::docx::{size_emu, word_language};
use crate::export::manuscript::{Figure, ListItem, Manuscript, Piece, language_tag};
use crate::export::odt::NAMESPACES;
use crate::export::odt::parts::language_and_country;
use crate::export::pictures::{ByPhoto, PictureFile};
use crate::export::xml::Xml;
use crate::language::phrases::{self, Phrases};
use crate::report::{ListStyle, RichText, Style};

/// The part and its pictures.
pub(super) struct Content<'a> {
    pub xml: Vec<u8>,
    /// By their names in the package.
    pub pictures: Vec<(String, &'a PictureFile)>,
}

/// How a piece of a line is set: a style of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Set {
    strong: bool,
    emphasis: bool,
    language: Option<String>,
}

impl Set {
    fn of(style: &Style) -> Option<Self> {
        let language = style.language.as_deref().and_then(language_tag).map(|tag| word_language(&tag));
        let set = Self { strong: style.strong, emphasis: style.emphasis, language };
        (set.strong || set.emphasis || set.language.is_some()).then_some(set)
    }
}

impl<'a> Content<'a> {
    pub(super) fn of(manuscript: &Manuscript, pictures: &'a ByPhoto) -> Self {
        let words = phrases::of(&manuscript.about.language);
        let mut writer =
            Writer { xml: Xml::new(), sets: sets(manuscript), pictures, used: Vec::new(), words, tables: 0 };
        writer.document(manuscript);
        Self { xml: writer.xml.finish(), pictures: writer.used }
    }
}

/// Every way in which pieces of lines are set, each once.
fn sets(manuscript: &Manuscript) -> Vec<Set> {
    let mut sets = vec![Set { strong: true, emphasis: false, language: None }];
    let mut add = |text: &RichText| {
        for set in text.spans().iter().filter_map(|span| Set::of(&span.style)) {
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
    };
    add(&manuscript.standfirst);
    for piece in manuscript.pieces() {
        match piece {
            Piece::Paragraph(text) | Piece::Note(text) | Piece::Heading { words: text, .. } => add(text),
            Piece::Quotation { words, speaker } => [words, speaker].into_iter().for_each(&mut add),
            Piece::List(items) => items.iter().for_each(|item| add(&item.words)),
            Piece::Figure(figure) => add(&figure.caption),
            Piece::Table { rows, .. } => rows.iter().flatten().for_each(&mut add),
            Piece::Facts(facts) => facts.iter().for_each(|(_, fact)| add(fact)),
            Piece::Sources(_) | Piece::Divider => {}
        }
    }
    sets
}

struct Writer<'a> {
    xml: Xml,
    sets: Vec<Set>,
    pictures: &'a ByPhoto,
    used: Vec<(String, &'a PictureFile)>,
    words: &'static Phrases,
    tables: usize,
}

impl<'a> Writer<'a> {
    fn document(&mut self, manuscript: &Manuscript) {
        self.xml.open("office:document-content", &[&NAMESPACES[..], &[("office:version", "1.3")]].concat());
        self.automatic_styles();
        self.xml.open("office:body", &[]).open("office:text", &[]);
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
    }

    fn automatic_styles(&mut self) {
        self.xml.open("office:automatic-styles", &[]);
        for (index, set) in self.sets.clone().iter().enumerate() {
            self.xml.open("style:style", &[("style:name", &set_name(index)), ("style:family", "text")]);
            let mut properties = Vec::new();
            if set.strong {
                properties.push(("fo:font-weight", "bold"));
            }
            if set.emphasis {
                properties.push(("fo:font-style", "italic"));
            }
            if let Some(tag) = &set.language {
                let (language, country) = language_and_country(tag);
                properties.extend([("fo:language", language), ("fo:country", country)]);
            }
            self.xml.empty("style:text-properties", &properties).close();
        }
        let cell = [("style:name", "Cell"), ("style:family", "table-cell")];
        let border = [("fo:border", "0.5pt solid #808080"), ("fo:padding", "1.5mm")];
        self.xml.open("style:style", &cell).empty("style:table-cell-properties", &border).close();
        let table = [("style:name", "Table"), ("style:family", "table")];
        let gap = [("fo:margin-top", "8pt"), ("fo:margin-bottom", "12pt"), ("style:rel-width", "100%")];
        self.xml.open("style:style", &table).empty("style:table-properties", &gap).close();
        self.xml.close();
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(text) => self.paragraph("Standard", text),
            Piece::Heading { level, words } => self.heading(*level, words),
            Piece::Quotation { words, speaker } => {
                if !words.is_empty() {
                    self.paragraph("Quotations", words);
                }
                if !speaker.is_empty() {
                    let mut line = RichText::plain("— ");
                    line.append(speaker.clone());
                    self.paragraph("Quote_20_Speaker", &line);
                }
            }
            Piece::List(items) => self.list(items),
            Piece::Figure(figure) => self.figure(figure),
            Piece::Table { header, rows } => self.table(*header, rows),
            Piece::Divider => {
                self.xml.empty("text:p", &[("text:style-name", "Horizontal_20_Line")]);
            }
            Piece::Sources(sources) => sources.iter().for_each(|source| {
                let mut line = RichText::plain(&format!("{} ", self.words.source));
                line.append(source.words());
                self.paragraph("Note", &line);
            }),
            Piece::Facts(facts) => facts.iter().for_each(|(word, fact)| {
                let mut line = RichText::styled(&format!("{word}:"), Style { strong: true, ..Style::default() });
                line.append(RichText::plain(" "));
                line.append(fact.clone());
                self.paragraph("Standard", &line);
            }),
            Piece::Note(text) => self.paragraph("Note", text),
        }
    }

    fn paragraph(&mut self, style: &str, text: &RichText) {
        self.xml.open("text:p", &[("text:style-name", style)]);
        self.rich(text, true);
        self.xml.close();
    }

    fn heading(&mut self, level: u8, words: &RichText) {
        let (style, outline) = if level == 2 { ("Heading_20_1", "1") } else { ("Heading_20_2", "2") };
        self.xml.open("text:h", &[("text:style-name", style), ("text:outline-level", outline)]);
        self.rich(words, true);
        self.xml.close();
    }

    /// A list inside an item belongs to the item.
    fn list(&mut self, items: &[ListItem]) {
        let mut open: Vec<usize> = Vec::new();
        for item in items {
            while open.len() > item.depth + 1 || (open.len() == item.depth + 1 && open.last() != Some(&item.list)) {
                open.pop();
                self.xml.close().close();
            }
            let (list, paragraph) = match item.style {
                ListStyle::Bulleted => ("List_Bullets", "List_20_Bullet"),
                ListStyle::Numbered => ("List_Numbers", "List_20_Number"),
            };
            if open.len() == item.depth + 1 {
                self.xml.close();
            } else {
                self.xml.open("text:list", &[("text:style-name", list)]);
                open.push(item.list);
            }
            self.xml.open("text:list-item", &[]);
            self.paragraph(paragraph, &item.words);
        }
        open.iter().for_each(|_| {
            self.xml.close().close();
        });
    }

    fn figure(&mut self, figure: &Figure) {
        let pictures = self.pictures;
        let has_words = !figure.caption.is_empty() || !figure.credit.is_empty();
        if let Some(file) = pictures.get(&figure.photo).and_then(|made| made.widest()) {
            self.picture(figure, file, has_words);
        } else if !figure.alt.is_empty() {
            // The picture is lost; what it shows was written all the same.
            self.paragraph("Caption", &RichText::plain(&format!("{} {}", self.words.picture_shows, figure.alt)));
        }
        if !has_words {
            return;
        }
        self.xml.open("text:p", &[("text:style-name", "Caption")]);
        self.rich(&figure.caption, true);
        if !figure.credit.is_empty() {
            if !figure.caption.is_empty() {
                self.xml.empty("text:line-break", &[]);
            }
            self.xml.open("text:span", &[("text:style-name", "Photo_20_Credit")]);
            self.words(&figure.credit, true);
            self.xml.close();
        }
        self.xml.close();
    }

    fn picture(&mut self, figure: &Figure, file: &'a PictureFile, has_words: bool) {
        let name = format!("photo-{:02}", figure.number);
        let path = format!("Pictures/{name}.jpg");
        let (width, height) = size_emu(file.width, file.height);
        let mm = |emu: u64| format!("{:.2}mm", emu as f64 / 36_000.0);
        let (width, height) = (mm(width), mm(height));
        self.xml
            .open("text:p", &[("text:style-name", if has_words { "Picture_20_and_20_Caption" } else { "Picture" })]);
        let frame = [
            ("draw:name", name.as_str()),
            ("draw:style-name", "Graphics"),
            ("text:anchor-type", "as-char"),
            ("svg:width", &width),
            ("svg:height", &height),
        ];
        let decorative = [("loext:decorative", "true")];
        self.xml.open("draw:frame", &[&frame[..], if figure.decorative { &decorative[..] } else { &[] }].concat());
        let link = [("xlink:type", "simple"), ("xlink:show", "embed"), ("xlink:actuate", "onLoad")];
        self.xml.empty("draw:image", &[&[("xlink:href", path.as_str())], &link[..]].concat());
        if !figure.alt.is_empty() {
            self.xml.element("svg:desc", &[], &figure.alt);
        }
        self.xml.close().close();
        self.used.push((path, file));
    }

    fn table(&mut self, header: bool, rows: &[Vec<RichText>]) {
        self.tables += 1;
        let columns = rows.first().map_or(1, Vec::len).to_string();
        let name = format!("Table{}", self.tables);
        self.xml.open("table:table", &[("table:name", &name), ("table:style-name", "Table")]);
        self.xml.empty("table:table-column", &[("table:number-columns-repeated", &columns)]);
        for (index, row) in rows.iter().enumerate() {
            let is_head = header && index == 0;
            if is_head {
                self.xml.open("table:table-header-rows", &[]);
            }
            self.xml.open("table:table-row", &[]);
            for cell in row {
                self.xml.open("table:table-cell", &[("table:style-name", "Cell"), ("office:value-type", "string")]);
                self.paragraph(if is_head { "Table_20_Heading" } else { "Table_20_Contents" }, cell);
                self.xml.close();
            }
            self.xml.close();
            if is_head {
                self.xml.close();
            }
        }
        self.xml.close();
    }

    /// Words with their styles, at the start of a paragraph or behind something else.
    fn rich(&mut self, text: &RichText, begins: bool) {
        let mut begins = begins;
        for (words, style) in text.runs() {
            let link = style.link.as_deref().and_then(Address::parse);
            if let Some(link) = &link {
                let attributes =
                    [("xlink:type", "simple"), ("xlink:href", link.as_str()), ("text:style-name", "Internet_20_link")];
                self.xml.open("text:a", &attributes);
            }
            let set = Set::of(&style).and_then(|set| self.sets.iter().position(|known| *known == set));
            if let Some(index) = set {
                self.xml.open("text:span", &[("text:style-name", &set_name(index))]);
            }
            self.words(words, begins);
            begins = words.ends_with(' ');
            if set.is_some() {
                self.xml.close();
            }
            if link.is_some() {
                self.xml.close();
            }
        }
    }

    /// Words. ODF makes one space of several and none of the first, unless they are written as elements.
    fn words(&mut self, words: &str, begins: bool) {
        let mut rest = words;
        let mut after_space = begins;
        while !rest.is_empty() {
            if after_space && rest.starts_with(' ') {
                let spaces = rest.len() - rest.trim_start_matches(' ').len();
                self.xml.empty("text:s", &[("text:c", &spaces.to_string())]);
                rest = &rest[spaces..];
            } else {
                let end = rest.find("  ").map_or(rest.len(), |at| at + 1);
                self.xml.text(&rest[..end]);
                rest = &rest[end..];
            }
            after_space = true;
        }
    }
}

fn set_name(index: usize) -> String {
    format!("T{}", index + 1)
}
