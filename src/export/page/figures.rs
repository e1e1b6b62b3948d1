//! Pictures as they stand in the HTML: files beside the page, inside it, or only named.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::export::card::Card;
use crate::export::html::{Figures, Share, Writer};
use crate::export::page::rows;
use crate::export::pictures::{ByPhoto, Made, PictureFile};
use crate::export::typesetting::Typesetting;
use crate::photo::OutputFormat;
use crate::report::{Photo, PhotoId, Report};

/// From this width on pictures stand in a column, and side by side in a row; in rem.
const NARROW: f32 = 30.0;
/// What the column of a page leaves free at both sides together, in rem.
const MARGINS: f32 = 2.0;
/// The width of the file that browsers take which know nothing of `srcset`.
const PLAIN_WIDTH: u32 = 960;

/// The pictures of a page.
pub(in crate::export) struct PageFigures<'a> {
    pictures: &'a ByPhoto,
    card: Option<&'a Card>,
    /// By the names that the files would have, where they are in the page.
    inside: Option<Arc<BTreeMap<String, String>>>,
    first: Option<PhotoId>,
    measures: Measures,
    shares: BTreeMap<PhotoId, Share>,
    alts: BTreeMap<PhotoId, String>,
}

/// How wide pictures stand on a page, in rem.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::export) struct Measures {
    /// Of the column.
    pub column: f32,
    /// Of upright pictures.
    pub upright: f32,
}

impl Default for Measures {
    fn default() -> Self {
        Self { column: 45.0, upright: 28.0 }
    }
}

impl Measures {
    /// Those that a style sheet tells by `--column: 45rem` and `--upright: 28rem`.
    pub fn of_style(style: &str) -> Self {
        let told = |name: &str, or: f32| {
            let after = style.split_once(name).map(|(_, after)| after.trim_start_matches([':', ' ']));
            let number =
                after.and_then(|after| after.split_once("rem")).and_then(|(number, _)| number.trim().parse().ok());
            number.filter(|width| (5.0..=200.0).contains(width)).unwrap_or(or)
        };
        let usual = Self::default();
        Self { column: told("--column:", usual.column), upright: told("--upright:", usual.upright) }
    }

    fn sizes(self, is_upright: bool) -> String {
        let (column, upright) = (self.column, self.upright);
        if is_upright {
            format!("(min-width: {NARROW}rem) {upright}rem, calc(100vw - {MARGINS}rem)")
        } else {
            format!("(min-width: {}rem) {column}rem, calc(100vw - {MARGINS}rem)", column + MARGINS)
        }
    }
}

impl<'a> PageFigures<'a> {
    /// As files in the folder `img`.
    pub fn beside(pictures: &'a ByPhoto) -> Self {
        let (shares, alts) = (BTreeMap::new(), BTreeMap::new());
        let measures = Measures::default();
        Self { pictures, card: None, inside: None, first: first(pictures), measures, shares, alts }
    }

    /// With a card for previews, where no photo is there for them.
    #[must_use]
    pub fn with_card(self, card: Option<&'a Card>) -> Self {
        Self { card, ..self }
    }

    /// As data inside the page.
    ///
    /// # Errors
    /// Those of reading the files.
    pub fn inside(pictures: &'a ByPhoto) -> io::Result<Self> {
        let mut inside = BTreeMap::new();
        for made in pictures.values() {
            for file in &made.files {
                let kind = file.format.photo_format().mime_type();
                let address = format!("data:{kind};base64,{}", STANDARD.encode(file.bytes.read()?));
                inside.insert(made.name(file), address);
            }
        }
        Ok(Self { inside: Some(Arc::new(inside)), ..Self::beside(pictures) })
    }

    /// In a report, whose rows they stand in, and whose typography alternative texts follow; as wide as the page has them.
    pub fn in_report(&self, report: &Report, measures: Measures) -> Self {
        let shares = rows::shares(report, measures.column, |photo| self.pictures.contains_key(&photo));
        Self {
            pictures: self.pictures,
            card: self.card,
            inside: self.inside.clone(),
            first: self.first,
            measures,
            shares,
            alts: alts(report),
        }
    }

    /// Whether the pictures are in the page itself.
    pub fn are_inside(&self) -> bool {
        self.inside.is_some()
    }

    /// What the style sheet needs besides for the rows.
    pub fn rules(&self) -> String {
        rows::rules(&self.shares)
    }

    /// The pictures of a photo, where they are files.
    pub fn files(&self, photo: PhotoId) -> Option<&Made> {
        self.pictures.get(&photo).filter(|_| self.inside.is_none())
    }

    /// The pictures of a photo, wherever they are.
    pub fn made(&self, photo: PhotoId) -> Option<&Made> {
        self.pictures.get(&photo)
    }

    /// The photo that previews show.
    pub fn lead(&self) -> Option<PhotoId> {
        self.pictures.iter().find(|(_, made)| made.crops().next().is_some()).map(|(id, _)| *id)
    }

    /// The card for previews.
    pub fn card(&self) -> Option<&Card> {
        self.card
    }

    /// The file that stands for all sizes of a photo.
    pub fn plain(made: &Made) -> Option<&PictureFile> {
        let rungs = made.rungs(OutputFormat::Jpeg);
        rungs.iter().rev().find(|file| file.width <= PLAIN_WIDTH).or_else(|| rungs.first()).copied()
    }

    fn address(&self, made: &Made, file: &PictureFile) -> String {
        let name = made.name(file);
        match &self.inside {
            Some(inside) => inside.get(&name).cloned().unwrap_or_default(),
            None => format!("img/{name}"),
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

/// The alternative texts of all photos; a decorative one has none.
fn alts(report: &Report) -> BTreeMap<PhotoId, String> {
    let typesetting = Typesetting::of(report);
    let spoken = report.photos.iter().filter(|photo| !photo.decorative);
    spoken.map(|photo| (photo.id, typesetting.plain(photo.alt.as_str()))).collect()
}

impl Figures for PageFigures<'_> {
    fn picture(&self, writer: &mut Writer, photo: &Photo) -> bool {
        let Some(made) = self.pictures.get(&photo.id) else { return false };
        let Some(plain) = Self::plain(made) else { return false };
        let alone = self.measures.sizes(plain.height > plain.width);
        let sizes = self.share(photo.id).map_or(alone.as_str(), |share| &share.sizes);
        let webp = self.set(made, OutputFormat::Webp);
        let alt = self.alts.get(&photo.id).cloned().unwrap_or_default();
        let (width, height) = (plain.width.to_string(), plain.height.to_string());
        let source = self.address(made, plain);
        let jpeg = if self.are_inside() { String::new() } else { self.set(made, OutputFormat::Jpeg) };
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

    fn id(&self, photo: PhotoId) -> Option<String> {
        self.pictures.get(&photo).map(Made::id)
    }

    fn share(&self, photo: PhotoId) -> Option<&Share> {
        self.shares.get(&photo)
    }
}

/// Pictures that are only named: whoever pastes the fragment brings them along.
pub(in crate::export) struct FragmentFigures {
    order: Vec<PhotoId>,
    alts: BTreeMap<PhotoId, String>,
}

impl FragmentFigures {
    /// The figures of a report.
    pub fn of(report: &Report) -> Self {
        let order = report.body.blocks().iter().filter_map(|block| block.photo()).collect();
        Self { order, alts: alts(report) }
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
        let alt = self.alts.get(&photo.id).cloned().unwrap_or_default();
        let source = plain_name(place + 1, photo);
        let (width, height) = (width.to_string(), (height as u32).to_string());
        writer.void("img", &[("src", &source), ("alt", &alt), ("width", &width), ("height", &height)]);
        true
    }
}
