//! Tables of words, ready to be looked up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// Words of a table.
pub(super) type Terms = LazyLock<HashSet<&'static str, RandomState>>;

/// The words of a table that spaces separate.
pub(super) fn words(table: &'static str) -> HashSet<&'static str, RandomState> {
    table.split_whitespace().collect()
}

/// The phrases of a table that strokes separate.
pub(super) fn phrases(table: &'static str) -> HashSet<&'static str, RandomState> {
    table.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()).collect()
}

/// How Russian words begin, by their first letters; an ending follows.
pub(super) struct Stems(HashMap<char, Vec<&'static str>, RandomState>);

impl Stems {
    /// The stems of a table that spaces separate.
    pub(super) fn of(table: &'static str) -> Self {
        let mut all: HashMap<char, Vec<&str>, RandomState> = HashMap::default();
        for stem in table.split_whitespace() {
            all.entry(stem.chars().next().unwrap_or_default()).or_default().push(stem);
        }
        Self(all)
    }

    /// Whether a word, in small letters with е for ё, is one of the stems with an ending and not an adjective of it.
    pub(super) fn has(&self, word: &str) -> bool {
        const LONGEST_ENDING: usize = 3;
        let stems = word.chars().next().and_then(|first| self.0.get(&first));
        stems.is_some_and(|stems| {
            let ends = |ending: &str| ending.chars().count() <= LONGEST_ENDING && !ending.starts_with("ск");
            stems.iter().any(|stem| word.strip_prefix(stem).is_some_and(ends))
        })
    }
}
