//! What went wrong, in the language of the interface. The sentences of the errors themselves are those of the command line.

use std::path::Path;

use crate::app::Locale;
use crate::document::{DocumentError, OpenNotice, TextProblem};
use crate::export::{ExportError, Notice, PhotoTrouble};
use crate::file::Problem;
use crate::import::{ImportError, ImportProblem, OfficeError, PictureProblem};
use crate::photo::{PhotoError, UnsupportedFormat};

/// Why a report could not be opened or saved, with the name of its file.
pub fn document_error(locale: &Locale, error: &DocumentError) -> String {
    match error {
        DocumentError::File(error) => named(locale, &error.path, file_problem(locale, &error.problem)),
        DocumentError::Text { path, problem } => named(locale, path, text_problem(locale, problem)),
    }
}

/// Why a report could not be saved: what is not there is the folder then.
pub fn save_error(locale: &Locale, error: &DocumentError) -> String {
    match error {
        DocumentError::File(error) if matches!(error.problem, Problem::NotFound) => {
            named(locale, &error.path, locale.tr("file-no-folder"))
        }
        error => document_error(locale, error),
    }
}

/// What the reporter should know of a report that was opened.
pub fn open_notice(locale: &Locale, notice: &OpenNotice) -> String {
    match notice {
        OpenNotice::Older => locale.tr("opened-older"),
        OpenNotice::Salvaged => locale.tr("opened-salvaged"),
        OpenNotice::TextLost => locale.tr("opened-text-lost"),
        OpenNotice::Mended { count } => locale.tr_with("opened-mended", &[("count", (*count).into())]),
        OpenNotice::Newer => locale.tr("opened-newer"),
        OpenNotice::PhotoMissing { file_name } => with_name(locale, "opened-photo-missing", file_name),
        OpenNotice::Foreign { name } => with_name(locale, "opened-foreign", name),
        OpenNotice::SearchCutShort => locale.tr("opened-search-cut"),
    }
}

/// Why a file is no photo for a report, with its name.
pub fn photo_problem(locale: &Locale, file_name: &str, problem: &ImportProblem) -> String {
    let reason = photo_reason(locale, problem);
    locale.tr_with("error-named", &[("name", file_name.into()), ("reason", reason.into())])
}

/// Why an article did not become a report, with its name.
pub fn article_error(locale: &Locale, error: &ImportError) -> String {
    let reason = match &error.problem {
        ImportProblem::Office(OfficeError::Password) => locale.tr("article-password"),
        ImportProblem::Office(OfficeError::OldFormat) => locale.tr("article-old-format"),
        ImportProblem::Office(OfficeError::Damaged { reason }) => with_reason(locale, "article-damaged", reason),
        ImportProblem::Office(OfficeError::TooLarge) | ImportProblem::TooManyBlocks { .. } => {
            locale.tr("article-too-large")
        }
        ImportProblem::Encoding(_) => locale.tr("article-encoding"),
        ImportProblem::NothingInside => locale.tr("article-nothing-inside"),
        ImportProblem::UnknownKind => locale.tr("article-unknown-kind"),
        problem => photo_reason(locale, problem),
    };
    locale.tr_with("error-named", &[("name", name_of(&error.path).into()), ("reason", reason.into())])
}

fn photo_reason(locale: &Locale, problem: &ImportProblem) -> String {
    match problem {
        ImportProblem::NotFound | ImportProblem::NoPhotoInFolder => locale.tr("photo-not-found"),
        ImportProblem::NoPermission => locale.tr("photo-no-permission"),
        ImportProblem::Io(error) => with_reason(locale, "photo-io", &error.to_string()),
        ImportProblem::NotAFile => locale.tr("photo-not-a-file"),
        ImportProblem::TooLong { limit_mb } => locale.tr_with("photo-too-long", &[("limit", (*limit_mb).into())]),
        ImportProblem::Photo(PictureProblem::Unreadable(error)) => photo_error(locale, error),
        ImportProblem::Photo(PictureProblem::NotKept { format }) => {
            locale.tr_with("photo-other-format", &[("format", (*format).into())])
        }
        ImportProblem::Encoding(_)
        | ImportProblem::Office(_)
        | ImportProblem::NothingInside
        | ImportProblem::TooManyBlocks { .. }
        | ImportProblem::UnknownKind => locale.tr("photo-not-a-picture"),
    }
}

/// What is said of files that are no photos for a report.
pub struct UnreadWords {
    /// The reasons with the first names.
    pub short: String,
    /// The reasons with all names, where there are more.
    pub whole: Option<String>,
}

/// The files that were not added, each by name under its reason.
pub fn unread_photos(locale: &Locale, unread: &[(String, ImportProblem)]) -> Option<UnreadWords> {
    const SHOWN: usize = 4;
    let [(name, problem), rest @ ..] = unread else { return None };
    if rest.is_empty() {
        return Some(UnreadWords { short: photo_problem(locale, name, problem), whole: None });
    }
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, problem) in unread {
        let reason = photo_reason(locale, problem);
        match reasons.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let head = locale.tr_with("import-unread", &[("count", unread.len().into())]);
    let lines = |most: usize| {
        let line = |(reason, names): &(String, Vec<&str>)| {
            let shown = names.iter().take(most).copied().collect::<Vec<_>>().join(", ");
            let names = match names.len().saturating_sub(most) {
                0 => shown,
                more => locale.tr_with("import-and-more", &[("names", shown.into()), ("count", more.into())]),
            };
            locale.tr_with("import-unread-line", &[("names", names.into()), ("reason", reason.as_str().into())])
        };
        reasons.iter().map(line).collect::<Vec<_>>()
    };
    let is_long = reasons.len() > SHOWN || reasons.iter().any(|(_, names)| names.len() > SHOWN);
    let mut short = vec![head];
    short.extend(lines(SHOWN).into_iter().take(SHOWN));
    Some(UnreadWords { short: short.join("\n"), whole: is_long.then(|| lines(usize::MAX).join("\n")) })
}

/// Why an export wrote nothing.
pub fn export_error(locale: &Locale, error: &ExportError) -> String {
    match error {
        ExportError::NotAFolder { path } => with_name(locale, "export-not-a-folder", &name_of(path)),
        ExportError::IsAFolder { path } => with_name(locale, "export-is-a-folder", &name_of(path)),
        ExportError::NotOurs { path, found } => {
            locale.tr_with("export-not-ours", &[("name", name_of(path).into()), ("found", found.as_str().into())])
        }
        ExportError::NoFolder { path } => with_name(locale, "export-no-folder", &path.to_string_lossy()),
        ExportError::Io { path, source } => {
            let values = [("name", name_of(path).into()), ("reason", source.to_string().into())];
            locale.tr_with("export-io", &values)
        }
        ExportError::Template(error) => with_reason(locale, "export-template", &error.to_string()),
        ExportError::Archive(error) => with_reason(locale, "export-unpackable", error),
        ExportError::Json(error) => with_reason(locale, "text-unwritable", &error.to_string()),
        ExportError::Table(reason) => with_reason(locale, "export-table", reason),
        ExportError::Cancelled => locale.tr("file-stopped"),
    }
}

/// The photos that a page goes without, if there are any.
pub fn lost_photos(locale: &Locale, notices: &[Notice]) -> Option<String> {
    let lost = notices.iter().filter_map(|notice| match notice {
        Notice::Photo { name, trouble: PhotoTrouble::Missing | PhotoTrouble::Damaged { .. }, .. } => {
            Some(name.as_str())
        }
        _ => None,
    });
    let names: Vec<&str> = lost.collect();
    let values = [("count", names.len().into()), ("names", names.join(", ").into())];
    (!names.is_empty()).then(|| locale.tr_with("export-lost-photos", &values))
}

/// What the system says of something that it did not do.
pub fn system_error(locale: &Locale, reason: &dyn std::fmt::Display) -> String {
    with_reason(locale, "error-system", &reason.to_string())
}

fn file_problem(locale: &Locale, problem: &Problem) -> String {
    let id = match problem {
        Problem::NotFound => "file-not-found",
        Problem::NotAFile => "file-not-a-file",
        Problem::NotAReport => "file-not-a-report",
        Problem::TooLarge => "file-too-large",
        Problem::AlreadyExists => "file-already-exists",
        Problem::IsOriginal => "file-is-original",
        Problem::ReadOnly => "file-read-only",
        Problem::Locked => "file-locked",
        Problem::Recovered => "file-recovered",
        Problem::ChangedByOther => "file-changed",
        Problem::Moved => "file-moved",
        Problem::DiskFull => "file-disk-full",
        Problem::FileTooLong => "file-too-long",
        Problem::NoPermission => "file-no-permission",
        Problem::TooManyMembers => "file-too-many-parts",
        Problem::NoMoreGenerations => "file-worn-out",
        Problem::Cancelled => "file-stopped",
        Problem::Io(error) => return with_reason(locale, "file-io", &error.to_string()),
        Problem::Missing(name)
        | Problem::Damaged(name)
        | Problem::MemberTooLarge(name)
        | Problem::WrongHash(name)
        | Problem::NotForCallers(name) => return with_reason(locale, "file-part", &name.to_string()),
    };
    locale.tr(id)
}

fn text_problem(locale: &Locale, problem: &TextProblem) -> String {
    match problem {
        TextProblem::Newer { .. } => locale.tr("text-newer"),
        TextProblem::ReadOnlyHere => locale.tr("text-read-only"),
        TextProblem::NotAReport => locale.tr("text-not-a-report"),
        TextProblem::Json(error) => with_reason(locale, "text-unreadable", &error.to_string()),
        TextProblem::TooMany { .. } => locale.tr("text-too-much"),
        TextProblem::Unwritable(error) => with_reason(locale, "text-unwritable", &error.to_string()),
    }
}

fn photo_error(locale: &Locale, error: &PhotoError) -> String {
    let format = |id, format: String| locale.tr_with(id, &[("format", format.into())]);
    match error {
        PhotoError::Empty => locale.tr("photo-empty"),
        PhotoError::NotAPicture => locale.tr("photo-not-a-picture"),
        PhotoError::Unsupported { format: UnsupportedFormat::Heic } => locale.tr("photo-heic"),
        PhotoError::Unsupported { format: UnsupportedFormat::Raw } => locale.tr("photo-raw"),
        PhotoError::Unsupported { format: UnsupportedFormat::Svg } => locale.tr("photo-drawing"),
        PhotoError::Unsupported { format: UnsupportedFormat::SeparateScanJpeg | UnsupportedFormat::RareJpeg } => {
            locale.tr("photo-odd-jpeg")
        }
        PhotoError::Unsupported { format: other } => format("photo-other-format", short_name(*other).to_owned()),
        PhotoError::TooLarge { width, height } => {
            locale.tr_with("photo-too-large", &[("width", (*width).into()), ("height", (*height).into())])
        }
        PhotoError::Damaged { format: of, .. } | PhotoError::Encode { format: of, .. } => {
            format("photo-damaged", of.to_string())
        }
        PhotoError::BreaksOff { format: of } => format("photo-damaged", short_name(*of).to_owned()),
        PhotoError::Cancelled => locale.tr("file-stopped"),
    }
}

/// The name of a format that is the same in all languages.
fn short_name(format: UnsupportedFormat) -> &'static str {
    match format {
        UnsupportedFormat::Heic => "HEIC",
        UnsupportedFormat::Avif => "AVIF",
        UnsupportedFormat::Raw => "RAW",
        UnsupportedFormat::JpegXl => "JPEG XL",
        UnsupportedFormat::Jpeg2000 => "JPEG 2000",
        UnsupportedFormat::Photoshop => "PSD",
        UnsupportedFormat::Svg => "SVG",
        UnsupportedFormat::BigTiff => "BigTIFF",
        UnsupportedFormat::SeparateScanJpeg | UnsupportedFormat::RareJpeg => "JPEG",
    }
}

fn named(locale: &Locale, path: &Path, reason: String) -> String {
    locale.tr_with("error-named", &[("name", name_of(path).into()), ("reason", reason.into())])
}

fn with_name(locale: &Locale, id: &str, name: &str) -> String {
    locale.tr_with(id, &[("name", name.into())])
}

fn with_reason(locale: &Locale, id: &str, reason: &str) -> String {
    locale.tr_with(id, &[("reason", reason.into())])
}

/// The last part of a path; the reporter knows the folder.
fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.to_string_lossy().into_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::UiLanguage;
    use crate::file::FileError;

    #[test]
    fn an_error_names_the_file_and_says_what_to_do() {
        let error = FileError { path: "/home/a/Итоги.rapport".into(), problem: Problem::DiskFull };
        let said = document_error(&Locale::new(UiLanguage::Ru), &error.into());
        assert_eq!(said, "«Итоги.rapport»: на диске нет места. Освободите место — сохранение продолжится само.");
    }

    #[test]
    fn every_message_of_an_error_exists() {
        // The ids stand in tables here, where the search of the other test does not find them.
        let locale = Locale::new(UiLanguage::Vi);
        let code = include_str!("telling.rs");
        let ids = code.split('"').skip(1).step_by(2).filter(|word| {
            let prefixes = ["file-", "text-", "opened-", "photo-", "export-", "error-"];
            prefixes.iter().any(|prefix| word.starts_with(prefix) && word.len() > prefix.len())
        });
        let mut count = 0;
        for id in ids {
            assert_ne!(locale.tr(id), id, "{id}");
            count += 1;
        }
        assert!(count > 40, "{count}");
    }
}
