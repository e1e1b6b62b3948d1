//! The row above the cards while several photos are chosen.

use egui::{Align, Layout, Ui, UiBuilder, vec2};

use crate::app::Command;
use crate::ui::icon;
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, IconButton, Words, draw_words};

const HEIGHT: f32 = 76.0;

/// How many are chosen, and what can be done with all of them.
pub(super) fn several_ui(ui: &mut Ui, view: &View<'_>, count: usize) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    ui.painter().rect_filled(rect, 0, view.tokens.accent.gamma_multiply(0.08));
    let inner = rect.shrink2(vec2(12.0, space::S));
    let text = view.locale.tr_with("photos-chosen", &[("count", count.into())]);
    let words = Words::line(font::strong(), view.tokens.ink, inner.width());
    let (line, _) = inner.split_top_bottom_at_y(inner.top() + 24.0);
    let response = ui.interact(line, ui.scope_id().with("chosen photos"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
    draw_words(ui, inner.min, &words, &text);
    let row = egui::Rect::from_min_max(egui::pos2(inner.left(), inner.top() + 26.0), inner.max);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().id_salt("several").max_rect(row).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut button = |words: &str, command: Command| {
            if Button::secondary(view.tr(words)).enabled(!view.read_only).show(ui, view.tokens).clicked() {
                view.command(command);
            }
        };
        button("photos-set-for-all", Command::PhotoFields);
        button("photos-place-all", Command::PlacePhoto);
        let bin = IconButton::new(icon::TRASH, view.locale.command(Command::RemovePhoto)).enabled(!view.read_only);
        if bin.show(ui, view.tokens).clicked() {
            view.command(Command::RemovePhoto);
        }
    });
}
