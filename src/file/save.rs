//! Saving: a new generation at the end of the file, or in the gap in front of the living one.
//!
//! ```text
//! │ mimetype │ photo │ photo │ old tail │ old tail │ living tail │
//!                            ↑ floor               ↑             ↑ end
//! ```
//!
//! A *tail* is `report.json`, the directory and the seal. The common save appends a tail: one write, one sync. When the
//! gap has grown to several tails, the new one goes into the gap and the file is cut behind it: a *fold*. Members that
//! come with a save are on the medium before a directory names them. No byte that the living generation uses is ever
//! written over, and when a save fails, the file is cut back to where it was.

use std::{io, sync::Arc};

use crate::file::{
    container::{Access, Checkpoint, Container, End, State},
    directory::Directory,
    draft::{Added, Draft},
    error::{FileError, Problem},
    limits::MAX_FILE,
    member::{MemberWriter, Packed, read_member},
    name::{Generation, MemberName},
    storage::write_all_at,
    zip::{Day, SEAL_LEN},
};

/// A fold costs two more calls than appending; the gap must hold more than this many tails to be worth it.
const FOLD_ABOVE: u64 = 4;

/// What a save has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The state that is in the file now.
    pub generation: Generation,
    /// How much was written.
    pub bytes_written: u64,
    /// What was to be kept but is not in the file.
    pub missing: Vec<MemberName>,
}

impl Container {
    /// Makes `state` the newest generation. When this returns, it is on the medium. When it fails, the last saved state
    /// is as it was, in the file and for the next save.
    ///
    /// # Errors
    /// Before anything is written: [`Problem::ReadOnly`], [`Problem::Locked`] and [`Problem::Recovered`] as
    /// [`Self::access`] tells, [`Problem::ChangedByOther`], [`Problem::Moved`], and those of members that are too large,
    /// too many, or not what their names say. After that, those of writing.
    pub fn save(&mut self, state: &State<'_>) -> Result<Saved, FileError> {
        self.save_state(state).map_err(|problem| self.error(problem))
    }

    fn save_state(&mut self, state: &State<'_>) -> Result<Saved, Problem> {
        self.require_writable()?;
        let draft = self.draft(state)?;
        let written = self.write(&draft);
        if written.is_err() {
            self.is_synced = false;
            // If this fails too, the next save begins with it.
            drop(self.remove_debris());
        }
        Ok(Saved { generation: draft.generation, bytes_written: written?, missing: draft.missing })
    }

    /// Refuses unless the file is ours to write and as we left it.
    pub(super) fn require_writable(&mut self) -> Result<(), Problem> {
        match self.access {
            Access::Write => {}
            Access::ReadOnly => return Err(Problem::ReadOnly),
            Access::Locked => return Err(Problem::Locked),
            Access::Recovered => return Err(Problem::Recovered),
        }
        self.require_name()?;
        self.remove_debris()?;
        self.require_unchanged()?;
        if !self.is_name_synced {
            self.folder.sync_dir(self.parent())?;
            self.is_name_synced = true;
        }
        Ok(())
    }

    /// Refuses if the name of the file leads elsewhere: what we write would be lost with the old file.
    pub(super) fn require_name(&self) -> Result<(), Problem> {
        match self.folder.identity(&self.reader.path) {
            Ok(identity) if identity == self.reader.file.identity()? => Ok(()),
            Ok(_) => Err(Problem::Moved),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Problem::Moved),
            Err(error) => Err(error.into()),
        }
    }

    /// Refuses if the file does not end as we left it.
    pub(super) fn require_unchanged(&self) -> Result<(), Problem> {
        let file = &*self.reader.file;
        if End::read(file, file.len()?)? == self.end { Ok(()) } else { Err(Problem::ChangedByOther) }
    }

    /// Packs and checks what `state` needs, under a number of its own.
    pub(super) fn draft<'a>(&mut self, state: &State<'a>) -> Result<Draft<'a>, Problem> {
        self.last_tried = self.last_tried.next().ok_or(Problem::NoMoreGenerations)?;
        let mut draft = Draft::new(state, self.last_tried, |name| self.has_photo(name))?;
        if let Some(Checkpoint::Before(day)) = state.checkpoint
            && let Some(packed) = self.living_report()?
        {
            draft.added.insert(MemberName::History(self.generation), Added { packed, day });
        }
        draft.keep(&self.reader.directory, state.keep)?;
        Ok(draft)
    }

    /// Whether the file has this photo, undamaged.
    fn has_photo(&self, name: MemberName) -> bool {
        let is_photo = matches!(name, MemberName::Photo { .. });
        let entry = self.reader.directory.members.get(&name).filter(|_| is_photo);
        entry.is_some_and(|entry| read_member(&*self.reader.file, name, entry).is_ok())
    }

    /// `report.json` as it is in the file; `None` if it has been damaged since it was read, which must not stop a save.
    fn living_report(&self) -> Result<Option<Packed<'static>>, Problem> {
        let Some(entry) = self.reader.directory.members.get(&MemberName::Report) else { return Ok(None) };
        match Packed::read(&*self.reader.file, MemberName::Report, entry) {
            Ok(packed) => Ok(Some(packed)),
            Err(Problem::Damaged(_)) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Writes the draft and makes it the living generation. Gives the number of bytes written.
    fn write(&mut self, draft: &Draft<'_>) -> Result<u64, Problem> {
        let tail_at = |at, directory| Tail::new(at, directory, &draft.report, draft.generation);
        if draft.added.is_empty() {
            let tail = tail_at(self.end.len, draft.kept.clone());
            if self.gap() > FOLD_ABOVE * tail.len() {
                return self.fold(tail_at(self.reader.directory.floor(), tail.directory));
            }
            return self.append(tail);
        }
        let folded = self.fold_living()?;
        let start = self.end.len;
        let mut directory = draft.kept.clone();
        let mut writer = MemberWriter { file: &*Arc::clone(&self.reader.file), at: start };
        for (name, member) in &draft.added {
            let end = member.packed.entry(writer.at, member.day).end(*name);
            self.debris_to = Some(end);
            if end > MAX_FILE {
                return Err(Problem::FileTooLong);
            }
            directory.members.insert(*name, writer.write(*name, &member.packed, member.day)?);
        }
        writer.file.sync()?;
        Ok(folded + (writer.at - start) + self.append(tail_at(writer.at, directory))?)
    }

    /// Bytes between the last member that the living generation uses and its tail.
    fn gap(&self) -> u64 {
        let directory = &self.reader.directory;
        let report = directory.members.get(&MemberName::Report);
        report.map_or(0, |report| report.offset.saturating_sub(directory.floor()))
    }

    fn append(&mut self, tail: Tail) -> Result<u64, Problem> {
        if tail.end().len > MAX_FILE {
            return Err(Problem::FileTooLong);
        }
        self.debris_to = Some(tail.end().len);
        write_all_at(&*self.reader.file, &tail.bytes, tail.at)?;
        self.reader.file.sync()?;
        Ok(self.adopt(tail))
    }

    /// Writes `tail`, which fits, into the gap and cuts the file behind it.
    fn fold(&mut self, tail: Tail) -> Result<u64, Problem> {
        let file = Arc::clone(&self.reader.file);
        if !self.is_synced {
            // The gap may hold the only state that is on the medium.
            file.sync()?;
            self.is_synced = true;
        }
        write_all_at(&*file, &tail.bytes, tail.at)?;
        file.sync()?;
        let end = tail.end();
        let cut = file.set_len(end.len);
        if cut.is_ok() || file.len().is_ok_and(|len| len == end.len) {
            // The file ends with the new tail now, but if the sync fails, the save has. Then the caller may still want
            // what the new state leaves out: its bytes count as living until a later save succeeds.
            let report = tail.directory.members.get(&MemberName::Report).copied();
            let directory = Arc::make_mut(&mut self.reader.directory);
            directory.members.extend(report.map(|report| (MemberName::Report, report)));
            self.generation = tail.generation;
            self.end = end;
        }
        cut?;
        file.sync()?;
        Ok(self.adopt(tail))
    }

    /// Moves the living generation down into the gap, so that what comes behind it leaves no larger hole.
    fn fold_living(&mut self) -> Result<u64, Problem> {
        let Some(report) = self.living_report()? else { return Ok(0) };
        let directory = Directory::clone(&self.reader.directory);
        let tail = Tail::new(directory.floor(), directory, &report, self.generation);
        if self.gap() >= tail.len() { self.fold(tail) } else { Ok(0) }
    }

    /// Makes a tail that is on the medium the living one.
    pub(super) fn adopt(&mut self, tail: Tail) -> u64 {
        self.end = tail.end();
        self.generation = tail.generation;
        self.reader.directory = Arc::new(tail.directory);
        self.is_synced = true;
        self.debris_to = None;
        tail.bytes.len() as u64
    }

    /// Cuts off what a failed save has left behind the living generation. That it is gone must be on the medium: it may
    /// have been whole, and if it came back while the next save is writing in the same place, it would be half true.
    fn remove_debris(&mut self) -> Result<(), Problem> {
        if let Some(debris_to) = self.debris_to {
            let len = self.reader.file.len()?;
            if len > self.end.len && len <= debris_to {
                self.reader.file.set_len(self.end.len)?;
            }
            self.reader.file.sync()?;
            self.debris_to = None;
        }
        Ok(())
    }
}

/// `report.json`, the directory and the seal of one generation, as they stand at one place.
pub(super) struct Tail {
    pub at: u64,
    pub bytes: Vec<u8>,
    pub directory: Directory,
    pub generation: Generation,
}

impl Tail {
    /// `directory` lists the other members.
    pub fn new(at: u64, mut directory: Directory, report: &Packed<'_>, generation: Generation) -> Self {
        let entry = report.entry(at, Day::NONE);
        directory.members.insert(MemberName::Report, entry);
        let mut bytes = Vec::new();
        report.put(&mut bytes, MemberName::Report, &entry);
        bytes.extend(directory.encode(entry.end(MemberName::Report), generation));
        Self { at, bytes, directory, generation }
    }

    pub fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// How the file ends with this tail.
    pub fn end(&self) -> End {
        let seal = self.bytes.last_chunk::<SEAL_LEN>().copied().unwrap_or([0; SEAL_LEN]);
        End { len: self.at + self.len(), seal }
    }
}
