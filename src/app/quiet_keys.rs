//! Letters that are written without egui's extra frames.
//!
//! egui draws two more frames after every one that had an event, so that widgets which answer a frame late come to rest. The text of the report
//! answers at once. Where a frame brings nothing but letters for it, egui is not told of them when the frame begins; they are put among its
//! events right after, where everything finds them as ever.

use std::collections::BTreeSet;

use egui::{Context, Event, Key, Modifiers};

/// The letters of a frame until it has begun, and the keys that egui does not know to be down.
#[derive(Debug, Default)]
pub(super) struct QuietKeys {
    events: Vec<Event>,
    down: BTreeSet<Key>,
}

impl QuietKeys {
    /// Takes the events of a frame where they are letters and nothing else; gives back those that egui must know of.
    pub(super) fn take(&mut self, events: Vec<Event>) -> Vec<Event> {
        let mut down = self.down.clone();
        let are_quiet = events.iter().all(|event| match event {
            Event::Text(_) => true,
            Event::Key { key, pressed: true, modifiers, .. } => {
                let quiet = writes(*key) && (*modifiers == Modifiers::NONE || *modifiers == Modifiers::SHIFT);
                down.insert(*key);
                quiet
            }
            Event::Key { key, pressed: false, .. } => down.remove(key),
            _ => false,
        });
        if are_quiet {
            self.events = events;
            self.down = down;
            return Vec::new();
        }
        self.let_through(&events);
        events
    }

    /// Whether this frame is drawn for letters that egui has not heard of yet.
    pub(super) fn have_some(&self) -> bool {
        !self.events.is_empty()
    }

    /// Notes what egui hears of by itself.
    pub(super) fn let_through(&mut self, events: &[Event]) {
        for event in events {
            if let Event::Key { key, .. } = event {
                self.down.remove(key);
            }
        }
    }

    /// Puts the letters among the events of the frame that has begun.
    pub(super) fn give_out(&mut self, ctx: &Context) {
        if !self.events.is_empty() {
            ctx.input_mut(|input| input.events.append(&mut self.events));
        }
    }
}

/// Whether a key writes or moves in a text, and leads nowhere else.
fn writes(key: Key) -> bool {
    let leads_elsewhere = matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::Insert);
    let is_named =
        matches!(key, Key::Space | Key::Backspace | Key::Delete | Key::Home | Key::End | Key::PageUp | Key::PageDown);
    // Letters, digits, signs and arrows are called by one sign.
    !leads_elsewhere && (is_named || key.symbol_or_name().chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    fn letter() -> Vec<Event> {
        vec![key(Key::A, true, Modifiers::NONE), Event::Text("a".to_owned())]
    }

    #[test]
    fn letters_alone_are_quiet_and_come_when_the_frame_has_begun() {
        let mut keys = QuietKeys::default();
        assert_eq!(keys.take(letter()), []);
        let ctx = Context::default();
        ctx.begin_pass(egui::RawInput::default());
        keys.give_out(&ctx);
        assert_eq!(ctx.input(|input| input.events.clone()), letter());
        keys.give_out(&ctx);
        assert_eq!(ctx.input(|input| input.events.len()), 2, "once");
        let next = vec![key(Key::A, false, Modifiers::NONE), key(Key::Backspace, true, Modifiers::NONE)];
        assert_eq!(keys.take(next), []);
    }

    #[test]
    fn what_may_lead_elsewhere_is_egui_s_with_all_that_came_beside_it() {
        let mut keys = QuietKeys::default();
        for other in [
            key(Key::Enter, true, Modifiers::NONE),
            key(Key::Tab, true, Modifiers::NONE),
            key(Key::Escape, true, Modifiers::NONE),
            key(Key::F6, true, Modifiers::NONE),
            key(Key::S, true, Modifiers::COMMAND),
            Event::PointerMoved(egui::Pos2::ZERO),
            Event::WindowFocused(false),
        ] {
            let events = [letter(), vec![other]].concat();
            assert_eq!(keys.take(events.clone()), events);
        }
    }

    #[test]
    fn a_key_that_egui_saw_pressed_is_let_go_before_it_too() {
        let mut keys = QuietKeys::default();
        let release = vec![key(Key::Z, false, Modifiers::NONE)];
        assert_eq!(keys.take(release.clone()), release);
    }
}
