//! Making a picture smaller in linear light, as light adds up: thin bright lines and lamps at night keep their brightness.
//!
//! The first step averages whole blocks of pixels, which costs little more than reading them; a Lanczos filter does the rest.
//! It goes band by band: what lies between its two passes stays in the processor's cache, and takes no memory to speak of.

use std::sync::LazyLock;

use fast_image_resize::{PixelComponentMapper, PixelType, Resizer, create_srgb_mapper, images, pixels::U16x3};

use crate::photo::{aspect::Area, pixels::Pixels, resize::lanczos};

/// A picture whose values are proportional to light, 16 bits a channel: six bytes a pixel.
pub struct LinearPixels {
    image: images::Image<'static>,
    /// What of the stored columns and rows is the picture; the outer ones may be so in part.
    covered: Area,
}

/// A part in fractions of a picture's sides, inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

impl Part {
    /// Everything.
    pub const WHOLE: Self = Self { left: 0.0, top: 0.0, width: 1.0, height: 1.0 };
}

/// Rows of a band: few enough for the cache, and enough that the filter's weights, which are reckoned anew for each, cost nothing.
const BAND: u32 = 256;

/// How many pixels of the smaller picture the filter looks at on either side.
const LANCZOS_REACH: f64 = 3.0;

static MAPPER: LazyLock<PixelComponentMapper> = LazyLock::new(create_srgb_mapper);

/// Light of each sRGB value, 0 to 65535 (IEC 61966-2-1).
static LIGHT: LazyLock<[u16; 256]> = LazyLock::new(|| {
    std::array::from_fn(|value| {
        let encoded = value as f64 / 255.0;
        let light = if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
        (light * 65_535.0).round() as u16
    })
});

impl LinearPixels {
    /// The side of the largest squares of pixels that leave at least `least_width` of them across.
    pub fn side(area: Area, least_width: u32) -> u32 {
        (area.width as u32 / least_width.max(1)).max(1)
    }

    /// Converts to linear light, averaging squares of so many pixels a side. `area` is what of the pixels is the picture.
    /// `None` only if the library refuses buffers that it made itself.
    pub fn averaged(pixels: &Pixels, area: Area, side: u32) -> Option<Self> {
        let side = side.max(1);
        let (width, height) = (pixels.width().div_ceil(side), pixels.height().div_ceil(side));
        let mut image = images::Image::new(width, height, PixelType::U16x3);
        let mut typed = image.typed_image_mut::<U16x3>()?;
        let row_bytes = pixels.width() as usize * 3;
        let source = pixels.rgb().chunks(row_bytes * side as usize);
        let target = typed.pixels_mut().chunks_mut(width as usize);
        let mut sums = vec![[0u32; 3]; width as usize];
        for (rows, averages) in source.zip(target) {
            average_rows(rows, row_bytes, side as usize, &mut sums, averages);
        }
        let by = f64::from(side);
        let covered =
            Area { left: area.left / by, top: area.top / by, width: area.width / by, height: area.height / by };
        Some(Self { image, covered })
    }

    /// Stored pixels across.
    pub fn width(&self) -> u32 {
        self.image.width()
    }

    /// The part at a size, still in linear light.
    pub fn sized(&self, part: Part, width: u32, height: u32) -> Option<Self> {
        let mut image = images::Image::new(width, height, PixelType::U16x3);
        let mut at = 0;
        self.in_bands(part, (width, height), |band| {
            let end = at + band.buffer().len();
            image.buffer_mut().get_mut(at..end)?.copy_from_slice(band.buffer());
            at = end;
            Some(())
        })?;
        let covered = Area { left: 0.0, top: 0.0, width: width.into(), height: height.into() };
        Some(Self { image, covered })
    }

    /// The part at a size, in sRGB: as [`Self::sized`] and [`Self::encoded`], without the memory for what is between them.
    pub fn sized_and_encoded(&self, part: Part, width: u32, height: u32) -> Option<Pixels> {
        let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
        self.in_bands(part, (width, height), |band| {
            let mut encoded = images::Image::new(band.width(), band.height(), PixelType::U8x3);
            MAPPER.backward_map(band, &mut encoded).ok()?;
            rgb.extend_from_slice(encoded.buffer());
            Some(())
        })?;
        Pixels::from_rgb(width, height, rgb)
    }

    /// Gives the part at a size in bands of some rows, from the top. Each is filtered down first: the pass across is the dearer
    /// one, and has the fewer rows then.
    fn in_bands(
        &self,
        part: Part,
        (width, height): (u32, u32),
        mut take: impl FnMut(&images::Image<'_>) -> Option<()>,
    ) -> Option<()> {
        let (across, down) = (self.covered.width, self.covered.height);
        let (stored_width, stored_height) = (self.image.width(), self.image.height());
        let left = (self.covered.left + part.left * across).max(0.0);
        let top = (self.covered.top + part.top * down).max(0.0);
        // Rounding must not carry the part a hair's breadth over the edge.
        let part_width = (part.width * across).min(f64::from(stored_width) - left);
        let part_height = (part.height * down).min(f64::from(stored_height) - top);
        // The columns that the filter looks at.
        let reach = LANCZOS_REACH * (part_width / f64::from(width)).max(1.0) + 1.0;
        let first = (left - reach).floor().max(0.0);
        let columns = ((left + part_width + reach).ceil().min(f64::from(stored_width)) - first) as u32;
        let mut resizer = Resizer::new();
        let mut between = images::Image::new(columns, height.min(BAND), PixelType::U16x3);
        let mut band = images::Image::new(width, height.min(BAND), PixelType::U16x3);
        for row in (0..height).step_by(BAND as usize) {
            let rows = BAND.min(height - row);
            if rows != band.height() {
                between = images::Image::new(columns, rows, PixelType::U16x3);
                band = images::Image::new(width, rows, PixelType::U16x3);
            }
            let band_top = top + part_height * f64::from(row) / f64::from(height);
            let band_height =
                (part_height * f64::from(rows) / f64::from(height)).min(f64::from(stored_height) - band_top);
            let options = lanczos().crop(first, band_top, columns.into(), band_height);
            resizer.resize(&self.image, &mut between, &options).ok()?;
            let options = lanczos().crop(left - first, 0.0, part_width, rows.into());
            resizer.resize(&between, &mut band, &options).ok()?;
            take(&band)?;
        }
        Some(())
    }

    /// The stored pixels in sRGB again.
    pub fn encoded(&self) -> Option<Pixels> {
        let (width, height) = (self.image.width(), self.image.height());
        let mut encoded = images::Image::new(width, height, PixelType::U8x3);
        MAPPER.backward_map(&self.image, &mut encoded).ok()?;
        Pixels::from_rgb(width, height, encoded.into_vec())
    }
}

/// Averages the light of one row of squares; at the right and lower edge of what is left of them.
fn average_rows(rows: &[u8], row_bytes: usize, side: usize, sums: &mut [[u32; 3]], averages: &mut [U16x3]) {
    let light = &*LIGHT;
    if side == 1 {
        for (average, pixel) in averages.iter_mut().zip(rows.chunks_exact(3)) {
            average.0 = [pixel[0], pixel[1], pixel[2]].map(|value| light[usize::from(value)]);
        }
        return;
    }
    sums.fill([0; 3]);
    for row in rows.chunks_exact(row_bytes) {
        for (sum, block) in sums.iter_mut().zip(row.chunks(side * 3)) {
            for pixel in block.chunks_exact(3) {
                sum[0] += u32::from(light[usize::from(pixel[0])]);
                sum[1] += u32::from(light[usize::from(pixel[1])]);
                sum[2] += u32::from(light[usize::from(pixel[2])]);
            }
        }
    }
    let (down, columns) = (rows.len() / row_bytes, row_bytes / 3);
    let last_across = columns - (sums.len() - 1) * side;
    let whole = 1.0 / (down * side) as f32;
    let last = 1.0 / (down * last_across) as f32;
    let scale = |sum: &[u32; 3], by: f32| sum.map(|value| (value as f32 * by + 0.5) as u16);
    for (average, sum) in averages.iter_mut().zip(sums.iter()) {
        average.0 = scale(sum, whole);
    }
    if let (Some(average), Some(sum)) = (averages.last_mut(), sums.last()) {
        average.0 = scale(sum, last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::fixtures::{self, assert_alike};

    fn linear(pixels: &Pixels, least_width: u32) -> LinearPixels {
        let area = Area::whole(pixels);
        LinearPixels::averaged(pixels, area, LinearPixels::side(area, least_width)).unwrap()
    }

    #[test]
    fn at_its_own_size_nothing_changes() {
        let scene = fixtures::scene(70, 90);
        assert_eq!(linear(&scene, 70).encoded().unwrap(), scene);
        let same = linear(&scene, 1_000).sized(Part::WHOLE, 70, 90).unwrap();
        assert_eq!(same.encoded().unwrap(), scene);
    }

    #[test]
    fn light_adds_up_as_light() {
        // Half white, half black reflects half the light, which sRGB writes as 188, not 128.
        let stripes = fixtures::stripes(128, 128);
        let by_blocks = linear(&stripes, 64).encoded().unwrap();
        let filtered = linear(&stripes, 128).sized(Part::WHOLE, 16, 16).unwrap();
        for mixed in [by_blocks, filtered.encoded().unwrap()] {
            let middle = mixed.cropped(4, 4, 8, 8);
            assert!(middle.rgb().iter().all(|value| value.abs_diff(188) <= 3), "{:?}", &middle.rgb()[..6]);
        }
    }

    #[test]
    fn sides_that_are_no_multiple_of_the_block_keep_their_shape() {
        for (width, height) in [(301, 203), (299, 205), (300, 1), (47, 500)] {
            let linear = linear(&fixtures::scene(width, height), width / 3);
            let (small_width, small_height) = ((width / 5).max(1), (height / 5).max(1));
            let small = linear.sized(Part::WHOLE, small_width, small_height).unwrap().encoded().unwrap();
            assert_alike(&small, &fixtures::scene(small_width, small_height), 2.5, &format!("{width} x {height}"));
        }
        let edge = linear(&fixtures::solid(5, 5, [90, 91, 92]), 2);
        assert_eq!(edge.encoded().unwrap(), fixtures::solid(3, 3, [90, 91, 92]));
    }

    #[test]
    fn bands_join_without_a_seam() {
        let scene = fixtures::scene(400, 700);
        let linear = linear(&scene, 400);
        for (width, height) in [(399, 699), (200, 350), (130, BAND * 2), (90, BAND * 2 + 1), (400, 65), (64, 700)] {
            let sized = linear.sized(Part::WHOLE, width, height).unwrap().encoded().unwrap();
            assert_alike(&sized, &fixtures::scene(width, height), 2.0, &format!("{width} x {height}"));
            assert_eq!(linear.sized_and_encoded(Part::WHOLE, width, height).unwrap(), sized);
            let mut at_once = images::Image::new(width, height, PixelType::U16x3);
            Resizer::new().resize(&linear.image, &mut at_once, &lanczos()).unwrap();
            let at_once = LinearPixels { image: at_once, covered: Area::whole(&sized) }.encoded().unwrap();
            let most = sized.rgb().iter().zip(at_once.rgb()).map(|(one, other)| one.abs_diff(*other)).max();
            assert!(most <= Some(1), "{width} x {height}: {most:?}");
        }
    }

    #[test]
    fn a_part_is_that_part() {
        let scene = fixtures::scene(120, 80);
        let linear = linear(&scene, 120);
        let part = Part { left: 20.0 / 120.0, top: 10.0 / 80.0, width: 0.5, height: 0.5 };
        let shown = linear.sized(part, 60, 40).unwrap().encoded().unwrap();
        assert_alike(&shown, &scene.cropped(20, 10, 60, 40), 0.5, "part");
    }
}
