//! What an export writes for one photo: a ladder of widths and crops of given shapes, all from one decode.
//!
//! The picture is decoded once, at an eighth, a quarter or half of its size where that is enough, and brought to linear light;
//! everything else is made from there, each size from the next larger one that is large enough. What was made before is taken
//! from a [`Shelf`] by what it was made of; words are put into it afterwards, so that a new caption costs no new encoding.

mod budget;

use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use self::budget::encode;
use crate::photo::{
    aspect::{AspectRatio, PixelRect},
    container::Container,
    edit::{Edit, FocalPoint},
    encode::{JpegMode, OutputFormat, Quality, with_metadata},
    error::PhotoError,
    format::PhotoFormat,
    limits::Limits,
    linear::{LinearPixels, Part},
    metadata::{PhotoMetadata, Position, embed},
    pixels::Pixels,
    scaled::{Edited, decode_edited, scale_of},
    shelf::{DerivedKey, Shelf},
};

/// How much larger than the next a size of the ladder is at least that it is made from, so that it costs no sharpness that anybody
/// sees: 960 are made of 1440. In hundredths.
const OVERSAMPLING: u32 = 150;

/// The same for the first step, from what was decoded: a quarter as much again is what a halved upright picture of 4000 pixels
/// gives 1600. In hundredths.
const FIRST_OVERSAMPLING: u32 = 125;

/// Budgets leave room for the words in steps of so many bytes, so that a few more letters in a caption cost no new encoding.
const WORDS_STEP: usize = 4096;

/// One width of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// Pixels across; a narrower original is used at its own width.
    pub width: u32,
    /// Most bytes of each file of this width, if it matters.
    pub byte_budget: Option<usize>,
}

/// A part of the picture in a given shape, around the focal point; written as JPEG, which all readers of structured data take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    /// The shape.
    pub aspect: AspectRatio,
    /// Pixels across; a smaller original is used at its own size.
    pub width: u32,
    /// Most bytes of the file, if it matters.
    pub byte_budget: Option<usize>,
}

impl Crop {
    /// Pixels across and down of the file made from a part of a picture; never more than the part has.
    fn size_from(self, part: &PixelRect) -> (u32, u32) {
        let width = self.width.clamp(1, part.width);
        let down = u64::from(width) * u64::from(self.aspect.down.max(1));
        let across = u64::from(self.aspect.across.max(1));
        let height = u32::try_from((down + across / 2) / across).unwrap_or(part.height);
        (width, height.clamp(1, part.height))
    }
}

/// What to make of a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeriveRequest {
    /// The reporter's turns and crop, applied first.
    pub edit: Edit,
    /// What the crops keep in sight.
    pub focal_point: FocalPoint,
    /// The widths.
    pub rungs: Vec<Rung>,
    /// The shapes.
    pub crops: Vec<Crop>,
    /// Formats of each rung.
    pub formats: Vec<OutputFormat>,
    /// JPEG quality to start from.
    pub jpeg_quality: Quality,
    /// WebP quality to start from.
    pub webp_quality: Quality,
    /// Quality below which no budget pushes.
    pub lowest_quality: Quality,
    /// Layout of the JPEGs.
    pub jpeg_mode: JpegMode,
    /// What the JPEGs say about the picture.
    pub metadata: PhotoMetadata,
    /// Whether the WebP files say it too, at a cost of some kilobytes each.
    pub metadata_in_webp: bool,
    /// Where it was taken, if that is to be told.
    pub position: Option<Position>,
    /// How wide what is decoded is at least, in hundredths of the widest wish.
    pub oversampling: u32,
}

impl Default for DeriveRequest {
    fn default() -> Self {
        Self {
            edit: Edit::default(),
            focal_point: FocalPoint::default(),
            rungs: Vec::new(),
            crops: Vec::new(),
            formats: vec![OutputFormat::Webp, OutputFormat::Jpeg],
            jpeg_quality: Quality::new(80),
            webp_quality: Quality::new(80),
            lowest_quality: Quality::new(44),
            jpeg_mode: JpegMode::Baseline,
            metadata: PhotoMetadata::default(),
            metadata_in_webp: false,
            position: None,
            oversampling: FIRST_OVERSAMPLING,
        }
    }
}

/// Which wish a derivative fulfils.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A width of the ladder.
    Rung,
    /// A crop in this shape.
    Crop(AspectRatio),
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivative {
    /// Which wish it fulfils.
    pub role: Role,
    /// Pixels across, as encoded.
    pub width: u32,
    /// Pixels down, as encoded.
    pub height: u32,
    /// The file's format.
    pub format: OutputFormat,
    /// Whether it met its byte budget; at the lowest quality it may not.
    pub within_budget: bool,
    /// By what a shelf knows it, without its words; `None` where none was asked.
    pub key: Option<DerivedKey>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Decodes a photo once and makes all its derivatives: rungs from the widest down, each in the order of the formats, then crops.
/// Two rungs that the original is too narrow for become one. The same input gives the same bytes.
///
/// # Errors
/// As [`decode_edited`], [`PhotoError::Encode`], and [`PhotoError::Cancelled`] soon after `cancel` is set.
pub fn make_derivatives(
    bytes: &[u8],
    request: &DeriveRequest,
    limits: &Limits,
    cancel: &AtomicBool,
) -> Result<Vec<Derivative>, PhotoError> {
    check(cancel)?;
    let mut decoded = Decoded::default();
    let shared = decoded.shared_for(bytes, request, limits, true)?;
    let wishes = plan(request, shared.size.0, shared.size.1);
    let mut made = vec![None; wishes.len()];
    shared.make(&wishes, &mut made, request, cancel)?;
    finish(&wishes, &[], made, request)
}

/// A photo that need not be read when all that is wanted of it is on the shelf.
pub struct Original<'a, E> {
    /// Of the bytes: their SHA-256 in hexadecimal digits.
    pub hash: &'a str,
    /// Of the upright picture, as it is known without reading it.
    pub size: (u32, u32),
    /// Reads the bytes.
    pub read: &'a dyn Fn() -> Result<Vec<u8>, E>,
}

/// As [`make_derivatives`] for each of several requests, and gives the same bytes, but takes what it finds on the shelf and puts there
/// what it makes. The photo is read once, and decoded once for all requests that need it equally large, also those of later calls for
/// the same photo with what is at hand.
///
/// # Errors
/// As [`make_derivatives`], and those of reading.
pub fn make_derivatives_kept<E: From<PhotoError>>(
    original: &Original<'_, E>,
    requests: &[DeriveRequest],
    limits: &Limits,
    (shelf, at_hand): (&dyn Shelf, &mut AtHand),
    cancel: &AtomicBool,
) -> Result<Vec<Vec<Derivative>>, E> {
    check(cancel)?;
    let mut wanted: Vec<Wanted<'_>> =
        requests.iter().map(|request| Wanted::on_shelf(original, request, limits, shelf)).collect();
    if wanted.iter().any(Wanted::is_incomplete) {
        if at_hand.bytes.is_none() {
            at_hand.bytes = Some((original.read)()?);
        }
        check(cancel)?;
        decode_and_make(at_hand, &mut wanted, limits, shelf, original.hash, cancel)?;
    }
    let finished = wanted.into_iter().map(|wanted| finish(&wanted.wishes, &wanted.keys, wanted.made, wanted.request));
    Ok(finished.collect::<Result<_, _>>()?)
}

/// A file that will be made of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// The file's format.
    pub format: OutputFormat,
    /// By what a shelf knows it, without its words.
    pub key: DerivedKey,
    /// The most bytes that it may have without its words, if it matters.
    pub budget: Option<usize>,
    /// Bytes of its words.
    pub words: usize,
}

/// What [`make_derivatives_kept`] will make of an original of this SHA-256 and of this size upright, if that is its size.
pub fn planned(hash: &str, size: (u32, u32), request: &DeriveRequest) -> Vec<Planned> {
    let (width, height) = request.edit.size_of(size.0.max(1), size.1.max(1));
    let planned = |wish: Wish| Planned {
        size: (wish.width, wish.height),
        format: wish.format,
        key: wish.key(hash, request),
        budget: wish.budget,
        words: words_in(request, wish.format),
    };
    plan(request, width, height).into_iter().map(planned).collect()
}

/// What is in memory of one photo between two calls of [`make_derivatives_kept`].
#[derive(Default)]
pub struct AtHand {
    bytes: Option<Vec<u8>>,
    decoded: Decoded,
    is_kept: bool,
}

impl AtHand {
    /// For more than one call: the pixels stay for the next, at some cost of memory.
    pub fn for_more() -> Self {
        Self { is_kept: true, ..Self::default() }
    }

    /// The photo's bytes, if they were read.
    pub fn bytes(&self) -> Option<&[u8]> {
        self.bytes.as_deref()
    }
}

/// What one request comes to.
struct Wanted<'a> {
    request: &'a DeriveRequest,
    /// Of the edited picture, pixels across and down.
    size: (u32, u32),
    wishes: Vec<Wish>,
    keys: Vec<DerivedKey>,
    /// For each wish the picture without its words, where there is one yet.
    made: Vec<Option<Vec<u8>>>,
}

impl<'a> Wanted<'a> {
    fn on_shelf<E>(original: &Original<'_, E>, request: &'a DeriveRequest, limits: &Limits, shelf: &dyn Shelf) -> Self {
        let size = request.edit.size_of(original.size.0.max(1), original.size.1.max(1));
        let mut wanted = Self { request, size, wishes: Vec::new(), keys: Vec::new(), made: Vec::new() };
        wanted.plan(size, original.hash);
        let found = wanted.wishes.iter().zip(&wanted.keys);
        let found =
            found.map(|(wish, key)| shelf.get(*key, wish.format).filter(|bytes| wish.fits(bytes, limits))).collect();
        Self { made: found, ..wanted }
    }

    /// Begins anew for an edited picture of this size.
    fn plan(&mut self, size: (u32, u32), original: &str) {
        self.size = size;
        self.wishes = plan(self.request, size.0, size.1);
        self.keys = self.wishes.iter().map(|wish| wish.key(original, self.request)).collect();
        self.made = vec![None; self.wishes.len()];
    }

    fn is_incomplete(&self) -> bool {
        self.made.iter().any(Option::is_none)
    }
}

/// Decodes a photo, and makes what is not there yet of each request.
fn decode_and_make(
    at_hand: &mut AtHand,
    wanted: &mut [Wanted<'_>],
    limits: &Limits,
    shelf: &dyn Shelf,
    hash: &str,
    cancel: &AtomicBool,
) -> Result<(), PhotoError> {
    let AtHand { bytes, decoded, is_kept } = at_hand;
    let bytes = bytes.as_deref().unwrap_or_default();
    let mut left = wanted.iter().filter(|wanted| wanted.is_incomplete()).count();
    for wanted in wanted.iter_mut().filter(|wanted| wanted.is_incomplete()) {
        check(cancel)?;
        left -= 1;
        let request = wanted.request;
        let shared = decoded.shared_for(bytes, request, limits, left == 0 && !*is_kept)?;
        if shared.size != wanted.size {
            wanted.plan(shared.size, hash);
        }
        let is_new: Vec<bool> = wanted.made.iter().map(Option::is_none).collect();
        shared.make(&wanted.wishes, &mut wanted.made, request, cancel)?;
        let made = wanted.wishes.iter().zip(&wanted.keys).zip(&wanted.made);
        for (((wish, key), made), _) in made.zip(is_new).filter(|(_, is_new)| *is_new) {
            made.iter().for_each(|made| shelf.put(*key, wish.format, made));
        }
    }
    Ok(())
}

/// One file that is wanted.
struct Wish {
    role: Role,
    width: u32,
    height: u32,
    format: OutputFormat,
    /// Most bytes of the picture without its words.
    budget: Option<usize>,
    /// What it is made from: least width of the decoded picture, and the wider sizes of the ladder.
    from: Vec<u32>,
}

/// Everything that is wanted of an edited picture of this size, in order.
fn plan(request: &DeriveRequest, width: u32, height: u32) -> Vec<Wish> {
    let rungs = ladder(&request.rungs, width);
    let mut from = vec![shared_width(&rungs, request, width, height)];
    let mut wishes = Vec::new();
    for rung in &rungs {
        from.push(rung.width);
        let height = height_for(rung.width, width, height);
        wishes.extend(request.formats.iter().map(|format| Wish {
            role: Role::Rung,
            width: rung.width,
            height,
            format: *format,
            budget: rung.byte_budget.map(|budget| budget.saturating_sub(room_for_words(request, *format))),
            from: from.clone(),
        }));
    }
    wishes.extend(request.crops.iter().map(|crop| {
        let (crop_width, crop_height) = crop.size_from(&crop.aspect.part_of(width, height, request.focal_point));
        let format = OutputFormat::Jpeg;
        Wish {
            role: Role::Crop(crop.aspect),
            width: crop_width,
            height: crop_height,
            format,
            budget: crop.byte_budget.map(|budget| budget.saturating_sub(room_for_words(request, format))),
            from: from[..1].to_vec(),
        }
    }));
    wishes
}

impl Wish {
    /// Whether bytes are what was encoded for it, by their header: what comes from a file may be anything.
    fn fits(&self, bytes: &[u8], limits: &Limits) -> bool {
        Container::read(bytes, limits).is_ok_and(|found| {
            let is_bare = found.exif.is_none() && found.xmp.is_none() && found.iptc.is_none();
            let size = (found.width, found.height) == (self.width, self.height);
            is_bare && size && !found.truncated && found.format == self.format.photo_format()
        })
    }

    /// Everything that its bytes depend on.
    fn key(&self, original: &str, request: &DeriveRequest) -> DerivedKey {
        let focal = match self.role {
            Role::Rung => None,
            Role::Crop(_) => Some(request.focal_point),
        };
        let quality = [quality(request, self.format), request.lowest_quality].map(Quality::get);
        let settings = (
            &request.edit,
            focal,
            self.role,
            self.width,
            self.height,
            self.format,
            self.budget,
            &self.from,
            quality,
            request.jpeg_mode,
        );
        // Debug text of numbers and names alone: exact, and it cannot fail.
        DerivedKey::new(original, &format!("{settings:?}"))
    }
}

/// A photo as it was decoded last, for the next request that needs it so.
#[derive(Default)]
struct Decoded {
    edited: Option<(Edit, u32, Edited)>,
    shared: Option<(u32, Shared)>,
}

/// A decoded photo, edited, in linear light.
struct Shared {
    pixels: LinearPixels,
    /// Of the edited picture, at its own size.
    size: (u32, u32),
}

impl Decoded {
    /// As large as a request needs it. After the last request of a photo only what that one needs is in memory.
    fn shared_for(
        &mut self,
        bytes: &[u8],
        request: &DeriveRequest,
        limits: &Limits,
        is_last: bool,
    ) -> Result<&Shared, PhotoError> {
        let least = |width, height| shared_width(&ladder(&request.rungs, width), request, width, height);
        let scale = scale_of(bytes, &request.edit, limits, least)?;
        let is_so = |edited: &&(Edit, u32, Edited)| (&edited.0, edited.1) == (&request.edit, scale);
        let edited = match self.edited.take().filter(|edited| is_so(&edited)) {
            Some((_, _, edited)) => edited,
            None => {
                self.shared = None;
                decode_edited(bytes, &request.edit, limits, scale)?
            }
        };
        let size = (edited.width, edited.height);
        let side = LinearPixels::side(edited.area, least(size.0, size.1));
        let shared = match self.shared.take().filter(|(known, _)| *known == side) {
            Some((_, shared)) => shared,
            None => {
                let pixels = LinearPixels::averaged(&edited.pixels, edited.area, side).ok_or_else(not_resized)?;
                Shared { pixels, size }
            }
        };
        if !is_last {
            self.edited = Some((request.edit, scale, edited));
        }
        Ok(&self.shared.insert((side, shared)).1)
    }
}

impl Shared {
    /// Encodes what is not there yet. All sizes are made even so: each is made from a larger one.
    fn make(
        &self,
        wishes: &[Wish],
        made: &mut [Option<Vec<u8>>],
        request: &DeriveRequest,
        cancel: &AtomicBool,
    ) -> Result<(), PhotoError> {
        let mut levels: Vec<LinearPixels> = Vec::new();
        let mut current: Option<(u32, Pixels)> = None;
        for (wish, made) in wishes.iter().zip(made) {
            check(cancel)?;
            if let Role::Crop(aspect) = wish.role {
                if made.is_none() {
                    let (width, height) = self.size;
                    let part = aspect.part_of(width, height, request.focal_point).as_part(width, height);
                    let pixels = self.pixels.sized_and_encoded(part, wish.width, wish.height);
                    *made = Some(encode(&pixels.ok_or_else(not_resized)?, wish, request, cancel)?);
                }
                continue;
            }
            if current.as_ref().is_none_or(|(width, _)| *width != wish.width) {
                let source = levels.iter().rev().find(|level| is_enough(level.width(), wish.width));
                let (pixels, level) = sized(source.unwrap_or(&self.pixels), wish, wishes).ok_or_else(not_resized)?;
                current = Some((wish.width, pixels));
                levels.extend(level);
            }
            if let (None, Some((_, pixels))) = (&made, &current) {
                *made = Some(encode(pixels, wish, request, cancel)?);
            }
        }
        Ok(())
    }
}

/// Whether a size of the ladder is large enough to make one of this width of it.
fn is_enough(width: u32, for_width: u32) -> bool {
    u64::from(width) * 100 >= u64::from(for_width) * u64::from(OVERSAMPLING)
}

/// A size of the ladder, and the same in linear light where another will be made of it.
fn sized(source: &LinearPixels, wish: &Wish, wishes: &[Wish]) -> Option<(Pixels, Option<LinearPixels>)> {
    let is_source = wishes.iter().any(|other| other.role == Role::Rung && is_enough(wish.width, other.width));
    if is_source {
        let level = source.sized(Part::WHOLE, wish.width, wish.height)?;
        Some((level.encoded()?, Some(level)))
    } else {
        Some((source.sized_and_encoded(Part::WHOLE, wish.width, wish.height)?, None))
    }
}

/// Puts the words into the pictures.
fn finish(
    wishes: &[Wish],
    keys: &[DerivedKey],
    made: Vec<Option<Vec<u8>>>,
    request: &DeriveRequest,
) -> Result<Vec<Derivative>, PhotoError> {
    let finished = wishes.iter().zip(made.into_iter().flatten()).enumerate().map(|(index, (wish, plain))| {
        let within_budget = wish.budget.is_none_or(|budget| plain.len() <= budget);
        let says = wish.format == OutputFormat::Jpeg || request.metadata_in_webp;
        let size = (wish.width, wish.height);
        let bytes =
            if says { with_metadata(plain, wish.format, size, &request.metadata, request.position)? } else { plain };
        Ok(Derivative {
            role: wish.role,
            width: wish.width,
            height: wish.height,
            format: wish.format,
            within_budget,
            key: keys.get(index).copied(),
            bytes,
        })
    });
    finished.collect()
}

/// Bytes of the words in a file.
fn words_in(request: &DeriveRequest, format: OutputFormat) -> usize {
    match format {
        OutputFormat::Jpeg => embed::jpeg_length(&request.metadata, request.position),
        OutputFormat::Webp if request.metadata_in_webp => embed::webp_length(&request.metadata, request.position),
        OutputFormat::Webp => 0,
    }
}

fn room_for_words(request: &DeriveRequest, format: OutputFormat) -> usize {
    words_in(request, format).next_multiple_of(WORDS_STEP)
}

fn not_resized() -> PhotoError {
    PhotoError::encode(PhotoFormat::Jpeg, "it could not be resized")
}

/// The rungs that a picture of this width can fill, widest first. Of two that become one, the stricter budget holds.
pub fn ladder(rungs: &[Rung], source_width: u32) -> Vec<Rung> {
    let clamped = |rung: &Rung| Rung { width: rung.width.clamp(1, source_width.max(1)), ..*rung };
    let mut ladder: Vec<Rung> = rungs.iter().map(clamped).collect();
    ladder.sort_by_key(|rung| (std::cmp::Reverse(rung.width), rung.byte_budget.unwrap_or(usize::MAX)));
    ladder.dedup_by_key(|rung| rung.width);
    ladder
}

/// Least width of the shared linear picture: enough for every wish and some more for sharpness.
fn shared_width(rungs: &[Rung], request: &DeriveRequest, width: u32, height: u32) -> u32 {
    let for_rungs = rungs.first().map_or(1, |rung| rung.width);
    let for_crops = request.crops.iter().map(|crop| {
        let part = crop.aspect.part_of(width, height, request.focal_point);
        (f64::from(width) * f64::from(crop.width.min(part.width)) / f64::from(part.width)).ceil() as u32
    });
    let widest = for_rungs.max(for_crops.max().unwrap_or(1));
    widest.saturating_mul(request.oversampling.max(100)) / 100
}

fn height_for(width: u32, source_width: u32, source_height: u32) -> u32 {
    let (width, across) = (u64::from(width), u64::from(source_width));
    let height = (width * u64::from(source_height) + across / 2) / across;
    u32::try_from(height).unwrap_or(source_height).clamp(1, source_height)
}

fn quality(request: &DeriveRequest, format: OutputFormat) -> Quality {
    match format {
        OutputFormat::Jpeg => request.jpeg_quality,
        OutputFormat::Webp => request.webp_quality,
    }
}

fn check(cancel: &AtomicBool) -> Result<(), PhotoError> {
    if cancel.load(Ordering::Relaxed) { Err(PhotoError::Cancelled) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
