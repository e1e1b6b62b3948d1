//! The JPEG inside a camera's raw file: where the structure says that one is, else wherever one begins.

mod early;
mod ending;

use crate::photo::{
    container::{Container, jpeg_extent},
    exif::{Entry, Exif, Tiff, find, tag},
    limits::Limits,
    metadata,
};

pub(crate) use crate::photo::raw::{early::first_picture, ending::breaks_off};

/// Directories that are followed; damage can make a ring of them.
const MAX_DIRECTORIES: usize = 64;
/// A picture narrower than this is no photo, so the whole file is searched for a larger one.
const WORTH_PX: u32 = 1_000;
/// A picture narrower than this is a sign of the photo and not the photo: it must not stand for the raw file, which the reporter
/// may delete then.
const LEAST_PX: u32 = 400;
/// Beginnings of JPEGs that are tried in a search.
const MAX_TRIED: usize = 64;

/// The largest JPEG of a raw file, with the orientation and the words of the raw file where it has none of its own.
pub(crate) fn preview(bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let named = if bytes.starts_with(b"FUJIFILMCCD-RAW") {
        fuji(bytes).into_iter().collect()
    } else if bytes.get(4..8) == Some(b"ftyp") {
        canon(bytes)
    } else {
        in_directories(bytes)
    };
    let (size, jpeg) = largest(named, limits).unwrap_or_default();
    let searched = if size < WORTH_PX { largest(searched(bytes), limits) } else { None };
    let (size, jpeg) = searched.unwrap_or((size, jpeg));
    if size < LEAST_PX {
        return None;
    }
    Some(with_words_of(bytes, jpeg, limits))
}

/// The longer side and the bytes of the largest that can be decoded; sensor data in lossless JPEG cannot.
fn largest<'a>(candidates: Vec<&'a [u8]>, limits: &Limits) -> Option<(u32, &'a [u8])> {
    let measured = candidates.into_iter().filter_map(|jpeg| {
        let container = Container::read(jpeg, limits).ok()?;
        Some((container.width.max(container.height), jpeg))
    });
    measured.max_by_key(|(side, jpeg)| (*side, jpeg.len()))
}

fn part(bytes: &[u8], at: u32, length: u32) -> Option<&[u8]> {
    let at = usize::try_from(at).ok()?;
    let part = bytes.get(at..at.checked_add(usize::try_from(length).ok()?)?)?;
    part.starts_with(b"\xFF\xD8\xFF").then_some(part)
}

/// Fujifilm: places and lengths at fixed places of the header, first those of the JPEG.
const FUJI_PARTS: [usize; 3] = [84, 92, 100];

fn fuji(bytes: &[u8]) -> Option<&[u8]> {
    let header = Tiff { bytes, little: false };
    part(bytes, header.u32_at(FUJI_PARTS[0])?, header.u32_at(FUJI_PARTS[0] + 4)?)
}

/// All directories that can be reached from the first.
fn directories(tiff: Tiff<'_>) -> Vec<Vec<Entry>> {
    let mut waiting: Vec<u32> = tiff.u32_at(4).into_iter().collect();
    let (mut seen, mut found) = (Vec::new(), Vec::new());
    while let Some(at) = waiting.pop() {
        if seen.len() >= MAX_DIRECTORIES {
            break;
        }
        if seen.contains(&at) {
            continue;
        }
        seen.push(at);
        let (entries, next) = tiff.directory(at);
        waiting.extend(next);
        for below in [tag::SUB_DIRECTORIES, tag::EXIF_DIRECTORY] {
            waiting.extend(find(&entries, below).map(|entry| tiff.numbers(entry)).unwrap_or_default());
        }
        found.push(entries);
    }
    found
}

fn in_directories(bytes: &[u8]) -> Vec<&[u8]> {
    let Some(tiff) = Tiff::of(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    for entries in directories(tiff) {
        let numbers = |tag| find(&entries, tag).map(|entry| tiff.numbers(entry)).unwrap_or_default();
        for (offset, length) in
            [(tag::THUMBNAIL_OFFSET, tag::THUMBNAIL_LENGTH), (tag::STRIP_OFFSETS, tag::STRIP_LENGTHS)]
        {
            if let ([at], [length]) = (numbers(offset).as_slice(), numbers(length).as_slice()) {
                found.extend(part(bytes, *at, *length));
            }
        }
        found.extend(find(&entries, tag::PANASONIC_JPEG).and_then(|entry| tiff.bytes_of(entry)));
        found.extend(find(&entries, tag::MAKER_NOTE).and_then(|entry| olympus(tiff, entry)));
    }
    found
}

/// Olympus: a directory of settings inside the maker's note, with places counted from the note.
fn olympus<'a>(tiff: Tiff<'a>, note: &Entry) -> Option<&'a [u8]> {
    const SETTINGS: u16 = 0x2020;
    const PREVIEW_AT: u16 = 0x0101;
    const PREVIEW_LENGTH: u16 = 0x0102;
    let note = tiff.bytes_of(note)?;
    let first = if note.starts_with(b"OLYMPUS\0II") {
        12
    } else if note.starts_with(b"OM SYSTEM\0\0\0II") {
        16
    } else {
        return None;
    };
    let inner = Tiff { bytes: note, little: true };
    let settings = inner.number(find(&inner.directory(first).0, SETTINGS)?)?;
    let (settings, _) = inner.directory(settings);
    let number = |tag| find(&settings, tag).and_then(|entry| inner.number(entry));
    part(note, number(PREVIEW_AT)?, number(PREVIEW_LENGTH)?)
}

/// Canon's CR3: the first sample of a track is a JPEG of the full size.
fn canon(bytes: &[u8]) -> Vec<&[u8]> {
    let tables = boxes(bytes).filter(|(kind, _)| *kind == b"moov").flat_map(|(_, movie)| boxes(movie));
    let tracks = tables.filter(|(kind, _)| *kind == b"trak");
    tracks.filter_map(|(_, track)| first_sample(bytes, inner(track, &[b"mdia", b"minf", b"stbl"])?)).collect()
}

fn first_sample<'a>(bytes: &'a [u8], table: &[u8]) -> Option<&'a [u8]> {
    let number = |data: &[u8], at| Tiff { bytes: data, little: false }.u32_at(at);
    let sizes = inner(table, &[b"stsz"])?;
    let length = number(sizes, 4).filter(|size| *size > 0).or_else(|| number(sizes, 12))?;
    let at = match inner(table, &[b"co64"]) {
        Some(places) => number(places, 12).filter(|_| number(places, 8) == Some(0))?,
        None => number(inner(table, &[b"stco"])?, 8)?,
    };
    part(bytes, at, length)
}

fn inner<'a>(data: &'a [u8], path: &[&[u8; 4]]) -> Option<&'a [u8]> {
    path.iter().try_fold(data, |data, name| boxes(data).find(|(kind, _)| kind == name).map(|(_, data)| data))
}

/// The boxes of an ISO base media file, one after the other; none of no length.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let header = Tiff { bytes: rest, little: false };
        let kind = rest.get(4..)?.first_chunk()?;
        let (length, start) = match header.u32_at(0)? {
            0 => (rest.len(), 8),
            1 if header.u32_at(8)? == 0 => (usize::try_from(header.u32_at(12)?).ok()?, 16),
            length => (usize::try_from(length).ok()?, 8),
        };
        let data = rest.get(start..length)?;
        rest = rest.get(length..)?;
        Some((kind, data))
    })
}

fn searched(bytes: &[u8]) -> Vec<&[u8]> {
    let starts = bytes.windows(3).enumerate().filter(|(_, three)| *three == b"\xFF\xD8\xFF").map(|(at, _)| at);
    let from = starts.take(MAX_TRIED).filter_map(|at| bytes.get(at..));
    from.filter_map(|rest| rest.get(..jpeg_extent(rest))).collect()
}

/// The JPEG as a file of its own.
fn with_words_of(raw: &[u8], jpeg: &[u8], limits: &Limits) -> Vec<u8> {
    let jpeg = jpeg.get(..jpeg_extent(jpeg)).unwrap_or(jpeg);
    let own = Container::read(jpeg, limits).ok().and_then(|own| own.exif());
    if own.as_ref().is_some_and(|own| own.primary_number(tag::ORIENTATION).is_some()) {
        return jpeg.to_vec();
    }
    let block = boxes(raw).filter(|_| raw.get(4..8) == Some(b"ftyp")).find_map(|(kind, data)| canon_words(*kind, data));
    let Some(exif) = Exif::parse(block.unwrap_or(raw)) else { return jpeg.to_vec() };
    // One directory with one entry: the orientation.
    let flag = exif.primary_number(tag::ORIENTATION).and_then(|flag| u8::try_from(flag).ok()).unwrap_or(1);
    if own.is_some() && flag == 1 {
        return jpeg.to_vec();
    }
    let mut file = vec![0xFF, 0xD8];
    file.extend_from_slice(b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    file.extend_from_slice(&[flag, 0, 0, 0, 0, 0, 0]);
    for block in metadata::blocks_of(&exif, limits) {
        let Ok(length) = u16::try_from(block.data.len() + 2) else { continue };
        file.extend_from_slice(&[0xFF, 0xE0 | block.marker]);
        file.extend_from_slice(&length.to_be_bytes());
        file.extend_from_slice(&block.data);
    }
    file.extend_from_slice(jpeg.get(2..).unwrap_or_default());
    file
}

/// The first directory of a CR3, in a box of Canon's own.
fn canon_words(kind: [u8; 4], movie: &[u8]) -> Option<&[u8]> {
    let own = (&kind == b"moov").then(|| boxes(movie).find(|(kind, _)| *kind == b"uuid"))??.1;
    inner(own.get(16..)?, &[b"CMT1"])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::photo::{
        PhotoError, UnsupportedFormat, decode_upright,
        fixtures::{self, ExifBuilder, assert_alike},
        keepable, negative_says_too_much, probe, read_metadata,
    };

    fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    }

    /// A DNG: a small first picture, and a large one in a directory below.
    pub(in crate::photo) fn negative(large: &[u8]) -> Vec<u8> {
        let small = fixtures::jpeg(&fixtures::scene(16, 12));
        let artist = b"Nguyen Van A\0";
        let (small_at, large_at) = (200, 200 + small.len());
        let mut file = b"II*\0\x08\0\0\0".to_vec();
        let entries = [
            entry(tag::NEW_SUBFILE_TYPE, 4, 1, 1),
            entry(tag::STRIP_OFFSETS, 4, 1, small_at as u32),
            entry(tag::ORIENTATION, 3, 1, 6),
            entry(tag::STRIP_LENGTHS, 4, 1, small.len() as u32),
            entry(tag::ARTIST, 2, artist.len() as u32, 160),
            entry(tag::SUB_DIRECTORIES, 4, 1, 110),
        ];
        file.extend_from_slice(&[entries.len() as u8, 0]);
        file.extend(entries.concat());
        file.resize(110, 0);
        file.extend_from_slice(&[2, 0]);
        file.extend(entry(tag::STRIP_OFFSETS, 4, 1, large_at as u32));
        file.extend(entry(tag::STRIP_LENGTHS, 4, 1, large.len() as u32));
        file.resize(160, 0);
        file.extend_from_slice(artist);
        file.resize(200, 0);
        [file, small, large.to_vec()].concat()
    }

    /// A DNG: a picture, and behind it what the sensor measured, in one piece or in two tiles.
    pub(in crate::photo) fn negative_with_sensor(jpeg: &[u8], is_tiled: bool) -> Vec<u8> {
        const SENSOR_BYTES: u32 = 400;
        let picture_at = 200;
        let sensor_at = picture_at + jpeg.len() as u32;
        let mut file = b"II*\0\x08\0\0\0\x04\0".to_vec();
        file.extend(entry(tag::NEW_SUBFILE_TYPE, 4, 1, 1));
        file.extend(entry(tag::STRIP_OFFSETS, 4, 1, picture_at));
        file.extend(entry(tag::STRIP_LENGTHS, 4, 1, jpeg.len() as u32));
        file.extend(entry(tag::SUB_DIRECTORIES, 4, 1, 110));
        file.resize(110, 0);
        file.extend_from_slice(&[2, 0]);
        if is_tiled {
            file.extend(entry(tag::TILE_OFFSETS, 4, 2, 150));
            file.extend(entry(tag::TILE_LENGTHS, 4, 2, 158));
            file.resize(150, 0);
            let half = SENSOR_BYTES / 2;
            file.extend([sensor_at, sensor_at + half, half, half].into_iter().flat_map(u32::to_le_bytes));
        } else {
            file.extend(entry(tag::STRIP_OFFSETS, 4, 1, sensor_at));
            file.extend(entry(tag::STRIP_LENGTHS, 4, 1, SENSOR_BYTES));
        }
        file.resize(picture_at as usize, 0);
        file.extend_from_slice(jpeg);
        file.resize(file.len() + SENSOR_BYTES as usize, 0x55);
        file
    }

    pub(in crate::photo) fn boxed(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
        [&(data.len() as u32 + 8).to_be_bytes()[..], kind.as_slice(), data].concat()
    }

    /// A CR3 with one track.
    pub(in crate::photo) fn iso_file(jpeg: &[u8]) -> Vec<u8> {
        let file = |at: u32| {
            let sizes = boxed(*b"stsz", &[[0; 4], (jpeg.len() as u32).to_be_bytes(), [0, 0, 0, 1]].concat());
            let places = boxed(*b"co64", &[[0; 4], [0, 0, 0, 1], [0; 4], at.to_be_bytes()].concat());
            let table = boxed(*b"stbl", &[sizes, places].concat());
            let movie = boxed(*b"moov", &boxed(*b"trak", &boxed(*b"mdia", &boxed(*b"minf", &table))));
            [boxed(*b"ftyp", b"crx \0\0\0\x01crx isom"), movie].concat()
        };
        let head = file(0).len() as u32 + 8;
        [file(head), boxed(*b"mdat", jpeg)].concat()
    }

    #[test]
    fn the_largest_jpeg_is_kept_upright_with_the_words_of_the_negative() {
        let scene = fixtures::scene(480, 320);
        let kept = keepable(&negative(&fixtures::jpeg(&scene))).unwrap().unwrap();
        let probed = probe(&kept).unwrap();
        assert_eq!((probed.width, probed.height), (320, 480));
        let upright = scene.oriented(crate::photo::Orientation::QuarterTurn);
        assert_alike(&decode_upright(&kept, &Limits::default()).unwrap(), &upright, 6.0, "preview");
        assert_eq!(read_metadata(&kept).unwrap().metadata.creator.as_deref(), Some("Nguyen Van A"));
    }

    #[test]
    fn a_jpeg_whose_own_facts_do_not_say_which_way_is_up_is_turned_as_the_negative_says() {
        let stored = fixtures::jpeg_with_exif(600, 400, &ExifBuilder { orientation: 1, ..ExifBuilder::camera() });
        let flag =
            stored.windows(4).position(|bytes| bytes == [0x12, 0x01, 3, 0] || bytes == [0x01, 0x12, 0, 3]).unwrap();
        let mut silent = stored;
        silent[flag..flag + 2].copy_from_slice(&[0x77, 0x77]);
        let kept = keepable(&negative(&silent)).unwrap().unwrap();
        assert_eq!(probe(&kept).map(|probed| (probed.width, probed.height)), Ok((400, 600)));
    }

    #[test]
    fn a_jpeg_with_facts_of_its_own_is_kept_byte_for_byte() {
        let jpeg = fixtures::jpeg_with_exif(600, 400, &ExifBuilder::camera());
        assert_eq!(keepable(&negative(&jpeg)).unwrap(), Some(jpeg.clone()));
        let mut fuji = b"FUJIFILMCCD-RAW 0201".to_vec();
        fuji.resize(84, 0);
        fuji.extend_from_slice(&100u32.to_be_bytes());
        fuji.extend_from_slice(&(jpeg.len() as u32).to_be_bytes());
        fuji.resize(100, 0);
        fuji.extend_from_slice(&jpeg);
        assert_eq!(keepable(&fuji).unwrap(), Some(jpeg.clone()));
        // Nowhere said, and found all the same.
        fuji[84..92].fill(0);
        fuji.extend_from_slice(b"sensor data");
        assert_eq!(keepable(&fuji).unwrap(), Some(jpeg));
    }

    #[test]
    fn a_track_of_an_iso_file_is_followed() {
        let jpeg = fixtures::jpeg_with_exif(600, 400, &ExifBuilder::camera());
        let whole = iso_file(&jpeg);
        assert_eq!(canon(&whole), [jpeg.as_slice()]);
        assert_eq!(keepable(&whole).unwrap(), Some(jpeg));
    }

    #[test]
    fn what_a_sensor_measured_is_no_picture_whatever_directory_it_stands_in() {
        let mut tiff = fixtures::tiff_with_directory_first(&fixtures::scene(48, 32), 32);
        let model = tiff.windows(4).position(|bytes| bytes == [0x06, 0x01, 3, 0]).unwrap() + 8;
        tiff[model..model + 2].copy_from_slice(&32_803u16.to_le_bytes());
        assert_eq!(probe(&tiff), Err(PhotoError::Unsupported { format: UnsupportedFormat::Raw }));
        tiff.extend(fixtures::jpeg(&fixtures::scene(480, 320)));
        let kept = keepable(&tiff).unwrap().unwrap();
        assert_eq!(probe(&kept).map(|probed| (probed.width, probed.height)), Ok((480, 320)));
    }

    #[test]
    fn a_sign_of_the_photo_does_not_stand_for_it() {
        let refused = keepable(&negative(&fixtures::jpeg(&fixtures::scene(160, 120)))).unwrap_err();
        assert_eq!(refused, PhotoError::Unsupported { format: UnsupportedFormat::Raw });
    }

    #[test]
    fn damage_and_rings_come_to_an_end() {
        let whole = negative(&fixtures::jpeg(&fixtures::scene(480, 320)));
        for end in (0..whole.len()).step_by(97) {
            let _ = keepable(&whole[..end]);
        }
        let mut ring = whole;
        ring[110..114].copy_from_slice(&[0, 0, 8, 0]);
        assert!(keepable(&ring).is_ok());
    }

    #[test]
    fn what_a_negative_says_at_too_great_length_is_passed_over_and_known() {
        const COUNT_AT: usize = 8 + 2 + 4 * 12 + 4;
        let mut raw = negative(&fixtures::jpeg(&fixtures::scene(480, 320)));
        assert!(!negative_says_too_much(&raw));
        let length = Limits::default().max_metadata + 1;
        raw[COUNT_AT..COUNT_AT + 4].copy_from_slice(&(length as u32).to_le_bytes());
        raw.resize(160 + length, b'x');
        assert!(negative_says_too_much(&raw));
        let kept = keepable(&raw).unwrap().unwrap();
        assert_eq!(read_metadata(&kept).unwrap().metadata.creator, None);
    }
}
