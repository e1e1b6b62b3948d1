//! `rapporteur unpack`

use std::fs;
use std::path::Path;

use crate::cli::args::UnpackOptions;
use crate::cli::{CliError, Console, output};
use crate::document::{Document, FORMAT_VERSION, Opened, write_json};
use crate::file::MemberName;

pub(super) fn run(options: &UnpackOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let Opened { document, report, view, notices } = Document::look(&options.file)?;
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    output::write_folder(&options.out, |folder| {
        let write =
            |path: &Path, bytes: &[u8]| fs::write(path, bytes).map_err(|error| CliError::write(&options.out, error));
        // The bytes as they are in the file, unless they are damaged.
        let container = document.container();
        let text = container.read(MemberName::Report).or_else(|error| {
            write_json(&report, view.as_ref(), FORMAT_VERSION, container.generation()).map_err(|_unwritable| error)
        });
        write(&folder.join("report.json"), &text.map_err(crate::document::DocumentError::from)?)?;
        let photos = folder.join("photos");
        fs::create_dir(&photos).map_err(|error| CliError::write(&options.out, error))?;
        for photo in &report.photos {
            match document.pictures().original(photo) {
                Ok(bytes) => write(&photos.join(photo.original_name()), &bytes)?,
                Err(error) => console.finding(&error.to_string()),
            }
        }
        Ok(())
    })
}
