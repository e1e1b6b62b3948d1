//! The camera's own small picture, for the first paint.

use crate::photo::{
    container::Container,
    decode::decode_stored,
    error::PhotoError,
    exif::{Exif, tag},
    format::UnsupportedFormat,
    limits::Limits,
    pixels::Pixels,
    raw::first_picture,
};

/// No camera embeds more than some 640 pixels in EXIF.
pub(crate) const LIMITS: Limits =
    Limits { max_side: 2_048, max_pixels: 2_048 * 2_048, max_alloc: 16 << 20, max_metadata: 1 << 16 };

/// Difference in shape over which the thumbnail must be padded.
const SAME_SHAPE: f64 = 0.02;

/// The thumbnail in the EXIF block, or of a RAW file, upright and without the black bars that cameras pad it with to 4:3. `None` when
/// there is none or it is broken; costs about a millisecond whatever the size of the picture.
pub fn fast_preview(bytes: &[u8]) -> Option<Pixels> {
    match Container::read(bytes, &Limits::default()) {
        Ok(container) => shown(&container.exif()?, container.width, container.height),
        Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw }) => first_picture(bytes),
        // A TIFF of which no more than the facts is there yet.
        Err(_) => of_negative(bytes),
    }
}

/// Of most makers a RAW file is an EXIF block itself.
pub(crate) fn of_negative(bytes: &[u8]) -> Option<Pixels> {
    let exif = Exif::parse(bytes)?;
    let size = exif.primary_number(tag::IMAGE_WIDTH).zip(exif.primary_number(tag::IMAGE_LENGTH));
    let (width, height) = size.filter(|(width, height)| *width > 0 && *height > 0).unwrap_or((3, 2));
    shown(&exif, width, height)
}

fn shown(exif: &Exif<'_>, width: u32, height: u32) -> Option<Pixels> {
    // The thumbnail is stored as the picture is; its own flag, if any, is the same one again.
    let (small, _) = decode_stored(exif.thumbnail()?, &LIMITS).ok()?;
    Some(without_bars(small, width, height).oriented(exif.orientation()))
}

fn without_bars(small: Pixels, width: u32, height: u32) -> Pixels {
    let wanted = f64::from(width) / f64::from(height);
    let (w, h) = (f64::from(small.width()), f64::from(small.height()));
    if (w / h / wanted - 1.0).abs() < SAME_SHAPE {
        return small;
    }
    let (kept_w, kept_h) = if w / h > wanted { (h * wanted, h) } else { (w, w / wanted) };
    let (kept_w, kept_h) = (kept_w.floor().max(1.0), kept_h.floor().max(1.0));
    small.cropped(((w - kept_w) / 2.0) as u32, ((h - kept_h) / 2.0) as u32, kept_w as u32, kept_h as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        fixtures::{self, ExifBuilder, assert_alike},
        orientation::Orientation,
    };

    #[test]
    fn the_embedded_picture_is_shown_upright_without_bars() {
        let small = fixtures::padded(&fixtures::scene(48, 32), 48, 36);
        let exif = ExifBuilder { thumbnail: Some(fixtures::jpeg(&small)), ..ExifBuilder::camera() };
        let preview = fast_preview(&fixtures::jpeg_with_exif(480, 320, &exif)).unwrap();
        assert_eq!((preview.width(), preview.height()), (32, 48));
        let upright = fixtures::scene(48, 32).oriented(Orientation::QuarterTurn);
        assert_alike(&preview, &upright, 8.0, "preview");
        let of_raw = fast_preview(&exif.build()).unwrap();
        assert_alike(&of_raw, &upright, 8.0, "of a RAW file");
    }

    #[test]
    fn none_or_a_broken_one_is_none() {
        assert!(fast_preview(&fixtures::jpeg(&fixtures::scene(40, 30))).is_none());
        let exif = ExifBuilder { thumbnail: Some(b"\xFF\xD8\xFFnonsense".to_vec()), ..ExifBuilder::camera() };
        assert!(fast_preview(&fixtures::jpeg_with_exif(60, 40, &exif)).is_none());
        assert!(fast_preview(b"text").is_none());
    }
}
