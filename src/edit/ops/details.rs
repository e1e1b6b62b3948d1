//! Details of the report.

use crate::edit::ops::lineup::NameLines;
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

/// Lets a word pass in the spelling check of this report.
pub fn ignore_word(report: &Report, word: &str) -> Option<Transaction> {
    if report.details.ignored_words.iter().any(|ignored| **ignored == *word) {
        return None;
    }
    let mut details = Details::clone(&report.details);
    details.ignored_words.push(word.into());
    let mut change = Change::new(report);
    change.details(details);
    // Not a field's change: the next ignored word is another step to undo.
    change.finish(EditKind::Other, None)
}

/// Has a word checked again that was ignored in this report.
pub fn check_word(report: &Report, word: &str) -> Option<Transaction> {
    let mut details = Details::clone(&report.details);
    details.ignored_words.retain(|ignored| **ignored != *word);
    let mut change = Change::new(report);
    change.details(details);
    change.finish(EditKind::Other, None)
}

/// Sets the language that the report is written in (BCP 47). The lines of captions that name who is in the picture follow.
pub fn set_language(report: &Report, language: &str) -> Option<Transaction> {
    let lines = NameLines::of(report);
    let mut change = Change::new(report);
    change.language(language);
    lines.follow(&mut change);
    change.finish(EditKind::Other, None)
}
