//! A letter as base, mark and tone.

use unicode_normalization::UnicodeNormalization as _;

/// What makes another letter of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// â, ê, ô.
    Circumflex,
    /// ă.
    Breve,
    /// ơ, ư.
    Horn,
    /// đ.
    Stroke,
}

/// The tone of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Ngang: no sign.
    Level,
    /// Sắc: á.
    Acute,
    /// Huyền: à.
    Grave,
    /// Hỏi: ả.
    Hook,
    /// Ngã: ã.
    Tilde,
    /// Nặng: ạ.
    Dot,
}

/// A letter without its tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// The letter of the keyboard, small.
    pub(super) base: char,
    pub(super) mark: Mark,
    pub(super) upper: bool,
}

const MARKS: [(char, Mark); 3] = [('\u{302}', Mark::Circumflex), ('\u{306}', Mark::Breve), ('\u{31b}', Mark::Horn)];
const TONES: [(char, Tone); 5] = [
    ('\u{301}', Tone::Acute),
    ('\u{300}', Tone::Grave),
    ('\u{309}', Tone::Hook),
    ('\u{303}', Tone::Tilde),
    ('\u{323}', Tone::Dot),
];

impl Letter {
    /// A letter of the keyboard.
    pub(super) fn plain(typed: char) -> Option<Self> {
        let upper = typed.is_ascii_uppercase();
        typed.is_ascii_alphabetic().then_some(Self { base: typed.to_ascii_lowercase(), mark: Mark::None, upper })
    }

    /// Reads a character; `None` where it is no Vietnamese letter.
    pub(super) fn read(character: char) -> Option<(Self, Tone)> {
        if matches!(character, 'đ' | 'Đ') {
            return Some((Self { base: 'd', mark: Mark::Stroke, upper: character == 'Đ' }, Tone::Level));
        }
        let mut parts = std::iter::once(character).nfd();
        let (mut letter, mut tone) = (Self::plain(parts.next()?)?, Tone::Level);
        for part in parts {
            if let Some((_, mark)) = MARKS.iter().find(|(sign, _)| *sign == part) {
                letter.mark = *mark;
            } else {
                tone = TONES.iter().find(|(sign, _)| *sign == part)?.1;
            }
        }
        let takes_sign = letter.is_vowel() || letter.mark == Mark::None && tone == Tone::Level;
        takes_sign.then_some((letter, tone))
    }

    pub(super) fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// Whether it is this letter, whatever its mark.
    pub(super) fn is(self, base: char) -> bool {
        self.base == base
    }

    /// Writes it with a tone, as one character.
    pub(super) fn write(self, tone: Tone) -> char {
        let base = if self.upper { self.base.to_ascii_uppercase() } else { self.base };
        if self.mark == Mark::Stroke {
            return if self.upper { 'Đ' } else { 'đ' };
        }
        let mark = MARKS.iter().find(|(_, mark)| *mark == self.mark).map(|(sign, _)| *sign);
        let tone = TONES.iter().find(|(_, known)| *known == tone).map(|(sign, _)| *sign);
        [Some(base), mark, tone].into_iter().flatten().nfc().next().unwrap_or(base)
    }
}
