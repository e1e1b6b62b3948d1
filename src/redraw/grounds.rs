//! Large even grounds, filled as cheaply as can be.
//!
//! egui fills a rectangle as it draws a picture: for every pixel a texture is read and blended. Where the processor draws, the white page alone
//! was half of a frame's work. Clearing a part of the window needs neither.

use std::sync::Arc;

use eframe::egui_glow::CallbackFn;
use egui::emath::TSTransform;
use egui::epaint::{ClippedShape, RectShape};
use egui::{Color32, CornerRadius, PaintCallback, Rect, Shape};

use crate::redraw::gl;

/// What is smaller is filled sooner than OpenGL is told how to clear it, in square pixels.
const LARGE_PX: f32 = 100.0 * 100.0;

/// Adds `shapes` to `to`, and clears for those of them that are large even grounds; those that follow each other and are of one colour go together.
pub(super) fn clear_large(
    shapes: impl Iterator<Item = ClippedShape>,
    pixels_per_point: f32,
    to: &mut Vec<ClippedShape>,
) {
    let mut grounds = Grounds { clip_rect: Rect::NOTHING, color: Color32::TRANSPARENT, rects: Vec::new() };
    for clipped in shapes {
        let clip_rect = clipped.clip_rect;
        match even(&clipped).filter(|(rect, _)| rect.intersect(clip_rect).area() * pixels_per_point.powi(2) >= LARGE_PX)
        {
            Some((rect, color)) => {
                if (clip_rect, color) != (grounds.clip_rect, grounds.color) {
                    to.extend(grounds.take());
                    grounds = Grounds { clip_rect, color, rects: Vec::new() };
                }
                grounds.rects.push(rect);
            }
            None => {
                to.extend(grounds.take());
                to.push(clipped);
            }
        }
    }
    to.extend(grounds.take());
}

/// The rectangle and the colour of a shape that covers all that is under it.
fn even(clipped: &ClippedShape) -> Option<(Rect, Color32)> {
    let Shape::Rect(RectShape { rect, corner_radius, fill, stroke, round_to_pixels, blur_width, brush, angle, .. }) =
        &clipped.shape
    else {
        return None;
    };
    let is_plain = *corner_radius == CornerRadius::ZERO && stroke.width == 0.0 && *blur_width == 0.0 && brush.is_none();
    let is_level = *round_to_pixels != Some(false)
        && *angle == 0.0
        && clipped.transform_after_tessellation == TSTransform::IDENTITY;
    (is_plain && is_level && fill.is_opaque()).then_some((*rect, *fill))
}

/// Grounds that are cleared together.
struct Grounds {
    clip_rect: Rect,
    color: Color32,
    rects: Vec<Rect>,
}

impl Grounds {
    fn take(&mut self) -> Option<ClippedShape> {
        let rects = std::mem::take(&mut self.rects);
        let rect = rects.iter().copied().reduce(Rect::union)?;
        let color = self.color.to_normalized_gamma_f32();
        let callback = CallbackFn::new(move |info, painter| gl::clear(painter.gl(), &info, &rects, color));
        Some(ClippedShape::new(self.clip_rect, PaintCallback { rect, callback: Arc::new(callback) }))
    }
}

#[cfg(test)]
mod tests {
    use egui::{Stroke, StrokeKind, pos2, vec2};

    use super::*;

    #[test]
    fn large_plain_opaque_rectangles_are_cleared_and_nothing_else() {
        let large = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 100.0));
        let plain = |rect: Rect, color: Color32| RectShape::filled(rect, 0, color);
        let [white, black] = [Color32::WHITE, Color32::BLACK];
        let outlined = RectShape::new(large, 0, white, Stroke::new(1.0, black), StrokeKind::Inside);
        let shapes = [
            plain(large, white),
            plain(large.translate(vec2(0.0, 100.0)), white),
            plain(large, black),
            RectShape::filled(large, 4, white),
            outlined,
            plain(large, white.gamma_multiply(0.5)),
            plain(large.with_max_x(80.0), white),
            plain(large, black),
        ];
        let clip_rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 300.0));
        let mut made = Vec::new();
        let clipped = shapes.map(|shape| ClippedShape::new(clip_rect, shape));
        clear_large(clipped.into_iter(), 1.0, &mut made);
        let kinds: String =
            made.iter().map(|clipped| if matches!(clipped.shape, Shape::Callback(_)) { 'c' } else { 'r' }).collect();
        assert_eq!(kinds, "ccrrrrc", "the first two are of one colour");
        assert_eq!(made[0].shape.visual_bounding_rect(), Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 200.0)));
    }
}
