//! `rapporteur export`

use crate::cli::args::{ExportOptions, ExportTo};
use crate::cli::{CliError, Console, output};
use crate::document::{Document, FORMAT_VERSION, Opened, write_json};

pub(super) fn run(options: &ExportOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let Opened { document, report, notices, .. } = Document::open(&options.file)?;
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    match options.to {
        ExportTo::Json => {
            let generation = document.container().generation();
            let json = write_json(&report, None, FORMAT_VERSION, generation)
                .map_err(|error| CliError::write(&options.out, error.into()))?;
            output::write_file(&options.out, &json)
        }
        ExportTo::Page | ExportTo::Html | ExportTo::Fragment => Err(CliError::NotWritable {
            path: options.out.clone(),
            reason: "this kind of export is not built in yet; use --to json",
        }),
    }
}
