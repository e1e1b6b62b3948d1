//! Text dragged to another place.

use std::ops::Range;

use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::text::{delete_selection, replace};
use crate::edit::{EditKind, Selection, Side, Step, Transaction};
use crate::report::{IdSource, Pos, Report, RichText};

/// Moves what is selected to a place, or copies it there; it is selected afterwards. `None` where nothing is selected, and for a place inside
/// of it. Whole words take the space beside them along, and are parted from their new neighbours by one.
pub fn carry(report: &Report, selection: Selection, to: Pos, copies: bool, ids: &mut IdSource) -> Option<Transaction> {
    let clip = Clip::copied(report, selection)?;
    if is_inside(report, selection, to) {
        return None;
    }
    let mut steps = Vec::new();
    let mut work = report.clone();
    let mut to = to;
    let words = whole_words(report, selection);
    if !copies {
        let left = words.as_ref().and_then(|_| space_left_over(report, selection));
        let removal = delete_selection(report, selection, ids)?;
        to = after(&removal.steps, &mut work, to)?;
        steps.extend(removal.steps);
        if let Some(space) = left.and_then(|range| replace(&work, selection.slot(), range, &RichText::new())) {
            to = after(&space.steps, &mut work, to)?;
            steps.extend(space.steps);
        }
    }
    if let Some(words) = words {
        let (before, behind) = spaces_wanted(&work, to, &words);
        let spaces = " ".repeat(usize::from(before) + usize::from(behind));
        if let Some(parting) = replace(&work, to.slot, to.byte..to.byte, &spaces.as_str().into()) {
            after(&parting.steps, &mut work, to)?;
            steps.extend(parting.steps);
            to.byte += usize::from(before);
        }
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

/// What is selected, where that is whole words of one text.
fn whole_words(report: &Report, selection: Selection) -> Option<String> {
    let (text, range) = selected(report, selection)?;
    let words = text.get(range.clone())?;
    let (before, behind) = neighbours(text, &range);
    let cuts = |one: Option<char>, other: Option<char>| {
        one.zip(other).is_some_and(|(one, other)| is_letter(one) && is_letter(other))
    };
    let (first, last) = (words.chars().next(), words.chars().next_back());
    let ends_in_words = first.zip(last).is_some_and(|(first, last)| !first.is_whitespace() && !last.is_whitespace());
    (ends_in_words && !cuts(before, first) && !cuts(last, behind)).then(|| words.to_owned())
}

/// The space that nobody needs once the selected words are gone.
fn space_left_over(report: &Report, selection: Selection) -> Option<Range<usize>> {
    let (text, range) = selected(report, selection)?;
    match neighbours(text, &range) {
        (Some(' '), None) => Some(range.start - 1..range.start),
        (Some(' '), Some(behind)) if behind == ' ' || closes(behind) => Some(range.start - 1..range.start),
        // Where it stands once the words are gone.
        (None, Some(' ')) => Some(range.start..range.start + 1),
        _ => None,
    }
}

/// Whether a space is needed before words that are put in a place, and behind them. None inside a word: who drops them there wants them there.
fn spaces_wanted(report: &Report, to: Pos, words: &str) -> (bool, bool) {
    let Some(text) = report.text(to.slot) else { return (false, false) };
    let (before, behind) = neighbours(text.as_str(), &(to.byte..to.byte));
    if before.zip(behind).is_some_and(|(before, behind)| is_letter(before) && is_letter(behind)) {
        return (false, false);
    }
    let parts = |left: Option<char>, right: Option<char>| {
        left.zip(right).is_some_and(|(left, right)| {
            (is_letter(left) || closes(left)) && (is_letter(right) || matches!(right, '«' | '“' | '„' | '('))
        })
    };
    (parts(before, words.chars().next()), parts(words.chars().next_back(), behind))
}

fn selected(report: &Report, selection: Selection) -> Option<(&str, Range<usize>)> {
    let slot = selection.slot();
    let range = selection.range_in(report, slot).filter(|_| selection.anchor.slot == selection.head.slot)?;
    Some((report.text(slot)?.as_str(), range))
}

fn neighbours(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    (before, text.get(range.end..).and_then(|behind| behind.chars().next()))
}

/// Letters and digits of scripts that part their words by spaces: not Chinese, Japanese, Thai, Lao, Khmer or Burmese.
fn is_letter(character: char) -> bool {
    let has_no_spaces = matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{20000}'..);
    character.is_alphanumeric() && !has_no_spaces
}

fn closes(character: char) -> bool {
    matches!(character, ',' | '.' | ';' | ':' | '!' | '?' | '…' | '»' | '”' | ')')
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
        check("p one <two> three", to(0, 0, false), "p <two> one three");
        check("p one <two> three", to(0, 13, false), "p one three <two>");
        check("p one <two> three", to(0, 0, true), "p <two> one two three");
        check_nothing("p one <two> three", to(0, 5, false));
        check_nothing("p one <two> three", to(0, 4, false));
        check_nothing("p one |two", to(0, 0, false));
    }

    #[test]
    fn words_take_the_space_beside_them_along() {
        check("p one <two>, three.", to(0, 14, false), "p one, three <two>.");
        check("p <one> two «three»", to(0, 8, false), "p two <one> «three»");
        check("p один <два>\np три", to(1, 0, false), "p один\np <два> три");
        check("p one <two> three", to(0, 10, false), "p one th<two>ree");
        check("p o<ne t>wo three", to(0, 13, false), "p owo three<ne t>");
        check("p one< two> three", to(0, 13, false), "p one three< two>");
        check("p 一<二>三", to(0, 9, false), "p 一三<二>");
    }

    #[test]
    fn words_keep_their_styles_and_references_elsewhere() {
        check("p a <*b* [1:Anna]>\nh2 x", to(1, 1, false), "p a\nh2 x <*b* [1:Anna]>");
    }

    #[test]
    fn whole_blocks_are_moved_with_their_figure() {
        check("p <one\nfig 1 cap\np two>\np three", to(3, 5, false), "p \np three<one\nfig 1 cap\np two>");
        check("p x\np <one\np two>", to(0, 0, false), "p <one\np two>x\np ");
    }
}
