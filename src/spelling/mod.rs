//! Spelling: which words of a text are not right, and what they may have been meant for.
//!
//! | module | says |
//! |---|---|
//! | [`words`] | the words of a text that can be checked |
//! | [`dictionary`] | dictionaries in Hunspell's format, read when a text needs them |
//! | [`mod@builtin`] | the English and Russian ones that are in the program |
//! | [`vietnamese`] | Vietnamese syllables, by their own rules |
//! | [`judge`] | which dictionaries apply to a word, and what they say |
//! | [`known`] | names from the report, and the reporter's own words |
//! | [`suggest`] | what a word may have been meant for |
//!
//! What dictionaries say of a text depends on the text and its language alone, so it is worked out once for each state of a text, in a job
//! ([`unknown_words`]). Names and the reporter's own words change while one writes; they are looked up where a mark is about to be drawn
//! ([`Known::knows`]), which is cheap, and no text is checked anew for them.

pub mod builtin;
pub mod dictionary;
pub mod judge;
pub mod known;
pub mod suggest;
#[cfg(test)]
mod tests;
pub mod vietnamese;
pub mod words;

pub use self::builtin::{builtin, builtin_names};
pub use self::dictionary::{Dictionary, DictionaryError, DictionaryFiles, Library};
pub use self::judge::{is_checked, unknown_words};
pub use self::known::Known;
pub use self::suggest::{MOST_SUGGESTIONS, Question, suggestions};
