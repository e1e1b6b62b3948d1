//! Folding for search.

/// Whether a pattern is found in a text.
pub fn matches(text: &str, pattern: &str) -> bool {
    text.to_lowercase().contains(&pattern.to_lowercase())
}

/// Whether a word of the text starts with the pattern.
pub fn starts_with_word(text: &str, pattern: &str) -> bool {
    text.to_lowercase().starts_with(&pattern.to_lowercase())
}
