//! Name watch: names that were typed by hand, held against the list of participants.
//!
//! | module | says |
//! |---|---|
//! | `token` | the words of a text, folded for comparison |
//! | `distance` | how many letters lie between two words |
//! | `russian` | Russian names in their cases |
//! | `transcription` | Vietnamese names in Russian letters |
//! | `common` | names that many people have: another one of them is another person |
//! | `word` | one word of a name against one of the text |
//! | `list` | the list of participants made ready |
//! | `search` | the names in a text, and which of them were missed by a little |
//! | `title` | the office beside a name |
//! | `stranger` | names of people who are not on the list |
//! | `address` | what stands before a name |
//! | `nominative` | a Russian name as a list has it |
//!
//! A false alarm costs more than a miss that nobody sees: reporters switch off what cries wolf. So a name has at least two words; a word
//! that is another name of its own makes another person; and what is written as any participant's name is right.

mod address;
mod common;
mod distance;
mod list;
mod nominative;
mod russian;
mod search;
mod stranger;
#[cfg(test)]
mod stranger_tests;
#[cfg(test)]
mod tests;
mod title;
mod token;
mod transcription;
mod word;

use std::ops::Range;

pub use self::list::Watch;
use crate::report::{Details, ParticipantId, Report, Slot};

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Tones or marks of letters differ, or are not there: Nguyển, Nguyen for Nguyễn.
    Tone,
    /// Letters are swapped, doubled, left out or others.
    Letter,
    /// A letter only looks right: it is of another alphabet.
    LookAlike,
    /// The office beside the name is not the one on the list.
    Title,
    /// The words are right, and stand in another order.
    Order,
}

impl Kind {
    /// The word for it in data: `tone`, `letter`, `look-alike`, `title`, `order`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Tone => "tone",
            Self::Letter => "letter",
            Self::LookAlike => "look-alike",
            Self::Title => "title",
            Self::Order => "order",
        }
    }
}

/// How sure it is that a name is meant otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// There may be another explanation: several people could be meant, or somebody has two offices.
    Possible,
    /// It is hardly anything else.
    Likely,
    /// Nobody is called what is written.
    Certain,
}

impl Certainty {
    /// The word for it in data: `possible`, `likely`, `certain`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Who may be meant, and how that is written here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// Who.
    pub person: ParticipantId,
    /// The right words for this place, in the case and the letters that it asks for.
    pub words: String,
}

/// A name, or the office beside one, that is probably wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The bytes of the words in their text.
    pub range: Range<usize>,
    /// What is written.
    pub found: String,
    /// What is meant, the likeliest first; never empty.
    pub meant: Vec<Meant>,
    /// What is wrong.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
}

/// What was seen in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// What is probably wrong, in order.
    pub wrong: Vec<Sighting>,
    /// Names that are right and were typed by hand: no live references.
    pub right: Vec<(Range<usize>, ParticipantId)>,
    /// Names of people who are not on the list, in order.
    pub strangers: Vec<Stranger>,
}

/// The name of somebody who is not on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// The bytes of the words in their text.
    pub range: Range<usize>,
    /// What is written.
    pub found: String,
    /// The name as a list would have it: in the nominative, where that is surely known.
    pub name: String,
}

/// Whether a name is to pass in a text: here, or everywhere in the report.
pub fn is_ignored(details: &Details, slot: Slot, found: &str) -> bool {
    let passes = |ignored: &crate::report::IgnoredName| {
        *ignored.words == *found && ignored.only_in.is_none_or(|only| only == slot)
    };
    details.ignored_names.iter().any(passes)
}

/// Whether names are looked for in a text. The byline has the names of the reporters, the dateline those of places.
pub fn is_watched(slot: Slot) -> bool {
    !matches!(slot, Slot::Byline | Slot::Place)
}

/// Everything that is probably wrong in a report, in the order of its texts, without what the reporter lets pass there or (`own`) everywhere.
pub fn findings(report: &Report, own: &[String]) -> Vec<(Slot, Sighting)> {
    let watch = Watch::of(&report.participants);
    let texts = report.all_slots().into_iter().filter(|slot| is_watched(*slot));
    let found = texts.filter_map(|slot| Some((slot, watch.look(report.text(slot)?))));
    let all = found.flat_map(|(slot, seen)| seen.wrong.into_iter().map(move |sighting| (slot, sighting)));
    all.filter(|(slot, sighting)| {
        !is_ignored(&report.details, *slot, &sighting.found) && !own.contains(&sighting.found)
    })
    .collect()
}
