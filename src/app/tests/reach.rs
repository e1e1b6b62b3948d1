//! Finding one's way: length, zoom, outline, focus, menus by keyboard.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Window;
use crate::app::{Command, Pane, Start};
use crate::report::{BlockKind, Limit};

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn block_kind(window: &Window<'_>) -> BlockKind {
    window.report().body.blocks()[0].kind.clone()
}

/// A new report with these words as its story, and the caret behind them.
fn story(words: &str) -> Window<'static> {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::COMMAND, Key::End);
    window.types(words);
    window
}

#[test]
fn a_style_key_pressed_again_makes_a_paragraph_and_zero_is_the_normal_size() {
    let mut window = story("Words");
    window.key(Modifiers::COMMAND, Key::Num1);
    assert!(matches!(block_kind(&window), BlockKind::Heading { .. }));
    window.key(Modifiers::COMMAND, Key::Num1);
    assert_eq!(block_kind(&window), BlockKind::Paragraph);
    window.key(Modifiers::COMMAND, Key::Num2);
    window.key(CTRL_SHIFT, Key::N);
    assert_eq!(block_kind(&window), BlockKind::Paragraph);
    window.key(Modifiers::COMMAND, Key::Plus);
    assert!(window.shows("110"));
    window.key(Modifiers::COMMAND, Key::Num0);
    assert!(window.app().prefs.zoom == 1.0 && block_kind(&window) == BlockKind::Paragraph);
}

#[test]
fn the_limit_is_in_the_report_shown_while_one_writes_and_undone() {
    let mut window = story("One two three four");
    window.waits();
    window.key(CTRL_SHIFT, Key::G);
    window.types("3");
    assert_eq!(window.report().details.limit, Some(Limit::Words(3)));
    assert!(window.shows("4 / 3 words · 1 over"));
    window.presses_role(Role::RadioButton, "characters with spaces");
    assert_eq!(window.report().details.limit, Some(Limit::Characters(3)));
    assert!(window.shows("18 / 3 characters · 15 over"));
    window.key(Modifiers::NONE, Key::Escape);
    window.types("!");
    assert!(window.report().body.blocks()[0].text.as_str().ends_with("four!"), "writing goes on where it was");
    window.command(Command::Undo);
    window.command(Command::Undo);
    window.command(Command::Undo);
    assert_eq!(window.report().details.limit, None);
    assert!(window.shows("4 words"));
}

#[test]
fn the_length_tells_of_captions_and_of_the_selection() {
    let mut window = Window::open(Start::Sample);
    window.command(Command::Length);
    assert!(window.shows("Captions. Words: ") && !window.shows("Selection. "));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Captions. Words: "));
    window.key(Modifiers::COMMAND, Key::A);
    window.key(Modifiers::COMMAND, Key::A);
    window.command(Command::Length);
    assert!(window.shows("Selection. Words: "));
}

#[test]
fn the_outline_goes_where_it_is_clicked_and_where_enter_is_pressed() {
    let mut window = Window::open(Start::Sample);
    window.key(CTRL_SHIFT, Key::O);
    let lines: Vec<_> = window.harness.query_all_by_role(Role::TreeItem).collect();
    assert!(lines.len() > 8, "headline, headings and figures: {}", lines.len());
    assert!(lines.iter().any(|line| line.accesskit_node().is_selected() == Some(true)));
    drop(lines);
    let (place, heading) = window
        .report()
        .body
        .blocks()
        .iter()
        .enumerate()
        .find_map(|(place, block)| match block.kind {
            BlockKind::Heading { .. } => Some((place, Arc::clone(block))),
            _ => None,
        })
        .expect("the sample has headings");
    window.presses_role(Role::TreeItem, heading.text.as_str());
    window.types("X");
    assert!(window.report().body.blocks()[place].text.as_str().starts_with('X'), "the text has the keyboard");
    window.command(Command::Undo);
    window.key(CTRL_SHIFT, Key::O);
    assert!(window.shows("Photos, 8") && !window.app().outline.is_shown, "the same key closes it");
    window.key(CTRL_SHIFT, Key::O);
    window.key(Modifiers::NONE, Key::Home);
    window.key(Modifiers::NONE, Key::Enter);
    window.types("Y");
    assert!(window.report().headline.as_str().starts_with('Y'));
    window.key(CTRL_SHIFT, Key::O);
    window.key(CTRL_SHIFT, Key::O);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::Escape);
    window.types("Z");
    assert!(window.report().headline.as_str().starts_with("YZ"), "Escape goes back without going anywhere");
}

#[test]
fn an_empty_outline_says_how_headings_are_made() {
    let mut window = story("Words");
    window.key(CTRL_SHIFT, Key::O);
    assert!(window.shows("Ctrl+1 makes a heading"));
    window.types("!");
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "Words!", "nothing there takes the keyboard");
    window.key(Modifiers::COMMAND, Key::Num1);
    assert!(!window.shows("makes a heading"));
    window.harness.get_by_role_and_label(Role::TreeItem, "Words!");
}

#[test]
fn only_the_text_stays_until_escape_finds_nothing_else_to_do() {
    let mut window = story("Words");
    let has_toolbar = |window: &Window<'_>| window.harness.query_by_role_and_label(Role::Button, "Bold").is_some();
    assert!(has_toolbar(&window));
    window.key(Modifiers::NONE, Key::F11);
    assert!(!has_toolbar(&window) && !window.shows("Participants") && window.shows("Esc or F11 brings the rest back"));
    window.types("!");
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "Words!");
    window.key(Modifiers::SHIFT, Key::ArrowLeft);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::F);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::F10);
    assert!(window.shows("New report"), "the menu is at hand");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!has_toolbar(&window) && !window.shows("New report"), "the selection, the search and the menu took Escape");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(has_toolbar(&window) && !window.shows("Esc or F11 brings the rest back"));
    window.types("?");
    assert!(window.report().body.blocks()[0].text.as_str().contains('?'), "writing goes on");
}

#[test]
fn what_is_beside_the_text_ends_the_focus_mode() {
    let mut window = story("Words");
    window.key(Modifiers::NONE, Key::F11);
    window.command(Command::Focus(Pane::People));
    assert!(window.shows("Participants") && !window.app().focus_mode.is_on());
    window.key(Modifiers::NONE, Key::F11);
    window.command(Command::CloseReport);
    window.waits();
    assert!(window.shows("Look at a sample") && !window.app().focus_mode.is_on());
}

#[test]
fn the_pointer_at_the_upper_edge_brings_the_way_out() {
    let mut window = story("Words");
    window.key(Modifiers::NONE, Key::F11);
    window.harness.hover_at(egui::pos2(400.0, 300.0));
    window.steps();
    assert!(!window.shows("File"));
    window.harness.hover_at(egui::pos2(400.0, 1.0));
    window.steps();
    assert!(window.shows("File"));
    // The note has a button that says the same; the one in the bar is farther up.
    let leave = window.harness.get_all_by_label("Leave focus mode").map(|button| button.rect().center());
    let highest = leave.min_by(|one, other| one.y.total_cmp(&other.y)).expect("a way out");
    window.harness.hover_at(highest);
    window.steps();
    window.harness.drag_at(highest);
    window.harness.drop_at(highest);
    window.steps();
    assert!(!window.app().focus_mode.is_on());
}

/// The entry of a menu or the title of one that has the keyboard.
fn focused(window: &Window<'_>) -> Option<String> {
    let node = window.harness.query_by(|node| node.is_focused())?;
    node.accesskit_node().label()
}

#[test]
fn the_menus_are_walked_through_by_keyboard() {
    let mut window = story("Words");
    window.key(Modifiers::NONE, Key::F10);
    assert!(window.shows("New report") && focused(&window).as_deref() == Some("File"));
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(!window.shows("New report") && window.shows("Select all"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(focused(&window).as_deref(), Some("Undo"));
    window.key(Modifiers::NONE, Key::ArrowLeft);
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert!(window.shows("About Rapporteur"), "the last one is to the left of the first");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    window.key(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(focused(&window).as_deref(), Some("Language"));
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(window.shows("Tiếng Việt") && focused(&window).as_deref() == Some("English"));
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(focused(&window).as_deref(), Some("Language"), "from the inner menu back into its own");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(focused(&window).as_deref(), Some("People"));
    window.key(Modifiers::NONE, Key::Escape);
    window.types("!");
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "Words!", "the keyboard is where it was");
}

#[test]
fn enter_runs_what_is_chosen_in_a_menu_and_shortcuts_wait_until_it_is_closed() {
    let mut window = story("Words");
    window.key(Modifiers::NONE, Key::F10);
    window.key(Modifiers::COMMAND, Key::Num1);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(block_kind(&window), BlockKind::Paragraph);
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "Words", "nothing acts behind an open menu");
    window.key(Modifiers::NONE, Key::F10);
    assert!(!window.shows("New report"), "the same key closes it");
    window.key(Modifiers::NONE, Key::F10);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::Enter);
    assert!(!window.shows("Select all"));
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "", "Undo was chosen");
    window.types("New");
    assert_eq!(window.report().body.blocks()[0].text.as_str(), "New");
}

#[test]
fn a_pointer_that_rests_on_a_title_does_not_hold_its_menu_open() {
    let mut window = story("Words");
    let file = window.harness.get_by_label("File").rect().center();
    window.harness.hover_at(file);
    window.steps();
    window.presses("File");
    assert!(window.shows("New report"));
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(window.shows("Select all") && !window.shows("New report"));
}

#[test]
fn a_pane_without_room_beside_the_page_takes_its_place() {
    let mut window = Window::open(Start::Sample);
    window.harness.set_size(egui::vec2(480.0, 520.0));
    window.steps();
    assert!(!window.shows("Quick add") && !window.shows("Photos, 8"));
    window.command(Command::Focus(Pane::People));
    assert!(window.shows("Quick add"));
    window.command(Command::Focus(Pane::Text));
    assert!(!window.shows("Quick add"));
    window.types("Z");
    window.harness.set_size(egui::vec2(720.0, 520.0));
    window.steps();
    assert!(window.shows("Photos, 8") && !window.shows("Quick add"), "one of them has room");
}

#[test]
fn what_gets_the_keyboard_late_in_a_frame_is_drawn_with_it() {
    let mut window = Window::open(Start::Sample);
    let ctx = window.harness.ctx.clone();
    let field = Some(crate::ui::people::search_id());
    let focused = || ctx.memory(|memory| memory.focused());
    ctx.memory_mut(|memory| memory.request_focus(crate::ui::people::search_id()));
    window.steps();
    window.key(Modifiers::NONE, Key::F10);
    assert!(egui::Popup::is_any_open(&ctx) && focused() != field);
    window.waits();
    // Not by a key: egui draws two more frames after each.
    egui::Popup::close_all(&ctx);
    while focused() != field {
        window.harness.step();
    }
    assert!(ctx.has_requested_repaint(), "nobody sees who has the keyboard");
}
