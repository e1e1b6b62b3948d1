//! Documents of word processors: their tables, and the passages between them.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::import;
use crate::people::read::{ListError, ListKind, Listed};
use crate::people::row::Known;
use crate::people::{passage, table};
use crate::report::BlockKind;

/// Whether bytes are a DOCX or an ODT file.
pub(super) fn is_document(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    if archive.by_name("word/document.xml").is_ok() {
        return true;
    }
    const TEXT: &str = "application/vnd.oasis.opendocument.text";
    let Ok(member) = archive.by_name("mimetype") else { return false };
    let mut kind = String::new();
    member.take(TEXT.len() as u64 + 1).read_to_string(&mut kind).is_ok_and(|_| kind.trim() == TEXT)
}

/// The people of the document, in its order. Where it has a table with people, it was read as one.
pub(super) fn read(bytes: Vec<u8>, known: &Known) -> Result<Listed, ListError> {
    let draft = import::parse_document(bytes).map_err(|err| ListError::Workbook(err.to_string()))?;
    let (mut rows, mut lines, mut kind) = (Vec::new(), String::new(), ListKind::Passage);
    // The head of an article is a line of a list like any other.
    for head in [&draft.kicker, &draft.headline, &draft.standfirst, &draft.byline].into_iter().flatten() {
        lines.extend([head.as_str(), "\n"]);
    }
    for block in &draft.blocks {
        let import::DraftBlock::Text { kind: block, text } = block else { continue };
        match block {
            BlockKind::Table { table } => {
                rows.extend(passage::read_passage(&std::mem::take(&mut lines), known));
                let texts = |row: &Vec<_>| row.iter().map(text_of).collect::<Vec<_>>();
                let people = table::read(&table.rows().iter().map(texts).collect::<Vec<_>>(), known);
                if !people.is_empty() {
                    kind = ListKind::Table;
                }
                rows.extend(people);
            }
            BlockKind::ListItem { .. } => lines.extend(["- ", text.as_str(), "\n"]),
            _ => lines.extend([text.as_str(), "\n"]),
        }
    }
    rows.extend(passage::read_passage(&lines, known));
    Ok(Listed { rows, kind, code_page: None })
}

fn text_of(cell: &crate::report::Cell) -> String {
    cell.text.as_str().to_owned()
}
