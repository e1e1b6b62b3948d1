//! DOCX (Office Open XML, ECMA-376): what Word, LibreOffice and Google Docs open, with real styles for everything, so that a desk can restyle it
//! at one place and a reader can walk by headings.
//!
//! No crate writes it well enough: those there are know no alternative texts, give every picture one id, or bring a second ZIP and hundreds of
//! crates. What a report needs of the format is small, and stands in this folder.

mod body;
mod parts;
mod picture;

pub(super) use self::parts::word_language;
pub(super) use self::picture::size_emu;
use crate::export::archive::Archive;
use crate::export::manuscript::{Manuscript, Piece};
use crate::export::pictures::ByPhoto;
use crate::export::{ExportError, GENERATOR};
use crate::report::Report;

/// By this a document of ours is known that nobody has changed since: the part stands in the file as it is.
pub(super) const MARK: &str = "<Application>Rapporteur ";

/// The report as DOCX. Of each photo the widest JPEG is taken; a photo that has none leaves its caption.
///
/// # Errors
/// [`ExportError::Archive`], where the file would be larger than a ZIP file can be.
pub(super) fn write(report: &Report, pictures: &ByPhoto) -> Result<Vec<u8>, ExportError> {
    let manuscript = Manuscript::of(report);
    let body = body::Body::of(&manuscript, pictures);
    let mut archive = Archive::new();
    archive.add("[Content_Types].xml", &parts::content_types())?;
    archive.add("_rels/.rels", &parts::package_relations())?;
    archive.store("docProps/app.xml", &parts::app_properties(&manuscript.about, GENERATOR))?;
    archive.add("docProps/core.xml", &parts::core_properties(&manuscript.about))?;
    archive.add("word/document.xml", &body.xml)?;
    archive.add("word/_rels/document.xml.rels", &parts::document_relations(&body.links, &body.pictures))?;
    archive.add("word/styles.xml", &parts::styles(&manuscript.about.language))?;
    archive.add("word/numbering.xml", &parts::numbering(&body.numbered))?;
    archive.add("word/settings.xml", &parts::settings(&manuscript.about.language))?;
    for picture in &body.pictures {
        archive.store_spooled(&format!("word/media/{}", picture.name), picture.bytes)?;
    }
    archive.finish()
}

/// The style of a heading: the headline is the title, so that the first headings of the story are of the first level.
fn heading_style(level: u8) -> &'static str {
    match level {
        0..=2 => "Heading1",
        3 => "Heading2",
        _ => "Heading3",
    }
}

/// Whether a paragraph must follow a piece: two tables that touch would be one.
fn needs_end(piece: &Piece) -> bool {
    matches!(piece, Piece::Table { .. })
}

#[cfg(test)]
mod tests;
