//! What the tables of commands must keep.

use std::collections::BTreeMap;

use egui::Key;

use super::keys::CTRL_SHIFT;
use super::*;

#[test]
fn no_key_means_two_things() {
    let mut seen: BTreeMap<String, Command> = BTreeMap::new();
    for command in Command::all() {
        for shortcut in command.shortcuts() {
            let earlier = seen.insert(format!("{shortcut:?}"), command);
            assert_eq!(earlier, None, "{shortcut:?} is also {command:?}");
        }
    }
}

#[test]
fn keys_of_input_methods_are_left_alone() {
    for shortcut in Command::all().iter().flat_map(|command| command.shortcuts()) {
        let key = shortcut.logical_key;
        let shifted_letter = shortcut.modifiers == CTRL_SHIFT && matches!(key, Key::U | Key::E);
        let tilde = shortcut.modifiers.shift && key == Key::Backtick;
        assert!(key != Key::Space && !shifted_letter && !tilde, "{shortcut:?}");
    }
}
