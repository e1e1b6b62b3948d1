//! Whether a RAW file is all there: what its structure names must lie in it.

use crate::photo::{
    exif::{Entry, Tiff, find, tag},
    heif,
    raw::{FUJI_PARTS, directories},
};

/// Written where a place is not said.
const NOWHERE: u32 = u32::MAX;

/// Whether a RAW file ends before something that it says it holds. The sensor's data count too: the JPEG that is kept may be whole,
/// and the reporter still has to know before the card is wiped.
pub(crate) fn breaks_off(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"FUJIFILMCCD-RAW") {
        let header = Tiff { bytes, little: false };
        return FUJI_PARTS.iter().any(|at| {
            header.u32_at(*at).zip(header.u32_at(at + 4)).is_none_or(|(at, length)| is_beyond(bytes, at, length))
        });
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return heif::breaks_off(bytes);
    }
    let Some(tiff) = Tiff::of(bytes) else { return false };
    directories(tiff).iter().any(|entries| names_what_is_missing(tiff, entries))
}

fn names_what_is_missing(tiff: Tiff<'_>, entries: &[Entry]) -> bool {
    let bytes = tiff.bytes;
    let numbers = |tag| find(entries, tag).map(|entry| tiff.numbers(entry)).unwrap_or_default();
    let parts = [
        (tag::THUMBNAIL_OFFSET, tag::THUMBNAIL_LENGTH),
        (tag::STRIP_OFFSETS, tag::STRIP_LENGTHS),
        (tag::TILE_OFFSETS, tag::TILE_LENGTHS),
    ];
    let is_missing = |(offsets, lengths): (u16, u16)| {
        numbers(offsets).into_iter().zip(numbers(lengths)).any(|(at, length)| is_beyond(bytes, at, length))
    };
    let below = [tag::SUB_DIRECTORIES, tag::EXIF_DIRECTORY];
    let values = [tag::PANASONIC_JPEG, tag::MAKER_NOTE, tag::STRIP_OFFSETS, tag::TILE_OFFSETS, tag::SUB_DIRECTORIES];
    parts.into_iter().any(is_missing)
        || below.into_iter().flat_map(numbers).any(|at| is_beyond(bytes, at, 2))
        || values.iter().any(|tag| find(entries, *tag).is_some_and(|entry| tiff.bytes_of(entry).is_none()))
}

fn is_beyond(bytes: &[u8], at: u32, length: u32) -> bool {
    at != NOWHERE && u64::from(at) + u64::from(length) > bytes.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        PhotoError, UnsupportedFormat, fixtures,
        foreign::{self, keepable},
        probe,
        raw::tests::{iso_file, negative, negative_with_sensor},
    };

    #[test]
    fn every_cut_of_a_negative_is_known_and_the_whole_is_whole() {
        let whole = negative(&fixtures::jpeg(&fixtures::scene(480, 320)));
        assert!(!breaks_off(&whole));
        for end in 200..whole.len() {
            assert!(breaks_off(&whole[..end]), "{end}");
        }
        let jpeg = fixtures::jpeg(&fixtures::scene(600, 400));
        let iso = iso_file(&jpeg);
        assert!(!breaks_off(&iso) && breaks_off(&iso[..iso.len() - 1]));
    }

    #[test]
    fn missing_data_of_the_sensor_are_told_although_the_picture_is_whole() {
        let jpeg = fixtures::jpeg(&fixtures::scene(480, 320));
        for is_tiled in [false, true] {
            let whole = negative_with_sensor(&jpeg, is_tiled);
            assert!(!foreign::breaks_off(&whole));
            let cut = &whole[..whole.len() - 9];
            assert!(foreign::breaks_off(cut));
            assert_eq!(keepable(cut), keepable(&whole));
        }
    }

    #[test]
    fn a_picture_that_breaks_off_is_kept_as_far_as_it_goes() {
        let whole = negative(&fixtures::jpeg(&fixtures::noise(480, 320)));
        let cut = &whole[..whole.len() * 6 / 10];
        let kept = keepable(cut).unwrap().unwrap();
        assert!(probe(&kept).unwrap().truncated && foreign::breaks_off(cut));
        // Nothing of it has come.
        let none = PhotoError::BreaksOff { format: UnsupportedFormat::Raw };
        assert_eq!(keepable(&whole[..190]), Err(none));
    }

    #[test]
    fn a_fujifilm_file_names_its_three_parts() {
        let mut fuji = b"FUJIFILMCCD-RAW 0201".to_vec();
        fuji.resize(160, 0);
        for (number, at) in FUJI_PARTS.into_iter().enumerate() {
            fuji[at..at + 4].copy_from_slice(&(112 + number as u32 * 16).to_be_bytes());
            fuji[at + 4..at + 8].copy_from_slice(&16u32.to_be_bytes());
        }
        assert!(!breaks_off(&fuji));
        assert!(breaks_off(&fuji[..159]) && breaks_off(&fuji[..100]));
    }
}
