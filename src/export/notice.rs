//! What the reporter should know of a finished export.

use crate::export::address::Address;
use crate::report::{BlockId, PhotoId, Report, SizePx, Slot};

/// Something that the page goes without. The page is there all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// No headline.
    #[error("The report has no headline; write one above the text.")]
    NoHeadline,
    /// Search engines cut headlines of this length.
    #[error("The headline has {characters} characters; shorten it to 110, because search engines cut the rest.")]
    LongHeadline {
        /// Its length.
        characters: usize,
    },
    /// No standfirst.
    #[error("The report has no standfirst; write a sentence or two under the headline.")]
    NoStandfirst,
    /// Nobody has written it.
    #[error("The report names no author; write the byline.")]
    NoByline,
    /// No text.
    #[error("The report has no text; write it first.")]
    NoText,
    /// Nothing is known of the conference.
    #[error("The conference has no {missing}; fill it in under the details, so that search engines list it.")]
    EventLacks {
        /// What is missing.
        missing: EventPart,
    },
    /// What the desk knows is missing.
    #[error("The page has no {missing}; fill it in under the details, or leave it to the desk.")]
    PublicationLacks {
        /// What is missing.
        missing: PublicationPart,
    },
    /// An address or a moment that cannot be read, so that it was left out.
    #[error("\"{value}\" is no {what}; write it again under the details.")]
    Unreadable {
        /// What it should have been.
        what: Unreadable,
        /// What was written.
        value: String,
    },
    /// A link that leads to no place a page may lead to; its words are on the page, without the link.
    #[error("The link to \"{address}\" was left out; only web, mail and telephone addresses can be followed.")]
    UnsafeLink {
        /// Where it stands.
        block: Option<BlockId>,
        /// Where it led.
        address: String,
    },
    /// A photo with something wrong.
    #[error("Photo {name}: {trouble}")]
    Photo {
        /// Which one.
        photo: PhotoId,
        /// Its file name on the reporter's side, for the reporter alone.
        name: String,
        /// What is wrong.
        trouble: PhotoTrouble,
    },
    /// A photo was made smaller, so that the package has no more megabytes than the desk takes.
    #[error("{file} was made smaller to fit: {} × {} pixels, {kilobytes} KB.", size_px.width, size_px.height)]
    Shrunk {
        /// Which one.
        photo: PhotoId,
        /// Its file in the package.
        file: String,
        /// Its size now.
        size_px: SizePx,
        /// Its bytes now, in thousands.
        kilobytes: usize,
    },
    /// The page's pictures come in fewer sizes, so that the package fits.
    #[error("The page has its pictures in fewer sizes, so that the package fits.")]
    FewerSizes,
    /// The package has more megabytes than the desk takes, although its photos are as small as is of use.
    #[error("The package has {megabytes} MB, and the desk takes {most}; leave photos out, or allow more.")]
    TooLarge {
        /// What it has.
        megabytes: u64,
        /// What was allowed.
        most: u64,
    },
}

/// What is wrong with a photo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoTrouble {
    /// The report file does not hold its picture. The page goes without it, and without its caption.
    #[error("the picture is missing, so that the page goes without it; add it again.")]
    Missing,
    /// Its picture cannot be decoded. The page goes without it, and without its caption.
    #[error("the picture cannot be read ({reason}), so that the page goes without it; add it again.")]
    Damaged {
        /// Why not.
        reason: String,
    },
    /// No caption.
    #[error("it has no caption; say what is to be seen.")]
    NoCaption,
    /// No credit.
    #[error("it has no credit; say whose picture it is.")]
    NoCredit,
    /// No alternative text.
    #[error("it has no alternative text; describe it for those who cannot see it, or mark it as decorative.")]
    NoAlt,
    /// The alternative text says nothing that the caption does not.
    #[error("its alternative text repeats the caption; describe what is to be seen.")]
    AltRepeatsCaption,
}

/// A fact of the conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventPart {
    /// What it is called.
    #[error("name")]
    Name,
    /// When it begins.
    #[error("date")]
    Date,
    /// Where it is held.
    #[error("venue or city")]
    Place,
}

/// A fact that the desk knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublicationPart {
    /// Its lasting address; without it there is no preview picture and no canonical link.
    #[error("address")]
    Address,
    /// When it is published.
    #[error("moment of publication")]
    Published,
    /// By whom.
    #[error("publisher")]
    Publisher,
}

/// What a field should have held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// An address that begins with http:// or https://.
    #[error("web address")]
    Address,
    /// A moment in RFC 3339 with its zone.
    #[error("moment such as 2026-01-31T09:00:00+07:00")]
    Moment,
    /// A language tag.
    #[error("language tag such as \"ru\"")]
    Language,
}

/// What a page of this report goes without, before its pictures are looked at.
pub(super) fn of_report(report: &Report) -> Vec<Notice> {
    const LONGEST_HEADLINE: usize = 110;
    let mut notices = Vec::new();
    let mut when = |is_so: bool, notice: Notice| {
        if is_so {
            notices.push(notice);
        }
    };
    let characters = report.headline.as_str().chars().count();
    when(report.headline.is_empty(), Notice::NoHeadline);
    when(characters > LONGEST_HEADLINE, Notice::LongHeadline { characters });
    when(report.standfirst.is_empty(), Notice::NoStandfirst);
    when(report.authors().is_empty(), Notice::NoByline);
    when(report.body.blocks().iter().all(|block| block.text.is_empty()), Notice::NoText);
    for text in report.all_slots().into_iter().filter_map(|slot| Some((slot, report.text(slot)?))) {
        let (slot, text) = text;
        for span in text.spans() {
            let Some(link) = span.style.link.as_deref().filter(|link| Address::parse(link).is_none()) else { continue };
            let block = match slot {
                Slot::Block(id) | Slot::Speaker(id) | Slot::Cell(id, _) => Some(id),
                _ => None,
            };
            when(true, Notice::UnsafeLink { block, address: link.to_owned() });
        }
    }
    for block in report.body.blocks() {
        let Some(photo) = block.photo().and_then(|id| report.photo(id)) else { continue };
        let trouble = if photo.caption.is_empty() {
            PhotoTrouble::NoCaption
        } else if photo.alt.is_empty() && !photo.decorative {
            PhotoTrouble::NoAlt
        } else if photo.alt.as_str() == photo.caption.as_str() {
            PhotoTrouble::AltRepeatsCaption
        } else if photo.credit.is_empty() {
            PhotoTrouble::NoCredit
        } else {
            continue;
        };
        when(true, Notice::Photo { photo: photo.id, name: photo.file_name.to_string(), trouble });
    }
    notices
}
