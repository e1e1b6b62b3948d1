//! Dictionaries in Hunspell's format, and the shelf that they are taken from when a text needs them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The two files of a dictionary, as they are on a disk or in the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryFiles {
    /// The rules: `.aff`.
    pub aff: Vec<u8>,
    /// The words: `.dic`.
    pub dic: Vec<u8>,
}

/// Why a dictionary cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DictionaryError {
    /// It is written in letters that we do not read.
    #[error("its letters are encoded as {0}; UTF-8 or ISO8859-1 is needed")]
    Encoding(String),
    /// It says UTF-8 and is not.
    #[error("it is not UTF-8")]
    NotUtf8,
    /// Its rules cannot be understood.
    #[error("{0}")]
    Rules(String),
}

/// A dictionary ready for use.
pub struct Dictionary(spellbook::Dictionary);

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dictionary").finish_non_exhaustive()
    }
}

impl Dictionary {
    /// Reads a dictionary, which takes some tens of milliseconds: call it off the interface's thread.
    pub fn new(files: &DictionaryFiles) -> Result<Self, DictionaryError> {
        let encoding = encoding_of(&files.aff);
        let (aff, dic) = (decoded(&files.aff, &encoding)?, decoded(&files.dic, &encoding)?);
        let dictionary = spellbook::Dictionary::new(&aff, &dic);
        dictionary.map(Self).map_err(|err| DictionaryError::Rules(err.to_string()))
    }

    /// Whether the word is in it, in any of its forms. A Russian ё may be written as е, and the other way round.
    pub fn knows(&self, word: &str) -> bool {
        if self.0.check(word) {
            return true;
        }
        if word.contains(['ё', 'Ё']) {
            return self.0.check(&word.replace('ё', "е").replace('Ё', "Е"));
        }
        let with_yo =
            |(at, _): (usize, &str)| self.0.check(&format!("{}ё{}", &word[..at], &word[at + 'е'.len_utf8()..]));
        word.match_indices('е').any(with_yo)
    }

    /// Words that it may have been meant for, the likeliest first. It can take a tenth of a second, and with some dictionaries much
    /// longer.
    pub fn suggestions(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.0.suggest(word, &mut found);
        found
    }
}

/// The encoding that the rules name; Hunspell's own default where they name none.
fn encoding_of(aff: &[u8]) -> String {
    let ascii = String::from_utf8_lossy(aff);
    let named = ascii.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("SET "));
    named.map_or_else(|| "ISO8859-1".to_owned(), |name| name.trim().to_ascii_uppercase())
}

fn decoded<'a>(bytes: &'a [u8], encoding: &str) -> Result<Cow<'a, str>, DictionaryError> {
    match encoding {
        "UTF-8" | "UTF8" => std::str::from_utf8(bytes)
            .map(|text| Cow::Borrowed(text.trim_start_matches('\u{feff}')))
            .map_err(|_not_utf8| DictionaryError::NotUtf8),
        // The first 256 characters of Unicode are those of this encoding.
        "ISO8859-1" | "ISO-8859-1" => Ok(Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect())),
        other => Err(DictionaryError::Encoding(other.to_owned())),
    }
}

/// Finds the dictionaries of a language (BCP 47), best first; none where there are none.
pub type Finder = Box<dyn Fn(&str) -> Vec<Dictionary> + Send + Sync>;

/// The dictionaries that texts have needed so far. Each is read once, by the first who needs it.
pub struct Library {
    find: Finder,
    read: Mutex<BTreeMap<String, Arc<[Dictionary]>>>,
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Library").finish_non_exhaustive()
    }
}

impl Library {
    /// An empty shelf, and who fills it.
    pub fn new(find: Finder) -> Self {
        Self { find, read: Mutex::default() }
    }

    /// The dictionaries of a language. The first call for a language reads them, and others wait meanwhile.
    pub fn of(&self, language: &str) -> Arc<[Dictionary]> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let dictionaries = read.entry(language.to_owned()).or_insert_with(|| (self.find)(language).into());
        Arc::clone(dictionaries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(aff: &[u8], dic: &[u8]) -> Result<Dictionary, DictionaryError> {
        Dictionary::new(&DictionaryFiles { aff: aff.to_vec(), dic: dic.to_vec() })
    }

    #[test]
    fn letters_of_older_dictionaries_are_read() {
        let latin = dictionary(b"SET ISO8859-1\n", b"1\ncaf\xe9\n").unwrap();
        assert!(latin.knows("café") && !latin.knows("cafe"));
        let unicode = dictionary("\u{feff}SET UTF-8\n".as_bytes(), "1\nкафе\n".as_bytes()).unwrap();
        assert!(unicode.knows("Кафе"));
        assert!(matches!(dictionary(b"SET KOI8-R\n", b"0\n"), Err(DictionaryError::Encoding(_))));
        assert!(matches!(dictionary(b"SET UTF-8\n", b"1\n\xff\n"), Err(DictionaryError::NotUtf8)));
    }

    #[test]
    fn yo_and_ye_are_one_letter() {
        let dictionary = dictionary(b"SET UTF-8\n", "2\nелка\nмёд\n".as_bytes()).unwrap();
        for word in ["елка", "ёлка", "Ёлка", "мёд", "мед"] {
            assert!(dictionary.knows(word), "{word}");
        }
        assert!(!dictionary.knows("мод"));
    }

    #[test]
    fn a_dictionary_is_read_once() {
        let reads = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = Arc::clone(&reads);
        let library = Library::new(Box::new(move |_| {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Vec::new()
        }));
        assert!(library.of("xx").is_empty() && library.of("xx").is_empty());
        assert_eq!(reads.load(std::sync::atomic::Ordering::Relaxed), 1);
    }
}
