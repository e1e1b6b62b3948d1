//! Tables: awards, votes, results.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::report::RichText;

/// Identifies a cell inside its table; it stays with the cell when rows and columns come and go around it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CellId(u32);

impl fmt::Debug for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CellId({})", self.0)
    }
}

/// No file has a higher id than this, so that there are always new ones.
const LAST_ID: u32 = 1 << 30;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Kept for the life of the cell.
    pub id: CellId,
    /// Its words.
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub text: RichText,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    /// From the top, the first is 0.
    pub row: usize,
    /// From the left, the first is 0.
    pub column: usize,
}

/// The cells of a table, row by row.
///
/// Invariants: at least one row and one column, at most [`Table::MAX_ROWS`] and [`Table::MAX_COLUMNS`]; all rows are equally long; no two cells
/// have one id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Whether the first row says what stands in the columns.
    #[serde(default)]
    pub header: bool,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The most rows.
    pub const MAX_ROWS: usize = 500;
    /// The most columns.
    pub const MAX_COLUMNS: usize = 30;

    /// A table of these texts; shorter rows are filled up with empty cells. `None` where there is no cell, or more than a table holds.
    pub fn of_texts(header: bool, texts: Vec<Vec<RichText>>) -> Option<Self> {
        let columns = texts.iter().map(Vec::len).max()?;
        if columns == 0 || columns > Self::MAX_COLUMNS || texts.len() > Self::MAX_ROWS {
            return None;
        }
        let mut table = Self { header, rows: Vec::with_capacity(texts.len()) };
        let mut next = 1;
        for mut row in texts {
            row.resize(columns, RichText::new());
            table.rows.push(numbered(row, &mut next));
        }
        Some(table)
    }

    /// Whether the first row seems to say what stands in the columns, where nothing tells it: it has words in every cell, and
    /// below it some column has nothing but figures, more than one of them.
    pub fn seems_headed(texts: &[Vec<RichText>]) -> bool {
        let Some((head, body)) = texts.split_first() else { return false };
        let is_named = |cell: &RichText| cell.as_str().contains(char::is_alphabetic);
        let has_figures = |column: usize| {
            let cells = body.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
            cells.clone().count() > 1 && cells.clone().all(|cell| is_figure(cell.as_str()))
        };
        head.len() > 1 && head.iter().all(is_named) && (0..head.len()).any(has_figures)
    }

    /// An empty table; `None` as for [`Self::of_texts`].
    pub fn empty(header: bool, rows: usize, columns: usize) -> Option<Self> {
        Self::of_texts(header, vec![vec![RichText::new(); columns.min(Self::MAX_COLUMNS + 1)]; rows])
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The cells in reading order.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &Cell> {
        self.rows.iter().flatten()
    }

    /// Whether no cell has words.
    pub fn is_empty(&self) -> bool {
        self.cells().all(|cell| cell.text.is_empty())
    }

    /// The cell at a place.
    pub fn at(&self, place: CellPlace) -> Option<&Cell> {
        self.rows.get(place.row)?.get(place.column)
    }

    /// Where a cell stands.
    pub fn place(&self, id: CellId) -> Option<CellPlace> {
        let found = |(row, cells): (usize, &Vec<Cell>)| {
            cells.iter().position(|cell| cell.id == id).map(|column| CellPlace { row, column })
        };
        self.rows.iter().enumerate().find_map(found)
    }

    /// The words of a cell.
    pub fn text(&self, id: CellId) -> Option<&RichText> {
        self.cells().find(|cell| cell.id == id).map(|cell| &cell.text)
    }

    pub(crate) fn texts_mut(&mut self) -> impl Iterator<Item = &mut RichText> {
        self.rows.iter_mut().flatten().map(|cell| &mut cell.text)
    }

    pub(crate) fn text_mut(&mut self, id: CellId) -> Option<&mut RichText> {
        self.rows.iter_mut().flatten().find(|cell| cell.id == id).map(|cell| &mut cell.text)
    }

    /// With or without a row of headings.
    #[must_use]
    pub fn with_header(&self, header: bool) -> Self {
        Self { header, ..self.clone() }
    }

    /// With an empty row before the one at a place (the number of rows: at the end); `None` where the table is full.
    #[must_use]
    pub fn with_row(&self, before: usize) -> Option<Self> {
        if self.rows.len() >= Self::MAX_ROWS {
            return None;
        }
        let mut table = self.clone();
        let row = numbered(vec![RichText::new(); self.columns()], &mut self.next_id());
        table.rows.insert(before.min(self.rows.len()), row);
        Some(table)
    }

    /// With an empty column before the one at a place (the number of columns: at the end); `None` where the table is full.
    #[must_use]
    pub fn with_column(&self, before: usize) -> Option<Self> {
        if self.columns() >= Self::MAX_COLUMNS {
            return None;
        }
        let mut table = self.clone();
        let cells = numbered(vec![RichText::new(); self.rows.len()], &mut self.next_id());
        for (row, cell) in table.rows.iter_mut().zip(cells) {
            row.insert(before.min(row.len()), cell);
        }
        Some(table)
    }

    /// Without some rows; `None` where none would be left.
    #[must_use]
    pub fn without_rows(&self, range: Range<usize>) -> Option<Self> {
        let mut table = self.clone();
        table.rows.drain(range.start..range.end.min(self.rows.len()));
        (!table.rows.is_empty()).then_some(table)
    }

    /// Without some columns; `None` where none would be left.
    #[must_use]
    pub fn without_columns(&self, range: Range<usize>) -> Option<Self> {
        let mut table = self.clone();
        for row in &mut table.rows {
            row.drain(range.start..range.end.min(row.len()));
        }
        (table.columns() > 0).then_some(table)
    }

    /// With other words in its cells from a place on, grown by the rows and columns that they need; `None` where they are more than
    /// a table holds.
    #[must_use]
    pub fn filled(&self, from: CellPlace, texts: &[Vec<RichText>]) -> Option<Self> {
        let columns = from.column + texts.iter().map(Vec::len).max().unwrap_or(0);
        let mut table = self.clone();
        while table.columns() < columns {
            table = table.with_column(table.columns())?;
        }
        while table.rows.len() < from.row + texts.len() {
            table = table.with_row(table.rows.len())?;
        }
        for (row, texts) in table.rows.iter_mut().skip(from.row).zip(texts) {
            for (cell, text) in row.iter_mut().skip(from.column).zip(texts) {
                cell.text = text.clone();
            }
        }
        Some(table)
    }

    /// Whether an invariant is broken.
    pub(crate) fn is_broken(&self) -> bool {
        let columns = self.columns();
        let mut ids = BTreeSet::new();
        columns == 0
            || columns > Self::MAX_COLUMNS
            || self.rows.len() > Self::MAX_ROWS
            || self.rows.iter().any(|row| row.len() != columns)
            || !self.cells().all(|cell| cell.id.0 <= LAST_ID && ids.insert(cell.id))
    }

    /// The table with its invariants; `None` where there is nothing to keep, or more than a table holds.
    pub(crate) fn mended(&self) -> Option<Self> {
        let texts = self.rows.iter().filter(|row| !row.is_empty());
        Self::of_texts(self.header, texts.map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect())
    }

    fn next_id(&self) -> u32 {
        self.cells().map(|cell| cell.id.0).max().map_or(1, |last| last.saturating_add(1))
    }
}

fn numbered(texts: Vec<RichText>, next: &mut u32) -> Vec<Cell> {
    let cell = |text| {
        let id = CellId(*next);
        *next = next.saturating_add(1);
        Cell { id, text }
    };
    texts.into_iter().map(cell).collect()
}

/// A number, a share, a sum, a time: digits, and no letters.
fn is_figure(words: &str) -> bool {
    words.contains(|letter: char| letter.is_ascii_digit()) && !words.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let texts = rows.iter().map(|row| row.iter().map(|text| RichText::plain(text)).collect()).collect();
        Table::of_texts(true, texts).unwrap()
    }

    fn words(table: &Table) -> Vec<Vec<String>> {
        table.rows().iter().map(|row| row.iter().map(|cell| cell.text.as_str().to_owned()).collect()).collect()
    }

    #[test]
    fn a_cell_keeps_its_id_when_others_come_and_go() {
        let before = table(&[&["a", "b"], &["c", "d"]]);
        let id = before.rows()[1][1].id;
        let after = before.with_row(0).unwrap().with_column(1).unwrap();
        assert_eq!(words(&after), [["", "", ""], ["a", "", "b"], ["c", "", "d"]]);
        assert_eq!(after.place(id), Some(CellPlace { row: 2, column: 2 }));
        assert!(!after.is_broken());
        let less = after.without_rows(0..2).unwrap().without_columns(0..2).unwrap();
        assert_eq!((words(&less), less.place(id)), (vec![vec!["d".to_owned()]], Some(CellPlace { row: 0, column: 0 })));
        assert_eq!(less.without_rows(0..1), None);
        assert_eq!(less.without_columns(0..1), None);
    }

    #[test]
    fn words_over_figures_are_headings() {
        let seems = |rows: &[&str]| {
            let cells = |row: &&str| row.split('|').map(RichText::plain).collect();
            Table::seems_headed(&rows.iter().map(cells).collect::<Vec<_>>())
        };
        for headed in [
            &["Tỉnh|Số phiếu", "Bắc Ninh|42", "Hưng Yên|17,5 %"][..],
            &["Провинция|Сумма, ₫", "Бакнинь|1 200 000", "Футхо|", "Ниньбинь|900 000"],
            &["No.|Имя", "1|Анна", "2|Иван"],
        ] {
            assert!(seems(headed), "{headed:?}");
        }
        for bare in [
            &["Bắc Ninh|42", "Hưng Yên|17"][..],
            &["Anna Berg|chair", "Jane Reed|editor"],
            &["|2025", "Bắc Ninh|42", "Hưng Yên|17"],
            &["Bắc Ninh|–", "Hưng Yên|42", "Phú Thọ|17"],
            &["Venue|Town Hall", "Attendance|120"],
            &["Total", "42"],
            &["Name|Votes"],
            &["Name|Votes", "|"],
            &[],
        ] {
            assert!(!seems(bare), "{bare:?}");
        }
    }

    #[test]
    fn rows_are_made_equally_long() {
        assert_eq!(words(&table(&[&["a"], &["b", "c"], &[]])), [["a", ""], ["b", "c"], ["", ""]]);
        assert_eq!(Table::of_texts(false, vec![]), None);
        assert_eq!(Table::of_texts(false, vec![vec![], vec![]]), None);
        assert_eq!(Table::empty(false, 1, Table::MAX_COLUMNS + 1), None);
        assert_eq!(Table::empty(false, Table::MAX_ROWS + 1, 1), None);
    }

    #[test]
    fn a_table_grows_by_what_is_filled_in() {
        let fill = [vec!["x".into(), "y".into()], vec!["z".into()]];
        let filled = table(&[&["a"], &["b"]]).filled(CellPlace { row: 1, column: 0 }, &fill).unwrap();
        assert_eq!(words(&filled), [["a", ""], ["x", "y"], ["z", ""]]);
        assert!(!filled.is_broken());
    }

    #[test]
    fn a_broken_table_is_mended_and_keeps_its_words() {
        let json = r#"{"rows":[[{"id":1,"text":"a"}],[],[{"id":1,"text":"b"},{"id":4294967295}]]}"#;
        let broken: Table = serde_json::from_str(json).unwrap();
        assert!(broken.is_broken());
        let mended = broken.mended().unwrap();
        assert_eq!(words(&mended), [["a", ""], ["b", ""]]);
        assert!(!mended.is_broken());
        assert!(serde_json::from_str::<Table>(r#"{"rows":[]}"#).unwrap().mended().is_none());
    }
}
