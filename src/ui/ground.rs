//! Large even grounds, filled as cheaply as can be.
//!
//! egui fills a rectangle as it draws a picture: for every pixel a texture is read and blended. Where the processor draws, the white page alone
//! was half of a frame's work, and the cards beside it a tenth. Clearing a part of the window needs neither.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use eframe::egui_glow::CallbackFn;
use eframe::glow::{self, HasContext as _};
use egui::emath::GuiRounding as _;
use egui::epaint::RectShape;
use egui::{
    Color32, Mesh, PaintCallback, PaintCallbackInfo, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2,
};

/// Fills `rect`, to whole pixels, with an opaque colour. It lies over what was drawn there before, as any shape does.
pub fn fill(painter: &Painter, rect: Rect, color: Color32) {
    painter.add(even(vec![rect], color));
}

/// Rectangles with round corners and an opaque ground, each with a line of whole pixels inside its edge.
pub fn cards(cards: &[(Rect, Stroke)], radius: u8, color: Color32, pixels_per_point: f32) -> Shape {
    // All parts meet between pixels: none is left out, and none drawn twice.
    let (round, pixel) = (f32::from(radius).round_to_pixels(pixels_per_point), 1.0 / pixels_per_point);
    let (mut middles, mut edges, mut low) = (Vec::new(), Mesh::default(), Vec::new());
    for (rect, line) in cards {
        if rect.height() < round * 4.0 {
            low.push(RectShape::new(*rect, radius, color, *line, StrokeKind::Inside).into());
            continue;
        }
        let rect = rect.round_to_pixels(pixels_per_point);
        let width = (line.width * pixels_per_point).round().max(1.0) * pixel;
        middles.extend([vec2(width, round), vec2(round, width)].map(|less| rect.shrink2(less)));
        let upright = rect.shrink2(vec2(0.0, round));
        let level = rect.shrink2(vec2(round, 0.0));
        for side in [
            upright.with_max_x(rect.left() + width),
            upright.with_min_x(rect.right() - width),
            level.with_max_y(rect.top() + width),
            level.with_min_y(rect.bottom() - width),
        ] {
            edges.add_colored_rect(side, line.color);
        }
        let rings = [
            (round + pixel / 2.0, Color32::TRANSPARENT),
            (round - pixel / 2.0, line.color),
            (round - width + pixel / 2.0, line.color),
            (round - width - pixel / 2.0, color),
        ];
        for (at, right, down) in [
            (rect.left_top(), 1.0, 1.0),
            (rect.right_top(), -1.0, 1.0),
            (rect.left_bottom(), 1.0, -1.0),
            (rect.right_bottom(), -1.0, -1.0),
        ] {
            let inward = vec2(right, down);
            add_corner(&mut edges, at + inward * round, inward, rings, color);
        }
    }
    if !middles.is_empty() {
        low.splice(0..0, [even(middles, color), Shape::mesh(edges)]);
    }
    Shape::Vec(low)
}

/// A quarter of a circle around `middle`, coloured from ring to ring; `inward` are the signs of the way from its corner to there.
fn add_corner(mesh: &mut Mesh, middle: Pos2, inward: Vec2, rings: [(f32, Color32); 4], color: Color32) {
    const STEPS: u32 = 6;
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(middle, color);
    for step in 0..=STEPS {
        let turn = step as f32 / STEPS as f32 * FRAC_PI_2;
        let outward = inward * -vec2(turn.cos(), turn.sin());
        for (radius, color) in rings {
            mesh.colored_vertex(middle + outward * radius, color);
        }
    }
    let rings = rings.len() as u32;
    let at = |step: u32, ring: u32| first + 1 + step * rings + ring;
    for step in 0..STEPS {
        for ring in 1..rings {
            let [outer, next_outer] = [step, step + 1].map(|step| at(step, ring - 1));
            let [inner, next_inner] = [step, step + 1].map(|step| at(step, ring));
            mesh.add_triangle(outer, next_outer, inner);
            mesh.add_triangle(next_outer, next_inner, inner);
        }
        mesh.add_triangle(first, at(step, rings - 1), at(step + 1, rings - 1));
    }
}

/// Clears some rectangles.
fn even(parts: Vec<Rect>, color: Color32) -> Shape {
    debug_assert!(color.is_opaque(), "a clear blends with nothing");
    let rgba = color.to_normalized_gamma_f32();
    let rect = parts.iter().copied().fold(Rect::NOTHING, Rect::union);
    let clear = CallbackFn::new(move |info, painter| {
        let seen = |viewport: &Rect| place_px(&PaintCallbackInfo { viewport: *viewport, ..info });
        parts.iter().filter_map(seen).for_each(|place| clear_part(painter.gl(), place, rgba));
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
    use egui::pos2;

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
    fn cards_cover_what_rounded_rectangles_do() {
        let line = Stroke::new(1.0, Color32::BLACK);
        let rect = Rect::from_min_size(pos2(3.0, 4.0), vec2(60.0, 50.0));
        let below = rect.translate(vec2(0.0, 60.0));
        let Shape::Vec(parts) = cards(&[(rect, line), (below, line)], 10, Color32::WHITE, 1.0) else { panic!("parts") };
        let [Shape::Callback(middles), Shape::Mesh(edges)] = &parts[..] else { panic!("{parts:?}") };
        let whole = rect.union(below);
        assert_eq!(middles.rect, whole.shrink(1.0), "all but the line");
        assert_eq!(edges.calc_bounds(), whole.expand(0.5), "with a soft edge around the corners");
        let area = |corner: &[u32]| {
            let [a, b, c] = [0, 1, 2].map(|index| edges.vertices[corner[index] as usize].pos);
            ((b - a).x * (c - a).y - (b - a).y * (c - a).x).abs() / 2.0
        };
        let total: f32 = edges.indices.chunks(3).map(area).sum();
        let [sides, corners] = [2.0 * (40.0 + 30.0), std::f32::consts::PI * 10.5 * 10.5];
        assert!((total / (2.0 * (sides + corners)) - 1.0).abs() < 0.01, "nothing twice, nothing left out: {total}");
        let low = cards(&[(rect.with_max_y(30.0), line)], 10, Color32::WHITE, 1.0);
        assert!(matches!(low, Shape::Vec(parts) if matches!(parts[..], [Shape::Rect(_)])), "too low for a middle");
    }
}
