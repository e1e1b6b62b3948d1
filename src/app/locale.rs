//! The words of the interface, from the Fluent files in `assets/locales`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::app::{Command, UiLanguage};

/// The Fluent files of one language: name and text.
type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($language:literal) => {
        &[
            ("app.ftl", include_str!(concat!("../../assets/locales/", $language, "/app.ftl"))),
            ("commands.ftl", include_str!(concat!("../../assets/locales/", $language, "/commands.ftl"))),
            ("panes.ftl", include_str!(concat!("../../assets/locales/", $language, "/panes.ftl"))),
            ("photos.ftl", include_str!(concat!("../../assets/locales/", $language, "/photos.ftl"))),
            ("dialogs.ftl", include_str!(concat!("../../assets/locales/", $language, "/dialogs.ftl"))),
            ("text.ftl", include_str!(concat!("../../assets/locales/", $language, "/text.ftl"))),
            ("paste.ftl", include_str!(concat!("../../assets/locales/", $language, "/paste.ftl"))),
            ("spelling.ftl", include_str!(concat!("../../assets/locales/", $language, "/spelling.ftl"))),
            ("names.ftl", include_str!(concat!("../../assets/locales/", $language, "/names.ftl"))),
            ("typing.ftl", include_str!(concat!("../../assets/locales/", $language, "/typing.ftl"))),
            ("find.ftl", include_str!(concat!("../../assets/locales/", $language, "/find.ftl"))),
            ("lists.ftl", include_str!(concat!("../../assets/locales/", $language, "/lists.ftl"))),
            ("reach.ftl", include_str!(concat!("../../assets/locales/", $language, "/reach.ftl"))),
            ("strip.ftl", include_str!(concat!("../../assets/locales/", $language, "/strip.ftl"))),
            ("articles.ftl", include_str!(concat!("../../assets/locales/", $language, "/articles.ftl"))),
            ("closer.ftl", include_str!(concat!("../../assets/locales/", $language, "/closer.ftl"))),
            ("filing.ftl", include_str!(concat!("../../assets/locales/", $language, "/filing.ftl"))),
            ("documents.ftl", include_str!(concat!("../../assets/locales/", $language, "/documents.ftl"))),
            ("pages.ftl", include_str!(concat!("../../assets/locales/", $language, "/pages.ftl"))),
            ("errors.ftl", include_str!(concat!("../../assets/locales/", $language, "/errors.ftl"))),
        ]
    };
}

const fn files(language: UiLanguage) -> Files {
    match language {
        UiLanguage::En => files!("en"),
        UiLanguage::Ru => files!("ru"),
        UiLanguage::Vi => files!("vi"),
    }
}

/// The words of one language.
pub struct Locale {
    language: UiLanguage,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Locale").field(&self.language).finish()
    }
}

impl Locale {
    /// The words of a language.
    pub fn new(language: UiLanguage) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The isolating marks would show as boxes, and none of the three languages is written from right to left.
        bundle.set_use_isolating(false);
        for (name, text) in files(language) {
            // Fluent keeps what it understood; a test reads every file and fails on what it did not.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                log::error!("{}/{name}: {errors:?}", language.tag());
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("{}/{name}: {errors:?}", language.tag());
            }
        }
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> UiLanguage {
        self.language
    }

    /// A message. The id stands for a message that is missing, and the log says so.
    pub fn tr(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with values.
    pub fn tr_with<'a>(&self, id: &str, values: &[(&'a str, FluentValue<'a>)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        self.format(id, Some(&args))
    }

    /// The words of a command. A language is called by its own name, whatever the interface speaks.
    pub fn command(&self, command: Command) -> String {
        match command {
            Command::Language(language) => language.own_name().to_owned(),
            _ => self.tr(command.message_id()),
        }
    }

    /// A whole number with its digits in groups, as the language writes it.
    pub fn number(&self, number: usize) -> String {
        let (separator, least) = match self.language {
            UiLanguage::En => (',', 4),
            // A space that neither breaks nor is wide; numbers of four digits stand without it.
            UiLanguage::Ru => ('\u{202f}', 5),
            UiLanguage::Vi => ('.', 4),
        };
        let digits = number.to_string();
        if digits.len() < least {
            return digits;
        }
        let mut grouped = String::new();
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            log::error!("no message {id} in {}", self.language.tag());
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            log::error!("message {id} in {}: {errors:?}", self.language.tag());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn digits_stand_in_groups() {
        let number = |language, number| Locale::new(language).number(number);
        assert_eq!(number(UiLanguage::En, 412), "412");
        assert_eq!(number(UiLanguage::En, 1412), "1,412");
        assert_eq!(number(UiLanguage::Ru, 1412), "1412");
        assert_eq!(number(UiLanguage::Ru, 1_041_200), "1\u{202f}041\u{202f}200");
        assert_eq!(number(UiLanguage::Vi, 12345), "12.345");
    }

    /// Every message of a language with the names of the values that it uses.
    fn messages(language: UiLanguage) -> BTreeSet<(String, Vec<String>)> {
        let mut found = BTreeSet::new();
        for (name, text) in files(language) {
            let syntax = FluentResource::try_new((*text).to_owned());
            assert!(syntax.is_ok(), "{}/{name}: {:?}", language.tag(), syntax.err().map(|(_, errors)| errors));
            let mut id = None::<(String, BTreeSet<String>)>;
            for line in text.lines().chain(["end ="]) {
                let starts = !line.starts_with([' ', '#', '}', '\t', '.', '[', '*']) && line.contains('=');
                if starts && let Some((id, values)) = id.take() {
                    assert!(
                        found.insert((id.clone(), values.into_iter().collect())),
                        "{id} twice in {}",
                        language.tag()
                    );
                }
                if starts {
                    id = line.split_once('=').map(|(id, _)| (id.trim().to_owned(), BTreeSet::new()));
                }
                if let Some((_, values)) = &mut id {
                    let names = line.split('$').skip(1);
                    let name = |rest: &str| {
                        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
                    };
                    values.extend(names.map(name));
                }
            }
        }
        found
    }

    #[test]
    fn every_language_has_every_message_with_the_same_values() {
        let english = messages(UiLanguage::En);
        for language in [UiLanguage::Ru, UiLanguage::Vi] {
            let other = messages(language);
            assert_eq!(
                english.difference(&other).collect::<Vec<_>>(),
                Vec::<&(String, Vec<String>)>::new(),
                "missing in {}",
                language.tag()
            );
            assert_eq!(
                other.difference(&english).collect::<Vec<_>>(),
                Vec::<&(String, Vec<String>)>::new(),
                "only in {}",
                language.tag()
            );
        }
    }

    #[test]
    fn every_command_has_words() {
        let english: BTreeSet<String> = messages(UiLanguage::En).into_iter().map(|(id, _)| id).collect();
        for command in Command::all() {
            if !matches!(command, Command::Language(_)) {
                assert!(english.contains(command.message_id()), "{command:?}");
            }
        }
    }

    #[test]
    fn every_message_that_the_code_asks_for_exists() {
        let english: BTreeSet<String> = messages(UiLanguage::En).into_iter().map(|(id, _)| id).collect();
        let mut sources = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        let mut asked = 0;
        while let Some(path) = sources.pop() {
            if path.is_dir() {
                sources.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
                continue;
            }
            let code = std::fs::read_to_string(&path).unwrap();
            for (start, _) in code.match_indices(".tr(\"").chain(code.match_indices(".tr_with(\"")) {
                let id = code[start..].split('"').nth(1).unwrap_or_default();
                assert!(english.contains(id), "{id} in {}", path.display());
                asked += 1;
            }
        }
        assert!(asked > 20, "the search found nothing to check");
    }
}
