//! The small picture that is kept in the report file, so that a reopened report shows its photos at once.

use crate::photo::{
    encode::{JpegMode, Quality, encode_jpeg},
    error::PhotoError,
    limits::Limits,
    pixels::Pixels,
    resize::fit,
    scaled::decode_stored_for,
};

/// Longest side of a thumbnail, in pixels.
pub const THUMBNAIL_EDGE: u32 = 512;

/// How much larger the picture is decoded at least, as a fraction: an eighth of 6000 pixels is enough for 512.
const OVERSAMPLING: (u32, u32) = (7, 5);

const THUMBNAIL_QUALITY: Quality = Quality::new(80);

/// Decodes a file and makes its thumbnail, upright.
///
/// # Errors
/// As [`decode_upright`](crate::photo::decode_upright).
pub fn thumbnail(bytes: &[u8], limits: &Limits) -> Result<Pixels, PhotoError> {
    thumbnail_within(bytes, THUMBNAIL_EDGE, limits)
}

/// As [`thumbnail`], with another longest side.
///
/// # Errors
/// As [`thumbnail`].
pub fn thumbnail_within(bytes: &[u8], edge: u32, limits: &Limits) -> Result<Pixels, PhotoError> {
    let (pixels, orientation) = decode_stored_for(bytes, limits, edge.saturating_mul(OVERSAMPLING.0) / OVERSAMPLING.1)?;
    // Turning the small picture gives the same as turning the large one, for a hundredth of the work.
    Ok(fit(pixels, edge, edge).oriented(orientation))
}

/// Encodes a thumbnail (or any small upright picture) as it is kept in the report file: JPEG without metadata.
///
/// # Errors
/// [`PhotoError::Encode`].
pub fn encode_thumbnail(pixels: Pixels) -> Result<Vec<u8>, PhotoError> {
    let small = fit(pixels, THUMBNAIL_EDGE, THUMBNAIL_EDGE);
    encode_jpeg(&small, THUMBNAIL_QUALITY, JpegMode::Baseline, None)
}

/// [`thumbnail`] and [`encode_thumbnail`] in one.
///
/// # Errors
/// As they have.
pub fn thumbnail_jpeg(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, PhotoError> {
    encode_thumbnail(thumbnail(bytes, limits)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        fixtures::{self, ExifBuilder},
        probe::probe,
    };

    #[test]
    fn a_thumbnail_is_small_upright_and_says_nothing_of_the_camera() {
        let bytes =
            thumbnail_jpeg(&fixtures::jpeg_with_exif(900, 600, &ExifBuilder::camera()), &Limits::default()).unwrap();
        let probed = probe(&bytes).unwrap();
        assert_eq!((probed.width, probed.height), (341, 512));
        assert!(!probed.has_gps && probed.taken.is_none());
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let bytes = thumbnail_jpeg(&fixtures::png(&fixtures::scene(40, 30)), &Limits::default()).unwrap();
        assert_eq!(probe(&bytes).map(|probed| (probed.width, probed.height)), Ok((40, 30)));
    }
}
