//! Repairs of what a keyboard or a converter got wrong between the words: quotes, dashes, dots and spaces.
//!
//! Letters and digits are never touched, nor anything inside addresses and code. The repairs of a text are told
//! one by one, so that they can be shown and left out; repairing twice is repairing once.
//!
//! A text is taken apart into cells; `marks` decides about quotes, dashes and dots, then `gaps` decides
//! about the spaces around what came out, with the words of `table`.

mod cell;
mod gaps;
mod marks;
mod report;
mod table;

use std::ops::Range;

use self::cell::Cell;
pub use self::report::{Placed, repairs_of_report};
use crate::report::RichText;

/// The dash of a language with spaces around it; `None` for one of which no more is known than its name.
pub fn dash(language: &str) -> Option<&'static str> {
    let table = table::of(language);
    table.sets_quotes.then_some(table.dash)
}

/// One repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What was wrong.
    pub kind: RepairKind,
    /// The bytes that are replaced; empty where something is put in.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub replacement: String,
}

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepairKind {
    /// Straight quotes, or those of another language.
    Quotes,
    /// A straight apostrophe inside a word.
    Apostrophe,
    /// A hyphen in the place of a dash.
    Dash,
    /// Three dots for an ellipsis.
    Ellipsis,
    /// A space too many, or on the wrong side.
    Space,
    /// A space at which a line must not break.
    NoBreak,
}

impl RepairKind {
    /// All of them, those that readers see first.
    pub const ALL: [Self; 6] = [Self::Quotes, Self::Apostrophe, Self::Dash, Self::Ellipsis, Self::Space, Self::NoBreak];
}

/// The repairs of a text in order; none overlap. Pieces in another language than the report's are left alone.
pub fn repairs(text: &RichText, language: &str) -> Vec<Repair> {
    let foreign: Vec<Range<usize>> =
        text.spans().iter().filter(|span| span.style.language.is_some()).map(|span| span.range.clone()).collect();
    repairs_outside(text.as_str(), &foreign, language)
}

/// The text with all its repairs. Styles stay on the words that have them.
#[must_use]
pub fn repaired(text: &RichText, language: &str) -> RichText {
    if text.spans().is_empty() {
        return RichText::of_clean(repaired_plain(text.as_str(), language));
    }
    let mut repaired = text.clone();
    for repair in repairs(text, language).into_iter().rev() {
        // A mark takes over the style of the mark that it stands for; what is put in, that of the text before it.
        let model = if repair.range.is_empty() { repair.range.start.saturating_sub(1) } else { repair.range.start };
        let style = text.style_at(text.boundary(model));
        repaired.splice(repair.range, &RichText::styled(&repair.replacement, style));
    }
    repaired
}

/// As [`repaired`], for text without styles.
pub fn repaired_plain(text: &str, language: &str) -> String {
    let mut repaired = String::with_capacity(text.len() + text.len() / 16);
    cells_outside(text, &[], language).iter().for_each(|cell| repaired.push_str(&cell.now));
    repaired
}

/// The spaces at which a line must not break because of the word that a text ends with, in order: to be asked when the word is written,
/// with the text up to its end.
pub fn spaces_bound_by_last_word(text: &str, language: &str) -> Vec<Range<usize>> {
    const LONGEST_LOOK: usize = 160;
    let from = (text.len().saturating_sub(LONGEST_LOOK)..=text.len()).find(|from| text.is_char_boundary(*from));
    let start = match from.unwrap_or(0) {
        0 => 0,
        // From a space on, so that no word or address is looked at in part.
        from => text[from..].find(' ').map_or(text.len(), |space| from + space),
    };
    let bound = gaps::bound_by_last_word(&cell::cells(&text[start..], &[]), table::of(language));
    bound.into_iter().map(|range| range.start + start..range.end + start).collect()
}

fn repairs_outside(text: &str, foreign: &[Range<usize>], language: &str) -> Vec<Repair> {
    cells_outside(text, foreign, language).into_iter().filter_map(Cell::into_repair).collect()
}

/// A text in cells, each with what it becomes.
fn cells_outside<'a>(text: &'a str, foreign: &[Range<usize>], language: &str) -> Vec<Cell<'a>> {
    let table = table::of(language);
    let mut cells = cell::cells(text, foreign);
    marks::repair(&mut cells, table, language);
    gaps::repair(&mut cells, table);
    cells
}

#[cfg(test)]
mod tests;
