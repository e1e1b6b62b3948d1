//! Building a transaction: steps made one after another, each on the state that the earlier ones left.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::rows::new_lead;
use crate::edit::step::Splice;
use crate::edit::{Selection, Side, Step};
use crate::report::{
    Block, BlockId, BlockKind, Details, Participant, ParticipantId, Photo, PhotoId, Pos, Report, RichText, Slot, Style,
};

/// Steps that belong together, and where the selection goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// The steps in order.
    pub steps: Vec<Step>,
    /// What sort of change it is: changes of one sort that follow each other closely are undone together.
    pub kind: EditKind,
    /// The selection afterwards; the old one, mapped, where it is `None`.
    pub selection: Option<Selection>,
}

/// What sort of change a transaction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditKind {
    /// Characters typed one after another.
    Typing,
    /// Characters typed over what was selected: what is typed then goes on with it.
    TypingOver,
    /// Characters deleted one after another.
    Deleting,
    /// A field of a form.
    Field(Field),
    /// Photos that arrive one after another, of the import with this number: one entry of the history, whatever is done meanwhile.
    /// Such a transaction only appends photos.
    Import(u64),
    /// Anything else: always a step of its own in the history.
    Other,
}

/// A field outside the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A participant's entry.
    Participant(ParticipantId),
    /// A photo's settings.
    Photo(PhotoId),
    /// The details of the report.
    Details,
}

/// A transaction in the making.
#[derive(Debug)]
pub struct Change<'a> {
    base: &'a Report,
    // Made at the second step only: typing a character makes one step and copies nothing.
    work: Option<Report>,
    applied: usize,
    steps: Vec<Step>,
}

impl<'a> Change<'a> {
    /// Nothing changed yet.
    pub fn new(base: &'a Report) -> Self {
        Self { base, work: None, applied: 0, steps: Vec::new() }
    }

    /// The report with the steps so far.
    pub fn report(&mut self) -> &Report {
        if self.steps.is_empty() {
            return self.base;
        }
        let work = self.work.get_or_insert_with(|| self.base.clone());
        for step in &self.steps[self.applied..] {
            // A step made from this very report fits it; one that does not is refused again, and reported, when the
            // transaction is applied.
            let fits = step.apply(work);
            debug_assert!(fits.is_ok(), "{fits:?}: {step:?}");
        }
        self.applied = self.steps.len();
        work
    }

    /// Where bytes of a text are after the steps so far; `None` where it went away.
    pub fn followed(&self, slot: Slot, range: Range<usize>) -> Option<Range<usize>> {
        let ends = [(range.start, Side::After), (range.end, Side::Before)].map(|(byte, side)| {
            let start = Pos::new(slot, byte);
            self.steps.iter().try_fold(start, |pos, step| step.map(pos, side)).map(|pos| pos.byte)
        });
        let [Some(start), Some(end)] = ends else { return None };
        (start <= end).then_some(start..end)
    }

    /// Puts other words in the place of some, keeping the text NFC. Gives the offset after the new words.
    pub fn splice(&mut self, slot: Slot, range: Range<usize>, inserted: &RichText) -> usize {
        let Some(text) = self.report().text(slot) else { return range.start };
        let (range, inserted) = text.composed(range, inserted);
        let removed = text.slice(range.clone());
        let end = range.start + inserted.len();
        if !(removed.is_empty() && inserted.is_empty()) {
            self.steps.push(Step::Text { slot, at: range.start, removed, inserted });
        }
        end
    }

    /// Changes the styles of some words.
    pub fn restyle(&mut self, slot: Slot, range: Range<usize>, change: impl Fn(&mut Style)) {
        let Some(text) = self.report().text(slot) else { return };
        let mut styled = text.clone();
        styled.restyle(range, change);
        let (before, after) = (text.spans().to_vec(), styled.spans().to_vec());
        if before != after {
            self.steps.push(Step::Spans { slot, before, after });
        }
    }

    /// Makes a block another kind.
    pub fn set_kind(&mut self, block: BlockId, after: BlockKind) {
        let Some(before) = self.report().body.get(block).map(|block| block.kind.clone()) else { return };
        if before != after {
            self.steps.push(Step::Kind { block, before, after });
        }
    }

    /// Splits a block; the new one is of the given kind.
    pub fn split(&mut self, block: BlockId, at: usize, new: BlockId, kind: BlockKind) {
        let tail = Arc::new(Block::new(new, kind, RichText::new()));
        self.steps.push(Step::Split { block, at, tail });
    }

    /// Joins a block with the one after it. Gives the offset of the seam.
    pub fn join_next(&mut self, block: BlockId) -> usize {
        let body = &self.report().body;
        let Some(place) = body.place(block) else { return 0 };
        let (Some(first), Some(next)) = (body.blocks().get(place), body.blocks().get(place + 1)) else { return 0 };
        let at = first.text.len();
        let tail = Arc::new(Block { text: RichText::new(), ..(**next).clone() });
        self.steps.push(Step::Join { block, at, tail });
        // A letter and a mark can meet at the seam.
        self.splice(Slot::Block(block), at..at, &RichText::new())
    }

    /// Puts other blocks in the place of some. Where they only go, what stood in a row that they led stays a row of its own.
    pub fn blocks(&mut self, range: Range<usize>, mut inserted: Vec<Arc<Block>>) {
        let mut range = range;
        if inserted.is_empty()
            && let Some(lead) = new_lead(&self.report().body, &range)
        {
            range.end += 1;
            inserted.push(lead);
        }
        let removed = self.report().body.blocks().get(range.clone()).unwrap_or_default().to_vec();
        if removed != inserted {
            self.steps.push(Step::Blocks(Splice { at: range.start, removed, inserted }));
        }
    }

    /// Puts other photos in the place of some.
    pub fn photos(&mut self, range: Range<usize>, inserted: Vec<Arc<Photo>>) {
        let removed = self.report().photos.get(range.clone()).unwrap_or_default().to_vec();
        if removed != inserted {
            self.steps.push(Step::Photos(Splice { at: range.start, removed, inserted }));
        }
    }

    /// Puts other participants in the place of some.
    pub fn participants(&mut self, range: Range<usize>, inserted: Vec<Arc<Participant>>) {
        let removed = self.report().participants.get(range.clone()).unwrap_or_default().to_vec();
        if removed != inserted {
            self.steps.push(Step::Participants(Splice { at: range.start, removed, inserted }));
        }
    }

    /// Sets the details.
    pub fn details(&mut self, after: Details) {
        let before = Arc::clone(&self.report().details);
        if *before != after {
            self.steps.push(Step::Details { before, after: Arc::new(after) });
        }
    }

    /// Sets the language.
    pub fn language(&mut self, after: &str) {
        let before = Arc::clone(&self.report().language);
        if *before != *after {
            self.steps.push(Step::Language { before, after: after.into() });
        }
    }

    /// The transaction; `None` where nothing changed.
    pub fn finish(self, kind: EditKind, selection: Option<Selection>) -> Option<Transaction> {
        (!self.steps.is_empty()).then_some(Transaction { steps: self.steps, kind, selection })
    }
}
