//! Tables: a row of pictures with the row of their captions under it, cells of words, or one paragraph a row where there is one column.

use crate::import::rows;
use crate::import::{DraftBlock, PicturePlace};
use crate::report::{BlockKind, RichText, Table as ReportTable};

use super::inline::{Line, joined};

/// What stands between the cells of a row that became a paragraph: beside pictures, or in a table larger than ours can be.
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
        let mut cells = Cells::default();
        let mut rows = self.rows.into_iter().enumerate().peekable();
        while let Some((index, row)) = rows.next() {
            if is_row_of_pictures(&row) {
                std::mem::take(&mut cells).end(&mut done);
                let is_under =
                    |next: &[Line]| next.len() == row.len() && next.iter().all(|cell| cell.pictures.is_empty());
                let under = rows.next_if(|(_, next)| is_under(next)).map(|(_, row)| row);
                let (mut captions, mut beside) = (Vec::new(), Vec::new());
                for (cell, caption) in row.iter().zip(under.into_iter().flatten()) {
                    if cell.pictures.is_empty() { beside.push(caption.text) } else { captions.push(caption.text) }
                }
                let places = row.into_iter().flat_map(|cell| cell.pictures).collect();
                done.blocks.extend(rows::captioned(places, captions).map(DraftBlock::Picture));
                done.push_text(joined(beside, BETWEEN_CELLS));
                continue;
            }
            cells.push(index == 0, row);
        }
        cells.end(&mut done);
        done
    }
}

/// Rows of words that follow each other.
#[derive(Debug, Default)]
struct Cells {
    header: bool,
    texts: Vec<Vec<RichText>>,
    pictures: Vec<PicturePlace>,
}

impl Cells {
    fn push(&mut self, is_head: bool, row: Vec<Line>) {
        let (texts, pictures): (Vec<_>, Vec<_>) = row.into_iter().map(|cell| (cell.text, cell.pictures)).unzip();
        self.pictures.extend(pictures.into_iter().flatten());
        if texts.iter().any(|text| !text.is_empty()) {
            self.header |= is_head;
            self.texts.push(texts);
        }
    }

    fn end(self, done: &mut TableBlocks) {
        let columns = self.texts.iter().map(Vec::len).max().unwrap_or(0);
        let is_table = columns > 1 && self.texts.len() > 1;
        let table = is_table.then(|| ReportTable::of_texts(self.header, self.texts.clone())).flatten();
        match table {
            Some(table) => {
                done.blocks.push(DraftBlock::Text { kind: BlockKind::Table { table }, text: RichText::new() });
            }
            None => {
                done.lost_columns |= columns > 1;
                self.texts.into_iter().for_each(|row| done.push_text(joined(row, BETWEEN_CELLS)));
            }
        }
        done.blocks.extend(self.pictures.into_iter().map(DraftBlock::Picture));
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
