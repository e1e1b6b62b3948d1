//! Which words of a text are not right.
//!
//! A word is right when any dictionary that applies knows it: that of the run's own language, that of the report, English for words in Latin
//! letters, Vietnamese syllables for words with Vietnamese letters. It is wrong only where a dictionary of its own language and alphabet is there
//! to say so: Russian names in an English report, or all of a language without a dictionary, are left alone.

use std::ops::Range;

use crate::language::Language;
use crate::report::{RichText, Slot};
use crate::spelling::words::{self, Script, Word};
use crate::spelling::{Library, vietnamese};

/// Whether the words of a slot are checked. Bylines, credits and places are names.
pub fn is_checked(slot: Slot) -> bool {
    !matches!(slot, Slot::Byline | Slot::Place | Slot::Credit(_))
}

/// The words of a text that no dictionary knows, in order. Names that refer to participants are not looked at.
///
/// `language` is the report's. The first call for a language reads its dictionaries: call it off the interface's thread.
pub fn unknown_words(library: &Library, language: &str, text: &RichText) -> Vec<Range<usize>> {
    let people: Vec<_> = text.people().map(|(range, _)| range).collect();
    let is_name = |word: &Word| people.iter().any(|name| name.start < word.range.end && word.range.start < name.end);
    let written = text.as_str();
    let words = words::words(written);
    let found = words.iter().enumerate().filter(|(place, word)| {
        let marked = || text.style_at(word.range.start).language;
        let is_wrong = || Judge { library, report: language, run: marked().as_deref() }.is_wrong(written, word);
        !is_name(word) && is_wrong() && !is_in_vietnamese_name(written, &words, *place)
    });
    found.map(|(_, word)| word.range.clone()).collect()
}

/// Whether a word without tones is a part of a name that has some: *Quang* and *Huy* in *Đặng Quang Huy*.
fn is_in_vietnamese_name(text: &str, words: &[Word], place: usize) -> bool {
    let could_be = |word: &Word| {
        let word = &text[word.range.clone()];
        word.starts_with(char::is_uppercase) && vietnamese::is_syllable(word)
    };
    let is_beside = |pair: &[Word]| matches!(text.get(pair[0].range.end..pair[1].range.start), Some(" " | "\u{a0}"));
    let before = words[..=place].windows(2).rev().take_while(|pair| is_beside(pair) && could_be(&pair[0]));
    let after = words[place..].windows(2).take_while(|pair| is_beside(pair) && could_be(&pair[1]));
    let mut others = before.map(|pair| &pair[0]).chain(after.map(|pair| &pair[1]));
    could_be(&words[place]) && others.any(|word| vietnamese::has_vietnamese_letter(&text[word.range.clone()]))
}

/// Asks the dictionaries that apply to a run.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub library: &'a Library,
    /// The report's language.
    pub report: &'a str,
    /// The run's own, where it is marked.
    pub run: Option<&'a str>,
}

impl Judge<'_> {
    /// The language that the word should be of.
    pub fn language(&self) -> &str {
        self.run.unwrap_or(self.report)
    }

    /// Whether a word by itself is right.
    pub fn is_right(&self, word: &str) -> bool {
        words::words(word).iter().all(|part| !self.is_wrong(word, part))
    }

    fn is_wrong(&self, text: &str, word: &Word) -> bool {
        let written = words::plain(&text[word.range.clone()]);
        let whole = words::plain(&text[word.whole.clone()]);
        if !self.can_tell(word.script) || self.knows(&written, word.script) {
            return false;
        }
        let is_part = word.range != word.whole;
        let is_compound = || word.script == Script::Cyrillic && self.is_joined(&written);
        let passes = is_part
            && (self.knows(&whole, word.script) || self.is_fore_part(&written, word) || self.is_foreign_name(&whole));
        !passes && !is_compound()
    }

    /// Whether there is anybody who can say that a word is wrong.
    fn can_tell(&self, script: Script) -> bool {
        match (Language::of(self.language()), script) {
            (_, Script::Other) => false,
            (Language::English | Language::Russian | Language::Vietnamese, Script::Latin | Script::Mixed) => true,
            (Language::English | Language::Vietnamese, Script::Cyrillic) => false,
            (Language::Russian, Script::Cyrillic) => true,
            (Language::Other, _) => !self.library.of(self.language()).is_empty(),
        }
    }

    /// Whether a dictionary that applies knows the word.
    fn knows(&self, word: &str, script: Script) -> bool {
        if script == Script::Mixed {
            return false;
        }
        let of = |language: &str| self.library.of(language).iter().any(|dictionary| dictionary.knows(word));
        let by_own = |language: &str| match (Language::of(language), script) {
            (Language::Vietnamese, Script::Latin) => vietnamese::is_syllable(word) || of(language),
            (Language::English, Script::Latin) | (Language::Russian, Script::Cyrillic) | (Language::Other, _) => {
                of(language)
            }
            _ => false,
        };
        let by_guest = || {
            let is_english = Language::of(self.language()) == Language::English;
            let is_name = vietnamese::has_vietnamese_letter(word) && vietnamese::is_syllable(word);
            script == Script::Latin && (is_name || (!is_english && of("en")))
        };
        self.run.is_some_and(by_own) || by_own(self.report) || by_guest()
    }

    /// What stands before a hyphen without being a word: *северо-*, *вьетнамо-*, *anti-*.
    fn is_fore_part(&self, part: &str, word: &Word) -> bool {
        if word.range.end == word.whole.end {
            return false;
        }
        match word.script {
            Script::Latin => FORE_PARTS.contains(&part.to_lowercase().as_str()),
            Script::Cyrillic => part.strip_suffix(['о', 'е']).is_some_and(|stem| {
                let adjective = |ending: &&str| self.knows(&format!("{stem}{ending}"), Script::Cyrillic);
                stem.chars().count() >= 3 && ["ый", "ий", "ой", "ный", "ский", "цкий"].iter().any(adjective)
            }),
            Script::Mixed | Script::Other => false,
        }
    }

    /// A Russian word that begins with a short form and goes on as a word: *фотослужба*, *госзакупка*.
    fn is_joined(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        JOINED.iter().any(|start| {
            let rest = lower.strip_prefix(start);
            rest.is_some_and(|rest| rest.chars().count() > 3 && self.knows(rest, Script::Cyrillic))
        })
    }

    /// A foreign name as Vietnamese writes it, syllable by syllable: *In-đô-nê-xi-a*, *Mát-xcơ-va*.
    fn is_foreign_name(&self, whole: &str) -> bool {
        let is_vietnamese = Language::of(self.language()) == Language::Vietnamese;
        is_vietnamese && whole.starts_with(char::is_uppercase) && whole.split('-').count() > 2
    }
}

const FORE_PARTS: [&str; 33] = [
    "anti", "bi", "co", "counter", "cyber", "de", "eco", "euro", "ex", "extra", "geo", "inter", "intra", "macro",
    "mega", "micro", "mid", "mini", "multi", "neo", "non", "post", "pre", "pro", "re", "semi", "socio", "sub", "super",
    "trans", "tri", "ultra", "vice",
];

const JOINED: [&str; 32] = [
    "авиа",
    "авто",
    "агро",
    "аудио",
    "био",
    "веб",
    "видео",
    "гео",
    "гидро",
    "гос",
    "евро",
    "интернет",
    "кибер",
    "кино",
    "медиа",
    "микро",
    "мини",
    "мульти",
    "нефте",
    "онлайн",
    "радио",
    "соц",
    "спец",
    "супер",
    "теле",
    "фото",
    "экс",
    "эко",
    "электро",
    "энерго",
    "вице",
    "пресс",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Style;
    use crate::spelling::tests::library;

    fn wrong(language: &str, text: &str) -> Vec<String> {
        let text = RichText::plain(text);
        let found = unknown_words(library(), language, &text).into_iter();
        found.map(|range| text.as_str()[range].to_owned()).collect()
    }

    #[test]
    fn a_word_is_wrong_where_no_dictionary_of_the_report_knows_it() {
        assert_eq!(wrong("en", "The delegets can’t recieve colour or color photos."), ["delegets", "recieve"]);
        assert_eq!(wrong("en-GB", "colour and color"), ["color"]);
        assert_eq!(wrong("ru", "Делегаты не смогли прийти на конференцыю ёлок"), ["конференцыю"]);
        assert_eq!(wrong("vi", "Các đaị biểu nghiên cứu truyền thông Viêt Nam"), ["đaị", "Viêt"]);
    }

    #[test]
    fn english_and_vietnamese_names_pass_everywhere() {
        assert_eq!(wrong("ru", "Сервис open source и город Bắc Ninh, а также opne и Ninh"), ["opne", "Ninh"]);
        assert_eq!(wrong("vi", "họp trực tuyến với website và podcast của weebsite"), ["weebsite"]);
        assert_eq!(wrong("en", "Mr Đặng Quang Huy said, and Huy said"), ["Huy"]);
    }

    #[test]
    fn nobody_judges_what_no_dictionary_is_for() {
        assert_eq!(wrong("en", "Кольцава and 会议"), Vec::<String>::new());
        assert_eq!(wrong("fr", "des mots quelconqes"), Vec::<String>::new());
    }

    #[test]
    fn a_marked_run_is_of_its_own_language() {
        let mut text = RichText::plain("He said ");
        let style = Style { language: Some("ru".into()), ..Style::default() };
        text.append(RichText::styled("приветт и привет", style));
        let found = unknown_words(library(), "en", &text);
        assert_eq!(found.into_iter().map(|range| &text.as_str()[range]).collect::<Vec<_>>(), ["приветт"]);
    }

    #[test]
    fn names_of_participants_are_not_looked_at() {
        let (report, _) = crate::edit::notation::state("p by [1:Annnna Kxq] and Annnna|");
        let text = &report.body.blocks()[0].text;
        let found = unknown_words(library(), "en", text);
        assert_eq!(found.len(), 1, "only the name that is no reference");
    }

    #[test]
    fn hyphens_join_words_and_half_words() {
        assert_eq!(
            wrong("ru", "научно-технический северо-западный русско-вьетнамский кто-нибудь во-первых фотослужбы"),
            Vec::<String>::new()
        );
        assert_eq!(wrong("en", "an anti-flood well-knwon plan"), ["knwon"]);
        assert_eq!(wrong("vi", "nước In-đô-nê-xi-a và Mát-xcơ-va"), Vec::<String>::new());
    }

    #[test]
    fn a_letter_of_another_alphabet_is_wrong() {
        // The first letter is Latin.
        assert_eq!(wrong("ru", "город Mосква"), ["Mосква"]);
    }
}
