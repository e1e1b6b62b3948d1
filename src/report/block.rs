//! Blocks: what the body of a report is made of.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::report::{BlockId, Extra, PhotoId, RichText, Table};

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Kept for life, also when the block moves or changes its kind.
    pub id: BlockId,
    /// What the block is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// The words; empty in a block that has none of its own ([`BlockKind::has_text`]).
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub text: RichText,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Block {
    /// A block with text.
    pub fn new(id: BlockId, kind: BlockKind, text: RichText) -> Self {
        Self { id, kind, text, extra: Extra::new() }
    }

    /// The table that the block is.
    pub fn table(&self) -> Option<&Table> {
        match &self.kind {
            BlockKind::Table { table } => Some(table),
            _ => None,
        }
    }

    /// The photo that a figure shows.
    pub fn photo(&self) -> Option<PhotoId> {
        match self.kind {
            BlockKind::Figure { photo, .. } => Some(photo),
            _ => None,
        }
    }

    /// Whether the block is a figure that stands in one row with the figure before it.
    pub fn is_beside(&self) -> bool {
        matches!(self.kind, BlockKind::Figure { beside: true, .. })
    }
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the story; the headline stands above the body.
    Heading {
        /// How deep it stands.
        level: HeadingLevel,
    },
    /// Somebody's words as a block of their own.
    Quotation {
        /// Who said it; may hold a live reference.
        #[serde(default, skip_serializing_if = "RichText::is_empty")]
        speaker: RichText,
    },
    /// One item of a list; neighbours of one style are one list.
    ListItem {
        /// Bullets or numbers.
        style: ListStyle,
        /// 0 for the outermost list, at most [`BlockKind::MAX_LIST_LEVEL`].
        #[serde(default, skip_serializing_if = "is_zero")]
        level: u8,
    },
    /// A photo in its place in the story, with the caption that belongs to the photo.
    Figure {
        /// The photo shown; at most one figure shows a photo.
        photo: PhotoId,
        /// It stands in one row with the figure before it; a row has at most [`BlockKind::MAX_ROW`] figures, and what
        /// asks for more begins a new row.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        beside: bool,
    },
    /// A table; its words are in its cells.
    Table {
        /// The cells.
        table: Table,
    },
    /// The list of participants, printed here.
    Participants {
        /// Only this delegation; all of them where it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delegation: Option<Arc<str>>,
    },
    /// A break between parts.
    Divider,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(level: &u8) -> bool {
    *level == 0
}

/// How deep a heading stands: the page's own first level is the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingLevel {
    /// A heading of a part of the story.
    Two,
    /// A heading inside such a part.
    Three,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListStyle {
    /// A bullet.
    Bulleted,
    /// A number.
    Numbered,
}

impl BlockKind {
    /// The deepest level of a list item.
    pub const MAX_LIST_LEVEL: u8 = 8;

    /// So many figures stand in one row.
    pub const MAX_ROW: usize = 3;

    /// Whether the block has words of its own. The others are one stop for the caret.
    pub fn has_text(&self) -> bool {
        match self {
            Self::Paragraph | Self::Heading { .. } | Self::Quotation { .. } | Self::ListItem { .. } => true,
            Self::Figure { .. } | Self::Table { .. } | Self::Participants { .. } | Self::Divider => false,
        }
    }

    /// The kind of the block that Enter makes after this one.
    #[must_use]
    pub fn continued(&self) -> Self {
        match self {
            Self::ListItem { .. } => self.clone(),
            _ => Self::Paragraph,
        }
    }
}

/// The blocks of a report in order, with an index by id.
///
/// Invariant: every id occurs once. Copies are cheap: blocks are shared until one of the copies changes.
#[derive(Debug, Clone, Default)]
pub struct Body {
    blocks: Arc<Vec<Arc<Block>>>,
    index: Arc<Index>,
}

/// Where everything stands.
#[derive(Debug, Clone, Default)]
struct Index {
    blocks: HashMap<BlockId, usize, RandomState>,
    figures: HashMap<PhotoId, usize, RandomState>,
}

impl Index {
    fn add(&mut self, block: &Block, place: usize) {
        self.blocks.insert(block.id, place);
        if let Some(photo) = block.photo() {
            self.figures.insert(photo, place);
        }
    }

    fn forget(&mut self, block: &Block) {
        self.blocks.remove(&block.id);
        if let Some(photo) = block.photo() {
            self.figures.remove(&photo);
        }
    }
}

impl Body {
    /// A body of these blocks. Of blocks with one id the first is kept.
    pub fn new(blocks: Vec<Arc<Block>>) -> Self {
        let mut body = Self { blocks: Arc::new(blocks), index: Arc::default() };
        body.drop_duplicates();
        body.reindex();
        body
    }

    /// The blocks in order.
    pub fn blocks(&self) -> &[Arc<Block>] {
        &self.blocks
    }

    /// The number of blocks.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there is no block.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Where a block stands.
    pub fn place(&self, id: BlockId) -> Option<usize> {
        self.index.blocks.get(&id).copied()
    }

    /// The block with this id.
    pub fn get(&self, id: BlockId) -> Option<&Arc<Block>> {
        self.place(id).and_then(|place| self.blocks.get(place))
    }

    /// The block with this id, to be changed: its id must stay, and the photo that it shows.
    pub(crate) fn get_mut(&mut self, id: BlockId) -> Option<&mut Block> {
        let place = self.place(id)?;
        Arc::make_mut(&mut self.blocks).get_mut(place).map(Arc::make_mut)
    }

    /// Puts other blocks in the place of some. The range must lie inside the body.
    pub(crate) fn splice(&mut self, range: Range<usize>, inserted: Vec<Arc<Block>>) {
        let first = range.start;
        let mut index = Index::clone(&self.index);
        let blocks = Arc::make_mut(&mut self.blocks);
        blocks.splice(range, inserted).for_each(|block| index.forget(&block));
        blocks.iter().enumerate().skip(first).for_each(|(place, block)| index.add(block, place));
        // Always a new index, also where nobody shares the old one: it is what tells of another structure.
        self.index = Arc::new(index);
    }

    /// Whether both have the same blocks in the same order, whatever the blocks say: what a view that keeps
    /// something for each block must know. Costs nothing where neither was restructured since they were one.
    pub fn same_structure(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index)
    }

    /// The figures that stand in one row with the one at a place, by their places; nothing where no figure stands.
    pub fn row(&self, place: usize) -> Option<Range<usize>> {
        let is_beside = |place: usize| {
            place > 0
                && self.blocks.get(place).is_some_and(|block| block.is_beside())
                && self.blocks.get(place - 1).is_some_and(|block| block.photo().is_some())
        };
        self.blocks.get(place)?.photo()?;
        let mut first = place;
        while is_beside(first) {
            first -= 1;
        }
        first += (place - first) / BlockKind::MAX_ROW * BlockKind::MAX_ROW;
        let more = (first + 1..first + BlockKind::MAX_ROW).take_while(|place| is_beside(*place)).count();
        Some(first..first + 1 + more)
    }

    /// The figure that shows a photo.
    pub fn figure_of(&self, photo: PhotoId) -> Option<usize> {
        self.index.figures.get(&photo).copied()
    }

    fn drop_duplicates(&mut self) {
        let mut seen = std::collections::HashSet::new();
        Arc::make_mut(&mut self.blocks).retain(|block| seen.insert(block.id));
    }

    fn reindex(&mut self) {
        let mut index = Index::default();
        // The first of two figures of one photo is the one that counts; a mended report has no second.
        self.blocks.iter().enumerate().rev().for_each(|(place, block)| index.add(block, place));
        self.index = Arc::new(index);
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.blocks == other.blocks
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.blocks.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IdSource;

    #[test]
    fn a_row_has_at_most_three_figures_and_begins_with_one_that_stands_alone() {
        let mut ids = IdSource::from_seed(1);
        let mut figure = |beside| {
            let kind = BlockKind::Figure { photo: ids.photo(), beside };
            Arc::new(Block::new(ids.block(), kind, RichText::new()))
        };
        let mut blocks: Vec<_> = [true, true, true, true, true, false, true].map(&mut figure).to_vec();
        blocks.push(Arc::new(Block::new(ids.block(), BlockKind::Divider, RichText::new())));
        let body = Body::new(blocks);
        let rows: Vec<_> = (0..9).map(|place| body.row(place)).collect();
        let (first, second, third) = (Some(0..3), Some(3..5), Some(5..7));
        let wanted = [&first, &first, &first, &second, &second, &third, &third, &None, &None];
        assert!(rows.iter().eq(wanted), "{rows:?}");
    }
}
