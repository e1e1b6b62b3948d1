//! Other words in the place of some that were found.

use std::ops::Range;

use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Pos, Report, RichText, Slot, Style};

/// Puts the same words in the place of each of some stretches, in one change. Stretches of one text must be in order and not overlap. The
/// words take over weight, stress and link; a name that was replaced is no reference any more.
pub fn replace_all(report: &Report, places: &[(Slot, Range<usize>)], words: &str) -> Option<Transaction> {
    let mut change = Change::new(report);
    let mut last = None;
    // From the end, so that earlier places stay where they are.
    for (slot, range) in places.iter().rev() {
        let Some(text) = report.text(*slot) else { continue };
        let style = Style { person: None, ..text.style_at(range.start) };
        let end = change.splice(*slot, range.clone(), &RichText::styled(words, style));
        last = last.or(Some((*slot, end)));
    }
    // A single place leaves the caret behind the new words, so that the search goes on from there.
    let selection = match (places, last) {
        ([_], Some((slot, end))) => Some(Selection::caret(Pos::new(slot, end))),
        _ => None,
    };
    change.finish(EditKind::Other, selection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::check;
    use crate::report::IdSource;

    #[test]
    fn all_places_change_at_once_and_keep_their_style() {
        let all = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = |index: usize| Slot::Block(report.body.blocks()[index].id);
            replace_all(report, &[(slot(0), 0..1), (slot(0), 4..5), (slot(1), 2..3)], "long")
        };
        check("p a *b a*\nh2 x a|", all, "p long *b long*\nh2 x long|");
    }

    #[test]
    fn a_replaced_name_is_a_plain_word() {
        let one = |report: &Report, _: Selection, _: &mut IdSource| {
            replace_all(report, &[(Slot::Block(report.body.blocks()[0].id), 3..7)], "Bo")
        };
        check("p by [1:Anna]|", one, "p by Bo|");
    }
}
