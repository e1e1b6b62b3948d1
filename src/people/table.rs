//! Tables: rows of cells, from a file or as a word processor copies them, into rows of people.

use std::collections::HashMap;

use csv::ReaderBuilder;

use crate::language::Language;
use crate::people::columns::{self, Column};
use crate::people::entry;
use crate::people::person;
use crate::people::row::{Known, Row, Sure, clean};
use crate::people::words;
use crate::report::PersonField;

/// What separates the cells of a line.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// So many lines tell what separates their cells; a head is looked for in the first of them.
const LOOKED_AT: usize = 40;
const HEAD_WITHIN: usize = 10;

/// A text that is a table, as its cells. `is_file`: the name of its file says that it is one, so that commas may separate cells
/// without a head that says so.
pub(super) fn cells(text: &str, is_file: bool) -> Option<Vec<Vec<String>>> {
    let beginning: String = text.lines().take(LOOKED_AT).collect::<Vec<_>>().join("\n");
    let mut best: Option<(usize, u8)> = None;
    for delimiter in DELIMITERS {
        let rows = split(&beginning, delimiter);
        let mut widths: HashMap<usize, usize> = HashMap::new();
        for row in &rows {
            *widths.entry(row.len()).or_default() += 1;
        }
        let Some((width, count)) = widths.into_iter().max_by_key(|(width, count)| (*count, *width)) else { continue };
        let has_head = rows.iter().take(HEAD_WITHIN).any(|row| row.len() > 1 && columns::of_head(row).is_some());
        let is_even = width > 1 && count * 5 >= rows.len() * 4;
        let is_plain = delimiter == b'\t' && rows.iter().filter(|row| row.len() > 1).count() * 2 > rows.len();
        let fits = has_head || is_even && (is_file || delimiter == b'|') || is_plain;
        let rank = usize::from(has_head) * 1_000 + usize::from(is_plain) * 500 + width;
        if fits && best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, delimiter));
        }
    }
    best.map(|(_, delimiter)| split(text, delimiter))
}

fn split(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().filter_map(Result::ok).map(|record| record.iter().map(unguarded).collect::<Vec<_>>());
    rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

/// What a spreadsheet may expect between cells: a file in semicolons is cut at commas where decimals have a point.
const CUTS: [char; 5] = [',', ';', '\t', '|', '"'];

/// A cell with an apostrophe before whatever a spreadsheet would take for a formula, also where it cuts the cell at another separator.
pub(super) fn guarded(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len() + 1);
    let mut is_start = true;
    for (at, letter) in cell.char_indices() {
        if is_start && is_formula(&cell[at..]) {
            guarded.push('\'');
        }
        guarded.push(letter);
        is_start = CUTS.contains(&letter);
    }
    guarded
}

/// A cell without the signs that keep a spreadsheet from taking it, or a part of it, for a formula.
fn unguarded(cell: &str) -> String {
    let mut bare = String::with_capacity(cell.len());
    let mut is_start = true;
    for (at, letter) in cell.char_indices() {
        if is_start && letter == '\'' && is_formula(&cell[at + 1..]) {
            is_start = false;
            continue;
        }
        bare.push(letter);
        is_start = CUTS.contains(&letter);
    }
    bare
}

/// Whether a spreadsheet may take a text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The people of a table.
pub(super) fn read(cells: &[Vec<String>], known: &Known) -> Vec<Row> {
    let head = cells.iter().take(HEAD_WITHIN).position(|row| columns::of_head(row).is_some());
    let named = head.and_then(|head| Some((columns::of_head(cells.get(head)?)?, head + 1)));
    let has_head = named.is_some();
    let (columns, first) = named.unwrap_or_else(|| (columns::by_content(cells), 0));
    let (columns, is_unsure) = columns::settled(columns, cells.get(first..).unwrap_or_default());
    let splits_office = !columns.contains(&Column::Field(PersonField::Organisation));
    let table = Table { has_head, is_unsure, known, splits_office, columns };
    let mut rows = Vec::new();
    let mut delegation = String::new();
    for cells in cells.iter().skip(first) {
        let filled: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
        if let [only] = filled.as_slice()
            && table.columns.len() > 2
            && !table.is_named_by(cells)
        {
            // A row that is one cell heads those below it.
            delegation = clean(only);
            continue;
        }
        let mut row = table.row(cells);
        if row.text(PersonField::Delegation).is_empty() {
            row.set(PersonField::Delegation, &delegation, Sure::Guess);
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    rows
}

struct Table<'a> {
    columns: Vec<Column>,
    has_head: bool,
    /// Whether a column is of names by what stands in it, and by its head of something else.
    is_unsure: bool,
    /// Whether offices have their organisations with them, because there is no column for those.
    splits_office: bool,
    known: &'a Known,
}

impl Table<'_> {
    fn cell<'a>(&self, cells: &'a [String], wanted: Column) -> Option<&'a str> {
        let place = self.columns.iter().position(|column| *column == wanted)?;
        cells.get(place).map(String::as_str).filter(|cell| !cell.trim().is_empty())
    }

    /// Whether a row with one cell is somebody's name, and no head.
    fn is_named_by(&self, cells: &[String]) -> bool {
        self.cell(cells, Column::Field(PersonField::Name)).is_some_and(crate::people::split::is_person)
            || self.cell(cells, Column::Field(PersonField::Organisation)).is_some()
    }

    fn row(&self, cells: &[String]) -> Row {
        let sure = columns::sure(self.has_head);
        let mut row = Row::default();
        let mut contacts: Vec<String> = Vec::new();
        // "Tom Hargreaves RN": letters behind a name are no part of it, and are not lost.
        let mut letters = String::new();
        for (column, cell) in self.columns.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
            match column {
                Column::Field(PersonField::Name) => {
                    let name = clean(cell);
                    let (honorific, name) = entry::without_honorific(&name, self.known);
                    let (name, behind) = person::without_letters(name);
                    letters = behind.to_owned();
                    // By its column a name is one; without a head its look says it too.
                    let own = if self.is_unsure {
                        Sure::Unsure
                    } else if self.has_head {
                        Sure::Certain
                    } else {
                        entry::name_sure(name)
                    };
                    row.set(PersonField::Name, name, own);
                    if !honorific.is_empty() {
                        row.set(PersonField::Honorific, honorific, Sure::Certain);
                    }
                }
                Column::Field(PersonField::Title) if self.splits_office => self.set_position(&mut row, cell),
                Column::Position => self.set_position(&mut row, cell),
                Column::Field(PersonField::PrivateContact) => contacts.push(clean(cell)),
                Column::Field(field) => row.set(*field, cell, sure),
                Column::Role => {
                    let role = words::role_of(cell);
                    (row.role, row.role_sure) = (role.unwrap_or_default(), role.map_or(Sure::Unsure, |_| sure));
                }
                Column::Family | Column::Given | Column::Middle | Column::Ignored => {}
            }
        }
        row.set(PersonField::PrivateContact, &contacts.join(", "), sure);
        if !letters.is_empty() {
            let title = [row.text(PersonField::Title), letters.as_str()].into_iter().filter(|part| !part.is_empty());
            let title = title.collect::<Vec<_>>().join(", ");
            row.set(PersonField::Title, &title, Sure::Guess);
        }
        if row.text(PersonField::Name).is_empty() {
            let (name, sure) = self.joined_name(cells);
            row.set(PersonField::Name, &name, sure);
        }
        row
    }

    fn set_position(&self, row: &mut Row, cell: &str) {
        let parts: Vec<&str> = cell.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let (title, organisation) = entry::position(&parts, self.known);
        row.set(PersonField::Title, &title.text, title.sure.min(Sure::Guess));
        row.set(PersonField::Organisation, &organisation.text, organisation.sure.min(Sure::Guess));
    }

    /// A name in several columns, in the order of its own language: the family name first in Vietnamese, last elsewhere. In a Vietnamese
    /// report somebody must look at names of other languages, because some of them begin with the family name too.
    fn joined_name(&self, cells: &[String]) -> (String, Sure) {
        let [family, given, middle] = [Column::Family, Column::Given, Column::Middle]
            .map(|column| clean(self.cell(cells, column).unwrap_or_default()));
        let is_cyrillic = family.chars().any(|letter| matches!(letter, '\u{400}'..='\u{52f}'));
        let is_vietnamese_report = Language::of(&self.known.language) == Language::Vietnamese;
        let (parts, sure) = if words::begins_with_family_name(&family) {
            ([family, middle, given], Sure::Certain)
        } else if is_cyrillic || family.is_empty() || !is_vietnamese_report {
            ([given, middle, family], Sure::Certain)
        } else {
            ([given, middle, family], Sure::Unsure)
        };
        (clean(&parts.join(" ")), sure)
    }
}
