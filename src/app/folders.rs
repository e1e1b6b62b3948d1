//! Where the program keeps what is its own: preferences, drafts, recovered reports.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Names a folder that holds everything of the program's own in place of the system's folders: for a portable installation, and
/// for tests, which must not touch the preferences of whoever runs them.
pub const HOME_VARIABLE: &str = "RAPPORTEUR_HOME";

/// The folders of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Preferences.
    pub config: PathBuf,
    /// Drafts and recovered reports.
    pub data: PathBuf,
}

impl Folders {
    /// The folders in `home`, or the system's where it is absent or empty; `None` where the system has no home folder either.
    pub fn new(home: Option<&OsStr>) -> Option<Self> {
        if let Some(home) = home.filter(|home| !home.is_empty()) {
            let home = Path::new(home);
            return Some(Self { config: home.join("config"), data: home.join("data") });
        }
        let system = ProjectDirs::from("", "", "Rapporteur")?;
        Some(Self { config: system.config_dir().to_owned(), data: system.data_dir().to_owned() })
    }

    /// The folders of this process.
    pub fn current() -> Option<Self> {
        Self::new(std::env::var_os(HOME_VARIABLE).as_deref())
    }

    /// Reports that the reporter has not named yet.
    pub fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    /// What was saved from damaged files.
    pub fn recovery(&self) -> PathBuf {
        self.data.join("recovery")
    }

    /// Where the reporter can put dictionaries: `.aff` and `.dic`.
    pub fn dictionaries(&self) -> PathBuf {
        self.config.join("dictionaries")
    }

    /// The reporter's own words.
    pub fn own_words(&self) -> PathBuf {
        self.config.join("dictionary.txt")
    }

    /// The file of the preferences.
    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_inside_the_home_that_was_named() {
        let folders = Folders::new(Some(OsStr::new("/somewhere"))).unwrap();
        let home = Path::new("/somewhere");
        for path in [&folders.config, &folders.data, &folders.drafts(), &folders.recovery(), &folders.preferences()] {
            assert!(path.starts_with(home) && path != home, "{}", path.display());
        }
        assert_ne!(folders.drafts(), folders.recovery());
    }

    #[test]
    fn an_empty_name_is_none() {
        assert_eq!(Folders::new(Some(OsStr::new(""))), Folders::new(None));
    }
}
