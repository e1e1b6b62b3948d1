//! Bytes of old caption fields to text.

use serde::{Deserialize, Serialize};

/// How texts without a reliable declaration were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextCoding {
    /// Declared as UTF-8, or undeclared and valid as such.
    Utf8,
    /// Not UTF-8, so read as Windows-1252, the superset of Latin-1: a guess.
    Windows1252,
}

impl TextCoding {
    /// The coding that all the given texts can be in.
    pub fn detect<'a>(mut texts: impl Iterator<Item = &'a [u8]>) -> Self {
        // Text in another coding is almost never valid UTF-8 by chance once it has a letter outside ASCII.
        if texts.all(|text| std::str::from_utf8(text).is_ok()) { Self::Utf8 } else { Self::Windows1252 }
    }

    /// Reads a text: line ends become `\n`, control characters go, outer blanks go; nothing left is `None`.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => cleaned(&String::from_utf8_lossy(bytes)),
            Self::Windows1252 => cleaned(&bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>()),
        }
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

/// Bytes 0x80 to 0x9F; the five that are undefined stay control characters and are dropped.
const WINDOWS_1252_UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252_UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
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
}
