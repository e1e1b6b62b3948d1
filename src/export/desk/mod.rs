//! The desk package: everything that a desk may ask for, in one folder or one ZIP file.
//!
//! The page with its pictures, the fragment for a content management system, the story for word processors and for other systems,
//! tables of captions and participants, the photos in the desk's size with their metadata, and a list of all files with checksums.
//! Names are short and in ASCII, so that every system unpacks it. The same report and settings give the same bytes.

mod earlier;
mod manifest;
mod ninjs;
mod photos;
mod sheet;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::io::{BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use self::manifest::Manifest;
use self::ninjs::Story;
pub(super) use self::photos::requests as photo_requests;
use self::photos::{DeskPhoto, DeskPhotos};
use crate::document::Derived;
use crate::export::archive::Archive;
use crate::export::card::Card;
use crate::export::page::{self, PageFigures};
use crate::export::pictures::{ByPhoto, Pictures};
use crate::export::template::asset;
use crate::export::{
    ExportError, Exported, Notice, PictureSource, Progress, Template, Watch, docx, fragment, markdown, notice, place,
    text,
};
use crate::file::{Spool, Spooled};
use crate::filing::{Changes, Preset};
use crate::photo::Role;
use crate::report::Report;

/// How a package is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folder.
    Folder,
    /// A ZIP file.
    Zip,
}

impl Form {
    /// By the name of the place.
    pub fn of(out: &Path) -> Self {
        let is_zip = out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
        if is_zip { Self::Zip } else { Self::Folder }
    }
}

/// Of a ZIP file for each member, and at its end: headers beside the bytes.
const ZIP_MEMBER: usize = 160;
/// What lists of files may grow by when the sizes in them change.
const SLACK: usize = 2_000;

/// Writes a package. It replaces an earlier package that nobody has touched, and nothing else.
///
/// # Errors
/// [`ExportError`]; nothing was written then, and what stood in the place is as it was.
pub fn desk(
    report: &Report,
    source: &dyn PictureSource,
    preset: &Preset,
    template: &Template,
    (out, form): (&Path, Form),
    watch: &mut Watch<'_>,
) -> Result<Exported, ExportError> {
    match form {
        Form::Folder => earlier::check_folder(out)?,
        Form::Zip => earlier::check_archive(out)?,
    }
    let spool = place::spool(source, out)?;
    let package = Package::make(report, source, (preset, template), (&spool, out), preset.most_bytes(), watch)?;
    watch.check()?;
    let (written, bytes) = match form {
        Form::Folder => {
            let files: Vec<(PathBuf, Spooled)> =
                package.files.into_iter().map(|(path, bytes)| (PathBuf::from(path), bytes)).collect();
            let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
            (place::write_folder(out, &files)?, bytes)
        }
        Form::Zip => {
            let mut bytes = 0;
            place::fill_file(out, |file| {
                let mut buffered = BufWriter::new(&mut *file);
                zip_into(&mut buffered, &package.files)?;
                buffered.flush().map_err(|err| ExportError::io(out, err))?;
                drop(buffered);
                bytes = file.metadata().map_err(|err| ExportError::io(out, err))?.len();
                watch.check()
            })?;
            (vec![out.to_owned()], bytes)
        }
    };
    Ok(Exported { files: written, notices: package.notices, bytes, derived: package.derived, unmarked: None })
}

/// Writes the story as ninjs 1.6 alone, without photos' files, in the place of an earlier one.
///
/// # Errors
/// [`ExportError`]; nothing was written then.
pub fn ninjs(report: &Report, out: &Path) -> Result<Exported, ExportError> {
    place::check_file(out, place::OneFile::Ninjs)?;
    let html = fragment(report);
    let preset = Preset { all_photos: false, ..crate::filing::built_in().swap_remove(0) };
    let text = text::write(report);
    let pictures = ByPhoto::new();
    let story = Story { report, preset: &preset, pictures: &pictures, photos: &[], html: &html, text: &text };
    let json = pretty(&ninjs::version_1_6(&story))?;
    place::write_file(out, &json)?;
    let bytes = json.len() as u64;
    Ok(Exported {
        files: vec![out.to_owned()],
        notices: notice::of_report(report),
        bytes,
        derived: Vec::new(),
        unmarked: None,
    })
}

/// A package before it is written.
struct Package {
    files: BTreeMap<String, Spooled>,
    notices: Vec<Notice>,
    derived: Vec<Derived>,
}

impl Package {
    fn make(
        report: &Report,
        source: &dyn PictureSource,
        (preset, template): (&Preset, &Template),
        (spool, out): (&Spool, &Path),
        most: Option<u64>,
        watch: &mut Watch<'_>,
    ) -> Result<Self, ExportError> {
        let mut notices = notice::of_report(report);
        let count = photos::count(report, preset);
        let (Pictures { mut made, lost, .. }, mut photos) = photos::make(report, source, preset, (spool, out), watch)?;
        notices.extend(lost);
        // Whichever sizes of the photos go, whether there is one for previews stays.
        let card = Card::of(report, template, &made);
        let card = card.as_ref();
        let mut contents = Contents { report, preset, template, pictures: &made, photos: &photos.photos, card };
        let mut words = contents.words()?;
        if let Some(most) = most {
            let weight =
                |words: &BTreeMap<String, Vec<u8>>, made: &ByPhoto| weight(words) + weight_of_page(made) + SLACK as u64;
            if weight(&words, &made) + photos.weight() > most {
                if lighten(&mut made, most / 2) {
                    notices.push(Notice::FewerSizes);
                }
                let room = most.saturating_sub(weight(&words, &made) + (photos.photos.len() * ZIP_MEMBER) as u64);
                notices.extend(later(watch, count, |watch| {
                    photos::fit(report, source, preset, &mut photos, (room, spool, out), watch)
                })?);
                contents = Contents { report, preset, template, pictures: &made, photos: &photos.photos, card };
                words = contents.words()?;
                let bytes = weight(&words, &made) + photos.weight();
                if bytes > most {
                    notices.push(Notice::TooLarge { megabytes: bytes.div_ceil(1_000_000), most: most / 1_000_000 });
                }
            }
        }
        let mut files: BTreeMap<String, Spooled> =
            words.into_iter().map(|(name, bytes)| (name, bytes.into())).collect();
        for made in made.values() {
            files.extend(made.files.iter().map(|file| (format!("img/{}", made.name(file)), file.bytes.clone())));
        }
        let lead = photos.photos.iter().find(|photo| Some(photo.photo.id) == report.details.lead_photo);
        let lead = lead.map(|photo| photo.path(preset));
        files.extend(photos.photos.into_iter().map(|photo| (photo.path(preset), photo.bytes)));
        let manifest =
            Manifest::of(report, preset, lead, &files).map_err(|err| ExportError::io(out, err))?.to_json()?;
        files.insert(manifest::NAME.to_owned(), manifest.into());
        Ok(Self { files, notices, derived: photos.derived })
    }
}

impl DeskPhotos {
    fn weight(&self) -> u64 {
        self.photos.iter().map(|photo| (photo.bytes.len() + ZIP_MEMBER) as u64).sum()
    }
}

/// Does a part of the work whose progress counts after `done` photos.
fn later<T>(
    watch: &mut Watch<'_>,
    done: usize,
    part: impl FnOnce(&mut Watch<'_>) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let Watch { on_progress, cancel } = watch;
    let mut tell = |progress: Progress| {
        on_progress(Progress { done: done + progress.done, of: done + progress.of });
    };
    part(&mut Watch { on_progress: &mut tell, cancel })
}

/// What the files with words are made of.
struct Contents<'a> {
    report: &'a Report,
    preset: &'a Preset,
    template: &'a Template,
    pictures: &'a ByPhoto,
    photos: &'a [DeskPhoto],
    /// The picture for previews, where no photo is.
    card: Option<&'a Card>,
}

impl Contents<'_> {
    /// Every file but pictures and the list of files.
    fn words(&self) -> Result<BTreeMap<String, Vec<u8>>, ExportError> {
        let Self { report, preset, template, pictures, photos, card } = *self;
        let html = fragment(report);
        let text = text::write(report);
        let story = Story { report, preset, pictures, photos, html: &html, text: &text };
        let mut files = BTreeMap::new();
        let mut put = |name: &str, bytes: Vec<u8>| files.insert(name.to_owned(), bytes);
        let page = page::page(report, &PageFigures::beside(pictures).with_card(card), template)?;
        put("index.html", page.html.into_bytes());
        for (name, bytes) in page.assets {
            put(&format!("{}/{name}", asset::FOLDER), bytes);
        }
        for file in card.into_iter().flat_map(|card| &card.files) {
            put(&format!("img/{}", file.name), file.bytes.clone());
        }
        put("ninjs.json", pretty(&ninjs::version_1_6(&story))?);
        put("ninjs-3.1.json", pretty(&ninjs::version_3_1(&story))?);
        put("captions.csv", tables::captions(report, preset, photos)?);
        put("participants.csv", tables::participants(report)?);
        if let Some(changes) = Changes::of(report) {
            put("changes.html", sheet::html(report, &changes).into_bytes());
        }
        put("fragment.html", html.into_bytes());
        put("article.txt", text.into_bytes());
        put("article.md", markdown::write_beside_page(report).into_bytes());
        put("article.docx", docx::write(report, pictures)?);
        Ok(files)
    }
}

fn pretty(json: &serde_json::Value) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(json)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn weight(files: &BTreeMap<String, Vec<u8>>) -> u64 {
    files.values().map(|bytes| (bytes.len() + ZIP_MEMBER) as u64).sum()
}

fn weight_of_page(made: &ByPhoto) -> u64 {
    made.values().flat_map(|made| &made.files).map(|file| (file.bytes.len() + ZIP_MEMBER) as u64).sum()
}

/// Leaves out sizes of the page's pictures, the largest first, until they have no more than `most` bytes. The size that every browser
/// and the fragment know stays, and so do the pictures for previews. Tells whether any went.
fn lighten(made: &mut ByPhoto, most: u64) -> bool {
    let mut went = false;
    for is_spare in [|width: u32| width > 960, |width: u32| (481..960).contains(&width), |width: u32| width <= 480] {
        if weight_of_page(made) <= most {
            break;
        }
        for made in made.values_mut() {
            let widest = made
                .files
                .iter()
                .filter(|file| file.role == Role::Rung && file.width <= 960)
                .map(|file| file.width)
                .max();
            let before = made.files.len();
            made.files.retain(|file| file.role != Role::Rung || !is_spare(file.width) || Some(file.width) == widest);
            went |= made.files.len() < before;
        }
    }
    went
}

/// The files as one, unpacked in every system by a double click. They are stored as they are, so that no version of a compressor makes
/// another file of the same package; nearly all of it is pictures, which no compressor makes smaller.
fn zip_into<W: Write + Seek>(file: W, files: &BTreeMap<String, Spooled>) -> Result<W, ExportError> {
    let mut archive = Archive::to(file);
    for (path, bytes) in files {
        archive.store_spooled(path, bytes)?;
    }
    archive.end()
}
