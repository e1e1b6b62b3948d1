//! Pills, tabs and empty states.

use egui::{Color32, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Tokens, font, space};
use crate::ui::widgets::{Button, Words, draw_words, focus_ring};

/// What a pill says of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PillLook {
    /// A fact.
    Neutral,
    /// Something is missing.
    Warn,
    /// A fact about what is chosen.
    Accent,
}

/// A word or two in a rounded frame.
#[derive(Debug)]
#[must_use = "a pill is drawn by show or paint"]
pub struct Pill<'a> {
    text: &'a str,
    look: PillLook,
}

impl<'a> Pill<'a> {
    /// The height in points.
    pub const HEIGHT: f32 = 18.0;

    /// A pill with a text.
    pub fn new(text: &'a str, look: PillLook) -> Self {
        Self { text, look }
    }

    /// How wide it will be in points.
    pub fn width(&self, ui: &Ui) -> f32 {
        ui.painter().layout_no_wrap(self.text.to_owned(), font::pill(), Color32::PLACEHOLDER).size().x + 14.0
    }

    /// Draws it at a place and gives what it covers. What it says must be told to screen readers by what it belongs to.
    pub fn paint(self, ui: &Ui, tokens: &Tokens, left_top: egui::Pos2) -> Rect {
        let (ink, ground, line) = match self.look {
            PillLook::Neutral => (tokens.muted, Color32::TRANSPARENT, tokens.line),
            PillLook::Warn => (tokens.warn, tokens.warn_wash, Color32::TRANSPARENT),
            PillLook::Accent => (tokens.accent, Color32::TRANSPARENT, Color32::TRANSPARENT),
        };
        let galley = ui.painter().layout_no_wrap(self.text.to_owned(), font::pill(), ink);
        let rect = Rect::from_min_size(left_top, vec2(galley.size().x + 14.0, Self::HEIGHT));
        ui.painter().rect(rect, 9, ground, Stroke::new(1.0, line), StrokeKind::Inside);
        ui.painter().galley(pos2(rect.left() + 7.0, rect.center().y - galley.size().y / 2.0), galley, ink);
        rect
    }

    /// Draws it in the flow of its surroundings.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let size = vec2(self.width(ui), Self::HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        self.paint(ui, tokens, rect.min);
        response
    }
}

/// Two parts beside each other with a gap between them; the left one has its share of the width, from 0 to 1.
pub fn beside_ui(ui: &mut Ui, left_share: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let (top, width) = (ui.cursor().min, ui.available_width() - space::S);
    let left_width = (width * left_share).round();
    let places = [("left", top.x, left_width), ("right", top.x + left_width + space::S, width - left_width)];
    let [mut one, mut other] = places.map(|(salt, x, width)| {
        let room = Rect::from_min_size(pos2(x, top.y), vec2(width, f32::INFINITY));
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.new_child(egui::UiBuilder::new().id_salt(salt).max_rect(room).layout(layout))
    });
    left(&mut one);
    right(&mut other);
    let height = one.min_rect().height().max(other.min_rect().height());
    ui.allocate_rect(Rect::from_min_size(top, vec2(width + space::S, height)), Sense::hover());
}

/// A line that parts without boxing in.
pub fn hairline(ui: &mut Ui, tokens: &Tokens) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    ui.painter().rect_filled(rect, 0, tokens.line);
}

/// One tab.
#[derive(Debug, Clone, Default)]
pub struct Tab {
    /// Its words.
    pub text: String,
    /// How many there are behind it; nothing is shown for 0.
    pub count: usize,
    /// How much there is to look at behind it; nothing is shown for 0.
    pub badge: usize,
    /// What a screen reader says: the words and what the badge means.
    pub name: String,
}

/// A row of tabs over a hairline. Arrow keys go from one to the other. Gives the one that was pressed.
pub fn tabs_ui(ui: &mut Ui, tokens: &Tokens, tabs: &[Tab], chosen: usize) -> Option<usize> {
    const HEIGHT: f32 = 40.0;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    let mut pressed = None;
    let mut left = rect.left() + space::M + 2.0;
    for (index, tab) in tabs.iter().enumerate() {
        let is_chosen = index == chosen;
        let ink = if is_chosen { tokens.ink } else { tokens.muted };
        let galley = ui.painter().layout_no_wrap(tab.text.clone(), font::strong(), ink);
        let badge = (tab.badge > 0).then(|| tab.badge.to_string());
        let badge_width = badge.as_ref().map_or(0.0, |badge| Pill::new(badge, PillLook::Warn).width(ui) + 4.0);
        let count = if tab.count > 0 { tab.count.to_string() } else { String::new() };
        let count = ui.painter().layout_no_wrap(count, font::ui(), tokens.muted);
        let count_width = if tab.count > 0 { count.size().x + 6.0 } else { 0.0 };
        let words = Rect::from_min_size(
            pos2(left, rect.center().y - galley.size().y / 2.0),
            vec2(galley.size().x + count_width + badge_width, galley.size().y),
        );
        let target = Rect::from_x_y_ranges(words.left() - 6.0..=words.right() + 6.0, rect.y_range());
        let id: Id = ui.scope_id().with(("tab", index));
        // One stop for Tab; arrows go from tab to tab.
        let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(target, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &tab.name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(is_chosen));
        if !is_chosen && response.hovered() {
            let wash = Rect::from_x_y_ranges(target.x_range(), target.top() + 5.0..=target.bottom() - 5.0);
            ui.painter().rect_filled(wash, 6, tokens.ink.gamma_multiply(0.06));
        }
        ui.painter().galley(words.min, galley.clone(), ink);
        let behind = left + galley.size().x + count_width;
        ui.painter().galley(pos2(behind - count.size().x, words.top()), count, tokens.muted);
        if let Some(badge) = &badge {
            let at = pos2(behind + 4.0, rect.center().y - Pill::HEIGHT / 2.0);
            Pill::new(badge, PillLook::Warn).paint(ui, tokens, at);
        }
        if is_chosen {
            let line = Rect::from_min_max(pos2(words.left(), rect.bottom() - 2.0), pos2(words.right(), rect.bottom()));
            ui.painter().rect_filled(line, 0, tokens.accent);
        }
        focus_ring(ui, tokens, &response, target.shrink2(vec2(0.0, 4.0)), 6);
        if response.has_focus() {
            let filter = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let step = ui.input(|input| {
                i32::from(input.key_pressed(egui::Key::ArrowRight)) - i32::from(input.key_pressed(egui::Key::ArrowLeft))
            });
            let next = index.checked_add_signed(step as isize).filter(|next| *next < tabs.len() && step != 0);
            if let Some(next) = next {
                pressed = Some(next);
                ui.memory_mut(|memory| memory.request_focus(ui.scope_id().with(("tab", next))));
            }
        }
        if response.clicked() {
            pressed = Some(index);
        }
        left = words.right() + space::L;
    }
    pressed.filter(|pressed| *pressed != chosen)
}

/// What stands where nothing is yet: one sentence and one button.
#[derive(Debug)]
#[must_use = "it is drawn by show"]
pub struct EmptyState<'a> {
    sentence: String,
    button: Option<Button<'a>>,
}

impl<'a> EmptyState<'a> {
    /// A friendly sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), button: None }
    }

    /// The one thing to do.
    pub fn button(mut self, button: Button<'a>) -> Self {
        self.button = Some(button);
        self
    }

    /// Draws it; tells whether the button was pressed.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> bool {
        let width = ui.available_width().min(320.0);
        let margin = space::L;
        let words = Words::line(font::ui(), tokens.muted, width - margin * 2.0).rows(6);
        let height = words.galley(ui, &self.sentence).size().y;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height + space::XL), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.sentence));
        draw_words(ui, pos2(rect.left() + margin, rect.top() + space::L), &words, &self.sentence);
        let Some(button) = self.button else { return false };
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.add_space(margin);
            button.show(ui, tokens).clicked()
        })
        .inner
    }
}
