//! The photos that a benchmark measures with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::camera::{FULL_SIZE, photo, smaller};

/// Those of the folder that `RAPPORTEUR_PHOTOS` names, or some made in a folder: so many of a common camera or, where an argument says how many
/// thousands of pixels each has, perhaps fewer.
pub fn photos(folder: &Path, of_full_size: u32, of_given_size: u32) -> Vec<PathBuf> {
    if let Some(given) = env::var_os("RAPPORTEUR_PHOTOS") {
        let entries = fs::read_dir(given).expect("the folder of photos").map(|entry| entry.expect("a photo").path());
        let mut files: Vec<PathBuf> = entries.collect();
        files.sort();
        return files;
    }
    let kilopixels: Option<u32> = env::args().skip(1).find_map(|argument| argument.parse().ok());
    let (count, (width, height)) = match kilopixels {
        Some(kilopixels) => (of_given_size, smaller(kilopixels)),
        None => (of_full_size, FULL_SIZE),
    };
    let write = |number: u32| {
        let path = folder.join(format!("IMG_{number:04}.JPG"));
        fs::write(&path, photo(width, height, number)).expect("room for a photo");
        path
    };
    (1..=count).map(write).collect()
}
