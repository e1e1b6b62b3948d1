//! Choosing one of a few, and ticking.

use egui::{Align2, Popup, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::icon;
use crate::ui::theme::{Tokens, font, radius, space};
use crate::ui::widgets::{MenuEntry, Words, draw_words, field_label_ui, popup_frame};

/// One of a few, as a field that opens a list.
#[derive(Debug)]
#[must_use = "a choice is drawn by show"]
pub struct Choice<'a> {
    label: &'a str,
    entries: &'a [String],
    enabled: bool,
    hide_label: bool,
}

impl<'a> Choice<'a> {
    /// A choice of these words.
    pub fn new(label: &'a str, entries: &'a [String]) -> Self {
        Self { label, entries, enabled: true, hide_label: false }
    }

    /// Whether it can be changed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The label is told to screen readers only.
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// Draws it with its label above, as wide as there is room. Gives what was chosen.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, chosen: usize) -> Option<usize> {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = ui.available_width();
            let is_called = !self.hide_label && field_label_ui(ui, tokens, self.label, None);
            let size = vec2(width, space::CONTROL);
            let response = ui.add_enabled_ui(self.enabled, |ui| ui.allocate_response(size, Sense::click())).inner;
            let shown = self.entries.get(chosen).map_or("", String::as_str);
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::ComboBox, self.enabled, self.label);
                info.current_text_value = Some(shown.to_owned());
                info
            });
            if is_called && self.enabled {
                response.request_focus();
            }
            draw_closed(ui, tokens, &response, shown, self.enabled);
            let mut picked = None;
            Popup::menu(&response).width(width).gap(2.0).frame(popup_frame(tokens)).show(|ui| {
                ui.set_min_width(width - 12.0);
                let most = ui.content_rect().height() / 2.0;
                ScrollArea::vertical().max_height(most).show(ui, |ui| {
                    for (index, entry) in self.entries.iter().enumerate() {
                        let line = MenuEntry::new(entry).on(index == chosen).show(ui, tokens);
                        if line.gained_focus() {
                            line.scroll_to_me(None);
                        }
                        if line.clicked() {
                            picked = Some(index);
                        }
                    }
                });
            });
            picked.filter(|picked| *picked != chosen)
        })
        .inner
    }
}

fn draw_closed(ui: &Ui, tokens: &Tokens, response: &Response, shown: &str, enabled: bool) {
    let rect = response.rect;
    let line = if enabled && response.hovered() { tokens.line_strong } else { tokens.line };
    let (ground, ink) = if enabled { (tokens.card, tokens.ink) } else { (tokens.chrome, tokens.muted) };
    ui.painter().rect(rect, radius::CONTROL, ground, Stroke::new(1.0, line), StrokeKind::Inside);
    let words = Words::line(font::ui(), ink, rect.width() - 36.0);
    draw_words(ui, pos2(rect.left() + 9.0, rect.center().y - words.line_height / 2.0), &words, shown);
    let caret = pos2(rect.right() - 15.0, rect.center().y);
    ui.painter().text(
        caret,
        Align2::CENTER_CENTER,
        icon::CARET_DOWN,
        egui::FontId { size: 13.0, ..font::icon() },
        tokens.muted,
    );
    super::focus_ring(ui, tokens, response, rect, radius::CONTROL);
}

/// One of a few that stand side by side or below each other. Tells by `clicked` that it is wanted.
pub fn radio_ui(ui: &mut Ui, tokens: &Tokens, text: &str, on: bool) -> Response {
    const LEFT: f32 = 24.0;
    let ink = if ui.is_enabled() { tokens.ink } else { tokens.muted };
    let galley = Words::line(font::ui(), ink, ui.available_width() - LEFT).galley(ui, text);
    let response = ui.allocate_response(vec2(LEFT + galley.size().x, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, text));
    let rect = response.rect;
    let middle = pos2(rect.left() + 9.0, rect.center().y);
    let line = if on { tokens.accent } else { tokens.line_strong };
    ui.painter().circle(middle, 7.5, tokens.card, Stroke::new(1.0, line));
    if on {
        ui.painter().circle_filled(middle, 4.0, tokens.accent);
    }
    ui.painter().galley(pos2(rect.left() + LEFT, rect.center().y - galley.size().y / 2.0), galley, ink);
    super::focus_ring(ui, tokens, &response, rect.expand2(vec2(3.0, 0.0)), radius::CONTROL);
    response
}

/// A tick whose words stand elsewhere, as in a column of them; they are told to screen readers.
pub fn bare_tick_ui(ui: &mut Ui, tokens: &Tokens, name: &str, on: &mut bool) -> Response {
    let mut response = ui.allocate_response(vec2(20.0, 28.0), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, name));
    draw_tick(ui, tokens, &response, *on);
    super::focus_ring(ui, tokens, &response, response.rect, radius::CONTROL);
    response
}

fn draw_tick(ui: &Ui, tokens: &Tokens, response: &Response, on: bool) {
    let rect = response.rect;
    let square = egui::Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(16.0, 16.0));
    let (ground, line) = match (on, response.hovered()) {
        (true, _) => (tokens.accent, tokens.accent),
        (false, true) => (tokens.card, tokens.line_strong),
        (false, false) => (tokens.card, tokens.line_strong.gamma_multiply(0.8)),
    };
    ui.painter().rect(square, 4, ground, Stroke::new(1.0, line), StrokeKind::Inside);
    if on {
        let tick = egui::FontId { size: 13.0, ..font::icon() };
        ui.painter().text(square.center(), Align2::CENTER_CENTER, icon::CHECK, tick, tokens.on_accent);
    }
}

/// A tick with its words. Changes the value and tells by `changed`.
pub fn tick_ui(ui: &mut Ui, tokens: &Tokens, text: &str, on: &mut bool) -> Response {
    let words = Words::line(font::ui(), tokens.ink, ui.available_width() - 26.0);
    let galley = words.galley(ui, text);
    let size = vec2(26.0 + galley.size().x, 28.0);
    let mut response = ui.allocate_response(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, text));
    let rect = response.rect;
    draw_tick(ui, tokens, &response, *on);
    ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - galley.size().y / 2.0), galley, tokens.ink);
    super::focus_ring(ui, tokens, &response, rect.expand2(vec2(2.0, 0.0)), radius::CONTROL);
    response
}
