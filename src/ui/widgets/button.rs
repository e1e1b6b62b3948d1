//! Buttons.

use egui::{Align2, Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::ui::theme::{ICON_BUTTON, Tokens, font, radius, space};
use crate::ui::widgets::focus_ring;

/// A button that shows only an icon: bare until the pointer is over it.
#[derive(Debug)]
#[must_use = "a button is drawn by show"]
pub struct IconButton<'a> {
    icon: &'a str,
    name: String,
    on: Option<bool>,
    enabled: bool,
    size: Vec2,
    color: Option<Color32>,
    key: String,
}

impl<'a> IconButton<'a> {
    /// A button with an icon and the name that screen readers say and the tooltip shows.
    pub fn new(icon: &'a str, name: impl Into<String>) -> Self {
        Self { icon, name: name.into(), on: None, enabled: true, size: ICON_BUTTON, color: None, key: String::new() }
    }

    /// Makes it a toggle that is on or off.
    pub fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// 28 points, the smallest target.
    pub fn small(mut self) -> Self {
        self.size = Vec2::splat(28.0);
        self
    }

    /// Another colour than the muted one.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// The key that does the same, for the tooltip.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let response = ui.add_enabled_ui(self.enabled, |ui| ui.allocate_response(self.size, Sense::click())).inner;
        let on = self.on.unwrap_or(false);
        response.widget_info(|| match self.on {
            Some(on) => WidgetInfo::selected(Role::Button, self.enabled, on, &self.name),
            None => WidgetInfo::labeled(Role::Button, self.enabled, &self.name),
        });
        if ui.is_rect_visible(response.rect) {
            let pressed = response.is_pointer_button_down_on();
            let ground = match (on, self.enabled && (response.hovered() || pressed)) {
                (true, _) => tokens.accent_wash,
                (false, true) => hover_ground(tokens, pressed),
                (false, false) => Color32::TRANSPARENT,
            };
            let ink = if on { tokens.accent } else { self.color.unwrap_or(tokens.muted) };
            let ink = if self.enabled { ink } else { ink.gamma_multiply(0.45) };
            ui.painter().rect_filled(response.rect, radius::CONTROL, ground);
            ui.painter().text(response.rect.center(), Align2::CENTER_CENTER, self.icon, font::icon(), ink);
            focus_ring(ui, tokens, &response, response.rect, radius::CONTROL);
        }
        let tip = if self.key.is_empty() { self.name } else { format!("{}  {}", self.name, self.key) };
        if self.enabled { response.on_hover_text(tip) } else { response.on_disabled_hover_text(tip) }
    }
}

/// The ground of a bare button that the pointer is over.
pub(super) fn hover_ground(tokens: &Tokens, pressed: bool) -> Color32 {
    tokens.ink.gamma_multiply(if pressed { 0.14 } else { 0.08 })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Primary,
    Secondary,
    Bare,
}

/// A button with words: a verb.
#[derive(Debug)]
#[must_use = "a button is drawn by show"]
pub struct Button<'a> {
    text: String,
    name: Option<String>,
    icon: Option<&'a str>,
    weight: Weight,
    enabled: bool,
    width: Option<f32>,
    is_flush: bool,
}

impl<'a> Button<'a> {
    /// The one that Enter presses: at most one in sight.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(text.into(), Weight::Primary)
    }

    /// Any other.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(text.into(), Weight::Secondary)
    }

    /// One without a frame, in the accent colour, as a link is.
    pub fn bare(text: impl Into<String>) -> Self {
        Self::new(text.into(), Weight::Bare)
    }

    fn new(text: String, weight: Weight) -> Self {
        Self { text, name: None, icon: None, weight, enabled: true, width: None, is_flush: false }
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What a screen reader says, where the words alone do not tell.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// At least so wide, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// With its words where those of the lines around it begin: for one without a frame.
    pub fn flush(mut self) -> Self {
        self.is_flush = true;
        self
    }

    /// How wide it will be, in points, where no width is asked for.
    pub fn own_width(&self, ui: &Ui) -> f32 {
        let text = ui.painter().layout_no_wrap(self.text.clone(), self.font(), Color32::PLACEHOLDER);
        text.size().x + self.margin() * 2.0 + self.icon.map_or(0.0, |_| 17.0 + space::S)
    }

    fn margin(&self) -> f32 {
        if self.is_flush { space::XS } else { space::M }
    }

    fn font(&self) -> egui::FontId {
        if self.weight == Weight::Primary { font::strong() } else { font::ui() }
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let (ink, ground, hovered, line) = match self.weight {
            Weight::Primary => {
                (tokens.on_accent, tokens.accent, tokens.accent.lerp_to_gamma(tokens.ink, 0.12), Color32::TRANSPARENT)
            }
            Weight::Secondary => (tokens.ink, tokens.card, tokens.card.lerp_to_gamma(tokens.ink, 0.05), tokens.line),
            Weight::Bare => (tokens.accent, Color32::TRANSPARENT, tokens.accent_wash, Color32::TRANSPARENT),
        };
        let galley = ui.painter().layout_no_wrap(self.text.clone(), self.font(), ink);
        let icon_width = self.icon.map_or(0.0, |_| 17.0 + space::S);
        let words_width = galley.size().x + icon_width;
        let size = vec2((words_width + self.margin() * 2.0).max(self.width.unwrap_or(0.0)), space::CONTROL);
        let response = ui.add_enabled_ui(self.enabled, |ui| ui.allocate_response(size, Sense::click())).inner;
        let name = self.name.as_ref().unwrap_or(&self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, name));
        if ui.is_rect_visible(response.rect) {
            let fade = if self.enabled { 1.0 } else { 0.45 };
            let active = self.enabled && (response.hovered() || response.is_pointer_button_down_on());
            let line = if active && self.weight == Weight::Secondary { tokens.line_strong } else { line };
            let painter = ui.painter();
            let fill = if active { hovered } else { ground };
            painter.rect(
                response.rect,
                radius::CONTROL,
                fill.gamma_multiply(fade),
                Stroke::new(1.0, line),
                StrokeKind::Inside,
            );
            let left = response.rect.center().x - words_width / 2.0;
            let middle = response.rect.center().y;
            if let Some(icon) = self.icon {
                let at = egui::pos2(left + 8.5, middle);
                painter.text(at, Align2::CENTER_CENTER, icon, font::icon(), ink.gamma_multiply(fade));
            }
            let at = egui::pos2(left + icon_width, middle - galley.size().y / 2.0);
            painter.galley_with_override_text_color(at, galley, ink.gamma_multiply(fade));
            if response.has_focus() {
                // On the accent itself a ring of the accent would not show.
                let ring = if self.weight == Weight::Primary { tokens.ink } else { tokens.accent };
                let rect = response.rect.expand(2.0);
                painter.rect_stroke(rect, radius::CONTROL + 2, Stroke::new(2.0, ring), StrokeKind::Inside);
            }
        }
        response
    }
}
