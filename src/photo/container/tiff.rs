//! TIFF: the structure that EXIF borrowed, so it is read by the same code.

use std::borrow::Cow;

use crate::photo::{
    container::Container,
    error::PhotoError,
    exif::{Entry, Exif, Tiff, find, tag},
    format::{PhotoFormat, UnsupportedFormat},
};

/// Colour models of what a sensor measured, before it is a picture: the colour filter array (TIFF/EP) and linear raw (DNG).
const SENSOR_MODELS: [u32; 2] = [32_803, 34_892];

pub(super) fn read(bytes: &[u8]) -> Result<Option<Container<'_>>, PhotoError> {
    let Some(directory) = Exif::parse(bytes) else { return Ok(None) };
    // A raw file's first directory is a small preview (DNG, NEF, ARW) and DNG says its version outright.
    let is_preview = directory.primary_number(tag::NEW_SUBFILE_TYPE).is_some_and(|kind| kind & 1 == 1);
    let is_sensor = directory.primary_number(tag::COLOUR_MODEL).is_some_and(|model| SENSOR_MODELS.contains(&model));
    if is_preview || is_sensor || directory.primary_bytes(tag::DNG_VERSION).is_some() {
        return Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw });
    }
    let size = directory.primary_number(tag::IMAGE_WIDTH).zip(directory.primary_number(tag::IMAGE_LENGTH));
    let Some((width, height)) = size else { return Ok(None) };
    let samples = directory.primary_number(tag::SAMPLES_PER_PIXEL).unwrap_or(1).clamp(1, 16);
    let bits = directory.primary_number(tag::BITS_PER_SAMPLE).unwrap_or(8).clamp(8, 64);
    let mut container = Container::new(PhotoFormat::Tiff, width, height, samples * bits.div_ceil(8));
    container.profile_bytes = directory.primary_bytes(tag::COLOUR_PROFILE).map_or(0, <[u8]>::len);
    container.exif = Some(bytes);
    container.truncated = Strips::read(bytes).is_some_and(|strips| strips.whole < strips.count);
    container.xmp = directory.primary_bytes(tag::XMP).map(Cow::Borrowed);
    container.iptc = directory.primary_bytes(tag::IPTC).map(Cow::Borrowed);
    Ok(Some(container))
}

/// The parts of the first picture, from above.
struct Strips<'a> {
    tiff: Tiff<'a>,
    directory: Vec<Entry>,
    rows_of_each: u32,
    count: usize,
    /// So many of them are in the file.
    whole: usize,
}

impl<'a> Strips<'a> {
    /// `None` for pictures in tiles or with a strip for each colour.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let tiff = Tiff::of(bytes)?;
        let (directory, _) = tiff.directory(tiff.u32_at(4)?);
        let numbers = |tag| find(&directory, tag).map(|entry| tiff.numbers(entry)).unwrap_or_default();
        let one = |tag| numbers(tag).first().copied();
        let (offsets, lengths) = (numbers(tag::STRIP_OFFSETS), numbers(tag::STRIP_LENGTHS));
        let height = one(tag::IMAGE_LENGTH)?;
        let rows_of_each = one(tag::ROWS_PER_STRIP).unwrap_or(height).clamp(1, height.max(1));
        let count = usize::try_from(height.div_ceil(rows_of_each)).ok()?;
        if offsets.len() != count || lengths.len() != count {
            return None;
        }
        let is_here = |(at, length): &(&u32, &u32)| u64::from(**at) + u64::from(**length) <= bytes.len() as u64;
        let whole = offsets.iter().zip(&lengths).take_while(is_here).count();
        Some(Self { tiff, directory, rows_of_each, count, whole })
    }
}

/// The file with a directory that promises no more rows than are there; `None` where not one strip is.
pub(super) fn cut_short(bytes: &[u8]) -> Option<Vec<u8>> {
    let strips = Strips::read(bytes).filter(|strips| 0 < strips.whole && strips.whole < strips.count)?;
    let rows = strips.rows_of_each.checked_mul(u32::try_from(strips.whole).ok()?)?;
    let mut cut = bytes.to_vec();
    let little = strips.tiff.little;
    let mut write =
        |at: usize, value: &[u8]| cut.get_mut(at..at + value.len()).map(|place| place.copy_from_slice(value));
    let long = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
    let height = find(&strips.directory, tag::IMAGE_LENGTH)?;
    let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
    match height.kind {
        3 => write(height.at, &short(u16::try_from(rows).ok()?))?,
        _ => write(height.at, &long(rows))?,
    }
    for name in [tag::STRIP_OFFSETS, tag::STRIP_LENGTHS] {
        let entry = find(&strips.directory, name)?;
        let fewer = Entry { count: u32::try_from(strips.whole).ok()?, ..*entry };
        let values = strips.tiff.bytes_of(entry)?;
        write(entry.at - 4, &long(fewer.count))?;
        let kept = values.get(..values.len() / strips.count * strips.whole)?;
        // So few stand in the directory itself.
        if kept.len() <= 4 {
            write(entry.at, kept)?;
        }
    }
    Some(cut)
}
