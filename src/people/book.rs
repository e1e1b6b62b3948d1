//! Spreadsheets: XLSX and ODS into cells, and a list into an XLSX file.

use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::people::columns;
use crate::people::read::{ListError, MAX_ROWS};

/// The cells of the first sheet that has any.
pub(super) fn cells(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, ListError> {
    const MOST_COLUMNS: usize = 200;
    let broken = |err: calamine::Error| ListError::Workbook(err.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(broken)?;
        if range.height() > MAX_ROWS * 2 {
            return Err(ListError::TooLong);
        }
        let row = |row: &[Data]| row.iter().take(MOST_COLUMNS).map(words).collect::<Vec<_>>();
        let rows = range.rows().map(row).filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

fn words(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        // Rust writes a whole number without a point.
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}

/// A table as an XLSX file whose cells are all text, so that a telephone number keeps its zero and nothing is a formula.
pub(super) fn write(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same list gives the same file.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let text = Format::new().set_num_format("@");
    let head = Format::new().set_num_format("@").set_bold();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let format = if row == 0 { &head } else { &text };
            sheet.write_string_with_format(row, column, cell, format)?;
        }
    }
    for column in (0_u16..).take(columns::WRITTEN.len()) {
        sheet.set_column_width(column, if column < 5 { 28 } else { 14 })?;
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
