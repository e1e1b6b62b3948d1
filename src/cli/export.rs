//! `rapporteur export`

use std::sync::atomic::AtomicBool;

use crate::cli::args::{ExportOptions, ExportTo};
use crate::cli::{CliError, Console};
use crate::document::{Document, DocumentError, FORMAT_VERSION, Opened, Pictures, write_json};
use crate::export::{self, PictureError, PictureSource, Target, Watch};
use crate::file::Problem;
use crate::report::Photo;

impl PictureSource for Pictures {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Self::original(self, photo).map_err(|err: DocumentError| match err.file_problem() {
            Some(Problem::Missing(_)) => PictureError::Missing,
            _ => PictureError::Unreadable { reason: err.to_string() },
        })
    }
}

pub(super) fn run(options: &ExportOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let Opened { document, report, notices, .. } = Document::look(&options.file)?;
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    let target = match options.to {
        ExportTo::Json => {
            let generation = document.container().generation();
            let json = write_json(&report, None, FORMAT_VERSION, generation)
                .map_err(|error| CliError::write(&options.out, error.into()))?;
            return Ok(export::write_json(&options.out, &json)?);
        }
        ExportTo::Page => Target::Page,
        ExportTo::Html => Target::Html,
        ExportTo::Fragment => Target::Fragment,
    };
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_progress| {}, cancel: &never };
    let done = export::export(&report, &document.pictures(), target, &options.out, &mut watch)?;
    done.notices.iter().for_each(|notice| console.finding(&notice.to_string()));
    Ok(())
}
