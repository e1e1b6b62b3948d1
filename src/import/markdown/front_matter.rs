//! Fields at the beginning of a Markdown file, between two lines of three hyphens.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{Draft, NoticeKind, address, notice::excerpt};
use crate::report::{RichText, Source};

/// Takes the fields off the beginning of a text into the draft, and gives back the rest.
///
/// They are fields only where every line between the hyphens reads `name: value` or is an item or continuation of one;
/// anything else is a story that begins with a rule.
pub fn take_off<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    let Some((inner, rest)) = split(text) else { return text };
    for field in fields(inner) {
        if !fill(draft, &field) {
            draft.notices.push(NoticeKind::FrontMatter { line: excerpt(&field.line) });
        }
    }
    rest
}

struct Field {
    name: String,
    values: Vec<String>,
    line: String,
}

fn split(text: &str) -> Option<(&str, &str)> {
    const MOST_LINES: usize = 200;
    let after_first = text.strip_prefix("---")?;
    let (first, body) = after_first.split_once('\n')?;
    if !first.trim().is_empty() {
        return None;
    }
    let mut length = 0;
    for line in body.split_inclusive('\n').take(MOST_LINES) {
        let words = line.trim_end();
        if matches!(words, "---" | "...") {
            let inner = &body[..length];
            let fields = inner.lines().filter(|line| is_field(line)).count();
            return (fields > 0).then(|| (inner, &body[length + line.len()..]));
        }
        if !(words.is_empty() || is_field(words) || words.starts_with([' ', '\t', '#']) || words.starts_with("- ")) {
            return None;
        }
        length += line.len();
    }
    None
}

fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        let named = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
        named && (value.is_empty() || value.starts_with([' ', '\t', '\r']))
    })
}

fn fields(inner: &str) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for line in inner.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(':').filter(|_| is_field(line)) {
            Some((name, value)) => {
                let values = values(value.trim());
                found.push(Field { name: name.to_lowercase(), values, line: line.to_owned() });
            }
            None => {
                if let Some(field) = found.last_mut() {
                    let item = line.trim().trim_start_matches("- ");
                    field.values.extend(values(item));
                    field.line = format!("{} {}", field.line, line.trim());
                }
            }
        }
    }
    found
}

fn values(written: &str) -> Vec<String> {
    let list = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let items: Vec<&str> = list.map_or_else(|| vec![written], |list| list.split(',').collect());
    items.into_iter().map(unquoted).filter(|item| !item.is_empty()).collect()
}

/// A value as it is meant; nothing for what stands for nothing. In single quotes only the quote itself is doubled.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    match (inside('\''), inside('"')) {
        (Some(inner), _) => inner.replace("''", "'"),
        (_, Some(inner)) => inner.to_owned(),
        _ if matches!(value, ">" | "|" | "null" | "~") => String::new(),
        _ => value.to_owned(),
    }
}

/// Puts a field where it belongs; whether there is such a place.
fn fill(draft: &mut Draft, field: &Field) -> bool {
    let text = || Some(RichText::plain(&field.values.join(" ")));
    if field.values.is_empty() {
        return true;
    }
    match field.name.as_str() {
        "title" | "headline" => draft.headline = text(),
        "kicker" => draft.kicker = text(),
        "subtitle" | "standfirst" | "description" | "summary" | "lead" => draft.standfirst = text(),
        "author" | "authors" | "byline" => draft.byline = Some(RichText::plain(&field.values.join(", "))),
        "place" | "location" | "dateline" => draft.place = text(),
        "date" => {
            let day = field.values.first().and_then(|value| value.get(..10)).and_then(|day| day.parse::<Date>().ok());
            draft.date = day;
            return day.is_some();
        }
        "lang" | "language" => {
            let tag = field.values.first().filter(|tag| is_language_tag(tag));
            draft.language = tag.map(|tag| Arc::from(tag.as_str()));
            return tag.is_some();
        }
        "keywords" | "tags" => {
            draft.keywords =
                field.values.iter().flat_map(|value| value.split(',')).map(|word| word.trim().into()).collect();
        }
        // Every Markdown file of our own says by what it was written.
        "generator" => return field.values.iter().any(|value| value.starts_with("Rapporteur ")),
        "source" | "canonical" | "url" => {
            let link =
                field.values.first().and_then(|value| address::link(value)).filter(|link| link.starts_with("http"));
            let known = link.is_some();
            draft.sources.extend(link.map(|url| Source { name: "".into(), url }));
            return known;
        }
        _ => return false,
    }
    true
}

/// Whether a text looks like a BCP 47 tag.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    primary && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_fields_fill_the_head_and_others_are_told() {
        let mut draft = Draft::default();
        let text = "---\r\ntitle: \"Six provinces: one cluster\"\nauthors:\n  - Lê Thị Hoa\n  - Anna Petrova\ndate: 2026-03-14T10:00:00+07:00\n\
                    lang: en\ntags: [press, awards]\nlayout: post\n---\nText.";
        assert_eq!(take_off(text, &mut draft), "Text.");
        assert_eq!(draft.headline.unwrap().as_str(), "Six provinces: one cluster");
        assert_eq!(draft.byline.unwrap().as_str(), "Lê Thị Hoa, Anna Petrova");
        assert_eq!(draft.date, Some(jiff::civil::date(2026, 3, 14)));
        assert_eq!(draft.language.as_deref(), Some("en"));
        assert_eq!(draft.keywords, ["press".into(), Arc::from("awards")]);
        assert_eq!(draft.notices, [NoticeKind::FrontMatter { line: "layout: post".to_owned() }]);
    }

    #[test]
    fn our_own_fields_are_read_as_they_were_written() {
        let mut draft = Draft::default();
        let text = "---\ntitle: 'It''s \"over\": [yes]'\nauthors:\n  - 'O''Neil, A.'\n  - '- b'\ngenerator: 'Rapporteur 0.1.0'\n---\n";
        assert_eq!(take_off(text, &mut draft), "");
        assert_eq!(draft.headline.unwrap().as_str(), "It's \"over\": [yes]");
        assert_eq!(draft.byline.unwrap().as_str(), "O'Neil, A., - b");
        assert_eq!(draft.notices, []);
    }

    #[test]
    fn a_story_that_begins_with_a_rule_keeps_its_words() {
        for text in
            ["---\nThe chair said: let us begin.\n---\n", "---\n\n---\nText", "---\ntitle: no end", "--- a: b\n---\n"]
        {
            let mut draft = Draft::default();
            assert_eq!(take_off(text, &mut draft), text);
            assert_eq!(draft, Draft::default());
        }
    }
}
