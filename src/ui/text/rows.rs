//! The rows of tables that stay laid out from one frame to the next: a table has up to five hundred, and one key changes one of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Galley, pos2, vec2};

use crate::report::{Block, BlockId, Cell, Slot, Table};
use crate::ui::text::item::{Part, Setter};
use crate::ui::text::look;
use crate::ui::text::paragraph::TextLook;
use crate::ui::text::table::{PAD, Wish, widths};

/// The tables that were laid out in the frame before: what was not asked for in one frame, egui makes anew.
#[derive(Debug, Default)]
pub struct KeptTables(BTreeMap<BlockId, KeptTable>);

#[derive(Debug)]
struct KeptTable {
    looks: [TextLook; 2],
    letters: Arc<Galley>,
    rows: Vec<KeptRow>,
    used_in_frame: u64,
}

#[derive(Debug)]
struct KeptRow {
    cells: Vec<Cell>,
    is_heading: bool,
    /// What each cell asks of its column.
    wishes: Vec<Wish>,
    /// The cells laid out, wherever they stand; none while that is to be done.
    parts: Vec<Part>,
    /// For which columns.
    widths: Vec<f32>,
    /// The next frame finds it as it is: it shows nothing that is not in its cells.
    lasts: bool,
}

/// A row that is laid out.
pub struct Row<'a> {
    /// Its cells; where they stand in the table is not said yet.
    pub parts: &'a [Part],
    /// The highest of them, in points.
    pub height: f32,
}

impl KeptTables {
    /// Lays out what of a table is not, and gives the widths of its columns and its rows.
    pub fn laid_out(&mut self, setter: &Setter<'_>, block: &Block, table: &Table) -> (Vec<f32>, Vec<Row<'_>>) {
        let frame = setter.ctx.cumulative_frame_nr();
        self.0.retain(|_, kept| kept.used_in_frame + 1 >= frame);
        let looks = [look::cell_look(setter.tokens(), 0.0), look::heading_cell_look(setter.tokens(), 0.0)];
        let letters = letters(setter.ctx, &looks[0]);
        let anew = |letters| KeptTable { looks, letters, rows: Vec::new(), used_in_frame: frame };
        let kept = self.0.entry(block.id).or_insert_with(|| anew(Arc::clone(&letters)));
        if kept.looks != looks || !Arc::ptr_eq(&kept.letters, &letters) {
            *kept = anew(letters);
        }
        kept.used_in_frame = frame;
        kept.follow(setter, table);
        let wishes = kept.rows.iter().map(|row| row.wishes.as_slice());
        let widths = widths(wishes, table.columns(), setter.column);
        for row in &mut kept.rows {
            let look = &looks[usize::from(row.is_heading)];
            row.lay_out(setter, block.id, &widths, look, table.is_empty());
        }
        (widths, kept.rows.iter().map(KeptRow::shown).collect())
    }
}

/// A galley that egui makes anew when it does so with all of them: at another scale, or when its letters lie elsewhere in their texture.
fn letters(ctx: &egui::Context, look: &TextLook) -> Arc<Galley> {
    ctx.fonts_mut(|fonts| fonts.layout_no_wrap("0".to_owned(), look.plain_font(), look.color))
}

impl KeptTable {
    /// Keeps the rows that are as they were.
    fn follow(&mut self, setter: &Setter<'_>, table: &Table) {
        self.rows.truncate(table.rows().len());
        for (place, cells) in table.rows().iter().enumerate() {
            let is_heading = table.header && place == 0;
            match self.rows.get_mut(place) {
                Some(row) if row.cells == *cells && row.is_heading == is_heading => {}
                Some(row) => *row = KeptRow::new(setter, cells, is_heading, &self.looks),
                None => self.rows.push(KeptRow::new(setter, cells, is_heading, &self.looks)),
            }
        }
    }
}

impl KeptRow {
    fn new(setter: &Setter<'_>, cells: &[Cell], is_heading: bool, looks: &[TextLook; 2]) -> Self {
        let font = looks[usize::from(is_heading)].plain_font();
        let wishes = setter.ctx.fonts_mut(|fonts| {
            let mut measure = |word: &str| word.chars().map(|letter| fonts.glyph_width(&font, letter)).sum();
            cells.iter().map(|cell| Wish::of(cell.text.as_str(), &mut measure)).collect()
        });
        Self { cells: cells.to_vec(), is_heading, wishes, parts: Vec::new(), widths: Vec::new(), lasts: true }
    }

    fn lay_out(&mut self, setter: &Setter<'_>, block: BlockId, widths: &[f32], look: &TextLook, is_empty: bool) {
        let placeholder = if self.is_heading && is_empty { "text-cell-placeholder" } else { "" };
        let slots = self.cells.iter().map(|cell| Slot::Cell(block, cell.id));
        let is_composing = slots.clone().any(|slot| setter.view.text.preedit_in(slot).is_some());
        let lasts = placeholder.is_empty() && !is_composing;
        if self.lasts && lasts && self.fits(widths) {
            return;
        }
        let part = |(slot, width): (Slot, &f32)| {
            let look = TextLook { width: width - PAD.x * 2.0, ..*look };
            setter.part(slot, PAD, &look, placeholder)
        };
        self.parts = slots.zip(widths).map(part).collect();
        self.widths = widths.to_vec();
        self.lasts = lasts;
    }

    /// Whether it would look the same in these columns: what stands on one row does so wherever there is room for it.
    fn fits(&self, widths: &[f32]) -> bool {
        let fits = |((part, before), width): ((&Part, &f32), &f32)| {
            let size = part.paragraph.size();
            before == width || (size.y <= look::CELL_LINE * 1.5 && size.x + PAD.x * 2.0 + 1.0 <= *width)
        };
        self.parts.len() == widths.len() && self.parts.iter().zip(&self.widths).zip(widths).all(fits)
    }

    fn shown(&self) -> Row<'_> {
        let height = self.parts.iter().map(|part| part.rect().height()).fold(0.0, f32::max);
        Row { parts: &self.parts, height }
    }
}

/// The parts of a row where they stand in the table: `y` from its top, `height` with the room around the words.
pub fn placed<'a>(row: &'a Row<'_>, widths: &'a [f32], y: f32, height: f32) -> impl Iterator<Item = Part> + 'a {
    let mut x = 0.0;
    row.parts.iter().zip(widths).map(move |(part, width)| {
        let corner = pos2(x, y);
        x += width;
        let area = egui::Rect::from_min_size(corner, vec2(*width, height));
        Part { at: corner.to_vec2() + PAD, area: Some(area), ..part.clone() }
    })
}
