//! Which coding old captions are in, told by the words that come out.

use crate::photo::metadata::{text::TextCoding, vietnamese};

/// What is tried, those first that win where nothing tells them apart.
const TRIED: [TextCoding; 10] = [
    TextCoding::Windows1252,
    TextCoding::Windows1251,
    TextCoding::Koi8R,
    TextCoding::MacCyrillic,
    TextCoding::Ibm866,
    TextCoding::Iso8859_5,
    TextCoding::Windows1258,
    TextCoding::Tcvn3,
    TextCoding::Vni,
    TextCoding::Viscii,
];

/// Enough of a caption to know its language.
const ENOUGH: usize = 4_000;

/// The likeliest coding of texts that are not UTF-8.
pub(super) fn likeliest(texts: &[&[u8]]) -> TextCoding {
    let mut sample = Vec::new();
    for text in texts.iter().filter(|text| !text.is_ascii()) {
        sample.extend_from_slice(text.get(..ENOUGH.saturating_sub(sample.len())).unwrap_or(text));
        sample.push(b'\n');
        if sample.len() >= ENOUGH {
            break;
        }
    }
    let mut best = (TextCoding::Windows1252, f32::MIN);
    for coding in TRIED {
        let score = score(coding, &coding.letters(&sample));
        if score > best.1 {
            best = (coding, score);
        }
    }
    best.0
}

/// How much like words this is, from about -1 to 1.
fn score(coding: TextCoding, text: &str) -> f32 {
    let vietnamese_only =
        matches!(coding, TextCoding::Windows1258 | TextCoding::Tcvn3 | TextCoding::Vni | TextCoding::Viscii);
    let (mut sum, mut judged) = (0.0, 0.0);
    let (mut plain, mut syllables) = (0.0_f32, 0.0_f32);
    for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            plain += 1.0;
            syllables += if vietnamese::is_syllable(word) { 1.0 } else { 0.0 };
            continue;
        }
        let core = word.trim_start_matches(opens).trim_end_matches(closes);
        if core.is_empty() || core.is_ascii() {
            continue;
        }
        judged += 1.0;
        sum += points(core, vietnamese_only);
        // A bullet that touches a small letter was a capital letter.
        if !word.starts_with(core) && core.starts_with(char::is_lowercase) {
            sum -= 0.3;
        }
    }
    if judged == 0.0 {
        return 0.0;
    }
    let mut score = sum / judged;
    if vietnamese_only {
        // The words without marks belong to the same language; one word alone is more often a French one.
        score += if plain > 0.0 { 0.8 * (syllables / plain - 0.7) } else { 0.0 } - 0.3 / judged;
    }
    score
}

fn points(word: &str, vietnamese_only: bool) -> f32 {
    if !word.chars().enumerate().all(|(index, c)| c.is_alphabetic() || (index > 0 && c == '’')) {
        return -1.0;
    }
    if !has_usual_case(word) {
        return -0.8;
    }
    if word.chars().all(|c| ('\u{400}'..'\u{460}').contains(&c)) {
        return word.chars().map(cyrillic).sum::<f32>() / word.chars().count() as f32;
    }
    if vietnamese_only {
        return if vietnamese::is_syllable(word) { 1.0 } else { -1.0 };
    }
    let accents = word.chars().filter(|c| !c.is_ascii()).count();
    let known =
        word.chars().all(|c| c.is_ascii() || "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿß".contains(&c.to_lowercase().to_string()));
    if known && accents * 2 <= word.chars().count() { 0.8 } else { -0.6 }
}

/// How usual a letter is where people write Russian; other Cyrillic letters are possible.
fn cyrillic(letter: char) -> f32 {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' | 'к' | 'м' | 'д' | 'п' | 'у' => 1.1,
        'я' | 'ы' | 'ь' | 'г' | 'з' | 'б' | 'ч' | 'й' | 'х' | 'ж' => 0.6,
        'ш' | 'ю' | 'ц' | 'щ' | 'э' | 'ф' | 'ё' | 'і' => 0.3,
        'ъ' | 'ї' | 'є' | 'ґ' => 0.0,
        _ => -0.8,
    }
}

/// All small, all capital, or a capital first.
fn has_usual_case(word: &str) -> bool {
    let mut letters = word.chars();
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let rest: Vec<_> = letters.collect();
    rest.iter().all(|c| !c.is_uppercase()) || (first_is_capital && rest.iter().all(|c| !c.is_lowercase()))
}

/// Signs that stand before words in print.
fn opens(c: char) -> bool {
    matches!(c, '“' | '„' | '‘' | '‚' | '«' | '–' | '—' | '…' | '•' | '№' | '©' | '\u{A0}')
}

/// Signs that stand behind words in print.
fn closes(c: char) -> bool {
    matches!(c, '“' | '”' | '’' | '»' | '–' | '—' | '…' | '®' | '\u{A0}' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(bytes: &[u8]) -> TextCoding {
        TextCoding::detect(std::iter::once(bytes))
    }

    #[test]
    fn russian_is_known_in_every_coding() {
        for text in ["Делегаты обсуждают итоги", "Ханой", "ИТОГИ СЪЕЗДА", "Фото: Иван Щукин, «Известия»", "Объявлено"]
        {
            for (coding, encoding) in [
                (TextCoding::Windows1251, encoding_rs::WINDOWS_1251),
                (TextCoding::Koi8R, encoding_rs::KOI8_R),
                (TextCoding::MacCyrillic, encoding_rs::X_MAC_CYRILLIC),
                (TextCoding::Ibm866, encoding_rs::IBM866),
            ] {
                let text = if encoding == encoding_rs::KOI8_R || encoding == encoding_rs::IBM866 {
                    text.replace(['«', '»'], "\"")
                } else {
                    text.to_owned()
                };
                let bytes = encoding.encode(&text).0;
                assert_eq!(coding.letters(&bytes), text);
                assert_eq!(guessed(&bytes).letters(&bytes), text, "{coding}");
            }
        }
    }

    #[test]
    fn western_is_not_taken_for_anything_else() {
        for text in [
            "Café",
            "été",
            "Müller",
            "thé",
            "François Léotard à Paris",
            "Größe",
            "mañana será otro día",
            "Håkan Öberg",
            "Zoë in naïve Übermut",
            "São Paulo, João",
            "Ministère de l’Éducation",
        ] {
            let bytes = encoding_rs::WINDOWS_1252.encode(text).0;
            assert_eq!(guessed(&bytes), TextCoding::Windows1252, "{text}");
        }
    }

    #[test]
    fn vietnamese_is_known_in_its_old_codings() {
        let shown = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, text) in [
            (shown("Héi nghÞ tæng kÕt t¹i B¾c Ninh"), "Hội nghị tổng kết tại Bắc Ninh"),
            (shown("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (shown("Tröôøng Ñaïi hoïc Caàn Thô"), "Trường Đại học Cần Thơ"),
            (b"C\xB5ng h\xF2a x\xE3 h\xB5i ch\xFC ngh\xEEa Vi\xAEt Nam".to_vec(), "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (b"H\xF4\xF2i nghi\xF2 ta\xF2i B\xE3\xECc Ninh".to_vec(), "Hội nghị tại Bắc Ninh"),
        ] {
            assert_eq!(guessed(&bytes).decode(&bytes).as_deref(), Some(text));
        }
    }
}
