//! What is selected is dragged elsewhere.

use crate::edit::notation::{check, check_nothing, state};
use crate::edit::ops::carry::carry;

/// Before, the place as a caret in the same report, and after.
type Case = (&'static str, &'static str, &'static str);

fn carried(copies: bool, cases: &[Case]) {
    for (before, place, after) in cases {
        let to = state(place).1.head;
        check(before, |report, selection, ids| carry(report, selection, to, copies, ids), after);
    }
}

#[test]
fn words_are_moved() {
    carried(
        false,
        &[
            ("p a<b>c", "p |abc", "p <b>ac"),
            ("p a<b>c", "p abc|", "p ac<b>"),
            ("p <one >two", "p one two|", "p two<one >"),
            ("p a<b>\nh2 cd", "p ab\nh2 c|d", "p a\nh2 c<b>d"),
            ("h2 <ab>\np x", "h2 ab\np |x", "h2 \np <ab> x"),
            ("p a<*b*>\nfig 1 cap", "p ab\nfig 1 cap|", "p a\nfig 1 cap<*b*>"),
            ("fig 1 c<ap>\np x", "fig 1 cap\np x|", "fig 1 c\np x<ap>"),
            ("tab a ; <b> / c ; d", "tab a ; b / c| ; d", "tab a ; / c <b> ; d"),
            ("p <[1:Anna]> x\ntab a ; b", "p Anna x\ntab |a ; b", "p x\ntab <[1:Anna]> a ; b"),
            ("quote a<b> ~ c", "quote ab ~ c|", "quote a ~ c<b>"),
            ("quote a ~ <b>\n- x", "quote a ~ b\n- |x", "quote a\n- <b> x"),
            ("headline He<ad>\np x", "headline Head\np |x", "headline He\np <ad>x"),
            ("headline Head\np <*x* [1:Anna]>", "headline Head|\np x Anna", "headline Head <x [1:Anna]>\np "),
            ("p {l<in>k} x", "p link x|", "p {lk} x<{in}>"),
            ("p a<👨‍👩‍👧>b🇻🇳", "p a👨‍👩‍👧b🇻🇳|", "p ab🇻🇳<👨‍👩‍👧>"),
        ],
    );
}

#[test]
fn words_are_copied() {
    carried(
        true,
        &[
            ("p a<b>c", "p abc|", "p abc<b>"),
            ("p a<*b*>\nfig 1 cap", "p ab\nfig 1 |cap", "p a*b*\nfig 1 <*b*>cap"),
            ("p <[1:Anna]>\ntab a ; b", "p Anna\ntab a ; b|", "p [1:Anna]\ntab a ; b <[1:Anna]>"),
            ("p x\nh2 <a\np b>", "p x|\nh2 a\np b", "p x<a\np b>\nh2 a\np b"),
        ],
    );
}

#[test]
fn blocks_are_moved() {
    carried(
        false,
        &[
            ("p <a\nh2 b>\np x", "p a\nh2 b\np x|", "p \np x<a\nh2 b>"),
            ("p x\np <a\np b>", "p x|\np a\np b", "p x<a\np b>\np "),
            ("p a<b\nh2 c>d\np x", "p ab\nh2 cd\np x|", "p ad\np x<b\nh2 c>"),
            ("p <a\n---\np b>\nfig 1 cap", "p a\n---\np b\nfig 1 cap|", "p \nfig 1 cap<a b>"),
        ],
    );
}

#[test]
fn nothing_is_moved_into_itself() {
    for (before, place) in [
        ("p a<bc>d", "p ab|cd"),
        ("p a<bc>d", "p a|bcd"),
        ("p a<bc>d", "p abc|d"),
        ("p a<b\nfig 1 c\np d>e", "p ab\nfig 1 |c\np de"),
        ("p a<b\ntab x ; y\np d>e", "p ab\ntab x ; |y\np de"),
        ("p a<b\n---\np d>e", "p ab\n--- |\np de"),
        ("p a|b\np x", "p ab\np |x"),
        ("fig 1 |# c\np x", "fig 1 |# c\np x"),
    ] {
        let to = state(place).1.head;
        for copies in [false, true] {
            check_nothing(before, |report, selection, ids| carry(report, selection, to, copies, ids));
        }
    }
}
