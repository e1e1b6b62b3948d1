//! Tables: a row of pictures with the row of their captions under it, or one paragraph a row.

use crate::import::DraftBlock;
use crate::import::rows;

use super::inline::{Line, joined};

/// What stands between the cells of a row that became a paragraph.
const BETWEEN_CELLS: &str = " · ";

/// The rows of a table as they are read; a cell is one line.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<Line>>,
}

impl Table {
    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Adds a cell to the row.
    pub fn push_cell(&mut self, lines: Vec<Line>) {
        let mut cell = Line::default();
        cell.text = joined(lines.iter().map(|line| line.text.clone()), " ");
        cell.pictures = lines.into_iter().flat_map(|line| line.pictures).collect();
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
                let captions = under.into_iter().flatten().map(|cell| cell.text);
                let captions: Vec<_> = row.iter().zip(captions).filter(|(cell, _)| !cell.pictures.is_empty()).collect();
                let captions = captions.into_iter().map(|(_, caption)| caption).collect();
                let places = row.into_iter().flat_map(|cell| cell.pictures).collect();
                done.blocks.extend(rows::captioned(places, captions).map(DraftBlock::Picture));
                continue;
            }
            done.lost_columns |= row.len() > 1;
            let (texts, pictures): (Vec<_>, Vec<_>) = row.into_iter().map(|cell| (cell.text, cell.pictures)).unzip();
            let text = joined(texts, BETWEEN_CELLS);
            if !text.is_empty() {
                done.blocks.push(DraftBlock::paragraph(text));
            }
            done.blocks.extend(pictures.into_iter().flatten().map(DraftBlock::Picture));
        }
        done
    }
}

/// A table after it is read.
#[derive(Debug, Default)]
pub struct TableBlocks {
    /// Its words and pictures.
    pub blocks: Vec<DraftBlock>,
    /// Whether it was more than a column.
    pub lost_columns: bool,
}

fn is_row_of_pictures(row: &[Line]) -> bool {
    let empty = |cell: &Line| cell.text.is_empty() && cell.pictures.is_empty();
    row.iter().any(|cell| !cell.pictures.is_empty()) && row.iter().all(|cell| cell.is_picture_row() || empty(cell))
}
