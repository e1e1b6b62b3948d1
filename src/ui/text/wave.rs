//! The mark of a word that is not right: a wave a little below the baseline.
//!
//! As a line it would be some twenty triangles for each word and wave, most of what a page of foreign names is drawn with. So one wave is a
//! small picture that is repeated, and a word is two triangles.

use egui::{Color32, ColorImage, Context, Id, Mesh, Painter, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions};
use egui::{TextureWrapMode, pos2, vec2};

/// From one crest to the next, in points.
const LENGTH: f32 = 4.0;
/// How far crests and troughs are from the middle, in points.
const RISE: f32 = 1.1;
/// How thick the line is, in points.
const THICK: f32 = 1.0;

/// Draws waves under words.
pub(super) fn wavy_lines(painter: &Painter, words: impl IntoIterator<Item = Rect>, color: Color32) {
    let mut words = words.into_iter().peekable();
    if words.peek().is_none() {
        return;
    }
    let scale = painter.ctx().pixels_per_point();
    let wave = texture(painter.ctx(), scale);
    let [length_px, height_px] = wave.size().map(|side| side as f32);
    let mut mesh = Mesh::with_texture(wave.id());
    for word in words {
        let middle = (word.center().y + (word.height() * 0.37).min(16.0)).round() + 0.5;
        let left_px = (word.left() * scale).round();
        let top_px = (middle * scale - height_px / 2.0).round();
        let width_px = (word.width() * scale).round().max(length_px);
        let place = Rect::from_min_size(pos2(left_px, top_px), vec2(width_px, height_px)) / scale;
        mesh.add_rect_with_uv(place, Rect::from_min_max(Pos2::ZERO, pos2(width_px / length_px, 1.0)), color);
    }
    painter.add(mesh);
}

/// One wave, made once for each scale of the screen.
fn texture(ctx: &Context, scale: f32) -> TextureHandle {
    let id = Id::unique("wave under a word");
    let known: Option<(f32, TextureHandle)> = ctx.data(|data| data.get_temp(id));
    if let Some((_, texture)) = known.filter(|(made_for, _)| *made_for == scale) {
        return texture;
    }
    let options = TextureOptions {
        magnification: TextureFilter::Nearest,
        minification: TextureFilter::Nearest,
        wrap_mode: TextureWrapMode::Repeat,
        mipmap_mode: None,
    };
    let texture = ctx.load_texture("wave", image(scale), options);
    ctx.data_mut(|data| data.insert_temp(id, (scale, texture.clone())));
    texture
}

/// A crest and a trough in white, as much of each pixel as the line covers.
fn image(scale: f32) -> ColorImage {
    let length = (LENGTH * scale).round().max(4.0);
    let height = ((RISE + THICK) * 2.0 * scale).ceil() + 2.0;
    let (rise, half_thick) = (RISE * scale, THICK * scale / 2.0);
    // What is above a slope is nearer to it than it is high.
    let nearness = (1.0 + (rise * 4.0 / length).powi(2)).sqrt().recip();
    let pixels = (0..height as usize).flat_map(|y| {
        (0..length as usize).map(move |x| {
            let turn = (x as f32 + 0.5) / length;
            let line = rise * (4.0 * (turn - 0.5).abs() - 1.0);
            let distance = (y as f32 + 0.5 - height / 2.0 - line).abs() * nearness;
            Color32::from_white_alpha(((half_thick + 0.5 - distance).clamp(0.0, 1.0) * 255.0).round() as u8)
        })
    });
    ColorImage::new([length as usize, height as usize], pixels.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_joins_the_next_and_stays_in_its_picture() {
        for scale in [1.0, 1.25, 1.5, 2.0, 3.0] {
            let image = image(scale);
            let [width, height] = image.size;
            let ink = |x: usize| (0..height).map(|y| f32::from(image.pixels[y * width + x].a())).sum::<f32>();
            let middle = |x: usize| {
                (0..height).map(|y| y as f32 * f32::from(image.pixels[y * width + x].a())).sum::<f32>() / ink(x)
            };
            for x in 0..width {
                assert!(ink(x) >= 200.0, "the line has no gap at {x} of {width}");
                let [above, below] = [0, height - 1].map(|y| image.pixels[y * width + x].a());
                assert!(above < 64 && below < 64, "it is not cut at {x}: {above} {below}");
            }
            assert!((middle(0) - middle(width - 1)).abs() < 0.6, "the end meets the beginning");
            assert!((middle(0) - middle(width / 2)).abs() > scale, "it is a wave");
        }
    }
}
