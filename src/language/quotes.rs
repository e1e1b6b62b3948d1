//! Quotation marks.

use crate::language::Language;

/// The marks that open and close a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Before the quoted words.
    pub open: &'static str,
    /// After them.
    pub close: &'static str,
}

/// The marks of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotes {
    /// Around a quotation.
    pub outer: Pair,
    /// Around a quotation inside a quotation.
    pub inner: Pair,
}

const DOUBLE_AND_SINGLE: Quotes =
    Quotes { outer: Pair { open: "“", close: "”" }, inner: Pair { open: "‘", close: "’" } };

const GUILLEMETS_AND_LOW: Quotes =
    Quotes { outer: Pair { open: "«", close: "»" }, inner: Pair { open: "„", close: "“" } };

/// The marks of a language; those of English where it has no row.
pub fn of(language: &str) -> Quotes {
    match Language::of(language) {
        Language::Russian => GUILLEMETS_AND_LOW,
        Language::English | Language::Vietnamese | Language::Other => DOUBLE_AND_SINGLE,
    }
}
