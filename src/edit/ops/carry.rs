//! Text dragged to another place.

use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::text::delete_selection;
use crate::edit::{EditKind, Selection, Side, Step, Transaction};
use crate::report::{IdSource, Pos, Report};

/// Moves what is selected to a place, or copies it there; it is selected afterwards. `None` where nothing is selected, and for a place inside
/// of it.
pub fn carry(report: &Report, selection: Selection, to: Pos, copies: bool, ids: &mut IdSource) -> Option<Transaction> {
    let clip = Clip::copied(report, selection)?;
    if is_inside(report, selection, to) {
        return None;
    }
    let mut steps = Vec::new();
    let mut work = report.clone();
    let mut to = to;
    if !copies {
        let removal = delete_selection(report, selection, ids)?;
        to = after(&removal.steps, &mut work, to)?;
        steps.extend(removal.steps);
    }
    let insertion = paste(&work, Selection::caret(to), &clip, ids)?;
    let end = insertion.selection?.head;
    // An empty paragraph gives way to a picture that is put there.
    let start = after(&insertion.steps, &mut work, to).unwrap_or(end);
    steps.extend(insertion.steps);
    Some(Transaction { steps, kind: EditKind::Other, selection: Some(Selection::new(start, end)) })
}

/// Whether a place lies in what is selected, its ends included.
pub fn is_inside(report: &Report, selection: Selection, place: Pos) -> bool {
    let range = selection.range_in(report, place.slot);
    !selection.is_caret() && range.is_some_and(|range| range.start <= place.byte && place.byte <= range.end)
}

/// Makes the changes, and tells where a place goes by them: it stays before what is put there.
fn after(steps: &[Step], work: &mut Report, place: Pos) -> Option<Pos> {
    let mut place = place;
    for step in steps {
        step.apply(work).ok()?;
        place = step.map(place, Side::Before)?;
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing};
    use crate::report::Slot;

    /// Carries the selection to the byte of a block of the report.
    fn to(
        block: usize,
        byte: usize,
        copies: bool,
    ) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| {
            let slot = Slot::Block(report.body.blocks()[block].id);
            carry(report, selection, Pos::new(slot, byte), copies, ids)
        }
    }

    #[test]
    fn words_are_moved_inside_their_text() {
        check("p one <two> three", to(0, 0, false), "p <two>one  three");
        check("p one <two> three", to(0, 13, false), "p one  three<two>");
        check("p one <two> three", to(0, 0, true), "p <two>one two three");
        check_nothing("p one <two> three", to(0, 5, false));
        check_nothing("p one <two> three", to(0, 4, false));
        check_nothing("p one |two", to(0, 0, false));
    }

    #[test]
    fn words_keep_their_styles_and_references_elsewhere() {
        check("p a <*b* [1:Anna]>\nh2 x", to(1, 1, false), "p a \nh2 x<*b* [1:Anna]>");
    }

    #[test]
    fn whole_blocks_are_moved_with_their_figure() {
        check("p <one\nfig 1 cap\np two>\np three", to(3, 5, false), "p \np three<one\nfig 1 cap\np two>");
        check("p x\np <one\np two>", to(0, 0, false), "p <one\np two>x\np ");
    }
}
