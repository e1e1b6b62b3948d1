//! Pixels no larger than they are needed: a JPEG is decoded at a half, a quarter or an eighth of its size where that is
//! enough, which costs little more than reading its codes, and the reporter's crop and turns are made on what comes out.

use jpeg_decoder::{Decoder, PixelFormat};

use crate::photo::{
    aspect::Area,
    container::Container,
    decode::{decode_stored, jpeg_to_srgb},
    edit::Edit,
    error::PhotoError,
    format::PhotoFormat,
    guard::guard,
    limits::Limits,
    orientation::Orientation,
    pixels::Pixels,
};

/// A picture as the reporter wants it seen, decoded at its own size or smaller.
pub struct Edited {
    /// Upright, cropped and turned; up to a pixel more than the picture on each side.
    pub pixels: Pixels,
    /// What of the pixels is the picture.
    pub area: Area,
    /// Pixels across that the edited picture has at its own size.
    pub width: u32,
    /// Pixels down, the same.
    pub height: u32,
}

/// By how much a picture can be made smaller in decoding it, 1 where it cannot. `least_width` tells from the size of the edited picture
/// how many pixels across are enough.
///
/// # Errors
/// As [`decode_edited`].
pub fn scale_of(
    bytes: &[u8],
    edit: &Edit,
    limits: &Limits,
    least_width: impl FnOnce(u32, u32) -> u32,
) -> Result<u32, PhotoError> {
    let container = Container::read(bytes, limits)?;
    let orientation = container.exif().map(|exif| exif.orientation()).unwrap_or_default();
    let (width, height) = orientation.upright_size(container.width, container.height);
    let (width, height) = edit.size_of(width, height);
    let is_scalable = container.format == PhotoFormat::Jpeg && !container.truncated;
    Ok(if is_scalable { scale_for(width, least_width(width, height).max(1)) } else { 1 })
}

/// Decodes a picture upright, smaller by a scale of [`scale_of`], and applies an edit.
///
/// # Errors
/// As [`decode_upright`](crate::photo::decode_upright).
pub fn decode_edited(bytes: &[u8], edit: &Edit, limits: &Limits, scale: u32) -> Result<Edited, PhotoError> {
    let container = Container::read(bytes, limits)?;
    let orientation = container.exif().map(|exif| exif.orientation()).unwrap_or_default();
    let (width, height) = orientation.upright_size(container.width, container.height);
    let kept = edit.kept_of(width, height);
    let turn = edit.turn();
    let (edited_width, edited_height) = turn.upright_size(kept.width, kept.height);
    let smaller = if scale > 1 { decode_smaller(bytes, &container, limits, scale) } else { None };
    let (stored, scale) = match smaller {
        Some(pixels) => (pixels, scale),
        None => (decode_stored(bytes, limits)?.0, 1),
    };
    // What is seen of the last column and row of a scaled picture is a part of them.
    let by = f64::from(scale);
    let seen =
        Area { left: 0.0, top: 0.0, width: f64::from(container.width) / by, height: f64::from(container.height) / by };
    let upright = seen.oriented(orientation, stored.width(), stored.height());
    let pixels = stored.oriented(orientation);
    let wanted = Area {
        left: upright.left + f64::from(kept.left) / by,
        top: upright.top + f64::from(kept.top) / by,
        width: f64::from(kept.width) / by,
        height: f64::from(kept.height) / by,
    };
    let (pixels, area) = cut_around(pixels, wanted);
    let area = area.oriented(turn, pixels.width(), pixels.height());
    Ok(Edited { pixels: pixels.oriented(turn), area, width: edited_width, height: edited_height })
}

/// As few stored pixels, unturned, as leave `least` on the longer side; for thumbnails.
pub(crate) fn decode_stored_for(
    bytes: &[u8],
    limits: &Limits,
    least: u32,
) -> Result<(Pixels, Orientation), PhotoError> {
    let container = Container::read(bytes, limits)?;
    let scale = scale_for(container.width.max(container.height), least);
    if scale > 1
        && let Some(pixels) = decode_smaller(bytes, &container, limits, scale)
    {
        return Ok((pixels, container.exif().map(|exif| exif.orientation()).unwrap_or_default()));
    }
    decode_stored(bytes, limits)
}

fn scale_for(size: u32, enough: u32) -> u32 {
    [8, 4, 2].into_iter().find(|scale| size / scale >= enough).unwrap_or(1)
}

/// `None` for whatever is not the everyday JPEG: the decoder for all kinds takes those, and says what is wrong with them.
fn decode_smaller(bytes: &[u8], container: &Container<'_>, limits: &Limits, scale: u32) -> Option<Pixels> {
    if container.format != PhotoFormat::Jpeg || container.truncated {
        return None;
    }
    let side = |side: u32| u16::try_from(side.div_ceil(scale)).ok();
    let (width, height) = (side(container.width)?, side(container.height)?);
    let most = usize::try_from(limits.max_alloc).unwrap_or(usize::MAX);
    let decoded = guard(|| {
        let mut decoder = Decoder::new(bytes);
        decoder.set_max_decoding_buffer_size(most);
        decoder.read_info().ok()?;
        let format = decoder.info()?.pixel_format;
        if !matches!(format, PixelFormat::RGB24 | PixelFormat::L8)
            || decoder.scale(width, height).ok()? != (width, height)
        {
            return None;
        }
        let data = decoder.decode().ok()?;
        let rgb = if format == PixelFormat::L8 { data.iter().flat_map(|grey| [*grey; 3]).collect() } else { data };
        let pixels = Pixels::from_rgb(width.into(), height.into(), rgb)?;
        Some(jpeg_to_srgb(pixels, decoder.icc_profile(), limits))
    });
    decoded.ok().flatten()
}

/// Cuts whole pixels around an area and gives where it lies in them.
fn cut_around(pixels: Pixels, area: Area) -> (Pixels, Area) {
    let whole = |start: f64, extent: f64, side: u32| {
        // Rounding must not add a pixel for a hair's breadth.
        let from = ((start + 1e-6).floor().max(0.0) as u32).min(side - 1);
        let to = ((start + extent - 1e-6).ceil() as u32).clamp(from + 1, side);
        (from, to - from)
    };
    let (left, width) = whole(area.left, area.width, pixels.width());
    let (top, height) = whole(area.top, area.height, pixels.height());
    let moved = Area { left: area.left - f64::from(left), top: area.top - f64::from(top), ..area };
    if (width, height) == (pixels.width(), pixels.height()) {
        return (pixels, moved);
    }
    (pixels.cropped(left, top, width, height), moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        decode::decode_upright,
        edit::NormalRect,
        fixtures::{self, ExifBuilder, assert_alike},
        linear::{LinearPixels, Part},
    };

    /// The edited picture at a size, as an export makes it.
    fn shown(edited: &Edited, width: u32, height: u32) -> Pixels {
        let side = LinearPixels::side(edited.area, width);
        let linear = LinearPixels::averaged(&edited.pixels, edited.area, side).unwrap();
        linear.sized(Part::WHOLE, width, height).unwrap().encoded().unwrap()
    }

    #[test]
    fn a_smaller_decode_shows_the_same_whatever_the_camera_and_the_reporter_turned() {
        let upright = fixtures::scene(203, 141);
        let crop = NormalRect { x: 0.3, y: 0.2, width: 0.55, height: 0.7 };
        for flag in 1..=8 {
            let exif = ExifBuilder { orientation: flag, ..ExifBuilder::camera() };
            let file = fixtures::jpeg_of(&fixtures::as_stored(&upright, flag), Some(&exif));
            for turns in 0..4 {
                for crop in [None, Some(crop)] {
                    let edit = Edit { quarter_turns: turns, crop };
                    let whole = edit.apply(decode_upright(&file, &Limits::default()).unwrap());
                    let scale = scale_of(&file, &edit, &Limits::default(), |width, _| width / 4).unwrap();
                    let smaller = decode_edited(&file, &edit, &Limits::default(), scale).unwrap();
                    assert_eq!((smaller.width, smaller.height), (whole.width(), whole.height()));
                    assert!(smaller.pixels.width() <= whole.width() / 4 + 2, "it is decoded small");
                    let size = (whole.width() / 5, whole.height() / 5);
                    let reference = shown(
                        &Edited {
                            area: Area::whole(&whole),
                            width: whole.width(),
                            height: whole.height(),
                            pixels: whole,
                        },
                        size.0,
                        size.1,
                    );
                    let what = format!("flag {flag}, {turns} turns, crop {}", crop.is_some());
                    assert_alike(&shown(&smaller, size.0, size.1), &reference, 1.5, &what);
                }
            }
        }
    }

    #[test]
    fn grey_and_cmyk_and_damaged_jpegs_come_out_as_at_full_size() {
        let limits = Limits::default();
        let scene = fixtures::scene(160, 160);
        let whole = fixtures::jpeg(&scene);
        for (what, file) in [("cmyk", fixtures::cmyk_jpeg(&scene)), ("cut off", whole[..whole.len() * 3 / 4].to_vec())]
        {
            let full = decode_stored(&file, &limits).unwrap().0;
            assert_eq!(decode_stored_for(&file, &limits, 20).unwrap().0, full, "{what}");
        }
        let grey = fixtures::grey_jpeg(160, 160, 90);
        let small = decode_stored_for(&grey, &limits, 20).unwrap().0;
        assert_eq!((small.width(), small.height()), (20, 20));
        assert!(small.rgb().iter().all(|value| value.abs_diff(90) <= 1));
        assert!(decode_stored_for(b"\xFF\xD8\xFFnonsense", &limits, 20).is_err());
    }

    #[test]
    fn a_wide_profile_is_converted_in_a_small_picture_too() {
        let limits = Limits::default();
        let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
        let adobe = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
        for profile in [p3, adobe] {
            let file = fixtures::jpeg_with_profile(&fixtures::solid(64, 64, [80, 200, 80]), &profile);
            let full = decode_stored(&file, &limits).unwrap().0;
            let small = decode_stored_for(&file, &limits, 8).unwrap().0;
            assert_eq!(small.width(), 8);
            assert_alike(&small, &full.cropped(0, 0, 8, 8), 1.5, "profile");
        }
    }
}
