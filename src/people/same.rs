//! Who is on a list already, and who is on it twice.

use std::sync::Arc;

use crate::language::fold::{fold, matches};
use crate::people::row::Row;
use crate::report::{Participant, ParticipantId, PersonField, Report};

/// Where a row is already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Already {
    /// On the report's list.
    Listed(ParticipantId),
    /// Further up on the list that is being read.
    Above(usize),
}

/// For each row, where it is already: the same name, whatever its case, and with or without its tones.
pub fn already(report: &Report, rows: &[Row]) -> Vec<Option<Already>> {
    let listed: Vec<Name> = report.participants.iter().map(|person| Name::of(person)).collect();
    let names: Vec<Name> = rows.iter().map(Name::of_row).collect();
    let mut found: Vec<Option<Already>> = Vec::with_capacity(rows.len());
    for name in &names {
        let place = listed.iter().position(|other| other.is_same(name));
        let on_list = place.and_then(|place| report.participants.get(place)).map(|person| Already::Listed(person.id));
        // A row that is skipped itself makes nobody else be skipped.
        let above = || names.iter().zip(&found).position(|(other, own)| own.is_none() && other.is_same(name));
        let own = on_list.or_else(|| above().map(Already::Above));
        found.push(own);
    }
    found
}

/// Pairs of the list that may be one: the earlier first. Names that differ in their tones alone are among them, because one of them may
/// be misspelt; what is to be done, somebody says.
pub fn duplicates(report: &Report) -> Vec<(ParticipantId, ParticipantId)> {
    let names: Vec<Name> = report.participants.iter().map(|person| Name::of(person)).collect();
    let mut pairs = Vec::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.folded.is_empty()) {
        let earlier = names[..index].iter().position(|other| other.kind == name.kind && other.folded == name.folded);
        let pair = earlier.and_then(|earlier| report.participants.get(earlier)).zip(report.participants.get(index));
        pairs.extend(pair.map(|(keep, drop): (&Arc<Participant>, &Arc<Participant>)| (keep.id, drop.id)));
    }
    pairs
}

/// A name made ready to be compared.
struct Name {
    /// Whether it is an organisation's.
    kind: bool,
    written: String,
    folded: String,
}

impl Name {
    fn of(person: &Participant) -> Self {
        Self::new(person.is_organisation(), person.shown_name())
    }

    fn of_row(row: &Row) -> Self {
        Self::new(row.text(PersonField::Name).is_empty(), row.shown_name())
    }

    fn new(kind: bool, written: &str) -> Self {
        Self { kind, written: written.to_owned(), folded: fold(written) }
    }

    /// Hưng and Hùng are two people; "Hung" may be either.
    fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && !self.folded.is_empty()
            && self.folded == other.folded
            && (matches(&self.written, &other.written) || matches(&other.written, &self.written))
    }
}
