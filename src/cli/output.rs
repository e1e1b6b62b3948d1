//! Folders that are there whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::{Builder, TempDir};

use crate::cli::CliError;

/// Writes a folder by a function that fills it. A folder with its name must be empty.
pub(super) fn write_folder(path: &Path, fill: impl FnOnce(&Path) -> Result<(), CliError>) -> Result<(), CliError> {
    let error = |error| CliError::write(path, error);
    if path.exists() && fs::read_dir(path).map_err(error)?.next().is_some() {
        return Err(error(io::ErrorKind::AlreadyExists.into()));
    }
    let folder = temporary_folder(path).map_err(error)?;
    fill(folder.path())?;
    if path.exists() {
        fs::remove_dir(path).map_err(error)?;
    }
    fs::rename(folder.path(), path).map_err(error)?;
    // It has another name now, so there is nothing to clear away.
    let _renamed = folder.keep();
    Ok(())
}

/// Writes files into a folder by a function that fills one; they appear there when all are made. A file with the name of one
/// of them is left alone where it is the same, and nothing is written where it is another.
pub(super) fn write_into_folder(path: &Path, fill: impl FnOnce(&Path) -> Result<(), CliError>) -> Result<(), CliError> {
    let error = |error| CliError::write(path, error);
    let is_new = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => true,
        Err(other) => return Err(error(other)),
    };
    if is_new {
        return write_folder(path, fill);
    }
    let folder = temporary_folder(path).map_err(error)?;
    fill(folder.path())?;
    let mut moves = Vec::new();
    for entry in fs::read_dir(folder.path()).map_err(error)? {
        let from = entry.map_err(error)?.path();
        let to = path.join(from.file_name().unwrap_or_default());
        match fs::read(&to) {
            Ok(there) if fs::read(&from).map_err(error)? == there => {}
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => moves.push((from, to)),
            Ok(_) | Err(_) => return Err(CliError::write(&to, io::ErrorKind::AlreadyExists.into())),
        }
    }
    for (from, to) in moves {
        fs::rename(&from, &to).map_err(|error| CliError::write(&to, error))?;
    }
    Ok(())
}

fn temporary_folder(beside: &Path) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(".").suffix(".tmp");
    public(&mut builder, 0o777);
    builder.tempdir_in(folder_of(beside))
}

/// Who may read what is written is for the system's settings to say, not for those of temporary files.
#[cfg(unix)]
fn public(builder: &mut Builder<'_, '_>, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn public(_builder: &mut Builder<'_, '_>, _mode: u32) {}

/// The folder that a path is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
