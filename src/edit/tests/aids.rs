//! What the editor does by itself while one types, and that one undo takes each of it back.

use crate::edit::notation::{check, check_nothing, print, state};
use crate::edit::ops::aids::{Marks, after_typing, bind};
use crate::edit::ops::text::insert;
use crate::edit::{Applied, Editor, Selection, Transaction};
use crate::report::{IdSource, Report};

const ENGLISH: Marks = Marks { outer: ("“", "”"), inner: ("‘", "’"), dash: "–", apostrophe: "’" };
const RUSSIAN: Marks = Marks { outer: ("«", "»"), inner: ("„", "“"), dash: "—", apostrophe: "’" };

fn after(typed: &str, marks: Marks) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, ids| after_typing(report, selection, typed, Some(&marks), ids)
}

/// An editor in which a text was typed, one character after another, with all help.
fn written(source: &str, text: &str, marks: Option<&Marks>) -> Editor {
    let (report, selection) = state(source);
    let mut editor = Editor::new(report, IdSource::from_seed(7));
    editor.select(selection);
    for character in text.chars() {
        let typed = character.to_string();
        let change =
            insert(editor.report(), editor.selection(), &typed, &editor.typing_style(), &mut editor.ids.clone());
        assert_eq!(editor.apply(change, 0), Applied::Changed);
        let help = after_typing(editor.report(), editor.selection(), &typed, marks, &mut editor.ids.clone());
        if help.is_some() {
            editor.end_phrase();
            assert_eq!(editor.apply(help, 0), Applied::Changed);
            editor.end_phrase();
        }
    }
    editor
}

fn shown(editor: &Editor) -> String {
    print(editor.report(), editor.selection())
}

fn printed(source: &str) -> String {
    let (report, selection) = state(source);
    print(&report, selection)
}

#[test]
fn signs_at_the_start_of_a_paragraph_become_its_style() {
    for (typed, after) in [
        ("# ", "h2 |"),
        ("## ", "h3 |"),
        ("> ", "quote |"),
        ("- ", "- |"),
        ("* ", "- |"),
        ("• ", "- |"),
        ("1. ", "1. |"),
        ("1) ", "1. |"),
        ("---", "---\np |"),
        ("# Head", "h2 Head|"),
        ("- one - two", "- one – two|"),
    ] {
        assert_eq!(shown(&written("p |", typed, Some(&ENGLISH))), printed(after), "{typed:?} typed");
    }
    for (source, typed, after) in [
        ("p |Head", "## ", "h3 |Head"),
        ("p |*b* c", "- ", "- |*b* c"),
        ("p a\np |\nfig 1 c", "---", "p a\n---\np |\nfig 1 c"),
        ("p |[1:Anna]", "1. ", "1. |[1:Anna]"),
    ] {
        assert_eq!(shown(&written(source, typed, Some(&ENGLISH))), printed(after), "{typed:?} typed in {source:?}");
    }
}

#[test]
fn the_sign_of_an_item_that_is_one_already_goes() {
    for (source, typed, after) in [
        ("- a\n- |", "- ", "- a\n- |"),
        ("- |*b* c", "* ", "- |*b* c"),
        ("1. a\n1. |", "2. ", "1. a\n1. |"),
        ("1. |", "12) ", "1. |"),
        ("1. |", "1954. ", "1. 1954. |"),
        ("1. |", "- ", "1. - |"),
        ("- a|", "- ", "- a- |"),
    ] {
        assert_eq!(shown(&written(source, typed, None)), printed(after), "{typed:?} typed in {source:?}");
    }
}

#[test]
fn signs_elsewhere_stay_what_they_are() {
    for (source, typed, after) in [
        ("p a|", "# ", "p a# |"),
        ("p a|", "---", "p a---|"),
        ("p |", "2. ", "p 2. |"),
        ("p |", "10. ", "p 10. |"),
        ("p |", "#word ", "p #word |"),
        ("p |", "### ", "p ### |"),
        ("p |", " # ", "p  # |"),
        ("h2 |", "- ", "h2 - |"),
        ("- |", "1. ", "- 1. |"),
        ("quote |", "## ", "quote ## |"),
        ("h3 |", "---", "h3 ---|"),
        ("fig 1 |", "- ", "fig 1 - |"),
        ("tab | ; b", "# ", "tab # | ; b"),
        ("quote a ~ |", "1. ", "quote a ~ 1. |"),
        ("headline |\np x", "# ", "headline # |\np x"),
        ("p |x", "---", "p ---|x"),
    ] {
        assert_eq!(shown(&written(source, typed, Some(&ENGLISH))), printed(after), "{typed:?} typed in {source:?}");
    }
}

#[test]
fn marks_are_those_of_the_language() {
    for (marks, typed, after) in [
        (ENGLISH, "\"Yes\" ", "p “Yes” |"),
        (ENGLISH, "\"He said \"no\".\"", "p “He said ‘no’.”|"),
        (ENGLISH, "(\"a\")", "p (“a”)|"),
        (ENGLISH, "a—\"b\"", "p a—“b”|"),
        (ENGLISH, "it's", "p it’s|"),
        (ENGLISH, "delegates' ", "p delegates’ |"),
        (ENGLISH, "5' 6\"", "p 5' 6\"|"),
        (ENGLISH, "wait...", "p wait…|"),
        (ENGLISH, "....", "p ….|"),
        (ENGLISH, "a - b", "p a – b|"),
        (ENGLISH, "a -- b", "p a – b|"),
        (ENGLISH, "well-known ", "p well-known |"),
        (ENGLISH, "a -b", "p a -b|"),
        (RUSSIAN, "\"Да\"", "p «Да»|"),
        (RUSSIAN, "\"Газета \"Труд\"\"", "p «Газета „Труд“»|"),
        (RUSSIAN, "\"\"Труд\" вышел\"", "p «„Труд“ вышел»|"),
        (RUSSIAN, "Москва - столица", "p Москва — столица|"),
        (RUSSIAN, "об'ект", "p об’ект|"),
        (RUSSIAN, "2 - 3", "p 2 — 3|"),
    ] {
        assert_eq!(shown(&written("p |", typed, Some(&marks))), printed(after), "{typed:?} typed");
    }
}

#[test]
fn marks_take_over_where_they_stand() {
    for (source, typed, after) in [
        ("fig 1 |", "\"a\"", "fig 1 “a”|"),
        ("tab a ; |", "b - c", "tab a ; b – c|"),
        ("headline |\np x", "\"a\"", "headline “a”|\np x"),
        ("p *a|*", "...", "p *a…|*"),
        ("p a {l|k}", "...", "p a {l…|k}"),
        ("p [1:O|Neill]", "'", "p [1:O’|Neill]"),
        ("quote a ~ |", "\"b\"", "quote a ~ “b”|"),
    ] {
        assert_eq!(shown(&written(source, typed, Some(&ENGLISH))), printed(after), "{typed:?} typed in {source:?}");
    }
}

#[test]
fn without_marks_only_the_styles_follow() {
    assert_eq!(shown(&written("p |", "- \"a\" - it's...", None)), printed("- \"a\" - it's...|"));
    assert_eq!(shown(&written("p |", "---", None)), printed("---\np |"));
}

#[test]
fn one_undo_takes_the_help_back_and_leaves_what_was_typed() {
    for (source, typed, undone) in [
        ("p |", "# ", "p # |"),
        ("p |", "1) ", "p 1) |"),
        ("p |", "---", "p ---|"),
        ("p x\np |y", "- ", "p x\np - |y"),
        ("p |", "\"", "p \"|"),
        ("p |", "\"a\"", "p “a\"|"),
        ("p |", "don'", "p don'|"),
        ("p |", "a - ", "p a - |"),
        ("p |", "a -- ", "p a -- |"),
        ("p |", "...", "p ...|"),
        ("p *a|*", "...", "p *a...|*"),
        ("tab | ; b", "\"", "tab \"| ; b"),
    ] {
        let mut editor = written(source, typed, Some(&ENGLISH));
        let helped = shown(&editor);
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(shown(&editor), printed(undone), "{typed:?} typed in {source:?}, and one undo");
        assert_eq!(editor.redo(), Applied::Changed);
        assert_eq!(shown(&editor), helped, "{typed:?} typed in {source:?}, one undo and redo");
        while editor.undo() == Applied::Changed {}
        assert_eq!(shown(&editor), printed(source), "all undone");
    }
}

#[test]
fn nothing_follows_from_a_selection_or_from_other_signs() {
    for source in ["p <# >", "p a|b", "p |", "fig 1 |# c", "--- |"] {
        check_nothing(source, after(" ", ENGLISH));
    }
    for source in ["p a.|", "p a..|", "p a.. .|"] {
        check_nothing(source, after(".", ENGLISH));
    }
    check_nothing("p a...x|", after("x", ENGLISH));
}

#[test]
fn spaces_are_bound_where_they_stand() {
    let bound = |spaces: &'static [(usize, usize)]| {
        move |report: &Report, selection: Selection, _: &mut IdSource| {
            let spaces: Vec<_> = spaces.iter().map(|(start, end)| *start..*end).collect();
            bind(report, selection, &spaces)
        }
    };
    check("p *5 km* |", bound(&[(1, 2)]), "p *5\u{a0}km* |");
    check("fig 1 5 km |", bound(&[(1, 2)]), "fig 1 5\u{a0}km |");
    check("tab a ; 5 %| x", bound(&[(1, 2)]), "tab a ; 5\u{a0}%| x");
    check("p A. |B. Ivanov", bound(&[(2, 3), (5, 6)]), "p A.\u{a0}|B.\u{a0}Ivanov");
    check("p [1:An na]|", bound(&[(2, 3)]), "p [1:An\u{a0}na]|");
    check_nothing("p 5 km|", bound(&[(0, 1)]));
    check_nothing("p 5 km|", bound(&[(1, 9)]));
    check_nothing("p 5\u{a0}km|", bound(&[(1, 3)]));
    check_nothing("p 5 km|", bound(&[]));
}
