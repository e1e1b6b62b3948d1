//! The spaces between words and marks.

use std::ops::Range;

use crate::language::typography::RepairKind;
use crate::language::typography::cell::{Cell, CellKind, Guard};
use crate::language::typography::table::Table;

const NO_BREAK: &str = "\u{a0}";

/// Decides about every gap, once the marks are what they will be: first which ones go, then at which of the others a line
/// must not break.
pub(super) fn repair(cells: &mut [Cell<'_>], table: &'static Table) {
    for at in 0..cells.len() {
        if !is_open(cells, at) {
            continue;
        }
        let place = Gap { cells, at, table };
        if let Some(after) = place.moves_behind() {
            cells[at].change("", RepairKind::Space);
            let moved = format!("{} ", cells[after].now);
            cells[after].change(moved, RepairKind::Space);
        } else if place.goes() {
            cells[at].change("", RepairKind::Space);
        }
    }
    for at in 0..cells.len() {
        if !is_open(cells, at) || cells[at].now.is_empty() {
            continue;
        }
        if (Gap { cells, at, table }).binds() {
            cells[at].change(NO_BREAK, RepairKind::NoBreak);
        } else if cells[at].was.chars().count() > 1 {
            let kept = if cells[at].was.contains(NO_BREAK) { NO_BREAK } else { " " };
            cells[at].change(kept, RepairKind::Space);
        }
    }
}

/// The spaces before the last word at which a line must not break, as soon as that word is written: between a number and what it counts,
/// after initials and abbreviations, before a dash. Those after short words are left to the repair of the whole text: they are so
/// many that a writer who takes something back would meet little else.
pub(super) fn bound_by_last_word(cells: &[Cell<'_>], table: &'static Table) -> Vec<Range<usize>> {
    let is_inner = |at: &usize| cells[*at].is_gap() && at + 1 < cells.len();
    let Some(last) = (0..cells.len()).rev().find(is_inner) else { return Vec::new() };
    let follows_dash = last >= 2 && matches!(cells[last - 1].was, "—" | "–") && cells[last - 2].is_gap();
    let before_dash = follows_dash.then(|| last - 2);
    let binds = |at: &usize| {
        let gap = Gap { cells, at: *at, table };
        let of_word = gap.after_number() || gap.before_number() || gap.after_abbreviation() || gap.after_initial();
        is_open(cells, *at) && cells[*at].was == " " && (of_word || gap.before_dash())
    };
    before_dash.into_iter().chain([last]).filter(binds).map(|at| cells[at].range()).collect()
}

/// Whether the cell is a gap that may be changed.
fn is_open(cells: &[Cell<'_>], at: usize) -> bool {
    let near_code = |step| side(cells, at, step).is_some_and(|cell| cell.guard == Guard::Code);
    cells[at].is_gap() && cells[at].is_free() && !near_code(-1) && !near_code(1)
}

/// The cell so many cells away, not counting gaps that are gone.
fn side<'c, 'a>(cells: &'c [Cell<'a>], at: usize, steps: isize) -> Option<&'c Cell<'a>> {
    let stays = |cell: &&Cell<'_>| !cell.now.is_empty();
    let index = steps.unsigned_abs().checked_sub(1)?;
    if steps < 0 {
        cells.get(..at)?.iter().rev().filter(stays).nth(index)
    } else {
        cells.get(at + 1..)?.iter().filter(stays).nth(index)
    }
}

struct Gap<'c, 'a> {
    cells: &'c [Cell<'a>],
    at: usize,
    table: &'static Table,
}

impl<'c, 'a> Gap<'c, 'a> {
    fn cell(&self, step: isize) -> Option<&'c Cell<'a>> {
        side(self.cells, self.at, step)
    }

    fn mark(&self, step: isize) -> Option<char> {
        let cell = self.cell(step).filter(|cell| cell.kind == CellKind::Mark)?;
        if step < 0 { cell.last() } else { cell.first() }
    }

    /// Whether a word after this cell is the first after a space, a bracket or nothing.
    fn begins_after(&self, step: isize) -> bool {
        self.cell(step).is_none_or(|cell| cell.is_gap() || matches!(cell.last(), Some('(' | '[' | ' ' | '\u{a0}')))
    }

    fn word(&self, step: isize) -> Option<&'a str> {
        self.cell(step).filter(|cell| cell.is_word()).map(|cell| cell.was)
    }

    /// The place of a comma that stands on the wrong side of its space: "word ,word".
    fn moves_behind(&self) -> Option<usize> {
        let comma = self.cell(1).filter(|cell| cell.is_free() && matches!(cell.was, "," | ";"))?;
        let letter = self.word(2).and_then(|word| word.chars().next()).is_some_and(char::is_alphabetic);
        let wrong = self.closes_up_before(comma.was) && self.word(-1).is_some() && letter;
        wrong.then_some(self.at + 1)
    }

    fn closes_up_before(&self, mark: &str) -> bool {
        matches!(mark, "," | ".") || (self.table.closes_up && matches!(mark, ";" | ":" | "!" | "?"))
    }

    /// Whether no space belongs here.
    fn goes(&self) -> bool {
        let (Some(left), Some(right)) = (self.cell(-1), self.cell(1)) else { return true };
        match (left.last(), right.first()) {
            (Some('('), Some(')')) => false,
            (Some('('), _) => true,
            (Some(':' | ';' | '-'), Some(')')) => false,
            (_, Some(')')) => self.cells[..self.at].iter().any(|cell| cell.was == "("),
            (Some('«'), _) | (_, Some('»')) => self.table.replaces_english_quotes,
            _ => self.stands_before_punctuation(left, right),
        }
    }

    fn stands_before_punctuation(&self, left: &Cell<'_>, right: &Cell<'_>) -> bool {
        let after_words = left.is_word() || left.last().is_some_and(|mark| ")»”“’\"%".contains(mark));
        let alone = match self.cell(2) {
            None => true,
            Some(next) if next.is_word() => false,
            // ":)" is a smile, ".." and ". ." are somebody's intention.
            Some(next) => !next.first().is_some_and(|mark| ".()/".contains(mark)),
        };
        right.is_free() && after_words && alone && self.closes_up_before(right.was)
    }

    /// Whether a line must not break here.
    fn binds(&self) -> bool {
        // Nothing is changed inside a name of another language, but an address may be bound to its preposition.
        let Some(right) = self.cell(1) else { return false };
        self.before_dash()
            || self.after_short_word(right)
            || self.before_particle()
            || self.after_number()
            || self.before_number()
            || self.after_abbreviation()
            || self.after_initial()
    }

    fn before_dash(&self) -> bool {
        let is_dash = self.cell(1).is_some_and(|cell| matches!(cell.now.as_ref(), "—" | "–"));
        is_dash && self.cell(2).is_some_and(Cell::is_gap)
    }

    fn after_short_word(&self, right: &Cell<'_>) -> bool {
        let Some(word) = self.word(-1) else { return false };
        let begins = self.begins_after(-2) || self.mark(-2).is_some_and(|mark| "«„“\"—–…".contains(mark));
        let goes_on = right.is_word() || right.first().is_some_and(|mark| "«„“\"№(".contains(mark));
        begins && goes_on && contains(self.table.before_word, word)
    }

    fn before_particle(&self) -> bool {
        let ends = self.cell(2).is_none_or(|cell| !cell.is_word() && cell.was != "-" && cell.was != ".");
        let particle = self.word(1).is_some_and(|word| contains(self.table.after_word, word));
        particle && ends && self.word(-1).is_some()
    }

    fn after_number(&self) -> bool {
        if !self.cell(-1).and_then(Cell::last).is_some_and(char::is_numeric) {
            return false;
        }
        let Some(right) = self.cell(1) else { return false };
        if !right.is_word() {
            return contains(self.table.after_number, right.was);
        }
        let small = right.was.to_lowercase();
        let is_stem = self.table.after_number_stems.iter().any(|stem| small.starts_with(stem));
        is_stem || self.table.after_number.contains(&small.as_str())
    }

    fn before_number(&self) -> bool {
        let is_number = self.word(1).and_then(|word| word.chars().next()).is_some_and(char::is_numeric);
        let word = match self.mark(-1) {
            Some('.') => self.word(-2),
            _ => self.cell(-1).map(|cell| cell.was),
        };
        is_number && word.is_some_and(|word| contains(self.table.before_number, word))
    }

    fn after_abbreviation(&self) -> bool {
        if self.mark(-1) != Some('.') {
            return false;
        }
        let Some(word) = self.word(-2) else { return false };
        let begins = self.cell(-3).is_none_or(|cell| !cell.is_word() && cell.was != "-");
        let Some(next) = self.word(1) else { return false };
        if self.table.opens_abbreviations && word == "т" {
            let stops = self.cell(2).is_some_and(|cell| cell.was == ".");
            return begins && stops && matches!(next, "д" | "п" | "е" | "к" | "н" | "о");
        }
        let is_name = next.chars().next().is_some_and(|first| first.is_uppercase() || first.is_numeric());
        begins && is_name && contains(self.table.abbreviations, word)
    }

    /// "А. С. Пушкин"
    fn after_initial(&self) -> bool {
        let Some(word) = self.word(-2).filter(|_| self.mark(-1) == Some('.')) else { return false };
        let mut letters = word.chars();
        let one_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let begins = self.begins_after(-3) || self.mark(-3) == Some('.');
        let name = self.word(1).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
        one_capital && begins && name && self.table.sets_quotes
    }
}

fn contains(words: &[&str], word: &str) -> bool {
    // Most words are longer than those of the tables, which are in lower case.
    let is_same = |known: &str| known == word || known.chars().eq(word.chars().flat_map(char::to_lowercase));
    words.iter().any(|known| known.len() == word.len() && is_same(known))
}
