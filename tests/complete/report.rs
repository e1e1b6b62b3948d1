//! Complete reports: every block, every field, as many words, photos and participants as are asked for.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, Rgb, RgbImage};
use jiff::civil::date;
use rapporteur::export::{PictureError, PictureSource};
use rapporteur::report::{
    Block, BlockKind, Body, Details, Event, HeadingLevel, IdSource, ListStyle, Original, Participant, Photo, PhotoHash,
    PhotoId, PictureFormat, Publication, Report, RichText, Role, SizePx, Source, Style, Table,
};

use super::words::Words;

/// What a report has.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub words: usize,
    pub photos: usize,
    pub participants: usize,
    /// The longer side of the photos.
    pub photo_px: u32,
}

/// Makes a text of the one that is at hand: hostile ones go in here. It is told the name of the field.
pub type Rewrite<'a> = &'a dyn Fn(&str, &str) -> String;

/// A report with its pictures.
pub struct Complete {
    pub report: Report,
    pictures: BTreeMap<PhotoId, Vec<u8>>,
    /// Every text that must be on the page, one a line.
    pub source: String,
    /// Those of them that are in the story itself.
    pub story: String,
}

impl PictureSource for Complete {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        self.pictures.get(&photo.id).cloned().ok_or(PictureError::Missing)
    }
}

/// A report in the language of these words.
pub fn complete(words: &Words, wanted: Wanted, rewrite: Rewrite<'_>) -> Complete {
    let maker = Maker {
        words,
        rewrite,
        ids: IdSource::from_seed(7),
        blocks: Vec::new(),
        photos: Vec::new(),
        pictures: BTreeMap::new(),
        source: String::new(),
        story: String::new(),
        sentence: 0,
    };
    maker.make(wanted)
}

/// Fields that a fragment leaves to the system that it goes into.
const HEAD: [&str; 11] =
    ["kicker", "headline", "standfirst", "byline", "place", "event", "organiser", "venue", "city", "country", "rights"];

struct Maker<'a> {
    words: &'a Words,
    rewrite: Rewrite<'a>,
    ids: IdSource,
    blocks: Vec<Arc<Block>>,
    photos: Vec<Arc<Photo>>,
    pictures: BTreeMap<PhotoId, Vec<u8>>,
    source: String,
    story: String,
    sentence: usize,
}

impl Maker<'_> {
    /// The text of a field, noted as one that must be on the page.
    fn said(&mut self, field: &str, text: &str) -> RichText {
        let text = (self.rewrite)(field, text);
        let is_of_head = HEAD.contains(&field);
        for list in [Some(&mut self.source), Some(&mut self.story).filter(|_| !is_of_head)].into_iter().flatten() {
            list.push_str(&text);
            list.push('\n');
        }
        RichText::plain(&text)
    }

    fn unsaid(&self, field: &str, text: &str) -> Arc<str> {
        (self.rewrite)(field, text).into()
    }

    fn push(&mut self, kind: BlockKind, text: RichText) {
        self.blocks.push(Arc::new(Block::new(self.ids.block(), kind, text)));
    }

    fn make(mut self, wanted: Wanted) -> Complete {
        let words = self.words;
        let mut report = Report::new(&mut self.ids, words.language);
        report.kicker = self.said("kicker", words.kicker);
        report.headline = self.said("headline", words.headline);
        report.standfirst = self.said("standfirst", words.standfirst);
        let author = self.said("byline", words.author);
        report.byline = RichText::plain(&format!("{} <https://example.org/authors/1>", author.as_str()));
        report.place = self.said("place", words.place);
        report.details = Arc::new(self.details());
        self.body(wanted);
        report.participants = (0..wanted.participants).map(|index| Arc::new(self.participant(index))).collect();
        report.photos = self.photos;
        report.body = Body::new(self.blocks);
        assert_eq!(report.fault(), None);
        Complete { report, pictures: self.pictures, source: self.source, story: self.story }
    }

    fn details(&mut self) -> Details {
        let words = self.words;
        let source_name: Arc<str> = self.said("source", words.source).as_str().into();
        Details {
            date: Some(date(2026, 10, 17)),
            event: Event {
                name: self.said("event", words.event).as_str().into(),
                organisers: format!("{} <https://example.org/club/>", self.said("organiser", words.organiser).as_str())
                    .into(),
                venue: self.said("venue", words.venue).as_str().into(),
                city: self.said("city", words.place).as_str().into(),
                country: self.said("country", words.country).as_str().into(),
                start: Some(date(2026, 10, 16)),
                end: Some(date(2026, 10, 17)),
            },
            sources: vec![Source { name: source_name, url: "https://example.org/statement?a=1&b=2".into() }],
            keywords: words.keywords.iter().map(|word| self.unsaid("keyword", word)).collect(),
            rights: self.said("rights", words.rights).as_str().into(),
            publication: Publication {
                publisher: self.unsaid("publisher", words.publisher),
                publisher_url: "https://example.org/".into(),
                publisher_logo: "https://example.org/logo.png".into(),
                url: format!("https://example.org/{}/river/", words.language).into(),
                published: "2026-10-17T20:15:00+07:00".into(),
                updated: "2026-10-17T21:02:00+07:00".into(),
                licence_url: "https://example.org/licence/".into(),
                ..Publication::default()
            },
            ..Details::default()
        }
    }

    fn body(&mut self, wanted: Wanted) {
        let (words, per_photo) = (self.words, wanted.words / wanted.photos.max(1));
        self.paragraph(40);
        let mut said = 40;
        let mut shown = 0;
        self.blocks_of_every_kind();
        while said < wanted.words || shown < wanted.photos {
            if shown < wanted.photos && (shown == 2 || shown * per_photo <= said) {
                // The second and the third stand side by side.
                let beside = shown == 2;
                self.figure(shown, beside, wanted.photo_px);
                shown += 1;
                if shown == 2 && wanted.photos > 2 {
                    continue;
                }
            }
            if said < wanted.words {
                self.paragraph(60);
                said += 60;
            }
            if said % 600 == 0 {
                let heading = self.said("heading", words.headings[said / 600 % 2]);
                self.push(BlockKind::Heading { level: HeadingLevel::Two }, heading);
            }
        }
        self.push(BlockKind::Divider, RichText::new());
        self.push(BlockKind::Participants { delegation: None }, RichText::new());
    }

    /// A paragraph of so many words or a few more.
    fn paragraph(&mut self, words: usize) {
        let mut text = String::new();
        while text.split_whitespace().count() < words {
            text.push_str(self.words.sentences[self.sentence % self.words.sentences.len()]);
            self.sentence += 1;
        }
        let text = self.said("paragraph", text.trim_end());
        self.push(BlockKind::Paragraph, text);
    }

    fn blocks_of_every_kind(&mut self) {
        let words = self.words;
        let heading = self.said("heading", words.headings[0]);
        self.push(BlockKind::Heading { level: HeadingLevel::Two }, heading);
        let heading = self.said("subheading", words.headings[1]);
        self.push(BlockKind::Heading { level: HeadingLevel::Three }, heading);
        let list =
            [(ListStyle::Bulleted, 0), (ListStyle::Numbered, 1), (ListStyle::Numbered, 1), (ListStyle::Bulleted, 0)];
        for ((style, level), item) in list.into_iter().zip(words.items) {
            let text = self.said("item", item);
            self.push(BlockKind::ListItem { style, level }, text);
        }
        let quotation = self.said("quotation", words.quotation);
        let speaker = self.said("speaker", words.speaker);
        self.push(BlockKind::Quotation { speaker }, quotation);
        for header in [true, false] {
            let rows = words.table.iter().map(|row| row.iter().map(|cell| self.said("cell", cell)).collect());
            let table = Table::of_texts(header, rows.collect()).expect("a table has cells");
            self.push(BlockKind::Table { table }, RichText::new());
        }
        let mut linked = self.said("link", words.link);
        let end = linked.len();
        linked.restyle(0..end, |style| style.link = Some("https://example.org/rules?x=\"1\"&y=<2>".into()));
        self.push(BlockKind::Paragraph, linked);
        for style in [
            Style { strong: true, ..Style::default() },
            Style { emphasis: true, ..Style::default() },
            Style { strong: true, emphasis: true, ..Style::default() },
        ] {
            let text = self.said("styled", words.quotation);
            self.push(BlockKind::Paragraph, RichText::styled(text.as_str(), style));
        }
        let foreign = Style { language: Some("fr".into()), ..Style::default() };
        self.push(BlockKind::Paragraph, RichText::styled("Le port, la nuit", foreign));
    }

    fn figure(&mut self, index: usize, beside: bool, longer: u32) {
        let words = self.words;
        let shorter = longer * 2 / 3;
        let (width, height) = if index % 3 == 1 { (shorter, longer) } else { (longer, shorter) };
        let id = self.ids.photo();
        let original = Original {
            hash: PhotoHash::from_bytes([index as u8 + 1; 32]),
            format: PictureFormat::Jpeg,
            file_name: format!("IMG_{index:04}.JPG").into(),
            size_px: SizePx { width, height },
            taken: Some("2026-10-16T09:05:00+07:00".into()),
        };
        let mut photo = Photo::new(id, original);
        photo.caption = self.said("caption", &format!("{}, {}", words.caption, index + 1));
        photo.credit = self.said("credit", words.photographer);
        let alt = format!("{} ({})", words.alt, index + 1);
        photo.alt = RichText::plain(&(self.rewrite)("alt", &alt));
        self.photos.push(Arc::new(photo));
        self.pictures.insert(id, picture(index as u32, width, height));
        self.push(BlockKind::Figure { photo: id, beside }, RichText::new());
    }

    fn participant(&mut self, index: usize) -> Participant {
        let words = self.words;
        let name = words.names[index % words.names.len()];
        let name = if index < words.names.len() { name.to_owned() } else { format!("{name} {}", index + 1) };
        let mut person = Participant::named(self.ids.participant(), self.said("name", &name).as_str());
        person.title = self.said("title", words.title).as_str().into();
        person.organisation = self.said("organisation", words.organisation).as_str().into();
        person.role = Role::ALL[index % Role::ALL.len()];
        person.private_contact = "+00 000 secret".into();
        if !index.is_multiple_of(3) {
            person.delegation = self.unsaid("delegation", words.delegations[index % 3 - 1]);
        }
        person
    }
}

/// A picture with a sky, hills and many small things, so that it costs what photos cost.
fn picture(seed: u32, width: u32, height: u32) -> Vec<u8> {
    let mixed = |x: u32, y: u32| {
        let mixed = (x.wrapping_mul(374_761_393) ^ y.wrapping_mul(668_265_263) ^ seed.wrapping_mul(974_711))
            .wrapping_mul(1_274_126_177);
        (mixed >> 24) as i32
    };
    let image = RgbImage::from_fn(width, height, |x, y| {
        let (across, down) = (x as f32 / width as f32, y as f32 / height as f32);
        let hill = 0.5 + 0.15 * (across * 9.0 + seed as f32).sin() + 0.05 * (across * 31.0).sin();
        let (red, green, blue) = if down < hill {
            (120.0 + 90.0 * down, 160.0 + 60.0 * down, 215.0)
        } else {
            (70.0 + 50.0 * across, 110.0 - 30.0 * down, 60.0 + 20.0 * (down * 40.0).sin())
        };
        let stone = if down >= hill { mixed(x / 24, y / 24) % 60 } else { 0 };
        let grain = mixed(x, y) % 9 - 4;
        let part = |value: f32| (value as i32 + stone + grain).clamp(0, 255) as u8;
        Rgb([part(red), part(green), part(blue)])
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture can be encoded");
    bytes.into_inner()
}
