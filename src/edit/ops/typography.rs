//! Marks and spaces set as the language has them.

use std::ops::Range;

use crate::edit::{Change, EditKind, Transaction};
use crate::report::{Report, RichText, Slot};

/// Puts its own words in the place of each of some stretches, in one change that is undone at once. Stretches of one text must be in order
/// and not overlap. A mark takes over the style of the mark that it stands for; what is put in, that of the text before it.
pub fn tidy(report: &Report, repairs: &[(Slot, Range<usize>, &str)]) -> Option<Transaction> {
    let mut change = Change::new(report);
    // From the end, so that earlier places stay where they are.
    for (slot, range, words) in repairs.iter().rev() {
        let Some(text) = report.text(*slot) else { continue };
        let model = if range.is_empty() { range.start.saturating_sub(1) } else { range.start };
        let style = text.style_at(text.boundary(model));
        change.splice(*slot, range.clone(), &RichText::styled(words, style));
    }
    change.finish(EditKind::Other, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Selection;
    use crate::edit::notation::{check, check_nothing};
    use crate::report::IdSource;

    fn first(report: &Report) -> Slot {
        Slot::Block(report.body.blocks()[0].id)
    }

    #[test]
    fn marks_change_in_one_step_and_keep_their_style() {
        let all = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = first(report);
            tidy(report, &[(slot, 0..1, "“"), (slot, 3..4, "”"), (slot, 4..5, "")])
        };
        check("p *\"so\"* , he|", all, "p *“so”*, he|");
    }

    #[test]
    fn nothing_to_repair_is_no_change() {
        check_nothing("p so|", |report: &Report, _: Selection, _: &mut IdSource| tidy(report, &[]));
    }
}
