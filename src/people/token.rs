//! The words of a sentence, with what stands around them.

use std::ops::Range;

/// The letters of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Cyrillic,
    /// Latin with a mark that Vietnamese has.
    Vietnamese,
    Latin,
    /// Numbers and signs.
    None,
}

/// A word of a sentence without the signs around it; an initial keeps its full stop.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub word: &'a str,
    pub range: Range<usize>,
    pub script: Script,
    pub is_capital: bool,
    /// Whether nothing but a space is between it and the word before.
    pub is_joined: bool,
    /// Whether quotation marks are around it.
    pub is_quoted: bool,
    /// Whether brackets are around it.
    pub is_bracketed: bool,
}

impl Token<'_> {
    /// "А." or "И.И." or "J.-P."
    pub fn is_initial(&self) -> bool {
        is_initial(self.word)
    }

    /// More than one letter, and all of them capitals.
    pub fn is_capitals(&self) -> bool {
        let letters = self.word.chars().filter(|letter| letter.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    }
}

fn is_initial(word: &str) -> bool {
    let parts = || word.split(['.', '-']).filter(|part| !part.is_empty());
    let is_short = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        first && letters.next().is_none_or(|second| second.is_lowercase() && part.chars().count() == 2)
    };
    word.ends_with('.') && parts().count() > 0 && parts().all(is_short) && word.chars().count() <= 9
}

/// The words of a sentence.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut quotes, mut brackets, mut is_straight) = (0_usize, 0_usize, false);
    let mut done = 0;
    for piece in text.split(char::is_whitespace).filter(|piece| !piece.is_empty()) {
        // A part of a text knows where it stands in it.
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let is_sign = |letter: char| !letter.is_alphanumeric() && letter != '№';
        let Some(first) = piece.find(|letter| !is_sign(letter)) else {
            count(piece, &mut quotes, &mut brackets, &mut is_straight);
            continue;
        };
        let last = piece.rfind(|letter| !is_sign(letter)).unwrap_or(first);
        let end = last + piece[last..].chars().next().map_or(0, char::len_utf8);
        let with_stop = if piece[end..].starts_with('.') { &piece[first..=end] } else { &piece[first..end] };
        let word = if is_initial(with_stop) { with_stop } else { &piece[first..end] };
        count(&piece[..first], &mut quotes, &mut brackets, &mut is_straight);
        let range = start + first..start + first + word.len();
        let is_joined = !tokens.is_empty() && text[done..range.start].chars().all(char::is_whitespace);
        done = range.end;
        tokens.push(Token {
            word,
            script: script(word),
            is_capital: word.starts_with(char::is_uppercase),
            is_joined,
            is_quoted: quotes > 0 || is_straight,
            is_bracketed: brackets > 0,
            range,
        });
        count(&piece[first + word.len()..], &mut quotes, &mut brackets, &mut is_straight);
    }
    tokens
}

fn count(signs: &str, quotes: &mut usize, brackets: &mut usize, is_straight: &mut bool) {
    for sign in signs.chars() {
        match sign {
            '«' | '“' | '„' => *quotes += 1,
            '»' | '”' => *quotes = quotes.saturating_sub(1),
            '"' => *is_straight = !*is_straight,
            '(' => *brackets += 1,
            ')' => *brackets = brackets.saturating_sub(1),
            _ => {}
        }
    }
}

fn script(word: &str) -> Script {
    let mut script = Script::None;
    for letter in word.chars() {
        match letter {
            '\u{400}'..='\u{52f}' => return Script::Cyrillic,
            'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | '\u{1ea0}'..='\u{1ef9}' =>
            {
                return Script::Vietnamese;
            }
            _ if letter.is_alphabetic() => script = Script::Latin,
            _ => {}
        }
    }
    script
}
