//! Ctrl+V where nothing but HTML is on the clipboard.
//!
//! egui makes an event of the key only where there is text or a picture, and takes the key away in any case. That it comes up again is
//! still told.

use egui::{Event, Key};

/// Follows the key.
#[derive(Debug, Default)]
pub(in crate::app) struct PasteKey {
    /// Something was pasted since another key was pressed.
    is_answered: bool,
}

impl PasteKey {
    /// Whether the key was pressed and nothing came of it.
    pub(in crate::app) fn went_unanswered(&mut self, came: &[Event]) -> bool {
        let mut unanswered = false;
        for event in came {
            match event {
                Event::Paste(_) | Event::PasteImage(_) => self.is_answered = true,
                Event::Key { key: Key::V, pressed: false, modifiers, .. } if modifiers.command_only() => {
                    unanswered |= !std::mem::take(&mut self.is_answered);
                }
                Event::Key { pressed: true, .. } => self.is_answered = false,
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

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    #[test]
    fn only_a_key_that_nothing_came_of_counts() {
        let ctrl = Modifiers { ctrl: true, ..Modifiers::COMMAND };
        let up = key(Key::V, false, ctrl);
        let mut paste_key = PasteKey::default();
        assert!(!paste_key.went_unanswered(&[Event::Paste("x".to_owned()), up.clone()]));
        assert!(paste_key.went_unanswered(std::slice::from_ref(&up)), "the next one has no text");
        // From the menu: no key comes up.
        assert!(!paste_key.went_unanswered(&[Event::Paste("x".to_owned())]));
        assert!(paste_key.went_unanswered(&[key(Key::A, true, Modifiers::NONE), up]));
        for other in
            [key(Key::V, false, Modifiers::NONE), key(Key::V, false, ctrl | Modifiers::SHIFT), key(Key::B, false, ctrl)]
        {
            assert!(!paste_key.went_unanswered(&[other]));
        }
    }
}
