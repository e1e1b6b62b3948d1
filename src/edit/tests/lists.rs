//! Levels of lists, and blocks moved past their neighbours.

use crate::edit::tests::keys::{alt_down, alt_up, each, nothing, shift_tab, tab};

#[test]
fn an_item_goes_in() {
    each(
        tab,
        &[
            ("1. a\n1. b|", "1. a\n1.1. b|"),
            ("- a\n1. |b", "- a\n1.1. |b"),
            ("- a\n-- b\n- c|", "- a\n-- b\n-- c|"),
            ("1. a\n1.1. b\n1.1. c|", "1. a\n1.1. b\n1.1.1. c|"),
            ("- a\n- <b\n- c>", "- a\n-- <b\n-- c>"),
            ("1. <a\n1. b>", "1. <a\n1.1. b>"),
            ("p a\n- <b\n- c>", "p a\n- <b\n-- c>"),
            ("- a\n- |", "- a\n-- |"),
        ],
    );
    nothing(
        tab,
        &[
            "- a|",
            "p a\n- b|",
            "- a\np b|",
            "- a\n-- b|",
            "- a\n---\n- b|",
            "h2 a|",
            "fig 1 ca|p",
            "headline He|ad\n- a",
            "1. a\nfig 1 c\n1. b|",
        ],
    );
}

#[test]
fn an_item_comes_out() {
    each(
        shift_tab,
        &[
            ("- a\n-- b|", "- a\n- b|"),
            ("1.1. a|", "1. a|"),
            ("1. a\n1.1. b\n1.1.1. c|", "1. a\n1.1. b\n1.1. c|"),
            ("- a\n-- <b\n-- c>", "- a\n- <b\n- c>"),
            ("- <a\n-- b>", "- <a\n- b>"),
            ("- a\n-- <b\np c\n-- d>", "- a\n- <b\np c\n- d>"),
        ],
    );
    nothing(shift_tab, &["- a|", "1. |", "p a|", "fig 1 |# c", "h3 |a", "- <a\np b\n- c>"]);
}

#[test]
fn blocks_go_down() {
    each(
        alt_down,
        &[
            ("p a|\nh2 b", "h2 b\np a|"),
            ("h2 |a\nfig 1 c\np b", "fig 1 c\nh2 |a\np b"),
            ("fig 1 |# c\np a", "p a\nfig 1 |# c"),
            ("fig 1 c|ap\np a", "p a\nfig 1 c|ap"),
            ("tab a ; b|\n---", "---\ntab a ; b|"),
            ("--- |\np a", "p a\n--- |"),
            ("people |\ntab a ; b", "tab a ; b\npeople |"),
            ("quote a ~ A|nna\np b", "p b\nquote a ~ A|nna"),
            ("p <a\nh2 b>\np c", "p c\np <a\nh2 b>"),
            ("p a<b\nfig 1 cd\n- e>f\n1. g", "1. g\np a<b\nfig 1 cd\n- e>f"),
            ("fig 1 a<b\ntab c>d\np x", "p x\nfig 1 a<b\ntab c>d"),
        ],
    );
    nothing(
        alt_down,
        &["p a|", "p x\nfig 1 |# c", "p a\np <b\np c>", "headline He|ad\np a", "headline He<ad\np a>\np b"],
    );
}

#[test]
fn blocks_go_up() {
    each(
        alt_up,
        &[
            ("p a\nh2 b|", "h2 b|\np a"),
            ("fig 1 c\np a|", "p a|\nfig 1 c"),
            ("p a\nfig 1 |# c", "fig 1 |# c\np a"),
            ("p a\nfig 1 ca|p", "fig 1 ca|p\np a"),
            ("people\ntab a ; |b", "tab a ; |b\npeople"),
            ("---\n- |a", "- |a\n---"),
            ("p x\np <a\n---\nh2 b>", "p <a\n---\nh2 b>\np x"),
            ("quote x ~ Anna\n1. <a\n1. b>\np y", "1. <a\n1. b>\nquote x ~ Anna\np y"),
        ],
    );
    nothing(
        alt_up,
        &["p a|\np b", "fig 1 c|\np a", "p <a\np b>\np c", "headline He|ad\np a", "standfirst <a\np a>\np b"],
    );
}
