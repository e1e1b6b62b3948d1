//! The codings in which Vietnamese was written before Unicode: VISCII, TCVN3 (the fonts named `.Vn…`) and VNI-Windows.
//!
//! No library has them; the tables are those of RFC 1456, of TCVN 5712 and of the VNI fonts.

use unicode_normalization::UnicodeNormalization as _;

use crate::language::vietnamese::RIMES;

/// VISCII 1.1, bytes 0x80 to 0xFF in rows of sixteen.
const VISCII_UPPER: [&str; 8] = [
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
    "Õắằặấầẩậẽẹếềểễệố",
    "ồổỗỠƠộờởịỰỨỪỬơớƯ",
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
    "àáâãảăữẫèéêẻìíĩỉ",
    "đựòóôõỏọụùúũủýợỮ",
];
/// VISCII also has six letters among the control characters.
const VISCII_LOWER: [(u8, char); 6] = [(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ')];

/// TCVN 5712, bytes 0x80 to 0xFF in rows of sixteen; 0xB0 to 0xB4 are marks that follow their letter.
const TCVN_UPPER: [&str; 8] = [
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ",
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ",
    "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ",
    "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ",
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
    "éẹềểễếệìỉỄẾỒĩíịò",
    "Ổỏõóọồổỗốộờởỡớợù",
    "ỖủũúụừửữứựỳỷỹýỵỐ",
];

/// What a byte of VNI-Windows adds to the letter before it, in small letters: the marked forms of a, e, o, ơ, u, ư and y. A dot
/// stands where there is none.
const VNI_MARKS: [(u8, &str); 17] = [
    (0xF9, "áéóớúứý"),
    (0xF8, "àèòờùừỳ"),
    (0xFB, "ảẻỏởủửỷ"),
    (0xF5, "ãẽõỡũữỹ"),
    (0xEF, "ạẹọợụự."),
    (0xE2, "âêô...."),
    (0xE1, "ấếố...."),
    (0xE0, "ầềồ...."),
    (0xE5, "ẩểổ...."),
    (0xE3, "ẫễỗ...."),
    (0xE4, "ậệộ...."),
    (0xEA, "ă......"),
    (0xE9, "ắ......"),
    (0xE8, "ằ......"),
    (0xFA, "ẳ......"),
    (0xFC, "ẵ......"),
    (0xEB, "ặ......"),
];
const VNI_BASES: &str = "aeoơuưy";
/// Bytes of VNI-Windows that are letters by themselves.
const VNI_LETTERS: [(u8, char); 9] = [
    (0xED, 'í'),
    (0xEC, 'ì'),
    (0xE6, 'ỉ'),
    (0xF3, 'ĩ'),
    (0xF2, 'ị'),
    (0xF4, 'ơ'),
    (0xF6, 'ư'),
    (0xF1, 'đ'),
    (0xEE, 'ỵ'),
];

pub(super) fn viscii(bytes: &[u8]) -> String {
    let low = |byte: u8| VISCII_LOWER.iter().find(|(code, _)| *code == byte).map(|(_, letter)| *letter);
    bytes.iter().map(|byte| low(*byte).unwrap_or_else(|| upper(&VISCII_UPPER, *byte))).collect()
}

pub(super) fn tcvn3(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| upper(&TCVN_UPPER, *byte)).nfc().collect()
}

fn upper(rows: &[&str; 8], byte: u8) -> char {
    let Some(index) = byte.checked_sub(0x80).map(usize::from) else { return char::from(byte) };
    rows.get(index / 16).and_then(|row| row.chars().nth(index % 16)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

pub(super) fn vni(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        if byte.is_ascii() {
            text.push(char::from(*byte));
            continue;
        }
        let capital = (0xC0..0xE0).contains(byte);
        let small = if capital { byte + 0x20 } else { *byte };
        let letter = VNI_LETTERS.iter().find(|(code, _)| *code == small).map(|(_, letter)| *letter);
        if let Some(letter) = letter {
            text.push(in_case(letter, capital));
        } else if let Some(marked) = text.chars().next_back().and_then(|base| vni_marked(base, small)) {
            text.pop();
            text.push(marked);
        } else {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

fn vni_marked(base: char, mark: u8) -> Option<char> {
    let capital = base.is_uppercase();
    let small = base.to_lowercase().next()?;
    let column = VNI_BASES.chars().position(|letter| letter == small)?;
    let (_, forms) = VNI_MARKS.iter().find(|(code, _)| *code == mark)?;
    let letter = forms.chars().nth(column).filter(|letter| *letter != '.')?;
    Some(in_case(letter, capital))
}

fn in_case(letter: char, capital: bool) -> char {
    if capital { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

const INITIALS: [&str; 27] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r",
    "s", "t", "th", "tr", "v", "x",
];
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word could be a syllable of Vietnamese: one group of vowels with at most one tone, between consonants that the
/// language has there.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut tones = 0;
    let mut plain = String::new();
    for letter in word.to_lowercase().chars() {
        // The tone goes, what makes another vowel (â, ă, ơ) stays.
        let (kept, dropped): (Vec<_>, Vec<_>) = std::iter::once(letter).nfd().partition(|part| !TONES.contains(part));
        tones += dropped.len();
        plain.extend(kept.into_iter().nfc());
    }
    if tones > 1 {
        return false;
    }
    let Some(start) = plain.find(|letter| "aăâeêioôơuưy".contains(letter)) else { return false };
    let (initial, rest) = plain.split_at(start);
    // The u of "qu" and the i of "gi" belong to the consonant or to the vowel.
    let after = match initial {
        "q" => rest.strip_prefix('u'),
        "g" => rest.strip_prefix('i'),
        _ => None,
    };
    let is_rime = |rime: &str| RIMES.split_whitespace().any(|known| known == rime);
    INITIALS.contains(&initial) && (is_rime(rest) || after.is_some_and(is_rime))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As these fonts showed it in programs that took the bytes for Windows-1252.
    fn bytes(shown: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1252.encode(shown).0.into_owned()
    }

    #[test]
    fn the_name_of_the_country_is_read_in_all_three() {
        let country = "Cộng hòa xã hội chủ nghĩa Việt Nam";
        assert_eq!(vni(&bytes("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")), country);
        assert_eq!(tcvn3(&bytes("Céng hßa x· héi chñ nghÜa ViÖt Nam")), country);
        assert_eq!(viscii(b"C\xB5ng h\xF2a x\xE3 h\xB5i ch\xFC ngh\xEEa Vi\xAEt Nam"), country);
    }

    #[test]
    fn capitals_and_letters_of_their_own_are_read() {
        assert_eq!(vni(&bytes("Tröôøng Ñaïi hoïc, TÖØ")), "Trường Đại học, TỪ");
        assert_eq!(viscii(b"\x06\xD0\x02"), "ẪĐẲ");
    }

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in ["nghiêng", "và", "Đổi", "quyết", "hòa", "khuỷu", "xã", "ở"] {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["été", "Müller", "Cafộ", "ministère", "nạve", "Zoặx", "привет", "bcd"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
