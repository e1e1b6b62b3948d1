//! What a file is, by its first bytes and never by its name.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::photo::error::PhotoError;

/// A format that is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhotoFormat {
    /// JPEG, baseline or progressive, grey, colour or CMYK.
    Jpeg,
    /// PNG, its first picture when animated.
    Png,
    /// WebP, lossy or lossless, its first picture when animated.
    Webp,
    /// GIF, its first picture when animated.
    Gif,
    /// TIFF, its first page.
    Tiff,
    /// Windows bitmap.
    Bmp,
}

impl PhotoFormat {
    /// The usual file extension, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Tiff => "tif",
            Self::Bmp => "bmp",
        }
    }

    /// The registered media type.
    pub fn mime_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
        }
    }

    pub(crate) fn for_decoder(self) -> image::ImageFormat {
        match self {
            Self::Jpeg => image::ImageFormat::Jpeg,
            Self::Png => image::ImageFormat::Png,
            Self::Webp => image::ImageFormat::WebP,
            Self::Gif => image::ImageFormat::Gif,
            Self::Tiff => image::ImageFormat::Tiff,
            Self::Bmp => image::ImageFormat::Bmp,
        }
    }
}

impl fmt::Display for PhotoFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
        })
    }
}

/// A picture format that is recognised so that the message can say what to do, and not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnsupportedFormat {
    /// HEIC or HEIF, as phones write.
    Heic,
    /// AVIF.
    Avif,
    /// A camera maker's raw file: CR2, CR3, NEF, ARW, DNG, ORF, RAF, RW2 and others.
    Raw,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000.
    Jpeg2000,
    /// Photoshop document.
    Photoshop,
    /// SVG: a drawing that may hold scripts and links, never a photo.
    Svg,
    /// BigTIFF, the variant for files over 4 GB.
    BigTiff,
    /// A sequential JPEG with one scan per colour and reduced colour resolution: legal, rare, and turned into wrong colours
    /// without an error by zune-jpeg 0.5.15 (its issue 422); to be dropped with the release that mends it.
    SeparateScanJpeg,
    /// A JPEG with 12 or 16 bits, lossless, hierarchical or arithmetically coded: scanners and hospitals write such; no decoder here.
    RareJpeg,
}

impl UnsupportedFormat {
    /// What to do, as the end of an English sentence.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Heic => {
                "save it as JPEG on the phone, set the camera to Most Compatible, or install heif-convert (libheif)"
            }
            Self::Avif => "save it as JPEG in a picture editor, or install heif-convert (libheif)",
            Self::Raw => "export a JPEG from it, or take the JPEG that the camera wrote beside it",
            Self::Svg => "use a photo, or a PNG of the drawing",
            Self::JpegXl
            | Self::Jpeg2000
            | Self::Photoshop
            | Self::BigTiff
            | Self::SeparateScanJpeg
            | Self::RareJpeg => "save it as an ordinary JPEG in a picture editor",
        }
    }
}

impl fmt::Display for UnsupportedFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Raw => "a camera's RAW format",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::Photoshop => "Photoshop format",
            Self::Svg => "SVG",
            Self::BigTiff => "BigTIFF",
            Self::SeparateScanJpeg => "JPEG with separate scans",
            Self::RareJpeg => "a rare kind of JPEG",
        })
    }
}

/// Names the format of a file by its signature. TIFF-based raw files pass as TIFF here; the container knows them apart.
///
/// # Errors
/// [`PhotoError::Empty`], [`PhotoError::NotAPicture`] or [`PhotoError::Unsupported`].
pub fn sniff(bytes: &[u8]) -> Result<PhotoFormat, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if let Some(format) = unsupported(bytes) {
        return Err(PhotoError::Unsupported { format });
    }
    let has = |signature: &[u8]| bytes.starts_with(signature);
    if has(b"\xFF\xD8\xFF") {
        Ok(PhotoFormat::Jpeg)
    } else if has(b"\x89PNG\r\n\x1A\n") {
        Ok(PhotoFormat::Png)
    } else if has(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Ok(PhotoFormat::Webp)
    } else if has(b"GIF87a") || has(b"GIF89a") {
        Ok(PhotoFormat::Gif)
    } else if has(b"II*\0") || has(b"MM\0*") {
        Ok(PhotoFormat::Tiff)
    } else if has(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        Ok(PhotoFormat::Bmp)
    } else {
        Err(PhotoError::NotAPicture)
    }
}

fn unsupported(bytes: &[u8]) -> Option<UnsupportedFormat> {
    let has = |signature: &[u8]| bytes.starts_with(signature);
    if bytes.get(4..8) == Some(b"ftyp") {
        return isobmff_brand(bytes);
    }
    if has(b"FUJIFILMCCD-RAW") || has(b"IIRO") || has(b"IIRS") || has(b"MMOR") || has(b"IIU\0") || has(b"FOVb") {
        return Some(UnsupportedFormat::Raw);
    }
    if (has(b"II*\0") || has(b"MM\0*")) && bytes.get(8..10) == Some(b"CR") {
        return Some(UnsupportedFormat::Raw);
    }
    if has(b"II+\0") || has(b"MM\0+") {
        return Some(UnsupportedFormat::BigTiff);
    }
    if has(b"8BPS") {
        return Some(UnsupportedFormat::Photoshop);
    }
    if has(b"\xFF\x0A") || has(b"\0\0\0\x0CJXL ") {
        return Some(UnsupportedFormat::JpegXl);
    }
    if has(b"\0\0\0\x0CjP  ") || has(b"\xFF\x4F\xFF\x51") {
        return Some(UnsupportedFormat::Jpeg2000);
    }
    is_svg(bytes).then_some(UnsupportedFormat::Svg)
}

/// Reads the brands of an ISO base media file; video files come back as `None`, so as no picture.
fn isobmff_brand(bytes: &[u8]) -> Option<UnsupportedFormat> {
    let size = bytes.first_chunk::<4>().map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let brands = bytes.get(8..size.clamp(12, 256).min(bytes.len()))?;
    let mut found = None;
    for brand in brands.chunks_exact(4) {
        match brand {
            b"avif" | b"avis" => return Some(UnsupportedFormat::Avif),
            b"crx " => return Some(UnsupportedFormat::Raw),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                found = Some(UnsupportedFormat::Heic);
            }
            _ => {}
        }
    }
    found
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> PhotoError {
        sniff(bytes).unwrap_err()
    }

    #[test]
    fn signatures_are_known_whatever_the_name() {
        assert_eq!(sniff(b"\xFF\xD8\xFF\xE0"), Ok(PhotoFormat::Jpeg));
        assert_eq!(sniff(b"\x89PNG\r\n\x1A\n"), Ok(PhotoFormat::Png));
        assert_eq!(sniff(b"RIFF\0\0\0\0WEBPVP8 "), Ok(PhotoFormat::Webp));
        assert_eq!(sniff(b"GIF89a"), Ok(PhotoFormat::Gif));
        assert_eq!(sniff(b"MM\0*\0\0\0\x08"), Ok(PhotoFormat::Tiff));
        assert_eq!(sniff(b"BM\x10\0\0\0\0\0\0\0\x36"), Ok(PhotoFormat::Bmp));
    }

    #[test]
    fn known_but_unreadable_formats_say_what_to_do() {
        let heic = refused(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic");
        assert_eq!(heic, PhotoError::Unsupported { format: UnsupportedFormat::Heic });
        assert!(heic.to_string().contains("HEIC") && heic.to_string().contains("save it as JPEG"));
        let avif = refused(b"\0\0\0\x1Cftypavif\0\0\0\0mif1avif");
        assert_eq!(avif, PhotoError::Unsupported { format: UnsupportedFormat::Avif });
        for raw in [&b"II*\0\x10\0\0\0CR\x02\0"[..], b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", b"FUJIFILMCCD-RAW 0201"] {
            assert_eq!(refused(raw), PhotoError::Unsupported { format: UnsupportedFormat::Raw });
        }
        let svg = refused(b"<?xml version='1.0'?>\n<svg onload='alert(1)'/>");
        assert_eq!(svg, PhotoError::Unsupported { format: UnsupportedFormat::Svg });
    }

    #[test]
    fn text_video_and_nothing_are_not_pictures() {
        assert_eq!(refused(b""), PhotoError::Empty);
        assert_eq!(refused(b"BMW presented its results"), PhotoError::NotAPicture);
        assert_eq!(refused(b"<!doctype html><title>IMG_4011.JPG</title>"), PhotoError::NotAPicture);
        assert_eq!(refused(b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), PhotoError::NotAPicture);
    }
}
