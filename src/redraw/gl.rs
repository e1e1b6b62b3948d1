//! What is said to OpenGL directly: clearing, and the mark by which the last frame is known again.

#![expect(
    unsafe_code,
    reason = "OpenGL is foreign code. The window's context is the current one while a frame is made and painted; these calls take numbers, but for \
              the one that reads pixels, into an array of just their size."
)]

use eframe::glow::{self, HasContext as _, PixelPackData};
use egui::{PaintCallbackInfo, Rect};

/// What OpenGL says of its version and of who made it.
pub(super) fn version(gl: &glow::Context) -> String {
    unsafe { gl.get_parameter_string(glow::VERSION) }
}

/// Begins a frame: what is drawn is not thrown away any more, see [`leave_mark`].
pub(super) fn take_up(gl: &glow::Context) {
    unsafe { gl.disable(glow::RASTERIZER_DISCARD) }
}

/// Clears what is seen of some rectangles.
pub(super) fn clear(gl: &glow::Context, info: &PaintCallbackInfo, rects: &[Rect], [red, green, blue, alpha]: [f32; 4]) {
    for [left, bottom, width, height] in rects.iter().filter_map(|rect| seen_px(info, *rect)) {
        unsafe {
            gl.scissor(left, bottom, width, height);
            gl.clear_color(red, green, blue, alpha);
            gl.clear(glow::COLOR_BUFFER_BIT);
        }
    }
}

/// What is seen of a rectangle: left and lower edge, width and height in pixels. `None` where nothing is.
pub(super) fn seen_px(info: &PaintCallbackInfo, rect: Rect) -> Option<[i32; 4]> {
    let info = PaintCallbackInfo { viewport: rect, clip_rect: info.clip_rect, ..*info };
    let (place, clip) = (info.viewport_in_pixels(), info.clip_rect_in_pixels());
    let (left, bottom) = (place.left_px.max(clip.left_px), place.from_bottom_px.max(clip.from_bottom_px));
    let right = (place.left_px + place.width_px).min(clip.left_px + clip.width_px);
    let top = (place.from_bottom_px + place.height_px).min(clip.from_bottom_px + clip.height_px);
    (left < right && bottom < top).then(|| [left, bottom, right - left, top - bottom])
}

/// Ends a frame: writes its number where [`has_mark`] looks for it. From here to [`take_up`] all that is drawn is thrown away, for eframe
/// clears the window before it makes the next frame.
pub(super) fn leave_mark(gl: &glow::Context, size_px: [u32; 2], number: u32) {
    let corners = corners(size_px).into_iter().flat_map(|[x, y]| [[x, y], [x + 1, y]]);
    for ([x, y], alpha) in corners.zip(mark(number)) {
        unsafe {
            gl.color_mask(false, false, false, true);
            gl.scissor(x, y, 1, 1);
            gl.clear_color(0.0, 0.0, 0.0, f32::from(alpha) / 255.0);
            gl.clear(glow::COLOR_BUFFER_BIT);
        }
    }
    unsafe {
        gl.color_mask(true, true, true, true);
        gl.enable(glow::RASTERIZER_DISCARD);
    }
}

/// Whether the pixels of the window that the next frame is painted on are those of the frame with this number.
pub(super) fn has_mark(gl: &glow::Context, size_px: [u32; 2], number: u32) -> bool {
    corners(size_px).into_iter().zip(mark(number).as_chunks().0).all(|([x, y], [first, second])| {
        let mut rgba = [0; 8];
        let into = PixelPackData::Slice(Some(&mut rgba));
        unsafe { gl.read_pixels(x, y, 2, 1, glow::RGBA, glow::UNSIGNED_BYTE, into) }
        [rgba[3], rgba[7]] == [*first, *second]
    })
}

/// Two pixels in the lower left and two in the upper right corner; where they begin. They are two and not four, for each look waits until all is painted.
fn corners(size_px: [u32; 2]) -> [[i32; 2]; 2] {
    let [width, height] = size_px.map(|side| side as i32);
    [[0, 0], [width - 2, height - 1]]
}

/// A number as opacities that nobody sees. Opaque are never all of them, as they are after a clear.
fn mark(number: u32) -> [u8; 4] {
    let number = number % 0xffff;
    [0, 4, 8, 12].map(|bits| 0xf0 | (number >> bits & 0xf) as u8)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    #[test]
    fn only_what_is_in_the_clip_is_cleared_and_counted_from_below() {
        let seen = |rect: Rect, clip: Rect| {
            let info = PaintCallbackInfo {
                viewport: clip,
                clip_rect: clip,
                pixels_per_point: 2.0,
                screen_size_px: [200, 100],
            };
            seen_px(&info, rect)
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
    fn a_mark_is_neither_that_of_the_frame_before_nor_that_of_a_cleared_window() {
        for number in [1, 15, 16, 0xfffe, 0xffff, 0x1_0000, u32::MAX] {
            assert_ne!(mark(number), mark(number.wrapping_sub(1)), "{number}");
            assert_ne!(mark(number), [0xff; 4], "{number}");
        }
    }
}
