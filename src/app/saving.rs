//! The jobs that open and save report files.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use crate::app::outcome::{OpenedReport, SaveEnd};
use crate::app::session::{FreshPhoto, new_photos};
use crate::document::{Derived, Document, DocumentError, today};
use crate::file::{Checkpoint, Existing, History};
use crate::language::length::Tally;
use crate::report::{PhotoHash, Report};

/// What a save is given: a snapshot, so that writing goes on meanwhile.
pub struct SaveWork {
    /// Of which report.
    pub session: u64,
    /// The report's file, should the open one have been lost.
    pub home: Option<PathBuf>,
    /// The report.
    pub report: Report,
    /// Its revision.
    pub revision: u64,
    /// Where the reporter was.
    pub place: Option<Value>,
    /// The open file; `None` where the report has none yet.
    pub document: Option<Document>,
    /// The copy that is kept while the file cannot be written, if there is one already.
    pub rescue: Option<Document>,
    /// Where such a copy goes; nowhere for a report that is kept in the program's own folder anyway.
    pub rescue_path: Option<PathBuf>,
    /// Photos that are not in the file.
    pub fresh: Vec<(PhotoHash, FreshPhoto)>,
    /// What exports made of the photos, to be kept.
    pub derived: Vec<Derived>,
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

/// Opens a report. Copies of reports that could not be saved lie in the folder `recovery`.
pub fn open(path: &Path, recovery: Option<&Path>) -> Result<Box<OpenedReport>, DocumentError> {
    let opened = Document::open(path)?;
    let has_rescue = recovery.is_some_and(|folder| {
        let beginning = format!("{}-", opened.report.id);
        let names = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        !path.starts_with(folder)
            && names.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with(&beginning))
    });
    let mut tally = Tally::default();
    tally.count(&opened.report);
    Ok(Box::new(OpenedReport {
        document: opened.document,
        report: opened.report,
        tally,
        view: opened.view,
        notices: opened.notices,
        has_rescue,
        modified: std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok(),
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
        (Target::Here { keep_version }, None) => match work.home.as_deref().map(Document::open) {
            Some(Ok(opened)) => save_here(&work, opened.document, *keep_version),
            Some(Err(err)) => (None, Err(err)),
            None => (None, Ok(())),
        },
        (Target::New(path), None) => create(&work, path, Existing::Refuse),
        (Target::Replacing(path), None) => create(&work, path, Existing::Replace),
        (Target::New(path), Some(document)) => copy(&work, document, path, Existing::Refuse),
        (Target::Replacing(path), Some(document)) => copy(&work, document, path, Existing::Replace),
    };
    let (mut document, result) = result;
    let took_s = started.elapsed().as_secs_f64();
    if result.is_ok()
        && let Some(document) = document.as_mut()
    {
        keep_derived(&work, document);
    }
    let is_here = matches!(work.target, Target::Here { .. });
    let rescue = match (&result, work.rescue.take(), &work.rescue_path) {
        (Ok(()), rescue, _) => {
            rescue.into_iter().for_each(discard);
            None
        }
        (Err(_), rescue, Some(path)) if is_here => rescued(&work, rescue, document.as_mut(), path),
        (Err(_), rescue, _) => rescue,
    };
    SaveEnd {
        session: work.session,
        document,
        rescue,
        moved_to: moved_to.filter(|_| result.is_ok()),
        is_elsewhere: !is_here,
        result: result.map(|()| work.revision),
        photos,
        took_s,
    }
}

/// Keeps a copy in the program's own folder, so that a crash does not cost what the file could not take.
fn rescued(work: &SaveWork, rescue: Option<Document>, file: Option<&mut Document>, path: &Path) -> Option<Document> {
    let photos = new_photos(&work.fresh);
    if let Some(mut rescue) = rescue {
        if let Err(err) = rescue.save(&work.report, work.place.as_ref(), &photos, None) {
            log::error!("the rescue copy cannot be written: {err}");
        }
        return Some(rescue);
    }
    make_parent(path);
    // With its photos, as long as they can still be read; the text alone otherwise.
    let whole = file.and_then(|file| {
        let mut copy = file.copy_to(path, &work.report, work.place.as_ref(), Existing::Replace, History::Leave).ok()?;
        copy.save(&work.report, work.place.as_ref(), &photos, None).ok()?;
        Some(copy)
    });
    let text = || Document::create(path, &work.report, work.place.as_ref(), &photos, Existing::Replace);
    whole.or_else(|| text().map_err(|err| log::error!("no rescue copy can be made: {err}")).ok())
}

/// The report is in its file again: the copy has done its work.
fn discard(rescue: Document) {
    let path = rescue.path().to_owned();
    drop(rescue);
    if let Err(err) = std::fs::remove_file(&path) {
        log::warn!("the rescue copy {} stays: {err}", path.display());
    }
}

fn make_parent(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && let Err(err) = std::fs::create_dir_all(folder)
    {
        log::error!("the folder {} cannot be made: {err}", folder.display());
    }
}

type Ended = (Option<Document>, Result<(), DocumentError>);

fn save_here(work: &SaveWork, mut document: Document, keep_version: bool) -> Ended {
    let checkpoint = keep_version.then(|| Checkpoint::This(today()));
    let photos = new_photos(&work.fresh);
    let result = document.save(&work.report, work.place.as_ref(), &photos, checkpoint);
    (Some(document), result.map(drop))
}

/// Puts what exports made into the file, after the text is in it: that never waits for what can be made again, nor fails with it.
fn keep_derived(work: &SaveWork, document: &mut Document) {
    if work.derived.is_empty() {
        return;
    }
    document.keep_derived(&work.derived);
    if let Err(err) = document.save(&work.report, work.place.as_ref(), &[], None) {
        log::warn!("what an export made is not kept in the file: {err}");
    }
}

fn create(work: &SaveWork, path: &Path, existing: Existing) -> Ended {
    make_parent(path);
    let photos = new_photos(&work.fresh);
    match Document::create(path, &work.report, work.place.as_ref(), &photos, existing) {
        Ok(document) => (Some(document), Ok(())),
        Err(err) => (None, Err(err)),
    }
}

/// Copies the file with all photos to another name. The old document comes back where that fails.
fn copy(work: &SaveWork, mut document: Document, path: &Path, existing: Existing) -> Ended {
    let photos = new_photos(&work.fresh);
    // The new photos go into the copy alone: the old file may be the one that cannot be written.
    let copied =
        document.copy_to(path, &work.report, work.place.as_ref(), existing, History::Keep).and_then(|mut copy| {
            if !photos.is_empty() {
                copy.save(&work.report, work.place.as_ref(), &photos, None)?;
            }
            Ok(copy)
        });
    match copied {
        Ok(copy) => (Some(copy), Ok(())),
        Err(err) => (Some(document), Err(err)),
    }
}
