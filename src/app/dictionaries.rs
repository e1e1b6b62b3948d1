//! Where dictionaries are: the reporter's folder, the program itself, the system.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::language::Language;
use crate::spelling::dictionary::Finder;
use crate::spelling::{Dictionary, DictionaryFiles, builtin, builtin_names};

/// A larger file is no dictionary: the largest that there are have some ten megabytes.
const LARGEST_BYTES: u64 = 64 << 20;

/// Looks for dictionaries in the reporter's folder, then in the program, then in the folders of the system.
pub(super) fn finder(own: Option<PathBuf>, system: Vec<PathBuf>) -> Finder {
    let own: Vec<PathBuf> = own.into_iter().collect();
    Box::new(move |language| find(language, &own, &system))
}

fn find(language: &str, own: &[PathBuf], system: &[PathBuf]) -> Vec<Dictionary> {
    let named = |name: &str| {
        let inside = || builtin(name).and_then(|files| parsed(name, &files));
        on_disk(own, name).or_else(inside).or_else(|| on_disk(system, name))
    };
    let exact: Vec<_> = names(language).iter().filter_map(|name| named(name)).collect();
    if !exact.is_empty() {
        return exact;
    }
    // Another region of the language is better than nothing.
    let mut others: BTreeSet<String> =
        [own, system].into_iter().flatten().flat_map(|folder| names_in(folder)).collect();
    others.extend(builtin_names().map(str::to_owned));
    let of_language = others.iter().filter(|name| primary(name).eq_ignore_ascii_case(primary(language)));
    match Language::of(language) {
        Language::English => find("en", own, system),
        _ => of_language.filter_map(|name| named(name)).take(1).collect(),
    }
}

/// The dictionaries of a language by their names. English without a region is American and British.
fn names(language: &str) -> Vec<String> {
    match language.split_once(['-', '_']) {
        Some((primary, region)) => vec![format!("{}_{}", primary.to_ascii_lowercase(), region.to_ascii_uppercase())],
        None => match Language::of(language) {
            Language::English => vec!["en_US".to_owned(), "en_GB".to_owned()],
            Language::Russian => vec!["ru_RU".to_owned()],
            Language::Vietnamese => vec!["vi_VN".to_owned()],
            Language::Other => vec![format!("{language}_{}", language.to_ascii_uppercase()), language.to_owned()],
        },
    }
}

fn primary(name: &str) -> &str {
    name.split(['-', '_']).next().unwrap_or_default()
}

fn on_disk(folders: &[PathBuf], name: &str) -> Option<Dictionary> {
    folders.iter().find_map(|folder| {
        let stem = names_in(folder).into_iter().find(|other| other.replace('-', "_").eq_ignore_ascii_case(name))?;
        let read = |extension: &str| read(&folder.join(format!("{stem}.{extension}")));
        let files = DictionaryFiles { aff: read("aff")?, dic: read("dic")? };
        parsed(&folder.join(&stem).display().to_string(), &files)
    })
}

fn parsed(name: &str, files: &DictionaryFiles) -> Option<Dictionary> {
    Dictionary::new(files).map_err(|err| log::warn!("the dictionary {name} cannot be used: {err}")).ok()
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let size = fs::metadata(path).ok()?.len();
    (size <= LARGEST_BYTES).then(|| fs::read(path).ok())?
}

/// The names of the dictionaries in a folder: those with rules and words.
fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let whole = paths.filter(|path| {
        path.extension().is_some_and(|extension| extension == "dic") && path.with_extension("aff").is_file()
    });
    let mut names: Vec<_> = whole.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}

/// Where systems and office programs keep dictionaries.
pub(super) fn system_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if let Some(base) = directories::BaseDirs::new() {
        folders.extend(["hunspell", "myspell"].map(|name| base.data_dir().join(name)));
        folders.extend(["hunspell", "myspell"].map(|name| base.data_local_dir().join(name)));
        folders.push(base.home_dir().join("Library/Spelling"));
    }
    let common = [
        "/usr/share/hunspell",
        "/usr/local/share/hunspell",
        "/usr/share/myspell/dicts",
        "/usr/share/myspell",
        "/Library/Spelling",
    ];
    folders.extend(common.map(PathBuf::from));
    // Each language has a folder of its own there: dict-vi.
    let offices = [
        "/usr/lib/libreoffice/share/extensions",
        "/usr/lib64/libreoffice/share/extensions",
        "/opt/libreoffice/share/extensions",
        "/Applications/LibreOffice.app/Contents/Resources/extensions",
        "C:\\Program Files\\LibreOffice\\share\\extensions",
    ];
    for office in offices {
        let Ok(entries) = fs::read_dir(office) else { continue };
        let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut dictionaries: Vec<_> = paths.filter(|path| is_dictionary_folder(path)).collect();
        dictionaries.sort();
        folders.extend(dictionaries);
    }
    folders
}

fn is_dictionary_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("dict-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, name: &str, word: &str) {
        fs::write(folder.join(format!("{name}.aff")), "SET UTF-8\n").unwrap();
        fs::write(folder.join(format!("{name}.dic")), format!("1\n{word}\n")).unwrap();
    }

    fn knows(found: &[Dictionary], word: &str) -> bool {
        found.iter().any(|dictionary| dictionary.knows(word))
    }

    #[test]
    fn ones_own_dictionary_comes_before_the_programs_and_that_before_the_systems() {
        let (own, system) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put(system.path(), "en_GB", "frobnicate");
        put(system.path(), "vi_VN", "xyzzy");
        let folders = ([own.path().to_owned()], [system.path().to_owned()]);
        let found = |language: &str| find(language, &folders.0, &folders.1);
        assert!(knows(&found("en-GB"), "colour") && !knows(&found("en-GB"), "frobnicate"));
        assert!(knows(&found("vi"), "xyzzy"), "what the program has not");
        put(own.path(), "en-gb", "wibble");
        let british = found("en-GB");
        assert!(knows(&british, "wibble") && !knows(&british, "colour"));
        let english = found("en");
        assert!(knows(&english, "wibble") && knows(&english, "color"), "the American one is still the program's");
    }

    #[test]
    fn another_region_stands_in_and_a_broken_dictionary_is_none() {
        let system = tempfile::tempdir().unwrap();
        put(system.path(), "fr_CA", "magasiner");
        fs::write(system.path().join("de_DE.dic"), "1\nWort\n").unwrap();
        put(system.path(), "ru_RU", "слово");
        fs::write(system.path().join("ru_RU.dic"), [0xff, 0xfe]).unwrap();
        let folders = [system.path().to_owned()];
        assert!(knows(&find("fr", &[], &folders), "magasiner") && knows(&find("fr-CA", &[], &folders), "magasiner"));
        assert!(find("de", &[], &folders).is_empty(), "words without rules");
        assert!(knows(&find("ru", &folders, &[]), "слово"), "the program's stands in for one's own that is broken");
        assert!(knows(&find("en-AU", &[], &[]), "colour"));
    }
}
