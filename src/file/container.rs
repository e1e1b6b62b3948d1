//! An open report file: opening, reading, and what both need to know about it.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::{
    directory::Directory,
    error::{FileError, Found, Notice, Problem},
    history::Version,
    locate,
    member::read_member,
    name::{Generation, MemberName},
    salvage::salvage,
    storage::{Folder, Grant, OpenFile, Storage, read_exact_at},
    zip::{Day, SEAL_LEN},
};

/// What the next generation of a file shall hold.
pub struct State<'a> {
    /// The bytes of `report.json`, which carry the generation that they are given: `{"generation": 7, …}`.
    pub report: &'a dyn Fn(Generation) -> Vec<u8>,
    /// Members that are not in the file yet. A photo that is there already, undamaged, is not written again.
    pub add: &'a [NewMember<'a>],
    /// Which members of the file stay. Checkpoints are kept by rule and need not be named.
    pub keep: &'a BTreeSet<MemberName>,
    /// Whether an earlier state is to be kept for the reporter to go back to.
    pub checkpoint: Option<Checkpoint>,
}

/// A member to be added: a photo, a thumbnail, a derivative, `index.html` or `README.txt`.
pub struct NewMember<'a> {
    /// Under which name.
    pub name: MemberName,
    /// The original bytes.
    pub bytes: &'a [u8],
}

/// Keeps a state in the file's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checkpoint {
    /// The state that is in the file now; for the first save after opening.
    Before(Day),
    /// The state that is being saved; when the reporter asks for it.
    This(Day),
}

/// Whether a container can be saved to, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It can, and other programs that respect locks cannot.
    Write,
    /// File, disk or rights do not allow it.
    ReadOnly,
    /// Another program has it.
    Locked,
    /// It was salvaged; the damaged original stays as it is.
    Recovered,
}

/// A report file, held open at one generation.
///
/// Opening writes nothing. Reading goes through a [`Reader`], of which other threads may have copies.
pub struct Container {
    pub(super) folder: Arc<dyn Folder>,
    pub(super) reader: Reader,
    pub(super) access: Access,
    /// Of the living state.
    pub(super) generation: Generation,
    /// The last number given out, also to saves that failed: a number means one state.
    pub(super) last_tried: Generation,
    pub(super) end: End,
    /// Where the bytes of a failed save may reach that could not be cut off again.
    pub(super) debris_to: Option<u64>,
    /// Whether the living generation is known to be on the medium. If the program that wrote it was killed, it may
    /// still be in the system's memory only, and an older one be all that is on the medium.
    pub(super) is_synced: bool,
    /// Whether the file's name is known to be on the medium; the same holds for a renaming.
    pub(super) is_name_synced: bool,
}

/// How the file ends as far as we know: what must not have changed when we write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub len: u64,
    pub seal: [u8; SEAL_LEN],
}

/// What opening a file gives.
pub struct Opened {
    /// The file.
    pub container: Container,
    /// The bytes of `report.json`; `None` only when a file was salvaged in which no text is left.
    pub report: Option<Vec<u8>>,
    /// Which state it is.
    pub found: Found,
    /// What else there is to say.
    pub notices: Vec<Notice>,
}

/// Reads members of one generation. Copies are cheap, may go to other threads, and stay valid while the file is saved
/// or compacted; only a member that has since been removed may be gone.
#[derive(Clone)]
pub struct Reader {
    pub(super) path: Arc<Path>,
    pub(super) file: Arc<dyn Storage>,
    pub(super) directory: Arc<Directory>,
}

impl Container {
    /// Opens the newest whole state of the file. If none is whole, gathers what is left, read-only.
    /// If the file cannot be written or another program has it, it opens all the same; see [`Self::access`].
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAFile`], [`Problem::NotAReport`], [`Problem::TooLarge`], and those of reading.
    pub fn open(folder: Arc<dyn Folder>, path: &Path) -> Result<Opened, FileError> {
        open(folder, path, Search::Newest).map_err(|problem| FileError { path: path.to_owned(), problem })
    }

    /// Gathers what is left in a file even if nothing about it is right, read-only.
    ///
    /// # Errors
    /// As [`Self::open`], but [`Problem::NotAReport`] only when there is no member at all.
    pub fn salvage(folder: Arc<dyn Folder>, path: &Path) -> Result<Opened, FileError> {
        open(folder, path, Search::Everything).map_err(|problem| FileError { path: path.to_owned(), problem })
    }

    /// Whether it can be saved to.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Which state it is at.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// Where the file is, links followed.
    pub fn path(&self) -> &Path {
        &self.reader.path
    }

    /// Reads members; for other threads.
    pub fn reader(&self) -> Reader {
        self.reader.clone()
    }

    /// See [`Reader::names`].
    pub fn names(&self) -> impl Iterator<Item = MemberName> {
        self.reader.names()
    }

    /// See [`Reader::read`].
    ///
    /// # Errors
    /// As there.
    pub fn read(&self, name: MemberName) -> Result<Vec<u8>, FileError> {
        self.reader.read(name)
    }

    /// See [`Reader::verify`].
    ///
    /// # Errors
    /// As there.
    pub fn verify(&self) -> Result<Vec<MemberName>, FileError> {
        self.reader.verify()
    }

    /// The states that the file can give back, oldest first: read [`MemberName::History`].
    pub fn history(&self) -> Vec<Version> {
        self.reader.directory.history().filter(|version| version.day != Day::NONE).collect()
    }

    /// How many bytes of the file belong to no living member: old states, removed photos, what failed saves left.
    pub fn waste(&self) -> u64 {
        let directory_len = self.reader.directory.encode(self.end.len, self.generation).len() as u64;
        self.end.len.saturating_sub(self.reader.directory.span() + directory_len)
    }

    /// Whether [`Self::compact`] is worth its while: more than 16 MiB and more than a tenth of the file are waste.
    pub fn is_wasteful(&self) -> bool {
        self.waste() > (16 << 20).max(self.end.len / 10)
    }

    pub(super) fn error(&self, problem: Problem) -> FileError {
        self.reader.error(problem)
    }
}

impl Reader {
    /// Whether the state that was opened or saved last has a member.
    pub fn has(&self, name: MemberName) -> bool {
        self.directory.members.contains_key(&name)
    }

    /// What the report has: photos, thumbnails, history, `report.json`, all in one order.
    pub fn names(&self) -> impl Iterator<Item = MemberName> {
        self.directory.members.keys().copied()
    }

    /// How long a member is, inflated.
    pub fn size(&self, name: MemberName) -> Option<u32> {
        self.directory.members.get(&name).map(|entry| entry.size)
    }

    /// The bytes of a member, checked: its header against the directory, its checksum, and a photo's hash.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::Damaged`], and those of reading.
    pub fn read(&self, name: MemberName) -> Result<Vec<u8>, FileError> {
        let entry = self.directory.members.get(&name).ok_or(Problem::Missing(name));
        entry.and_then(|entry| read_member(&*self.file, name, entry)).map_err(|problem| self.error(problem))
    }

    /// Reads everything and names what is damaged.
    ///
    /// # Errors
    /// Those of reading.
    pub fn verify(&self) -> Result<Vec<MemberName>, FileError> {
        let mut damaged = Vec::new();
        for name in self.names() {
            match self.read(name) {
                Ok(_) => {}
                Err(FileError { problem: Problem::Damaged(name), .. }) => damaged.push(name),
                Err(error) => return Err(error),
            }
        }
        Ok(damaged)
    }

    fn error(&self, problem: Problem) -> FileError {
        FileError { path: self.path.to_path_buf(), problem }
    }
}

impl End {
    /// How the first `len` bytes end.
    pub fn read(file: &dyn Storage, len: u64) -> io::Result<Self> {
        let mut seal = [0; SEAL_LEN];
        let kept = len.min(SEAL_LEN as u64);
        read_exact_at(file, seal.get_mut(..kept as usize).unwrap_or_default(), len - kept)?;
        Ok(Self { len, seal })
    }
}

#[derive(Clone, Copy)]
enum Search {
    Newest,
    Everything,
}

/// A file at one moment.
struct Seen {
    len: u64,
    located: Option<locate::Located>,
    end: End,
}

/// So many saves of another program may come in between while a file is looked at.
const MOST_LOOKS: usize = 8;

/// Looks at a file, and once more where it has become shorter meanwhile: whoever saves it writes in front and then cuts it.
fn see(file: &dyn Storage, search: Search) -> Result<Seen, Problem> {
    let look = || {
        let len = file.len()?;
        let located = match search {
            Search::Newest => locate::newest(file, len)?,
            Search::Everything => None,
        };
        Ok(Seen { len, located, end: End::read(file, len)? })
    };
    let is_cut = |seen: &Result<Seen, Problem>| matches!(seen, Err(Problem::Io(error)) if error.kind() == io::ErrorKind::UnexpectedEof);
    (1..MOST_LOOKS).map(|_| look()).find(|seen| !is_cut(seen)).unwrap_or_else(look)
}

fn open(folder: Arc<dyn Folder>, path: &Path, search: Search) -> Result<Opened, Problem> {
    let path: PathBuf = folder.resolve(path)?;
    let OpenFile { file, grant } = folder.open(&path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidInput => Problem::NotAFile,
        _ => error.into(),
    })?;
    let Seen { len, located, end } = see(&*file, search)?;
    let reader = |directory| Reader { path: path.into(), file: Arc::clone(&file), directory: Arc::new(directory) };
    let container = |access, generation, directory| Container {
        folder,
        reader: reader(directory),
        access,
        generation,
        last_tried: generation,
        end,
        debris_to: None,
        is_synced: false,
        is_name_synced: false,
    };
    if let Some(located) = located {
        let access = match grant {
            Grant::Write => Access::Write,
            Grant::ReadOnly => Access::ReadOnly,
            Grant::Locked => Access::Locked,
        };
        let found = match len - located.end {
            0 => Found::Clean,
            bytes_behind => Found::Older { bytes_behind },
        };
        let container = container(access, located.generation, located.directory);
        return Ok(Opened { container, report: Some(located.report), found, notices: located.notices });
    }
    let saved = salvage(&*file, len)?;
    if saved.directory.members.is_empty() && saved.report.is_none() {
        return Err(Problem::NotAReport);
    }
    let container = container(Access::Recovered, saved.generation, saved.directory);
    Ok(Opened { container, report: saved.report, found: Found::Salvaged, notices: saved.notices })
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;
    use crate::file::storage::FileIdentity;

    /// Sixty bytes, of which somebody has just cut more behind than a look can know.
    #[derive(Debug)]
    struct Shrinking(AtomicU64);

    impl Storage for Shrinking {
        fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
            let read = into.len().min(60_usize.saturating_sub(offset as usize));
            into[..read].fill(7);
            Ok(read)
        }
        fn write_at(&self, _: &[u8], _: u64) -> io::Result<usize> {
            panic!("no need to write")
        }
        fn sync(&self) -> io::Result<()> {
            Ok(())
        }
        fn set_len(&self, _: u64) -> io::Result<()> {
            Ok(())
        }
        fn len(&self) -> io::Result<u64> {
            Ok(60
                + 40 * self
                    .0
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
                    .unwrap_or(0))
        }
        fn identity(&self) -> io::Result<FileIdentity> {
            Ok(FileIdentity([0, 0]))
        }
        fn copy_permissions(&self, _: &Path) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_file_that_is_cut_while_it_is_looked_at_is_looked_at_again() {
        assert_eq!(see(&Shrinking(2.into()), Search::Everything).map(|seen| seen.len).ok(), Some(60));
        let never_ends = see(&Shrinking(100.into()), Search::Everything);
        assert!(matches!(never_ends, Err(Problem::Io(_))));
    }
}
