//! A passage into lines, sentences, groups and parts.

use crate::language::fold::Pattern;
use crate::people::words;

/// A line of a passage without its mark ("1.", "a)", "–").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// Whether it is an item of a list.
    pub is_item: bool,
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
        let (text, is_item) = without_mark(&raw);
        let goes_on = lines.last().is_some_and(|last: &Line| {
            let is_wide = last.text.chars().count() >= WIDE && !last.text.ends_with(['.', ';', ':']);
            !is_item && (last.text.ends_with(',') || is_wide && text.starts_with(char::is_lowercase))
        });
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            None => lines.push(Line { text: text.to_owned(), is_item }),
        }
    }
    lines
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
    const SHORT: &[&str] = &[
        "mr", "mrs", "ms", "dr", "prof", "hon", "тов", "проф", "акад", "им", "зам", "ts", "gs", "pgs", "ths", "ncs",
        "st", "inc", "ltd", "tp", "корр", "д-р", "bs", "ls", "kts",
    ];
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let before =
            text[from..at].rsplit(|letter: char| letter.is_whitespace() || letter == '.').next().unwrap_or_default();
        let is_short = before.chars().count() <= 2 || SHORT.contains(&before.to_lowercase().as_str());
        if !is_short && text[at + 2..].starts_with(|letter: char| letter.is_uppercase()) {
            found.push(text[from..at].trim());
            from = at + 2;
        }
    }
    found.push(text[from..].trim());
    found
        .into_iter()
        .map(|text| text.trim_end_matches(['.', ';', ',', '!']).trim())
        .filter(|text| !text.is_empty())
        .collect()
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

/// A part of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub text: String,
    /// Whether "and" stands before it.
    pub is_joined: bool,
}

/// The parts of a group: between commas, dashes and brackets, and where "and" joins two people.
pub(super) fn parts(group: &str) -> Vec<Part> {
    let mut group = group.to_owned();
    for dash in [" – ", " — ", " - ", " ("] {
        group = group.replace(dash, ", ");
    }
    let mut parts = Vec::new();
    for part in at_top(&group, &[',']) {
        let part = match part.strip_suffix(')') {
            Some(inner) if !inner.contains('(') => inner,
            _ => &part,
        };
        let bare = without_and(part);
        let mut is_joined = bare.len() < part.len();
        for text in at_and(bare) {
            parts.push(Part { text, is_joined });
            is_joined = true;
        }
    }
    parts
}

const ANDS: &[&str] = &["and also ", "as well as ", "and ", "а также ", "и ", "cùng với ", "cùng ", "và "];

fn without_and(part: &str) -> &str {
    let and = ANDS.iter().find(|and| part.starts_with(**and));
    and.map_or(part, |and| part[and.len()..].trim_start())
}

fn at_and(part: &str) -> Vec<String> {
    for and in [" and ", " и ", " а также ", " và ", " cùng "] {
        for (at, _) in part.match_indices(and) {
            let (before, after) = (part[..at].trim(), part[at + and.len()..].trim());
            let is_clear = words::split_honorific(after).is_some()
                || words::begins_with_family_name(after)
                || super::entry::name_sure(after) == super::row::Sure::Certain
                || is_person(before);
            let is_office = is_person(before) && words::title_len(after).is_some();
            if is_clear && is_person(after) || is_office {
                let mut both = vec![before.to_owned()];
                both.extend(at_and(after));
                return both;
            }
        }
    }
    vec![part.to_owned()]
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

/// Whether words look like a name.
pub(super) fn is_name(text: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "van", "von", "de", "da", "di", "der", "den", "del", "la", "le", "bin", "al", "el", "du", "dos", "оглы", "кызы",
    ];
    let count = text.split_whitespace().count();
    let is_word = |word: &str| {
        let is_spelled = word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter));
        is_spelled && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
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

/// Where a phrase stands in a text as whole words, whatever its case.
pub(super) fn find_phrase(text: &str, phrase: &str) -> Option<std::ops::Range<usize>> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    Pattern::new(phrase).all_in(text).into_iter().find(|found| {
        !is_letter(text[..found.start].chars().next_back()) && !is_letter(text[found.end..].chars().next())
    })
}
