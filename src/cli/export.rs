//! `rapporteur export`

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde_json::Value;

use crate::cli::args::{ExportOptions, PageLook, TemplateOptions};
use crate::cli::{CliError, Console, ExportTo};
use crate::document::{self, Derived, Document, DocumentError, FORMAT_VERSION, Opened, Pictures, write_json};
use crate::export::{self, ExportError, Form, Look, PictureError, PictureSource, Target, Template, Watch};
use crate::file::{Access, Problem};
use crate::filing;
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::{Filed, Photo, Report};

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

    fn derived_len(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<u64> {
        Self::derived_len(self, photo, key, format)
    }

    fn folder(&self) -> Option<PathBuf> {
        Self::folder(self).map(Path::to_owned)
    }
}

pub(super) fn run(options: &ExportOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let Opened { document, mut report, notices, .. } = Document::look(&options.file)?;
    if options.keep_position {
        Arc::make_mut(&mut report.details).keep_position = true;
    }
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    let template = template(options, &report, console)?;
    let target = match options.to {
        ExportTo::Json => {
            let generation = document.container().generation();
            let json = write_json(&report, None, FORMAT_VERSION, generation)
                .map_err(|error| CliError::write(&options.out, error.into()))?;
            return Ok(export::write_json(&options.out, &json)?);
        }
        ExportTo::Ninjs => {
            let done = export::ninjs(&report, &options.out)?;
            done.notices.iter().for_each(|notice| console.finding(&notice.to_string()));
            return Ok(());
        }
        ExportTo::Desk => return desk(options, document, &report, &template, notices.is_empty(), console),
        ExportTo::Page => Target::Page,
        ExportTo::Html => Target::Html,
        ExportTo::Fragment => Target::Fragment,
        ExportTo::Document(kind) => Target::Document(kind),
    };
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_progress| {}, cancel: &never };
    let done = export::export_with(&report, &document.pictures(), target, &template, &options.out, &mut watch)?;
    done.notices.iter().for_each(|notice| console.finding(&notice.to_string()));
    let unmarked = done.unmarked.as_deref().filter(|unmarked| !report.has_exported(unmarked));
    if unmarked.is_some() || done.derived.iter().any(|derived| derived.fresh.is_some()) {
        let generation = document.generation();
        drop(document);
        let remember = |report: &mut Report| unmarked.into_iter().for_each(|sum| report.remember_exported(sum));
        let kept =
            if notices.is_empty() { keep(&options.file, generation, &done.derived, remember) } else { Ok(false) };
        if unmarked.is_some() && !matches!(kept, Ok(true)) {
            console.note(
                "the report's file must stay as it is and does not know of this export: once the report is changed, another export \
                 will not write over it",
            );
        }
    }
    Ok(())
}

/// The look that was asked for, or else that of the report, which does not say where its newsroom's template is.
fn template(options: &ExportOptions, report: &Report, console: &mut Console<'_>) -> Result<Template, ExportError> {
    match &options.look {
        PageLook::BuiltIn(look) => Ok(Template::of(*look)),
        PageLook::Folder(folder) => Ok(Template::from_dir(folder)?),
        PageLook::OfReport => {
            let look = Look::named(&report.look);
            if look.is_none() && options.to.is_page() && !report.look.is_empty() {
                console
                    .finding("this report wants its newsroom's template (--template DIR); its page looks as news do");
            }
            Ok(look.map_or_else(Template::default, Template::of))
        }
    }
}

/// `rapporteur template`
pub(super) fn copy_template(options: &TemplateOptions) -> Result<(), CliError> {
    Ok(Template::save_copy(options.look, &options.out)?)
}

/// Writes a desk package, and remembers in the report's file what the desk was sent.
fn desk(
    options: &ExportOptions,
    document: Document,
    report: &Report,
    template: &Template,
    is_whole: bool,
    console: &mut Console<'_>,
) -> Result<(), CliError> {
    let presets = filing::of_preferences(&preferences(console));
    let last = report.filed.last().map(|filed| filed.preset.as_ref());
    let preset = match &options.preset {
        Some(name) => filing::find(&presets, name).ok_or_else(|| CliError::NoPreset {
            name: name.clone(),
            known: presets.iter().map(|preset| preset.name.as_str()).collect::<Vec<_>>().join(", "),
        })?,
        None => last.and_then(|name| filing::find(&presets, name)).unwrap_or(&presets[0]),
    };
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_progress| {}, cancel: &never };
    let place = (options.out.as_path(), Form::of(&options.out));
    let done = export::desk(report, &document.pictures(), preset, template, place, &mut watch)?;
    done.notices.iter().for_each(|notice| console.finding(&notice.to_string()));
    let filed = Filed::of(report, &document::now(), &preset.name);
    let is_news = report.filed.last().is_none_or(|last| !last.says_the_same(&filed) || last.preset != filed.preset);
    let is_fresh = done.derived.iter().any(|derived| derived.fresh.is_some());
    if is_news || is_fresh {
        let generation = document.generation();
        drop(document);
        let kept = match is_whole {
            true => keep(&options.file, generation, &done.derived, |report| report.remember_filed(filed)),
            false => Ok(false),
        };
        if is_news && !matches!(kept, Ok(true)) {
            console.note("what the desk was sent cannot be remembered in the report's file, which must stay as it is");
        }
    }
    Ok(())
}

/// The preferences as JSON; nothing where there are none.
fn preferences(console: &Console<'_>) -> Value {
    let text = console.preferences.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
    text.and_then(|text| serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()).unwrap_or_default()
}

/// Keeps in the report's file what was made of its photos, so that the next export costs nothing, and what a desk was sent. What the
/// report says stays the same; a file that is not whole, not ours to write, in use or changed in the meantime is left as it is. Tells
/// whether it was kept.
fn keep(
    file: &Path,
    generation: u64,
    derived: &[Derived],
    remember: impl FnOnce(&mut Report),
) -> Result<bool, DocumentError> {
    let Opened { mut document, mut report, view, notices } = Document::open(file)?;
    if document.access() != Access::Write || !notices.is_empty() || document.generation() != generation {
        return Ok(false);
    }
    remember(&mut report);
    document.keep_derived(derived);
    document.save(&report, view.as_ref(), &[], None)?;
    Ok(true)
}
