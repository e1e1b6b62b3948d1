//! Pictures for the tests, made here.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageBuffer, ImageEncoder as _, ImageFormat, Luma, RgbImage, Rgba, codecs,
};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use moxcms::{ColorProfile, DataColorSpace, LutDataType, LutStore, LutType, LutWarehouse, Matrix3d, ProfileClass};

use crate::photo::{format::PhotoFormat, metadata::PhotoMetadata, orientation::Orientation, pixels::Pixels};

/// A smooth picture whose four corners differ, so that every turn shows; the same at any size.
pub(crate) fn scene(width: u32, height: u32) -> Pixels {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let across = (f64::from(x) + 0.5) / f64::from(width);
        let down = (f64::from(y) + 0.5) / f64::from(height);
        let level = |value: f64| (30.0 + 200.0 * value) as u8;
        image::Rgb([level(across), level(down), level(across * down)])
    });
    pixels(image)
}

pub(crate) fn solid(width: u32, height: u32, colour: [u8; 3]) -> Pixels {
    pixels(RgbImage::from_pixel(width, height, image::Rgb(colour)))
}

/// Black and white columns, one pixel each.
pub(crate) fn stripes(width: u32, height: u32) -> Pixels {
    pixels(RgbImage::from_fn(width, height, |x, _| image::Rgb([if x % 2 == 0 { 0 } else { 255 }; 3])))
}

/// What encoders like least.
pub(crate) fn noise(width: u32, height: u32) -> Pixels {
    let mut state = 1u32;
    pixels(RgbImage::from_fn(width, height, |_, _| {
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        image::Rgb([next(), next(), next()])
    }))
}

/// The picture with black bars above and below.
pub(crate) fn padded(inner: &Pixels, width: u32, height: u32) -> Pixels {
    let mut image = RgbImage::new(width, height);
    let top = i64::from((height - inner.height()) / 2);
    image::imageops::replace(&mut image, &rgb_image(inner), 0, top);
    pixels(image)
}

/// What a camera held so that it writes this flag would store of the upright picture. Written down independently of
/// [`Orientation`], from the row and column table of the TIFF specification.
pub(crate) fn as_stored(upright: &Pixels, flag: u16) -> Pixels {
    let (w, h) = (upright.width(), upright.height());
    let source = rgb_image(upright);
    let (stored_w, stored_h) = if flag >= 5 { (h, w) } else { (w, h) };
    pixels(RgbImage::from_fn(stored_w, stored_h, |column, row| {
        let (x, y) = match flag {
            2 => (w - 1 - column, row),
            3 => (w - 1 - column, h - 1 - row),
            4 => (column, h - 1 - row),
            5 => (row, column),
            6 => (w - 1 - row, column),
            7 => (w - 1 - row, h - 1 - column),
            8 => (row, h - 1 - column),
            _ => (column, row),
        };
        *source.get_pixel(x, y)
    }))
}

pub(crate) fn jpeg(picture: &Pixels) -> Vec<u8> {
    jpeg_of(picture, None)
}

pub(crate) fn jpeg_with_exif(width: u32, height: u32, exif: &ExifBuilder) -> Vec<u8> {
    jpeg_of(&scene(width, height), Some(exif))
}

pub(crate) fn jpeg_of(picture: &Pixels, exif: Option<&ExifBuilder>) -> Vec<u8> {
    encode_jpeg(picture, |encoder| {
        if let Some(exif) = exif {
            encoder.add_exif_metadata(&exif.build()).unwrap();
        }
    })
}

pub(crate) fn jpeg_with_profile(picture: &Pixels, profile: &[u8]) -> Vec<u8> {
    encode_jpeg(picture, |encoder| encoder.add_icc_profile(profile).unwrap())
}

fn encode_jpeg(picture: &Pixels, adorn: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 95);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    adorn(&mut encoder);
    encoder.encode(picture.rgb(), picture.width() as u16, picture.height() as u16, ColorType::Rgb).unwrap();
    file
}

/// Ink values without a profile, inverted as Adobe's programs store them.
pub(crate) fn cmyk_jpeg(picture: &Pixels) -> Vec<u8> {
    cmyk_jpeg_with(picture, |_| {})
}

/// The same for a press whose cyan is red.
pub(crate) fn cmyk_jpeg_of_odd_inks(picture: &Pixels) -> Vec<u8> {
    let identity = |channels: usize| LutStore::Store16((0..channels).flat_map(|_| [0, u16::MAX]).collect());
    // CIELAB, at every corner of the four inks; the last ink changes fastest.
    let colour = |inks: u8| match inks {
        0 => [0xFF00, 0x8000, 0x8000],
        inks if inks & 0b1000 != 0 => [0x8C00, 0xC800, 0xB400],
        _ => [0x1400, 0x8000, 0x8000],
    };
    let mut profile = ColorProfile::default();
    profile.color_space = DataColorSpace::Cmyk;
    profile.pcs = DataColorSpace::Lab;
    profile.profile_class = ProfileClass::OutputDevice;
    profile.lut_a_to_b_perceptual = Some(LutWarehouse::Lut(LutDataType {
        num_input_channels: 4,
        num_output_channels: 3,
        num_clut_grid_points: 2,
        matrix: Matrix3d::IDENTITY,
        num_input_table_entries: 2,
        num_output_table_entries: 2,
        input_table: identity(4),
        clut_table: LutStore::Store16((0..16).flat_map(colour).collect()),
        output_table: identity(3),
        lut_type: LutType::Lut16,
    }));
    cmyk_jpeg_with(picture, |encoder| encoder.add_icc_profile(&profile.encode().unwrap()).unwrap())
}

fn cmyk_jpeg_with(picture: &Pixels, adorn: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let inks: Vec<u8> =
        picture.rgb().chunks_exact(3).flat_map(|rgb| [255 - rgb[0], 255 - rgb[1], 255 - rgb[2], 0]).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 95);
    adorn(&mut encoder);
    encoder.encode(&inks, picture.width() as u16, picture.height() as u16, ColorType::Cmyk).unwrap();
    file
}

pub(crate) fn grey_jpeg(width: u16, height: u16, level: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let pixels = vec![level; usize::from(width) * usize::from(height)];
    Encoder::new(&mut file, 95).encode(&pixels, width, height, ColorType::Luma).unwrap();
    file
}

pub(crate) fn png(picture: &Pixels) -> Vec<u8> {
    written(&DynamicImage::ImageRgb8(rgb_image(picture)), ImageFormat::Png)
}

pub(crate) fn png_with_profile(picture: &Pixels, profile: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = codecs::png::PngEncoder::new(&mut file);
    encoder.set_icc_profile(profile.to_vec()).unwrap();
    encoder.write_image(picture.rgb(), picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    file
}

pub(crate) fn grey_png(width: u32, height: u32, level: u8) -> Vec<u8> {
    written(&DynamicImage::ImageLuma8(ImageBuffer::from_pixel(width, height, Luma([level]))), ImageFormat::Png)
}

pub(crate) fn deep_png(width: u32, height: u32, level: u16) -> Vec<u8> {
    let image = ImageBuffer::from_pixel(width, height, image::Rgb([level; 3]));
    written(&DynamicImage::ImageRgb16(image), ImageFormat::Png)
}

/// Three red pixels: clear, solid, half.
pub(crate) fn transparent_png() -> Vec<u8> {
    let image = ImageBuffer::from_fn(3, 1, |x, _| Rgba([255, 0, 0, [0, 255, 128][x as usize]]));
    written(&DynamicImage::ImageRgba8(image), ImageFormat::Png)
}

/// The scene, then the scene in other colours.
pub(crate) fn gif(width: u32, height: u32, frames: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = codecs::gif::GifEncoder::new(&mut file);
    for n in 0..frames {
        let picture = if n == 0 { scene(width, height) } else { solid(width, height, [n as u8, 200, 7]) };
        let rgba = DynamicImage::ImageRgb8(rgb_image(&picture)).into_rgba8();
        encoder.encode_frame(image::Frame::new(rgba)).unwrap();
    }
    drop(encoder);
    file
}

pub(crate) fn every_format(width: u32, height: u32) -> Vec<(PhotoFormat, Vec<u8>)> {
    every_format_of(&scene(width, height))
}

pub(crate) fn every_format_of(picture: &Pixels) -> Vec<(PhotoFormat, Vec<u8>)> {
    let image = DynamicImage::ImageRgb8(rgb_image(picture));
    vec![
        (PhotoFormat::Jpeg, jpeg(picture)),
        (PhotoFormat::Png, png(picture)),
        (PhotoFormat::Webp, written(&image, ImageFormat::WebP)),
        (PhotoFormat::Gif, written(&image, ImageFormat::Gif)),
        (PhotoFormat::Tiff, written(&image, ImageFormat::Tiff)),
        (PhotoFormat::Bmp, written(&image, ImageFormat::Bmp)),
    ]
}

/// As editors write it that put the directory before the pixels; not compressed.
pub(crate) fn tiff_with_directory_first(picture: &Pixels, rows_of_a_strip: u32) -> Vec<u8> {
    let (width, height) = (picture.width(), picture.height());
    let row = width as usize * 3;
    let strips: Vec<&[u8]> = picture.rgb().chunks(row * rows_of_a_strip as usize).collect();
    let count = strips.len() as u32;
    let tables_at = 8 + 2 + 10 * 12 + 4;
    let bits_at = tables_at + strips.len() * 8;
    let mut at = bits_at as u32 + 6;
    let (mut offsets, mut lengths) = (Vec::new(), Vec::new());
    for strip in &strips {
        offsets.extend(at.to_le_bytes());
        lengths.extend((strip.len() as u32).to_le_bytes());
        at += strip.len() as u32;
    }
    let inside = |table: &[u8], table_at: usize| {
        if count == 1 { u32::from_le_bytes(*table.first_chunk().unwrap()) } else { table_at as u32 }
    };
    let (offsets_at, lengths_at) = (inside(&offsets, tables_at), inside(&lengths, tables_at + offsets.len()));
    let entries: [(u16, u16, u32, u32); 10] = [
        (0x0100, 4, 1, width),
        (0x0101, 3, 1, height),
        (0x0102, 3, 3, bits_at as u32),
        (0x0103, 3, 1, 1),
        (0x0106, 3, 1, 2),
        (0x0111, 4, count, offsets_at),
        (0x0115, 3, 1, 3),
        (0x0116, 4, 1, rows_of_a_strip),
        (0x0117, 4, count, lengths_at),
        (0x011C, 3, 1, 1),
    ];
    let mut file = b"II*\0\x08\0\0\0\x0A\0".to_vec();
    for (tag, kind, count, value) in entries {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(count.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file.extend(offsets);
    file.extend(lengths);
    file.extend([8, 0, 8, 0, 8, 0]);
    file.extend(picture.rgb());
    file
}

/// A value for every field, with the name in several of them.
pub(crate) fn full_metadata(name: &str) -> PhotoMetadata {
    let some = |text: &str| Some(text.to_owned());
    PhotoMetadata {
        caption: Some(format!("{name} mở đầu hội nghị; «Открытие», 26 December")),
        headline: some("Hội nghị khai mạc"),
        creator: some(name),
        credit: Some(format!("{name} / VNA")),
        copyright: some("© 2026 Example"),
        location: some("Trung tâm Văn hóa Kinh Bắc"),
        city: some("Bắc Ninh"),
        country: some("Việt Nam"),
        date: some("2025-12-26T09:11:00+07:00"),
        persons: vec![name.to_owned(), "Нгуен Тхи Ха".to_owned()],
        keywords: vec!["hội nghị".to_owned(), "экономика".to_owned()],
        alt: Some(format!("{name} at a lectern")),
        extended_description: some("The hall, seen from the gallery"),
        web_statement: some("https://example.org/rights?a=1&b=2"),
        usage_terms: some("Editorial use only"),
        digital_source_type: some(crate::photo::metadata::DIGITAL_CAPTURE),
    }
}

pub(crate) fn mean_difference(one: &Pixels, other: &Pixels) -> f64 {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let sum: u64 = one.rgb().iter().zip(other.rgb()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / one.rgb().len() as f64
}

#[track_caller]
pub(crate) fn assert_alike(one: &Pixels, other: &Pixels, bound: f64, what: &str) {
    let difference = mean_difference(one, other);
    assert!(difference <= bound, "{what}: {difference:.1} levels apart on average");
}

/// An EXIF block, byte by byte.
pub(crate) struct ExifBuilder {
    pub(crate) little: bool,
    pub(crate) orientation: u16,
    pub(crate) description: Option<String>,
    pub(crate) artist: Option<String>,
    pub(crate) thumbnail: Option<Vec<u8>>,
}

impl ExifBuilder {
    /// As a camera with a receiver writes it: held upright on its right side, with time, zone, serial number and position.
    pub(crate) fn camera() -> Self {
        Self { little: true, orientation: 6, description: None, artist: None, thumbnail: None }
    }

    pub(crate) fn build(&self) -> Vec<u8> {
        let text = |text: &str| (2u16, [text.as_bytes(), b"\0"].concat());
        let short = |value: u16| (3u16, self.u16(value));
        let long = |value: u32| (4u16, self.u32(value));
        let photo = [(0x9003, text("2026:03:14 09:26:53")), (0x9011, text("+07:00")), (0xA431, text("SN123456"))];
        let degrees = [21u32, 1, 16, 1, 22, 1].iter().flat_map(|part| self.u32(*part)).collect::<Vec<_>>();
        let gps = [(1, text("N")), (2, (5, degrees))];
        let mut primary = Vec::new();
        primary.extend(self.description.as_deref().map(|description| (0x010E, text(description))));
        primary.push((0x0112, short(self.orientation)));
        primary.extend(self.artist.as_deref().map(|artist| (0x013B, text(artist))));

        // The two pointers add twelve bytes each to the directory.
        let photo_at = 8 + self.size(&primary) + 24;
        let gps_at = photo_at + self.size(&photo);
        let thumb_at = gps_at + self.size(&gps);
        primary.push((0x8769, long(photo_at as u32)));
        primary.push((0x8825, long(gps_at as u32)));
        let next = if self.thumbnail.is_some() { thumb_at as u32 } else { 0 };
        let mut block = if self.little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        block.extend(self.u32(8));
        self.directory(&mut block, &primary, next);
        self.directory(&mut block, &photo, 0);
        self.directory(&mut block, &gps, 0);
        if let Some(jpeg) = &self.thumbnail {
            let entries = [(0x0201, long(0)), (0x0202, long(0))];
            let jpeg_at = thumb_at + self.size(&entries);
            let entries = [(0x0201, long(jpeg_at as u32)), (0x0202, long(jpeg.len() as u32))];
            self.directory(&mut block, &entries, 0);
            block.extend_from_slice(jpeg);
        }
        block
    }

    fn u16(&self, value: u16) -> Vec<u8> {
        if self.little { value.to_le_bytes().to_vec() } else { value.to_be_bytes().to_vec() }
    }

    fn u32(&self, value: u32) -> Vec<u8> {
        if self.little { value.to_le_bytes().to_vec() } else { value.to_be_bytes().to_vec() }
    }

    fn size(&self, entries: &[(u16, (u16, Vec<u8>))]) -> usize {
        let outside = |value: &[u8]| if value.len() > 4 { value.len() } else { 0 };
        6 + entries.iter().map(|(_, (_, value))| 12 + outside(value)).sum::<usize>()
    }

    fn directory(&self, block: &mut Vec<u8>, entries: &[(u16, (u16, Vec<u8>))], next: u32) {
        let mut values_at = block.len() + 6 + entries.len() * 12;
        let mut values = Vec::new();
        block.extend(self.u16(entries.len() as u16));
        for (tag, (kind, value)) in entries {
            let unit = match kind {
                3 => 2,
                4 => 4,
                5 => 8,
                _ => 1,
            };
            block.extend(self.u16(*tag));
            block.extend(self.u16(*kind));
            block.extend(self.u32((value.len() / unit) as u32));
            if value.len() > 4 {
                block.extend(self.u32(values_at as u32));
                values_at += value.len();
                values.extend_from_slice(value);
            } else {
                block.extend_from_slice(value);
                block.extend(std::iter::repeat_n(0, 4 - value.len()));
            }
        }
        block.extend(self.u32(next));
        block.extend(values);
    }
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn pixels(image: RgbImage) -> Pixels {
    let (width, height) = image.dimensions();
    Pixels::from_rgb(width, height, image.into_raw()).unwrap()
}

fn rgb_image(picture: &Pixels) -> RgbImage {
    RgbImage::from_raw(picture.width(), picture.height(), picture.rgb().to_vec()).unwrap()
}

#[test]
fn the_stored_forms_are_undone_by_the_flags() {
    let upright = scene(5, 3);
    for flag in 1..=8 {
        assert_eq!(as_stored(&upright, flag).oriented(Orientation::from_exif(flag.into())), upright, "flag {flag}");
    }
}
