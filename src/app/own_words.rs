//! The reporter's own dictionary: a text file with a word a line, which may be edited by hand.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

/// The words in a file; none where there is no such file. Empty lines and lines that begin with `#` are left out, and so are the flags
/// of Hunspell's own word lists.
pub(super) fn read(path: &Path) -> Vec<String> {
    let text = written(path).unwrap_or_else(|err| {
        log::warn!("the dictionary “{}” cannot be read: {err}", path.display());
        String::new()
    });
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let words = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let bare = words.map(|line| line.split('/').next().unwrap_or_default().trim().nfc().collect::<String>());
    bare.filter(|word| !word.is_empty()).collect()
}

/// Adds a word to a file, whole or not at all; what is there stays as it is. It waits for the disk: call it off the UI thread.
pub(super) fn add(path: &Path, word: &str) -> io::Result<()> {
    let mut text = written(path)?;
    if words(&text).iter().any(|other| other == word) {
        return Ok(());
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(word);
    text.push('\n');
    write(path, &text)
}

/// Takes a word out of a file; the other lines stay as they are. As [`add`] otherwise.
pub(super) fn remove(path: &Path, word: &str) -> io::Result<()> {
    let text = written(path)?;
    let others: String =
        text.split_inclusive('\n').filter(|line| words(line).iter().all(|other| other != word)).collect();
    if others == text { Ok(()) } else { write(path, &others) }
}

fn written(path: &Path) -> io::Result<String> {
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(err) => Err(err),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|err| err.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_edited_by_hand_is_understood_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("inside/dictionary.txt");
        assert!(read(&path).is_empty());
        add(&path, "Rosatom").unwrap();
        fs::write(&path, "\u{feff}# ours\r\nRosatom\r\n\r\n  Ho\u{300}a \nwiki/MS\nlast").unwrap();
        add(&path, "Rosatom").unwrap();
        add(&path, "слово").unwrap();
        assert_eq!(read(&path), ["Rosatom", "Hòa", "wiki", "last", "слово"]);
        assert!(fs::read_to_string(&path).unwrap().starts_with("\u{feff}# ours\r\nRosatom\r\n"));
        remove(&path, "wiki").unwrap();
        remove(&path, "nothing").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "\u{feff}# ours\r\nRosatom\r\n\r\n  Ho\u{300}a \nlast\nслово\n");
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        assert!(add(folder.path(), "word").is_err(), "a folder is no file");
    }
}
