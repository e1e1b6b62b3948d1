//! What a report file may contain: the closed list of member names.
//!
//! A name is accepted only when it is spelled exactly as we spell it; anything else (`../`, `C:`, upper-case hashes,
//! look-alikes in Unicode) is not a member. Nothing is ever written to a disk under a name found in a file.

use std::{fmt, str::FromStr};

use sha2::Digest as _;

use crate::file::limits::{MAX_GENERATION, MAX_MEMBER, MAX_REPORT};
use crate::photo::{DerivedKey, OutputFormat};

/// What `mimetype`, the first member, holds: it lets `file` and file managers know the format.
pub const MIMETYPE: &[u8] = b"application/vnd.rapporteur+zip";

/// The number of a saved state: one more with every save, kept through copies and compaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(u64);

impl Generation {
    /// The generation of a new file.
    pub const FIRST: Self = Self(1);

    /// `None` above [`MAX_GENERATION`].
    pub fn new(number: u64) -> Option<Self> {
        (number <= MAX_GENERATION).then_some(Self(number))
    }

    /// The plain number, as `report.json` carries it.
    pub fn get(self) -> u64 {
        self.0
    }

    /// The generation after this one; `None` when the numbers are used up.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0.checked_add(1)?)
    }
}

impl fmt::Display for Generation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The SHA-256 of a photo's original bytes, which is also its name. Shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = NotAMember;

    /// Takes any case of hexadecimal digits; [`MemberName`] insists on lower case by comparing spellings.
    fn from_str(text: &str) -> Result<Self, NotAMember> {
        let mut hash = [0; 32];
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(NotAMember);
        }
        for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_not_ascii| NotAMember)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_not_hex| NotAMember)?;
        }
        Ok(Self(hash))
    }
}

/// The file format of a photo's original bytes, told by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PhotoFormat {
    Jpeg,
    Png,
    Webp,
    Gif,
    Tiff,
}

impl PhotoFormat {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Jpeg, Self::Png, Self::Webp, Self::Gif, Self::Tiff];

    /// The file name extension, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Tiff => "tif",
        }
    }
}

/// One thing in a report file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberName {
    /// `mimetype`: [`MIMETYPE`], the first member.
    Mimetype,
    /// `README.txt`: says what the file is, in files made for sharing.
    Readme,
    /// `index.html`: the page, in files made for sharing.
    Page,
    /// `photos/<hash>.<extension>`: the original bytes.
    Photo {
        /// Of the bytes.
        hash: Hash,
        /// Of the bytes.
        format: PhotoFormat,
    },
    /// `thumbs/<hash>.jpg`: a small picture of the photo with that hash.
    Thumb(Hash),
    /// `derived/<hash>-<key>.<jpg, webp>`: what an export made of the photo with that hash, kept for the next export. Nothing is
    /// lost with it.
    Derived {
        /// Of the photo.
        photo: Hash,
        /// What was done to it.
        key: DerivedKey,
        /// Of these bytes.
        format: OutputFormat,
    },
    /// `history/<generation>.json`: the report as it was then.
    History(Generation),
    /// `report.json`: the report.
    Report,
}

/// The text is not the name of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not the name of a part of a report file.")]
pub struct NotAMember;

impl MemberName {
    /// Whether the member is kept deflated; photos and thumbnails are compressed already.
    pub(super) fn is_deflated(self) -> bool {
        matches!(self, Self::Report | Self::History(_) | Self::Readme | Self::Page)
    }

    /// How long the member may be when inflated.
    pub(super) fn max_size(self) -> u32 {
        match self {
            Self::Report | Self::History(_) => MAX_REPORT,
            _ => MAX_MEMBER,
        }
    }

    /// Whether [`State`](super::State) may bring or keep the member; the others the container writes itself.
    pub(super) fn is_for_callers(self) -> bool {
        !matches!(self, Self::Mimetype | Self::Report | Self::History(_))
    }
}

impl fmt::Display for MemberName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mimetype => f.write_str("mimetype"),
            Self::Readme => f.write_str("README.txt"),
            Self::Page => f.write_str("index.html"),
            Self::Photo { hash, format } => write!(f, "photos/{hash}.{}", format.extension()),
            Self::Thumb(hash) => write!(f, "thumbs/{hash}.jpg"),
            Self::Derived { photo, key, format } => {
                write!(f, "derived/{photo}-{key}.{}", format.photo_format().extension())
            }
            Self::History(generation) => write!(f, "history/{generation}.json"),
            Self::Report => f.write_str("report.json"),
        }
    }
}

impl FromStr for MemberName {
    type Err = NotAMember;

    fn from_str(text: &str) -> Result<Self, NotAMember> {
        let name = match text.split_once('/') {
            None => [Self::Mimetype, Self::Readme, Self::Page, Self::Report]
                .into_iter()
                .find(|name| name.to_string() == text),
            Some((folder, file)) => {
                file.split_once('.').and_then(|(stem, extension)| in_folder(folder, stem, extension))
            }
        };
        // One spelling for each member: leading zeros, signs and upper case parse, but are not ours.
        name.filter(|name| name.to_string() == text).ok_or(NotAMember)
    }
}

fn in_folder(folder: &str, stem: &str, extension: &str) -> Option<MemberName> {
    match folder {
        "photos" => {
            let format = PhotoFormat::ALL.into_iter().find(|format| format.extension() == extension)?;
            Some(MemberName::Photo { hash: stem.parse().ok()?, format })
        }
        "thumbs" => Some(MemberName::Thumb(stem.parse().ok()?)),
        "derived" => {
            let (photo, key) = stem.split_once('-')?;
            let mut formats = [OutputFormat::Jpeg, OutputFormat::Webp].into_iter();
            let format = formats.find(|format| format.photo_format().extension() == extension)?;
            Some(MemberName::Derived { photo: photo.parse().ok()?, key: DerivedKey::parse(key)?, format })
        }
        "history" => Some(MemberName::History(Generation::new(stem.parse().ok()?)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_name_reads_back() {
        let hash = Hash::of(b"a photo");
        let mut names = vec![
            MemberName::Mimetype,
            MemberName::Readme,
            MemberName::Page,
            MemberName::Report,
            MemberName::Thumb(hash),
            MemberName::History(Generation(MAX_GENERATION)),
        ];
        let key = DerivedKey::parse(&hash.to_string()[..32]).unwrap();
        names.extend([OutputFormat::Jpeg, OutputFormat::Webp].map(|format| MemberName::Derived {
            photo: hash,
            key,
            format,
        }));
        names.extend(PhotoFormat::ALL.map(|format| MemberName::Photo { hash, format }));
        for name in names {
            assert_eq!(name.to_string().parse(), Ok(name));
        }
    }

    #[test]
    fn other_spellings_are_not_members() {
        let hex = Hash::of(b"a photo").to_string();
        for text in [
            String::new(),
            "../report.json".into(),
            "/report.json".into(),
            "C:report.json".into(),
            "report.json.".into(),
            "Report.json".into(),
            "report.json\0".into(),
            "photos\\a.jpg".into(),
            "photos/".into(),
            "CON".into(),
            format!("photos/{hex}.jpeg"),
            format!("photos/{hex}.JPG"),
            format!("photos/{}.jpg", hex.to_uppercase()),
            format!("photos/{hex}0.jpg"),
            format!("photos/../{hex}.jpg"),
            format!("photos/{hex}.jpg/"),
            format!("thumbs/{hex}.png"),
            format!("derived/{hex}.jpg"),
            format!("derived/{hex}-{hex}.jpg"),
            format!("derived/{hex}-{}.png", &hex[..32]),
            format!("derived/{hex}-+{}.jpg", &hex[1..32]),
            format!("derived/{hex}-{}.jpg", hex[..32].to_uppercase()),
            "history/01.json".into(),
            "history/+1.json".into(),
            format!("history/{}.json", MAX_GENERATION + 1),
            format!("history/{}.json", u64::MAX),
            "re\u{301}port.json".into(),
            "x".repeat(65_535),
        ] {
            assert_eq!(text.parse::<MemberName>(), Err(NotAMember), "{text:?}");
        }
    }
}
