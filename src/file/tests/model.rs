//! An author who edits without end, and what must be in the file after each edit.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::{
    Checkpoint, Container, Day, Existing, FileError, Folder, Found, Generation, Hash, MemberName, NewMember, Opened,
    PhotoFormat, Problem, State, tests::random::Random,
};

/// What one save is to leave in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    pub text: String,
    pub photos: BTreeMap<MemberName, Arc<[u8]>>,
}

impl Contents {
    pub fn report(&self, generation: Generation) -> Vec<u8> {
        format!("{{\"generation\":{generation},\"text\":{:?}}}", self.text).into_bytes()
    }

    /// Whether this is what the file holds. The error says what is not.
    pub fn matches(&self, opened: &Opened) -> Result<(), String> {
        let container = &opened.container;
        if opened.report.as_ref() != Some(&self.report(container.generation())) {
            return Err("another text".into());
        }
        let photos: Vec<_> = container.names().filter(|name| matches!(name, MemberName::Photo { .. })).collect();
        if photos != self.photos.keys().copied().collect::<Vec<_>>() {
            return Err("other photos".into());
        }
        for name in container.names() {
            let bytes = container.read(name).map_err(|error| error.to_string())?;
            if self.photos.get(&name).is_some_and(|photo| photo[..] != bytes) {
                return Err(format!("{name} has other bytes"));
            }
        }
        Ok(())
    }
}

pub fn path() -> PathBuf {
    PathBuf::from("/home/reports/summit.rapport")
}

pub fn photo(bytes: &[u8]) -> MemberName {
    MemberName::Photo { hash: Hash::of(bytes), format: PhotoFormat::Jpeg }
}

/// Makes the edits. Deterministic.
#[derive(Clone)]
pub struct Author {
    pub contents: Contents,
    /// The number of the edit.
    pub edit: usize,
    random: Random,
}

/// How the next edit is to be brought into the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Save(Option<Checkpoint>),
    Compact,
    /// Closing and opening again before saving.
    Reopen,
}

impl Author {
    pub fn new(seed: u64) -> Self {
        Self { contents: Contents::default(), edit: 0, random: Random(seed) }
    }

    /// Some text, every seventh time a photo, every eleventh time one photo less.
    pub fn next(&mut self) -> Way {
        self.edit += 1;
        let len = 40 + self.random.below(160);
        let words = self.random.bytes(len).into_iter().map(|byte| char::from(b'a' + byte % 26));
        self.contents.text = words.collect();
        if self.edit.is_multiple_of(7) {
            let len = 100 + self.random.below(900);
            let bytes = self.random.bytes(len);
            self.contents.photos.insert(photo(&bytes), bytes.into());
        }
        if self.edit.is_multiple_of(11) {
            let photos = &mut self.contents.photos;
            let chosen = photos.keys().nth(self.random.below(photos.len().max(1))).copied();
            photos.retain(|name, _| Some(*name) != chosen);
        }
        let day = Day::new(2026, 11, 1 + (self.edit / 17 % 28) as u8);
        match self.edit {
            edit if edit.is_multiple_of(23) => Way::Compact,
            edit if edit.is_multiple_of(13) => Way::Reopen,
            edit if edit.is_multiple_of(17) => Way::Save(Some(Checkpoint::This(day))),
            edit if edit % 26 == 1 => Way::Save(Some(Checkpoint::Before(day))),
            _ => Way::Save(None),
        }
    }
}

/// Brings `contents` into the file as the session of an editor would.
pub fn save(container: &mut Container, contents: &Contents, way: Way) -> Result<Generation, FileError> {
    let present: BTreeSet<_> = container.names().collect();
    let added = contents.photos.iter().filter(|(name, _)| !present.contains(name));
    let added: Vec<_> = added.map(|(name, bytes)| NewMember { name: *name, bytes }).collect();
    let keep = contents.photos.keys().copied().collect();
    let report = |generation| contents.report(generation);
    let checkpoint = match way {
        Way::Save(checkpoint) => checkpoint,
        Way::Compact | Way::Reopen => None,
    };
    let state = State { report: &report, add: &added, keep: &keep, checkpoint };
    match way {
        Way::Compact => container.compact(&state, &mut |_| ControlFlow::Continue(())).map(|done| done.generation),
        Way::Save(_) | Way::Reopen => container.save(&state).map(|done| done.generation),
    }
}

pub fn create(folder: Arc<dyn Folder>, contents: &Contents) -> Result<Container, FileError> {
    let added: Vec<_> = contents.photos.iter().map(|(name, bytes)| NewMember { name: *name, bytes }).collect();
    let report = |generation| contents.report(generation);
    let state = State { report: &report, add: &added, keep: &BTreeSet::new(), checkpoint: None };
    Container::create(folder, &path(), &state, Existing::Replace)
}

/// Opens the file and finds which of `candidates` it holds. `None` when there is no file.
pub fn open_one_of(folder: Arc<dyn Folder>, path: &Path, candidates: &[Contents]) -> Result<Option<Opened>, String> {
    let opened = match Container::open(folder, path) {
        Err(FileError { problem: Problem::NotFound, .. }) => return Ok(None),
        result => result.map_err(|error| error.to_string())?,
    };
    if opened.found == Found::Salvaged || !opened.notices.is_empty() {
        return Err(format!("{:?} {:?}", opened.found, opened.notices));
    }
    let verdicts: Vec<_> = candidates.iter().map(|contents| contents.matches(&opened)).collect();
    if verdicts.iter().any(Result::is_ok) { Ok(Some(opened)) } else { Err(format!("{verdicts:?}")) }
}
