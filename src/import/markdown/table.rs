//! Tables: a row of pictures with the row of their captions under it, or one paragraph a row.

use crate::import::DraftBlock;
use crate::import::rows;
use crate::report::RichText;

use super::inline::{Line, joined};

/// What stands between the cells of a row that became a paragraph.
const BETWEEN_CELLS: &str = " · ";

/// The rows of a table as they are read; a cell is one line.
#[derive(Debug, Default)]
pub struct Table {
    columns: usize,
    rows: Vec<Vec<Line>>,
    /// The words of the cells of the last row that have no column: the parser leaves them out.
    beyond: Vec<RichText>,
}

impl Table {
    /// A table with so many columns.
    pub fn new(columns: usize) -> Self {
        Self { columns, ..Self::default() }
    }

    /// Begins a row that is written so.
    pub fn begin_row(&mut self, source: &str) {
        self.rows.push(Vec::new());
        self.beyond = cells(source).skip(self.columns).map(|cell| RichText::plain(cell.trim())).collect();
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        let beyond = self.beyond.drain(..).filter(|text| !text.is_empty());
        if let Some(row) = self.rows.last_mut() {
            row.extend(beyond.map(|text| Line { text, ..Line::default() }));
        }
    }

    /// Adds a cell to the row.
    pub fn push_cell(&mut self, lines: Vec<Line>) {
        let cell = Line {
            text: joined(lines.iter().map(|line| line.text.clone()), " "),
            pictures: lines.into_iter().flat_map(|line| line.pictures).collect(),
            hard_break: false,
        };
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// The blocks that the table becomes, and whether words of it lost their columns.
    pub fn into_blocks(self) -> TableBlocks {
        let mut done = TableBlocks::default();
        let mut rows = self.rows.into_iter().peekable();
        while let Some(row) = rows.next() {
            if is_row_of_pictures(&row) {
                let under =
                    rows.next_if(|next| next.len() == row.len() && next.iter().all(|cell| cell.pictures.is_empty()));
                let (mut captions, mut beside) = (Vec::new(), Vec::new());
                for (cell, caption) in row.iter().zip(under.into_iter().flatten()) {
                    if cell.pictures.is_empty() { beside.push(caption.text) } else { captions.push(caption.text) }
                }
                let places = row.into_iter().flat_map(|cell| cell.pictures).collect();
                done.blocks.extend(rows::captioned(places, captions).map(DraftBlock::Picture));
                done.push_text(joined(beside, BETWEEN_CELLS));
                continue;
            }
            done.lost_columns |= row.len() > 1;
            let (texts, pictures): (Vec<_>, Vec<_>) = row.into_iter().map(|cell| (cell.text, cell.pictures)).unzip();
            done.push_text(joined(texts, BETWEEN_CELLS));
            done.blocks.extend(pictures.into_iter().flatten().map(DraftBlock::Picture));
        }
        done
    }
}

/// The cells of a row as they are written. A bar after a backslash is a part of its cell.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut is_escaped = false;
    row.split(move |character| {
        let parts = character == '|' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        parts
    })
}

/// A table after it is read.
#[derive(Debug, Default)]
pub struct TableBlocks {
    /// Its words and pictures.
    pub blocks: Vec<DraftBlock>,
    /// Whether it was more than a column.
    pub lost_columns: bool,
}

impl TableBlocks {
    fn push_text(&mut self, text: RichText) {
        if !text.is_empty() {
            self.blocks.push(DraftBlock::paragraph(text));
        }
    }
}

fn is_row_of_pictures(row: &[Line]) -> bool {
    let empty = |cell: &Line| cell.text.is_empty() && cell.pictures.is_empty();
    row.iter().any(|cell| !cell.pictures.is_empty()) && row.iter().all(|cell| cell.is_picture_row() || empty(cell))
}
