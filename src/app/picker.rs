//! The system's file dialogs, one at a time, without stopping the window.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::app::outcome::{Choice, Outcome};
use crate::import;
use crate::job::Outbox;

/// What a dialog is opened with.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    /// The title.
    pub title: String,
    /// Where it begins.
    pub folder: Option<PathBuf>,
    /// The suggested name, for dialogs that ask for one.
    pub name: String,
    /// What the files are called in the list of kinds.
    pub kind: String,
}

/// A dialog that nobody could have closed so fast was never shown: there is no portal and no `zenity`.
const TOO_FAST: Duration = Duration::from_millis(250);

/// Opens a dialog; its end arrives as [`Outcome::Chosen`], or [`Outcome::NoDialog`] where the system has none.
pub fn open(choice: Choice, asking: &Asking, outbox: Outbox<Outcome>) {
    let mut dialog = rfd::AsyncFileDialog::new().set_title(&asking.title);
    if let Some(folder) = &asking.folder {
        dialog = dialog.set_directory(folder);
    }
    if !asking.name.is_empty() {
        dialog = dialog.set_file_name(&asking.name);
    }
    dialog = match choice {
        Choice::Open | Choice::SaveAs => dialog.add_filter(&asking.kind, &["rapport"]),
        Choice::Photos | Choice::Picture => {
            dialog.add_filter(&asking.kind, &["jpg", "jpeg", "JPG", "JPEG", "png", "PNG", "webp", "tif", "tiff", "gif"])
        }
        Choice::Article => dialog.add_filter(&asking.kind, import::ARTICLE_ENDINGS),
        Choice::ExportHtml => dialog.add_filter(&asking.kind, &["html"]),
        Choice::ExportDocument(kind) => dialog.add_filter(&asking.kind, &[kind.extension()]),
        Choice::PeopleList => {
            dialog.add_filter(&asking.kind, &["csv", "tsv", "txt", "xlsx", "ods", "docx", "odt", "vcf"])
        }
        Choice::ExportPeople { .. } => dialog.add_filter(&asking.kind, &["csv", "xlsx", "vcf", "txt", "html"]),
        Choice::ExportPlace(what) => match what.extension() {
            Some(extension) => dialog.add_filter(&asking.kind, &[extension]),
            None => dialog,
        },
        Choice::ExportPage | Choice::PhotoFolder | Choice::Template | Choice::SaveTemplate => dialog,
    };
    // macOS wants the dialog made here, on the main thread; only waiting for it may happen elsewhere.
    let started = Instant::now();
    let waiting: std::pin::Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>> = match choice {
        Choice::Photos => {
            let files = dialog.pick_files();
            Box::pin(async { files.await.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect() })
        }
        Choice::Open | Choice::Article | Choice::Picture | Choice::PeopleList => one(dialog.pick_file()),
        Choice::PhotoFolder | Choice::Template => one(dialog.pick_folder()),
        Choice::SaveAs
        | Choice::SaveTemplate
        | Choice::ExportPage
        | Choice::ExportHtml
        | Choice::ExportDocument(_)
        | Choice::ExportPlace(_)
        | Choice::ExportPeople { .. } => one(dialog.save_file()),
    };
    let wait = move || {
        let chosen = pollster::block_on(waiting);
        let never_shown = chosen.is_empty() && started.elapsed() < TOO_FAST;
        outbox.send(if never_shown { Outcome::NoDialog(choice) } else { Outcome::Chosen(choice, chosen) });
    };
    if let Err(err) = std::thread::Builder::new().name("file dialog".to_owned()).spawn(wait) {
        log::error!("no thread for a file dialog: {err}");
    }
}

fn one(
    file: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
) -> std::pin::Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>> {
    Box::pin(async { file.await.iter().map(|file| file.path().to_owned()).collect() })
}

/// A path with an extension, added where it is missing.
pub fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let has = path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension));
    if has { path.to_owned() } else { PathBuf::from(format!("{}.{extension}", path.display())) }
}

/// A file name made of a headline: what every file system takes.
pub fn file_name(headline: &str, fallback: &str) -> String {
    let allowed = |character: char| match character {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
        character if character.is_control() => ' ',
        character => character,
    };
    let clean: String = headline.chars().map(allowed).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() > 80 {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    let name = name.trim_end_matches(['.', ' ']).to_owned();
    if name.is_empty() { fallback.to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_becomes_a_file_name() {
        assert_eq!(file_name("Итоги: что дальше?", "report"), "Итоги что дальше");
        assert_eq!(file_name(" ...", "report"), "report");
        assert_eq!(file_name("", "report"), "report");
    }

    #[test]
    fn the_extension_is_added_once() {
        assert_eq!(with_extension(Path::new("a.b"), "rapport"), Path::new("a.b.rapport"));
        assert_eq!(with_extension(Path::new("a.RAPPORT"), "rapport"), Path::new("a.RAPPORT"));
    }
}
