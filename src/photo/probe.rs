//! What a photo card can show before anything is decoded.

use serde::{Deserialize, Serialize};

use crate::photo::{
    container::Container, error::PhotoError, exif::ExifDate, format::PhotoFormat, limits::Limits,
    orientation::Orientation,
};

/// The facts in a picture's header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probed {
    /// By signature, whatever the file is called.
    pub format: PhotoFormat,
    /// Pixels across, upright.
    pub width: u32,
    /// Pixels down, upright.
    pub height: u32,
    /// What turns the stored pixels upright.
    pub orientation: Orientation,
    /// When it was taken, by the camera's clock.
    pub taken: Option<TakenAt>,
    /// Whether the file tells where it was taken; exports never do.
    pub has_gps: bool,
    /// Whether the end is missing; a JPEG still opens with its lower part grey, so this is a warning.
    pub truncated: bool,
    /// Whether what it says is so long that some of it is not read ([`Limits::max_metadata`]).
    pub words_too_long: bool,
    /// Whether it moves; only the first picture is used.
    pub animated: bool,
}

/// When a picture was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenAt {
    /// `YYYY-MM-DDThh:mm:ss` on the camera's clock.
    pub local: String,
    /// `+hh:mm` or `-hh:mm` when the camera recorded its zone.
    pub offset: Option<String>,
}

impl From<ExifDate> for TakenAt {
    fn from(date: ExifDate) -> Self {
        Self { local: date.local, offset: date.offset }
    }
}

/// Reads a picture's header under the default [`Limits`]; nothing is decoded.
///
/// # Errors
/// [`PhotoError::Empty`], [`PhotoError::NotAPicture`], [`PhotoError::Unsupported`], [`PhotoError::TooLarge`] or
/// [`PhotoError::Damaged`]. A truncated JPEG is no error but [`Probed::truncated`].
pub fn probe(bytes: &[u8]) -> Result<Probed, PhotoError> {
    let container = Container::read(bytes, &Limits::default())?;
    let exif = container.exif();
    let orientation = exif.as_ref().map(|exif| exif.orientation()).unwrap_or_default();
    let (width, height) = orientation.upright_size(container.width, container.height);
    let gps_in_xmp = container.xmp.as_deref().is_some_and(|xmp| contains(xmp, b"GPSLatitude"));
    Ok(Probed {
        format: container.format,
        width,
        height,
        orientation,
        taken: exif.as_ref().and_then(|exif| exif.taken()).map(TakenAt::from),
        has_gps: gps_in_xmp || exif.is_some_and(|exif| exif.has_gps()),
        truncated: container.truncated,
        words_too_long: container.words_too_long,
        animated: container.animated,
    })
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, ExifBuilder};

    #[test]
    fn a_camera_file_is_described_upright() {
        let probed = probe(&fixtures::jpeg_with_exif(60, 40, &ExifBuilder::camera())).unwrap();
        assert_eq!((probed.width, probed.height), (40, 60));
        assert_eq!(probed.taken.unwrap().local, "2026-03-14T09:26:53");
        assert!(probed.has_gps && !probed.truncated && !probed.animated);
    }

    #[test]
    fn every_format_gives_its_size() {
        for (format, bytes) in fixtures::every_format(31, 17) {
            let probed = probe(&bytes).unwrap_or_else(|error| panic!("{format}: {error}"));
            assert_eq!((probed.format, probed.width, probed.height), (format, 31, 17));
            assert!(!probed.truncated && !probed.animated && !probed.has_gps, "{format}");
        }
    }

    #[test]
    fn a_jpeg_without_its_end_is_a_warning() {
        let jpeg = fixtures::jpeg(&fixtures::scene(64, 64));
        assert!(probe(&jpeg[..jpeg.len() * 2 / 3]).unwrap().truncated);
        let mut with_video_after = jpeg.clone();
        with_video_after.extend_from_slice(b"\0\0\0\x18ftypmp42 and so on");
        assert!(!probe(&with_video_after).unwrap().truncated);
    }

    #[test]
    fn a_moving_gif_is_known_from_a_still_one() {
        assert!(probe(&fixtures::gif(9, 9, 3)).unwrap().animated);
        assert!(!probe(&fixtures::gif(9, 9, 1)).unwrap().animated);
    }
}
