//! What jobs and system dialogs give back to the app.

use std::path::PathBuf;
use std::sync::Arc;

use egui::ColorImage;

use crate::app::glance::Glance;
use crate::document::{Document, DocumentError, OpenNotice};
use crate::export::{ExportError, Exported, Progress};
use crate::import::{ImportProblem, Picture};
use crate::report::{PhotoHash, Report};
use crate::ui::pictures::PictureKey;

/// The end of a job, or something that it has to tell before.
pub enum Outcome {
    /// A report was opened, or could not be.
    Opened(PathBuf, Result<Box<OpenedReport>, DocumentError>),
    /// A save ended.
    Saved(Box<SaveEnd>),
    /// A photo was read for the report, or could not be.
    PhotoRead(Result<Box<ReadPhoto>, UnreadPhoto>),
    /// All photos that were given together are read.
    PhotosDone,
    /// A picture was decoded for the screen; `None` where that is impossible.
    Picture(PictureKey, Option<ColorImage>),
    /// How far an export is.
    ExportProgress(Progress),
    /// An export ended.
    Exported(Box<ExportEnd>),
    /// A system dialog was closed.
    Chosen(Choice, Vec<PathBuf>),
    /// The system has no dialog to show.
    NoDialog(Choice),
    /// What a look at the reports showed that the welcome page offers.
    Glances(Vec<Glance>),
}

/// A report as it came from its file.
pub struct OpenedReport {
    /// Where it is kept.
    pub document: Document,
    /// The report.
    pub report: Report,
    /// Where the reporter was.
    pub view: Option<serde_json::Value>,
    /// What the reporter should know.
    pub notices: Vec<OpenNotice>,
}

/// How a save ended.
pub struct SaveEnd {
    /// The file; `None` where none could be made.
    pub document: Option<Document>,
    /// The copy that was made because the file could not be written.
    pub rescue: Option<Document>,
    /// Which revision was saved, or why it was not.
    pub result: Result<u64, DocumentError>,
    /// The photos that are in the file now.
    pub photos: Vec<PhotoHash>,
    /// How long it took, in seconds.
    pub took_s: f64,
    /// Where the report is kept from now on, where that changed.
    pub moved_to: Option<PathBuf>,
}

/// A photo read from a file.
pub struct ReadPhoto {
    /// The file's name.
    pub file_name: String,
    /// The bytes, untouched.
    pub bytes: Arc<[u8]>,
    /// What they are.
    pub picture: Picture,
}

/// A file that is not a photo for a report.
pub struct UnreadPhoto {
    /// The file's name.
    pub file_name: String,
    /// Why.
    pub problem: ImportProblem,
}

/// How an export ended.
pub struct ExportEnd {
    /// What is written, or why nothing is.
    pub result: Result<Exported, ExportError>,
    /// What to open in the browser.
    pub page: PathBuf,
    /// Whether the reporter only wanted to look.
    pub is_preview: bool,
    /// Whether it was stopped.
    pub was_cancelled: bool,
}

/// What a system dialog was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A report to open.
    Open,
    /// A name for the report.
    SaveAs,
    /// Photos to add.
    Photos,
    /// A folder for a page.
    ExportPage,
    /// A file for a page.
    ExportHtml,
}
