//! The row above the cards while several photos are chosen.

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use crate::app::Command;
use crate::ui::icon;
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, IconButton, Words, draw_words};

const HEIGHT: f32 = 80.0;

/// How many are chosen, and what can be done with all of them.
pub(super) fn several_ui(ui: &mut Ui, view: &View<'_>, count: usize) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    ui.painter().rect_filled(rect, 0, view.tokens.accent.gamma_multiply(0.08));
    let inner = rect.shrink2(vec2(12.0, space::S));
    let text = view.locale.tr_with("photos-chosen", &[("count", count.into())]);
    let words = Words::line(font::strong(), view.tokens.ink, inner.width());
    let (line, _) = inner.split_top_bottom_at_y(inner.top() + 26.0);
    let response = ui.interact(line, ui.scope_id().with("chosen photos"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
    draw_words(ui, inner.min + vec2(0.0, 3.0), &words, &text);
    // The pane must not grow by what stands here.
    let layout = Layout::right_to_left(Align::Center);
    let mut end = ui.new_child(UiBuilder::new().id_salt("several end").max_rect(line).layout(layout));
    let bin = IconButton::new(icon::TRASH, view.locale.command(Command::RemovePhoto)).enabled(!view.read_only);
    if bin.show(&mut end, view.tokens).clicked() {
        view.command(Command::RemovePhoto);
    }
    let row = egui::Rect::from_min_max(egui::pos2(inner.left(), line.bottom() + 4.0), inner.max);
    let layout = Layout::left_to_right(Align::Center);
    let mut buttons = ui.new_child(UiBuilder::new().id_salt("several").max_rect(row).layout(layout));
    buttons.spacing_mut().item_spacing.x = 6.0;
    for (words, command) in [("photos-set-for-all", Command::PhotoFields), ("photos-place-all", Command::PlacePhoto)] {
        if Button::secondary(view.tr(words)).enabled(!view.read_only).show(&mut buttons, view.tokens).clicked() {
            view.command(command);
        }
    }
}
