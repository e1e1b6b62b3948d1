//! A table on the page: how wide its columns are, where its cells stand, its lines.

use egui::{Pos2, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::report::{Block, Table};
use crate::ui::text::item::{Item, Setter};
use crate::ui::text::{look, rows};
use crate::ui::theme::{Tokens, radius};

/// Around the words of a cell, in points.
pub(super) const PAD: Vec2 = vec2(9.0, 6.0);
/// About how wide a character is, for sharing the width out: a share by true widths would cost a layout of every cell more. Only words
/// are measured, so that none is broken.
const CHARACTER: f32 = 7.4;
/// A text longer than this asks for no wider column, in characters.
const LONG_TEXT: usize = 60;
/// What a text asks for grows by so many characters at once: columns that moved with every key would be restless, and the whole table laid
/// out for each.
const STEP: usize = 6;
/// What its longest word needs grows by so many points.
const STEP_WIDTH: f32 = 8.0;
/// No column gets narrower, in points.
const NARROWEST: f32 = 34.0;

/// Where the lines of a table are, from the item's top left corner, in points.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The outer edge.
    pub rect: Rect,
    /// The lower edge of each row.
    pub rows: Vec<f32>,
    /// The right edge of each column.
    pub columns: Vec<f32>,
    /// Whether the first row is one of headings.
    pub header: bool,
}

/// Lays a table out; `above` is the room over it.
pub(super) fn item(setter: &Setter<'_>, block: &Block, table: &Table, above: f32) -> Item {
    let mut kept = setter.view.text.tables.borrow_mut();
    let (widths, laid_out) = kept.laid_out(setter, block, table);
    let mut y = above;
    let mut parts = Vec::with_capacity(table.rows().len() * widths.len());
    let mut rows = Vec::with_capacity(table.rows().len());
    for row in &laid_out {
        let height = row.height + PAD.y * 2.0;
        parts.extend(rows::placed(row, &widths, y, height));
        y += height;
        rows.push(y);
    }
    let columns = widths.iter().scan(0.0, |right, width| {
        *right += width;
        Some(*right)
    });
    let grid = Grid {
        rect: Rect::from_min_max(pos2(0.0, above), pos2(setter.column, y)),
        rows,
        columns: columns.collect(),
        header: table.header,
    };
    Item { parts, grid: Some(grid), height: y, ..Item::default() }
}

/// About how high a table is, before it is laid out.
pub(super) fn estimated_height(table: &Table, column: f32) -> f32 {
    let widths = estimated_widths(table, column);
    let row = |cells: &Vec<crate::report::Cell>| {
        let lines = cells.iter().zip(&widths).map(|(cell, width)| {
            (cell.text.as_str().chars().count() as f32 * CHARACTER / (width - PAD.x * 2.0).max(1.0)).ceil().max(1.0)
        });
        lines.fold(1.0, f32::max) * look::CELL_LINE + PAD.y * 2.0
    };
    table.rows().iter().map(row).sum()
}

fn estimated_widths(table: &Table, column: f32) -> Vec<f32> {
    let estimate = |word: &str| word.chars().count() as f32 * CHARACTER;
    let wish = |cell: &crate::report::Cell| Wish::of(cell.text.as_str(), estimate);
    let rows: Vec<Vec<Wish>> = table.rows().iter().map(|cells| cells.iter().map(wish).collect()).collect();
    widths(rows.iter().map(Vec::as_slice), table.columns(), column)
}

/// What a text asks of the column that it stands in, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    /// So much its longest word needs.
    needs: f32,
    /// So much it would take.
    likes: f32,
}

impl Wish {
    /// What a text asks; `measure` gives the width of a word.
    pub(super) fn of(text: &str, measure: impl FnMut(&str) -> f32) -> Self {
        let longest = text.split(' ').map(measure).fold(0.0, f32::max);
        let length = text.chars().take(LONG_TEXT).count().next_multiple_of(STEP);
        // A little more, because kerning and weight inside a cell are not measured.
        let needs = longest + PAD.x * 2.0 + 3.0;
        Self { needs, likes: needs.max(length as f32 * CHARACTER + PAD.x * 2.0) }
    }
}

/// Shares the width of the page out: every column gets what its longest word needs, and of the rest as its texts ask for.
pub(super) fn widths<'a>(rows: impl Iterator<Item = &'a [Wish]>, columns: usize, whole: f32) -> Vec<f32> {
    let columns = columns.max(1);
    let mut needed = vec![NARROWEST; columns];
    let mut asked = vec![NARROWEST; columns];
    for row in rows {
        for ((wish, needed), asked) in row.iter().zip(&mut needed).zip(&mut asked) {
            *needed = needed.max(wish.needs);
            *asked = asked.max(wish.likes);
        }
    }
    let sum = |widths: &[f32]| widths.iter().sum::<f32>();
    let stepped: Vec<f32> = needed.iter().map(|needed| (needed / STEP_WIDTH).ceil() * STEP_WIDTH).collect();
    // No word is broken for the sake of steps.
    if sum(&stepped) <= whole {
        asked = asked.iter().zip(&stepped).map(|(asked, needed)| asked.max(*needed)).collect();
        needed = stepped;
    }
    let (least, most) = (sum(&needed), sum(&asked));
    let widths: Vec<f32> = if most <= whole {
        asked.iter().map(|width| width + (whole - most) / columns as f32).collect()
    } else if least < whole {
        let share = (whole - least) / (most - least);
        needed.iter().zip(&asked).map(|(needed, asked)| needed + (asked - needed) * share).collect()
    } else {
        needed.iter().map(|width| width * whole / least).collect()
    };
    on_points(&widths, whole)
}

/// The widths with their edges on whole points, so that lines are sharp.
fn on_points(widths: &[f32], whole: f32) -> Vec<f32> {
    let mut exact = 0.0;
    let mut last = 0.0;
    let mut rounded: Vec<f32> = widths
        .iter()
        .map(|width| {
            exact += width;
            let edge = exact.round();
            let width = edge - last;
            last = edge;
            width
        })
        .collect();
    if let Some(width) = rounded.last_mut() {
        *width += whole - last;
    }
    rounded
}

/// The ground of the headings, under the words.
pub(super) fn draw_ground(painter: &egui::Painter, at: Pos2, grid: &Grid, tokens: &Tokens) {
    let head = grid.rows.first().filter(|_| grid.header);
    if let Some(bottom) = head {
        let rect = Rect::from_min_max(grid.rect.min, pos2(grid.rect.right(), *bottom)).translate(at.to_vec2());
        painter.rect_filled(rect, radius::PICTURE, tokens.chrome);
    }
    let line = Stroke::new(1.0, tokens.line);
    let rect = grid.rect.translate(at.to_vec2());
    let seen = painter.clip_rect().y_range();
    let inner = grid.rows.iter().enumerate().take(grid.rows.len().saturating_sub(1));
    for (row, y) in inner.filter(|(_, y)| seen.expand(1.0).contains(at.y + **y)) {
        let stroke = if row == 0 && grid.header { Stroke::new(1.0, tokens.line_strong) } else { line };
        painter.hline(rect.x_range(), at.y + y, stroke);
    }
    for x in grid.columns.iter().take(grid.columns.len().saturating_sub(1)) {
        painter.vline(at.x + x, rect.y_range(), line);
    }
    painter.rect_stroke(rect, radius::PICTURE, line, StrokeKind::Inside);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::RichText;

    fn widths(rows: &[&[&str]], whole: f32) -> Vec<f32> {
        let texts = rows.iter().map(|row| row.iter().map(|text| RichText::plain(text)).collect()).collect();
        estimated_widths(&Table::of_texts(false, texts).unwrap(), whole)
    }

    #[test]
    fn columns_fill_the_page_and_leave_room_for_their_words() {
        for rows in [
            &[&["1", "Nguyễn Văn An", "12"][..]][..],
            &[&["x"; 30][..]],
            &[&["a"], &["a long text ".repeat(40).as_str()]],
        ] {
            let widths = widths(rows, 640.0);
            assert_eq!(widths.iter().sum::<f32>(), 640.0, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 10.0), "{widths:?}");
        }
        // Ten words for which there is just room.
        let exact = widths(&[&["abcdefgh"; 10]], 10.0 * (8.0 * CHARACTER + PAD.x * 2.0 + 3.0));
        assert!(exact.iter().all(|width| *width >= (8.0 * CHARACTER + PAD.x * 2.0 + 3.0).floor()), "{exact:?}");
        let long = "a long text of many words ".repeat(8);
        let widths = widths(&[&["№", "Представительство", &long]], 640.0);
        assert!(widths[1] >= 17.0 * CHARACTER, "{widths:?}");
        assert!(widths[2] > widths[1] && widths[0] < widths[1], "{widths:?}");
    }
}
