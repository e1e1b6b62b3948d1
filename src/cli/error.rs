//! Why a verb was not done.

use std::io;
use std::path::{Path, PathBuf};

use crate::document::DocumentError;
use crate::export::ExportError;
use crate::import::ImportError;
use crate::people::{ListError, WriteError};

/// Why a verb was not done, in one sentence that names the item and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The arguments do not fit together.
    #[error(transparent)]
    Usage(#[from] UsageError),
    /// A report file.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A file to be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// An export.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// No desk's settings have this name.
    #[error("there is no preset \"{name}\"; write one of: {known}")]
    NoPreset {
        /// What was written.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// A list of participants to be read.
    #[error("“{}”: {reason}", path.display())]
    List {
        /// The file.
        path: PathBuf,
        /// Why it is none.
        reason: ListError,
    },
    /// A list of participants to be written.
    #[error(transparent)]
    WriteList(#[from] WriteError),
    /// Standard input.
    #[error("what was to come through standard input could not be read ({0}); give a file instead")]
    Input(#[source] io::Error),
    /// A file or folder to be written.
    #[error("“{}”: {reason}", path.display())]
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        reason: WriteProblem,
    },
    /// A picture changed between being examined and being kept.
    #[error("“{}”: it changed while it was imported; import it again", path.display())]
    Changed {
        /// The picture.
        path: PathBuf,
    },
    /// The report cannot be written to; known before any work is done.
    #[error("“{}”: {reason}", path.display())]
    NotWritable {
        /// The report.
        path: PathBuf,
        /// Why.
        reason: &'static str,
    },
    /// Not one photo gave a picture; each was named.
    #[error("“{}”: no picture could be made; see what was said of each photo", path.display())]
    NoPictures {
        /// Where they were to go.
        path: PathBuf,
    },
    /// The state of a report is not what the durability test made.
    #[error("“{}”: {reason}", path.display())]
    Torture {
        /// The report.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// Standard output.
    #[error("the result could not be written ({0}); check where it goes")]
    Output(#[source] io::Error),
    /// The system gives no random numbers for ids.
    #[error("the system gives no random numbers, which every new report needs; try again later")]
    NoRandomness,
}

impl CliError {
    pub(super) fn write(path: &Path, error: io::Error) -> Self {
        Self::Write { path: path.to_owned(), reason: error.into() }
    }
}

/// Why a file or folder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteProblem {
    /// Something has the name.
    #[error("there is something with this name already; choose another name")]
    Exists,
    /// The folder around it is not there.
    #[error("the folder that it should be in does not exist; create that first")]
    NoFolder,
    /// The system refuses.
    #[error("the system does not permit writing it; choose another place")]
    NoPermission,
    /// The medium is used up.
    #[error("the disk is full; free some space and try again")]
    DiskFull,
    /// Anything else that the system reports.
    #[error("it could not be written ({0}); check the disk or the connection and try again")]
    Io(#[source] io::Error),
}

impl From<io::Error> for WriteProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty => Self::Exists,
            io::ErrorKind::NotFound => Self::NoFolder,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NoPermission,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

/// What is wrong with the arguments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}; see `rapporteur --help`")]
pub struct UsageError {
    /// A phrase.
    pub problem: String,
}
