//! Finding one's way: length, zoom, outline, focus, menus by keyboard.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::Window;
use crate::app::{Command, Start};
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
