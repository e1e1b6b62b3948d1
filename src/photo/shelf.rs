//! Pictures that were made before, by what they were made of.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::photo::encode::OutputFormat;

/// Goes up when the same settings give other bytes than before: another encoder, another filter.
const RECIPE: &str = "derivatives 2";

/// Names a derivative by the original and everything that was done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedKey([u8; 16]);

impl DerivedKey {
    /// Of an original, by its SHA-256 in words, and settings.
    pub(crate) fn new(original: &str, settings: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(original);
        hash.update(RECIPE);
        hash.update(settings);
        let mut key = [0; 16];
        key.copy_from_slice(&hash.finalize()[..16]);
        Self(key)
    }

    /// The key that is shown as these 32 lower-case hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        let number = u128::from_str_radix(digits, 16).ok()?;
        Some(Self(number.to_be_bytes())).filter(|key| key.to_string() == digits)
    }
}

impl fmt::Display for DerivedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Keeps derivatives as they were encoded, without words in them.
pub trait Shelf: Sync {
    /// What was kept, if it is there and whole.
    fn get(&self, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>>;

    /// Keeps one. It may be forgotten any time.
    fn put(&self, key: DerivedKey, format: OutputFormat, bytes: &[u8]);
}
