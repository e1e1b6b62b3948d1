//! Why an export did not come about.

use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written. What stood in the place before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A page goes into a folder, and something else has the name.
    #[error("{} is not a folder; choose another name for the page.", path.display())]
    NotAFolder {
        /// What was chosen.
        path: PathBuf,
    },
    /// A file was asked for, and a folder has the name.
    #[error("{} is a folder; choose a file name.", path.display())]
    IsAFolder {
        /// What was chosen.
        path: PathBuf,
    },
    /// The folder or file is not an earlier export, so that replacing it would destroy somebody's work.
    #[error("{} may hold something else than an export of this report ({found}), which would be lost; choose another name, or take it away first.", path.display())]
    NotOurs {
        /// What was chosen.
        path: PathBuf,
        /// What gives it away.
        found: String,
    },
    /// The folder to write in does not exist.
    #[error("There is no folder {}; make it first, or choose another place.", path.display())]
    NoFolder {
        /// The missing folder.
        path: PathBuf,
    },
    /// The disk refused.
    #[error("{} could not be written ({source}); choose another place, or make room and try again.", path.display())]
    Io {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The template is not right.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The report could not be put into words of JSON.
    #[error("The report could not be written as JSON ({0}); save it, open it again and try once more.")]
    Json(#[from] serde_json::Error),
    /// A value is longer than a table can hold.
    #[error("The tables could not be written ({0}); shorten what is that long.")]
    Table(String),
    /// The parts of a document could not be put into one file.
    #[error("The document could not be packed ({0}); export it with fewer photos, or as a page.")]
    Archive(String),
    /// The caller raised the cancel flag.
    #[error("The export was cancelled; start it again to finish it.")]
    Cancelled,
}

impl ExportError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

/// A template that cannot be read or filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Its folder or a file in it cannot be read.
    #[error("Template {} could not be read ({what}); mend it, or choose another template.", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        what: String,
    },
    /// The folder is no template: a file that each has is missing.
    #[error("Folder {} has no {file}, so it is no template; choose the folder of one.", path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
        /// What is missing.
        file: &'static str,
    },
    /// A folder of too many files, or a file that is too large for a page.
    #[error("{} is too large for a template; take away what pages do not need.", path.display())]
    TooMuch {
        /// The folder or file.
        path: PathBuf,
    },
    /// It breaks the template language's rules, or asks for what the page does not have.
    #[error("Template {file}, line {line}: {what}; mend it, or choose another template.")]
    Wrong {
        /// The file inside the template's folder.
        file: String,
        /// From 1; 0 where it is not known.
        line: usize,
        /// What the template engine said, in English.
        what: String,
    },
    /// It leaves out the line by which an export is known.
    #[error(
        "Template {file} has no <meta name=\"generator\" content=\"{{{{ page.generator }}}}\">; put it into the head, since pages are recognised by it."
    )]
    NoGenerator {
        /// The file inside the template's folder.
        file: String,
    },
}
