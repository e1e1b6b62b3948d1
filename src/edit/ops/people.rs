//! Participants, and their names in the text.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::text::{allowed_style, place_to_write};
use crate::edit::{Change, EditKind, Field, Selection, Transaction};
use crate::report::{IdSource, Participant, ParticipantId, Photo, Pos, Report, RichText, Style};

/// Adds participants before the one at a place (`None`: at the end).
pub fn add(report: &Report, participants: Vec<Participant>, place: Option<usize>) -> Option<Transaction> {
    let place = place.unwrap_or(report.participants.len()).min(report.participants.len());
    let mut change = Change::new(report);
    change.participants(place..place, participants.into_iter().map(Arc::new).collect());
    change.finish(EditKind::Other, None)
}

/// Removes a participant. Texts keep the name as plain words; pictures lose the mark.
pub fn remove(report: &Report, id: ParticipantId) -> Option<Transaction> {
    let place = report.participants.iter().position(|other| other.id == id)?;
    let mut change = Change::new(report);
    for slot in report.all_slots() {
        let ranges: Vec<_> = report.text(slot)?.people().filter(|(_, person)| *person == id).collect();
        for (range, _) in ranges {
            change.restyle(slot, range, |style| style.person = None);
        }
    }
    for (place, photo) in report.photos.iter().enumerate() {
        if photo.people.contains(&id) {
            // The texts may have changed above: the copy is made from the state that they left.
            let Some(mut unmarked) = change.report().photos.get(place).map(|photo| Photo::clone(photo)) else {
                continue;
            };
            unmarked.people.retain(|person| *person != id);
            change.photos(place..place + 1, vec![Arc::new(unmarked)]);
        }
    }
    change.participants(place..place + 1, Vec::new());
    change.finish(EditKind::Other, None)
}

/// Changes a participant's entry; the names in all texts that were written in one of its forms follow.
pub fn update(report: &Report, changed: Participant) -> Option<Transaction> {
    let place = report.participants.iter().position(|other| other.id == changed.id)?;
    let old = report.participants.get(place)?;
    let (before, after) = (old.forms(), changed.forms());
    let id = changed.id;
    let mut change = Change::new(report);
    change.participants(place..place + 1, vec![Arc::new(changed)]);
    if before != after {
        for slot in report.all_slots() {
            let mentions: Vec<_> = report.text(slot)?.people().filter(|(_, person)| *person == id).collect();
            for (range, _) in mentions.into_iter().rev() {
                rewrite_mention(&mut change, slot, range, &before, &after);
            }
        }
    }
    change.finish(EditKind::Field(Field::Participant(id)), None)
}

fn rewrite_mention(
    change: &mut Change<'_>,
    slot: crate::report::Slot,
    range: Range<usize>,
    before: &[String],
    after: &[String],
) {
    let Some(text) = change.report().text(slot) else { return };
    let written = &text.as_str()[range.clone()];
    let form = before.iter().position(|form| form == written);
    let Some(new) = form.and_then(|form| after.get(form)) else { return };
    // An entry whose name is being retyped is empty for a moment; the text waits for the new one.
    if new != written && !new.is_empty() {
        let style = text.style_at(range.start);
        change.splice(slot, range, &RichText::styled(new, style));
    }
}

/// Moves a participant in the list, before the one that stands at `place` now.
pub fn shift(report: &Report, id: ParticipantId, place: usize) -> Option<Transaction> {
    let old = report.participants.iter().position(|other| other.id == id)?;
    let mut change = Change::new(report);
    let (range, moved) = moved(&report.participants, old, place)?;
    change.participants(range, moved);
    change.finish(EditKind::Other, None)
}

/// Moves a participant as [`shift`] does, and into a delegation, in one change.
pub fn place_in(report: &Report, id: ParticipantId, place: usize, delegation: &Arc<str>) -> Option<Transaction> {
    let old = report.participants.iter().position(|other| other.id == id)?;
    let mut list = report.participants.clone();
    let joined = Participant { delegation: Arc::clone(delegation), ..Participant::clone(list.get(old)?) };
    if *list.get(old)?.delegation != **delegation {
        *list.get_mut(old)? = Arc::new(joined);
    }
    let (range, part) = match moved(&list, old, place) {
        Some(moved) => moved,
        None => (old..old + 1, vec![Arc::clone(list.get(old)?)]),
    };
    let mut change = Change::new(report);
    change.participants(range, part);
    change.finish(EditKind::Other, None)
}

/// Writes a participant's shown name at the selection as a live reference. `replaced` is what was typed to find it, in bytes
/// before the caret.
pub fn mention(
    report: &Report,
    selection: Selection,
    id: ParticipantId,
    replaced: usize,
    ids: &mut IdSource,
) -> Option<Transaction> {
    let name = Arc::clone(report.participant(id)?.shown_name());
    mention_as(report, selection, id, ["", &name, ""], replaced, ids)
}

/// As [`mention`], with the name as it is given here, and plain words before and behind it.
pub fn mention_as(
    report: &Report,
    selection: Selection,
    id: ParticipantId,
    [before, name, behind]: [&str; 3],
    replaced: usize,
    ids: &mut IdSource,
) -> Option<Transaction> {
    report.participant(id)?;
    let mut change = Change::new(report);
    let at = place_to_write(&mut change, selection, ids);
    let from = at.byte.checked_sub(replaced)?;
    let around = change.report().text(at.slot)?.style_at(from.saturating_sub(1)).for_typing();
    let plain = allowed_style(around.clone(), at.slot);
    let style = allowed_style(Style { person: Some(id), ..around }, at.slot);
    let mut words = RichText::styled(before, plain.clone());
    words.append(RichText::styled(name, style));
    words.append(RichText::styled(behind, plain));
    let end = change.splice(at.slot, from..at.byte, &words);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::new(at.slot, end))))
}

/// The part of a list that changes when an item moves before the one at `place`, and what stands there then.
pub(super) fn moved<T>(list: &[Arc<T>], old: usize, place: usize) -> Option<(Range<usize>, Vec<Arc<T>>)> {
    let place = place.min(list.len());
    if place == old || place == old + 1 {
        return None;
    }
    let range = old.min(place)..(old + 1).max(place);
    let mut part = list.get(range.clone())?.to_vec();
    if place > old {
        part.rotate_left(1);
    } else {
        part.rotate_right(1);
    }
    Some((range, part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, person};

    fn rename(name: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, _, _| {
            update(report, Participant { name: name.into(), ..Participant::clone(report.participant(person(1))?) })
        }
    }

    #[test]
    fn a_new_name_goes_everywhere_and_the_caret_stays_with_its_words() {
        check(
            "p by [1:Anna] and [1:Anna]| x\nfig 1 [1:Anna]",
            rename("Hoa Lê"),
            "p by [1:Hoa Lê] and [1:Hoa Lê]| x\nfig 1 [1:Hoa Lê]",
        );
    }

    #[test]
    fn an_inflected_name_stays_as_it_was_written() {
        check("p у [1:Анны] и [1:Anna]|", rename("Ольга"), "p у [1:Анны] и [1:Ольга]|");
    }

    #[test]
    fn a_removed_participant_leaves_plain_words() {
        check("p by [1:Anna]| x", |report, _, _| remove(report, person(1)), "p by Anna| x");
    }

    #[test]
    fn an_introduction_has_plain_words_around_the_reference() {
        check(
            "p by @an|, who",
            |report, selection, ids| mention_as(report, selection, person(1), ["the ", "Anna", ", chair"], 3, ids),
            "p by the [1:Anna], chair|, who",
        );
    }

    #[test]
    fn a_mention_takes_the_place_of_what_was_typed() {
        check(
            "p by @an|, who",
            |report, selection, ids| mention(report, selection, person(1), 3, ids),
            "p by [1:Anna]|, who",
        );
    }
}
