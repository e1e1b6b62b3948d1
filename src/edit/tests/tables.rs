//! Tables: rows, columns, Tab, and what is filled in.

use crate::edit::notation::{check, check_nothing, print, state};
use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::table::{TableEdit, beside, continue_below, edit, insert};
use crate::edit::tests::keys::{backspace, delete, each, nothing, typed};
use crate::edit::{Selection, Transaction};
use crate::report::{IdSource, Report};

fn does(what: TableEdit) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, ids| edit(report, selection, what, ids)
}

#[test]
fn a_row_is_put_in() {
    each(
        does(TableEdit::RowAbove),
        &[
            ("tab a| ; b", "tab | ; / a ; b"),
            ("tab a ; b / c ; d|", "tab a ; b / ; | / c ; d"),
            ("tab a / <b / c>", "tab a / | / b / c"),
            ("tab |# a ; b", "tab | ; / a ; b"),
            ("tabh a| ; b", "tabh | ; / a ; b"),
            ("p x\ntab |a", "p x\ntab | / a"),
        ],
    );
    each(
        does(TableEdit::RowBelow),
        &[
            ("tab a| ; b / c ; d", "tab a ; b / | ; / c ; d"),
            ("tab <a / b> / c", "tab a / b / | / c"),
            ("tab |# a ; b", "tab a ; b / | ;"),
            ("tabh a| ; b", "tabh a ; b / | ;"),
            ("tab *a|*", "tab *a* / |"),
        ],
    );
}

#[test]
fn a_column_is_put_in() {
    each(
        does(TableEdit::ColumnLeft),
        &[
            ("tab a| ; b", "tab | ; a ; b"),
            ("tab a ; b / c ; d|", "tab a ; ; b / c ; | ; d"),
            ("tab a ; <b ; c>", "tab a ; | ; b ; c"),
            ("tab |# a / b", "tab | ; a / ; b"),
            ("tabh a ; |b", "tabh a ; | ; b"),
        ],
    );
    each(
        does(TableEdit::ColumnRight),
        &[
            ("tab a| ; b", "tab a ; | ; b"),
            ("tab a ; b|", "tab a ; b ; |"),
            ("tab <a ; b / c ; d> ; e", "tab a ; b ; ; / c ; d ; | ; e"),
            ("tab |# a / b", "tab a ; | / b ;"),
        ],
    );
}

#[test]
fn rows_and_columns_go() {
    each(
        does(TableEdit::RemoveRows),
        &[
            ("tab a| / b", "tab |b"),
            ("tab a / b|", "tab |a"),
            ("tab a / <b / c> / d", "tab a / |d"),
            ("tab a ; b / c ; |d / e ; f", "tab a ; b / e ; |f"),
            ("tabh a| / b", "tabh |b"),
            ("tab <a / b>\np x", "p |x"),
            ("tab |# a / b\np x", "p |x"),
            ("p x\ntab a|\nfig 1 c", "p x|\nfig 1 c"),
        ],
    );
    each(
        does(TableEdit::RemoveColumns),
        &[
            ("tab a| ; b", "tab |b"),
            ("tab a ; b / |c ; d", "tab b / |d"),
            ("tab a ; <b ; c> ; d", "tab a ; |d"),
            ("tab a ; b ; c / d ; |e ; f", "tab a ; c / d ; |f"),
            ("tab <a ; b>", "p |"),
            ("p x\ntab |# a ; b\np y", "p x\np |y"),
        ],
    );
}

#[test]
fn the_row_of_headings_and_the_whole_table() {
    each(does(TableEdit::Header), &[("tabh a| ; b", "tab a| ; b"), ("tab a ; b / <c ; d>", "tabh a ; b / <c ; d>")]);
    each(
        does(TableEdit::Remove),
        &[
            ("p x\ntab a ; <b / c> ; d\nh2 y", "p x\nh2 |y"),
            ("tab a|", "p |"),
            ("fig 1 c\ntab |# a\n---", "fig 1 c\n--- |"),
        ],
    );
    for what in TableEdit::ALL {
        for source in
            ["p |x\ntab a", "fig 1 c|ap\ntab a", "--- |\ntab a", "headline H|ead\ntab a", "quote a ~ b|\ntab a"]
        {
            check_nothing(source, does(what));
        }
    }
}

#[test]
fn a_new_table_goes_where_the_caret_is() {
    each(
        insert,
        &[
            ("h2 one|\np two", "h2 one\ntabh | ; ; / ; ; / ; ;\np two"),
            ("fig 1 cap|\np x", "fig 1 cap\ntabh | ; ; / ; ; / ; ;\np x"),
            ("tab a ; b|\np x", "tab a ; b\ntabh | ; ; / ; ; / ; ;\np x"),
            ("--- |", "---\ntabh | ; ; / ; ; / ; ;\np "),
            ("quote a ~ b|\nfig 1 c", "quote a ~ b\ntabh | ; ; / ; ; / ; ;\np \nfig 1 c"),
            ("headline Head|\np x", "headline Head\ntabh | ; ; / ; ; / ; ;\np x"),
        ],
    );
}

#[test]
fn tab_selects_the_next_cell_and_shift_tab_the_one_before() {
    for (before, back, after) in [
        ("tab a| ; bb", false, "tab a ; <bb>"),
        ("tab a ; b| / c ; d", false, "tab a ; b / <c> ; d"),
        ("tab a ; |b", true, "tab <a> ; b"),
        ("tab a ; b / c| ; d", true, "tab a ; <b> / c ; d"),
        ("tab a| ;", false, "tab a ; |"),
        ("tab a ; <b> / c", false, "tab a ; b / <c> ;"),
    ] {
        let (report, selection) = state(before);
        let reached = beside(&report, selection.head, back).map(|reached| print(&report, reached));
        let (there, wanted) = state(after);
        assert_eq!(reached, Some(print(&there, wanted)), "from {before:?}");
    }
    for (source, back) in
        [("tab a ; b|\np x", false), ("p x\ntab a|", true), ("p x|\ntab a", false), ("tab |# a", false)]
    {
        let (report, selection) = state(source);
        assert_eq!(beside(&report, selection.head, back), None, "from {source:?}");
    }
}

#[test]
fn tab_behind_the_last_cell_makes_a_row() {
    let go_on = |report: &Report, selection: Selection, _: &mut IdSource| continue_below(report, selection.head);
    each(
        go_on,
        &[
            ("tab a / b|\np x", "tab a / b / |\np x"),
            ("tabh a ; |b", "tabh a ; b / | ;"),
            ("tab a ; <b>", "tab a ; b / | ;"),
        ],
    );
    nothing(go_on, &["tab a| ; b", "tab a ; b| / c ; d", "p x|", "tab |# a", "fig 1 ca|p"]);
}

#[test]
fn words_in_cells() {
    each(typed("x"), &[("tab a| ; b", "tab ax| ; b"), ("tab a ; <b>", "tab a ; x|"), ("tab | ; b", "tab x| ; b")]);
    each(
        backspace,
        &[
            ("tab a ; <b / c> ; d", "tab a ; | / ; d"),
            ("tab <a ; b / c ; d>", "tab | ; / ;"),
            ("tab a| ; b\np x", "tab | ; b\np x"),
        ],
    );
    each(delete, &[("tab a<b ; c>d", "tab a| ; d"), ("tab a ; b<c\nh2 d>e", "tab a ; b|\nh2 e")]);
}

fn filled(text: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
    move |report, selection, ids| paste(report, selection, &Clip::from_plain(text), ids)
}

#[test]
fn rows_of_cells_fill_cells_and_the_table_grows() {
    each(
        filled("1\t2\n3\t4"),
        &[
            ("tab a| ; b / c ; d", "tab 1 ; 2 / 3 ; 4|"),
            ("tab a ; |b / c ; d", "tab a ; 1 ; 2 / c ; 3 ; 4|"),
            ("tab a ; b / c| ; d", "tab a ; b / 1 ; 2 / 3 ; 4|"),
            ("tab a ; b / c ; d|", "tab a ; b ; / c ; 1 ; 2 / ; 3 ; 4|"),
            ("tabh a|", "tabh 1 ; 2 / 3 ; 4|"),
            ("tab <a ; b / c ; d>", "tab 1 ; 2 / 3 ; 4|"),
            ("tab a ; b ; c / d ; |e ; f / g ; h ; i", "tab a ; b ; c / d ; 1 ; 2 / g ; 3 ; 4|"),
        ],
    );
    each(
        filled("x"),
        &[("tab a| ; b", "tab ax| ; b"), ("tab <a ; b>", "tab x| ;"), ("tab a ; <b> / c ; d", "tab a ; x| / c ; d")],
    );
    each(filled("one\n\ntwo"), &[("tab a | ; b", "tab a one two| ; b"), ("tab | ; b", "tab one two| ; b")]);
    check("p x\nfig 1 cap|", filled("1\t2\n3\t4"), "p x\nfig 1 cap1 2 3 4|");
}
