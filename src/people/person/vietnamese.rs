//! Vietnamese names with their marks in running text.

use std::sync::LazyLock;

use crate::people::given;
use crate::people::lexicon::{Words, set};
use crate::people::person::{Finder, Look, MOST, Strength};
use crate::people::{shape, words};

impl Finder<'_> {
    pub(super) fn vietnamese(&self, place: usize) -> Look {
        static SAINTS: Words = LazyLock::new(|| {
            set(
                "Giuse|Phêrô|Phaolô|Maria|Gioan|Gioakim|Antôn|Tôma|Matthêu|Phanxicô|Giacôbê|Micae|Luca|Máccô|Laurensô|Stêphanô|Emmanuel|\
             Cosma|Anphongsô|Lôrensô|Têrêsa|Anna|Đaminh|Vinhsơn",
            )
        });
        let token = &self.tokens[place];
        if SAINTS.contains(token.word)
            && self.after(place + 1).is_some_and(|next| given::is_family(next.word))
            && let Look::Name { length, whole, strength } = self.vietnamese(place + 1)
        {
            return Look::Name { length: length + 1, whole: whole + 1, strength };
        }
        let is_family = given::is_family(token.word);
        if !is_family && !given::is_rare_family(token.word) {
            return Look::None;
        }
        let run = self.run(place);
        let mut count = 0;
        while count < run.min(MOST) {
            let next = &self.tokens[place + count];
            let is_syllable = next.word.chars().count() <= 7 && next.word.chars().all(char::is_alphabetic);
            if !is_syllable || count >= 2 && self.is_office_at(place + count) {
                break;
            }
            count += 1;
        }
        // What goes on is no Vietnamese name: Mai Lin Tjoa-Bonatz.
        let goes_on = self.after(place + count).is_some_and(|next| next.is_capital);
        if count < 2 || goes_on && count < MOST && !self.is_office_at(place + count) {
            return Look::None;
        }
        let rest = &self.text[token.range.start..];
        if words::begins_with_place(rest) {
            return Look::None;
        }
        let strength = if is_family {
            let is_other = shape::is_other_word(token.word) && count == 2;
            let lower = self.after(place + count).filter(|next| !next.is_capital);
            if is_other && lower.is_some_and(|next| !shape::follows_a_name(next.word)) {
                return Look::None;
            }
            if is_other { Strength::Likely } else { Strength::Strong }
        } else if count >= 3 && self.is_bound(place, count) {
            Strength::Likely
        } else {
            return Look::None;
        };
        Look::Name { length: count, whole: count, strength }
    }

    fn is_office_at(&self, place: usize) -> bool {
        let Some(token) = self.tokens.get(place) else { return false };
        let second = self.after(place + 1).is_some_and(|next| !next.is_capital || next.is_capitals());
        second && words::title_len(&self.text[token.range.start..]).is_some()
    }
}
