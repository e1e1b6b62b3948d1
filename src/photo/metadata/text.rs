//! Bytes of old caption fields to text.

use std::fmt;

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::photo::metadata::{guess, vietnamese};

/// How the bytes of a caption stand for letters. IIM is older than Unicode, and most programs never said what they wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the codings")]
pub enum TextCoding {
    Utf8,
    /// Windows-1252, which holds Latin-1.
    Windows1252,
    Windows1251,
    #[serde(rename = "koi8-r")]
    Koi8R,
    MacCyrillic,
    Ibm866,
    #[serde(rename = "iso-8859-5")]
    Iso8859_5,
    /// Vietnamese, as Windows had it.
    Windows1258,
    /// Vietnamese, RFC 1456.
    Viscii,
    /// Vietnamese, the fonts named `.Vn…` (ABC).
    Tcvn3,
    /// Vietnamese, the fonts named `VNI-…`.
    Vni,
    MacRoman,
    /// Central Europe.
    Windows1250,
    /// Greek.
    Windows1253,
    /// Turkish.
    Windows1254,
    Gb18030,
    Big5,
    ShiftJis,
    EucKr,
}

impl TextCoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 19] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Windows1251,
        Self::Koi8R,
        Self::MacCyrillic,
        Self::Ibm866,
        Self::Iso8859_5,
        Self::Windows1258,
        Self::Viscii,
        Self::Tcvn3,
        Self::Vni,
        Self::MacRoman,
        Self::Windows1250,
        Self::Windows1253,
        Self::Windows1254,
        Self::Gb18030,
        Self::Big5,
        Self::ShiftJis,
        Self::EucKr,
    ];

    /// The name that it is known by, the same in all languages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252 (Latin-1)",
            Self::Windows1251 => "Windows-1251",
            Self::Koi8R => "KOI8-R",
            Self::MacCyrillic => "Mac Cyrillic",
            Self::Ibm866 => "CP866",
            Self::Iso8859_5 => "ISO 8859-5",
            Self::Windows1258 => "Windows-1258",
            Self::Viscii => "VISCII",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::MacRoman => "Mac Roman",
            Self::Windows1250 => "Windows-1250",
            Self::Windows1253 => "Windows-1253",
            Self::Windows1254 => "Windows-1254",
            Self::Gb18030 => "GB 18030",
            Self::Big5 => "Big5",
            Self::ShiftJis => "Shift JIS",
            Self::EucKr => "EUC-KR",
        }
    }

    /// The coding that all the given texts can be in: UTF-8 where they are valid as such, else the likeliest.
    pub fn detect<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        let texts: Vec<_> = texts.collect();
        // Text in another coding is almost never valid UTF-8 by chance once it has a letter outside ASCII.
        if texts.iter().all(|text| std::str::from_utf8(text).is_ok()) { Self::Utf8 } else { guess::likeliest(&texts) }
    }

    /// Reads a text: line ends become `\n`, control characters go, outer blanks go; nothing left is `None`.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        cleaned(&repaired(&self.letters(bytes)))
    }

    /// Whether every byte stands for something that people write; frames of old screens (`║`, `░`) are nothing such.
    pub fn can_read(self, bytes: &[u8]) -> bool {
        let is_nothing = |c: char| {
            let is_frame = self != Self::Utf8 && ('\u{2500}'..'\u{25A0}').contains(&c);
            c == char::REPLACEMENT_CHARACTER || ('\u{80}'..'\u{A0}').contains(&c) || is_frame
        };
        !self.letters(bytes).contains(is_nothing)
    }

    /// The characters as they stand.
    pub(super) fn letters(self, bytes: &[u8]) -> String {
        let by = |encoding: &'static Encoding| encoding.decode_without_bom_handling(bytes).0.nfc().collect::<String>();
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Windows1252 => by(encoding_rs::WINDOWS_1252),
            Self::Windows1251 => by(encoding_rs::WINDOWS_1251),
            Self::Koi8R => by(encoding_rs::KOI8_R),
            Self::MacCyrillic => by(encoding_rs::X_MAC_CYRILLIC),
            Self::Ibm866 => by(encoding_rs::IBM866),
            Self::Iso8859_5 => by(encoding_rs::ISO_8859_5),
            Self::Windows1258 => by(encoding_rs::WINDOWS_1258),
            Self::Viscii => vietnamese::viscii(bytes),
            Self::Tcvn3 => vietnamese::tcvn3(bytes),
            Self::Vni => vietnamese::vni(bytes),
            Self::MacRoman => by(encoding_rs::MACINTOSH),
            Self::Windows1250 => by(encoding_rs::WINDOWS_1250),
            Self::Windows1253 => by(encoding_rs::WINDOWS_1253),
            Self::Windows1254 => by(encoding_rs::WINDOWS_1254),
            Self::Gb18030 => by(encoding_rs::GB18030),
            Self::Big5 => by(encoding_rs::BIG5),
            Self::ShiftJis => by(encoding_rs::SHIFT_JIS),
            Self::EucKr => by(encoding_rs::EUC_KR),
        }
    }
}

impl fmt::Display for TextCoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Reads a text up to its first zero byte, guessing the coding from it alone.
pub(super) fn decode_guessing(bytes: &[u8]) -> Option<String> {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let text = bytes.get(..end)?;
    TextCoding::detect(std::iter::once(text)).decode(text)
}

/// What is kept of a text from a file.
pub(super) fn cleaned(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let trimmed = kept.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// Undoes what sloppy programs do: UTF-8 that was taken for another coding and written as UTF-8 again (`CafÃ©`). Certain, because
/// no text that people write has only bytes that happen to be valid UTF-8 all over.
pub(super) fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    // It happens twice to some files, and never more often.
    for _ in 0..2 {
        let bytes = [as_windows_1252(&text), as_windows_1251(&text)];
        let Some(original) = bytes.into_iter().flatten().find_map(|bytes| String::from_utf8(bytes).ok()) else { break };
        text = original;
    }
    text
}

/// The bytes that Windows-1252 would have for a text with letters outside ASCII; C1 controls stand for themselves.
fn as_windows_1252(text: &str) -> Option<Vec<u8>> {
    as_single_bytes(text, encoding_rs::WINDOWS_1252)
}

fn as_windows_1251(text: &str) -> Option<Vec<u8>> {
    as_single_bytes(text, encoding_rs::WINDOWS_1251)
}

fn as_single_bytes(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut letter = [0; 4];
    for character in text.chars() {
        if ('\u{80}'..'\u{A0}').contains(&character) {
            bytes.push(u8::try_from(u32::from(character)).ok()?);
            continue;
        }
        let (encoded, _, unmappable) = encoding.encode(character.encode_utf8(&mut letter));
        match *encoded {
            [byte] if !unmappable => bytes.push(byte),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undeclared_utf8_is_known_and_the_rest_is_guessed() {
        assert_eq!(decode_guessing("Trịnh Văn An\0junk".as_bytes()).as_deref(), Some("Trịnh Văn An"));
        assert_eq!(decode_guessing(b"Caf\xE9 \x93Mozart\x94").as_deref(), Some("Café “Mozart”"));
        assert_eq!(decode_guessing(b" \r\n\0"), None);
    }

    #[test]
    fn controls_go_and_line_ends_are_one() {
        assert_eq!(cleaned("a\u{7}b\r\nc\rd").as_deref(), Some("ab\nc\nd"));
    }

    #[test]
    fn what_was_coded_twice_is_mended_and_nothing_else_is() {
        for text in ["Café", "Trịnh Văn An, Bắc Ninh", "Делегаты из Вьетнама", "«Đổi mới» — 1986"]
        {
            let latin = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
            assert_ne!(latin, text);
            assert_eq!(repaired(&latin), text);
            assert_eq!(repaired(text), text);
        }
        let cyrillic = encoding_rs::WINDOWS_1251.decode_without_bom_handling("Делегаты".as_bytes()).0.into_owned();
        assert_eq!(repaired(&cyrillic), "Делегаты");
        for text in ["Château d’Âne", "© 2026", "naïve", "СССР", "100 €", "Åäö"] {
            assert_eq!(repaired(text), text);
        }
    }

    #[test]
    fn a_coding_says_what_it_cannot_read() {
        assert!(!TextCoding::Utf8.can_read(b"Caf\xE9"));
        assert!(TextCoding::Windows1252.can_read(b"Caf\xE9") && !TextCoding::Vni.can_read(b"Caf\xE9"));
    }
}
