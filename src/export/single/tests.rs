//! What must hold of every format: all that was typed is in it, whatever it is, and the same report gives the same bytes.

use std::io::{Cursor, Read as _};
use std::sync::OnceLock;

use proptest::prelude::*;
use quick_xml::events::Event;

use crate::export::pictures::{ByPhoto, Need};
use crate::export::tests::{pictures as pictures_of, report, run};
use crate::export::{DocumentKind, ExportError, Target};
use crate::language::typography::repaired_plain;
use crate::report::{Body, Report, RichText};

/// The places that [`report`] has for words.
pub const PLACES: [&str; 27] = [
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "place",
    "caption",
    "credit",
    "alt",
    "name",
    "title",
    "organisation",
    "linked",
    "column",
    "votes",
    "cell",
    "paragraph",
    "heading",
    "one",
    "deeper",
    "two",
    "first",
    "speaker",
    "quotation",
    "strong",
    "event",
    "rights",
    "publisher",
];

/// The pictures of the report, which do not depend on its words but for what their files say.
fn pictures() -> &'static ByPhoto {
    static MADE: OnceLock<ByPhoto> = OnceLock::new();
    MADE.get_or_init(|| pictures_of(&report(str::to_owned), Need::Document))
}

/// A file of the report.
fn made(report: &Report, kind: DocumentKind) -> Vec<u8> {
    kind.bytes(report, pictures()).unwrap()
}

/// The parts of an archive.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    parts
}

/// The words and the attributes of XML that is well-formed, a paragraph a line.
pub fn words_of_xml(xml: &[u8]) -> String {
    const BLOCKS: [&str; 12] =
        ["p", "h1", "h2", "h3", "li", "td", "th", "title", "figcaption", "creator", "description", "h"];
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(xml).unwrap());
    reader.config_mut().check_end_names = true;
    let mut words = String::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(character) => words.push(character),
                None => words.push_str(quick_xml::escape::resolve_xml_entity(&name).unwrap()),
            },
            Event::Empty(element) if element.name().as_ref() == "text:s" => words.push(' '),
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    let value = attribute.unwrap();
                    words.push_str(&format!(
                        "\n{}\n",
                        value.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap()
                    ));
                }
            }
            Event::End(element) if BLOCKS.contains(&element.local_name().as_ref()) => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// All words of a file, without what the format adds to them.
pub fn words(kind: DocumentKind, bytes: &[u8]) -> String {
    match kind {
        DocumentKind::Text => String::from_utf8(bytes.to_vec()).unwrap(),
        DocumentKind::Markdown => {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let (head, story) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
            let mut words = head.replace("''", "'");
            for event in pulldown_cmark::Parser::new_ext(story, pulldown_cmark::Options::ENABLE_TABLES) {
                match event {
                    pulldown_cmark::Event::Text(text) => words.push_str(&text),
                    pulldown_cmark::Event::End(end) if !matches!(end, pulldown_cmark::TagEnd::Strong) => {
                        words.push('\n');
                    }
                    pulldown_cmark::Event::SoftBreak => words.push('\n'),
                    pulldown_cmark::Event::InlineHtml(tag) if ["<strong>", "</strong>"].contains(&&*tag) => {}
                    pulldown_cmark::Event::Html(html) | pulldown_cmark::Event::InlineHtml(html) => {
                        panic!("{html} in {story}")
                    }
                    pulldown_cmark::Event::Code(code) => panic!("{code} in {story}"),
                    _ => {}
                }
            }
            words
        }
        DocumentKind::Docx | DocumentKind::Odt | DocumentKind::Epub => {
            let is_xml = |name: &str| [".xml", ".rels", ".opf", ".xhtml"].iter().any(|ending| name.ends_with(ending));
            let parts = parts(bytes).into_iter().filter(|(name, _)| is_xml(name));
            parts.map(|(_, bytes)| words_of_xml(&bytes)).collect()
        }
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check_all_words(typed: &str) {
    let report = report(|name| format!("{name} {typed}"));
    // Names of people are parted by these.
    let parts_names = typed.contains([',', ';', '<', '(']) || typed.contains("http");
    for kind in DocumentKind::ALL {
        let words = flat(&words(kind, &made(&report, kind)));
        for place in PLACES {
            if parts_names && place == "byline" {
                continue;
            }
            let clean = RichText::plain(&format!("{place} {typed}"));
            let raw = flat(clean.as_str());
            let repaired = flat(&repaired_plain(clean.as_str(), &report.language));
            assert!(words.contains(&raw) || words.contains(&repaired), "{kind:?}: {raw:?} is not in {words}");
        }
    }
}

#[test]
fn hostile_words_come_out_as_they_were_typed() {
    for line in include_str!("../../../tests/data/hostile.txt").lines() {
        check_all_words(line);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn all_that_was_typed_is_in_every_format(typed in "[a-zа-яệ0-9 *_`~#>|\\[\\]()!<&;:.+\"'\\\\-]{0,24}") {
        check_all_words(&typed);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(str::to_owned);
    for kind in DocumentKind::ALL {
        assert!(made(&report, kind) == made(&report, kind), "{kind:?}");
    }
}

#[test]
fn an_earlier_export_is_replaced_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    for kind in DocumentKind::ALL {
        let out = folder.path().join(kind.extension());
        run(&report, Target::Document(kind), &out).unwrap();
        run(&report, Target::Document(kind), &out).unwrap();
        std::fs::write(&out, "mine").unwrap();
        let refused = run(&report, Target::Document(kind), &out);
        assert!(matches!(refused, Err(ExportError::NotOurs { .. })), "{kind:?}");
        assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    }
}

#[test]
fn a_text_is_replaced_after_its_first_line_changed_and_after_a_strangers_hand_it_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut report = report(str::to_owned);
    for (name, target) in [("a.txt", Target::Document(DocumentKind::Text)), ("a.html", Target::Fragment)] {
        let out = folder.path().join(name);
        let done = run(&report, target, &out).unwrap();
        report.remember_exported(&done.unmarked.unwrap());
        (report.kicker, report.body) = (RichText::plain("Another kicker"), Body::default());
        run(&report, target, &out).unwrap();
        // The same first line, but somebody wrote on.
        let theirs = [std::fs::read(&out).unwrap(), b"Corrected by the desk.".to_vec()].concat();
        std::fs::write(&out, &theirs).unwrap();
        assert!(matches!(run(&report, target, &out), Err(ExportError::NotOurs { .. })), "{name}");
        assert_eq!(std::fs::read(&out).unwrap(), theirs);
    }
}

#[test]
fn private_notes_leave_with_no_format() {
    let report = report(str::to_owned);
    for kind in DocumentKind::ALL {
        assert!(!words(kind, &made(&report, kind)).contains("secret telephone"), "{kind:?}");
    }
}
