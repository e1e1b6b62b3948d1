//! Pixels to files.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use serde::{Deserialize, Serialize};

use crate::photo::{
    container::webp_with_xmp,
    error::PhotoError,
    format::PhotoFormat,
    guard::guard,
    metadata::{PhotoMetadata, Position, embed},
    pixels::Pixels,
};

/// From this quality on, colour is kept at full resolution: who asks for so much wants red lettering sharp.
const FULL_COLOUR_FROM: u8 = 90;

/// Longest side that WebP can express.
const WEBP_MAX_SIDE: u32 = 16_383;

/// How hard libwebp tries, 0 to 6. Of the methods up to 4, its default, 2 costs less than half of the time at a file a
/// twentieth larger with the same likeness; see the benchmark `photos`.
const WEBP_METHOD: i32 = 2;

/// Encoder quality, 1 to 100. The scales of JPEG and WebP differ; 80 is good in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quality(u8);

impl Quality {
    /// Clamps to 1 to 100.
    pub const fn new(value: u8) -> Self {
        match value {
            0 => Self(1),
            1..=100 => Self(value),
            _ => Self(100),
        }
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// How a JPEG is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JpegMode {
    /// Readable by everything there is; drawn from the top.
    #[default]
    Baseline,
    /// A few per cent smaller; drawn coarse, then fine.
    Progressive,
}

/// A format that exports write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OutputFormat {
    /// JPEG, the one that everything reads.
    Jpeg,
    /// Lossy WebP.
    Webp,
}

impl OutputFormat {
    /// The same as an input format, for its extension and media type.
    pub fn photo_format(self) -> PhotoFormat {
        match self {
            Self::Jpeg => PhotoFormat::Jpeg,
            Self::Webp => PhotoFormat::Webp,
        }
    }
}

/// Writes a JPEG; metadata goes in as IPTC IIM and XMP with the same values. The same input gives the same bytes.
///
/// # Errors
/// [`PhotoError::Encode`] for a side over 65,535.
pub fn encode_jpeg(
    pixels: &Pixels,
    quality: Quality,
    mode: JpegMode,
    metadata: Option<&PhotoMetadata>,
) -> Result<Vec<u8>, PhotoError> {
    let failed = |detail: &dyn ToString| PhotoError::encode(PhotoFormat::Jpeg, detail.to_string());
    let too_wide = |_| failed(&"a side is over 65535 pixels");
    let width = u16::try_from(pixels.width()).map_err(too_wide)?;
    let height = u16::try_from(pixels.height()).map_err(too_wide)?;
    let written = guard(|| {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, quality.get());
        encoder.set_progressive(mode == JpegMode::Progressive);
        // With its own code tables a baseline file would come out as one scan per colour, which is legal but read wrongly by
        // some decoders; progressive files are in separate scans anyway.
        encoder.set_optimized_huffman_tables(mode == JpegMode::Progressive);
        encoder.set_sampling_factor(if quality.get() >= FULL_COLOUR_FROM {
            SamplingFactor::R_4_4_4
        } else {
            SamplingFactor::R_4_2_0
        });
        encoder.encode(pixels.rgb(), width, height, ColorType::Rgb)?;
        Ok::<_, jpeg_encoder::EncodingError>(file)
    });
    let plain = written.map_err(|panic| failed(&panic))?.map_err(|error| failed(&error))?;
    let size = (pixels.width(), pixels.height());
    match metadata {
        Some(words) => with_metadata(plain, OutputFormat::Jpeg, size, words, None),
        None => Ok(plain),
    }
}

/// Writes a lossy WebP; metadata goes in as XMP. The same input gives the same bytes.
///
/// # Errors
/// [`PhotoError::Encode`] for a side over 16,383.
pub fn encode_webp(pixels: &Pixels, quality: Quality, metadata: Option<&PhotoMetadata>) -> Result<Vec<u8>, PhotoError> {
    let failed = |detail: &str| PhotoError::encode(PhotoFormat::Webp, detail);
    let (width, height) = (pixels.width(), pixels.height());
    if width.max(height) > WEBP_MAX_SIDE {
        return Err(failed("a side is over 16383 pixels"));
    }
    let written = guard(|| {
        let encoder = webp::Encoder::from_rgb(pixels.rgb(), width, height);
        let mut config = webp::WebPConfig::new().map_err(|()| "its version is another".to_owned())?;
        config.quality = f32::from(quality.get());
        config.method = WEBP_METHOD;
        encoder.encode_advanced(&config).map(|memory| memory.to_vec()).map_err(|error| format!("{error:?}"))
    });
    let plain = written.map_err(|panic| failed(&panic))?.map_err(|error| failed(&error))?;
    match metadata {
        Some(words) => with_metadata(plain, OutputFormat::Webp, (width, height), words, None),
        None => Ok(plain),
    }
}

/// Puts words, and where it was taken if that is to be told, into a file that was encoded here without any.
///
/// # Errors
/// [`PhotoError::Encode`] where the file is not one of those.
pub(crate) fn with_metadata(
    plain: Vec<u8>,
    format: OutputFormat,
    (width, height): (u32, u32),
    metadata: &PhotoMetadata,
    position: Option<Position>,
) -> Result<Vec<u8>, PhotoError> {
    let with = match format {
        OutputFormat::Jpeg => embed::into_jpeg(plain, &embed::jpeg_blocks(metadata, position)),
        OutputFormat::Webp => match embed::webp_packet(metadata, position) {
            Some(packet) => webp_with_xmp(&plain, width, height, &packet),
            None => Some(plain),
        },
    };
    with.ok_or_else(|| PhotoError::encode(format.photo_format(), "the metadata does not fit"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        decode::decode_upright,
        fixtures::{self, assert_alike},
        limits::Limits,
    };

    #[test]
    fn both_formats_and_modes_show_the_picture() {
        let scene = fixtures::scene(97, 61);
        let files = [
            encode_jpeg(&scene, Quality::new(85), JpegMode::Baseline, None).unwrap(),
            encode_jpeg(&scene, Quality::new(85), JpegMode::Progressive, None).unwrap(),
            encode_webp(&scene, Quality::new(85), None).unwrap(),
        ];
        for (n, file) in files.iter().enumerate() {
            assert_alike(&decode_upright(file, &Limits::default()).unwrap(), &scene, 6.0, &format!("file {n}"));
        }
        let frame_marker = |file: &[u8], marker| file.windows(2).any(|pair| pair == [0xFF, marker]);
        assert!(frame_marker(&files[0], 0xC0) && frame_marker(&files[1], 0xC2));
    }

    #[test]
    fn quality_changes_the_size() {
        let scene = fixtures::scene(200, 200);
        let size = |quality| encode_webp(&scene, Quality::new(quality), None).unwrap().len();
        assert!(size(40) < size(90));
        assert_eq!((Quality::new(0).get(), Quality::new(255).get()), (1, 100));
    }

    #[test]
    fn sizes_that_a_format_cannot_express_are_refused() {
        let long = fixtures::solid(16_384, 1, [1, 2, 3]);
        assert!(matches!(encode_webp(&long, Quality::new(80), None), Err(PhotoError::Encode { .. })));
    }
}
