//! Making a picture smaller, for the screen. Exports use [`linear`](crate::photo::linear), which is costlier and keeps fine
//! bright detail.

use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images};

use crate::photo::pixels::Pixels;

/// The largest size of the same shape that fits in a box; never larger than the picture, never under one pixel.
pub fn fitted_size(width: u32, height: u32, max_width: u32, max_height: u32) -> (u32, u32) {
    let scale = (f64::from(max_width) / f64::from(width)).min(f64::from(max_height) / f64::from(height));
    if scale >= 1.0 {
        return (width, height);
    }
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    (side(width), side(height))
}

/// Makes a picture fit in a box with a Lanczos filter on the encoded values; returns it as it is when it fits already.
#[must_use]
pub fn fit(pixels: Pixels, max_width: u32, max_height: u32) -> Pixels {
    let (width, height) = fitted_size(pixels.width(), pixels.height(), max_width, max_height);
    if (width, height) == (pixels.width(), pixels.height()) {
        return pixels;
    }
    resized(&pixels, width, height).unwrap_or(pixels)
}

/// `None` only if the library refuses buffers that it made itself.
fn resized(pixels: &Pixels, width: u32, height: u32) -> Option<Pixels> {
    let source = images::ImageRef::new(pixels.width(), pixels.height(), pixels.rgb(), PixelType::U8x3).ok()?;
    let mut target = images::Image::new(width, height, PixelType::U8x3);
    Resizer::new().resize(&source, &mut target, &lanczos()).ok()?;
    Pixels::from_rgb(width, height, target.into_vec())
}

pub(crate) fn lanczos() -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, assert_alike};

    #[test]
    fn the_shape_is_kept_and_nothing_grows() {
        assert_eq!(fitted_size(6000, 4000, 512, 512), (512, 341));
        assert_eq!(fitted_size(4000, 6000, 1440, 960), (640, 960));
        assert_eq!(fitted_size(300, 200, 512, 512), (300, 200));
        assert_eq!(fitted_size(30_000, 1, 512, 512), (512, 1));
    }

    #[test]
    fn a_smaller_picture_shows_the_same() {
        let small = fit(fixtures::scene(400, 300), 100, 100);
        assert_eq!((small.width(), small.height()), (100, 75));
        assert_alike(&small, &fixtures::scene(100, 75), 6.0, "scene");
        assert_eq!(fit(fixtures::scene(30, 20), 100, 100), fixtures::scene(30, 20));
    }
}
