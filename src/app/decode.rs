//! Decoding pictures for the screen.

use egui::{Color32, ColorImage};

use crate::app::session::PictureReader;
use crate::photo::{
    Edit, Limits, Pixels,
    resize::fit,
    thumbnail::{THUMBNAIL_EDGE, thumbnail_within},
};
use crate::report::Photo;
use crate::ui::pictures::{PictureSize, THUMBNAIL_SIDE_PX};

/// The longest side of a picture that is looked at closely: what most cameras take, in a hundred megabytes.
const LARGE_SIDE_PX: u32 = 6144;

/// The picture of a photo in a size, turned as the reporter wants it, with no side over `most_px`; `None` where it cannot be read.
pub fn picture(reader: &PictureReader, photo: &Photo, size: PictureSize, most_px: u32) -> Option<ColorImage> {
    let side = match size {
        PictureSize::Thumbnail => THUMBNAIL_SIDE_PX,
        PictureSize::Drawn { width_px } => longer_side(photo, width_px).min(most_px),
        PictureSize::Large => LARGE_SIDE_PX.min(most_px),
    };
    // A crop leaves less of the picture to fill the same room.
    let (area, whole) = (photo.shown_area_px(), photo.size_px);
    let share = f64::from(area.width.max(area.height)) / f64::from(whole.width.max(whole.height).max(1));
    let before_crop = (f64::from(side) / share.max(0.05)).ceil() as u32;
    let decode = |bytes: &[u8]| {
        let decoded = thumbnail_within(bytes, before_crop, &Limits::default());
        decoded.map_err(|err| log::warn!("a picture cannot be shown: {err}")).ok()
    };
    let small = match size {
        PictureSize::Thumbnail => reader.thumbnail(photo),
        PictureSize::Drawn { .. } if before_crop <= THUMBNAIL_EDGE => reader.thumbnail(photo),
        PictureSize::Drawn { .. } | PictureSize::Large => None,
    };
    let pixels = match small.and_then(|bytes| decode(&bytes)) {
        Some(pixels) => pixels,
        None => decode(&reader.original(photo)?)?,
    };
    let shown = Edit::of(photo).apply(pixels);
    Some(image(&match size {
        // What is left of a crop is seldom to the pixel what was wanted.
        PictureSize::Drawn { width_px } => fit(shown, width_px, most_px),
        PictureSize::Thumbnail | PictureSize::Large => shown,
    }))
}

/// The longer side of a photo, as it is shown, of which the width is known.
fn longer_side(photo: &Photo, width_px: u32) -> u32 {
    let ratio = f64::from(photo.shown_size_px().ratio());
    (f64::from(width_px) / ratio.clamp(0.01, 1.0)).round() as u32
}

/// As egui draws it.
pub fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width() as usize, pixels.height() as usize];
    let colors = pixels.rgb().chunks_exact(3).map(|rgb| Color32::from_rgb(rgb[0], rgb[1], rgb[2]));
    ColorImage::new(size, colors.collect())
}
