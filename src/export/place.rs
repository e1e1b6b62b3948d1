//! Where an export goes: a new folder or file, or the place of an earlier export. Never that of anything else.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::export::card::Card;
use crate::export::pictures::Made;
use crate::export::template::{Asset, asset};
use crate::export::{ExportError, PictureSource};
use crate::file::{Spool, Spooled};
use crate::photo::sha256_hex;
use crate::report::Report;

/// By this every page of ours is known.
pub(super) const MARK: &str = "<meta name=\"generator\" content=\"Rapporteur ";
/// What an export's folder may hold.
const OURS: [&str; 3] = ["index.html", "img", asset::FOLDER];

/// Whether a page may be written to a folder.
pub(super) fn check_folder(out: &Path) -> Result<(), ExportError> {
    check_parent(out)?;
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(err) if err.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(ExportError::NotAFolder { path: out.to_owned() });
        }
        Err(err) => return Err(ExportError::io(out, err)),
    };
    let mut is_empty = true;
    for entry in entries {
        let name = entry.map_err(|err| ExportError::io(out, err))?.file_name();
        is_empty = false;
        if !OURS.iter().any(|ours| name == *ours) {
            let found = name.to_string_lossy().into_owned();
            return Err(ExportError::NotOurs { path: out.to_owned(), found });
        }
    }
    check_pictures(out)?;
    if is_empty { Ok(()) } else { check_mark(out, &out.join("index.html")) }
}

/// The folders of pictures and assets must hold those of an export and nothing else.
fn check_pictures(out: &Path) -> Result<(), ExportError> {
    let is_asset = |path: &Path, name: &str| fs::read(path).is_ok_and(|bytes| Asset::is_published(name, &bytes));
    check_inner(out, "img", &|_path, name| Made::is_name(name) || Card::is_name(name))?;
    check_inner(out, asset::FOLDER, &is_asset)
}

fn check_inner(out: &Path, folder: &str, is_ours: &dyn Fn(&Path, &str) -> bool) -> Result<(), ExportError> {
    let Ok(entries) = fs::read_dir(out.join(folder)) else { return Ok(()) };
    for entry in entries {
        let entry = entry.map_err(|err| ExportError::io(out, err))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_ours(&entry.path(), &name) {
            return Err(ExportError::NotOurs { path: out.to_owned(), found: format!("{folder}/{name}") });
        }
    }
    Ok(())
}

/// What one file is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OneFile {
    /// A whole page.
    Page,
    /// The report as JSON.
    Json,
    /// The story as ninjs.
    Ninjs,
}

/// Whether one file may be written: nothing has the name, or an earlier export of the same kind.
pub(super) fn check_file(out: &Path, kind: OneFile) -> Result<(), ExportError> {
    check_new_file(out)?;
    check_replaced(out, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        match kind {
            OneFile::Page => text.contains(MARK),
            OneFile::Json => text.contains("\"format\": \"rapporteur"),
            OneFile::Ninjs => text.contains("ninjs-schema_") && text.contains("\"uri\""),
        }
    })
}

/// Whether a file that carries no mark may be written: nothing has the name, or what an export of this report wrote there and nobody
/// has changed since. Gives what the report is to remember.
pub(super) fn check_unmarked(out: &Path, report: &Report, written: &[u8]) -> Result<String, ExportError> {
    check_new_file(out)?;
    check_replaced(out, |found| {
        found == written || found.trim_ascii().is_empty() || report.has_exported(&sha256_hex(found))
    })?;
    Ok(sha256_hex(written))
}

/// Whether a file can stand in a place at all.
pub(super) fn check_new_file(out: &Path) -> Result<(), ExportError> {
    check_parent(out)?;
    if out.is_dir() { Err(ExportError::IsAFolder { path: out.to_owned() }) } else { Ok(()) }
}

/// Whether a file may be written over: it is not there, or is told to be one of ours by its bytes.
pub(super) fn check_replaced(out: &Path, is_ours: impl FnOnce(&[u8]) -> bool) -> Result<(), ExportError> {
    let bytes = match fs::read(out) {
        Ok(bytes) => bytes,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(err) => return Err(ExportError::io(out, err)),
    };
    let found = || out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if is_ours(&bytes) { Ok(()) } else { Err(ExportError::NotOurs { path: out.to_owned(), found: found() }) }
}

/// Writes a folder whole where there is none, or an empty one.
pub(super) fn write_new_folder(out: &Path, files: &[(PathBuf, Spooled)]) -> Result<(), ExportError> {
    check_parent(out)?;
    if out.exists() && !out.is_dir() {
        return Err(ExportError::NotAFolder { path: out.to_owned() });
    }
    write_folder(out, files).map(|_paths| ())
}

/// Writes a folder whole, in the place of an earlier one. Gives the paths.
pub(super) fn write_folder(out: &Path, files: &[(PathBuf, Spooled)]) -> Result<Vec<PathBuf>, ExportError> {
    let parent = parent_of(out);
    let failed = |err| ExportError::io(out, err);
    let temporary = tempfile::Builder::new().prefix(".rapporteur-").tempdir_in(parent).map_err(failed)?;
    let fresh = temporary.path().join("page");
    fs::create_dir(&fresh).map_err(failed)?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = fresh.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let bytes = bytes.read().map_err(failed)?;
        fs::write(&path, &bytes).map_err(failed)?;
        written.push(path);
    }
    sync(&written).map_err(failed)?;
    let old = temporary.path().join("old");
    let had_old = out.exists();
    if had_old {
        fs::rename(out, &old).map_err(failed)?;
    }
    if let Err(err) = fs::rename(&fresh, out) {
        if had_old && let Err(lost) = fs::rename(&old, out) {
            // The old page must not go with the temporary folder that it is in.
            let kept = temporary.keep();
            log::error!("the earlier page is in {}: {lost}", kept.display());
        }
        return Err(failed(err));
    }
    Ok(files.iter().map(|(name, _)| out.join(name)).collect())
}

/// So many files at once wait for the disk, which takes them together.
const SYNCS: usize = 8;

/// Waits until files are on the disk.
fn sync(files: &[PathBuf]) -> std::io::Result<()> {
    let share = files.len().div_ceil(SYNCS).max(1);
    let sync = |file: &PathBuf| fs::OpenOptions::new().write(true).open(file)?.sync_all();
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            files.chunks(share).map(|files| scope.spawn(move || files.iter().try_for_each(sync))).collect();
        let broken = |_| Err(std::io::Error::other("the disk could not be waited for"));
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(broken))
    })
}

/// Writes a file whole, in the place of an earlier one.
pub(super) fn write_file(out: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    fill_file(out, |file| file.write_all(bytes).map_err(|err| ExportError::io(out, err)))
}

/// As [`write_file`], for what is written piece by piece.
pub(super) fn fill_file(
    out: &Path,
    fill: impl FnOnce(&mut fs::File) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let failed = |err| ExportError::io(out, err);
    let mut file = tempfile::Builder::new().prefix(".rapporteur-").tempfile_in(parent_of(out)).map_err(failed)?;
    fill(file.as_file_mut())?;
    file.as_file().sync_all().map_err(failed)?;
    set_ordinary_rights(file.as_file()).map_err(failed)?;
    file.persist(out).map_err(|err| failed(err.error))?;
    Ok(())
}

/// A temporary file is private; a page is for others.
#[cfg(unix)]
fn set_ordinary_rights(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_ordinary_rights(_file: &fs::File) -> std::io::Result<()> {
    Ok(())
}

pub(super) fn check_parent(out: &Path) -> Result<(), ExportError> {
    let parent = parent_of(out);
    if parent.is_dir() { Ok(()) } else { Err(ExportError::NoFolder { path: parent.to_owned() }) }
}

/// Files without a name: what is made of the photos waits there, so that it takes no memory. They are where the source keeps what was
/// made, whose disk takes most of it afterwards, and beside the export only where there is no room.
pub(super) fn spool(source: &dyn PictureSource, out: &Path) -> Result<Spool, ExportError> {
    let (own, beside) = (source.folder(), parent_of(out));
    let folders: Vec<&Path> = own.as_deref().into_iter().chain([beside]).collect();
    Spool::in_folders(&folders).map_err(|err| ExportError::io(out, err))
}

fn parent_of(out: &Path) -> &Path {
    out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn check_mark(out: &Path, index: &Path) -> Result<(), ExportError> {
    let is_ours = fs::read_to_string(index).is_ok_and(|html| html.contains(MARK));
    if is_ours { Ok(()) } else { Err(ExportError::NotOurs { path: out.to_owned(), found: "index.html".to_owned() }) }
}
