//! The frame of a crop: how it moves, grows and keeps its shape. Everything is in pixels of the whole turned picture.

use crate::report::{AreaPx, SizePx};

/// A side of the frame is never less than so many pixels, where the picture has them.
const LEAST_PX: f64 = 16.0;

/// The shape that a frame keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// None.
    Free,
    /// That of the whole picture.
    Original,
    /// Width by height of a frame that lies.
    Ratio(u32, u32),
}

impl Shape {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Free, Self::Original, Self::Ratio(3, 2), Self::Ratio(4, 3), Self::Ratio(16, 9), Self::Ratio(1, 1)];
}

/// What the frame is held at: -1 for the left or upper edge, 1 for the right or lower one, 0 for neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Handle {
    pub across: i8,
    pub down: i8,
}

impl Handle {
    /// The corners and edges, clockwise from the top left corner.
    pub const ALL: [Self; 8] = [
        Self { across: -1, down: -1 },
        Self { across: 0, down: -1 },
        Self { across: 1, down: -1 },
        Self { across: 1, down: 0 },
        Self { across: 1, down: 1 },
        Self { across: 0, down: 1 },
        Self { across: -1, down: 1 },
        Self { across: -1, down: 0 },
    ];

    pub fn is_corner(self) -> bool {
        self.across != 0 && self.down != 0
    }
}

/// A frame that is being drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// The size of the whole picture.
    pub whole: SizePx,
    /// What is inside.
    pub area: AreaPx,
    /// The shape that is kept.
    pub shape: Shape,
    /// Whether a shape stands: 2:3 rather than 3:2.
    pub stands: bool,
}

impl Frame {
    /// A frame without a shape.
    pub fn new(whole: SizePx, area: AreaPx) -> Self {
        Self { whole, area, shape: Shape::Free, stands: whole.height > whole.width }
    }

    /// Width divided by height, where it is kept.
    pub fn ratio(&self) -> Option<f64> {
        match self.shape {
            Shape::Free => None,
            Shape::Original => Some(f64::from(self.whole.width) / f64::from(self.whole.height.max(1))),
            Shape::Ratio(across, down) if self.stands => Some(f64::from(down) / f64::from(across)),
            Shape::Ratio(across, down) => Some(f64::from(across) / f64::from(down)),
        }
    }

    /// Takes a shape: the largest frame of it around the same middle, as far as the edges allow. The same one again is turned to stand or
    /// to lie, where that is another one.
    pub fn take_shape(&mut self, shape: Shape) {
        let can_turn = matches!(shape, Shape::Ratio(across, down) if across != down);
        self.stands ^= can_turn && self.shape == shape;
        self.shape = shape;
        let Some(ratio) = self.ratio() else { return };
        let (width, height) = (f64::from(self.whole.width), f64::from(self.whole.height));
        let (middle_x, middle_y) = self.middle();
        let across = width.min(height * ratio);
        self.set(middle_x - across / 2.0, middle_y - across / ratio / 2.0, across, across / ratio);
    }

    /// Moves it.
    pub fn shift(&mut self, right: f64, down: f64) {
        let AreaPx { left, top, width, height } = self.area;
        self.set(f64::from(left) + right, f64::from(top) + down, f64::from(width), f64::from(height));
    }

    /// Makes it wider and higher, from its top left corner as far as there is room; a shape is kept.
    pub fn grow(&mut self, wider: f64, higher: f64) {
        let AreaPx { left, top, width, height } = self.area;
        let (mut across, mut down) = (f64::from(width) + wider, f64::from(height) + higher);
        if let Some(ratio) = self.ratio() {
            if wider == 0.0 {
                across = down * ratio;
            }
            (across, down) = self.shaped(across, ratio, self.most());
        }
        self.set(f64::from(left), f64::from(top), across, down);
    }

    /// Drags a handle to a point.
    pub fn drag(&mut self, handle: Handle, x: f64, y: f64) {
        let (most_x, most_y) = self.most();
        let (x, y) = (x.clamp(0.0, most_x), y.clamp(0.0, most_y));
        let AreaPx { left, top, width, height } = self.area;
        let (left, top) = (f64::from(left), f64::from(top));
        let (right, bottom) = (left + f64::from(width), top + f64::from(height));
        let (least_x, least_y) = (LEAST_PX.min(most_x), LEAST_PX.min(most_y));
        let Some(ratio) = self.ratio() else {
            let (left, right) = match handle.across {
                -1 => (x.min(right - least_x).max(0.0), right),
                1 => (left, x.max(left + least_x)),
                _ => (left, right),
            };
            let (top, bottom) = match handle.down {
                -1 => (y.min(bottom - least_y).max(0.0), bottom),
                1 => (top, y.max(top + least_y)),
                _ => (top, bottom),
            };
            return self.set(left, top, right - left, bottom - top);
        };
        // What is opposite stays; beside an edge the frame grows to both sides of its middle.
        let (middle_x, middle_y) = self.middle();
        let room = |side: i8, low: f64, high: f64, middle: f64, most: f64| match side {
            -1 => high,
            1 => most - low,
            _ => middle.min(most - middle) * 2.0,
        };
        let most =
            (room(handle.across, left, right, middle_x, most_x), room(handle.down, top, bottom, middle_y, most_y));
        let wanted_x = if handle.across < 0 { right - x } else { x - left };
        let wanted_y = (if handle.down < 0 { bottom - y } else { y - top }) * ratio;
        let wanted = match (handle.across, handle.down) {
            (0, _) => wanted_y,
            (_, 0) => wanted_x,
            _ => wanted_x.max(wanted_y),
        };
        let (across, down) = self.shaped(wanted, ratio, most);
        let place = |side: i8, low: f64, high: f64, middle: f64, extent: f64| match side {
            -1 => high - extent,
            1 => low,
            _ => middle - extent / 2.0,
        };
        let left = place(handle.across, left, right, middle_x, across);
        let top = place(handle.down, top, bottom, middle_y, down);
        self.set(left, top, across, down);
    }

    fn most(&self) -> (f64, f64) {
        (f64::from(self.whole.width), f64::from(self.whole.height))
    }

    fn middle(&self) -> (f64, f64) {
        let AreaPx { left, top, width, height } = self.area;
        (f64::from(left) + f64::from(width) / 2.0, f64::from(top) + f64::from(height) / 2.0)
    }

    /// Width and height of a ratio as near to a width as the room allows.
    fn shaped(&self, across: f64, ratio: f64, (most_x, most_y): (f64, f64)) -> (f64, f64) {
        let most = most_x.min(most_y * ratio);
        let least = LEAST_PX.max(LEAST_PX * ratio).min(most);
        let across = across.clamp(least, most);
        (across, across / ratio)
    }

    /// Takes a place and size as far as the picture goes: first the size, then the place.
    fn set(&mut self, left: f64, top: f64, width: f64, height: f64) {
        let side = |wanted: f64, most: u32| (wanted.round().max(LEAST_PX) as u32).clamp(1, most.max(1));
        let (width, height) = (side(width, self.whole.width), side(height, self.whole.height));
        let start =
            |wanted: f64, extent: u32, most: u32| (wanted.round().max(0.0) as u32).min(most.saturating_sub(extent));
        self.area = AreaPx {
            left: start(left, width, self.whole.width),
            top: start(top, height, self.whole.height),
            width,
            height,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: SizePx = SizePx { width: 600, height: 400 };

    fn frame(left: u32, top: u32, width: u32, height: u32) -> Frame {
        Frame::new(WHOLE, AreaPx { left, top, width, height })
    }

    fn numbers(frame: &Frame) -> (u32, u32, u32, u32) {
        let AreaPx { left, top, width, height } = frame.area;
        (left, top, width, height)
    }

    #[test]
    fn a_frame_that_is_moved_keeps_its_size_and_stays_in_the_picture() {
        let mut moved = frame(100, 100, 200, 100);
        moved.shift(50.0, -20.0);
        assert_eq!(numbers(&moved), (150, 80, 200, 100));
        moved.shift(900.0, -900.0);
        assert_eq!(numbers(&moved), (400, 0, 200, 100));
    }

    #[test]
    fn a_free_edge_follows_the_pointer_and_a_corner_both_ways() {
        let mut dragged = frame(100, 100, 200, 100);
        dragged.drag(Handle { across: -1, down: 0 }, 50.0, 399.0);
        assert_eq!(numbers(&dragged), (50, 100, 250, 100));
        dragged.drag(Handle { across: 1, down: 1 }, 700.0, 380.0);
        assert_eq!(numbers(&dragged), (50, 100, 550, 280));
        // Past the opposite edge there is always something left.
        dragged.drag(Handle { across: 1, down: 0 }, 0.0, 0.0);
        assert_eq!(numbers(&dragged), (50, 100, 16, 280));
    }

    #[test]
    fn a_shape_is_as_large_as_the_picture_allows_and_turns_when_it_is_taken_again() {
        let mut shaped = frame(0, 0, 600, 400);
        shaped.take_shape(Shape::Ratio(1, 1));
        assert_eq!(numbers(&shaped), (100, 0, 400, 400));
        shaped.take_shape(Shape::Ratio(16, 9));
        assert_eq!(numbers(&shaped), (0, 31, 600, 338));
        shaped.take_shape(Shape::Ratio(16, 9));
        assert_eq!(numbers(&shaped), (188, 0, 225, 400));
        shaped.take_shape(Shape::Free);
        shaped.take_shape(Shape::Free);
        assert_eq!(numbers(&shaped), (188, 0, 225, 400));
        shaped.take_shape(Shape::Ratio(3, 2));
        assert_eq!(numbers(&shaped), (167, 0, 267, 400), "what is free has no side to turn");
        for shape in [Shape::Free, Shape::Original, Shape::Ratio(1, 1)] {
            shaped.take_shape(shape);
            let before = shaped;
            shaped.take_shape(shape);
            assert_eq!(shaped, before, "nothing to turn");
        }
    }

    #[test]
    fn every_handle_keeps_the_shape_and_what_is_opposite() {
        for handle in Handle::ALL {
            for (x, y) in [(0.0, 0.0), (600.0, 400.0), (220.0, 190.0), (310.0, 150.0), (-50.0, 900.0)] {
                let mut dragged = frame(200, 150, 150, 100);
                dragged.shape = Shape::Ratio(3, 2);
                dragged.drag(handle, x, y);
                let (left, top, width, height) = numbers(&dragged);
                let ratio = f64::from(width) / f64::from(height);
                assert!((ratio - 1.5).abs() < 0.06, "{handle:?} {x} {y}: {:?}", dragged.area);
                assert!(left + width <= 600 && top + height <= 400, "{handle:?} {x} {y}: {:?}", dragged.area);
                match handle.across {
                    -1 => assert_eq!(left + width, 350, "{handle:?} {x} {y}"),
                    1 => assert_eq!(left, 200, "{handle:?} {x} {y}"),
                    _ => assert!((f64::from(left) + f64::from(width) / 2.0 - 275.0).abs() <= 1.0, "{handle:?}"),
                }
            }
        }
    }

    #[test]
    fn keys_make_a_frame_larger_within_the_picture() {
        let mut grown = frame(500, 0, 80, 100);
        grown.grow(60.0, 0.0);
        assert_eq!(numbers(&grown), (460, 0, 140, 100));
        grown.shape = Shape::Ratio(1, 1);
        grown.grow(0.0, 20.0);
        assert_eq!(numbers(&grown), (460, 0, 120, 120));
        grown.grow(9000.0, 0.0);
        assert_eq!(numbers(&grown), (200, 0, 400, 400));
        grown.grow(-9000.0, 0.0);
        assert_eq!(numbers(&grown).2, 16);
    }
}
