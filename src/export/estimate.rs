//! How large an export will be, told before any picture is made. What an earlier export made and the report kept is measured, as are words;
//! the other pictures are estimated by their pixels and by what encoders make of photos as a rule.

use crate::export::desk::photo_requests;
use crate::export::pictures::{self, Need};
use crate::export::{PictureSource, fragment, markdown, text};
use crate::filing::Preset;
use crate::photo::{DeriveRequest, OutputFormat, Planned, planned};
use crate::report::{Photo, Report};

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
    /// EPUB.
    pub epub: u64,
    /// Markdown.
    pub markdown: u64,
    /// Plain text.
    pub text: u64,
    /// ninjs.
    pub ninjs: u64,
    /// A desk package.
    pub desk: u64,
}

/// A page without a story.
const BARE_PAGE: u64 = 9_000;
/// A word processor's document without a story, and what of the story is left when it is packed.
const BARE_DOCX: u64 = 9_000;

/// About how large the exports of a report will be.
pub fn estimate(report: &Report, source: &dyn PictureSource, preset: &Preset) -> Estimate {
    let html = fragment(report).len() as u64;
    let words = text::write(report).len() as u64;
    let marked = markdown::write_beside_page(report).len() as u64;
    let sizes = Sizes { report, source };
    let page = BARE_PAGE + html * 2 + sizes.of_page(Need::Files);
    let ninjs = html * 2 + words + 2_000;
    let document = BARE_DOCX + words / 3;
    let docx = document + sizes.of_page(Need::Document);
    let photos: u64 = photo_requests(report, preset)
        .into_iter()
        .map(|(photo, wishes)| sizes.of_photo(photo, wishes, preset.quality))
        .sum();
    let desk = page + html + words + marked + docx + ninjs * 2 + photos + 8_000;
    Estimate {
        page,
        // Base64 makes four bytes of three.
        html: BARE_PAGE + html + sizes.inside_page() * 4 / 3,
        fragment: html,
        docx,
        epub: document + sizes.of_page(Need::Book),
        markdown: marked,
        text: words,
        ninjs,
        desk: preset.most_bytes().map_or(desk, |most| desk.min(most)),
    }
}

/// The quality of a page's pictures.
const PAGE_QUALITY: u8 = 80;

/// Bytes of pictures.
struct Sizes<'a> {
    report: &'a Report,
    source: &'a dyn PictureSource,
}

impl Sizes<'_> {
    /// Of all pictures of a page or a document.
    fn of_page(&self, need: Need) -> u64 {
        let jobs = pictures::jobs(self.report, need).into_iter();
        jobs.map(|job| self.of_photo(job.photo, pictures::wishes(&job, need), PAGE_QUALITY)).sum()
    }

    /// Of the pictures in a page that is one file: browsers that take no WebP have one JPEG of each photo there, the widest.
    fn inside_page(&self) -> u64 {
        let of_job = |job: &pictures::Job<'_>| {
            let files = self.planned(job.photo, pictures::wishes(job, Need::Inside));
            let (jpegs, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.format == OutputFormat::Jpeg);
            let widest = jpegs.into_iter().max_by_key(|file| file.size.0);
            others.into_iter().chain(widest).map(|file| self.of_file(job.photo, file, PAGE_QUALITY)).sum::<u64>()
        };
        pictures::jobs(self.report, Need::Inside).iter().map(of_job).sum()
    }

    /// Of what is wished of one photo.
    fn of_photo(&self, photo: &Photo, wishes: DeriveRequest, quality: u8) -> u64 {
        self.planned(photo, wishes).iter().map(|file| self.of_file(photo, file, quality)).sum()
    }

    fn planned(&self, photo: &Photo, wishes: DeriveRequest) -> Vec<Planned> {
        let size = (photo.size_px.width, photo.size_px.height);
        planned(&photo.hash.to_string(), size, &pictures::request(self.report, photo, wishes))
    }

    fn of_file(&self, photo: &Photo, file: &Planned, quality: u8) -> u64 {
        let kept = self.source.derived_len(photo, file.key, file.format);
        kept.unwrap_or_else(|| guess(file, quality)) + file.words as u64
    }
}

/// So many pixels have the narrowest pictures of a page.
const NARROW_PX: f64 = 480.0 * 320.0;

/// Bytes of a picture that is not made yet, without its words. The more pixels a picture has, the fewer bytes each of them takes: photos
/// of speakers and halls, from cameras and for the web, have about as many in the narrowest picture, and lose so much with each doubling.
fn guess(file: &Planned, quality: u8) -> u64 {
    let pixels = f64::from(file.size.0) * f64::from(file.size.1);
    let (narrow, falls) = match file.format {
        OutputFormat::Jpeg => (0.18, 0.275),
        OutputFormat::Webp => (0.13, 0.375),
    };
    let density = narrow * (NARROW_PX / pixels.max(1.0)).powf(falls);
    // The bytes double with every ten steps of the quality, or nearly so.
    let finer = 2_f64.powf((f64::from(quality) - f64::from(PAGE_QUALITY)) / 10.0);
    let bytes = (pixels * density * finer) as u64;
    // What is too large is brought just below what it may have.
    file.budget.map_or(bytes, |most| bytes.min(most as u64 * 19 / 20))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::export::tests::{picture, report};
    use crate::export::{Form, NoPictures, PictureError, Target, Template, Watch, desk, export};
    use crate::filing::built_in;
    use crate::photo::DerivedKey;

    #[test]
    fn more_pixels_weigh_more_and_a_limit_is_a_limit() {
        let report = report(str::to_owned);
        let [web, print, mail] = built_in().try_into().unwrap();
        let of = |preset: &Preset| estimate(&report, &NoPictures, preset);
        assert!(of(&print).desk > of(&web).desk, "a finer quality");
        assert_eq!(of(&print).page, of(&mail).page);
        assert!(of(&mail).desk <= 10_000_000);
        let tiny = Preset { megabytes: Some(1), side_px: 8000, quality: 95, ..web };
        assert!(of(&tiny).desk <= 1_000_000);
        let bare = estimate(&Report { photos: Vec::new(), ..report.clone() }, &NoPictures, &mail);
        assert!(bare.page < of(&mail).page && bare.docx < of(&mail).docx && bare.text > 0);
        let no_lead = Report { body: crate::report::Body::default(), ..report.clone() };
        assert!(estimate(&no_lead, &NoPictures, &mail).page < of(&mail).page - 100_000, "pictures not on the page");
    }

    /// A source that keeps what was made.
    #[derive(Default)]
    struct Keeper(BTreeMap<(DerivedKey, OutputFormat), u64>);

    impl PictureSource for Keeper {
        fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
            picture().original(photo)
        }

        fn derived_len(&self, _photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<u64> {
            self.0.get(&(key, format)).copied()
        }
    }

    /// Bytes of what the JPEGs of the first photo say.
    fn planned_words(sizes: &Sizes<'_>) -> u64 {
        let jobs = pictures::jobs(sizes.report, Need::Document);
        sizes.planned(jobs[0].photo, pictures::wishes(&jobs[0], Need::Document))[0].words as u64
    }

    #[test]
    fn what_was_made_before_is_known_to_the_byte() {
        let report = report(str::to_owned);
        let folder = tempfile::tempdir().unwrap();
        let preset = Preset { side_px: 700, quality: 61, ..built_in().swap_remove(0) };
        let mut keeper = Keeper::default();
        let cancel = AtomicBool::new(false);
        let mut watch = Watch { on_progress: &mut |_| {}, cancel: &cancel };
        let (out, html) = (folder.path().join("package"), folder.path().join("page.html"));
        let template = Template::default();
        let package = desk(&report, &keeper, &preset, &template, (&out, Form::Folder), &mut watch).unwrap();
        let page = export(&report, &keeper, Target::Html, &html, &mut watch).unwrap();
        let document = export(
            &report,
            &keeper,
            Target::Document(crate::export::DocumentKind::Docx),
            &folder.path().join("a.docx"),
            &mut watch,
        );
        let document = document.unwrap();
        let made = [package.derived, page.derived, document.derived.clone()].concat();
        let lengths = made.iter().filter_map(|made| Some(((made.key, made.format), made.fresh.as_ref()?.len() as u64)));
        keeper.0.extend(lengths);
        let written = |inner: &str| -> u64 {
            let files = std::fs::read_dir(out.join(inner)).unwrap();
            files.map(|file| file.unwrap().metadata().unwrap().len()).sum()
        };
        let sizes = Sizes { report: &report, source: &keeper };
        assert_eq!(sizes.of_page(Need::Files), written("img"));
        let (photo, wishes) = photo_requests(&report, &preset).remove(0);
        assert_eq!(sizes.of_photo(photo, wishes, preset.quality), written("photos"));
        let guessed = Sizes { source: &NoPictures, ..sizes };
        assert_ne!(guessed.of_page(Need::Files), written("img"));
        let html = std::fs::read_to_string(html).unwrap();
        let inside: Vec<&str> =
            html.split(";base64,").skip(1).map(|data| data.split(['"', ' ']).next().unwrap()).collect();
        let bytes: usize = inside.iter().map(|data| data.trim_end_matches('=').len() * 3 / 4).sum();
        assert!(inside.len() > 2);
        assert_eq!(sizes.inside_page(), bytes as u64);
        let [widest] = &document.derived[..] else { panic!("one picture: {:?}", document.derived) };
        let words = planned_words(&sizes);
        assert_eq!(sizes.of_page(Need::Document), keeper.0[&(widest.key, widest.format)] + words);
    }

    #[test]
    fn photos_of_a_hall_weigh_about_as_much_as_is_told() {
        let request = |width: u32, budget: Option<usize>| DeriveRequest {
            rungs: vec![crate::photo::Rung { width, byte_budget: budget }],
            ..DeriveRequest::default()
        };
        let guessed = |size: (u32, u32), width: u32, budget, format| {
            let files = planned("07", size, &request(width, budget));
            guess(files.iter().find(|file| file.format == format).unwrap(), PAGE_QUALITY)
        };
        // Of six photos of halls, two of them from cameras, upright ones last: the median of what was made.
        let (jpeg, webp) = (OutputFormat::Jpeg, OutputFormat::Webp);
        let made = [
            ((6000, 4000), 1440, Some(190_000), jpeg, 125_000),
            ((6000, 4000), 960, Some(100_000), jpeg, 74_000),
            ((6000, 4000), 480, Some(34_000), jpeg, 30_000),
            ((6000, 4000), 1440, Some(190_000), webp, 60_000),
            ((6000, 4000), 480, Some(34_000), webp, 17_700),
            ((4000, 6000), 960, Some(100_000), jpeg, 95_000),
        ];
        for (size, width, budget, format, bytes) in made {
            let guessed = guessed(size, width, budget, format);
            assert!(guessed * 4 > bytes * 3 && guessed * 3 < bytes * 4, "{width} {format:?}: {guessed} for {bytes}");
        }
    }
}
