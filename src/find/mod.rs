//! Finding words in a report: in head, story, captions, credits, alternative texts and the list of participants.
//!
//! Words are compared as [`crate::language::fold`] does: "nguyen" finds Nguyễn, "nguyễn" does not find nguyên, е finds ё.

mod finder;

use std::ops::Range;

pub use self::finder::Finder;

use crate::report::WordPlace;

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
    /// Where it stands.
    pub place: WordPlace,
    /// The bytes there.
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::notation::{person, photo, state};
    use crate::report::{PersonField, Report, RichText, Slot};

    fn query(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    fn written(report: &Report, hit: &Hit) -> String {
        let text = match hit.place {
            WordPlace::Text(slot) => report.text(slot).unwrap().as_str(),
            WordPlace::Person(id, field) => report.participant(id).unwrap().field(field),
        };
        text[hit.range.clone()].to_owned()
    }

    fn found(source: &str, words: &str, match_case: bool, whole_words: bool) -> Vec<String> {
        let (mut report, _) = state(source);
        report.participants.clear();
        let query = Query { words: words.to_owned(), match_case, whole_words };
        Finder::default().hits(&report, &query).iter().map(|hit| written(&report, hit)).collect()
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
    fn captions_come_where_they_stand_and_what_is_not_on_the_page_last() {
        let (mut report, _) = state("fig 1 x one\np |x two\ntab x ; y");
        Arc::make_mut(&mut report.photos[0]).alt = "x three".into();
        Arc::make_mut(&mut report.participants[0]).title = "xx".into();
        let blocks = report.body.blocks();
        let cell = blocks[2].table().unwrap().rows()[0][0].id;
        let title = WordPlace::Person(person(1), PersonField::Title);
        let expected = [
            WordPlace::Text(Slot::Caption(photo(1))),
            WordPlace::Text(Slot::Block(blocks[1].id)),
            WordPlace::Text(Slot::Cell(blocks[2].id, cell)),
            WordPlace::Text(Slot::Alt(photo(1))),
            title,
            title,
        ];
        let places: Vec<_> = Finder::default().hits(&report, &query("x")).iter().map(|hit| hit.place).collect();
        assert_eq!(places, expected);
    }

    #[test]
    fn what_is_remembered_is_what_a_fresh_search_finds() {
        let (mut report, _) = state("p |anna an\nfig 1 cap anna\nh2 bank\ntab an ; ban\nquote x");
        let mut finder = Finder::default();
        let block = report.body.blocks()[0].id;
        for (words, case, text) in [
            ("a", false, None),
            ("an", false, None),
            ("an", false, Some("anna van")),
            ("ann", false, None),
            ("ann", true, Some("Anna anna")),
            ("anna", true, None),
            ("an", false, None),
            ("", false, None),
            ("ba", false, Some("ban")),
            ("b", false, None),
        ] {
            if let Some(text) = text {
                *report.text_mut(Slot::Block(block)).unwrap() = RichText::plain(text);
            }
            let query = Query { match_case: case, ..query(words) };
            assert_eq!(finder.hits(&report, &query), Finder::default().hits(&report, &query), "{words}");
        }
    }
}
