//! Vietnamese that was typed for fonts of its own, before Unicode: TCVN3 (the ABC fonts) and VNI. Its letters come as signs of western Europe:
//! *Nguyễn Văn* is *NguyÔn V¨n* in the one, *Nguyeãn Vaên* in the other.

use unicode_normalization::UnicodeNormalization as _;

use crate::language::vietnamese::is_syllable;

/// The signs of TCVN3 and their letters. Capitals with tones have the signs of small letters, in a font of capitals.
const TCVN3: &str = "¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư¨ă©â®đªê«ô¬ơ\u{ad}ưµà¸á¶ả·ã¹ạ»ằ¾ắ¼ẳ½ẵÆặÇầÊấÈẩÉẫËậÌèÐéÎẻÏẽÑẹÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọåồèốæổçỗéộêờíớëởìỡîợïùóúñủòũôụõừøứöử÷ữùựúỳýýûỷüỹþỵ";

/// What stands behind a vowel in VNI, and the marks that it stands for.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];
/// The letters of VNI that stand for themselves.
const VNI_LETTERS: [(char, char); 9] =
    [('ñ', 'đ'), ('ö', 'ư'), ('ô', 'ơ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// So many words that are no Vietnamese as they stand must become it before a text is taken for it.
const FEWEST: usize = 3;

/// The same text in Unicode and the name of what it was, where it is surely one of the two: its words with such signs become Vietnamese
/// syllables, nine of ten of them, and several are none as they stand.
pub(super) fn read(text: &str) -> Option<(String, &'static str)> {
    let is_of_unicode = |letter: char| letter > '\u{ff}' && letter.is_alphabetic();
    if text.is_ascii() || text.contains(is_of_unicode) {
        return None;
    }
    [(tcvn3 as fn(&str) -> String, "TCVN3 (ABC)"), (vni, "VNI")].into_iter().find_map(|(convert, name)| {
        let (mut fit, mut strange, mut all) = (0, 0, 0);
        for word in text.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphabetic()) {
            if word.is_ascii() || !word.contains(|letter: char| letter.is_ascii_alphabetic()) {
                continue;
            }
            let read = convert(word).to_lowercase();
            all += 1;
            let fits = !read.is_ascii() && is_syllable(&read);
            fit += usize::from(fits);
            strange += usize::from(fits && !is_syllable(&word.to_lowercase()));
        }
        (strange >= FEWEST && fit * 10 >= all * 9).then(|| (convert(text), name))
    })
}

fn tcvn3(text: &str) -> String {
    let pairs: Vec<char> = TCVN3.chars().collect();
    let letter = |sign: char| pairs.chunks_exact(2).find(|pair| pair[0] == sign).map_or(sign, |pair| pair[1]);
    text.chars().map(letter).collect()
}

fn vni(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut can_be_marked = false;
    for sign in text.chars() {
        let small = sign.to_lowercase().next().unwrap_or(sign);
        let mark = VNI_MARKS.iter().find(|(known, _)| *known == small).filter(|_| can_be_marked);
        if let Some((_, marks)) = mark {
            read.push_str(marks);
            can_be_marked = false;
            continue;
        }
        let letter = VNI_LETTERS.iter().find(|(known, _)| *known == small).map_or(small, |(_, letter)| *letter);
        can_be_marked = "aeouyươ".contains(letter);
        if small == sign {
            read.push(letter);
        } else {
            read.extend(letter.to_uppercase());
        }
    }
    read.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str =
        "Nguyễn Văn Dũng; Trần Thị Hường; Phạm Đức Lộc; Đỗ Ngọc Ánh; Vũ Thế Bảy; Lý Mỹ Linh; Chủ tịch Hội Nhà báo tỉnh";

    #[test]
    fn tcvn3_is_read() {
        let old = "NguyÔn V¨n Dòng; TrÇn ThÞ H\u{ad}êng; Ph¹m §øc Léc; §ç Ngäc ¸nh; Vò ThÕ B¶y; Lý Mü Linh; Chñ tÞch Héi Nhµ b¸o tØnh";
        let (read, name) = read(old).expect("it is Vietnamese");
        // The font of capitals has the capitals with tones.
        assert_eq!((read.as_str(), name), (LIST.replace("Ánh", "ánh").as_str(), "TCVN3 (ABC)"));
    }

    #[test]
    fn vni_is_read() {
        let old = "Nguyeãn Vaên Duõng; Traàn Thò Höôøng; Phaïm Ñöùc Loäc; Ñoã Ngoïc AÙnh; Vuõ Theá Baûy; Lyù Myõ Linh; Chuû tòch Hoäi Nhaø baùo tænh";
        let (read, name) = read(old).expect("it is Vietnamese");
        assert_eq!((read.as_str(), name), (LIST, "VNI"));
    }

    #[test]
    fn nothing_else_is_taken_for_it() {
        for text in [
            LIST,
            "Jürgen Müller; Søren Ångström; José Muñoz; François Lefèvre; Zoë Brontë",
            "São Paulo, João Gonçalves, Conceição Araújo, avó, mãe, pão",
            "Général Hervé Élysée, Orléans, Besançon, Nîmes, Évry, Saint-Étienne, où, là, déjà, çà",
            "Großmann, Weiß, Köln, Düsseldorf, Österreich, Zürich, Bär, für, über, Tür, Öl",
            "Ærø, Malmö, Göteborg, Tromsø, å, ø, på, når, får, også, år",
            "Città, perché, così, più, può, già, Niccolò, Forlì, sì, tè, né, è",
            "Càng, bà, là, và, hà; không có dấu khác",
            "Anna Berg, editor",
            "100 µm, 20 °C, § 5, © 2026, ½",
            "Петров Иван; Кольцова Марина",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
