//! What the container needs of a file and of the folder around it, and nothing more: behind these two traits sit the
//! real disk ([`Disk`](super::Disk)) and, in the tests, one that crashes.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// One open file. All positions are bytes from its start; all methods take `&self`, so that photos can be read
/// while a save is under way.
#[expect(clippy::len_without_is_empty, reason = "a file is not a collection")]
pub trait Storage: Send + Sync {
    /// Reads at most `buffer.len()` bytes at `offset`; fewer is allowed, 0 is the end of the file.
    ///
    /// # Errors
    /// As the system reports them.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Writes at most `bytes.len()` bytes at `offset`; fewer is allowed.
    ///
    /// # Errors
    /// As the system reports them.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize>;

    /// Returns when everything written and the length are on the medium (`fdatasync`).
    ///
    /// # Errors
    /// As the system reports them; what was written since the last sync may then be lost.
    fn sync(&self) -> io::Result<()>;

    /// Cuts or extends the file.
    ///
    /// # Errors
    /// As the system reports them.
    fn set_len(&self, len: u64) -> io::Result<()>;

    /// The length in bytes.
    ///
    /// # Errors
    /// As the system reports them.
    fn len(&self) -> io::Result<u64>;

    /// Which file this is, whatever its name has become.
    ///
    /// # Errors
    /// As the system reports them.
    fn identity(&self) -> io::Result<FileIdentity>;

    /// Gives the file the permissions (and as far as possible the owner) of the file at `model`.
    ///
    /// # Errors
    /// As the system reports them.
    fn copy_permissions(&self, model: &Path) -> io::Result<()>;
}

/// Tells a file from another that took its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileIdentity(pub [u64; 2]);

/// A file as [`Folder::open`] could get it.
pub struct OpenFile {
    /// The file; for reading only unless the grant is [`Grant::Write`].
    pub file: Arc<dyn Storage>,
    /// What we may do with it.
    pub grant: Grant,
}

/// What the system let us have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Reading and writing, and no other program that respects locks can write.
    Write,
    /// Reading: the file, its disk or our rights do not allow writing.
    ReadOnly,
    /// Reading: another program is writing.
    Locked,
}

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Whoever the system's settings say.
    Usual,
    /// Only us, until it gets the permissions of the file it replaces.
    OnlyUs,
}

/// The operations on names.
pub trait Folder: Send + Sync {
    /// Opens and locks a regular file for writing, or opens it for reading if that is not to be had.
    /// Does not change the file.
    ///
    /// # Errors
    /// `NotFound`; `InvalidInput` for anything but a regular file; others as the system reports them.
    fn open(&self, path: &Path) -> io::Result<OpenFile>;

    /// Creates and locks a file that does not exist yet.
    ///
    /// # Errors
    /// `AlreadyExists`; others as the system reports them.
    fn create_new(&self, path: &Path, privacy: Privacy) -> io::Result<Arc<dyn Storage>>;

    /// Renames a file, taking the place of whatever had the name `to`.
    ///
    /// # Errors
    /// As the system reports them.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a name.
    ///
    /// # Errors
    /// As the system reports them.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Returns when the names in the folder are on the medium.
    ///
    /// # Errors
    /// As the system reports them, but not on systems that do not know this.
    fn sync_dir(&self, folder: &Path) -> io::Result<()>;

    /// The path of the file that `path` leads to, through all links. For a file yet to be created, through the
    /// links of its folder.
    ///
    /// # Errors
    /// As the system reports them.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Which file has this name now.
    ///
    /// # Errors
    /// `NotFound`; others as the system reports them.
    fn identity(&self, path: &Path) -> io::Result<FileIdentity>;
}

/// Fills `buffer` from `offset`.
///
/// # Errors
/// `UnexpectedEof` when the file is shorter; others as the system reports them.
pub(super) fn read_exact_at(file: &dyn Storage, mut buffer: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match file.read_at(buffer, offset) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                buffer = std::mem::take(&mut buffer).get_mut(count..).unwrap_or_default();
                offset += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The bytes of a range that is known to be within limits.
///
/// # Errors
/// As [`read_exact_at`].
pub(super) fn read_vec(file: &dyn Storage, offset: u64, len: usize) -> io::Result<Vec<u8>> {
    let mut buffer = vec![0; len];
    read_exact_at(file, &mut buffer, offset)?;
    Ok(buffer)
}

/// Writes all of `bytes` at `offset`: one call unless the system takes less.
///
/// # Errors
/// `WriteZero` when the system takes nothing; others as the system reports them.
pub(super) fn write_all_at(file: &dyn Storage, mut bytes: &[u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write_at(bytes, offset) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => {
                bytes = bytes.get(count..).unwrap_or_default();
                offset += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
