//! Pictures of photos.

use egui::emath::GuiRounding as _;
use egui::epaint::RectShape;
use egui::{Align2, Color32, Pos2, Rect, Shape, Ui, pos2, vec2};

use crate::report::Photo;
use crate::ui::icon;
use crate::ui::pictures::{Picture, Pictures};
use crate::ui::theme::{Tokens, font, radius};

/// Draws a photo in the middle of a space, or what stands for it until it is decoded. Gives where it is.
pub fn draw_picture(ui: &Ui, tokens: &Tokens, pictures: &Pictures, photo: &Photo, space: Rect) -> Rect {
    let place = whole(space, photo.shown_size_px().ratio());
    let sign = match photo_shape(ui, pictures, photo, place) {
        Ok(shape) => {
            ui.painter().add(shape);
            return place;
        }
        Err(Missing::Yet) => icon::IMAGE,
        Err(Missing::ForGood) => icon::IMAGE_BROKEN,
    };
    ui.painter().rect_filled(place, radius::PICTURE, tokens.ink.gamma_multiply(0.07));
    ui.painter().text(place.center(), Align2::CENTER_CENTER, sign, font::icon(), tokens.faint);
    place
}

/// Why there is no picture to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It is being decoded.
    Yet,
    /// It cannot be decoded, or is not in the file.
    ForGood,
}

/// A photo in a place of its own shape, pixel by pixel where its picture has that size.
pub fn photo_shape(ui: &Ui, pictures: &Pictures, photo: &Photo, place: Rect) -> Result<Shape, Missing> {
    let scale = ui.pixels_per_point();
    let width_px = (place.width() * scale).round() as u32;
    let texture = match pictures.drawn(photo, width_px) {
        Picture::Ready(texture) => texture,
        Picture::Pending => return Err(Missing::Yet),
        Picture::Failed => return Err(Missing::ForGood),
    };
    let place = if texture.size()[0] == width_px as usize {
        Rect::from_min_size(place.min.round_to_pixels(scale), texture.size_vec2() / scale)
    } else {
        place
    };
    let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    Ok(RectShape::filled(place, radius::PICTURE, Color32::WHITE).with_texture(texture.id(), uv).into())
}

/// The largest place of a ratio in the middle of a space.
fn whole(space: Rect, ratio: f32) -> Rect {
    let width = (space.height() * ratio).min(space.width());
    let height = (width / ratio.max(0.01)).min(space.height());
    Rect::from_center_size(space.center(), vec2(width.max(8.0), height.max(8.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_never_stretched() {
        let space = Rect::from_min_size(pos2(10.0, 20.0), vec2(84.0, 63.0));
        for ratio in [0.4, 1.0, 1.33, 1.5, 3.0] {
            let place = whole(space, ratio);
            assert!((place.width() / place.height() - ratio).abs() < 0.02, "{ratio}: {place:?}");
            assert!(space.expand(0.01).contains_rect(place), "{ratio}: {place:?}");
        }
    }
}
