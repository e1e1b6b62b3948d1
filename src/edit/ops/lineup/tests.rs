use super::*;
use crate::edit::notation::{person, photo, print, state_with};
use crate::edit::ops::{details, people};
use crate::edit::{Applied, Editor, Selection};
use crate::report::{IdSource, Participant, QuarterTurns};

/// A report with Anna, Bo and Cy, and a photo with these people; 0 is somebody unknown.
fn editor(caption: &str, rows: &[&[u8]]) -> Editor {
    let (mut report, selection) = state_with(&format!("p |x\nfig 1 {caption}"), &["Anna", "Bo", "Cy"]);
    let shown = |number: &u8| if *number == 0 { Shown::UNKNOWN } else { Shown::person(person(*number)) };
    let rows = rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let people = Lineup::of_rows(rows);
    report.photos[0] = Arc::new(Photo { people, ..Photo::clone(&report.photos[0]) });
    let mut editor = Editor::new(report, IdSource::from_seed(9));
    editor.select(selection);
    editor
}

fn at(row: usize, at: usize) -> LineupPlace {
    LineupPlace { row, at }
}

/// The caption and the people: "1 2 / 0" are two rows.
fn told(editor: &Editor) -> (String, String) {
    let report = editor.report();
    let caption = print(report, Selection::caret(crate::report::Pos::start(Slot::Kicker)));
    let caption = caption.lines().last().unwrap().strip_prefix("fig 1").unwrap().trim_start().to_owned();
    let number = |shown: &Shown| shown.person.map_or(0, |id| id.number()).to_string();
    let row = |row: &Vec<Shown>| row.iter().map(number).collect::<Vec<_>>().join(" ");
    (caption, report.photos[0].people.rows().iter().map(row).collect::<Vec<_>>().join(" / "))
}

/// Makes a change, checks that it is one step that can be taken back, and tells what came of it.
#[track_caller]
fn done(editor: &mut Editor, change: Option<Transaction>) -> (String, String) {
    assert!(change.is_some(), "nothing was done");
    let (report, selection) = (editor.report().clone(), editor.selection());
    assert_eq!(editor.apply(change, 0), Applied::Changed);
    assert_eq!(editor.report().fault(), None);
    let after = editor.report().clone();
    assert_eq!(editor.undo(), Applied::Changed);
    assert_eq!((editor.report(), editor.selection()), (&report, selection));
    assert_eq!(editor.redo(), Applied::Changed);
    assert_eq!(*editor.report(), after);
    told(editor)
}

#[track_caller]
fn is(told: (String, String), caption: &str, people: &str) {
    assert_eq!((told.0.as_str(), told.1.as_str()), (caption, people));
}

#[test]
fn two_people_make_a_line_and_further_ones_go_into_it() {
    let mut editor = editor("The hall.", &[]);
    let change = add(editor.report(), photo(1), Some(person(1)), at(0, 0));
    is(done(&mut editor, change), "The hall.", "1");
    let change = add(editor.report(), photo(1), Some(person(2)), at(0, 1));
    is(done(&mut editor, change), "The hall. From left: [1:Anna] and [2:Bo].", "1 2");
    let change = add(editor.report(), photo(1), None, at(0, 1));
    let line = "The hall. From left: [1:Anna], an unidentified participant and [2:Bo].";
    is(done(&mut editor, change), line, "1 0 2");
    let change = add(editor.report(), photo(1), Some(person(3)), at(1, 0));
    let line = "The hall. Front row, from left: [1:Anna], an unidentified participant and [2:Bo]. Back row: [3:Cy].";
    is(done(&mut editor, change), line, "1 0 2 / 3");
    assert_eq!(add(editor.report(), photo(1), Some(person(9)), at(0, 0)), None, "nobody is called so");
}

#[test]
fn a_line_stands_where_the_caption_has_room_for_it() {
    for (caption, written) in [
        ("", "From left: [1:Anna] and [2:Bo]."),
        ("The hall", "The hall. From left: [1:Anna] and [2:Bo]."),
        ("The hall! ", "The hall! From left: [1:Anna] and [2:Bo]."),
        ("At last:", "At last: From left: [1:Anna] and [2:Bo]."),
    ] {
        let mut editor = editor(caption, &[&[1]]);
        let change = add(editor.report(), photo(1), Some(person(2)), at(0, 1));
        is(done(&mut editor, change), written, "1 2");
    }
}

#[test]
fn a_caption_that_names_everybody_gets_no_line() {
    let mut editor = editor("[2:Bo] greets [1:Anna].", &[&[1]]);
    let change = add(editor.report(), photo(1), Some(person(2)), at(0, 1));
    is(done(&mut editor, change), "[2:Bo] greets [1:Anna].", "1 2");
    let change = write_line(editor.report(), photo(1), LineStyle::Names);
    is(done(&mut editor, change), "[2:Bo] greets [1:Anna]. From left: [1:Anna] and [2:Bo].", "1 2");
    assert_eq!(write_line(editor.report(), photo(1), LineStyle::Names), None, "it is written");
}

#[test]
fn the_order_is_that_of_the_picture_and_what_stands_around_the_line_stays() {
    let mut editor = editor("*From left: [1:Anna] and [2:Bo]* open the _day_.", &[&[1, 2]]);
    let (change, moved) = shift(editor.report(), photo(1), at(0, 0), Way::Right).unwrap();
    assert_eq!(moved, at(0, 1));
    is(done(&mut editor, Some(change)), "*From left: [2:Bo] and [1:Anna]* open the _day_.", "2 1");
    let change = remove(editor.report(), photo(1), at(0, 0));
    is(done(&mut editor, change), "*[1:Anna]* open the _day_.", "1");
}

#[test]
fn a_line_that_nobody_needs_any_more_goes_with_its_sentence() {
    for (caption, left) in [
        ("The hall. From left: [1:Anna] and [2:Bo].", "The hall."),
        ("From left: [1:Anna] and [2:Bo]. The hall.", "The hall."),
        ("From left: [1:Anna] and [2:Bo]", ""),
    ] {
        let mut editor = editor(caption, &[&[1, 2]]);
        let change = remove(editor.report(), photo(1), at(0, 1));
        is(done(&mut editor, change), left, "1");
    }
}

#[test]
fn a_line_that_was_reworded_is_kept_until_it_is_asked_for_again() {
    let mut editor = editor("The hall. From left: [1:Anna] with [2:Bo]. Later.", &[&[1, 2]]);
    let change = add(editor.report(), photo(1), Some(person(3)), at(0, 0));
    is(done(&mut editor, change), "The hall. From left: [1:Anna] with [2:Bo]. Later.", "3 1 2");
    let change = write_line(editor.report(), photo(1), LineStyle::Names);
    is(done(&mut editor, change), "The hall. From left: [3:Cy], [1:Anna] and [2:Bo]. Later.", "3 1 2");
}

#[test]
fn people_move_between_rows() {
    let mut editor = editor("", &[&[1, 2, 3]]);
    let mut moved = |from: LineupPlace, way: Way| {
        let change = shift(editor.report(), photo(1), from, way);
        change.map(|(change, to)| (done(&mut editor, Some(change)).1, to))
    };
    assert_eq!(moved(at(0, 0), Way::Left), None);
    assert_eq!(moved(at(0, 2), Way::Right), None);
    assert_eq!(moved(at(0, 0), Way::Up), None);
    assert_eq!(moved(at(0, 1), Way::Down), Some(("1 3 / 2".to_owned(), at(1, 0))));
    assert_eq!(moved(at(1, 0), Way::Down), None, "alone in the last row");
    assert_eq!(moved(at(0, 0), Way::Down), Some(("3 / 1 2".to_owned(), at(1, 0))));
    assert_eq!(moved(at(0, 0), Way::Down), Some(("3 1 2".to_owned(), at(0, 0))));
    let change = place(editor.report(), photo(1), at(0, 0), at(1, 0));
    is(done(&mut editor, change), "", "1 2 / 3");
    let change = place(editor.report(), photo(1), at(0, 1), at(0, 0));
    is(done(&mut editor, change), "", "2 1 / 3");
    assert_eq!(place(editor.report(), photo(1), at(0, 0), at(0, 1)), None, "it stands there");
    assert_eq!(place(editor.report(), photo(1), at(1, 0), at(2, 0)), None, "the last row is a row of its own");
    assert_eq!(place(editor.report(), photo(1), at(1, 0), at(1, 1)), None);
    let change = add(editor.report(), photo(1), Some(person(3)), at(0, 0));
    is(done(&mut editor, change), "", "3 2 1");
}

#[test]
fn somebody_unknown_gets_a_name() {
    let mut editor = editor("From left: an unidentified participant and [2:Bo].", &[&[0, 2]]);
    let change = name(editor.report(), photo(1), at(0, 0), Some(person(1)));
    is(done(&mut editor, change), "From left: [1:Anna] and [2:Bo].", "1 2");
    assert_eq!(name(editor.report(), photo(1), at(0, 0), Some(person(2))), None, "nobody stands in two places");
    let change = clear(editor.report(), photo(1));
    is(done(&mut editor, change), "", "");
}

#[test]
fn the_line_follows_a_name_an_office_and_the_language() {
    let renamed = |editor: &Editor, set: fn(&mut Participant)| {
        let mut entry = Participant::clone(editor.report().participant(person(1)).unwrap());
        set(&mut entry);
        people::update(editor.report(), entry)
    };
    let mut editor = editor("[1:Anna] waits. From left: [1:Anna] and [2:Bo].", &[&[1, 2]]);
    let change = renamed(&editor, |entry| entry.name = "Anna Lee".into());
    is(done(&mut editor, change), "[1:Anna Lee] waits. From left: [1:Anna Lee] and [2:Bo].", "1 2");
    let change = renamed(&editor, |entry| entry.title = "chair".into());
    assert_eq!(done(&mut editor, change).0, "[1:Anna Lee] waits. From left: [1:Anna Lee] and [2:Bo].");
    let change = write_line(editor.report(), photo(1), LineStyle::Offices);
    let line = "[1:Anna Lee] waits. From left: [1:Anna Lee], chair; and [2:Bo].";
    is(done(&mut editor, change), line, "1 2");
    let change = renamed(&editor, |entry| entry.title = "editor".into());
    let line = "[1:Anna Lee] waits. From left: [1:Anna Lee], editor; and [2:Bo].";
    is(done(&mut editor, change), line, "1 2");
    let change = details::set_language(editor.report(), "vi");
    let line = "[1:Anna Lee] waits. Từ trái sang: [1:Anna Lee], editor; [2:Bo].";
    is(done(&mut editor, change), line, "1 2");
}

#[test]
fn a_name_that_is_missing_for_a_moment_leaves_the_line_as_it_is() {
    let mut editor = editor("From left: [1:Anna] and [2:Bo].", &[&[1, 2]]);
    let entry = Participant { name: "".into(), ..Participant::named(person(1), "") };
    let change = people::update(editor.report(), entry);
    is(done(&mut editor, change), "From left: [1:Anna] and [2:Bo].", "1 2");
}

#[test]
fn a_participant_who_goes_leaves_the_words_and_one_of_two_that_are_joined_leaves_the_line() {
    let mut gone = editor("From left: [1:Anna], [2:Bo] and [3:Cy].", &[&[1, 2, 3]]);
    let change = people::remove(gone.report(), person(2));
    is(done(&mut gone, change), "From left: [1:Anna], Bo and [3:Cy].", "1 3");
    let mut joined = editor("From left: [1:Anna], [2:Bo] and [3:Cy].", &[&[1, 2, 3]]);
    let change = people::join(joined.report(), person(1), person(3));
    is(done(&mut joined, change), "From left: [1:Anna] and [2:Bo].", "1 2");
}

#[test]
fn a_mark_is_seen_where_it_was_set_however_the_photo_is_turned() {
    for turns in 0..4 {
        let mut editor = editor("", &[&[1, 0]]);
        let mut report = editor.report().clone();
        Arc::make_mut(&mut report.photos[0]).turns = QuarterTurns::new(turns);
        editor = Editor::new(report, IdSource::from_seed(9));
        let point = PointPx { x: 150, y: 20 };
        let change = mark(editor.report(), photo(1), at(0, 1), Some(point));
        done(&mut editor, change);
        assert_eq!(mark_seen(&editor.report().photos[0], at(0, 1)), Some(point), "{turns}");
        assert_eq!(mark_seen(&editor.report().photos[0], at(0, 0)), None);
        let (change, to) = shift(editor.report(), photo(1), at(0, 1), Way::Left).unwrap();
        done(&mut editor, Some(change));
        assert_eq!(mark_seen(&editor.report().photos[0], to), Some(point), "the mark goes with whom it marks");
        let change = mark(editor.report(), photo(1), to, None);
        done(&mut editor, change);
        assert_eq!(mark(editor.report(), photo(1), to, None), None);
    }
}
