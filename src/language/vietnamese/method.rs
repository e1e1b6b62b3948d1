//! What a key does to the syllable before it.

use crate::language::vietnamese::letter::{Letter, Mark, Tone};
use crate::language::vietnamese::syllable::{Syllable, ToneStyle};

/// A way to type Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Letters: `vieejt`, `dduwowngf`.
    #[default]
    Telex,
    /// Digits: `vie65t`, `d9u7o7ng2`.
    Vni,
}

impl Method {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Telex, Self::Vni];

    /// Its name, which is the same in all languages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Telex => "Telex",
            Self::Vni => "VNI",
        }
    }

    /// Whether the key means something besides itself.
    pub(super) fn uses(self, key: char) -> bool {
        action(self, key).is_some()
    }
}

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Tone(Tone),
    NoTone,
    /// On this letter, or on any that takes it.
    Circumflex(Option<char>),
    Horn,
    Breve,
    /// Telex has one key for both.
    HornOrBreve,
    Stroke,
}

fn action(method: Method, key: char) -> Option<Action> {
    use Action::{Breve, Circumflex, Horn, HornOrBreve, NoTone, Stroke};
    let key = key.to_ascii_lowercase();
    let telex = method == Method::Telex;
    Some(match key {
        's' if telex => Action::Tone(Tone::Acute),
        'f' if telex => Action::Tone(Tone::Grave),
        'r' if telex => Action::Tone(Tone::Hook),
        'x' if telex => Action::Tone(Tone::Tilde),
        'j' if telex => Action::Tone(Tone::Dot),
        'z' if telex => NoTone,
        'a' | 'e' | 'o' if telex => Circumflex(Some(key)),
        'w' if telex => HornOrBreve,
        'd' if telex => Stroke,
        '1' if !telex => Action::Tone(Tone::Acute),
        '2' if !telex => Action::Tone(Tone::Grave),
        '3' if !telex => Action::Tone(Tone::Hook),
        '4' if !telex => Action::Tone(Tone::Tilde),
        '5' if !telex => Action::Tone(Tone::Dot),
        '0' if !telex => NoTone,
        '6' if !telex => Circumflex(None),
        '7' if !telex => Horn,
        '8' if !telex => Breve,
        '9' if !telex => Stroke,
        _ => return None,
    })
}

/// What came of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The word is this now, and Vietnamese so far.
    Composed(String),
    /// The key took back what it had done, and wrote itself.
    TakenBack(String),
    /// With the key the word is not Vietnamese.
    Foreign,
}

/// Presses a key behind a word.
pub(super) fn step(word: &str, key: char, method: Method, style: ToneStyle) -> Step {
    let action = action(method, key);
    let Some(syllable) = Syllable::read(word) else {
        let abbreviation = action.filter(|action| *action == Action::Stroke).and_then(|_| abbreviated(word, key));
        return abbreviation.unwrap_or(Step::Foreign);
    };
    match action.and_then(|action| act(&syllable, action, key)) {
        Some(Done::Changed(syllable)) => return Step::Composed(syllable.write(style)),
        Some(Done::TakenBack(syllable)) => return Step::TakenBack(format!("{}{key}", syllable.write(style))),
        None => {}
    }
    let longer = Letter::plain(key).and_then(|letter| syllable.with(letter));
    longer.map_or(Step::Foreign, |syllable| Step::Composed(syllable.write(style)))
}

enum Done {
    Changed(Syllable),
    TakenBack(Syllable),
}

/// `đ` at the end of letters that are no word: QĐ, HĐND.
fn abbreviated(word: &str, key: char) -> Option<Step> {
    let letters: Option<Vec<Letter>> =
        word.chars().map(|character| Letter::read(character).map(|(letter, _)| letter)).collect();
    let letters = letters?;
    let last = letters.last().filter(|last| last.is('d') && !letters.iter().any(|letter| letter.is_vowel()))?;
    let start: String = word.chars().take(letters.len() - 1).collect();
    let written = |mark| Letter { mark, ..*last }.write(Tone::Level);
    Some(match last.mark {
        Mark::Stroke => Step::TakenBack(format!("{start}{}{key}", written(Mark::None))),
        _ => Step::Composed(format!("{start}{}", written(Mark::Stroke))),
    })
}

fn act(syllable: &Syllable, action: Action, key: char) -> Option<Done> {
    match action {
        Action::Tone(tone) if syllable.tone() == tone => syllable.with_tone(Tone::Level).map(Done::TakenBack),
        Action::Tone(tone) => syllable.with_tone(tone).map(Done::Changed),
        Action::NoTone if syllable.tone() == Tone::Level => None,
        Action::NoTone => syllable.with_tone(Tone::Level).map(Done::Changed),
        Action::Circumflex(base) => circumflex(syllable, base),
        Action::Breve => mark_one(syllable, 'a', Mark::Breve),
        Action::Horn => horn(syllable),
        Action::HornOrBreve => {
            let vowels: String = syllable.vowels().iter().map(|vowel| vowel.base).collect();
            if vowels.contains("uo") || vowels.starts_with("ua") || !vowels.contains('a') {
                horn(syllable).or_else(|| lone_horn(syllable, key))
            } else {
                mark_one(syllable, 'a', Mark::Breve)
            }
        }
        Action::Stroke => {
            let [d] = syllable.onset() else { return None };
            match d.mark {
                _ if !d.is('d') => None,
                Mark::Stroke => syllable.with_first(Mark::None).map(Done::TakenBack),
                _ => syllable.with_first(Mark::Stroke).map(Done::Changed),
            }
        }
    }
}

fn marks(syllable: &Syllable) -> Vec<Mark> {
    syllable.vowels().iter().map(|vowel| vowel.mark).collect()
}

fn circumflex(syllable: &Syllable, base: Option<char>) -> Option<Done> {
    let vowels = syllable.vowels();
    let takes = |letter: &Letter| base.map_or(matches!(letter.base, 'a' | 'e' | 'o'), |base| letter.is(base));
    for place in (0..vowels.len()).rev().filter(|place| takes(&vowels[*place])) {
        let mut marks = marks(syllable);
        if marks[place] == Mark::Circumflex {
            marks[place] = Mark::None;
            return syllable.with_marks(&marks).map(Done::TakenBack);
        }
        marks[place] = Mark::Circumflex;
        // ươ becomes uô.
        if let Some(before) = place.checked_sub(1).filter(|before| vowels[*before].is('u')) {
            marks[before] = Mark::None;
        }
        if let Some(marked) = syllable.with_marks(&marks) {
            return Some(Done::Changed(marked));
        }
    }
    None
}

fn mark_one(syllable: &Syllable, base: char, mark: Mark) -> Option<Done> {
    let place = syllable.vowels().iter().position(|vowel| vowel.is(base))?;
    let mut marks = marks(syllable);
    if marks[place] == mark {
        marks[place] = Mark::None;
        return syllable.with_marks(&marks).map(Done::TakenBack);
    }
    marks[place] = mark;
    syllable.with_marks(&marks).map(Done::Changed)
}

fn horn(syllable: &Syllable) -> Option<Done> {
    let vowels = syllable.vowels();
    let [u, o, ..] = vowels else { return mark_one(syllable, 'o', Mark::Horn).or_else(|| horn_on_u(syllable)) };
    if !(u.is('u') && o.is('o')) {
        return mark_one(syllable, 'o', Mark::Horn).or_else(|| horn_on_u(syllable));
    }
    let mut marks = marks(syllable);
    if o.mark == Mark::Horn {
        (marks[0], marks[1]) = (Mark::None, Mark::None);
        return syllable.with_marks(&marks).map(Done::TakenBack);
    }
    // thuở, huơ: the only open syllables, and there the u stays as it is.
    let onset: String = syllable.onset().iter().map(|letter| letter.base).collect();
    let stays = syllable.is_open()
        && vowels.len() == 2
        && u.mark == Mark::None
        && ["", "h", "kh", "th"].contains(&onset.as_str());
    (marks[0], marks[1]) = (if stays { Mark::None } else { Mark::Horn }, Mark::Horn);
    syllable.with_marks(&marks).map(Done::Changed)
}

fn horn_on_u(syllable: &Syllable) -> Option<Done> {
    mark_one(syllable, 'u', Mark::Horn)
}

/// A `w` where nothing takes a horn is `ư`, except at the start of a word, which is more often a foreign one: WTO, web.
fn lone_horn(syllable: &Syllable, key: char) -> Option<Done> {
    let letters = syllable.letters();
    let is_bare = syllable.vowels().is_empty() && !letters.is_empty();
    let is_gi = matches!(letters, [g, i] if g.is('g') && i.is('i'));
    if !(is_bare || is_gi) {
        return None;
    }
    let letter = Letter { base: 'u', mark: Mark::Horn, upper: key.is_ascii_uppercase() };
    syllable.with(letter).map(Done::Changed)
}
