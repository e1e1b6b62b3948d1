//! What an export writes for one photo: a ladder of widths and crops of given shapes, all from one decode.
//!
//! The picture is brought to linear light once, at a size between the original and the largest derivative; everything else is
//! made from there.

use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use crate::photo::{
    aspect::{AspectRatio, PixelRect},
    decode::decode_upright,
    edit::{Edit, FocalPoint},
    encode::{JpegMode, OutputFormat, Quality, encode_jpeg, encode_webp},
    error::PhotoError,
    format::PhotoFormat,
    limits::Limits,
    linear::{LinearPixels, Part},
    metadata::PhotoMetadata,
    pixels::Pixels,
};

/// How much larger than a derivative the linear picture is at least that it is made from, so that the first step costs no
/// sharpness.
const OVERSAMPLING: u32 = 2;

/// How far the quality goes down at a time to meet a byte budget.
const QUALITY_STEP: u8 = 6;

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
    /// The quality it came out with.
    pub quality: Quality,
    /// Whether it met its byte budget; at the lowest quality it may not.
    pub within_budget: bool,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Decodes a photo once and makes all its derivatives: rungs from the widest down, each in the order of the formats, then crops.
/// Two rungs that the original is too narrow for become one. The same input gives the same bytes.
///
/// Holds three bytes for each pixel of the original and six for each of the shared linear picture.
///
/// # Errors
/// As [`decode_upright`], [`PhotoError::Encode`], and [`PhotoError::Cancelled`] soon after `cancel` is set.
pub fn make_derivatives(
    bytes: &[u8],
    request: &DeriveRequest,
    limits: &Limits,
    cancel: &AtomicBool,
) -> Result<Vec<Derivative>, PhotoError> {
    check(cancel)?;
    let upright = decode_upright(bytes, limits)?;
    check(cancel)?;
    make_derivatives_from(request.edit.apply(upright), request, cancel)
}

/// As [`make_derivatives`], from pixels that are upright and edited already.
///
/// # Errors
/// [`PhotoError::Encode`] and [`PhotoError::Cancelled`].
pub fn make_derivatives_from(
    edited: Pixels,
    request: &DeriveRequest,
    cancel: &AtomicBool,
) -> Result<Vec<Derivative>, PhotoError> {
    let (width, height) = (edited.width(), edited.height());
    let rungs = ladder(&request.rungs, width);
    let failed = || PhotoError::encode(PhotoFormat::Jpeg, "it could not be resized");
    let shared = LinearPixels::averaged(&edited, shared_width(&rungs, request, width, height)).ok_or_else(failed)?;
    drop(edited);

    let mut derivatives = Vec::new();
    let mut levels = vec![shared];
    for rung in rungs {
        check(cancel)?;
        let large_enough = |level: &&LinearPixels| level.width() >= rung.width.saturating_mul(OVERSAMPLING);
        let source = levels.iter().rev().find(large_enough).or_else(|| levels.first()).ok_or_else(failed)?;
        let sized = source.sized(Part::WHOLE, rung.width, height_for(rung.width, width, height)).ok_or_else(failed)?;
        let pixels = sized.encoded().ok_or_else(failed)?;
        levels.push(sized);
        for format in &request.formats {
            derivatives.push(encode(&pixels, Role::Rung, *format, rung.byte_budget, request, cancel)?);
        }
    }
    for crop in &request.crops {
        check(cancel)?;
        let rect = crop.aspect.part_of(width, height, request.focal_point);
        let (crop_width, crop_height) = crop.size_from(&rect);
        let source = levels.first().ok_or_else(failed)?;
        let sized = source.sized(rect.as_part(width, height), crop_width, crop_height).ok_or_else(failed)?;
        let pixels = sized.encoded().ok_or_else(failed)?;
        let role = Role::Crop(crop.aspect);
        derivatives.push(encode(&pixels, role, OutputFormat::Jpeg, crop.byte_budget, request, cancel)?);
    }
    Ok(derivatives)
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
    // Half as much again is enough for crops, of which the square one alone could ask for the whole original.
    let for_crops = for_crops.max().unwrap_or(1).saturating_mul(3) / 2;
    for_rungs.saturating_mul(OVERSAMPLING).max(for_crops)
}

fn height_for(width: u32, source_width: u32, source_height: u32) -> u32 {
    let (width, across) = (u64::from(width), u64::from(source_width));
    let height = (width * u64::from(source_height) + across / 2) / across;
    u32::try_from(height).unwrap_or(source_height).clamp(1, source_height)
}

/// Lowers the quality step by step until the file fits its budget.
fn encode(
    pixels: &Pixels,
    role: Role,
    format: OutputFormat,
    budget: Option<usize>,
    request: &DeriveRequest,
    cancel: &AtomicBool,
) -> Result<Derivative, PhotoError> {
    let mut quality = match format {
        OutputFormat::Jpeg => request.jpeg_quality,
        OutputFormat::Webp => request.webp_quality,
    };
    loop {
        check(cancel)?;
        let bytes = match format {
            OutputFormat::Jpeg => encode_jpeg(pixels, quality, request.jpeg_mode, Some(&request.metadata))?,
            OutputFormat::Webp => encode_webp(pixels, quality, request.metadata_in_webp.then_some(&request.metadata))?,
        };
        let within_budget = budget.is_none_or(|budget| bytes.len() <= budget);
        if within_budget || quality <= request.lowest_quality {
            let (width, height) = (pixels.width(), pixels.height());
            return Ok(Derivative { role, width, height, format, quality, within_budget, bytes });
        }
        quality = Quality::new(quality.get().saturating_sub(QUALITY_STEP)).max(request.lowest_quality);
    }
}

fn check(cancel: &AtomicBool) -> Result<(), PhotoError> {
    if cancel.load(Ordering::Relaxed) { Err(PhotoError::Cancelled) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        container::Container,
        edit::NormalRect,
        fixtures::{self, ExifBuilder, assert_alike, full_metadata},
        metadata::read_metadata,
        probe::probe,
    };

    fn rungs(widths: &[u32]) -> Vec<Rung> {
        widths.iter().map(|width| Rung { width: *width, byte_budget: None }).collect()
    }

    fn run(bytes: &[u8], request: &DeriveRequest) -> Vec<Derivative> {
        make_derivatives(bytes, request, &Limits::default(), &AtomicBool::new(false)).unwrap()
    }

    fn request(widths: &[u32]) -> DeriveRequest {
        DeriveRequest { rungs: rungs(widths), metadata: full_metadata("Trịnh Văn An"), ..DeriveRequest::default() }
    }

    #[test]
    fn the_ladder_has_every_width_in_both_formats_and_the_right_picture() {
        let made = run(&fixtures::png(&fixtures::scene(300, 200)), &request(&[60, 120, 240]));
        let sizes: Vec<_> = made.iter().map(|file| (file.width, file.height, file.format)).collect();
        use OutputFormat::{Jpeg, Webp};
        assert_eq!(
            sizes,
            [(240, 160, Webp), (240, 160, Jpeg), (120, 80, Webp), (120, 80, Jpeg), (60, 40, Webp), (60, 40, Jpeg)]
        );
        for file in &made {
            let probed = probe(&file.bytes).unwrap();
            assert_eq!((probed.width, probed.height), (file.width, file.height));
            let shown = decode_upright(&file.bytes, &Limits::default()).unwrap();
            assert_alike(
                &shown,
                &fixtures::scene(file.width, file.height),
                8.0,
                &format!("{} {:?}", file.width, file.format),
            );
        }
    }

    #[test]
    fn nothing_is_ever_larger_than_the_original() {
        let made = run(&fixtures::png(&fixtures::scene(100, 50)), &request(&[1440, 960, 720, 80]));
        let widths: Vec<_> = made.iter().map(|file| file.width).collect();
        assert_eq!(widths, [100, 100, 80, 80]);
        let strict = Rung { width: 960, byte_budget: Some(9) };
        let loose = Rung { width: 1440, byte_budget: None };
        assert_eq!(ladder(&[loose, strict], 100), [Rung { width: 100, byte_budget: Some(9) }]);
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let photo = fixtures::jpeg_with_exif(300, 200, &ExifBuilder::camera());
        let crops = vec![Crop { aspect: AspectRatio::WIDE, width: 120, byte_budget: None }];
        let request = DeriveRequest { crops, metadata_in_webp: true, ..request(&[120, 60]) };
        assert_eq!(run(&photo, &request), run(&photo, &request));
    }

    #[test]
    fn a_budget_lowers_the_quality_but_not_below_the_floor() {
        let photo = fixtures::png(&fixtures::noise(200, 200));
        let free = run(&photo, &request(&[200]));
        let budget = free[1].bytes.len() * 3 / 4;
        let mut tight = request(&[200]);
        tight.rungs[0].byte_budget = Some(budget);
        let jpeg = &run(&photo, &tight)[1];
        assert!(jpeg.within_budget && jpeg.bytes.len() <= budget && jpeg.quality < free[1].quality);
        tight.rungs[0].byte_budget = Some(10);
        let jpeg = &run(&photo, &tight)[1];
        assert!(!jpeg.within_budget && jpeg.quality == tight.lowest_quality);
    }

    #[test]
    fn nothing_private_is_in_any_output() {
        let photo = fixtures::jpeg_with_exif(300, 200, &ExifBuilder::camera());
        let needle = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(needle(&photo, "SN123456") && probe(&photo).unwrap().has_gps);
        let crops = vec![Crop { aspect: AspectRatio::SQUARE, width: 100, byte_budget: None }];
        for file in run(&photo, &DeriveRequest { crops, metadata_in_webp: true, ..request(&[100]) }) {
            assert!(!needle(&file.bytes, "SN123456") && !needle(&file.bytes, "Exif"));
            let container = Container::read(&file.bytes, &Limits::default()).unwrap();
            assert!(container.exif.is_none() && !probe(&file.bytes).unwrap().has_gps);
            assert_eq!(read_metadata(&file.bytes).unwrap().metadata, full_metadata("Trịnh Văn An"));
        }
    }

    #[test]
    fn crops_come_in_their_shapes() {
        let crops = [AspectRatio::WIDE, AspectRatio::CLASSIC, AspectRatio::SQUARE]
            .map(|aspect| Crop { aspect, width: 1200, byte_budget: None })
            .to_vec();
        let made = run(&fixtures::png(&fixtures::scene(3000, 2000)), &DeriveRequest { crops, ..request(&[]) });
        let sizes: Vec<_> = made.iter().map(|file| (file.width, file.height)).collect();
        assert_eq!(sizes, [(1200, 675), (1200, 900), (1200, 1200)]);
    }

    #[test]
    fn the_edit_comes_first() {
        let left_half = NormalRect { x: 0.0, y: 0.0, width: 0.5, height: 1.0 };
        let edit = Edit { quarter_turns: 2, crop: Some(left_half) };
        let made = run(&fixtures::png(&fixtures::scene(120, 80)), &DeriveRequest { edit, ..request(&[60]) });
        let wanted = edit.apply(fixtures::scene(120, 80));
        assert_eq!((made[0].width, made[0].height), (60, 80));
        assert_alike(&decode_upright(&made[1].bytes, &Limits::default()).unwrap(), &wanted, 8.0, "edited");
    }

    #[test]
    fn a_raised_flag_stops_the_work() {
        let photo = fixtures::png(&fixtures::scene(30, 20));
        let stopped = make_derivatives(&photo, &request(&[20]), &Limits::default(), &AtomicBool::new(true));
        assert_eq!(stopped, Err(PhotoError::Cancelled));
    }

    #[test]
    fn extreme_shapes_are_derived() {
        for (width, height) in [(1, 1), (1, 3000), (3000, 1), (2, 2)] {
            let crops = vec![Crop { aspect: AspectRatio::WIDE, width: 1200, byte_budget: None }];
            let made = run(
                &fixtures::png(&fixtures::solid(width, height, [9, 9, 9])),
                &DeriveRequest { crops, ..request(&[480]) },
            );
            assert_eq!(made.len(), 3, "{width} x {height}");
        }
    }
}
