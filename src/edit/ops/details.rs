//! Details of the report.

use crate::edit::{Change, EditKind, Field, Transaction};
use crate::report::{Details, Limit, Report};

/// Sets the details.
pub fn set(report: &Report, details: Details) -> Option<Transaction> {
    let mut change = Change::new(report);
    change.details(details);
    change.finish(EditKind::Field(Field::Details), None)
}

/// Sets how long the story may be; `None` for as long as it likes.
pub fn set_limit(report: &Report, limit: Option<Limit>) -> Option<Transaction> {
    set(report, Details { limit, ..Details::clone(&report.details) })
}

/// Sets the language that the report is written in (BCP 47).
pub fn set_language(report: &Report, language: &str) -> Option<Transaction> {
    let mut change = Change::new(report);
    change.language(language);
    change.finish(EditKind::Other, None)
}
