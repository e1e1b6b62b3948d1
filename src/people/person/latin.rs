//! Names in Latin letters without the marks of Vietnamese in running text.

use crate::people::given;
use crate::people::person::{Finder, Look, MOST, Strength, letters_behind};
use crate::people::token::{Script, Token};
use crate::people::{shape, words};

impl Finder<'_> {
    pub(super) fn latin(&self, place: usize) -> Look {
        let run = self.run(place);
        let all = &self.tokens[place..place + run];
        let letters = letters_behind(all);
        let is_title = |index: usize| index > 0 && words::title_len(&self.text[all[index].range.start..]).is_some();
        let office = (1..run - letters.min(run)).find(|index| is_title(*index));
        let count = office.unwrap_or(run - letters);
        let tokens = &all[..count];
        if count == 1 && shape::is_glued(tokens[0].word) {
            return Look::Name { length: 1, whole: 1, strength: Strength::Strong };
        }
        let words_count = tokens.iter().filter(|token| !shape::is_particle(token.word)).count();
        if !(2..=MOST).contains(&words_count)
            || tokens.last().is_some_and(|token| token.is_initial()) && words_count < 2
        {
            return Look::None;
        }
        let first = &tokens[0];
        let whole_text = &self.text[first.range.start..all[run - 1].range.end];
        let owns = whole_text.ends_with("'s") || whole_text.ends_with("’s");
        if words::has_english_body(whole_text)
            || owns
            || words::begins_body(whole_text)
            || words::title_len(whole_text).is_some()
        {
            return Look::None;
        }
        if self.before(place).is_some_and(|before| ["the", "of", "for", "at", "in"].contains(&before.word)) {
            return Look::None;
        }
        let text = &self.text[first.range.start..tokens[count - 1].range.end];
        let is_syllable =
            |token: &Token<'_>| token.word.len() <= 7 && token.word.is_ascii() && !token.word.contains(['-', '.']);
        let is_marked_family = given::is_unmarked_family(first.word) && tokens.iter().all(is_syllable);
        let has_initial =
            tokens.iter().take(count - 1).any(Token::is_initial) || tokens.last().is_some_and(Token::is_initial);
        // "Casa del Libro" is as often nobody.
        const OF_PEOPLE: &[&str] = &["van", "von", "bin", "ibn", "bint", "der", "den", "ter", "ten", "dos", "zu"];
        let has_particle = tokens.iter().any(|token| OF_PEOPLE.contains(&token.word));
        let strength = if has_initial || given::is_latin_given(first.word) || is_marked_family && count >= 3 {
            Strength::Strong
        } else if is_marked_family
            || given::is_eastern(first.word) && count <= 3
            || has_particle
            || count <= 3 && self.is_behind_field(place)
            || tokens.iter().skip(1).any(|token| token.word.contains(['\'', '’']) && token.word.len() > 3)
        {
            Strength::Likely
        } else {
            Strength::Weak
        };
        // "Jack MA", "Jean DUPONT": many write the family so.
        let is_family_shouted = given::is_latin_given(first.word) && !first.is_capitals();
        let is_capitals =
            tokens.iter().any(Token::is_capitals) && self.has_capitals(place, count) && !is_family_shouted;
        if is_capitals || words::is_place(text) {
            return Look::None;
        }
        if strength < Strength::Strong {
            let next_office =
                office.is_some() || self.after(place + run).is_some_and(|next| words::title_len(next.word).is_some());
            let vietnamese = tokens.iter().filter(|token| token.script == Script::Vietnamese).count();
            // "Bắc Ninh Trịnh Văn An": a name begins further on.
            let later =
                |index: usize| given::is_family(tokens[index].word) || given::is_latin_given(tokens[index].word);
            let goes_on = strength == Strength::Weak && (1..count.saturating_sub(1)).any(later);
            if goes_on || next_office || !self.is_bound(place, run) || vietnamese > 0 && words::begins_with_place(text)
            {
                return Look::None;
            }
        }
        let whole = if office.is_some() { count } else { run };
        Look::Name { length: count, whole, strength }
    }
}
