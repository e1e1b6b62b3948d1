use std::sync::Arc;

use super::*;
use crate::export::pictures::Need;
use crate::export::single::tests::{parts, words_of_xml};
use crate::export::tests::{pictures, report};
use crate::report::{Block, BlockKind, Body, IdSource, RichText, Style};

fn part(bytes: &[u8], name: &str) -> String {
    let part = parts(bytes).into_iter().find(|(part, _)| part == name).expect("the part").1;
    words_of_xml(&part);
    String::from_utf8(part).unwrap()
}

fn made(report: &Report) -> Vec<u8> {
    write(report, &pictures(report, Need::Document)).unwrap()
}

#[test]
fn everything_has_a_style_of_its_own() {
    let document = part(&made(&report(str::to_owned)), "word/document.xml");
    let styles: Vec<&str> =
        document.split("<w:pStyle w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let expected = [
        "Kicker",
        "Title",
        "Subtitle",
        "Byline",
        "Normal",
        "Picture",
        "Caption",
        "Heading1",
        "ListBullet",
        "ListNumber",
        "ListBullet",
        "ListNumber",
        "Quote",
        "QuoteSpeaker",
        "TableHeading",
        "TableHeading",
        "TableText",
        "TableText",
        "TableEnd",
        "Divider",
        "Heading1",
        "ListBullet",
        "Normal",
        "Normal",
        "Heading1",
        "Normal",
        "Note",
        "Note",
        "Note",
    ];
    assert_eq!(styles, expected);
    let known = include_str!("styles.xml");
    for style in styles {
        assert!(known.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn each_list_with_numbers_begins_at_one() {
    let bytes = made(&report(str::to_owned));
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/>"));
    assert!(document.contains("<w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/>"));
    let numbering = part(&bytes, "word/numbering.xml");
    assert_eq!(numbering.matches("<w:startOverride w:val=\"1\"/>").count(), 2);
}

#[test]
fn pictures_say_what_they_show_or_that_they_only_adorn() {
    let mut report = report(str::to_owned);
    let bytes = made(&report);
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<wp:docPr id=\"1\" name=\"photo-01\" descr=\"alt\">"));
    assert!(!document.contains("adec:decorative"));
    assert!(
        parts(&bytes).iter().any(|(name, bytes)| name == "word/media/photo-01.jpg" && bytes.starts_with(b"\xff\xd8"))
    );
    Arc::make_mut(&mut report.photos[0]).decorative = true;
    let document = part(&made(&report), "word/document.xml");
    assert!(document.contains("descr=\"\"") && document.contains("adec:decorative"));
    let without = part(&write(&report, &ByPhoto::new()).unwrap(), "word/document.xml");
    assert!(without.contains(">caption<") && !without.contains("w:drawing"), "a lost picture leaves its caption");
}

#[test]
fn languages_links_and_spaces_are_kept() {
    let mut ids = IdSource::from_seed(8);
    let mut report = Report::new(&mut ids, "vi");
    let mut words = RichText::plain("10\u{a0}000 ");
    let styled = |words: &str, style: Style| RichText::styled(words, style);
    words.append(styled("Союз", Style { language: Some("ru".into()), ..Style::default() }));
    words.append(styled("x", Style { language: Some("\"><".into()), ..Style::default() }));
    for address in ["https://a.org/?b=1&c=\"2\"", "https://a.org/?b=1&c=\"2\"", "javascript:x"] {
        words.append(styled("link", Style { link: Some(address.into()), ..Style::default() }));
        words.append(RichText::plain(" "));
    }
    report.body = Body::new(vec![Arc::new(Block::new(ids.block(), BlockKind::Paragraph, words))]);
    let bytes = made(&report);
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("10\u{a0}000 </w:t>"));
    assert_eq!(document.matches("<w:lang w:val=\"ru-RU\"").count(), 1);
    assert_eq!(document.matches("<w:hyperlink r:id=\"r-link-1\"").count(), 2);
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert_eq!(relations.matches("TargetMode=\"External\"").count(), 1);
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"vi-VN\""));
}

#[test]
fn properties_say_what_the_report_does() {
    let mut report = report(str::to_owned);
    let details = Arc::make_mut(&mut report.details);
    details.keywords = vec!["press".into(), "a\u{0}\nwards".into()];
    details.date = Some(jiff::civil::date(2025, 12, 26));
    let core = part(&made(&report), "docProps/core.xml");
    for element in [
        "<dc:title>headline</dc:title>",
        "<dc:creator>byline</dc:creator>",
        "<cp:keywords>press, a wards</cp:keywords>",
        "<dc:language>ru</dc:language>",
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2025-12-26T00:00:00Z</dcterms:modified>",
    ] {
        assert!(core.contains(element), "{element} is not in {core}");
    }
}
