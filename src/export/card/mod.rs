//! The preview picture of a page that has no photo: the headline on the colours of the page, so that a link to it that is shared is
//! not a bare line. It says what the page says and shows nothing.

mod drawing;
mod setting;

use crate::export::address::Address;
use crate::export::card::drawing::{Colours, draw};
use crate::export::pictures::{ByPhoto, Made};
use crate::export::template::Template;
use crate::export::typesetting::Typesetting;
use crate::photo::AspectRatio;
use crate::report::Report;

/// The width of all of them: what search engines ask of a large preview.
const WIDTH: u16 = 1200;
/// The shapes that search engines ask for, and what the files are called; the first is what networks show.
const SHAPES: [(AspectRatio, &str); 3] = [
    (AspectRatio::WIDE, "card-16x9.png"),
    (AspectRatio::CLASSIC, "card-4x3.png"),
    (AspectRatio::SQUARE, "card-1x1.png"),
];

/// The preview pictures of one page.
#[derive(Debug, Clone)]
pub(super) struct Card {
    /// What is written on it.
    pub words: String,
    /// The widest shape first.
    pub files: Vec<CardFile>,
}

/// One shape of a card.
#[derive(Debug, Clone)]
pub(super) struct CardFile {
    /// What it is called in the folder of pictures.
    pub name: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// PNG.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
std::thread_local! {
    static DRAWN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// What is written on a card.
struct Words {
    kicker: String,
    headline: String,
    publisher: String,
}

impl Card {
    /// The card of a page. `None` where the page has a photo for its preview, where it has no address, without which no preview is found,
    /// and where the fonts of the program lack letters of the headline.
    pub fn of(report: &Report, template: &Template, pictures: &ByPhoto) -> Option<Self> {
        let has_preview = pictures.values().any(|made| Made::crops(made).next().is_some());
        if has_preview || Address::web(&report.details.publication.url).is_none() {
            return None;
        }
        let set = |text: &str| Typesetting::of(report).plain(text.trim());
        let words = Words {
            kicker: set(report.kicker.as_str()),
            headline: set(report.headline.as_str()),
            publisher: set(&report.details.publication.publisher),
        };
        if words.headline.is_empty() {
            return None;
        }
        #[cfg(test)]
        DRAWN.with(|drawn| drawn.set(drawn.get() + 1));
        let colours = Colours::of_style(&template.style);
        let file = |(shape, name): (AspectRatio, &'static str)| {
            let height = u16::try_from(u32::from(WIDTH) * shape.down / shape.across.max(1)).ok()?;
            let bytes = draw(&words, &colours, (WIDTH, height))?;
            Some(CardFile { name, width: WIDTH.into(), height: height.into(), bytes })
        };
        let files: Option<Vec<CardFile>> = SHAPES.into_iter().map(file).collect();
        Some(Self { files: files?, words: words.headline })
    }

    /// How many cards this thread has drawn.
    #[cfg(test)]
    pub fn drawn() -> usize {
        DRAWN.with(std::cell::Cell::get)
    }

    /// Whether a file of a page's folder of pictures is called as one of these.
    pub fn is_name(name: &str) -> bool {
        SHAPES.iter().any(|(_, known)| *known == name)
    }
}

#[cfg(test)]
mod tests;
