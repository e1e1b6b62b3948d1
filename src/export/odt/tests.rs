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
fn styles_are_those_that_the_document_has() {
    let bytes = made(&report(str::to_owned));
    let (content, styles) = (part(&bytes, "content.xml"), part(&bytes, "styles.xml"));
    assert!(!styles.contains("LANGUAGE") && !styles.contains("COUNTRY") && !styles.contains("LISTS"));
    let mut used = 0;
    for name in content.split("style-name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let is_known = |part: &str| part.contains(&format!("style:name=\"{name}\""));
        assert!(is_known(&styles) || is_known(&content), "{name}");
        used += 1;
    }
    assert!(used > 30, "{used}");
    assert!(content.contains("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">heading</text:h>"));
    assert!(content.contains("<svg:desc>alt</svg:desc>"));
    assert_eq!(&bytes[30..77], b"mimetypeapplication/vnd.oasis.opendocument.text");
}

#[test]
fn lists_stand_inside_the_items_that_they_belong_to() {
    let content = part(&made(&report(str::to_owned)), "content.xml");
    let deeper = "one</text:p><text:list text:style-name=\"List_Numbers\"><text:list-item>\
                  <text:p text:style-name=\"List_20_Number\">deeper</text:p></text:list-item></text:list></text:list-item>";
    assert!(content.contains(deeper), "{content}");
}

#[test]
fn spaces_and_languages_are_kept() {
    let mut ids = IdSource::from_seed(8);
    let mut report = Report::new(&mut ids, "fr");
    let mut words = RichText::plain(" a  b ");
    words.append(RichText::styled(" Союз  мира", Style { language: Some("ru".into()), ..Style::default() }));
    report.body = Body::new(vec![Arc::new(Block::new(ids.block(), BlockKind::Paragraph, words))]);
    let bytes = made(&report);
    let content = part(&bytes, "content.xml");
    let span = "<text:span text:style-name=\"T2\"><text:s text:c=\"1\"/>Союз <text:s text:c=\"1\"/>мира</text:span>";
    let expected = format!("a b {span}");
    assert!(content.contains(&expected), "{content}");
    assert!(content.contains("fo:language=\"ru\" fo:country=\"RU\""));
    assert!(part(&bytes, "styles.xml").contains("fo:language=\"fr\" fo:country=\"none\""));
}
