//! Why a file could not be imported.

use std::io;
use std::path::{Path, PathBuf};

use crate::import::{EncodingError, OfficeError};
use crate::photo::PhotoError;

/// A file could not be imported.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct ImportError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub problem: ImportProblem,
}

impl ImportError {
    pub(crate) fn new(path: &Path, problem: ImportProblem) -> Self {
        Self { path: path.to_owned(), problem }
    }
}

/// Why a file could not be imported. The sentences are those of the command line; the interface translates the variants.
#[derive(Debug, thiserror::Error)]
pub enum ImportProblem {
    /// Nothing has this name.
    #[error("there is no such file or folder; check the name")]
    NotFound,
    /// Our rights do not allow reading.
    #[error("it may not be read; ask for the right to read it")]
    NoPermission,
    /// Anything else that the system reports.
    #[error("it could not be read ({0}); check the disk or the connection and try again")]
    Io(#[source] io::Error),
    /// A pipe, a device.
    #[error("it is neither a file nor a folder; copy it to a file first")]
    NotAFile,
    /// More bytes than are taken.
    #[error("it is longer than {limit_mb} MB; import a part of it or a smaller copy")]
    TooLong {
        /// How many are taken, in 2^20 bytes.
        limit_mb: u64,
    },
    /// The bytes are no text.
    #[error(transparent)]
    Encoding(#[from] EncodingError),
    /// A document of a word processor that cannot be read.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// More paragraphs than a report takes.
    #[error("it has more than {limit} paragraphs; import it in parts")]
    TooManyBlocks {
        /// How many a report takes.
        limit: usize,
    },
    /// A picture that cannot be used.
    #[error(transparent)]
    Photo(#[from] PictureProblem),
    /// Something else than an article or a photo.
    #[error(
        "this kind of file is not imported; give articles as .docx, .odt, .html, .md or .txt and photos as .jpg, .png, .webp, .tif or .gif"
    )]
    UnknownKind,
    /// A folder without a picture that can be used.
    #[error("there is no photo in this folder; choose the folder that the photos are in")]
    NoPhotoInFolder,
}

impl From<io::Error> for ImportProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::Io(error),
        }
    }
}

/// Why a picture cannot be a photo of a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureProblem {
    /// It cannot be read as a picture.
    #[error(transparent)]
    Unreadable(#[from] PhotoError),
    /// A picture that can be read but that no page and no report keeps.
    #[error("a report does not keep {format} pictures; save it as PNG and add that")]
    NotKept {
        /// What it is called.
        format: &'static str,
    },
}
