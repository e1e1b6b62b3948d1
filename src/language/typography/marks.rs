//! Quotes, apostrophes, dashes and dots.

use crate::language::quotes;
use crate::language::typography::RepairKind;
use crate::language::typography::cell::{Cell, Guard};
use crate::language::typography::table::Table;

/// Decides about every mark.
pub(super) fn repair(cells: &mut [Cell<'_>], table: &Table, language: &str) {
    for at in 0..cells.len() {
        if !cells[at].is_free() {
            continue;
        }
        match cells[at].was {
            "..." if !is_path(cells, at) => cells[at].change("…", RepairKind::Ellipsis),
            "-" | "--" | "---" if between_gaps(cells, at) => cells[at].change(table.dash, RepairKind::Dash),
            "'" if between_letters(cells, at) => cells[at].change("’", RepairKind::Apostrophe),
            "." if table.opens_abbreviations && is_glued_abbreviation(cells, at) => {
                cells[at].change(".\u{a0}", RepairKind::NoBreak);
            }
            _ => {}
        }
    }
    if table.sets_quotes {
        repair_quotes(cells, table, language);
    }
}

fn neighbour<'c, 'a>(cells: &'c [Cell<'a>], at: usize, step: isize) -> Option<&'c Cell<'a>> {
    at.checked_add_signed(step).and_then(|place| cells.get(place))
}

fn is_path(cells: &[Cell<'_>], at: usize) -> bool {
    let slash = |step| neighbour(cells, at, step).is_some_and(|cell| matches!(cell.was, "/" | "\\"));
    slash(-1) || slash(1)
}

fn between_gaps(cells: &[Cell<'_>], at: usize) -> bool {
    let gap = |step| neighbour(cells, at, step).is_some_and(Cell::is_gap);
    // At the start of a text a hyphen is a list's or a dialogue's, and the reporter's own.
    let has_words = |step| neighbour(cells, at, step).is_some_and(|cell| cell.guard != Guard::Code);
    gap(-1) && gap(1) && has_words(-2) && has_words(2)
}

fn between_letters(cells: &[Cell<'_>], at: usize) -> bool {
    let before = neighbour(cells, at, -1).filter(|cell| cell.is_word()).and_then(Cell::last);
    let after = neighbour(cells, at, 1).filter(|cell| cell.is_word()).and_then(Cell::first);
    before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
}

/// The first full stop of «т.д.».
fn is_glued_abbreviation(cells: &[Cell<'_>], at: usize) -> bool {
    let word = |step| neighbour(cells, at, step).filter(|cell| cell.is_word()).map(|cell| cell.was);
    let starts = neighbour(cells, at, -2).is_none_or(|cell| !cell.is_word() && !matches!(cell.was, "." | "-" | "/"));
    let stops = neighbour(cells, at, 2).is_some_and(|cell| cell.was == ".");
    starts && stops && word(-1) == Some("т") && matches!(word(1), Some("д" | "п" | "е" | "к" | "н" | "о"))
}

/// An opening mark that waits for its closing one, or both once they have met.
struct Quotation {
    open: usize,
    close: usize,
}

/// Sets quotes that come in pairs. A mark without its fellow stays: it can be an inch, or a quotation over several paragraphs.
fn repair_quotes(cells: &mut [Cell<'_>], table: &Table, language: &str) {
    // In code a straight quote means something.
    let has_code = cells.iter().any(|cell| cell.guard == Guard::Code);
    let mut pairs = paired(cells);
    pairs.sort_by_key(|pair| pair.open);
    let marks = quotes::of(language);
    let mut enclosing: Vec<usize> = Vec::new();
    for pair in &pairs {
        enclosing.retain(|close| *close > pair.open);
        let depth = enclosing.len();
        enclosing.push(pair.close);
        let straight = cells[pair.open].was == "\"" && !has_code;
        let foreign = cells[pair.open].was == "“" && table.replaces_english_quotes;
        if straight || foreign {
            let level = if depth.is_multiple_of(2) { marks.outer } else { marks.inner };
            cells[pair.open].change(level.open, RepairKind::Quotes);
            cells[pair.close].change(level.close, RepairKind::Quotes);
        }
    }
}

fn paired(cells: &[Cell<'_>]) -> Vec<Quotation> {
    let mut waiting: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for at in 0..cells.len() {
        if !cells[at].is_free() {
            continue;
        }
        let top = waiting.last().copied();
        let top_was = top.map(|open| cells[open].was);
        let closes = match cells[at].was {
            "\"" => {
                let (opens, closes) = straight_sides(cells, at);
                if opens && !(closes && top_was == Some("\"")) {
                    waiting.push(at);
                    continue;
                }
                closes && top_was == Some("\"")
            }
            "«" | "„" => {
                waiting.push(at);
                continue;
            }
            "“" if top_was == Some("„") => true,
            "“" => {
                waiting.push(at);
                continue;
            }
            "»" => top_was == Some("«"),
            "”" => matches!(top_was, Some("“" | "„")),
            _ => continue,
        };
        if let Some(open) = top.filter(|_| closes) {
            waiting.pop();
            pairs.push(Quotation { open, close: at });
        }
    }
    pairs
}

/// Whether a straight quote can open and can close where it stands.
fn straight_sides(cells: &[Cell<'_>], at: usize) -> (bool, bool) {
    let outside = |cell: Option<&Cell<'_>>, marks: &str| {
        cell.is_none_or(|cell| cell.is_gap() || cell.first().is_some_and(|mark| marks.contains(mark)))
    };
    let before = neighbour(cells, at, -1);
    let after = neighbour(cells, at, 1);
    let opens = outside(before, "([{«“„\"—–-/") && after.is_some_and(|cell| !cell.is_gap());
    let closes = outside(after, ")]}»”“\".,;:!?…—–-/") && before.is_some_and(|cell| !cell.is_gap());
    (opens, closes)
}
