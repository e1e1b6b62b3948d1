//! A file to upright sRGB pixels.

use std::{borrow::Cow, io::Cursor};

use image::{ColorType, DynamicImage, ImageDecoder as _, ImageReader, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::photo::{
    container::Container, error::PhotoError, format::PhotoFormat, guard::guard, inks, limits::Limits,
    orientation::Orientation, pixels::Pixels,
};

/// Pixels transformed at a time: small enough for the cache, large enough for the vector code.
const COLOUR_STRIP: usize = 3 * 4096;

/// Decodes the first picture of a file: turned by its orientation flag, converted to sRGB by its colour profile (a broken or
/// foreign profile is ignored), 8 bits a channel, transparency on white.
///
/// CMYK without a profile becomes RGB by the plain formula: its colours are near to what was meant, no more.
///
/// Costs three bytes a pixel, six while a quarter turn is made.
///
/// # Errors
/// As [`probe`](crate::photo::probe()), and [`PhotoError::Damaged`] when the codec gives up or panics.
pub fn decode_upright(bytes: &[u8], limits: &Limits) -> Result<Pixels, PhotoError> {
    let (pixels, orientation) = decode_stored(bytes, limits)?;
    Ok(pixels.oriented(orientation))
}

/// Decodes without turning, for callers that make the picture smaller first.
pub(crate) fn decode_stored(bytes: &[u8], limits: &Limits) -> Result<(Pixels, Orientation), PhotoError> {
    let container = Container::read(bytes, limits)?;
    let orientation = container.exif().map(|exif| exif.orientation()).unwrap_or_default();
    let format = container.format;
    let bytes = decodable(bytes, &container);
    let decoded = guard(|| decode_with_codec(&bytes, &container, limits));
    let (mut image, profile) = decoded.unwrap_or_else(|panic| Err(PhotoError::damaged(format, panic)))?;
    if let Some(profile) = profile.filter(|profile| profile.len() <= limits.max_metadata) {
        // A profile is a hint: whatever is wrong with it, the picture is shown.
        let inks = || (format == PhotoFormat::Jpeg).then(|| inks::in_srgb(&bytes, &profile, limits)).flatten();
        match guard(inks) {
            Ok(Some(coloured)) => image = coloured,
            _ => drop(guard(|| to_srgb(&mut image, &profile))),
        }
    }
    let (width, height) = image.dimensions();
    let pixels = Pixels::from_rgb(width, height, image.into_raw());
    pixels.map(|pixels| (pixels, orientation)).ok_or_else(|| PhotoError::damaged(format, "it has no pixels"))
}

/// The pixels of a JPEG that another decoder made, in sRGB.
pub(crate) fn jpeg_to_srgb(pixels: Pixels, profile: Option<Vec<u8>>, limits: &Limits) -> Pixels {
    let Some(profile) = profile.filter(|profile| profile.len() <= limits.max_metadata) else { return pixels };
    let mut image = pixels.into_image();
    to_srgb(&mut image, &profile);
    Pixels::from_image(image)
}

/// The file as the decoder takes it: without long notes, and with an end.
fn decodable<'a>(bytes: &'a [u8], container: &Container<'_>) -> Cow<'a, [u8]> {
    let lean = container.without_notes(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned);
    container.ended(&lean).map_or(lean, Cow::Owned)
}

fn decode_with_codec(
    bytes: &[u8],
    container: &Container<'_>,
    limits: &Limits,
) -> Result<(RgbImage, Option<Vec<u8>>), PhotoError> {
    let format = container.format;
    let damaged = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => PhotoError::damaged(format, "it needs more memory than its size tells"),
        other => PhotoError::damaged(format, other),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.for_decoder());
    let mut codec_limits = image::Limits::default();
    codec_limits.max_image_width = Some(limits.max_side);
    codec_limits.max_image_height = Some(limits.max_side);
    codec_limits.max_alloc = Some(limits.max_alloc);
    reader.limits(codec_limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    limits.check(width, height, decoder.color_type().bytes_per_pixel().into())?;
    let has_profile = container.profile_bytes <= limits.max_metadata;
    let profile = if has_profile { decoder.icc_profile().ok().flatten() } else { None };
    match DynamicImage::from_decoder(decoder) {
        Ok(image) => Ok((at_full_height(to_rgb8(image), container), profile)),
        Err(error) => match upper_part(bytes, format) {
            Some(part) => Ok((part, profile)),
            None => Err(damaged(error)),
        },
    }
}

/// The rows of a TIFF that breaks off, with white ones for those that are missing.
fn at_full_height(image: RgbImage, container: &Container<'_>) -> RgbImage {
    let (width, height) = image.dimensions();
    if !container.truncated || width != container.width || height >= container.height {
        return image;
    }
    let mut rows = image.into_raw();
    rows.resize(rows.len() / height.max(1) as usize * container.height as usize, u8::MAX);
    RgbImage::from_raw(width, container.height, rows).unwrap_or_default()
}

/// What is there of a PNG, GIF or BMP of 8 bits that breaks off, on white.
fn upper_part(bytes: &[u8], format: PhotoFormat) -> Option<RgbImage> {
    if !matches!(format, PhotoFormat::Png | PhotoFormat::Gif | PhotoFormat::Bmp) {
        return None;
    }
    let decoder = ImageReader::with_format(Cursor::new(bytes), format.for_decoder()).into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let colour = decoder.color_type();
    let mut buffer = vec![u8::MAX; usize::try_from(decoder.total_bytes()).ok()?];
    decoder.read_image(&mut buffer).err()?;
    if buffer.iter().all(|byte| *byte == u8::MAX) {
        return None;
    }
    let image = match colour {
        ColorType::Rgb8 => RgbImage::from_raw(width, height, buffer)?.into(),
        ColorType::Rgba8 => image::RgbaImage::from_raw(width, height, buffer)?.into(),
        ColorType::L8 => DynamicImage::ImageLuma8(image::GrayImage::from_raw(width, height, buffer)?),
        _ => return None,
    };
    Some(to_rgb8(image))
}

fn to_rgb8(image: DynamicImage) -> RgbImage {
    match image {
        DynamicImage::ImageRgb8(rgb) => rgb,
        other if other.color().has_alpha() => {
            let rgba = other.into_rgba8();
            let (width, height) = rgba.dimensions();
            let mut bytes = rgba.into_raw();
            flatten_on_white(&mut bytes);
            RgbImage::from_raw(width, height, bytes).unwrap_or_default()
        }
        other => other.into_rgb8(),
    }
}

/// Turns four bytes a pixel into three, in place.
fn flatten_on_white(bytes: &mut Vec<u8>) {
    let pixels = bytes.len() / 4;
    for pixel in 0..pixels {
        let alpha = u16::from(bytes[pixel * 4 + 3]);
        for channel in 0..3 {
            let colour = u16::from(bytes[pixel * 4 + channel]);
            bytes[pixel * 3 + channel] = ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        }
    }
    bytes.truncate(pixels * 3);
}

/// Converts in place; does nothing when the profile cannot be read, is not for RGB or grey, or is sRGB by another name.
fn to_srgb(image: &mut RgbImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    // Of CMYK pixels that have become RGB in the decoder, their profile no longer says anything.
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, TransformOptions::default())
    else {
        return;
    };
    let probe: Vec<u8> =
        (0..512u16).flat_map(|n| [n & 7, (n >> 3) & 7, n >> 6].map(|level| (level * 36) as u8)).collect();
    let mut probed = probe.clone();
    let usable = transform.transform(&probe, &mut probed).is_ok();
    if !usable || probe.iter().zip(&probed).all(|(before, after)| before.abs_diff(*after) <= 1) {
        return;
    }
    let mut source = vec![0; COLOUR_STRIP];
    for strip in image.chunks_mut(COLOUR_STRIP) {
        let source = &mut source[..strip.len()];
        source.copy_from_slice(strip);
        // The same call has just succeeded on the probe; a failure here leaves this strip as it was.
        let _ = transform.transform(source, strip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, ExifBuilder, assert_alike, mean_difference};

    fn decode(bytes: &[u8]) -> Pixels {
        decode_upright(bytes, &Limits::default()).unwrap()
    }

    #[test]
    fn all_eight_orientations_show_the_same_picture() {
        let upright = fixtures::scene(48, 32);
        for flag in 1..=8 {
            let stored = fixtures::as_stored(&upright, flag);
            let exif = ExifBuilder { orientation: flag, ..ExifBuilder::camera() };
            let shown = decode(&fixtures::jpeg_of(&stored, Some(&exif)));
            assert_eq!((shown.width(), shown.height()), (48, 32), "flag {flag}");
            assert_alike(&shown, &upright, 6.0, &format!("flag {flag}"));
        }
    }

    #[test]
    fn every_format_decodes_to_the_same_picture() {
        let scene = fixtures::scene(31, 17);
        for (format, bytes) in fixtures::every_format(31, 17) {
            let bound = if format == PhotoFormat::Gif { 12.0 } else { 6.0 };
            assert_alike(&decode(&bytes), &scene, bound, &format.to_string());
        }
    }

    #[test]
    fn a_truncated_jpeg_keeps_its_upper_part() {
        let scene = fixtures::scene(160, 160);
        let whole = fixtures::jpeg(&scene);
        let shown = decode(&whole[..whole.len() * 3 / 4]);
        assert_alike(&shown.cropped(0, 0, 160, 40), &scene.cropped(0, 0, 160, 40), 6.0, "upper quarter");
    }

    #[test]
    fn a_truncated_png_keeps_its_upper_part_and_one_without_any_is_damaged() {
        let noise = fixtures::noise(64, 64);
        let png = fixtures::png(&noise);
        let shown = decode(&png[..png.len() / 2]);
        assert_eq!(shown.cropped(0, 0, 64, 20), noise.cropped(0, 0, 64, 20));
        let result = decode_upright(&png[..50], &Limits::default());
        assert!(matches!(result, Err(PhotoError::Damaged { format: PhotoFormat::Png, .. })), "{result:?}");
    }

    #[test]
    fn whatever_breaks_off_keeps_what_is_there() {
        let scene = fixtures::noise(96, 96);
        let lossy = webp::Encoder::from_rgb(scene.rgb(), 96, 96).encode(80.0).to_vec();
        let tiff = fixtures::tiff_with_directory_first(&scene, 8);
        let more = [(PhotoFormat::Webp, lossy), (PhotoFormat::Tiff, tiff)];
        for (format, bytes) in fixtures::every_format_of(&scene).into_iter().chain(more) {
            let cut = &bytes[..bytes.len() * 6 / 10];
            let shown = match decode_upright(cut, &Limits::default()) {
                Ok(shown) => shown,
                Err(PhotoError::Damaged { format: PhotoFormat::Tiff, .. }) if !bytes[4..8].starts_with(&[8]) => {
                    continue;
                }
                Err(error) => panic!("{format}: {error}"),
            };
            assert!(Container::read(cut, &Limits::default()).unwrap().truncated, "{format}");
            assert_eq!((shown.width(), shown.height()), (96, 96), "{format}");
            // The rows of a BMP stand from the last to the first.
            let top = if format == PhotoFormat::Bmp { 56 } else { 0 };
            let part = |pixels: &Pixels| pixels.cropped(0, top, 96, 40);
            assert_eq!(part(&shown), part(&decode(&bytes)), "{format}");
            assert_ne!(shown, decode(&bytes), "{format}");
        }
    }

    #[test]
    fn a_tiff_of_which_hardly_a_strip_is_there_is_damaged_or_shown_and_no_more() {
        let scene = fixtures::noise(32, 32);
        for rows in [1, 5, 16, 31, 32] {
            let whole = fixtures::tiff_with_directory_first(&scene, rows);
            for end in (0..whole.len()).step_by(11) {
                match decode_upright(&whole[..end], &Limits::default()) {
                    Ok(shown) => assert_eq!((shown.width(), shown.height()), (32, 32), "{end} of {rows}"),
                    Err(PhotoError::Damaged { .. } | PhotoError::Empty | PhotoError::NotAPicture) => {}
                    Err(error) => panic!("{end} of {rows}: {error}"),
                }
            }
            assert_eq!(decode(&whole), scene);
        }
    }

    #[test]
    fn cmyk_comes_out_in_its_colours() {
        let scene = fixtures::scene(48, 48);
        assert_alike(&decode(&fixtures::cmyk_jpeg(&scene)), &scene, 8.0, "cmyk");
    }

    #[test]
    fn inks_have_the_colours_that_their_profile_says() {
        let cyan = fixtures::solid(16, 16, [0, 255, 255]);
        let shown = decode(&fixtures::cmyk_jpeg_of_odd_inks(&cyan));
        let [red, green, blue] = shown.rgb()[..3] else { unreachable!() };
        assert!(red > 180 && green < 100 && blue < 100, "{red} {green} {blue}");
        let paper = decode(&fixtures::cmyk_jpeg_of_odd_inks(&fixtures::solid(16, 16, [255; 3])));
        assert!(paper.rgb().iter().all(|value| *value > 235), "{:?}", &paper.rgb()[..3]);
    }

    #[test]
    fn grey_and_sixteen_bit_pictures_decode() {
        let grey = decode(&fixtures::grey_png(20, 10, 200));
        assert_eq!(grey.rgb()[..3], [200, 200, 200]);
        let deep = decode(&fixtures::deep_png(20, 10, 0x80FF));
        assert!(deep.rgb().iter().all(|value| value.abs_diff(0x81) <= 1));
    }

    #[test]
    fn transparency_lies_on_white() {
        let shown = decode(&fixtures::transparent_png());
        assert_eq!(shown.rgb(), [255, 255, 255, 255, 0, 0, 255, 127, 127]);
    }

    #[test]
    fn a_wide_profile_is_converted_and_a_broken_one_ignored() {
        let muted = fixtures::solid(16, 16, [200, 80, 80]);
        let adobe = ColorProfile::new_adobe_rgb().encode().unwrap();
        let converted = decode(&fixtures::png_with_profile(&muted, &adobe));
        let reference = decode(&fixtures::png(&muted));
        assert_eq!(reference.rgb(), muted.rgb());
        assert!(converted.rgb()[0] > 215, "Adobe RGB red is stronger in sRGB: {:?}", &converted.rgb()[..3]);

        let srgb = ColorProfile::new_srgb().encode().unwrap();
        assert_eq!(decode(&fixtures::png_with_profile(&muted, &srgb)), muted);
        for broken in [&adobe[..adobe.len() / 2], &b"not a profile at all"[..]] {
            let shown = decode(&fixtures::png_with_profile(&muted, broken));
            assert_eq!((shown.width(), shown.height()), (16, 16));
        }
        assert_eq!(decode(&fixtures::png_with_profile(&muted, b"nonsense")), muted);
    }

    #[test]
    fn a_jpeg_profile_is_converted_too() {
        let muted = fixtures::solid(32, 32, [80, 200, 80]);
        let p3 = ColorProfile::new_display_p3().encode().unwrap();
        let shown = decode(&fixtures::jpeg_with_profile(&muted, &p3));
        assert!(mean_difference(&shown, &muted) > 5.0);
    }

    #[test]
    fn a_moving_gif_gives_its_first_picture() {
        let shown = decode(&fixtures::gif(9, 7, 3));
        assert_alike(&shown, &fixtures::scene(9, 7), 12.0, "first frame");
    }
}
