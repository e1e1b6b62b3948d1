//! What a word may have been meant for.

use crate::language::Language;
use crate::spelling::judge::Judge;
use crate::spelling::words::{self, Script};
use crate::spelling::{Known, Library, vietnamese};

/// So many suggestions at most.
pub const MOST_SUGGESTIONS: usize = 5;

/// A word that is not right, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The word.
    pub word: String,
    /// The report's language.
    pub language: String,
    /// The language of its run, where it is marked.
    pub run: Option<String>,
}

/// Words that it may have been meant for, the likeliest first: names of the report, then what dictionaries and rules suggest.
///
/// It can take a tenth of a second, and with some dictionaries much longer: call it in a job.
pub fn suggestions(library: &Library, known: &Known, question: &Question) -> Vec<String> {
    let word = words::plain(&question.word);
    let judge = Judge { library, report: &question.language, run: question.run.as_deref() };
    let mut found: Vec<String> = Vec::new();
    let mut add = |suggestion: String| {
        let suggestion = suggestion.replace('\'', "’");
        if suggestion != question.word && !found.contains(&suggestion) {
            found.push(suggestion);
        }
    };
    near_names(known, &word).into_iter().for_each(&mut add);
    let script = words::words(&word).first().map_or(Script::Other, |word| word.script);
    let language = Language::of(judge.language());
    match (language, script) {
        (_, Script::Mixed) => of_one_alphabet(&word).into_iter().filter(|word| judge.is_right(word)).for_each(&mut add),
        (Language::Vietnamese, _) => {
            let near = vietnamese::suggestions(&word, MOST_SUGGESTIONS);
            near.into_iter().map(|near| cased_like(&word, &near)).for_each(&mut add);
        }
        (Language::Russian, Script::Latin) => {}
        _ => of_dictionaries(library, judge.language(), &word).into_iter().for_each(&mut add),
    }
    if script == Script::Latin && word.is_ascii() && language != Language::English {
        // A Vietnamese report has English words, but its own come first.
        of_dictionaries(library, "en", &word).into_iter().for_each(&mut add);
    }
    found.truncate(MOST_SUGGESTIONS);
    found
}

/// Dictionaries of regions take turns: both put the likeliest first.
fn of_dictionaries(library: &Library, language: &str, word: &str) -> Vec<String> {
    let lists: Vec<_> = library.of(language).iter().map(|dictionary| dictionary.suggestions(word)).collect();
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let turns = (0..longest).flat_map(|place| lists.iter().filter_map(move |list| list.get(place)));
    let mut found: Vec<String> = Vec::new();
    for suggestion in turns {
        if !found.contains(suggestion) {
            found.push(suggestion.clone());
        }
    }
    // A missing apostrophe is the smallest slip of all.
    found.sort_by_key(|suggestion| suggestion.replace('\'', "") != word);
    found
}

/// Names that differ by a slip or two, or only in their tones.
fn near_names(known: &Known, word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || !letters.first().is_some_and(|first| first.is_uppercase()) {
        return Vec::new();
    }
    let most = if letters.len() < 6 { 1 } else { 2 };
    let toneless = crate::language::fold::fold(word);
    let mut near: Vec<(usize, &str)> = known
        .names()
        .filter_map(|name| {
            let other: Vec<char> = name.chars().collect();
            let slips = if crate::language::fold::fold(name) == toneless { 1 } else { slips(&letters, &other) };
            (1..=most).contains(&slips).then_some((slips, name))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(2).map(|(_, name)| name.to_owned()).collect()
}

/// The letters that were left out, put in, taken for another or swapped with the next one (restricted Damerau-Levenshtein).
fn slips(one: &[char], other: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, wanted) in other.iter().enumerate() {
            let mut cost = (rows[i][j] + usize::from(letter != wanted)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *wanted {
                cost = cost.min(rows[i - 1][j - 1] + 1);
            }
            row.push(cost);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// Letters that look alike in the two alphabets: Latin, Cyrillic.
const TWINS: [(char, char); 24] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('m', 'м'),
    ('t', 'т'),
    ('b', 'в'),
    ('h', 'н'),
];

/// A word of two alphabets, written in each of them.
fn of_one_alphabet(word: &str) -> [String; 2] {
    let twin = |letter: char, latin: bool| {
        let pair = TWINS.iter().find(|(l, c)| if latin { *c == letter } else { *l == letter });
        pair.map_or(letter, |(l, c)| if latin { *l } else { *c })
    };
    [false, true].map(|latin| word.chars().map(|letter| twin(letter, latin)).collect())
}

/// A word in the capitals of another one.
fn cased_like(model: &str, word: &str) -> String {
    let mut letters = model.chars().filter(|letter| letter.is_alphabetic());
    let (first, others) = (letters.next(), letters.collect::<Vec<_>>());
    if !first.is_some_and(char::is_uppercase) {
        return word.to_owned();
    }
    if !others.is_empty() && others.iter().all(|letter| letter.is_uppercase()) {
        return word.to_uppercase();
    }
    let mut rest = word.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::{IdSource, Participant, Report};
    use crate::spelling::tests::library;

    fn suggested(language: &str, names: &[&str], word: &str) -> Vec<String> {
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, language);
        report.participants = names.iter().map(|name| Arc::new(Participant::named(ids.participant(), name))).collect();
        let question = Question { word: word.to_owned(), language: language.to_owned(), run: None };
        suggestions(library(), &Known::of(&report, []), &question)
    }

    #[test]
    fn the_likeliest_word_comes_first() {
        assert_eq!(suggested("en", &[], "recieve")[0], "receive");
        assert_eq!(suggested("en", &[], "dont")[0], "don’t");
        assert_eq!(suggested("ru", &[], "конференцыя")[0], "конференция");
        assert_eq!(suggested("vi", &[], "Viêt")[0], "Việt");
        assert!(suggested("vi", &[], "websitte").contains(&"website".to_owned()));
        assert!(suggested("en", &[], "recieve").len() <= MOST_SUGGESTIONS);
    }

    #[test]
    fn names_of_the_report_come_before_all_words() {
        assert_eq!(suggested("en", &["Marina Koltsova"], "Kolstova")[0], "Koltsova");
        assert_eq!(suggested("en", &["Phạm Thu Hà"], "Pham")[0], "Phạm");
        let small = suggested("en", &["Marina Koltsova"], "kolstova");
        assert!(!small.contains(&"Koltsova".to_owned()), "a word in small letters is no name");
    }

    #[test]
    fn letters_of_another_alphabet_are_put_right() {
        // The first letter is Latin.
        assert_eq!(suggested("ru", &[], "Mосква"), ["Москва"]);
    }

    #[test]
    fn capitals_stay() {
        assert_eq!(cased_like("NGHÀNH", "ngành"), "NGÀNH");
        assert_eq!(cased_like("Viêt", "việt"), "Việt");
        assert_eq!(cased_like("viêt", "việt"), "việt");
    }

    #[test]
    fn slips_are_counted() {
        let count =
            |one: &str, other: &str| slips(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>());
        assert_eq!((count("abcd", "abcd"), count("abcd", "abdc"), count("abcd", "acd"), count("", "ab")), (0, 1, 1, 2));
    }
}
