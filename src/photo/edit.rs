//! The reporter's own turns and crops, kept beside the untouched original and applied when pixels are made.

use serde::{Deserialize, Serialize};

use crate::photo::{orientation::Orientation, pixels::Pixels};

/// A part of a picture in fractions of its width and height, from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct NormalRect {
    /// Left edge, 0 to 1.
    pub x: f32,
    /// Top edge, 0 to 1.
    pub y: f32,
    /// Width, over 0, up to 1.
    pub width: f32,
    /// Height, over 0, up to 1.
    pub height: f32,
}

/// The point that must stay in sight, in fractions of the edited picture's width and height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FocalPoint {
    /// 0 at the left to 1 at the right.
    pub x: f32,
    /// 0 at the top to 1 at the bottom.
    pub y: f32,
}

impl Default for FocalPoint {
    fn default() -> Self {
        Self { x: 0.5, y: 0.5 }
    }
}

/// What is done to the upright picture: first the turns, then the crop in the turned picture.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// Quarter turns clockwise; only the remainder by four counts.
    pub quarter_turns: u8,
    /// The part that is kept.
    pub crop: Option<NormalRect>,
}

impl Edit {
    /// Applies the edit. Whatever the numbers are (not a number, outside, upside down), at least one pixel remains.
    #[must_use]
    pub fn apply(&self, upright: Pixels) -> Pixels {
        let turned = upright.oriented(match self.quarter_turns % 4 {
            1 => Orientation::QuarterTurn,
            2 => Orientation::HalfTurn,
            3 => Orientation::QuarterTurnBack,
            _ => Orientation::Upright,
        });
        let Some(crop) = self.crop else { return turned };
        let (left, width) = span(crop.x, crop.width, turned.width());
        let (top, height) = span(crop.y, crop.height, turned.height());
        if (width, height) == (turned.width(), turned.height()) {
            return turned;
        }
        turned.cropped(left, top, width, height)
    }
}

/// A start and an extent in fractions to whole pixels inside `side`.
fn span(start: f32, extent: f32, side: u32) -> (u32, u32) {
    let start = if start.is_finite() { f64::from(start).clamp(0.0, 1.0) } else { 0.0 };
    let extent = if extent.is_finite() && extent > 0.0 { f64::from(extent) } else { 1.0 };
    let end = (start + extent).min(1.0);
    let from = ((start * f64::from(side)).round() as u32).min(side - 1);
    let to = ((end * f64::from(side)).round() as u32).clamp(from + 1, side);
    (from, to - from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures;

    #[test]
    fn the_crop_is_taken_from_the_turned_picture() {
        let picture = fixtures::scene(40, 20);
        let top_half = NormalRect { x: 0.0, y: 0.0, width: 1.0, height: 0.5 };
        let edited = Edit { quarter_turns: 1, crop: Some(top_half) }.apply(picture.clone());
        assert_eq!((edited.width(), edited.height()), (20, 20));
        // A quarter turn clockwise brings the left half to the top.
        assert_eq!(edited, picture.cropped(0, 0, 20, 20).oriented(Orientation::QuarterTurn));
    }

    #[test]
    fn four_turns_and_a_whole_crop_change_nothing() {
        let picture = fixtures::scene(13, 7);
        let whole = NormalRect { x: 0.0, y: 0.0, width: 1.0, height: 1.0 };
        assert_eq!(Edit { quarter_turns: 4, crop: Some(whole) }.apply(picture.clone()), picture);
    }

    #[test]
    fn senseless_numbers_leave_a_picture() {
        let picture = fixtures::scene(13, 7);
        for value in [f32::NAN, f32::INFINITY, -5.0, 0.0, 1.0, 1e30] {
            let crop = Some(NormalRect { x: value, y: value, width: value, height: value });
            let edited = Edit { quarter_turns: 255, crop }.apply(picture.clone());
            assert!(edited.width() >= 1 && edited.height() >= 1);
        }
    }
}
