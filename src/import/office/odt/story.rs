//! Walks through the text of an OpenDocument.

use roxmltree::Node;

use crate::import::office::flow::{Block, Kind, Look, Paragraph, Part};
use crate::import::office::xml::{all_text, value, walk};
use crate::import::{Dropped, DroppedKind};

use super::line::Line;
use super::styles::{Family, Styles};

/// So deep lists, tables and text boxes stand in each other; deeper ones are read as plain words.
pub const DEEPEST: usize = 64;

/// What was read so far.
#[derive(Debug)]
pub struct Story<'a> {
    /// The styles of the document.
    pub styles: &'a Styles,
    /// The notes, each with its number.
    pub notes: Vec<Block>,
    /// How many there are.
    pub note_count: usize,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// The list that is open.
#[derive(Debug, Clone, Copy)]
pub struct OpenList<'s> {
    style: Option<&'s str>,
    level: u8,
}

impl<'a> Story<'a> {
    /// Nothing yet, but for what was left out before.
    pub fn new(styles: &'a Styles, dropped: Vec<Dropped>) -> Self {
        Self { styles, notes: Vec::new(), note_count: 0, dropped }
    }

    /// Counts something that is left out.
    pub fn drop(&mut self, kind: DroppedKind) {
        Dropped::count(&mut self.dropped, kind, None);
    }

    /// Reads the paragraphs, lists and tables in an element.
    pub fn blocks(&mut self, parent: Node<'_, '_>, list: Option<OpenList<'_>>, depth: usize, blocks: &mut Vec<Block>) {
        if depth > DEEPEST {
            blocks.push(words_alone(parent));
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" | "h" => self.paragraph(node, None, depth, blocks),
                "list" => self.list(node, list, depth, blocks),
                "table" => {
                    let table = self.table(node, depth);
                    blocks.push(Block::Table(table));
                }
                "section" | "bibliography" | "index-body" | "index-title" => self.blocks(node, list, depth + 1, blocks),
                "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index"
                | "alphabetical-index" => self.drop(DroppedKind::Surroundings),
                "tracked-changes" => {
                    let mut deletions = 0;
                    walk(node, |inside| {
                        deletions += usize::from(inside.tag_name().name() == "deletion");
                        inside.tag_name().name() == "changed-region"
                    });
                    (0..deletions).for_each(|_| self.drop(DroppedKind::Deletion));
                }
                "frame" | "g" | "a" | "custom-shape" | "rect" | "ellipse" | "line" | "polygon" | "path" => {
                    let mut line = Line::default();
                    self.drawn(node, depth + 1, &mut line);
                    if !line.parts.is_empty() {
                        blocks.push(Block::Paragraph(Paragraph { kind: Kind::Body, parts: line.parts }));
                    }
                    blocks.extend(line.after);
                }
                _ => {}
            }
        }
    }

    fn list(&mut self, node: Node<'_, '_>, around: Option<OpenList<'_>>, depth: usize, blocks: &mut Vec<Block>) {
        let own = value(node, "style-name").or(around.and_then(|list| list.style));
        let list = OpenList { style: own, level: around.map_or(0, |list| list.level.saturating_add(1)) };
        for item in node.children().filter(Node::is_element) {
            let is_item = item.tag_name().name() == "list-item";
            let mut first: Option<usize> = None;
            for inside in item.children().filter(Node::is_element) {
                match inside.tag_name().name() {
                    "list" if depth < DEEPEST => self.list(inside, Some(list), depth + 1, blocks),
                    "p" if is_item => {
                        let place = blocks.len();
                        self.paragraph(inside, Some(list), depth, blocks);
                        let goes_on = first.is_some_and(|first| first + 1 == place) && blocks.len() == place + 1;
                        if goes_on {
                            join_last(blocks);
                        } else if blocks.len() > place {
                            first = Some(place);
                        }
                    }
                    "p" | "h" => self.paragraph(inside, None, depth, blocks),
                    _ => self.blocks(item, Some(list), DEEPEST + 1, blocks),
                }
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, list: Option<OpenList<'_>>, depth: usize, blocks: &mut Vec<Block>) {
        let style = value(node, "style-name");
        let mut kind = self.styles.kind(style);
        if node.tag_name().name() == "h" {
            let level = value(node, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1_u8);
            kind = if kind == Kind::Title { kind } else { Kind::Heading(level.max(1)) };
        } else if let Some(list) = list {
            let named = list.style.or_else(|| self.styles.list(style));
            kind = Kind::Item(self.styles.list_style(named, list.level), list.level);
        }
        let mut base = self.styles.set(Family::Paragraph, style, &Look::default());
        if !matches!(kind, Kind::Body | Kind::Item(..)) {
            // That a heading or a caption is bold or slanted is what it is.
            (base.strong, base.emphasis) = (false, false);
        }
        let mut line = Line::default();
        self.inline(node, &base, depth, &mut line);
        if kind == Kind::Body
            && let Some(numbered) = line.numbers
        {
            kind = numbered;
        }
        if !line.parts.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { kind, parts: line.parts }));
        } else if self.styles.is_rule(style) && line.after.is_empty() {
            blocks.push(Block::Divider);
        }
        blocks.extend(line.after);
    }
}

/// The last two paragraphs become one: a second one in an item would get a number of its own.
fn join_last(blocks: &mut Vec<Block>) {
    let Some(Block::Paragraph(last)) = blocks.pop() else { return };
    if let Some(Block::Paragraph(first)) = blocks.last_mut() {
        first.parts.push(Part::Break);
        first.parts.extend(last.parts);
    }
}

/// The words in an element that stands too deep for anything else.
fn words_alone(node: Node<'_, '_>) -> Block {
    Block::Paragraph(Paragraph { kind: Kind::Body, parts: vec![Part::Words(all_text(node), Look::default())] })
}
