//! Files made by hand, right and wrong.

use crate::file::{
    Container, Day, FileError, Generation, MemberName, Opened,
    member::Packed,
    tests::{
        crashfs::CrashFs,
        model::{Contents, Way, create, path, photo, save},
        world::World,
    },
    zip::{Entry, central_record, end_record},
};

/// A file with some photos and some generations.
pub fn sample() -> (Vec<u8>, Contents) {
    let fs = CrashFs::new(World::default());
    let mut contents = Contents { text: "Opening session".into(), ..Contents::default() };
    for bytes in [b"the first photo", b"another picture"] {
        contents.photos.insert(photo(bytes), bytes[..].into());
    }
    let mut container = create(fs.folder(), &contents).unwrap();
    contents.text.push('!');
    save(&mut container, &contents, Way::Save(None)).unwrap();
    let bytes = fs.world().contents(&path()).unwrap().clone();
    (bytes, contents)
}

pub fn disk(bytes: Vec<u8>) -> CrashFs {
    let fs = CrashFs::new(World::default());
    drop(create(fs.folder(), &Contents::default()).unwrap());
    fs.world().meddle(&path(), |file| *file = bytes);
    (fs.world().largest_read, fs.world().bytes_read) = (0, 0);
    fs.world().log.clear();
    fs
}

/// Opens and reads everything; nothing may be written.
pub fn open(bytes: &[u8]) -> Result<(Opened, CrashFs), FileError> {
    let fs = disk(bytes.to_vec());
    let opened = Container::open(fs.folder(), &path());
    if let Ok(opened) = &opened {
        opened.container.verify().unwrap();
    }
    assert!(fs.world().log.is_empty());
    assert_eq!(fs.world().contents(&path()).unwrap(), bytes);
    Ok((opened?, fs))
}

/// `body`, a directory of `records`, and a seal that holds.
pub fn sealed(mut body: Vec<u8>, records: &[Vec<u8>], count: u16) -> Vec<u8> {
    let directory = records.concat();
    let end = end_record(&directory, body.len() as u64, count, Generation::FIRST);
    body.extend(directory);
    body.extend(end);
    body
}

/// Writes members one after another.
#[derive(Default)]
pub struct Forger {
    pub body: Vec<u8>,
    pub records: Vec<Vec<u8>>,
}

impl Forger {
    pub fn add(&mut self, name: MemberName, bytes: &[u8]) -> Entry {
        let packed = Packed::new(name, bytes.into()).unwrap();
        let entry = packed.entry(self.body.len() as u64, Day::NONE);
        packed.put(&mut self.body, name, &entry);
        self.records.push(central_record(name, &entry));
        entry
    }

    pub fn finish(self) -> Vec<u8> {
        let count = self.records.len() as u16;
        sealed(self.body, &self.records, count)
    }
}

pub const TEXT: &[u8] = br#"{"generation":1}"#;
