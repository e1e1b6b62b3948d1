//! The story check: what a desk would send back.
//!
//! Each rule is one file and one function that looks at a report and adds what it finds. Nothing here judges a story, blocks
//! anything or changes anything: a finding says what, and where to look.

pub mod alt_text;
mod caption;
mod credit;
mod head;
mod link;
mod mention;
pub mod names;
pub mod size;
mod usage;

use std::ops::Range;
use std::sync::Arc;

use crate::names::{Sighting, Stranger};
use crate::report::{ParticipantId, PhotoId, Report, Slot};

/// Something that a desk would ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The report has no headline.
    NoHeadline,
    /// The dateline has no place.
    NoPlace,
    /// The dateline has no date.
    NoDate,
    /// A photo has no caption.
    NoCaption(PhotoId),
    /// A photo has no credit.
    NoCredit(PhotoId),
    /// A photo has no alternative text and is not marked as decorative.
    NoAlt(PhotoId),
    /// The alternative text says what the caption says already: who hears the page hears it twice.
    AltIsCaption(PhotoId),
    /// The alternative text is the name of a file.
    AltIsFileName(PhotoId),
    /// What is shown of a photo has too few pixels for a page.
    TooSmall(PhotoId),
    /// A photo is not in the text.
    Unused(PhotoId),
    /// A participant is neither named in a text nor on a printed list.
    NotMentioned(ParticipantId),
    /// A link leads to an address that a browser takes for a file beside the page.
    BareLink {
        /// The text with the link.
        slot: Slot,
        /// The bytes of the linked words.
        range: Range<usize>,
        /// The address.
        address: Arc<str>,
    },
    /// A name is nearly a participant's.
    WrongName {
        /// The text.
        slot: Slot,
        /// What is written, and what is meant.
        sighting: Box<Sighting>,
    },
    /// Somebody is named who is not on the list.
    NotListed {
        /// The name as it stands in the first place.
        stranger: Stranger,
        /// Every place, in order; never empty.
        places: Vec<(Slot, Range<usize>)>,
    },
    /// Names that are right, were typed by hand and do not follow the list; never none.
    PlainNames(Vec<(Slot, Range<usize>, ParticipantId)>),
}

/// Where to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Some words, in bytes from the start of their text.
    Text(Slot, Range<usize>),
    /// A photo.
    Photo(PhotoId),
    /// A participant.
    Person(ParticipantId),
    /// The details of the report.
    Details,
}

impl Finding {
    /// Where to look.
    pub fn place(&self) -> Place {
        match self {
            Self::NoHeadline => Place::Text(Slot::Headline, 0..0),
            Self::NoPlace => Place::Text(Slot::Place, 0..0),
            Self::NoDate => Place::Details,
            Self::NoCaption(photo)
            | Self::NoCredit(photo)
            | Self::NoAlt(photo)
            | Self::AltIsCaption(photo)
            | Self::AltIsFileName(photo)
            | Self::TooSmall(photo)
            | Self::Unused(photo) => Place::Photo(*photo),
            Self::NotMentioned(person) => Place::Person(*person),
            Self::BareLink { slot, range, .. } => Place::Text(*slot, range.clone()),
            Self::WrongName { slot, sighting } => Place::Text(*slot, sighting.range.clone()),
            Self::NotListed { places, .. } => {
                places.first().map_or(Place::Details, |(slot, range)| Place::Text(*slot, range.clone()))
            }
            Self::PlainNames(places) => {
                places.first().map_or(Place::Details, |(slot, range, _)| Place::Text(*slot, range.clone()))
            }
        }
    }
}

/// All findings but those of names ([`names::with_names`] adds them): the head and the text, then the photos, then the participants, each in the order of the report.
///
/// Costs a walk over the report, without looking at words except those of captions and links.
pub fn findings(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    head::check(report, &mut found);
    link::check(report, &mut found);
    let shown = usage::shown_photos(report);
    for photo in &report.photos {
        caption::check(photo, &mut found);
        alt_text::check(photo, &mut found);
        credit::check(photo, &mut found);
        size::check(photo, &mut found);
        usage::check(photo, &shown, &mut found);
    }
    mention::check(report, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IdSource;

    #[test]
    fn a_new_report_lacks_only_its_head() {
        let report = Report::new(&mut IdSource::from_seed(1), "en");
        assert_eq!(findings(&report), [Finding::NoHeadline, Finding::NoPlace, Finding::NoDate]);
    }

    #[test]
    fn every_finding_leads_to_a_place() {
        let photo = PhotoId::from_number(7);
        assert_eq!(Finding::NoAlt(photo).place(), Place::Photo(photo));
        assert_eq!(Finding::NoDate.place(), Place::Details);
        assert_eq!(Finding::NoHeadline.place(), Place::Text(Slot::Headline, 0..0));
    }
}
