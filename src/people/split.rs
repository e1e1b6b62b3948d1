//! A passage into lines, sentences, groups and parts.

use std::sync::LazyLock;

use crate::people::lexicon::{Words, set};
use crate::people::words;

/// A line of a passage without its mark ("1.", "a)", "–").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Whether it begins with an hour: it is of a programme.
    pub is_timed: bool,
}

/// The lines; those that a narrow page broke are whole again.
pub(super) fn lines(text: &str) -> Vec<Line> {
    const WIDE: usize = 60;
    let mut lines: Vec<Line> = Vec::new();
    for raw in text.lines() {
        let raw = super::row::clean(raw);
        if raw.is_empty() {
            continue;
        }
        let timed = without_hours(&raw);
        let is_timed = timed.len() < raw.len();
        let (text, is_item) = without_mark(timed);
        let goes_on = lines.last().is_some_and(|last: &Line| {
            let is_wide = last.text.chars().count() >= WIDE && !last.text.ends_with(['.', ';', ':']);
            !is_item && !is_timed && (last.text.ends_with(',') || is_wide && text.starts_with(char::is_lowercase))
        });
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            None => lines.push(Line { text: text.to_owned(), is_item, is_timed }),
        }
    }
    lines
}

/// A line of a programme without the hours at its beginning: "8:30 - 8:45:", "10.00", "14h30".
fn without_hours(line: &str) -> &str {
    let hour = |text: &str| -> Option<usize> {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let sign = text[digits..].chars().next().filter(|sign| ":.hHg".contains(*sign))?;
        let rest = &text[digits + sign.len_utf8()..];
        let minutes = rest.chars().take_while(char::is_ascii_digit).count();
        let fits = (1..=2).contains(&digits) && (minutes == 2 || "hHg".contains(sign) && minutes == 0);
        let end = digits + sign.len_utf8() + minutes;
        (fits && !text[end..].starts_with(char::is_alphanumeric)).then_some(end)
    };
    let Some(first) = hour(line) else { return line };
    let mut rest = line[first..].trim_start();
    let dashed = rest.trim_start_matches(['-', '–', '—']).trim_start();
    if let Some(second) = hour(dashed) {
        rest = dashed[second..].trim_start();
    }
    rest.trim_start_matches([':', '.', '-', '–', '—', '|', ' '])
}

pub(super) fn without_mark(line: &str) -> (&str, bool) {
    let rest = line.trim_start_matches(['-', '–', '—', '•', '*', '·', '+', '▪', '●']);
    if rest.len() < line.len() {
        return (rest.trim_start(), true);
    }
    let digits = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = line.len() - digits.len();
    if (1..=4).contains(&number)
        && let Some(rest) = digits.strip_prefix(['.', ')', '/'])
    {
        let is_mark = rest.starts_with(' ') || rest.starts_with(char::is_alphabetic);
        return if is_mark { (rest.trim_start(), true) } else { (line, false) };
    }
    let mut letters = line.chars();
    if letters.next().is_some_and(char::is_alphabetic) && letters.next() == Some(')') {
        return (letters.as_str().trim_start(), true);
    }
    (line, false)
}

/// The sentences of a line. A dot after an initial or a short form ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    static SHORT: Words = LazyLock::new(|| {
        set(
            "mr|mrs|ms|dr|prof|hon|тов|проф|акад|им|зам|ts|gs|pgs|ths|ncs|st|inc|ltd|tp|корр|д-р|bs|ls|kts|rev|col|gen|capt|maj|lt|adm|\
         cdr|sgt|rep|sen|gov|cllr|engr|canon|assoc|asst|ret|канд|докт|ген|доц|асп|гл|соц|ист|наук|филол|tskh|nguyên",
        )
    });
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let before =
            text[from..at].rsplit(|letter: char| letter.is_whitespace() || letter == '.').next().unwrap_or_default();
        let is_short = before.chars().count() <= 2 || SHORT.contains(before.to_lowercase().as_str());
        let next = text[at + 2..].trim_start_matches(['«', '“', '"', '„']);
        if !is_short && next.starts_with(|letter: char| letter.is_uppercase()) {
            found.push(text[from..at].trim());
            from = at + 2;
        }
    }
    found.push(text[from..].trim());
    found
        .into_iter()
        .map(
            |text| {
                if ends_with_stopped_initial(text) { text } else { text.trim_end_matches(['.', ';', ',', '!']).trim() }
            },
        )
        .filter(|text| !text.is_empty())
        .collect()
}

/// "Лихачёв К. Д.": the last full stop is that of an initial.
fn ends_with_stopped_initial(text: &str) -> bool {
    let last = text.rsplit([' ', '.']).find(|word| !word.is_empty()).unwrap_or_default();
    text.ends_with('.') && last.chars().count() == 1 && last.starts_with(char::is_uppercase)
}

/// A text at a mark, where no quotation marks are around it.
pub(super) fn at_top(text: &str, marks: &[char]) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '«' | '“' | '„' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && marks.contains(&letter) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

const ANDS: &[&str] = &[
    "and also ",
    "as well as ",
    "along with ",
    "together with ",
    "and ",
    "& ",
    "а также ",
    "вместе с ",
    "и ",
    "cùng với ",
    "cùng ",
    "và ",
    "flanked by ",
];

/// A part without "and" before it.
pub(super) fn without_and(part: &str) -> &str {
    let and = ANDS.iter().find(|and| part.starts_with(**and) || part == and.trim_end());
    and.map_or(part, |and| part[and.trim_end().len()..].trim_start())
}

/// A part without "and" behind it.
pub(super) fn without_last_and(part: &str) -> &str {
    let ends =
        |and: &&&str| part.strip_suffix(and.trim_end()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let and = ANDS.iter().find(ends);
    and.map_or(part, |and| part[..part.len() - and.trim_end().len()].trim_end())
}

/// A part in two at the last "and" behind which an office stands.
pub(super) fn at_office(part: &str) -> Option<(&str, &str)> {
    let places = [" and ", " и ", " а также ", " và ", " cùng ", " as well as "]
        .iter()
        .flat_map(|and| part.match_indices(and).map(move |(at, _)| (at, at + and.len())));
    let is_office = |place: &(usize, usize)| words::has_office(&part[place.1..]) && place.0 > 0;
    let (end, start) = places.filter(is_office).max()?;
    Some((part[..end].trim(), part[start..].trim()))
}

/// What organisations without named people stand after.
const REPRESENTATIVES: &[&str] = &[
    "представители",
    "представитель",
    "представительница",
    "đại diện lãnh đạo",
    "đại diện của",
    "đại diện",
    "lãnh đạo",
    "representatives of the",
    "representatives of",
    "representatives from the",
    "representatives from",
    "a representative of the",
    "a representative of",
    "delegates from the",
    "delegates from",
    "delegates of",
];

/// What stands after "representatives of".
pub(super) fn represented(part: &str) -> Option<&str> {
    let small = part.to_lowercase();
    let word = REPRESENTATIVES.iter().find(|word| words::starts_with_word(&small, word))?;
    let rest = part.get(word.len()..)?.trim();
    (!rest.is_empty() && !is_person(rest)).then_some(rest)
}

/// Whether a part is somebody: a form of address with a name, or what looks like a name and is no office and no organisation.
pub(super) fn is_person(part: &str) -> bool {
    let Some((honorific, rest)) = words::split_honorific(part) else { return is_name(part) };
    let is_office = words::title_len(honorific).is_some();
    if is_office {
        is_name(rest)
    } else {
        is_name(rest) || is_person_of_one_word(rest) || words::split_honorific(rest).is_some_and(|_| is_person(rest))
    }
}

fn is_person_of_one_word(text: &str) -> bool {
    !text.contains(' ')
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|letter| letter.is_alphabetic() || letter == '-')
}

/// Small words inside names.
pub(super) static PARTICLES: Words = LazyLock::new(|| {
    set(
        "van|von|de|da|di|der|den|del|la|le|bin|al|el|du|dos|оглы|кызы|ter|ten|zu|bint|ibn|y|ван|фон|де|да|ди|дер|дель|ля|ла|бин|аль|эль|\
     ибн",
    )
});

/// Whether words look like a name.
pub(super) fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let is_word = |word: &str| {
        let is_spelled = word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter));
        is_spelled && (word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
    };
    let looks =
        (2..=5).contains(&count) && text.starts_with(char::is_uppercase) && text.split_whitespace().all(is_word);
    let is_other = words::title_len(text).is_some()
        || words::begins_body(text)
        || words::has_english_body(text)
        || words::begins_with_place(text) && count == 2;
    looks && !is_other && !text.ends_with('.') | ends_with_initial(text)
}

fn ends_with_initial(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    last.split('.').filter(|part| !part.is_empty()).all(|part| part.chars().count() == 1)
}

/// Where a phrase in small letters stands in a text as whole words, whatever its case there.
pub(super) fn find_phrase(text: &str, phrase: &str) -> Option<std::ops::Range<usize>> {
    let small = text.to_lowercase();
    if small.len() != text.len() {
        return None;
    }
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    small.match_indices(phrase).map(|(at, _)| at..at + phrase.len()).find(|found| {
        !is_letter(small[..found.start].chars().next_back()) && !is_letter(small[found.end..].chars().next())
    })
}
