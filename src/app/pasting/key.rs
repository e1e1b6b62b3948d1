//! Ctrl+V where nothing but HTML is on the clipboard.
//!
//! egui makes an event of the key only where there is text or a picture, and takes the key away in any case. That it comes up again is
//! still told.

use egui::{Event, Key};

/// Follows the keys.
#[derive(Debug, Default)]
pub(in crate::app) struct PasteKey {
    /// Ctrl was pressed, and nothing was written since.
    is_command: bool,
    /// Something was pasted since another key was pressed.
    is_answered: bool,
}

impl PasteKey {
    /// Whether the key was pressed and nothing came of it. Ctrl may come up before it.
    pub(in crate::app) fn went_unanswered(&mut self, came: &[Event]) -> bool {
        let mut unanswered = false;
        for event in came {
            match event {
                Event::ModifiersChanged(modifiers) if modifiers.command_only() => self.is_command = true,
                Event::ModifiersChanged(modifiers) if modifiers.any() => self.is_command = false,
                Event::Paste(_) | Event::PasteImage(_) => self.is_answered = true,
                Event::Key { key: Key::V, pressed: false, .. } => {
                    unanswered |= self.is_command && !std::mem::take(&mut self.is_answered);
                }
                Event::Key { key: Key::ControlLeft | Key::ControlRight, .. } => {}
                Event::Key { pressed: true, modifiers, .. } => {
                    (self.is_command, self.is_answered) = (modifiers.command_only(), false);
                }
                // An input method swallows keys too; what it writes is told.
                Event::Text(_) | Event::Ime(_) | Event::WindowFocused(_) => self.is_command = false,
                _ => {}
            }
        }
        unanswered
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    fn unanswered(events: &[Event]) -> bool {
        PasteKey::default().went_unanswered(events)
    }

    #[test]
    fn only_a_key_that_nothing_came_of_counts() {
        let [down, up] = [CTRL, Modifiers::NONE].map(Event::ModifiersChanged);
        let pasted = Event::Paste("x".to_owned());
        assert!(unanswered(&[down.clone(), key(Key::V, false, CTRL)]));
        assert!(unanswered(&[down.clone(), up.clone(), key(Key::V, false, Modifiers::NONE)]), "Ctrl came up first");
        assert!(unanswered(&[down.clone(), key(Key::B, true, CTRL), key(Key::V, false, CTRL)]));
        assert!(!unanswered(&[down.clone(), pasted, key(Key::V, false, CTRL)]));
        let written = Event::Text("v".to_owned());
        assert!(!unanswered(&[
            down,
            up,
            key(Key::V, true, Modifiers::NONE),
            written,
            key(Key::V, false, Modifiers::NONE)
        ]));
        let shifted = Event::ModifiersChanged(CTRL | Modifiers::SHIFT);
        assert!(!unanswered(&[shifted, key(Key::V, true, CTRL | Modifiers::SHIFT), key(Key::V, false, CTRL)]));
        assert!(!unanswered(&[key(Key::V, false, Modifiers::NONE)]), "typed with an input method");
    }
}
