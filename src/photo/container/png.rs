//! PNG: a signature and a chain of chunks.

use std::borrow::Cow;

use crate::photo::{
    container::{Container, u32_be},
    format::PhotoFormat,
    limits::Limits,
};

const XMP_KEYWORD: &[u8] = b"XML:com.adobe.xmp\0";

pub(super) fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Option<Container<'a>> {
    if bytes.get(12..16) != Some(b"IHDR") {
        return None;
    }
    let (depth, colour) = (*bytes.get(24)?, *bytes.get(25)?);
    let channels = match colour {
        0 => 1,
        2 => 3,
        3 => 4,
        4 => 2,
        _ => 4,
    };
    let bytes_per_pixel = channels * if depth == 16 { 2 } else { 1 };
    let mut container = Container::new(PhotoFormat::Png, u32_be(bytes, 16)?, u32_be(bytes, 20)?, bytes_per_pixel);
    container.truncated = true;
    let mut at = 8;
    while let Some(chunk) = Chunk::at(bytes, at) {
        at = chunk.end;
        if is_note(*chunk.kind) {
            container.notes_bytes += chunk.data.len();
            container.words_too_long |= chunk.data.len() > limits.max_metadata;
        }
        match chunk.kind {
            b"eXIf" => container.exif = Some(chunk.data),
            b"acTL" => container.animated = true,
            b"iTXt" => container.xmp = container.xmp.or_else(|| xmp(chunk.data)),
            b"IEND" => {
                container.truncated = false;
                break;
            }
            _ => {}
        }
    }
    Some(container)
}

/// Chunks that no decoder needs.
fn is_note(kind: [u8; 4]) -> bool {
    matches!(&kind, b"tEXt" | b"zTXt" | b"iTXt" | b"eXIf")
}

/// The file without its texts.
pub(super) fn without_notes(bytes: &[u8]) -> Vec<u8> {
    let mut kept = bytes.get(..8).unwrap_or_default().to_vec();
    let mut at = 8;
    while let Some(chunk) = Chunk::at(bytes, at) {
        if !is_note(*chunk.kind) {
            kept.extend_from_slice(bytes.get(at..chunk.end).unwrap_or_default());
        }
        at = chunk.end;
    }
    kept.extend_from_slice(bytes.get(at..).unwrap_or_default());
    kept
}

struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    end: usize,
}

impl<'a> Chunk<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let length = usize::try_from(u32_be(bytes, at)?).ok()?;
        let kind = bytes.get(at + 4..)?.first_chunk()?;
        let data_at = at + 8;
        let data_end = data_at.checked_add(length)?;
        Some(Self { kind, data: bytes.get(data_at..data_end)?, end: data_end.checked_add(4)? })
    }
}

/// The packet of an uncompressed international text chunk; writers of XMP must not compress it.
fn xmp(data: &[u8]) -> Option<Cow<'_, [u8]>> {
    let rest = data.strip_prefix(XMP_KEYWORD)?;
    let (flag, rest) = rest.split_first()?;
    if *flag != 0 {
        return None;
    }
    let after_language = after_nul(rest.get(1..)?)?;
    after_nul(after_language).map(Cow::Borrowed)
}

fn after_nul(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().position(|byte| *byte == 0)?;
    bytes.get(end + 1..)
}
