//! What an export can be asked for on the command line.

use std::ffi::OsStr;

use crate::cli::UsageError;
use crate::export::DocumentKind;

/// What an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportTo {
    /// A folder with `index.html` and pictures.
    Page,
    /// One file of HTML with everything in it.
    Html,
    /// Clean HTML without pictures' files, for a CMS.
    Fragment,
    /// The report as JSON.
    Json,
    /// Everything that a desk may ask for, in a folder or a ZIP file.
    Desk,
    /// The story as ninjs 1.6.
    Ninjs,
    /// One file of another format.
    Document(DocumentKind),
}

/// What an export can be asked for.
pub(super) const KINDS: &str = "page, html, fragment, desk, docx, odt, epub, markdown, text, ninjs or json";

/// No library that is well kept sets a page as its print style says and tags it for screen readers; browsers do.
const PDF: &str =
    "--to pdf is left to browsers, which set and tag it well: write --to html, open it there and print it to a PDF";

impl ExportTo {
    /// Whether it has a page, which looks as a template says.
    pub(super) fn is_page(self) -> bool {
        matches!(self, Self::Page | Self::Html | Self::Desk)
    }

    /// What a word of the command line asks for.
    ///
    /// # Errors
    /// [`UsageError`], with all words that there are.
    pub(super) fn named(word: &OsStr) -> Result<Self, UsageError> {
        if let Some(kind) = word.to_str().and_then(DocumentKind::named) {
            return Ok(Self::Document(kind));
        }
        match word.to_str() {
            Some("page") => Ok(Self::Page),
            Some("html") => Ok(Self::Html),
            Some("fragment") => Ok(Self::Fragment),
            Some("json") => Ok(Self::Json),
            Some("desk") => Ok(Self::Desk),
            Some("ninjs") => Ok(Self::Ninjs),
            Some("pdf") => Err(UsageError { problem: PDF.to_owned() }),
            _ => Err(UsageError { problem: format!("--to takes {KINDS}, not \"{}\"", word.to_string_lossy()) }),
        }
    }
}
