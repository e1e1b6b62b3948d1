//! WebP: a RIFF file of chunks (RFC 9649).

use std::borrow::Cow;

use crate::photo::{
    container::{Container, u16_le, u32_le},
    format::PhotoFormat,
};

const ANIMATION: u8 = 0x02;
const HAS_XMP: u8 = 0x04;

pub(super) fn read(bytes: &[u8]) -> Option<Container<'_>> {
    let mut size = None;
    let (mut exif, mut xmp, mut animated) = (None, None, false);
    let (mut at, mut profile_bytes) = (12, 0);
    while let Some(chunk) = Chunk::at(bytes, at) {
        at = chunk.end;
        match chunk.kind {
            b"VP8X" => {
                animated = chunk.data.first()? & ANIMATION != 0;
                size = Some((u24_le(chunk.data, 4)? + 1, u24_le(chunk.data, 7)? + 1));
            }
            b"VP8 " => size = size.or_else(|| lossy_size(chunk.data)),
            b"VP8L" => size = size.or_else(|| lossless_size(chunk.data)),
            b"ICCP" => profile_bytes = chunk.data.len(),
            b"EXIF" => exif = Some(chunk.data.strip_prefix(b"Exif\0\0").unwrap_or(chunk.data)),
            b"XMP " => xmp = Some(Cow::Borrowed(chunk.data)),
            _ => {}
        }
    }
    // One that goes on beyond the end of the file is believed too.
    if bytes.get(at..).is_some_and(|rest| rest.starts_with(b"ICCP")) {
        profile_bytes = usize::try_from(u32_le(bytes, at + 4)?).ok()?;
    }
    let (width, height) = size.or_else(|| truncated_size(bytes))?;
    let mut container = Container::new(PhotoFormat::Webp, width, height, 4);
    container.profile_bytes = profile_bytes;
    container.exif = exif;
    container.xmp = xmp;
    container.animated = animated;
    let promised = usize::try_from(u32_le(bytes, 4)?).ok()?.saturating_add(8);
    container.truncated = bytes.len() < promised;
    Some(container)
}

/// Puts a simple file (one picture chunk, as encoders write) into the extended form with an XMP packet; `None` if it is not one.
pub(crate) fn with_xmp(simple: &[u8], width: u32, height: u32, packet: &[u8]) -> Option<Vec<u8>> {
    let picture = Chunk::at(simple, 12)?;
    let mut header = vec![HAS_XMP, 0, 0, 0];
    header.extend_from_slice(width.checked_sub(1)?.to_le_bytes().get(..3)?);
    header.extend_from_slice(height.checked_sub(1)?.to_le_bytes().get(..3)?);
    let mut body = b"WEBP".to_vec();
    for (kind, data) in [(b"VP8X", header.as_slice()), (picture.kind, picture.data), (b"XMP ", packet)] {
        body.extend_from_slice(kind);
        body.extend_from_slice(&u32::try_from(data.len()).ok()?.to_le_bytes());
        body.extend_from_slice(data);
        if data.len() % 2 == 1 {
            body.push(0);
        }
    }
    let mut file = b"RIFF".to_vec();
    file.extend_from_slice(&u32::try_from(body.len()).ok()?.to_le_bytes());
    file.extend_from_slice(&body);
    Some(file)
}

/// The file with zeros for what is missing; `None` where that is most of it: what it promises may be a lie.
pub(super) fn filled_up(bytes: &[u8]) -> Option<Vec<u8>> {
    const MOST_TIMES: usize = 8;
    let promised = usize::try_from(u32_le(bytes, 4)?).ok()?.checked_add(8)?;
    let mut filled = bytes.to_vec();
    (promised / MOST_TIMES <= bytes.len()).then(|| filled.resize(promised, 0))?;
    Some(filled)
}

struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    end: usize,
}

impl<'a> Chunk<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let kind = bytes.get(at..)?.first_chunk()?;
        let length = usize::try_from(u32_le(bytes, at + 4)?).ok()?;
        let data_at = at + 8;
        let end = data_at.checked_add(length)?;
        Some(Self { kind, data: bytes.get(data_at..end)?, end: end.checked_add(length % 2)? })
    }
}

/// The size of a file whose only chunk is cut short.
fn truncated_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let data = bytes.get(20..)?;
    match bytes.get(12..16)? {
        b"VP8 " => lossy_size(data),
        b"VP8L" => lossless_size(data),
        _ => None,
    }
}

fn lossy_size(data: &[u8]) -> Option<(u32, u32)> {
    if data.get(3..6) != Some(&[0x9D, 0x01, 0x2A]) {
        return None;
    }
    Some((u32::from(u16_le(data, 6)? & 0x3FFF), u32::from(u16_le(data, 8)? & 0x3FFF)))
}

fn lossless_size(data: &[u8]) -> Option<(u32, u32)> {
    if data.first() != Some(&0x2F) {
        return None;
    }
    let bits = u32_le(data, 1)?;
    Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}

fn u24_le(bytes: &[u8], at: usize) -> Option<u32> {
    let [low, middle, high] = *bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes([low, middle, high, 0]))
}
