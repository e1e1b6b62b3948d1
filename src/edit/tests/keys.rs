//! Keys and commands as the tables of cases name them, and the walk through such a table.

use crate::edit::notation::{check, check_nothing, print, state};
use crate::edit::ops::blocks::{indent, set_kind, shift};
use crate::edit::ops::style::{Toggle, set_link, toggle};
use crate::edit::ops::text::{self as typing, Direction, Unit};
use crate::edit::{Editor, Selection, Transaction};
use crate::report::{BlockKind, HeadingLevel, IdSource, ListStyle, Pos, Report, RichText};

/// Before and after.
pub(super) type Case = (&'static str, &'static str);

/// The kinds of block with words.
pub(super) const WORDED: [&str; 8] = ["p", "h2", "h3", "quote", "-", "--", "1.", "1.1."];

/// Checks what an operation does in each of the cases.
#[track_caller]
pub(super) fn each(operation: impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction>, cases: &[Case]) {
    for (before, after) in cases {
        check(before, &operation, after);
    }
}

/// Checks that an operation has nothing to do in any of the cases.
#[track_caller]
pub(super) fn nothing(operation: impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction>, cases: &[&str]) {
    for before in cases {
        check_nothing(before, &operation);
    }
}

/// Checks where the caret goes in each of the cases.
#[track_caller]
pub(super) fn moves(motion: impl Fn(&Report, Pos) -> Pos, cases: &[Case]) {
    for (before, after) in cases {
        let (report, selection) = state(before);
        let (there, wanted) = state(after);
        assert_eq!(there.body, report.body, "{before:?} and {after:?} are one report");
        let reached = Selection::caret(motion(&report, selection.head));
        assert_eq!(print(&report, reached), print(&there, wanted), "from {before:?}");
    }
}

pub(super) fn enter(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    typing::split(report, selection, ids)
}

pub(super) fn backspace(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    typing::delete(report, selection, Direction::Backward, Unit::Character, ids)
}

pub(super) fn delete(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    typing::delete(report, selection, Direction::Forward, Unit::Character, ids)
}

pub(super) fn ctrl_backspace(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    typing::delete(report, selection, Direction::Backward, Unit::Word, ids)
}

pub(super) fn ctrl_delete(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    typing::delete(report, selection, Direction::Forward, Unit::Word, ids)
}

/// Types with the style that the writer would type with there.
pub(super) fn typed(text: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, ids| {
        let mut editor = Editor::new(report.clone(), ids.clone());
        editor.select(selection);
        typing::insert(report, selection, text, &editor.typing_style(), ids)
    }
}

pub(super) fn bold(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    toggle(report, selection, Toggle::Strong)
}

pub(super) fn italic(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    toggle(report, selection, Toggle::Emphasis)
}

pub(super) fn linked(url: Option<&'static str>) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, _| set_link(report, selection, url)
}

pub(super) fn made(kind: BlockKind) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, _| set_kind(report, selection, &kind)
}

pub(super) fn heading() -> BlockKind {
    BlockKind::Heading { level: HeadingLevel::Two }
}

pub(super) fn subheading() -> BlockKind {
    BlockKind::Heading { level: HeadingLevel::Three }
}

pub(super) fn quotation() -> BlockKind {
    BlockKind::Quotation { speaker: RichText::new() }
}

pub(super) fn bullets() -> BlockKind {
    BlockKind::ListItem { style: ListStyle::Bulleted, level: 0 }
}

pub(super) fn numbers() -> BlockKind {
    BlockKind::ListItem { style: ListStyle::Numbered, level: 0 }
}

pub(super) fn tab(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    indent(report, selection, true)
}

pub(super) fn shift_tab(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    indent(report, selection, false)
}

pub(super) fn alt_up(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    shift(report, selection, false)
}

pub(super) fn alt_down(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
    shift(report, selection, true)
}
