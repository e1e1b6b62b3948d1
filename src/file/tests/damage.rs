//! Damaged files: they open with what is left, and stay as they are.

use std::ops::ControlFlow;

use crate::file::{
    Access, Container, Existing, Found, Generation, History, MemberName, Problem, State,
    tests::{
        forge::{Forger, disk, open, sample},
        model::{Contents, Way, path, save},
        random::Random,
    },
};

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
    let mut no_end = bytes;
    no_end[600..].fill(0);
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
    let mut word_processor = bytes;
    word_processor[30..38].copy_from_slice(b"[Content");
    word_processor.truncate(600);
    for bytes in [vec![], vec![0; 70_000], b"PK\x05\x06".repeat(20), b"SQLite format 3\0".to_vec(), word_processor] {
        assert!(matches!(open(&bytes).err().unwrap().problem, Problem::NotAReport), "{} bytes", bytes.len());
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
