//! A word written right.

use std::ops::Range;

use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Pos, Report, RichText, Slot};

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
