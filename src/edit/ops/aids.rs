//! What the editor does by itself while one types: signs at the start of a paragraph that mean a style, and the marks of the language for
//! those of the keyboard. Each is a change of its own, so that one undo gives back exactly what was typed.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Block, BlockId, BlockKind, HeadingLevel, IdSource, ListStyle, Pos, Report, RichText, Slot};

/// The marks that a language writes, for those that a keyboard has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Before and after quoted words.
    pub outer: (&'static str, &'static str),
    /// The same inside a quotation.
    pub inner: (&'static str, &'static str),
    /// Between words that have spaces around it.
    pub dash: &'static str,
    /// Inside a word.
    pub apostrophe: &'static str,
}

/// What follows from a text that was typed just now, with the caret behind it; without marks only the styles do. `None` where nothing
/// does.
pub fn after_typing(
    report: &Report,
    selection: Selection,
    typed: &str,
    marks: Option<&Marks>,
    ids: &mut IdSource,
) -> Option<Transaction> {
    if !selection.is_caret() {
        return None;
    }
    let at = selection.head;
    let before = report.text(at.slot)?.as_str().get(..at.byte)?;
    let is_whole = before.len() == report.text(at.slot)?.len();
    match (typed, at.slot) {
        (" ", Slot::Block(id)) if is_paragraph(report, id) && style_of(before).is_some() => {
            restyle(report, id, at.byte, style_of(before)?)
        }
        (" ", Slot::Block(id)) if list_of(report, id).is_some_and(|style| marks_item(before, style)) => {
            let mut change = Change::new(report);
            change.splice(at.slot, 0..at.byte, &RichText::new());
            change.finish(EditKind::Other, Some(Selection::caret(Pos::start(at.slot))))
        }
        ("-", Slot::Block(id)) if is_paragraph(report, id) && before == "---" && is_whole => divide(report, id, ids),
        _ => {
            let (range, mark) = mark_for(before, typed, marks?)?;
            replace(report, at, range, mark)
        }
    }
}

/// Keeps lines from breaking at some spaces of the text with the caret, in order.
pub fn bind(report: &Report, selection: Selection, spaces: &[Range<usize>]) -> Option<Transaction> {
    let slot = selection.head.slot;
    let mut change = Change::new(report);
    for range in spaces.iter().rev() {
        let text = report.text(slot)?;
        if text.as_str().get(range.clone()) == Some(" ") {
            let style = text.style_at(range.start);
            change.splice(slot, range.clone(), &RichText::styled("\u{a0}", style));
        }
    }
    change.finish(EditKind::Other, None)
}

fn is_paragraph(report: &Report, id: BlockId) -> bool {
    report.body.get(id).is_some_and(|block| block.kind == BlockKind::Paragraph)
}

fn list_of(report: &Report, id: BlockId) -> Option<ListStyle> {
    match report.body.get(id)?.kind {
        BlockKind::ListItem { style, .. } => Some(style),
        _ => None,
    }
}

/// Whether somebody wrote the sign of an item that has it already, by habit.
fn marks_item(typed: &str, style: ListStyle) -> bool {
    let Some(sign) = typed.strip_suffix(' ') else { return false };
    match style {
        ListStyle::Bulleted => matches!(sign, "-" | "*" | "•"),
        ListStyle::Numbered => sign.strip_suffix(['.', ')']).is_some_and(|number| {
            (1..=2).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
        }),
    }
}

/// The style that a sign and a space at the start of a paragraph mean.
fn style_of(typed: &str) -> Option<BlockKind> {
    let list = |style| Some(BlockKind::ListItem { style, level: 0 });
    match typed.strip_suffix(' ')? {
        "#" => Some(BlockKind::Heading { level: HeadingLevel::Two }),
        "##" => Some(BlockKind::Heading { level: HeadingLevel::Three }),
        ">" => Some(BlockKind::Quotation { speaker: RichText::new() }),
        "-" | "*" | "•" => list(ListStyle::Bulleted),
        "1." | "1)" => list(ListStyle::Numbered),
        _ => None,
    }
}

fn restyle(report: &Report, id: BlockId, end: usize, kind: BlockKind) -> Option<Transaction> {
    let slot = Slot::Block(id);
    let mut change = Change::new(report);
    change.splice(slot, 0..end, &RichText::new());
    change.set_kind(id, kind);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(slot))))
}

fn divide(report: &Report, id: BlockId, ids: &mut IdSource) -> Option<Transaction> {
    let (slot, place) = (Slot::Block(id), report.body.place(id)?);
    let mut change = Change::new(report);
    let end = report.end_of(slot).byte;
    change.splice(slot, 0..end, &RichText::new());
    let divider = Block::new(ids.block(), BlockKind::Divider, RichText::new());
    change.blocks(place..place, vec![Arc::new(divider)]);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(slot))))
}

fn replace(report: &Report, at: Pos, range: Range<usize>, mark: &str) -> Option<Transaction> {
    let style = report.text(at.slot)?.style_at(range.start);
    let mut change = Change::new(report);
    let end = change.splice(at.slot, range.clone(), &RichText::styled(mark, style));
    let caret = end + (at.byte - range.end);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::new(at.slot, caret))))
}

/// The mark that stands for what was typed last, and the bytes in whose place it goes.
fn mark_for<'m>(before: &str, typed: &str, marks: &'m Marks) -> Option<(Range<usize>, &'m str)> {
    let end = before.len();
    let words = before.strip_suffix(typed)?;
    match typed {
        "\"" => Some((end - 1..end, quote(words, marks)?)),
        "'" => {
            let inside = words.chars().next_back().is_some_and(char::is_alphabetic);
            let mark = inside.then_some(marks.apostrophe).or_else(|| single_quote(words, marks));
            Some((end - 1..end, mark?))
        }
        "." if before.ends_with("...") && !before.ends_with("....") => Some((end - 3..end, "…")),
        " " => {
            let hyphens = words.trim_end_matches('-');
            let count = words.len() - hyphens.len();
            let parts_words = hyphens.strip_suffix([' ', '\u{a0}']).is_some_and(|words| !words.trim().is_empty());
            (parts_words && (1..=2).contains(&count)).then_some((hyphens.len()..words.len(), marks.dash))
        }
        _ => None,
    }
}

/// The quotation mark that comes after these words: an opening one at the start of a word, else the one that closes what is open.
fn quote<'m>(words: &str, marks: &'m Marks) -> Option<&'m str> {
    let after_opening = [marks.outer.0, marks.inner.0].iter().any(|open| words.ends_with(open));
    let opens = after_opening || starts_word(words);
    let (outer_open, inner_open) = (is_open(words, marks.outer), is_open(words, marks.inner));
    match (opens, outer_open, inner_open) {
        (true, false, _) => Some(marks.outer.0),
        (true, true, _) => Some(marks.inner.0),
        (false, _, true) => Some(marks.inner.1),
        (false, true, false) => Some(marks.outer.1),
        // After a figure it is an inch, and elsewhere nobody knows.
        (false, false, false) => None,
    }
}

/// The mark for a straight single quote beside no letter, where the language quotes inside a quotation with what is its apostrophe too.
fn single_quote<'m>(words: &str, marks: &'m Marks) -> Option<&'m str> {
    let (open, close) = marks.inner;
    if close != marks.apostrophe {
        return None;
    }
    if starts_word(words) || words.ends_with(marks.outer.0) {
        return Some(open);
    }
    is_open(words, marks.inner).then_some(close)
}

/// Whether what comes next is the start of a word.
fn starts_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([{—–-/".contains(last))
}

fn is_open(words: &str, (open, close): (&str, &str)) -> bool {
    match (words.rfind(open), words.rfind(close)) {
        (Some(opened), Some(closed)) => opened > closed,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing};

    const RUSSIAN: Marks = Marks { outer: ("«", "»"), inner: ("„", "“"), dash: "—", apostrophe: "’" };
    const ENGLISH: Marks = Marks { outer: ("“", "”"), inner: ("‘", "’"), dash: "–", apostrophe: "’" };

    fn typed(typed: &'static str, marks: Marks) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| after_typing(report, selection, typed, Some(&marks), ids)
    }

    #[test]
    fn a_sign_and_a_space_make_a_style() {
        for (before, after) in
            [("p # |", "h2 |"), ("p ## |head", "h3 |head"), ("p - |", "- |"), ("p 1. |one", "1. |one")]
        {
            check(before, typed(" ", ENGLISH), after);
        }
        assert!(matches!(style_of("> "), Some(BlockKind::Quotation { .. })));
        check_nothing("h2 - |", typed(" ", ENGLISH));
        check_nothing("p 12. |", typed(" ", ENGLISH));
    }

    #[test]
    fn three_hyphens_alone_are_a_divider() {
        check("p one\np ---|", typed("-", ENGLISH), "p one\n---\np |");
        check_nothing("p a---|", typed("-", ENGLISH));
    }

    #[test]
    fn quotes_are_those_of_the_language() {
        check("p он: \"|", typed("\"", RUSSIAN), "p он: «|");
        check("p «да\"|", typed("\"", RUSSIAN), "p «да»|");
        check("p «газета \"|", typed("\"", RUSSIAN), "p «газета „|");
        check("p «газета „Да\"|", typed("\"", RUSSIAN), "p «газета „Да“|");
        check("p «газета „Да“\"|", typed("\"", RUSSIAN), "p «газета „Да“»|");
        check("p “yes\"|", typed("\"", ENGLISH), "p “yes”|");
        check_nothing("p 12\"|", typed("\"", ENGLISH));
    }

    #[test]
    fn a_hyphen_between_words_is_a_dash() {
        check("p слово - |", typed(" ", RUSSIAN), "p слово — |");
        check("p word -- |", typed(" ", ENGLISH), "p word – |");
        check_nothing("p well- |", typed(" ", ENGLISH));
        check_nothing("p a --- |", typed(" ", ENGLISH));
    }

    #[test]
    fn dots_and_apostrophes_become_one_character() {
        check("p well...|", typed(".", ENGLISH), "p well…|");
        check("p don'|", typed("'", ENGLISH), "p don’|");
        check_nothing("p 'n|", typed("n", ENGLISH));
        check_nothing("p '|", typed("'", RUSSIAN));
        check("p “a '|", typed("'", ENGLISH), "p “a ‘|");
        check("p ‘Yes.'|", typed("'", ENGLISH), "p ‘Yes.’|");
        check_nothing("p 6'|", typed("'", ENGLISH));
    }

    #[test]
    fn spaces_are_bound_and_the_caret_stays_behind_its_word() {
        let bind_at = |spaces: Vec<Range<usize>>| {
            move |report: &Report, selection: Selection, _: &mut IdSource| bind(report, selection, &spaces)
        };
        check("p 5 km x |", bind_at(vec![1..2, 4..5]), "p 5\u{a0}km\u{a0}x |");
        check_nothing("p 5\u{a0}km |", bind_at(vec![Range { start: 1, end: 3 }]));
    }
}
