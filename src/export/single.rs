//! One file of one format: the report for a word processor, a reader of books, or any editor of text.

use std::path::Path;

use crate::export::pictures::{self, ByPhoto, Need, Pictures};
use crate::export::{ExportError, Exported, Notice, PictureSource, Watch, docx, epub, markdown, odt, place, text};
use crate::file::Spool;
use crate::report::Report;

/// The formats that one file can have, besides those of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// DOCX, with its pictures.
    Docx,
    /// ODT, with its pictures.
    Odt,
    /// EPUB, with its pictures and a cover.
    Epub,
    /// Markdown, which names its pictures as the page's folder has them.
    Markdown,
    /// Plain text.
    Text,
}

impl DocumentKind {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Odt, Self::Epub, Self::Markdown, Self::Text];

    /// The one that is called so, or whose files end so.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "markdown" => Some(Self::Markdown),
            "text" => Some(Self::Text),
            extension => Self::ALL.into_iter().find(|kind| kind.extension() == extension),
        }
    }

    /// The ending of the file's name, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// What the file needs of the photos.
    const fn need(self) -> Option<Need> {
        match self {
            Self::Docx | Self::Odt => Some(Need::Document),
            Self::Epub => Some(Need::Book),
            Self::Markdown | Self::Text => None,
        }
    }

    /// The whole file.
    fn bytes(self, report: &Report, pictures: &ByPhoto) -> Result<Vec<u8>, ExportError> {
        match self {
            Self::Docx => docx::write(report, pictures),
            Self::Odt => odt::write(report, pictures),
            Self::Epub => epub::write(report, pictures),
            Self::Markdown => Ok(markdown::write_beside_page(report).into_bytes()),
            Self::Text => Ok(text::write(report).into_bytes()),
        }
    }

    /// By what a file of ours is known; plain text has no place for a mark.
    fn mark(self) -> Option<&'static str> {
        match self {
            Self::Docx => Some(docx::MARK),
            Self::Odt => Some(odt::MARK),
            Self::Epub => Some(epub::MARK),
            Self::Markdown => Some(markdown::MARK),
            Self::Text => None,
        }
    }
}

/// Makes the file and puts it in its place.
pub(super) fn write(
    report: &Report,
    source: &dyn PictureSource,
    kind: DocumentKind,
    out: &Path,
    mut notices: Vec<Notice>,
    watch: &mut Watch<'_>,
) -> Result<Exported, ExportError> {
    place::check_new_file(out)?;
    let Pictures { made, lost, derived } = match kind.need() {
        Some(need) => pictures::make(report, source, need, (&Spool::in_memory(), out), watch)?,
        None => Pictures::default(),
    };
    notices.extend(lost);
    let bytes = kind.bytes(report, &made)?;
    watch.check()?;
    let unmarked = match kind.mark() {
        Some(mark) => {
            place::check_replaced(out, |found| String::from_utf8_lossy(found).contains(mark))?;
            None
        }
        None => Some(place::check_unmarked(out, report, &bytes)?),
    };
    place::write_file(out, &bytes)?;
    Ok(Exported { files: vec![out.to_owned()], notices, bytes: bytes.len() as u64, derived, unmarked })
}

#[cfg(test)]
pub(super) mod tests;
