//! Keys that are commands, taken from the input before any widget sees it.
//!
//! What `egui-winit` 0.37 gives: a key event carries the *logical* key, the one that the layout writes, where egui has a name for it, and
//! the physical key of a US keyboard otherwise. So Ctrl+Я on a Russian layout arrives as Z and Ctrl+Ф as A, Ctrl+1 of a French
//! layout (which writes `&`) as 1, while a Dvorak or AZERTY layout keeps its own letters. Nothing has to be done for those.
//! Two things are left to us:
//!
//! - A digit with Shift writes a sign. Where egui knows that sign (`?` is Shift+7 on a Russian layout) the event tells the sign, so
//!   for digits the physical key counts as well.
//! - `+` and the like may or may not need Shift on a layout, so Shift is not compared for keys that are signs.
//!
//! Ctrl+C, Ctrl+X and Ctrl+V never arrive as keys: they are clipboard events, and the widget with the focus takes them.

use egui::{Context, Event, ImeEvent, Key, KeyboardShortcut, Modifiers, Popup};

use crate::app::Command;

/// Takes commands from the keys of each frame.
#[derive(Debug, Default)]
pub struct Shortcuts {
    composing: bool,
}

impl Shortcuts {
    /// The commands that the keys of this frame ask for, in their order. Their key events are gone afterwards.
    ///
    /// Call it at the start of a frame, before the texts take their keys. Nothing is taken while an input method composes a word or a menu is open, and
    /// in a dialog only what is about the keyboard; while a field that is not a text of the report has the keyboard, what is about the text at the caret stays with
    /// the field. Undo does so only in a field whose words are not in the report (`is_apart`): there is one history.
    /// What is about blocks stays with the pane that has the keyboard, unless that is the page (`in_text`).
    pub fn take(&mut self, ctx: &Context, in_text: bool, is_apart: bool) -> Vec<Command> {
        let in_field = ctx.text_edit_focused();
        let in_dialog = ctx.memory(|memory| memory.top_modal_layer().is_some()) || Popup::is_any_open(ctx);
        let mut commands = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    self.composing = !text.is_empty();
                    true
                }
                Event::Ime(ImeEvent::Commit(_)) => {
                    self.composing = false;
                    true
                }
                Event::WindowFocused(_) => {
                    self.composing = false;
                    true
                }
                Event::Key { key, physical_key, pressed: true, repeat, modifiers } if !self.composing => {
                    let command = command_of(*key, *physical_key, *modifiers);
                    let stays = |command: Command| match command {
                        // It is about keys, and dialogs have fields.
                        Command::VietnameseTyping => false,
                        _ if in_dialog => true,
                        Command::Undo | Command::Redo => is_apart,
                        Command::MoveUp | Command::MoveDown | Command::SelectAll => !in_text,
                        command => in_field && belongs_to_text(command),
                    };
                    let Some(command) = command.filter(|command| !stays(*command)) else { return true };
                    if !repeat || repeats(command) {
                        commands.push(command);
                    }
                    false
                }
                _ => true,
            });
        });
        commands
    }
}

/// The command of a key, if it has one. Of several shortcuts that fit, the one with the most modifiers is meant.
pub fn command_of(key: Key, physical_key: Option<Key>, modifiers: Modifiers) -> Option<Command> {
    let digit = physical_key.filter(|physical| is_digit(*physical) && !is_digit(key));
    [Some(key), digit].into_iter().flatten().find_map(|key| {
        let fitting = Command::all().into_iter().flat_map(|command| {
            let shortcuts = command.shortcuts().iter().filter(move |shortcut| fits(**shortcut, key, modifiers));
            shortcuts.map(move |shortcut| (command, count(shortcut.modifiers)))
        });
        fitting.max_by_key(|(_, modifiers)| *modifiers).map(|(command, _)| command)
    })
}

fn fits(shortcut: KeyboardShortcut, key: Key, pressed: Modifiers) -> bool {
    if shortcut.logical_key != key {
        return false;
    }
    let shift = if is_sign(key) { shortcut.modifiers.shift } else { pressed.shift };
    Modifiers { shift, ..pressed }.matches_exact(shortcut.modifiers)
}

fn count(modifiers: Modifiers) -> usize {
    [modifiers.alt, modifiers.shift, modifiers.command].into_iter().filter(|on| *on).count()
}

fn is_digit(key: Key) -> bool {
    matches!(
        key,
        Key::Num0
            | Key::Num1
            | Key::Num2
            | Key::Num3
            | Key::Num4
            | Key::Num5
            | Key::Num6
            | Key::Num7
            | Key::Num8
            | Key::Num9
    )
}

fn is_sign(key: Key) -> bool {
    matches!(key, Key::Plus | Key::Minus | Key::Equals | Key::Slash | Key::Comma | Key::Period)
}

/// Whether holding the key down gives the command again and again.
fn repeats(command: Command) -> bool {
    matches!(
        command,
        Command::Undo | Command::Redo | Command::MoveUp | Command::MoveDown | Command::ZoomIn | Command::ZoomOut
    )
}

/// Whether a command is about the text at the caret, so that a field which is not a text of the report has its own use for the key.
fn belongs_to_text(command: Command) -> bool {
    matches!(command, Command::Style(_) | Command::Bold | Command::Italic | Command::Link | Command::PlacePhoto)
}

/// A shortcut as it is written: signs and arrows as on the keys rather than by their English names.
pub fn shown_keys(ctx: &Context, shortcut: KeyboardShortcut) -> String {
    let sign = match shortcut.logical_key {
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        _ => return ctx.format_shortcut(&shortcut),
    };
    let named = ctx.format_shortcut(&KeyboardShortcut::new(shortcut.modifiers, Key::A));
    format!("{}{sign}", named.strip_suffix('A').unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use egui::{Id, RawInput, TextEdit};

    use super::*;
    use crate::app::{BlockStyle, Pane};
    use crate::report::ListStyle;

    const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
    }

    /// Gives the events to a window with one field, focused or not. Gives the commands, and how many events are left.
    fn press(shortcuts: &mut Shortcuts, in_field: bool, events: Vec<Event>) -> (Vec<Command>, usize) {
        let ctx = Context::default();
        let field = Id::unique("field");
        let mut text = String::new();
        let mut found = (Vec::new(), 0);
        for events in [vec![], vec![], events] {
            let input = RawInput { events, ..RawInput::default() };
            ctx.run_ui(input, |ui| {
                let commands = shortcuts.take(ui.ctx(), !in_field, in_field);
                found = (commands, ui.input(|input| input.events.len()));
                let response = ui.add(TextEdit::singleline(&mut text).id(field));
                if in_field {
                    response.request_focus();
                }
            })
            .drop_without_applying_deltas();
        }
        found
    }

    fn command(event: Event) -> Option<Command> {
        let (commands, left) = press(&mut Shortcuts::default(), false, vec![event]);
        assert_eq!(left == 0, commands.len() == 1, "a key is a command or left");
        commands.first().copied()
    }

    #[test]
    fn every_shortcut_gives_its_command() {
        for wanted in Command::all() {
            for shortcut in wanted.shortcuts() {
                let ctrl = shortcut.modifiers.command;
                let event = key(shortcut.logical_key, Modifiers { ctrl, ..shortcut.modifiers });
                assert_eq!(command(event), Some(wanted), "{shortcut:?}");
            }
        }
    }

    #[test]
    fn more_modifiers_are_another_command_or_none() {
        let shift = Modifiers { shift: true, ..CTRL };
        assert_eq!(command(key(Key::S, CTRL)), Some(Command::Save));
        assert_eq!(command(key(Key::S, shift)), Some(Command::SaveAs));
        assert_eq!(command(key(Key::E, shift)), None, "an input method's");
        assert_eq!(command(key(Key::B, shift)), None);
        assert_eq!(command(key(Key::B, Modifiers::NONE)), None);
        assert_eq!(command(key(Key::F6, Modifiers::SHIFT)), Some(Command::PreviousPane));
    }

    #[test]
    fn plus_is_plus_with_and_without_shift() {
        let shift = Modifiers { shift: true, ..CTRL };
        for event in [key(Key::Plus, CTRL), key(Key::Plus, shift), key(Key::Equals, CTRL)] {
            assert_eq!(command(event), Some(Command::ZoomIn));
        }
    }

    #[test]
    fn a_digit_that_writes_a_sign_is_a_digit() {
        let modifiers = Modifiers { shift: true, ..CTRL };
        // Shift+7 on a Russian layout.
        let event = Event::Key {
            key: Key::Questionmark,
            physical_key: Some(Key::Num7),
            pressed: true,
            repeat: false,
            modifiers,
        };
        assert_eq!(command(event), Some(Command::Style(BlockStyle::List(ListStyle::Numbered))));
    }

    #[test]
    fn letters_are_those_of_the_layout() {
        // Ctrl+Z on AZERTY is where W is on a US keyboard.
        let event =
            Event::Key { key: Key::Z, physical_key: Some(Key::W), pressed: true, repeat: false, modifiers: CTRL };
        assert_eq!(command(event), Some(Command::Undo));
    }

    #[test]
    fn a_field_keeps_what_is_about_text() {
        let mut shortcuts = Shortcuts::default();
        let ctrl_alt = Modifiers { alt: true, ..CTRL };
        for event in [key(Key::A, CTRL), key(Key::Z, CTRL), key(Key::B, CTRL), key(Key::ArrowUp, Modifiers::ALT)] {
            assert_eq!(press(&mut shortcuts, true, vec![event]), (vec![], 1));
        }
        let events = vec![key(Key::S, CTRL), key(Key::Num3, ctrl_alt), key(Key::F6, Modifiers::NONE)];
        let expected = vec![Command::Save, Command::Focus(Pane::People), Command::NextPane];
        assert_eq!(press(&mut shortcuts, true, events), (expected, 0));
    }

    #[test]
    fn nothing_is_taken_while_a_word_is_composed() {
        let mut shortcuts = Shortcuts::default();
        let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
        assert_eq!(press(&mut shortcuts, false, vec![preedit("ni"), key(Key::F1, Modifiers::NONE)]), (vec![], 2));
        assert_eq!(press(&mut shortcuts, false, vec![key(Key::B, CTRL)]), (vec![], 1));
        let end = vec![Event::Ime(ImeEvent::Commit("你".to_owned())), key(Key::B, CTRL)];
        assert_eq!(press(&mut shortcuts, false, end), (vec![Command::Bold], 1));
    }

    #[test]
    fn a_dialog_keeps_all_keys() {
        let ctx = Context::default();
        let mut taken = Vec::new();
        for events in [vec![], vec![], vec![key(Key::S, CTRL)]] {
            let input = RawInput { events, ..RawInput::default() };
            ctx.run_ui(input, |ui| {
                taken = Shortcuts::default().take(ui.ctx(), true, false);
                egui::Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| ui.label("Really?"));
            })
            .drop_without_applying_deltas();
        }
        assert_eq!(taken, []);
    }

    #[test]
    fn a_key_held_down_saves_once_but_goes_on_undoing() {
        let mut shortcuts = Shortcuts::default();
        // egui itself tells repeats from presses: a key that is down already is repeated.
        let twice = vec![key(Key::Z, CTRL), key(Key::Z, CTRL), key(Key::S, CTRL), key(Key::S, CTRL)];
        assert_eq!(press(&mut shortcuts, false, twice).0, [Command::Undo, Command::Undo, Command::Save]);
    }
}
