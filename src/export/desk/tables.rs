//! The tables of a package, for spreadsheets and photo desks.

use crate::export::ExportError;
use crate::export::desk::photos::DeskPhoto;
use crate::export::desk::words::DeskWords;
use crate::export::pictures::metadata;
use crate::filing::Preset;
use crate::language::date::shown_moment;
use crate::people::{self, ListFormat};
use crate::report::Report;

/// What is said of each photo of the package.
pub(super) fn captions(report: &Report, preset: &Preset, photos: &[DeskPhoto]) -> Result<Vec<u8>, ExportError> {
    let words = DeskWords::of(&report.language);
    let row = |desk: &DeskPhoto| -> Vec<String> {
        let says = metadata(report, &desk.photo);
        let [yes, no] = words.in_text;
        let some = |text: Option<String>| text.unwrap_or_default();
        vec![
            desk.number.to_string(),
            desk.path(preset),
            some(says.caption),
            desk.photo.credit.as_str().to_owned(),
            some(says.alt),
            says.persons.join(", "),
            some(says.creator),
            some(says.copyright),
            some(says.location),
            some(says.city),
            some(says.country),
            desk.photo.taken.as_deref().map(shown_moment).unwrap_or_default(),
            if desk.in_text { yes } else { no }.to_owned(),
        ]
    };
    let head = words.captions.iter().map(|word| (*word).to_owned()).collect();
    let rows: Vec<_> = std::iter::once(head).chain(photos.iter().map(row)).collect();
    people::csv_table(&rows, &report.language).map_err(|error| ExportError::Table(error.to_string()))
}

/// The participants, without what is the reporter's own.
pub(super) fn participants(report: &Report) -> Result<Vec<u8>, ExportError> {
    people::write_list(report, ListFormat::Csv, false).map_err(|error| ExportError::Table(error.to_string()))
}
