//! The jobs that open and save report files.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use crate::app::outcome::{OpenedReport, SaveEnd};
use crate::app::session::{FreshPhoto, new_photos};
use crate::document::{Document, DocumentError, today};
use crate::file::{Checkpoint, Existing, History};
use crate::report::{PhotoHash, Report};

/// What a save is given: a snapshot, so that writing goes on meanwhile.
pub struct SaveWork {
    /// The report.
    pub report: Report,
    /// Its revision.
    pub revision: u64,
    /// Where the reporter was.
    pub place: Option<Value>,
    /// The open file; `None` where the report has none yet.
    pub document: Option<Document>,
    /// Photos that are not in the file.
    pub fresh: Vec<(PhotoHash, FreshPhoto)>,
    /// Where to.
    pub target: Target,
}

/// Where a save goes.
pub enum Target {
    /// The report's own file.
    Here {
        /// Whether this state is to be kept among the versions.
        keep_version: bool,
    },
    /// A new file, which the report has from now on.
    New(PathBuf),
    /// A file in place of whatever has that name, which the report has from now on.
    Replacing(PathBuf),
}

/// Opens a report.
pub fn open(path: &Path) -> Result<Box<OpenedReport>, DocumentError> {
    let opened = Document::open(path)?;
    Ok(Box::new(OpenedReport {
        document: opened.document,
        report: opened.report,
        view: opened.view,
        notices: opened.notices,
    }))
}

/// Saves.
pub fn save(mut work: SaveWork) -> SaveEnd {
    let started = Instant::now();
    let photos = work.fresh.iter().map(|(hash, _)| *hash).collect();
    let moved_to = match &work.target {
        Target::Here { .. } => None,
        Target::New(path) | Target::Replacing(path) => Some(path.clone()),
    };
    let result = match (&work.target, work.document.take()) {
        (Target::Here { keep_version }, Some(document)) => save_here(&work, document, *keep_version),
        (Target::Here { .. }, None) => (None, Ok(())),
        (Target::New(path), None) => create(&work, path, Existing::Refuse),
        (Target::Replacing(path), None) => create(&work, path, Existing::Replace),
        (Target::New(path), Some(document)) => copy(&work, document, path, Existing::Refuse),
        (Target::Replacing(path), Some(document)) => copy(&work, document, path, Existing::Replace),
    };
    let (document, result) = result;
    SaveEnd {
        document,
        moved_to: moved_to.filter(|_| result.is_ok()),
        result: result.map(|()| work.revision),
        photos,
        took_s: started.elapsed().as_secs_f64(),
    }
}

type Ended = (Option<Document>, Result<(), DocumentError>);

fn save_here(work: &SaveWork, mut document: Document, keep_version: bool) -> Ended {
    let checkpoint = keep_version.then(|| Checkpoint::This(today()));
    let photos = new_photos(&work.fresh);
    let result = document.save(&work.report, work.place.as_ref(), &photos, checkpoint);
    (Some(document), result.map(drop))
}

fn create(work: &SaveWork, path: &Path, existing: Existing) -> Ended {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && let Err(err) = std::fs::create_dir_all(folder)
    {
        log::error!("the folder {} cannot be made: {err}", folder.display());
    }
    let photos = new_photos(&work.fresh);
    match Document::create(path, &work.report, work.place.as_ref(), &photos, existing) {
        Ok(document) => (Some(document), Ok(())),
        Err(err) => (None, Err(err)),
    }
}

/// Copies the file with all photos to another name. The old document comes back where that fails.
fn copy(work: &SaveWork, mut document: Document, path: &Path, existing: Existing) -> Ended {
    let photos = new_photos(&work.fresh);
    if !photos.is_empty()
        && let Err(err) = document.save(&work.report, work.place.as_ref(), &photos, None)
    {
        return (Some(document), Err(err));
    }
    match document.copy_to(path, &work.report, work.place.as_ref(), existing, History::Keep) {
        Ok(copy) => (Some(copy), Ok(())),
        Err(err) => (Some(document), Err(err)),
    }
}
