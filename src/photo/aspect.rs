//! Shapes, and where a picture is cut to have one.

use serde::{Deserialize, Serialize};

use crate::photo::{edit::FocalPoint, linear::Part, orientation::Orientation, pixels::Pixels};

/// Width to height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AspectRatio {
    /// Parts across, over 0.
    pub across: u32,
    /// Parts down, over 0.
    pub down: u32,
}

impl AspectRatio {
    /// 16:9
    pub const WIDE: Self = Self { across: 16, down: 9 };
    /// 4:3
    pub const CLASSIC: Self = Self { across: 4, down: 3 };
    /// 1:1
    pub const SQUARE: Self = Self { across: 1, down: 1 };

    /// The largest part of a picture in this shape, as near to the focal point as the edges allow.
    pub fn part_of(self, width: u32, height: u32, focal: FocalPoint) -> PixelRect {
        let (across, down) = (u64::from(self.across.max(1)), u64::from(self.down.max(1)));
        let (full_width, full_height) = (u64::from(width), u64::from(height));
        let rounded =
            |part: u64, of: u64, side: u32| u32::try_from((part + of / 2) / of).unwrap_or(side).clamp(1, side);
        let (part_width, part_height) = if full_width * down > full_height * across {
            (rounded(full_height * across, down, width), height)
        } else {
            (width, rounded(full_width * down, across, height))
        };
        let start = |point: f32, part: u32, side: u32| {
            let point = if point.is_finite() { f64::from(point).clamp(0.0, 1.0) } else { 0.5 };
            let wanted = point * f64::from(side) - f64::from(part) / 2.0;
            (wanted.round().max(0.0) as u32).min(side - part)
        };
        PixelRect {
            left: start(focal.x, part_width, width),
            top: start(focal.y, part_height, height),
            width: part_width,
            height: part_height,
        }
    }
}

/// A part of a grid of pixels, which may begin and end within them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

impl Area {
    /// All of a picture.
    pub fn whole(pixels: &Pixels) -> Self {
        Self { left: 0.0, top: 0.0, width: pixels.width().into(), height: pixels.height().into() }
    }

    /// Where it lies once the grid, so many pixels across and down before, is turned.
    #[must_use]
    pub fn oriented(self, orientation: Orientation, width: u32, height: u32) -> Self {
        let from_right = f64::from(width) - self.left - self.width;
        let from_bottom = f64::from(height) - self.top - self.height;
        let (left, top) = match orientation {
            Orientation::Upright => (self.left, self.top),
            Orientation::Mirrored => (from_right, self.top),
            Orientation::HalfTurn => (from_right, from_bottom),
            Orientation::Flipped => (self.left, from_bottom),
            Orientation::Transposed => (self.top, self.left),
            Orientation::QuarterTurn => (from_bottom, self.left),
            Orientation::Transversed => (from_bottom, from_right),
            Orientation::QuarterTurnBack => (self.top, from_right),
        };
        let (width, height) =
            if orientation.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) };
        Self { left, top, width, height }
    }
}

/// A part of a picture in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelRect {
    /// From the left.
    pub left: u32,
    /// From the top.
    pub top: u32,
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl PixelRect {
    /// The same in fractions of the picture that it is a part of.
    pub fn as_part(self, width: u32, height: u32) -> Part {
        let fraction = |part: u32, side: u32| f64::from(part) / f64::from(side);
        Part {
            left: fraction(self.left, width),
            top: fraction(self.top, height),
            width: fraction(self.width, width),
            height: fraction(self.height, height),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focal_point_stays_in_sight() {
        let focal = FocalPoint { x: 1.0, y: 0.5 };
        assert_eq!(
            AspectRatio::SQUARE.part_of(600, 400, focal),
            PixelRect { left: 200, top: 0, width: 400, height: 400 }
        );
        assert_eq!(
            AspectRatio::WIDE.part_of(400, 600, FocalPoint { x: 0.5, y: f32::NAN }),
            PixelRect { left: 0, top: 188, width: 400, height: 225 }
        );
    }

    #[test]
    fn senseless_shapes_leave_a_pixel() {
        for (across, down) in [(0, 0), (u32::MAX, 1), (1, u32::MAX)] {
            let part = AspectRatio { across, down }.part_of(3, 2, FocalPoint { x: -1.0, y: 9.0 });
            assert!(part.width >= 1 && part.left + part.width <= 3, "{part:?}");
            assert!(part.height >= 1 && part.top + part.height <= 2, "{part:?}");
        }
    }
}
