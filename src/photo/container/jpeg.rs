//! JPEG: a chain of marker segments, then scans, then the end marker (ITU-T T.81 annex B).

use std::borrow::Cow;

use crate::photo::{
    container::{Container, u16_be},
    error::PhotoError,
    format::{PhotoFormat, UnsupportedFormat},
    limits::Limits,
};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_EXTENSION: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// The image resource that holds IPTC IIM datasets.
const IPTC_RESOURCE: u16 = 0x0404;

pub(super) fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Option<Container<'a>>, PhotoError> {
    let mut frame: Option<Frame> = None;
    let (mut exif, mut xmp) = (None, None);
    let (mut resources, mut extensions): (Vec<&[u8]>, Vec<&[u8]>) = Default::default();
    let mut at = 2;
    let mut picture_from = bytes.len();
    let mut first_scan = None;
    let mut comment_bytes = 0;
    while let Some(segment) = next_segment(bytes, at) {
        at = segment.end;
        match segment.marker {
            0xE1 if exif.is_none() && segment.data.starts_with(EXIF) => exif = segment.data.get(EXIF.len()..),
            0xE1 if segment.data.starts_with(XMP_EXTENSION) => {
                extensions.extend(segment.data.get(XMP_EXTENSION.len()..));
            }
            0xE1 if xmp.is_none() => xmp = segment.data.strip_prefix(XMP).map(Cow::Borrowed),
            0xFE => comment_bytes += segment.data.len(),
            0xED => resources.extend(segment.data.strip_prefix(PHOTOSHOP)),
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                frame = frame.or_else(|| Frame::read(segment.marker, segment.data));
            }
            0xDA => {
                picture_from = segment.end;
                first_scan = segment.data.first().copied();
                break;
            }
            _ => {}
        }
    }
    let Some(frame) = frame else { return Ok(None) };
    if frame.is_rare {
        return Err(PhotoError::Unsupported { format: UnsupportedFormat::RareJpeg });
    }
    if frame.is_misread_in_parts && first_scan.is_some_and(|parts| parts < frame.components) {
        return Err(PhotoError::Unsupported { format: UnsupportedFormat::SeparateScanJpeg });
    }
    let notes_bytes = picture_from.min(bytes.len());
    let mut container = Container::new(PhotoFormat::Jpeg, frame.width, frame.height, frame.bytes_per_pixel);
    container.notes_bytes = notes_bytes;
    container.exif = exif;
    container.xmp = xmp;
    container.xmp_extension =
        container.xmp.as_deref().and_then(|packet| extension(packet, &extensions, limits.max_metadata));
    container.iptc = iptc(&resources, limits.max_metadata);
    let of_all = |parts: &[&[u8]]| parts.iter().map(|part| part.len()).sum::<usize>();
    container.words_too_long =
        [of_all(&resources), of_all(&extensions), comment_bytes].into_iter().any(|bytes| bytes > limits.max_metadata);
    // Inside a scan 0xFF is followed by 0x00 or a restart marker, so the pair can only be the end marker; phones append
    // videos and gain maps after it, which is why it need not come last.
    let picture = bytes.get(picture_from..).unwrap_or_default();
    container.truncated = !picture.windows(2).rev().any(|pair| pair == [0xFF, 0xD9]);
    Ok(Some(container))
}

/// How many bytes the picture at the start of these has, to its end marker or to the last byte.
pub(crate) fn extent(bytes: &[u8]) -> usize {
    let mut at = 2;
    while let Some(segment) = next_segment(bytes, at) {
        at = segment.end;
        if segment.marker == 0xDA {
            let rest = bytes.get(at..).unwrap_or_default();
            return rest.windows(2).position(|pair| pair == [0xFF, 0xD9]).map_or(bytes.len(), |end| at + end + 2);
        }
    }
    bytes.len()
}

/// The file without the segments that no decoder needs: all but those of JFIF, of the colour profile and of Adobe.
pub(super) fn without_notes(bytes: &[u8]) -> Vec<u8> {
    let mut kept = vec![0xFF, 0xD8];
    let mut at = 2;
    while let Some(segment) = next_segment(bytes, at) {
        if !matches!(segment.marker, 0xE1 | 0xE3..=0xED | 0xEF | 0xFE) {
            kept.extend_from_slice(bytes.get(at..segment.end).unwrap_or_default());
        }
        at = segment.end;
        if segment.marker == 0xDA {
            break;
        }
    }
    kept.extend_from_slice(bytes.get(at..).unwrap_or_default());
    kept
}

struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
    end: usize,
}

fn next_segment(bytes: &[u8], mut at: usize) -> Option<Segment<'_>> {
    // Some writers leave a stray byte between segments; decoders look for the next 0xFF and so must this.
    while *bytes.get(at)? != 0xFF {
        at += 1;
    }
    while *bytes.get(at)? == 0xFF {
        at += 1;
    }
    let marker = *bytes.get(at)?;
    at += 1;
    if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD8) {
        return Some(Segment { marker, data: &[], end: at });
    }
    if marker == 0xD9 {
        return None;
    }
    let length = usize::from(u16_be(bytes, at)?);
    let end = at + length.max(2);
    Some(Segment { marker, data: bytes.get(at + 2..end)?, end })
}

struct Frame {
    width: u32,
    height: u32,
    components: u8,
    bytes_per_pixel: u32,
    /// Whether it has 12 or 16 bits, or is lossless, hierarchical or arithmetically coded.
    is_rare: bool,
    /// Whether the decoder needs all colours in one scan.
    is_misread_in_parts: bool,
}

impl Frame {
    fn read(marker: u8, data: &[u8]) -> Option<Self> {
        let height = u16_be(data, 1)?.into();
        let width = u16_be(data, 3)?.into();
        let components = *data.get(5)?;
        let described = data.get(6..)?.chunks_exact(3).take(components.into());
        let factors: Vec<u32> =
            described.filter_map(|of| of.get(1)).map(|both| u32::from(both >> 4) * u32::from(both & 15)).collect();
        let output = if factors.len() == 1 { 1 } else { 3 };
        // A progressive picture is kept whole as 16-bit coefficients until its last scan.
        let progressive = matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
        let most = factors.iter().copied().max().unwrap_or(1).max(1);
        let coefficients = if progressive { (factors.iter().sum::<u32>() * 2).div_ceil(most) } else { 0 };
        let subsampled = factors.iter().any(|factor| *factor != most);
        Some(Self {
            width,
            height,
            components,
            bytes_per_pixel: coefficients.max(output),
            is_rare: data.first() != Some(&8) || !matches!(marker, 0xC0..=0xC2),
            is_misread_in_parts: subsampled && !progressive,
        })
    }
}

/// Joins the parts of an extended packet (XMP specification, part 3, 1.1.3.1) that belongs to a packet: 32 digits that name it,
/// the length of the whole, where the part begins, and the part.
fn extension(packet: &[u8], parts: &[&[u8]], max_bytes: usize) -> Option<Vec<u8>> {
    let (name, rest) = parts.first()?.split_at_checked(32)?;
    let total = usize::try_from(super::u32_be(rest, 0)?).ok()?;
    let is_named = packet.windows(name.len()).any(|window| window == name);
    let held: usize = parts.iter().map(|part| part.len().saturating_sub(40)).sum();
    // A length that the parts do not have is a lie, and not worth the memory.
    if !is_named || total > max_bytes || total > held {
        return None;
    }
    let mut whole = vec![b' '; total];
    for part in parts.iter().filter(|part| part.starts_with(name)) {
        let at = usize::try_from(super::u32_be(part, 36)?).ok()?;
        let text = part.get(40..)?;
        whole.get_mut(at..at.checked_add(text.len())?)?.copy_from_slice(text);
    }
    Some(whole)
}

/// Joins the Photoshop resource blocks, which may run over several segments, and finds the IPTC one.
fn iptc<'a>(segments: &[&'a [u8]], max_bytes: usize) -> Option<Cow<'a, [u8]>> {
    match segments {
        [] => None,
        [one] => resource(one, IPTC_RESOURCE).map(Cow::Borrowed),
        several => {
            let total: usize = several.iter().map(|segment| segment.len()).sum();
            let joined = (total <= max_bytes).then(|| several.concat())?;
            resource(&joined, IPTC_RESOURCE).map(|found| Cow::Owned(found.to_vec()))
        }
    }
}

/// Walks image resource blocks: `8BIM`, id, a padded Pascal string, a length and padded data.
fn resource(mut blocks: &[u8], wanted: u16) -> Option<&[u8]> {
    while blocks.starts_with(b"8BIM") {
        let id = u16_be(blocks, 4)?;
        let name = usize::from(*blocks.get(6)?);
        let length_at = 6 + (1 + name).next_multiple_of(2);
        let length = usize::try_from(super::u32_be(blocks, length_at)?).ok()?;
        let data_at = length_at + 4;
        let data = blocks.get(data_at..data_at.checked_add(length)?)?;
        if id == wanted {
            return Some(data);
        }
        blocks = blocks.get(data_at + length.next_multiple_of(2)..)?;
    }
    None
}
