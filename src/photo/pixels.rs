//! A decoded picture.

use image::RgbImage;

use crate::photo::orientation::Orientation;

/// Upright 8-bit sRGB pixels, row by row from the top left, three bytes each, at least one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels(RgbImage);

impl Pixels {
    /// Takes a buffer of exactly `width * height * 3` bytes; `None` for any other length or for no pixels at all.
    pub fn from_rgb(width: u32, height: u32, rgb: Vec<u8>) -> Option<Self> {
        let wanted = u64::from(width).checked_mul(u64::from(height))?.checked_mul(3)?;
        if wanted == 0 || u64::try_from(rgb.len()) != Ok(wanted) {
            return None;
        }
        RgbImage::from_raw(width, height, rgb).map(Self)
    }

    /// For the codecs.
    pub(crate) fn into_image(self) -> RgbImage {
        self.0
    }

    /// From the codecs; of at least one pixel.
    pub(crate) fn from_image(image: RgbImage) -> Self {
        Self(image)
    }

    /// Pixels across.
    pub fn width(&self) -> u32 {
        self.0.width()
    }

    /// Pixels down.
    pub fn height(&self) -> u32 {
        self.0.height()
    }

    /// The bytes: red, green, blue of each pixel.
    pub fn rgb(&self) -> &[u8] {
        self.0.as_raw()
    }

    /// The picture turned as the flag says.
    #[must_use]
    pub fn oriented(self, orientation: Orientation) -> Self {
        Self(orientation.apply(self.0))
    }

    /// The part that starts at `left`, `top`; clamped so that at least one pixel remains.
    #[must_use]
    pub fn cropped(&self, left: u32, top: u32, width: u32, height: u32) -> Self {
        let left = left.min(self.width() - 1);
        let top = top.min(self.height() - 1);
        let width = width.clamp(1, self.width() - left);
        let height = height.clamp(1, self.height() - top);
        Self(image::imageops::crop_imm(&self.0, left, top, width, height).to_image())
    }
}
