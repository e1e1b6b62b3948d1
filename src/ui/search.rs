//! Search without regard to case, tones and accents.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What is compared in a search: small letters without tones and accents.
pub fn search_key(text: &str) -> String {
    let bare = text.nfd().filter(|character| !is_combining_mark(*character));
    bare.flat_map(char::to_lowercase).map(|character| if character == 'đ' { 'd' } else { character }).collect()
}

/// Whether every word that is looked for is in a text that was folded by [`search_key`].
pub fn holds(folded: &str, wanted: &str) -> bool {
    wanted.split_whitespace().all(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_case_and_accents_make_no_difference() {
        for (text, typed) in [
            ("Nguyễn Đình Phúc", "nguyen dinh"),
            ("Trịnh Văn An", "AN trinh"),
            ("Фёдор Ершов", "федор ершов"),
            ("José Peña", "pena"),
            ("Lê Thị Hoa", "Lê"),
        ] {
            assert!(holds(&search_key(text), &search_key(typed)), "{typed} in {text}");
        }
        assert!(!holds(&search_key("Trần Minh"), &search_key("minh anh")));
    }
}
