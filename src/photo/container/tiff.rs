//! TIFF: the structure that EXIF borrowed, so it is read by the same code.

use std::borrow::Cow;

use crate::photo::{
    container::Container,
    error::PhotoError,
    exif::{Exif, tag},
    format::{PhotoFormat, UnsupportedFormat},
};

pub(super) fn read(bytes: &[u8]) -> Result<Option<Container<'_>>, PhotoError> {
    let Some(directory) = Exif::parse(bytes) else { return Ok(None) };
    // A raw file's first directory is a small preview (DNG, NEF, ARW) and DNG says its version outright.
    let is_preview = directory.primary_number(tag::NEW_SUBFILE_TYPE).is_some_and(|kind| kind & 1 == 1);
    if is_preview || directory.primary_bytes(tag::DNG_VERSION).is_some() {
        return Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw });
    }
    let size = directory.primary_number(tag::IMAGE_WIDTH).zip(directory.primary_number(tag::IMAGE_LENGTH));
    let Some((width, height)) = size else { return Ok(None) };
    let samples = directory.primary_number(tag::SAMPLES_PER_PIXEL).unwrap_or(1).clamp(1, 16);
    let bits = directory.primary_number(tag::BITS_PER_SAMPLE).unwrap_or(8).clamp(8, 64);
    let mut container = Container::new(PhotoFormat::Tiff, width, height, samples * bits.div_ceil(8));
    container.profile_bytes = directory.primary_bytes(tag::COLOUR_PROFILE).map_or(0, <[u8]>::len);
    container.exif = Some(bytes);
    container.xmp = directory.primary_bytes(tag::XMP).map(Cow::Borrowed);
    container.iptc = directory.primary_bytes(tag::IPTC).map(Cow::Borrowed);
    Ok(Some(container))
}
