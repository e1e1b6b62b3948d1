//! Tables of an OpenDocument.

use roxmltree::Node;

use crate::import::office::flow::{Block, Cell, Table};
use crate::import::office::xml::{value, walk};

use super::story::Story;

/// So many columns or rows a cell takes, and so often an empty one is repeated.
const MOST: usize = 100;

impl Story<'_> {
    /// Reads a table.
    pub fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Table {
        let mut rows = Vec::new();
        let mut in_head = 0;
        let mut found: Vec<(Node<'_, '_>, bool)> = Vec::new();
        walk(node, |inside| match inside.tag_name().name() {
            "table-header-rows" => {
                in_head += inside.children().filter(|row| row.tag_name().name() == "table-row").count();
                true
            }
            "table-row" => {
                found.push((inside, in_head > 0));
                in_head = in_head.saturating_sub(1);
                false
            }
            name => matches!(name, "table-rows" | "table-row-group"),
        });
        for (row, is_head) in found {
            let repeated = count(row, "number-rows-repeated");
            let cells = self.row(row, is_head, depth);
            let copies = if says_nothing(&cells) { 1 } else { repeated };
            rows.extend(std::iter::repeat_n(cells, copies));
        }
        while rows.last().is_some_and(|row: &Vec<Cell>| says_nothing(row)) {
            rows.pop();
        }
        Table { rows }
    }

    fn row(&mut self, node: Node<'_, '_>, is_head: bool, depth: usize) -> Vec<Cell> {
        let mut row = Vec::new();
        for cell in node.children().filter(|cell| cell.tag_name().name() == "table-cell") {
            let mut blocks = Vec::new();
            self.blocks(cell, None, depth + 1, &mut blocks);
            let (columns, rows) = (count(cell, "number-columns-spanned"), count(cell, "number-rows-spanned"));
            let read = Cell { columns, rows, is_head, blocks };
            row.extend(std::iter::repeat_n(read, count(cell, "number-columns-repeated")));
        }
        row
    }
}

fn count(node: Node<'_, '_>, name: &str) -> usize {
    value(node, name).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, MOST)
}

fn says_nothing(row: &[Cell]) -> bool {
    let is_nothing = |block: &Block| matches!(block, Block::Paragraph(paragraph) if !paragraph.has_words() && !paragraph.has_picture());
    row.iter().flat_map(|cell| &cell.blocks).all(is_nothing)
}
