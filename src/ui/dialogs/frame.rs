//! The frame that all dialogs have.

use egui::{Align, Align2, Color32, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, ScrollArea, Sense};
use egui::{Shadow, Stroke, Ui, vec2};

use crate::ui::icon;
use crate::ui::theme::{Tokens, font, radius, space};
use crate::ui::widgets::Words;

/// A dialog being drawn.
pub(super) struct DialogFrame<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub width: f32,
    pub tokens: &'a Tokens,
    /// A sign before the title, with its colour.
    pub sign: Option<(&'a str, Color32)>,
    /// A click beside the dialog closes it.
    pub closes_outside: bool,
}

/// What the keyboard and the pointer said to a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// Escape, or a click beside it.
    pub close: bool,
    /// Enter, where it presses no other button.
    pub confirm: bool,
}

impl<'a> DialogFrame<'a> {
    pub(super) fn new(id: &'a str, title: &'a str, width: f32, tokens: &'a Tokens) -> Self {
        Self { id, title, width: width.min(space::DIALOG), tokens, sign: None, closes_outside: true }
    }

    /// Draws title, body and buttons. The buttons go from right to left, the primary one first.
    pub(super) fn show(self, ctx: &Context, body: impl FnOnce(&mut Ui), buttons: impl FnOnce(&mut Ui)) -> Said {
        let tokens = self.tokens;
        let screen = ctx.content_rect();
        let frame = Frame::new()
            .fill(tokens.card)
            .stroke(Stroke::new(1.0, tokens.line))
            .corner_radius(radius::CARD)
            .inner_margin(Margin { left: 24, right: 24, top: 20, bottom: 20 })
            .shadow(Shadow { offset: [0, 10], blur: 32, spread: 0, color: tokens.shadow });
        let id = Id::unique(self.id);
        let area = Modal::default_area(id).default_height(screen.height()).accessible_name(self.title);
        let veil = if tokens.dark { Color32::from_black_alpha(140) } else { tokens.ink.gamma_multiply(0.35) };
        // Before the fields give the keyboard away at Enter.
        let width = (self.width - 48.0).min(screen.width() - 80.0);
        let size = ctx.memory(|memory| memory.area_rect(id)).map(|rect| rect.size());
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(veil).show(ctx, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            self.title_ui(ui, width);
            let most = screen.height() - 220.0;
            ScrollArea::vertical().id_salt("body").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
                // The focus ring of a field must not be cut at the edge.
                let inner = Frame::new().inner_margin(Margin { left: 2, right: 10, top: 2, bottom: 2 });
                inner.show(ui, body);
            });
            ui.add_space(space::S);
            let size = vec2(width, space::CONTROL + 4.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), buttons);
        });
        if size != Some(modal.response.rect.size()) {
            // It is centred by the size that it had before; nobody shall see it jump.
            ctx.request_discard("a dialog found its size");
            ctx.request_repaint();
        }
        let confirm = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.memory(|memory| memory.focused()).is_none()
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let escape = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let outside = self.closes_outside && modal.backdrop_response.clicked();
        Said { close: escape || outside || modal.response.should_close(), confirm }
    }

    fn title_ui(&self, ui: &mut Ui, width: f32) {
        let left = if self.sign.is_some() { 28.0 } else { 0.0 };
        let words = Words::line(font::title(), self.tokens.ink, width - left).rows(3);
        let galley = words.galley(ui, self.title);
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 4.0), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, self.title));
        if let Some((sign, color)) = self.sign {
            let at = rect.min + vec2(9.0, words.line_height / 2.0);
            let face = egui::FontId { size: 20.0, ..font::icon() };
            ui.painter().text(at, Align2::CENTER_CENTER, sign, face, color);
        }
        ui.painter().galley(rect.min + vec2(left, 0.0), galley, self.tokens.ink);
    }
}

/// A paragraph of a dialog.
pub(super) fn paragraph_ui(ui: &mut Ui, tokens: &Tokens, text: &str) {
    let width = ui.available_width();
    let words = Words { line_height: 19.0, ..Words::line(font::ui(), tokens.ink, width).rows(40) };
    for part in text.split('\n') {
        let galley = words.galley(ui, part);
        let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, part));
        ui.painter().galley(rect.min, galley, tokens.ink);
    }
}

/// The head of a part of a dialog.
pub(super) fn part_head_ui(ui: &mut Ui, tokens: &Tokens, text: &str) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, text));
    ui.painter().text(rect.left_bottom() - vec2(0.0, 4.0), Align2::LEFT_BOTTOM, text, font::strong(), tokens.ink);
}

/// The icon of a warning in a dialog.
pub(super) fn warning_sign(tokens: &Tokens) -> (&'static str, Color32) {
    (icon::WARNING, tokens.warn)
}
