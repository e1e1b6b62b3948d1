//! One word of a name against one of a text.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::language::fold::fold;
use crate::language::vietnamese::{self, Method};
use crate::names::asian;
use crate::names::common::{self, Relation};
use crate::names::distance::{Difference, Slip, difference, slip};
use crate::names::russian::{self, ALL, Cases, Form};
use crate::names::token::{Script, Spelt, Token};
use crate::names::transcription::{is_transcription, transcriptions};

/// A word of names on the list.
#[derive(Debug)]
pub(super) struct NameWord {
    /// Its number among the words of the list.
    pub id: u32,
    /// As it must be printed.
    pub written: String,
    pub spelt: Spelt,
    /// In small letters.
    small: String,
    /// A Russian word in its cases, folded, each with how it is written.
    forms: Vec<(String, Form)>,
    /// A Vietnamese syllable in Russian letters.
    russian: Vec<String>,
    /// Whether it stands for any patronymic, where the list has none.
    any_patronymic: bool,
    /// Whether it is the first letter of a name, with a full stop behind it.
    is_initial: bool,
}

/// The words of a list. Many names share a family or a middle name, which is one word then, compared once with each word of a text.
#[derive(Debug, Default)]
pub(super) struct Words {
    all: HashMap<(String, Kind), Arc<NameWord>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Whole { with_transcriptions: bool },
    Initial,
    AnyPatronymic,
}

impl Words {
    /// A word as the list writes it.
    pub(super) fn word(&mut self, written: &str, with_transcriptions: bool) -> Arc<NameWord> {
        let kind = Kind::Whole { with_transcriptions };
        self.one(written, kind, || NameWord::of(written, with_transcriptions))
    }

    /// The first letter of a word. It has no cases.
    pub(super) fn initial(&mut self, of: &NameWord) -> Arc<NameWord> {
        let letter: String = of.written.chars().take(1).collect();
        self.one(&letter, Kind::Initial, || NameWord::initial(&letter))
    }

    /// Any patronymic at all.
    pub(super) fn patronymic(&mut self) -> Arc<NameWord> {
        self.one("", Kind::AnyPatronymic, || NameWord { any_patronymic: true, ..NameWord::of("", false) })
    }

    fn one(&mut self, written: &str, kind: Kind, make: impl FnOnce() -> NameWord) -> Arc<NameWord> {
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let new = || Arc::new(NameWord { id, ..make() });
        self.all.entry((written.to_owned(), kind)).or_insert_with(new).clone()
    }
}

/// What is known of the name that a word is a part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// So many words the name has.
    pub words: usize,
    /// Whether the name is Vietnamese and in its own letters.
    pub is_vietnamese: bool,
    /// Whether it is the last word that is looked at.
    pub is_given: bool,
    /// Whether the list writes the name without any marks: then they are nobody's mistake.
    pub is_plain: bool,
    /// Whether the name is Chinese, Korean or Japanese, in Latin letters.
    pub is_asian: bool,
    /// So many of the words are initials and no more than that.
    pub initials: usize,
}

impl Around {
    /// All of it in one number. A name has not so many words that they do not fit.
    pub(super) fn number(&self) -> u32 {
        let Self { words, is_vietnamese, is_given, is_plain, is_asian, initials } = *self;
        let is = [is_vietnamese, is_given, is_plain, is_asian];
        let bits = is.iter().fold(0, |bits, is| bits << 1 | u32::from(*is));
        bits | (words as u32) << 8 | (initials as u32) << 16
    }
}

/// How a word of a text fits a word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is the word, in one of these cases.
    Right(Cases),
    /// It looks like the word and has letters of another alphabet.
    LookAlike(Vec<(String, Cases)>),
    /// Tones or marks of letters are others: so many.
    Tone(String, usize),
    /// Letters are others, at this cost.
    Letter(Vec<(String, Cases)>, usize),
    /// It is the keys of the word, which nothing has turned into Vietnamese letters.
    Keys(String),
    /// It is the patronymic as the other sex has it.
    OtherSex,
    /// It is near and a name of its own: only what stands beside it can say who is meant.
    Near(Rc<Self>),
    /// It is another word.
    Other,
}

impl NameWord {
    fn of(written: &str, with_transcriptions: bool) -> Self {
        let spelt = Spelt::of(written);
        let small = written.to_lowercase();
        let is_russian = spelt.script == Script::Cyrillic;
        let forms = if is_russian { russian::declined(&small) } else { Vec::new() };
        let forms = forms.into_iter().map(|form| (fold(&form.word), form)).collect();
        let is_syllable = spelt.script == Script::Latin && vietnamese::is_syllable(&small);
        let russian = if is_syllable && with_transcriptions { transcriptions(&untoned(&small)) } else { Vec::new() };
        Self {
            id: 0,
            written: written.to_owned(),
            spelt,
            small,
            forms,
            russian,
            any_patronymic: false,
            is_initial: false,
        }
    }

    fn initial(letter: &str) -> Self {
        let spelt = Spelt::of(letter);
        let small = letter.to_lowercase();
        let form = Form { word: small.clone(), cases: ALL };
        let forms = if spelt.script == Script::Cyrillic { vec![(spelt.key.clone(), form)] } else { Vec::new() };
        let written = letter.to_owned();
        Self { id: 0, written, spelt, small, forms, russian: Vec::new(), any_patronymic: false, is_initial: true }
    }

    pub(super) fn is_initial(&self) -> bool {
        self.is_initial
    }

    /// How it is written in the first of some cases.
    pub(super) fn in_cases(&self, cases: Cases) -> Option<String> {
        self.forms.iter().find(|(_, form)| form.cases & cases != 0).map(|(_, form)| self.as_written(&form.word))
    }

    pub(super) fn is_patronymic(&self) -> bool {
        self.any_patronymic || russian::is_patronymic(&self.spelt.key)
    }

    /// Whether it is written with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.any_patronymic || self.written.starts_with(char::is_uppercase)
    }

    /// Folded words under which a text can have it.
    pub(super) fn keys(&self) -> Vec<&str> {
        let forms = self.forms.iter().map(|(key, _)| key.as_str());
        let mut keys: Vec<&str> = forms.chain(self.russian.iter().map(String::as_str)).collect();
        if self.forms.is_empty() && !self.any_patronymic {
            keys.push(&self.spelt.key);
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    pub(super) fn fit(&self, token: &Token, around: Around) -> Fit {
        if token.is_capital != self.is_capital() && !token.is_capitals {
            return Fit::Other;
        }
        if self.is_initial && !token.is_initial {
            return Fit::Other;
        }
        if self.any_patronymic {
            return if russian::is_patronymic(&token.spelt.key) { Fit::Right(ALL) } else { Fit::Other };
        }
        match (self.spelt.script, token.spelt.script) {
            (Script::Latin, Script::Latin) if self.spelt.key == token.spelt.key => self.marks_fit(token, around),
            (Script::Cyrillic, Script::Cyrillic) if self.cases_of(&token.spelt.key) != 0 => {
                Fit::Right(self.cases_of(&token.spelt.key))
            }
            (Script::Latin, Script::Cyrillic) if self.is_in_russian(&token.spelt.key) => Fit::Right(ALL),
            (Script::Cyrillic, Script::Latin) if self.is_of_syllable(&token.spelt) => Fit::Right(ALL),
            _ => self.looks_like(token).unwrap_or_else(|| self.letters_fit(token, around)),
        }
    }

    fn marks_fit(&self, token: &Token, around: Around) -> Fit {
        let (own, other) = (&self.spelt.exact, &token.spelt.exact);
        if around.is_plain {
            return Fit::Right(ALL);
        }
        if own == other {
            let is_misplaced = || {
                let (small, listed) = (composed(&token.small), composed(&self.small));
                // Quý and Qúy are of the same house style question as Thúy and Thuý.
                small != listed
                    && !small.starts_with("qu")
                    && !small.starts_with("qú")
                    && !vietnamese::is_tone_placed(&small)
            };
            let is_wrong = around.is_vietnamese && token.spelt.is_marked() && is_misplaced();
            return if is_wrong { Fit::Tone(self.written.clone(), 1) } else { Fit::Right(ALL) };
        }
        // A word without any marks says nothing of which were meant.
        if !token.spelt.is_marked() {
            return Fit::Tone(self.written.clone(), 1);
        }
        let has_other_marks = || untoned(&composed(own)) != untoned(&composed(other));
        let is_another =
            || common::is_told_by_marks(&token.small) && (has_other_marks() || common::is_told_by_marks(&self.small));
        if around.is_vietnamese && around.is_given && is_another() {
            return Fit::Near(Rc::new(Fit::Tone(self.written.clone(), 1)));
        }
        let cost = own.chars().count().abs_diff(other.chars().count())
            + own.chars().zip(other.chars()).filter(|(own, other)| own != other).count();
        Fit::Tone(self.written.clone(), cost.max(1))
    }

    /// The cases in which it is written so; none where it is not.
    fn cases_of(&self, key: &str) -> Cases {
        self.forms.iter().filter(|(form, _)| form == key).fold(0, |cases, (_, form)| cases | form.cases)
    }

    /// Whether a Russian word is this syllable, which men's names may decline.
    fn is_in_russian(&self, key: &str) -> bool {
        let is = |word: &str| self.russian.iter().any(|way| way == word);
        let declined = ["а", "у", "ом", "ем", "е"].iter().filter_map(|ending| key.strip_suffix(ending));
        let soft = ["я", "ю", "ем", "е"].iter().filter_map(|ending| key.strip_suffix(ending));
        is(key)
            || declined.filter(|word| word.chars().count() > 1).any(is)
            || soft.map(|word| format!("{word}ь")).any(|word| is(&word))
    }

    /// Whether this Russian word is a Vietnamese syllable of the text.
    fn is_of_syllable(&self, token: &Spelt) -> bool {
        transcriptions(&untoned(&composed(&token.exact))).contains(&self.spelt.key)
    }

    fn looks_like(&self, token: &Token) -> Option<Fit> {
        let spelt = token.disguised.as_ref()?;
        let fits = match (self.spelt.script, spelt.script) {
            (Script::Latin, Script::Latin) if self.spelt.key == spelt.key => vec![(self.written.clone(), ALL)],
            (Script::Cyrillic, Script::Cyrillic) => {
                let forms = self.forms.iter().filter(|(form, _)| *form == spelt.key);
                forms.map(|(_, form)| (self.as_written(&form.word), form.cases)).collect()
            }
            _ => Vec::new(),
        };
        (!fits.is_empty()).then_some(Fit::LookAlike(fits))
    }

    fn letters_fit(&self, token: &Token, around: Around) -> Fit {
        let key = &token.spelt.key;
        match (self.spelt.script, token.spelt.script) {
            (Script::Latin, Script::Latin) => {
                if around.is_vietnamese && self.is_typed_as(&token.small) {
                    return Fit::Keys(self.written.clone());
                }
                let Some(Miss { edits, is_taken }) = self.miss(&self.spelt.key, token, around) else {
                    return Fit::Other;
                };
                let marked = || difference(&self.small, &token.small).map_or(3, |found| found.edits);
                let marked = if token.spelt.is_marked() { marked() } else { edits };
                let fit = Fit::Letter(vec![(self.written.clone(), ALL)], edits * 4 + marked);
                if is_taken { Fit::Near(Rc::new(fit)) } else { fit }
            }
            (Script::Cyrillic, Script::Cyrillic) => {
                let is_other_patronymic = russian::is_patronymic(key)
                    && self.is_patronymic()
                    && russian::is_of_a_woman(key) != russian::is_of_a_woman(&self.spelt.key);
                if is_other_patronymic {
                    return if self.is_patronymic_of(key) { Fit::OtherSex } else { Fit::Other };
                }
                if self.has_other_ending(key) {
                    return Fit::Other;
                }
                let misses = self.forms.iter().filter_map(|(form, known)| {
                    let miss = self.miss(form, token, around).filter(|miss| !miss.is_taken)?;
                    Some((miss.edits, known))
                });
                let misses: Vec<_> = misses.collect();
                let Some(least) = misses.iter().map(|(edits, _)| *edits).min() else { return Fit::Other };
                let nearest = misses.into_iter().filter(|(edits, _)| *edits == least);
                Fit::Letter(nearest.map(|(_, form)| (self.as_written(&form.word), form.cases)).collect(), least * 4)
            }
            (Script::Latin, Script::Cyrillic) if around.words > 2 && !is_transcription(key) && !is_soft_case(key) => {
                let near = self.russian.iter().filter(|way| {
                    difference(way, key).is_some_and(|difference| difference.edits == 1 && !difference.first)
                });
                let near: Vec<_> = near.map(|way| (capitalised(way), ALL)).take(1).collect();
                if near.is_empty() { Fit::Other } else { Fit::Letter(near, 4) }
            }
            _ => Fit::Other,
        }
    }

    /// How far a word is from what it should be, where it is near.
    fn miss(&self, wanted: &str, token: &Token, around: Around) -> Option<Miss> {
        let key = token.spelt.key.as_str();
        let relation = common::relation(&self.spelt.key, key);
        let found = difference(wanted, key);
        if relation == Relation::Same && around.initials == 0 {
            return Some(Miss { edits: found.map_or(2, |difference| difference.edits), is_taken: false });
        }
        let Difference { edits, first } = found?;
        let length = wanted.chars().count().min(key.chars().count());
        let is_taken = match around {
            Around { is_vietnamese: true, .. } => {
                common::is_vietnamese(key) || (around.words < 3 && vietnamese::is_syllable(&token.small))
            }
            Around { is_asian: true, .. } => asian::is_word(key),
            _ => relation == Relation::Another,
        };
        // Only names of syllables have neighbours that what stands beside them can tell apart.
        if is_taken && !(around.is_vietnamese && around.words > 2 || around.is_asian) {
            return None;
        }
        let enough = match (around.initials, edits) {
            (0, 1) if first => length >= 6,
            (0, 1) => length >= if around.words > 2 { 3 } else { 4 } || (around.is_vietnamese && length >= 3),
            (0, _) => length >= 8 && !first,
            // An initial says little: the mistake must be one that is nobody's name.
            (1, 1) => length >= 6 && slip(wanted, key) == Some(Slip::Fingers),
            (_, 1) => length >= 6 && !first,
            _ => false,
        };
        enough.then_some(Miss { edits, is_taken })
    }

    /// Whether the keys are those of this word.
    fn is_typed_as(&self, keys: &str) -> bool {
        // A mark and a tone are keys more; what has not all its letters in their order need not be composed.
        let mut letters = keys.chars();
        let has_letters =
            keys.len() > self.spelt.key.len() && self.spelt.key.chars().all(|own| letters.any(|key| key == own));
        if !has_letters {
            return false;
        }
        let word = |method| vietnamese::from_keys(keys, method);
        keys.is_ascii()
            && Method::ALL.into_iter().filter_map(word).any(|word| Spelt::of(&word).exact == self.spelt.exact)
    }

    /// Whether both patronymics are of one father's name.
    fn is_patronymic_of(&self, key: &str) -> bool {
        let shared = self.spelt.key.chars().zip(key.chars()).take_while(|(one, other)| one == other).count();
        let own = self.spelt.key.chars().count();
        own >= 6 && shared + 2 >= own
    }

    /// Whether a Russian word ends as families of another kind do and this one does in no case: Безруких is not Безруков.
    fn has_other_ending(&self, key: &str) -> bool {
        const ENDINGS: [&str; 10] = ["их", "ых", "енко", "ский", "цкий", "ская", "цкая", "ян", "дзе", "швили"];
        let ending = ENDINGS.into_iter().find(|ending| key.ends_with(ending));
        ending.is_some_and(|ending| !self.forms.iter().any(|(form, _)| form.ends_with(ending)))
    }

    /// A form in small letters, written as the list writes the name.
    fn as_written(&self, form: &str) -> String {
        if self.is_capital() { form.split('-').map(capitalised).collect::<Vec<_>>().join("-") } else { form.to_owned() }
    }
}

/// How far a word is from another.
struct Miss {
    edits: usize,
    /// Whether it is a name of its own.
    is_taken: bool,
}

/// A word in small letters that begins with a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a Russian word is a Vietnamese syllable that ends softly, declined: Ханя of Хань.
fn is_soft_case(key: &str) -> bool {
    ["я", "ю", "ем", "е"]
        .iter()
        .any(|ending| key.strip_suffix(ending).is_some_and(|stem| is_transcription(&format!("{stem}ь"))))
}

fn composed(exact: &str) -> String {
    exact.nfc().collect()
}

/// A word in small letters with its marks and without its tones.
pub(super) fn untoned(word: &str) -> String {
    let is_tone = |letter: &char| matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    word.nfd().filter(|letter| !is_tone(letter)).nfc().collect()
}
