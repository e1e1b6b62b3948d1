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

/// Puts a word in the place of another one, in one change. Letters that both begin or end with stay as they are set, and the others are set
/// like those that they replace.
pub fn correct(report: &Report, slot: Slot, range: Range<usize>, word: &str) -> Option<Transaction> {
    let text = report.text(slot)?;
    let old = text.as_str().get(range.clone())?;
    let same = |(one, other): &(char, char)| one == other;
    let start: usize = old.chars().zip(word.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[start..], &word[start..]);
    let backwards = old_rest.chars().rev().zip(new_rest.chars().rev());
    let end: usize = backwards.take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let replaced = range.start + start..range.end - end;
    let like = if replaced.is_empty() { replaced.start.saturating_sub(1).max(range.start) } else { replaced.start };
    let style = text.style_at(text.boundary(like));
    let mut change = Change::new(report);
    change.splice(slot, replaced, &RichText::styled(&new_rest[..new_rest.len() - end], style));
    let after = Pos::new(slot, range.start + word.len());
    change.finish(EditKind::Other, Some(Selection::caret(after)))
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

    #[test]
    fn a_word_is_corrected_where_it_differs() {
        let to = |range: Range<usize>, word: &'static str| {
            move |report: &Report, _: Selection, _: &mut IdSource| {
                correct(report, Slot::Block(report.body.blocks()[0].id), range.clone(), word)
            }
        };
        check("p a rec*ieve* it|", to(2..9, "receive"), "p a rec*eive|* it");
        check("p teh|", to(0..3, "the"), "p the|");
        check("p *dont* no|", to(0..4, "don’t"), "p *don’t|* no");
        check("p a| lettter", to(2..9, "letter"), "p a letter|");
    }
}
