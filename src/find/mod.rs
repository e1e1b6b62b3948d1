//! Finding words in a report: in head, story, captions, credits and alternative texts.
//!
//! Words are compared as [`crate::language::fold`] does: "nguyen" finds Nguyễn, "nguyễn" does not find nguyên, е finds ё.

use std::ops::Range;

use crate::language::fold::Pattern;
use crate::report::{Report, Slot};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words.
    pub words: String,
    /// Only as they are written, letter for letter.
    pub match_case: bool,
    /// Only as words of their own.
    pub whole_words: bool,
}

/// A place where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The text.
    pub slot: Slot,
    /// The bytes in it.
    pub range: Range<usize>,
}

impl Query {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }

    fn fits(&self, text: &str, range: &Range<usize>) -> bool {
        let is_as_written = || text.get(range.clone()) == Some(self.words.trim());
        let is_letter = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
        let is_whole = || {
            let before = text.get(..range.start).and_then(|before| before.chars().next_back());
            let after = text.get(range.end..).and_then(|after| after.chars().next());
            !is_letter(before) && !is_letter(after)
        };
        (!self.match_case || is_as_written()) && (!self.whole_words || is_whole())
    }
}

/// Every place where it is found: on the page from top to bottom, then what belongs to photos and is not on the page.
pub fn hits(report: &Report, query: &Query) -> Vec<Hit> {
    let pattern = Pattern::new(&query.words);
    if pattern.is_empty() {
        return Vec::new();
    }
    let on_page = std::iter::successors(Some(Slot::Kicker), |slot| report.next_slot(*slot));
    let elsewhere = report.all_slots().into_iter().filter(|slot| report.reading_rank(*slot).is_none());
    let in_slot = |slot: Slot| {
        let text = report.text(slot).map_or("", |text| text.as_str());
        let found = pattern.all_in(text).into_iter().filter(|range| query.fits(text, range));
        found.map(|range| Hit { slot, range }).collect::<Vec<_>>()
    };
    on_page.chain(elsewhere).flat_map(in_slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::state;

    fn found(source: &str, words: &str, match_case: bool, whole_words: bool) -> Vec<String> {
        let (report, _) = state(source);
        let query = Query { words: words.to_owned(), match_case, whole_words };
        let written = |hit: Hit| report.text(hit.slot).unwrap().as_str()[hit.range].to_owned();
        hits(&report, &query).into_iter().map(written).collect()
    }

    #[test]
    fn tones_and_case_are_optional_unless_they_are_typed() {
        let source = "p |Nguyễn gặp nguyên và Ершов с ёлкой\nfig 1 ông Nguyễn";
        assert_eq!(found(source, "nguyen", false, false), ["Nguyễn", "nguyên", "Nguyễn"]);
        assert_eq!(found(source, "nguyễn", false, false), ["Nguyễn", "Nguyễn"]);
        assert_eq!(found(source, "nguyên", true, false), ["nguyên"]);
        assert_eq!(found(source, "елк", false, false), ["ёлк"]);
    }

    #[test]
    fn whole_words_stand_alone() {
        let source = "p |an answer, an-an, An.";
        assert_eq!(found(source, "an", false, true), ["an", "an", "an", "An"]);
        assert!(found(source, "", false, false).is_empty());
    }

    #[test]
    fn captions_come_where_they_stand_and_others_last() {
        let (mut report, _) = state("fig 1 x one\np |x two");
        std::sync::Arc::make_mut(&mut report.photos[0]).alt = "x three".into();
        let places: Vec<_> = hits(&report, &Query { words: "x".to_owned(), ..Query::default() })
            .into_iter()
            .map(|hit| std::mem::discriminant(&hit.slot))
            .collect();
        let photo = crate::edit::notation::photo(1);
        let expected = [Slot::Caption(photo), Slot::Block(report.body.blocks()[1].id), Slot::Alt(photo)];
        assert_eq!(places, expected.map(|slot| std::mem::discriminant(&slot)));
    }
}
