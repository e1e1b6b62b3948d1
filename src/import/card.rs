//! Which files are meant by files and folders.

use std::path::{Path, PathBuf};

use crate::report::file_name_key;

/// Deeper folders are not looked into: a card has three.
const MOST_DEEP: usize = 16;

/// What cameras write beside the pictures for themselves.
const OF_THE_CAMERA: [&str; 8] = ["thm", "ctg", "lrv", "bdm", "mpl", "cpi", "ind", "dsc"];
const FOLDERS_OF_THE_CAMERA: [&str; 7] =
    ["misc", "canonmsc", "eosmisc", "lost.dir", "system volume information", "$recycle.bin", "found.000"];

/// The files in the order in which they were given, and those of a folder, and of the folders in it, by name. What is hidden or the
/// system's or the camera's own is passed over inside folders; a file that was named itself is always meant.
pub fn files_of(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            gather(path, 0, &mut files);
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Named among what could not be read.
        files.push(folder.to_owned());
        return;
    };
    let mut entries: Vec<_> =
        entries.filter_map(Result::ok).map(|entry| (entry.path(), entry.file_type().ok())).collect();
    entries.retain(|(path, _)| !is_of_the_system(path));
    entries.sort_by_cached_key(|(path, _)| sort_key(path));
    for (path, kind) in entries {
        // A link to a folder could lead back here.
        if kind.is_some_and(|kind| kind.is_dir()) {
            if depth < MOST_DEEP && !is_cameras_folder(&path) {
                gather(&path, depth + 1, files);
            }
        } else if path.is_file() && !is_cameras(&path) {
            files.push(path);
        }
    }
}

/// Whether a file is no picture of the reporter's: hidden, put there by a file manager, or the XMP beside a picture.
fn is_of_the_system(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    name.starts_with('.') || name.ends_with(".xmp") || matches!(name.as_str(), "thumbs.db" | "desktop.ini")
}

/// Two names that differ only in case or zeros still have one order.
fn sort_key(path: &Path) -> (Vec<(u64, String)>, PathBuf) {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    (file_name_key(&name), path.to_owned())
}

fn is_cameras(path: &Path) -> bool {
    path.extension().is_some_and(|extension| OF_THE_CAMERA.iter().any(|own| extension.eq_ignore_ascii_case(own)))
}

fn is_cameras_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| FOLDERS_OF_THE_CAMERA.iter().any(|own| name.eq_ignore_ascii_case(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_gives_its_pictures_by_name_and_nothing_of_the_camera() {
        let card = tempfile::tempdir().unwrap();
        let named = |name: &str| {
            let path = card.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, name).unwrap();
            path
        };
        let expected: Vec<PathBuf> =
            ["DCIM/100CANON/IMG_9.JPG", "DCIM/100CANON/IMG_10.JPG", "DCIM/101CANON/IMG_1.JPG", "notes.txt"]
                .map(named)
                .to_vec();
        for passed_over in
            ["DCIM/.hidden.jpg", "DCIM/100CANON/IMG_9.THM", "MISC/AUTPRINT.MRK", "Thumbs.db", ".Trashes/a.jpg"]
        {
            named(passed_over);
        }
        assert_eq!(files_of(&[card.path().to_owned()]), expected);
        let last_first = [expected[3].clone(), expected[0].clone()];
        assert_eq!(files_of(&last_first), last_first, "files stay in the order in which they were dragged");
    }
}
