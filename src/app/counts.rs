//! The length of the report, counted when writing rests.

use crate::edit::{Editor, Selection};
use crate::language::length::{Length, Lengths, Tally};

/// A count is renewed after so long a pause, in seconds.
const PAUSE_S: f64 = 0.3;

/// The lengths of the report, as of some revision.
#[derive(Debug, Default)]
pub(super) struct Counts {
    tally: Tally,
    lengths: Lengths,
    counted: Option<u64>,
    seen: u64,
    changed_at_s: f64,
    selected: Option<(u64, Selection, Length)>,
}

impl Counts {
    /// Goes on from a report that is counted already.
    pub(super) fn begun(tally: Tally) -> Self {
        Self { tally, ..Self::default() }
    }

    /// The lengths as of a moment ago: at once for a report that was just opened, then whenever writing rests.
    pub(super) fn lengths(&mut self, ctx: &egui::Context, editor: &Editor) -> Lengths {
        let now_s = ctx.input(|input| input.time);
        let revision = editor.revision();
        if revision != self.seen {
            self.seen = revision;
            self.changed_at_s = now_s;
        }
        if self.counted == Some(revision) {
            return self.lengths;
        }
        let rested = now_s - self.changed_at_s;
        if self.counted.is_none() || rested >= PAUSE_S {
            self.lengths = self.tally.count(editor.report());
            self.counted = Some(revision);
        } else {
            ctx.request_repaint_after_secs((PAUSE_S - rested) as f32 + 0.01);
        }
        self.lengths
    }

    /// The length of what is selected; `None` for a caret.
    pub(super) fn selected(&mut self, editor: &Editor) -> Option<Length> {
        let (revision, selection) = (editor.revision(), editor.selection());
        if selection.is_caret() {
            return None;
        }
        if let Some((_, _, length)) = self.selected.filter(|(of, what, _)| (*of, *what) == (revision, selection)) {
            return Some(length);
        }
        let report = editor.report();
        let (from, to) = selection.ordered(report);
        let mut length = Length::default();
        let mut slot = Some(from.slot);
        while let Some(here) = slot {
            let words = selection.range_in(report, here).and_then(|range| report.text(here)?.as_str().get(range));
            length += words.map_or_else(Length::default, Length::of);
            slot = report.next_slot(here).filter(|_| here != to.slot);
        }
        self.selected = Some((revision, selection, length));
        Some(length)
    }
}
