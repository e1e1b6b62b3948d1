//! Bytes that wait on the disk, not in memory, until they are wanted: what an export makes of sixty photos takes no more memory than what
//! it makes of one.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where bytes are put: a file without a name, which is gone when nobody holds anything of it, also after a crash; or memory.
#[derive(Clone)]
pub struct Spool(Option<Arc<Mutex<Tail>>>);

/// The file and where its next bytes go.
struct Tail {
    file: File,
    end: u64,
}

impl Spool {
    /// A file on the disk of a folder.
    ///
    /// # Errors
    /// Those of the system.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let file = tempfile::tempfile_in(folder)?;
        Ok(Self(Some(Arc::new(Mutex::new(Tail { file, end: 0 })))))
    }

    /// Memory, for what is soon held there as a whole anyway.
    pub fn in_memory() -> Self {
        Self(None)
    }

    /// Puts bytes there.
    ///
    /// # Errors
    /// Those of the system: the disk is full.
    pub fn put(&self, bytes: Vec<u8>) -> io::Result<Spooled> {
        let Some(spool) = &self.0 else { return Ok(bytes.into()) };
        let mut tail = lock(spool);
        let at = tail.end;
        tail.file.seek(SeekFrom::Start(at))?;
        tail.file.write_all(&bytes)?;
        tail.end = at + bytes.len() as u64;
        Ok(Spooled(Place::Disk { spool: Arc::clone(spool), at, len: bytes.len() }))
    }
}

fn lock(spool: &Mutex<Tail>) -> MutexGuard<'_, Tail> {
    spool.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes that were put somewhere. Cheap to clone.
#[derive(Clone)]
pub struct Spooled(Place);

#[derive(Clone)]
enum Place {
    Memory(Arc<[u8]>),
    Disk { spool: Arc<Mutex<Tail>>, at: u64, len: usize },
}

impl Spooled {
    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Place::Memory(bytes) => bytes.len(),
            Place::Disk { len, .. } => *len,
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
            Place::Disk { spool, at, len } => {
                let mut bytes = vec![0; *len];
                let mut tail = lock(spool);
                tail.file.seek(SeekFrom::Start(*at))?;
                tail.file.read_exact(&mut bytes)?;
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

/// The same bytes in memory, or the same place on the disk.
impl PartialEq for Spooled {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Place::Memory(one), Place::Memory(other)) => one == other,
            (Place::Disk { spool, at, len }, Place::Disk { spool: other, at: other_at, len: other_len }) => {
                Arc::ptr_eq(spool, other) && (at, len) == (other_at, other_len)
            }
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
        let on_disk = Spool::in_folder(folder.path()).unwrap();
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
}
