//! Names in Russian letters in running text.

use crate::people::given;
use crate::people::person::{Finder, Look, MOST, Strength};
use crate::people::token::{Script, Token};
use crate::people::{shape, words};

impl Finder<'_> {
    pub(super) fn cyrillic(&self, place: usize) -> Look {
        let run = self.run(place);
        let tokens = &self.tokens[place..place + run];
        let first = &tokens[0];
        let name = |length: usize, strength| Look::Name { length, whole: length, strength };
        let family = |index: usize| tokens.get(index).is_some_and(|token| self.is_family_word(token));
        if shape::is_glued(first.word) {
            return name(1, Strength::Strong);
        }
        if first.is_initial() {
            let initials = tokens.iter().take_while(|token| token.is_initial()).count();
            return if family(initials) { name(initials + 1, Strength::Strong) } else { Look::None };
        }
        if !self.is_family_word(first) {
            return Look::None;
        }
        if self.is_monk(place) {
            return if first.word.ends_with("кий") { Look::None } else { name(1, Strength::Likely) };
        }
        let initials = tokens[1..].iter().take_while(|token| token.is_initial()).count();
        if initials > 0 {
            return name(initials + 1, Strength::Strong);
        }
        if tokens.get(1).is_some_and(|token| shape::is_patronymic(token.word)) {
            return name(if family(2) { 3 } else { 2 }, Strength::Strong);
        }
        if tokens.get(2).is_some_and(|token| shape::is_patronymic(token.word)) && family(1) {
            return name(3, Strength::Strong);
        }
        if given::is_vietnamese_in_russian(first.word) && run >= 2 {
            let is_short = |token: &&Token<'_>| token.word.chars().count() <= 7 && self.is_family_word(token);
            let count = tokens.iter().take(MOST).take_while(is_short).count();
            if count >= 3 || count == 2 && !given::is_russian_given(first.word) {
                return name(count, if count >= 3 { Strength::Strong } else { Strength::Likely });
            }
        }
        if let Some(count) = self.inflected(place, run) {
            return name(count, Strength::Strong);
        }
        if given::is_russian_given(first.word) && family(1) {
            // "Анна Мария Рохас", "Симон де ла Крус".
            let two = given::is_russian_given(tokens[1].word) && family(2);
            return name(if two { 3 } else { 2 }, Strength::Strong);
        }
        if tokens.get(1).is_some_and(|token| given::is_russian_given(token.word))
            && shape::has_family_ending(first.word)
        {
            return name(2, Strength::Strong);
        }
        // "России Светлана Крючкова": a name begins further on.
        let later = |index: usize| {
            given::is_russian_given(tokens[index].word) && family(index + 1)
                || given::is_vietnamese_in_russian(tokens[index].word) && run - index >= 3
        };
        if (1..run).any(later) {
            return Look::None;
        }
        let count = run.min(MOST);
        if count == 2
            && shape::has_family_ending(tokens[1].word)
            && !shape::is_russian_adjective_of_place(first.word)
            && !words::has_body(first.word)
        {
            return if self.is_bound(place, 2) { name(2, Strength::Likely) } else { Look::None };
        }
        let is_many = self.has_capitals(place, count);
        let text = &self.text[first.range.start..tokens[count - 1].range.end];
        let is_other = words::title_len(text).is_some() || words::has_body(text);
        if (2..=4).contains(&count) && count == run && !is_many && !is_other && self.is_bound(place, count) {
            return name(count, Strength::Weak);
        }
        Look::None
    }

    /// Whether somebody of the church is named here by one name: «митрополит Воскресенский Дионисий».
    fn is_monk(&self, place: usize) -> bool {
        const OFFICES: &[&str] =
            &["митрополит", "архиепископ", "епископ", "архимандрит", "игумен", "патриарх", "иеромонах"];
        const MOST_BEFORE: usize = 5;
        for back in 1..=MOST_BEFORE {
            let Some(at) = place.checked_sub(back) else { return false };
            if !self.tokens[at + 1].is_joined {
                return false;
            }
            let word = self.tokens[at].word.to_lowercase();
            if OFFICES.contains(&word.as_str()) {
                return true;
            }
            if !(word.ends_with("кий") || word == "и" || word == "всея" || word == "руси") {
                return false;
            }
        }
        false
    }

    fn is_family_word(&self, token: &Token<'_>) -> bool {
        token.script == Script::Cyrillic
            && token.is_capital
            && !token.is_initial()
            && !(token.is_capitals() && self.has_capitals(0, self.tokens.len()))
            && token.word.chars().count() > 1
    }
}
