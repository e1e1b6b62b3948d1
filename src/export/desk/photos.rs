//! The photos of a package: as large as the desk wants them, and smaller where the package must not weigh so much.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::Derived;
use crate::export::pictures::{self, InHand, Made, Need, PhotoShelf, PictureFile, Pictures};
use crate::export::{ExportError, Notice, PhotoTrouble, PictureSource, Watch, parallel};
use crate::file::{Spool, Spooled};
use crate::filing::Preset;
use crate::photo::{Derivative, DeriveRequest, OutputFormat, Quality, Rung};
use crate::report::{Photo, PhotoId, Report, SizePx};

/// A photo as the package holds it.
#[derive(Debug, Clone)]
pub(super) struct DeskPhoto {
    /// Which one.
    pub photo: Arc<Photo>,
    /// From 1: those in the text in its order, then the others. The same number as in the names of the page's pictures.
    pub number: usize,
    /// Whether it stands in the text.
    pub in_text: bool,
    /// Pixels across and down.
    pub size_px: SizePx,
    /// The file.
    pub bytes: Spooled,
}

impl DeskPhoto {
    /// Its path in the package.
    pub fn path(&self, preset: &Preset) -> String {
        format!("photos/{}-{:02}.jpg", preset.photo_name, self.number)
    }
}

/// What came of the photos of a package.
#[derive(Default)]
pub(super) struct DeskPhotos {
    /// Those that there are, by number.
    pub photos: Vec<DeskPhoto>,
    /// To be kept for the next export.
    pub derived: Vec<Derived>,
}

/// One photo to be made.
struct Job<'a> {
    photo: &'a Arc<Photo>,
    number: usize,
    in_text: bool,
    /// What the page needs of it, and its number there.
    on_page: Option<(pictures::Job<'a>, usize)>,
}

/// The photos of the text in its order; the one that stands for the story, if it is not among them; and the others where they are
/// wanted.
fn jobs<'a>(report: &'a Report, preset: &Preset) -> Vec<Job<'a>> {
    let in_text: Vec<PhotoId> = report.body.blocks().iter().filter_map(|block| block.photo()).collect();
    let mut wanted = in_text.clone();
    wanted.extend(report.details.lead_photo);
    if preset.all_photos {
        wanted.extend(report.photos.iter().map(|photo| photo.id));
    }
    let on_page = pictures::jobs(report, Need::Files);
    let mut jobs: Vec<Job<'a>> = Vec::new();
    for photo in wanted.iter().filter_map(|id| report.photo(*id)) {
        if !jobs.iter().any(|job| job.photo.id == photo.id) {
            let at = on_page.iter().rposition(|job| job.photo.id == photo.id);
            let on_page = at.and_then(|at| Some((*on_page.get(at)?, at + 1)));
            jobs.push(Job { photo, number: jobs.len() + 1, in_text: in_text.contains(&photo.id), on_page });
        }
    }
    jobs
}

/// How many photos a package has.
pub(super) fn count(report: &Report, preset: &Preset) -> usize {
    jobs(report, preset).len()
}

/// What a package needs of each photo besides the page's pictures, where there is room.
pub(in crate::export) fn requests<'a>(report: &'a Report, preset: &Preset) -> Vec<(&'a Arc<Photo>, DeriveRequest)> {
    let wish = Wish::of_preset(preset);
    jobs(report, preset).into_iter().map(|job| (job.photo, wish.request(job.photo))).collect()
}

/// What was made of one photo.
struct OfOne {
    on_page: Vec<PictureFile>,
    of_desk: PictureFile,
}

/// Makes the photos in the size and quality that the desk asks for, and of the same pixels the pictures of the page.
pub(super) fn make(
    report: &Report,
    source: &dyn PictureSource,
    preset: &Preset,
    (spool, out): (&Spool, &Path),
    watch: &mut Watch<'_>,
) -> Result<(Pictures, DeskPhotos), ExportError> {
    let jobs = jobs(report, preset);
    let cancel = watch.cancel;
    let made = parallel::each(&jobs, watch, |job| {
        let shelf = PhotoShelf::new(source, job.photo, spool);
        let of_page = job.on_page.as_ref().map(|(job, _)| pictures::wishes(job, Need::Files));
        let wishes = of_page.into_iter().chain([Wish::of_preset(preset).request(job.photo)]).collect();
        let made = pictures::made_of(report, &shelf, wishes, &mut InHand::default(), cancel).and_then(|mut made| {
            let of_desk = made.pop().into_iter().flatten().next().ok_or_else(no_size)?;
            Ok((made.into_iter().flatten().collect(), of_desk))
        });
        let put = made.map(|(on_page, of_desk)| {
            Ok(OfOne { on_page: shelf.put_all(on_page)?, of_desk: shelf.put_file(of_desk)? })
        });
        Ok((pictures::turned(put).map_err(|err| ExportError::io(out, err))?, shelf.used()))
    })?;
    let (mut pictures, mut photos) = (Pictures::default(), DeskPhotos::default());
    for (job, (made, used)) in jobs.iter().zip(made) {
        photos.derived.extend(used);
        match made {
            Ok(OfOne { on_page, of_desk }) => {
                if let Some((_, number)) = job.on_page {
                    pictures.made.insert(job.photo.id, Made { number, files: on_page });
                }
                photos.photos.push(DeskPhoto {
                    photo: Arc::clone(job.photo),
                    number: job.number,
                    in_text: job.in_text,
                    size_px: SizePx { width: of_desk.width, height: of_desk.height },
                    bytes: of_desk.bytes,
                });
            }
            Err(trouble) => pictures.lost.push(pictures::lost(report, job.photo.id, trouble)),
        }
    }
    Ok((pictures, photos))
}

fn no_size() -> PhotoTrouble {
    PhotoTrouble::Damaged { reason: "it has no size".to_owned() }
}

/// One file that is wished for.
#[derive(Debug, Clone, Copy)]
struct Wish {
    side_px: u32,
    quality: u8,
    lowest: u8,
    most_bytes: Option<usize>,
}

impl Wish {
    /// What a desk wants where there is room.
    fn of_preset(preset: &Preset) -> Self {
        Self { side_px: preset.side_px, quality: preset.quality, lowest: preset.quality, most_bytes: None }
    }

    fn request(self, photo: &Photo) -> DeriveRequest {
        DeriveRequest {
            rungs: vec![Rung { width: width_for(photo.shown_size_px(), self.side_px), byte_budget: self.most_bytes }],
            formats: vec![OutputFormat::Jpeg],
            jpeg_quality: Quality::new(self.quality),
            lowest_quality: Quality::new(self.lowest),
            oversampling: OVERSAMPLING,
            ..DeriveRequest::default()
        }
    }

    fn of(
        self,
        report: &Report,
        shelf: &PhotoShelf<'_>,
        (photo, in_hand): (&Photo, &mut InHand),
        cancel: &AtomicBool,
    ) -> Result<Derivative, PhotoTrouble> {
        let made = pictures::made_of(report, shelf, vec![self.request(photo)], in_hand, cancel)?;
        made.into_iter().flatten().next().ok_or_else(no_size)
    }
}

/// A desk's photo is made of one that is decoded no wider, where the camera's size allows it: a JPEG that is decoded at half its size
/// is as sharp as one that is made half as large, and this is what lets the page be made of the same pixels.
const OVERSAMPLING: u32 = 100;

/// The width of a picture whose longer side has so many pixels: one less than the nearest where an upright one would be higher than that.
fn width_for(size: SizePx, side_px: u32) -> u32 {
    let [width, height, side] = [size.width, size.height, side_px].map(u64::from);
    let scaled = |length: u64, to: u64, from: u64| (length * to + from / 2) / from.max(1);
    let fitted = scaled(width, side, width.max(height));
    let is_too_high = height > width && scaled(height, fitted, width) > side;
    u32::try_from(fitted.saturating_sub(u64::from(is_too_high))).unwrap_or(side_px).max(1)
}

/// Below this quality a desk sees that a photo was squeezed: before that it is made smaller.
const GOOD_QUALITY: u8 = 64;
/// Below this a photo is of no use to anybody.
const LOWEST_QUALITY: u8 = 44;
/// A photo for the web has at least so many pixels on its longer side.
const SMALLEST_SIDE_PX: u32 = 1200;

/// Makes photos smaller until all of them together have no more than `room` bytes, if that can be. The largest give way first; those
/// that are no larger than their share stay as they are. Tells of each that was made smaller.
pub(super) fn fit(
    report: &Report,
    source: &dyn PictureSource,
    preset: &Preset,
    photos: &mut DeskPhotos,
    (room, spool, out): (u64, &Spool, &Path),
    watch: &mut Watch<'_>,
) -> Result<Vec<Notice>, ExportError> {
    let sizes: Vec<u64> = photos.photos.iter().map(|photo| photo.bytes.len() as u64).collect();
    let share = share(&sizes, room);
    let large: Vec<&DeskPhoto> = photos.photos.iter().filter(|photo| photo.bytes.len() as u64 > share).collect();
    let cancel = watch.cancel;
    let made = parallel::each(&large, watch, |photo| {
        let shelf = PhotoShelf::new(source, &photo.photo, spool);
        let file = squeezed(report, &shelf, preset, photo, share, cancel).map(|file| shelf.put_file(file));
        Ok((photo.number, pictures::turned(file).map_err(|err| ExportError::io(out, err))?, shelf.used()))
    })?;
    let mut smaller: BTreeMap<usize, PictureFile> = BTreeMap::new();
    for (number, file, used) in made {
        photos.derived.extend(used);
        if let Ok(file) = file {
            smaller.insert(number, file);
        }
    }
    let mut notices = Vec::new();
    for photo in &mut photos.photos {
        let Some(file) = smaller.remove(&photo.number).filter(|file| file.bytes.len() < photo.bytes.len()) else {
            continue;
        };
        photo.size_px = SizePx { width: file.width, height: file.height };
        photo.bytes = file.bytes;
        notices.push(Notice::Shrunk {
            photo: photo.photo.id,
            file: photo.path(preset),
            size_px: photo.size_px,
            kilobytes: photo.bytes.len().div_ceil(1000),
        });
    }
    Ok(notices)
}

/// The most that one of these may have so that all of them have no more than `room`.
fn share(sizes: &[u64], room: u64) -> u64 {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    let (mut room, mut left) = (room, sizes.len() as u64);
    for size in sizes {
        let share = room / left;
        if size > share {
            return share;
        }
        room -= size;
        left -= 1;
    }
    u64::MAX
}

/// Lower quality first, as far as nobody sees it; then fewer pixels; and at last whatever it takes.
fn squeezed(
    report: &Report,
    shelf: &PhotoShelf<'_>,
    preset: &Preset,
    photo: &DeskPhoto,
    most: u64,
    cancel: &AtomicBool,
) -> Result<Derivative, PhotoTrouble> {
    let most_bytes = Some(usize::try_from(most).unwrap_or(usize::MAX));
    let longer = photo.size_px.width.max(photo.size_px.height);
    let mut side_px = longer.min(preset.side_px);
    let mut in_hand = InHand::for_more();
    loop {
        let is_last = side_px <= SMALLEST_SIDE_PX.min(longer);
        let lowest = if is_last { LOWEST_QUALITY } else { GOOD_QUALITY.min(preset.quality) };
        let wish = Wish { side_px, quality: preset.quality, lowest, most_bytes };
        let file = wish.of(report, shelf, (&photo.photo, &mut in_hand), cancel)?;
        if is_last || file.bytes.len() as u64 <= most {
            return Ok(file);
        }
        side_px = (side_px * 4 / 5).max(SMALLEST_SIDE_PX.min(longer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_give_way_and_the_small_stay() {
        assert_eq!(share(&[100, 200, 900], 2000), u64::MAX);
        assert_eq!(share(&[100, 200, 900], 600), 300);
        assert_eq!(share(&[500, 500, 500], 600), 200);
        assert_eq!(share(&[100, 500, 500], 600), 250);
        assert_eq!(share(&[5], 0), 0);
        assert_eq!(share(&[], 0), u64::MAX);
    }

    #[test]
    fn the_longer_side_is_what_counts() {
        let size = |width, height| SizePx { width, height };
        assert_eq!(width_for(size(6000, 4000), 2400), 2400);
        assert_eq!(width_for(size(4000, 6000), 2400), 1600);
        assert_eq!(width_for(size(4000, 6000), 2560), 1706, "1707 would be 2561 high");
        assert_eq!(width_for(size(0, 0), 2400), 1);
    }
}
