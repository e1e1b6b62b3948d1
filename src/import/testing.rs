//! A draft in short, for tests to compare.

use std::io::Cursor;

use crate::import::{Draft, DraftBlock, PictureTarget};
use crate::report::{BlockKind, Cell, HeadingLevel, ListStyle, RichText};

/// One line a block: `p words`, `h2 …`, `q … — speaker`, `1* item`, `1. item`, `hr`, `img path [caption] alt … beside`. Styles
/// are written as `*emphasis*`, `**strong**`, `[words](address)`.
pub fn outline(draft: &Draft) -> Vec<String> {
    draft.blocks.iter().map(line).collect()
}

fn line(block: &DraftBlock) -> String {
    match block {
        DraftBlock::Picture(place) => {
            let target = match &place.target {
                PictureTarget::Unknown => "?".to_owned(),
                PictureTarget::Beside(path) => path.clone(),
                PictureTarget::Inside { name, bytes } => format!("<{name}, {} bytes>", bytes.len()),
                PictureTarget::File(path) => format!("file {}", path.display()),
                PictureTarget::Elsewhere(address) => format!("!{address}"),
            };
            let alt = if place.alt.is_empty() { String::new() } else { format!(" alt {}", place.alt.as_str()) };
            let beside = if place.beside { " beside" } else { "" };
            format!("img {target} [{}]{alt}{beside}", styled(&place.caption))
        }
        DraftBlock::Text { kind, text } => {
            let text = styled(text);
            match kind {
                BlockKind::Paragraph => format!("p {text}"),
                BlockKind::Heading { level: HeadingLevel::Two } => format!("h2 {text}"),
                BlockKind::Heading { level: HeadingLevel::Three } => format!("h3 {text}"),
                BlockKind::Quotation { speaker } if speaker.is_empty() => format!("q {text}"),
                BlockKind::Quotation { speaker } => format!("q {text} — {}", styled(speaker)),
                BlockKind::ListItem { style: ListStyle::Bulleted, level } => format!("{level}* {text}"),
                BlockKind::ListItem { style: ListStyle::Numbered, level } => format!("{level}. {text}"),
                BlockKind::Divider => "hr".to_owned(),
                BlockKind::Table { table } => {
                    let row =
                        |row: &Vec<Cell>| row.iter().map(|cell| styled(&cell.text)).collect::<Vec<_>>().join(" ; ");
                    let rows = table.rows().iter().map(row).collect::<Vec<_>>().join(" / ");
                    format!("{} {rows}", if table.header { "tabh" } else { "tab" })
                }
                BlockKind::Participants { delegation } => {
                    format!("people {}", delegation.as_deref().unwrap_or_default())
                }
                BlockKind::Figure { .. } => "not in a draft".to_owned(),
            }
        }
    }
}

fn styled(text: &RichText) -> String {
    text.runs()
        .map(|(words, style)| {
            let mut words = words.to_owned();
            if style.emphasis {
                words = format!("*{words}*");
            }
            if style.strong {
                words = format!("**{words}**");
            }
            match style.link {
                Some(link) => format!("[{words}]({link})"),
                None => words,
            }
        })
        .collect()
}

/// A small picture that differs from those of other numbers.
pub fn png(number: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(12, 8, |x, y| image::Rgb([number, x as u8 * 20, y as u8 * 30]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a small picture can be written");
    bytes
}

/// XMP of more bytes than are read beside a picture.
pub fn long_sidecar() -> Vec<u8> {
    vec![b' '; (4 << 20) + 1]
}

/// The same PNG with a text of more bytes than any photo says.
pub fn with_long_text(png: &[u8]) -> Vec<u8> {
    const HEADER_END: usize = 33;
    const LENGTH: u32 = (4 << 20) + 1;
    let (header, rest) = png.split_at(HEADER_END);
    let text = [&b"tEXt"[..], &vec![b'x'; LENGTH as usize]].concat();
    // Nobody looks at the checksum of a text.
    [header, &LENGTH.to_be_bytes(), &text, &[0; 4], rest].concat()
}
