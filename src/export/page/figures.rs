//! Pictures as they stand in the HTML: files beside the page, inside it, or only named.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::export::html::{Figures, Share, Writer};
use crate::export::page::rows;
use crate::export::pictures::{ByPhoto, Made};
use crate::language::typography::repaired_plain;
use crate::photo::{Derivative, OutputFormat};
use crate::report::{Photo, PhotoId, Report};

/// How wide pictures stand in the column of the built-in page.
const SIZES: &str = "(min-width: 47rem) 45rem, calc(100vw - 2rem)";
/// How wide upright ones stand.
const SIZES_UPRIGHT: &str = "(min-width: 30rem) 28rem, calc(100vw - 2rem)";
/// The width of the file that browsers take which know nothing of `srcset`.
const PLAIN_WIDTH: u32 = 960;

/// The pictures of a page.
pub(in crate::export) struct PageFigures<'a> {
    pictures: &'a ByPhoto,
    is_inside: bool,
    first: Option<PhotoId>,
    language: String,
    shares: BTreeMap<PhotoId, Share>,
}

impl<'a> PageFigures<'a> {
    /// As files in the folder `img`.
    pub fn beside(pictures: &'a ByPhoto) -> Self {
        Self { pictures, is_inside: false, first: first(pictures), language: String::new(), shares: BTreeMap::new() }
    }

    /// As data inside the page.
    pub fn inside(pictures: &'a ByPhoto) -> Self {
        Self { is_inside: true, ..Self::beside(pictures) }
    }

    /// In a report, whose rows they stand in, and whose typography alternative texts follow.
    pub fn in_report(&self, report: &Report) -> Self {
        let shares = rows::shares(report, |photo| self.pictures.contains_key(&photo));
        let language = report.language.to_string();
        Self { pictures: self.pictures, is_inside: self.is_inside, first: self.first, language, shares }
    }

    /// What the style sheet needs besides for the rows.
    pub fn rules(&self) -> String {
        rows::rules(&self.shares)
    }

    /// The pictures of a photo, where they are files.
    pub fn files(&self, photo: PhotoId) -> Option<&Made> {
        self.pictures.get(&photo).filter(|_| !self.is_inside)
    }

    /// The photo that previews show.
    pub fn lead(&self) -> Option<PhotoId> {
        self.pictures.iter().find(|(_, made)| made.crops().next().is_some()).map(|(id, _)| *id)
    }

    /// The file that stands for all sizes of a photo.
    pub fn plain(made: &Made) -> Option<&Derivative> {
        let rungs = made.rungs(OutputFormat::Jpeg);
        rungs.iter().rev().find(|file| file.width <= PLAIN_WIDTH).or_else(|| rungs.first()).copied()
    }

    fn address(&self, made: &Made, file: &Derivative) -> String {
        if self.is_inside {
            let kind = file.format.photo_format().mime_type();
            format!("data:{kind};base64,{}", STANDARD.encode(&file.bytes))
        } else {
            format!("img/{}", made.name(file))
        }
    }

    fn set(&self, made: &Made, format: OutputFormat) -> String {
        let files = made.rungs(format).into_iter();
        files.map(|file| format!("{} {}w", self.address(made, file), file.width)).collect::<Vec<_>>().join(", ")
    }
}

fn first(pictures: &ByPhoto) -> Option<PhotoId> {
    pictures.iter().min_by_key(|(_, made)| made.number).map(|(id, _)| *id)
}

impl Figures for PageFigures<'_> {
    fn picture(&self, writer: &mut Writer, photo: &Photo) -> bool {
        let Some(made) = self.pictures.get(&photo.id) else { return false };
        let Some(plain) = Self::plain(made) else { return false };
        let alone = if plain.height > plain.width { SIZES_UPRIGHT } else { SIZES };
        let sizes = self.share(photo.id).map_or(alone, |share| &share.sizes);
        let webp = self.set(made, OutputFormat::Webp);
        let alt = if photo.decorative { String::new() } else { repaired_plain(photo.alt.as_str(), &self.language) };
        let (width, height) = (plain.width.to_string(), plain.height.to_string());
        let source = self.address(made, plain);
        let jpeg = if self.is_inside { String::new() } else { self.set(made, OutputFormat::Jpeg) };
        let mut attributes = vec![("src", source.as_str())];
        if !jpeg.is_empty() {
            attributes.extend([("srcset", jpeg.as_str()), ("sizes", sizes)]);
        }
        attributes.extend([("width", width.as_str()), ("height", height.as_str()), ("alt", alt.as_str())]);
        if photo.decorative {
            attributes.push(("role", "presentation"));
        }
        if self.first == Some(photo.id) {
            attributes.extend([("class", "u-photo"), ("fetchpriority", "high")]);
        } else {
            attributes.extend([("loading", "lazy"), ("decoding", "async")]);
        }
        writer.open("picture", &[]);
        writer.void("source", &[("type", "image/webp"), ("srcset", &webp), ("sizes", sizes)]);
        writer.void("img", &attributes).close();
        true
    }

    fn share(&self, photo: PhotoId) -> Option<&Share> {
        self.shares.get(&photo)
    }
}

/// Pictures that are only named: whoever pastes the fragment brings them along.
pub(in crate::export) struct FragmentFigures {
    order: Vec<PhotoId>,
    language: String,
}

impl FragmentFigures {
    /// The figures of a report.
    pub fn of(report: &Report) -> Self {
        let order = report.body.blocks().iter().filter_map(|block| block.photo()).collect();
        Self { order, language: report.language.to_string() }
    }
}

/// What the file is called that stands for all sizes of a photo, by its number in the order of the page.
pub(in crate::export) fn plain_name(number: usize, photo: &Photo) -> String {
    format!("img/photo-{number:02}-{}.jpg", photo.shown_size_px().width.clamp(1, PLAIN_WIDTH))
}

impl Figures for FragmentFigures {
    fn picture(&self, writer: &mut Writer, photo: &Photo) -> bool {
        let Some(place) = self.order.iter().position(|id| *id == photo.id) else { return false };
        let size = photo.shown_size_px();
        let width = size.width.clamp(1, PLAIN_WIDTH);
        let height = (f64::from(width) * f64::from(size.height) / f64::from(size.width.max(1))).round().max(1.0);
        let alt = if photo.decorative { String::new() } else { repaired_plain(photo.alt.as_str(), &self.language) };
        let source = plain_name(place + 1, photo);
        let (width, height) = (width.to_string(), (height as u32).to_string());
        writer.void("img", &[("src", &source), ("alt", &alt), ("width", &width), ("height", &height)]);
        true
    }
}
