//! Why a report could not be opened or saved, and what opening one may have to say.

use std::path::PathBuf;

use crate::file::{FileError, Found, Problem};

/// A report could not be opened, read or saved.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The text inside it.
    #[error("“{}”: {problem}", path.display())]
    Text {
        /// The report file.
        path: PathBuf,
        /// Why.
        #[source]
        problem: TextProblem,
    },
}

impl DocumentError {
    /// The container's reason, where it is the container's.
    pub fn file_problem(&self) -> Option<&Problem> {
        match self {
            Self::File(error) => Some(&error.problem),
            Self::Text { .. } => None,
        }
    }
}

/// Why the text of a report file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextProblem {
    /// A newer version wrote it, in a way that this one cannot read.
    #[error(
        "a newer version of Rapporteur wrote this report (it asks for {min_reader}); install that version to open it"
    )]
    Newer {
        /// The oldest version that reads it.
        min_reader: u64,
    },
    /// A newer version wrote it; it can be read but not written.
    #[error("a newer version of Rapporteur wrote this report; save your changes under another name")]
    ReadOnlyHere,
    /// It does not say that it is a report.
    #[error("its report.json is not that of a report; choose a file that Rapporteur has written")]
    NotAReport,
    /// It is not the JSON of a report.
    #[error("its report.json cannot be read ({0}); open an earlier state of it or ask for another copy")]
    Json(#[source] serde_json::Error),
    /// It holds more than a report may.
    #[error("it holds more than {limit} {what}, which no report does; ask for another copy")]
    TooMany {
        /// Of what.
        what: Counted,
        /// How many are allowed.
        limit: usize,
    },
    /// It could not be written as JSON.
    #[error("the report could not be written as JSON ({0}); undo the last change and save again")]
    Unwritable(#[source] serde_json::Error),
}

/// What is counted before a report is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Values of any kind in the JSON.
    Values,
    /// Bytes of one text.
    TextBytes,
    /// Blocks of the body.
    Blocks,
    /// Pieces of text with a style.
    StyledRuns,
    /// Photos.
    Photos,
    /// Participants.
    Participants,
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Values => "values",
            Self::TextBytes => "bytes in one text",
            Self::Blocks => "paragraphs",
            Self::StyledRuns => "styled pieces of text",
            Self::Photos => "photos",
            Self::Participants => "participants",
        })
    }
}

/// What the reporter should know about a report that was opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenNotice {
    /// The last save was cut off; this is the one before it.
    #[error("the last save was cut off or the end of the file is damaged; this is the last whole state")]
    Older,
    /// The file is damaged; what was left is here, and the file itself stays as it is.
    #[error("the file is damaged; this is what could be recovered, save it under another name")]
    Salvaged,
    /// As [`OpenNotice::Salvaged`], and no text was left.
    #[error("the file is damaged and its text is lost; its photos are here, save them under another name")]
    TextLost,
    /// The text broke promises that every report keeps; it was mended in memory.
    #[error("{count} things in the report were damaged and have been mended; look it through and save it")]
    Mended {
        /// How many.
        count: usize,
    },
    /// A newer version wrote it; it can be read only.
    #[error("a newer version of Rapporteur wrote this report; it can be read here but not changed")]
    Newer,
    /// A photo of the report is not in the file.
    #[error("the photo \"{file_name}\" is missing from the file; add it again from the original")]
    PhotoMissing {
        /// What the photo's file was called.
        file_name: String,
    },
    /// Something in the file that no report contains.
    #[error("the file holds something that is not part of a report and was left out: {name}")]
    Foreign {
        /// What it is called.
        name: String,
    },
    /// The search for what is left of a damaged file ended early.
    #[error("the file is so damaged that not all of it was searched; ask for another copy")]
    SearchCutShort,
}

impl OpenNotice {
    pub(super) fn of_state(found: Found) -> Option<Self> {
        match found {
            Found::Clean => None,
            Found::Older { .. } => Some(Self::Older),
            Found::Salvaged => Some(Self::Salvaged),
        }
    }
}
