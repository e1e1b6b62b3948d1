//! Words with their styles in Markdown, and every sign in them that means something there made mean itself.

use crate::export::address::Address;
use crate::report::{RichText, Style};

/// Where words stand: that decides which signs mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// From the start of a line.
    Line,
    /// Behind something else in a line.
    Inside,
    /// Behind the marks of a heading.
    Heading,
    /// In a cell of a table.
    Cell,
    /// Between the marks that stress a caption: nothing in it can be stressed again.
    Caption,
}

/// A text as one line.
pub(super) fn line(text: &RichText, place: Place) -> String {
    let whole = text.as_str();
    let start = whole.len() - whole.trim_start().len();
    let text = text.slice(start..whole.trim_end().len().max(start));
    let runs: Vec<(&str, Style)> = text.runs().collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (index, (words, style)) in runs.iter().enumerate() {
        let next = runs.get(index + 1).map(|(_, style)| style);
        run(&mut out, words, style, next, place);
    }
    out
}

/// Words without styles.
pub(super) fn words(words: &str, place: Place) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    escape(&mut out, words, place);
    out
}

/// An address between angle brackets.
pub(super) fn address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '<' | '>' | '\\' => out.extend(['\\', character]),
            '&' => out.push_str("&amp;"),
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out
}

fn run(out: &mut String, words: &str, style: &Style, next: Option<&Style>, place: Place) {
    let link = style.link.as_deref().and_then(Address::parse);
    let emphasis = style.emphasis && place != Place::Caption;
    // Signs are for words that begin and end in letters and touch no other signs; anything else is told by tags, which have no such rules.
    let ends = [words.chars().next(), words.chars().next_back()];
    let is_word = ends.iter().all(|end| end.is_some_and(char::is_alphanumeric));
    let touches = out.ends_with('*') || next.is_some_and(|next| next.strong || next.emphasis);
    let by_signs = is_word && !touches && place != Place::Caption;
    let (strong, stressed) =
        if by_signs { (["**", "**"], ["*", "*"]) } else { (["<strong>", "</strong>"], ["<em>", "</em>"]) };
    if link.is_some() {
        out.push('[');
    }
    out.push_str(if style.strong { strong[0] } else { "" });
    out.push_str(if emphasis { stressed[0] } else { "" });
    escape(out, words, place);
    out.push_str(if emphasis { stressed[1] } else { "" });
    out.push_str(if style.strong { strong[1] } else { "" });
    if let Some(link) = link {
        out.push_str(&format!("](<{}>)", address(link.as_str())));
    }
}

/// Adds words to a line.
fn escape(out: &mut String, words: &str, place: Place) {
    let mut rest = words.chars().peekable();
    let mut before = out.chars().next_back();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied();
        let begins = place == Place::Line && out.chars().all(|before| before.is_ascii_digit());
        let first = begins && out.is_empty();
        let is_mark = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // Inside a word it means nothing.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|after| after.is_ascii_alphanumeric() || after == '#'),
            '#' => first || place == Place::Heading,
            '+' | '-' | '>' => first,
            // A link behind it would be a picture.
            '!' => after.is_none(),
            // The number of a list.
            '.' | ')' => begins && !first,
            '|' => place == Place::Cell,
            _ => false,
        };
        // A bar after a backslash would be taken for one that was escaped already.
        if character == '|' && place == Place::Cell && before == Some('\\') {
            out.push_str("&#124;");
        } else {
            if is_mark {
                out.push('\\');
            }
            out.push(character);
        }
        before = Some(character);
    }
}
