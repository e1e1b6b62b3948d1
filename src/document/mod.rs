//! The report file as the rest of the program knows it: a report, its photos, and where the reporter was.

mod error;
mod json;
mod kept;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::file::{
    Access, Checkpoint, Container, Day, Disk, Existing, Generation, Hash, History, MemberName, NewMember, Notice,
    PhotoFormat, Reader, Saved as ContainerSaved, State,
};
use crate::photo::{self, DerivedKey, OutputFormat};
use crate::report::{IdSource, Original, Photo, PhotoHash, PictureFormat, Report, SizePx};

pub use self::error::{Counted, DocumentError, OpenNotice, TextProblem};
pub use self::json::{
    Contents, FORMAT, FORMAT_VERSION, MAX_BLOCKS, MIN_READER, read as read_json, write as write_json,
};
pub use self::kept::Derived;
use self::kept::Kept;

/// The bytes of a photo that is not in the file yet.
#[derive(Debug, Clone, Copy)]
pub struct NewPhoto<'a> {
    /// Names the bytes.
    pub hash: PhotoHash,
    /// How they are encoded.
    pub format: PictureFormat,
    /// The untouched original.
    pub bytes: &'a [u8],
    /// The small picture, a JPEG.
    pub thumbnail: &'a [u8],
}

/// An open report file.
///
/// The report itself belongs to whoever edits it; this is where it is kept. Photos that were in the report since the file
/// was opened stay in the file, so that undo can bring them back, until [`Document::release_photos`].
pub struct Document {
    container: Container,
    format_version: u64,
    is_for_newer: bool,
    held: BTreeSet<MemberName>,
    derived: Kept,
}

/// What opening a report gives.
pub struct Opened {
    /// Where it is kept.
    pub document: Document,
    /// The report, mended if need be.
    pub report: Report,
    /// Where the reporter was, if the file says so.
    pub view: Option<Value>,
    /// What the reporter should know.
    pub notices: Vec<OpenNotice>,
}

/// What a save has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The number of the state that is in the file now.
    pub generation: u64,
    /// How much was written.
    pub bytes_written: u64,
    /// Photos of the report that the file does not have.
    pub missing: Vec<PhotoHash>,
}

impl Document {
    /// Creates a report file. There is a file only when this succeeds.
    ///
    /// # Errors
    /// [`DocumentError`].
    pub fn create(
        path: &Path,
        report: &Report,
        view: Option<&Value>,
        photos: &[NewPhoto<'_>],
        existing: Existing,
    ) -> Result<Self, DocumentError> {
        let bytes = Written::new(report, view, FORMAT_VERSION, path)?;
        let add = members(photos);
        // Photos that the report has no longer may come back by undo.
        let held = referenced(report).into_iter().chain(add.iter().map(|member| member.name)).collect();
        let state =
            State { report: &|generation| bytes.at(generation), add: &add, keep: &BTreeSet::new(), checkpoint: None };
        let container = Container::create(Arc::new(Disk::ToWrite), path, &state, existing)?;
        Ok(Self { container, format_version: FORMAT_VERSION, is_for_newer: false, held, derived: Kept::default() })
    }

    /// Opens a report file; nothing is written. A damaged file opens with what is left of it.
    ///
    /// # Errors
    /// [`DocumentError`]: the file is not there, is no report, or a newer version's that cannot be read.
    pub fn open(path: &Path) -> Result<Opened, DocumentError> {
        Self::open_on(Disk::ToWrite, path)
    }

    /// Opens a report file only to read it: whoever wants to write to it is not kept out.
    ///
    /// # Errors
    /// As [`Document::open`].
    pub fn look(path: &Path) -> Result<Opened, DocumentError> {
        Self::open_on(Disk::ToRead, path)
    }

    fn open_on(disk: Disk, path: &Path) -> Result<Opened, DocumentError> {
        let opened = Container::open(Arc::new(disk), path)?;
        let mut notices: Vec<_> = OpenNotice::of_state(opened.found).into_iter().collect();
        notices.extend(opened.notices.iter().map(foreign));
        let problem = |problem| DocumentError::Text { path: path.to_owned(), problem };
        let container = opened.container;
        let mut contents = match &opened.report {
            Some(bytes) => json::read(bytes).map_err(problem)?,
            None => {
                notices = vec![OpenNotice::TextLost];
                let report = photos_alone(&container);
                Contents { report, view: None, format_version: FORMAT_VERSION, is_for_newer: false }
            }
        };
        let count = contents.report.mend();
        if count > 0 {
            notices.push(OpenNotice::Mended { count });
        }
        if contents.is_for_newer {
            notices.push(OpenNotice::Newer);
        }
        let present: BTreeSet<_> = container.names().collect();
        let missing =
            contents.report.photos.iter().filter(|photo| !present.contains(&member(photo.hash, photo.format)));
        notices.extend(missing.map(|photo| OpenNotice::PhotoMissing { file_name: photo.file_name.to_string() }));
        let derived = Kept::of_file(container.names());
        let document = Self {
            derived,
            container,
            format_version: contents.format_version,
            is_for_newer: contents.is_for_newer,
            held: referenced(&contents.report),
        };
        Ok(Opened { document, report: contents.report, view: contents.view, notices })
    }

    /// Whether it can be saved to.
    pub fn access(&self) -> Access {
        if self.is_for_newer { Access::ReadOnly } else { self.container.access() }
    }

    /// Where the file is, links followed.
    pub fn path(&self) -> &Path {
        self.container.path()
    }

    /// The number of the state in the file.
    pub fn generation(&self) -> u64 {
        self.container.generation().get()
    }

    /// The version of the format that the file is in.
    pub fn format_version(&self) -> u64 {
        self.format_version
    }

    /// The container, for versions, waste and the like.
    pub fn container(&self) -> &Container {
        &self.container
    }

    /// Makes this report the newest state of the file. When this returns, it is on the medium.
    ///
    /// # Errors
    /// [`DocumentError`]; the last saved state is then as it was.
    pub fn save(
        &mut self,
        report: &Report,
        view: Option<&Value>,
        added: &[NewPhoto<'_>],
        checkpoint: Option<Checkpoint>,
    ) -> Result<Saved, DocumentError> {
        if self.is_for_newer {
            return Err(DocumentError::Text { path: self.path().to_owned(), problem: TextProblem::ReadOnlyHere });
        }
        let bytes = Written::new(report, view, self.format_version, self.path())?;
        let mut keep = referenced(report);
        self.derived.retain(&keep);
        keep.extend(self.derived.names());
        keep.extend(members(added).iter().map(|member| member.name));
        keep.extend(self.held.iter().copied());
        let mut saved = self.save_batch(&bytes, added, &keep, checkpoint)?;
        while self.derived.has_fresh() {
            match self.save_batch(&bytes, &[], &keep, None) {
                Ok(more) => {
                    saved.generation = more.generation;
                    saved.bytes_written += more.bytes_written;
                }
                // The report is saved; these are made again when they are needed.
                Err(err) => log::warn!("what an export made is not kept in the file: {err}"),
            }
        }
        self.held = keep;
        self.held.retain(|name| !matches!(name, MemberName::Derived { .. }));
        let own = referenced(report);
        let missing = saved.missing.into_iter().filter(|name| own.contains(name)).filter_map(|name| match name {
            MemberName::Photo { hash, .. } => Some(PhotoHash::from_bytes(hash.0)),
            _ => None,
        });
        Ok(Saved { generation: saved.generation.get(), bytes_written: saved.bytes_written, missing: missing.collect() })
    }

    /// Saves, and with it some of what exports made.
    fn save_batch(
        &mut self,
        report: &Written,
        added: &[NewPhoto<'_>],
        keep: &BTreeSet<MemberName>,
        checkpoint: Option<Checkpoint>,
    ) -> Result<ContainerSaved, DocumentError> {
        let batch = self.derived.batch();
        let mut add = members(added);
        add.extend(batch.iter().map(|(name, bytes)| NewMember { name: *name, bytes }));
        let state = State { report: &|generation| report.at(generation), add: &add, keep, checkpoint };
        let saved = self.container.save(&state);
        drop(add);
        if saved.is_err() {
            self.derived.forget(&batch);
        }
        Ok(saved?)
    }

    /// Lets go of photos that the report has no longer: the next save leaves them out. For whoever cannot undo any more.
    pub fn release_photos(&mut self, report: &Report) {
        self.held = referenced(report);
    }

    /// Whether the file has photos that the report has no longer, or much else that no state needs any more.
    pub fn needs_tidying(&self, report: &Report) -> bool {
        let own = referenced(report);
        let is_picture = |name: &MemberName| matches!(name, MemberName::Photo { .. } | MemberName::Thumb(_));
        self.container.is_wasteful() || self.container.names().any(|name| is_picture(&name) && !own.contains(&name))
    }

    /// Whether the original of a photo is in the file.
    pub fn has_original(&self, photo: &Photo) -> bool {
        let name = member(photo.hash, photo.format);
        self.container.names().any(|other| other == name)
    }

    /// Writes the file anew without what no state needs any more. What was removed from the report is gone from the file
    /// after this.
    ///
    /// # Errors
    /// [`DocumentError`]; the file is then as it was.
    pub fn compact(&mut self, report: &Report, view: Option<&Value>) -> Result<(), DocumentError> {
        let bytes = Written::new(report, view, self.format_version, self.path())?;
        let mut keep = referenced(report);
        self.derived.retain(&keep);
        keep.extend(self.derived.names());
        let state = State { report: &|generation| bytes.at(generation), add: &[], keep: &keep, checkpoint: None };
        self.container.compact(&state, &mut |_| ControlFlow::Continue(()))?;
        self.held = referenced(report);
        Ok(())
    }

    /// Keeps what an export made and found made, from the next save on, for as long as the photos are in the report.
    pub fn keep_derived(&mut self, made: &[Derived]) {
        self.derived.take(made);
    }

    /// Writes the report to another file with all its photos, also those that undo could bring back, and goes on there. A copy of a
    /// newer version's report can be changed.
    ///
    /// # Errors
    /// [`DocumentError`].
    pub fn copy_to(
        &mut self,
        path: &Path,
        report: &Report,
        view: Option<&Value>,
        existing: Existing,
        history: History,
    ) -> Result<Self, DocumentError> {
        let bytes = Written::new(report, view, self.format_version, path)?;
        let mut keep = referenced(report);
        // Undo may ask for them: they go when the report is closed.
        keep.extend(self.held.iter().copied());
        let held = keep.clone();
        self.derived.retain(&keep);
        keep.extend(self.derived.names());
        let state = State { report: &|generation| bytes.at(generation), add: &[], keep: &keep, checkpoint: None };
        let (container, _) =
            self.container.copy_to(path, &state, existing, history, &mut |_| ControlFlow::Continue(()))?;
        let derived = Kept::of_file(container.names());
        Ok(Self { container, format_version: self.format_version, is_for_newer: false, held, derived })
    }

    /// Reads pictures; for other threads.
    pub fn pictures(&self) -> Pictures {
        Pictures { reader: self.container.reader(), folder: self.path().parent().map(Arc::from) }
    }
}

/// Reads the pictures of a report. Copies are cheap.
#[derive(Clone)]
pub struct Pictures {
    reader: Reader,
    folder: Option<Arc<Path>>,
}

impl Pictures {
    /// The folder that the report's file was in when it was opened.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The untouched original, checked against its hash.
    ///
    /// # Errors
    /// [`DocumentError::File`]: it is missing, damaged or cannot be read.
    pub fn original(&self, photo: &Photo) -> Result<Vec<u8>, DocumentError> {
        Ok(self.reader.read(member(photo.hash, photo.format))?)
    }

    /// Whether the original of a photo is in the file.
    pub fn has_original(&self, photo: &Photo) -> bool {
        self.reader.has(member(photo.hash, photo.format))
    }

    /// The small picture, a JPEG, if there is an undamaged one.
    pub fn thumbnail(&self, photo: &Photo) -> Option<Vec<u8>> {
        self.reader.read(MemberName::Thumb(hash(photo.hash))).ok()
    }

    /// What an export made of a photo, if it was kept and is undamaged.
    pub fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        self.reader.read(MemberName::Derived { photo: hash(photo.hash), key, format }).ok()
    }

    /// How many bytes that has.
    pub fn derived_len(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<u64> {
        self.reader.size(MemberName::Derived { photo: hash(photo.hash), key, format }).map(u64::from)
    }
}

/// Now, for what is sent: RFC 3339 with an offset.
pub fn now() -> String {
    jiff::ZonedDateTime::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Today, for checkpoints.
pub fn today() -> Day {
    let date = jiff::ZonedDateTime::now().date();
    Day::new(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// A report as JSON. Made once before anything is written; the generation is filled in when the container gives it.
struct Written {
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Written {
    fn new(report: &Report, view: Option<&Value>, format_version: u64, path: &Path) -> Result<Self, DocumentError> {
        let written = json::write(report, view, format_version, Generation::FIRST)
            .map_err(|error| DocumentError::Text { path: path.to_owned(), problem: TextProblem::Unwritable(error) })?;
        // The field stands among the first and before any text, so that the first occurrence is the field.
        const FIELD: &[u8] = b"\"generation\": 1";
        let at = written.windows(FIELD.len()).position(|window| window == FIELD).unwrap_or(0) + FIELD.len() - 1;
        Ok(Self { before: written[..at].to_vec(), after: written[at + 1..].to_vec() })
    }

    fn at(&self, generation: Generation) -> Vec<u8> {
        [self.before.as_slice(), generation.to_string().as_bytes(), self.after.as_slice()].concat()
    }
}

fn hash(hash: PhotoHash) -> Hash {
    // Both are 64 lower-case digits in words; the value itself is private to the document model.
    hash.to_string().parse().unwrap_or(Hash([0; 32]))
}

fn member(photo: PhotoHash, format: PictureFormat) -> MemberName {
    let format = match format {
        PictureFormat::Jpeg => PhotoFormat::Jpeg,
        PictureFormat::Png => PhotoFormat::Png,
        PictureFormat::Webp => PhotoFormat::Webp,
        PictureFormat::Gif => PhotoFormat::Gif,
        PictureFormat::Tiff => PhotoFormat::Tiff,
    };
    MemberName::Photo { hash: hash(photo), format }
}

fn members<'a>(photos: &[NewPhoto<'a>]) -> Vec<NewMember<'a>> {
    let both = photos.iter().flat_map(|photo| {
        [
            NewMember { name: member(photo.hash, photo.format), bytes: photo.bytes },
            NewMember { name: MemberName::Thumb(hash(photo.hash)), bytes: photo.thumbnail },
        ]
    });
    both.filter(|member| !member.bytes.is_empty()).collect()
}

fn referenced(report: &Report) -> BTreeSet<MemberName> {
    report
        .photos
        .iter()
        .flat_map(|photo| [member(photo.hash, photo.format), MemberName::Thumb(hash(photo.hash))])
        .collect()
}

fn foreign(notice: &Notice) -> OpenNotice {
    match notice {
        Notice::UnknownMember(name) => OpenNotice::Foreign { name: name.clone() },
        Notice::ImpossibleMember(name) => OpenNotice::Foreign { name: name.to_string() },
        Notice::SearchCutShort => OpenNotice::SearchCutShort,
    }
}

/// What is left when the text is lost: a report of all photos that still are pictures.
fn photos_alone(container: &Container) -> Report {
    let mut ids = IdSource::from_seed(container.generation().get());
    let mut report = Report::new(&mut ids, "en");
    for name in container.names() {
        let MemberName::Photo { hash, format } = name else { continue };
        let Ok(probed) = container.read(name).map_err(drop).and_then(|bytes| photo::probe(&bytes).map_err(drop)) else {
            continue;
        };
        let original = Original {
            hash: PhotoHash::from_bytes(hash.0),
            format: match format {
                PhotoFormat::Jpeg => PictureFormat::Jpeg,
                PhotoFormat::Png => PictureFormat::Png,
                PhotoFormat::Webp => PictureFormat::Webp,
                PhotoFormat::Gif => PictureFormat::Gif,
                PhotoFormat::Tiff => PictureFormat::Tiff,
            },
            file_name: "".into(),
            size_px: SizePx { width: probed.width, height: probed.height },
            taken: probed.taken.map(|taken| taken.local.into()),
        };
        report.photos.push(Arc::new(Photo::new(ids.photo(), original)));
    }
    report
}

#[cfg(test)]
mod tests;
