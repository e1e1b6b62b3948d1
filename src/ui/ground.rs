//! Large even grounds, filled as cheaply as can be.
//!
//! egui fills a rectangle as it draws a picture: for every pixel a texture is read and blended. Where the processor draws, the white page alone
//! was half of a frame's work, and the cards beside it a tenth. Clearing a part of the window needs neither.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use eframe::egui_glow::CallbackFn;
use eframe::glow::{self, HasContext as _};
use egui::epaint::RectShape;
use egui::{Color32, PaintCallback, PaintCallbackInfo, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// Fills `rect`, to whole pixels, with an opaque colour. It lies over what was drawn there before, as any shape does.
pub fn fill(painter: &Painter, rect: Rect, color: Color32) {
    painter.add(even(rect, color));
}

/// A rectangle with round corners, an opaque ground and a line around it, as [`RectShape`] has it.
pub fn card(rect: Rect, radius: u8, color: Color32, line: Stroke) -> Shape {
    let whole = RectShape::new(rect, radius, color, line, StrokeKind::Inside);
    let round = f32::from(radius);
    if rect.height() < round * 4.0 {
        return whole.into();
    }
    Shape::Vec(vec![
        end(rect.with_max_y(rect.top() + round), color, -1.0),
        end(rect.with_min_y(rect.bottom() - round), color, 1.0),
        // Over the soft edges that the ends have inside, and below the line.
        even(rect.shrink2(vec2(0.5, round - 1.0)), color),
        RectShape { fill: Color32::TRANSPARENT, ..whole }.into(),
    ])
}

/// The upper (`down` is -1) or lower (1) end of a card: as high as its corners are round.
fn end(rect: Rect, color: Color32, down: f32) -> Shape {
    const STEPS: u8 = 8;
    let (radius, middle) = (rect.height(), rect.center().y - rect.height() / 2.0 * down);
    let quarter = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS) * FRAC_PI_2);
    let left = quarter
        .clone()
        .map(|turn| pos2(rect.left() + radius * (1.0 - turn.cos()), middle + radius * down * turn.sin()));
    let right =
        quarter.rev().map(|turn| pos2(rect.right() - radius * (1.0 - turn.cos()), middle + radius * down * turn.sin()));
    Shape::convex_polygon(left.chain(right).collect(), color, Stroke::NONE)
}

fn even(rect: Rect, color: Color32) -> Shape {
    debug_assert!(color.is_opaque(), "a clear blends with nothing");
    let rgba = color.to_normalized_gamma_f32();
    let clear = CallbackFn::new(move |info, painter| {
        if let Some(place) = place_px(&info) {
            clear_part(painter.gl(), place, rgba);
        }
    });
    PaintCallback { rect, callback: Arc::new(clear) }.into()
}

/// What is seen of the place that is painted: left and lower edge, width and height in pixels. `None` where nothing is.
fn place_px(info: &PaintCallbackInfo) -> Option<[i32; 4]> {
    let (place, clip) = (info.viewport_in_pixels(), info.clip_rect_in_pixels());
    let (left, bottom) = (place.left_px.max(clip.left_px), place.from_bottom_px.max(clip.from_bottom_px));
    let right = (place.left_px + place.width_px).min(clip.left_px + clip.width_px);
    let top = (place.from_bottom_px + place.height_px).min(clip.from_bottom_px + clip.height_px);
    (left < right && bottom < top).then(|| [left, bottom, right - left, top - bottom])
}

/// Clears a part of the window: left and lower edge, width and height in pixels.
#[expect(
    unsafe_code,
    reason = "OpenGL is foreign code; these calls take numbers only, and the context is the current one while a window is painted"
)]
fn clear_part(gl: &glow::Context, [left, bottom, width, height]: [i32; 4], [red, green, blue, alpha]: [f32; 4]) {
    unsafe {
        gl.scissor(left, bottom, width, height);
        gl.clear_color(red, green, blue, alpha);
        gl.clear(glow::COLOR_BUFFER_BIT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_clip_is_cleared_and_counted_from_below() {
        let seen = |rect: Rect, clip: Rect| {
            place_px(&PaintCallbackInfo {
                viewport: rect,
                clip_rect: clip,
                pixels_per_point: 2.0,
                screen_size_px: [200, 100],
            })
        };
        let card = Rect::from_min_size(pos2(10.0, 20.0), vec2(30.0, 20.0));
        let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 50.0));
        assert_eq!(seen(card, window), Some([20, 20, 60, 40]));
        assert_eq!(seen(card, window.with_max_y(30.0)), Some([20, 40, 60, 20]), "the lower half is scrolled away");
        assert_eq!(seen(card, window.with_min_x(25.0)), Some([50, 20, 30, 40]));
        assert_eq!(seen(card, window.with_max_y(15.0)), None);
        assert_eq!(seen(card.translate(vec2(200.0, 0.0)), window), None, "out of the window");
    }

    #[test]
    fn a_card_covers_what_a_rounded_rectangle_does() {
        let rect = Rect::from_min_size(pos2(3.0, 4.0), vec2(60.0, 50.0));
        let line = Stroke::new(1.0, Color32::BLACK);
        let Shape::Vec(parts) = card(rect, 10, Color32::WHITE, line) else { panic!("parts") };
        let covered = parts.iter().map(Shape::visual_bounding_rect).fold(Rect::NOTHING, Rect::union);
        assert!(rect.expand(1.0).contains_rect(covered) && covered.contains_rect(rect), "{covered:?}");
        let Shape::Callback(middle) = &parts[2] else { panic!("the middle is cleared") };
        assert!(rect.contains_rect(middle.rect));
        assert!(
            matches!(card(rect.with_max_y(30.0), 10, Color32::WHITE, line), Shape::Rect(_)),
            "too low for a middle"
        );
    }
}
