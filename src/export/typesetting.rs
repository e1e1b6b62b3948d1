//! How the words of a report are set where they are published: as its language sets them, unless it says that they stay as typed.

use std::borrow::Cow;

use crate::language::typography::{repaired, repaired_plain};
use crate::report::{Report, RichText};

/// Sets the words of one report.
#[derive(Debug, Clone, Copy)]
pub struct Typesetting<'a> {
    language: &'a str,
    is_off: bool,
}

impl<'a> Typesetting<'a> {
    /// That of a report.
    pub fn of(report: &'a Report) -> Self {
        Self { language: &report.language, is_off: report.details.keep_typography }
    }

    /// A text with its styles.
    pub fn rich<'t>(&self, text: &'t RichText) -> Cow<'t, RichText> {
        if self.is_off { Cow::Borrowed(text) } else { Cow::Owned(repaired(text, self.language)) }
    }

    /// A text without styles.
    pub fn plain(&self, text: &str) -> String {
        if self.is_off { text.to_owned() } else { repaired_plain(text, self.language) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::IdSource;

    #[test]
    fn words_are_set_unless_the_report_keeps_them_as_typed() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "ru");
        let text = RichText::plain("\"Да\" - слово");
        assert_eq!(Typesetting::of(&report).rich(&text).as_str(), "«Да»\u{a0}— слово");
        assert_eq!(Typesetting::of(&report).plain("\"Да\""), "«Да»");
        Arc::make_mut(&mut report.details).keep_typography = true;
        assert_eq!(*Typesetting::of(&report).rich(&text), text);
        assert_eq!(Typesetting::of(&report).plain("\"Да\""), "\"Да\"");
    }
}
