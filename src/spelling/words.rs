//! The words of a text that can be checked.
//!
//! A word is letters with the marks, apostrophes and soft hyphens between them. Parts of a hyphenated word are words of their own that know
//! the whole. Left out is what no dictionary can know: addresses, mentions, tags, file names, numbers, words with digits, single letters,
//! short abbreviations in capitals with their endings, and names with a capital inside.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The alphabet that a word is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// English, Vietnamese and many others.
    Latin,
    /// Russian.
    Cyrillic,
    /// Letters of both in one word, which look right and are not.
    Mixed,
    /// Anything else.
    Other,
}

/// A word, or a part of a hyphenated word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The bytes of the hyphenated word that it is a part of; its own where it is none.
    pub whole: Range<usize>,
    /// The alphabet.
    pub script: Script,
}

/// Capitals up to so many are taken for an abbreviation.
const LONGEST_ABBREVIATION: usize = 5;

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut from = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += chunk.len();
        if !is_address(chunk.trim()) {
            in_chunk(text, start..start + chunk.len(), &mut found);
        }
    }
    found
}

/// A word as dictionaries write it: without soft hyphens and other invisible signs, with a straight apostrophe.
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.chars().all(|letter| !is_invisible(letter) && !is_curly(letter)) {
        return Cow::Borrowed(word);
    }
    let letters = word.chars().filter(|letter| !is_invisible(*letter));
    Cow::Owned(letters.map(|letter| if is_curly(letter) { '\'' } else { letter }).collect())
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_curly(letter: char) -> bool {
    matches!(letter, '’' | '‘' | 'ʼ')
}

fn is_apostrophe(letter: char) -> bool {
    letter == '\'' || is_curly(letter)
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_combining_mark(letter)
}

/// Whether a stretch without spaces is an address, a mention, a tag or the name of a file.
fn is_address(chunk: &str) -> bool {
    let core =
        chunk.trim_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '@' | '#' | '/' | '\\'));
    if core.contains(['@', '\\', '_'])
        || core.contains("://")
        || core.starts_with(['#', '/'])
        || core.starts_with("www.")
    {
        return true;
    }
    // A domain or a file name: small Latin letters with a dot between them. A sentence that goes on without a space has a capital.
    let host = core.split(['/', '?', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    labels.len() > 1 && labels.iter().all(is_label)
}

fn in_chunk(text: &str, chunk: Range<usize>, found: &mut Vec<Word>) {
    let mut start = None;
    let joined = |letter: char| is_letter(letter) || letter.is_numeric() || is_invisible(letter);
    let letters: Vec<(usize, char)> =
        text[chunk.clone()].char_indices().map(|(at, letter)| (chunk.start + at, letter)).collect();
    for (place, (at, letter)) in letters.iter().enumerate() {
        let beside = |place: Option<usize>| {
            place.and_then(|place| letters.get(place)).is_some_and(|(_, letter)| joined(*letter))
        };
        let joins =
            (is_apostrophe(*letter) || is_hyphen(*letter)) && beside(place.checked_sub(1)) && beside(Some(place + 1));
        if joined(*letter) || joins {
            start.get_or_insert(*at);
        } else if let Some(start) = start.take() {
            in_compound(text, start..*at, found);
        }
    }
    if let Some(start) = start {
        in_compound(text, start..chunk.end, found);
    }
}

/// Takes a hyphenated word apart.
fn in_compound(text: &str, whole: Range<usize>, found: &mut Vec<Word>) {
    let mut start = whole.start;
    for part in text[whole.clone()].split(is_hyphen) {
        let range = start..start + part.len();
        // The hyphen after it: all three have their own length.
        let hyphen = text[range.end..].chars().next().map_or(0, char::len_utf8);
        start = range.end + hyphen;
        if let Some(script) = checkable(part) {
            found.push(Word { range, whole: whole.clone(), script });
        }
    }
}

/// The script of a word that can be checked.
fn checkable(word: &str) -> Option<Script> {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    if letters.len() < 2
        || word.chars().any(char::is_numeric)
        || is_abbreviation(&letters)
        || has_inner_capital(&letters)
    {
        return None;
    }
    let mut script = None;
    for letter in letters {
        let of_letter = script_of(letter);
        script = match (script, of_letter) {
            (None, of_letter) => Some(of_letter),
            (Some(script), of_letter) if script == of_letter => Some(script),
            (Some(Script::Other), _) | (_, Script::Other) => Some(Script::Other),
            _ => Some(Script::Mixed),
        };
    }
    script
}

fn script_of(letter: char) -> Script {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ﬀ'..='ﬆ' => {
            Script::Latin
        }
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        _ => Script::Other,
    }
}

/// ООН, TTXVN, HĐND; with an ending МИДа, ТАССом, NGOs.
fn is_abbreviation(letters: &[char]) -> bool {
    let capitals = letters.iter().take_while(|letter| letter.is_uppercase()).count();
    let rest = letters.get(capitals..).unwrap_or_default();
    // A Vietnamese word in capitals has tones and hats, an abbreviation has none.
    let is_word =
        letters.iter().any(|letter| matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}') && *letter != 'Đ');
    let is_ending = match rest {
        [] | ['s'] => true,
        rest => rest.len() <= 3 && rest.iter().all(|letter| matches!(letter, 'а'..='я')),
    };
    (2..=LONGEST_ABBREVIATION).contains(&capitals) && is_ending && !is_word
}

/// YouTube, VietnamPlus, iPhone: a name that writes itself in its own way.
fn has_inner_capital(letters: &[char]) -> bool {
    letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| &text[word.range]).collect()
    }

    #[test]
    fn words_are_taken_as_they_are_written() {
        assert_eq!(
            found("“Don’t!” said O'Connor's ’em, the delegates’ hall."),
            ["Don’t", "said", "O'Connor's", "em", "the", "delegates", "hall"]
        );
        assert_eq!(
            found("Научно\u{2011}технический совет (в т.ч. «он-лайн»)"),
            ["Научно", "технический", "совет", "он", "лайн"]
        );
        assert_eq!(found("Hội nghị—đã diễn ra…"), ["Hội", "nghị", "đã", "diễn", "ra"]);
        assert_eq!(found("сло\u{ad}во"), ["сло\u{ad}во"]);
        assert_eq!(plain("сло\u{ad}во’s"), "слово's");
    }

    #[test]
    fn what_no_dictionary_knows_is_left_out() {
        let text = "See https://example.org/Pge www.abc.vn vietnamnews.vn, IMG_0042.jpg photo.png a@b.vn @hoa #LuLut 5G COVID-19 x2 \
            1990s UN NGOs TTXVN HĐND МИДа ТАСС МЧС В. В. YouTube iPhone C:\\dir";
        assert_eq!(found(text), ["See"]);
    }

    #[test]
    fn capitals_that_are_words_are_words() {
        assert_eq!(found("HỘI NGHỊ BREAKING НОВОСТИ"), ["HỘI", "NGHỊ", "BREAKING", "НОВОСТИ"]);
    }

    #[test]
    fn a_sentence_without_a_space_is_two_words() {
        assert_eq!(found("конец.Начало and/or TP.HCM"), ["конец", "Начало", "and", "or"]);
    }

    #[test]
    fn a_part_knows_the_whole() {
        let text = "a well-known 10-летний";
        let whole: Vec<_> = words(text).into_iter().map(|word| (&text[word.range], &text[word.whole])).collect();
        assert_eq!(whole, [("well", "well-known"), ("known", "well-known"), ("летний", "10-летний")]);
    }

    #[test]
    fn letters_of_two_alphabets_in_one_word_are_told() {
        let scripts: Vec<_> = words("word слово Mосква 会议").into_iter().map(|word| word.script).collect();
        assert_eq!(scripts, [Script::Latin, Script::Cyrillic, Script::Mixed, Script::Other]);
    }

    proptest! {
        #[test]
        fn words_lie_in_any_text_in_order(text in "[-a-zA-Zа-яё’'.@ \u{ad}\u{301}độ中0-9_/]{0,40}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.range.start >= end && word.range.end <= text.len());
                prop_assert!(word.whole.start <= word.range.start && word.range.end <= word.whole.end);
                let written = &text[word.range.clone()];
                prop_assert!(written.chars().any(char::is_alphabetic) && !written.contains(char::is_whitespace));
                end = word.range.end;
            }
        }
    }
}
