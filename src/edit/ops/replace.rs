//! Other words in the place of some that were found.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Participant, ParticipantId, PersonField, Pos, Report, RichText, Style, WordPlace};

/// Puts the same words in the place of each of some stretches, in one change. Stretches of one place must be in order and not overlap. The
/// words take over weight, stress and link. A name that was replaced is a reference still where the participant's own entry is renamed with
/// it, and no more otherwise.
pub fn replace_all(report: &Report, places: &[(WordPlace, Range<usize>)], words: &str) -> Option<Transaction> {
    let renamed = |person: &ParticipantId| {
        places.iter().any(|(place, _)| matches!(place, WordPlace::Person(id, _) if id == person))
    };
    let mut change = Change::new(report);
    let mut last = None;
    // From the end, so that earlier places stay where they are.
    for (place, range) in places.iter().rev() {
        match place {
            WordPlace::Text(slot) => {
                let Some(text) = report.text(*slot) else { continue };
                let style = text.style_at(range.start);
                let style = Style { person: style.person.filter(renamed), ..style };
                let end = change.splice(*slot, range.clone(), &RichText::styled(words, style));
                last = last.or(Some((*slot, end)));
            }
            WordPlace::Person(id, field) => replace_in_entry(&mut change, *id, *field, range, words),
        }
    }
    // A single place leaves the caret behind the new words, so that the search goes on from there.
    let selection = match (places, last) {
        ([_], Some((slot, end))) => Some(Selection::caret(Pos::new(slot, end))),
        _ => None,
    };
    change.finish(EditKind::Other, selection)
}

fn replace_in_entry(change: &mut Change<'_>, id: ParticipantId, field: PersonField, range: &Range<usize>, words: &str) {
    let participants = &change.report().participants;
    let Some(place) = participants.iter().position(|participant| participant.id == id) else { return };
    let mut text = participants[place].field(field).to_owned();
    if text.get(range.clone()).is_some() {
        text.replace_range(range.clone(), words);
        let entry = Participant::clone(&participants[place]).with_field(field, &text);
        change.participants(place..place + 1, vec![Arc::new(entry)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::check;
    use crate::edit::notation::person;
    use crate::report::{IdSource, Slot};

    #[test]
    fn all_places_change_at_once_and_keep_their_style() {
        let all = |report: &Report, _: Selection, _: &mut IdSource| {
            let slot = |index: usize| WordPlace::Text(Slot::Block(report.body.blocks()[index].id));
            replace_all(report, &[(slot(0), 0..1), (slot(0), 4..5), (slot(1), 2..3)], "long")
        };
        check("p a *b a*\nh2 x a|", all, "p long *b long*\nh2 x long|");
    }

    #[test]
    fn a_replaced_name_is_a_plain_word() {
        let one = |report: &Report, _: Selection, _: &mut IdSource| {
            replace_all(report, &[(WordPlace::Text(Slot::Block(report.body.blocks()[0].id)), 3..7)], "Bo")
        };
        check("p by [1:Anna]|", one, "p by Bo|");
    }

    #[test]
    fn a_participant_renamed_with_the_text_is_a_reference_still() {
        let both = |report: &Report, _: Selection, _: &mut IdSource| {
            let text = WordPlace::Text(Slot::Block(report.body.blocks()[0].id));
            replace_all(report, &[(text, 3..7), (WordPlace::Person(person(1), PersonField::Name), 0..4)], "Bo")
        };
        let (report, selection) = crate::edit::notation::state("p by [1:Anna]|");
        let mut editor = crate::edit::Editor::new(report.clone(), IdSource::from_seed(1));
        editor.select(selection);
        let change = both(&report, selection, &mut IdSource::from_seed(1));
        let _ = editor.apply(change, 0);
        assert_eq!(crate::edit::notation::print(editor.report(), editor.selection()), "p by [1:Bo]|");
        assert_eq!(editor.report().participants[0].name.as_ref(), "Bo");
        assert_eq!(editor.report().fault(), None);
    }
}
