//! Participants, and their names in the text.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::lineup::NameLines;
use crate::edit::ops::text::{allowed_style, place_to_write};
use crate::edit::{Change, EditKind, Field, Selection, Transaction};
use crate::report::{IdSource, Participant, ParticipantId, PersonField, Photo, Pos, Report, RichText, Role, Style};

/// Adds participants before the one at a place (`None`: at the end).
pub fn add(report: &Report, participants: Vec<Participant>, place: Option<usize>) -> Option<Transaction> {
    let place = place.unwrap_or(report.participants.len()).min(report.participants.len());
    let mut change = Change::new(report);
    change.participants(place..place, participants.into_iter().map(Arc::new).collect());
    change.finish(EditKind::Other, None)
}

/// Adds participants at the end and changes others, in one change, as a list that was looked over asks for it.
pub fn take_in(report: &Report, new: Vec<Participant>, changed: Vec<Participant>) -> Option<Transaction> {
    let lines = NameLines::of(report);
    let mut change = Change::new(report);
    for entry in changed {
        rewrite_entry(&mut change, entry);
    }
    lines.follow(&mut change);
    let end = report.participants.len();
    if !new.is_empty() {
        change.participants(end..end, new.into_iter().map(Arc::new).collect());
    }
    change.finish(EditKind::Other, None)
}

/// Makes two entries one: the one that stays takes from the other what it has not, texts and photos name the one that stays. A mention
/// that was written as the other's name is written as that of the one that stays.
pub fn join(report: &Report, keep: ParticipantId, drop: ParticipantId) -> Option<Transaction> {
    let (kept, dropped) = (report.participant(keep)?, report.participant(drop)?);
    if keep == drop {
        return None;
    }
    let (before, joined) = (dropped.forms(), filled(kept, dropped));
    let after = joined.forms();
    let lines = NameLines::of(report);
    let mut change = Change::new(report);
    rewrite_entry(&mut change, joined);
    for slot in report.all_slots() {
        let mentions: Vec<_> = report.text(slot)?.people().filter(|(_, person)| *person == drop).collect();
        for (range, _) in mentions.into_iter().rev() {
            change.restyle(slot, range.clone(), |style| style.person = Some(keep));
            rewrite_mention(&mut change, slot, range, &before, &after);
        }
    }
    for place in 0..report.photos.len() {
        let Some(photo) = change.report().photos.get(place).filter(|photo| photo.people.contains(&drop)) else {
            continue;
        };
        let mut marked = Photo::clone(photo);
        marked.people.join(keep, drop);
        change.photos(place..place + 1, vec![Arc::new(marked)]);
    }
    lines.follow(&mut change);
    let place = report.participants.iter().position(|other| other.id == drop)?;
    change.participants(place..place + 1, Vec::new());
    change.finish(EditKind::Other, None)
}

/// An entry with what another has and it has not.
fn filled(kept: &Participant, other: &Participant) -> Participant {
    let lacking = PersonField::ALL.into_iter().filter(|field| kept.field(*field).is_empty());
    let filled = lacking.fold(kept.clone(), |entry, field| entry.with_field(field, other.field(field)));
    let role = if kept.role == Role::default() { other.role } else { kept.role };
    Participant { role, ..filled }
}

/// Puts another entry in the place of the one with its id; the names in all texts follow.
fn rewrite_entry(change: &mut Change<'_>, changed: Participant) {
    let id = changed.id;
    let Some(place) = change.report().participants.iter().position(|other| other.id == id) else { return };
    let Some(old) = change.report().participants.get(place).map(Arc::clone) else { return };
    let (before, after) = (old.forms(), changed.forms());
    change.participants(place..place + 1, vec![Arc::new(changed)]);
    if before == after {
        return;
    }
    let slots = change.report().all_slots();
    for slot in slots {
        let Some(text) = change.report().text(slot) else { continue };
        let mentions: Vec<_> = text.people().filter(|(_, person)| *person == id).collect();
        for (range, _) in mentions.into_iter().rev() {
            rewrite_mention(change, slot, range, &before, &after);
        }
    }
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
    let kind = EditKind::Field(Field::Participant(changed.id));
    changed_entry(report, changed, kind)
}

/// The same as a step of its own, whatever was written just before: what the program has made of an entry is undone alone.
pub fn rearrange(report: &Report, changed: Participant) -> Option<Transaction> {
    changed_entry(report, changed, EditKind::Other)
}

fn changed_entry(report: &Report, changed: Participant, kind: EditKind) -> Option<Transaction> {
    report.participant(changed.id)?;
    let lines = NameLines::of(report);
    let mut change = Change::new(report);
    rewrite_entry(&mut change, changed);
    lines.follow(&mut change);
    change.finish(kind, None)
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

/// Writes whom a code means that was typed between two signs of equality just before the caret, as photographers do; `None` where
/// there is none. Codes that differ in their case are two.
pub fn mention_by_code(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    let at = selection.head;
    if !selection.is_caret() || !at.slot.takes_people() {
        return None;
    }
    let before = report.text(at.slot)?.as_str().get(..at.byte)?.strip_suffix('=')?;
    let (around, code) = before.rsplit_once('=')?;
    // An address or a formula goes on here: "?id=10=".
    if around.ends_with(|letter: char| letter.is_alphanumeric() || "=?&".contains(letter)) {
        return None;
    }
    let person = report.participants.iter().find(|person| !code.is_empty() && *person.code == *code)?;
    mention(report, selection, person.id, code.len() + 2, ids)
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
    fn a_code_between_signs_of_equality_is_a_mention() {
        let typed = |source: &str| {
            let (mut report, selection) = crate::edit::notation::state(source);
            let entry = Participant { code: "an".into(), ..Participant::named(person(1), "Anna") };
            report.participants = vec![Arc::new(entry)];
            let transaction = mention_by_code(&report, selection, &mut IdSource::from_seed(4))?;
            let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(4));
            assert_eq!(editor.apply(Some(transaction), 0), crate::edit::Applied::Changed);
            let text = editor.report().text(selection.slot())?;
            Some((text.as_str().to_owned(), text.people().next()))
        };
        assert_eq!(typed("p by =an=|, who"), Some(("by Anna, who".to_owned(), Some((3..7, person(1))))));
        assert_eq!(typed("p x =an=|").map(|(text, _)| text).as_deref(), Some("x Anna"));
        for address in ["p a=an=|", "p ?id=an=|", "p ==an=|", "p ?=an=|", "p &=an=|", "p 1=an=|"] {
            assert_eq!(typed(address), None, "{address}");
        }
        assert_eq!(typed("p (=an=|").map(|(text, _)| text).as_deref(), Some("(Anna"));
        for nobody in ["p =An=|", "p ==|", "p an=|", "p =an|", "p = an =|"] {
            assert_eq!(typed(nobody), None, "{nobody}");
        }
    }

    #[test]
    fn two_entries_become_one_that_has_all_and_is_named_everywhere() {
        let (mut report, selection) = crate::edit::notation::state("p by |\nfig 1 x");
        let entry = |number, name: &str, title: &str, note: &str| {
            let entry = Participant::named(person(number), name);
            Arc::new(Participant { title: title.into(), note: note.into(), ..entry })
        };
        report.participants = vec![entry(1, "Anna", "editor", ""), entry(2, "Anne", "chair", "late")];
        let mut photo = Photo::clone(&report.photos[0]);
        photo.people = vec![person(2), person(1)].into();
        report.photos[0] = Arc::new(photo);
        let mut ids = IdSource::from_seed(3);
        let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(3));
        let named = mention(editor.report(), selection, person(2), 0, &mut ids);
        assert_eq!(editor.apply(named, 0), crate::edit::Applied::Changed);
        let joined = join(editor.report(), person(1), person(2));
        assert_eq!(editor.apply(joined, 0), crate::edit::Applied::Changed);
        let report = editor.report();
        let [only] = report.participants.as_slice() else { panic!("one entry") };
        assert_eq!((&*only.name, &*only.title, &*only.note), ("Anna", "editor", "late"));
        assert_eq!(report.photos[0].people, vec![person(1)].into());
        let text = report.text(selection.slot()).unwrap();
        assert_eq!((text.as_str(), text.people().collect::<Vec<_>>()), ("by Anna", vec![(3..7, person(1))]));
        assert_eq!(report.fault(), None);
        assert_eq!(join(report, person(1), person(1)), None);
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
