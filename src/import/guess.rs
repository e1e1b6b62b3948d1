//! Which language a text is in, as far as its letters tell.

use unicode_normalization::UnicodeNormalization as _;

/// `ru` for mostly Cyrillic letters, `vi` for Latin with Vietnamese letters, `en` for everything else: the three
/// languages that the program speaks itself. Used only where neither the article nor the reporter says more.
pub fn language(text: &str) -> &'static str {
    const ENOUGH_LETTERS: usize = 20_000;
    let (mut letters, mut cyrillic, mut vietnamese) = (0_usize, 0_usize, 0_usize);
    for letter in text.nfc().filter(|character| character.is_alphabetic()).take(ENOUGH_LETTERS) {
        letters += 1;
        cyrillic += usize::from(matches!(letter, '\u{400}'..='\u{52f}'));
        vietnamese += usize::from(is_vietnamese(letter));
    }
    if cyrillic * 2 > letters {
        "ru"
    } else if vietnamese * 20 > letters {
        // Running Vietnamese has one such letter in four; a few names in an English text stay under one in twenty.
        "vi"
    } else {
        "en"
    }
}

/// Letters that no other large language writes: đ, ơ, ư, and the vowels with a tone.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, 'đ' | 'Đ' | 'ă' | 'Ă' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(language("Кластер из шести провинций подвёл итоги, 20 делегатов от VJA"), "ru");
        assert_eq!(language("Hội nghị tổng kết công tác năm 2026 diễn ra tại Bắc Ninh"), "vi");
        assert_eq!(
            language("The conference in Bắc Ninh was opened by Trịnh Văn Anh, who spoke for an hour about it"),
            "en"
        );
        assert_eq!(language("2026"), "en");
    }
}
