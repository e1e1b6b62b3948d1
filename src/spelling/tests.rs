//! What the other tests here share, and the check of whole stories.

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
    let texts = report.all_slots().into_iter().filter(|slot| is_checked(*slot)).filter_map(|slot| report.text(slot));
    let words = texts.flat_map(|text| {
        let found = unknown_words(library(), &report.language, text).into_iter();
        found.map(|range| text.as_str()[range].to_owned()).collect::<Vec<_>>()
    });
    words.filter(|word| !known.knows(word)).collect()
}

/// Stories by people who can spell: what is marked in them is a false alarm.
#[test]
fn the_sample_stories_have_no_mark() {
    for language in ["en", "ru", "vi"] {
        let sample = crate::sample::sample(language, &mut IdSource::from_seed(1)).report;
        let found = marked(&sample);
        assert!(found.is_empty(), "{language}: {found:?}");
    }
}
