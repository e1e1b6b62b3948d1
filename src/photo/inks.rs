//! Pictures for print: the four inks of a JPEG become the colours that their profile says.

use image::RgbImage;
use jpeg_decoder::{Decoder, PixelFormat};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::photo::limits::Limits;

/// The picture in sRGB; `None` for one that has no four inks, or no profile that tells their colours.
pub(crate) fn in_srgb(bytes: &[u8], profile: &[u8], limits: &Limits) -> Option<RgbImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Cmyk {
        return None;
    }
    // Four numbers are Cyan, Magenta, Yellow and Key as well as they are Red, Green, Blue and Alpha.
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, TransformOptions::default()).ok()?;
    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(limits.max_alloc).unwrap_or(usize::MAX));
    decoder.read_info().ok()?;
    let info = decoder.info().filter(|info| info.pixel_format == PixelFormat::CMYK32)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    limits.check(width, height, 4).ok()?;
    let inks = decoder.decode().ok()?;
    let mut image = RgbImage::new(width, height);
    let rows = inks.chunks_exact(usize::from(info.width) * 4).zip(image.chunks_exact_mut(usize::from(info.width) * 3));
    for (inks, colours) in rows {
        transform.transform(inks, colours).ok()?;
    }
    Some(image)
}
