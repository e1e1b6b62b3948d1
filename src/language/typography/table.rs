//! What is kept together in each language.

use crate::language::Language;

/// The words that decide about spaces in one language, in lower case.
#[derive(Debug)]
pub(super) struct Table {
    /// The dash between parts of a sentence.
    pub dash: &'static str,
    /// Whether a space before `: ; ! ?` is wrong. French wants one, so that an unknown language keeps it.
    pub closes_up: bool,
    /// Whether straight quotes become those of the language.
    pub sets_quotes: bool,
    /// Whether “English quotes” are foreign to it.
    pub replaces_english_quotes: bool,
    /// Whether "т.д." gets its space.
    pub opens_abbreviations: bool,
    /// Kept with the word after them.
    pub before_word: &'static [&'static str],
    /// Kept with the word before them.
    pub after_word: &'static [&'static str],
    /// Kept with the number after them; with or without a full stop.
    pub before_number: &'static [&'static str],
    /// Kept with the number before them.
    pub after_number: &'static [&'static str],
    /// Kept with the number before them, whatever their ending: "год", "года", "годах".
    pub after_number_stems: &'static [&'static str],
    /// Abbreviations kept with the name or number after their full stop.
    pub abbreviations: &'static [&'static str],
}

const ENGLISH: Table = Table {
    dash: "–",
    closes_up: true,
    sets_quotes: true,
    replaces_english_quotes: false,
    opens_abbreviations: false,
    before_word: &[],
    after_word: &[],
    before_number: &["no", "p", "pp", "fig", "vol", "ch", "art"],
    after_number: &["%", "km", "kg", "m", "cm", "mm", "ha", "am", "pm", "million", "billion"],
    after_number_stems: &[],
    abbreviations: &["mr", "mrs", "ms", "dr", "prof", "st"],
};

const RUSSIAN: Table = Table {
    dash: "—",
    closes_up: true,
    sets_quotes: true,
    replaces_english_quotes: true,
    opens_abbreviations: true,
    before_word: &[
        "в", "во", "к", "ко", "с", "со", "о", "об", "у", "и", "а", "но", "на", "по", "за", "из", "от", "до", "не", "ни",
    ],
    after_word: &["бы", "б", "ли", "ль", "же", "ж"],
    before_number: &["№", "§", "с", "стр", "рис", "гл", "п", "ст", "т", "д", "кв", "тел"],
    after_number: &["%", "‰", "г", "гг", "в", "вв", "м", "кг", "см", "мм", "га", "л", "т", "шт", "чел", "р", "₽", "°"],
    after_number_stems: &[
        "год",
        "лет",
        "час",
        "мин",
        "сек",
        "тыс",
        "млн",
        "млрд",
        "трлн",
        "руб",
        "км",
        "январ",
        "феврал",
        "март",
        "апрел",
        "мая",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ],
    abbreviations: &["г", "гг", "ул", "им", "тов", "гр", "проф", "акад", "св", "пр", "д", "обл", "р"],
};

const VIETNAMESE: Table = Table {
    dash: "–",
    closes_up: true,
    sets_quotes: true,
    replaces_english_quotes: false,
    opens_abbreviations: false,
    before_word: &[],
    after_word: &[],
    before_number: &["ngày", "tháng", "năm", "số", "khóa", "khoá", "lần", "thứ", "trang", "điều"],
    after_number: &["%", "km", "kg", "m", "cm", "mm", "ha", "tỷ", "tỉ", "triệu", "nghìn"],
    after_number_stems: &[],
    abbreviations: &["tp", "ths", "ts", "pgs", "gs", "bs"],
};

/// Only what is wrong in every language.
const OTHER: Table = Table {
    dash: "–",
    closes_up: false,
    sets_quotes: false,
    replaces_english_quotes: false,
    opens_abbreviations: false,
    before_word: &[],
    after_word: &[],
    before_number: &["№", "§"],
    after_number: &[],
    after_number_stems: &[],
    abbreviations: &[],
};

pub(super) fn of(language: &str) -> &'static Table {
    match Language::of(language) {
        Language::English => &ENGLISH,
        Language::Russian => &RUSSIAN,
        Language::Vietnamese => &VIETNAMESE,
        Language::Other => &OTHER,
    }
}
