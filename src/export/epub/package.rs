//! The package document: what the book is, and which files it has.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::export::epub::Picture;
use crate::export::manuscript::{About, Manuscript, Piece};
use crate::export::xml::Xml;

pub(super) fn write(manuscript: &Manuscript, pictures: &[Picture<'_>], generator: &str) -> Vec<u8> {
    let about = &manuscript.about;
    let mut xml = Xml::new();
    xml.open(
        "package",
        &[
            ("xmlns", "http://www.idpf.org/2007/opf"),
            ("version", "3.0"),
            ("unique-identifier", "id"),
            ("xml:lang", &about.language),
        ],
    );
    xml.open("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    xml.element("dc:identifier", &[("id", "id")], &identifier(&about.id));
    xml.element("dc:title", &[], &about.title).element("dc:language", &[], &about.language);
    let authors = about.authors.iter().map(|author| ("dc:creator", author.clone()));
    let keywords = about.keywords.iter().map(|word| ("dc:subject", word.clone()));
    let others = [
        ("dc:description", about.description.clone()),
        ("dc:publisher", about.publisher.clone()),
        ("dc:rights", about.rights.clone()),
        ("dc:date", about.date.map(|date| date.to_string()).unwrap_or_default()),
    ];
    for (name, text) in authors.chain(keywords).chain(others).filter(|(_, text)| !text.trim().is_empty()) {
        xml.element(name, &[], &text);
    }
    meta(&mut xml, "dcterms:modified", &modified(about));
    meta(&mut xml, "rapporteur:generator", generator);
    accessibility(&mut xml, manuscript, pictures);
    xml.close();
    manifest(&mut xml, pictures);
    xml.open("spine", &[]).empty("itemref", &[("idref", "article")]);
    xml.finish()
}

fn meta(xml: &mut Xml, property: &str, value: &str) {
    // Properties of ours would need a prefix of their own; the old form needs none.
    match property.strip_prefix("rapporteur:") {
        Some(name) => xml.empty("meta", &[("name", name), ("content", value)]),
        None => xml.element("meta", &[("property", property)], value),
    };
}

/// What readers with other senses can do with the book (EPUB Accessibility 1.1).
fn accessibility(xml: &mut Xml, manuscript: &Manuscript, pictures: &[Picture<'_>]) {
    let is_told = |piece: &Piece| match piece {
        Piece::Figure(figure) => figure.decorative || !figure.alt.trim().is_empty(),
        _ => true,
    };
    let all_told = manuscript.pieces().all(is_told);
    meta(xml, "schema:accessMode", "textual");
    if !pictures.is_empty() {
        meta(xml, "schema:accessMode", "visual");
    }
    if all_told {
        meta(xml, "schema:accessModeSufficient", "textual");
    }
    for feature in ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"] {
        meta(xml, "schema:accessibilityFeature", feature);
    }
    if all_told && !pictures.is_empty() {
        meta(xml, "schema:accessibilityFeature", "alternativeText");
    }
    meta(xml, "schema:accessibilityHazard", "none");
}

fn manifest(xml: &mut Xml, pictures: &[Picture<'_>]) {
    const PAGE: &str = "application/xhtml+xml";
    xml.open("manifest", &[]);
    xml.empty("item", &[("id", "nav"), ("href", "nav.xhtml"), ("media-type", PAGE), ("properties", "nav")]);
    xml.empty("item", &[("id", "article"), ("href", "article.xhtml"), ("media-type", PAGE)]);
    xml.empty("item", &[("id", "style"), ("href", "rapporteur.css"), ("media-type", "text/css")]);
    for picture in pictures {
        let (id, name) = (format!("photo-{}", picture.number), picture.name());
        let item = [("id", id.as_str()), ("href", &name), ("media-type", "image/jpeg")];
        let cover = [("properties", "cover-image")];
        xml.empty("item", &[&item[..], if picture.is_cover { &cover[..] } else { &[] }].concat());
    }
    xml.close();
}

/// A name that no other book has, and that this report has in every export: a UUID (version 8) made of the report's id.
fn identifier(id: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(id.as_bytes())[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = |range: std::ops::Range<usize>| bytes[range].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("urn:uuid:{}-{}-{}-{}-{}", hex(0..4), hex(4..6), hex(6..8), hex(8..10), hex(10..16))
}

/// A book must say when it was last changed, in whole seconds of UTC. There is no clock here: a report that does not say gets the first moment
/// that the archive knows.
fn modified(about: &About) -> String {
    let known = about.moment().and_then(|moment| moment.parse::<Timestamp>().ok());
    known.map_or_else(|| "1980-01-01T00:00:00Z".to_owned(), |moment| moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_named_after_its_report() {
        let name = identifier("rpt_0123456789abcdef");
        assert_eq!(name, identifier("rpt_0123456789abcdef"));
        assert_ne!(name, identifier("rpt_0123456789abcdee"));
        assert_eq!(name.len(), "urn:uuid:".len() + 36);
        assert_eq!(&name[23..24], "8");
    }
}
