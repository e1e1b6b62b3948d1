//! Backspace and Delete, alone and with Ctrl, in every kind of block and over every pair of kinds.

use crate::edit::Editor;
use crate::edit::notation::{check, photo, state};
use crate::edit::ops::text::{Direction, Unit, delete as delete_unit};
use crate::edit::tests::keys::{WORDED, backspace, ctrl_backspace, ctrl_delete, delete, each, nothing, typed};
use crate::report::IdSource;

#[test]
fn backspace_at_the_start_drops_the_style() {
    each(
        backspace,
        &[
            ("h2 |two", "p |two"),
            ("p one\nh3 |", "p one\np |"),
            ("p one\nquote |two", "p one\np |two"),
            ("quote |", "p |"),
            ("- one\n-- |two", "- one\n- |two"),
            ("1. |two", "p |two"),
            ("1. one\n1.1. |two", "1. one\n1. |two"),
            ("fig 1 cap\nh2 |two", "fig 1 cap\np |two"),
            ("---\n- |", "---\np |"),
            ("h2 *|two*", "p *|two*"),
        ],
    );
}

#[test]
fn backspace_at_the_start_of_a_paragraph_joins() {
    each(
        backspace,
        &[
            ("h2 one\np |two", "h2 one|two"),
            ("h3 one\np |", "h3 one|"),
            ("quote one\np |two", "quote one|two"),
            ("- one\np |two", "- one|two"),
            ("1.1. one\np |two", "1.1. one|two"),
            ("p one\np |", "p one|"),
            ("p \np |two", "p |two"),
            ("h2 \np |two", "p |two"),
            ("- \np |two", "p |two"),
            ("h2 \np |", "h2 |"),
            ("p *one*\np _|two_", "p *one*|_two_"),
            ("p e\np |\u{301}x", "p é|x"),
            ("p by [1:An]\np [1:|na]", "p by [1:An|na]"),
            ("p \nquote |two ~ Anna", "quote |two ~ Anna"),
        ],
    );
}

#[test]
fn backspace_takes_the_character_before_the_caret() {
    each(
        backspace,
        &[
            ("p one|", "p on|"),
            ("p o|", "p |"),
            ("h2 o|ne", "h2 |ne"),
            ("quote one ~ Anna|", "quote one ~ Ann|"),
            ("fig 1 ca|p", "fig 1 c|p"),
            ("tab a ; bc|", "tab a ; b|"),
            ("headline Head|\np x", "headline Hea|\np x"),
            ("p a*b|*c", "p a|c"),
            ("p by [1:Anna|]", "p by [1:Ann|]"),
        ],
    );
}

#[test]
fn backspace_takes_what_is_selected_as_a_whole() {
    each(
        backspace,
        &[
            ("p one\n--- |\np two", "p one\np |two"),
            ("p one\npeople |", "p one|"),
            ("people |", "p |"),
            ("p one\ntab |# a ; b\nfig 1 c", "p one|\nfig 1 c"),
            ("fig 1 |# a\nfig 2 b", "fig 2 |# b"),
            ("fig 1 a\nfig 2 |# b", "fig 1 |# a"),
        ],
    );
}

#[test]
fn an_empty_paragraph_beside_a_block_without_words_goes_and_the_block_stays() {
    each(
        backspace,
        &[
            ("fig 1 cap\np |\np x", "fig 1 |# cap\np x"),
            ("p x\n---\np |", "p x\n--- |"),
            ("tab a ; b\np |\nfig 1 c", "tab |# a ; b\nfig 1 c"),
            ("people\np |", "people |"),
        ],
    );
    each(
        delete,
        &[
            ("p |\nfig 1 cap\np x", "fig 1 |# cap\np x"),
            ("p x\n- |\n---", "p x\n--- |"),
            ("fig 1 c\np |\ntab a ; b", "fig 1 c\ntab |# a ; b"),
        ],
    );
}

#[test]
fn backspace_has_nothing_to_take() {
    nothing(
        backspace,
        &[
            "p |one",
            "p |",
            "fig 1 cap\np |two",
            "tab a\np |two",
            "---\np |two",
            "people\np |two",
            "fig 1 |cap",
            "p x\nfig 1 |",
            "tab |a ; b",
            "quote one ~ |Anna",
            "quote one ~ |",
            "quote |one ~ Anna",
            "p x\nquote |one ~ Anna",
            "fig 1 cap\nquote |one ~ Anna",
            "headline |Head\np x",
        ],
    );
}

#[test]
fn delete_at_the_end_joins() {
    each(
        delete,
        &[
            ("p one|\np two", "p one|two"),
            ("p one|\nh2 two", "p one|two"),
            ("p one|\nquote two", "p one|two"),
            ("p one|\n- two", "p one|two"),
            ("h2 one|\np two", "h2 one|two"),
            ("h3 one|\n1. two", "h3 one|two"),
            ("quote one|\np two", "quote one|two"),
            ("- one|\n- two", "- one|two"),
            ("- one|\np ", "- one|"),
            ("p |\n- two", "- |two"),
            ("p |\nquote two", "quote |two"),
            ("h2 |\np two", "p |two"),
            ("- |\nh3 two", "h3 |two"),
            ("p |\np ", "p |"),
            ("p |\nquote two ~ Anna", "quote |two ~ Anna"),
            ("quote | ~ Anna\np two", "quote |two ~ Anna"),
        ],
    );
}

#[test]
fn delete_takes_the_character_behind_the_caret() {
    each(
        delete,
        &[
            ("p |one", "p |ne"),
            ("h2 o|ne", "h2 o|e"),
            ("fig 1 |cap", "fig 1 |ap"),
            ("tab a ; |bc", "tab a ; |c"),
            ("quote one ~ |Anna", "quote one ~ |nna"),
            ("p |[1:Anna]", "p |[1:nna]"),
            ("p a|*b*", "p a|"),
            ("p one\n--- |\np two", "p one\np |two"),
        ],
    );
}

#[test]
fn delete_has_nothing_to_take() {
    nothing(
        delete,
        &[
            "p one|",
            "p |",
            "p one|\nfig 1 cap",
            "p one|\n---\np x",
            "h2 one|\npeople",
            "- one|\ntab a",
            "p one|\nquote two ~ Anna",
            "fig 1 cap|\np two",
            "tab a|\np two",
            "tab a| ; b",
            "quote one ~ Anna|\np two",
            "headline Head|\np x",
        ],
    );
}

#[test]
fn ctrl_backspace_takes_to_the_start_of_the_word() {
    each(
        ctrl_backspace,
        &[
            ("p one two|", "p one |"),
            ("p one two |", "p one |"),
            ("p one tw|o", "p one |o"),
            ("p one, two|", "p one, |"),
            ("p don't|", "p |"),
            ("p 3.14|", "p |"),
            ("p Хо Ши Мин|", "p Хо Ши |"),
            ("p một hai   |", "p một |"),
            ("p one\np |two", "p one|two"),
            ("p one\nh2 |two", "p one\np |two"),
            ("fig 1 one two|", "fig 1 one |"),
            ("tab a b| ; c", "tab a | ; c"),
            ("p one t<w>o", "p one t|o"),
            ("p one\n--- |", "p one|"),
        ],
    );
    nothing(ctrl_backspace, &["p |one", "fig 1 cap\np |two", "tab a ; |b", "fig 1 |cap"]);
}

#[test]
fn ctrl_delete_takes_to_the_end_of_the_word() {
    each(
        ctrl_delete,
        &[
            ("p |one two", "p | two"),
            ("p one| two", "p one|"),
            ("p o|ne two", "p o| two"),
            ("p |3,5 км", "p | км"),
            ("p one|...", "p one|"),
            ("p one|\np two", "p one|two"),
            ("p |\nh2 two", "h2 |two"),
            ("quote |one two ~ Anna", "quote | two ~ Anna"),
            ("tab |a b ; c", "tab | b ; c"),
        ],
    );
    nothing(ctrl_delete, &["p one|", "p one|\nfig 1 cap", "tab a| ; b", "quote one ~ Anna|\np x"]);
}

#[test]
fn a_whole_side_of_the_text_goes() {
    let side = |direction| {
        move |report: &_, selection, ids: &mut IdSource| delete_unit(report, selection, direction, Unit::Paragraph, ids)
    };
    each(side(Direction::Backward), &[("p one *t|wo*", "p *|wo*"), ("p one\np |two", "p one|two"), ("h2 |x", "p |x")]);
    each(side(Direction::Forward), &[("p one *t|wo*", "p one *t|*"), ("p one|\np two", "p one|two")]);
}

#[test]
fn from_words_to_words_both_are_joined_and_the_first_gives_the_kind() {
    for first in WORDED {
        for last in WORDED {
            check(&format!("{first} a<b\n{last} c>d"), backspace, &format!("{first} a|d"));
        }
    }
}

#[test]
fn from_words_into_something_else() {
    for first in WORDED {
        for (rest, left) in [
            ("fig 1 c>d", ""),
            ("fig 1 |# cd", ""),
            ("--- >", ""),
            ("people >", ""),
            ("tab c>d ; e", "\ntab d ; e"),
            ("tab c ; d>e\np x", "\ntab ; e\np x"),
            ("quote c>d ~ Anna", "\nquote d ~ Anna"),
            ("quote cd ~ An>na", "\nquote  ~ na"),
            ("fig 1 c\n---\npeople\ntab x ; y\np >", ""),
        ] {
            check(&format!("{first} a<b\n{rest}"), delete, &format!("{first} a|{left}"));
        }
    }
}

#[test]
fn from_something_else_into_words() {
    for last in WORDED {
        for (start, left) in [
            ("fig 1 a<b", "fig 1 a|\n"),
            ("tab x ; a<b", "tab x ; a|\n"),
            ("tab a<b ; x", "tab a| ;\n"),
            ("quote x ~ a<b", "quote x ~ a|\n"),
        ] {
            check(&format!("{start}\n{last} c>d"), delete, &format!("{left}{last} d"));
        }
        for start in ["--- <", "people <", "fig 1 |# b", "tab |# x ; y"] {
            check(&format!("{start}\n{last} c>d"), delete, &format!("{last} |d"));
        }
    }
    check("quote a<b ~ Anna\np c>d", delete, "quote a|d");
}

#[test]
fn between_what_is_no_running_text() {
    each(
        delete,
        &[
            ("p x\n--- <\nfig 1 c>d\np y", "p x\np |y"),
            ("--- <\npeople >", "p |"),
            ("p x\n--- <\nfig 1 c\npeople >", "p x|"),
            ("p x\n--- <\ntab c>d ; e", "p x\ntab |d ; e"),
            ("fig 1 a<b\nfig 2 c>d", "fig 1 a|"),
            ("fig 1 a<b\n--- >\np x", "fig 1 a|\np x"),
            ("fig 1 a<b\ntab c>d", "fig 1 a|\ntab d"),
            ("tab a<b\nfig 1 c>d\np x", "tab a|\np x"),
            ("tab a ; b<c\nfig 1 x\ntab d>e ; f", "tab a ; b|\ntab e ; f"),
            ("tab a<b ; c / d ; e>f", "tab a| ; / ; f"),
            ("p x\nfig 1 |# c>d\np y", "p x\np |y"),
            ("p x\ntab |# a ; b>c\np y", "p x\np |y"),
            ("fig 2 x\ntab |# a ; b>c", "fig 2 |# x"),
            ("quote a<b ~ An>na", "quote a| ~ na"),
            ("quote a ~ A<nna\nquote b ~ Iv>an", "quote a ~ A|\nquote  ~ an"),
            ("headline He<ad\nstandfirst on>e\np x", "headline He|\nstandfirst e\np x"),
            ("headline He<ad\nstandfirst one\nh2 tw>o", "headline He|\nh2 o"),
            ("headline He<ad\nfig 1 ca>p\np x", "headline He|\np x"),
            ("standfirst o<ne\np two>", "standfirst o|\np "),
        ],
    );
}

#[test]
fn a_figure_that_goes_takes_nothing_from_its_photo() {
    for before in [
        "p a<b\nfig 1 cap>tion",
        "p a<b\nfig 1 caption\np c>d",
        "fig 1 |# caption\np x",
        "p x\nfig 1 |# cap>tion\np y",
        "--- <\nfig 1 cap>tion\np y",
        "fig 2 x<y\nfig 1 cap>tion",
        "headline H<ead\nfig 1 cap>tion\np y",
    ] {
        let (report, selection) = state(before);
        let change = delete(&report, selection, &mut IdSource::from_seed(3));
        let mut editor = Editor::new(report, IdSource::from_seed(4));
        let _ = editor.apply(change, 0);
        let report = editor.report();
        assert_eq!(report.body.figure_of(photo(1)), None, "the figure of {before:?}");
        assert_eq!(report.photo(photo(1)).unwrap().caption.as_str(), "caption", "{before:?}");
    }
}

#[test]
fn typing_takes_the_place_of_what_is_selected() {
    each(
        typed("x"),
        &[
            ("p <one>", "p x|"),
            ("h2 o<ne\np tw>o", "h2 ox|o"),
            ("- a<b\nfig 1 c\n1. c>d", "- ax|d"),
            ("fig 1 c<a>p", "fig 1 cx|p"),
            ("tab a<b ; c / d>", "tab ax| ; / ;"),
            ("p a\n--- <\nfig 1 c>d", "p ax|"),
            ("--- <\npeople >", "p x|"),
            ("fig 1 |# cap", "fig 1 cap\np x|"),
            ("p a\n--- |\nh2 b", "p a\n---\np x|\nh2 b"),
            ("headline <Head>\np y", "headline x|\np y"),
            ("p a<b\nquote c>d ~ Anna", "p ax|\nquote d ~ Anna"),
        ],
    );
}
