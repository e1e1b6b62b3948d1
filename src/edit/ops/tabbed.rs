//! Rows of cells with tabs between them: how spreadsheets give a table as plain text.

use crate::report::{RichText, Table};

/// The table that a text is; `None` where it is none. One row of cells is a line of words with tabs in it rather than a table.
pub(super) fn table(text: &str) -> Option<Table> {
    if !text.contains('\t') {
        return None;
    }
    let rows = rows(text);
    let columns = rows.first()?.len();
    if rows.len() < 2 || columns < 2 || rows.iter().any(|row| row.len() != columns) {
        return None;
    }
    let texts = |row: Vec<String>| row.iter().map(|cell| RichText::plain(cell.trim())).collect();
    let texts: Vec<Vec<RichText>> = rows.into_iter().map(texts).collect();
    Table::of_texts(Table::seems_headed(&texts), texts)
}

/// A table as a spreadsheet takes it. A cell is one line and has no tab: nothing needs quotation marks.
pub(super) fn written(table: &Table) -> String {
    let row = |row: &Vec<crate::report::Cell>| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t");
    table.rows().iter().map(row).collect::<Vec<_>>().join("\n")
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text.trim_end_matches(['\n', '\r']);
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| plain(rest));
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        rest = match after.strip_prefix('\t') {
            Some(rest) => rest,
            None => {
                let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
                let Some(next) = next else { return rows };
                rows.push(Vec::new());
                next
            }
        };
    }
}

fn plain(text: &str) -> (String, &str) {
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

/// A cell in quotation marks, which a spreadsheet puts around one that has a line end, a tab or such a mark in it; marks inside are
/// doubled. `None` for a cell that merely begins with one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        rest = match after.strip_prefix('"') {
            Some(rest) => {
                cell.push('"');
                rest
            }
            None => {
                let needed_marks = cell.contains(['\t', '\n', '\r', '"']);
                let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
                return (needed_marks && ends).then_some((cell, after));
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Option<Vec<Vec<String>>> {
        let words = |table: Table| {
            table.rows().iter().map(|row| row.iter().map(|cell| cell.text.as_str().to_owned()).collect()).collect()
        };
        table(text).map(words)
    }

    #[test]
    fn what_a_spreadsheet_gives_is_a_table() {
        assert_eq!(words("Tên\tPhiếu\r\nAn\t12\r\n").unwrap(), [["Tên", "Phiếu"], ["An", "12"]]);
        assert_eq!(
            words("a\t\"two\nlines\"\nb\t\"say \"\"hi\"\"\"").unwrap(),
            [["a", "two lines"], ["b", "say \"hi\""]]
        );
        assert_eq!(words("\"Слово\" дня\t1\n\"a\"\t2").unwrap(), [["\"Слово\" дня", "1"], ["\"a\"", "2"]]);
        assert_eq!(words("\t1\n\t2").unwrap(), [["", "1"], ["", "2"]]);
    }

    #[test]
    fn words_with_tabs_are_no_table() {
        for text in ["", "a\tb", "\tOne.\nTwo.", "a\tb\nc", "a\tb\n\nc\td", "one\ntwo"] {
            assert_eq!(words(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let text = "a\tb\n\tc\nd\t";
        assert_eq!(written(&table(text).unwrap()), text);
    }
}
