//! Folding for search: what a reporter types without tones finds what is written with them.
//!
//! "nguyen" finds Nguyễn; "nguyên" finds Nguyên and Nguyễn; "nguyễn" finds Nguyễn alone. A Russian ё and е are one
//! letter, because most people write е for both; й stays apart from и.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The text without tones and other marks, in lower case: `fold("Nguyễn") == "nguyen"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for written in text.chars() {
        // No small letter of Russian but ё loses anything, and й is its own.
        if written.is_ascii_alphanumeric() || matches!(written, 'а'..='я') {
            folded.push(written.to_ascii_lowercase());
        } else if !is_combining_mark(written) {
            written.to_lowercase().for_each(|small| each_base(small, |base, _| folded.push(base)));
        }
    }
    folded
}

/// Whether a pattern is found in a text. The empty pattern is found everywhere.
pub fn matches(text: &str, pattern: &str) -> bool {
    let pattern = Pattern::new(pattern);
    pattern.is_empty() || pattern.find_in(text).is_some()
}

/// Whether a word of the text starts with the pattern.
pub fn starts_with_word(text: &str, pattern: &str) -> bool {
    let pattern = Pattern::new(pattern);
    pattern.is_empty() || pattern.all_in(text).iter().any(|found| starts_word(text, found.start))
}

/// A pattern made ready to be looked for in many texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    letters: Vec<Letter>,
}

impl Pattern {
    /// Makes a pattern ready. Spaces at its ends do not count.
    pub fn new(pattern: &str) -> Self {
        Self { letters: letters(pattern.trim()) }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The bytes of the first place where the pattern is found; `None` for an empty pattern.
    pub fn find_in(&self, text: &str) -> Option<Range<usize>> {
        let letters = letters(text);
        self.find_from(&letters, 0).map(|found| bytes_of(&letters, &found))
    }

    /// The bytes of every place where the pattern is found, none of which overlap.
    pub fn all_in(&self, text: &str) -> Vec<Range<usize>> {
        let letters = letters(text);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(range) = self.find_from(&letters, from) {
            from = range.end;
            found.push(bytes_of(&letters, &range));
        }
        found
    }

    fn find_from(&self, text: &[Letter], from: usize) -> Option<Range<usize>> {
        let length = self.letters.len();
        if length == 0 {
            return None;
        }
        let fits = |window: &[Letter]| window.iter().zip(&self.letters).all(|(letter, wanted)| letter.has(wanted));
        let place = text.get(from..)?.windows(length).position(fits)?;
        Some(from + place..from + place + length)
    }
}

/// One letter of a folded text. A letter that folds to two ("æ") has two of these over the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Letter {
    base: char,
    marks: Vec<char>,
    bytes: Range<usize>,
}

impl Letter {
    /// Whether this letter of a text is the pattern's letter, with at least its marks.
    fn has(&self, wanted: &Self) -> bool {
        self.base == wanted.base && wanted.marks.iter().all(|mark| self.marks.contains(mark))
    }
}

/// A mark of our own, for letters that Unicode does not take apart.
const STROKE: char = '\u{335}';

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (start, written) in text.char_indices() {
        let bytes = start..start + written.len_utf8();
        if is_combining_mark(written) {
            if let Some(letter) = letters.last_mut() {
                letter.marks.push(written);
                letter.bytes.end = bytes.end;
            }
            continue;
        }
        for small in written.to_lowercase() {
            push_letter(&mut letters, small, &bytes);
        }
    }
    letters
}

fn push_letter(letters: &mut Vec<Letter>, small: char, bytes: &Range<usize>) {
    each_base(small, |base, marked| {
        let marks = match marked {
            Marked::Plainly => Vec::new(),
            Marked::Stroke => vec![STROKE],
            Marked::AsUnicode => std::iter::once(small).nfd().skip(1).collect(),
        };
        letters.push(Letter { base, marks, bytes: bytes.clone() });
    });
}

/// Which marks a letter has beside its base.
enum Marked {
    Plainly,
    Stroke,
    /// Those that Unicode takes it apart into.
    AsUnicode,
}

/// The letters, without their marks, that a small letter is read as.
fn each_base(small: char, mut push: impl FnMut(char, Marked)) {
    match small {
        // A soft hyphen and invisible joiners are not read.
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
        'ё' => push('е', Marked::Plainly),
        'й' => push('й', Marked::Plainly),
        'đ' => push('d', Marked::Stroke),
        'ø' => push('o', Marked::Stroke),
        'ł' => push('l', Marked::Stroke),
        'ı' => push('i', Marked::Plainly),
        'ς' => push('σ', Marked::Plainly),
        'æ' => {
            push('a', Marked::Stroke);
            push('e', Marked::Plainly);
        }
        'œ' => {
            push('o', Marked::Stroke);
            push('e', Marked::Plainly);
        }
        'ß' => {
            push('s', Marked::Stroke);
            push('s', Marked::Plainly);
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => push('-', Marked::Plainly),
        '‘' | '’' | 'ʼ' => push('\'', Marked::Plainly),
        '“' | '”' | '„' | '«' | '»' => push('"', Marked::Plainly),
        space if space.is_whitespace() => push(' ', Marked::Plainly),
        other => {
            let mut base = None;
            decompose_canonical(other, |part| base = base.or(Some(part)));
            if let Some(base) = base {
                push(base, Marked::AsUnicode);
            }
        }
    }
}

fn bytes_of(letters: &[Letter], found: &Range<usize>) -> Range<usize> {
    let start = letters.get(found.start).map_or(0, |letter| letter.bytes.start);
    let end = found.end.checked_sub(1).and_then(|last| letters.get(last)).map_or(start, |letter| letter.bytes.end);
    start..end
}

fn starts_word(text: &str, byte: usize) -> bool {
    let before = text.get(..byte).and_then(|before| before.chars().next_back());
    before.is_none_or(|before| !before.is_alphanumeric() && !is_combining_mark(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_tones_case_and_strokes() {
        assert_eq!(fold("Nguyễn"), "nguyen");
        assert_eq!(fold("ĐẶNG Thị Đào"), "dang thi dao");
        assert_eq!(fold("Королёв Йошкин"), "королев йошкин");
        assert_eq!(fold("Łódź, Køge"), "lodz, koge");
    }

    #[test]
    fn a_pattern_without_tones_finds_any_and_one_with_tones_only_those() {
        assert!(matches("Lê Thị Nguyễn", "nguyen"));
        assert!(matches("Lê Thị Nguyễn", "NGUYÊN"));
        assert!(matches("Lê Thị Nguyễn", "nguyễn"));
        assert!(!matches("Lê Thị Nguyên", "nguyễn"));
        assert!(matches("Đỗ Đức", "do duc"));
        assert!(matches("Đỗ Đức", "đô"));
        assert!(!matches("Dương", "đ"));
    }

    #[test]
    fn russian_yo_is_ye_and_short_i_is_its_own_letter() {
        assert!(matches("Семёнов", "семенов"));
        assert!(matches("Семенов", "семёнов"));
        assert!(!matches("Май", "маи"));
    }

    #[test]
    fn a_decomposed_text_is_found_like_a_composed_one() {
        let decomposed: String = "Nguyễn".nfd().collect();
        assert!(matches(&decomposed, "nguyễn"));
        assert!(matches("Nguyễn", &decomposed));
    }

    #[test]
    fn what_is_found_is_told_in_bytes_of_the_text() {
        let text = "Ông Nguyễn và bà Nguyên";
        let found: Vec<_> = Pattern::new("nguyen").all_in(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Nguyễn", "Nguyên"]);
        assert_eq!(Pattern::new("").find_in(text), None);
    }

    #[test]
    fn words_start_after_anything_but_a_letter() {
        assert!(starts_with_word("Lê Thị Hoa", "th"));
        assert!(!starts_with_word("Lê Thị Hoa", "oa"));
        assert!(starts_with_word("(Hoa)", "hoa"));
        assert!(starts_with_word("anything", ""));
    }

    #[test]
    fn quotes_dashes_and_spaces_are_alike() {
        assert!(matches("«Слово» — дело", "\"слово\" - дело"));
        assert!(matches("O’Connor", "o'connor"));
    }
}
