//! Forged files, made to be believed: they are refused, or open without what is wrong about them.

use std::io;

use crate::file::{
    Day, FileIdentity, Found, Hash, MAX_FILE, MAX_MEMBERS, MemberName, Notice, PhotoFormat, Problem, Storage,
    locate::newest,
    member::Packed,
    tests::{
        forge::{Forger, TEXT, open, sample, sealed},
        model::photo,
    },
    zip::{Entry, central_record, local_header},
};

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
    impl Storage for Sparse {
        fn read_at(&self, _: &mut [u8], _: u64) -> io::Result<usize> {
            panic!("no need to read")
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
            Ok(MAX_FILE + 1)
        }
        fn identity(&self) -> io::Result<FileIdentity> {
            Ok(FileIdentity([0, 0]))
        }
        fn copy_permissions(&self, _: &std::path::Path) -> io::Result<()> {
            Ok(())
        }
    }
    let found = newest(&Sparse, Sparse.len().unwrap());
    assert!(matches!(found, Err(Problem::TooLarge)));
}
