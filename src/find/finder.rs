//! Looking again and again while a report and the words change: only what changed is read anew.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::find::{Hit, Query};
use crate::language::fold::Pattern;
use crate::report::{Block, BlockId, Participant, ParticipantId, PersonField, Photo, PhotoId, Report, Slot, WordPlace};

/// Finds words in a report, and remembers what was found in each block, photo and participant.
#[derive(Debug, Default)]
pub struct Finder {
    query: Query,
    blocks: Memory<BlockId, Block>,
    photos: Memory<PhotoId, Photo>,
    people: Memory<ParticipantId, Participant>,
}

type Memory<Id, Item> = HashMap<Id, (Arc<Item>, Found), RandomState>;
type Found = Vec<Hit>;

impl Finder {
    /// Every place where it is found: on the page from top to bottom, then what belongs to photos and is not on the page, then the
    /// list of participants.
    pub fn hits(&mut self, report: &Report, query: &Query) -> Vec<Hit> {
        let pattern = Pattern::new(&query.words);
        if pattern.is_empty() {
            return Vec::new();
        }
        self.follow(query);
        let look = Look { query, pattern: &pattern };
        let mut hits = Vec::new();
        for slot in Slot::HEAD {
            look.add_slot(report, slot, &mut hits);
        }
        let mut shown = Vec::new();
        for block in report.body.blocks() {
            remembered(&mut self.blocks, block.id, block, &mut hits, |hits| {
                block.slots().for_each(|slot| look.add_slot(report, slot, hits));
            });
            if let Some(photo) = block.photo().and_then(|photo| report.photo(photo)) {
                let of_photo = look.in_photo(report, &mut self.photos, photo);
                let (captions, others) = of_photo
                    .into_iter()
                    .partition::<Found, _>(|hit| hit.place == WordPlace::Text(Slot::Caption(photo.id)));
                hits.extend(captions);
                shown.push((photo.id, others));
            }
        }
        for photo in &report.photos {
            match shown.iter().position(|(id, _)| *id == photo.id) {
                Some(place) => hits.append(&mut shown[place].1),
                None => hits.extend(look.in_photo(report, &mut self.photos, photo)),
            }
        }
        for person in &report.participants {
            remembered(&mut self.people, person.id, person, &mut hits, |hits| {
                for field in PersonField::ALL {
                    look.add(WordPlace::Person(person.id, field), person.field(field), hits);
                }
            });
        }
        hits
    }

    /// Forgets what another query does not let it know. Words that go on from those before can be only where those were.
    fn follow(&mut self, query: &Query) {
        if *query == self.query {
            return;
        }
        let goes_on = !self.query.is_empty()
            && !self.query.whole_words
            && !self.query.match_case
            && query.words.trim().starts_with(self.query.words.trim());
        if goes_on {
            self.blocks.retain(|_, (_, found)| found.is_empty());
            self.photos.retain(|_, (_, found)| found.is_empty());
            self.people.retain(|_, (_, found)| found.is_empty());
        } else {
            self.blocks.clear();
            self.photos.clear();
            self.people.clear();
        }
        self.query = query.clone();
    }
}

/// Adds what was found in an item: from memory, where it is still the same.
fn remembered<Id: std::hash::Hash + Eq, Item>(
    memory: &mut Memory<Id, Item>,
    id: Id,
    item: &Arc<Item>,
    hits: &mut Found,
    look: impl FnOnce(&mut Found),
) {
    match memory.get(&id) {
        Some((known, found)) if Arc::ptr_eq(known, item) => hits.extend_from_slice(found),
        _ => {
            let mut found = Vec::new();
            look(&mut found);
            hits.extend_from_slice(&found);
            memory.insert(id, (Arc::clone(item), found));
        }
    }
}

struct Look<'a> {
    query: &'a Query,
    pattern: &'a Pattern,
}

impl Look<'_> {
    fn add(&self, place: WordPlace, text: &str, hits: &mut Found) {
        let found = self.pattern.all_in(text).into_iter().filter(|range: &Range<usize>| self.query.fits(text, range));
        hits.extend(found.map(|range| Hit { place, range }));
    }

    fn add_slot(&self, report: &Report, slot: Slot, hits: &mut Found) {
        if let Some(text) = report.text(slot) {
            self.add(WordPlace::Text(slot), text.as_str(), hits);
        }
    }

    fn in_photo(&self, report: &Report, memory: &mut Memory<PhotoId, Photo>, photo: &Arc<Photo>) -> Found {
        let mut hits = Vec::new();
        remembered(memory, photo.id, photo, &mut hits, |hits| {
            for slot in [Slot::Caption(photo.id), Slot::Credit(photo.id), Slot::Alt(photo.id)] {
                self.add_slot(report, slot, hits);
            }
        });
        hits
    }
}
