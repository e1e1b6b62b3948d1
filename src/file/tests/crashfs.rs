//! The file system of a [`World`], in which calls fail on demand.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::file::{
    storage::{FileIdentity, Folder, Grant, OpenFile, Privacy, Storage},
    tests::world::{FaultKind, NameOp, Op, World},
};

/// The folder of a [`World`].
#[derive(Clone)]
pub struct CrashFs(Arc<Mutex<World>>);

impl CrashFs {
    pub fn new(world: World) -> Self {
        Self(Arc::new(Mutex::new(world)))
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn folder(&self) -> Arc<dyn Folder> {
        Arc::new(self.clone())
    }

    /// Makes a changing call, or the fault that is planned for it. Gives how many bytes were written.
    fn call(&self, op: Op) -> io::Result<usize> {
        let mut world = self.world();
        let number = world.changing_calls;
        world.changing_calls += 1;
        let fault = world.fault.filter(|fault| number == fault.at || (fault.lasts && number > fault.at));
        let grows = match &op {
            Op::Write { .. } | Op::Name(NameOp::Create { .. }) => true,
            Op::SetLen { inode, len } => *len > world.inodes[*inode].seen.len(),
            _ => false,
        };
        let mut op = op;
        let result = match (fault.map(|fault| fault.kind), &mut op) {
            (Some(FaultKind::NoSpace), _) if grows => return Err(io::ErrorKind::StorageFull.into()),
            (Some(FaultKind::Error), _) => return Err(io::Error::other("fault")),
            (Some(FaultKind::ErrorForgets), op) => {
                if let Op::Sync { inode } = op {
                    let World { inodes, random, .. } = &mut *world;
                    let is_kept = |op: &Op| matches!(op, Op::SetLen { .. });
                    inodes[*inode].unsynced.retain(|(_, op)| is_kept(op) || random.below(2) == 0);
                }
                return Err(io::Error::other("fault"));
            }
            (Some(FaultKind::ErrorAfter), _) => Err(io::Error::other("fault")),
            (Some(FaultKind::Short), Op::Write { bytes, .. }) => {
                *bytes = bytes[..bytes.len().div_ceil(2)].into();
                Ok(bytes.len())
            }
            (_, Op::Write { bytes, .. }) => Ok(bytes.len()),
            _ => Ok(0),
        };
        world.apply(&op);
        world.log.push(op);
        result
    }

    fn handle(&self, inode: usize, holds_lock: bool) -> Arc<dyn Storage> {
        Arc::new(Handle { fs: self.clone(), inode, holds_lock })
    }

    fn inode(&self, path: &Path) -> io::Result<usize> {
        self.world().names.get(path).copied().ok_or(io::ErrorKind::NotFound.into())
    }
}

impl Folder for CrashFs {
    fn open(&self, path: &Path) -> io::Result<OpenFile> {
        let inode = self.inode(path)?;
        let mut world = self.world();
        let state = &mut world.inodes[inode];
        let grant = match (state.is_read_only, state.is_locked) {
            (true, _) => Grant::ReadOnly,
            (_, true) => Grant::Locked,
            _ => Grant::Write,
        };
        state.is_locked |= grant == Grant::Write;
        drop(world);
        Ok(OpenFile { file: self.handle(inode, grant == Grant::Write), grant })
    }

    fn create_new(&self, path: &Path, _privacy: Privacy) -> io::Result<Arc<dyn Storage>> {
        if self.inode(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let inode = self.world().inodes.len();
        self.call(Op::Name(NameOp::Create { path: path.into(), inode }))?;
        self.world().inodes[inode].is_locked = true;
        Ok(self.handle(inode, true))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let inode = self.inode(from)?;
        self.call(Op::Name(NameOp::Rename { from: from.into(), to: to.into(), inode })).map(drop)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.inode(path)?;
        self.call(Op::Name(NameOp::Remove { path: path.into() })).map(drop)
    }

    fn sync_dir(&self, _folder: &Path) -> io::Result<()> {
        self.call(Op::SyncDir).map(drop)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.into())
    }

    fn identity(&self, path: &Path) -> io::Result<FileIdentity> {
        Ok(FileIdentity([0, self.inode(path)? as u64]))
    }
}

struct Handle {
    fs: CrashFs,
    inode: usize,
    holds_lock: bool,
}

impl Drop for Handle {
    fn drop(&mut self) {
        if self.holds_lock {
            self.fs.world().inodes[self.inode].is_locked = false;
        }
    }
}

impl Storage for Handle {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut world = self.fs.world();
        let number = world.reading_calls;
        world.reading_calls += 1;
        if world.read_fault_at == Some(number) {
            return Err(io::Error::other("fault"));
        }
        world.largest_read = world.largest_read.max(buffer.len());
        let bytes = &world.inodes[self.inode].seen;
        let rest = usize::try_from(offset).ok().and_then(|offset| bytes.get(offset..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        world.bytes_read += count as u64;
        Ok(count)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        assert!(self.holds_lock, "writes only under lock");
        self.fs.call(Op::Write { inode: self.inode, at: offset as usize, bytes: bytes.into() })
    }

    fn sync(&self) -> io::Result<()> {
        self.fs.call(Op::Sync { inode: self.inode }).map(drop)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        assert!(self.holds_lock, "writes only under lock");
        self.fs.call(Op::SetLen { inode: self.inode, len: len as usize }).map(drop)
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.fs.world().inodes[self.inode].seen.len() as u64)
    }

    fn identity(&self) -> io::Result<FileIdentity> {
        Ok(FileIdentity([0, self.inode as u64]))
    }

    fn copy_permissions(&self, _model: &Path) -> io::Result<()> {
        Ok(())
    }
}
