//! What exports made of the photos, kept in the report's file so that the next export costs nothing. Nothing is lost with it: a
//! picture that is not here is made again.

use std::collections::{BTreeMap, BTreeSet};

use crate::file::{Hash, MemberName, Spooled};
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::PhotoHash;

/// More than a page and a single file need of one photo. Where there are more, those that the last export had no use for go.
const MOST_OF_A_PHOTO: usize = 24;

/// Bytes that are written with one save, and in memory until then.
const BATCH: usize = 16 << 20;

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
    pub fresh: Option<Spooled>,
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
    fresh: BTreeMap<MemberName, Spooled>,
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

    /// Some of those to come, no more than a save holds in memory. Those that cannot be read any more are given up.
    pub fn batch(&mut self) -> Vec<(MemberName, Vec<u8>)> {
        let (mut batch, mut length) = (Vec::new(), 0);
        while length < BATCH
            && let Some((name, spooled)) = self.fresh.pop_first()
        {
            match spooled.read() {
                Ok(bytes) => {
                    length += bytes.len();
                    batch.push((name, bytes));
                }
                Err(err) => {
                    log::warn!("what an export made is not kept: {err}");
                    self.names.remove(&name);
                }
            }
        }
        batch
    }

    /// Whether there are more to come.
    pub fn has_fresh(&self) -> bool {
        !self.fresh.is_empty()
    }

    /// The file could not take this batch: it is made again when it is needed, as are those to come, and none stands in anybody's way.
    pub fn forget(&mut self, batch: &[(MemberName, Vec<u8>)]) {
        let fresh = std::mem::take(&mut self.fresh);
        self.names.retain(|name| !fresh.contains_key(name) && !batch.iter().any(|(other, _)| other == name));
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
                self.fresh.insert(name, bytes.clone());
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
            fresh: is_fresh.then(|| number.to_be_bytes().to_vec().into()),
        }
    }

    #[test]
    fn what_was_used_last_stays_where_there_is_too_much() {
        let mut kept = Kept::default();
        kept.take(&(0..20).map(|number| derived(1, number, true)).collect::<Vec<_>>());
        kept.take(&[derived(2, 0, true)]);
        assert_eq!(kept.batch().len(), 21);
        let next: Vec<_> = (15..30).map(|number| derived(1, number, number >= 20)).collect();
        kept.take(&next);
        let wanted: BTreeSet<_> = next.iter().map(Derived::name).chain([derived(2, 0, false).name()]).collect();
        assert_eq!(kept.names().collect::<BTreeSet<_>>(), wanted);
        assert_eq!(kept.batch().len(), 10);
    }

    #[test]
    fn what_the_file_could_not_take_is_forgotten_and_what_it_has_is_not() {
        let mut kept = Kept::default();
        kept.take(&[derived(1, 0, true)]);
        assert_eq!(kept.batch().len(), 1);
        let large = vec![7; BATCH];
        let fresh = |number| Derived { fresh: Some(large.clone().into()), ..derived(1, number, true) };
        kept.take(&[derived(1, 0, false), fresh(1), fresh(2)]);
        let batch = kept.batch();
        assert!(batch.len() == 1 && kept.has_fresh(), "no more at once than memory has");
        kept.forget(&batch);
        assert_eq!(kept.names().collect::<Vec<_>>(), [derived(1, 0, false).name()]);
        assert!(!kept.has_fresh());
    }

    #[test]
    fn they_go_with_their_photo() {
        let mut kept = Kept::default();
        kept.take(&[derived(1, 0, true), derived(2, 0, true)]);
        kept.retain(&BTreeSet::from([MemberName::Photo { hash: Hash([2; 32]), format: PhotoFormat::Jpeg }]));
        assert_eq!(kept.names().collect::<Vec<_>>(), [derived(2, 0, false).name()]);
        assert_eq!(kept.batch().len(), 1);
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
