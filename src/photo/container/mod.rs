//! The parts of a picture file, found by walking its structure; nothing is decoded and nothing is copied but short texts.

mod bmp;
mod gif;
mod jpeg;
mod png;
mod tiff;
mod webp;

use std::borrow::Cow;

use crate::photo::{
    error::PhotoError,
    exif::Exif,
    format::{PhotoFormat, sniff},
    limits::Limits,
};

pub(crate) use crate::photo::container::{jpeg::extent as jpeg_extent, webp::with_xmp as webp_with_xmp};

/// Bytes of notes over which a decoder is not shown them.
const MANY_NOTES: usize = 1 << 20;

/// What the structure of a file says. Sizes are as stored, before the orientation flag.
#[derive(Debug, Clone)]
pub struct Container<'a> {
    /// The format of the signature.
    pub format: PhotoFormat,
    /// Stored pixels across.
    pub width: u32,
    /// Stored pixels down.
    pub height: u32,
    /// Bytes a pixel costs in the decoder's largest buffer, an estimate from the header.
    pub bytes_per_pixel: u32,
    /// The TIFF structure of the EXIF block; of the file itself for TIFF.
    pub exif: Option<&'a [u8]>,
    /// The XMP packet.
    pub xmp: Option<Cow<'a, [u8]>>,
    /// What the packet of a JPEG had no room for, joined.
    pub xmp_extension: Option<Vec<u8>>,
    /// The IPTC IIM datasets.
    pub iptc: Option<Cow<'a, [u8]>>,
    /// How many bytes before the picture are notes that a decoder would read for nothing; at least, of those that are counted.
    pub notes_bytes: usize,
    /// How long the colour profile claims to be, where decoders would believe it.
    pub profile_bytes: usize,
    /// Whether words were passed over because they are longer than the limits allow.
    pub words_too_long: bool,
    /// Whether the end of the picture is missing although it may still decode.
    pub truncated: bool,
    /// Whether there is more than one frame.
    pub animated: bool,
}

impl<'a> Container<'a> {
    /// Reads the structure of a file and checks it against the limits.
    ///
    /// # Errors
    /// As [`sniff`], [`PhotoError::Damaged`] when no size can be found, [`PhotoError::TooLarge`] by the limits.
    pub fn read(bytes: &'a [u8], limits: &Limits) -> Result<Self, PhotoError> {
        let format = sniff(bytes)?;
        let mut container = match format {
            PhotoFormat::Jpeg => jpeg::read(bytes, limits)?,
            PhotoFormat::Png => png::read(bytes, limits),
            PhotoFormat::Webp => webp::read(bytes),
            PhotoFormat::Gif => gif::read(bytes),
            PhotoFormat::Tiff => tiff::read(bytes)?,
            PhotoFormat::Bmp => bmp::read(bytes),
        }
        .ok_or_else(|| PhotoError::damaged(format, "its header is incomplete"))?;
        if container.width == 0 || container.height == 0 {
            return Err(PhotoError::damaged(format, "it has no pixels"));
        }
        limits.check(container.width, container.height, container.bytes_per_pixel)?;
        let too_long = |words: &mut Cow<'_, [u8]>| words.len() > limits.max_metadata;
        for words in [&mut container.xmp, &mut container.iptc] {
            container.words_too_long |= words.take_if(too_long).is_some();
        }
        let exif = container.exif();
        container.words_too_long |= exif.is_some_and(|exif| exif.longest_text() > limits.max_metadata);
        Ok(container)
    }

    /// The file without its notes where they are so many that decoders would fill their memory with them.
    pub(crate) fn without_notes(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self.format {
            PhotoFormat::Jpeg if self.notes_bytes > MANY_NOTES => Some(jpeg::without_notes(bytes)),
            PhotoFormat::Png if self.notes_bytes > MANY_NOTES => Some(png::without_notes(bytes)),
            _ => None,
        }
    }

    /// The file as decoders take it that insist on an end, where its own is missing: what they show of it is as much as there is.
    pub(crate) fn ended(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self.format {
            _ if !self.truncated => None,
            PhotoFormat::Jpeg => Some([bytes, &[0xFF, 0xD9]].concat()),
            PhotoFormat::Webp => webp::filled_up(bytes),
            PhotoFormat::Tiff => tiff::cut_short(bytes),
            PhotoFormat::Png | PhotoFormat::Gif | PhotoFormat::Bmp => None,
        }
    }

    /// The EXIF block, when there is one that can be walked.
    pub fn exif(&self) -> Option<Exif<'a>> {
        self.exif.and_then(Exif::parse)
    }

    fn new(format: PhotoFormat, width: u32, height: u32, bytes_per_pixel: u32) -> Self {
        Self {
            format,
            width,
            height,
            bytes_per_pixel,
            exif: None,
            xmp: None,
            xmp_extension: None,
            iptc: None,
            notes_bytes: 0,
            profile_bytes: 0,
            words_too_long: false,
            truncated: false,
            animated: false,
        }
    }
}

fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|chunk| u16::from_be_bytes(*chunk))
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|chunk| u32::from_be_bytes(*chunk))
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|chunk| u16::from_le_bytes(*chunk))
}

fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|chunk| u32::from_le_bytes(*chunk))
}
