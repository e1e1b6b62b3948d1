//! Who wrote an article, where a line under its title says so: a line in a style for it, or one that begins with "By" or «Автор:». What of
//! the line is not understood stays in the text.

use jiff::civil::Date;

use super::flow::{Paragraph, Part};
use crate::language::date;

/// What such a line begins with, in small letters.
const LABELS: [&str; 14] = [
    "by ",
    "by: ",
    "author:",
    "authors:",
    "words:",
    "text:",
    "story by ",
    "written by ",
    "автор:",
    "авторы:",
    "текст:",
    "tác giả:",
    "người viết:",
    "bài:",
];
/// What stands between two names, besides commas.
const BETWEEN: [&str; 6] = [" and ", " & ", " и ", " và ", "; ", " / "];
/// What parts the names from the place and the day.
const PARTS: [&str; 3] = [" · ", " | ", " • "];
/// No line of authors is longer than this, in characters.
const LONGEST: usize = 160;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Byline {
    /// The authors, parted by commas, each with the address that is known of him.
    pub authors: String,
    /// The place of the dateline.
    pub place: String,
    /// Its day.
    pub date: Option<Date>,
    /// What is not understood.
    pub rest: String,
}

/// Reads a line; `None` where it is none. Of a line in a style for it the names may be any.
pub fn read(paragraph: &Paragraph, is_styled: bool) -> Option<Byline> {
    let line = paragraph.words();
    if line.trim().is_empty() || line.chars().count() > LONGEST {
        return None;
    }
    let line = with_addresses(paragraph).replace('\u{a0}', " ");
    let mut parts = PARTS.iter().fold(vec![line.as_str()], |parts, sign| {
        parts.into_iter().flat_map(|part| part.split(sign)).collect::<Vec<_>>()
    });
    let first = parts.first()?.trim();
    let label = LABELS.iter().find_map(|label| after(first, label).map(|names| (*label, names.trim())));
    // "By Paris", "Text: Resolution": behind what may mean something else a name has two words.
    let may_be_other = |label: &str| label.ends_with(' ') || ["words:", "text:", "текст:", "bài:"].contains(&label);
    let fewest = if label.is_some_and(|(label, _)| may_be_other(label)) { 2 } else { 1 };
    let named = label.map_or(first, |(_, names)| names);
    let authors = names(named);
    let are_names = authors.iter().all(|name| is_name(name, fewest));
    let mut byline = Byline::default();
    if !are_names || !(is_styled || label.is_some()) {
        return None;
    }
    // A dateline may stand alone in the style.
    if label.is_some() || dateline(first).is_none() {
        byline.authors = authors.join(", ");
        parts.remove(0);
    }
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        match dateline(part) {
            Some((place, day)) if byline.date.is_none() => (byline.place, byline.date) = (place.to_owned(), Some(day)),
            _ => byline.rest = [byline.rest.as_str(), part].join(" ").trim().to_owned(),
        }
    }
    Some(byline)
}

/// The words with the addresses that they lead to behind them.
fn with_addresses(paragraph: &Paragraph) -> String {
    let words = paragraph.parts.iter().map(|part| match part {
        Part::Words(words, look) if look.hidden => String::new(),
        Part::Words(words, look) => match look.link.as_deref().filter(|link| link.starts_with("http")) {
            Some(link) => format!("{words} <{link}>"),
            None => words.clone(),
        },
        Part::Break => " ".to_owned(),
        Part::Picture(_) => String::new(),
    });
    words.collect()
}

/// What follows a label, whatever its letters are.
fn after<'t>(line: &'t str, label: &str) -> Option<&'t str> {
    let end = line.char_indices().nth(label.chars().count()).map_or(line.len(), |(at, _)| at);
    (line.get(..end)?.to_lowercase() == label).then(|| &line[end..])
}

fn names(line: &str) -> Vec<String> {
    let line = BETWEEN.iter().fold(line.to_owned(), |line, sign| line.replace(sign, ", "));
    line.split(", ").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// A few words that begin with capital letters, or one such as `de`, and no sentence.
fn is_name(name: &str, fewest: usize) -> bool {
    const SMALL: [&str; 12] = ["de", "da", "di", "van", "von", "der", "den", "del", "la", "le", "al", "bin"];
    let name = name.split(" <").next().unwrap_or_default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_part = |word: &&str| {
        let letters = word.trim_end_matches('.');
        let is_initial = letters.chars().count() <= 2 || !word.ends_with('.');
        let is_of_letters = letters.chars().all(|letter| letter.is_alphabetic() || "-’'.‑".contains(letter));
        is_of_letters && is_initial && (letters.starts_with(char::is_uppercase) || SMALL.contains(&letters))
    };
    (fewest..=6).contains(&words.len())
        && words.iter().all(is_part)
        && words.iter().any(|word| word.starts_with(char::is_uppercase))
}

/// A place and a day, or the day alone, written as people write days.
fn dateline(part: &str) -> Option<(&str, Date)> {
    let day = |text: &str| {
        let day = date::read(text)?;
        let is_written = ["en", "ru", "vi"]
            .iter()
            .flat_map(|language| [date::written(day, language), date::short(day, language)])
            .chain([day.to_string()])
            .any(|written| written.replace('\u{a0}', " ") == text);
        is_written.then_some(day)
    };
    if let Some(day) = day(part) {
        return Some(("", day));
    }
    part.match_indices(", ").find_map(|(at, sign)| Some((part[..at].trim(), day(part[at + sign.len()..].trim())?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::office::flow::Look;

    fn line(words: &str, is_styled: bool) -> Option<[String; 4]> {
        let parts = vec![Part::Words(words.to_owned(), Look::default())];
        let read = read(&Paragraph { parts, ..Paragraph::default() }, is_styled)?;
        Some([read.authors, read.place, read.date.map(|day| day.to_string()).unwrap_or_default(), read.rest])
    }

    #[track_caller]
    fn check(words: &str, is_styled: bool, parts: [&str; 4]) {
        assert_eq!(line(words, is_styled), Some(parts.map(str::to_owned)));
    }

    #[test]
    fn a_line_that_names_its_authors_is_one_in_every_language() {
        check("By Jane Smith", false, ["Jane Smith", "", "", ""]);
        assert_eq!(line("BY JANE SMITH AND ANNA DE LA CRUZ", false), None);
        check("By Jane Smith and J. R. Brown", false, ["Jane Smith, J. R. Brown", "", "", ""]);
        check("Автор: Анна Петрова", false, ["Анна Петрова", "", "", ""]);
        check("Авторы: А. Петрова и Илья Ким", false, ["А. Петрова, Илья Ким", "", "", ""]);
        check("Tác giả: Lê Thị Hoa", false, ["Lê Thị Hoa", "", "", ""]);
        check("Tác giả: Hoa", false, ["Hoa", "", "", ""]);
    }

    #[test]
    fn a_sentence_is_no_line_of_authors() {
        for words in [
            "By Monday, the delegates had gone home.",
            "By Friday",
            "By the river they met",
            "Автор: неизвестен",
            "Text: all 40 pages of it",
            "Анна Петрова",
            "By Jane Smith.",
            "",
        ] {
            assert_eq!(line(words, false), None, "{words}");
        }
        assert_eq!(line("О чём договорились", true), None);
    }

    #[test]
    fn a_style_says_it_without_words_and_a_dateline_may_follow() {
        check("Анна Петрова", true, ["Анна Петрова", "", "", ""]);
        check(
            "By Anna Petrova · Bắc Ninh, 26 December 2025 · Updated today",
            true,
            ["Anna Petrova", "Bắc Ninh", "2025-12-26", "Updated today"],
        );
        check("Автор: Анна Петрова | 26 декабря 2025 года", false, ["Анна Петрова", "", "2025-12-26", ""]);
        check(
            "By Anna Petrova · 26 December 2025 in the hall",
            true,
            ["Anna Petrova", "", "", "26 December 2025 in the hall"],
        );
    }

    #[test]
    fn an_address_stays_with_its_name() {
        let link = Look { link: Some("https://example.org/anna".into()), ..Look::default() };
        let parts = vec![Part::Words("By ".to_owned(), Look::default()), Part::Words("Anna Petrova".to_owned(), link)];
        let read = read(&Paragraph { parts, ..Paragraph::default() }, false).unwrap();
        assert_eq!(read.authors, "Anna Petrova <https://example.org/anna>");
    }
}
