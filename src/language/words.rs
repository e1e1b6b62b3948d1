//! Counting words, and how long they take to read.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::language::Language;

/// The number of words: those of Unicode's rules (UAX #29), except that a word joined by hyphens is one.
pub fn count(text: &str) -> usize {
    let mut words = 0;
    let mut joins = false;
    let mut in_word = false;
    for piece in text.split_word_bounds() {
        if piece.chars().any(char::is_alphanumeric) {
            if !(in_word && joins) {
                words += 1;
            }
            in_word = true;
            joins = false;
        } else if in_word && !joins && matches!(piece, "-" | "\u{2010}" | "\u{2011}") {
            joins = true;
        } else {
            in_word = false;
            joins = false;
        }
    }
    words
}

/// Minutes of silent reading, rounded up; 0 for no words.
///
/// English 238 words a minute (Brysbaert 2019, a meta-analysis of 190 studies), Russian 184 (Trauzettel-Klosinski and Dietz
/// 2012). Vietnamese is counted in syllables, of which about 250 are read; the figure is an estimate.
pub fn reading_minutes(words: usize, language: &str) -> usize {
    let a_minute = match Language::of(language) {
        Language::English | Language::Other => 238,
        Language::Russian => 184,
        Language::Vietnamese => 250,
    };
    words.div_ceil(a_minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_all_three_languages() {
        assert_eq!(count("Twenty-six delegates didn’t vote."), 4);
        assert_eq!(count("В 2026 году — научно-технический совет"), 5);
        assert_eq!(count("Hội nghị đã diễn ra"), 5);
        assert_eq!(count(" — … !"), 0);
        assert_eq!(count(""), 0);
    }

    #[test]
    fn a_hyphen_joins_only_when_words_touch_it() {
        assert_eq!(count("one - two"), 2);
        assert_eq!(count("one--two"), 2);
        assert_eq!(count("well- and badly-made"), 3);
    }

    #[test]
    fn reading_takes_whole_minutes() {
        assert_eq!(reading_minutes(0, "en"), 0);
        assert_eq!(reading_minutes(1, "en"), 1);
        assert_eq!(reading_minutes(239, "en"), 2);
        assert_eq!(reading_minutes(185, "ru"), 2);
    }
}
