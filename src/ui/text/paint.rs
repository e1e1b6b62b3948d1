//! Draws the items of the page: words, selection, caret, the marks of links and names, pictures.

use egui::{Align2, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::report::{BlockKind, PhotoId, Slot};
use crate::ui::icon;
use crate::ui::text::item::{Item, Part, Setter};
use crate::ui::text::wave::wavy_lines;
use crate::ui::text::{Surface, look, table};
use crate::ui::theme::{font, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Missing, photo_shape};

/// A text that is not in sight but so near, in points, is drawn: marks reach beyond its words.
const NEAR: f32 = 40.0;

/// Draws an item with its top left corner at a point.
pub(super) fn draw_item(ui: &egui::Ui, setter: &Setter<'_>, at: Pos2, item: &Item, focused: bool) {
    let view = setter.view;
    let (tokens, painter) = (view.tokens, ui.painter());
    let selection = view.editor.selection();
    let is_selected = |slot: Slot| selection.range_in(view.report(), slot).is_some();
    let whole = item.atom.filter(|slot| item.pictures.is_empty() && is_selected(*slot));
    for shown in &item.pictures {
        draw_picture(ui, view, shown.photo, shown.rect.translate(at.to_vec2()));
    }
    draw_block_signs(ui, setter, at, item);
    if let Some(grid) = &item.grid {
        table::draw_ground(painter, at, grid, tokens);
    }
    for note in &item.notes {
        note.paragraph.paint(painter, at + note.at, tokens);
    }
    // Of a long table few rows are in sight; the caret tells input methods where it is wherever it is.
    let near = ui.clip_rect().expand(NEAR);
    let is_seen =
        |part: &Part| near.intersects(part.rect().translate(at.to_vec2())) || part.slot == selection.head.slot;
    for part in item.parts.iter().filter(|part| is_seen(part)) {
        draw_part(ui, view, at + part.at, part, focused, Surface::Page);
    }
    let whole = whole.map(|_| match &item.grid {
        Some(grid) => grid.rect.translate(at.to_vec2()),
        None => Rect::from_min_size(at, vec2(setter.column, item.height)).shrink2(vec2(0.0, 6.0)),
    });
    let pictures = item.pictures.iter().filter(|shown| is_selected(shown.figure));
    for rect in pictures.map(|shown| shown.rect.translate(at.to_vec2())).chain(whole) {
        painter.rect_stroke(
            rect.expand(3.0),
            radius::PICTURE + 3,
            Stroke::new(2.0, tokens.accent),
            StrokeKind::Outside,
        );
    }
}

/// The rule of a quotation, the line of a divider, the card of a list of participants.
fn draw_block_signs(ui: &egui::Ui, setter: &Setter<'_>, at: Pos2, item: &Item) {
    let (view, painter) = (setter.view, ui.painter());
    let block = item.parts.first().map(|part| part.slot).or(item.atom);
    let Some(Slot::Block(id)) = block else { return };
    let Some(block) = view.report().body.get(id) else { return };
    let room = look::room(&block.kind);
    let inner = Rect::from_min_max(at + vec2(0.0, room.above), at + vec2(setter.column, item.height - room.below));
    match block.kind {
        BlockKind::Quotation { .. } => {
            let rule = Rect::from_min_size(inner.min, vec2(3.0, inner.height()));
            painter.rect_filled(rule, 1.5, view.tokens.line_strong);
        }
        BlockKind::Divider => {
            let middle = inner.center().x;
            painter.hline(middle - 48.0..=middle + 48.0, inner.top(), Stroke::new(1.0, view.tokens.line_strong));
        }
        BlockKind::Participants { .. } => {
            painter.rect_stroke(inner, radius::CARD, Stroke::new(1.0, view.tokens.line), StrokeKind::Inside);
        }
        _ => {}
    }
}

/// Draws one text with its selection, marks and caret.
pub(super) fn draw_part(ui: &egui::Ui, view: &View<'_>, at: Pos2, part: &Part, focused: bool, surface: Surface) {
    let (tokens, painter) = (view.tokens, ui.painter());
    let selection = view.editor.selection();
    let selected = (focused || surface == Surface::Page)
        .then(|| selection.range_in(view.report(), part.slot))
        .flatten()
        .filter(|_| !selection.is_caret());
    let marks = view.text.marks.borrow();
    for rect in marks.get(&part.slot).into_iter().flatten().flat_map(|range| part.paragraph.rects(range.clone())) {
        painter.rect_filled(rect.translate(at.to_vec2()), 0.0, tokens.warn_wash);
    }
    for rect in selected.map(|range| part.paragraph.rects(range)).unwrap_or_default() {
        painter.rect_filled(rect.translate(at.to_vec2()), 0.0, tokens.selection);
    }
    match &part.placeholder {
        Some(placeholder) => placeholder.paint(painter, at, tokens),
        None => part.paragraph.paint(painter, at, tokens),
    }
    if let Some(text) = view.report().text(part.slot) {
        for span in text.spans().iter().filter(|span| span.style.link.is_some()) {
            for rect in part.paragraph.word_rects(span.range.clone()) {
                let rect = rect.translate(at.to_vec2());
                painter.hline(rect.x_range(), underline_y(rect), Stroke::new(1.0, tokens.accent));
            }
        }
        for (range, _) in text.people() {
            for rect in part.paragraph.word_rects(range) {
                dotted_line(painter, rect.translate(at.to_vec2()), tokens.person);
            }
        }
    }
    if let Some(text) = view.report().text(part.slot) {
        let caret = Some(selection.head).filter(|_| focused && selection.is_caret());
        let names = view.text.names.marks(view.report(), part.slot, text, caret);
        for rect in names.iter().flat_map(|range| part.paragraph.word_rects(range.clone())) {
            double_line(painter, rect.translate(at.to_vec2()), tokens.near_name);
        }
        let is_name =
            |range: &std::ops::Range<usize>| names.iter().any(|name| name.start < range.end && range.start < name.end);
        // No words are marked twice.
        let misspelt = view.text.spelling.marks(part.slot, text, caret).into_iter().filter(|range| !is_name(range));
        let words =
            misspelt.flat_map(|range| part.paragraph.word_rects(range)).map(|rect| rect.translate(at.to_vec2()));
        wavy_lines(painter, words, tokens.misspelt);
    }
    if focused && selection.head.slot == part.slot {
        let caret = part.paragraph.caret(selection.head.byte).translate(at.to_vec2());
        draw_caret(ui, view, caret);
    }
}

fn draw_caret(ui: &egui::Ui, view: &View<'_>, caret: Rect) {
    let height = caret.height().min(30.0);
    let thin = Rect::from_center_size(pos2(caret.center().x.round(), caret.center().y), vec2(2.0, height * 0.86));
    if view.text.caret_shows(ui.ctx()) {
        ui.painter().rect_filled(thin, 0.0, view.tokens.accent);
    }
    view.text.caret_rect.set(Some(thin));
    let clip = ui.clip_rect();
    ui.ctx().output_mut(|output| {
        output.ime = Some(egui::output::IMEOutput {
            purpose: egui::IMEPurpose::Normal,
            rect: clip,
            cursor_rect: thin,
            should_interrupt_composition: false,
        });
    });
}

/// Where a line under words goes: a little below the baseline, clear of Vietnamese dots below.
fn underline_y(row: Rect) -> f32 {
    (row.center().y + (row.height() * 0.36).min(11.0)).round() + 0.5
}

/// The mark of a participant's name: dots a little below the baseline.
fn dotted_line(painter: &egui::Painter, rect: Rect, color: egui::Color32) {
    let y = underline_y(rect);
    let shapes = egui::Shape::dotted_line(&[pos2(rect.left() + 0.5, y), pos2(rect.right(), y)], color, 3.0, 0.7);
    painter.extend(shapes);
}

/// The mark of a name that is nearly a participant's: two fine lines a little below the baseline.
fn double_line(painter: &egui::Painter, rect: Rect, color: egui::Color32) {
    let y = underline_y(rect);
    for line in [y, y + 2.0] {
        painter.hline(rect.x_range(), line, Stroke::new(1.0, color));
    }
}

fn draw_picture(ui: &egui::Ui, view: &View<'_>, id: PhotoId, rect: Rect) {
    let Some(photo) = view.report().photo(id) else { return };
    let (tokens, painter) = (view.tokens, ui.painter());
    match photo_shape(ui, view.pictures, photo, rect) {
        Ok(shape) => {
            painter.add(shape);
        }
        Err(missing) => {
            painter.rect_filled(rect, radius::PICTURE, tokens.chrome);
            let (sign, words) = match missing {
                Missing::ForGood => (icon::IMAGE_BROKEN, view.tr("text-picture-missing")),
                Missing::Yet => (icon::IMAGE, String::new()),
            };
            let center = rect.center();
            painter.text(
                center,
                Align2::CENTER_CENTER,
                sign,
                egui::FontId::new(34.0, font::icon().family),
                tokens.line_strong,
            );
            painter.text(center + vec2(0.0, 34.0), Align2::CENTER_CENTER, words, font::ui(), tokens.bad);
        }
    }
}
