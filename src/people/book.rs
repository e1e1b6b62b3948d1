//! Spreadsheets: XLSX and ODS into cells, and a list into an XLSX file.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};

use calamine::{Data, Reader as _, Sheets, Xlsx, XlsxError as XlsxReadError, open_workbook_auto_from_rs};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use zip::ZipArchive;

use crate::people::columns;
use crate::people::read::{ListError, MAX_ROWS};

/// What a spreadsheet may unpack to, in bytes.
const MOST_BYTES: u64 = 256 << 20;
/// So many columns are read, and so many cells a sheet may span: a few words can stand for a sheet that no memory holds.
const MOST_COLUMNS: u32 = 200;
const MOST_CELLS: u64 = 2_000_000;

/// The cells of the first sheet that has any.
pub(super) fn cells(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, ListError> {
    measure(&bytes)?;
    let broken = |err: calamine::Error| ListError::Workbook(err.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    for name in book.sheet_names() {
        let rows = match &mut book {
            Sheets::Xlsx(book) => cells_of_xlsx(book, &name)?,
            _ => {
                let range = book.worksheet_range(&name).map_err(broken)?;
                let row = |row: &[Data]| row.iter().take(MOST_COLUMNS as usize).map(words).collect::<Vec<_>>();
                range.rows().take(MAX_ROWS * 2).map(row).collect()
            }
        };
        let rows: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// Cell by cell: a sheet with two cells at its corners would take the memory of all between them.
fn cells_of_xlsx(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Vec<Vec<String>>, ListError> {
    let broken = |err: XlsxReadError| ListError::Workbook(err.to_string());
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let text = words(&Data::from(cell.get_value().clone()));
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        let cells = rows.entry(row).or_default();
        let place = column as usize;
        cells.resize(cells.len().max(place + 1), String::new());
        if let Some(cell) = cells.get_mut(place) {
            *cell = text;
        }
        if rows.len() > MAX_ROWS * 2 {
            return Err(ListError::TooLong);
        }
    }
    let width = rows.values().map(Vec::len).max().unwrap_or(0);
    rows.values_mut().for_each(|row| row.resize(width, String::new()));
    Ok(rows.into_values().collect())
}

/// Refuses what would take more memory than any list of participants needs.
fn measure(bytes: &[u8]) -> Result<(), ListError> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let broken = |err: &dyn std::fmt::Display| ListError::Workbook(err.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|err| broken(&err))?;
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|err| broken(&err))?;
        let is_content = member.name().is_ok_and(|name| name == "content.xml");
        let mut member = member.take(left + 1);
        let unpacked = if is_content {
            let mut content = Vec::new();
            member.read_to_end(&mut content).map_err(|err| broken(&err))?;
            if spanned(&String::from_utf8_lossy(&content)) > MOST_CELLS {
                return Err(ListError::TooLong);
            }
            content.len() as u64
        } else {
            io::copy(&mut member, &mut io::sink()).map_err(|err| broken(&err))?
        };
        left = left.checked_sub(unpacked).ok_or(ListError::TooLong)?;
    }
    Ok(())
}

/// How many cells the rows with words span in the sheets of an ODS file, where one cell or row may stand for many.
fn spanned(content: &str) -> u64 {
    let repeated = |tag: &str, attribute: &str| {
        let value = tag
            .split_once(attribute)
            .and_then(|(_, rest)| rest.trim_start_matches(['=', '"', '\'']).split(['"', '\'']).next());
        value.and_then(|value| value.parse::<u64>().ok()).unwrap_or(1)
    };
    let mut cells = 0_u64;
    for row in content.split("<table:table-row").skip(1) {
        let (tag, inner) = row.split_once('>').unwrap_or((row, ""));
        let (mut width, mut filled) = (0_u64, 0_u64);
        for cell in inner.split("<table:table-cell").skip(1) {
            let tag = cell.split('>').next().unwrap_or_default();
            width = width.saturating_add(repeated(tag, "table:number-columns-repeated"));
            // An empty cell at the end spans nothing.
            if tag.contains("office:") || cell.contains("<text:") {
                filled = width;
            }
        }
        cells = cells.saturating_add(filled.saturating_mul(repeated(tag, "table:number-rows-repeated")));
    }
    cells
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_number_is_written_without_a_point_and_a_text_keeps_its_zero() {
        let bytes = sheet(|sheet| {
            sheet.write_string(1, 1, "0912345678").unwrap();
            sheet.write_number(1, 3, 912_345_678.0).unwrap();
            sheet.write_number(3, 1, 1.5).unwrap();
        });
        assert_eq!(cells(bytes).unwrap(), [["", "0912345678", "", "912345678"], ["", "1.5", "", ""]]);
    }

    #[test]
    fn a_cell_in_the_last_corner_takes_no_memory_for_those_before_it() {
        let bytes = sheet(|sheet| {
            sheet.write_string(0, 0, "Name").unwrap();
            sheet.write_string(1_048_575, 16_383, "far").unwrap();
        });
        assert_eq!(cells(bytes).unwrap(), [["Name"]]);
    }

    #[test]
    fn cells_that_stand_for_many_are_counted() {
        let row = |rows: &str, cell: &str| {
            format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>")
        };
        let word = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
        let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        assert_eq!(spanned(&row("1", &format!("{word}{empty}"))), 1);
        assert_eq!(spanned(&row("1048576", empty)), 0);
        assert!(spanned(&row("1048576", &format!("{empty}{word}"))) > MOST_CELLS);
    }
}
