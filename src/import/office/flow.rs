//! What a document of a word processor says, whichever wrote it: paragraphs, pictures and tables in the order in which they are read.

use std::rc::Rc;

use crate::report::ListStyle;

/// One thing after another.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Words, pictures, or both.
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Table),
    /// A break between parts.
    Divider,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Running text.
    #[default]
    Body,
    /// The title of the whole document.
    Title,
    /// What stands under the title.
    Subtitle,
    /// Who wrote it.
    Byline,
    /// A heading of this level, from 1.
    Heading(u8),
    /// Somebody's words.
    Quotation,
    /// An item of a list, at this level, from 0.
    Item(ListStyle, u8),
    /// What is printed with a picture.
    Caption,
    /// What is printed with a table.
    TableCaption,
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Words(String, Look),
    /// The line ends, the paragraph does not.
    Break,
    /// A picture.
    Picture(Picture),
}

/// How words are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Higher or lower than the line.
    pub raised: bool,
    /// In a colour, underlined, struck out: what a report has nothing for.
    pub formatted: bool,
    /// Not shown.
    pub hidden: bool,
    /// Where they lead.
    pub link: Option<Rc<str>>,
    /// The language that the program says they are in.
    pub language: Option<Rc<str>>,
}

/// A picture in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it is.
    pub source: PictureSource,
    /// What stands for it where it cannot be seen.
    pub alt: String,
    /// It tells nothing.
    pub decorative: bool,
}

/// Where a picture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureSource {
    /// The name of a part of the document.
    Part(String),
    /// An address elsewhere.
    Elsewhere(String),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// So many columns wide.
    pub columns: usize,
    /// So many rows high.
    pub rows: usize,
    /// It says what stands in its column.
    pub is_head: bool,
    /// What is in it.
    pub blocks: Vec<Block>,
}

impl Paragraph {
    /// Whether there is anything to read in it.
    pub fn has_words(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Words(words, look) if !look.hidden && !is_blank(words)))
    }

    /// Whether a picture stands in it.
    pub fn has_picture(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Picture(_)))
    }

    /// Its words, without how they are set.
    pub fn words(&self) -> String {
        let words = self.parts.iter().map(|part| match part {
            Part::Words(words, look) if !look.hidden => words.as_str(),
            Part::Break => " ",
            _ => "",
        });
        words.collect()
    }
}

/// Whether there is nothing to read: only spaces of any kind.
pub fn is_blank(words: &str) -> bool {
    words.chars().all(|character| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}'))
}

/// Does something with every paragraph, in tables too. Tables stand in each other only as deep as their reader goes.
pub fn each_paragraph(blocks: &mut [Block], work: &mut dyn FnMut(&mut Paragraph)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => work(paragraph),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| each_paragraph(&mut cell.blocks, work));
            }
            Block::Divider => {}
        }
    }
}
