//! What exports made of the photos, kept in the report's file so that the next export costs nothing. Nothing is lost with it: a
//! picture that is not here is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::file::{Hash, MemberName, NewMember};
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::PhotoHash;

/// More than a page and a single file need of one photo. Where there are more, those that the last export had no use for go.
const MOST_OF_A_PHOTO: usize = 24;

/// A third of what a file may hold, for reports with very many photos.
const MOST: usize = 3_000;

/// A file that an export made of a photo, or found made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// Of which photo.
    pub photo: PhotoHash,
    /// What was done to it.
    pub key: DerivedKey,
    /// As what it is encoded.
    pub format: OutputFormat,
    /// The bytes without words in them; `None` where they were found.
    pub fresh: Option<Arc<[u8]>>,
}

impl Derived {
    fn name(&self) -> MemberName {
        MemberName::Derived { photo: super::hash(self.photo), key: self.key, format: self.format }
    }
}

/// The derivatives of a file: those in it, and those that the next save brings.
#[derive(Debug, Default)]
pub(super) struct Kept {
    names: BTreeSet<MemberName>,
    fresh: BTreeMap<MemberName, Arc<[u8]>>,
}

impl Kept {
    /// Those among the members of a file.
    pub fn of_file(members: impl Iterator<Item = MemberName>) -> Self {
        Self { names: members.filter(|name| photo_of(*name).is_some()).collect(), fresh: BTreeMap::new() }
    }

    /// All, also those to come.
    pub fn names(&self) -> impl Iterator<Item = MemberName> {
        self.names.iter().copied()
    }

    /// Those to come.
    pub fn fresh(&self) -> impl Iterator<Item = NewMember<'_>> {
        self.fresh.iter().map(|(name, bytes)| NewMember { name: *name, bytes })
    }

    /// The fresh ones are in the file now.
    pub fn saved(&mut self) {
        self.fresh.clear();
    }

    /// The file could not take them: they are made again when they are needed, and stand in nobody's way.
    pub fn forget_fresh(&mut self) {
        let fresh = std::mem::take(&mut self.fresh);
        self.names.retain(|name| !fresh.contains_key(name));
    }

    /// Lets go of those whose photo is not among these members.
    pub fn retain(&mut self, photos: &BTreeSet<MemberName>) {
        let photos: BTreeSet<Hash> = photos
            .iter()
            .filter_map(|name| match name {
                MemberName::Photo { hash, .. } => Some(*hash),
                _ => None,
            })
            .collect();
        let stays = |name: &MemberName| photo_of(*name).is_some_and(|photo| photos.contains(&photo));
        self.names.retain(stays);
        self.fresh.retain(|name, _| stays(name));
    }

    /// Takes in what an export made and found.
    pub fn take(&mut self, made: &[Derived]) {
        let used: BTreeSet<MemberName> = made.iter().map(Derived::name).collect();
        for derived in made {
            let name = derived.name();
            let Some(bytes) = &derived.fresh else { continue };
            if self.names.len() < MOST || self.names.contains(&name) {
                self.names.insert(name);
                self.fresh.insert(name, Arc::clone(bytes));
            }
        }
        let mut counts: BTreeMap<Hash, usize> = BTreeMap::new();
        for photo in self.names.iter().filter_map(|name| photo_of(*name)) {
            *counts.entry(photo).or_default() += 1;
        }
        let is_crowded = |name: &MemberName| {
            photo_of(*name).and_then(|photo| counts.get(&photo)).is_some_and(|count| *count > MOST_OF_A_PHOTO)
        };
        self.names.retain(|name| used.contains(name) || !is_crowded(name));
        self.fresh.retain(|name, _| self.names.contains(name));
    }
}

fn photo_of(name: MemberName) -> Option<Hash> {
    match name {
        MemberName::Derived { photo, .. } => Some(photo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::PhotoFormat;

    fn derived(photo: u8, number: u32, is_fresh: bool) -> Derived {
        Derived {
            photo: PhotoHash::from_bytes([photo; 32]),
            key: DerivedKey::parse(&format!("{number:032x}")).unwrap(),
            format: OutputFormat::Jpeg,
            fresh: is_fresh.then(|| number.to_be_bytes().into()),
        }
    }

    #[test]
    fn what_was_used_last_stays_where_there_is_too_much() {
        let mut kept = Kept::default();
        kept.take(&(0..20).map(|number| derived(1, number, true)).collect::<Vec<_>>());
        kept.take(&[derived(2, 0, true)]);
        kept.saved();
        let next: Vec<_> = (15..30).map(|number| derived(1, number, number >= 20)).collect();
        kept.take(&next);
        let wanted: BTreeSet<_> = next.iter().map(Derived::name).chain([derived(2, 0, false).name()]).collect();
        assert_eq!(kept.names().collect::<BTreeSet<_>>(), wanted);
        assert_eq!(kept.fresh().count(), 10);
    }

    #[test]
    fn what_the_file_could_not_take_is_forgotten_and_what_it_has_is_not() {
        let mut kept = Kept::default();
        kept.take(&[derived(1, 0, true)]);
        kept.saved();
        kept.take(&[derived(1, 0, false), derived(1, 1, true)]);
        kept.forget_fresh();
        assert_eq!(kept.names().collect::<Vec<_>>(), [derived(1, 0, false).name()]);
        assert_eq!(kept.fresh().count(), 0);
    }

    #[test]
    fn they_go_with_their_photo() {
        let mut kept = Kept::default();
        kept.take(&[derived(1, 0, true), derived(2, 0, true)]);
        kept.retain(&BTreeSet::from([MemberName::Photo { hash: Hash([2; 32]), format: PhotoFormat::Jpeg }]));
        assert_eq!(kept.names().collect::<Vec<_>>(), [derived(2, 0, false).name()]);
        assert_eq!(kept.fresh().count(), 1);
    }

    #[test]
    fn no_report_has_so_many_that_its_file_could_not_hold_them() {
        let mut kept = Kept::default();
        for photo in 0..200 {
            kept.take(&(0..20).map(|number| derived(photo, number, true)).collect::<Vec<_>>());
        }
        assert_eq!(kept.names().count(), MOST);
    }
}
