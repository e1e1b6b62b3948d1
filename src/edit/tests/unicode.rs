//! Characters as readers see them, in all scripts: caret, selection and deletion never cut one.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::edit::movement;
use crate::edit::notation::{check, state};
use crate::edit::ops::clip::{Clip, paste};
use crate::edit::tests::cases;
use crate::edit::tests::keys::{backspace, ctrl_backspace, ctrl_delete, delete, each, moves, typed};
use crate::report::{IdSource, Pos, Report, RichText};

/// One character each to a reader, and more than one to the machine, or of a script that is written differently.
const CHARACTERS: [&str; 28] = [
    "é",
    "ệ",
    "x\u{323}\u{302}",
    "й",
    "ё\u{301}",
    "中",
    "𠮷",
    "か\u{3099}\u{301}",
    "葛\u{e0100}",
    "한",
    "\u{1140}\u{1161}",
    "ب\u{64e}",
    "لا",
    "ש\u{5b8}\u{5c1}",
    "กำ",
    "ที่",
    "ກຳ",
    "नि",
    "क्षि",
    "নৌ",
    "நி",
    "မြ",
    "👍🏽",
    "👨‍👩‍👧",
    "🇻🇳",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "1\u{fe0f}\u{20e3}",
    "❤\u{fe0f}\u{200d}🔥",
];

/// What the characters are written in, before and after them.
const PLACES: [(&str, &str); 7] = [
    ("p a", "b"),
    ("h2 ", ""),
    ("- *a", "b*"),
    ("quote a ~ b", ""),
    ("fig 1 ", "b"),
    ("tab a ; b", "c / d ; e"),
    ("p by [1:A", "a]"),
];

/// In the order in which marks are kept.
fn one(character: &str) -> String {
    RichText::plain(character).as_str().to_owned()
}

/// The letters of this are two: what a font joins is no character.
fn is_two(character: &str) -> bool {
    character == "لا"
}

#[test]
fn a_character_goes_as_a_whole() {
    for character in CHARACTERS.iter().filter(|character| !is_two(character)) {
        let character = one(character);
        for (before, after) in PLACES {
            let gone = format!("{before}|{after}");
            check(&format!("{before}{character}|{after}"), backspace, &gone);
            check(&format!("{before}|{character}{after}"), delete, &gone);
            check(&format!("{before}<{character}>{after}"), backspace, &gone);
        }
    }
    each(backspace, &[("p سلا|م", "p سل|م"), ("p 🇻🇳🇷🇺|", "p 🇻🇳|"), ("p ☎|", "p |")]);
    each(delete, &[("p س|لام", "p س|ام"), ("p |🇻🇳🇷🇺", "p |🇷🇺")]);
}

#[test]
fn the_caret_passes_a_character_at_once() {
    for character in CHARACTERS.iter().filter(|character| !is_two(character)) {
        let character = one(character);
        for (before, after) in PLACES {
            let (left, right) = (format!("{before}|{character}{after}"), format!("{before}{character}|{after}"));
            let (left, right): (&str, &str) = (left.leak(), right.leak());
            moves(movement::next_character, &[(left, right)]);
            moves(movement::previous_character, &[(right, left)]);
        }
    }
}

#[test]
fn a_mark_that_is_typed_joins_the_letter_before_the_caret() {
    for (before, mark, after) in [
        ("p e|", "\u{301}", "p é|"),
        ("p â|t", "\u{301}", "p ấ|t"),
        ("p u|", "\u{31b}", "p ư|"),
        ("p ư|ng", "\u{323}", "p ự|ng"),
        ("p D|", "\u{335}", "p D\u{335}|"),
        ("p и|", "\u{306}", "p й|"),
        ("p е|", "\u{308}", "p ё|"),
        ("p о|", "\u{301}", "p о\u{301}|"),
        ("p \u{1112}|", "\u{1161}", "p 하|"),
        ("p 하|", "\u{11ab}", "p 한|"),
        ("p か|", "\u{3099}", "p が|"),
        ("p क|", "\u{93f}", "p कि|"),
        ("p ا|", "\u{653}", "p آ|"),
        ("p *e|*", "\u{301}", "p *é|*"),
        ("p *e*|", "\u{301}", "p *é|*"),
        ("p a {e|}", "\u{301}", "p a {é|}"),
        ("p [1:Ann|a]", "\u{303}", "p [1:Anñ|a]"),
        ("p [1:Anna|]", "\u{300}", "p [1:Annà|]"),
        ("fig 1 e|", "\u{302}\u{323}", "fig 1 ệ|"),
        ("tab e| ; x", "\u{309}", "tab ẻ| ; x"),
        ("quote x ~ e|", "\u{303}", "quote x ~ ẽ|"),
        ("p e<x>", "\u{301}", "p é|"),
        ("p |", "\u{301}", "p \u{301}|"),
        ("p |\u{301}x", "e", "p é|x"),
        ("p \u{1112}|\u{11ab}", "\u{1161}", "p 한|"),
    ] {
        check(before, typed(mark), after);
    }
}

#[test]
fn words_that_come_decomposed_are_composed() {
    let pasted = |text: &'static str| {
        move |report: &Report, selection, ids: &mut IdSource| paste(report, selection, &Clip::from_plain(text), ids)
    };
    check("p |", pasted("Vie\u{323}\u{302}t"), "p Việt|");
    check("p e|t", pasted("\u{323}\u{302}"), "p ệ|t");
    check("tab | ; x", pasted("й"), "tab й| ; x");
    check("p |x", typed("e\u{301}le\u{300}ve"), "p élève|x");
}

#[test]
fn joined_paragraphs_join_a_letter_and_its_mark() {
    each(
        delete,
        &[
            ("p e|\np \u{301}x", "p é|x"),
            ("p \u{1112}|\np \u{1161}", "p 하|"),
            ("p e<y\np q>\u{301}x", "p é|x"),
            ("h2 *e|*\np \u{301}x", "h2 *é|*x"),
        ],
    );
}

#[test]
fn stretches_in_scripts_from_right_to_left() {
    each(
        backspace,
        &[
            ("p שלום|", "p שלו|"),
            ("p ש<לו>ם", "p ש|ם"),
            ("p abc <שלום> def", "p abc | def"),
            ("p م<رحبا\nh2 بك>م", "p م|م"),
            ("fig 1 مرح<با>", "fig 1 مرح|"),
            ("p بِسْمِ|", "p بِسْ|"),
        ],
    );
    each(typed("ו"), &[("p של|ם", "p שלו|ם"), ("p abc|", "p abcו|"), ("p <123>", "p ו|")]);
    each(ctrl_backspace, &[("p שלום עולם|", "p שלום |"), ("p مرحبا بكم|", "p مرحبا |")]);
    each(ctrl_delete, &[("p |नमस्ते दुनिया", "p | दुनिया"), ("p |สวัสดี", "p |วัสดี")]);
}

/// A report of one paragraph, and where its characters end.
fn written(characters: &[usize]) -> (Report, Pos, Vec<usize>) {
    let mut text = String::new();
    let mut ends = vec![0];
    for character in characters {
        let character = [" ", ",", "a", "ж"].get(*character).copied().unwrap_or_else(|| CHARACTERS[*character - 4]);
        if is_two(character) {
            continue;
        }
        text.push_str(&one(character));
        ends.push(text.len());
    }
    let (report, selection) = state(&format!("p |{text}"));
    (report, selection.head, ends)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(), rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_ever_stops_inside_a_character(characters in prop::collection::vec(0..CHARACTERS.len() + 4, 0..12)) {
        let (report, start, ends) = written(&characters);
        let at = |byte: usize| Pos::new(start.slot, byte);
        for pair in ends.windows(2) {
            prop_assert_eq!(movement::next_character(&report, at(pair[0])).byte, pair[1]);
            prop_assert_eq!(movement::previous_character(&report, at(pair[1])).byte, pair[0]);
        }
        let length = ends.last().copied().expect("the start at least");
        for end in &ends {
            let next = movement::next_word(&report, at(*end));
            prop_assert!(ends.contains(&next.byte) && (next.byte > *end || *end == length), "{next:?} from {end}");
            let previous = movement::previous_word(&report, at(*end));
            prop_assert!(*end == 0 || (ends.contains(&previous.byte) && previous.byte < *end), "{previous:?} from {end}");
            let word = movement::word_around(&report, at(*end));
            prop_assert!(ends.contains(&word.start) && ends.contains(&word.end), "{word:?} around {end}");
            prop_assert!(word.start <= *end && *end <= word.end, "{word:?} around {end}");
        }
    }
}
