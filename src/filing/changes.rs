//! What has changed since a desk was sent the story: sentence by sentence, and what was done to names, captions and pictures.

use std::collections::BTreeMap;
use std::sync::Arc;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::filing::styles;
use crate::filing::words::word_pieces;
use crate::language::phrases;
use crate::report::{Filed, FiledPhoto, Participant, ParticipantId, PhotoId, Report, Role, Slot};

/// What has changed, in the order of the page: the head, the story, photos, participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// When the desk was sent what it has: RFC 3339 with an offset.
    pub since: Arc<str>,
    /// At least one.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// What was done there.
    pub what: What,
    /// The words, before and after, in one line; none for what was done to a picture.
    pub pieces: Vec<Piece>,
}

/// Where something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// The byline.
    Byline,
    /// The place of the dateline.
    Dateline,
    /// A sentence of the story.
    Story,
    /// A photo's caption.
    Caption(PhotoName),
    /// A photo's credit.
    Credit(PhotoName),
    /// A photo's alternative text.
    Alt(PhotoName),
    /// A photo itself.
    Photo(PhotoName),
    /// A link: its words and where it leads.
    Link,
    /// Words that are bold.
    Bold,
    /// Words that are italic.
    Italic,
    /// An entry of the list of participants.
    Participant,
}

/// How a photo is called in a list of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoName {
    /// Its number in the text, from 1, where it stands there now.
    pub number: Option<usize>,
    /// The beginning of its caption, or what its file is called.
    pub name: String,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its words are others.
    Changed,
    /// The same words are another kind of block: a heading, a quotation, an item of a list.
    Restyled,
    /// It stands elsewhere.
    Moved,
    /// A photo has another picture.
    OtherPicture,
    /// A photo was cropped or turned otherwise.
    Reframed,
    /// A photo was put into the text.
    PutIn,
    /// A photo was taken out of the text.
    TakenOut,
}

/// A piece of a change's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, with the spaces around them.
    pub text: String,
    /// Whether the desk has them.
    pub mark: Mark,
}

/// Whether the desk has something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It has it.
    Same,
    /// It does not have it yet.
    Added,
    /// It has it, and should not.
    Removed,
}

impl Changes {
    /// What has changed since a desk was sent this report; `None` where it never was, and where nothing has.
    pub fn of(report: &Report) -> Option<Self> {
        Self::between(report.filed_before()?, &Filed::of(report, "", ""), &report.language)
    }

    /// What has changed between two states of a report in a language; `None` where nothing has.
    pub fn between(before: &Filed, after: &Filed, language: &str) -> Option<Self> {
        let mut changes = Vec::new();
        let (old, new) = (Texts::of(before), Texts::of(after));
        for (slot, place) in [
            (Slot::Kicker, Place::Kicker),
            (Slot::Headline, Place::Headline),
            (Slot::Standfirst, Place::Standfirst),
            (Slot::Byline, Place::Byline),
            (Slot::Place, Place::Dateline),
        ] {
            changes.extend(of_text(place, old.text(slot), new.text(slot)));
        }
        changes.extend(of_story(&old.story, &new.story));
        changes.extend(styles::of_styles(before, after));
        changes.extend(of_photos(before, after, &old, &new));
        changes.extend(of_people(&before.people, &after.people, language));
        (!changes.is_empty()).then(|| Self { since: Arc::clone(&before.at), changes })
    }
}

/// The texts of a state.
struct Texts<'a> {
    /// Those that stand alone, in no order.
    single: BTreeMap<String, &'a str>,
    /// The sentences of the story.
    story: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    fn of(filed: &'a Filed) -> Self {
        let mut texts = Self { single: BTreeMap::new(), story: Vec::new() };
        for (slot, text) in &filed.texts {
            match slot {
                Slot::Block(_) | Slot::Speaker(_) | Slot::Cell(..) => texts.story.extend(sentences(text)),
                _ => {
                    texts.single.insert(key(*slot), text);
                }
            }
        }
        texts
    }

    fn text(&self, slot: Slot) -> &'a str {
        self.single.get(&key(slot)).copied().unwrap_or_default()
    }
}

/// Slots have no order of their own.
fn key(slot: Slot) -> String {
    format!("{slot:?}")
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_sentence_bounds().map(str::trim).filter(|sentence| !sentence.is_empty())
}

fn of_text(place: Place, old: &str, new: &str) -> Option<Change> {
    let what = match (old.is_empty(), new.is_empty()) {
        _ if old == new => return None,
        (true, _) => What::Added,
        (_, true) => What::Removed,
        _ => What::Changed,
    };
    Some(Change { place, what, pieces: word_pieces(old, new) })
}

fn whole(text: &str, mark: Mark) -> Vec<Piece> {
    vec![Piece { text: text.to_owned(), mark }]
}

fn in_story(what: What, pieces: Vec<Piece>) -> Change {
    Change { place: Place::Story, what, pieces }
}

/// Sentences are held against each other whatever paragraphs they stand in: a paragraph that was parted in two has not changed.
fn of_story(old: &[&str], new: &[&str]) -> Vec<Change> {
    let mut changes = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        let (old, new) = match operation {
            DiffOp::Equal { .. } => continue,
            other => (&old[other.old_range()], &new[other.new_range()]),
        };
        let alike = old.iter().zip(new).take_while(|(one, other)| are_alike(one, other)).count();
        changes.extend(old.iter().zip(new).take(alike).filter_map(|(one, other)| of_text(Place::Story, one, other)));
        let gone = old[alike..].iter().map(|text| in_story(What::Removed, whole(text, Mark::Removed)));
        let came = new[alike..].iter().map(|text| in_story(What::Added, whole(text, Mark::Added)));
        changes.extend(gone.chain(came));
    }
    with_moves(changes)
}

/// Whether one sentence was made of the other: half of the longer one's words are in both.
fn are_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.unicode_words().map(str::to_lowercase).collect::<Vec<_>>();
    let (one, mut other) = (words(one), words(other));
    let longer = one.len().max(other.len());
    let shared = one.iter().filter(|word| {
        let found = other.iter().position(|candidate| candidate == *word);
        found.map(|place| other.swap_remove(place)).is_some()
    });
    shared.count() * 2 >= longer
}

/// A sentence that went in one place and came in another was moved.
fn with_moves(changes: Vec<Change>) -> Vec<Change> {
    let text = |change: &Change| change.pieces.first().map(|piece| piece.text.clone()).unwrap_or_default();
    let mut gone: Vec<String> = changes.iter().filter(|change| change.what == What::Removed).map(text).collect();
    let mut moved: Vec<String> = Vec::new();
    let mut told: Vec<Change> = Vec::new();
    for mut change in changes {
        if change.what == What::Added
            && let Some(place) = gone.iter().position(|other| *other == text(&change))
        {
            moved.push(gone.swap_remove(place));
            change.what = What::Moved;
            change.pieces.iter_mut().for_each(|piece| piece.mark = Mark::Same);
        }
        told.push(change);
    }
    told.retain(|change| {
        let place = moved.iter().position(|other| change.what == What::Removed && *other == text(change));
        place.map(|place| moved.swap_remove(place)).is_none()
    });
    told
}

fn of_photos(before: &Filed, after: &Filed, old: &Texts<'_>, new: &Texts<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let bare = |place: Place, what: What| Change { place, what, pieces: Vec::new() };
    for (place, photo) in after.photos.iter().enumerate() {
        let name = name_of(photo, photo.in_text.then_some(place + 1), new);
        match before.photos.iter().find(|other| other.id == photo.id) {
            None => changes.push(bare(Place::Photo(name.clone()), What::Added)),
            Some(other) => {
                if other.in_text != photo.in_text {
                    let what = if photo.in_text { What::PutIn } else { What::TakenOut };
                    changes.push(bare(Place::Photo(name.clone()), what));
                }
                if other.hash != photo.hash {
                    changes.push(bare(Place::Photo(name.clone()), What::OtherPicture));
                } else if (other.crop, other.turns) != (photo.crop, photo.turns) {
                    changes.push(bare(Place::Photo(name.clone()), What::Reframed));
                }
            }
        }
        let mut text = |slot: fn(PhotoId) -> Slot, place: fn(PhotoName) -> Place| {
            let slot = slot(photo.id);
            changes.extend(of_text(place(name.clone()), old.text(slot), new.text(slot)));
        };
        text(Slot::Caption, Place::Caption);
        text(Slot::Credit, Place::Credit);
        text(Slot::Alt, Place::Alt);
    }
    let gone = before.photos.iter().filter(|photo| !after.photos.iter().any(|other| other.id == photo.id));
    changes.extend(gone.map(|photo| bare(Place::Photo(name_of(photo, None, old)), What::Removed)));
    let order = |one: &Filed, other: &Filed| -> Vec<PhotoId> {
        let both = |photo: &&FiledPhoto| photo.in_text && other.photos.iter().any(|o| o.id == photo.id && o.in_text);
        one.photos.iter().filter(both).map(|photo| photo.id).collect()
    };
    let (was, is) = (order(before, after), order(after, before));
    for operation in capture_diff_slices(Algorithm::Myers, &was, &is) {
        for id in is[operation.new_range()].iter().filter(|_| !matches!(operation, DiffOp::Equal { .. })) {
            let Some(place) = after.photos.iter().position(|photo| photo.id == *id) else { continue };
            let name = name_of(&after.photos[place], Some(place + 1), new);
            changes.push(bare(Place::Photo(name), What::Moved));
        }
    }
    changes
}

fn name_of(photo: &FiledPhoto, number: Option<usize>, texts: &Texts<'_>) -> PhotoName {
    const LONGEST: usize = 60;
    let caption = texts.text(Slot::Caption(photo.id));
    let name = if caption.is_empty() { &photo.file_name } else { caption };
    let short: String = name.graphemes(true).take(LONGEST).collect();
    let name = if short.len() < name.len() { format!("{}…", short.trim_end()) } else { short };
    PhotoName { number, name }
}

/// An entry as one line: everything that is printed of it.
fn line(person: &Participant, language: &str) -> String {
    let name = [person.honorific.as_ref(), person.shown_name().as_ref()];
    let name = name.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let position = person.position();
    let role = match person.role {
        Role::Delegate => "",
        role => phrases::of(language).role(role),
    };
    let parts = [name.as_str(), position.as_str(), person.delegation.as_ref(), role, person.note.as_ref()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn of_people(before: &[Arc<Participant>], after: &[Arc<Participant>], language: &str) -> Vec<Change> {
    let lines = |people: &[Arc<Participant>]| -> BTreeMap<ParticipantId, String> {
        people.iter().map(|person| (person.id, line(person, language))).collect()
    };
    let (old, new) = (lines(before), lines(after));
    let line_of = |lines: &BTreeMap<ParticipantId, String>, id| lines.get(&id).cloned().unwrap_or_default();
    let gone = before.iter().filter(|person| !new.contains_key(&person.id));
    let all = after.iter().chain(gone).map(|person| person.id);
    all.filter_map(|id| of_text(Place::Participant, &line_of(&old, id), &line_of(&new, id))).collect()
}

#[cfg(test)]
mod tests;
