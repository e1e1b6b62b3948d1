//! A photo that is still being read: its name, and the camera's small picture of it.

use std::collections::VecDeque;

use egui::{Rect, Role, Sense, TextureHandle, Ui, WidgetInfo, pos2, vec2};

use crate::ui::photos::card::{PAD, TEXT_LEFT};
use crate::ui::theme::{font, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Words, draw_words};

/// A photo on its way into the report. It stands behind those that are there, in the order in which the files were dragged.
pub struct Arrival {
    /// The name of its file.
    pub name: String,
    /// The camera's own small picture, once it is found.
    pub preview: Option<TextureHandle>,
}

impl std::fmt::Debug for Arrival {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Arrival").field(&self.name).finish()
    }
}

impl Arrival {
    /// A photo of which only the file is known.
    pub fn of(name: String) -> Self {
        Self { name, preview: None }
    }
}

/// How high a card of one is.
pub(super) const HEIGHT: f32 = 56.0 + PAD * 2.0;

/// What names the card of an arrival; photos have numbers of their own, which are never as large as these.
pub(super) fn key(arrivals: &VecDeque<Arrival>, index: usize) -> u64 {
    // Counted from the end: those in front become photos.
    u64::MAX - (arrivals.len() - index) as u64
}

/// Draws it as a card that cannot be written in yet.
pub(super) fn arrival_ui(ui: &mut Ui, view: &View<'_>, arrival: &Arrival) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let name = view.locale.tr_with("import-arriving", &[("name", arrival.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, false, &name));
    let tokens = view.tokens;
    ui.painter().rect_filled(rect, radius::CARD, tokens.card.gamma_multiply(0.6));
    let space = Rect::from_min_size(rect.min + vec2(PAD, PAD), vec2(84.0, 56.0));
    match &arrival.preview {
        Some(texture) => {
            let size = texture.size_vec2();
            let scale = (space.width() / size.x).min(space.height() / size.y);
            let place = Rect::from_center_size(space.center(), size * scale);
            let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), place, all, egui::Color32::WHITE.gamma_multiply(0.75));
        }
        None => {
            ui.painter().rect_filled(space, radius::PICTURE, tokens.ink.gamma_multiply(0.06));
        }
    }
    let words = Words::line(font::small(), tokens.muted, rect.width() - TEXT_LEFT - PAD);
    let at = pos2(rect.left() + TEXT_LEFT, rect.center().y - words.line_height / 2.0);
    draw_words(ui, at, &words, &arrival.name);
}
