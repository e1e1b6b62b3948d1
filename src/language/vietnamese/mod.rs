//! Typing Vietnamese on any keyboard: Telex and VNI.
//!
//! It works on the word before the caret as it stands, so that a tone can be set or changed wherever the caret comes to the end of a
//! word: `Nguyên` and `x` are `Nguyễn`. Only a syllable that Vietnamese could have is changed; everything else is left as it is
//! typed. What is remembered besides is the keys of the word that is being typed: where they turn out to be no Vietnamese
//! (`text` begins like `tẽ`), the word is given back as it was typed.
//!
//! A key pressed twice takes back what it did and writes itself (`ass` gives `as`), and from then on the word is left alone.
//!
//! | module | knows |
//! |---|---|
//! | `letter` | a letter as base, mark and tone |
//! | `syllable` | which syllables there are, and where the tone stands |
//! | `method` | what a key does in Telex and in VNI |

mod letter;
mod method;
mod syllable;
#[cfg(test)]
mod tests;

pub use self::method::Method;
use self::method::{Step, step};
use self::syllable::Syllable;
pub use self::syllable::{RIMES, ToneStyle};

/// How Vietnamese is typed, and whether.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Whether keys are changed at all.
    pub on: bool,
    /// The method, when they are.
    pub method: Method,
    /// Where the tone stands in `oa`, `oe` and `uy`.
    pub style: ToneStyle,
}

/// Someone typing Vietnamese: the method, and the word that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typist {
    method: Method,
    style: ToneStyle,
    word: Option<Word>,
}

/// The word that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// As it stands in the text.
    shown: String,
    /// The keys that made it.
    keys: String,
}

/// What goes in the place of the end of the text before the caret. The typed character is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// So many bytes before the caret go.
    pub replaced: usize,
    /// And this comes.
    pub text: String,
}

/// Whether a word is a whole Vietnamese syllable, with its tone.
pub fn is_syllable(word: &str) -> bool {
    let whole = |syllable: Syllable| syllable.is_whole() && !syllable.vowels().is_empty();
    Syllable::read(word).is_some_and(whole)
}

/// The syllable that keys give, pressed one after the other: `nguyeenx` gives `nguyễn`. `None` where they give none, or only themselves.
pub fn from_keys(keys: &str, method: Method) -> Option<String> {
    let mut word = String::new();
    for key in keys.chars() {
        word = match step(&word, key, method, ToneStyle::default()) {
            Step::Composed(word) => word,
            Step::TakenBack(_) | Step::Foreign => return None,
        };
    }
    (word != keys && is_syllable(&word)).then_some(word)
}

/// Whether the tone of a syllable, in composed characters, stands where one of the styles has it. What is no syllable has none.
pub fn is_tone_placed(word: &str) -> bool {
    let styles = [ToneStyle::Classic, ToneStyle::Modern];
    Syllable::read(word).is_none_or(|syllable| styles.iter().any(|style| syllable.write(*style) == word))
}

impl Typist {
    /// Someone who has typed nothing yet.
    pub fn new(method: Method, style: ToneStyle) -> Self {
        Self { method, style, word: None }
    }

    /// Whether it types in this way.
    pub fn follows(&self, settings: &Settings) -> bool {
        settings.on && (self.method, self.style) == (settings.method, settings.style)
    }

    /// The word ends here. What began like Vietnamese and is none is given back as it was typed.
    pub fn end(&mut self, before: &str) -> Option<Rewrite> {
        let word = last_word(before);
        let Word { keys, .. } = self.word.take().filter(|last| last.shown == word)?;
        (keys != word && !is_finished(word, &keys)).then(|| difference(word, &keys))
    }

    /// Takes a typed character. `before` is the text before the caret, or its last words. `None`: the character is written as it is.
    pub fn press(&mut self, before: &str, typed: char) -> Option<Rewrite> {
        let word = last_word(before);
        let keys = match &self.word {
            Some(last) if last.shown == word && !word.is_empty() => Some(last.keys.clone()),
            _ => word.is_empty().then(String::new),
        };
        if !typed.is_alphabetic() && !self.method.uses(typed) {
            let mut rewrite = self.end(before)?;
            rewrite.text.push(typed);
            return Some(rewrite);
        }
        let with = |keys: Option<String>| keys.map(|keys| format!("{keys}{typed}"));
        let (shown, keys) = match step(word, typed, self.method, self.style) {
            Step::Composed(shown) => (shown, with(keys)),
            // What was taken back is meant as it stands.
            Step::TakenBack(shown) => {
                // A `ư` that was typed without a `u` goes back to the `w` that it was.
                let shorter = keys.filter(|keys| keys.chars().count() + 1 == shown.chars().count());
                let shown = shorter.unwrap_or(shown);
                (shown.clone(), Some(shown))
            }
            Step::Foreign => {
                let is_broken = Syllable::read(word).is_some_and(|syllable| !syllable.vowels().is_empty());
                let as_typed = with(keys);
                let shown = as_typed.clone().filter(|_| is_broken).unwrap_or_else(|| format!("{word}{typed}"));
                (shown, as_typed)
            }
        };
        let is_added = shown.strip_prefix(word).is_some_and(|added| added.chars().eq([typed]));
        let found = (!is_added).then(|| difference(word, &shown));
        self.word = keys.map(|keys| Word { shown, keys });
        found
    }
}

/// The letters and digits at the end of a text.
fn last_word(before: &str) -> &str {
    let start = before.char_indices().rev().take_while(|(_, character)| character.is_alphanumeric()).last();
    &before[start.map_or(before.len(), |(start, _)| start)..]
}

/// Whether a word can stay as it stands when it ends.
fn is_finished(word: &str, keys: &str) -> bool {
    let Some(syllable) = Syllable::read(word) else { return true };
    // `data` and `photo` look like syllables to the end: but before c, ch, p or t nobody writes a vowel last, and no tone.
    let last = |text: &str| text.chars().next_back().map(|last| last.to_ascii_lowercase());
    let by_a_letter = last(keys).is_some_and(char::is_alphabetic);
    syllable.is_whole() && !(syllable.lacks_tone() && by_a_letter && last(word) != last(keys))
}

/// What must be changed at the end of a word to make it another one.
fn difference(word: &str, new: &str) -> Rewrite {
    let pairs = word.chars().zip(new.chars());
    let same: usize = pairs.take_while(|(old, new)| old == new).map(|(same, _)| same.len_utf8()).sum();
    Rewrite { replaced: word.len() - same, text: new[same..].to_owned() }
}
