//! ODT (OpenDocument 1.3): what LibreOffice writes itself, with the names that its own styles have.
//!
//! The one crate that writes it is a few weeks old; it says the same as the DOCX, in other words.

mod content;
mod parts;

use crate::export::ExportError;
use crate::export::archive::Archive;
use crate::export::manuscript::Manuscript;
use crate::export::pictures::ByPhoto;
use crate::report::Report;

/// By this a document of ours is known that nobody has changed since: the part stands in the file as it is.
pub(super) const MARK: &str = "<meta:generator>Rapporteur ";

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// The namespaces of the content.
const NAMESPACES: [(&str, &str); 9] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
];

/// The report as ODT. Of each photo the widest JPEG is taken; a photo that has none leaves its caption.
///
/// # Errors
/// [`ExportError::Archive`], where the file would be larger than a ZIP file can be.
pub(super) fn write(report: &Report, pictures: &ByPhoto) -> Result<Vec<u8>, ExportError> {
    let manuscript = Manuscript::of(report);
    let content = content::Content::of(&manuscript, pictures);
    let names: Vec<&str> = content.pictures.iter().map(|(name, _)| name.as_str()).collect();
    let mut archive = Archive::new();
    archive.store("mimetype", MEDIA_TYPE.as_bytes())?;
    archive.store("meta.xml", &parts::meta(&manuscript.about))?;
    archive.add("content.xml", &content.xml)?;
    archive.add("styles.xml", &parts::styles(&manuscript.about.language))?;
    for (name, file) in &content.pictures {
        archive.store_spooled(name, &file.bytes)?;
    }
    archive.add("META-INF/manifest.xml", &parts::manifest(&names))?;
    archive.finish()
}

#[cfg(test)]
mod tests;
