//! What leaves the program: the page with its pictures, one self-contained file, a fragment for a content management system, documents for
//! word processors, readers of books and editors of text, and the report as JSON.
//!
//! - Everything is made of a report and a [`PictureSource`]; the same report gives the same bytes.
//! - Nothing is invented: what the report does not say is left out, and [`Notice`] tells what a page goes without.
//! - It is all there or not at all: files are written beside their place and moved there at the end.

mod address;
mod archive;
mod card;
mod desk;
mod docx;
mod epub;
mod error;
mod estimate;
mod html;
mod manuscript;
pub mod markdown;
mod moment;
mod notice;
mod odt;
mod page;
mod parallel;
mod pictures;
mod place;
mod single;
mod source;
mod template;
pub mod text;
mod typesetting;
mod xml;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::card::Card;
pub use self::desk::{Form, desk, ninjs};
pub use self::error::{ExportError, TemplateError};
pub use self::estimate::{Estimate, estimate};
use self::html::{BodyKind, body_html};
pub use self::notice::{EventPart, Notice, PhotoTrouble, PublicationPart, Unreadable};
use self::page::PageFigures;
pub use self::pictures::metadata as photo_metadata;
use self::pictures::{Need, Pictures};
use self::place::OneFile;
pub use self::single::DocumentKind;
pub use self::source::{NoPictures, PictureError, PictureSource, Progress, Watch};
pub use self::template::{Look, Template};
pub use self::typesetting::Typesetting;
use crate::document::Derived;
use crate::file::{Spool, Spooled};
use crate::report::{Block, Body, Photo, Report, RichText};

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A folder with `index.html` and its pictures.
    Page,
    /// One file with the pictures inside.
    Html,
    /// Clean HTML for a content management system, without the pictures' files.
    Fragment,
    /// One file of another format.
    Document(DocumentKind),
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files, in the order of the page.
    pub files: Vec<PathBuf>,
    /// What the page goes without.
    pub notices: Vec<Notice>,
    /// The size of all files together.
    pub bytes: u64,
    /// What was made of the photos, to be kept for the next export.
    pub derived: Vec<Derived>,
    /// The SHA-256 of a file that carries no mark of ours, to be remembered by the report: so the next export may replace it.
    pub unmarked: Option<String>,
}

/// The name in the head of every page, by which an earlier export is known.
const GENERATOR: &str = concat!("Rapporteur ", env!("CARGO_PKG_VERSION"));

/// Writes an export, a page in the look that is the usual one. A page replaces an earlier page in the same folder, and nothing else.
///
/// # Errors
/// [`ExportError`]; nothing was written then, and what stood in the place is as it was.
pub fn export(
    report: &Report,
    source: &dyn PictureSource,
    target: Target,
    out: &Path,
    watch: &mut Watch<'_>,
) -> Result<Exported, ExportError> {
    export_with(report, source, target, &Template::default(), out, watch)
}

/// As [`export`], with a page made of this template.
///
/// # Errors
/// As [`export`].
pub fn export_with(
    report: &Report,
    source: &dyn PictureSource,
    target: Target,
    template: &Template,
    out: &Path,
    watch: &mut Watch<'_>,
) -> Result<Exported, ExportError> {
    let mut notices = notice::of_report(report);
    match target {
        Target::Page => {
            place::check_folder(out)?;
            let spool = place::spool(source, out)?;
            let Pictures { made: pictures, lost, derived } =
                pictures::make(report, source, Need::Files, (&spool, out), watch)?;
            notices.extend(lost);
            let card = Card::of(report, template, &pictures);
            let page = page::page(report, &PageFigures::beside(&pictures).with_card(card.as_ref()), template)?;
            let mut files = vec![(PathBuf::from("index.html"), page.html.into_bytes().into())];
            let folder = Path::new(template::asset::FOLDER);
            files.extend(page.assets.into_iter().map(|(name, bytes)| (folder.join(name), bytes.into())));
            for made in pictures.into_values() {
                files
                    .extend(made.files.iter().map(|file| (Path::new("img").join(made.name(file)), file.bytes.clone())));
            }
            let previews = card.into_iter().flat_map(|card| card.files);
            files.extend(previews.map(|file| (Path::new("img").join(file.name), file.bytes.into())));
            watch.check()?;
            let written = place::write_folder(out, &files)?;
            Ok(Exported { files: written, notices, bytes: size(&files), derived, unmarked: None })
        }
        Target::Html => {
            place::check_file(out, OneFile::Page)?;
            let place = (&Spool::in_memory(), out);
            let Pictures { made: pictures, lost, derived } =
                pictures::make(report, source, Need::Inside, place, watch)?;
            notices.extend(lost);
            let figures = PageFigures::inside(&pictures).map_err(|err| ExportError::io(out, err))?;
            let page = page::page(report, &figures, template)?;
            Ok(Exported { derived, ..one_file(out, &page.html, notices)? })
        }
        Target::Fragment => {
            let html = fragment(report);
            let unmarked = Some(place::check_unmarked(out, report, html.as_bytes())?);
            Ok(Exported { unmarked, ..one_file(out, &html, notices)? })
        }
        Target::Document(kind) => single::write(report, source, kind, out, notices, watch),
    }
}

/// The page as HTML, without its pictures.
///
/// # Errors
/// [`ExportError::Template`].
pub fn page_html(report: &Report, template: &Template) -> Result<String, ExportError> {
    Ok(page::page(report, &PageFigures::beside(&pictures::ByPhoto::new()), template)?.html)
}

/// The story as HTML of the elements that WordPress and Ghost both keep. Pictures are named as the page's export names them; the system
/// where the fragment goes takes the files by itself.
pub fn fragment(report: &Report) -> String {
    let mut html = body_html(report, BodyKind::Fragment, &page::FragmentFigures::of(report));
    let sources = page::sources(report);
    if !sources.is_empty() {
        html.push_str(&page::source_line(&sources, &report.language));
        html.push('\n');
    }
    html
}

/// A fragment as text to be read: what mail and notes get of it.
pub fn fragment_as_text(fragment: &str) -> String {
    html::as_text(fragment)
}

/// Words of a report as HTML for the clipboard.
pub fn copied_words(report: &Report, words: &RichText) -> String {
    html::line_html(report, words, &NoFigures)
}

/// Blocks of a report as HTML for the clipboard. Pictures are not in it, their captions are.
pub fn copied_blocks(report: &Report, blocks: Vec<Arc<Block>>) -> String {
    let report = Report { body: Body::new(blocks), ..report.clone() };
    body_html(&report, BodyKind::Copied, &NoFigures)
}

struct NoFigures;

impl html::Figures for NoFigures {
    fn picture(&self, _: &mut html::Writer, _: &Photo) -> bool {
        false
    }
}

/// Writes the report's JSON, in the place of an earlier one and of nothing else.
///
/// # Errors
/// [`ExportError`]; nothing was written then.
pub fn write_json(out: &Path, json: &[u8]) -> Result<(), ExportError> {
    place::check_file(out, OneFile::Json)?;
    place::write_file(out, json)
}

/// Writes any other file whole or not at all, over one that is there.
///
/// # Errors
/// [`ExportError`].
pub fn write_bytes(out: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    place::write_file(out, bytes)
}

fn one_file(out: &Path, html: &str, notices: Vec<Notice>) -> Result<Exported, ExportError> {
    place::write_file(out, html.as_bytes())?;
    Ok(Exported { files: vec![out.to_owned()], notices, bytes: html.len() as u64, derived: Vec::new(), unmarked: None })
}

fn size(files: &[(PathBuf, Spooled)]) -> u64 {
    files.iter().map(|(_, bytes)| bytes.len() as u64).sum()
}

#[cfg(test)]
mod tests;
