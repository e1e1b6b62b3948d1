//! Templates as folders: read whole with limits, and written for somebody to change.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::export::template::{Asset, BuiltIn, PAGE, STYLE, Template};
use crate::export::{ExportError, TemplateError, place};

/// Files that a template may have.
const MOST_FILES: usize = 200;
/// Bytes of a text of it.
const LONGEST_TEXT: u64 = 1 << 20;
/// Bytes of a picture or a font.
const LARGEST_ASSET: u64 = 8 << 20;

/// Reads a template. Folders inside it, links to elsewhere, and files of other kinds are no part of it.
pub(super) fn read(folder: &Path) -> Result<Template, TemplateError> {
    let unreadable = |path: &Path, what: &dyn std::fmt::Display| TemplateError::Unreadable {
        path: path.to_owned(),
        what: what.to_string().trim_end_matches('.').to_owned(),
    };
    let mut template = Template { pages: BTreeMap::new(), style: String::new(), assets: BTreeMap::new() };
    let mut has_style = false;
    let entries = fs::read_dir(folder).map_err(|err| unreadable(folder, &err))?;
    for (index, entry) in entries.enumerate() {
        let entry = entry.map_err(|err| unreadable(folder, &err))?;
        if index == MOST_FILES {
            return Err(TemplateError::TooMuch { path: folder.to_owned() });
        }
        // Not asked of what a link leads to.
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let Ok(name) = entry.file_name().into_string() else { continue };
        let is_text = name == STYLE || name.ends_with(".html");
        if !is_file || !(is_text || Asset::of(&name, Vec::new()).is_some()) {
            continue;
        }
        let path = entry.path();
        let limit = if is_text { LONGEST_TEXT } else { LARGEST_ASSET };
        let bytes = read_up_to(&path, limit).map_err(|err| unreadable(&path, &err))?;
        let Some(bytes) = bytes else { return Err(TemplateError::TooMuch { path }) };
        if !is_text {
            template.assets.extend(Asset::of(&name, bytes).map(|asset| (name, asset)));
            continue;
        }
        let text = String::from_utf8(bytes).map_err(|_| unreadable(&path, &"it is not in UTF-8"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
        if name == STYLE {
            template.style = text;
            has_style = true;
        } else {
            template.pages.insert(name, text);
        }
    }
    let missing = if template.pages.contains_key(PAGE) { (!has_style).then_some(STYLE) } else { Some(PAGE) };
    match missing {
        Some(file) => Err(TemplateError::Missing { path: folder.to_owned(), file }),
        None => Ok(template),
    }
}

fn read_up_to(path: &Path, limit: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Writes the files of a template into a new or empty folder.
pub(super) fn write(folder: &Path, files: impl Iterator<Item = BuiltIn>) -> Result<(), ExportError> {
    if let Ok(mut entries) = fs::read_dir(folder)
        && let Some(entry) = entries.next()
    {
        let found = entry.map_err(|err| ExportError::io(folder, err))?.file_name().to_string_lossy().into_owned();
        return Err(ExportError::NotOurs { path: folder.to_owned(), found });
    }
    let files: Vec<_> = files.map(|(name, text)| (name.into(), text.as_bytes().to_vec().into())).collect();
    place::write_new_folder(folder, &files)
}
