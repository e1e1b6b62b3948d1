//! Reports through the real disk.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::import::examine;
use crate::report::{Block, BlockKind, Body, RichText};

struct Desk {
    folder: TempDir,
    report: Report,
    bytes: Vec<u8>,
    thumbnail: Vec<u8>,
}

impl Desk {
    fn new() -> Self {
        let mut ids = IdSource::from_seed(9);
        let mut report = Report::new(&mut ids, "vi");
        let bytes = crate::import::testing::png(1);
        let picture = examine(&bytes, "1.png").unwrap();
        report.photos.push(Arc::new(picture.photo(ids.photo(), &[])));
        Self { folder: TempDir::new().unwrap(), report, bytes, thumbnail: picture.thumbnail }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.rapport")
    }

    fn photo(&self) -> NewPhoto<'_> {
        let photo = &self.report.photos[0];
        NewPhoto { hash: photo.hash, format: photo.format, bytes: &self.bytes, thumbnail: &self.thumbnail }
    }

    fn created(&self) -> Document {
        Document::create(&self.path(), &self.report, None, &[self.photo()], Existing::Refuse).unwrap()
    }
}

#[test]
fn a_report_comes_back_with_its_photos_and_its_view() {
    let desk = Desk::new();
    let view = serde_json::json!({"scroll": 4});
    drop(Document::create(&desk.path(), &desk.report, Some(&view), &[desk.photo()], Existing::Refuse).unwrap());
    let opened = Document::open(&desk.path()).unwrap();
    assert_eq!((&opened.report, &opened.view, opened.notices.as_slice()), (&desk.report, &Some(view), &[][..]));
    let pictures = opened.document.pictures();
    assert_eq!(pictures.original(&desk.report.photos[0]).unwrap(), desk.bytes);
    assert_eq!(pictures.thumbnail(&desk.report.photos[0]), Some(desk.thumbnail.clone()));
    assert_eq!(opened.document.generation(), 1);
    let json: Value = serde_json::from_slice(&opened.document.container().read(MemberName::Report).unwrap()).unwrap();
    assert_eq!(json["generation"], 1);
}

#[test]
fn every_save_numbers_its_state() {
    let mut desk = Desk::new();
    let mut document = desk.created();
    desk.report.headline = "\"generation\": 1".into();
    assert_eq!(document.save(&desk.report, None, &[], Some(Checkpoint::Before(Day::NONE))).unwrap().generation, 2);
    let json: Value = serde_json::from_slice(&document.container().read(MemberName::Report).unwrap()).unwrap();
    assert_eq!((&json["generation"], &json["headline"]), (&2.into(), &"\"generation\": 1".into()));
}

#[test]
fn a_removed_photo_can_come_back_until_it_is_let_go() {
    let desk = Desk::new();
    let mut document = desk.created();
    let mut without = desk.report.clone();
    without.photos.clear();
    document.save(&without, None, &[], None).unwrap();
    assert_eq!(document.save(&desk.report, None, &[], None).unwrap().missing, []);
    assert!(document.pictures().original(&desk.report.photos[0]).is_ok());
    document.release_photos(&without);
    document.save(&without, None, &[], None).unwrap();
    assert_eq!(document.save(&desk.report, None, &[], None).unwrap().missing, [desk.report.photos[0].hash]);
    drop(document);
    let notices = Document::open(&desk.path()).unwrap().notices;
    assert_eq!(notices, [OpenNotice::PhotoMissing { file_name: "1.png".to_owned() }]);
}

#[test]
fn a_report_of_a_newer_version_opens_to_be_read() {
    let mut desk = Desk::new();
    let mut document = desk.created();
    // What a newer program would write: its own fields go through as unknown ones.
    desk.report.extra.insert("mood".to_owned(), "bright".into());
    document.save(&desk.report, None, &[], None).unwrap();
    let bytes = document.container().read(MemberName::Report).unwrap();
    let newer = String::from_utf8(bytes).unwrap().replace("\"min_reader\": 1", "\"min_reader\": 2").into_bytes();
    let state =
        State { report: &|_| newer.clone(), add: &[], keep: &document.container().names().collect(), checkpoint: None };
    document.container.save(&state).unwrap();
    drop(document);
    let Opened { mut document, report, notices, .. } = Document::open(&desk.path()).unwrap();
    assert_eq!((notices.as_slice(), document.access()), (&[OpenNotice::Newer][..], Access::ReadOnly));
    assert_eq!(report, desk.report);
    let refused = document.save(&report, None, &[], None);
    assert!(matches!(refused, Err(DocumentError::Text { problem: TextProblem::ReadOnlyHere, .. })));
}

#[test]
fn a_report_that_breaks_its_promises_is_mended() {
    let mut desk = Desk::new();
    let mut ids = IdSource::from_seed(3);
    let ghost = Block::new(ids.block(), BlockKind::Figure { photo: ids.photo(), beside: false }, RichText::new());
    let words = Block::new(ids.block(), BlockKind::Paragraph, "Kept.".into());
    desk.report.body = Body::new(vec![Arc::new(ghost), Arc::new(words)]);
    drop(desk.created());
    let opened = Document::open(&desk.path()).unwrap();
    assert_eq!(opened.notices, [OpenNotice::Mended { count: 1 }]);
    assert_eq!((opened.report.fault(), opened.report.body.len()), (None, 1));
}

#[test]
fn photos_outlive_the_loss_of_the_text() {
    let desk = Desk::new();
    drop(desk.created());
    let bytes = fs::read(desk.path()).unwrap();
    let photo = bytes.windows(desk.bytes.len()).position(|window| window == desk.bytes).unwrap();
    // The text stands at both ends; both go.
    let mut damaged = bytes;
    let end = photo + desk.bytes.len();
    let text = damaged.windows(8).position(|window| window == b"history/").unwrap();
    assert!(text < photo);
    for byte in &mut damaged[text + 60..photo - 110] {
        *byte = 0;
    }
    damaged.truncate(end);
    fs::write(desk.path(), damaged).unwrap();
    let opened = Document::open(&desk.path()).unwrap();
    assert_eq!((opened.notices.as_slice(), opened.document.access()), (&[OpenNotice::TextLost][..], Access::Recovered));
    assert_eq!(opened.report.photos[0].hash, desk.report.photos[0].hash);
}

#[test]
fn a_file_is_never_written_over_unasked() {
    let desk = Desk::new();
    fs::write(desk.path(), "mine").unwrap();
    let refused = Document::create(&desk.path(), &desk.report, None, &[], Existing::Refuse).err().unwrap();
    assert!(refused.to_string().contains("a.rapport"), "{refused}");
    assert_eq!(fs::read(desk.path()).unwrap(), b"mine");
}

#[test]
fn a_photo_that_was_taken_back_before_the_first_save_can_come_again() {
    let desk = Desk::new();
    let mut without = desk.report.clone();
    without.photos.clear();
    let mut document = Document::create(&desk.path(), &without, None, &[desk.photo()], Existing::Refuse).unwrap();
    document.save(&without, None, &[], None).unwrap();
    let saved = document.save(&desk.report, None, &[], None).unwrap();
    assert_eq!(saved.missing, []);
    assert_eq!(document.pictures().original(&desk.report.photos[0]).unwrap(), desk.bytes);
}
