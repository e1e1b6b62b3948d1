//! Files beyond 4 GiB, in a memory that keeps only what is not zero.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use crate::file::{
    Container, FileIdentity, Folder, Found, Generation, Grant, MemberName, NewMember, OpenFile, Privacy, State,
    Storage,
    directory::Directory,
    member::{MemberWriter, Packed},
    save::Tail,
    storage::read_vec,
    tests::{model::photo, reader::Zip},
    zip::Day,
};

const PAGE: usize = 4096;

#[derive(Clone, Default)]
struct Sparse(Arc<Mutex<Pages>>);

#[derive(Default)]
struct Pages {
    pages: BTreeMap<u64, Vec<u8>>,
    len: u64,
}

impl Storage for Sparse {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let file = self.0.lock().unwrap();
        let within = (offset % PAGE as u64) as usize;
        let count = buffer.len().min(PAGE - within).min(file.len.saturating_sub(offset) as usize);
        match file.pages.get(&(offset / PAGE as u64)) {
            Some(page) => buffer[..count].copy_from_slice(&page[within..within + count]),
            None => buffer[..count].fill(0),
        }
        Ok(count)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        let mut file = self.0.lock().unwrap();
        let within = (offset % PAGE as u64) as usize;
        let count = bytes.len().min(PAGE - within);
        let page = file.pages.entry(offset / PAGE as u64).or_insert_with(|| vec![0; PAGE]);
        page[within..within + count].copy_from_slice(&bytes[..count]);
        file.len = file.len.max(offset + count as u64);
        Ok(count)
    }

    fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.0.lock().unwrap().len = len;
        Ok(())
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.0.lock().unwrap().len)
    }

    fn identity(&self) -> io::Result<FileIdentity> {
        Ok(FileIdentity([0, 0]))
    }

    fn copy_permissions(&self, _model: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// A folder with that one file.
impl Folder for Sparse {
    fn open(&self, _path: &Path) -> io::Result<OpenFile> {
        Ok(OpenFile { file: Arc::new(self.clone()), grant: Grant::Write })
    }

    fn create_new(&self, _path: &Path, _privacy: Privacy) -> io::Result<Arc<dyn Storage>> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn rename(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove(&self, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_dir(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.into())
    }

    fn identity(&self, _path: &Path) -> io::Result<FileIdentity> {
        Ok(FileIdentity([0, 0]))
    }
}

/// A file with one photo at the front and one at `offset`.
fn file_with_photo_at(offset: u64) -> Sparse {
    let file = Sparse::default();
    let mut directory = Directory::default();
    let mut writer = MemberWriter { file: &file, at: 0 };
    let mut add = |writer: &mut MemberWriter<'_>, name, packed: &Packed<'_>| {
        directory.members.insert(name, writer.write(name, packed, Day::NONE).unwrap());
    };
    add(&mut writer, MemberName::Mimetype, &Packed::mimetype());
    for (at, bytes) in [(writer.at, b"near"), (offset, b"afar")] {
        writer.at = at;
        add(&mut writer, photo(bytes), &Packed::new(photo(bytes), bytes[..].into()).unwrap());
    }
    let report = Packed::new(MemberName::Report, br#"{"generation":1}"#[..].into()).unwrap();
    let tail = Tail::new(writer.at, directory, &report, Generation::FIRST);
    writer.write_bytes(&tail.bytes).unwrap();
    file
}

fn open(file: &Sparse) -> Container {
    let opened = Container::open(Arc::new(file.clone()), Path::new("large")).unwrap();
    assert_eq!((opened.found, opened.notices), (Found::Clean, vec![]));
    opened.container
}

#[test]
fn files_around_and_beyond_four_gibibytes_are_saved_and_read() {
    // The offsets of the photo, of the report or of the directory are the first that need 64 bits.
    for offset in (u64::from(u32::MAX) - 400..=u64::from(u32::MAX) + 1).step_by(7).chain([5 << 30, 60 << 30]) {
        let file = file_with_photo_at(offset);
        let mut container = open(&file);
        let keep = container.names().collect();
        let report = |generation: Generation| format!("{{\"generation\":{generation}}}").into_bytes();
        for number in 0..9_u8 {
            let bytes = [number];
            let add = [NewMember { name: photo(&bytes), bytes: &bytes }];
            let add = if number % 3 == 2 { &add[..] } else { &[] };
            container.save(&State { report: &report, add, keep: &keep, checkpoint: None }).unwrap();
        }
        drop(container);
        let container = open(&file);
        assert_eq!(container.verify().unwrap(), []);
        assert_eq!(container.read(photo(b"afar")).unwrap(), b"afar");
        let read = |at: usize, len: usize| read_vec(&file, at as u64, len).unwrap();
        let members = Zip { len: file.len().unwrap() as usize, read: &read }.members();
        assert_eq!(members[&photo(b"afar").to_string()], b"afar");
        assert_eq!(members["report.json"], br#"{"generation":10}"#);
    }
}
