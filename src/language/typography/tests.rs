use proptest::prelude::*;

use super::*;
use crate::report::Style;

fn ru(text: &str) -> String {
    repaired_plain(text, "ru").replace('\u{a0}', "~")
}

fn en(text: &str) -> String {
    repaired_plain(text, "en").replace('\u{a0}', "~")
}

fn vi(text: &str) -> String {
    repaired_plain(text, "vi").replace('\u{a0}', "~")
}

#[test]
fn a_space_before_punctuation_goes() {
    assert_eq!(ru("журналистов Вьетнама , комитета"), "журналистов Вьетнама, комитета");
    assert_eq!(ru("политики , профессиональной этики ."), "политики, профессиональной этики.");
    assert_eq!(ru("слово ,слово"), "слово, слово");
    assert_eq!(en("Who said so ? He ( the chair ) did ."), "Who said so? He (the chair) did.");
    assert_eq!(en("runs on .NET and :smile: :)"), "runs on .NET and :smile: :)");
}

#[test]
fn an_unknown_language_keeps_what_its_rules_may_want() {
    let french = "« Oui ! » : c'est \"tout\" ; fin .";
    assert_eq!(repaired_plain(french, "fr"), "« Oui ! » : c’est \"tout\" ; fin.");
}

#[test]
fn dots_dashes_and_double_spaces_are_set() {
    assert_eq!(ru("мультимедийной журналистике..."), "мультимедийной журналистике…");
    assert_eq!(ru("это - слово -- дело  наше"), "это~— слово~— дело наше");
    assert_eq!(vi("Phong Nha - Kẻ Bàng"), "Phong Nha~– Kẻ Bàng");
    assert_eq!(en("leaders ........ and ../../etc/x"), "leaders ........ and ../../etc/x");
    assert_eq!(en("- one item"), "- one item");
    assert_eq!(en("well-known"), "well-known");
}

#[test]
fn russian_keeps_short_words_units_and_abbreviations_together() {
    assert_eq!(ru("В 2026 году кластер"), "В~2026~году кластер");
    assert_eq!(ru("и т. д.; просьба"), "и~т.~д.; просьба");
    assert_eq!(ru("и т.п."), "и~т.~п.");
    assert_eq!(ru("№ 5 и 100 % членов"), "№~5 и~100~% членов");
    assert_eq!(ru("поэт А. С. Пушкин, г. Москва"), "поэт А.~С.~Пушкин, г.~Москва");
    assert_eq!(ru("если бы — и только"), "если~бы~— и~только");
    assert_eq!(ru("26 декабря 2025 года"), "26~декабря 2025~года");
}

#[test]
fn other_languages_keep_numbers_with_their_words() {
    assert_eq!(vi("ngày 26 tháng 12 năm 2025, 100 %"), "ngày~26 tháng~12 năm~2025, 100~%");
    assert_eq!(en("Dr. Smith, p. 5, 10 km, J. K. Rowling"), "Dr.~Smith, p.~5, 10~km, J.~K.~Rowling");
}

#[test]
fn quotes_become_those_of_the_language() {
    assert_eq!(ru("Газета \"Правда\" и “Труд”"), "Газета «Правда» и~«Труд»");
    assert_eq!(ru("\"Он сказал: \"да\", и ушёл\""), "«Он сказал: „да“, и~ушёл»");
    assert_eq!(en("\"Yes,\" she said, \"it's so.\""), "“Yes,” she said, “it’s so.”");
    assert_eq!(vi("Cuộc thi \"Báo chí\""), "Cuộc thi “Báo chí”");
    assert_eq!(en("(\"so\")—\"and\"—\"on\"."), "(“so”)—“and”—“on”.");
}

#[test]
fn a_quote_without_its_fellow_stays() {
    assert_eq!(en("a pipe of 5\" across"), "a pipe of 5\" across");
    assert_eq!(en("He began: \"First"), "He began: \"First");
}

#[test]
fn addresses_and_code_are_left_alone() {
    for text in [
        "https://example.org/a...b?x=\"1\" ,y",
        "a@example.org",
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "<svg onload=alert(1)>",
        "&lt;b&gt; &amp;amp; &nbsp; &copy",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %>",
        "--><!-- ]]> <![CDATA[",
        "</title></textarea></style><h1>x",
        "C:\\Users\\Анна\\фото №1 \"лето\" & <осень>.jpg",
        "Ελληνικά العربية עברית 中文 🇻🇳 👩‍👩‍👧",
        "/usr/share/doc/it's",
    ] {
        for language in ["en", "ru", "vi", "fr"] {
            assert_eq!(repaired_plain(text, language), text, "{language}");
        }
    }
    assert_eq!(en("See \"https://example.org/a\"."), "See “https://example.org/a”.");
    assert_eq!(en("\"Yes\" is at https://example.org/?a=1&b=2"), "“Yes” is at https://example.org/?a=1&b=2");
    assert_eq!(en("he and/or she, km/h"), "he and/or she, km/h");
}

#[test]
fn styles_stay_on_their_words_and_foreign_pieces_as_they_are() {
    let mut text = RichText::plain("Слово \"дело\" , и \"word\" .");
    let start = text.as_str().find('"').unwrap();
    let end = text.as_str().find(" ,").unwrap();
    text.restyle(start..end, |style| style.strong = true);
    let foreign = text.as_str().find("\"word\"").unwrap();
    text.restyle(foreign..foreign + 6, |style| style.language = Some("en".into()));
    let repaired = repaired(&text, "ru");
    assert_eq!(repaired.as_str(), "Слово «дело», и\u{a0}\"word\".");
    let strong: Vec<_> = repaired.runs().filter(|(_, style)| style.strong).map(|(text, _)| text).collect();
    assert_eq!(strong, ["«дело»"]);
    assert_eq!(repaired.fault(), None);
}

#[test]
fn repairs_are_told_one_by_one() {
    let text = RichText::plain("Да , \"нет\"...");
    let kinds: Vec<_> = repairs(&text, "ru").into_iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::Space, RepairKind::Quotes, RepairKind::Quotes, RepairKind::Ellipsis]);
    assert!(repairs(&repaired(&text, "ru"), "ru").is_empty());
}

fn letters_and_digits(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            "\u{a0}", "  ", ".", "...", "....", ",", ";", ":", "!", "?", "-", "--", "—", "–", "\"", "'", "“", "”", "«",
            "»", "„", "’", "(", ")", "%", "№", "/", "<", "=", "@", "…", "\u{301}", "т.д.", "и т. п.", "https://a.b/c",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "в", "И", "слово", "год", "5", "2026", "А", "С", "бы", "т", "д", "г", "word", "Dr", "p", "No", "ngày", "tháng",
            "it", "s", "Nguyễn", "км", "млн",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn letters_and_digits_keep_their_sequence_and_repairing_twice_is_repairing_once(
        text in any_text(),
        language in prop::sample::select(vec!["en", "ru", "vi", "fr"]),
        cut in 0usize..40,
    ) {
        let mut rich = RichText::plain(&text);
        let end = rich.len();
        rich.restyle(rich.boundary(cut)..end, |style| style.emphasis = true);
        let once = repaired(&rich, language);
        prop_assert_eq!(letters_and_digits(once.as_str()), letters_and_digits(rich.as_str()));
        prop_assert_eq!(once.fault(), None);
        prop_assert_eq!(repaired_plain(rich.as_str(), language), once.as_str());
        let twice = repaired(&once, language);
        prop_assert_eq!(twice.as_str(), once.as_str());
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn any_string_at_all_keeps_its_letters(text in "\\PC{0,40}") {
        let rich = RichText::styled(&text, Style { strong: true, ..Style::default() });
        let once = repaired(&rich, "ru");
        prop_assert_eq!(letters_and_digits(once.as_str()), letters_and_digits(rich.as_str()));
        prop_assert_eq!(repaired(&once, "ru"), once);
    }
}

#[test]
fn a_word_is_bound_to_what_it_belongs_to_when_it_is_written() {
    fn bound(text: &str, language: &str) -> String {
        let mut bound = text.to_owned();
        for range in spaces_bound_by_last_word(text, language).into_iter().rev() {
            bound.replace_range(range, "_");
        }
        bound
    }
    for (language, text, expected) in [
        ("ru", "в 2026 г", "в 2026_г"),
        ("ru", "около 5 км", "около 5_км"),
        ("ru", "А. С. Пушкин", "А. С._Пушкин"),
        ("ru", "поэт А. С", "поэт А._С"),
        ("ru", "Москва — столица", "Москва_— столица"),
        ("ru", "им. Ленина", "им._Ленина"),
        ("ru", "он в доме", "он в доме"),
        ("vi", "gần 5 km", "gần 5_km"),
        ("en", "about 5 km", "about 5_km"),
        ("en", "plain words", "plain words"),
        ("en", "", ""),
        ("en", " ", " "),
    ] {
        assert_eq!(bound(text, language), expected, "{text}");
    }
    let long = format!("{}5 км", "слово ".repeat(60));
    assert!(bound(&long, "ru").ends_with(" 5_км"));
}
