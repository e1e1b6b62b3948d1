//! Tables: their rows, columns and cells.

use std::ops::RangeInclusive;

use crate::edit::ops::blocks;
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{BlockId, BlockKind, CellPlace, IdSource, Pos, Report, RichText, Slot, Table};

/// What a new table has: a row that says what stands in the columns, and two under it.
const NEW_ROWS: usize = 3;
const NEW_COLUMNS: usize = 3;

/// What can be done to the table with the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableEdit {
    /// An empty row above the selected cells.
    RowAbove,
    /// An empty row below them.
    RowBelow,
    /// An empty column to their left.
    ColumnLeft,
    /// An empty column to their right.
    ColumnRight,
    /// The selected rows go.
    RemoveRows,
    /// The selected columns go.
    RemoveColumns,
    /// The first row says what stands in the columns, or no more.
    Header,
    /// The whole table goes.
    Remove,
}

impl TableEdit {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 8] = [
        Self::RowAbove,
        Self::RowBelow,
        Self::ColumnLeft,
        Self::ColumnRight,
        Self::RemoveRows,
        Self::RemoveColumns,
        Self::Header,
        Self::Remove,
    ];
}

/// The table that the selection is in: it, its block, and the cells from the upper left to the lower right of what is selected.
pub fn selected(report: &Report, selection: Selection) -> Option<(BlockId, &Table, CellPlace, CellPlace)> {
    let Slot::Cell(id, head) = selection.head.slot else {
        let Slot::Block(id) = selection.head.slot else { return None };
        let table = report.body.get(id)?.table()?;
        let last = CellPlace { row: table.rows().len() - 1, column: table.columns() - 1 };
        return selection.is_caret().then_some((id, table, CellPlace { row: 0, column: 0 }, last));
    };
    let table = report.body.get(id)?.table()?;
    let head = table.place(head)?;
    let anchor = match selection.anchor.slot {
        Slot::Cell(other, anchor) if other == id => table.place(anchor)?,
        _ => head,
    };
    let first = CellPlace { row: head.row.min(anchor.row), column: head.column.min(anchor.column) };
    let last = CellPlace { row: head.row.max(anchor.row), column: head.column.max(anchor.column) };
    Some((id, table, first, last))
}

/// Puts an empty table at the caret, which goes into its first cell.
pub fn insert(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    let table = Table::empty(true, NEW_ROWS, NEW_COLUMNS)?;
    let first = table.cells().next()?.id;
    let place = blocks::insertion_place(report, selection.head);
    let mut change = Change::new(report);
    blocks::insert_at(&mut change, place, BlockKind::Table { table }, ids);
    let id = change.report().body.blocks().get(place)?.id;
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(Slot::Cell(id, first)))))
}

/// Changes the table with the caret.
pub fn edit(report: &Report, selection: Selection, edit: TableEdit, ids: &mut IdSource) -> Option<Transaction> {
    let (id, table, first, last) = selected(report, selection)?;
    let rows = first.row..last.row + 1;
    let columns = first.column..last.column + 1;
    let head = place_of(table, selection.head.slot).unwrap_or(first);
    let (after, caret) = match edit {
        TableEdit::RowAbove => (table.with_row(rows.start)?, CellPlace { row: rows.start, ..head }),
        TableEdit::RowBelow => (table.with_row(rows.end)?, CellPlace { row: rows.end, ..head }),
        TableEdit::ColumnLeft => (table.with_column(columns.start)?, CellPlace { column: columns.start, ..head }),
        TableEdit::ColumnRight => (table.with_column(columns.end)?, CellPlace { column: columns.end, ..head }),
        TableEdit::RemoveRows => match table.without_rows(rows.clone()) {
            Some(after) => {
                let row = rows.start.min(after.rows().len() - 1);
                (after, CellPlace { row, ..head })
            }
            None => return remove(report, id, ids),
        },
        TableEdit::RemoveColumns => match table.without_columns(columns.clone()) {
            Some(after) => {
                let column = columns.start.min(after.columns() - 1);
                (after, CellPlace { column, ..head })
            }
            None => return remove(report, id, ids),
        },
        TableEdit::Header => {
            let mut change = Change::new(report);
            change.set_kind(id, BlockKind::Table { table: table.with_header(!table.header) });
            return change.finish(EditKind::Other, Some(selection));
        }
        TableEdit::Remove => return remove(report, id, ids),
    };
    let caret = Pos::start(Slot::Cell(id, after.at(caret)?.id));
    let mut change = Change::new(report);
    change.set_kind(id, BlockKind::Table { table: after });
    change.finish(EditKind::Other, Some(Selection::caret(caret)))
}

fn remove(report: &Report, id: BlockId, ids: &mut IdSource) -> Option<Transaction> {
    super::text::delete_selection(report, Selection::caret(Pos::start(Slot::Block(id))), ids)
}

fn place_of(table: &Table, slot: Slot) -> Option<CellPlace> {
    match slot {
        Slot::Cell(_, cell) => table.place(cell),
        _ => None,
    }
}

/// Where Tab goes from a cell: the words of the next one, or of the one before, are selected. `None` outside tables, and past either end.
pub fn beside(report: &Report, at: Pos, back: bool) -> Option<Selection> {
    let Slot::Cell(id, _) = at.slot else { return None };
    let next = if back { report.previous_slot(at.slot) } else { report.next_slot(at.slot) };
    let next = next.filter(|slot| matches!(slot, Slot::Cell(other, _) if *other == id))?;
    Some(Selection::new(Pos::start(next), report.end_of(next)))
}

/// Tab behind the last cell: a new row. `None` where the caret is not in the last cell.
pub fn continue_below(report: &Report, at: Pos) -> Option<Transaction> {
    let Slot::Cell(id, cell) = at.slot else { return None };
    let table = report.body.get(id)?.table()?;
    if table.cells().next_back()?.id != cell {
        return None;
    }
    let after = table.with_row(table.rows().len())?;
    let first = after.rows().last()?.first()?.id;
    let mut change = Change::new(report);
    change.set_kind(id, BlockKind::Table { table: after });
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(Slot::Cell(id, first)))))
}

/// Where Enter goes from a cell: the one below, or from the last row the words after the table. `None` outside tables, and where no words
/// follow.
pub fn below(report: &Report, at: Pos) -> Option<Pos> {
    let Slot::Cell(id, cell) = at.slot else { return None };
    let place = report.body.place(id)?;
    let table = report.body.blocks().get(place)?.table()?;
    let cell = table.place(cell)?;
    if let Some(below) = table.at(CellPlace { row: cell.row + 1, ..cell }) {
        return Some(report.end_of(Slot::Cell(id, below.id)));
    }
    let next = report.body.blocks().get(place + 1).filter(|block| block.kind.has_text())?;
    Some(Pos::start(Slot::Block(next.id)))
}

/// Puts words into the cells from one on, to the right and below; the table grows by what it needs. `None` where there is no room.
pub(super) fn fill(change: &mut Change<'_>, at: Pos, texts: &[Vec<RichText>]) -> Option<Pos> {
    let Slot::Cell(id, cell) = at.slot else { return None };
    let table = change.report().body.get(id)?.table()?;
    let from = table.place(cell)?;
    let after = table.filled(from, texts)?;
    let last = CellPlace { row: from.row + texts.len() - 1, column: from.column + texts.last()?.len().max(1) - 1 };
    let last = after.at(last)?;
    let caret = Pos::new(Slot::Cell(id, last.id), last.text.len());
    change.set_kind(id, BlockKind::Table { table: after });
    Some(caret)
}

/// The part of a table that a stretch from one cell to another covers, as a table of its own: whole rows, or of one row the cells
/// between the two. `words` gives what is selected of a cell.
pub(super) fn part(
    table: &Table,
    first: CellPlace,
    last: CellPlace,
    words: impl Fn(CellPlace) -> RichText,
) -> Option<Table> {
    let columns: RangeInclusive<usize> =
        if first.row == last.row { first.column..=last.column } else { 0..=table.columns() - 1 };
    let row = |row: usize| columns.clone().map(|column| words(CellPlace { row, column })).collect();
    Table::of_texts(table.header && first.row == 0, (first.row..=last.row).map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, state};

    fn does(what: TableEdit) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| edit(report, selection, what, ids)
    }

    #[test]
    fn a_table_is_put_at_the_caret() {
        check("p one|\np two", insert, "p one\ntabh | ; ; / ; ; / ; ;\np two");
        check("p |one", insert, "tabh | ; ; / ; ; / ; ;\np one");
        check("p |", insert, "tabh | ; ; / ; ; / ; ;\np ");
    }

    #[test]
    fn rows_and_columns_come_beside_the_selected_cells() {
        check("tab a ; b / c| ; d", does(TableEdit::RowAbove), "tab a ; b / | ; / c ; d");
        check("tab a ; b / c ; d|", does(TableEdit::RowBelow), "tab a ; b / c ; d / ; |");
        check("tab a ; b / c ; |d", does(TableEdit::ColumnLeft), "tab a ; ; b / c ; | ; d");
        check("tab a ; b / c| ; d", does(TableEdit::ColumnRight), "tab a ; ; b / c ; | ; d");
        check("tab <a ; b / c> ; d / e ; f", does(TableEdit::RowBelow), "tab a ; b / c ; d / | ; / e ; f");
    }

    #[test]
    fn selected_rows_and_columns_go_and_the_last_one_takes_the_table() {
        check("tab a ; b / <c ; d / e> ; f", does(TableEdit::RemoveRows), "tab |a ; b");
        check("tab a ; b| / c ; d", does(TableEdit::RemoveColumns), "tab |a / c");
        check("p x\ntab a ; b|\np y", does(TableEdit::RemoveRows), "p x\np |y");
        check("tab a ; <b / c>", does(TableEdit::RemoveColumns), "p |");
        check("p x\ntab a| ; b", does(TableEdit::Remove), "p x|");
    }

    #[test]
    fn the_header_is_switched() {
        check("tab a| ; b", does(TableEdit::Header), "tabh a| ; b");
        check("tabh |# a ; b", does(TableEdit::Header), "tab |# a ; b");
        check_nothing("p |x\ntab a", does(TableEdit::Header));
    }

    #[test]
    fn tab_walks_through_the_cells_and_goes_on_in_a_new_row() {
        let (report, selection) = state("tab a| ; b / c ; d");
        let next = beside(&report, selection.head, false).unwrap();
        assert_eq!(report.text(next.head.slot).unwrap().as_str(), "b");
        assert_eq!(beside(&report, next.head, true).unwrap().anchor, Pos::start(selection.head.slot));
        assert_eq!(beside(&report, selection.head, true), None);
        assert_eq!(continue_below(&report, selection.head), None);
        check("tab a ; b|", |report, selection, _| continue_below(report, selection.head), "tab a ; b / | ;");
    }

    #[test]
    fn enter_goes_down_and_out() {
        let (report, selection) = state("tab a ; b| / c ; dd");
        let down = below(&report, selection.head).unwrap();
        assert_eq!((report.text(down.slot).unwrap().as_str(), down.byte), ("dd", 2));
        assert_eq!(below(&report, down), None);
        let (report, selection) = state("tab a|\np next");
        assert_eq!(below(&report, selection.head), Some(Pos::start(Slot::Block(report.body.blocks()[1].id))));
    }
}
