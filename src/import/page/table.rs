//! Tables of a page: those that are tables, not those that only lay it out.

use crate::import::{DraftBlock, PicturePlace};
use crate::report::RichText;

use super::element::{self, Role};
use super::tree::{Element, NodeId, Tree};

/// What stands between the cells of a row that became a paragraph.
const BETWEEN_CELLS: &str = " · ";

/// A cell as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// `th`.
    pub is_head: bool,
    /// How many columns it takes.
    pub columns: usize,
    /// How many rows it takes.
    pub rows: usize,
}

impl Cell {
    /// The cell of an element.
    pub fn of(element: &Element) -> Self {
        const MOST: usize = 100;
        let span =
            |name: &str| element.attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, MOST);
        Self { is_head: element.name() == "th", columns: span("colspan"), rows: span("rowspan") }
    }
}

/// A table as it is read.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<(Cell, RichText)>>,
    /// The words before the first row: its caption.
    caption: RichText,
    /// The pictures in its cells, which stand after it.
    pub pictures: Vec<PicturePlace>,
}

impl Table {
    /// A table, unless it only lays out what is in it: one column, or parts that no cell holds.
    pub fn open(tree: &Tree, table: NodeId) -> Option<Self> {
        if tree.element(table)?.attribute("role").is_some_and(|role| matches!(role, "presentation" | "none")) {
            return None;
        }
        let mut columns = 0;
        let mut in_row = 0;
        for inside in tree.inside(table) {
            let Some(element) = tree.element(inside) else { continue };
            match element::role(element.name()) {
                Role::Table | Role::Heading(_) | Role::Quotation | Role::Figure | Role::Bullets | Role::Numbers => {
                    return None;
                }
                Role::Row => in_row = 0,
                Role::Cell => {
                    in_row += 1;
                    columns = columns.max(in_row);
                }
                _ => {}
            }
        }
        (columns > 1).then(Self::default)
    }

    /// A row begins.
    pub fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell begins.
    pub fn begin_cell(&mut self, cell: Cell) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push((cell, RichText::new()));
        }
    }

    /// Words of the cell that is open.
    pub fn push(&mut self, text: RichText) {
        let cell = self.rows.last_mut().and_then(|row| row.last_mut()).map(|(_, words)| words);
        let words = cell.unwrap_or(&mut self.caption);
        if !words.is_empty() {
            words.append(RichText::plain(" "));
        }
        words.append(text);
    }

    /// The blocks that it becomes, and whether words lost their columns.
    pub fn into_blocks(self) -> (Vec<DraftBlock>, bool) {
        let mut blocks = Vec::new();
        if !self.caption.is_empty() {
            blocks.push(DraftBlock::paragraph(self.caption));
        }
        for row in self.rows {
            let mut words = RichText::new();
            for (_, cell) in row.into_iter().filter(|(_, cell)| !cell.is_empty()) {
                if !words.is_empty() {
                    words.append(RichText::plain(BETWEEN_CELLS));
                }
                words.append(cell);
            }
            if !words.is_empty() {
                blocks.push(DraftBlock::paragraph(words));
            }
        }
        blocks.extend(self.pictures.into_iter().map(DraftBlock::Picture));
        (blocks, true)
    }
}
