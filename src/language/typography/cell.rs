//! A text in cells: words, gaps between them, and marks.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::language::typography::{Repair, RepairKind};

/// A piece of text and what it becomes.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    pub kind: CellKind,
    pub was: &'a str,
    pub now: Cow<'a, str>,
    /// Whether the piece must stay as it is.
    pub guard: Guard,
    range: Range<usize>,
    repair: RepairKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Letters and digits.
    Word,
    /// Spaces, ordinary and no-break.
    Gap,
    /// A run of one and the same of the marks that come in runs, or any other single character.
    Mark,
}

/// What keeps a cell from being changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// Nothing.
    Free,
    /// It belongs to an address or to a piece in another language.
    Kept,
    /// It belongs to code or markup, next to which not even a space is touched.
    Code,
}

impl<'a> Cell<'a> {
    pub fn change(&mut self, now: impl Into<Cow<'a, str>>, repair: RepairKind) {
        self.now = now.into();
        self.repair = repair;
    }

    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    pub fn is_word(&self) -> bool {
        self.kind == CellKind::Word
    }

    pub fn is_gap(&self) -> bool {
        self.kind == CellKind::Gap
    }

    pub fn is_free(&self) -> bool {
        self.guard == Guard::Free
    }

    pub fn first(&self) -> Option<char> {
        self.now.chars().next()
    }

    pub fn last(&self) -> Option<char> {
        self.now.chars().next_back()
    }

    pub fn into_repair(self) -> Option<Repair> {
        let changed = self.now != self.was;
        changed.then(|| Repair { kind: self.repair, range: self.range, replacement: self.now.into_owned() })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Gap,
    Run(char),
    Other,
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'а'..='я' | 'А'..='Я' => Class::Word,
        ' ' | '\u{a0}' => Class::Gap,
        '.' | '-' => Class::Run(character),
        _ if character.is_alphanumeric() || is_combining_mark(character) => Class::Word,
        _ => Class::Other,
    }
}

/// Takes a text apart. Cells that touch one of the foreign ranges, or belong to an address or to code, are guarded.
pub(super) fn cells<'a>(text: &'a str, foreign: &[Range<usize>]) -> Vec<Cell<'a>> {
    let mut cells: Vec<Cell<'a>> = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    let mut classes = text.char_indices().map(|(at, character)| (at, class(character))).peekable();
    while let Some((_, here)) = classes.next() {
        let next = classes.peek().copied();
        if next.is_some_and(|(_, next)| here != Class::Other && next == here) {
            continue;
        }
        let end = next.map_or(text.len(), |(next, _)| next);
        let kind = match here {
            Class::Word => CellKind::Word,
            Class::Gap => CellKind::Gap,
            Class::Run(_) | Class::Other => CellKind::Mark,
        };
        let was = &text[start..end];
        let is_foreign = foreign.iter().any(|foreign| foreign.start < end && start < foreign.end);
        let guard = if is_foreign { Guard::Kept } else { Guard::Free };
        cells.push(Cell { kind, was, now: Cow::Borrowed(was), guard, range: start..end, repair: RepairKind::Space });
        start = end;
    }
    guard_chunks(text, &mut cells);
    cells
}

/// Guards what stands between two gaps and looks like an address or like code.
fn guard_chunks(text: &str, cells: &mut [Cell<'_>]) {
    for chunk in cells.split_mut(Cell::is_gap).filter(|chunk| !chunk.is_empty()) {
        let (Some(first), Some(last)) = (chunk.first(), chunk.last()) else { continue };
        let words = &text[first.range.start..last.range.end];
        if !may_be_special(words) {
            continue;
        }
        let address = looks_like_address(words);
        if words.contains(MARKUP) || (!address && words.contains('=')) {
            chunk.iter_mut().for_each(|cell| cell.guard = Guard::Code);
        } else if address {
            // Quotes and full stops around an address are not part of it.
            let belongs = |cell: &Cell<'_>| cell.is_word() || matches!(cell.was, "/" | "#" | "&" | "+");
            let start = chunk.iter().position(belongs).unwrap_or(0);
            let end = chunk.iter().rposition(belongs).map_or(chunk.len(), |last| last + 1);
            chunk[start..end].iter_mut().for_each(|cell| cell.guard = Guard::Kept);
        }
    }
}

/// What running text does not use.
const MARKUP: [char; 9] = ['<', '>', '{', '}', '`', '\\', '|', '~', '^'];

/// Whether a chunk has what every address and every piece of code has. Nearly all have not, and are looked at no further.
fn may_be_special(chunk: &str) -> bool {
    chunk.bytes().any(|byte| matches!(byte, b':' | b'@' | b'/' | b'=') || MARKUP.contains(&char::from(byte)))
        || chunk.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"www."))
}

fn looks_like_address(chunk: &str) -> bool {
    let small = chunk.to_ascii_lowercase();
    let has_scheme =
        small.contains("://") || ["mailto:", "tel:", "javascript:"].iter().any(|scheme| small.contains(scheme));
    let is_mail = small.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_host = small.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("www.");
    has_scheme || is_mail || is_host || has_path(&small)
}

/// "example.org/news", "/usr/share/doc", "../file", "report.final.docx?x"; but neither "and/or" nor "км/ч".
fn has_path(chunk: &str) -> bool {
    let parts: Vec<&str> = chunk.split('/').collect();
    let dotted = |part: &str| {
        part.split_once('.').is_some_and(|(name, rest)| {
            !name.is_empty() && rest.starts_with(|c: char| c.is_ascii_alphabetic()) && name.is_ascii()
        })
    };
    match parts.as_slice() {
        [host, _, ..] if dotted(host) => true,
        [_, .., file] if dotted(file) => true,
        [first, ..] if parts.len() > 1 && first.starts_with("..") => true,
        ["", _, _, ..] => true,
        _ => false,
    }
}
