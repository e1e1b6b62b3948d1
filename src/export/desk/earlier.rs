//! Whether a package may be written: nothing is in its place, or an earlier package that nobody has touched.

use std::fs;
use std::io::{BufReader, Read as _};
use std::path::Path;

use crate::export::desk::manifest::{self, Manifest};
use crate::export::{ExportError, place};

/// The longest list of files that is read.
const MOST: u64 = 16 << 20;

/// As a folder: each file in it must be one that an earlier export made, as it was made.
pub(super) fn check_folder(out: &Path) -> Result<(), ExportError> {
    place::check_parent(out)?;
    let mut names = Vec::new();
    match fs::read_dir(out) {
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(err) if err.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(ExportError::NotAFolder { path: out.to_owned() });
        }
        Err(err) => return Err(ExportError::io(out, err)),
        Ok(_) => collect(out, "", &mut names)?,
    }
    let foreign = |found: &str| ExportError::NotOurs { path: out.to_owned(), found: found.to_owned() };
    let Some(first) = names.first() else { return Ok(()) };
    let json = fs::read(out.join(manifest::NAME)).map_err(|_unread| foreign(first))?;
    let manifest = Manifest::parse(&json).ok_or_else(|| foreign(manifest::NAME))?;
    for name in names.iter().filter(|name| *name != manifest::NAME) {
        let bytes = fs::read(out.join(name)).map_err(|err| ExportError::io(out, err))?;
        if !manifest.knows(name, &bytes) {
            return Err(foreign(name));
        }
    }
    Ok(())
}

/// The files of a folder and of the folders in it, as paths from it with slashes, sorted.
fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), ExportError> {
    let failed = |err| ExportError::io(folder, err);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        entries.push((entry.file_name().to_string_lossy().into_owned(), entry.file_type().map_err(failed)?));
    }
    entries.sort_by(|one, other| one.0.cmp(&other.0));
    for (name, kind) in entries {
        if kind.is_dir() && prefix.is_empty() {
            collect(&folder.join(&name), &format!("{name}/"), names)?;
        } else {
            names.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// As one file.
pub(super) fn check_archive(out: &Path) -> Result<(), ExportError> {
    place::check_parent(out)?;
    if out.is_dir() {
        return Err(ExportError::IsAFolder { path: out.to_owned() });
    }
    let file = match fs::File::open(out) {
        Ok(file) => file,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(err) => return Err(ExportError::io(out, err)),
    };
    let manifest = zip::ZipArchive::new(BufReader::new(file)).ok().and_then(|mut archive| {
        let mut json = Vec::new();
        archive.by_name(manifest::NAME).ok()?.take(MOST).read_to_end(&mut json).ok()?;
        Manifest::parse(&json)
    });
    let found = || out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match manifest {
        Some(_) => Ok(()),
        None => Err(ExportError::NotOurs { path: out.to_owned(), found: found() }),
    }
}
