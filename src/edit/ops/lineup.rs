//! Who is in a picture, and the line of its caption that names them.
//!
//! As long as the line reads as it was written it follows every change of the people and of their names. A line that was reworded by hand
//! is left alone until somebody asks for it to be written again.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::framing::whole_seen;
use crate::edit::{Change, EditKind, Field, Transaction};
use crate::language::name_line::{self, LineStyle};
use crate::report::{Lineup, LineupPlace, ParticipantId, Photo, PhotoId, PointPx, Report, RichText, Shown, Slot};

/// Where somebody in a picture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// One to the left; the leftmost of a row stays.
    Left,
    /// One to the right.
    Right,
    /// Into the row before.
    Up,
    /// Into the next row, or a new one behind the last.
    Down,
}

/// Puts somebody into a picture: a participant, or with `None` somebody whom nobody knows. A participant who is there already goes to the
/// place.
pub fn add(report: &Report, photo: PhotoId, who: Option<ParticipantId>, place: LineupPlace) -> Option<Transaction> {
    if who.is_some_and(|id| report.participant(id).is_none()) {
        return None;
    }
    change_people(report, photo, |people| {
        match who.and_then(|id| people.place_of(id)) {
            Some(from) => {
                put(people, from, place);
            }
            None => {
                people.insert(place, Shown { person: who, mark: None });
            }
        }
        Some(())
    })
}

/// Says who somebody in a picture is; the mark stays.
pub fn name(report: &Report, photo: PhotoId, place: LineupPlace, who: Option<ParticipantId>) -> Option<Transaction> {
    if who.is_some_and(|id| report.participant(id).is_none()) {
        return None;
    }
    change_people(report, photo, |people| {
        let shown = people.get(place)?;
        // Nobody stands in two places.
        if who.is_some_and(|id| people.contains(&id)) {
            return None;
        }
        people.set(place, Shown { person: who, ..shown });
        Some(())
    })
}

/// Takes somebody out of a picture.
pub fn remove(report: &Report, photo: PhotoId, place: LineupPlace) -> Option<Transaction> {
    change_people(report, photo, |people| people.remove(place).map(drop))
}

/// Takes everybody out of a picture.
pub fn clear(report: &Report, photo: PhotoId) -> Option<Transaction> {
    change_people(report, photo, |people| {
        *people = Lineup::default();
        Some(())
    })
}

/// Puts somebody before whoever stands at a place.
pub fn place(report: &Report, photo: PhotoId, from: LineupPlace, to: LineupPlace) -> Option<Transaction> {
    change_people(report, photo, |people| put(people, from, to).map(drop))
}

/// Moves somebody in a picture. Gives the place too.
pub fn shift(report: &Report, photo: PhotoId, from: LineupPlace, way: Way) -> Option<(Transaction, LineupPlace)> {
    let mut end = None;
    let change = change_people(report, photo, |people| {
        let row = people.rows().get(from.row)?;
        let to = match way {
            Way::Left => LineupPlace { at: from.at.checked_sub(1)?, ..from },
            Way::Right if from.at + 1 >= row.len() => return None,
            Way::Right => LineupPlace { at: from.at + 2, ..from },
            Way::Up => LineupPlace { row: from.row.checked_sub(1)?, ..from },
            // Somebody alone in the last row would only make the same row again.
            Way::Down if row.len() == 1 && from.row + 1 == people.rows().len() => return None,
            Way::Down => LineupPlace { row: from.row + 1, ..from },
        };
        end = put(people, from, to);
        end.map(drop)
    })?;
    Some((change, end?))
}

/// Moves somebody before a place, as it is numbered while everybody still stands. Gives where that is then.
fn put(people: &mut Lineup, from: LineupPlace, to: LineupPlace) -> Option<LineupPlace> {
    let shown = people.get(from)?;
    let new_row = to.row >= people.rows().len();
    let alone = people.rows().get(from.row)?.len() == 1;
    people.remove(from)?;
    let row = if alone && to.row > from.row { to.row - 1 } else { to.row };
    let row = if new_row { people.rows().len() } else { row };
    let at = if from.row == to.row && to.at > from.at { to.at - 1 } else { to.at };
    // Back into the row that went with whoever was alone in it.
    if alone && from.row == to.row {
        let mut rows = people.rows().to_vec();
        rows.insert(from.row.min(rows.len()), vec![shown]);
        *people = Lineup::of_rows(rows);
        return Some(from);
    }
    Some(people.insert(LineupPlace { row, at }, shown))
}

/// Marks where somebody stands in the picture, as it is seen turned, or takes the mark away. Steps of one drag are undone together.
pub fn mark(report: &Report, photo: PhotoId, place: LineupPlace, seen: Option<PointPx>) -> Option<Transaction> {
    let at = report.photos.iter().position(|other| other.id == photo)?;
    let mut changed = Photo::clone(report.photos.get(at)?);
    let shown = changed.people.get(place)?;
    let (turned, back) = (whole_seen(&changed), changed.turns.back());
    let mark = seen.map(|point| {
        let inside =
            PointPx { x: point.x.min(turned.width.saturating_sub(1)), y: point.y.min(turned.height.saturating_sub(1)) };
        inside.turned(turned, back)
    });
    changed.people.set(place, Shown { mark, ..shown });
    let mut change = Change::new(report);
    change.photos(at..at + 1, vec![Arc::new(changed)]);
    change.finish(EditKind::Field(Field::Photo(photo)), None)
}

/// Where somebody is marked, as it lies in the turned picture.
pub fn mark_seen(photo: &Photo, place: LineupPlace) -> Option<PointPx> {
    Some(photo.people.get(place)?.mark?.turned(photo.size_px, photo.turns))
}

/// Writes the line into the caption, or writes it anew where it stands, in another style, or reworded.
pub fn write_line(report: &Report, photo: PhotoId, style: LineStyle) -> Option<Transaction> {
    let of = report.photo(photo)?;
    let line = name_line::line(report, &of.people, style, &report.language)?;
    let standing = name_line::standing(report, of).map(|standing| standing.range);
    let old = standing.or_else(|| name_line::reworded(&of.caption));
    let mut change = Change::new(report);
    match old {
        Some(range) => put_line(&mut change, photo, range, line),
        None => append_line(&mut change, photo, line),
    }
    change.finish(EditKind::Other, None)
}

/// The lines that read as they are written, before something changes.
#[derive(Debug)]
pub struct NameLines(Vec<(PhotoId, Range<usize>, LineStyle)>);

impl NameLines {
    /// Those of all photos.
    pub fn of(report: &Report) -> Self {
        let found = report.photos.iter().filter_map(|photo| {
            let standing = name_line::standing(report, photo)?;
            Some((photo.id, standing.range, standing.style))
        });
        Self(found.collect())
    }

    /// Writes them anew where the change so far makes them read otherwise.
    pub fn follow(&self, change: &mut Change<'_>) {
        for (photo, range, style) in &self.0 {
            let Some(range) = change.followed(Slot::Caption(*photo), range.clone()) else { continue };
            let report = change.report();
            let Some(of) = report.photo(*photo).map(Arc::clone) else { continue };
            match name_line::line(report, &of.people, *style, &report.language) {
                Some(line) => put_line(change, *photo, range, line),
                // A name that is being retyped is missing for a moment: the line waits for the new one.
                None if name_line::is_wanted(&of.people) => {}
                None => take_line_out(change, &of, range),
            }
        }
    }
}

fn change_people(report: &Report, photo: PhotoId, set: impl FnOnce(&mut Lineup) -> Option<()>) -> Option<Transaction> {
    let place = report.photos.iter().position(|other| other.id == photo)?;
    let old = report.photos.get(place)?;
    let mut changed = Photo::clone(old);
    set(&mut changed.people)?;
    if changed.people == old.people {
        return None;
    }
    let was_wanted = name_line::is_wanted(&old.people);
    let lines = NameLines(
        name_line::standing(report, old).map(|standing| (photo, standing.range, standing.style)).into_iter().collect(),
    );
    let mut change = Change::new(report);
    let people = changed.people.clone();
    change.photos(place..place + 1, vec![Arc::new(changed)]);
    lines.follow(&mut change);
    // Whoever names everybody in other words needs no line.
    let says_all = |caption: &RichText| people.iter().all(|id| caption.people().any(|(_, named)| named == *id));
    if !was_wanted && !says_all(&old.caption) {
        let line = name_line::line(report, &people, LineStyle::Names, &report.language);
        line.into_iter().for_each(|line| append_line(&mut change, photo, line));
    }
    change.finish(EditKind::Other, None)
}

/// Puts a line in the place of some words, in their weight; where the words are the same only the references are set.
fn put_line(change: &mut Change<'_>, photo: PhotoId, range: Range<usize>, mut line: RichText) {
    let slot = Slot::Caption(photo);
    let Some(old) = change.report().text(slot).map(|caption| caption.slice(range.clone())) else { return };
    if old.as_str() == line.as_str() && old.people().eq(line.people()) {
        return;
    }
    let around = old.style_at(0).for_typing();
    let end = line.len();
    line.restyle(0..end, |style| {
        *style = crate::report::Style { person: style.person, ..around.clone() };
    });
    change.splice(slot, range, &line);
}

/// Adds a line as a sentence of its own.
fn append_line(change: &mut Change<'_>, photo: PhotoId, line: RichText) {
    let slot = Slot::Caption(photo);
    let Some(caption) = change.report().text(slot).map(|caption| caption.as_str().to_owned()) else { return };
    let between = match caption.trim_end().chars().next_back() {
        None => "",
        Some(_) if caption.ends_with(char::is_whitespace) => "",
        Some('.' | '!' | '?' | '…' | ':' | ';') => " ",
        Some(_) => ". ",
    };
    let mut sentence = RichText::plain(between);
    sentence.append(line);
    sentence.append(".".into());
    change.splice(slot, caption.len()..caption.len(), &sentence);
}

/// Takes a line out that names too few by now. In the middle of a sentence the one who is left stays named.
fn take_line_out(change: &mut Change<'_>, photo: &Photo, range: Range<usize>) {
    let slot = Slot::Caption(photo.id);
    let Some(caption) = change.report().text(slot).cloned() else { return };
    let (before, after) = (&caption.as_str()[..range.start], &caption.as_str()[range.end..]);
    if after.is_empty() || after.starts_with('.') {
        let start = before.trim_end().len();
        let mut stop = range.end + usize::from(!after.is_empty());
        if start == 0 {
            let rest = &caption.as_str()[stop..];
            stop += rest.len() - rest.trim_start().len();
        }
        change.splice(slot, start..stop, &RichText::new());
    } else if let Some(id) = photo.people.iter().next()
        && let Some((named, _)) = caption.slice(range.clone()).people().find(|(_, person)| person == id)
    {
        let name = caption.slice(range.start + named.start..range.start + named.end);
        change.splice(slot, range, &name);
    }
}

#[cfg(test)]
mod tests;
