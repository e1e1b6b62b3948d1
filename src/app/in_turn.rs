//! What is pressed and typed takes effect in its order, also where a slow frame gets much of it at once.
//!
//! egui looks at some keys of a frame before all others: Escape and Tab move the keyboard when the frame begins, and ours take commands
//! before any widget is drawn. So a key that may lead somewhere else, and a press of the mouse, get a frame of their own: what was
//! typed before it arrives where it was meant for, and what is typed after it where it leads.

use egui::{Event, Key};

/// Events that wait for their frame.
#[derive(Debug, Default)]
pub(super) struct InTurn {
    waiting: Vec<Event>,
    /// A menu took a key in the frame before, or opened: the next key waits until it is drawn.
    menu_is_busy: bool,
    was_in_menu: bool,
}

impl InTurn {
    /// What of the events that wait and of those that came goes into the next frame. In a menu each key leads elsewhere.
    pub(super) fn next(&mut self, came: Vec<Event>, in_menu: bool) -> Vec<Event> {
        self.waiting.extend(came);
        drop_letters_of_alt(&mut self.waiting);
        let was_in_menu = std::mem::replace(&mut self.was_in_menu, in_menu);
        let opened = in_menu && !was_in_menu;
        if in_menu && (std::mem::take(&mut self.menu_is_busy) || opened) {
            return self.waiting.extract_if(.., |event| !is_key(event)).collect();
        }
        let (mut has_turn, mut has_writing) = (false, false);
        let cut = self.waiting.iter().position(|event| {
            let is_step = in_menu && matches!(event, Event::Key { pressed: true, .. });
            let (turns, writes) = (turns(event) || is_step, writes(event));
            let is_next = has_turn && (turns || writes) || turns && has_writing;
            has_turn |= turns;
            has_writing |= writes;
            is_next
        });
        self.menu_is_busy = in_menu && self.waiting.iter().any(is_key);
        let rest = self.waiting.split_off(cut.unwrap_or(self.waiting.len()));
        std::mem::replace(&mut self.waiting, rest)
    }

    /// Everything waits: what it is for is not known yet. Where the mouse is may be known.
    pub(super) fn hold(&mut self, came: Vec<Event>) -> Vec<Event> {
        let passes = |event: &Event| matches!(event, Event::PointerMoved(_) | Event::WindowFocused(_));
        let (pass, wait) = came.into_iter().partition(passes);
        self.waiting.extend::<Vec<Event>>(wait);
        pass
    }

    /// Whether another frame is needed.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }
}

fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_))
}

/// Whether what follows may be for something else.
fn turns(event: &Event) -> bool {
    match event {
        Event::PointerButton { .. } | Event::Paste(_) | Event::PasteImage(_) => true,
        Event::Key { key, pressed: true, modifiers, .. } => match key {
            Key::Escape | Key::Enter | Key::Tab => true,
            key if is_for_writing(*key) => false,
            key => modifiers.command || modifiers.ctrl || modifiers.alt || is_function(*key),
        },
        _ => false,
    }
}

fn writes(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut => true,
        Event::Key { pressed: true, .. } => !turns(event),
        _ => false,
    }
}

fn is_for_writing(key: Key) -> bool {
    use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Backspace, Delete, End, Home, PageDown, PageUp};
    matches!(key, ArrowDown | ArrowLeft | ArrowRight | ArrowUp | Backspace | Delete | End | Home | PageDown | PageUp)
}

fn is_function(key: Key) -> bool {
    (Key::F1..=Key::F35).contains(&key) || key == Key::Menu
}

/// A letter with Alt is a key and writes nothing, except on a Mac, where Option writes signs. AltGr is another key.
fn drop_letters_of_alt(events: &mut Vec<Event>) {
    if cfg!(target_os = "macos") {
        return;
    }
    let mut after_alt = false;
    events.retain(|event| {
        let is_written = matches!(event, Event::Text(_)) && after_alt;
        after_alt = matches!(event, Event::Key { pressed: true, modifiers, .. } if modifiers.alt && !modifiers.ctrl);
        !is_written
    });
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> [Event; 2] {
        [true, false].map(|pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers })
    }

    fn letter(letter: char) -> Vec<Event> {
        let pressed = Key::from_name(&letter.to_uppercase().to_string()).unwrap();
        let [press, release] = key(pressed, Modifiers::NONE);
        vec![press, Event::Text(letter.to_string()), release]
    }

    fn frames(events: Vec<Event>) -> Vec<String> {
        let mut in_turn = InTurn::default();
        let mut frames = vec![in_turn.next(events, false)];
        while in_turn.is_waiting() {
            frames.push(in_turn.next(Vec::new(), false));
        }
        let shown = |event: &Event| match event {
            Event::Text(text) => Some(text.clone()),
            Event::Key { key, pressed: true, .. } if turns(event) || is_for_writing(*key) => {
                Some(format!("<{}>", key.name()))
            }
            Event::PointerButton { pressed, .. } => Some(if *pressed { "<down>" } else { "<up>" }.to_owned()),
            _ => None,
        };
        frames.iter().map(|events| events.iter().filter_map(shown).collect()).collect()
    }

    #[test]
    fn a_key_that_leads_elsewhere_has_a_frame_of_its_own() {
        let mut events = letter('a');
        events.extend(letter('b'));
        events.extend(key(Key::Enter, Modifiers::NONE));
        events.extend(letter('c'));
        events.extend(key(Key::Backspace, Modifiers::NONE));
        events.extend(key(Key::Z, Modifiers::CTRL | Modifiers::COMMAND));
        events.extend(key(Key::Z, Modifiers::CTRL | Modifiers::COMMAND));
        assert_eq!(frames(events), ["ab", "<Enter>", "c<Backspace>", "<Z>", "<Z>"]);
    }

    #[test]
    fn a_click_comes_between_what_is_typed_around_it() {
        let button = |pressed| Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let mut events = letter('a');
        events.extend([button(true), button(false)]);
        events.extend(letter('b'));
        assert_eq!(frames(events), ["a", "<down>", "<up>", "b"]);
    }

    #[test]
    fn a_paste_has_a_frame_of_its_own_and_what_follows_waits_for_it() {
        let mut in_turn = InTurn::default();
        let mut events = letter('a');
        events.push(Event::Paste("x".to_owned()));
        events.extend(letter('b'));
        assert_eq!(in_turn.next(events, false), letter('a'));
        assert_eq!(in_turn.next(Vec::new(), false), [Event::Paste("x".to_owned())]);
        let moved = Event::PointerMoved(egui::Pos2::ZERO);
        let held = in_turn.hold([letter('c'), vec![moved.clone()]].concat());
        assert_eq!(held, [moved]);
        assert_eq!(in_turn.next(Vec::new(), false), [letter('b'), letter('c')].concat());
    }

    #[test]
    fn one_run_of_letters_stays_together_and_nothing_is_made_up() {
        let events: Vec<_> = "quickly".chars().flat_map(letter).collect();
        assert_eq!(frames(events), ["quickly"]);
        assert_eq!(frames(Vec::new()), [""]);
    }

    #[test]
    fn a_letter_with_alt_writes_nothing() {
        let [press, release] = key(Key::I, Modifiers::ALT);
        let events = vec![press, Event::Text("i".to_owned()), release, Event::Text("j".to_owned())];
        assert_eq!(frames(events).concat().contains('i'), cfg!(target_os = "macos"));
    }

    #[test]
    fn in_a_menu_each_key_has_a_frame_of_its_own() {
        let mut in_turn = InTurn::default();
        let mut events = [key(Key::ArrowDown, Modifiers::NONE), key(Key::ArrowDown, Modifiers::NONE)].concat();
        let lengths = [(); 4].map(|()| in_turn.next(std::mem::take(&mut events), true).len());
        assert_eq!(lengths, [0, 2, 0, 2], "one press and its release, when the menu is drawn");
        assert!(!in_turn.is_waiting());
    }
}
