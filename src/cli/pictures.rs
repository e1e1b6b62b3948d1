//! `rapporteur pictures`

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::cli::args::PicturesOptions;
use crate::cli::{CliError, Console, output};
use crate::document::{Document, DocumentError, Opened, Pictures};
use crate::export;
use crate::photo::{
    DeriveRequest, Edit, FocalPoint, Limits, OutputFormat, PhotoError, Position, Quality, Rung, make_derivatives,
    read_metadata,
};
use crate::report::{Photo, Report};

/// One photo, wherever it is.
enum Source<'a> {
    InReport { file: &'a Path, report: &'a Report, photo: &'a Photo, pictures: &'a Pictures },
    File(&'a Path),
}

/// One photo, and what its files are called before their size.
struct Job<'a> {
    source: Source<'a>,
    stem: String,
}

pub(super) fn run(options: &PicturesOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let (opened, pictures);
    let jobs: Vec<Job<'_>> = match options.sources.as_slice() {
        [file] if is_report(file) => {
            opened = Document::look(file)?;
            let Opened { document, report, notices, .. } = &opened;
            notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", file.display())));
            pictures = document.pictures();
            let numbered = report.photos.iter().enumerate();
            let job = |(index, photo)| {
                let source = Source::InReport { file, report, photo, pictures: &pictures };
                Job { source, stem: format!("photo-{:02}", index + 1) }
            };
            numbered.map(|(index, photo)| job((index, &**photo))).collect()
        }
        files => {
            let stems = stems(files);
            files.iter().zip(stems).map(|(file, stem)| Job { source: Source::File(file), stem }).collect()
        }
    };
    let mut lost = 0;
    output::write_into_folder(&options.out, |folder| {
        for (_, trouble) in make_all(&jobs, options, folder)? {
            console.finding(&trouble);
            lost += 1;
        }
        if lost == jobs.len() { Err(CliError::NoPictures { path: options.out.clone() }) } else { Ok(()) }
    })
}

/// Whether a name is that of a report and not of a photo.
pub(super) fn is_report(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("rapport"))
}

/// Makes everything, and gives what went wrong, in the order of the jobs whatever the number of threads.
fn make_all(jobs: &[Job<'_>], options: &PicturesOptions, folder: &Path) -> Result<Vec<(usize, String)>, CliError> {
    let next = AtomicUsize::new(0);
    let (troubles, failure) = (Mutex::new(Vec::new()), Mutex::new(None));
    let stop = AtomicBool::new(false);
    let work = || {
        while let Some((index, job)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(index).filter(|_| !stop.load(Ordering::Relaxed)).map(|job| (index, job))
        } {
            match make(job, options, folder, &stop) {
                Ok(()) => {}
                Err(Trouble::Photo(trouble)) => {
                    troubles.lock().unwrap_or_else(PoisonError::into_inner).push((index, trouble));
                }
                Err(Trouble::Disk(error)) => {
                    stop.store(true, Ordering::Relaxed);
                    failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                }
            }
        }
    };
    let threads = options.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads.min(jobs.len()) {
            scope.spawn(work);
        }
    });
    if let Some(error) = failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(CliError::write(&options.out, error));
    }
    let mut troubles = troubles.into_inner().unwrap_or_else(PoisonError::into_inner);
    troubles.sort();
    Ok(troubles)
}

enum Trouble {
    /// With this photo, in a sentence that names it.
    Photo(String),
    /// With the place where all of them go.
    Disk(std::io::Error),
}

fn make(job: &Job<'_>, options: &PicturesOptions, folder: &Path, cancel: &AtomicBool) -> Result<(), Trouble> {
    let limits = Limits::default();
    let settings = settings(options);
    let (bytes, request, name) = match &job.source {
        Source::InReport { file, report, photo, pictures } => {
            let name = format!("{}” in “{}", photo.file_name, file.display());
            let bytes =
                pictures.original(photo).map_err(|error| Trouble::Photo(format!("“{name}”: {}", reason(error))))?;
            let request = DeriveRequest {
                edit: Edit::of(photo),
                focal_point: FocalPoint::of(photo),
                metadata: export::photo_metadata(report, photo),
                ..settings
            };
            (bytes, request, name)
        }
        Source::File(file) => {
            let name = file.display().to_string();
            let bytes =
                fs::read(file).map_err(|error| Trouble::Photo(format!("“{name}”: it cannot be read ({error})")))?;
            // What it says of itself is kept: caption, names, rights. What the camera says is not.
            let metadata = read_metadata(&bytes).map(|found| found.metadata).map_err(|error| refused(&name, &error))?;
            (bytes, DeriveRequest { metadata, ..settings }, name)
        }
    };
    let position = if options.keep_position { Position::read(&bytes) } else { None };
    let request = DeriveRequest { position, ..request };
    let made = make_derivatives(&bytes, &request, &limits, cancel).map_err(|error| refused(&name, &error))?;
    for file in made {
        let path = folder.join(format!("{}-{}.{}", job.stem, file.width, file.format.photo_format().extension()));
        fs::write(path, &file.bytes).map_err(Trouble::Disk)?;
    }
    Ok(())
}

/// What is wrong, without the file, which is named already.
fn reason(error: DocumentError) -> String {
    match error {
        DocumentError::File(error) => error.problem.to_string(),
        DocumentError::Text { problem, .. } => problem.to_string(),
    }
}

fn refused(name: &str, error: &PhotoError) -> Trouble {
    Trouble::Photo(format!("“{name}”: {error}"))
}

fn settings(options: &PicturesOptions) -> DeriveRequest {
    let mut formats = vec![OutputFormat::Jpeg];
    if options.webp {
        formats.push(OutputFormat::Webp);
    }
    let quality = Quality::new(options.quality);
    DeriveRequest {
        rungs: options.sizes.iter().map(|width| Rung { width: width.get(), byte_budget: None }).collect(),
        formats,
        jpeg_quality: quality,
        webp_quality: quality,
        metadata_in_webp: true,
        ..DeriveRequest::default()
    }
}

/// What the files of each photo are called: as the photo, with a number where two are called the same.
fn stems(files: &[PathBuf]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let stem = |file: &PathBuf| {
        let own = file.file_stem().map_or_else(|| "photo".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let numbered = (2..).map(|number| format!("{own}_{number}"));
        // Names that differ in the case of their letters alone are one on many disks.
        std::iter::once(own.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase())).unwrap_or(own)
    };
    files.iter().map(stem).collect()
}
