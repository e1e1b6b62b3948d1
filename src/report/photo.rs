//! Photos: a picture with everything that is said of it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::report::{Extra, Lineup, PhotoId, RichText};

/// A photo of the report. The picture's bytes are kept beside the report, under their hash, and never change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// Kept for life.
    pub id: PhotoId,
    /// Names the untouched original.
    pub hash: PhotoHash,
    /// How the original is encoded.
    pub format: PictureFormat,
    /// What the file was called on the camera card. Never published.
    #[serde(default)]
    pub file_name: Arc<str>,
    /// The size of the upright original in pixels.
    pub size_px: SizePx,
    /// What is happening, who, where. The same text in the photos pane and on the page.
    #[serde(default)]
    pub caption: RichText,
    /// Whose picture it is, as it is printed.
    #[serde(default)]
    pub credit: RichText,
    /// What the picture shows, for those who cannot see it.
    #[serde(default)]
    pub alt: RichText,
    /// The picture only adorns: it needs no alternative text.
    #[serde(default)]
    pub decorative: bool,
    /// Who is in the picture, row by row from left to right.
    #[serde(flatten)]
    pub people: Lineup,
    /// When it was taken: ISO 8601 local time, with an offset where the camera knew it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Arc<str>>,
    /// Where it was taken: the hall, the street.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub place: Arc<str>,
    /// The town where it was taken.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub city: Arc<str>,
    /// The country where it was taken.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub country: Arc<str>,
    /// Who took it, by name; the credit is what is printed.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub creator: Arc<str>,
    /// Whose rights in it these are.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub copyright: Arc<str>,
    /// Turns by the reporter, clockwise, on top of what the camera recorded.
    #[serde(default, skip_serializing_if = "QuarterTurns::is_none")]
    pub turns: QuarterTurns,
    /// The part that is shown, of the upright original before the reporter's turns; all of it where this is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<AreaPx>,
    /// What must stay in sight when the picture is cut to a shape, in pixels of the upright original before the turns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal: Option<PointPx>,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

fn is_blank(text: &Arc<str>) -> bool {
    text.is_empty()
}

impl Photo {
    /// A photo of which nothing is said yet.
    pub fn new(id: PhotoId, original: Original) -> Self {
        Self {
            id,
            hash: original.hash,
            format: original.format,
            file_name: original.file_name,
            size_px: original.size_px,
            caption: RichText::new(),
            credit: RichText::new(),
            alt: RichText::new(),
            decorative: false,
            people: Lineup::default(),
            taken: original.taken,
            place: "".into(),
            city: "".into(),
            country: "".into(),
            creator: "".into(),
            copyright: "".into(),
            turns: QuarterTurns::default(),
            crop: None,
            focal: None,
            extra: Extra::new(),
        }
    }

    /// The part of the upright original that is shown, never more than there is of it and never nothing.
    pub fn shown_area_px(&self) -> AreaPx {
        let whole = AreaPx { left: 0, top: 0, width: self.size_px.width, height: self.size_px.height };
        self.crop.and_then(|crop| crop.within(self.size_px)).unwrap_or(whole)
    }

    /// The size in pixels as it is shown, after the reporter's crop and turns.
    pub fn shown_size_px(&self) -> SizePx {
        let AreaPx { width, height, .. } = self.shown_area_px();
        if self.turns.count() % 2 == 1 { SizePx { width: height, height: width } } else { SizePx { width, height } }
    }

    /// The name of the original inside a report file: `<sha256>.<extension>`.
    pub fn original_name(&self) -> String {
        format!("{}.{}", self.hash, self.format.extension())
    }
}

/// What is known of a picture file before anybody says anything of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Names the bytes.
    pub hash: PhotoHash,
    /// How they are encoded.
    pub format: PictureFormat,
    /// What the file was called.
    pub file_name: Arc<str>,
    /// The size of the upright picture in pixels.
    pub size_px: SizePx,
    /// When it was taken, as in [`Photo::taken`].
    pub taken: Option<Arc<str>>,
}

/// What file names are sorted by as people do it: without regard to case, and `IMG_9` before `IMG_10`.
pub fn file_name_key(name: &str) -> Vec<(u64, String)> {
    let name = name.to_lowercase();
    let mut key = Vec::new();
    let mut rest = name.as_str();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|character: char| character.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        key.push((if is_number { part.parse().unwrap_or(u64::MAX) } else { 0 }, part.to_owned()));
        rest = after;
    }
    key
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizePx {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl SizePx {
    /// Width divided by height; 1 where a side is zero.
    pub fn ratio(self) -> f32 {
        if self.width == 0 || self.height == 0 { 1.0 } else { self.width as f32 / self.height as f32 }
    }
}

/// A part of a picture in pixels, from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaPx {
    /// What is cut off at the left.
    pub left: u32,
    /// What is cut off at the top.
    pub top: u32,
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl AreaPx {
    /// The part of it that lies in a picture of this size; nothing where none does.
    pub fn within(self, size: SizePx) -> Option<Self> {
        let width = self.width.min(size.width.saturating_sub(self.left));
        let height = self.height.min(size.height.saturating_sub(self.top));
        (width > 0 && height > 0).then_some(Self { width, height, ..self })
    }
}

/// A point of a picture in pixels, from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointPx {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

/// Turns by 90 degrees clockwise, 0 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct QuarterTurns(u8);

impl QuarterTurns {
    /// So many turns clockwise; four are none.
    pub const fn new(count: u8) -> Self {
        Self(count % 4)
    }

    /// 0 to 3.
    pub const fn count(self) -> u8 {
        self.0
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
    fn is_none(turns: &Self) -> bool {
        turns.0 == 0
    }
}

impl<'de> Deserialize<'de> for QuarterTurns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u8::deserialize(deserializer).map(Self::new)
    }
}

/// The SHA-256 of a picture file's bytes: the same picture twice is one picture.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoHash([u8; 32]);

impl PhotoHash {
    /// The hash with this value.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// A text that should have been a hash: 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a SHA-256 of 64 lower-case hexadecimal digits")]
pub struct InvalidHash(String);

impl FromStr for PhotoHash {
    type Err = InvalidHash;

    fn from_str(text: &str) -> Result<Self, InvalidHash> {
        let invalid = || InvalidHash(text.chars().take(80).collect());
        if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(invalid());
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(index * 2..index * 2 + 2).ok_or_else(invalid)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_not_hex| invalid())?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for PhotoHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PhotoHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoHash({self})")
    }
}

impl Serialize for PhotoHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PhotoHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// The picture formats that a report keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF; its first frame is shown.
    Gif,
    /// TIFF.
    Tiff,
}

impl PictureFormat {
    /// The file name extension, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Tiff => "tif",
        }
    }

    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_back_from_its_own_text() {
        let hash = PhotoHash::from_bytes([0xa7; 32]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("../../etc/passwd".parse::<PhotoHash>().is_err());
        assert!("é".repeat(32).parse::<PhotoHash>().is_err());
    }
}
