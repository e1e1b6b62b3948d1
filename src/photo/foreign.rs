//! What is kept of files that no report and no page can hold as they are.
//!
//! A RAW file is a negative of 30 MB that only its maker's programs develop alike; the JPEG inside it is what the camera showed.
//! HEIC and AVIF need a decoder that not every machine has, and a report must open everywhere. BMP is PNG without the packing.
//! So of each of these one ordinary picture is kept; everything else is kept byte for byte.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};

use crate::photo::{
    container::Container,
    decode::decode_upright,
    error::PhotoError,
    exif::Exif,
    format::{PhotoFormat, UnsupportedFormat},
    heif,
    limits::Limits,
    metadata, raw,
};

/// The file to keep in place of this one; `None` where it is kept itself.
///
/// # Errors
/// As [`probe`](crate::photo::probe()); [`PhotoError::Unsupported`] also for a RAW file without a JPEG and for HEIC and AVIF where the
/// system has no libheif; [`PhotoError::BreaksOff`] for a RAW, HEIC or AVIF file whose end is missing with all
/// that could be shown.
pub fn keepable(bytes: &[u8]) -> Result<Option<Vec<u8>>, PhotoError> {
    let limits = Limits::default();
    match Container::read(bytes, &limits) {
        Ok(container) if container.format == PhotoFormat::Bmp => as_png(bytes, &limits).map(Some),
        Ok(_) => Ok(None),
        Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw }) => {
            let format = UnsupportedFormat::Raw;
            let why = || match raw::breaks_off(bytes) {
                true => PhotoError::BreaksOff { format },
                false => PhotoError::Unsupported { format },
            };
            raw::preview(bytes, &limits).ok_or_else(why).map(Some)
        }
        Err(PhotoError::Unsupported { format: format @ (UnsupportedFormat::Heic | UnsupportedFormat::Avif) }) => {
            let why = || match heif::breaks_off(bytes) {
                true => PhotoError::BreaksOff { format },
                false => PhotoError::Unsupported { format },
            };
            heif::converted(bytes, &limits)?.ok_or_else(why).map(Some)
        }
        Err(error) => Err(error),
    }
}

/// Whether the end of a file is missing; of one of which another is kept, that of the file itself.
pub fn breaks_off(bytes: &[u8]) -> bool {
    match Container::read(bytes, &Limits::default()) {
        Ok(container) => container.truncated,
        Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw }) => raw::breaks_off(bytes),
        Err(PhotoError::Unsupported { format: UnsupportedFormat::Heic | UnsupportedFormat::Avif }) => {
            heif::breaks_off(bytes)
        }
        Err(_) => false,
    }
}

/// Whether a RAW file, of which another is kept, says more than is read.
pub fn negative_says_too_much(bytes: &[u8]) -> bool {
    let limits = Limits::default();
    let is_raw =
        matches!(Container::read(bytes, &limits), Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw }));
    is_raw && Exif::parse(bytes).is_some_and(|exif| metadata::are_too_long(&exif, &limits))
}

fn as_png(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, PhotoError> {
    let pixels = decode_upright(bytes, limits)?;
    let mut file = Cursor::new(Vec::new());
    let image = RgbImage::from_raw(pixels.width(), pixels.height(), pixels.rgb().to_vec()).unwrap_or_default();
    image.write_to(&mut file, ImageFormat::Png).map_err(|error| PhotoError::encode(PhotoFormat::Png, error))?;
    Ok(file.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures;

    #[test]
    fn a_bitmap_becomes_a_png_with_the_same_pixels_and_ordinary_files_stay() {
        for (format, bytes) in fixtures::every_format(31, 17) {
            let kept = keepable(&bytes).unwrap();
            assert_eq!(kept.is_some(), format == PhotoFormat::Bmp);
            if let Some(png) = kept {
                let decode = |bytes: &[u8]| decode_upright(bytes, &Limits::default());
                assert_eq!(decode(&png), decode(&bytes));
                assert!(png.starts_with(b"\x89PNG"));
            }
        }
        assert_eq!(keepable(b"text"), Err(PhotoError::NotAPicture));
    }
}
