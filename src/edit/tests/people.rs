//! Participants and their names in the text, and words that are replaced.

use std::ops::Range;

use crate::edit::notation::{check, check_nothing, person};
use crate::edit::ops::people::{mention, remove, update};
use crate::edit::ops::replace::replace_all;
use crate::edit::tests::keys::{each, nothing};
use crate::edit::{Selection, Transaction};
use crate::report::{IdSource, Participant, Report, WordPlace};

fn mentioned(replaced: usize) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, ids| mention(report, selection, person(1), replaced, ids)
}

#[test]
fn a_name_is_written_as_a_reference() {
    each(
        mentioned(0),
        &[
            ("p |", "p [1:Anna]|"),
            ("p a |b", "p a [1:Anna]|b"),
            ("p <x> y", "p [1:Anna]| y"),
            ("h2 a<b\np c>d", "h2 a[1:Anna]|d"),
            ("p *b|c*", "p *b[1:Anna]|c*"),
            ("--- |", "---\np [1:Anna]|"),
            ("fig 1 |# c\np x", "fig 1 c\np [1:Anna]|\np x"),
            ("fig 1 with |", "fig 1 with [1:Anna]|"),
            ("tab a ; |", "tab a ; [1:Anna]|"),
            ("quote a ~ |", "quote a ~ [1:Anna]|"),
            ("headline |\np x", "headline [1:Anna]|\np x"),
            ("p [1:Anna]|", "p [1:AnnaAnna]|"),
        ],
    );
    each(
        mentioned(4),
        &[
            ("p @ann|", "p [1:Anna]|"),
            ("fig 1 *x @ann|*", "fig 1 *x [1:Anna]|*"),
            ("tab @ann| ; b", "tab [1:Anna]| ; b"),
        ],
    );
    check_nothing("p @an|", mentioned(4));
}

#[test]
fn a_participant_who_goes_leaves_the_words() {
    each(
        |report: &Report, _: Selection, _: &mut IdSource| remove(report, person(1)),
        &[
            ("p [1:An|na] and [1:Anna]", "p An|na and Anna"),
            ("p [1:A*n*na]|", "p A*n*na|"),
            ("p <{by [1:Anna]}>", "p <{by Anna}>"),
            ("fig 1 [1:Anna]\np |x", "fig 1 Anna\np |x"),
            ("tab [1:Anna]| ; *[1:Anna]*", "tab Anna| ; *Anna*"),
            ("tab a ; b / [1:Anna] ; <c>", "tab a ; b / Anna ; <c>"),
            ("quote a ~ [1:Anna]|", "quote a ~ Anna|"),
            ("headline [1:Anna]|\nstandfirst [1:Anna]\np x", "headline Anna|\nstandfirst Anna\np x"),
        ],
    );
}

fn renamed(name: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, _, _| {
        update(report, Participant { name: name.into(), ..Participant::clone(report.participant(person(1))?) })
    }
}

#[test]
fn a_new_name_goes_wherever_it_was_written_so() {
    each(
        renamed("Bo"),
        &[
            ("p by |[1:Anna]", "p by |[1:Bo]"),
            ("p by [1:Anna]|", "p by [1:Bo]|"),
            ("p by [1:Anna] x|y", "p by [1:Bo] x|y"),
            ("p <by [1:Anna]> x", "p <by [1:Bo]> x"),
            ("p a\nh2 *[1:Anna]* [1:Annas] b|", "p a\nh2 *[1:Bo]* [1:Annas] b|"),
            ("p [1:An*na*]|", "p [1:Bo]|"),
            ("p Anna and [1:Anna]|", "p Anna and [1:Bo]|"),
            ("tab [1:Anna] ; x| / [1:Anna] ; [1:anna]", "tab [1:Bo] ; x| / [1:Bo] ; [1:anna]"),
            ("fig 1 [1:Anna]\nquote a ~ [1:Anna]|", "fig 1 [1:Bo]\nquote a ~ [1:Bo]|"),
            ("headline [1:Anna]\np |", "headline [1:Bo]\np |"),
        ],
    );
    check("p [1:Anna]|", renamed("Nguye\u{302}\u{303}n A\u{301}nh"), "p [1:Nguyễn Ánh]|");
    nothing(renamed("Anna"), &["p [1:Anna]|"]);
}

/// Everywhere in the texts, as a search gives it.
fn found(report: &Report, word: &str) -> Vec<(WordPlace, Range<usize>)> {
    let mut places = Vec::new();
    for slot in report.all_slots() {
        let text = report.text(slot).expect("a slot of the report").as_str();
        places.extend(text.match_indices(word).map(|(at, _)| (WordPlace::Text(slot), at..at + word.len())));
    }
    places
}

fn replaced(word: &'static str, by: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, _, _| replace_all(report, &found(report, word), by)
}

#[test]
fn all_that_was_found_is_replaced() {
    each(
        replaced("one", "two"),
        &[
            ("p one, one|", "p two, two|"),
            ("p one x|one", "p two x|two"),
            ("p <one> x one", "p <two> x two"),
            ("p *one* o*n*e|", "p *two* two|"),
            ("p {one} _a one b_ one|", "p {two} _a two b_ two|"),
            ("fig 1 one\ntab one ; x / one ; y|\np one", "fig 1 two\ntab two ; x / two ; y|\np two"),
            ("quote one ~ one\n- |\np one", "quote two ~ two\n- |\np two"),
            ("headline one\nstandfirst one\np |one", "headline two\nstandfirst two\np |two"),
        ],
    );
    each(replaced("q", ""), &[("p q|bqb", "p |bb"), ("p qq\nh2 q|", "p \nh2 |")]);
    each(replaced("x", "long \u{e9}"), &[("p xx|", "p long élong é|"), ("tab x| ; x", "tab long é| ; long é")]);
    each(
        replaced("Anna", "Bo"),
        &[("p [1:Anna] Anna|", "p Bo Bo|"), ("p *[1:Anna]*\nh2 [1:Annas]|", "p *Bo*\nh2 Bo[1:s]|")],
    );
    nothing(replaced("one", "two"), &["p only|\nfig 1 o n e", "--- |"]);
}

#[test]
fn a_single_place_takes_the_caret_along() {
    each(
        replaced("one", "longer"),
        &[
            ("p |a one b", "p a longer| b"),
            ("p |a\ntab x ; one", "p a\ntab x ; longer|"),
            ("fig 1 one\np |", "fig 1 longer|\np "),
        ],
    );
}
