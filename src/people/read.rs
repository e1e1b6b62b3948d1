//! A list of any kind, as bytes or as pasted text, into rows.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use crate::import;
use crate::people::row::{Known, Row, Sure};
use crate::people::{book, document, old_fonts, passage, table, vcard};

/// So many bytes a list may have: some hundred times that of a large conference.
pub const MAX_LIST: u64 = 16 << 20;
/// So many rows a list may have.
pub const MAX_ROWS: usize = 5_000;

/// What a list was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Lines or sentences.
    Passage,
    /// Cells with separators, codes for Photo Mechanic among them.
    Table,
    /// A spreadsheet.
    Workbook,
    /// Cards.
    Cards,
}

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who is on it, in its order.
    pub rows: Vec<Row>,
    /// What it was read as.
    pub kind: ListKind,
    /// The code page that was guessed, where the list is in none that says so; then every cell is worth a look.
    pub code_page: Option<&'static str>,
}

/// Why a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// More than [`MAX_LIST`] bytes or [`MAX_ROWS`] rows.
    #[error("it is too long for a list of participants; split it into several")]
    TooLong,
    /// Zero bytes and the like.
    #[error("it is neither a text nor a table that can be read; save it as XLSX, ODS, CSV or text")]
    NotAList,
    /// A spreadsheet or a document that is damaged, protected, or of an old kind.
    #[error("the file cannot be read ({0}); open it where it was written and save it as XLSX, CSV or DOCX")]
    Workbook(String),
}

/// Reads the bytes of a file. Its name says what its bytes may not.
///
/// # Errors
/// [`ListError`]. A list that names nobody is none.
pub fn read_list(name: &str, bytes: Vec<u8>, known: &Known) -> Result<Listed, ListError> {
    if bytes.len() as u64 > MAX_LIST {
        return Err(ListError::TooLong);
    }
    if bytes.starts_with(b"PK\x03\x04") && document::is_document(&bytes) {
        return limited(document::read(bytes, known)?);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let rows = table::read(&book::cells(bytes)?, known);
        return limited(Listed { rows, kind: ListKind::Workbook, code_page: None });
    }
    if vcard::is_card(&bytes) {
        let code_page = vcard::unnamed_code_page(&bytes);
        return limited(Listed {
            rows: vcard::read_in(&bytes, code_page),
            kind: ListKind::Cards,
            code_page: code_page.map(Encoding::name),
        });
    }
    let (text, code_page) = decode(bytes)?;
    // The address book of a Mac writes UTF-16.
    if vcard::is_card(text.as_bytes()) {
        return limited(Listed { rows: vcard::read(text.as_bytes()), kind: ListKind::Cards, code_page });
    }
    if is_markup(&text) {
        return Err(ListError::NotAList);
    }
    let (text, code_page) = match old_fonts::read(&text) {
        Some((read, name)) => (read, Some(name)),
        None => (text, code_page),
    };
    let lower = name.to_lowercase();
    let is_table = [".csv", ".tsv", ".tab"].iter().any(|ending| lower.ends_with(ending));
    let mut listed = read_as(&text, is_table, known);
    listed.code_page = code_page;
    limited(listed)
}

/// Reads a text that was pasted or piped: a table, cards, or a passage.
///
/// # Errors
/// [`ListError::TooLong`].
pub fn read_text(text: &str, known: &Known) -> Result<Listed, ListError> {
    if text.len() as u64 > MAX_LIST {
        return Err(ListError::TooLong);
    }
    if vcard::is_card(text.as_bytes()) {
        return limited(Listed { rows: vcard::read(text.as_bytes()), kind: ListKind::Cards, code_page: None });
    }
    // What comes from an old document may be typed for an old font.
    let old = old_fonts::read(text);
    let mut listed = read_as(old.as_ref().map_or(text, |(read, _)| read), false, known);
    listed.code_page = old.map(|(_, name)| name);
    limited(listed)
}

fn read_as(text: &str, is_table: bool, known: &Known) -> Listed {
    let cells = table::cells(text, is_table).filter(|cells| cells.iter().any(|row| row.len() > 1));
    match cells {
        Some(cells) => Listed { rows: table::read(&cells, known), kind: ListKind::Table, code_page: None },
        None => Listed { rows: passage::read_passage(text, known), kind: ListKind::Passage, code_page: None },
    }
}

fn limited(listed: Listed) -> Result<Listed, ListError> {
    if listed.rows.len() > MAX_ROWS { Err(ListError::TooLong) } else { Ok(listed) }
}

/// Whether a text is a page or another tree of marks, whose words do not stand by themselves.
fn is_markup(text: &str) -> bool {
    let text = text.trim_start();
    ["<?xml", "<!doctype", "<html"]
        .iter()
        .any(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
}

/// The text of bytes: UTF-8 and marked UTF-16 as they are, anything else by a guess.
fn decode(bytes: Vec<u8>) -> Result<(String, Option<&'static str>), ListError> {
    if let Ok(text) = import::decode(bytes.clone()) {
        return Ok((text, None));
    }
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if zeros > 0 {
        // Excel's "Unicode text" has a mark; what lost it has a zero beside each sign of ASCII, and nearly always on the same side: Ā has
        // one on the other.
        let second = bytes.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
        let (mark, name): (&[u8], _) = match (zeros - second, second) {
            (first, second) if first * 8 <= second && second * 32 >= bytes.len() => (&[0xFF, 0xFE], "UTF-16LE"),
            (first, second) if second * 8 <= first && first * 32 >= bytes.len() => (&[0xFE, 0xFF], "UTF-16BE"),
            _ => return Err(ListError::NotAList),
        };
        let text = import::decode([mark, &bytes].concat()).map_err(|_broken| ListError::NotAList)?;
        return Ok((text, Some(name)));
    }
    // A guess would take the signs of an old font for those of some language.
    let (western, _, has_gaps) = encoding_rs::WINDOWS_1252.decode(&bytes);
    if !has_gaps && let Some((read, name)) = old_fonts::read(&western) {
        return Ok((read, Some(name)));
    }
    let encoding = guessed(&bytes);
    let (text, _, _) = encoding.decode(&bytes);
    Ok((text.into_owned(), Some(encoding.name())))
}

/// The code page that bytes are likely in.
pub(super) fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

impl Listed {
    /// How many rows somebody should look at.
    pub fn unsure(&self) -> usize {
        self.rows.iter().filter(|row| row.sure() == Sure::Unsure).count()
    }
}
