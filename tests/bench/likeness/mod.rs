//! How like a picture made smaller is to the one that it was made of.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use rapporteur::photo::linear::{LinearPixels, Part};
use rapporteur::photo::{Limits, Pixels, aspect::Area, decode_upright};

/// A picture decoded at full size.
pub struct Reference(Pixels);

impl Reference {
    pub fn new(bytes: &[u8]) -> Self {
        Self(decode_upright(bytes, &Limits::default()).expect("a photo"))
    }

    /// SSIM with the reference made as small by a Lanczos filter: on encoded values, and on light.
    pub fn likeness(&self, made: &Pixels) -> [f64; 2] {
        let (width, height) = (made.width(), made.height());
        let encoded = lanczos(&self.0, width, height);
        let linear = LinearPixels::averaged(&self.0, Area::whole(&self.0), 1)
            .and_then(|linear| linear.sized(Part::WHOLE, width, height)?.encoded())
            .expect("a smaller reference");
        [encoded, linear].map(|reference| ssim(&reference, made))
    }
}

/// At exactly this size: of 533.5 rows some make 533 and others 534.
fn lanczos(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    let (from, to) = (pixels.width(), pixels.height());
    let source = ImageRef::new(from, to, pixels.rgb(), PixelType::U8x3).expect("three bytes a pixel");
    let mut target = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&source, &mut target, &options).expect("pixels of one kind");
    Pixels::from_rgb(width, height, target.into_vec()).expect("as many bytes as pixels")
}

/// The mean structural similarity of the luma in windows of 8 by 8 (Wang et al. 2004), every fourth.
fn ssim(one: &Pixels, other: &Pixels) -> f64 {
    const SIDE: usize = 8;
    let (width, height) = (one.width() as usize, one.height() as usize);
    let luma = |pixels: &Pixels| -> Vec<f64> {
        let of = |rgb: &[u8]| 0.299 * f64::from(rgb[0]) + 0.587 * f64::from(rgb[1]) + 0.114 * f64::from(rgb[2]);
        pixels.rgb().chunks_exact(3).map(of).collect()
    };
    let (one, other) = (luma(one), luma(other));
    let (mut sum, mut windows) = (0.0, 0.0);
    for top in (0..=height.saturating_sub(SIDE)).step_by(4) {
        for left in (0..=width.saturating_sub(SIDE)).step_by(4) {
            let (mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for row in top..top + SIDE {
                for at in row * width + left..row * width + left + SIDE {
                    let (x, y) = (one[at], other[at]);
                    (a, b, aa, bb, ab) = (a + x, b + y, aa + x * x, bb + y * y, ab + x * y);
                }
            }
            let n = (SIDE * SIDE) as f64;
            let (mean_a, mean_b) = (a / n, b / n);
            let (var_a, var_b, both) = (aa / n - mean_a * mean_a, bb / n - mean_b * mean_b, ab / n - mean_a * mean_b);
            let (c1, c2) = ((0.01f64 * 255.0).powi(2), (0.03f64 * 255.0).powi(2));
            sum += (2.0 * mean_a * mean_b + c1) * (2.0 * both + c2)
                / ((mean_a * mean_a + mean_b * mean_b + c1) * (var_a + var_b + c2));
            windows += 1.0;
        }
    }
    sum / windows
}
