//! EPUB 3.3: one chapter with its pictures, a table of contents, a cover, and what the book says of its accessibility.
//!
//! `epub-builder` is under the MPL and calls the program `zip`; what one chapter needs of the format is less than what would be to work around.

mod chapter;
mod nav;
mod package;

use crate::export::archive::Archive;
use crate::export::manuscript::Manuscript;
use crate::export::pictures::{ByPhoto, Made, PictureFile};
use crate::export::xml::Xml;
use crate::export::{ExportError, GENERATOR};
use crate::report::{PhotoId, Report};

/// By this a book of ours is known: the media type stands at the beginning of every EPUB, the file's name only in ours.
pub(super) const MARK: &str = "EPUB/rapporteur.css";

/// A picture of the book.
struct Picture<'a> {
    photo: PhotoId,
    number: usize,
    file: &'a PictureFile,
    is_cover: bool,
}

impl Picture<'_> {
    /// Its file, beside the chapter.
    fn name(&self) -> String {
        format!("images/photo-{:02}.jpg", self.number)
    }
}

/// The report as EPUB. Of each photo the widest JPEG is taken, of the lead photo also as the cover; a photo that has none leaves its caption.
///
/// # Errors
/// [`ExportError::Archive`], where the file would be larger than a ZIP file can be.
pub(super) fn write(report: &Report, made: &ByPhoto) -> Result<Vec<u8>, ExportError> {
    let manuscript = Manuscript::of(report);
    let lead = manuscript.about.lead_photo;
    let mut pictures: Vec<Picture<'_>> = made
        .iter()
        .filter_map(|(photo, made)| {
            let (number, file) = (made.number, Made::widest(made)?);
            Some(Picture { photo: *photo, number, file, is_cover: lead == Some(*photo) })
        })
        .collect();
    pictures.sort_by_key(|picture| picture.number);
    let mut archive = Archive::new();
    archive.store("mimetype", b"application/epub+zip")?;
    archive.add("META-INF/container.xml", &container())?;
    archive.add("EPUB/package.opf", &package::write(&manuscript, &pictures, GENERATOR))?;
    archive.add("EPUB/nav.xhtml", &nav::write(&manuscript))?;
    archive.add("EPUB/article.xhtml", &chapter::write(&manuscript, &pictures))?;
    archive.add(MARK, include_bytes!("style.css"))?;
    for picture in &pictures {
        archive.store_spooled(&format!("EPUB/{}", picture.name()), &picture.file.bytes)?;
    }
    archive.finish()
}

fn container() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("container", &[("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")]);
    xml.open("rootfiles", &[]);
    let root = [("full-path", "EPUB/package.opf"), ("media-type", "application/oebps-package+xml")];
    xml.empty("rootfile", &root);
    xml.finish()
}

/// Opens a page of the book up to its body.
fn begin_page(manuscript: &Manuscript) -> Xml {
    let about = &manuscript.about;
    let mut xml = Xml::new();
    let language = about.language.as_str();
    xml.open(
        "html",
        &[
            ("xmlns", "http://www.w3.org/1999/xhtml"),
            ("xmlns:epub", "http://www.idpf.org/2007/ops"),
            ("lang", language),
            ("xml:lang", language),
        ],
    );
    xml.open("head", &[]).element("title", &[], &about.title);
    xml.empty("link", &[("rel", "stylesheet"), ("type", "text/css"), ("href", "rapporteur.css")]).close();
    xml.open("body", &[]);
    xml
}

/// The address of a heading inside the chapter, by its place among the headings.
fn heading_id(place: usize) -> String {
    format!("part-{}", place + 1)
}

#[cfg(test)]
mod tests;
