//! What every document of an export says, in order and without the marks of any format: the head, the story, and what stands below it.
//!
//! It says what the page says, with the same repairs of typography, so that the files of one report differ in form and in nothing else.

mod ending;
mod head;
mod list;
mod story;

use std::sync::Arc;

use jiff::civil::Date;

pub use self::list::ListItem;
use crate::export::address::Address;
use crate::export::typesetting::Typesetting;
use crate::report::{Photo, PhotoId, Report, RichText};

/// A report, laid out for writers of documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// What is known of the document itself.
    pub about: About,
    /// The line above the headline.
    pub kicker: RichText,
    /// May be empty; [`About::title`] never is.
    pub headline: RichText,
    /// The sentence or two under the headline.
    pub standfirst: RichText,
    /// Authors, place and day in one line.
    pub byline: RichText,
    /// The story.
    pub story: Vec<Piece>,
    /// Sources, facts of the conference, rights, address.
    pub ending: Vec<Piece>,
}

/// What a document's properties say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The report's id as text: the same in every export of it.
    pub id: String,
    /// A BCP 47 tag, `und` where the report has none that can be read.
    pub language: String,
    /// The headline, or that there is none.
    pub title: String,
    /// The standfirst.
    pub description: String,
    /// Names alone.
    pub authors: Vec<String>,
    /// The place of the dateline.
    pub place: String,
    /// The day of the dateline.
    pub date: Option<Date>,
    /// When it was last changed, or published: ISO 8601 with an offset.
    pub changed: Option<String>,
    /// Words that a search should find the story by.
    pub keywords: Vec<String>,
    /// The newsroom.
    pub publisher: String,
    /// The copyright notice.
    pub rights: String,
    /// The photo that stands for the story.
    pub lead_photo: Option<PhotoId>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Running text.
    Paragraph(RichText),
    /// A heading inside the story.
    Heading {
        /// 2 or 3; 1 is the headline's.
        level: u8,
        /// Its words.
        words: RichText,
    },
    /// Somebody's words.
    Quotation {
        /// What was said.
        words: RichText,
        /// By whom; may be empty.
        speaker: RichText,
    },
    /// Items that follow each other, of one list or of lists in lists.
    List(Vec<ListItem>),
    /// A photo.
    Figure(Figure),
    /// A table with words in it.
    Table {
        /// Whether the first row says what stands in the columns.
        header: bool,
        /// Equally long rows.
        rows: Vec<Vec<RichText>>,
    },
    /// A break between parts.
    Divider,
    /// Where the story is from.
    Sources(Vec<Source>),
    /// Words and what is to be said of them: the facts of the conference.
    Facts(Vec<(String, RichText)>),
    /// Small print.
    Note(RichText),
}

/// A photo in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Whose picture.
    pub photo: PhotoId,
    /// From 1, in the order of the story.
    pub number: usize,
    /// What is printed under it.
    pub caption: RichText,
    /// Whose picture it is, as it is printed: "Photo: Anna Petrova".
    pub credit: String,
    /// For those who cannot see it; empty where it only adorns.
    pub alt: String,
    /// It only adorns.
    pub decorative: bool,
    /// It stands in one row with the picture before it.
    pub beside: bool,
}

impl Figure {
    /// The words under the picture in one line: the caption, a space and the credit.
    pub fn line(&self) -> RichText {
        let mut line = self.caption.clone();
        if !line.is_empty() && !self.credit.is_empty() {
            line.append(RichText::plain(" "));
        }
        line.append(RichText::plain(&self.credit));
        line
    }
}

/// Where a story, or a part of it, is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Where it is found.
    pub address: Option<Address>,
}

impl Source {
    /// The name as a link.
    pub fn words(&self) -> RichText {
        linked(&self.name, self.address.as_ref())
    }
}

impl About {
    /// The moment that the file itself is of: of its last change, or the day of the dateline. There is no clock here.
    pub fn moment(&self) -> Option<String> {
        let day = || self.date.map(|date| format!("{date}T00:00:00Z"));
        self.changed.clone().or_else(day)
    }
}

impl Manuscript {
    /// Lays a report out.
    pub fn of(report: &Report) -> Self {
        let words = |text: &RichText| Typesetting::of(report).rich(text).into_owned();
        Self {
            about: head::about(report),
            kicker: words(&report.kicker),
            headline: words(&report.headline),
            standfirst: words(&report.standfirst),
            byline: head::byline(report),
            story: story::pieces(report),
            ending: ending::pieces(report),
        }
    }

    /// The story and what stands below it.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.story.iter().chain(&self.ending)
    }
}

/// The photos that a document shows, in its order.
pub fn shown_photos(report: &Report) -> impl Iterator<Item = &Arc<Photo>> {
    report.body.blocks().iter().filter_map(|block| report.photo(block.photo()?))
}

/// The text as a link, where the address is one that a document may lead to.
fn linked(words: &str, address: Option<&Address>) -> RichText {
    let link = address.map(|address| address.as_str().into());
    RichText::styled(words, crate::report::Style { link, ..crate::report::Style::default() })
}

/// Adds words at the end.
fn add(line: &mut RichText, words: &str) {
    line.append(RichText::plain(words));
}

/// Adds a text at the end, with something between it and what stands there.
fn join(line: &mut RichText, between: &str, text: RichText) {
    if !line.is_empty() {
        add(line, between);
    }
    line.append(text);
}

/// A language tag in the form of BCP 47; nothing where it has another.
pub fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let is_primary = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_more = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let fits = parts.next().is_some_and(is_primary) && parts.all(is_more);
    fits.then_some(tag)
}

#[cfg(test)]
mod tests;
