//! Kinds of block, weight, stress and links.

use crate::edit::notation::{LINK, state};
use crate::edit::ops::style::{Toggle, is_on, link_at, toggle};
use crate::edit::tests::keys::{
    bold, bullets, each, heading, italic, linked, made, nothing, numbers, quotation, subheading, typed,
};
use crate::edit::{Applied, Editor};
use crate::report::{BlockKind, IdSource};

#[test]
fn a_block_becomes_another_kind_and_a_paragraph_again() {
    each(
        made(heading()),
        &[
            ("h3 a|", "h2 a|"),
            ("quote a|", "h2 a|"),
            ("-- a|", "h2 a|"),
            ("p <one\nh2 two>", "h2 <one\nh2 two>"),
            ("h2 <a\nh2 b>", "p <a\np b>"),
            ("h2 <a\nh3 b>", "h2 <a\nh2 b>"),
            ("p a *b|*", "h2 a *b|*"),
            ("headline He<ad\np o>ne", "headline He<ad\nh2 o>ne"),
            ("p |", "h2 |"),
        ],
    );
    each(made(subheading()), &[("h2 a|", "h3 a|"), ("h3 |a", "p |a"), ("1. a|", "h3 a|")]);
    each(
        made(quotation()),
        &[
            ("p a|", "quote a|"),
            ("quote |a", "p |a"),
            ("p <a\nquote b> ~ Anna", "quote <a\nquote b> ~ Anna"),
            ("- <a\nh2 b>", "quote <a\nquote b>"),
            ("quote a ~ An|na", "p a — Anna|"),
        ],
    );
    each(
        made(BlockKind::Paragraph),
        &[("h2 a|", "p a|"), ("1.1. a|", "p a|"), ("h2 <a\np b\n- c>", "p <a\np b\np c>")],
    );
}

#[test]
fn a_list_is_made_and_changed_and_left() {
    each(
        made(bullets()),
        &[
            ("1. a|", "- a|"),
            ("- a|", "p a|"),
            ("-- a|", "p a|"),
            ("1.1. a|", "-- a|"),
            ("p <a\n-- b\n1. c>", "- <a\n-- b\n- c>"),
            ("p <a\n---\npeople\ntab x\nfig 1 c\nh2 b>", "- <a\n---\npeople\ntab x\nfig 1 c\n- b>"),
        ],
    );
    each(
        made(numbers()),
        &[("p a|", "1. a|"), ("-- a|", "1.1. a|"), ("1. <a\n1.1. b>", "p <a\np b>"), ("1. <a\n- b>", "1. <a\n1. b>")],
    );
}

#[test]
fn what_has_no_words_of_its_own_takes_no_kind() {
    for kind in [heading(), bullets(), quotation()] {
        nothing(
            made(kind),
            &["fig 1 |# c", "fig 1 c|ap", "tab a|", "--- |", "people |", "headline He|ad\np x", "fig 1 a<b\n--- >"],
        );
    }
    nothing(made(BlockKind::Paragraph), &["p a|"]);
}

#[test]
fn bold_and_italic() {
    each(
        bold,
        &[
            ("p <one>", "p <*one*>"),
            ("p *o<n>e*", "p *o*<n>*e*"),
            ("p a<*b*\nh2 c>d", "p a<*b*\nh2 *c*>d"),
            ("p a<b\nfig 1 cd\n---\nh2 e>f", "p a<*b*\nfig 1 *cd*\n---\nh2 *e*>f"),
            ("tab a<b ; c / d> ; e", "tab a<*b* ; *c* / *d*> ; e"),
            ("quote a<b ~ Anna\np c>", "quote a<*b* ~ *Anna*\np *c*>"),
            ("headline H<ead\nstandfirst one\np tw>o", "headline H<ead\nstandfirst *one*\np *tw*>o"),
            ("p <_a_b>", "p <*_a_b*>"),
            ("p by <[1:Anna]>", "p by *<[1:Anna]*>"),
            ("p a<👨‍👩‍👧>b", "p a<*👨‍👩‍👧*>b"),
            ("fig 1 c<ap>", "fig 1 c<*ap*>"),
        ],
    );
    each(italic, &[("p <*a*b>", "p <_*a*b_>"), ("p <_a_>", "p <a>"), ("p a {<li>nk}", "p a {_<li_>nk}")]);
    nothing(bold, &["p a|b", "headline <Head>\np x", "--- <\npeople >", "fig 1 |# cap"]);
}

#[test]
fn a_style_is_on_where_all_of_the_words_have_it() {
    let on = |source: &str| {
        let (report, selection) = state(source);
        is_on(&report, selection, Toggle::Strong)
    };
    for source in ["p <*ab*>", "p a<*b*\n---\nh2 *c*>d", "p <*a _b_*>", "tab <*a* ; / *b*>"] {
        assert!(on(source), "{source:?}");
    }
    for source in ["p <*a*b>", "p *a|b*", "p <*a*\np b>", "p <_a_>", "--- <\npeople >"] {
        assert!(!on(source), "{source:?}");
    }
}

#[test]
fn links_are_made_changed_and_removed() {
    each(
        linked(Some(LINK)),
        &[
            ("p a <b> c", "p a <{b}> c"),
            ("p <a\nh2 b>", "p <{a}\nh2 {b}>"),
            ("p <a {b} c>", "p <{a b c}>"),
            ("fig 1 <cap>", "fig 1 <{cap}>"),
            ("p by <[1:Anna]>", "p by <{[1:Anna]}>"),
            ("headline <Head\np a>", "headline <Head\np {a}>"),
        ],
    );
    each(linked(Some("  ")), &[("p {li|nk}", "p li|nk")]);
    each(
        linked(None),
        &[
            ("p a {li|nk} b", "p a li|nk b"),
            ("p a {|link} b", "p a |link b"),
            ("p a {link|} b", "p a link| b"),
            ("p a {l*in*|k} b", "p a l*in*|k b"),
            ("p {one} {tw|o}", "p {one} tw|o"),
            ("p {o|ne} {two}", "p o|ne {two}"),
            ("p {l<in>k}", "p {l}<in>{k}"),
            ("p <a {b}\nh2 {c} d>", "p <a b\nh2 c d>"),
        ],
    );
    nothing(linked(Some(LINK)), &["p a| b", "p {li|nk}", "headline <Head>\np a"]);
    nothing(linked(None), &["p a |b", "p <ab>", "p {a} b|"]);
}

#[test]
fn the_link_at_the_caret_is_found_at_both_edges() {
    let linked = |source: &str| {
        let (report, selection) = state(source);
        link_at(&report, selection).is_some()
    };
    for source in ["p a {|link}", "p a {link|} b", "p a {li|nk}", "p {<li>nk}", "p a {<link> b}"] {
        assert!(linked(source), "{source:?}");
    }
    for source in ["p a| {link}", "p {link} |b", "p |", "--- |"] {
        assert!(!linked(source), "{source:?}");
    }
}

#[test]
fn what_is_typed_inside_belongs_to_the_link_or_name_and_beside_it_does_not() {
    each(
        typed("x"),
        &[
            ("p a {|link} b", "p a x|{link} b"),
            ("p a {li|nk} b", "p a {lix|nk} b"),
            ("p a {link|} b", "p a {link}x| b"),
            ("p a {l<in>k} b", "p a {lx|k} b"),
            ("p a {<link>} b", "p a x| b"),
            ("p {one|}{two}", "p {onex|two}"),
            ("p {a*b|c*d}", "p {a*bx|c*d}"),
            ("p by |[1:Anna]", "p by x|[1:Anna]"),
            ("p by [1:A|nna]", "p by [1:Ax|nna]"),
            ("p by [1:<Anna>], who", "p by x|, who"),
            ("p by [1:A<nn>a]", "p by [1:Ax|a]"),
            ("p by [1:An<na], w>ho", "p by [1:An]x|ho"),
            ("p *on|e*", "p *onx|e*"),
            ("p *one|*", "p *onex|*"),
            ("p |*one*", "p x|*one*"),
            ("p a *_b|_* c", "p a *_bx|_* c"),
            ("fig 1 *c|ap*", "fig 1 *cx|ap*"),
            ("tab *a|* ; b", "tab *ax|* ; b"),
            ("headline by [1:An|na]\np y", "headline by [1:Anx|na]\np y"),
        ],
    );
}

#[test]
fn switched_twice_is_as_before() {
    for source in ["p a<b\nfig 1 c\nh2 d>e", "tab <a ; b> ; c", "quote <a ~ b\np c>"] {
        let (report, selection) = state(source);
        let mut editor = Editor::new(report.clone(), IdSource::from_seed(1));
        editor.select(selection);
        for _ in 0..2 {
            let change = toggle(editor.report(), editor.selection(), Toggle::Emphasis);
            assert_eq!(editor.apply(change, 0), Applied::Changed);
        }
        assert_eq!((editor.report(), editor.selection()), (&report, selection), "{source:?}");
    }
}
