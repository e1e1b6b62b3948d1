//! How large a picture is shown, and which part of it is in the middle.

use egui::{Pos2, Rect, Vec2, vec2};

use crate::report::SizePx;

/// A pixel of the picture is at most so many pixels of the screen.
const MOST: f32 = 8.0;

/// Where one looks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Zoom {
    /// Pixels of the screen for one of the picture; `None` where all of it is shown.
    scale: Option<f32>,
    /// What is in the middle of the room, in pixels of the picture.
    middle: Vec2,
}

/// The room for a picture of a size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub rect: Rect,
    pub size: SizePx,
    pub pixels_per_point: f32,
}

impl Room {
    fn picture(&self) -> Vec2 {
        vec2(self.size.width.max(1) as f32, self.size.height.max(1) as f32)
    }

    /// Pixels of the screen for one of the picture where all of it is shown; a small picture is not made larger.
    fn fit(&self) -> f32 {
        let room = self.rect.size() * self.pixels_per_point / self.picture();
        room.x.min(room.y).min(1.0)
    }
}

impl Zoom {
    /// Pixels of the screen for one of the picture.
    pub fn scale(&self, room: &Room) -> f32 {
        self.scale.unwrap_or_else(|| room.fit()).clamp(room.fit(), MOST)
    }

    /// Whether all of the picture is in sight.
    pub fn is_fit(&self, room: &Room) -> bool {
        self.scale(room) <= room.fit() * 1.001
    }

    /// Where the picture is.
    pub fn place(&self, room: &Room) -> Rect {
        let scale = self.scale(room) / room.pixels_per_point;
        let size = room.picture() * scale;
        let middle = if self.is_fit(room) { room.picture() / 2.0 } else { self.middle };
        Rect::from_min_size(room.rect.center() - middle * scale, size)
    }

    /// Shows all of it.
    pub fn fit(&mut self) {
        self.scale = None;
    }

    /// Shows it so much larger, keeping what is at a point there; the middle of the room without one.
    pub fn by(&mut self, factor: f32, at: Option<Pos2>, room: &Room) {
        self.to(self.scale(room) * factor, at, room);
    }

    /// Shows it in a scale, as [`Self::by`].
    pub fn to(&mut self, scale: f32, at: Option<Pos2>, room: &Room) {
        let at = at.unwrap_or(room.rect.center());
        let before = self.place(room);
        let point = (at - before.min) / before.size() * room.picture();
        self.scale = (scale > room.fit() * 1.001).then_some(scale.min(MOST));
        let after = self.scale(room) / room.pixels_per_point;
        self.middle = point - (at - room.rect.center()) / after;
        self.keep_in_sight(room);
    }

    /// Moves the picture by so many points.
    pub fn pan(&mut self, by: Vec2, room: &Room) {
        self.middle -= by * room.pixels_per_point / self.scale(room);
        self.keep_in_sight(room);
    }

    /// The picture covers the room where it is larger, and stands in its middle where it is not.
    fn keep_in_sight(&mut self, room: &Room) {
        let half = room.rect.size() * room.pixels_per_point / self.scale(room) / 2.0;
        let picture = room.picture();
        let within = |middle: f32, half: f32, side: f32| {
            if half * 2.0 >= side { side / 2.0 } else { middle.clamp(half, side - half) }
        };
        self.middle = vec2(within(self.middle.x, half.x, picture.x), within(self.middle.y, half.y, picture.y));
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    fn room(width: u32, height: u32) -> Room {
        let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(600.0, 400.0));
        Room { rect, size: SizePx { width, height }, pixels_per_point: 2.0 }
    }

    #[test]
    fn all_of_a_picture_is_shown_at_first_and_a_small_one_in_its_own_size() {
        let large = room(6000, 3000);
        let place = Zoom::default().place(&large);
        assert_eq!((place.center(), place.size()), (large.rect.center(), vec2(600.0, 300.0)));
        let small = room(200, 100);
        assert_eq!(Zoom::default().place(&small).size(), vec2(100.0, 50.0));
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let room = room(6000, 4000);
        let mut zoom = Zoom::default();
        let at = pos2(300.0, 200.0);
        let pixel = |zoom: &Zoom| {
            let place = zoom.place(&room);
            (at - place.min) / place.size()
        };
        let before = pixel(&zoom);
        zoom.to(1.0, Some(at), &room);
        assert!((pixel(&zoom) - before).length() < 0.001, "{before:?} {:?}", pixel(&zoom));
        assert_eq!(zoom.place(&room).width(), 3000.0);
        zoom.by(0.001, Some(at), &room);
        assert!(zoom.is_fit(&room));
    }

    #[test]
    fn a_picture_is_not_pushed_out_of_the_room() {
        let room = room(6000, 4000);
        let mut zoom = Zoom::default();
        zoom.to(1.0, None, &room);
        zoom.pan(vec2(9000.0, -9000.0), &room);
        let place = zoom.place(&room);
        assert!((place.left() - room.rect.left()).abs() < 0.01 && (place.bottom() - room.rect.bottom()).abs() < 0.01);
    }
}
