//! What jobs and system dialogs give back to the app.

use std::path::PathBuf;

use egui::ColorImage;

use crate::app::articles::ReadArticle;
use crate::app::glance::Glance;
use crate::app::importing::{ImportStep, ReadPhoto, UnreadPhoto};
use crate::app::names::NamesEnd;
use crate::app::participants::{PeopleUnread, PeopleUnwritten};
use crate::app::pasting::Pasted;
use crate::app::preview::PreviewEnd;
use crate::app::similar::SimilarStep;
use crate::app::spelling::SpellingEnd;
use crate::document::{Document, DocumentError, OpenNotice};
use crate::export::{DocumentKind, Estimate, ExportError, Exported, Progress};
use crate::file::{FileError, Problem};
use crate::filing::Changes;
use crate::import::ImportError;
use crate::language::length::Tally;
use crate::people::Listed;
use crate::report::{Filed, PhotoHash, PhotoId, Report};
use crate::spelling::Question;
use crate::ui::dialogs::{ExportWhat, FileSays};
use crate::ui::pictures::PictureKey;

/// The end of a job, or something that it has to tell before.
pub enum Outcome {
    /// A report was opened, or could not be.
    Opened(PathBuf, Result<Box<OpenedReport>, DocumentError>),
    /// A report was to be opened, and this program made a mistake over it.
    NotOpened,
    /// A file is a report that can be opened, in a window of its own.
    CanBeOpened(PathBuf),
    /// An article became a report, or could not be read.
    ArticleRead(Result<Box<ReadArticle>, ImportError>),
    /// A save ended.
    Saved(Box<SaveEnd>),
    /// How far the import of this number is.
    Import(u64, ImportStep),
    /// Another picture was read for a photo of the report of this number, or could not be.
    OtherPicture(u64, PhotoId, Result<Box<ReadPhoto>, UnreadPhoto>),
    /// What the file of a photo says of it, for the report of this number; `None` where it cannot be read.
    ReadAgain(u64, PhotoId, Option<Box<FileSays>>),
    /// How far the search for photos that look alike is, of this number.
    Similar(u64, SimilarStep),
    /// A list of participants was read for the report of this number, or could not be.
    PeopleRead(u64, Result<Box<Listed>, PeopleUnread>),
    /// The list of participants was written to a file, or could not be.
    PeopleWritten(PathBuf, Result<(), PeopleUnwritten>),
    /// The list of participants was written as a page to print, or could not be.
    PeoplePrinted(PathBuf, Result<(), PeopleUnwritten>),
    /// A picture was decoded for the screen; `None` where that is impossible.
    Picture(PictureKey, Option<ColorImage>),
    /// How far a paste of this number is: the clipboard is read, and so many pictures of so many.
    PasteStep(u64, Progress),
    /// What was on the clipboard, for the paste of this number.
    Pasted(u64, Box<Pasted>),
    /// How far an export is.
    ExportProgress(Progress),
    /// How large the exports of the report of this number will be.
    ExportEstimated(u64, Box<Estimate>),
    /// What has changed in the report of this number, as of this revision, since a desk was sent it.
    ChangesFound(u64, u64, Option<Box<Changes>>),
    /// An export ended.
    Exported(Box<ExportEnd>),
    /// The page to look at is made.
    Previewed(Box<PreviewEnd>),
    /// The file of the report of this number holds only what it needs; back it comes, unless it was lost.
    Tidied(u64, Option<Box<Document>>),
    /// Texts were checked for spelling.
    Spelled(Box<SpellingEnd>),
    /// Texts were looked through for names.
    NamesSeen(Box<NamesEnd>),
    /// What a word in the report of this number may have been meant for.
    Suggested(u64, Question, Vec<String>),
    /// A word was written to the reporter's own dictionary or taken out, or why it could not be.
    OwnWordWritten(String, Option<String>),
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
    /// Its text, counted.
    pub tally: Tally,
    /// Where the reporter was.
    pub view: Option<serde_json::Value>,
    /// What the reporter should know.
    pub notices: Vec<OpenNotice>,
    /// Whether there is a copy with changes that its file could not take.
    pub has_rescue: bool,
    /// When the file was last written.
    pub modified: Option<std::time::SystemTime>,
}

/// How a save ended.
pub struct SaveEnd {
    /// Of which report.
    pub session: u64,
    /// The file; `None` where none could be made.
    pub document: Option<Document>,
    /// The copy that was made because the file could not be written.
    pub rescue: Option<Document>,
    /// Whether it was to be saved under another name: the report's own file is as it was.
    pub is_elsewhere: bool,
    /// Which revision was saved, or why it was not.
    pub result: Result<u64, DocumentError>,
    /// The photos that are in the file now.
    pub photos: Vec<PhotoHash>,
    /// How long it took, in seconds.
    pub took_s: f64,
    /// Where the report is kept from now on, where that changed.
    pub moved_to: Option<PathBuf>,
}

impl SaveEnd {
    /// The end of a save that never came to one, because of a mistake in this program. The file holds its last state.
    pub fn lost(session: u64, path: PathBuf) -> Self {
        let problem = Problem::Io(std::io::Error::other("internal error"));
        Self {
            session,
            document: None,
            rescue: None,
            is_elsewhere: false,
            result: Err(FileError { path, problem }.into()),
            photos: Vec::new(),
            took_s: 0.0,
            moved_to: None,
        }
    }
}

/// How an export ended.
pub struct ExportEnd {
    /// What is written, or why nothing is.
    pub result: Result<Exported, ExportError>,
    /// What to open in the browser.
    pub page: PathBuf,
    /// Of which report.
    pub session: u64,
    /// What the reporter wanted.
    pub purpose: Purpose,
    /// What a desk was sent.
    pub filed: Option<Filed>,
    /// Whether it was stopped.
    pub was_cancelled: bool,
}

/// What an export is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To have it, and to look at it.
    Show,
    /// To have it: the dialog asked for it.
    Have,
}

/// What a system dialog was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A report to open.
    Open,
    /// An article to make a report of.
    Article,
    /// A name for the report.
    SaveAs,
    /// Photos to add.
    Photos,
    /// A folder of photos to add.
    PhotoFolder,
    /// Another picture for the chosen photo.
    Picture,
    /// A folder for a page.
    ExportPage,
    /// A file for a page.
    ExportHtml,
    /// A place for what the export dialog makes.
    ExportPlace(ExportWhat),
    /// A file for a document.
    ExportDocument(DocumentKind),
    /// The folder of the newsroom's own template.
    Template,
    /// A folder for a copy of the template.
    SaveTemplate,
    /// A list of participants to read.
    PeopleList,
    /// A file for the list of participants.
    ExportPeople {
        /// With notes and contacts.
        private: bool,
    },
}
