//! Enter, in every kind of block.

use crate::edit::Selection;
use crate::edit::notation::{print, state};
use crate::edit::ops::text::next_field;
use crate::edit::tests::keys::{each, enter, nothing};

#[test]
fn in_words() {
    each(
        enter,
        &[
            ("p |", "p \np |"),
            ("p |one", "p \np |one"),
            ("p one|", "p one\np |"),
            ("p one|\nh2 two", "p one\np |\nh2 two"),
            ("p *o|ne*", "p *o*\np *|ne*"),
            ("p a {li|nk} b", "p a {li}\np {|nk} b"),
            ("p by [1:Anna]|, who", "p by [1:Anna]\np |, who"),
            ("p by |[1:Anna]", "p by \np |[1:Anna]"),
            ("p a👨‍👩‍👧|b", "p a👨‍👩‍👧\np |b"),
        ],
    );
}

#[test]
fn after_a_heading_comes_a_paragraph_and_before_it_room() {
    each(
        enter,
        &[
            ("h2 one|", "h2 one\np |"),
            ("h3 one|", "h3 one\np |"),
            ("h3 o|ne", "h3 o\np |ne"),
            ("h3 |one", "p \nh3 |one"),
            ("p x\nh2 |one", "p x\np \nh2 |one"),
            ("h2 one|\nh3 two", "h2 one\np |\nh3 two"),
        ],
    );
}

#[test]
fn a_quotation_is_left_and_keeps_its_speaker() {
    each(
        enter,
        &[
            ("quote one|", "quote one\np |"),
            ("quote |one", "p \nquote |one"),
            ("quote |one ~ Anna", "p \nquote |one ~ Anna"),
            ("quote |", "p |"),
            ("p x\nquote |\np y", "p x\np |\np y"),
            ("quote one| ~ [1:Anna]", "quote one ~ [1:Anna]\np |"),
            ("quote one ~ Anna|", "quote one ~ Anna\np |"),
            ("quote one ~ An|na\np x", "quote one ~ Anna\np |\np x"),
            ("quote one ~ |", "quote one\np |"),
        ],
    );
}

#[test]
fn a_list_goes_on_until_an_item_stays_empty() {
    each(
        enter,
        &[
            ("- one|", "- one\n- |"),
            ("- |one", "- \n- |one"),
            ("-- one|", "-- one\n-- |"),
            ("-- o|ne\n- two", "-- o\n-- |ne\n- two"),
            ("1. one|", "1. one\n1. |"),
            ("1. o|ne\n1. two", "1. o\n1. |ne\n1. two"),
            ("1.1. one|", "1.1. one\n1.1. |"),
            ("- |", "p |"),
            ("1. |", "p |"),
            ("1. one\n1.1. |", "1. one\n1. |"),
            ("- one\n-- two\n-- |", "- one\n-- two\n- |"),
            ("- one\n- |\n- two", "- one\np |\n- two"),
        ],
    );
}

#[test]
fn from_what_has_no_words_of_its_own_a_paragraph_follows() {
    each(
        enter,
        &[
            ("fig 1 |# cap\np x", "fig 1 cap\np |\np x"),
            ("fig 1 |cap", "fig 1 cap\np |"),
            ("fig 1 cap|\nfig 2 b", "fig 1 cap\np |\nfig 2 b"),
            ("p x\nfig 1 |", "p x\nfig 1\np |"),
            ("--- |\np x", "---\np |\np x"),
            ("people |", "people\np |"),
            ("tab |# a ; b\np x", "tab a ; b\np |\np x"),
        ],
    );
}

#[test]
fn in_the_place_of_a_selection() {
    each(
        enter,
        &[
            ("p o<n>e", "p o\np |e"),
            ("p <one>", "p \np |"),
            ("p o<ne\np tw>o", "p o\np |o"),
            ("h2 o<ne\np tw>o", "h2 o\np |o"),
            ("p o<ne\nh2 tw>o", "p o\np |o"),
            ("- o<ne\n1. tw>o", "- o\n- |o"),
            ("quote o<ne\np tw>o", "quote o\np |o"),
            ("p a<b\nfig 1 cap\np c>d", "p a\np |d"),
            ("p a<b\n---\npeople\nh2 c>d", "p a\np |d"),
            ("p a<b\ntab x ; y / z\np c>d", "p a\np |d"),
            ("fig 1 c<a>p\np x", "fig 1 cp\np |\np x"),
            ("headline He<ad\np o>ne", "headline He|\np ne"),
        ],
    );
    nothing(enter, &["headline He|ad\np x", "standfirst |\np x"]);
}

#[test]
fn where_it_goes_on_to_without_a_change() {
    for (before, after) in [
        ("headline He|ad\np x", "headline Head\nstandfirst |\np x"),
        ("quote said|", "quote said ~ |"),
        ("tab a| ; b / cc ; d", "tab a ; b / cc| ; d"),
        ("tab a ; |b / c ; dd", "tab a ; b / c ; dd|"),
        ("tab a ; b|\nh2 next", "tab a ; b\nh2 |next"),
    ] {
        let (report, selection) = state(before);
        let reached = next_field(&report, selection.head).map(Selection::caret);
        let reached = reached.map(|reached| print(&report, reached));
        let (there, wanted) = state(after);
        assert_eq!(reached, Some(print(&there, wanted)), "from {before:?}");
    }
    for before in [
        "p one|",
        "quote sa|id",
        "quote said| ~ Anna",
        "quote |",
        "quote said ~ Anna|",
        "- one|",
        "h2 one|",
        "fig 1 cap|",
        "tab a|\n---",
        "tab a|",
    ] {
        let (report, selection) = state(before);
        assert_eq!(next_field(&report, selection.head), None, "from {before:?}");
    }
}
