//! What is copied, and where it is pasted.

use crate::edit::Selection;
use crate::edit::notation::{check, check_nothing, state};
use crate::edit::ops::clip::{Clip, paste};
use crate::edit::tests::keys::WORDED;
use crate::report::{IdSource, Report};

/// Copied from, pasted to, and after.
type Case = (&'static str, &'static str, &'static str);

fn copied(source: &str) -> Clip {
    let (report, selection) = state(source);
    Clip::copied(&report, selection).unwrap_or_else(|| panic!("something is selected in {source:?}"))
}

fn pasted(cases: &[Case]) {
    for (from, to, after) in cases {
        let clip = copied(from);
        check(
            to,
            |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &clip, ids),
            after,
        );
    }
}

#[test]
fn words_into_words() {
    pasted(&[
        ("p a<b>c", "p x|y", "p xb|y"),
        ("p a<b>c", "h2 x<yz>", "h2 xb|"),
        ("h2 a<b>c", "- x|", "- xb|"),
        ("p a<*b*>", "fig 1 x|", "fig 1 x*b*|"),
        ("p <{a}> b", "tab | ; b", "tab {a}| ; b"),
        ("p <_[1:Anna]_> b", "quote x ~ |", "quote x ~ _[1:Anna]_|"),
        ("p <*[1:Anna] {b}*> c", "headline |\np x", "headline [1:Anna] b|\np x"),
        ("fig 1 the <cap>", "p x|", "p xcap|"),
        ("tab <a> ; b", "p x|", "p xa|"),
        ("quote a ~ <b>", "p x|", "p xb|"),
        ("headline <Head>\np x", "p y|", "p yHead|"),
        ("p <👨‍👩‍👧> a", "p x|y", "p x👨‍👩‍👧|y"),
        ("p a<b>c", "p x\n--- |", "p x\n---\np b|"),
        ("p a<b>c", "fig 1 |# c", "fig 1 c\np b|"),
        ("p a<b>c", "p x<y\nfig 1 c\nh2 z>w", "p xb|w"),
    ]);
}

#[test]
fn several_blocks_into_words() {
    pasted(&[
        ("p <a\np b>", "p x|y", "p xa\np b|y"),
        ("p <a\np b>", "h2 x|", "h2 xa\np b|"),
        ("p <a\np b>", "quote x| ~ Anna", "quote xa ~ Anna\np b|"),
        ("p <a\nh2 b>", "p x|", "p xa\nh2 b|"),
        ("h2 <a\np b>", "p x|y", "p xa\np b|y"),
        ("h2 <a\n- b\n1.1. c>", "p |", "h2 a\n- b\n1.1. c|"),
        ("- <a\n-- b>", "- x|", "- xa\n-- b|"),
        ("p x<a\np b\np c>y", "p <zz>", "p a\np b\np c|"),
        ("quote <a ~ [1:Anna]\np b>", "p |", "quote a ~ [1:Anna]\np b|"),
        ("p <a\n---\npeople\np b>", "p x|y", "p xa\n---\npeople\np b|y"),
        ("p <a\ntab b ; c\np d>", "- x|y", "- xa\ntab b ; c\np d|y"),
        ("p <a\np b>", "--- |\nh2 x", "---\np a\np b|\nh2 x"),
        ("p <a\np b>", "p x<y\n---\np z>w", "p xa\np b|w"),
    ]);
}

#[test]
fn a_block_keeps_its_kind_behind_what_is_pasted_at_its_start() {
    pasted(&[
        ("p <a\np b>", "h2 |x", "p a\nh2 b|x"),
        ("h2 <a\np b>", "1.1. |x", "h2 a\n1.1. b|x"),
        ("p <a\n- b>", "p |x", "p a\n- b|x"),
        ("p <a\nh2 b>", "quote |x ~ Anna", "p a\nquote b|x ~ Anna"),
        ("p <a\n---\np *b*>", "quote |x ~ Anna", "p a\n---\nquote *b*|x ~ Anna"),
        ("p <a\n--- >", "h3 |x", "p a\n---\nh3 |x"),
    ]);
}

#[test]
fn what_has_no_words_of_its_own() {
    pasted(&[
        ("--- <\npeople >", "p x|y", "p x\n---\npeople\np |y"),
        ("--- <\np a>", "p x|y", "p x\n---\np a|y"),
        ("p <a\n--- >", "p x|y", "p xa\n---\np |y"),
        ("tab a ; <b / c> ; d", "p x|y", "p x\ntab ; b / c ;\np |y"),
        ("tabh <a ; b> / c ; d", "p x|y", "p x\ntabh a ; b\np |y"),
        ("tabh a ; b / <c ; d>", "p x|y", "p x\ntab c ; d\np |y"),
    ]);
}

#[test]
fn several_blocks_into_one_line() {
    pasted(&[
        ("p <a\nh2 *b*>", "fig 1 x|y", "fig 1 xa *b*|y"),
        ("p <a\n---\n- b>", "tab | ; x", "tab a b| ; x"),
        ("p <a\np b>", "quote x ~ |", "quote x ~ a b|"),
        ("p <a\np *b*>", "headline |\np x", "headline a b|\np x"),
        ("p <a\ntab b ; c\np d>", "tab | ; x", "tab a b c d| ; x"),
        ("tab a<b ; c>d", "fig 1 |", "fig 1 b c|"),
        ("p <a\np \np b>", "fig 1 x |", "fig 1 x a b|"),
    ]);
}

#[test]
fn cells_into_cells() {
    pasted(&[
        ("tab <a ; b / c ; d>", "tab | ; x / y ; z", "tab a ; b / c ; d|"),
        ("tab <a ; *b*> ; c", "tab x ; y / |z ; w", "tab x ; y / a ; *b*|"),
        ("tab <a ; b> / c ; d", "tab x / |y", "tab x ; / a ; b|"),
        ("tab <a / [1:Anna]>", "tab x ; |y", "tab x ; a / ; [1:Anna]|"),
        ("tabh <a ; b>", "tab |x ; y", "tab a ; b|"),
        ("tab <a ; b>", "tab <x ; y / z> ; w", "tab a ; b| / ; w"),
    ]);
}

#[test]
fn what_is_pasted_over_itself_is_as_before() {
    for first in WORDED {
        for last in WORDED {
            for (start, middle) in [("a<b", ""), ("<ab", ""), ("a<b", "fig 1 x\n---\ntab y ; z\nquote s ~ Anna\n")] {
                let selected = format!("{first} {start}\n{middle}{last} c>d");
                let clip = copied(&selected);
                let after = selected.replace('<', "").replace('>', "|");
                check(&selected, |report, selection, ids| paste(report, selection, &clip, ids), &after);
            }
        }
    }
}

#[test]
fn a_picture_that_the_report_has_not_is_left_out() {
    pasted(&[("p <a\nfig 1 c\np b>", "p x|", "p xa\np b|"), ("p <a\nfig 1 c>ap", "p x|y", "p xa|y")]);
    let clip = copied("fig 1 |# cap");
    for to in ["p x|", "p <x>", "fig 1 |# cap", "p x|\nfig 1 cap", "--- |"] {
        check_nothing(to, |report, selection, ids| paste(report, selection, &clip, ids));
    }
}

#[test]
fn nothing_is_copied_where_nothing_is_selected() {
    for source in ["p a|", "p |", "fig 1 c|ap", "tab a| ; b", "headline |\np x", "quote a ~ |"] {
        let (report, selection) = state(source);
        assert_eq!(Clip::copied(&report, selection), None, "{source:?}");
    }
}

#[test]
fn words_for_other_programs() {
    for (source, plain) in [
        ("p a<b>c", "b"),
        ("h2 <a\np b\n- c>", "a\nb\nc"),
        ("p a<b\nfig 1 the cap\np c>d", "b\nthe cap\nc"),
        ("fig 1 |# the cap", "the cap"),
        ("quote <a ~ Anna\np b>", "a\n— Anna\nb"),
        ("quote a ~ A<nn>a", "nn"),
        ("tab <a ; b / c ; d>", "a\tb\nc\td"),
        ("tab a ; <b / c> ; d", "\tb\nc\t"),
        ("tab |# a ; b", "a\tb"),
        ("p <a\ntab b ; c\np d>", "a\nb\tc\nd"),
        ("p by <[1:Anna], *who* {led}>", "Anna, who led"),
        ("headline He<ad\nstandfirst on>e\np x", "ad\non"),
    ] {
        let (report, selection) = state(source);
        let clip = Clip::copied(&report, selection).expect("something is selected");
        assert_eq!(clip.plain(&report), plain, "{source:?}");
    }
}

#[test]
fn words_from_other_programs() {
    for (text, to, after) in [
        ("one", "p x|y", "p xone|y"),
        ("one\ntwo", "p x|y", "p xone\np two|y"),
        ("one\rtwo", "p |", "p one\np two|"),
        ("one\u{2028}two\u{2029}three", "p |", "p one\np two\np three|"),
        ("\n\none\n \n\ntwo\n\n", "p |", "p one\np two|"),
        ("one\ttwo", "p |", "p one two|"),
        ("a\u{0}b\u{7}c", "p |", "p abc|"),
        ("one\ntwo", "headline |\np x", "headline one two|\np x"),
        ("1\t2\n3\t4", "p x|", "p x\ntab 1 ; 2 / 3 ; 4\np |"),
        ("1\t2\n3\t4", "quote x ~ |", "quote x ~ 1 2 3 4|"),
    ] {
        let clip = Clip::from_plain(text);
        check(to, |report, selection, ids| paste(report, selection, &clip, ids), after);
    }
    for text in ["", "\n", " \n\t\r\n"] {
        let clip = Clip::from_plain(text);
        check_nothing("p <x>y", |report, selection, ids| paste(report, selection, &clip, ids));
    }
}
