//! What one undo takes back: a phrase, which ends at a pause, a move of the caret, another sort of change, Enter and a paste.

use crate::edit::notation::{print, state};
use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::text::{Direction, Unit, delete, insert, split};
use crate::edit::{Applied, Editor, PHRASE_PAUSE_MS, Selection, movement};
use crate::report::{IdSource, Style};

/// Something done at the keyboard.
enum Deed {
    Types(&'static str),
    Deletes,
    Enters,
    Pastes(&'static str),
    GoesLeft,
    Waits(u64),
}

use Deed::{Deletes, Enters, GoesLeft, Pastes, Types, Waits};

/// Does it all, then undoes to the start, and compares what each undo leaves.
#[track_caller]
fn check_undo(before: &str, deeds: &[Deed], undone: &[&str]) {
    let (report, selection) = state(before);
    let mut editor = Editor::new(report, IdSource::from_seed(3));
    editor.select(selection);
    let mut now_ms = 1_000;
    for deed in deeds {
        let (report, at, ids) = (editor.report(), editor.selection(), &mut editor.ids.clone());
        let change = match deed {
            Types(letters) => insert(report, at, letters, &Style::default(), ids),
            Deletes => delete(report, at, Direction::Backward, Unit::Character, ids),
            Enters => split(report, at, ids),
            Pastes(words) => paste(report, at, &Clip::from_plain(words), ids),
            GoesLeft => {
                editor.select(Selection::caret(movement::previous_character(editor.report(), at.head)));
                continue;
            }
            Waits(pause_ms) => {
                now_ms += pause_ms;
                continue;
            }
        };
        assert_eq!(editor.apply(change, now_ms), Applied::Changed);
    }
    let mut found = Vec::new();
    while editor.undo() == Applied::Changed {
        found.push(print(editor.report(), editor.selection()));
    }
    assert_eq!(found, undone);
}

#[test]
fn letters_without_a_pause_are_one_step() {
    check_undo("p |", &[Types("a"), Types("b"), Waits(PHRASE_PAUSE_MS), Types("c")], &["p |"]);
    check_undo("p |", &[Types("a"), Waits(PHRASE_PAUSE_MS + 1), Types("b")], &["p a|", "p |"]);
}

#[test]
fn letters_typed_over_a_selection_go_on_with_it() {
    check_undo("p one <two>", &[Types("x"), Types("y")], &["p one <two>"]);
    check_undo("p <one\nh2 two>", &[Types("x"), Types("y")], &["p <one\nh2 two>"]);
    check_undo("p a<b>", &[Types("x"), Waits(PHRASE_PAUSE_MS + 1), Types("y")], &["p ax|", "p a<b>"]);
    check_undo("p |", &[Types("a"), GoesLeft, Types("b")], &["p |a", "p |"]);
}

#[test]
fn another_sort_of_change_is_another_step() {
    check_undo("p |", &[Types("a"), Types("b"), Deletes, Deletes], &["p ab|", "p |"]);
    check_undo("p |", &[Types("a"), Enters, Types("b")], &["p a\np |", "p a|", "p |"]);
    check_undo("p |", &[Types("a"), Pastes("b c"), Types("d")], &["p ab c|", "p a|", "p |"]);
    check_undo("p ab|", &[Deletes, Types("c")], &["p a|", "p ab|"]);
}
