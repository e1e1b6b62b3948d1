//! Tables of a page: those that are tables, not those that only lay it out.

use crate::import::{DraftBlock, PicturePlace};
use crate::report::{BlockKind, RichText, Table as ReportTable};

use super::element::{self, Role};
use super::tree::{Element, NodeId, Tree};

/// What stands between the cells of a row that became a paragraph, in a table larger than ours can be.
const BETWEEN_CELLS: &str = " · ";

/// A cell as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// It says what stands in its column.
    pub is_head: bool,
    /// How many columns it takes.
    pub columns: usize,
    /// How many rows it takes.
    pub rows: usize,
}

impl Cell {
    /// The cell of an element.
    pub fn of(element: &Element, is_in_head: bool) -> Self {
        const MOST: usize = 100;
        let said = |name: &str| element.attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
        let span = |name: &str| said(name).clamp(1, MOST);
        Self { is_head: is_in_head || element.name() == "th", columns: span("colspan"), rows: span("rowspan") }
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

/// A table after it is read.
#[derive(Debug, Default)]
pub struct TableBlocks {
    /// Its words and pictures.
    pub blocks: Vec<DraftBlock>,
    /// Whether words lost their columns.
    pub lost_columns: bool,
    /// Whether a cell went over several rows or columns.
    pub had_merged_cells: bool,
}

impl Table {
    /// A table, unless it only lays out what is in it: one row or column, or parts that no cell holds.
    pub fn open(tree: &Tree, table: NodeId) -> Option<Self> {
        if tree.element(table)?.attribute("role").is_some_and(|role| matches!(role, "presentation" | "none")) {
            return None;
        }
        let (mut rows, mut columns, mut in_row) = (0, 0, 0);
        for inside in tree.inside(table) {
            let Some(element) = tree.element(inside) else { continue };
            match element::role(element.name()) {
                Role::Table | Role::Heading(_) | Role::Quotation | Role::Figure | Role::Bullets | Role::Numbers => {
                    return None;
                }
                Role::Row => (rows, in_row) = (rows + 1, 0),
                Role::Cell => {
                    in_row += 1;
                    columns = columns.max(in_row);
                }
                _ => {}
            }
        }
        (columns > 1 && rows > 1).then(Self::default)
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

    /// The blocks that it becomes.
    pub fn into_blocks(mut self) -> TableBlocks {
        let mut done = TableBlocks::default();
        if !self.caption.is_empty() {
            done.blocks.push(DraftBlock::paragraph(std::mem::take(&mut self.caption)));
        }
        self.rows.retain(|row| !row.is_empty());
        done.had_merged_cells = self.rows.iter().flatten().any(|(cell, _)| cell.columns > 1 || cell.rows > 1);
        let is_empty = self.rows.iter().flatten().all(|(_, words)| words.is_empty());
        let texts = self.rectangle();
        // Spreadsheets mark no cell as a heading.
        let is_marked = self.rows.iter().flatten().any(|(cell, _)| cell.is_head);
        let header = match self.rows.first() {
            Some(row) if is_marked => row.iter().all(|(cell, _)| cell.is_head),
            _ => ReportTable::seems_headed(&texts),
        };
        let pictures = std::mem::take(&mut self.pictures).into_iter().map(DraftBlock::Picture);
        match ReportTable::of_texts(header, texts) {
            _ if is_empty => done.had_merged_cells = false,
            Some(table) => {
                let kind = BlockKind::Table { table };
                done.blocks.push(DraftBlock::Text { kind, text: RichText::new() });
            }
            None => {
                done.lost_columns = true;
                done.blocks.extend(self.rows.into_iter().filter_map(as_paragraph));
            }
        }
        done.blocks.extend(pictures);
        done
    }

    /// The words in columns: where a cell goes over several, they stand in the first and the others are empty. No more columns
    /// than show that there are too many.
    fn rectangle(&self) -> Vec<Vec<RichText>> {
        const MOST: usize = ReportTable::MAX_COLUMNS + 1;
        // How many more rows each column is taken by a cell above.
        let mut taken: Vec<usize> = Vec::new();
        let row = |cells: &Vec<(Cell, RichText)>| {
            let mut texts = Vec::new();
            let mut now = std::mem::take(&mut taken);
            let fill = |texts: &mut Vec<RichText>, now: &[usize]| {
                while texts.len() < MOST && now.get(texts.len()).is_some_and(|rows| *rows > 0) {
                    texts.push(RichText::new());
                }
            };
            for (cell, words) in cells {
                fill(&mut texts, &now);
                for column in 0..cell.columns {
                    if texts.len() >= MOST {
                        break;
                    }
                    now.resize(now.len().max(texts.len() + 1), 0);
                    // The row itself is counted too.
                    now[texts.len()] = now[texts.len()].max(cell.rows);
                    texts.push(if column == 0 { words.clone() } else { RichText::new() });
                }
            }
            fill(&mut texts, &now);
            taken = now.into_iter().map(|rows| rows.saturating_sub(1)).collect();
            texts
        };
        self.rows.iter().map(row).collect()
    }
}

fn as_paragraph(row: Vec<(Cell, RichText)>) -> Option<DraftBlock> {
    let mut words = RichText::new();
    for (_, cell) in row.into_iter().filter(|(_, cell)| !cell.is_empty()) {
        if !words.is_empty() {
            words.append(RichText::plain(BETWEEN_CELLS));
        }
        words.append(cell);
    }
    (!words.is_empty()).then(|| DraftBlock::paragraph(words))
}
