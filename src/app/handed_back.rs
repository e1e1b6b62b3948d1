//! Keys that an input method hands back while the window still thinks that it composes.
//!
//! IBus on X11, as it comes (`IBUS_ENABLE_SYNC_MODE` is not 0), hands a key that ends a word back before it commits the word, and winit 0.30
//! takes every key for the input method's until then: Enter, Tab, Escape and Delete arrive as the commit of a control character, and the
//! arrows not at all, only that they are let go. Measured with IBus 1.5.27; Fcitx5 commits first. Here such a key becomes a key again, after
//! the word.

use egui::{Event, ImeEvent, Key, Modifiers};

/// Keys that wait for the word that they end.
#[derive(Debug, Default)]
pub(super) struct HandedBack {
    /// Keys whose press was seen, and not yet their release.
    down: Vec<Key>,
    /// A key that came as a control character.
    waiting: Option<Key>,
    /// Whether a word was begun and is not committed yet.
    is_composing: bool,
    /// Whether a word was committed, and no key pressed since.
    has_committed: bool,
}

impl HandedBack {
    /// The events with these keys in their places.
    pub(super) fn restore(&mut self, events: Vec<Event>) -> Vec<Event> {
        let mut restored = Vec::with_capacity(events.len());
        for event in events {
            self.take(event, &mut restored);
        }
        restored
    }

    fn take(&mut self, event: Event, restored: &mut Vec<Event>) {
        match &event {
            Event::Ime(ImeEvent::Preedit { text, .. }) if !text.is_empty() => {
                self.is_composing = true;
                self.has_committed = false;
            }
            Event::Ime(ImeEvent::Commit(text)) if is_control(text) => {
                self.press_what_waits(restored);
                self.waiting = key_of(text);
                // Otherwise the word is there already.
                if !self.is_composing {
                    self.press_what_waits(restored);
                }
                return;
            }
            Event::Ime(ImeEvent::Commit(_)) => {
                self.has_committed = std::mem::take(&mut self.is_composing);
                restored.push(event);
                self.press_what_waits(restored);
                return;
            }
            Event::Key { key, pressed: true, .. } => {
                self.press_what_waits(restored);
                self.has_committed = false;
                self.down.push(*key);
            }
            Event::Key { key, pressed: false, modifiers, .. } => {
                self.press_what_waits(restored);
                let was_down = self.down.contains(key);
                self.down.retain(|down| down != key);
                if !was_down && std::mem::take(&mut self.has_committed) && moves(*key) {
                    restored.push(press(*key, *modifiers, true));
                }
            }
            Event::WindowFocused(_) => *self = Self::default(),
            _ => {}
        }
        restored.push(event);
    }

    fn press_what_waits(&mut self, restored: &mut Vec<Event>) {
        if let Some(key) = self.waiting.take() {
            restored.extend([true, false].map(|pressed| press(key, Modifiers::NONE, pressed)));
        }
    }
}

fn press(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers }
}

fn is_control(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_control)
}

fn key_of(text: &str) -> Option<Key> {
    match text {
        "\r" | "\n" => Some(Key::Enter),
        "\t" => Some(Key::Tab),
        "\u{1b}" => Some(Key::Escape),
        "\u{7f}" => Some(Key::Delete),
        _ => None,
    }
}

/// Keys that write nothing and that an input method for syllables has no use for. Those that choose among candidates do so while it composes,
/// and then their release does not come here either.
fn moves(key: Key) -> bool {
    use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, End, Home, PageDown, PageUp};
    matches!(key, ArrowDown | ArrowLeft | ArrowRight | ArrowUp | End | Home | PageDown | PageUp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preedit(text: &str) -> Event {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    }

    fn commit(text: &str) -> Event {
        Event::Ime(ImeEvent::Commit(text.to_owned()))
    }

    fn key(key: Key, pressed: bool) -> Event {
        press(key, Modifiers::NONE, pressed)
    }

    /// What comes of the events, each in a frame of its own: commits and presses.
    fn restored(events: Vec<Event>) -> Vec<String> {
        let mut handed_back = HandedBack::default();
        let all = events.into_iter().flat_map(|event| handed_back.restore(vec![event]));
        let shown = |event: Event| match event {
            Event::Ime(ImeEvent::Commit(text)) => Some(text),
            Event::Key { key, pressed: true, .. } => Some(format!("<{}>", key.name())),
            _ => None,
        };
        all.filter_map(shown).collect()
    }

    #[test]
    fn enter_comes_after_the_word_that_it_ends() {
        let events = vec![preedit("a"), preedit(""), commit("\r"), preedit(""), commit("a"), preedit("")];
        assert_eq!(restored([events, vec![key(Key::Enter, false)]].concat()), ["a", "<Enter>"]);
    }

    #[test]
    fn enter_does_not_wait_for_the_next_word() {
        let events = vec![preedit("a"), preedit(""), commit("a"), preedit(""), commit("\r"), preedit("b"), commit("b")];
        assert_eq!(restored(events), ["a", "<Enter>", "b"]);
    }

    #[test]
    fn enter_comes_also_where_no_word_does() {
        assert_eq!(restored(vec![preedit("a"), commit("\r"), preedit(""), key(Key::Enter, false)]), ["<Enter>"]);
        let next = vec![preedit("a"), commit("\t"), key(Key::B, true), key(Key::B, false)];
        assert_eq!(restored(next), ["<Tab>", "<B>"]);
    }

    #[test]
    fn an_arrow_whose_press_was_kept_is_pressed_when_it_is_let_go() {
        let events = vec![preedit("do"), preedit(""), commit("do"), preedit(""), key(Key::ArrowLeft, false)];
        assert_eq!(restored(events), ["do", "<Left>"]);
    }

    #[test]
    fn what_an_input_method_used_itself_stays_with_it() {
        let space = vec![preedit("b"), commit("b "), preedit(""), key(Key::Space, false)];
        assert_eq!(restored(space), ["b "]);
        let backspace = vec![preedit("b"), preedit(""), key(Key::Backspace, false)];
        assert_eq!(restored(backspace), Vec::<String>::new());
        let chosen = vec![preedit("ni"), commit("你"), key(Key::Enter, false)];
        assert_eq!(restored(chosen), ["你"]);
    }

    #[test]
    fn keys_that_come_as_they_should_are_left_alone() {
        let events = vec![preedit("do"), commit("do"), key(Key::ArrowLeft, true), key(Key::ArrowLeft, false)];
        assert_eq!(restored(events), ["do", "<Left>"]);
        let elsewhere = vec![key(Key::ArrowLeft, false), commit("x"), key(Key::ArrowLeft, false)];
        assert_eq!(restored(elsewhere), ["x"], "nothing was composed");
    }
}
