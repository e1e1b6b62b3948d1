//! Walks through the text of a document of Word.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::office::flow::{Block, Cell, Kind, Look, Paragraph, Part, Table};
use crate::import::office::names;
use crate::import::office::xml::{child, value, walk};
use crate::import::{Dropped, DroppedKind};

use super::field::Fields;
use super::numbering::Numbering;
use super::relations::Relations;
use super::styles::{ListLevel, Setting, Styles, list_level, outline_level};

/// So deep tables and text boxes stand in each other; deeper ones are read as plain words.
const DEEPEST: usize = 48;
/// So many columns or rows a cell takes.
const MOST_SPANNED: usize = 1_000;

/// What a text is understood by.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Its styles.
    pub styles: &'a Styles,
    /// Its lists.
    pub numbering: &'a Numbering,
    /// Where its pictures and links are.
    pub relations: &'a Relations,
}

/// Where a note stands in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Under the page.
    Foot,
    /// At the end.
    End,
}

impl NoteKind {
    /// How the part with these notes is called.
    pub fn relation(self) -> &'static str {
        match self {
            Self::Foot => "/footnotes",
            Self::End => "/endnotes",
        }
    }
}

/// What was read so far.
#[derive(Debug)]
pub struct Story<'a> {
    /// What the text is understood by.
    pub context: Context<'a>,
    /// The notes that the text has, in order.
    pub note_ids: Vec<(NoteKind, String)>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
    pub(super) fields: Fields,
    /// The words of paragraphs whose end was deleted: they belong to the next one.
    carried: Vec<Part>,
}

/// The words of a paragraph, and what stands in it but apart from them.
#[derive(Debug, Default)]
pub struct Line {
    /// The words and pictures.
    pub parts: Vec<Part>,
    /// Text boxes and rules, which come after it.
    pub after: Vec<Block>,
    /// What the number in it is of.
    pub numbers: Option<Kind>,
}

impl<'a> Story<'a> {
    /// Nothing yet.
    pub fn new(context: Context<'a>) -> Self {
        Self { context, note_ids: Vec::new(), dropped: Vec::new(), fields: Fields::default(), carried: Vec::new() }
    }

    /// Counts something that is left out.
    pub fn drop(&mut self, kind: DroppedKind) {
        Dropped::count(&mut self.dropped, kind, None);
    }

    /// Reads the paragraphs and tables in an element.
    pub fn blocks(&mut self, parent: Node<'_, '_>, depth: usize, blocks: &mut Vec<Block>) {
        if depth > DEEPEST {
            blocks.push(words_alone(parent));
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node, depth, blocks),
                "tbl" => {
                    let table = self.table(node, depth);
                    blocks.push(Block::Table(table));
                }
                "sdt" if is_contents(node) => self.drop(DroppedKind::Surroundings),
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.blocks(content, depth + 1, blocks);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(node, depth + 1, blocks),
                "AlternateContent" => {
                    if let Some(chosen) = child(node, "Choice").or_else(|| child(node, "Fallback")) {
                        self.blocks(chosen, depth + 1, blocks);
                    }
                }
                "altChunk" => self.drop(DroppedKind::Embedded),
                "del" => self.drop(DroppedKind::Deletion),
                _ => {}
            }
        }
    }

    /// Words that waited for a next paragraph get one of their own.
    pub fn end(&mut self, blocks: &mut Vec<Block>) {
        let parts = std::mem::take(&mut self.carried);
        if !parts.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { kind: Kind::Body, parts }));
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, depth: usize, blocks: &mut Vec<Block>) {
        let properties = child(node, "pPr");
        let named = properties.and_then(|node| child(node, "pStyle")).and_then(|style| value(style, "val"));
        let styles = self.context.styles;
        let style = styles.paragraph_style(named);
        let mut kind = self.kind(properties, style);
        let mut base = styles.setting(style);
        if !matches!(kind, Kind::Body | Kind::Item(..)) {
            // That a heading or a caption is bold or slanted is what it is.
            (base.strong, base.emphasis) = (None, None);
        }
        let mut line = Line { parts: std::mem::take(&mut self.carried), ..Line::default() };
        self.inline(node, &base, None, depth, &mut line);
        let is_joined = properties.and_then(|node| child(node, "rPr")).is_some_and(|mark| child(mark, "del").is_some());
        if is_joined {
            self.carried = line.parts;
            blocks.extend(line.after);
            return;
        }
        if kind == Kind::Body
            && let Some(numbered) = line.numbers
        {
            kind = numbered;
        }
        let paragraph = Paragraph { kind, parts: line.parts };
        if kind == Kind::Caption && !paragraph.has_picture() && names::begins_with_table(&paragraph.words()) {
            blocks.push(Block::Paragraph(Paragraph { kind: Kind::TableCaption, ..paragraph }));
        } else if !paragraph.parts.is_empty() {
            blocks.push(Block::Paragraph(paragraph));
        } else if properties.and_then(|node| child(node, "pBdr")).is_some_and(has_rule) && line.after.is_empty() {
            blocks.push(Block::Divider);
        }
        blocks.extend(line.after);
    }

    fn kind(&self, properties: Option<Node<'_, '_>>, style: Option<&str>) -> Kind {
        let styles = self.context.styles;
        let outlined = properties.and_then(outline_level);
        let known = outlined.or_else(|| styles.kind(style));
        if let Some(known) = known {
            return known;
        }
        let own = properties.and_then(list_level).unwrap_or_default();
        let from_style = styles.list(style).unwrap_or_default();
        let list = ListLevel { list: own.list.or(from_style.list), level: own.level.or(from_style.level) };
        let level = list.level.unwrap_or(0);
        let item = list.list.and_then(|id| self.context.numbering.style(&id, level));
        if let Some(item) = item {
            return Kind::Item(item, level);
        }
        if properties.and_then(|node| child(node, "ind")).is_some_and(is_set_in) { Kind::Quotation } else { Kind::Body }
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Table {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        // The cell that goes on downwards in each column, by row and place.
        let mut open: HashMap<usize, (usize, usize)> = HashMap::new();
        let mut row_nodes = Vec::new();
        walk(node, |inside| match inside.tag_name().name() {
            "tr" => {
                row_nodes.push(inside);
                false
            }
            name => matches!(name, "sdt" | "sdtContent" | "ins" | "customXml"),
        });
        for row_node in row_nodes {
            let properties = child(row_node, "trPr");
            if properties.is_some_and(|node| child(node, "del").is_some()) {
                self.drop(DroppedKind::Deletion);
                continue;
            }
            let is_head = properties
                .and_then(|node| child(node, "tblHeader"))
                .is_some_and(|node| value(node, "val").is_none_or(super::styles::is_on));
            let mut row = Vec::new();
            let mut column = 0;
            let mut cell_nodes = Vec::new();
            walk(row_node, |inside| match inside.tag_name().name() {
                "tc" => {
                    cell_nodes.push(inside);
                    false
                }
                name => matches!(name, "sdt" | "sdtContent" | "ins" | "customXml"),
            });
            for cell_node in cell_nodes {
                let cell_properties = child(cell_node, "tcPr");
                let said = |name| cell_properties.and_then(|node| child(node, name));
                let span = said("gridSpan").and_then(|node| value(node, "val")).and_then(|span| span.parse().ok());
                let columns = span.unwrap_or(1).clamp(1, MOST_SPANNED);
                let mut blocks = Vec::new();
                self.blocks(cell_node, depth + 1, &mut blocks);
                self.end(&mut blocks);
                let merged = said("vMerge").map(|node| value(node, "val").unwrap_or("continue") == "restart");
                let above = open.get(&column).copied().filter(|_| merged == Some(false));
                match above.and_then(|(row, place)| rows.get_mut(row)?.get_mut(place)) {
                    Some(cell) => {
                        cell.rows += 1;
                        // What stands hidden under a merged cell is nothing, in what Word writes.
                        cell.blocks.extend(blocks.into_iter().filter(says_something));
                    }
                    None => {
                        open.remove(&column);
                        if merged == Some(true) {
                            open.insert(column, (rows.len(), row.len()));
                        }
                        row.push(Cell { columns, rows: 1, is_head, blocks });
                    }
                }
                column += columns;
            }
            rows.push(row);
        }
        Table { rows }
    }
}

fn says_something(block: &Block) -> bool {
    !matches!(block, Block::Paragraph(paragraph) if !paragraph.has_words() && !paragraph.has_picture())
}

/// A table of contents, made by Word of what the text says anyway.
fn is_contents(node: Node<'_, '_>) -> bool {
    let part = child(node, "sdtPr").and_then(|node| child(node, "docPartObj"));
    let gallery = part.and_then(|node| child(node, "docPartGallery")).and_then(|node| value(node, "val"));
    gallery == Some("Table of Contents")
}

/// A line under or over an empty paragraph.
fn has_rule(borders: Node<'_, '_>) -> bool {
    ["top", "bottom", "between"].iter().any(|side| {
        child(borders, side).and_then(|node| value(node, "val")).is_some_and(|line| !matches!(line, "nil" | "none"))
    })
}

/// Set in on both sides, as quotations are: in twentieths of a point, by half a centimetre or more.
fn is_set_in(indent: Node<'_, '_>) -> bool {
    const LEAST: i32 = 280;
    let side = |names: [&str; 2]| names.iter().find_map(|name| value(indent, name)?.parse::<i32>().ok()).unwrap_or(0);
    side(["left", "start"]) >= LEAST && side(["right", "end"]) >= LEAST
}

/// The words in an element that stands too deep for anything else.
fn words_alone(node: Node<'_, '_>) -> Block {
    let mut words = String::new();
    for inside in node.descendants().filter(Node::is_element) {
        match inside.tag_name().name() {
            "p" if !words.is_empty() => words.push(' '),
            "t" => words.push_str(&crate::import::office::xml::text(inside)),
            _ => {}
        }
    }
    Block::Paragraph(Paragraph { kind: Kind::Body, parts: vec![Part::Words(words, Look::default())] })
}

/// How a run is set: by itself, by its style, and by that of the paragraph.
pub fn setting(styles: &Styles, properties: Option<Node<'_, '_>>, base: &Setting) -> Setting {
    let own = properties.map(Setting::read).unwrap_or_default();
    let named = properties.and_then(|node| child(node, "rStyle")).and_then(|style| value(style, "val"));
    own.or(&styles.setting(named)).or(base)
}
