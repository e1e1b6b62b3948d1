//! The selection: one caret, or a stretch of text, over everything that can be written in.

use serde::{Deserialize, Serialize};

use crate::report::{Pos, Report, Slot};

/// Where the caret is and where the selected stretch began.
///
/// A selection over several slots runs in the reading order of the page; one in a slot that is not on the page (a credit, an
/// alt text) stays inside that slot. A block without words that the selection touches is selected as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// The end that stays.
    pub anchor: Pos,
    /// The end that moves: the caret.
    pub head: Pos,
}

impl Selection {
    /// A caret without a selected stretch.
    pub const fn caret(at: Pos) -> Self {
        Self { anchor: at, head: at }
    }

    /// From one place to another.
    pub const fn new(anchor: Pos, head: Pos) -> Self {
        Self { anchor, head }
    }

    /// Whether nothing is selected.
    pub fn is_caret(&self) -> bool {
        self.anchor == self.head
    }

    /// The slot of the caret.
    pub fn slot(&self) -> Slot {
        self.head.slot
    }

    /// The two ends in reading order. Ends that cannot be compared collapse to the caret.
    pub fn ordered(&self, report: &Report) -> (Pos, Pos) {
        match report.reading_order(self.anchor, self.head) {
            Some(std::cmp::Ordering::Greater) => (self.head, self.anchor),
            Some(_) => (self.anchor, self.head),
            None => (self.head, self.head),
        }
    }

    /// The part of a slot's text that is selected, in bytes; `None` where nothing of it is. For a block without words the
    /// range is empty, and being there at all means that it is selected.
    pub fn range_in(&self, report: &Report, slot: Slot) -> Option<std::ops::Range<usize>> {
        if self.is_caret() {
            // For each text in sight, in every frame: a caret is in one text only.
            return (slot == self.head.slot && report.text(slot).is_some()).then_some(self.head.byte..self.head.byte);
        }
        let (from, to) = self.ordered(report);
        self.part_between(report, slot, from, to)
    }

    /// As [`Self::range_in`], with the ends in their order.
    pub(crate) fn part_between(
        &self,
        report: &Report,
        slot: Slot,
        from: Pos,
        to: Pos,
    ) -> Option<std::ops::Range<usize>> {
        let end = report.text(slot)?.len();
        if from.slot == slot && to.slot == slot {
            return Some(from.byte..to.byte);
        }
        let rank = report.reading_rank(slot)?;
        let (first, last) = (report.reading_rank(from.slot)?, report.reading_rank(to.slot)?);
        if rank < first || rank > last {
            return None;
        }
        let start = if slot == from.slot { from.byte } else { 0 };
        let end = if slot == to.slot { to.byte } else { end };
        Some(start..end)
    }

    /// The selection with both ends at places that exist: offsets are drawn into their texts, and an end whose slot is gone goes
    /// to `fallback`.
    #[must_use]
    pub fn within(&self, report: &Report, fallback: Pos) -> Self {
        let draw_in = |pos: Pos| match report.text(pos.slot) {
            Some(text) => Some(Pos::new(pos.slot, text.boundary(pos.byte))),
            None => report.text(fallback.slot).map(|text| Pos::new(fallback.slot, text.boundary(fallback.byte))),
        };
        let head = draw_in(self.head).unwrap_or_else(|| report.first_pos());
        let anchor = draw_in(self.anchor).unwrap_or(head);
        if report.reading_order(anchor, head).is_none() { Self::caret(head) } else { Self::new(anchor, head) }
    }
}
