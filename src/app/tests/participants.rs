//! Lists of participants in the window: read, looked over, added, written, and the codes and twins of the list.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Window;
use crate::app::clipboard::{Contents, OfWindow};
use crate::app::outcome::Choice;
use crate::app::{Command, Pane, Start};
use crate::people::duplicates;
use crate::report::{Participant, Slot};

const PASSAGE: &str =
    "Present were Dr Jane Smith, director of the Institute of Press, and Culture Minister Tovan Reed.";

fn with_copied(text: &str) -> Window<'static> {
    let mut window = Window::open(Start::New);
    let clipboard = Arc::new(OfWindow::default());
    clipboard.set(Contents { html: None, text: Some(text.to_owned()), files: Vec::new() });
    window.harness.state_mut().clipboard = clipboard as _;
    window
}

fn list(window: &Window<'_>) -> Vec<String> {
    let told = |person: &Arc<Participant>| {
        [&person.honorific, &person.name, &person.title, &person.organisation].map(|text| text.as_ref()).join("|")
    };
    window.report().participants.iter().map(told).collect()
}

#[test]
fn a_pasted_passage_is_looked_over_before_anybody_is_added() {
    let mut window = with_copied(PASSAGE);
    window.command(Command::PastePeople);
    assert!(window.shows("2 entries were understood. One has a cell marked"), "the grid is there");
    assert_eq!(list(&window), [""; 0], "nobody is added without OK");
    assert!(window.shows("Name, row 2, doubtful") && window.shows("look at it"));
    window.harness.get_by_role_and_label(Role::TextInput, "Title, row 1").focus();
    window.steps();
    window.key(Modifiers::COMMAND, Key::A);
    window.types("chair");
    window.presses_role(Role::Button, "Add 2");
    assert_eq!(list(&window), ["Dr|Jane Smith|chair|Institute of Press", "|Tovan Reed|Culture Minister|"]);
    window.command(Command::Undo);
    assert_eq!(list(&window), [""; 0], "one step");
}

#[test]
fn enter_takes_in_the_list_that_was_looked_over() {
    let mut window = with_copied(PASSAGE);
    window.command(Command::PastePeople);
    assert_eq!(list(&window), [""; 0]);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(list(&window).len(), 2);
}

#[test]
fn escape_adds_nobody_and_a_tick_taken_away_leaves_a_row_out() {
    let mut window = with_copied(PASSAGE);
    window.command(Command::PastePeople);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(list(&window), [""; 0]);
    window.command(Command::PastePeople);
    window.presses_role(Role::CheckBox, "Take Jane Smith, row 1");
    window.presses_role(Role::Button, "Add one");
    assert_eq!(list(&window), ["|Tovan Reed|Culture Minister|"]);
}

#[test]
fn who_is_listed_is_flagged_and_changes_only_when_ticked() {
    let mut window = with_copied("Name,Title\nJane Smith,director\n");
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add one");
    let clipboard = Arc::new(OfWindow::default());
    clipboard.set(Contents { html: None, text: Some("Name,Title\nJANE SMITH,chair\n".to_owned()), files: Vec::new() });
    window.harness.state_mut().clipboard = clipboard as _;
    window.command(Command::PastePeople);
    assert!(window.shows("on the list"));
    let tick = window.harness.get_by_role_and_label(Role::CheckBox, "Take JANE SMITH, row 1");
    assert_eq!(tick.accesskit_node().toggled(), Some(Toggled::False));
    window.presses_role(Role::CheckBox, "Take JANE SMITH, row 1");
    assert!(window.shows("is updated"));
    window.presses_role(Role::Button, "Add one");
    assert_eq!(list(&window), ["|Jane Smith|chair|"]);
}

#[test]
fn a_file_comes_in_and_goes_out_by_its_ending() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let came = folder.path().join("list.csv");
    std::fs::write(&came, "Name;Title;Phone\nAnna Berg;editor;0912345678\n").unwrap();
    window.harness.state_mut().chosen(Choice::PeopleList, vec![came], true);
    window.steps();
    window.presses_role(Role::Button, "Add one");
    assert_eq!(&*window.report().participants[0].private_contact, "0912345678");
    for name in ["out.csv", "out.vcf", "out.xlsx"] {
        let path = folder.path().join(name);
        window.harness.state_mut().chosen(Choice::ExportPeople { private: false }, vec![path.clone()], true);
        window.steps();
        let bytes = std::fs::read(&path).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("0912345678"), "{name}: contacts stay here");
    }
    let codes = folder.path().join("codes.txt");
    window.harness.state_mut().chosen(Choice::ExportPeople { private: false }, vec![codes.clone()], true);
    window.steps();
    assert!(window.shows("No participant has a code") && !codes.exists(), "an empty file is no list");
    let taken = folder.path().join("out.csv");
    let before = std::fs::read(&taken).unwrap();
    window.harness.state_mut().chosen(Choice::ExportPeople { private: false }, vec![taken.clone()], false);
    window.steps();
    assert!(window.shows("already. Choose another name") && std::fs::read(&taken).unwrap() == before);
}

#[test]
fn what_cannot_be_read_is_told() {
    let mut window = with_copied("the hall was empty");
    window.command(Command::PastePeople);
    assert!(window.shows("Nobody was found in this list."));
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("a.xlsx");
    std::fs::write(&broken, b"PK\x03\x04 nothing").unwrap();
    window.harness.state_mut().chosen(Choice::PeopleList, vec![broken], true);
    window.steps();
    assert!(window.shows("The file is damaged, protected, or of an old kind."));
}

#[test]
fn a_typed_code_is_a_mention_and_one_undo_gives_it_back() {
    let mut window = with_copied("jsm\tJane Smith\teditor\nanb\tAnna Berg\tchair\n");
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add 2");
    window.command(Command::Focus(Pane::Text));
    window.key(Modifiers::COMMAND, Key::End);
    for letter in ["B", "y", " ", "=", "j", "s", "m", "="] {
        window.types(letter);
    }
    let story = |window: &Window<'_>| {
        let text = &window.report().body.blocks()[0].text;
        (text.as_str().to_owned(), text.people().count())
    };
    assert_eq!(story(&window), ("By Jane Smith".to_owned(), 1));
    window.command(Command::Undo);
    assert_eq!(story(&window), ("By =jsm=".to_owned(), 0));
    assert!(matches!(window.app().session.as_ref().unwrap().editor.selection().slot(), Slot::Block(_)));
}

#[test]
fn twins_are_shown_side_by_side_and_joined() {
    let mut window = with_copied("Name;Title;Organisation\nNguyễn Văn Hưng;;Volga\nNguyễn Văn Hùng;editor;\n");
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add 2");
    window.command(Command::DuplicatePeople);
    assert!(window.shows("The same participant? 1 of 1"));
    window.presses("Keep Nguyễn Văn Hùng");
    window.presses_role(Role::Button, "Join them");
    assert_eq!(list(&window), ["|Nguyễn Văn Hùng|editor|Volga"]);
    assert!(duplicates(window.report()).is_empty());
    window.command(Command::Undo);
    assert_eq!(list(&window).len(), 2);
    let mut other = with_copied("Name;Title\nAnna Berg;chair\nJane Smith;editor\n");
    other.command(Command::PastePeople);
    other.presses_role(Role::Button, "Add 2");
    other.command(Command::DuplicatePeople);
    assert!(other.shows("Nobody is on the list twice."));
}

#[test]
fn notes_and_contacts_leave_only_where_the_reporter_says_so() {
    let mut window = with_copied("Name;Title;Phone\nAnna Berg;editor;0912345678\n");
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add one");
    let folder = tempfile::tempdir().unwrap();
    for (private, name) in [(false, "public.html"), (true, "private.csv")] {
        let path = folder.path().join(name);
        window.harness.state_mut().chosen(Choice::ExportPeople { private }, vec![path.clone()], true);
        window.steps();
        let bytes = std::fs::read_to_string(&path).unwrap();
        assert!(bytes.contains("Anna Berg"));
        assert_eq!(bytes.contains("0912345678"), private, "{name}");
    }
    for command in [Command::ExportPeople, Command::PrintPeople] {
        window.command(command);
        assert!(window.shows("Some participants have notes or private contacts"));
        assert!(window.shows("Leave them out") && window.shows("Include them"));
        window.key(Modifiers::NONE, Key::Escape);
        assert!(!window.shows("Leave them out"), "nothing leaves");
    }
}

#[test]
fn the_list_is_shown_in_another_order_and_that_of_protocol_stays() {
    let mut window = with_copied("Name;Title;Organisation\nZoe Ash;editor;Press\nAnna Berg;chair;Club\n");
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add 2");
    let shown = |window: &Window<'_>| -> Vec<String> {
        let rows = window.harness.get_all_by_role(Role::ListBoxOption);
        rows.map(|row| {
            row.accesskit_node().label().unwrap_or_default().split(',').next().unwrap_or_default().to_owned()
        })
        .collect()
    };
    assert_eq!(shown(&window), ["Zoe Ash", "Anna Berg"]);
    let before = list(&window);
    window.presses_role(Role::Button, "Order and columns");
    window.presses("By organisation");
    assert_eq!(shown(&window), ["Anna Berg", "Zoe Ash"]);
    assert_eq!(list(&window), before, "the report is as it was");
    window.command(Command::Focus(Pane::People));
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert!(window.shows("This list is sorted.") && list(&window) == before);
}

#[test]
fn only_the_rows_in_sight_of_a_long_list_are_drawn() {
    let lines: String = (0..500).map(|number| format!("Anna Berg{number};editor;Press\n")).collect();
    let mut window = with_copied(&format!("Name;Title;Organisation\n{lines}"));
    window.command(Command::PastePeople);
    window.presses_role(Role::Button, "Add 500");
    window.command(Command::Focus(Pane::People));
    assert_eq!(window.report().participants.len(), 500);
    let drawn = window.harness.get_all_by_role(Role::ListBoxOption).count();
    assert!((5..60).contains(&drawn), "{drawn} rows");
}

/// A new form with a line in its first field.
fn with_form(line: &str) -> Window<'static> {
    let mut window = Window::open(Start::New);
    window.command(Command::AddPerson);
    window.types(line);
    window
}

#[test]
fn a_whole_line_in_the_field_of_the_name_is_read_apart_once_the_field_is_left() {
    const LINE: &str = "Dr Anna Berg, chair, River Club";
    let mut window = with_form(LINE);
    assert_eq!(list(&window), [format!("|{LINE}||")]);
    window.key(Modifiers::NONE, Key::Tab);
    window.steps();
    assert_eq!(list(&window), ["Dr|Anna Berg|chair|River Club"]);
    window.command(Command::Undo);
    assert_eq!(list(&window), [format!("|{LINE}||")], "undone alone");
    window.key(Modifiers::NONE, Key::Enter);
    window.steps();
    assert_eq!(list(&window), [format!("|{LINE}||")], "what was undone is not done again");

    let mut window = with_form(LINE);
    window.key(Modifiers::NONE, Key::Enter);
    window.steps();
    assert_eq!(list(&window), ["Dr|Anna Berg|chair|River Club"], "Enter leaves the field, too");
}

#[test]
fn a_name_with_a_comma_of_its_own_stays_a_name() {
    let mut window = with_form("Sam Reed, Jr.");
    window.key(Modifiers::NONE, Key::Enter);
    window.steps();
    assert_eq!(list(&window), ["|Sam Reed, Jr.||"]);
}

#[test]
fn a_line_is_read_apart_when_the_next_person_is_added_and_not_when_the_entry_is_removed() {
    const LINE: &str = "Anna Berg, chair, River Club";
    let mut window = with_form(LINE);
    window.command(Command::AddPerson);
    window.types("Jane Reed, editor");
    window.key(Modifiers::NONE, Key::Enter);
    window.steps();
    assert_eq!(list(&window), ["|Anna Berg|chair|River Club", "|Jane Reed|editor|"]);

    let mut window = with_form(LINE);
    let bin = window.harness.get_by_role_and_label(Role::Button, "Remove from the list").rect().center();
    window.clicks_at(bin);
    assert_eq!(list(&window), [""; 0]);
    window.command(Command::Undo);
    assert_eq!(list(&window), [format!("|{LINE}||")]);
}

#[test]
fn a_click_on_the_label_of_a_field_is_for_the_field() {
    let mut window = with_form("Anna Berg");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Title").rect();
    window.clicks_at(field.left_top() + egui::vec2(10.0, -10.0));
    window.types("chair");
    assert_eq!(list(&window), ["|Anna Berg|chair|"]);
}
