//! The small parts of the package.

use crate::export::docx::picture::Picture;
use crate::export::manuscript::About;
use crate::export::xml::Xml;
use crate::language::Language;

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

pub(super) fn content_types() -> Vec<u8> {
    const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    for (extension, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("jpg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    for (part, kind) in [
        ("/word/document.xml", format!("{WORD_TYPE}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD_TYPE}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD_TYPE}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD_TYPE}.settings+xml")),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", &kind)]);
    }
    xml.finish()
}

pub(super) fn package_relations() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    for (id, kind, target) in [
        ("rId1", format!("{OFFICE_RELATIONS}/officeDocument"), "word/document.xml"),
        ("rId2", core.to_owned(), "docProps/core.xml"),
        ("rId3", format!("{OFFICE_RELATIONS}/extended-properties"), "docProps/app.xml"),
    ] {
        xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)]);
    }
    xml.finish()
}

pub(super) fn document_relations(links: &[String], pictures: &[Picture<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    for part in ["styles", "numbering", "settings"] {
        let (kind, target) = (format!("{OFFICE_RELATIONS}/{part}"), format!("{part}.xml"));
        xml.empty("Relationship", &[("Id", &format!("r-{part}")), ("Type", &kind), ("Target", &target)]);
    }
    for picture in pictures {
        let (kind, target) = (format!("{OFFICE_RELATIONS}/image"), format!("media/{}", picture.name));
        xml.empty("Relationship", &[("Id", &picture.relation()), ("Type", &kind), ("Target", &target)]);
    }
    for (index, link) in links.iter().enumerate() {
        let attributes = [
            ("Id", &*link_relation(index)),
            ("Type", &*format!("{OFFICE_RELATIONS}/hyperlink")),
            ("Target", link),
            ("TargetMode", "External"),
        ];
        xml.empty("Relationship", &attributes);
    }
    xml.finish()
}

/// The id of a link, by its place among the links of the document.
pub(super) fn link_relation(index: usize) -> String {
    format!("r-link-{}", index + 1)
}

pub(super) fn core_properties(about: &About) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.element("dc:title", &[], &about.title);
    for (name, text) in [
        ("dc:creator", about.authors.join("; ")),
        ("cp:keywords", about.keywords.join(", ")),
        ("dc:description", about.description.clone()),
    ] {
        if !text.is_empty() {
            xml.element(name, &[], &text);
        }
    }
    xml.element("dc:language", &[], &about.language);
    if let Some(moment) = about.moment() {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], &moment);
        }
    }
    xml.finish()
}

pub(super) fn app_properties(about: &About, generator: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Properties", &[("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")]);
    xml.element("Application", &[], generator);
    if !about.publisher.is_empty() {
        xml.element("Company", &[], &about.publisher);
    }
    xml.finish()
}

pub(super) fn styles(language: &str) -> Vec<u8> {
    include_str!("styles.xml").replace("LANGUAGE", &word_language(language)).into_bytes()
}

pub(super) fn settings(language: &str) -> Vec<u8> {
    let language = word_language(language);
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", WORD)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:defaultTabStop", &[("w:val", "708")]);
    xml.open("w:compat", &[]);
    let mode =
        [("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")];
    xml.empty("w:compatSetting", &mode).close();
    xml.empty("w:themeFontLang", &[("w:val", &language)]);
    xml.finish()
}

/// The tag with a region, because Word knows languages only with one: that of most who write them where the tag has none.
pub(super) fn word_language(tag: &str) -> String {
    if tag.contains('-') {
        return tag.to_owned();
    }
    match Language::of(tag) {
        Language::English => "en-GB",
        Language::Russian => "ru-RU",
        Language::Vietnamese => "vi-VN",
        Language::Other => tag,
    }
    .to_owned()
}

/// The id of the list with bullets; all of them are one.
pub(super) const BULLETS: usize = 1;

/// The id of a list with numbers, by its place among those of the document.
pub(super) fn numbers(index: usize) -> usize {
    BULLETS + 1 + index
}

/// The lists: one with bullets, and for each with numbers one of its own that begins at 1. `numbered` says how deep each stands.
pub(super) fn numbering(numbered: &[usize]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:numbering", &[("xmlns:w", WORD)]);
    for (kind, is_bulleted) in [("0", true), ("1", false)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", kind)]);
        xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
        (0..=8).for_each(|level| numbering_level(&mut xml, level, is_bulleted));
        xml.close();
    }
    xml.open("w:num", &[("w:numId", &BULLETS.to_string())]).empty("w:abstractNumId", &[("w:val", "0")]).close();
    for (index, depth) in numbered.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &numbers(index).to_string())]).empty("w:abstractNumId", &[("w:val", "1")]);
        xml.open("w:lvlOverride", &[("w:ilvl", &depth.to_string())]);
        xml.empty("w:startOverride", &[("w:val", "1")]).close().close();
    }
    xml.finish()
}

fn numbering_level(xml: &mut Xml, level: usize, is_bulleted: bool) {
    /// In twentieths of a point.
    const STEP: usize = 425;
    let (format, mark) = if is_bulleted {
        ("bullet", ["•", "–", "◦"][level % 3].to_owned())
    } else {
        ("decimal", format!("%{}.", level + 1))
    };
    xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
    xml.empty("w:start", &[("w:val", "1")]).empty("w:numFmt", &[("w:val", format)]);
    xml.empty("w:lvlText", &[("w:val", &mark)]).empty("w:lvlJc", &[("w:val", "left")]);
    let left = (STEP * (level + 1)).to_string();
    xml.open("w:pPr", &[]).empty("w:ind", &[("w:left", &left), ("w:hanging", &STEP.to_string())]).close();
    xml.close();
}
