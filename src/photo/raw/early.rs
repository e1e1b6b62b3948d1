//! The first picture of a RAW file: the smallest that is in it, from the head of the file alone.

use crate::photo::{
    container::Container,
    exif::{Entry, Exif, Tiff, find, tag},
    orientation::Orientation,
    pixels::Pixels,
    preview::{LIMITS, fast_preview, of_negative},
    raw::{FUJI_PARTS, boxes, canon_words, directories, inner, part},
    scaled::decode_stored_for,
};

/// Pixels on the longer side that are enough for a first look.
const ENOUGH_PX: u32 = 192;

/// A small picture of a RAW file of which at least the head is here, upright; `None` where the head has none.
pub(crate) fn first_picture(head: &[u8]) -> Option<Pixels> {
    if head.starts_with(b"FUJIFILMCCD-RAW") {
        // The JPEG begins soon, and has a thumbnail of its own.
        let at = Tiff { bytes: head, little: false }.u32_at(FUJI_PARTS[0])?;
        return head
            .get(usize::try_from(at).ok()?..)
            .filter(|jpeg| jpeg.starts_with(b"\xFF\xD8\xFF"))
            .and_then(fast_preview);
    }
    if head.get(4..8) == Some(b"ftyp") {
        return of_canon(head);
    }
    of_negative(head).or_else(|| in_directories(head))
}

fn of_canon(head: &[u8]) -> Option<Pixels> {
    const THUMBNAIL: &[u8; 4] = b"THMB";
    let (_, movie) = boxes(head).find(|(kind, _)| *kind == b"moov")?;
    let (_, own) = boxes(movie).find(|(kind, _)| *kind == b"uuid")?;
    let thumbnail = inner(own.get(16..)?, &[THUMBNAIL])?;
    let at = thumbnail.windows(3).take(32).position(|bytes| bytes == b"\xFF\xD8\xFF")?;
    let facts = canon_words(*b"moov", movie).and_then(Exif::parse);
    small(thumbnail.get(at..)?, facts.map(|facts| facts.orientation()).unwrap_or_default())
}

/// The smallest JPEG that a directory names, or the pixels that Nikon and Adobe put into the first one.
fn in_directories(head: &[u8]) -> Option<Pixels> {
    let tiff = Tiff::of(head)?;
    let directories = directories(tiff);
    let orientation = Exif::parse(head).map(|exif| exif.orientation()).unwrap_or_default();
    if let Some(pixels) = directories.first().and_then(|entries| uncompressed(tiff, entries)) {
        return Some(pixels.oriented(orientation));
    }
    let named = directories.iter().flat_map(|entries| {
        let number = |tag| find(entries, tag).and_then(|entry| tiff.number(entry));
        [(tag::THUMBNAIL_OFFSET, tag::THUMBNAIL_LENGTH), (tag::STRIP_OFFSETS, tag::STRIP_LENGTHS)]
            .into_iter()
            .filter_map(move |(offset, length)| part(head, number(offset)?, number(length)?))
    });
    let smallest = named
        .filter_map(|jpeg| {
            let container = Container::read(jpeg, &LIMITS).ok()?;
            Some((container.width.max(container.height), jpeg))
        })
        .min_by_key(|(side, _)| *side)?;
    small(smallest.1, orientation)
}

fn small(jpeg: &[u8], orientation: Orientation) -> Option<Pixels> {
    decode_stored_for(jpeg, &LIMITS, ENOUGH_PX).ok().map(|(pixels, _)| pixels.oriented(orientation))
}

/// Eight bits of red, green and blue in one strip.
fn uncompressed(tiff: Tiff<'_>, entries: &[Entry]) -> Option<Pixels> {
    const NOT_COMPRESSED: u32 = 1;
    const RGB: u32 = 2;
    let number = |tag| find(entries, tag).and_then(|entry| tiff.number(entry));
    let is_plain = number(tag::COMPRESSION)? == NOT_COMPRESSED
        && number(tag::COLOUR_MODEL)? == RGB
        && number(tag::SAMPLES_PER_PIXEL)? == 3
        && number(tag::BITS_PER_SAMPLE)? == 8
        && find(entries, tag::STRIP_OFFSETS)?.count == 1;
    let (width, height) = (number(tag::IMAGE_WIDTH)?, number(tag::IMAGE_LENGTH)?);
    if !is_plain || LIMITS.check(width, height, 3).is_err() {
        return None;
    }
    let at = usize::try_from(number(tag::STRIP_OFFSETS)?).ok()?;
    let length = usize::try_from(u64::from(width) * u64::from(height) * 3).ok()?;
    Pixels::from_rgb(width, height, tiff.bytes.get(at..at.checked_add(length)?)?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        fixtures::{self, ExifBuilder, assert_alike},
        raw::tests::{boxed, negative},
    };

    #[test]
    fn the_smallest_picture_of_a_negative_is_shown_upright() {
        let whole = negative(&fixtures::jpeg(&fixtures::scene(480, 320)));
        let upright = fixtures::scene(16, 12).oriented(Orientation::QuarterTurn);
        // The large picture has not been read yet.
        for read in [whole.len(), whole.len() / 2] {
            assert_alike(&fast_preview(&whole[..read]).unwrap(), &upright, 8.0, "negative");
        }
        assert!(fast_preview(&whole[..180]).is_none());
    }

    #[test]
    fn plain_pixels_in_the_first_directory_are_shown() {
        let scene = fixtures::scene(48, 32);
        let mut tiff = fixtures::tiff_with_directory_first(&scene, 32);
        assert_eq!(uncompressed(Tiff::of(&tiff).unwrap(), &directories(Tiff::of(&tiff).unwrap())[0]), Some(scene));
        tiff.truncate(tiff.len() - 1);
        assert_eq!(uncompressed(Tiff::of(&tiff).unwrap(), &directories(Tiff::of(&tiff).unwrap())[0]), None);
    }

    #[test]
    fn fujifilm_and_canon_put_one_at_the_beginning() {
        let small = fixtures::scene(48, 32);
        let exif = ExifBuilder { thumbnail: Some(fixtures::jpeg(&small)), ..ExifBuilder::camera() };
        let jpeg = fixtures::jpeg_with_exif(480, 320, &exif);
        let mut fuji = b"FUJIFILMCCD-RAW 0201".to_vec();
        fuji.resize(148, 0);
        fuji[84..88].copy_from_slice(&148u32.to_be_bytes());
        fuji.extend_from_slice(&jpeg[..jpeg.len() * 3 / 4]);
        let upright = small.oriented(Orientation::QuarterTurn);
        assert_alike(&fast_preview(&fuji).unwrap(), &upright, 8.0, "Fujifilm");

        let facts = boxed(b"CMT1", &exif.build());
        let thumbnail = boxed(b"THMB", &[&[0; 16], fixtures::jpeg(&fixtures::scene(48, 32)).as_slice()].concat());
        let own = boxed(b"uuid", &[&[0; 16], facts.as_slice(), &thumbnail].concat());
        let canon = [boxed(b"ftyp", b"crx \0\0\0\x01crx isom"), boxed(b"moov", &own)].concat();
        assert_alike(&fast_preview(&canon).unwrap(), &upright, 8.0, "Canon");
    }
}
