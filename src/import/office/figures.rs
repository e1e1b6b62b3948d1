//! Which paragraph is the caption of which picture.

use crate::import::credit;

use super::flow::{Block, Cell, Kind, Paragraph, Table};

/// Pictures with what is printed under them.
#[derive(Debug)]
pub struct Figure<'a> {
    /// The paragraphs with the pictures.
    pub pictures: Vec<&'a Paragraph>,
    /// Those with the captions; one may be a paragraph with a picture.
    pub captions: Vec<&'a Paragraph>,
    /// The block after it.
    pub end: usize,
}

/// The paragraph that a block is.
pub fn paragraph(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    }
}

/// The figure that begins at a block: a picture and the caption after it, a caption and its picture, or both in one paragraph.
pub fn at(blocks: &[Block], at: usize) -> Option<Figure<'_>> {
    let first = paragraph(blocks.get(at)?)?;
    if first.has_picture() && first.has_words() && first.kind == Kind::Caption {
        return Some(with_credit(blocks, vec![first], vec![first], at + 1));
    }
    if is_picture(first) {
        let (place, caption) = next(blocks, at)?;
        let is_caption = is_caption(caption) || is_credit(caption);
        return is_caption.then(|| with_credit(blocks, vec![first], vec![caption], place + 1));
    }
    if is_caption(first) && stands_before_its_picture(blocks, at) {
        let (place, picture) = next(blocks, at)?;
        return Some(Figure { pictures: vec![picture], captions: vec![first], end: place + 1 });
    }
    None
}

/// The pictures and captions of a table that only puts them in order: a row of pictures, a row of as many captions, and so on.
pub fn of_layout(table: &Table) -> Option<Vec<Block>> {
    let holds = |cell: &Cell, wanted: fn(&Paragraph) -> bool| {
        let mut said = cell.blocks.iter().filter(|block| !paragraph(block).is_some_and(is_quiet)).peekable();
        said.peek().is_some() && said.all(|block| paragraph(block).is_some_and(wanted))
    };
    let of_words = |paragraph: &Paragraph| paragraph.has_words() && !paragraph.has_picture();
    let mut blocks = Vec::new();
    let (pairs, rest) = table.rows.as_chunks::<2>();
    for [pictures, captions] in pairs {
        let fits = pictures.len() == captions.len()
            && pictures.iter().all(|cell| holds(cell, is_picture))
            && captions.iter().all(|cell| holds(cell, of_words));
        if !fits {
            return None;
        }
        for (picture, caption) in pictures.iter().zip(captions) {
            blocks.extend(picture.blocks.iter().cloned());
            blocks.extend(caption.blocks.iter().cloned().map(as_caption));
        }
    }
    (rest.is_empty() && !blocks.is_empty()).then_some(blocks)
}

fn as_caption(block: Block) -> Block {
    match block {
        Block::Paragraph(paragraph) => Block::Paragraph(Paragraph { kind: Kind::Caption, ..paragraph }),
        block => block,
    }
}

/// A line that says whose picture it is may follow the caption.
fn with_credit<'a>(
    blocks: &'a [Block],
    pictures: Vec<&'a Paragraph>,
    mut captions: Vec<&'a Paragraph>,
    mut end: usize,
) -> Figure<'a> {
    let last = captions.last().is_some_and(|caption| is_credit(caption));
    if let Some((place, more)) = next(blocks, end - 1).filter(|(_, more)| !last && is_credit(more)) {
        captions.push(more);
        end = place + 1;
    }
    Figure { pictures, captions, end }
}

/// In a row of captions and pictures that begins with a caption each stands before its picture, if the row ends with a picture;
/// otherwise the first is of something else, and each stands after its picture.
fn stands_before_its_picture(blocks: &[Block], caption: usize) -> bool {
    let mut at = caption;
    loop {
        let Some((picture_at, _)) = next(blocks, at).filter(|(_, picture)| is_picture(picture)) else { return false };
        let Some((caption_at, _)) = next(blocks, picture_at).filter(|(_, caption)| is_caption(caption)) else {
            return true;
        };
        at = caption_at;
    }
}

/// The next paragraph that says something, past a few that say nothing.
fn next(blocks: &[Block], at: usize) -> Option<(usize, &Paragraph)> {
    const MOST_QUIET: usize = 2;
    let following = (at + 1..blocks.len()).take(MOST_QUIET + 1);
    for place in following {
        let paragraph = paragraph(&blocks[place])?;
        if !is_quiet(paragraph) {
            return Some((place, paragraph));
        }
    }
    None
}

fn is_quiet(paragraph: &Paragraph) -> bool {
    !paragraph.has_words() && !paragraph.has_picture()
}

fn is_picture(paragraph: &Paragraph) -> bool {
    paragraph.has_picture() && !paragraph.has_words()
}

fn is_caption(paragraph: &Paragraph) -> bool {
    paragraph.kind == Kind::Caption && !paragraph.has_picture() && paragraph.has_words()
}

fn is_credit(paragraph: &Paragraph) -> bool {
    !paragraph.has_picture()
        && matches!(paragraph.kind, Kind::Body | Kind::Caption)
        && credit::is_line(&paragraph.words())
}
