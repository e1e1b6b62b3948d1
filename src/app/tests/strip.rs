//! Who is in a picture: the strip of a card and of the large view, by keyboard and by hand, and the line in the caption.

use super::*;
use crate::edit::Editor;
use crate::language::name_line::LineStyle;
use crate::report::{IdSource, LineupPlace, Participant};

const PEOPLE: [[&str; 3]; 3] =
    [["Trịnh Văn An", "chair", "Press Council"], ["Lê Thị Hoa", "editor", ""], ["Jane Smith", "", "Delta News"]];

/// A report with a photo whose caption is "The hall." and three participants.
fn opened() -> (Window<'static>, tempfile::TempDir) {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let path = picture(folder.path(), "1.png", 10);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.steps();
    let session = window.harness.state_mut().session.as_mut().unwrap();
    let mut report = session.editor.report().clone();
    report.participants = PEOPLE
        .iter()
        .enumerate()
        .map(|(place, [name, title, organisation])| {
            let id = crate::report::ParticipantId::from_number(place as u64 + 1);
            let entry = Participant::named(id, name);
            Arc::new(Participant { title: (*title).into(), organisation: (*organisation).into(), ..entry })
        })
        .collect();
    Arc::make_mut(&mut report.photos[0]).caption = "The hall.".into();
    session.editor = Editor::new(report, IdSource::from_seed(9));
    window.command(Command::PeopleShown);
    (window, folder)
}

impl Window<'_> {
    fn in_picture(&self) -> Vec<Vec<String>> {
        let report = self.report();
        let name = |shown: &crate::report::Shown| {
            let person = shown.person.and_then(|id| report.participant(id));
            person.map_or_else(|| "?".to_owned(), |person| person.shown_name().to_string())
        };
        report.photos[0].people.rows().iter().map(|row| row.iter().map(name).collect()).collect()
    }

    fn caption_of_first(&self) -> &str {
        self.report().photos[0].caption.as_str()
    }

    fn adds(&mut self, typed: &str) {
        self.types(typed);
        self.key(Modifiers::NONE, Key::Enter);
    }

    fn points(&mut self, at: egui::Pos2, pressed: Option<bool>) {
        self.harness.hover_at(at);
        if let Some(pressed) = pressed {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.steps();
    }

    /// Pressed and let go in one frame: a step is too long for a click.
    fn focus_is_on(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).any(|node| node.accesskit_node().is_focused())
    }
}

#[test]
fn people_are_typed_in_order_and_the_caption_names_them() {
    let (mut window, _folder) = opened();
    assert!(window.focus_is_on("Add a person to photo 1"));
    window.types("@trinh");
    window.harness.get_by_role_and_label(Role::ListBoxOption, "Trịnh Văn An");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.caption_of_first(), "The hall.", "one alone wants no line");
    window.adds("delta");
    assert_eq!(window.in_picture(), [["Trịnh Văn An", "Jane Smith"]]);
    assert_eq!(window.caption_of_first(), "The hall. From left: Trịnh Văn An and Jane Smith.");
    window.adds("?");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Second row"));
    window.adds("hoa");
    let expected = "The hall. Front row, from left: Trịnh Văn An, Jane Smith and an unidentified participant. Back row: Lê Thị Hoa.";
    assert_eq!(window.caption_of_first(), expected);
    for _ in 0..3 {
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.caption_of_first(), "The hall.", "each is one step");
    assert_eq!(window.in_picture(), [["Trịnh Văn An"]]);
}

#[test]
fn the_line_follows_the_order_and_the_names_until_it_is_reworded() {
    let (mut window, _folder) = opened();
    window.adds("trinh");
    window.adds("hoa");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert!(window.focus_is_on("2. Lê Thị Hoa"));
    window.key(Modifiers::ALT, Key::ArrowLeft);
    assert!(window.focus_is_on("1. Lê Thị Hoa"), "the keyboard goes along");
    assert_eq!(window.caption_of_first(), "The hall. From left: Lê Thị Hoa and Trịnh Văn An.");
    window.command(Command::Focus(Pane::People));
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.steps();
    window.key(Modifiers::COMMAND, Key::A);
    window.types("Trịnh Văn Anh");
    assert_eq!(window.caption_of_first(), "The hall. From left: Lê Thị Hoa and Trịnh Văn Anh.");
    window.writes_in("Caption of photo 1", " x");
    window.harness.get_by_role_and_label(Role::TextInput, "Caption of photo 1").focus();
    window.steps();
    for _ in 0..9 {
        window.key(Modifiers::NONE, Key::Backspace);
    }
    assert!(window.shows("Reworded by hand"));
    window.command(Command::PeopleShown);
    window.adds("smith");
    assert!(window.caption_of_first().starts_with("The hall. From left: Lê Thị Hoa and Trịnh"), "it is kept");
    window.presses("Write again");
    assert_eq!(window.caption_of_first(), "The hall. From left: Lê Thị Hoa, Trịnh Văn Anh and Jane Smith");
    assert!(window.shows("The caption names them"));
    window.presses("With offices");
    let line = "The hall. From left: Lê Thị Hoa, editor; Trịnh Văn Anh, chair of the Press Council; and Jane Smith, Delta News";
    assert_eq!(window.caption_of_first(), line);
}

#[test]
fn people_are_taken_out_named_and_moved_between_rows_by_keys() {
    let (mut window, _folder) = opened();
    for typed in ["?", "hoa", "smith"] {
        window.adds(typed);
    }
    window.key(Modifiers::NONE, Key::Backspace);
    assert!(window.focus_is_on("3. Jane Smith"), "Backspace in the empty field goes to the last");
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.in_picture(), [vec!["?", "Lê Thị Hoa"], vec!["Jane Smith"]]);
    assert!(window.focus_is_on("3. Jane Smith, Second row"));
    window.key(Modifiers::NONE, Key::ArrowUp);
    assert!(window.focus_is_on("1. Unknown, Front row"));
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.focus_is_on("Who is number 1?"));
    window.adds("an");
    assert_eq!(window.in_picture(), [vec!["Trịnh Văn An", "Lê Thị Hoa"], vec!["Jane Smith"]]);
    assert!(window.focus_is_on("1. Trịnh Văn An, Front row"));
    window.key(Modifiers::NONE, Key::Delete);
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.in_picture(), [["Jane Smith"]]);
    assert!(window.focus_is_on("1. Jane Smith"));
    window.key(Modifiers::NONE, Key::Delete);
    assert!(window.report().photos[0].people.is_empty() && window.focus_is_on("Add a person to photo 1"));
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Delete);
    assert!(window.report().photos.is_empty(), "Escape goes back to the card");
}

#[test]
fn somebody_who_is_not_on_the_list_is_put_on_it() {
    let (mut window, _folder) = opened();
    window.adds("Tom Reed");
    assert!(window.in_picture().is_empty(), "a slip of the hand is nobody new");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.in_picture(), [["Tom Reed"]]);
    assert_eq!(window.report().participants.len(), 4);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!((window.report().participants.len(), window.in_picture().len()), (3, 0), "one step");
}

#[test]
fn tab_leads_past_the_people_and_back_to_them() {
    let (mut window, _folder) = opened();
    window.adds("hoa");
    window.harness.get_by_role_and_label(Role::TextInput, "Caption of photo 1").focus();
    window.steps();
    let mut met = Vec::new();
    for (modifiers, label) in [
        (Modifiers::NONE, "Credit of photo 1"),
        (Modifiers::SHIFT, "Add a person to photo 1"),
        (Modifiers::NONE, "Credit of photo 1"),
        (Modifiers::SHIFT, "Add a person to photo 1"),
        (Modifiers::SHIFT, "1. Lê Thị Hoa"),
        (Modifiers::SHIFT, "Caption of photo 1"),
    ] {
        window.key(modifiers, Key::Tab);
        met.push((label, window.focus_is_on(label)));
    }
    assert!(met.iter().all(|(_, is_there)| *is_there), "{met:?}");
}

#[test]
fn a_participant_is_dragged_from_the_list_into_the_picture() {
    let (mut window, _folder) = opened();
    window.adds("smith");
    let row = window.harness.get_by_label_contains("Trịnh Văn An, chair").rect().center();
    let chip = window.harness.get_by_label("1. Jane Smith").rect();
    let before = chip.left_center() + vec2(4.0, 0.0);
    window.points(row, Some(true));
    window.points(row + vec2(-20.0, 0.0), None);
    window.points(before, None);
    window.points(before, Some(false));
    assert_eq!(window.in_picture(), [["Trịnh Văn An", "Jane Smith"]]);
    assert_eq!(window.caption_of_first(), "The hall. From left: Trịnh Văn An and Jane Smith.");
}

#[test]
fn the_large_view_has_the_strip_and_marks_that_are_placed_in_order() {
    let (mut window, _folder) = opened();
    window.adds("trinh");
    window.adds("hoa");
    window.command(Command::LookCloser);
    window.command(Command::PeopleShown);
    assert!(window.focus_is_on("Add a person to photo 1"));
    window.adds("smith");
    assert_eq!(window.in_picture(), [["Trịnh Văn An", "Lê Thị Hoa", "Jane Smith"]]);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::P);
    assert!(window.shows("Click each person"));
    // The picture is a small one.
    for _ in 0..12 {
        window.key(Modifiers::NONE, Key::Plus);
    }
    let middle = window.harness.get_by_role(Role::Image).rect().center();
    for by in [-40.0, 40.0] {
        window.clicks_at(middle + vec2(by, 0.0));
    }
    let mark =
        |window: &Window<'_>, at: usize| window.report().photos[0].people.get(LineupPlace { row: 0, at }).unwrap().mark;
    let (first, second) = (mark(&window, 0).expect("a mark"), mark(&window, 1).expect("a mark"));
    assert!(first.x < second.x && mark(&window, 2).is_none(), "{first:?} {second:?}");
    assert!(window.shows("Number 1: Trịnh Văn An") && window.shows("Number 2: Lê Thị Hoa"));
    window.key(Modifiers::NONE, Key::ArrowUp);
    let third = mark(&window, 2).expect("the keyboard marks whoever is next");
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(mark(&window, 2).unwrap().x > third.x);
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(mark(&window, 2), None);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.app().closer.is_open(), "the tool is put down first");
}

#[test]
fn the_commands_of_the_line_write_it_where_it_is_wanted() {
    let (mut window, _folder) = opened();
    assert!(!window.app().command_env(None).is_enabled(Command::WriteNames(LineStyle::Names)));
    window.adds("trinh");
    window.adds("hoa");
    let env = |window: &Window<'_>, style| window.app().command_env(None).is_enabled(Command::WriteNames(style));
    assert!(!env(&window, LineStyle::Names) && env(&window, LineStyle::Offices));
    window.command(Command::WriteNames(LineStyle::Offices));
    let line = "The hall. From left: Trịnh Văn An, chair of the Press Council; and Lê Thị Hoa, editor.";
    assert_eq!(window.caption_of_first(), line);
}
