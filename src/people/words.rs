//! The words by which a passage shows what is what: forms of address, offices, organisations, what leads a list in.

use crate::language::fold::fold;
use crate::people::lexicon::{
    ENGLISH_BODIES, FAMILY_NAMES, HONORIFICS, PLACES, RUSSIAN_BODIES, TITLES, VIETNAMESE_BODIES,
};
use crate::report::Role;

/// The form of address that a text begins with, as it is written there, and the rest.
pub(super) fn split_honorific(text: &str) -> Option<(&str, &str)> {
    let ending = |word: &&&str| {
        let Some(head) = text.get(..word.len()) else { return false };
        let rest = &text[word.len()..];
        let is_word = rest.starts_with(' ') || rest.starts_with('\u{a0}') || word.ends_with('.') && !rest.is_empty();
        // "TS" and "BS" are words only in capitals.
        let is_same = if word.chars().all(|letter| letter.is_uppercase() || letter == '.') && !word.contains(' ') {
            head == **word
        } else {
            head.to_lowercase() == word.to_lowercase()
        };
        is_word && is_same
    };
    let word = HONORIFICS.iter().filter(ending).max_by_key(|word| word.len())?;
    Some((&text[..word.len()], text[word.len()..].trim_start()))
}

/// How many bytes at the beginning of a text say that it is an office; `None` where it is none.
pub(super) fn title_len(text: &str) -> Option<usize> {
    let words: Vec<(usize, &str)> = words_of(text).collect();
    // The longest office wins: "phó chủ tịch" before "chủ tịch".
    for count in (1..=words.len().min(4)).rev() {
        let (last, word) = words.get(count - 1)?;
        let head = fold(&text[..last + word.len()]);
        let head = head.trim_end_matches([',', '.']);
        let fits = |title: &str| {
            if title.chars().any(|letter| ('а'..='я').contains(&letter)) {
                head.starts_with(title) && head.split(' ').count() == title.split(' ').count()
            } else {
                head == title
            }
        };
        if TITLES.iter().any(|title| fits(title)) {
            return Some(last + word.len());
        }
    }
    None
}

/// Whether a text begins with the word for an organisation.
pub(super) fn begins_body(text: &str) -> bool {
    let text = text.trim_start_matches(['«', '"', '“', '(']);
    if begins_vietnamese_body(text) {
        return true;
    }
    let Some(first) = text.split_whitespace().next() else { return false };
    is_russian_body(first) || is_english_body(first)
}

fn begins_vietnamese_body(text: &str) -> bool {
    // The press is no newspaper.
    let is_press = starts_with_word(text, "Báo chí") || starts_with_word(text, "báo chí");
    !is_press && VIETNAMESE_BODIES.iter().any(|body| starts_with_word(text, body))
}

/// Where in a text the name of an organisation begins, in bytes: at the word for it, with the adjectives that go before.
pub(super) fn body_at(text: &str) -> Option<usize> {
    let words: Vec<(usize, &str)> = words_of(text).collect();
    let place = words.iter().position(|(at, word)| begins_vietnamese_body(&text[*at..]) || is_russian_body(word));
    let place = place?;
    let mut first = place;
    while let Some((_, before)) = first.checked_sub(1).and_then(|before| words.get(before)) {
        let is_adjective = is_russian_body(words[place].1) && is_russian_adjective(before);
        if !is_adjective {
            break;
        }
        first -= 1;
    }
    words.get(first).map(|(at, _)| *at)
}

/// Whether a text has one of the words that English organisations have.
pub(super) fn has_english_body(text: &str) -> bool {
    text.split_whitespace().any(is_english_body)
}

/// Whether any part of a text is a word for an organisation.
pub(super) fn has_body(text: &str) -> bool {
    begins_body(text) || has_english_body(text) || text.split_whitespace().any(is_russian_body)
}

/// Whether a text begins with a family name that Vietnamese have.
pub(super) fn begins_with_family_name(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    FAMILY_NAMES.iter().any(|name| *name == first || name.to_uppercase() == first)
}

/// Whether a text begins with a place.
pub(super) fn begins_with_place(text: &str) -> bool {
    PLACES.iter().any(|place| starts_with_word(text, place))
}

/// The part that people play who stand under such a heading, or after such words.
pub(super) fn role_of(heading: &str) -> Option<Role> {
    const ROLES: &[(&str, Role)] = &[
        ("chu tri", Role::Chair),
        ("chu toa", Role::Chair),
        ("dien gia", Role::Speaker),
        ("bao cao vien", Role::Speaker),
        ("tham luan", Role::Speaker),
        ("khach moi", Role::Guest),
        ("khach", Role::Guest),
        ("ban to chuc", Role::Organiser),
        ("bao chi", Role::Press),
        ("dai bieu", Role::Delegate),
        ("председател", Role::Chair),
        ("ведущ", Role::Chair),
        ("модератор", Role::Chair),
        ("докладчик", Role::Speaker),
        ("спикер", Role::Speaker),
        ("гост", Role::Guest),
        ("организатор", Role::Organiser),
        ("пресса", Role::Press),
        ("сми", Role::Press),
        ("делегат", Role::Delegate),
        ("chair", Role::Chair),
        ("moderator", Role::Chair),
        ("speaker", Role::Speaker),
        ("guest", Role::Guest),
        ("organiser", Role::Organiser),
        ("organizer", Role::Organiser),
        ("press", Role::Press),
    ];
    let heading = fold(heading);
    let at_word = |word: &str| {
        heading.match_indices(word).any(|(at, _)| !heading[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    };
    let found = ROLES.iter().find(|(word, _)| at_word(word)).map(|(_, role)| *role);
    found.or_else(|| at_word("delegate").then_some(Role::Delegate))
}

/// Whether a text begins with a word and the word ends there.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// The words of a text with their places.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).map(move |word| {
        // A part of a text knows where it stands in it.
        (word.as_ptr() as usize - text.as_ptr() as usize, word)
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.').to_lowercase()
}

fn is_russian_body(word: &str) -> bool {
    let word = bare(word);
    let is_office =
        ["советник", "журналист", "партнер", "компаньон", "газетчик"].iter().any(|office| word.starts_with(office));
    // A short stem is a word of its own: "ао" does not begin "аорта".
    let fits = |stem: &str| match stem.chars().count() {
        0..=3 => word == stem || stem == "дум" && ["дума", "думы", "думе"].contains(&word.as_str()),
        _ => word.starts_with(stem),
    };
    !is_office && RUSSIAN_BODIES.iter().any(|stem| fits(stem))
}

fn is_english_body(word: &str) -> bool {
    let word = bare(word);
    ENGLISH_BODIES.contains(&word.as_str())
}

fn is_russian_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ого", "его", "ой", "ей", "ый", "ий", "ая", "ых", "их"];
    let word = word.to_lowercase();
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && title_len(&word).is_none()
}
