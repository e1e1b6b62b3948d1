//! Pictures of cards and lists.

use egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use crate::report::Photo;
use crate::ui::icon;
use crate::ui::pictures::{Picture, PictureSize, Pictures};
use crate::ui::theme::{Tokens, font, radius};

/// How a picture goes into a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFit {
    /// All of it, in the middle.
    Whole,
    /// It fills the space; what does not fit is cut from both sides.
    Fill,
}

/// Draws a photo, or what stands for it until it is decoded.
pub fn draw_picture(
    ui: &Ui,
    tokens: &Tokens,
    pictures: &Pictures,
    photo: &Photo,
    space: Rect,
    fit: PictureFit,
) -> Rect {
    let ratio = photo.shown_size_px().ratio();
    let place = match fit {
        PictureFit::Fill => space,
        PictureFit::Whole => whole(space, ratio),
    };
    let sign = match pictures.get(photo, PictureSize::Thumbnail) {
        Picture::Ready(texture) => {
            let uv = match fit {
                PictureFit::Whole => Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
                PictureFit::Fill => cut(ratio, space.width() / space.height().max(1.0)),
            };
            let shape = egui::epaint::RectShape::filled(place, radius::PICTURE, Color32::WHITE);
            ui.painter().add(shape.with_texture(texture.id(), uv));
            return place;
        }
        Picture::Pending => icon::IMAGE,
        Picture::Failed => icon::IMAGE_BROKEN,
    };
    ui.painter().rect_filled(place, radius::PICTURE, tokens.ink.gamma_multiply(0.07));
    ui.painter().text(place.center(), Align2::CENTER_CENTER, sign, font::icon(), tokens.faint);
    place
}

/// The largest place of a ratio in the middle of a space.
fn whole(space: Rect, ratio: f32) -> Rect {
    let width = (space.height() * ratio).min(space.width());
    let height = (width / ratio.max(0.01)).min(space.height());
    Rect::from_center_size(space.center(), vec2(width.max(8.0), height.max(8.0)))
}

/// The part of a picture of one ratio that fills a space of another.
fn cut(picture: f32, space: f32) -> Rect {
    let (width, height) = if picture > space { (space / picture, 1.0) } else { (1.0, picture / space) };
    Rect::from_center_size(pos2(0.5, 0.5), vec2(width, height))
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
            let part = cut(ratio, 84.0 / 63.0);
            let shown = ratio * part.width() / part.height();
            assert!((shown - 84.0 / 63.0).abs() < 0.01, "{ratio}: {part:?}");
        }
    }
}
