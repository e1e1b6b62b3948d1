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
    preview: Preview,
    /// The last frame in which it was drawn.
    seen_in: Option<u64>,
}

/// The camera's own small picture.
enum Preview {
    /// Nobody has looked for it.
    Unknown,
    /// It is being read, or there is none.
    Asked,
    Ready(TextureHandle),
}

/// So many cameras' pictures are kept at most, besides those in sight: some ten megabytes.
const MOST_PREVIEWS: usize = 96;

impl std::fmt::Debug for Arrival {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Arrival").field(&self.name).finish()
    }
}

impl Arrival {
    /// A photo of which only the file is known.
    pub fn of(name: String) -> Self {
        Self { name, preview: Preview::Unknown, seen_in: None }
    }

    /// Takes in the camera's own small picture.
    pub fn show_preview(&mut self, texture: TextureHandle) {
        self.preview = Preview::Ready(texture);
    }

    /// The camera's own small picture, where it was found.
    pub fn preview(&self) -> Option<&TextureHandle> {
        match &self.preview {
            Preview::Ready(texture) => Some(texture),
            Preview::Unknown | Preview::Asked => None,
        }
    }

    pub(super) fn is_seen(&mut self, ui: &Ui) {
        self.seen_in = Some(ui.ctx().cumulative_frame_nr());
    }
}

/// The places of those that came into sight and whose pictures nobody has looked for yet: they count as asked for from now on. The
/// pictures of others are let go where there are many.
pub(super) fn take_wanted(arrivals: &mut VecDeque<Arrival>) -> Vec<usize> {
    let Some(last) = arrivals.iter().filter_map(|arrival| arrival.seen_in).max() else { return Vec::new() };
    let mut wanted = Vec::new();
    let mut kept = 0;
    for (index, arrival) in arrivals.iter_mut().enumerate() {
        let in_sight = arrival.seen_in == Some(last);
        match arrival.preview {
            Preview::Unknown if in_sight => {
                arrival.preview = Preview::Asked;
                wanted.push(index);
            }
            Preview::Ready(_) if kept >= MOST_PREVIEWS && !in_sight => arrival.preview = Preview::Unknown,
            Preview::Ready(_) => kept += 1,
            Preview::Unknown | Preview::Asked => {}
        }
    }
    wanted
}

/// How high a card of one is.
pub(super) const HEIGHT: f32 = 56.0 + PAD * 2.0;

/// What names the card of an arrival; photos have numbers of their own, which are never as large as these.
pub(super) fn key(arrivals: &VecDeque<Arrival>, index: usize) -> u64 {
    // Counted from the end: those in front become photos.
    u64::MAX - (arrivals.len() - index) as u64
}

/// Draws it as a card that cannot be written in yet.
pub(super) fn arrival_ui(ui: &mut Ui, view: &View<'_>, arrival: &mut Arrival) {
    arrival.is_seen(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let name = view.locale.tr_with("import-arriving", &[("name", arrival.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, false, &name));
    let tokens = view.tokens;
    ui.painter().rect_filled(rect, radius::CARD, tokens.card.gamma_multiply(0.6));
    let space = Rect::from_min_size(rect.min + vec2(PAD, PAD), vec2(84.0, 56.0));
    match arrival.preview() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_of_what_is_out_of_sight_are_let_go_where_there_are_many() {
        let ctx = egui::Context::default();
        let texture = ctx.load_texture("", egui::ColorImage::example(), egui::TextureOptions::LINEAR);
        let mut arrivals: VecDeque<_> = (0..500).map(|number| Arrival::of(number.to_string())).collect();
        for (index, arrival) in arrivals.iter_mut().enumerate().take(400) {
            arrival.show_preview(texture.clone());
            arrival.seen_in = Some(if index >= 395 { 9 } else { 4 });
        }
        arrivals[450].seen_in = Some(9);
        assert_eq!(take_wanted(&mut arrivals), [450]);
        assert_eq!(take_wanted(&mut arrivals), [0; 0], "each is told once");
        assert_eq!(arrivals.iter().filter(|arrival| arrival.preview().is_some()).count(), MOST_PREVIEWS + 5);
        assert!((395..400).all(|index| arrivals[index].preview().is_some()), "those in sight stay");
    }
}
