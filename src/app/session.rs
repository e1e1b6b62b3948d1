//! An open report: the editor, the file that it is kept in, and whether what is on the screen is in the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::app::PageLook;
use crate::app::importing::Lease;
use crate::document::{Derived, Document, NewPhoto, Pictures as FilePictures};
use crate::edit::{Editor, Selection};
use crate::file::Access;
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::{IdSource, Photo, PhotoHash, PictureFormat, Report};

/// Where the reporter was, kept in the file beside the report.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The caret or selection.
    pub selection: Selection,
}

/// The bytes of a photo that are not known to be in the file.
#[derive(Debug, Clone)]
pub struct FreshPhoto {
    /// How they are encoded.
    pub format: PictureFormat,
    /// The untouched original.
    pub bytes: Arc<[u8]>,
    /// The small picture, a JPEG.
    pub thumbnail: Arc<[u8]>,
    /// What an import holds as long as the bytes are in memory.
    pub lease: Option<Arc<Lease>>,
}

/// Where the report is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Nowhere yet: nothing was written.
    Nowhere,
    /// A file of the program's own, until the reporter names one.
    Draft(PathBuf),
    /// The reporter's file.
    File(PathBuf),
}

impl Home {
    /// The file, if there is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Nowhere => None,
            Self::Draft(path) | Self::File(path) => Some(path),
        }
    }
}

/// What keeps the report from being saved where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveFailure {
    /// What the reporter should know, in the language of the errors: names the file and what to do.
    pub message: String,
    /// The revision that could not be saved: it is tried again when there is a newer one or time has passed.
    pub revision: u64,
}

/// An open report.
pub struct Session {
    /// Of all that this window has shown, which one it is: what a job gives back for another one is not for this one.
    pub number: u64,
    /// The report with its selection and history.
    pub editor: Editor,
    /// Where it is kept.
    pub home: Home,
    /// The open file; away while a job saves.
    pub document: Option<Document>,
    /// The copy that is kept while the file cannot be written; away while a job saves.
    pub rescue: Option<Document>,
    /// Reads pictures from the file, also while a job saves.
    pub file_pictures: Option<FilePictures>,
    /// Photos that are not in the file yet.
    pub fresh: BTreeMap<PhotoHash, FreshPhoto>,
    /// What exports made of the photos and the file does not have yet.
    pub derived: Vec<Derived>,
    /// What its page looks like, where that was chosen: also in a report that cannot keep it.
    pub page_look: Option<PageLook>,
    /// Why it cannot be changed, if it cannot.
    pub access: Access,
    /// Whether a job has the file.
    pub is_saving: bool,
    /// The revision in the file.
    pub saved_revision: u64,
    /// Whether there is something to save though the report is the same: the bytes of a photo that was missing.
    pub must_save: bool,
    /// The caret in the file.
    pub saved_place: Option<Place>,
    /// Whether the file was looked through for what it need not keep.
    pub is_tidy: bool,
    /// When it was saved, as the status bar shows it: `12:03:41`.
    pub saved_at: Option<String>,
    /// Why the last save failed.
    pub failure: Option<SaveFailure>,
    /// When to save next, in seconds of the window's clock.
    pub timing: SaveTiming,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("home", &self.home).finish_non_exhaustive()
    }
}

impl Session {
    /// A report that no file has yet.
    pub fn new(report: Report, ids: IdSource) -> Self {
        Self {
            number: 0,
            must_save: false,
            is_tidy: false,
            saved_place: None,
            page_look: (!report.look.is_empty()).then(|| PageLook::from_word(&report.look).unwrap_or(PageLook::Own)),
            editor: Editor::new(report, ids),
            home: Home::Nowhere,
            document: None,
            rescue: None,
            file_pictures: None,
            fresh: BTreeMap::new(),
            derived: Vec::new(),
            access: Access::Write,
            is_saving: false,
            saved_revision: 0,
            saved_at: None,
            failure: None,
            timing: SaveTiming::default(),
        }
    }

    /// A report that was opened from a file.
    pub fn opened(report: Report, document: Document, place: Option<Place>, home: Home, ids: IdSource) -> Self {
        let mut session = Self::new(report, ids);
        if let Some(place) = place {
            session.editor.select(place.selection);
        }
        session.saved_place = Some(session.here());
        session.access = document.access();
        session.file_pictures = Some(document.pictures());
        session.document = Some(document);
        session.home = home;
        session
    }

    /// Whether the bytes of a photo of the report are neither in its file nor in memory. The file itself is away while it is saved, and what
    /// is read of it is not.
    pub fn misses_original(&self, hash: PhotoHash) -> bool {
        let photo = self.editor.report().photos.iter().find(|photo| photo.hash == hash);
        let known = photo.zip(self.file_pictures.as_ref());
        !self.fresh.contains_key(&hash) && known.is_some_and(|(photo, pictures)| !pictures.has_original(photo))
    }

    /// Whether the report may be changed.
    pub fn is_read_only(&self) -> bool {
        self.access != Access::Write
    }

    /// Whether there is something that the file does not have.
    pub fn is_dirty(&self) -> bool {
        self.must_save || self.editor.revision() != self.saved_revision
    }

    /// Whether the caret of a report that was worked on stands elsewhere than the file says.
    pub fn has_moved(&self) -> bool {
        self.document.is_some() && self.editor.revision() != 0 && self.saved_place != Some(self.here())
    }

    /// Where the reporter is.
    pub fn here(&self) -> Place {
        Place { selection: self.editor.selection() }
    }

    /// What a save writes besides the report.
    pub fn place(&self) -> Option<serde_json::Value> {
        serde_json::to_value(self.here()).ok()
    }

    /// The photos that a save must bring into the file.
    pub fn fresh_photos(&self) -> Vec<(PhotoHash, FreshPhoto)> {
        self.fresh.iter().map(|(hash, photo)| (*hash, photo.clone())).collect()
    }

    /// So many bytes of photos an import has put into memory because the file does not have them: others wait for their room.
    pub fn imported_bytes(&self) -> u64 {
        self.fresh.values().filter(|photo| photo.lease.is_some()).map(|photo| photo.bytes.len() as u64).sum()
    }

    /// The bytes of the photos, from memory or from the file: for a job.
    pub fn picture_reader(&self) -> PictureReader {
        PictureReader { fresh: self.fresh.clone(), file: self.file_pictures.clone() }
    }

    /// The bytes of one photo: a job that waits holds no others in memory.
    pub fn reader_of(&self, photo: &Photo) -> PictureReader {
        let own = self.fresh.get(&photo.hash).map(|fresh| (photo.hash, fresh.clone()));
        PictureReader { fresh: own.into_iter().collect(), file: self.file_pictures.clone() }
    }

    /// The name for the window: that of the file, or the headline of a draft.
    pub fn name(&self) -> Option<String> {
        match &self.home {
            Home::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            _ => {
                let headline = self.editor.report().headline.as_str();
                (!headline.is_empty()).then(|| headline.to_owned())
            }
        }
    }
}

/// As a job borrows the fresh photos.
pub fn new_photos(fresh: &[(PhotoHash, FreshPhoto)]) -> Vec<NewPhoto<'_>> {
    fresh
        .iter()
        .map(|(hash, photo)| NewPhoto {
            hash: *hash,
            format: photo.format,
            bytes: &photo.bytes,
            thumbnail: &photo.thumbnail,
        })
        .collect()
}

/// Reads the pictures of a report wherever they are. Copies are cheap and go to other threads.
#[derive(Clone, Default)]
pub struct PictureReader {
    fresh: BTreeMap<PhotoHash, FreshPhoto>,
    file: Option<FilePictures>,
}

impl PictureReader {
    /// Reads the pictures of a file.
    pub fn of_file(file: FilePictures) -> Self {
        Self { fresh: BTreeMap::new(), file: Some(file) }
    }

    /// The untouched original; `None` where it is missing or damaged.
    pub fn original(&self, photo: &Photo) -> Option<Vec<u8>> {
        match self.fresh.get(&photo.hash) {
            Some(fresh) => Some(fresh.bytes.to_vec()),
            None => self.file.as_ref()?.original(photo).ok(),
        }
    }

    /// What an export made of a photo.
    pub fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        self.file.as_ref()?.derived(photo, key, format)
    }

    /// How many bytes that has.
    pub fn derived_len(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<u64> {
        self.file.as_ref()?.derived_len(photo, key, format)
    }

    /// The folder of the report's file, if it has one.
    pub fn folder(&self) -> Option<&Path> {
        self.file.as_ref()?.folder()
    }

    /// The small picture, a JPEG.
    pub fn thumbnail(&self, photo: &Photo) -> Option<Vec<u8>> {
        match self.fresh.get(&photo.hash) {
            Some(fresh) if !fresh.thumbnail.is_empty() => Some(fresh.thumbnail.to_vec()),
            _ => self.file.as_ref()?.thumbnail(photo),
        }
    }
}

/// When the next save is due. Every change is to be in the file within two seconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SaveTiming {
    first_change_s: Option<f64>,
    last_change_s: f64,
    not_before_s: f64,
}

impl SaveTiming {
    /// A pause in writing after which it is saved.
    const PAUSE_S: f64 = 0.6;
    /// The longest that a change waits while writing goes on.
    const LONGEST_S: f64 = 1.4;
    /// So long after a change, a frame that is drawn anyway takes the save along.
    const RIPE_S: f64 = 1.1;
    /// A failed save is tried again after so long.
    const RETRY_S: f64 = 5.0;

    /// Something changed.
    pub fn changed(&mut self, now_s: f64) {
        self.first_change_s.get_or_insert(now_s);
        self.last_change_s = now_s;
    }

    /// A save began: what changes from now on waits for the next one.
    pub fn started(&mut self) {
        self.first_change_s = None;
    }

    /// A save of the text took so long: on slow media the next one comes later, so that at most a quarter of the time goes by in
    /// saving.
    pub fn finished(&mut self, now_s: f64, took_s: f64) {
        self.not_before_s = now_s + (took_s * 3.0).clamp(0.0, 30.0);
    }

    /// A save failed.
    pub fn failed(&mut self, now_s: f64) {
        self.first_change_s.get_or_insert(now_s);
        self.not_before_s = now_s + Self::RETRY_S;
    }

    /// When to save; `None` while there is nothing to save.
    pub fn due_s(&self) -> Option<f64> {
        let first = self.first_change_s?;
        Some((self.last_change_s + Self::PAUSE_S).min(first + Self::LONGEST_S).max(self.not_before_s))
    }

    /// Whether to save now. While somebody writes, a frame `is_drawn_anyway`; one more for the save alone would keep a key waiting.
    pub fn is_due(&self, now_s: f64, is_drawn_anyway: bool) -> bool {
        let is_ripe = |first: f64| now_s >= (first + Self::RIPE_S).max(self.not_before_s);
        let is_late = self.due_s().is_some_and(|due_s| now_s >= due_s);
        is_late || (is_drawn_anyway && self.first_change_s.is_some_and(is_ripe))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_waits_for_a_pause_but_never_two_seconds() {
        let mut timing = SaveTiming::default();
        assert_eq!(timing.due_s(), None);
        timing.changed(10.0);
        assert_eq!(timing.due_s(), Some(10.6));
        for tenth in 1..30 {
            timing.changed(10.0 + f64::from(tenth) / 10.0);
        }
        assert!(timing.due_s().is_some_and(|due| due < 12.0));
    }

    #[test]
    fn who_writes_without_a_pause_is_saved_with_a_key() {
        let mut timing = SaveTiming::default();
        assert!(!timing.is_due(10.0, true), "nothing has changed");
        for tenth in 0..12 {
            timing.changed(10.0 + f64::from(tenth) / 10.0);
        }
        assert_eq!([timing.is_due(11.0, true), timing.is_due(11.2, true)], [false, true]);
        assert_eq!([timing.is_due(11.3, false), timing.is_due(11.4, false)], [false, true], "or without one");
        timing.started();
        assert!(!timing.is_due(11.5, true));
        timing.changed(11.6);
        timing.finished(11.7, 2.0);
        assert_eq!([timing.is_due(13.0, true), timing.is_due(17.7, true)], [false, true], "slow media are spared");
    }

    #[test]
    fn slow_media_are_saved_to_less_often() {
        let mut timing = SaveTiming::default();
        timing.changed(10.0);
        timing.started();
        timing.finished(10.5, 0.5);
        timing.changed(10.6);
        assert_eq!(timing.due_s(), Some(12.0));
    }
}
