//! `rapporteur import`

use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempPath;

use crate::cli::args::{ImportOptions, ImportTarget};
use crate::cli::output::folder_of;
use crate::cli::{CliError, Console, new_ids};
use crate::document::{Document, NewPhoto, Opened, today};
use crate::file::{Access, Checkpoint, Existing};
use crate::import::{Addition, Gathered, ImportError, MAX_PICTURE, PictureFile, Receipt, hash_of, read_limited};
use crate::report::{BlockKind, Report, RichText};

/// Bytes of photos that are held in memory and saved at once.
const BATCH: u64 = 128 << 20;

pub(super) fn run(options: &ImportOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let mut ids = new_ids()?;
    match &options.target {
        ImportTarget::New(out) => {
            if out.exists() {
                return Err(CliError::write(out, io::ErrorKind::AlreadyExists.into()));
            }
            let gathered = Gathered::read(&options.sources, options.language.as_deref().unwrap_or_default())?;
            let language = options.language.as_deref().map(Into::into).or_else(|| gathered.language());
            let mut report = Report::new(&mut ids, language.as_deref().unwrap_or("en"));
            if let Some(headline) = &options.headline {
                report.headline = RichText::plain(headline.trim());
            }
            let addition = gathered.into_addition(&report, &mut ids);
            addition.apply_to(&mut report);
            create(out, &report, &addition.files, BATCH)?;
            tell(out, &addition, options.receipt, console)
        }
        ImportTarget::Into(file) => {
            let Opened { mut document, mut report, view, notices } = Document::open(file)?;
            require_writable(&document)?;
            notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", file.display())));
            let language = options.language.as_deref().unwrap_or(&report.language);
            let addition = Gathered::read(&options.sources, language)?.into_addition(&report, &mut ids);
            let before = report.clone();
            addition.apply_to(&mut report);
            if let Some(language) = &options.language {
                report.language = language.as_str().into();
            }
            if let Some(headline) = &options.headline {
                report.headline = RichText::plain(headline.trim());
            }
            // The text is saved with the last photos: until then the report is as it was.
            let mut checkpoint = Some(Checkpoint::Before(today()));
            let mut batches = batches(&addition.files, BATCH).peekable();
            while let Some(batch) = batches.next() {
                let state = if batches.peek().is_some() { &before } else { &report };
                save_batch(&mut document, state, view.as_ref(), batch, checkpoint.take())?;
            }
            tell(file, &addition, options.receipt, console)
        }
    }
}

/// Refuses before any work is done.
pub(super) fn require_writable(document: &Document) -> Result<(), CliError> {
    let reason = match document.access() {
        Access::Write => return Ok(()),
        Access::ReadOnly => "the report is read-only; import into a copy of it",
        Access::Locked => "another program has the report open; close it there and import again",
        Access::Recovered => "the report is damaged; open it in a window and save it under another name first",
    };
    Err(CliError::NotWritable { path: document.path().to_owned(), reason })
}

/// Creates the report, under a name of its own until all photos are in it where they are more than one batch.
fn create(out: &Path, report: &Report, files: &[PictureFile], batch_bytes: u64) -> Result<(), CliError> {
    let mut batches = batches(files, batch_bytes).peekable();
    let first = batches.next().unwrap_or_default();
    let loaded = Loaded::read(first)?;
    if batches.peek().is_none() {
        Document::create(out, report, None, &loaded.photos(), Existing::Refuse)?;
        return Ok(());
    }
    let error = |error| CliError::write(out, error);
    let random = getrandom::u64().map_err(|_none| CliError::NoRandomness)?;
    let temporary =
        TempPath::try_from_path(folder_of(out).join(format!(".rapporteur-{random:016x}.tmp"))).map_err(error)?;
    let mut document = Document::create(&temporary, report, None, &loaded.photos(), Existing::Refuse)?;
    drop(loaded);
    for batch in batches {
        save_batch(&mut document, report, None, batch, None)?;
    }
    drop(document);
    temporary.persist_noclobber(out).map_err(|failed| error(failed.error))
}

fn save_batch(
    document: &mut Document,
    report: &Report,
    view: Option<&serde_json::Value>,
    batch: &[PictureFile],
    checkpoint: Option<Checkpoint>,
) -> Result<(), CliError> {
    let loaded = Loaded::read(batch)?;
    document.save(report, view, &loaded.photos(), checkpoint)?;
    Ok(())
}

/// Photos with their bytes.
struct Loaded<'a> {
    files: &'a [PictureFile],
    bytes: Vec<Vec<u8>>,
}

impl<'a> Loaded<'a> {
    fn read(files: &'a [PictureFile]) -> Result<Self, CliError> {
        let bytes = files.iter().map(|file| {
            if let Some(bytes) = &file.bytes {
                return Ok(bytes.to_vec());
            }
            let bytes = read_limited(&file.path, MAX_PICTURE)
                .map_err(|problem| ImportError { path: file.path.clone(), problem })?;
            let is_the_same = hash_of(&bytes) == file.picture.original.hash;
            if is_the_same { Ok(bytes) } else { Err(CliError::Changed { path: file.path.clone() }) }
        });
        Ok(Self { files, bytes: bytes.collect::<Result<_, _>>()? })
    }

    fn photos(&self) -> Vec<NewPhoto<'_>> {
        let both = self.files.iter().zip(&self.bytes);
        let photos = both.map(|(file, bytes)| NewPhoto {
            hash: file.picture.original.hash,
            format: file.picture.original.format,
            bytes,
            thumbnail: &file.picture.thumbnail,
        });
        photos.collect()
    }
}

/// The files in batches; one that is empty where there is none, so that there is always a last one.
fn batches(files: &[PictureFile], batch_bytes: u64) -> impl Iterator<Item = &[PictureFile]> {
    let mut rest = files;
    let mut is_first = true;
    std::iter::from_fn(move || {
        if rest.is_empty() && !is_first {
            return None;
        }
        is_first = false;
        let mut bytes = 0;
        let fitting = rest.iter().take_while(|file| {
            let fits = bytes < batch_bytes;
            bytes += file.byte_len;
            fits
        });
        let (batch, after) = rest.split_at(fitting.count());
        rest = after;
        Some(batch)
    })
}

fn tell(out: &Path, addition: &Addition, receipt: bool, console: &mut Console<'_>) -> Result<(), CliError> {
    for notice in &addition.notices {
        if notice.kind.is_finding() {
            console.finding(&notice.to_string());
        } else {
            console.note(&notice.to_string());
        }
    }
    if receipt {
        return console.say(&receipt_json(out, addition));
    }
    let figures = addition.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Figure { .. })).count();
    let photos = addition.photos.len();
    let text = addition.blocks.len() - figures;
    console.say(&format!("{}: {text} blocks of text, {photos} photos, {figures} of them in the text", out.display()))
}

/// What `--receipt` prints. The names stay; others may be added.
fn receipt_json(out: &Path, addition: &Addition) -> String {
    let article = |(path, receipt): &(PathBuf, Receipt)| {
        let notices = addition.notices.iter().filter(|notice| notice.file.as_ref() == Some(path));
        let notices: Vec<_> = notices.map(|notice| notice.kind.to_string()).collect();
        json!({ "file": path.to_string_lossy(), "kept": receipt.kept, "dropped": receipt.dropped, "notices": notices })
    };
    let articles: Vec<_> = addition.receipts.iter().map(article).collect();
    let whole = json!({
        "version": 1,
        "report": out.to_string_lossy(),
        "articles": articles,
        "new_photos": addition.photos.len(),
    });
    format!("{whole:#}")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::import::testing::png;
    use crate::report::IdSource;

    #[test]
    fn a_report_of_many_photos_is_there_whole_or_not_at_all() {
        let desk = TempDir::new().unwrap();
        let photos: Vec<PathBuf> = (0..5).map(|number| desk.path().join(format!("{number}.png"))).collect();
        for (number, path) in (0..).zip(&photos) {
            fs::write(path, png(number)).unwrap();
        }
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "en");
        let addition = Gathered::read(&photos, "").unwrap().into_addition(&report, &mut ids);
        addition.apply_to(&mut report);
        let out = desk.path().join("a.rapport");
        create(&out, &report, &addition.files, 1).unwrap();
        let opened = Document::open(&out).unwrap();
        assert_eq!((opened.notices.len(), &opened.report), (0, &report));
        assert_eq!(fs::read_dir(desk.path()).unwrap().count(), 6);
        drop(opened);

        fs::write(&photos[4], png(9)).unwrap();
        let other = desk.path().join("b.rapport");
        assert!(
            matches!(create(&other, &report, &addition.files, 1), Err(CliError::Changed { path }) if path == photos[4])
        );
        assert!(create(&out, &report, &addition.files[..4], 1).is_err());
        assert_eq!(fs::read_dir(desk.path()).unwrap().count(), 6);
        assert_eq!(Document::open(&out).unwrap().report, report);
    }

    #[test]
    fn no_photo_is_left_between_two_batches() {
        let file = |byte_len| PictureFile {
            path: PathBuf::new(),
            bytes: None,
            byte_len,
            picture: crate::import::examine(&png(1), "1.png").unwrap().into(),
        };
        let sizes = |bytes: &[u64]| -> Vec<usize> {
            let files: Vec<_> = bytes.iter().map(|bytes| file(*bytes)).collect();
            batches(&files, 10).map(<[_]>::len).collect()
        };
        assert_eq!(sizes(&[]), [0]);
        assert_eq!(sizes(&[4, 4, 4, 4, 20, 1]), [3, 2, 1]);
    }
}
