//! The reporter's own turns and crops, kept beside the untouched original and applied when pixels are made.

use serde::{Deserialize, Serialize};

use crate::photo::{aspect::PixelRect, orientation::Orientation, pixels::Pixels};
use crate::report::Photo;

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

impl FocalPoint {
    /// The point that the reporter set, as it lies in the cropped and turned picture; the middle where none is set.
    pub fn of(photo: &Photo) -> Self {
        let Some(point) = photo.focal else { return Self::default() };
        let area = photo.shown_area_px();
        let within = |at: u32, from: u32, extent: u32| {
            let inside = f64::from(at) - f64::from(from) + 0.5;
            (inside / f64::from(extent.max(1))).clamp(0.0, 1.0) as f32
        };
        let (x, y) = (within(point.x, area.left, area.width), within(point.y, area.top, area.height));
        match photo.turns.count() {
            1 => Self { x: 1.0 - y, y: x },
            2 => Self { x: 1.0 - x, y: 1.0 - y },
            3 => Self { x: y, y: 1.0 - x },
            _ => Self { x, y },
        }
    }
}

/// What is done to the upright picture: first the crop, then the turns. So a turn never moves the crop.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// Quarter turns clockwise; only the remainder by four counts.
    pub quarter_turns: u8,
    /// The part that is kept, of the picture before the turns.
    pub crop: Option<NormalRect>,
}

impl Edit {
    /// What the reporter did to a photo.
    pub fn of(photo: &Photo) -> Self {
        let size = photo.size_px;
        let fraction = |part: u32, whole: u32| (f64::from(part) / f64::from(whole.max(1))) as f32;
        let crop = photo.crop.and_then(|crop| crop.within(size)).map(|area| NormalRect {
            x: fraction(area.left, size.width),
            y: fraction(area.top, size.height),
            width: fraction(area.width, size.width),
            height: fraction(area.height, size.height),
        });
        Self { quarter_turns: photo.turns.count(), crop }
    }

    /// Applies the edit to the upright picture, in its own size or made smaller. Whatever the numbers are (not a number,
    /// outside, upside down), at least one pixel remains.
    #[must_use]
    pub fn apply(&self, upright: Pixels) -> Pixels {
        let kept = self.kept_of(upright.width(), upright.height());
        let cropped = if (kept.width, kept.height) == (upright.width(), upright.height()) {
            upright
        } else {
            upright.cropped(kept.left, kept.top, kept.width, kept.height)
        };
        cropped.oriented(self.turn())
    }

    /// The part that the crop keeps of an upright picture of this size, at least a pixel of it.
    pub fn kept_of(&self, width: u32, height: u32) -> PixelRect {
        let Some(crop) = self.crop else { return PixelRect { left: 0, top: 0, width, height } };
        let (left, width) = span(crop.x, crop.width, width);
        let (top, height) = span(crop.y, crop.height, height);
        PixelRect { left, top, width, height }
    }

    /// The turns as one.
    pub fn turn(&self) -> Orientation {
        match self.quarter_turns % 4 {
            1 => Orientation::QuarterTurn,
            2 => Orientation::HalfTurn,
            3 => Orientation::QuarterTurnBack,
            _ => Orientation::Upright,
        }
    }

    /// Size of the edited picture, from that of the upright one.
    pub fn size_of(&self, width: u32, height: u32) -> (u32, u32) {
        let kept = self.kept_of(width, height);
        self.turn().upright_size(kept.width, kept.height)
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
    use crate::report::{AreaPx, IdSource, Original, PhotoHash, PictureFormat, PointPx, QuarterTurns, SizePx};

    #[test]
    fn the_crop_is_taken_before_the_turns() {
        let picture = fixtures::scene(40, 20);
        let left_half = NormalRect { x: 0.0, y: 0.0, width: 0.5, height: 1.0 };
        let edited = Edit { quarter_turns: 1, crop: Some(left_half) }.apply(picture.clone());
        assert_eq!(edited, picture.cropped(0, 0, 20, 20).oriented(Orientation::QuarterTurn));
    }

    #[test]
    fn the_focal_point_goes_with_the_crop_and_the_turns() {
        let original = Original {
            hash: PhotoHash::from_bytes([1; 32]),
            format: PictureFormat::Jpeg,
            file_name: "".into(),
            size_px: SizePx { width: 400, height: 200 },
            taken: None,
        };
        let mut photo = Photo::new(IdSource::from_seed(1).photo(), original);
        assert_eq!(FocalPoint::of(&photo), FocalPoint::default());
        photo.focal = Some(PointPx { x: 120, y: 40 });
        photo.crop = Some(AreaPx { left: 100, top: 0, width: 1000, height: 200 });
        assert_eq!((photo.shown_size_px().width, photo.shown_size_px().height), (300, 200));
        for (turns, x, y) in [(0, 0.068, 0.203), (1, 0.797, 0.068), (2, 0.932, 0.797), (3, 0.203, 0.932)] {
            photo.turns = QuarterTurns::new(turns);
            let point = FocalPoint::of(&photo);
            assert!((point.x - x).abs() < 0.001 && (point.y - y).abs() < 0.001, "{turns} turns: {point:?}");
        }
        let crop = Edit::of(&photo).crop.unwrap();
        assert_eq!((crop.x, crop.width), (0.25, 0.75));
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
