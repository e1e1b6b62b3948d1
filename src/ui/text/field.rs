//! One text of the report as a field of a side pane.

use egui::{Align2, CursorIcon, Mesh, Rect, Sense, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::edit::ops::carry;
use crate::edit::{Selection, movement};
use crate::report::{Pos, RichText, Slot};
use crate::ui::text::item::Part;
use crate::ui::text::paint::draw_part;
use crate::ui::text::paragraph::{CachedParagraph, TextLook};
use crate::ui::text::{FieldFrame, Surface, access};
use crate::ui::theme::{font, radius, space};
use crate::ui::view::{Request, View};

/// How a field of one slot looks.
#[derive(Debug, Clone)]
pub struct FieldLook {
    /// Shown while the slot is empty.
    pub placeholder: String,
    /// What a screen reader says.
    pub label: String,
    /// The size of the type in points.
    pub size: f32,
    /// Whether the words are quieter than ink.
    pub muted: bool,
    /// At most so many rows are shown while the field has no focus; 0: all.
    pub rows: usize,
    /// Whether a frame is drawn around it, as around a field of a form.
    pub framed: bool,
    /// Whether Tab is left to the pane, see [`TextState::take_pane_key`](super::TextState::take_pane_key).
    pub keeps_tab: bool,
    /// Whether the keyboard goes to it now.
    pub takes_focus: bool,
}

/// A field for one slot in a side pane: the same text and the same caret as on the page.
///
/// Click, drag, double click and keys work as on the page. Tab and Shift+Tab go to the next field as everywhere.
pub fn slot_field_ui(ui: &mut egui::Ui, view: &View<'_>, slot: Slot, field: &FieldLook) -> egui::Response {
    let ctx = ui.ctx().clone();
    let pad = if field.framed { vec2(space::S, 6.0) } else { Vec2::ZERO };
    let width = (ui.available_width() - pad.x * 2.0).max(20.0).floor();
    let tokens = view.tokens;
    let look = TextLook {
        size: field.size,
        line_height: (field.size * 1.36).round(),
        serif: false,
        bold: false,
        italic: false,
        color: if field.muted { tokens.muted } else { tokens.ink },
        link: tokens.accent,
        width,
    };
    let empty = RichText::new();
    let text = view.report().text(slot).unwrap_or(&empty);
    let id = ui.scope_id().with(slot);
    if field.takes_focus {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
    let focused = ctx.memory(|memory| memory.has_focus(id));
    let paragraph = view.text.paragraph(&ctx, slot, text, &look);
    let stands_in = (text.is_empty() && view.text.preedit_in(slot).is_none()).then(|| {
        let faint = TextLook { color: tokens.faint, ..look };
        CachedParagraph::new(&RichText::plain(&field.placeholder), &faint, None).paragraph(&ctx)
    });
    let words_height = stands_in.as_ref().unwrap_or(&paragraph).size().y.max(look.line_height);
    let most = if focused || field.rows == 0 { f32::INFINITY } else { look.line_height * field.rows as f32 };
    let size = vec2(width, words_height.min(most)) + pad * 2.0;
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let read = text.as_str().to_owned();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, field.label.clone());
        info.current_text_value = Some(read.clone());
        info
    });
    let response = response.on_hover_cursor(CursorIcon::Text);
    if field.framed {
        draw_frame(ui, view, rect, focused);
    }
    let part = Part { slot, at: pad, paragraph, placeholder: stands_in, area: None };
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let is_cut = words_height > most + look.line_height / 2.0;
    // What is cut is drawn apart from all else, and costs the graphics card a turn of its own.
    if is_cut {
        inner.set_clip_rect(ui.clip_rect().intersect(rect));
    }
    draw_part(&inner, view, rect.min + pad, &part, focused, Surface::Pane);
    if is_cut {
        let (shown, length, color) = match &part.placeholder {
            Some(placeholder) => (placeholder, field.placeholder.len(), tokens.faint),
            None => (&part.paragraph, text.len(), look.color),
        };
        let rows = shown.word_rects(0..length);
        let end = last_shown(&rows, most).map_or(0.0, |row| row.right());
        draw_cut(ui, view, rect.shrink2(pad), end, &TextLook { color, ..look });
    }
    access::describe_field(ui, view, id, &part, rect.min, focused);
    focus_and_pointer(ui, view, &response, &part, rect, &look);
    if response.has_focus() {
        let filter =
            egui::EventFilter { tab: field.keeps_tab, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    response
}

/// The last row that is shown where only so much height is. Rows are whole pixels high: on a screen with two and a half pixels for two
/// points they end a little lower than was reckoned.
fn last_shown(rows: &[Rect], most: f32) -> Option<&Rect> {
    rows.iter().rev().find(|row| row.center().y < most)
}

/// An ellipsis behind the last row that is shown, which ends at `end`; a row with no room for it fades out.
fn draw_cut(ui: &egui::Ui, view: &View<'_>, rect: Rect, end: f32, look: &TextLook) {
    const SIGN: f32 = 14.0;
    const FADE: f32 = 24.0;
    let top = rect.bottom() - look.line_height;
    let middle = top + look.line_height / 2.0;
    let sign_at = (rect.left() + end + 2.0).min(rect.right() - SIGN);
    if rect.left() + end + 2.0 > sign_at {
        let ground = view.tokens.card;
        let mut mesh = Mesh::default();
        for (x, color) in [(sign_at - FADE, ground.gamma_multiply(0.0)), (sign_at, ground), (rect.right(), ground)] {
            mesh.colored_vertex(pos2(x, top), color);
            mesh.colored_vertex(pos2(x, rect.bottom()), color);
        }
        for corner in [0, 2] {
            mesh.add_triangle(corner, corner + 1, corner + 2);
            mesh.add_triangle(corner + 1, corner + 2, corner + 3);
        }
        ui.painter().add(Shape::mesh(mesh));
    }
    ui.painter().text(pos2(sign_at, middle), Align2::LEFT_CENTER, "…", font::ui(), look.color);
}

fn draw_frame(ui: &egui::Ui, view: &View<'_>, rect: Rect, focused: bool) {
    let tokens = view.tokens;
    let stroke = if focused { Stroke::new(2.0, tokens.accent) } else { Stroke::new(1.0, tokens.line) };
    ui.painter().rect(rect, radius::CONTROL, tokens.card, stroke, StrokeKind::Inside);
}

fn focus_and_pointer(
    ui: &egui::Ui,
    view: &View<'_>,
    response: &egui::Response,
    part: &Part,
    rect: Rect,
    look: &TextLook,
) {
    let (slot, id) = (part.slot, response.id);
    if response.has_focus() {
        view.text.field.replace(Some(FieldFrame { id, look: *look }));
        if view.editor.selection().slot() != slot {
            let end = view.report().end_of(slot);
            // As in other fields of one line: who comes by Tab replaces what is there, or goes on with an arrow.
            let by_tab = ui.input(|input| input.key_down(egui::Key::Tab)) && matches!(slot, Slot::Credit(_));
            let selection = if by_tab { Selection::new(Pos::start(slot), end) } else { Selection::caret(end) };
            view.ask(Request::Select(selection, Surface::Pane));
        }
    }
    let Some(point) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let hit = Pos::new(slot, part.paragraph.hit(point - rect.min - part.at));
    if response.secondary_clicked() {
        response.request_focus();
        view.text.field.replace(Some(FieldFrame { id, look: *look }));
        if !carry::is_inside(view.report(), view.editor.selection(), hit) {
            view.ask(Request::Select(Selection::caret(hit), Surface::Pane));
        }
        view.text.open_menu(view, point, hit);
    }
    let (pressed, shift) = ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift));
    let report = view.report();
    let here = view.editor.selection().slot() == slot;
    let selection = if response.triple_clicked() {
        Some(Selection::new(Pos::start(slot), report.end_of(slot)))
    } else if response.double_clicked() {
        let word = movement::word_around(report, hit);
        Some(Selection::new(Pos::new(slot, word.start), Pos::new(slot, word.end)))
    } else if response.contains_pointer() && pressed {
        // A fast click is pressed and released in one frame: the response alone would miss it.
        Some(if shift && here { Selection::new(view.editor.selection().anchor, hit) } else { Selection::caret(hit) })
    } else if response.dragged() && here {
        Some(Selection::new(view.editor.selection().anchor, hit))
    } else {
        None
    };
    if let Some(selection) = selection {
        if !response.has_focus() {
            response.request_focus();
        }
        view.text.field.replace(Some(FieldFrame { id, look: *look }));
        if selection != view.editor.selection() {
            view.ask(Request::Select(selection, Surface::Pane));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_is_found_where_rows_are_a_little_higher_than_reckoned() {
        for height in [18.0, 18.4, 17.6] {
            let row = |place: f32| Rect::from_min_size(pos2(0.0, place * height), vec2(50.0 + place, height));
            let rows = [0.0, 1.0, 2.0, 3.0, 4.0].map(row);
            assert_eq!(last_shown(&rows, 54.0), Some(&rows[2]), "{height}");
        }
    }
}
