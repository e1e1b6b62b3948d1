//! Slots: the places of a report that hold text, and the order in which a reader meets them.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::report::{
    Block, BlockId, BlockKind, CellId, CellPlace, ParticipantId, PersonField, PhotoId, Report, RichText,
};

/// A place that holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The sentence or two under the headline.
    Standfirst,
    /// The authors' names, separated by commas.
    Byline,
    /// The place of the dateline.
    Place,
    /// A block's words. In a block without words it is the one stop for the caret.
    Block(BlockId),
    /// Who said a quotation.
    Speaker(BlockId),
    /// A cell of a table.
    Cell(BlockId, CellId),
    /// A photo's caption, wherever it is edited.
    Caption(PhotoId),
    /// A photo's credit.
    Credit(PhotoId),
    /// A photo's alternative text.
    Alt(PhotoId),
}

impl Slot {
    /// The slots above the body, in order.
    pub const HEAD: [Self; 5] = [Self::Kicker, Self::Headline, Self::Standfirst, Self::Byline, Self::Place];

    /// Whether the slot takes weight, stress, links and references; the others keep plain words only.
    pub fn is_rich(self) -> bool {
        matches!(self, Self::Standfirst | Self::Block(_) | Self::Speaker(_) | Self::Cell(..) | Self::Caption(_))
    }

    /// Whether names in the slot may be live references.
    pub fn takes_people(self) -> bool {
        self.is_rich() || matches!(self, Self::Headline | Self::Alt(_))
    }
}

/// Where words stand: in a text, or in an entry of the list of participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordPlace {
    /// In a text.
    Text(Slot),
    /// In a field of an entry.
    Person(ParticipantId, PersonField),
}

impl WordPlace {
    /// The text, where it is one.
    pub fn slot(self) -> Option<Slot> {
        match self {
            Self::Text(slot) => Some(slot),
            Self::Person(..) => None,
        }
    }
}

/// A place between two characters. The offset is in bytes of UTF-8 and lies on a character boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pos {
    /// The text.
    pub slot: Slot,
    /// Bytes from its start.
    pub byte: usize,
}

impl Pos {
    /// A place in a text.
    pub const fn new(slot: Slot, byte: usize) -> Self {
        Self { slot, byte }
    }

    /// The start of a text.
    pub const fn start(slot: Slot) -> Self {
        Self { slot, byte: 0 }
    }
}

impl Block {
    /// Its own texts in reading order. A caption is its photo's.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        let words = self.kind.has_text().then_some(Slot::Block(self.id));
        let speaker = matches!(self.kind, BlockKind::Quotation { .. }).then_some(Slot::Speaker(self.id));
        let cells = self.table().into_iter().flat_map(|table| table.cells().map(|cell| Slot::Cell(self.id, cell.id)));
        words.into_iter().chain(speaker).chain(cells)
    }
}

impl Report {
    /// The text of a slot; `None` where the block or photo is gone, or the block has no speaker.
    pub fn text(&self, slot: Slot) -> Option<&RichText> {
        match slot {
            Slot::Kicker => Some(&self.kicker),
            Slot::Headline => Some(&self.headline),
            Slot::Standfirst => Some(&self.standfirst),
            Slot::Byline => Some(&self.byline),
            Slot::Place => Some(&self.place),
            Slot::Block(id) => self.body.get(id).map(|block| &block.text),
            Slot::Speaker(id) => match &self.body.get(id)?.kind {
                BlockKind::Quotation { speaker } => Some(speaker),
                _ => None,
            },
            Slot::Cell(id, cell) => self.body.get(id)?.table()?.text(cell),
            Slot::Caption(id) => self.photo(id).map(|photo| &photo.caption),
            Slot::Credit(id) => self.photo(id).map(|photo| &photo.credit),
            Slot::Alt(id) => self.photo(id).map(|photo| &photo.alt),
        }
    }

    pub(crate) fn text_mut(&mut self, slot: Slot) -> Option<&mut RichText> {
        match slot {
            Slot::Kicker => Some(&mut self.kicker),
            Slot::Headline => Some(&mut self.headline),
            Slot::Standfirst => Some(&mut self.standfirst),
            Slot::Byline => Some(&mut self.byline),
            Slot::Place => Some(&mut self.place),
            Slot::Block(id) => self.body.get_mut(id).map(|block| &mut block.text),
            Slot::Speaker(id) => match &mut self.body.get_mut(id)?.kind {
                BlockKind::Quotation { speaker } => Some(speaker),
                _ => None,
            },
            Slot::Cell(id, cell) => match &mut self.body.get_mut(id)?.kind {
                BlockKind::Table { table } => table.text_mut(cell),
                _ => None,
            },
            Slot::Caption(id) => self.photo_mut(id).map(|photo| &mut photo.caption),
            Slot::Credit(id) => self.photo_mut(id).map(|photo| &mut photo.credit),
            Slot::Alt(id) => self.photo_mut(id).map(|photo| &mut photo.alt),
        }
    }

    /// Where a slot stands in the reading order of the page: the head, then each block with its speaker or
    /// caption; `None` where it is not on the page (a caption of a photo that no figure shows, a credit, an alt text).
    pub fn reading_rank(&self, slot: Slot) -> Option<ReadingRank> {
        let (line, part) = match slot {
            Slot::Block(id) => (Slot::HEAD.len() + self.body.place(id)?, 0),
            Slot::Speaker(id) => (Slot::HEAD.len() + self.body.place(id)?, 1),
            Slot::Cell(id, cell) => {
                let place = self.body.place(id)?;
                let table = self.body.blocks().get(place)?.table()?;
                let at = table.place(cell)?;
                (Slot::HEAD.len() + place, 1 + at.row * table.columns() + at.column)
            }
            Slot::Caption(id) => (Slot::HEAD.len() + self.body.figure_of(id)?, 1),
            Slot::Credit(_) | Slot::Alt(_) => return None,
            head => (Slot::HEAD.iter().position(|slot| *slot == head)?, 0),
        };
        Some(ReadingRank { line, part })
    }

    /// Which of two places comes first on the page; within one text the offset decides. `None` where one of them is not
    /// on the page.
    pub fn reading_order(&self, one: Pos, other: Pos) -> Option<Ordering> {
        if one.slot == other.slot {
            return Some(one.byte.cmp(&other.byte));
        }
        Some(self.reading_rank(one.slot)?.cmp(&self.reading_rank(other.slot)?))
    }

    /// The slot at a rank.
    pub fn slot_at(&self, rank: ReadingRank) -> Option<Slot> {
        if let Some(slot) = Slot::HEAD.get(rank.line) {
            return (rank.part == 0).then_some(*slot);
        }
        let block = self.body.blocks().get(rank.line - Slot::HEAD.len())?;
        match (rank.part, &block.kind) {
            (0, _) => Some(Slot::Block(block.id)),
            (1, BlockKind::Quotation { .. }) => Some(Slot::Speaker(block.id)),
            (1, BlockKind::Figure { photo, .. }) => self.photo(*photo).map(|photo| Slot::Caption(photo.id)),
            (part, BlockKind::Table { table }) => {
                let (row, column) = ((part - 1) / table.columns().max(1), (part - 1) % table.columns().max(1));
                table.at(CellPlace { row, column }).map(|cell| Slot::Cell(block.id, cell.id))
            }
            _ => None,
        }
    }

    /// The slot after this one on the page.
    pub fn next_slot(&self, slot: Slot) -> Option<Slot> {
        let rank = self.reading_rank(slot)?;
        let same_line = ReadingRank { part: rank.part + 1, ..rank };
        self.slot_at(same_line).or_else(|| self.slot_at(ReadingRank { line: rank.line + 1, part: 0 }))
    }

    /// The slot before this one on the page.
    pub fn previous_slot(&self, slot: Slot) -> Option<Slot> {
        let rank = self.reading_rank(slot)?;
        if rank.part > 0 {
            return self.slot_at(ReadingRank { part: rank.part - 1, ..rank });
        }
        self.last_slot_of(rank.line.checked_sub(1)?)
    }

    /// The first place of the page.
    pub fn first_pos(&self) -> Pos {
        Pos::start(Slot::Kicker)
    }

    /// The last place of the page.
    pub fn last_pos(&self) -> Pos {
        let line = Slot::HEAD.len() + self.body.len() - 1;
        self.end_of(self.last_slot_of(line).unwrap_or(Slot::Place))
    }

    /// The last slot of a line of the head or of a block.
    fn last_slot_of(&self, line: usize) -> Option<Slot> {
        let block = line.checked_sub(Slot::HEAD.len()).and_then(|place| self.body.blocks().get(place));
        let part = match block.map(|block| &block.kind) {
            Some(BlockKind::Table { table }) => table.rows().len() * table.columns(),
            _ => 1,
        };
        self.slot_at(ReadingRank { line, part }).or_else(|| self.slot_at(ReadingRank { line, part: 0 }))
    }

    /// The end of a text; its start where the slot is gone.
    pub fn end_of(&self, slot: Slot) -> Pos {
        Pos::new(slot, self.text(slot).map_or(0, RichText::len))
    }

    /// Every slot that holds text, on the page or not, in a fixed order.
    pub fn all_slots(&self) -> Vec<Slot> {
        let blocks = self.body.blocks().iter().flat_map(|block| block.slots());
        let photos =
            self.photos.iter().flat_map(|photo| [Slot::Caption(photo.id), Slot::Credit(photo.id), Slot::Alt(photo.id)]);
        Slot::HEAD.into_iter().chain(blocks).chain(photos).collect()
    }
}

/// A place in the reading order: the line of the head or block of the body, and the part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadingRank {
    line: usize,
    part: usize,
}
