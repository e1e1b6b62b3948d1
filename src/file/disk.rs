//! The real disk.
//!
//! Writing programs keep each other out by a lock on the report file itself; nothing lies beside it. On Unix it is an
//! advisory `flock`, on Windows the sharing mode (there a lock would stop even readers: backup, search, a second
//! window that only looks). Where a file system has no locks, the check for foreign changes before each save remains.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::file::storage::{FileIdentity, Folder, Grant, OpenFile, Privacy, Storage};

/// The file system of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// Files are opened to be saved to, and locked.
    ToWrite,
    /// Files are only read: nobody who wants to write is kept out meanwhile.
    ToRead,
}

impl Folder for Disk {
    fn open(&self, path: &Path) -> io::Result<OpenFile> {
        // Asked before opening: merely opening a pipe would wait for its other end.
        let metadata = fs::metadata(path)?;
        if !metadata.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let open_to_read = |grant| {
            let file = File::open(path)?;
            Ok(OpenFile { file: Arc::new(DiskFile(file)), grant })
        };
        // An administrator may write to a file marked read-only, but should not by accident.
        if *self == Self::ToRead || metadata.permissions().readonly() {
            return open_to_read(Grant::ReadOnly);
        }
        let file = match system::share(OpenOptions::new().read(true).write(true)).open(path) {
            Ok(file) => file,
            Err(error) if system::is_sharing_violation(&error) => return open_to_read(Grant::Locked),
            Err(error)
                if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
            {
                return open_to_read(Grant::ReadOnly);
            }
            Err(error) => return Err(error),
        };
        match system::try_lock(&file) {
            Err(TryLockError::WouldBlock) => open_to_read(Grant::Locked),
            Ok(()) | Err(TryLockError::Error(_)) => {
                Ok(OpenFile { file: Arc::new(DiskFile(file)), grant: Grant::Write })
            }
        }
    }

    fn create_new(&self, path: &Path, privacy: Privacy) -> io::Result<Arc<dyn Storage>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        if privacy == Privacy::OnlyUs {
            system::only_us(&mut options);
        }
        let file = system::share(&mut options).open(path)?;
        match system::try_lock(&file) {
            // Cannot be: nobody else knows the name yet.
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Arc::new(DiskFile(file))),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        match system::sync_dir(folder) {
            // Not every file system knows this, and not every folder that may be written may be opened.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        match fs::canonicalize(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                Ok(fs::canonicalize(folder.unwrap_or(Path::new(".")))?.join(name))
            }
            result => result,
        }
    }

    fn identity(&self, path: &Path) -> io::Result<FileIdentity> {
        Ok(system::identity(&fs::metadata(path)?))
    }
}

struct DiskFile(File);

impl Storage for DiskFile {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        system::read_at(&self.0, buffer, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        system::write_at(&self.0, bytes, offset)
    }

    fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn identity(&self) -> io::Result<FileIdentity> {
        Ok(system::identity(&self.0.metadata()?))
    }

    fn copy_permissions(&self, model: &Path) -> io::Result<()> {
        let metadata = fs::metadata(model)?;
        system::copy_owner(&self.0, &metadata);
        self.0.set_permissions(metadata.permissions())
    }
}

#[cfg(unix)]
mod system {
    use std::{
        fs::{self, File, Metadata, OpenOptions, TryLockError},
        io,
        os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _, fchown},
        path::Path,
    };

    use crate::file::storage::FileIdentity;

    pub(super) fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        file.read_at(buffer, offset)
    }

    pub(super) fn write_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.write_at(bytes, offset)
    }

    pub(super) fn share(options: &mut OpenOptions) -> &OpenOptions {
        options
    }

    pub(super) fn only_us(options: &mut OpenOptions) {
        options.mode(0o600);
    }

    pub(super) fn is_sharing_violation(_error: &io::Error) -> bool {
        false
    }

    pub(super) fn try_lock(file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }

    pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    pub(super) fn sync_dir(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    pub(super) fn identity(metadata: &Metadata) -> FileIdentity {
        FileIdentity([metadata.dev(), metadata.ino()])
    }

    /// Only an administrator may give a file to someone else; for all others it stays theirs.
    pub(super) fn copy_owner(file: &File, model: &Metadata) {
        if file.metadata().is_ok_and(|own| (own.uid(), own.gid()) != (model.uid(), model.gid())) {
            drop(fchown(file, Some(model.uid()), Some(model.gid())));
        }
    }
}

#[cfg(windows)]
mod system {
    use std::{
        fs::{self, File, Metadata, OpenOptions, TryLockError},
        io,
        os::windows::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _},
        path::Path,
        time::Duration,
    };

    use crate::file::storage::FileIdentity;

    const FILE_SHARE_READ: u32 = 1;
    const FILE_SHARE_DELETE: u32 = 4;
    const ERROR_SHARING_VIOLATION: i32 = 32;

    pub(super) fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        file.seek_read(buffer, offset)
    }

    pub(super) fn write_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.seek_write(bytes, offset)
    }

    /// Others may read, and we may rename, but nobody else may open it for writing.
    pub(super) fn share(options: &mut OpenOptions) -> &OpenOptions {
        options.share_mode(FILE_SHARE_READ | FILE_SHARE_DELETE)
    }

    pub(super) fn only_us(_options: &mut OpenOptions) {}

    pub(super) fn is_sharing_violation(error: &io::Error) -> bool {
        error.raw_os_error() == Some(ERROR_SHARING_VIOLATION)
    }

    pub(super) fn try_lock(_file: &File) -> Result<(), TryLockError> {
        Ok(())
    }

    /// Virus scanners and search engines hold files for moments: asks again for about 150 ms.
    pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
        for pause in [5, 10, 20, 40, 80] {
            match fs::rename(from, to) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied || is_sharing_violation(&error) => {
                    std::thread::sleep(Duration::from_millis(pause));
                }
                result => return result,
            }
        }
        fs::rename(from, to)
    }

    /// Windows keeps names in order by itself.
    pub(super) fn sync_dir(_folder: &Path) -> io::Result<()> {
        Ok(())
    }

    /// The standard library offers no file number here; the time of creation has 100 ns.
    pub(super) fn identity(metadata: &Metadata) -> FileIdentity {
        FileIdentity([metadata.creation_time(), 0])
    }

    pub(super) fn copy_owner(_file: &File, _model: &Metadata) {}
}
