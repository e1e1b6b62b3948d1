//! IPTC IIM version 4: the datasets that desks have read for thirty years.

use crate::photo::metadata::{PhotoMetadata, text::TextCoding};

const MARKER: u8 = 0x1C;
/// ISO 2022 escape sequence that declares UTF-8 in dataset 1:90.
const UTF8_ESCAPE: &[u8] = b"\x1B%G";
/// Longest dataset in the standard form.
const MAX_STANDARD: usize = 0x7FFF;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Id(u8, u8);

const CODED_CHARACTER_SET: Id = Id(1, 90);
const RECORD_VERSION: Id = Id(2, 0);
const KEYWORD: Id = Id(2, 25);
const DATE_CREATED: Id = Id(2, 55);
const TIME_CREATED: Id = Id(2, 60);
const BYLINE: Id = Id(2, 80);
const CITY: Id = Id(2, 90);
const LOCATION: Id = Id(2, 92);
const COUNTRY: Id = Id(2, 101);
const HEADLINE: Id = Id(2, 105);
const CREDIT: Id = Id(2, 110);
const COPYRIGHT: Id = Id(2, 116);
const CAPTION: Id = Id(2, 120);

pub(super) struct Iptc {
    pub(super) metadata: PhotoMetadata,
    pub(super) coding: TextCoding,
}

/// Reads what can be read; a broken dataset ends the reading.
pub(super) fn read(bytes: &[u8]) -> Iptc {
    let sets = datasets(bytes);
    let values = |id| sets.iter().filter(move |set| set.id == id).map(|set| set.value);
    // Some programs declare UTF-8 and write something else, so the declaration must also be true.
    let texts = sets.iter().filter(|set| set.id.0 == 2 && set.id != RECORD_VERSION).map(|set| set.value);
    let coding = TextCoding::detect(texts);
    let all = |id| values(id).filter_map(|value| coding.decode(value)).collect::<Vec<_>>();
    let first = |id| values(id).find_map(|value| coding.decode(value));
    let creators = all(BYLINE);
    let metadata = PhotoMetadata {
        caption: first(CAPTION),
        headline: first(HEADLINE),
        creator: (!creators.is_empty()).then(|| creators.join(", ")),
        credit: first(CREDIT),
        copyright: first(COPYRIGHT),
        location: first(LOCATION),
        city: first(CITY),
        country: first(COUNTRY),
        date: first(DATE_CREATED).and_then(|date| iso_date(&date, first(TIME_CREATED).as_deref())),
        keywords: all(KEYWORD),
        ..PhotoMetadata::default()
    };
    Iptc { metadata, coding }
}

/// Writes what IIM has fields for, in UTF-8. The field lengths of 1991 (32 bytes for a by-line) are not kept: in UTF-8 they cut
/// a Vietnamese name in half, and the readers of today do not ask for them.
pub(super) fn write(metadata: &PhotoMetadata) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut put = |id: Id, value: &[u8]| {
        let value = value.get(..MAX_STANDARD).unwrap_or(value);
        if let Ok(length) = u16::try_from(value.len()) {
            bytes.extend_from_slice(&[MARKER, id.0, id.1]);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(value);
        }
    };
    put(CODED_CHARACTER_SET, UTF8_ESCAPE);
    put(RECORD_VERSION, &[0, 4]);
    for keyword in &metadata.keywords {
        put(KEYWORD, keyword.as_bytes());
    }
    if let Some(date) = metadata.date.as_deref().and_then(IimDate::from_iso) {
        put(DATE_CREATED, date.day.as_bytes());
        if let Some(time) = date.time {
            put(TIME_CREATED, time.as_bytes());
        }
    }
    let fields = [
        (BYLINE, &metadata.creator),
        (CITY, &metadata.city),
        (LOCATION, &metadata.location),
        (COUNTRY, &metadata.country),
        (HEADLINE, &metadata.headline),
        (CREDIT, &metadata.credit),
        (COPYRIGHT, &metadata.copyright),
        (CAPTION, &metadata.caption),
    ];
    for (id, value) in fields {
        if let Some(value) = value {
            put(id, value.as_bytes());
        }
    }
    bytes
}

struct DataSet<'a> {
    id: Id,
    value: &'a [u8],
}

fn datasets(mut bytes: &[u8]) -> Vec<DataSet<'_>> {
    let mut sets = Vec::new();
    while let Some((set, rest)) = next_dataset(bytes) {
        sets.push(set);
        bytes = rest;
    }
    sets
}

fn next_dataset(bytes: &[u8]) -> Option<(DataSet<'_>, &[u8])> {
    let [marker, record, number, high, low] = *bytes.first_chunk()?;
    if marker != MARKER {
        return None;
    }
    let short = usize::from(u16::from_be_bytes([high, low]));
    // The extended form gives in place of the length the number of bytes that hold it.
    let (length, start) = if short > MAX_STANDARD {
        let digits = bytes.get(5..5 + (short & MAX_STANDARD))?;
        let length = digits.iter().try_fold(0usize, |sum, digit| sum.checked_mul(256)?.checked_add((*digit).into()))?;
        (length, 5 + digits.len())
    } else {
        (short, 5)
    };
    let end = start.checked_add(length)?;
    Some((DataSet { id: Id(record, number), value: bytes.get(start..end)? }, bytes.get(end..)?))
}

struct IimDate {
    /// `CCYYMMDD`
    day: String,
    /// `HHMMSS±HHMM`, which cannot be said without the zone.
    time: Option<String>,
}

impl IimDate {
    fn from_iso(iso: &str) -> Option<Self> {
        let (day, time) = iso.split_once('T').unwrap_or((iso, ""));
        let day: String = day.split('-').collect();
        if day.len() != 8 || !day.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let time: String = time.replace('Z', "+0000").chars().filter(|c| *c != ':').collect();
        let signed = time.as_bytes().get(6).is_some_and(|sign| matches!(sign, b'+' | b'-'));
        Some(Self { day, time: (time.len() == 11 && signed).then_some(time) })
    }
}

fn iso_date(day: &str, time: Option<&str>) -> Option<String> {
    let plain = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(day, 8) || day.starts_with("0000") {
        return None;
    }
    let date = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
    let Some(time) = time.filter(|time| time.get(..6).is_some_and(|clock| plain(clock, 6))) else { return Some(date) };
    let clock = format!("{date}T{}:{}:{}", &time[..2], &time[2..4], &time[4..6]);
    let zone = time.get(6..).filter(|zone| zone.len() == 5 && zone.is_ascii() && !plain(zone, 5));
    Some(clock + &zone.map(|zone| format!("{}:{}", &zone[..3], &zone[3..])).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legacy_bytes_are_read_as_western_and_said_to_be_a_guess() {
        let old = b"\x1C\x02\x78\x00\x0BMinist\xE8re\x85.\x1C\x02\x50\x00\x04Ren\xE9";
        let iptc = read(old);
        assert_eq!(iptc.coding, TextCoding::Windows1252);
        assert_eq!(iptc.metadata.caption.as_deref(), Some("Ministère…."));
        assert_eq!(iptc.metadata.creator.as_deref(), Some("René"));
    }

    #[test]
    fn dates_with_and_without_zone() {
        assert_eq!(iso_date("20251226", Some("091100+0700")).as_deref(), Some("2025-12-26T09:11:00+07:00"));
        assert_eq!(iso_date("20251226", None).as_deref(), Some("2025-12-26"));
        assert_eq!(iso_date("00000000", None), None);
        let local = IimDate::from_iso("2025-12-26T09:11:00").unwrap();
        assert_eq!((local.day.as_str(), local.time), ("20251226", None));
        assert_eq!(IimDate::from_iso("2025-12-26T09:11:00-03:30").unwrap().time.as_deref(), Some("091100-0330"));
    }

    #[test]
    fn several_bylines_are_joined_and_extended_lengths_read() {
        let two = b"\x1C\x02\x50\x00\x02An\x1C\x02\x50\x80\x02\x00\x04Binh";
        assert_eq!(read(two).metadata.creator.as_deref(), Some("An, Binh"));
    }

    #[test]
    fn a_broken_dataset_ends_the_reading() {
        let broken = b"\x1C\x02\x69\x00\x02Hi\x1C\x02\x78\x7F\xFFcut";
        assert_eq!(read(broken).metadata.headline.as_deref(), Some("Hi"));
        assert_eq!(read(b"\x1C\x02\x78\xFF\xFF").metadata.caption, None);
    }
}
