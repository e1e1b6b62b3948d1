//! What lies under the words of the cards: their grounds, and the pictures on them.
//!
//! What is of one kind is drawn together: card by card, the graphics driver would be told four times for each what to draw with.

use egui::layers::ShapeIdx;
use egui::{Rect, Shape, Stroke, Ui};

use crate::ui::ground;
use crate::ui::theme::{Tokens, radius};

/// The grounds and pictures of the cards that are drawn.
pub(super) struct Under {
    place: ShapeIdx,
    grounds: Vec<(Rect, Stroke)>,
    pictures: Vec<Shape>,
}

impl Under {
    /// Keeps their place under all that is drawn from now on.
    pub(super) fn begin(ui: &Ui) -> Self {
        Self { place: ui.painter().add(Shape::Noop), grounds: Vec::new(), pictures: Vec::new() }
    }

    /// A card with the line around it.
    pub(super) fn ground(&mut self, rect: Rect, line: Stroke) {
        self.grounds.push((rect, line));
    }

    /// A picture on a card.
    pub(super) fn picture(&mut self, picture: Shape) {
        self.pictures.push(picture);
    }

    /// Draws them.
    pub(super) fn finish(self, ui: &Ui, tokens: &Tokens) {
        let grounds = ground::cards(&self.grounds, radius::CARD, tokens.card, ui.pixels_per_point());
        ui.painter().set(self.place, Shape::Vec([grounds].into_iter().chain(self.pictures).collect()));
    }
}
