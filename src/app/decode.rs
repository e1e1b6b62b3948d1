//! Decoding pictures for the screen.

use egui::{Color32, ColorImage};

use crate::app::session::PictureReader;
use crate::photo::{Edit, Limits, Pixels, thumbnail::thumbnail_within};
use crate::report::Photo;
use crate::ui::pictures::PictureSize;

/// The longest side of a picture on the page, in pixels: sharp on a dense screen, a tenth of the camera's file in memory.
const PAGE_SIDE_PX: u32 = 1600;
/// The longest side of a thumbnail on the screen: a cell of the wall on a dense one.
const THUMBNAIL_SIDE_PX: u32 = 320;

/// The longest side of a picture that is looked at closely: what most cameras take, in a hundred megabytes.
const LARGE_SIDE_PX: u32 = 6144;

/// The picture of a photo in a size, turned as the reporter wants it, with no side over `most_px`; `None` where it cannot be read.
pub fn picture(reader: &PictureReader, photo: &Photo, size: PictureSize, most_px: u32) -> Option<ColorImage> {
    let side = match size {
        PictureSize::Thumbnail => THUMBNAIL_SIDE_PX,
        PictureSize::Page => PAGE_SIDE_PX,
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
        PictureSize::Thumbnail => reader.thumbnail(photo).and_then(|bytes| decode(&bytes)),
        PictureSize::Page | PictureSize::Large => None,
    };
    let pixels = match small {
        Some(pixels) => pixels,
        None => decode(&reader.original(photo)?)?,
    };
    Some(image(&Edit::of(photo).apply(pixels)))
}

/// As egui draws it.
pub fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width() as usize, pixels.height() as usize];
    let colors = pixels.rgb().chunks_exact(3).map(|rgb| Color32::from_rgb(rgb[0], rgb[1], rgb[2]));
    ColorImage::new(size, colors.collect())
}
