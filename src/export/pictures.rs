//! The pictures of an export: each photo decoded once, on two threads at most, into every size that the page asks for.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::document::Derived;
use crate::export::typesetting::Typesetting;
use crate::export::{ExportError, Notice, PhotoTrouble, PictureSource, Watch, parallel};
use crate::file::{Spool, Spooled};
use crate::photo::{
    AspectRatio, AtHand, Crop, Derivative, DeriveRequest, DerivedKey, Edit, FocalPoint, Limits, Original, OutputFormat,
    PhotoError, PhotoMetadata, Position, Role, Rung, Shelf, make_derivatives_kept,
};
use crate::report::{Photo, PhotoId, PictureFormat, Report};

/// Widths of pictures on a page, and the most bytes that a file of each may have. Upright pictures stand narrower.
pub(super) const LADDER: [(u32, usize); 4] = [(480, 34_000), (720, 64_000), (960, 100_000), (1440, 190_000)];

/// What a page needs of its photos.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Files beside the page: four widths, and the crops of the lead photo for previews.
    Files,
    /// Pictures inside the page: three widths.
    Inside,
    /// Pictures in a document: the widest, as JPEG.
    Document,
    /// As in a document, and the lead photo for its cover.
    Book,
}

/// One file that was made of a photo.
#[derive(Debug, Clone)]
pub(super) struct PictureFile {
    /// Which wish it fulfils.
    pub role: Role,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file's format.
    pub format: OutputFormat,
    /// The file.
    pub bytes: Spooled,
}

/// The files made of one photo.
#[derive(Debug, Clone)]
pub(super) struct Made {
    /// From 1, in the order of the page.
    pub number: usize,
    /// The files.
    pub files: Vec<PictureFile>,
}

impl Made {
    /// What its figure is called on the page, for addresses and for structured data.
    pub fn id(&self) -> String {
        format!("photo-{}", self.number)
    }

    /// The files of one format on the ladder, the narrowest first.
    pub fn rungs(&self, format: OutputFormat) -> Vec<&PictureFile> {
        let mut rungs: Vec<_> =
            self.files.iter().filter(|file| file.role == Role::Rung && file.format == format).collect();
        rungs.sort_by_key(|file| file.width);
        rungs
    }

    /// The widest JPEG, for documents.
    pub fn widest(&self) -> Option<&PictureFile> {
        self.rungs(OutputFormat::Jpeg).pop()
    }

    /// The cuts for previews, the widest shape first.
    pub fn crops(&self) -> impl Iterator<Item = &PictureFile> {
        self.files.iter().filter(|file| matches!(file.role, Role::Crop(_)))
    }

    /// Whether a file of a page's folder of pictures is called as one of these.
    pub fn is_name(name: &str) -> bool {
        let Some((number, rest)) = name.strip_prefix("photo-").and_then(|rest| rest.split_once('-')) else {
            return false;
        };
        let Some((size, extension)) = rest.split_once('.') else { return false };
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_size = are_digits(size) || size.split_once('x').is_some_and(|(w, h)| are_digits(w) && are_digits(h));
        are_digits(number) && is_size && matches!(extension, "jpg" | "webp")
    }

    /// What a file is called: ASCII, short, and the same in every export of the same report.
    pub fn name(&self, file: &PictureFile) -> String {
        let extension = file.format.photo_format().extension();
        match file.role {
            Role::Rung => format!("photo-{:02}-{}.{extension}", self.number, file.width),
            Role::Crop(aspect) => format!("photo-{:02}-{}x{}.{extension}", self.number, aspect.across, aspect.down),
        }
    }
}

/// The pictures of a page by photo.
pub(super) type ByPhoto = BTreeMap<PhotoId, Made>;

/// What came of the photos of a page.
#[derive(Default)]
pub(super) struct Pictures {
    /// Those that there are.
    pub made: ByPhoto,
    /// What is to be said of the others.
    pub lost: Vec<Notice>,
    /// To be kept for the next export.
    pub derived: Vec<Derived>,
}

/// What is to be made of one photo.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    /// Which one.
    pub photo: &'a Arc<Photo>,
    is_shown: bool,
    is_lead: bool,
}

/// The photos in the order of the page, and the lead photo, which need not be on it but is what previews show.
pub(super) fn jobs(report: &Report, need: Need) -> Vec<Job<'_>> {
    let figures = report.body.blocks().iter().filter_map(|block| report.photo(block.photo()?));
    let mut jobs: Vec<Job<'_>> = figures.map(|photo| Job { photo, is_shown: true, is_lead: false }).collect();
    if matches!(need, Need::Inside | Need::Document) {
        return jobs;
    }
    let lead = report.details.lead_photo.and_then(|id| report.photo(id));
    match lead.map(|lead| (lead, jobs.iter().position(|job| job.photo.id == lead.id))) {
        Some((photo, None)) => jobs.push(Job { photo, is_shown: false, is_lead: true }),
        known => {
            let at = known.and_then(|(_, at)| at).unwrap_or(0);
            if let Some(job) = jobs.get_mut(at) {
                job.is_lead = true;
            }
        }
    }
    jobs
}

/// Makes the pictures of all figures, and puts their files into the spool. A picture that is missing or damaged is left out with a notice.
pub(super) fn make(
    report: &Report,
    source: &dyn PictureSource,
    need: Need,
    (spool, out): (&Spool, &Path),
    watch: &mut Watch<'_>,
) -> Result<Pictures, ExportError> {
    let jobs = jobs(report, need);
    let cancel = watch.cancel;
    let made = parallel::each(&jobs, watch, |job| {
        let shelf = PhotoShelf::new(source, job.photo, spool);
        let files =
            made_of(report, &shelf, vec![wishes(job, need)], &mut InHand::default(), cancel).map(|mut made| made.pop());
        let files = files.map(|files| shelf.put_all(files.unwrap_or_default()));
        Ok((job.photo.id, turned(files).map_err(|err| ExportError::io(out, err))?, shelf.used()))
    })?;
    let mut pictures = Pictures::default();
    for (index, (id, files, used)) in made.into_iter().enumerate() {
        pictures.derived.extend(used);
        match files {
            Ok(files) => {
                pictures.made.insert(id, Made { number: index + 1, files });
            }
            Err(trouble) => {
                pictures.lost.push(lost(report, id, trouble));
            }
        }
    }
    Ok(pictures)
}

/// What the disk says comes first.
pub(super) fn turned<T>(made: Result<io::Result<T>, PhotoTrouble>) -> io::Result<Result<T, PhotoTrouble>> {
    match made {
        Ok(Ok(made)) => Ok(Ok(made)),
        Ok(Err(err)) => Err(err),
        Err(trouble) => Ok(Err(trouble)),
    }
}

/// What is said of a photo that there is no picture of.
pub(super) fn lost(report: &Report, photo: PhotoId, trouble: PhotoTrouble) -> Notice {
    let name = report.photo(photo).map(|photo| photo.file_name.to_string()).unwrap_or_default();
    Notice::Photo { photo, name, trouble }
}

/// What was kept of one photo, and what is to be.
pub(super) struct PhotoShelf<'a> {
    source: &'a dyn PictureSource,
    photo: &'a Photo,
    spool: &'a Spool,
    used: Mutex<Vec<Derived>>,
}

impl<'a> PhotoShelf<'a> {
    /// The shelf of a photo.
    pub fn new(source: &'a dyn PictureSource, photo: &'a Photo, spool: &'a Spool) -> Self {
        Self { source, photo, spool, used: Mutex::default() }
    }

    /// What was found on it or put there.
    pub fn used(self) -> Vec<Derived> {
        self.used.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file where the others are. Without its words it may be there already: then these alone are put there.
    pub fn put_file(&self, made: Derivative) -> io::Result<PictureFile> {
        let Derivative { role, width, height, format, key, bytes, .. } = made;
        let bare = {
            let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
            let bare = used.iter().find(|derived| (Some(derived.key), derived.format) == (key, format));
            bare.and_then(|derived| derived.fresh.clone())
        };
        let bytes = match bare {
            Some(bare) => self.spool.put_ending_as(bytes, &bare)?,
            None => self.spool.put(bytes)?,
        };
        Ok(PictureFile { role, width, height, format, bytes })
    }

    /// As [`PhotoShelf::put_file`].
    pub fn put_all(&self, files: Vec<Derivative>) -> io::Result<Vec<PictureFile>> {
        files.into_iter().map(|file| self.put_file(file)).collect()
    }

    fn note(&self, key: DerivedKey, format: OutputFormat, fresh: Option<Spooled>) {
        let derived = Derived { photo: self.photo.hash, key, format, fresh };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).push(derived);
    }
}

impl Shelf for PhotoShelf<'_> {
    fn get(&self, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        let found = self.source.derived(self.photo, key, format)?;
        self.note(key, format, None);
        Some(found)
    }

    fn put(&self, key: DerivedKey, format: OutputFormat, bytes: &[u8]) {
        match self.spool.put(bytes.to_vec()) {
            Ok(fresh) => self.note(key, format, Some(fresh)),
            // The picture itself will not fit either, and that is told.
            Err(err) => log::warn!("a picture is not kept for the next export: {err}"),
        }
    }
}

/// What a page needs of one photo.
pub(super) fn wishes(job: &Job<'_>, need: Need) -> DeriveRequest {
    let size = job.photo.shown_size_px();
    let widest = if size.height > size.width || need == Need::Inside { 960 } else { 1440 };
    let is_for_document = matches!(need, Need::Document | Need::Book);
    let rungs = LADDER.iter().filter(|(width, _)| (job.is_shown || is_for_document) && *width <= widest);
    let left_out = if is_for_document { rungs.clone().count().saturating_sub(1) } else { 0 };
    let shapes = [AspectRatio::WIDE, AspectRatio::CLASSIC, AspectRatio::SQUARE];
    let crops = shapes.map(|aspect| Crop { aspect, width: 1200, byte_budget: Some(190_000) });
    let wishes = DeriveRequest {
        rungs: rungs.skip(left_out).map(|(width, bytes)| Rung { width: *width, byte_budget: Some(*bytes) }).collect(),
        crops: if job.is_lead && need == Need::Files { crops.to_vec() } else { Vec::new() },
        ..DeriveRequest::default()
    };
    if is_for_document { DeriveRequest { formats: vec![OutputFormat::Jpeg], ..wishes } } else { wishes }
}

/// A photo with more pixels than this that must be decoded at its own size is decoded alone: of two at once the pixels would need more memory
/// than small machines have.
const LARGE_PX: u64 = 12_000_000;

static ONE_LARGE: Mutex<()> = Mutex::new(());

/// What is in memory of one photo between two wishes.
#[derive(Default)]
pub(super) struct InHand {
    photo: AtHand,
    alone: Option<MutexGuard<'static, ()>>,
}

impl InHand {
    /// For more than one wish: the pixels stay for the next.
    pub fn for_more() -> Self {
        Self { photo: AtHand::for_more(), alone: None }
    }
}

/// Makes what is wished of a photo, as the report shows it and with what the report says of it; for each of the wishes.
pub(super) fn made_of(
    report: &Report,
    shelf: &PhotoShelf<'_>,
    wishes: Vec<DeriveRequest>,
    in_hand: &mut InHand,
    cancel: &AtomicBool,
) -> Result<Vec<Vec<Derivative>>, PhotoTrouble> {
    let photo = shelf.photo;
    let bytes = || {
        shelf.source.original(photo).map_err(|err| match err {
            crate::export::PictureError::Missing => PhotoTrouble::Missing,
            crate::export::PictureError::Unreadable { reason } => PhotoTrouble::Damaged { reason },
        })
    };
    // Read for the position, and then for the pixels: once.
    let known = Cell::new(None);
    let position = match (report.details.keep_position, in_hand.photo.bytes()) {
        (false, _) => None,
        (true, Some(bytes)) => Position::read(bytes),
        (true, None) => {
            let bytes = bytes()?;
            let position = Position::read(&bytes);
            known.set(Some(bytes));
            position
        }
    };
    let (is_large, alone) = (is_large(photo, &wishes), Cell::new(in_hand.alone.take()));
    let read = || {
        if is_large {
            let held = alone.take();
            alone.set(held.or_else(|| Some(ONE_LARGE.lock().unwrap_or_else(PoisonError::into_inner))));
        }
        known.take().map_or_else(bytes, Ok)
    };
    let requests: Vec<DeriveRequest> =
        wishes.into_iter().map(|wishes| DeriveRequest { position, ..request(report, photo, wishes) }).collect();
    let hash = photo.hash.to_string();
    let original = Original { hash: &hash, size: (photo.size_px.width, photo.size_px.height), read: &read };
    let made = make_derivatives_kept(&original, &requests, &Limits::default(), (shelf, &mut in_hand.photo), cancel);
    in_hand.alone = alone.take();
    made
}

/// Wishes of a photo as the report shows it and with what the report says of it, but where it was taken.
pub(super) fn request(report: &Report, photo: &Photo, wishes: DeriveRequest) -> DeriveRequest {
    DeriveRequest {
        edit: Edit::of(photo),
        focal_point: FocalPoint::of(photo),
        metadata: metadata(report, photo),
        ..wishes
    }
}

fn is_large(photo: &Photo, wishes: &[DeriveRequest]) -> bool {
    let size = photo.size_px;
    let is_halved = |wishes: &DeriveRequest| {
        let widest = wishes.rungs.iter().map(|rung| u64::from(rung.width)).max().unwrap_or(0);
        widest * u64::from(wishes.oversampling) / 100 <= u64::from(photo.shown_size_px().width) / 2
    };
    let is_small = photo.format == PictureFormat::Jpeg && wishes.iter().all(is_halved);
    u64::from(size.width) * u64::from(size.height) > LARGE_PX && !is_small
}

impl From<PhotoError> for PhotoTrouble {
    fn from(err: PhotoError) -> Self {
        Self::Damaged { reason: err.to_string().trim_end_matches('.').to_owned() }
    }
}

/// What the files say of themselves: what the page says, and nothing of the camera's.
pub fn metadata(report: &Report, photo: &Photo) -> PhotoMetadata {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let details = &report.details;
    // A photo that says where it was taken was not taken where the conference is.
    let is_elsewhere = [&photo.place, &photo.city, &photo.country].iter().any(|part| !part.trim().is_empty());
    let placed = |own: &str, of_event: &str| if is_elsewhere { some(own) } else { some(of_event) };
    let people = photo.people.iter().filter_map(|id| report.participant(*id));
    PhotoMetadata {
        caption: some(&Typesetting::of(report).plain(photo.caption.as_str())),
        headline: some(report.headline.as_str()),
        creator: some(&photo.creator).or_else(|| some(photo.credit.as_str())),
        credit: some(photo.credit.as_str()),
        copyright: some(&photo.copyright).or_else(|| some(&details.rights)),
        location: placed(&photo.place, &details.event.venue),
        city: placed(&photo.city, &details.event.city).or_else(|| placed("", report.place.as_str())),
        country: placed(&photo.country, &details.event.country),
        date: photo.taken.as_deref().and_then(some),
        persons: people.filter(|person| !person.is_organisation()).map(|person| person.name.to_string()).collect(),
        alt: some(photo.alt.as_str()),
        web_statement: some(&details.publication.licence_url),
        ..PhotoMetadata::default()
    }
}
