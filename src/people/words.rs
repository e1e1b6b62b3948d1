//! The words by which a passage shows what is what: forms of address, offices, organisations, what leads a list in.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::people::given;
use crate::people::lexicon::{
    COUNTRIES, ENGLISH_BODIES, HONORIFICS, PLACES, RUSSIAN_BODIES, SMALL_HONORIFICS, TITLES, VIETNAMESE_BODIES,
};
use crate::report::Role;

/// A form of address with its small letters ready.
struct Address {
    written: &'static str,
    small: String,
    kind: Case,
}

/// In which letters a form of address is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Any,
    /// "TS" and "BS" are words only in capitals.
    AsWritten,
}

static ADDRESSES: LazyLock<HashMap<char, Vec<Address>>> = LazyLock::new(|| {
    let listed = HONORIFICS.iter().filter_map(|written| {
        let is_short = written.chars().all(|letter| letter.is_uppercase() || letter == '.') && !written.contains(' ');
        let kind = if is_short || SMALL_HONORIFICS.contains(written) { Case::AsWritten } else { Case::Any };
        let small = written.to_lowercase();
        Some((small.chars().next()?, Address { written, small, kind }))
    });
    let mut all: HashMap<char, Vec<Address>> = HashMap::new();
    for (first, address) in listed {
        all.entry(first).or_default().push(address);
    }
    all
});

/// Whether words behind a name and a comma are of the name: "Jr.", "III", "PhD".
pub(super) fn is_suffix(words: &str) -> bool {
    const SUFFIXES: [&str; 13] =
        ["jr", "sr", "ii", "iii", "iv", "phd", "dphil", "dsc", "esq", "obe", "mbe", "cbe", "kc"];
    SUFFIXES.contains(&words.replace('.', "").to_lowercase().as_str())
}

/// The form of address that a text begins with, as it is written there, and the rest.
pub(super) fn split_honorific(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?.to_lowercase().next()?;
    let length = |address: &Address| {
        let head = text.get(..address.written.len())?;
        let rest = &text[address.written.len()..];
        let is_same = match address.kind {
            Case::AsWritten => head == address.written,
            Case::Any => head.chars().flat_map(char::to_lowercase).eq(address.small.chars()),
        };
        // "GS.TS. An" and "Dr. An", where the list has them without the last full stop.
        let stop = usize::from(rest.starts_with(". ") && address.written.chars().count() <= 9);
        let after = &rest[stop..];
        // "PGS, TS An": a comma between two degrees.
        // "Thiếu tướng, PGS.TS An": a rank and a degree.
        let is_rank = address.kind == Case::AsWritten || head.starts_with(char::is_uppercase) && head.contains(' ');
        let goes_on = is_rank && after.strip_prefix(", ").is_some_and(|next| split_honorific(next).is_some());
        let is_word =
            after.starts_with([' ', '\u{a0}']) || address.written.ends_with('.') && !after.is_empty() || goes_on;
        (is_same && is_word).then_some(address.written.len() + stop)
    };
    let listed = ADDRESSES.get(&first).and_then(|all| all.iter().filter_map(length).max());
    let length = listed.into_iter().chain(degree_len(text)).max()?;
    Some((&text[..length], text[length..].trim_start_matches([' ', '\u{a0}', ','])))
}

/// How many bytes at the beginning of a text are a Russian degree: «д.и.н.», «канд. ист. наук».
fn degree_len(text: &str) -> Option<usize> {
    let short = ["д.", "к.", "канд.", "докт.", "д-р", "кандидат"].iter().find(|head| text.starts_with(**head))?;
    let mut length = short.len();
    for _ in 0..4 {
        let rest = text[length..].trim_start_matches([' ', '\u{a0}', '-']);
        let from = text.len() - rest.len();
        let word: String = rest.chars().take_while(|letter| ('а'..='я').contains(letter)).collect();
        if word == "наук" {
            return Some(from + word.len());
        }
        let is_short = (1..=7).contains(&word.chars().count()) && rest[word.len()..].starts_with('.');
        if !is_short {
            return None;
        }
        length = from + word.len() + 1;
        if word == "н" {
            return Some(length);
        }
    }
    None
}

static EXACT_TITLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| TITLES.iter().copied().filter(|title| !is_russian_stem(title)).collect());
static TITLE_STEMS: LazyLock<HashMap<char, Vec<(&str, usize)>>> = LazyLock::new(|| {
    let mut all: HashMap<char, Vec<(&str, usize)>> = HashMap::new();
    for stem in TITLES.iter().copied().filter(|title| is_russian_stem(title)) {
        if let Some(first) = stem.chars().next() {
            all.entry(first).or_default().push((stem, stem.split(' ').count()));
        }
    }
    all
});

/// The first words of offices, and of Russian ones the stems.
static FIRST_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| TITLES.iter().filter_map(|title| title.split(' ').next()).collect());

/// Whether an office may begin with a folded word: most words of a text begin none.
fn may_begin_office(first: &str) -> bool {
    if FIRST_WORDS.contains(first) {
        return true;
    }
    let stems = first.chars().next().and_then(|letter| TITLE_STEMS.get(&letter));
    stems.is_some_and(|stems| {
        stems.iter().any(|(stem, _)| stem.split(' ').next().is_some_and(|stem| first.starts_with(stem)))
    })
}

fn is_russian_stem(title: &str) -> bool {
    title.chars().any(|letter| ('а'..='я').contains(&letter))
}

/// How many bytes at the beginning of a text say that it is an office; `None` where it is none.
pub(super) fn title_len(text: &str) -> Option<usize> {
    const MOST: usize = 4;
    let mut words: Vec<(usize, &str)> = words_of(text).take(MOST).collect();
    if words.first().is_none_or(|(_, word)| !word.starts_with(char::is_alphabetic)) {
        return None;
    }
    let (_, first) = words.first()?;
    if !may_begin_office(fold(first).trim_end_matches([',', '.', ';', ':', ')'])) && !first.ends_with('.') {
        return None;
    }
    // An academy differs from a student, "học viên", by a tone alone.
    if let [(_, first), (_, second), ..] = words.as_slice()
        && (first.to_lowercase().as_str(), second.to_lowercase().as_str()) == ("học", "viện")
    {
        return None;
    }
    // An office ends before a sign.
    if let Some(end) = words.iter().position(|(_, word)| word.ends_with([',', ';', ':', ')'])) {
        words.truncate(end + 1);
    }
    // The longest office wins: "phó chủ tịch" before "chủ tịch".
    for count in (1..=words.len()).rev() {
        let (last, word) = words.get(count - 1)?;
        let head = fold(&text[..last + word.len()]);
        let head = head.trim_end_matches([',', '.', ';', ':', ')']);
        let stems = head.chars().next().and_then(|first| TITLE_STEMS.get(&first));
        let is_stem = stems.is_some_and(|stems| {
            stems.iter().any(|(stem, words)| {
                *words == count && head.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= LONGEST_ENDING)
            })
        });
        if is_stem || EXACT_TITLES.contains(head) {
            return Some(last + word.trim_end_matches([',', ';', ':', ')']).len());
        }
    }
    None
}

/// How many letters a Russian stem of an office may have behind it.
const LONGEST_ENDING: usize = 8;

/// Whether a text is an office: it begins with one, or it is English and ends with one ("Town Clerk").
pub(super) fn is_office(text: &str) -> bool {
    title_len(text).is_some() || ends_with_office(text) || degree_len(text).is_some_and(|length| length == text.len())
}

/// Whether the last word of a text is an English office.
pub(super) fn ends_with_office(text: &str) -> bool {
    let words: Vec<(usize, &str)> = words_of(text).collect();
    let is_plain = text.is_ascii() && (2..=6).contains(&words.len()) && !text.contains(',');
    is_plain && words.last().is_some_and(|(at, _)| title_len(&text[*at..]).is_some())
}

/// Whether any word of a text begins an office.
pub(super) fn has_office(text: &str) -> bool {
    words_of(text).any(|(at, _)| title_len(&text[at..]).is_some())
}

/// Whether a text is the name of a place and nothing else.
pub(super) fn is_place(text: &str) -> bool {
    COUNTRIES.contains(text) || PLACES.contains(text)
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
    given::is_family(first)
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
        ("dieu hanh", Role::Chair),
        ("dieu phoi", Role::Chair),
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
    ENGLISH_BODIES.contains(word.as_str())
}

fn is_russian_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ого", "его", "ой", "ей", "ый", "ий", "ая", "ых", "их"];
    let word = word.to_lowercase();
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && title_len(&word).is_none()
}
