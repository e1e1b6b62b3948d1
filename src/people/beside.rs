//! What stands beside the words that may be a name, and says whether they are one.

use crate::names::{Nominative, nominative_of, office_in_nominative};
use crate::people::lexicon::FIELDS;
use crate::people::person::Finder;
use crate::people::token::Token;
use crate::people::{phrases, shape, words};

impl Finder<'_> {
    /// How many words of a run are a Russian name in another case than the nominative, behind what asks for a case and is no thing of theirs:
    /// "представители, в том числе Ивана Петрова", and not "роман Ивана Петрова".
    pub(super) fn inflected(&self, place: usize, run: usize) -> Option<usize> {
        let is_led = self.before(place).is_none_or(|before| {
            phrases::is_russian_past(before.word)
                || shape::asks_for_case(before.word)
                || self.has_inflected_office(place)
        });
        let text = |count: usize| &self.text[self.tokens[place].range.start..self.tokens[place + count - 1].range.end];
        let is_name = |count: &usize| {
            *count <= run && matches!(nominative_of(text(*count)), Nominative::Of(_) | Nominative::Several)
        };
        [3, 2].into_iter().find(|count| is_led && is_name(count))
    }

    /// Whether an office that stands in another case than the nominative leads to a place: "директору музея Ивану Петрову".
    fn has_inflected_office(&self, place: usize) -> bool {
        let office = self.office_before(place);
        office.is_some_and(|office| office_in_nominative(office).is_some())
    }

    /// Whether an office stands among the words before a place, without a sign between.
    fn has_office_before(&self, place: usize) -> bool {
        self.office_before(place).is_some()
    }

    /// The words from the office on that stands there.
    fn office_before(&self, place: usize) -> Option<&str> {
        const FARTHEST: usize = 12;
        let mut at = place;
        while self.tokens[at].is_joined && at > 0 && place - at < FARTHEST {
            at -= 1;
            let text = &self.text[self.tokens[at].range.start..self.tokens[place].range.start];
            if words::title_len(text).is_some() {
                return Some(text);
            }
        }
        None
    }

    /// Whether an office with its field stands before: "Minister of Foreign Affairs".
    pub(super) fn is_behind_field(&self, place: usize) -> bool {
        let is_field = |before: &Token<'_>| before.is_capital && FIELDS.contains(before.word.to_lowercase().as_str());
        self.before(place).is_some_and(is_field) && self.has_office_before(place)
    }

    /// Whether what has the look of a name stands by itself, or beside an office, so that it is no part of another name.
    pub(super) fn is_bound(&self, place: usize, count: usize) -> bool {
        let left = self.before(place).is_none_or(|before| {
            shape::leads_a_name(before.word)
                || !before.is_capital && !shape::is_preposition(before.word) && self.has_office_before(place)
                || before.is_capital && words::title_len(before.word).is_some()
                || self.is_behind_field(place)
        });
        // Right behind an office whatever follows in small letters is what they do.
        let is_officer = |back: usize| {
            let at = place.checked_sub(back).and_then(|at| self.tokens.get(at));
            at.is_some_and(|token| {
                let text = self.text[token.range.start..self.tokens[place].range.start].trim_end();
                words::title_len(text) == Some(text.len())
            })
        };
        let is_held =
            self.before(place).is_some() && (is_officer(1) || is_officer(2) && self.tokens[place - 1].is_joined);
        let right = self.after(place + count).is_none_or(|next| {
            !next.is_capital && (is_held && !shape::is_preposition(next.word) || shape::follows_a_name(next.word))
        });
        left && right
    }
}
