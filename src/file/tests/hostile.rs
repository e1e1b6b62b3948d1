//! Damaged and hostile files: they open with what is left or are refused, without panic, without much memory, unchanged.

use std::{collections::BTreeSet, ops::ControlFlow};

use proptest::prelude::*;

use crate::file::{
    Access, Container, Day, Existing, FileError, Found, Generation, Hash, History, MAX_FILE, MAX_MEMBERS, MemberName,
    Notice, Opened, PhotoFormat, Problem, State, Storage as _,
    member::Packed,
    tests::{
        crashfs::{CrashFs, World},
        model::{Author, Contents, Way, create, path, photo, save},
        random::Random,
    },
    zip::{Entry, central_record, end_record, local_header},
};

/// A file with some photos and some generations.
fn sample() -> (Vec<u8>, Contents) {
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

fn disk(bytes: Vec<u8>) -> CrashFs {
    let fs = CrashFs::new(World::default());
    drop(create(fs.folder(), &Contents::default()).unwrap());
    fs.world().meddle(&path(), |file| *file = bytes);
    (fs.world().largest_read, fs.world().bytes_read) = (0, 0);
    fs.world().log.clear();
    fs
}

/// Opens and reads everything; nothing may be written.
fn open(bytes: &[u8]) -> Result<(Opened, CrashFs), FileError> {
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
fn sealed(mut body: Vec<u8>, records: &[Vec<u8>], count: u16) -> Vec<u8> {
    let directory = records.concat();
    let end = end_record(&directory, body.len() as u64, count, Generation::FIRST);
    body.extend(directory);
    body.extend(end);
    body
}

/// Writes members one after another.
#[derive(Default)]
struct Forger {
    body: Vec<u8>,
    records: Vec<Vec<u8>>,
}

impl Forger {
    fn add(&mut self, name: MemberName, bytes: &[u8]) -> Entry {
        let packed = Packed::new(name, bytes.into()).unwrap();
        let entry = packed.entry(self.body.len() as u64, Day::NONE);
        packed.put(&mut self.body, name, &entry);
        self.records.push(central_record(name, &entry));
        entry
    }

    fn finish(self) -> Vec<u8> {
        let count = self.records.len() as u16;
        sealed(self.body, &self.records, count)
    }
}

const TEXT: &[u8] = br#"{"generation":1}"#;

#[test]
fn a_forged_file_that_is_right_opens() {
    let mut forger = Forger::default();
    forger.add(photo(b"x"), b"x");
    forger.add(MemberName::Report, TEXT);
    let (opened, _) = open(&forger.finish()).unwrap();
    assert_eq!((opened.found, opened.notices), (Found::Clean, vec![]));
    assert_eq!(opened.report.unwrap(), TEXT);
}

#[test]
fn every_flipped_bit_is_noticed_or_harmless() {
    let (bytes, contents) = sample();
    let before = Contents { text: "Opening session".into(), ..contents.clone() };
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let (opened, _) = open(&damaged).unwrap();
        let report = opened.report.unwrap();
        let container = opened.container;
        assert!(
            [&contents, &before].into_iter().any(|contents| contents.report(container.generation()) == report),
            "bit {bit}"
        );
        let readable = contents.photos.iter().filter(|(name, photo)| match container.read(**name) {
            Ok(bytes) => {
                assert_eq!(bytes, photo[..], "bit {bit}");
                true
            }
            Err(_) => false,
        });
        assert!(readable.count() >= 1, "bit {bit}: at most one photo is hit");
    }
}

#[test]
fn a_cut_file_opens_with_what_lies_before_the_cut() {
    let (bytes, contents) = sample();
    let mut was_there = (false, 0);
    for len in 0..=bytes.len() {
        let now_there = match open(&bytes[..len]) {
            Ok((opened, _)) => {
                let photos = contents.photos.keys().filter(|name| opened.container.read(**name).is_ok()).count();
                (opened.report.is_some(), photos)
            }
            Err(error) => {
                assert!(matches!(error.problem, Problem::NotAReport), "{len}: {error}");
                (false, 0)
            }
        };
        assert!(now_there >= was_there, "{len}: {now_there:?} after {was_there:?}");
        was_there = now_there;
        // Text and photos are at the front.
        assert!(len < 600 || now_there == (true, 2), "{len}");
    }
}

#[test]
fn a_lost_beginning_or_end_loses_no_more() {
    let (bytes, contents) = sample();
    let mut no_beginning = bytes.clone();
    no_beginning[..512].fill(0);
    let (opened, _) = open(&no_beginning).unwrap();
    assert_eq!((opened.found, opened.report), (Found::Clean, Some(contents.report(Generation::new(2).unwrap()))));
    let mut no_end = bytes.clone();
    let len = no_end.len();
    no_end[len - 1200..].fill(0);
    let (opened, _) = open(&no_end).unwrap();
    assert_eq!(opened.found, Found::Salvaged);
    assert_eq!(opened.container.names().filter(|name| contents.photos.contains_key(name)).count(), 2);
}

#[test]
fn a_salvaged_report_can_be_copied_but_not_saved_over() {
    let (mut bytes, contents) = sample();
    bytes.truncate(700);
    let (opened, fs) = open(&bytes).unwrap();
    assert_eq!(opened.found, Found::Salvaged);
    let mut container = opened.container;
    assert_eq!(container.access(), Access::Recovered);
    for way in [Way::Save(None), Way::Compact] {
        let error = save(&mut container, &contents, way).unwrap_err();
        assert!(matches!(error.problem, Problem::Recovered), "{error}");
    }
    let report = |generation| contents.report(generation);
    let keep = contents.photos.keys().copied().collect();
    let state = State { report: &report, add: &[], keep: &keep, checkpoint: None };
    let target = path().with_file_name("recovered.rapport");
    let mut go_on = |_| ControlFlow::Continue(());
    container.copy_to(&target, &state, Existing::Refuse, History::Keep, &mut go_on).unwrap();
    assert_eq!(fs.world().contents(&path()).unwrap(), &bytes);
    contents.matches(&Container::open(fs.folder(), &target).unwrap()).unwrap();
}

#[test]
fn salvage_takes_the_newest_text_that_is_whole() {
    let mut forger = Forger::default();
    forger.add(MemberName::Mimetype, crate::file::MIMETYPE);
    forger.add(MemberName::Report, br#"{"generation":5,"text":"newest"}"#);
    forger.add(MemberName::Report, br#"{"generation":4}"#);
    forger.add(MemberName::Report, br#"{"generation":9,"text":"torn"#);
    let (opened, _) = open(&forger.body).unwrap();
    assert_eq!(opened.found, Found::Salvaged);
    assert_eq!(opened.report.unwrap(), br#"{"generation":5,"text":"newest"}"#);
}

#[test]
fn everything_can_be_gathered_from_a_file_without_beginning_and_end() {
    let (mut bytes, contents) = sample();
    bytes[..40].fill(0);
    bytes.truncate(700);
    assert!(matches!(open(&bytes).err().unwrap().problem, Problem::NotAReport));
    let opened = Container::salvage(disk(bytes).folder(), &path()).unwrap();
    assert_eq!(opened.container.names().filter(|name| contents.photos.contains_key(name)).count(), 2);
    assert!(opened.report.is_some());
    let nothing = Container::salvage(disk(vec![0; 5000]).folder(), &path());
    assert!(matches!(nothing.err().unwrap().problem, Problem::NotAReport));
}

#[test]
fn other_files_are_refused() {
    let (bytes, _) = sample();
    let mut word_processor = bytes.clone();
    word_processor[30..38].copy_from_slice(b"[Content");
    word_processor.truncate(600);
    for bytes in [vec![], vec![0; 70_000], b"PK\x05\x06".repeat(20), b"SQLite format 3\0".to_vec(), word_processor] {
        assert!(matches!(open(&bytes).err().unwrap().problem, Problem::NotAReport), "{} bytes", bytes.len());
    }
}

#[test]
fn names_that_are_not_ours_are_left_out_and_told() {
    let mut forger = Forger::default();
    let entry = forger.add(photo(b"x"), b"x");
    forger.add(MemberName::Report, TEXT);
    let ours = photo(b"x").to_string();
    for name in ["../../etc/passwd", "/etc/passwd", "C:\\x", "CON", "photos/x.jpg", "report.json\0", "REPORT.JSON"] {
        let mut record = central_record(photo(b"x"), &entry);
        record.truncate(record.len() - ours.len());
        record[28..30].copy_from_slice(&(name.len() as u16).to_le_bytes());
        record.extend(name.as_bytes());
        forger.records.push(record);
    }
    let (opened, _) = open(&forger.finish()).unwrap();
    assert_eq!(opened.container.names().collect::<Vec<_>>(), [photo(b"x"), MemberName::Report]);
    assert_eq!(opened.notices.len(), 7);
    assert_eq!(opened.notices[0], Notice::UnknownMember("../../etc/passwd".into()));
}

/// Opens a file whose record of a photo is `record`; gives whether the photo is listed.
fn lists_photo_as(change: impl FnOnce(&mut Entry), change_record: impl FnOnce(&mut Vec<u8>)) -> bool {
    let mut forger = Forger::default();
    let mut entry = forger.add(photo(b"x"), b"x");
    forger.add(MemberName::Report, TEXT);
    change(&mut entry);
    forger.records[0] = central_record(photo(b"x"), &entry);
    change_record(&mut forger.records[0]);
    let (opened, _) = open(&forger.finish()).unwrap();
    let is_listed = opened.container.names().any(|name| name == photo(b"x"));
    let notices = if is_listed { vec![] } else { vec![Notice::ImpossibleMember(photo(b"x"))] };
    assert_eq!(opened.notices, notices);
    is_listed
}

#[test]
fn impossible_members_are_left_out_and_told() {
    assert!(lists_photo_as(|_| {}, |_| {}));
    assert!(!lists_photo_as(|entry| entry.offset = u64::MAX, |_| {}));
    assert!(!lists_photo_as(|entry| entry.offset = u64::MAX - 100, |_| {}));
    assert!(!lists_photo_as(|entry| entry.offset = 1 << 40, |_| {}));
    assert!(!lists_photo_as(|entry| entry.packed = u32::MAX, |_| {}));
    assert!(!lists_photo_as(|entry| (entry.packed, entry.size) = (u32::MAX, u32::MAX), |_| {}));
    assert!(!lists_photo_as(|entry| entry.deflated = true, |_| {}));
    assert!(!lists_photo_as(|_| {}, |record| record[8] |= 1)); // encrypted
    assert!(!lists_photo_as(|_| {}, |record| record[41] = 0xA0)); // a symbolic link
    assert!(!lists_photo_as(
        |_| {},
        |record| {
            record[32] = 1; // a comment
            record.push(b'!');
        }
    ));
}

#[test]
fn two_members_cannot_share_bytes_or_a_name() {
    let mut forger = Forger::default();
    let name = |number: u8| MemberName::Thumb(Hash([number; 32]));
    let first = forger.add(name(1), b"xyz");
    forger.add(MemberName::Report, TEXT);
    forger.records.push(central_record(name(2), &first));
    forger.records.push(central_record(name(1), &first));
    let (opened, _) = open(&forger.finish()).unwrap();
    assert_eq!(opened.container.names().collect::<Vec<_>>(), [name(1), MemberName::Report]);
    let told: Vec<_> = [1, 2].map(|number| Notice::ImpossibleMember(name(number))).into();
    assert_eq!(opened.notices, told);
}

#[test]
fn a_header_that_tells_another_story_is_damage() {
    for field in [4, 6, 8, 10, 14, 18, 22, 26, 28, 40] {
        let mut forger = Forger::default();
        let entry = forger.add(photo(b"x"), b"x");
        forger.add(MemberName::Report, TEXT);
        let mut bytes = forger.finish();
        bytes[entry.offset as usize + field] ^= 1;
        let (opened, _) = open(&bytes).unwrap();
        assert_eq!(opened.container.verify().unwrap(), [photo(b"x")], "field {field}");
    }
}

#[test]
fn a_photo_must_have_the_hash_of_its_name() {
    let mut forger = Forger::default();
    let name = MemberName::Photo { hash: Hash([7; 32]), format: PhotoFormat::Png };
    forger.add(name, b"another photo");
    forger.add(MemberName::Report, TEXT);
    let (opened, _) = open(&forger.finish()).unwrap();
    assert_eq!(opened.container.verify().unwrap(), [name]);
}

#[test]
fn a_bomb_is_not_inflated() {
    let mut forger = Forger::default();
    let bomb = Packed::new(MemberName::Report, vec![b' '; 64 << 20].into()).unwrap();
    let mut entry = bomb.entry(0, Day::NONE);
    bomb.put(&mut forger.body, MemberName::Report, &entry);
    // It says that it is small.
    entry.size = 100_000;
    let header = local_header(MemberName::Report, &entry);
    forger.body[..header.len()].copy_from_slice(&header);
    forger.records.push(central_record(MemberName::Report, &entry));
    assert!(matches!(open(&forger.finish()).err().unwrap().problem, Problem::NotAReport));
}

#[test]
fn a_directory_of_too_many_is_refused() {
    let mut forger = Forger::default();
    let entry = forger.add(photo(b"x"), b"x");
    forger.add(MemberName::Report, TEXT);
    forger.records.extend((0..MAX_MEMBERS).map(|_| central_record(photo(b"x"), &entry)));
    assert!(open(&forger.finish()).is_err());
}

#[test]
fn lies_about_the_directory_are_refused() {
    let forge = || {
        let mut forger = Forger::default();
        forger.add(MemberName::Report, TEXT);
        forger
    };
    let (body, records) = (forge().body, forge().records);
    assert!(open(&sealed(body.clone(), &records, 1)).is_ok());
    assert!(open(&sealed(body.clone(), &records, 0)).is_err());
    assert!(open(&sealed(body.clone(), &records, 2)).is_err());
    assert!(open(&sealed(body.clone(), &records, u16::MAX)).is_err());
    // In front of it lies something that moves everything.
    assert!(open(&[b"junk", &sealed(body, &records, 1)[..]].concat()).is_err());
}

#[test]
fn a_file_of_headers_that_name_the_same_bytes_takes_no_time() {
    let mut bytes = sample().0;
    bytes.truncate(600);
    let name = photo(b"x");
    let mut entry = Packed::new(name, vec![0; 400_000].into()).unwrap().entry(0, Day::NONE);
    entry.crc ^= 1;
    let header = local_header(name, &entry);
    for _ in 0..20_000 {
        bytes.extend(&header);
    }
    let (opened, fs) = open(&bytes).unwrap();
    assert_eq!(opened.found, Found::Salvaged);
    assert_eq!(opened.notices, [Notice::SearchCutShort]);
    assert!(fs.world().bytes_read < 300 << 20);
}

#[test]
fn a_sparse_terabyte_is_refused_unread() {
    struct Sparse;
    impl crate::file::Storage for Sparse {
        fn read_at(&self, _: &mut [u8], _: u64) -> std::io::Result<usize> {
            panic!("no need to read")
        }
        fn write_at(&self, _: &[u8], _: u64) -> std::io::Result<usize> {
            panic!("no need to write")
        }
        fn sync(&self) -> std::io::Result<()> {
            Ok(())
        }
        fn set_len(&self, _: u64) -> std::io::Result<()> {
            Ok(())
        }
        fn len(&self) -> std::io::Result<u64> {
            Ok(MAX_FILE + 1)
        }
        fn identity(&self) -> std::io::Result<crate::file::FileIdentity> {
            Ok(crate::file::FileIdentity([0, 0]))
        }
        fn copy_permissions(&self, _: &std::path::Path) -> std::io::Result<()> {
            Ok(())
        }
    }
    let found = crate::file::locate::newest(&Sparse, Sparse.len().unwrap());
    assert!(matches!(found, Err(Problem::TooLarge)));
}

/// A longer file, of which parts are then overwritten, doubled, moved and cut.
fn worn(seed: u64) -> Vec<u8> {
    let fs = CrashFs::new(World::default());
    let mut author = Author::new(seed);
    let mut container = create(fs.folder(), &author.contents).unwrap();
    for _ in 0..seed % 30 {
        let way = author.next();
        save(&mut container, &author.contents, way).unwrap();
    }
    let bytes = fs.world().contents(&path()).unwrap().clone();
    bytes
}

#[derive(Clone, Debug)]
enum Harm {
    Cut(usize),
    Zero(usize, usize),
    Double(usize, usize),
    Number(usize, u64),
    Insert(usize, Vec<u8>),
}

fn harm() -> impl Strategy<Value = Harm> {
    let number = prop_oneof![Just(0), Just(1), Just(u64::from(u32::MAX)), Just(u64::MAX), Just(1 << 31), any::<u64>()];
    let at = any::<usize>;
    let signature = prop_oneof![Just(&b"PK\x03\x04"[..]), Just(&b"PK\x05\x06"[..]), Just(&b"RAP1 "[..])];
    prop_oneof![
        at().prop_map(Harm::Cut),
        (at(), 0..600_usize).prop_map(|(at, len)| Harm::Zero(at, len)),
        (at(), 0..2000_usize).prop_map(|(at, len)| Harm::Double(at, len)),
        (at(), number).prop_map(|(at, number)| Harm::Number(at, number)),
        (at(), proptest::collection::vec(any::<u8>(), 0..50)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        (at(), signature).prop_map(|(at, bytes)| Harm::Insert(at, bytes.to_vec())),
    ]
}

fn do_harm(bytes: &mut Vec<u8>, harm: Harm) {
    let len = bytes.len();
    let span = |at: usize, count: usize| (at % (len + 1))..(at % (len + 1) + count).min(len);
    match harm {
        Harm::Cut(at) => bytes.truncate(at % (len + 1)),
        Harm::Zero(at, count) => bytes[span(at, count)].fill(0),
        Harm::Double(at, count) => {
            let part = bytes[span(at, count)].to_vec();
            bytes.extend(part);
        }
        Harm::Number(at, number) => {
            let span = span(at, 4);
            let part = &number.to_le_bytes()[..span.len()];
            bytes[span].copy_from_slice(part);
        }
        Harm::Insert(at, part) => drop(bytes.splice(at % (len + 1)..at % (len + 1), part)),
    }
}

/// The directory at the end of a file harmed, and sealed again, so that it is believed.
fn forged(bytes: &[u8], harms: Vec<Harm>) -> Vec<u8> {
    let seal_at = bytes.len() - crate::file::zip::SEAL_LEN;
    let size = u32::from_le_bytes(bytes[seal_at + 12..seal_at + 16].try_into().unwrap()) as usize;
    let count = u16::from_le_bytes(bytes[seal_at + 10..seal_at + 12].try_into().unwrap());
    let (body, directory) = bytes[..seal_at].split_at(seal_at - size);
    let mut directory = directory.to_vec();
    harms.into_iter().for_each(|harm| do_harm(&mut directory, harm));
    sealed(body.to_vec(), &[directory], count)
}

/// Opens, reads all and saves; whatever comes of it, memory and work are bounded.
fn try_everything(bytes: &[u8]) {
    let len = bytes.len() as u64;
    let Ok((opened, fs)) = open(bytes) else { return };
    assert!(fs.world().largest_read as u64 <= len.max(1 << 20));
    assert!(fs.world().bytes_read <= 20 * len + 4096, "{} of {len}", fs.world().bytes_read);
    let mut container = opened.container;
    let names: BTreeSet<_> = container.names().collect();
    let report = |generation: Generation| format!("{{\"generation\":{generation}}}").into_bytes();
    let state = State { report: &report, add: &[], keep: &names, checkpoint: None };
    let readable = |container: &Container| -> Vec<_> {
        let photos = names.iter().filter(|name| matches!(name, MemberName::Photo { .. }));
        photos.map(|name| container.read(*name).ok()).collect()
    };
    let before = readable(&container);
    if container.access() == Access::Write {
        for _ in 0..7 {
            container.save(&state).unwrap();
        }
    } else {
        assert_eq!(opened.found, Found::Salvaged);
    }
    assert_eq!(readable(&container), before, "saving destroys nothing that could be read");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_or_opened(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        try_everything(&bytes);
        try_everything(&[sample().0, bytes].concat());
    }

    #[test]
    fn harmed_files_open(seed in 0..200_u64, harms in proptest::collection::vec(harm(), 1..6)) {
        let mut bytes = worn(seed);
        harms.into_iter().for_each(|harm| do_harm(&mut bytes, harm));
        try_everything(&bytes);
    }

    #[test]
    fn forged_directories_open(seed in 0..200_u64, harms in proptest::collection::vec(harm(), 1..6)) {
        try_everything(&forged(&worn(seed), harms));
    }
}

#[test]
fn random_seals_do_not_hold() {
    let (bytes, _) = sample();
    let mut random = Random(1);
    for _ in 0..2000 {
        let mut forged = bytes.clone();
        let at = forged.len() - 52 + random.below(52);
        forged[at] = forged[at].wrapping_add(1 + random.below(255) as u8);
        assert_ne!(open(&forged).unwrap().0.found, Found::Clean);
    }
}
