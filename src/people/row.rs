//! What was understood of a list: rows of cells, each with how sure it is.

use std::sync::Arc;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

use crate::report::{Participant, ParticipantId, PersonField, Role};

/// How sure it is that a cell is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sure {
    /// Somebody must look at it: an inflected name, a word that may be another thing.
    Unsure,
    /// Likely, by the order and the kind of the words.
    Guess,
    /// The source says so: a column with a name, a form of address before a name, a word that is nothing else.
    #[default]
    Certain,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// NFC, in one line, without spaces at its ends.
    pub text: String,
    /// How sure it is; an empty cell is certain.
    pub sure: Sure,
}

impl Cell {
    /// A cell with its text cleaned.
    pub fn new(text: &str, sure: Sure) -> Self {
        let text = clean(text);
        let sure = if text.is_empty() { Sure::Certain } else { sure };
        Self { text, sure }
    }
}

/// Somebody who was understood from a list, not yet on the report's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    cells: [Cell; PersonField::ALL.len()],
    /// The part that they play.
    pub role: Role,
    /// How sure that is.
    pub role_sure: Sure,
}

impl Row {
    /// A cell.
    pub fn cell(&self, field: PersonField) -> &Cell {
        &self.cells[place(field)]
    }

    /// The words of a cell.
    pub fn text(&self, field: PersonField) -> &str {
        &self.cell(field).text
    }

    /// Puts words into a cell.
    pub fn set(&mut self, field: PersonField, text: &str, sure: Sure) {
        self.cells[place(field)] = Cell::new(text, sure);
    }

    /// Puts words into a cell as somebody writes them: certain, and with the space that they have just typed.
    pub fn set_written(&mut self, field: PersonField, text: &str) {
        self.cells[place(field)] = Cell { text: text.nfc().collect(), sure: Sure::Certain };
    }

    /// With words in a cell.
    #[must_use]
    pub fn with(mut self, field: PersonField, text: &str, sure: Sure) -> Self {
        self.set(field, text, sure);
        self
    }

    /// Whether it names nobody and nothing.
    pub fn is_empty(&self) -> bool {
        self.shown_name().trim().is_empty()
    }

    /// The name, or the organisation's.
    pub fn shown_name(&self) -> &str {
        let name = self.text(PersonField::Name);
        if name.is_empty() { self.text(PersonField::Organisation) } else { name }
    }

    /// How sure the least sure cell is.
    pub fn sure(&self) -> Sure {
        let cells = self.cells.iter().map(|cell| cell.sure);
        cells.chain([self.role_sure]).min().unwrap_or_default()
    }

    /// The entry that it becomes.
    pub fn participant(&self, id: ParticipantId) -> Participant {
        let fields = PersonField::ALL.iter();
        let entry =
            fields.fold(Participant::named(id, ""), |entry, field| entry.with_field(*field, self.text(*field).trim()));
        Participant { role: self.role, ..entry }
    }
}

/// Where a cell of a row stands.
fn place(field: PersonField) -> usize {
    PersonField::ALL.iter().position(|other| *other == field).unwrap_or_default()
}

/// NFC in one line, each space once.
pub(super) fn clean(text: &str) -> String {
    let text: String = text.nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a list on the report knows already, for reading another.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Organisations and delegations.
    pub organisations: Vec<Arc<str>>,
    /// Forms of address in use.
    pub honorifics: Vec<Arc<str>>,
    /// The language of the report, as a BCP 47 tag: it says in which order a family name and a given one are joined.
    pub language: Arc<str>,
}

impl Known {
    /// What a report's list knows.
    pub fn of(report: &crate::report::Report) -> Self {
        let mut known = Self { language: Arc::clone(&report.language), ..Self::default() };
        let mut push = |list: fn(&mut Self) -> &mut Vec<Arc<str>>, text: &Arc<str>| {
            let list = list(&mut known);
            if !text.is_empty() && !list.contains(text) {
                list.push(Arc::clone(text));
            }
        };
        for other in &report.participants {
            push(|known| &mut known.organisations, &other.organisation);
            push(|known| &mut known.organisations, &other.delegation);
            push(|known| &mut known.honorifics, &other.honorific);
        }
        known
    }
}
