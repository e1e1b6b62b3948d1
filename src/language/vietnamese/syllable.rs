//! Which syllables there are, and where the tone stands in them.

use std::sync::LazyLock;

use crate::language::vietnamese::letter::{Letter, Mark, Tone};

/// Where the tone stands in an open `oa`, `oe`, `uy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ToneStyle {
    /// On the first letter, as newspapers write: hòa, khỏe, thúy.
    #[default]
    Classic,
    /// On the main vowel, as schoolbooks write: hoà, khoẻ, thuý.
    Modern,
}

/// What a syllable begins with. `dz` and `kr` stand in names: Dzũng, Krông.
const ONSETS: &str = "b c ch d dz g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x";

/// What a syllable ends with: its vowels and the consonants behind them, without the tone.
pub const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ooc oong \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu uô uôc uôi uôm uôn uông uôt \
    uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu \
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu";

/// What stands behind `qu` besides: those of an ordinary rime that begins with u, without it.
const QU_RIMES: &str = "ec em in inh ip it ăp âc âm âu i ui y ych yn ynh yp yt yên yêt yêu yu ôc";

/// What stands behind `gi` besides, where the i of `iê` is not written twice.
const GI_RIMES: &str = "êc êm ên êng êp êt êu";

#[cfg(test)]
pub(super) fn every_onset() -> impl Iterator<Item = &'static str> {
    ["", "đ"].into_iter().chain(ONSETS.split(' '))
}

#[cfg(test)]
pub(super) fn every_rime() -> impl Iterator<Item = &'static str> {
    RIMES.split_whitespace()
}

type Rimes = Vec<Vec<Letter>>;

fn rimes(lists: &[&str]) -> Rimes {
    let letters = |rime: &str| rime.chars().filter_map(Letter::read).map(|(letter, _)| letter).collect();
    lists.iter().flat_map(|list| list.split_whitespace()).map(letters).collect()
}

static ORDINARY: LazyLock<Rimes> = LazyLock::new(|| rimes(&[RIMES]));
static AFTER_QU: LazyLock<Rimes> = LazyLock::new(|| rimes(&[RIMES, QU_RIMES]));
static AFTER_GI: LazyLock<Rimes> = LazyLock::new(|| rimes(&[RIMES, GI_RIMES]));

/// A syllable, or what can become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syllable {
    letters: Vec<Letter>,
    /// Where the rime begins.
    rime: usize,
    tone: Tone,
}

impl Syllable {
    /// Reads a word; `None` where it can never become a Vietnamese syllable.
    pub(super) fn read(word: &str) -> Option<Self> {
        let mut tone = Tone::Level;
        let mut letters = Vec::new();
        for character in word.chars() {
            let (letter, own) = Letter::read(character)?;
            if own != Tone::Level && std::mem::replace(&mut tone, own) != Tone::Level {
                return None;
            }
            letters.push(letter);
        }
        Self::of(letters, tone)
    }

    /// A syllable of letters; `None` where they can never become one.
    pub(super) fn of(mut letters: Vec<Letter>, tone: Tone) -> Option<Self> {
        let rime = start_of_rime(&letters);
        join_horns(&mut letters[rime..]);
        let syllable = Self { letters, rime, tone };
        (syllable.has_onset() && syllable.has_rime() && syllable.takes_tone(tone)).then_some(syllable)
    }

    pub(super) fn letters(&self) -> &[Letter] {
        &self.letters
    }

    pub(super) fn onset(&self) -> &[Letter] {
        &self.letters[..self.rime]
    }

    /// The vowels of the rime.
    pub(super) fn vowels(&self) -> &[Letter] {
        let rime = &self.letters[self.rime..];
        &rime[..rime.iter().take_while(|letter| letter.is_vowel()).count()]
    }

    pub(super) fn is_open(&self) -> bool {
        self.rime + self.vowels().len() == self.letters.len()
    }

    pub(super) fn tone(&self) -> Tone {
        self.tone
    }

    /// With another tone, if it can have it.
    pub(super) fn with_tone(&self, tone: Tone) -> Option<Self> {
        (!self.vowels().is_empty() && self.takes_tone(tone)).then(|| Self { tone, ..self.clone() })
    }

    /// With other marks on the first of its vowels, if that can be a syllable.
    pub(super) fn with_marks(&self, marks: &[Mark]) -> Option<Self> {
        let mut letters = self.letters.clone();
        for (letter, mark) in letters[self.rime..].iter_mut().zip(marks) {
            letter.mark = *mark;
        }
        Self::of(letters, self.tone)
    }

    /// With another letter at its end, if that can be a syllable.
    pub(super) fn with(&self, letter: Letter) -> Option<Self> {
        let mut letters = self.letters.clone();
        letters.push(letter);
        Self::of(letters, self.tone)
    }

    /// With a mark on its first letter.
    pub(super) fn with_first(&self, mark: Mark) -> Option<Self> {
        let mut letters = self.letters.clone();
        letters.first_mut()?.mark = mark;
        Self::of(letters, self.tone)
    }

    /// Whether nothing is missing. An onset alone is an abbreviation or an amount of money: đ, ĐT.
    pub(super) fn is_whole(&self) -> bool {
        let rime = &self.letters[self.rime..];
        let same = |known: &Vec<Letter>| {
            known.len() == rime.len() && known.iter().zip(rime).all(|(known, own)| is_same(*known, *own))
        };
        rime.is_empty() || self.rimes().iter().any(same)
    }

    /// Whether it ends in a stop and has none of the two tones that go with it.
    pub(super) fn lacks_tone(&self) -> bool {
        self.is_stopped() && self.tone == Tone::Level
    }

    /// The syllable as text, in composed characters.
    pub(super) fn write(&self, style: ToneStyle) -> String {
        let place = self.rime + tone_place(self.vowels(), self.is_open(), style);
        let tone = |index| if index == place { self.tone } else { Tone::Level };
        self.letters.iter().enumerate().map(|(index, letter)| letter.write(tone(index))).collect()
    }

    fn is_stopped(&self) -> bool {
        let coda = &self.letters[self.rime + self.vowels().len()..];
        coda.first().is_some_and(|letter| matches!(letter.base, 'c' | 'k' | 'p' | 't'))
    }

    fn takes_tone(&self, tone: Tone) -> bool {
        !self.is_stopped() || matches!(tone, Tone::Level | Tone::Acute | Tone::Dot)
    }

    fn has_onset(&self) -> bool {
        let onset: String = self.onset().iter().map(|letter| letter.base).collect();
        let is_plain = self.onset().first().is_none_or(|letter| letter.mark == Mark::None);
        let is_begun = self.rime == self.letters.len();
        let mut onsets = ONSETS.split(' ');
        let fits = |known: &str| if is_begun { known.starts_with(&onset) } else { known == onset };
        (is_plain || onset == "d") && (onset.is_empty() || onsets.any(fits))
    }

    /// Whether the rime is the start of one, with all of its marks or some of them.
    fn has_rime(&self) -> bool {
        let rime = &self.letters[self.rime..];
        let begins = |known: &Vec<Letter>| {
            known.len() >= rime.len()
                && known
                    .iter()
                    .zip(rime)
                    .all(|(known, own)| is_same(*known, *own) || own.mark == Mark::None && known.is(own.base))
        };
        self.rimes().iter().any(begins)
    }

    fn rimes(&self) -> &'static Rimes {
        match self.onset() {
            [q, _] if q.is('q') => &AFTER_QU,
            [g, i] if g.is('g') && i.is('i') => &AFTER_GI,
            _ => &ORDINARY,
        }
    }
}

fn is_same(one: Letter, other: Letter) -> bool {
    (one.base, one.mark) == (other.base, other.mark)
}

/// The number of letters before the rime. The i of `gi` and the u of `qu` belong to the onset, the i only before another vowel.
fn start_of_rime(letters: &[Letter]) -> usize {
    match letters {
        [q, u, ..] if q.is('q') && u.is('u') && u.mark == Mark::None => 2,
        [g, i, vowel, ..] if g.is('g') && i.is('i') && vowel.is_vowel() => 2,
        _ => letters.iter().take_while(|letter| !letter.is_vowel()).count(),
    }
}

/// Before anything else, `ưo` and `uơ` are `ươ`: nothing but that goes on. So `thuở` and `thương` begin alike.
fn join_horns(rime: &mut [Letter]) {
    if let [u, o, _, ..] = rime
        && u.is('u')
        && o.is('o')
        && matches!((u.mark, o.mark), (Mark::Horn, Mark::None) | (Mark::None, Mark::Horn))
    {
        (u.mark, o.mark) = (Mark::Horn, Mark::Horn);
    }
}

/// On which of the vowels the tone stands: on the last one with a mark; else in the middle of three, before a consonant on the last, and on
/// the first of an open two.
fn tone_place(vowels: &[Letter], is_open: bool, style: ToneStyle) -> usize {
    if let Some(marked) = vowels.iter().rposition(|vowel| vowel.mark != Mark::None) {
        return marked;
    }
    let last = vowels.len().saturating_sub(1);
    let bases: String = vowels.iter().map(|vowel| vowel.base).collect();
    match bases.as_str() {
        _ if !is_open => last,
        "oa" | "oe" | "uy" => usize::from(style == ToneStyle::Modern),
        // A mark is still to come: iê, yê, uê, uô.
        "ie" | "ye" | "ue" | "uo" => 1,
        "uye" => 2,
        _ => usize::from(vowels.len() > 2),
    }
}
