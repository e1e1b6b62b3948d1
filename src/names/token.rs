//! The words of a text, folded for comparison.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::language::fold::fold;

/// The alphabet of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    /// Letters of both.
    Mixed,
    Other,
}

/// A word, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelt {
    /// Small letters without marks.
    pub key: String,
    /// Small letters with their marks and, behind them, the tones, so that *Thúy* is *Thuý*.
    pub exact: String,
    pub script: Script,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub range: Range<usize>,
    pub spelt: Spelt,
    /// In small letters.
    pub small: String,
    /// What it would be with letters of the other alphabet that look the same.
    pub disguised: Option<Spelt>,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether it is in capitals, and more than one.
    pub is_capitals: bool,
    /// Whether one space lies between the word before and this one, or the full stop of an initial.
    pub follows: bool,
    /// Whether it is a single capital with a full stop behind it.
    pub is_initial: bool,
}

impl Spelt {
    pub(super) fn of(word: &str) -> Self {
        Self::of_small(&word.to_lowercase())
    }

    /// As [`Self::of`], of a word in small letters.
    fn of_small(word: &str) -> Self {
        let mut exact = String::with_capacity(word.len() * 2);
        let mut tones = String::new();
        let mut add = |part: char| match part {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(part),
            '’' | 'ʼ' => exact.push('\''),
            '\u{2010}' | '\u{2011}' => exact.push('-'),
            _ => exact.push(part),
        };
        // The marks of one letter have their order already.
        if word.chars().any(is_mark) {
            word.nfd().for_each(add);
        } else {
            word.chars().for_each(|letter| decompose_canonical(letter, &mut add));
        }
        exact.push_str(&tones);
        Self { key: fold(word), exact, script: script(word) }
    }

    /// Whether it has marks or tones at all.
    pub(super) fn is_marked(&self) -> bool {
        self.exact != self.key
    }
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let is_letter = |place: usize| letters.get(place).is_some_and(|(_, letter)| joins(*letter));
    let mut found: Vec<Token> = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        if !is_letter(place) {
            place += 1;
            continue;
        }
        let start = place;
        while is_letter(place) || letters.get(place).is_some_and(|(_, sign)| is_joint(*sign)) && is_letter(place + 1) {
            place += 1;
        }
        let end = letters.get(place).map_or(text.len(), |(at, _)| *at);
        let range = letters[start].0..end;
        let range = range.start..range.start + without_possessive(&text[range.clone()]).len();
        let before = found.last().map_or(0, |last| last.range.end);
        let is_after_initial = found.last().is_some_and(|last| last.is_initial);
        let follows = match &text[before..range.start] {
            " " | "\u{a0}" => true,
            ". " | "." | ".\u{a0}" => is_after_initial,
            _ => false,
        };
        found.push(token(text, range, follows));
    }
    found
}

fn token(text: &str, range: Range<usize>, follows: bool) -> Token {
    let word = &text[range.clone()];
    let mut capitals = word.chars().filter(|letter| letter.is_uppercase());
    let is_capital = word.starts_with(char::is_uppercase);
    let is_capitals = capitals.by_ref().count() > 1 && !word.chars().any(char::is_lowercase);
    let small = word.to_lowercase();
    let is_initial = is_capital && small.chars().count() == 1 && text[range.end..].starts_with('.');
    Token {
        spelt: Spelt::of_small(&small),
        small,
        disguised: disguised(word),
        range,
        is_capital,
        is_capitals,
        follows,
        is_initial,
    }
}

fn joins(letter: char) -> bool {
    matches!(letter, 'А'..='я') || letter.is_alphanumeric() || is_mark(letter) || letter == '\u{ad}'
}

fn is_mark(letter: char) -> bool {
    const FIRST: char = '\u{300}';
    letter >= FIRST && !matches!(letter, 'А'..='я') && is_combining_mark(letter)
}

fn is_joint(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '-' | '\u{2010}' | '\u{2011}')
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

fn is_latin(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn script(word: &str) -> Script {
    match (word.chars().any(is_latin), word.chars().any(is_cyrillic)) {
        (true, false) => Script::Latin,
        (false, true) => Script::Cyrillic,
        (true, true) => Script::Mixed,
        (false, false) => Script::Other,
    }
}

/// Letters that look the same, Latin and Cyrillic.
const ALIKE: [(char, char); 27] = [
    ('a', 'а'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('c', 'с'),
    ('y', 'у'),
    ('x', 'х'),
    ('i', 'і'),
    ('s', 'ѕ'),
    ('j', 'ј'),
    ('k', 'к'),
    ('ë', 'ё'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Ë', 'Ё'),
];

/// A word with letters of two alphabets in the one that it can be written in; a word of one alphabet in the other, where all of its letters
/// have a twin there.
fn disguised(word: &str) -> Option<Spelt> {
    let twin = match script(word) {
        Script::Mixed => in_alphabet(word, Script::Cyrillic).or_else(|| in_alphabet(word, Script::Latin)),
        Script::Latin => in_alphabet(word, Script::Cyrillic),
        Script::Cyrillic => in_alphabet(word, Script::Latin),
        Script::Other => None,
    };
    twin.as_deref().map(Spelt::of)
}

/// A word in letters of one alphabet, if all of its letters have a twin there.
fn in_alphabet(word: &str, alphabet: Script) -> Option<String> {
    let twin = |letter: char| {
        if alphabet == Script::Cyrillic && is_latin(letter) {
            ALIKE.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
        } else if alphabet == Script::Latin && is_cyrillic(letter) {
            ALIKE.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin)
        } else {
            Some(letter)
        }
    };
    word.chars().map(twin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_with_what_joins_them() {
        let text = "Michael O’Connor’s Koltsova-Reed, Đỗ (Ánh) 5";
        let words: Vec<_> =
            tokens(text).into_iter().map(|token| (text[token.range].to_owned(), token.follows)).collect();
        let words: Vec<_> = words.iter().map(|(word, follows)| (word.as_str(), *follows)).collect();
        assert_eq!(
            words,
            [
                ("Michael", false),
                ("O’Connor", true),
                ("Koltsova-Reed", false),
                ("Đỗ", false),
                ("Ánh", false),
                ("5", false)
            ]
        );
    }

    #[test]
    fn a_full_stop_behind_an_initial_ends_no_name() {
        let text = "Plan B. С. П. Иванов met J. K. Rowling. He left.";
        let apart = tokens(text).into_iter().filter(|token| !token.follows).map(|token| &text[token.range]);
        assert_eq!(apart.collect::<Vec<_>>(), ["Plan", "He"]);
    }

    #[test]
    fn a_tone_may_stand_on_either_vowel() {
        assert_eq!(Spelt::of("Thúy").exact, Spelt::of("Thuý").exact);
        assert_ne!(Spelt::of("Thúy").exact, Spelt::of("Thùy").exact);
        assert_eq!(Spelt::of("Đỗ").key, "do");
    }

    #[test]
    fn a_word_of_two_alphabets_is_unmasked() {
        let key = |word| disguised(word).map(|spelt| spelt.key);
        assert_eq!(key("Пeтров").as_deref(), Some("петров"));
        assert_eq!(key("Jаne").as_deref(), Some("jane"));
        assert_eq!(key("Smith"), None);
    }
}
