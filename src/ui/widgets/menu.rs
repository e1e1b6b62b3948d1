//! Menus that open at a button.

use egui::{Align2, Color32, Frame, Margin, Popup, Response, Role, Sense, Shadow, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::icon;
use crate::ui::theme::{Tokens, font, radius, space};
use crate::ui::widgets::IconButton;

/// The frame of menus and popups.
pub fn popup_frame(tokens: &Tokens) -> Frame {
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(5))
        .shadow(Shadow { offset: [0, 6], blur: 20, spread: 0, color: tokens.shadow })
}

/// One line of a menu.
#[derive(Debug)]
#[must_use = "an entry is drawn by show"]
pub struct MenuEntry<'a> {
    text: &'a str,
    icon: Option<&'a str>,
    hint: &'a str,
    strong: bool,
    on: Option<bool>,
    ticks: bool,
    indented: bool,
    opens: Option<bool>,
    enabled: bool,
}

impl<'a> MenuEntry<'a> {
    /// An entry with its words.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            hint: "",
            strong: false,
            on: None,
            ticks: false,
            indented: false,
            opens: None,
            enabled: true,
        }
    }

    /// Its sign.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Sets its words in bold: what the menu was most likely opened for.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Makes it one of several of which one is ticked.
    pub fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }

    /// Makes it one that is ticked or not, whatever the others are.
    pub fn ticked(mut self, on: bool) -> Self {
        self.on = Some(on);
        self.ticks = true;
        self
    }

    /// Leaves the place of a sign free, so that the words stand under those of entries that have one.
    pub fn indented(mut self) -> Self {
        self.indented = true;
        self
    }

    /// Makes it one that opens another menu, which is open or not.
    pub fn opens(mut self, open: bool) -> Self {
        self.opens = Some(open);
        self
    }

    /// Whether it can be chosen.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it; a click closes the menu.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let ink = if self.enabled { tokens.ink } else { tokens.faint.gamma_multiply(0.7) };
        let galley = ui.painter().layout_no_wrap(
            self.text.to_owned(),
            if self.strong { font::strong() } else { font::ui() },
            ink,
        );
        let hint = ui.painter().layout_no_wrap(self.hint.to_owned(), font::small(), tokens.muted);
        let has_sign = self.icon.is_some() || self.on.is_some() || self.indented;
        let sign_width = if has_sign { 26.0 } else { 0.0 };
        let arrow_width = if self.opens.is_some() { space::XL + space::M } else { 0.0 };
        let hint_width = if self.hint.is_empty() { arrow_width } else { hint.size().x + space::XL };
        let wanted = space::S * 2.0 + sign_width + galley.size().x + hint_width;
        // While a menu is measured there is room for everything, and it would become as wide as that.
        let room = if ui.is_sizing_pass() { 0.0 } else { ui.available_width() };
        let size = vec2(wanted.max(room), 28.0);
        let response = ui.add_enabled_ui(self.enabled, |ui| ui.allocate_response(size, Sense::click())).inner;
        let role = match (self.on, self.ticks) {
            (Some(_), true) => Role::MenuItemCheckBox,
            (Some(_), false) => Role::MenuItemRadio,
            (None, _) => Role::MenuItem,
        };
        response.widget_info(|| match self.on {
            Some(on) => WidgetInfo::selected(role, self.enabled, on, self.text),
            None => WidgetInfo::labeled(role, self.enabled, self.text),
        });
        let rect = response.rect;
        let hovered = response.hovered() && !is_walked_by_keyboard(ui);
        let lit = self.enabled && (hovered || response.has_focus() || self.opens == Some(true));
        let ground = if lit { tokens.accent_wash } else { Color32::TRANSPARENT };
        ui.painter().rect_filled(rect, radius::CONTROL, ground);
        let sign = if self.on == Some(true) { Some(icon::CHECK) } else { self.icon };
        if let Some(sign) = sign {
            let color = if self.on == Some(true) { tokens.accent } else { tokens.muted };
            let color = if self.enabled { color } else { color.gamma_multiply(0.5) };
            let at = pos2(rect.left() + space::S + 8.5, rect.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, sign, font::icon(), color);
        }
        let middle = |height: f32| rect.center().y - height / 2.0;
        let at = pos2(rect.left() + space::S + sign_width, middle(galley.size().y));
        ui.painter().galley(at, galley, ink);
        let at = pos2(rect.right() - space::S - hint.size().x, middle(hint.size().y));
        ui.painter().galley(at, hint, tokens.muted);
        if let Some(open) = self.opens {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
            let at = pos2(rect.right() - space::S - 5.0, rect.center().y);
            let small = egui::FontId { size: 12.0, ..font::icon() };
            ui.painter().text(at, Align2::CENTER_CENTER, icon::CARET_RIGHT, small, tokens.muted);
        }
        response
    }
}

/// Whether a line of this menu has the keyboard while the pointer rests: what lies under it is not meant then.
fn is_walked_by_keyboard(ui: &Ui) -> bool {
    const RESTS_S: f32 = 0.3;
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    let rests = ui.input(|input| input.pointer.time_since_last_movement() > RESTS_S);
    rests && focused.is_some_and(|focused| focused.layer_id == ui.layer_id())
}

/// A button with an icon that opens a menu. Gives the button.
pub fn menu_button(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: &str,
    name: impl Into<String>,
    entries: impl FnOnce(&mut Ui),
) -> Response {
    let response = IconButton::new(icon, name).small().show(ui, tokens);
    Popup::menu(&response).gap(2.0).frame(popup_frame(tokens)).show(entries);
    response
}
