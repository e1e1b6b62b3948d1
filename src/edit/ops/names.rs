//! Names that were typed wrong, written right; and names that are to be left as they are.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::text::allowed_style;
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Details, IgnoredName, Participant, ParticipantId, Pos, Report, RichText, Slot, Style};

/// Some words that are to be others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The text.
    pub slot: Slot,
    /// The bytes of the words in it.
    pub range: Range<usize>,
    /// The right words.
    pub words: Arc<str>,
    /// Whom they name from now on; nobody where they are no name.
    pub person: Option<ParticipantId>,
}

/// Puts right words in the place of wrong ones, in one change; names become live references where the text takes them. Places of one text
/// must be in order and not overlap.
pub fn mend(report: &Report, places: &[Mend]) -> Option<Transaction> {
    let mut change = Change::new(report);
    let mut last = None;
    // From the end, so that earlier places stay where they are.
    for Mend { slot, range, words, person } in places.iter().rev() {
        let Some(text) = report.text(*slot) else { continue };
        let person = person.or(text.style_at(range.start).person);
        let written = styled_as(text, range, words, |style| allowed_style(Style { person, ..style }, *slot));
        let end = change.splice(*slot, range.clone(), &written);
        last = last.or(Some(Pos::new(*slot, end)));
    }
    let selection = last.filter(|_| places.len() == 1).map(Selection::caret);
    change.finish(EditKind::Other, selection)
}

/// Words in the styles of those that they take the place of, each its own where they are as many, else all that of the first.
fn styled_as(text: &RichText, range: &Range<usize>, words: &str, allowed: impl Fn(Style) -> Style) -> RichText {
    let first = text.style_at(range.start);
    let old = text.as_str().get(range.clone()).unwrap_or_default();
    if old.split(' ').count() != words.split(' ').count() {
        return RichText::styled(words, allowed(first));
    }
    let mut written = RichText::new();
    let mut at = range.start;
    for (place, (old, new)) in old.split(' ').zip(words.split(' ')).enumerate() {
        if place > 0 {
            written.append(RichText::styled(" ", allowed(text.style_at(at))));
            at += 1;
        }
        written.append(RichText::styled(new, allowed(text.style_at(at))));
        at += old.len();
    }
    written
}

/// Makes live references of names that are right, in one change: they follow the list from now on. The words stay as they are written.
pub fn link(report: &Report, places: &[(Slot, Range<usize>, ParticipantId)]) -> Option<Transaction> {
    let mut change = Change::new(report);
    link_in(&mut change, places);
    change.finish(EditKind::Other, None)
}

/// Puts somebody who is named in the report on the list, and makes live references of the name in these places, in one change.
pub fn enlist(report: &Report, new: Participant, places: &[(Slot, Range<usize>)]) -> Option<Transaction> {
    let mut change = Change::new(report);
    let (id, end) = (new.id, report.participants.len());
    change.participants(end..end, vec![Arc::new(new)]);
    let places: Vec<_> = places.iter().map(|(slot, range)| (*slot, range.clone(), id)).collect();
    link_in(&mut change, &places);
    change.finish(EditKind::Other, None)
}

fn link_in(change: &mut Change<'_>, places: &[(Slot, Range<usize>, ParticipantId)]) {
    for (slot, range, person) in places.iter().filter(|(slot, ..)| slot.takes_people()) {
        let is_there = |text: &RichText| text.as_str().get(range.clone()).is_some_and(|words| !words.is_empty());
        let is_free =
            |text: &RichText| !text.people().any(|(other, _)| other.start < range.end && range.start < other.end);
        if change.report().text(*slot).is_some_and(|text| is_there(text) && is_free(text)) {
            change.restyle(*slot, range.clone(), |style| style.person = Some(*person));
        }
    }
}

/// Lets a name pass as it is written: in one text, or everywhere in this report.
pub fn ignore(report: &Report, words: &str, only_in: Option<Slot>) -> Option<Transaction> {
    let ignored = IgnoredName { words: words.into(), only_in };
    if report.details.ignored_names.contains(&ignored) {
        return None;
    }
    let mut details = Details::clone(&report.details);
    details.ignored_names.push(ignored);
    let mut change = Change::new(report);
    change.details(details);
    change.finish(EditKind::Other, None)
}

/// Has a name looked at again that was let pass.
pub fn watch_again(report: &Report, words: &str) -> Option<Transaction> {
    let mut details = Details::clone(&report.details);
    details.ignored_names.retain(|ignored| *ignored.words != *words);
    let mut change = Change::new(report);
    change.details(details);
    change.finish(EditKind::Other, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, person};
    use crate::report::IdSource;

    fn block(report: &Report, index: usize) -> Slot {
        Slot::Block(report.body.blocks()[index].id)
    }

    #[test]
    fn a_mended_name_is_a_live_reference_and_keeps_its_weight() {
        let one = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = block(report, 0);
            mend(report, &[Mend { slot, range: 3..6, words: "Anna".into(), person: Some(person(1)) }])
        };
        check("p by Ana x|", one, "p by [1:Anna]| x");
        check("p by *Ana* x|", one, "p by *[1:Anna]|* x");
    }

    #[test]
    fn each_word_of_a_mended_name_keeps_its_own_weight() {
        let one = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = block(report, 0);
            mend(report, &[Mend { slot, range: 0..8, words: "Anna Lee".into(), person: Some(person(1)) }])
        };
        let mended = |source: &str| {
            let (report, selection) = crate::edit::notation::state(source);
            let transaction = one(&report, selection, &mut IdSource::from_seed(4));
            let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(4));
            let _ = editor.apply(transaction, 0);
            let text = &editor.report().body.blocks()[0].text;
            let bold = |byte: usize| text.style_at(byte).strong;
            (text.as_str().to_owned(), [0, 3, 5, 7].map(bold), text.people().count())
        };
        let words = || "Anna Lee x".to_owned();
        assert_eq!(mended("p *Ana* Leee x|"), (words(), [true, true, false, false], 1));
        assert_eq!(mended("p Ana *Leee* x|"), (words(), [false, false, true, true], 1));
    }

    #[test]
    fn all_places_are_mended_in_one_step() {
        let all = |report: &Report, _: Selection, _: &mut IdSource| {
            let place = |index: usize, range| Mend {
                slot: block(report, index),
                range,
                words: "Anna".into(),
                person: Some(person(1)),
            };
            mend(report, &[place(0, 0..3), place(0, 4..7), place(1, 0..3)])
        };
        check("p Ana Ana\np Ana x|", all, "p [1:Anna] [1:Anna]\np [1:Anna] x|");
    }

    #[test]
    fn names_that_are_right_become_live_references_and_keep_their_words() {
        let all = |report: &Report, _: Selection, _: &mut IdSource| {
            let places = [(block(report, 0), 0..4), (block(report, 1), 2..6), (block(report, 1), 0..99)];
            link(report, &places.map(|(slot, range)| (slot, range, person(1))))
        };
        check("p Anna|\np x *An*na", all, "p [1:Anna]|\np x *[1:An]*[1:na]");
        check_nothing("p x|", |report, _, _| link(report, &[]));
        check_nothing("p [1:Anna]|", |report, _, _| link(report, &[(block(report, 0), 0..4, person(1))]));
    }

    #[test]
    fn who_is_put_on_the_list_is_named_by_live_references_in_one_step() {
        let (report, _) = crate::edit::notation::state("p Anna and Anna|");
        let slot = block(&report, 0);
        let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(4));
        let new = Participant::named(person(2), "Anna");
        let added = enlist(editor.report(), new, &[(slot, 0..4), (slot, 9..13)]);
        let _ = editor.apply(added, 0);
        let people = |editor: &crate::edit::Editor| editor.report().text(slot).unwrap().people().count();
        assert_eq!((editor.report().participants.len(), people(&editor)), (2, 2));
        let _ = editor.undo();
        assert_eq!((editor.report().participants.len(), people(&editor)), (1, 0));
    }

    #[test]
    fn an_office_is_mended_as_plain_words() {
        let title = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = block(report, 0);
            mend(report, &[Mend { slot, range: 0..5, words: "Deputy".into(), person: None }])
        };
        check("p Chair [1:Anna]|", title, "p Deputy| [1:Anna]");
    }

    #[test]
    fn a_name_is_let_pass_once() {
        let report = Report::new(&mut IdSource::from_seed(1), "en");
        let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(2));
        let ignored = ignore(editor.report(), "Jane Smyth", None);
        let _ = editor.apply(ignored, 0);
        assert_eq!(ignore(editor.report(), "Jane Smyth", None), None);
        assert!(ignore(editor.report(), "Jane Smyth", Some(Slot::Headline)).is_some());
        let again = watch_again(editor.report(), "Jane Smyth");
        let _ = editor.apply(again, 0);
        assert!(editor.report().details.ignored_names.is_empty());
        check_nothing("p x|", |report, _, _| mend(report, &[]));
    }
}
