//! Writing a whole file: a new report, a copy, or the same report without its waste.
//!
//! The file is written under the name `.NAME.tmp` in the same folder, synced, and renamed, so that its name always leads
//! to a whole file. The text stands at both ends: `history/<generation>.json`, the first member after `mimetype`, is a
//! copy of `report.json`, the last. Whatever part of the file is lost one day, one of them is likely to be found.

use std::{
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::{
    container::{Access, Container, Reader, State},
    directory::Directory,
    draft::Draft,
    error::{FileError, Problem},
    member::{MemberWriter, Packed, read_member},
    name::{Generation, MemberName},
    save::Tail,
    storage::{Folder, Grant, Privacy, Storage, read_vec},
    zip::{Day, Entry, header_len, local_header},
};

/// How much of a member is copied at once.
const CHUNK: u64 = 1 << 20;

/// How far the copying has come, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Progress {
    pub done: u64,
    pub total: u64,
}

/// Called while copying; stops it with [`ControlFlow::Break`].
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// What to do when the name for a new file is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Fail with [`Problem::AlreadyExists`].
    Refuse,
    /// Take its place, unless it is read-only or another program has it open for writing.
    Replace,
}

/// Whether a copy gets the earlier states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// It does: the same report under another name.
    Keep,
    /// It does not: what was deleted is deleted in a copy for others.
    Leave,
}

/// What writing a file anew has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The state that is in the new file.
    pub generation: Generation,
    /// Members that were damaged already. Their bytes are copied as they are, and are still known to be damaged.
    pub damaged: Vec<MemberName>,
    /// What was to be kept but was not in the file.
    pub missing: Vec<MemberName>,
}

impl Container {
    /// Creates a file with its first state. There is a new file only when this succeeds.
    ///
    /// # Errors
    /// [`Problem::AlreadyExists`], [`Problem::ReadOnly`] and [`Problem::Locked`] for the file to be replaced, those of
    /// members that are too large, too many, or not what their names say, and those of writing.
    pub fn create(
        folder: Arc<dyn Folder>,
        path: &Path,
        state: &State<'_>,
        existing: Existing,
    ) -> Result<Self, FileError> {
        let draft = Draft::new(state, Generation::FIRST, |_| false).and_then(|mut draft| {
            draft.keep(&Directory::default(), state.keep)?;
            Ok(draft)
        });
        draft
            .and_then(|draft| {
                let whole = Whole::new(None, draft, History::Keep);
                whole.publish(folder, path, existing, &mut |_| ControlFlow::Continue(()))
            })
            .map(|(container, _)| container)
            .map_err(|problem| FileError { path: path.to_owned(), problem })
    }

    /// Writes `state` to another file, taking the kept members from this one, and opens that. For a recovered report it
    /// is the way back to a file that can be saved.
    ///
    /// # Errors
    /// As [`Self::create`], and [`Problem::IsOriginal`], [`Problem::Cancelled`], and those of reading.
    pub fn copy_to(
        &mut self,
        path: &Path,
        state: &State<'_>,
        existing: Existing,
        history: History,
        on_progress: OnProgress<'_>,
    ) -> Result<(Self, Rewritten), FileError> {
        let draft = self.require_other(path).and_then(|()| self.draft(state));
        draft
            .and_then(|draft| {
                let whole = Whole::new(Some(&self.reader), draft, history);
                whole.publish(Arc::clone(&self.folder), path, existing, on_progress)
            })
            .map_err(|problem| FileError { path: path.to_owned(), problem })
    }

    /// Writes the file anew with `state`, without waste: what was removed is gone from the file after this.
    /// Readers made before go on reading the old bytes.
    ///
    /// # Errors
    /// As [`Self::save`], and [`Problem::Cancelled`]; the file is then as it was.
    pub fn compact(&mut self, state: &State<'_>, on_progress: OnProgress<'_>) -> Result<Rewritten, FileError> {
        self.compact_state(state, on_progress).map_err(|problem| self.error(problem))
    }

    fn compact_state(&mut self, state: &State<'_>, on_progress: OnProgress<'_>) -> Result<Rewritten, Problem> {
        self.require_writable()?;
        let draft = self.draft(state)?;
        let whole = Whole::new(Some(&self.reader), draft, History::Keep);
        let path = Arc::clone(&self.reader.path);
        let temporary = Temporary::create(&*self.folder, &path, Privacy::OnlyUs)?;
        let (tail, rewritten) = whole.write(&*temporary.file, on_progress)?;
        temporary.file.copy_permissions(&path)?;
        temporary.file.sync()?;
        self.require_name()?;
        self.require_unchanged()?;
        self.reader.file = temporary.rename_to(&path)?;
        self.adopt(tail);
        // Until then a power cut could bring back the old file: no save may count before that.
        self.is_name_synced = false;
        self.folder.sync_dir(self.parent())?;
        self.is_name_synced = true;
        Ok(rewritten)
    }

    pub(super) fn parent(&self) -> &Path {
        parent(&self.reader.path)
    }

    fn require_other(&self, path: &Path) -> Result<(), Problem> {
        match self.folder.identity(path) {
            Ok(identity) if identity == self.reader.file.identity()? => Err(Problem::IsOriginal),
            _ => Ok(()),
        }
    }
}

/// A file to be written as a whole.
struct Whole<'a> {
    source: Option<&'a Reader>,
    draft: Draft<'a>,
    /// Of the text at the front.
    front_day: Day,
}

impl<'a> Whole<'a> {
    fn new(source: Option<&'a Reader>, mut draft: Draft<'a>, history: History) -> Self {
        // The text at the front is a checkpoint if there is to be one of this state; the source's is dropped.
        let checkpoint = draft.added.remove(&MemberName::History(draft.generation));
        let is_history = |name: &MemberName| matches!(name, MemberName::History(_));
        draft.kept.members.retain(|name, entry| {
            let stays_in_history = entry.day != Day::NONE && history == History::Keep;
            *name != MemberName::Mimetype && (!is_history(name) || stays_in_history)
        });
        draft.added.retain(|name, _| !is_history(name) || history == History::Keep);
        let front_day = checkpoint.filter(|_| history == History::Keep).map_or(Day::NONE, |added| added.day);
        Self { source, draft, front_day }
    }

    /// Writes the file under a temporary name, and gives it its own when all is on the medium.
    fn publish(
        self,
        folder: Arc<dyn Folder>,
        path: &Path,
        existing: Existing,
        on_progress: OnProgress<'_>,
    ) -> Result<(Container, Rewritten), Problem> {
        let path = folder.resolve(path)?;
        // Held open, so that no other program begins to write to it.
        let replaced = match folder.open(&path) {
            Ok(_) if existing == Existing::Refuse => return Err(Problem::AlreadyExists),
            Ok(replaced) => Some(replaced),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => return Err(Problem::NotAFile),
            Err(error) => return Err(error.into()),
        };
        match replaced.as_ref().map(|replaced| replaced.grant) {
            Some(Grant::Locked) => return Err(Problem::Locked),
            Some(Grant::ReadOnly) => return Err(Problem::ReadOnly),
            Some(Grant::Write) | None => {}
        }
        let temporary = Temporary::create(&*folder, &path, Privacy::Usual)?;
        let (tail, rewritten) = self.write(&*temporary.file, on_progress)?;
        if replaced.is_some() {
            temporary.file.copy_permissions(&path)?;
        }
        temporary.file.sync()?;
        let file = temporary.rename_to(&path)?;
        if let Err(error) = folder.sync_dir(parent(&path)) {
            if replaced.is_none() {
                drop(folder.remove(&path));
            }
            return Err(error.into());
        }
        let (end, generation) = (tail.end(), tail.generation);
        let container = Container {
            folder,
            reader: Reader { path: path.into(), file, directory: Arc::new(tail.directory) },
            access: Access::Write,
            generation,
            last_tried: generation,
            end,
            debris_to: None,
            is_synced: true,
            is_name_synced: true,
        };
        Ok((container, rewritten))
    }

    /// Writes everything; does not sync.
    fn write(self, file: &dyn Storage, on_progress: OnProgress<'_>) -> Result<(Tail, Rewritten), Problem> {
        let Draft { generation, report, added, kept, missing } = self.draft;
        let mut progress = Progress { done: 0, total: kept.span() };
        let mut advance = |bytes: u64| {
            progress.done += bytes;
            match on_progress(progress) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(()) => Err(Problem::Cancelled),
            }
        };
        let mut writer = MemberWriter { file, at: 0 };
        let mut directory = Directory::default();
        let mut damaged = Vec::new();
        let front = MemberName::History(generation);
        for (name, packed, day) in
            [(MemberName::Mimetype, &Packed::mimetype(), Day::NONE), (front, &report, self.front_day)]
        {
            directory.members.insert(name, writer.write(name, packed, day)?);
        }
        if let Some(source) = self.source {
            for (name, entry) in kept.in_file_order() {
                let place = Entry { offset: writer.at, ..entry };
                if !copy_member(&*source.file, name, &entry, &mut writer, &mut advance)? {
                    damaged.push(name);
                }
                directory.members.insert(name, place);
            }
        }
        for (name, member) in &added {
            advance(0)?;
            directory.members.insert(*name, writer.write(*name, &member.packed, member.day)?);
        }
        let tail = Tail::new(writer.at, directory, &report, generation);
        writer.write_bytes(&tail.bytes)?;
        Ok((tail, Rewritten { generation, damaged, missing }))
    }
}

/// Copies a member's bytes under a header of its own. Gives whether they are intact.
fn copy_member(
    source: &dyn Storage,
    name: MemberName,
    entry: &Entry,
    writer: &mut MemberWriter<'_>,
    advance: &mut dyn FnMut(u64) -> Result<(), Problem>,
) -> Result<bool, Problem> {
    writer.write_bytes(&local_header(name, entry))?;
    let mut at = entry.offset + header_len(name) as u64;
    let mut crc = crc32fast::Hasher::new();
    while at < entry.end(name) {
        let chunk = read_vec(source, at, CHUNK.min(entry.end(name) - at) as usize)?;
        crc.update(&chunk);
        writer.write_bytes(&chunk)?;
        at += chunk.len() as u64;
        advance(chunk.len() as u64)?;
    }
    match entry.deflated {
        false => Ok(crc.finalize() == entry.crc),
        true => match read_member(source, name, entry) {
            Ok(_) => Ok(true),
            Err(Problem::Damaged(_)) => Ok(false),
            Err(problem) => Err(problem),
        },
    }
}

/// A file that is removed unless it gets its name.
struct Temporary<'a> {
    folder: &'a dyn Folder,
    path: PathBuf,
    file: Arc<dyn Storage>,
    is_named: bool,
}

impl<'a> Temporary<'a> {
    /// Creates it for the file at `path`, in place of one that a crash has left.
    fn create(folder: &'a dyn Folder, path: &Path, privacy: Privacy) -> Result<Self, Problem> {
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().ok_or(Problem::NotAFile)?);
        name.push(".tmp");
        let path = path.with_file_name(name);
        let file = match folder.create_new(&path, privacy) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if folder.open(&path)?.grant == Grant::Locked {
                    return Err(Problem::Locked);
                }
                folder.remove(&path)?;
                folder.create_new(&path, privacy)?
            }
            result => result?,
        };
        Ok(Self { folder, path, file, is_named: false })
    }

    fn rename_to(mut self, path: &Path) -> Result<Arc<dyn Storage>, Problem> {
        if let Err(error) = self.folder.rename(&self.path, path)
            // Over a network it may have happened all the same.
            && self.folder.identity(path).ok() != Some(self.file.identity()?)
        {
            return Err(error.into());
        }
        self.is_named = true;
        Ok(Arc::clone(&self.file))
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.is_named {
            drop(self.folder.remove(&self.path));
        }
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}
