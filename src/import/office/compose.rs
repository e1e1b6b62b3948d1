//! What a document says becomes a page, which the reader of pages makes a draft of: one set of rules for lists, quotations, tables and
//! captions, whatever an article comes from.

use std::sync::Arc;

use crate::import::page::{NodeId, Reader, Tree};
use crate::import::{Draft, DraftBlock, Dropped, NoticeKind, PictureTarget};
use crate::report::{BlockKind, ListStyle, RichText};

use super::byline::{self, Byline};
use super::figures::{self, Figure};
use super::flow::{Block, Cell, Kind, Look, Paragraph, Part, Picture, PictureSource, Table};
use super::languages;

/// A document as it was read.
#[derive(Debug, Default)]
pub struct Document {
    /// What it says.
    pub blocks: Vec<Block>,
    /// The notes under its pages, which stand at the end of the text.
    pub notes: Vec<Block>,
    /// How many there are.
    pub note_count: usize,
    /// What its properties say.
    pub properties: Properties,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// What the properties of a document say of it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Properties {
    /// What it is called.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Words to find it by.
    pub keywords: String,
}

/// Loads a picture of the document by the name of its part.
pub type Load<'a> = &'a mut dyn FnMut(&str) -> PictureTarget;

/// The draft of a document.
pub fn draft(mut document: Document, load: Load<'_>) -> Draft {
    let language = languages::settle(&mut document.blocks);
    languages::settle(&mut document.notes);
    let head = Head::take_off(&mut document);
    let mut page = Page { tree: Tree::empty(), pictures: Vec::new(), top_heading: top_heading(&document.blocks) };
    page.blocks(Tree::ROOT, &document.blocks);
    page.blocks(Tree::ROOT, &document.notes);
    let mut reader = Reader::new(&page.tree);
    reader.take_languages();
    reader.read(Tree::ROOT);
    let mut draft = reader.finish();
    for block in &mut draft.blocks {
        let DraftBlock::Picture(place) = block else { continue };
        let PictureTarget::Beside(key) = &place.target else { continue };
        let known = key.strip_prefix(KEY).and_then(|number| number.parse::<usize>().ok());
        let Some(picture) = known.and_then(|number| page.pictures.get(number)) else { continue };
        place.decorative = picture.decorative;
        if let PictureSource::Part(name) = &picture.source {
            place.target = load(name);
        }
    }
    if document.note_count > 0 {
        draft.notices.push(NoticeKind::NotesAtEnd { count: document.note_count });
    }
    for dropped in document.dropped {
        (0..dropped.count).for_each(|_| Dropped::count(&mut draft.dropped, dropped.kind, None));
    }
    draft.language = language;
    head.fill(&mut draft, &document.properties);
    draft
}

/// Stands for a picture of the document in the page.
const KEY: &str = "part-";

/// What stands above the text.
#[derive(Debug, Default)]
struct Head {
    kicker: Option<RichText>,
    headline: Option<RichText>,
    standfirst: Option<RichText>,
    byline: Option<Byline>,
}

impl Head {
    /// Takes the title off the beginning, or the only heading of the first level where that comes before all words; and the subtitle.
    fn take_off(document: &mut Document) -> Self {
        let mut head = Self::default();
        let blocks = &mut document.blocks;
        let is_first_level =
            |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.kind == Kind::Heading(1));
        let is_only = blocks.iter().filter(|block| is_first_level(block)).count() == 1;
        let wanted = |kind: Kind| kind == Kind::Title || (kind == Kind::Heading(1) && is_only);
        if title_after_one_line(blocks) {
            head.kicker = take_first(blocks, |_| true);
        }
        head.headline = take_first(blocks, wanted);
        if head.headline.is_some() {
            head.byline = take_byline(blocks);
            head.standfirst = take_first(blocks, |kind| kind == Kind::Subtitle);
            head.byline = head.byline.or_else(|| take_byline(blocks));
        }
        head
    }

    /// What a word processor says of a document is said of the program's user too: a name counts only where it looks like one of a person,
    /// a title only where the document has none.
    fn fill(self, draft: &mut Draft, properties: &Properties) {
        let said = |words: &str| Some(RichText::plain(words.trim())).filter(|words| !words.is_empty());
        draft.headline = self.headline.or_else(|| said(&properties.title).filter(|title| is_title(title.as_str())));
        draft.kicker = self.kicker;
        draft.standfirst = self.standfirst;
        let byline = self.byline.unwrap_or_default();
        let of_properties = || said(&properties.author).filter(|author| is_name(author.as_str()));
        draft.byline = said(&byline.authors).or_else(of_properties);
        draft.place = said(&byline.place);
        draft.date = byline.date;
        let words = properties.keywords.split([',', ';']).map(str::trim).filter(|word| !word.is_empty());
        draft.keywords = words.map(Arc::from).collect();
    }
}

/// Whether one short line stands above the title: what stands there is the line above the headline.
fn title_after_one_line(blocks: &[Block]) -> bool {
    const LONGEST: usize = 100;
    let mut said = blocks.iter().filter_map(figures::paragraph).filter(|paragraph| paragraph.has_words());
    let (first, second) = (said.next(), said.next());
    let is_line = |paragraph: &Paragraph| {
        paragraph.kind == Kind::Body && !paragraph.has_picture() && paragraph.words().chars().count() <= LONGEST
    };
    first.is_some_and(is_line) && second.is_some_and(|paragraph| paragraph.kind == Kind::Title)
}

/// The words of the first paragraph that has any, where it is of a kind. Pictures in it stay.
fn take_first(blocks: &mut Vec<Block>, wanted: impl Fn(Kind) -> bool) -> Option<RichText> {
    let has_words = |block: &Block| !matches!(block, Block::Paragraph(paragraph) if !paragraph.has_words());
    let first = blocks.iter().position(has_words)?;
    let Some(Block::Paragraph(paragraph)) = blocks.get_mut(first) else { return None };
    if !wanted(paragraph.kind) {
        return None;
    }
    let words = RichText::plain(paragraph.words().trim());
    paragraph.parts.retain(|part| matches!(part, Part::Picture(_)));
    paragraph.kind = Kind::Body;
    if paragraph.parts.is_empty() {
        blocks.remove(first);
    }
    Some(words)
}

/// The line of the authors, where the next words are one; what of it is not understood stays as a paragraph.
fn take_byline(blocks: &mut Vec<Block>) -> Option<Byline> {
    let has_words = |block: &Block| figures::paragraph(block).is_none_or(Paragraph::has_words);
    let first = blocks.iter().position(has_words)?;
    let Some(Block::Paragraph(paragraph)) = blocks.get_mut(first) else { return None };
    if paragraph.has_picture() || !matches!(paragraph.kind, Kind::Body | Kind::Byline) {
        return None;
    }
    let read = byline::read(paragraph, paragraph.kind == Kind::Byline)?;
    if read.rest.is_empty() {
        blocks.remove(first);
    } else {
        paragraph.kind = Kind::Body;
        paragraph.parts = vec![Part::Words(read.rest.clone(), Look::default())];
    }
    Some(read)
}

fn is_title(title: &str) -> bool {
    const MEANT_FOR_NOBODY: [&str; 6] = ["microsoft word", "document", "untitled", "документ", "без имени", "tài liệu"];
    let small = title.to_lowercase();
    !MEANT_FOR_NOBODY.iter().any(|start| small.starts_with(start))
        && ![".doc", ".docx", ".odt", ".rtf"].iter().any(|ending| small.ends_with(ending))
}

/// Two words or more with capital letters that are not those of an account.
fn is_name(author: &str) -> bool {
    const ACCOUNTS: [&str; 8] =
        ["microsoft", "office", "user", "admin", "windows", "пользователь", "python", "libreoffice"];
    let small = author.to_lowercase();
    let words: Vec<&str> = author.split_whitespace().collect();
    words.len() >= 2
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && !ACCOUNTS.iter().any(|account| small.contains(account))
}

/// The level of the highest headings: they become those of the story's parts.
fn top_heading(blocks: &[Block]) -> u8 {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(Paragraph { kind: Kind::Heading(level), .. }) => Some(*level),
        _ => None,
    });
    levels.min().unwrap_or(1)
}

/// A page in the making.
struct Page {
    tree: Tree,
    pictures: Vec<Picture>,
    top_heading: u8,
}

impl Page {
    fn blocks(&mut self, parent: NodeId, blocks: &[Block]) {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            at += 1;
            match block {
                Block::Divider => {
                    self.tree.add_element(parent, "hr", &[]);
                }
                Block::Table(table) => self.table(parent, table),
                Block::Paragraph(paragraph) => {
                    if let Some(figure) = figures::at(blocks, at - 1) {
                        self.figure(parent, &figure);
                        at = figure.end;
                    } else if paragraph.kind == Kind::Quotation {
                        let quotation = self.tree.add_element(parent, "blockquote", &[]);
                        let first = at - 1;
                        at += blocks[at..].iter().take_while(|block| is_quotation(block)).count();
                        let quoted = blocks[first..at].iter().filter_map(figures::paragraph);
                        quoted.for_each(|paragraph| self.element(quotation, "p", &paragraph.parts));
                    } else {
                        self.paragraph(parent, paragraph);
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, parent: NodeId, paragraph: &Paragraph) {
        match paragraph.kind {
            Kind::Title => self.element(parent, "h2", &paragraph.parts),
            Kind::Heading(level) => {
                let name = match level.saturating_sub(self.top_heading) {
                    0 => "h2",
                    1 => "h3",
                    _ => "h4",
                };
                self.element(parent, name, &paragraph.parts);
            }
            Kind::Item(style, level) => {
                let list = self.tree.add_element(parent, if style == ListStyle::Numbered { "ol" } else { "ul" }, &[]);
                let level = (level.min(BlockKind::MAX_LIST_LEVEL) + 1).to_string();
                let item = self.tree.add_element(list, "li", &[("aria-level", &level), KEEPS_SPACE]);
                self.parts(item, &paragraph.parts);
            }
            Kind::Body | Kind::Subtitle | Kind::Byline | Kind::Quotation | Kind::Caption | Kind::TableCaption => {
                self.element(parent, "p", &paragraph.parts);
            }
        }
    }

    fn element(&mut self, parent: NodeId, name: &str, parts: &[Part]) {
        let element = self.tree.add_element(parent, name, &[KEEPS_SPACE]);
        self.parts(element, parts);
    }

    fn figure(&mut self, parent: NodeId, figure: &Figure<'_>) {
        let element = self.tree.add_element(parent, "figure", &[]);
        let is_picture = |part: &Part| matches!(part, Part::Picture(_));
        let pictures: Vec<Part> =
            figure.pictures.iter().flat_map(|from| &from.parts).filter(|part| is_picture(part)).cloned().collect();
        self.element(element, "div", &pictures);
        for caption in &figure.captions {
            let words: Vec<Part> = caption.parts.iter().filter(|part| !is_picture(part)).cloned().collect();
            self.element(element, "figcaption", &words);
        }
    }

    /// A table of one row or column only lays out what is in it. In the cells of others stand words, and their pictures after the table.
    fn table(&mut self, parent: NodeId, table: &Table) {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        if let Some(blocks) = figures::of_layout(table) {
            self.blocks(parent, &blocks);
            return;
        }
        if table.rows.len() < 2 || columns < 2 {
            let all: Vec<Block> = table.rows.iter().flatten().flat_map(|cell| cell.blocks.iter().cloned()).collect();
            self.blocks(parent, &all);
            return;
        }
        let element = self.tree.add_element(parent, "table", &[]);
        let has_bold_head = has_bold_head(table);
        for (number, cells) in table.rows.iter().enumerate() {
            let row = self.tree.add_element(element, "tr", &[]);
            for cell in cells {
                let is_head = cell.is_head || (number == 0 && has_bold_head);
                let (columns, rows) = (cell.columns.to_string(), cell.rows.to_string());
                let spans = [("colspan", columns.as_str()), ("rowspan", rows.as_str())];
                let place = self.tree.add_element(row, if is_head { "th" } else { "td" }, &spans);
                for paragraph in paragraphs_of(cell) {
                    let parts = if is_head { without_weight(&paragraph.parts) } else { paragraph.parts.clone() };
                    self.element(place, "p", &parts);
                }
            }
        }
    }

    fn parts(&mut self, parent: NodeId, parts: &[Part]) {
        let mut words = String::new();
        let mut at = parts.iter().peekable();
        while let Some(part) = at.next() {
            match part {
                Part::Break => {
                    self.tree.add_element(parent, "br", &[]);
                }
                Part::Picture(picture) => self.picture(parent, picture),
                Part::Words(first, look) => {
                    words.clear();
                    words.push_str(first);
                    while let Some(Part::Words(more, _)) =
                        at.next_if(|next| matches!(next, Part::Words(_, other) if other == look))
                    {
                        words.push_str(more);
                    }
                    self.words(parent, &words, look);
                }
            }
        }
    }

    fn words(&mut self, parent: NodeId, words: &str, look: &Look) {
        let mut at = parent;
        let mut wrap = |name: &str, attributes: &[(&str, &str)]| at = self.tree.add_element(at, name, attributes);
        if look.hidden {
            wrap("span", &[("style", "display:none")]);
        }
        if let Some(link) = &look.link {
            wrap("a", &[("href", link)]);
        } else if look.formatted {
            wrap("u", &[]);
        }
        if let Some(language) = &look.language {
            wrap("span", &[("lang", language)]);
        }
        for (is_so, name) in [(look.raised, "sup"), (look.strong, "b"), (look.emphasis, "i")] {
            if is_so {
                wrap(name, &[]);
            }
        }
        self.tree.add_text(at, words);
    }

    fn picture(&mut self, parent: NodeId, picture: &Picture) {
        let key = match &picture.source {
            PictureSource::Part(_) => format!("{KEY}{}", self.pictures.len()),
            PictureSource::Elsewhere(address) => address.clone(),
        };
        self.pictures.push(picture.clone());
        let alt = if picture.decorative { "" } else { &picture.alt };
        self.tree.add_element(parent, "img", &[("src", &key), ("alt", alt)]);
    }
}

/// Word processors mean every space that they write.
const KEEPS_SPACE: (&str, &str) = ("style", "white-space:pre-wrap");

fn is_quotation(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if paragraph.kind == Kind::Quotation)
}

/// The paragraphs of a cell, those of tables in it too.
fn paragraphs_of(cell: &Cell) -> Vec<&Paragraph> {
    let mut found = Vec::new();
    let mut open: Vec<&Block> = cell.blocks.iter().rev().collect();
    while let Some(block) = open.pop() {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Table(table) => open.extend(table.rows.iter().flatten().flat_map(|cell| &cell.blocks).rev()),
            Block::Divider => {}
        }
    }
    found
}

/// Whether the first row alone is bold throughout: so most people mark what stands in the columns.
fn has_bold_head(table: &Table) -> bool {
    let is_bold = |row: &Vec<Cell>| {
        let mut parts = row.iter().flat_map(paragraphs_of).flat_map(|paragraph| &paragraph.parts).peekable();
        parts.peek().is_some()
            && parts.all(|part| match part {
                Part::Words(words, look) => look.strong || super::flow::is_blank(words),
                Part::Break => true,
                Part::Picture(_) => false,
            })
    };
    let bold = table.rows.iter().filter(|row| is_bold(row)).count();
    bold == 1 && table.rows.first().is_some_and(is_bold)
}

fn without_weight(parts: &[Part]) -> Vec<Part> {
    let plain = |part: &Part| match part {
        Part::Words(words, look) => Part::Words(words.clone(), Look { strong: false, ..look.clone() }),
        part => part.clone(),
    };
    parts.iter().map(plain).collect()
}
