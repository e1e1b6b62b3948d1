//! EXIF: a TIFF directory of facts about a picture (CIPA DC-008), borrowed from the file and read leniently.
//!
//! Only the tags that are used are looked at. Every offset is checked; a broken entry is skipped and the rest is read.

use crate::photo::orientation::Orientation;

pub(crate) mod tag {
    pub(crate) const NEW_SUBFILE_TYPE: u16 = 0x00FE;
    pub(crate) const IMAGE_WIDTH: u16 = 0x0100;
    pub(crate) const IMAGE_LENGTH: u16 = 0x0101;
    pub(crate) const BITS_PER_SAMPLE: u16 = 0x0102;
    pub(crate) const IMAGE_DESCRIPTION: u16 = 0x010E;
    pub(crate) const STRIP_OFFSETS: u16 = 0x0111;
    pub(crate) const ORIENTATION: u16 = 0x0112;
    pub(crate) const COMPRESSION: u16 = 0x0103;
    pub(crate) const COLOUR_MODEL: u16 = 0x0106;
    pub(crate) const TILE_OFFSETS: u16 = 0x0144;
    pub(crate) const TILE_LENGTHS: u16 = 0x0145;
    pub(crate) const SAMPLES_PER_PIXEL: u16 = 0x0115;
    pub(crate) const ROWS_PER_STRIP: u16 = 0x0116;
    pub(crate) const STRIP_LENGTHS: u16 = 0x0117;
    pub(crate) const PANASONIC_JPEG: u16 = 0x002E;
    pub(crate) const DATE_TIME: u16 = 0x0132;
    pub(crate) const ARTIST: u16 = 0x013B;
    pub(crate) const SUB_DIRECTORIES: u16 = 0x014A;
    pub(crate) const MAKER_NOTE: u16 = 0x927C;
    pub(crate) const THUMBNAIL_OFFSET: u16 = 0x0201;
    pub(crate) const THUMBNAIL_LENGTH: u16 = 0x0202;
    pub(crate) const COLOUR_PROFILE: u16 = 0x8773;
    pub(crate) const XMP: u16 = 0x02BC;
    pub(crate) const COPYRIGHT: u16 = 0x8298;
    pub(crate) const IPTC: u16 = 0x83BB;
    pub(crate) const EXIF_DIRECTORY: u16 = 0x8769;
    pub(crate) const GPS_DIRECTORY: u16 = 0x8825;
    pub(crate) const DATE_TIME_ORIGINAL: u16 = 0x9003;
    pub(crate) const DATE_TIME_DIGITIZED: u16 = 0x9004;
    pub(crate) const OFFSET_TIME: u16 = 0x9010;
    pub(crate) const OFFSET_TIME_ORIGINAL: u16 = 0x9011;
    pub(crate) const OFFSET_TIME_DIGITIZED: u16 = 0x9012;
    pub(crate) const DNG_VERSION: u16 = 0xC612;
}

/// No camera writes more; a directory that claims more is damage.
const MAX_ENTRIES: u16 = 4096;
/// Values of one entry; places of strips and directories.
const MOST_NUMBERS: usize = 1 << 14;

/// The directories of an EXIF block.
#[derive(Debug, Clone)]
pub struct Exif<'a> {
    tiff: Tiff<'a>,
    primary: Vec<Entry>,
    photo: Vec<Entry>,
    gps: Vec<Entry>,
    thumbnail: Vec<Entry>,
}

/// A date as a camera writes it, with the zone when the camera knew it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExifDate {
    /// `YYYY-MM-DDThh:mm:ss` on the camera's clock.
    pub local: String,
    /// `+hh:mm` or `-hh:mm`.
    pub offset: Option<String>,
}

impl<'a> Exif<'a> {
    /// Walks the block; `None` when it does not start as TIFF does.
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let tiff = Tiff::of(bytes)?;
        let first = tiff.u32_at(4)?;
        let (primary, next) = tiff.directory(first);
        let inner = |tag| find(&primary, tag).and_then(|entry| tiff.number(entry)).map(|at| tiff.directory(at).0);
        let photo = inner(tag::EXIF_DIRECTORY).unwrap_or_default();
        let gps = inner(tag::GPS_DIRECTORY).unwrap_or_default();
        let thumbnail = next.filter(|at| *at != first).map(|at| tiff.directory(at).0).unwrap_or_default();
        Some(Self { tiff, primary, photo, gps, thumbnail })
    }

    /// The orientation flag; upright when there is none.
    pub fn orientation(&self) -> Orientation {
        self.primary_number(tag::ORIENTATION).map(Orientation::from_exif).unwrap_or_default()
    }

    /// Whether a position is recorded.
    pub fn has_gps(&self) -> bool {
        // The version tag alone (0) says nothing about a place; latitude is tag 2.
        self.gps.iter().any(|entry| matches!(entry.tag, 2 | 4))
    }

    /// The three numbers of a latitude or longitude.
    pub(crate) fn gps_values(&self, tag: u16) -> Option<[f64; 3]> {
        let entry = find(&self.gps, tag).filter(|entry| entry.kind == 5 && entry.count == 3)?;
        let values = Tiff { bytes: self.tiff.bytes_of(entry)?, ..self.tiff };
        let ratio = |at| Some(f64::from(values.u32_at(at)?) / f64::from(values.u32_at(at + 4)?));
        Some([ratio(0)?, ratio(8)?, ratio(16)?])
    }

    pub(crate) fn gps_text(&self, tag: u16) -> Option<String> {
        find(&self.gps, tag).and_then(|entry| self.tiff.text(entry))
    }

    /// When the picture was taken; failing that digitized, failing that last changed.
    pub fn taken(&self) -> Option<ExifDate> {
        let from = |directory: &[Entry], date, offset| {
            let local = iso_date(&self.tiff.text(find(directory, date)?)?)?;
            let offset = find(&self.photo, offset).and_then(|entry| self.tiff.text(entry)).and_then(|text| zone(&text));
            Some(ExifDate { local, offset })
        };
        from(&self.photo, tag::DATE_TIME_ORIGINAL, tag::OFFSET_TIME_ORIGINAL)
            .or_else(|| from(&self.photo, tag::DATE_TIME_DIGITIZED, tag::OFFSET_TIME_DIGITIZED))
            .or_else(|| from(&self.primary, tag::DATE_TIME, tag::OFFSET_TIME))
    }

    /// The embedded JPEG thumbnail, as stored (not turned).
    pub fn thumbnail(&self) -> Option<&'a [u8]> {
        let number = |tag| find(&self.thumbnail, tag).and_then(|entry| self.tiff.number(entry));
        let start = usize::try_from(number(tag::THUMBNAIL_OFFSET)?).ok()?;
        let length = usize::try_from(number(tag::THUMBNAIL_LENGTH)?).ok()?;
        let jpeg = self.tiff.bytes.get(start..start.checked_add(length)?)?;
        jpeg.starts_with(b"\xFF\xD8\xFF").then_some(jpeg)
    }

    /// The text of the picture's description tag, as bytes of unknown coding.
    pub(crate) fn description(&self) -> Option<&'a [u8]> {
        self.primary_bytes(tag::IMAGE_DESCRIPTION)
    }

    pub(crate) fn artist(&self) -> Option<&'a [u8]> {
        self.primary_bytes(tag::ARTIST)
    }

    pub(crate) fn copyright(&self) -> Option<&'a [u8]> {
        self.primary_bytes(tag::COPYRIGHT)
    }

    /// How many bytes the longest text has of those that are read.
    pub(crate) fn longest_text(&self) -> usize {
        let texts = [self.description(), self.artist(), self.copyright()];
        texts.into_iter().flatten().map(<[u8]>::len).max().unwrap_or(0)
    }

    pub(crate) fn primary_number(&self, tag: u16) -> Option<u32> {
        find(&self.primary, tag).and_then(|entry| self.tiff.number(entry))
    }

    pub(crate) fn primary_bytes(&self, tag: u16) -> Option<&'a [u8]> {
        find(&self.primary, tag).and_then(|entry| self.tiff.bytes_of(entry))
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) tag: u16,
    /// The type of the values: 3 are shorts, 4 are longs.
    pub(crate) kind: u16,
    pub(crate) count: u32,
    /// Where the four bytes of value or offset are.
    pub(crate) at: usize,
}

pub(crate) fn find(directory: &[Entry], tag: u16) -> Option<&Entry> {
    directory.iter().find(|entry| entry.tag == tag)
}

/// A structure of directories in one byte order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tiff<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) little: bool,
}

impl<'a> Tiff<'a> {
    /// By its first bytes: TIFF, or as Olympus and Panasonic sign it.
    pub(crate) fn of(bytes: &'a [u8]) -> Option<Self> {
        let little = match bytes.first_chunk()? {
            b"II*\0" | b"IIRO" | b"IIRS" | b"IIU\0" => true,
            b"MM\0*" | b"MMOR" => false,
            _ => return None,
        };
        Some(Self { bytes, little })
    }

    pub(crate) fn u16_at(&self, at: usize) -> Option<u16> {
        let chunk = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(chunk) } else { u16::from_be_bytes(chunk) })
    }

    pub(crate) fn u32_at(&self, at: usize) -> Option<u32> {
        let chunk = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u32::from_le_bytes(chunk) } else { u32::from_be_bytes(chunk) })
    }

    /// The entries of the directory at an offset, as many as are there, and the offset of the next one.
    pub(crate) fn directory(&self, offset: u32) -> (Vec<Entry>, Option<u32>) {
        let Some(start) = usize::try_from(offset).ok().filter(|start| *start >= 8) else { return Default::default() };
        let Some(count) = self.u16_at(start).filter(|count| *count <= MAX_ENTRIES) else { return Default::default() };
        let first = start + 2;
        let entry = |n: u16| {
            let at = first + usize::from(n) * 12;
            Some(Entry { tag: self.u16_at(at)?, kind: self.u16_at(at + 2)?, count: self.u32_at(at + 4)?, at: at + 8 })
        };
        let entries = (0..count).map_while(entry).collect();
        let next = self.u32_at(first + usize::from(count) * 12).filter(|next| *next != 0);
        (entries, next)
    }

    pub(crate) fn bytes_of(&self, entry: &Entry) -> Option<&'a [u8]> {
        let unit = match entry.kind {
            1 | 2 | 6 | 7 | 129 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = usize::try_from(entry.count).ok()?.checked_mul(unit)?;
        let start = if length <= 4 { entry.at } else { usize::try_from(self.u32_at(entry.at)?).ok()? };
        self.bytes.get(start..start.checked_add(length)?)
    }

    /// The first values of an entry of whole numbers, no more than a camera's file has.
    pub(crate) fn numbers(&self, entry: &Entry) -> Vec<u32> {
        let values = Tiff { bytes: self.bytes_of(entry).unwrap_or_default(), ..*self };
        let most = |unit: usize| (values.bytes.len() / unit).min(MOST_NUMBERS);
        match entry.kind {
            3 => (0..most(2)).filter_map(|index| values.u16_at(index * 2).map(u32::from)).collect(),
            4 | 13 => (0..most(4)).filter_map(|index| values.u32_at(index * 4)).collect(),
            _ => self.number(entry).into_iter().collect(),
        }
    }

    /// The first value of an entry of whole numbers.
    pub(crate) fn number(&self, entry: &Entry) -> Option<u32> {
        let bytes = self.bytes_of(entry)?;
        match entry.kind {
            1 | 7 => bytes.first().map(|byte| u32::from(*byte)),
            3 => Tiff { bytes, ..*self }.u16_at(0).map(u32::from),
            4 | 13 => Tiff { bytes, ..*self }.u32_at(0),
            _ => None,
        }
    }

    fn text(&self, entry: &Entry) -> Option<String> {
        let bytes = self.bytes_of(entry)?;
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        std::str::from_utf8(bytes.get(..end)?).ok().map(|text| text.trim().to_owned())
    }
}

/// `2025:12:26 09:11:00` to `2025-12-26T09:11:00`; `None` for the blanks and zeros of an unset clock.
fn iso_date(exif: &str) -> Option<String> {
    let bytes = exif.as_bytes();
    let digits = |from: usize, to: usize, low: u32, high: u32| {
        let text = exif.get(from..to)?;
        let value: u32 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
        (low..=high).contains(&value).then_some(text)
    };
    if bytes.len() < 19 || !matches!(bytes.get(10), Some(b' ' | b'T')) {
        return None;
    }
    Some(format!(
        "{}-{}-{}T{}:{}:{}",
        digits(0, 4, 1, 9999)?,
        digits(5, 7, 1, 12)?,
        digits(8, 10, 1, 31)?,
        digits(11, 13, 0, 23)?,
        digits(14, 16, 0, 59)?,
        digits(17, 19, 0, 60)?,
    ))
}

fn zone(text: &str) -> Option<String> {
    let shape = text.char_indices().all(|(n, c)| match n {
        0 => matches!(c, '+' | '-'),
        3 => c == ':',
        _ => c.is_ascii_digit(),
    });
    (shape && text.len() == 6).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::ExifBuilder;

    #[test]
    fn reads_flag_date_zone_and_place_in_both_byte_orders() {
        for little in [true, false] {
            let block = ExifBuilder { little, ..ExifBuilder::camera() }.build();
            let exif = Exif::parse(&block).unwrap();
            assert_eq!(exif.orientation(), Orientation::QuarterTurn);
            let taken = exif.taken().unwrap();
            assert_eq!((taken.local.as_str(), taken.offset.as_deref()), ("2026-03-14T09:26:53", Some("+07:00")));
            assert!(exif.has_gps());
        }
    }

    #[test]
    fn an_unset_clock_is_no_date() {
        assert_eq!(iso_date("0000:00:00 00:00:00"), None);
        assert_eq!(iso_date("    :  :     :  :  "), None);
        assert_eq!(iso_date("2025:12:26 09:11:00").as_deref(), Some("2025-12-26T09:11:00"));
        assert_eq!(zone("+0700"), None);
    }

    #[test]
    fn every_cut_of_a_block_is_survived() {
        let block = ExifBuilder::camera().build();
        for end in 0..block.len() {
            if let Some(exif) = Exif::parse(&block[..end]) {
                let _ = (exif.orientation(), exif.taken(), exif.has_gps(), exif.thumbnail());
            }
        }
    }
}
