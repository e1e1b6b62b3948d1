//! How large an export will be, told before any picture is made: from the sizes of the photos and from what encoders make of photos as
//! a rule. Words are measured.

use crate::export::pictures::LADDER;
use crate::export::{fragment, markdown, text};
use crate::filing::Preset;
use crate::report::{Photo, Report, SizePx};

/// Bytes of what can be made of a report, about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Estimate {
    /// A page with its pictures.
    pub page: u64,
    /// The page as one file.
    pub html: u64,
    /// The clean HTML.
    pub fragment: u64,
    /// DOCX.
    pub docx: u64,
    /// Markdown.
    pub markdown: u64,
    /// Plain text.
    pub text: u64,
    /// ninjs.
    pub ninjs: u64,
    /// A desk package.
    pub desk: u64,
}

/// Bytes of a pixel of a JPEG of quality 80, in hundredths.
const JPEG: u64 = 14;
/// The same of a WebP.
const WEBP: u64 = 10;
/// Bytes of what a JPEG says of itself.
const WORDS_IN_JPEG: u64 = 4_000;
/// A page without a story.
const BARE_PAGE: u64 = 9_000;
/// A word processor's document without a story, and what of the story is left when it is packed.
const BARE_DOCX: u64 = 9_000;

/// About how large the exports of a report will be.
pub fn estimate(report: &Report, preset: &Preset) -> Estimate {
    let html = fragment(report).len() as u64;
    let words = text::write(report).len() as u64;
    let marked = markdown::write_beside_page(report).len() as u64;
    let shown: Vec<&Photo> =
        report.body.blocks().iter().filter_map(|block| report.photo(block.photo()?)).map(AsRef::as_ref).collect();
    let sum = |size: &dyn Fn(&Photo) -> u64| shown.iter().map(|photo| size(photo)).sum::<u64>();
    let previews = if shown.is_empty() && report.details.lead_photo.is_none() { 0 } else { 3 * 150_000 };
    let page = BARE_PAGE + html * 2 + sum(&|photo| rungs(photo, 1440)) + previews;
    let ninjs = html * 2 + words + 2_000;
    let docx = BARE_DOCX + words / 3 + sum(&|photo| widest(photo));
    let photos: Vec<&Photo> = match preset.all_photos {
        true => report.photos.iter().map(AsRef::as_ref).collect(),
        false => shown.clone(),
    };
    let desk: u64 = photos.iter().map(|photo| of_desk(photo, preset)).sum();
    let desk = page + html + words + marked + docx + ninjs * 2 + desk + 8_000;
    Estimate {
        page,
        // Base64 makes four bytes of three.
        html: BARE_PAGE + html + sum(&|photo| rungs(photo, 960)) * 4 / 3,
        fragment: html,
        docx,
        markdown: marked,
        text: words,
        ninjs,
        desk: preset.most_bytes().map_or(desk, |most| desk.min(most)),
    }
}

fn pixels(size: SizePx, width: u32) -> u64 {
    let width = u64::from(width.min(size.width));
    width * width * u64::from(size.height) / u64::from(size.width.max(1))
}

fn file(size: SizePx, width: u32, most: usize, density: u64) -> u64 {
    (pixels(size, width) * density / 100).min(most as u64)
}

/// All sizes of a photo on the page.
fn rungs(photo: &Photo, widest: u32) -> u64 {
    let size = photo.shown_size_px();
    let widest = if size.height > size.width { widest.min(960) } else { widest };
    let rungs = LADDER.iter().filter(|(width, _)| *width <= widest);
    rungs.map(|(width, most)| file(size, *width, *most, JPEG) + WORDS_IN_JPEG + file(size, *width, *most, WEBP)).sum()
}

/// The widest JPEG of a photo on the page.
fn widest(photo: &Photo) -> u64 {
    let size = photo.shown_size_px();
    let (width, most) = if size.height > size.width { (960, 100_000) } else { (1440, 190_000) };
    file(size, width, most, JPEG) + WORDS_IN_JPEG
}

fn of_desk(photo: &Photo, preset: &Preset) -> u64 {
    let size = photo.shown_size_px();
    let longer = u64::from(size.width.max(size.height).max(1));
    let side = u64::from(preset.side_px).min(longer);
    let pixels = u64::from(size.width) * u64::from(size.height) * side / longer * side / longer;
    // The bytes double with every ten steps of the quality, or nearly so.
    let steps = i32::from(preset.quality) - 80;
    let density = (JPEG as f64 * 2_f64.powf(f64::from(steps) / 10.0)) as u64;
    pixels * density / 100 + WORDS_IN_JPEG
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::report;
    use crate::filing::built_in;

    #[test]
    fn more_pixels_weigh_more_and_a_limit_is_a_limit() {
        let report = report(str::to_owned);
        let [web, print, mail] = built_in().try_into().unwrap();
        let of = |preset: &Preset| estimate(&report, preset);
        assert!(of(&print).desk > of(&web).desk, "a finer quality");
        assert_eq!(of(&print).page, of(&mail).page);
        assert!(of(&mail).desk <= 10_000_000);
        let tiny = Preset { megabytes: Some(1), side_px: 8000, quality: 95, ..web };
        assert!(of(&tiny).desk <= 1_000_000);
        let bare = estimate(&Report { photos: Vec::new(), ..report.clone() }, &mail);
        assert!(bare.page < of(&mail).page && bare.docx < of(&mail).docx && bare.text > 0);
    }
}
