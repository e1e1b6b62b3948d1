//! The primitive changes of a report.

use std::ops::Range;
use std::sync::Arc;

use crate::report::{Block, BlockId, BlockKind, Details, Participant, Photo, Pos, Report, RichText, Slot, Span};

/// The smallest change. Every step holds what it needs to be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Other words in the place of some.
    Text {
        /// The text that changes.
        slot: Slot,
        /// Where, in bytes.
        at: usize,
        /// What stood there.
        removed: RichText,
        /// What stands there now.
        inserted: RichText,
    },
    /// Other styles of the same words.
    Spans {
        /// The text that changes.
        slot: Slot,
        /// Its styles before.
        before: Vec<Span>,
        /// Its styles after.
        after: Vec<Span>,
    },
    /// Another kind of the same block.
    Kind {
        /// The block.
        block: BlockId,
        /// What it was.
        before: BlockKind,
        /// What it is.
        after: BlockKind,
    },
    /// One block becomes two.
    Split {
        /// The block that keeps the first part.
        block: BlockId,
        /// Where, in bytes.
        at: usize,
        /// The new block, still without text.
        tail: Arc<Block>,
    },
    /// Two neighbouring blocks become one.
    Join {
        /// The block that stays.
        block: BlockId,
        /// The length of its text, where the other text is added.
        at: usize,
        /// The block that goes, without its text.
        tail: Arc<Block>,
    },
    /// Other blocks in the place of some.
    Blocks(Splice<Block>),
    /// Other photos in the place of some.
    Photos(Splice<Photo>),
    /// Other participants in the place of some.
    Participants(Splice<Participant>),
    /// Other details.
    Details {
        /// Those before.
        before: Arc<Details>,
        /// Those after.
        after: Arc<Details>,
    },
    /// Another language of the report.
    Language {
        /// The one before.
        before: Arc<str>,
        /// The one after.
        after: Arc<str>,
    },
}

/// Other items in the place of some of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Splice<T> {
    /// The index of the first.
    pub at: usize,
    /// Those that stood there.
    pub removed: Vec<Arc<T>>,
    /// Those that stand there now.
    pub inserted: Vec<Arc<T>>,
}

impl<T> Splice<T> {
    fn range(&self) -> Range<usize> {
        self.at..self.at + self.removed.len()
    }

    fn inverted(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    fn drops(&self, is_it: impl Fn(&T) -> bool) -> bool {
        self.removed.iter().any(|item| is_it(item)) && !self.inserted.iter().any(|item| is_it(item))
    }
}

/// Which neighbour a place keeps to when text is put exactly there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It stays with the character before it.
    Before,
    /// It goes with the character after it.
    After,
}

/// A step that does not fit the report that it was applied to. Always a mistake in this program; the report is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a change does not fit the report: {0}")]
pub struct StepError(&'static str);

impl Step {
    /// Changes the report, or refuses and leaves it as it was.
    ///
    /// # Errors
    /// Where the step was made for another state of the report.
    pub fn apply(&self, report: &mut Report) -> Result<(), StepError> {
        match self {
            Self::Text { slot, at, removed, inserted } => {
                let text = report.text_mut(*slot).ok_or(StepError("no such text"))?;
                let range = *at..*at + removed.len();
                if text.as_str().get(range.clone()) != Some(removed.as_str()) {
                    return Err(StepError("other words stand there"));
                }
                text.splice(range, inserted);
            }
            Self::Spans { slot, before, after } => {
                let text = report.text_mut(*slot).ok_or(StepError("no such text"))?;
                if text.spans() != before.as_slice() {
                    return Err(StepError("other styles stand there"));
                }
                text.set_spans(after.clone());
            }
            Self::Kind { block, before, after } => {
                let block = report.body.get_mut(*block).ok_or(StepError("no such block"))?;
                if block.kind != *before {
                    return Err(StepError("the block is of another kind"));
                }
                block.kind = after.clone();
            }
            Self::Split { block, at, tail } => split(report, *block, *at, tail)?,
            Self::Join { block, at, tail } => join(report, *block, *at, tail)?,
            Self::Blocks(splice) => {
                let standing = report.body.blocks().get(splice.range());
                if standing != Some(splice.removed.as_slice()) {
                    return Err(StepError("other blocks stand there"));
                }
                report.body.splice(splice.range(), splice.inserted.clone());
            }
            Self::Photos(splice) => apply_splice(&mut report.photos, splice)?,
            Self::Participants(splice) => apply_splice(&mut report.participants, splice)?,
            Self::Details { before, after } => replace(&mut report.details, before, after)?,
            Self::Language { before, after } => replace(&mut report.language, before, after)?,
        }
        Ok(())
    }

    /// The step that takes this one back.
    #[must_use]
    pub fn inverted(&self) -> Self {
        match self.clone() {
            Self::Text { slot, at, removed, inserted } => Self::Text { slot, at, removed: inserted, inserted: removed },
            Self::Spans { slot, before, after } => Self::Spans { slot, before: after, after: before },
            Self::Kind { block, before, after } => Self::Kind { block, before: after, after: before },
            Self::Split { block, at, tail } => Self::Join { block, at, tail },
            Self::Join { block, at, tail } => Self::Split { block, at, tail },
            Self::Blocks(splice) => Self::Blocks(splice.inverted()),
            Self::Photos(splice) => Self::Photos(splice.inverted()),
            Self::Participants(splice) => Self::Participants(splice.inverted()),
            Self::Details { before, after } => Self::Details { before: after, after: before },
            Self::Language { before, after } => Self::Language { before: after, after: before },
        }
    }

    /// Where a place goes when this step is applied; `None` where its text goes away.
    pub fn map(&self, pos: Pos, side: Side) -> Option<Pos> {
        match self {
            Self::Text { slot, at, removed, inserted } if *slot == pos.slot => {
                Some(Pos::new(pos.slot, map_offset(pos.byte, side, *at, removed.len(), inserted.len())))
            }
            Self::Kind { block, after, .. } => match pos.slot {
                Slot::Cell(id, cell) if id == *block => {
                    let stands = matches!(after, BlockKind::Table { table } if table.place(cell).is_some());
                    stands.then_some(pos)
                }
                _ => Some(pos),
            },
            Self::Split { block, at, tail } if pos.slot == Slot::Block(*block) => {
                let moves = pos.byte > *at || (pos.byte == *at && side == Side::After);
                Some(if moves { Pos::new(Slot::Block(tail.id), pos.byte - at) } else { pos })
            }
            Self::Join { block, at, tail } => match pos.slot {
                Slot::Block(id) if id == tail.id => Some(Pos::new(Slot::Block(*block), at + pos.byte)),
                Slot::Speaker(id) if id == tail.id => None,
                _ => Some(pos),
            },
            Self::Blocks(splice) => match pos.slot {
                Slot::Block(id) | Slot::Speaker(id) | Slot::Cell(id, _) if splice.drops(|block| block.id == id) => None,
                _ => Some(pos),
            },
            Self::Photos(splice) => match pos.slot {
                Slot::Caption(id) | Slot::Credit(id) | Slot::Alt(id) if splice.drops(|photo| photo.id == id) => None,
                _ => Some(pos),
            },
            _ => Some(pos),
        }
    }

    /// This step and the next as one, where typing or deleting simply goes on.
    pub fn merged(&self, next: &Self) -> Option<Self> {
        let Self::Text { slot, at, removed, inserted } = self else { return None };
        let Self::Text { slot: next_slot, at: next_at, removed: next_removed, inserted: next_inserted } = next else {
            return None;
        };
        if slot != next_slot || !next_removed.is_empty() || *next_at != at + inserted.len() {
            return None;
        }
        let mut inserted = inserted.clone();
        inserted.append(next_inserted.clone());
        Some(Self::Text { slot: *slot, at: *at, removed: removed.clone(), inserted })
    }

    /// By how many photos the list is longer after it.
    pub(crate) fn photos_gained(&self) -> isize {
        match self {
            Self::Photos(splice) => splice.inserted.len() as isize - splice.removed.len() as isize,
            _ => 0,
        }
    }

    /// The step as it would have been made on a list with so many photos fewer before its place.
    pub(crate) fn with_photos_before(self, fewer: isize) -> Self {
        match self {
            Self::Photos(splice) => Self::Photos(Splice { at: splice.at.saturating_add_signed(-fewer), ..splice }),
            step => step,
        }
    }

    /// The place that this step changed, to take the eye there.
    pub fn place(&self, report: &Report) -> Option<Pos> {
        match self {
            Self::Text { slot, at, inserted, .. } => Some(Pos::new(*slot, at + inserted.len())),
            Self::Spans { slot, .. } => Some(Pos::start(*slot)),
            Self::Kind { block, .. } => Some(Pos::start(Slot::Block(*block))),
            Self::Split { tail, .. } => Some(Pos::start(Slot::Block(tail.id))),
            Self::Join { block, at, .. } => Some(Pos::new(Slot::Block(*block), *at)),
            Self::Blocks(splice) => {
                let place = splice.at.min(report.body.len().saturating_sub(1));
                report.body.blocks().get(place).map(|block| Pos::start(Slot::Block(block.id)))
            }
            _ => None,
        }
    }
}

fn map_offset(byte: usize, side: Side, at: usize, removed: usize, inserted: usize) -> usize {
    if byte < at || (byte == at && (removed > 0 || side == Side::Before)) {
        byte
    } else if byte >= at + removed {
        byte - removed + inserted
    } else if side == Side::Before {
        at
    } else {
        at + inserted
    }
}

fn split(report: &mut Report, id: BlockId, at: usize, tail: &Arc<Block>) -> Result<(), StepError> {
    let place = report.body.place(id).ok_or(StepError("no such block"))?;
    if !tail.text.is_empty() || report.body.place(tail.id).is_some() {
        return Err(StepError("the new block is not new"));
    }
    let block = report.body.get_mut(id).ok_or(StepError("no such block"))?;
    if !block.kind.has_text() || !block.text.as_str().is_char_boundary(at) {
        return Err(StepError("the block cannot be split there"));
    }
    let rest = block.text.splice(at..block.text.len(), &RichText::new());
    let new = Block { text: rest, ..(**tail).clone() };
    report.body.splice(place + 1..place + 1, vec![Arc::new(new)]);
    Ok(())
}

fn join(report: &mut Report, id: BlockId, at: usize, tail: &Arc<Block>) -> Result<(), StepError> {
    let place = report.body.place(id).ok_or(StepError("no such block"))?;
    let next = report.body.blocks().get(place + 1).cloned().ok_or(StepError("no block after it"))?;
    if next.id != tail.id || next.kind != tail.kind {
        return Err(StepError("another block stands after it"));
    }
    let block = report.body.get_mut(id).ok_or(StepError("no such block"))?;
    if block.text.len() != at {
        return Err(StepError("the text is of another length"));
    }
    block.text.append(next.text.clone());
    report.body.splice(place + 1..place + 2, Vec::new());
    Ok(())
}

fn apply_splice<T: PartialEq>(list: &mut Vec<Arc<T>>, splice: &Splice<T>) -> Result<(), StepError> {
    if list.get(splice.range()) != Some(splice.removed.as_slice()) {
        return Err(StepError("other items stand there"));
    }
    list.splice(splice.range(), splice.inserted.iter().cloned());
    Ok(())
}

fn replace<T: PartialEq + ?Sized>(value: &mut Arc<T>, before: &Arc<T>, after: &Arc<T>) -> Result<(), StepError> {
    if value != before {
        return Err(StepError("another value stands there"));
    }
    *value = Arc::clone(after);
    Ok(())
}
