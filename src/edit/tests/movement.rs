//! Where the caret goes.

use crate::edit::movement::{
    next_character, next_word, paragraph_down, paragraph_up, previous_character, previous_word, word_around,
};
use crate::edit::notation::state;
use crate::edit::tests::keys::moves;

#[test]
fn a_character_to_the_right() {
    moves(
        next_character,
        &[
            ("p |one", "p o|ne"),
            ("p on|e", "p one|"),
            ("p one|", "p one|"),
            ("p one|\nh2 two", "p one\nh2 |two"),
            ("p |\n- two", "p \n- |two"),
            ("p one|\nfig 1 cap", "p one\nfig 1 |# cap"),
            ("fig 1 |# cap\np x", "fig 1 |cap\np x"),
            ("fig 1 cap|\np x", "fig 1 cap\np |x"),
            ("fig 1 cap|\nfig 2 b", "fig 1 cap\nfig 2 |# b"),
            ("p one|\n---\np x", "p one\n--- |\np x"),
            ("--- |\np x", "---\np |x"),
            ("people |\n---", "people\n--- |"),
            ("p one|\ntab a ; b", "p one\ntab |# a ; b"),
            ("tab |# a ; b", "tab |a ; b"),
            ("tab a| ; b / c", "tab a ; |b / c"),
            ("tab a ; b| / c", "tab a ; b / |c"),
            ("tab a ; b|\np x", "tab a ; b\np |x"),
            ("quote one| ~ Anna", "quote one ~ |Anna"),
            ("quote one ~ Anna|\np x", "quote one ~ Anna\np |x"),
            ("quote one|\np x", "quote one ~ |\np x"),
            ("headline Head|\np x", "headline Head\nstandfirst |\np x"),
            ("p by |[1:Anna]", "p by [1:A|nna]"),
        ],
    );
}

#[test]
fn a_character_to_the_left() {
    moves(
        previous_character,
        &[
            ("p one|", "p on|e"),
            ("p o|ne", "p |one"),
            ("h2 one\np |two", "h2 one|\np two"),
            ("p \np |two", "p |\np two"),
            ("fig 1 |cap", "fig 1 |# cap"),
            ("p one\nfig 1 |# cap", "p one|\nfig 1 cap"),
            ("fig 1 cap\np |x", "fig 1 cap|\np x"),
            ("---\np |x", "--- |\np x"),
            ("p x\n--- |", "p x|\n---"),
            ("tab a ; b\np |x", "tab a ; b|\np x"),
            ("tab a ; b / |c", "tab a ; b| / c"),
            ("tab |a ; b", "tab |# a ; b"),
            ("people\ntab |# a", "people |\ntab a"),
            ("quote one ~ |Anna", "quote one| ~ Anna"),
            ("quote one\np |x", "quote one ~ |\np x"),
            ("standfirst |one\np x", "headline Headline|\nstandfirst one\np x"),
        ],
    );
}

#[test]
fn a_word_to_the_right() {
    moves(
        next_word,
        &[
            ("p |one two", "p one| two"),
            ("p o|ne two", "p one| two"),
            ("p one| two", "p one two|"),
            ("p one|, two", "p one, two|"),
            ("p |— two", "p — two|"),
            ("p one|...", "p one...|"),
            ("p |don't go", "p don't| go"),
            ("p |1,234.5 km", "p 1,234.5| km"),
            ("p one|\nh2 two", "p one\nh2 |two"),
            ("p one|\nfig 1 cap", "p one\nfig 1 |# cap"),
            ("fig 1 |# cap on", "fig 1 |cap on"),
            ("fig 1 |cap on", "fig 1 cap| on"),
            ("tab one| ; two", "tab one ; |two"),
            ("p |Việt Nam", "p Việt| Nam"),
            ("p |Хо Ши Мин", "p Хо| Ши Мин"),
            ("p |из-за него", "p из|-за него"),
            ("p |नमस्ते दुनिया", "p नमस्ते| दुनिया"),
            ("p |مرحبا بكم", "p مرحبا| بكم"),
            ("p |צה״ל בא", "p צה״ל| בא"),
            ("p |안녕 세계", "p 안녕| 세계"),
            ("p |カタカナ", "p カタカナ|"),
        ],
    );
}

#[test]
fn a_word_to_the_left() {
    moves(
        previous_word,
        &[
            ("p one two|", "p one |two"),
            ("p one |two", "p |one two"),
            ("p one tw|o", "p one |two"),
            ("p one, |two", "p |one, two"),
            ("p ...|", "p |..."),
            ("h2 one\np |two", "h2 one|\np two"),
            ("fig 1 cap\np |two", "fig 1 cap|\np two"),
            ("fig 1 |cap", "fig 1 |# cap"),
            ("p x\n--- |", "p x|\n---"),
            ("tab one ; |two", "tab one| ; two"),
            ("quote one ~ |Anna", "quote one| ~ Anna"),
            ("p Đại hội đồng|", "p Đại hội |đồng"),
            ("p встреча «Россия|", "p встреча «|Россия"),
            ("p नमस्ते दुनिया|", "p नमस्ते |दुनिया"),
            ("p שלום עולם|", "p שלום |עולם"),
        ],
    );
}

#[test]
fn by_paragraphs() {
    moves(
        paragraph_up,
        &[
            ("p on|e", "p |one"),
            ("p one\nh2 |two", "p |one\nh2 two"),
            ("fig 1 cap\np |x", "fig 1 |cap\np x"),
            ("fig 1 |cap", "fig 1 |# cap"),
            ("---\np |x", "--- |\np x"),
            ("tab a ; |b", "tab |a ; b"),
            ("standfirst |x\np y", "headline |Headline\nstandfirst x\np y"),
        ],
    );
    moves(
        paragraph_down,
        &[
            ("p on|e\nh2 two", "p one\nh2 |two"),
            ("p on|e", "p one|"),
            ("p |\nfig 1 cap", "p \nfig 1 |# cap"),
            ("fig 1 c|ap\np x", "fig 1 cap\np |x"),
            ("quote o|ne ~ Anna\np x", "quote one ~ |Anna\np x"),
            ("tab a| ; b", "tab a ; |b"),
            ("people |\n---", "people\n--- |"),
        ],
    );
}

#[test]
fn a_double_click_selects_the_word_or_sign() {
    for (source, word) in [
        ("p one tw|o", "two"),
        ("p one |two", "two"),
        ("p one| two", " "),
        ("p one two|", "two"),
        ("p one|, two", ","),
        ("p d|on't", "don't"),
        ("p 3|.14 m", "3.14"),
        ("p Việ|t Nam", "Việt"),
        ("p by [1:An|na]", "Anna"),
        ("p a👨‍👩‍👧| b", " "),
        ("p a|👨‍👩‍👧 b", "👨‍👩‍👧"),
        ("p न|मस्ते", "नमस्ते"),
        ("fig 1 the c|ap", "cap"),
        ("p |", ""),
    ] {
        let (report, selection) = state(source);
        let range = word_around(&report, selection.head);
        assert_eq!(&report.text(selection.slot()).unwrap().as_str()[range], word, "in {source:?}");
    }
}
