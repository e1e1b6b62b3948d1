//! Name watch: names that were typed by hand, held against the list of participants.
//!
//! | module | says |
//! |---|---|
//! | `terms` | tables of words, ready to be looked up |
//! | `token` | the words of a text, folded for comparison |
//! | `distance` | how many letters lie between two words |
//! | `russian` | Russian names in their cases |
//! | `transcription` | Vietnamese names in Russian letters |
//! | `common` | names that many people have: another one of them is another person |
//! | `word` | one word of a name against one of the text |
//! | `fits` | the same, each pair judged once in a text |
//! | `list` | the list of participants made ready |
//! | `search` | the names in a text, and which of them were missed by a little |
//! | `order` | names whose words stand in another order |
//! | `title` | the office beside a name |
//! | `offices` | offices and ranks by their names |
//! | `context` | what stands beside a name and says who is meant |
//! | `walks` | what people are who take no part |
//! | `asian` | names whose family may stand first or last |
//! | `stranger` | names of people who are not on the list |
//! | `address` | what stands before a name |
//! | `nominative` | a Russian name as a list has it |
//!
//! A false alarm costs more than a miss that nobody sees: reporters switch off what cries wolf. So a name has at least two words; a word
//! that is another name of its own makes another person; and what is written as any participant's name is right.

mod address;
mod asian;
mod common;
mod context;
mod distance;
mod fits;
mod list;
mod nominative;
mod offices;
mod order;
mod russian;
mod search;
mod stranger;
#[cfg(test)]
mod stranger_tests;
mod terms;
#[cfg(test)]
mod tests;
mod title;
mod token;
mod transcription;
mod walks;
mod word;

use std::collections::HashSet;
use std::ops::Range;

pub use self::list::Watch;
pub use self::nominative::{Nominative, nominative_of, office_in_nominative};
use crate::language::Language;
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
    /// Whose names are written with marks of letters here, typed or live, each as often as that.
    pub marked: Vec<ParticipantId>,
}

impl Sighting {
    /// Whether nothing is wrong but that marks of letters are left out: *Nguyen Van Hung*.
    fn is_bare(&self) -> bool {
        self.kind == Kind::Tone && self.found.is_ascii()
    }

    /// Whether it is how reports in a language write the name: English leaves marks out, as long as the report does so with this name
    /// throughout. `is_marked` tells of somebody whose name it has with marks too.
    pub fn is_style(&self, language: &str, is_marked: impl Fn(ParticipantId) -> bool) -> bool {
        self.is_bare()
            && Language::of(language) == Language::English
            && !self.meant.iter().any(|meant| is_marked(meant.person))
    }
}

impl Seen {
    /// Takes names that are written in the style of the language for right ones, where it is known who is meant.
    pub fn accept_style(&mut self, language: &str, is_marked: impl Fn(ParticipantId) -> bool) {
        let (style, wrong): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.wrong).into_iter().partition(|sighting| sighting.is_style(language, &is_marked));
        self.wrong = wrong;
        let right = style.into_iter().filter_map(|sighting| match sighting.meant.as_slice() {
            [meant] => Some((sighting.range, meant.person)),
            _ => None,
        });
        self.right.extend(right);
        self.right.sort_by_key(|(range, _)| range.start);
    }
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
    let seen: Vec<_> = texts.filter_map(|slot| Some((slot, watch.look(report.text(slot)?)))).collect();
    let marked: HashSet<ParticipantId> = seen.iter().flat_map(|(_, seen)| seen.marked.iter().copied()).collect();
    let all = seen.into_iter().flat_map(|(slot, seen)| seen.wrong.into_iter().map(move |sighting| (slot, sighting)));
    let all = all.filter(|(_, sighting)| !sighting.is_style(&report.language, |person| marked.contains(&person)));
    all.filter(|(slot, sighting)| {
        !is_ignored(&report.details, *slot, &sighting.found) && !own.contains(&sighting.found)
    })
    .collect()
}
