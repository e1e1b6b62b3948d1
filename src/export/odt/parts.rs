//! The parts beside the content.

use std::fmt::Write as _;

use crate::export::GENERATOR;
use crate::export::docx::word_language;
use crate::export::manuscript::About;
use crate::export::odt::MEDIA_TYPE;
use crate::export::xml::Xml;

pub(super) fn meta(about: &About) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "office:document-meta",
        &[
            ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("office:version", "1.3"),
        ],
    );
    xml.open("office:meta", &[]).element("meta:generator", &[], GENERATOR);
    xml.element("dc:title", &[], &about.title).element("dc:language", &[], &about.language);
    let authors = about.authors.join("; ");
    for (name, text) in
        [("dc:description", &about.description), ("meta:initial-creator", &authors), ("dc:creator", &authors)]
    {
        if !text.is_empty() {
            xml.element(name, &[], text);
        }
    }
    for word in &about.keywords {
        xml.element("meta:keyword", &[], word);
    }
    if let Some(moment) = about.moment() {
        xml.element("meta:creation-date", &[], &moment).element("dc:date", &[], &moment);
    }
    xml.finish()
}

pub(super) fn styles(language: &str) -> Vec<u8> {
    let tag = word_language(language);
    let (language, country) = language_and_country(&tag);
    let styles = include_str!("styles.xml").replace("LANGUAGE", language).replace("COUNTRY", country);
    styles.replace("LISTS", &lists()).into_bytes()
}

/// The parts of a tag that ODF keeps apart; the country may be `none`.
pub(super) fn language_and_country(tag: &str) -> (&str, &str) {
    let language = tag.split('-').next().unwrap_or_default();
    let is_country = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    (language, tag.split('-').skip(1).find(is_country).unwrap_or("none"))
}

/// The two kinds of list, nine levels each.
fn lists() -> String {
    /// In millimetres.
    const STEP: f32 = 7.5;
    let mut lists = String::new();
    for (name, element) in [("List_Bullets", "bullet"), ("List_Numbers", "number")] {
        let _ = write!(lists, "<text:list-style style:name=\"{name}\">");
        for level in 1..=9 {
            let mark = match element {
                "bullet" => format!("text:bullet-char=\"{}\"", ["•", "–", "◦"][(level - 1) % 3]),
                _ => "style:num-format=\"1\" style:num-suffix=\".\"".to_owned(),
            };
            let left = STEP * level as f32;
            // Writing to a String cannot fail.
            let _ = write!(
                lists,
                "<text:list-level-style-{element} text:level=\"{level}\" {mark}><style:list-level-properties \
                 text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment \
                 text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{left}mm\" fo:text-indent=\"-{STEP}mm\" \
                 fo:margin-left=\"{left}mm\"/></style:list-level-properties></text:list-level-style-{element}>"
            );
        }
        lists.push_str("</text:list-style>\n");
    }
    lists
}

pub(super) fn manifest(pictures: &[&str]) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    xml.open("manifest:manifest", &[("xmlns:manifest", namespace), ("manifest:version", "1.3")]);
    let parts = [("/", MEDIA_TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")];
    let pictures = pictures.iter().map(|name| (*name, "image/jpeg"));
    for (path, kind) in parts.into_iter().chain(pictures) {
        xml.empty("manifest:file-entry", &[("manifest:full-path", path), ("manifest:media-type", kind)]);
    }
    xml.finish()
}
