//! Spelling: which words of a text are not right, and what they may have been meant for.
//!
//! | module | says |
//! |---|---|
//! | [`words`] | the words of a text that can be checked |
//! | [`dictionary`] | dictionaries in Hunspell's format, read when a text needs them |
//! | [`builtin`] | the English and Russian ones that are in the program |
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
pub mod vietnamese;
pub mod words;

pub use self::builtin::{builtin, builtin_names};
pub use self::dictionary::{Dictionary, DictionaryError, DictionaryFiles, Library};
pub use self::judge::{is_checked, unknown_words};
pub use self::known::Known;
pub use self::suggest::{MOST_SUGGESTIONS, Question, suggestions};

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::report::{IdSource, Report};

    /// The dictionaries of the program, and no others.
    pub(crate) fn library() -> &'static Library {
        static LIBRARY: OnceLock<Library> = OnceLock::new();
        LIBRARY.get_or_init(|| {
            Library::new(Box::new(|language| {
                let names: &[&str] = match language {
                    "en" => &["en_US", "en_GB"],
                    "en-GB" => &["en_GB"],
                    "ru" => &["ru_RU"],
                    _ => &[],
                };
                names.iter().map(|name| Dictionary::new(&builtin(name).unwrap()).unwrap()).collect()
            }))
        })
    }

    fn marked(report: &Report) -> Vec<String> {
        let known = Known::of(report, []);
        let texts =
            report.all_slots().into_iter().filter(|slot| is_checked(*slot)).filter_map(|slot| report.text(slot));
        let words = texts.flat_map(|text| {
            let found = unknown_words(library(), &report.language, text).into_iter();
            found.map(|range| text.as_str()[range].to_owned()).collect::<Vec<_>>()
        });
        words.filter(|word| !known.knows(word)).collect()
    }

    /// Stories by people who can spell: what is marked in them is a false alarm.
    #[test]
    fn the_sample_stories_have_hardly_a_mark() {
        for language in ["en", "ru", "vi"] {
            let sample = crate::sample::sample(language, &mut IdSource::from_seed(1)).report;
            let found = marked(&sample);
            assert!(found.len() < 4, "{language}: {found:?}");
        }
    }
}
