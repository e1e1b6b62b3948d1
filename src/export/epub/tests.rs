use std::sync::Arc;

use super::*;
use crate::export::pictures::Need;
use crate::export::single::tests::{parts, words_of_xml};
use crate::export::tests::{pictures, report, report_with_row};

fn part(bytes: &[u8], name: &str) -> String {
    let part = parts(bytes).into_iter().find(|(part, _)| part == name).expect("the part").1;
    words_of_xml(&part);
    String::from_utf8(part).unwrap()
}

fn made(report: &Report) -> Vec<u8> {
    write(report, &pictures(report, Need::Book)).unwrap()
}

#[test]
fn the_media_type_stands_first_and_as_it_is() {
    let bytes = made(&report(str::to_owned));
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
}

#[test]
fn the_contents_lead_to_the_headings() {
    let bytes = made(&report(str::to_owned));
    let nav = part(&bytes, "EPUB/nav.xhtml");
    let chapter = part(&bytes, "EPUB/article.xhtml");
    for (place, words) in ["heading", "Участники", "О\u{a0}конференции"].iter().enumerate() {
        assert!(
            nav.contains(&format!("#part-{}\">{words}</a>", place + 1)) || nav.contains(&words.replace('\u{a0}', " "))
        );
        assert!(chapter.contains(&format!("id=\"part-{}\">", place + 1)));
    }
}

#[test]
fn lists_stand_inside_the_items_that_they_belong_to() {
    let chapter = part(&made(&report(str::to_owned)), "EPUB/article.xhtml");
    let expected = "<ul><li>one<ol><li>deeper</li></ol></li><li>two</li></ul><ol><li>first</li></ol>";
    assert!(chapter.contains(expected), "{chapter}");
}

#[test]
fn the_cover_is_the_lead_photo_and_pictures_are_told() {
    let mut report = report_with_row();
    let bytes = made(&report);
    let package = part(&bytes, "EPUB/package.opf");
    assert!(package.contains("href=\"images/photo-01.jpg\" media-type=\"image/jpeg\" properties=\"cover-image\""));
    assert!(package.contains("<meta property=\"schema:accessModeSufficient\">textual</meta>"));
    let second = report.photos[1].id;
    Arc::make_mut(&mut report.details).lead_photo = Some(second);
    Arc::make_mut(&mut report.photos[0]).alt = crate::report::RichText::new();
    let package = part(&made(&report), "EPUB/package.opf");
    assert!(package.contains("href=\"images/photo-02.jpg\" media-type=\"image/jpeg\" properties=\"cover-image\""));
    assert_eq!(package.matches("cover-image").count(), 1);
    assert!(!package.contains("accessModeSufficient") && !package.contains("alternativeText"));
}

#[test]
fn a_lead_photo_that_is_not_in_the_text_is_on_the_cover_alone() {
    let mut report = report_with_row();
    let second = report.photos[1].id;
    let blocks = report.body.blocks().iter().filter(|block| block.photo() != Some(second)).cloned().collect();
    report.body = crate::report::Body::new(blocks);
    Arc::make_mut(&mut report.details).lead_photo = Some(second);
    let bytes = made(&report);
    assert!(part(&bytes, "EPUB/package.opf").contains("images/photo-02.jpg"));
    assert!(!part(&bytes, "EPUB/article.xhtml").contains("photo-02"));
}

#[test]
fn the_moment_of_change_is_the_reports_own() {
    let mut report = report(str::to_owned);
    let modified = |report: &Report| {
        let package = part(&made(report), "EPUB/package.opf");
        package.split("dcterms:modified\">").nth(1).unwrap()[..20].to_owned()
    };
    assert_eq!(modified(&report), "1980-01-01T00:00:00Z");
    Arc::make_mut(&mut report.details).publication.published = "2026-01-31T09:00:00+07:00".into();
    assert_eq!(modified(&report), "2026-01-31T02:00:00Z");
}
