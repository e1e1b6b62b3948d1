//! `rapporteur export`

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::cli::args::{ExportOptions, ExportTo, PageLook, TemplateOptions};
use crate::cli::{CliError, Console};
use crate::document::{Derived, Document, DocumentError, FORMAT_VERSION, Opened, Pictures, write_json};
use crate::export::{self, ExportError, PictureError, PictureSource, Target, Template, Watch};
use crate::file::{Access, Problem};
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::Photo;

impl PictureSource for Pictures {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Self::original(self, photo).map_err(|err: DocumentError| match err.file_problem() {
            Some(Problem::Missing(_)) => PictureError::Missing,
            _ => PictureError::Unreadable { reason: err.to_string() },
        })
    }

    fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        Self::derived(self, photo, key, format)
    }
}

pub(super) fn run(options: &ExportOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let template = match &options.look {
        PageLook::BuiltIn(look) => Template::of(*look),
        PageLook::Folder(folder) => Template::from_dir(folder).map_err(ExportError::from)?,
    };
    let Opened { document, mut report, notices, .. } = Document::look(&options.file)?;
    if options.keep_position {
        Arc::make_mut(&mut report.details).keep_position = true;
    }
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
        ExportTo::Document(kind) => Target::Document(kind),
    };
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_progress| {}, cancel: &never };
    let done = export::export_with(&report, &document.pictures(), target, &template, &options.out, &mut watch)?;
    done.notices.iter().for_each(|notice| console.finding(&notice.to_string()));
    if notices.is_empty() && done.derived.iter().any(|derived| derived.fresh.is_some()) {
        let generation = document.generation();
        drop(document);
        if let Err(error) = keep(&options.file, generation, &done.derived) {
            log::warn!("the pictures of the export were not kept: {error}");
        }
    }
    Ok(())
}

/// `rapporteur template`
pub(super) fn copy_template(options: &TemplateOptions) -> Result<(), CliError> {
    Ok(Template::save_copy(options.look, &options.out)?)
}

/// Keeps in the report's file what was made of its photos, so that the next export costs nothing. The report in it stays the
/// same; a file that is not whole, not ours to write, in use or changed in the meantime is left as it is.
fn keep(file: &Path, generation: u64, derived: &[Derived]) -> Result<(), DocumentError> {
    let Opened { mut document, report, view, notices } = Document::open(file)?;
    if document.access() == Access::Write && notices.is_empty() && document.generation() == generation {
        document.keep_derived(derived);
        document.save(&report, view.as_ref(), &[], None)?;
    }
    Ok(())
}
