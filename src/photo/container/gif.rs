//! GIF: a screen, then blocks.

use crate::photo::{
    container::{Container, u16_le},
    format::PhotoFormat,
};

pub(super) fn read(bytes: &[u8]) -> Option<Container<'_>> {
    let mut container = Container::new(PhotoFormat::Gif, u16_le(bytes, 6)?.into(), u16_le(bytes, 8)?.into(), 4);
    container.truncated = true;
    let mut frames = 0;
    let mut at = 13 + table_bytes(*bytes.get(10)?);
    // The second frame settles the question, so a film of thousands costs no more than two.
    while let Some(kind) = bytes.get(at) {
        at = match kind {
            0x21 => after_sub_blocks(bytes, at + 2).unwrap_or(bytes.len()),
            0x2C => {
                frames += 1;
                let colours = bytes.get(at + 9).map_or(0, |flags| table_bytes(*flags));
                after_sub_blocks(bytes, at + 11 + colours).unwrap_or(bytes.len())
            }
            0x3B => {
                container.truncated = false;
                break;
            }
            _ => break,
        };
        if frames > 1 {
            container.animated = true;
            container.truncated = false;
            break;
        }
    }
    Some(container)
}

fn table_bytes(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn after_sub_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
