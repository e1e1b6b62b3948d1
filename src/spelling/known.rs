//! Words that are right though no dictionary has them: names from the report, the reporter's own words, words that are ignored here.

use std::collections::BTreeSet;

use crate::report::Report;
use crate::spelling::words::{self, Script};

/// The known words. Dictionaries are asked first: what they know is not looked for here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// As they are written, with е for ё.
    words: BTreeSet<String>,
    /// In capitals, for headlines that are.
    capitals: BTreeSet<String>,
    /// What stays of a Russian name in all its cases.
    stems: BTreeSet<String>,
    /// The reporter's own words, as they were added.
    own: BTreeSet<String>,
    /// The names as they are printed, for suggestions.
    names: BTreeSet<String>,
}

impl Known {
    /// The names in a report and the words that it lets pass, with the reporter's own words.
    ///
    /// Names are those of people, organisations, delegations and places, and the name of the conference; not titles and notes, which are
    /// ordinary words.
    pub fn of<'a>(report: &Report, own: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for person in &report.participants {
            for text in [&person.name, &person.short_name, &person.honorific, &person.organisation, &person.delegation]
            {
                known.add_names(text);
            }
        }
        let (event, publication) = (&report.details.event, &report.details.publication);
        for text in [&event.name, &event.organisers, &event.venue, &event.city, &event.country, &publication.publisher]
        {
            known.add_names(text);
        }
        for source in &report.details.sources {
            known.add_names(&source.name);
        }
        known.add_names(report.byline.as_str());
        known.add_names(report.place.as_str());
        for photo in &report.photos {
            known.add_names(photo.credit.as_str());
            known.add_names(&photo.place);
        }
        for word in own {
            known.add(word);
            known.own.insert(word.to_owned());
        }
        report.details.ignored_words.iter().for_each(|word| known.add(word));
        known
    }

    fn add(&mut self, word: &str) {
        let word = folded(word);
        self.capitals.insert(word.to_uppercase());
        self.words.insert(word);
    }

    fn add_names(&mut self, text: &str) {
        for word in words::words(text) {
            let (written, whole) = (&text[word.range.clone()], &text[word.whole.clone()]);
            self.add(written);
            self.add(whole);
            if !written.starts_with(char::is_uppercase) {
                continue;
            }
            self.names.insert(words::plain(written).into_owned());
            if word.script == Script::Cyrillic {
                self.stems.extend(stem(&folded(written)));
            }
        }
    }

    /// Whether a word is known. A word in small letters may be written with capitals, not the other way round; a possessive
    /// is known with its name, a Russian name in all its cases.
    pub fn knows(&self, word: &str) -> bool {
        let word = folded(word);
        let bare = word.strip_suffix("'s").unwrap_or(&word);
        let is_capitals = !bare.chars().any(char::is_lowercase);
        [word.as_str(), bare]
            .into_iter()
            .any(|word| self.words.contains(word) || self.words.contains(&word.to_lowercase()))
            || (is_capitals && self.capitals.contains(bare))
            || self.is_case_of_a_name(&word)
    }

    /// The reporter's own word that lets this one pass.
    pub fn own_word(&self, word: &str) -> Option<&str> {
        let folded = folded(word);
        let bare = folded.strip_suffix("'s").unwrap_or(&folded);
        let fits = |own: &&String| {
            let own = self::folded(own);
            own == folded || own == bare || own == bare.to_lowercase() || own.to_uppercase() == bare
        };
        self.own.iter().find(fits).map(String::as_str)
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn is_case_of_a_name(&self, word: &str) -> bool {
        let is_name = word.starts_with(|letter: char| matches!(letter, 'А'..='Я'));
        is_name && ENDINGS.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| self.stems.contains(stem)))
    }
}

/// Endings of Russian names in their cases, of men and women, of names and of surnames like adjectives, and of patronymics.
const ENDINGS: [&str; 33] = [
    "", "а", "у", "ом", "ем", "е", "ы", "и", "ой", "ою", "ей", "ею", "я", "ю", "ь", "ью", "й", "ия", "ии", "ов", "ым",
    "ых", "ыми", "ый", "ий", "ого", "его", "ому", "ему", "им", "ая", "ую", "ам",
];

/// What does not change in a Russian name: Кольцов- of Кольцова, Достоевск- of Достоевский, Мари- of Мария. Vowels that come
/// and go (Лев, Льва) are beyond this rule. `None` for a name too short to tell.
fn stem(name: &str) -> Option<String> {
    let ending = ["ский", "цкий", "ая", "ый", "ой"].into_iter().find(|ending| name.ends_with(ending));
    let letters = match ending {
        Some("ский" | "цкий") | Some("ая" | "ый" | "ой") => 2,
        _ if name.ends_with(['а', 'я', 'о', 'е', 'и', 'й', 'ь', 'у', 'ы', 'э', 'ю']) => 1,
        _ => 0,
    };
    let count = name.chars().count() - letters;
    (count >= 2 && name.chars().count() >= 3).then(|| name.chars().take(count).collect())
}

fn folded(word: &str) -> String {
    words::plain(word).replace('ё', "е").replace('Ё', "Е")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::{Details, IdSource, Participant};

    fn known(names: &[&str], own: &[&str]) -> Known {
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "ru");
        report.participants = names.iter().map(|name| Arc::new(Participant::named(ids.participant(), name))).collect();
        let details = Details { ignored_words: vec!["плавучка".into()], ..Details::default() };
        report.details = Arc::new(details);
        Known::of(&report, own.iter().copied())
    }

    #[test]
    fn names_are_known_in_all_their_parts() {
        let known = known(&["Marina Koltsova-Reed"], &["metadata"]);
        for word in [
            "Marina",
            "Koltsova",
            "Reed",
            "Koltsova-Reed",
            "KOLTSOVA",
            "Koltsova’s",
            "metadata",
            "Metadata",
            "METADATA",
        ] {
            assert!(known.knows(word), "{word}");
        }
        for word in ["koltsova", "Koltsov", "Marinas", "плавучка-"] {
            assert!(!known.knows(word), "{word}");
        }
        assert!(known.knows("плавучка") && known.knows("Плавучка"));
        assert_eq!((known.own_word("METADATA"), known.own_word("Marina")), (Some("metadata"), None));
        assert_eq!(known.names().collect::<Vec<_>>(), ["Koltsova", "Marina", "Reed"]);
    }

    #[test]
    fn russian_names_are_known_in_their_cases() {
        let known = known(&["Марина Кольцова", "Тимур Галеев", "Фёдор Достоевский", "Гоша Чуй", "Мария Ли"], &[]);
        let cases = "Марины Марине Марину Мариной Кольцовой Кольцову Кольцов Тимура Тимуром Галеева Галееву Галеевым Галееве \
            Достоевского Достоевскому Достоевским Достоевском Фёдора Федору Гоши Гоше Гошей Чуя Чуем Марии Марию Марией Галеевых";
        for word in cases.split_ascii_whitespace() {
            assert!(known.knows(word), "{word}");
        }
        for word in ["Кольцава", "галеева", "Тимурка", "Достаевского", "Ляли"] {
            assert!(!known.knows(word), "{word}");
        }
    }
}
