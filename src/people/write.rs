//! The list out: for spreadsheets, address books, photographers and programs.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::language::Language;
use crate::people::columns::{self, Column, WRITTEN};
use crate::people::{book, printed, table, vcard};
use crate::report::{Participant, PersonField, Report};

/// As what a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFormat {
    /// Text with a byte order mark, for Excel and everything else that has tables.
    Csv,
    /// A spreadsheet of text cells.
    Xlsx,
    /// Cards for address books.
    Vcard,
    /// Code replacements for Photo Mechanic: code, name, then title, organisation, delegation, form of address.
    Codes,
    /// For programs.
    Json,
    /// A page to print.
    Page,
}

impl ListFormat {
    /// The format that a file's name asks for.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "vcf" | "vcard" => Some(Self::Vcard),
            "txt" | "tsv" => Some(Self::Codes),
            "json" => Some(Self::Json),
            "html" | "htm" => Some(Self::Page),
            _ => None,
        }
    }
}

/// A list that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the list could not be made into this kind of file ({0}); choose another kind")]
pub struct WriteError(String);

/// Whether such a file has nobody in it although the list has somebody: codes, where nobody has one.
pub fn names_nobody(report: &Report, format: ListFormat) -> bool {
    let people = &report.participants;
    format == ListFormat::Codes && !people.is_empty() && people.iter().all(|person| person.code.is_empty())
}

/// The participants of a report as a file. Notes and contacts are in it only where `private` asks for them.
///
/// # Errors
/// [`WriteError`] where a value is longer than the format allows.
pub fn write_list(report: &Report, format: ListFormat, private: bool) -> Result<Vec<u8>, WriteError> {
    let people: Vec<&Participant> = report.participants.iter().map(Arc::as_ref).collect();
    let error = |err: &dyn std::fmt::Display| WriteError(err.to_string());
    match format {
        ListFormat::Csv => csv_bytes(report, private).map_err(|err| error(&err)),
        ListFormat::Xlsx => book::write(&rows(report, private)).map_err(|err| error(&err)),
        ListFormat::Vcard => Ok(vcard::write(&people, private).into_bytes()),
        ListFormat::Codes => Ok(codes(&people).into_bytes()),
        ListFormat::Page => Ok(printed::write(report, private).into_bytes()),
        ListFormat::Json => Ok(format!("{:#}\n", json(&people, private)).into_bytes()),
    }
}

/// The head and a row for each entry.
fn rows(report: &Report, private: bool) -> Vec<Vec<String>> {
    let language = Language::of(&report.language);
    let is_private = |column: &Column| matches!(column, Column::Field(PersonField::Note | PersonField::PrivateContact));
    let shown: Vec<usize> = (0..WRITTEN.len()).filter(|index| private || !is_private(&WRITTEN[*index])).collect();
    let head = shown.iter().map(|index| columns::heads(language)[*index].to_owned()).collect();
    let cell = |person: &Participant, index: usize| match WRITTEN[index] {
        Column::Field(field) => person.field(field).to_owned(),
        _ => columns::role_word(language, person.role).to_owned(),
    };
    let row = |person: &Arc<Participant>| shown.iter().map(|index| cell(person, *index)).collect();
    std::iter::once(head).chain(report.participants.iter().map(row)).collect()
}

fn csv_bytes(report: &Report, private: bool) -> Result<Vec<u8>, csv::Error> {
    csv_table(&rows(report, private), &report.language)
}

/// Rows as a table in CSV, for any other list that goes to a spreadsheet: with a byte order mark, so that Excel takes it for UTF-8,
/// with the separator that Excel expects where decimals have a comma, and with an apostrophe before what it would take for a formula.
///
/// # Errors
/// None that memory does not make.
pub fn csv_table(rows: &[Vec<String>], language: &str) -> Result<Vec<u8>, csv::Error> {
    let delimiter = match Language::of(language) {
        Language::Russian | Language::Vietnamese => b';',
        Language::English | Language::Other => b',',
    };
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    for row in rows {
        writer.write_record(row.iter().map(|cell| table::guarded(cell)))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// UTF-8 without a mark and with tabs, as Photo Mechanic reads it; only those who have a code.
fn codes(people: &[&Participant]) -> String {
    let line = |person: &&Participant| {
        let cells = [
            &person.code,
            person.shown_name(),
            &person.title,
            &person.organisation,
            &person.delegation,
            &person.honorific,
        ];
        // What Photo Mechanic writes into captions is guarded only where it can be no caption.
        let guard = |cell: &str| if cell.starts_with(['=', '＝']) { format!("'{cell}") } else { cell.to_owned() };
        let cells = cells.map(|cell| guard(&cell.replace(['\t', '\r', '\n'], " ")));
        format!("{}\r\n", cells.join("\t").trim_end_matches('\t'))
    };
    people.iter().filter(|person| !person.code.is_empty()).map(line).collect()
}

fn json(people: &[&Participant], private: bool) -> Value {
    let entry = |person: &&Participant| {
        let mut entry = json!({
            "id": person.id, "name": person.name, "short_name": person.short_name, "honorific": person.honorific,
            "title": person.title, "organisation": person.organisation, "delegation": person.delegation,
            "role": person.role, "code": person.code,
        });
        if private && let Some(entry) = entry.as_object_mut() {
            entry.insert("note".to_owned(), json!(person.note));
            entry.insert("private_contact".to_owned(), json!(person.private_contact));
        }
        entry
    };
    json!({ "version": 1, "participants": people.iter().map(entry).collect::<Vec<_>>() })
}
