//! Bytes that wait on the disk, not in memory, until they are wanted: what an export makes of sixty photos takes no more memory than what
//! it makes of one.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where bytes are put: files without a name, which are gone when nobody holds anything of them, also after a crash; or memory.
#[derive(Clone)]
pub struct Spool(Option<Arc<[Arc<Disk>]>>);

/// One of the files.
struct Disk {
    folder: PathBuf,
    tail: Mutex<Tail>,
}

/// The file and where its next bytes go.
struct Tail {
    file: File,
    end: u64,
}

/// A file is looked through in pieces of so many bytes.
const PIECE: usize = 64 << 10;

impl Spool {
    /// A file on the disk of the first of these folders that takes one. What it has no room for goes to the others.
    ///
    /// # Errors
    /// Those of the system: none of the folders takes a file.
    pub fn in_folders(folders: &[&Path]) -> io::Result<Self> {
        let mut failed = io::Error::from(io::ErrorKind::NotFound);
        let mut disks = Vec::new();
        for folder in folders {
            match tempfile::tempfile_in(folder) {
                Ok(file) => disks.push(Disk::of(file, folder)),
                Err(err) => failed = err,
            }
        }
        if disks.is_empty() { Err(failed) } else { Ok(Self(Some(disks.into()))) }
    }

    /// Memory, for what is soon held there as a whole anyway.
    pub fn in_memory() -> Self {
        Self(None)
    }

    /// Puts bytes there.
    ///
    /// # Errors
    /// Those of the system: the disks are full.
    pub fn put(&self, bytes: Vec<u8>) -> io::Result<Spooled> {
        if self.0.is_none() {
            return Ok(bytes.into());
        }
        Ok(Spooled(Place::Disk(Arc::from([self.stretch(&bytes)?]))))
    }

    /// As [`Spool::put`], for bytes that end as others do which are there: of these nothing is put there twice.
    ///
    /// # Errors
    /// Those of the system.
    pub fn put_ending_as(&self, bytes: Vec<u8>, other: &Spooled) -> io::Result<Spooled> {
        match &other.0 {
            Place::Disk(stretches) if self.0.is_some() && stretches.len() == 1 => {
                let shared = stretches[0].shares_end_of(&bytes)?;
                let ending = stretches[0].last(shared);
                let own = bytes.get(..bytes.len() - shared).filter(|own| !own.is_empty());
                let own = own.map(|own| self.stretch(own)).transpose()?;
                Ok(Spooled(Place::Disk(own.into_iter().chain([ending]).collect())))
            }
            _ => self.put(bytes),
        }
    }

    /// How many bytes are on a folder's disk.
    #[cfg(test)]
    pub fn bytes_in(&self, folder: &Path) -> u64 {
        let disks = self.0.iter().flat_map(|disks| disks.iter());
        disks.filter(|disk| disk.folder == folder).map(|disk| disk.lock().end).sum()
    }

    fn stretch(&self, bytes: &[u8]) -> io::Result<Stretch> {
        let mut failed = io::Error::from(io::ErrorKind::NotFound);
        for disk in self.0.iter().flat_map(|disks| disks.iter()) {
            match disk.append(bytes) {
                Ok(at) => return Ok(Stretch { disk: Arc::clone(disk), at, len: bytes.len() }),
                Err(err) => {
                    log::warn!("{} takes no more: {err}", disk.folder.display());
                    failed = err;
                }
            }
        }
        Err(failed)
    }
}

impl Disk {
    fn of(file: File, folder: &Path) -> Arc<Self> {
        Arc::new(Self { folder: folder.to_owned(), tail: Mutex::new(Tail { file, end: 0 }) })
    }

    fn lock(&self) -> MutexGuard<'_, Tail> {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives where they begin.
    fn append(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut tail = self.lock();
        let at = tail.end;
        tail.file.seek(SeekFrom::Start(at))?;
        tail.file.write_all(bytes)?;
        tail.end = at + bytes.len() as u64;
        Ok(at)
    }

    fn read(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let mut tail = self.lock();
        tail.file.seek(SeekFrom::Start(at))?;
        tail.file.read_exact(into)
    }
}

/// Bytes that were put somewhere. Cheap to clone.
#[derive(Clone)]
pub struct Spooled(Place);

#[derive(Clone)]
enum Place {
    Memory(Arc<[u8]>),
    Disk(Arc<[Stretch]>),
}

/// A part of a file.
#[derive(Clone)]
struct Stretch {
    disk: Arc<Disk>,
    at: u64,
    len: usize,
}

impl Stretch {
    fn read(&self, into: &mut [u8]) -> io::Result<()> {
        self.disk.read(self.at, into)
    }

    /// Its last bytes.
    fn last(&self, len: usize) -> Self {
        Self { disk: Arc::clone(&self.disk), at: self.at + (self.len - len) as u64, len }
    }

    /// How many bytes at the end are those at the end of these.
    fn shares_end_of(&self, bytes: &[u8]) -> io::Result<usize> {
        let most = self.len.min(bytes.len());
        let (mut shared, mut piece) = (0, vec![0; PIECE]);
        while shared < most {
            let piece = &mut piece[..PIECE.min(most - shared)];
            self.disk.read(self.at + (self.len - shared - piece.len()) as u64, piece)?;
            let theirs = bytes[..bytes.len() - shared].iter().rev();
            let same = piece.iter().rev().zip(theirs).take_while(|(one, other)| one == other).count();
            shared += same;
            if same < piece.len() {
                break;
            }
        }
        Ok(shared)
    }
}

impl Spooled {
    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Place::Memory(bytes) => bytes.len(),
            Place::Disk(stretches) => stretches.iter().map(|stretch| stretch.len).sum(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes.
    ///
    /// # Errors
    /// Those of the system.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match &self.0 {
            Place::Memory(bytes) => Ok(bytes.to_vec()),
            Place::Disk(stretches) => {
                let mut bytes = vec![0; self.len()];
                let mut rest = bytes.as_mut_slice();
                for stretch in stretches.iter() {
                    let (own, others) = rest.split_at_mut(stretch.len);
                    stretch.read(own)?;
                    rest = others;
                }
                Ok(bytes)
            }
        }
    }
}

impl From<Vec<u8>> for Spooled {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Place::Memory(bytes.into()))
    }
}

impl PartialEq for Stretch {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.disk, &other.disk) && (self.at, self.len) == (other.at, other.len)
    }
}

/// The same bytes in memory, or the same places on the disk.
impl PartialEq for Spooled {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Place::Memory(one), Place::Memory(other)) => one == other,
            (Place::Disk(one), Place::Disk(other)) => one == other,
            _ => false,
        }
    }
}

impl Eq for Spooled {}

impl fmt::Debug for Spooled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_comes_back_in_any_order_and_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let on_disk = Spool::in_folders(&[folder.path()]).unwrap();
        for spool in [&on_disk, &Spool::in_memory()] {
            let put: Vec<_> = (0..4_usize).map(|n| spool.put(vec![n as u8; n * 1000]).unwrap()).collect();
            for (n, spooled) in put.iter().enumerate().rev() {
                assert_eq!(spooled.read().unwrap(), vec![n as u8; n * 1000]);
                assert_eq!((spooled.len(), spooled.is_empty()), (n * 1000, n == 0));
            }
            let late = spool.put(b"late".to_vec()).unwrap();
            assert_eq!((late.read().unwrap(), put[1].read().unwrap()), (b"late".to_vec(), vec![1; 1000]));
            assert!(put[1] == put[1].clone() && put[1] != put[2]);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_ends_as_something_else_takes_room_for_its_beginning_alone() {
        let folder = tempfile::tempdir().unwrap();
        let long: Vec<u8> = (0..3 * PIECE).map(|n| (n % 251) as u8).collect();
        let of = |first: &[u8], end: &[u8]| [first, end].concat();
        let cases = [
            (of(b"words", &long), 5),
            (of(b"words", &long[2 * PIECE + 7..]), 5),
            (long.clone(), 0),
            (long[PIECE..].to_vec(), 0),
            (of(&long, b"!"), long.len() + 1),
            (Vec::new(), 0),
        ];
        for (bytes, room) in cases {
            let spool = Spool::in_folders(&[folder.path()]).unwrap();
            let other = spool.put(long.clone()).unwrap();
            let put = spool.put_ending_as(bytes.clone(), &other).unwrap();
            assert!(put.read().unwrap() == bytes && put.len() == bytes.len(), "{room}");
            assert!(other.read().unwrap() == long);
            assert_eq!(spool.bytes_in(folder.path()), (long.len() + room) as u64);
            let memory = Spool::in_memory();
            assert!(memory.put_ending_as(bytes.clone(), &other).unwrap().read().unwrap() == bytes);
        }
    }

    #[test]
    fn a_disk_that_takes_no_more_gives_way_to_the_next() {
        let (full, roomy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = full.path().join("full");
        std::fs::write(&file, "").unwrap();
        let full_disk = Disk::of(File::open(&file).unwrap(), full.path());
        let spool = Spool(Some(
            [full_disk, Disk::of(tempfile::tempfile_in(roomy.path()).unwrap(), roomy.path())].into_iter().collect(),
        ));
        let put = spool.put(b"picture".to_vec()).unwrap();
        assert_eq!(put.read().unwrap(), b"picture");
        assert_eq!((spool.bytes_in(full.path()), spool.bytes_in(roomy.path())), (0, 7));
        let gone = roomy.path().join("gone");
        let spool = Spool::in_folders(&[&gone, roomy.path()]).unwrap();
        spool.put(b"other".to_vec()).unwrap();
        assert_eq!(spool.bytes_in(roomy.path()), 5);
        assert!(Spool::in_folders(&[&gone]).is_err());
    }
}
