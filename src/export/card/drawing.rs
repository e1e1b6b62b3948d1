//! The card as pixels.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::Rect;
use vello_cpu::peniko::{Blob, FontData};
use vello_cpu::{Level, Pixmap, RenderContext, RenderSettings, Resources};

use crate::export::card::Words;
use crate::export::card::setting::{Face, LEADING, Line, SANS, SERIF_BOLD, headline};

/// The colours of a page by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    page: [u8; 3],
    ink: [u8; 3],
    muted: [u8; 3],
    accent: [u8; 3],
}

impl Colours {
    /// Those that a style sheet tells by `--page`, `--ink`, `--muted` and `--accent`, as `#rgb` or `#rrggbb`; the first of each counts.
    pub fn of_style(style: &str) -> Self {
        let told = |name: &str, or| style.split_once(name).and_then(|(_, after)| hexadecimal(after)).unwrap_or(or);
        Self {
            page: told("--page:", [253, 252, 250]),
            ink: told("--ink:", [31, 29, 26]),
            muted: told("--muted:", [82, 77, 70]),
            accent: told("--accent:", [15, 68, 148]),
        }
    }
}

fn hexadecimal(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim_start().strip_prefix('#')?;
    let end = digits.find(|sign: char| !sign.is_ascii_hexdigit()).unwrap_or(digits.len());
    let value = u32::from_str_radix(digits.get(..end)?, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    match end {
        6 => Some([red, green, blue]),
        3 => Some([green & 15, blue >> 4, blue & 15].map(|half| half * 17)),
        _ => None,
    }
}

/// Around everything, in pixels.
const MARGIN: f32 = 80.0;
/// The band at the top.
const BAND: f32 = 18.0;
/// The size of the lines above and below the headline.
const SMALL: f32 = 34.0;
/// Between the parts.
const GAP: f32 = 34.0;

/// A card as PNG. `None` where the headline cannot be written.
pub(super) fn draw(words: &Words, colours: &Colours, (width, height): (u16, u16)) -> Option<Vec<u8>> {
    let (wide, high) = (f32::from(width), f32::from(height));
    let measure = wide - 2.0 * MARGIN;
    // A line that is too long, or lacks letters, is left out: the headline says enough.
    let small = |text: &str| SANS.line(text).filter(|line| !text.is_empty() && line.width * SMALL <= measure);
    let (kicker, publisher) = (small(&words.kicker), small(&words.publisher));
    let top = BAND + MARGIN + if kicker.is_some() { SMALL + GAP } else { 0.0 };
    let bottom = high - MARGIN - if publisher.is_some() { SMALL + GAP } else { 0.0 };
    let title = headline(&SERIF_BOLD, &words.headline, (measure, bottom - top))?;

    let mut card = Drawing::new(width, height);
    card.fill(colours.page, (0.0, 0.0, wide, high));
    card.fill(colours.accent, (0.0, 0.0, wide, BAND));
    if let Some(line) = kicker {
        card.write(&SANS, colours.accent, &line, SMALL, BAND + MARGIN + 0.75 * SMALL);
    }
    for (number, line) in title.lines.iter().enumerate() {
        let base = top + title.size * (0.8 + LEADING * number as f32);
        card.write(&SERIF_BOLD, colours.ink, line, title.size, base);
    }
    if let Some(line) = publisher {
        card.write(&SANS, colours.muted, &line, SMALL, high - MARGIN);
    }
    card.into_png()
}

struct Drawing {
    context: RenderContext,
    resources: Resources,
    size: (u16, u16),
}

impl Drawing {
    fn new(width: u16, height: u16) -> Self {
        // The same instructions on every machine, so that the same report gives the same bytes.
        let settings = RenderSettings { level: Level::baseline(), num_threads: 0 };
        let context = RenderContext::new_with(width, height, settings);
        Self { context, resources: Resources::new(), size: (width, height) }
    }

    fn set_colour(&mut self, [red, green, blue]: [u8; 3]) {
        self.context.set_paint(AlphaColor::<Srgb>::from_rgb8(red, green, blue));
    }

    fn fill(&mut self, colour: [u8; 3], (left, top, right, bottom): (f32, f32, f32, f32)) {
        self.set_colour(colour);
        self.context.fill_rect(&Rect::new(left.into(), top.into(), right.into(), bottom.into()));
    }

    fn write(&mut self, face: &Face, colour: [u8; 3], line: &Line, size: f32, base: f32) {
        self.set_colour(colour);
        let font = FontData::new(Blob::from(face.bytes.to_vec()), 0);
        let run = self.context.glyph_run(&mut self.resources, &font).font_size(size).hint(false);
        run.fill_glyphs(line.glyphs(size, (MARGIN, base)).into_iter());
    }

    fn into_png(mut self) -> Option<Vec<u8>> {
        let (width, height) = self.size;
        let mut pixels = Pixmap::new(width, height);
        self.context.flush();
        self.context.render(&mut pixels, &mut self.resources);
        let opaque: Vec<u8> = pixels.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
        let mut bytes = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
        encoder.write_image(&opaque, width.into(), height.into(), ExtendedColorType::Rgb8).ok()?;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_style_sheet() {
        let colours = Colours::of_style(":root{--page:#fff;--accent: #0f4494} @media x{:root{--page:#000}}");
        assert_eq!((colours.page, colours.accent), ([255, 255, 255], [15, 68, 148]));
        assert_eq!(Colours::of_style(":root{--page:white;--ink:#12}"), Colours::of_style(""));
    }
}
