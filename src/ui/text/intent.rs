//! What keys and events ask of a text, before anything is done.

use std::sync::Arc;

use egui::{ColorImage, Key, Modifiers};

use crate::edit::ops::text::{Direction, Unit};

/// What a key asks of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Motion {
    Character(Direction),
    Word(Direction),
    Row { down: bool },
    RowEdge(Direction),
    Paragraph(Direction),
    Page { down: bool },
    Document(Direction),
}

/// What an event asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Intent {
    Insert(String),
    Enter,
    Delete(Direction, Unit),
    Move { motion: Motion, select: bool },
    Tab { back: bool },
    Escape,
    Copy { cut: bool },
    Paste(String),
    PastePicture(Arc<ColorImage>),
    Compose(String),
    Commit(String),
    DeleteAround { before: usize, after: usize },
}

/// The keys of a text, for the platform that runs.
pub(super) fn key_intent(key: Key, modifiers: Modifiers) -> Option<Intent> {
    use Direction::{Backward, Forward};
    let mac = cfg!(target_os = "macos");
    let word = if mac { modifiers.alt } else { modifiers.command };
    let line = mac && modifiers.mac_cmd;
    let select = modifiers.shift;
    let to = |motion| Some(Intent::Move { motion, select });
    match key {
        // Alt with an arrow moves blocks: that is a command.
        Key::ArrowUp | Key::ArrowDown if modifiers.alt && !mac => None,
        Key::ArrowLeft if line => to(Motion::RowEdge(Backward)),
        Key::ArrowRight if line => to(Motion::RowEdge(Forward)),
        Key::ArrowUp if line => to(Motion::Document(Backward)),
        Key::ArrowDown if line => to(Motion::Document(Forward)),
        Key::ArrowLeft if word => to(Motion::Word(Backward)),
        Key::ArrowRight if word => to(Motion::Word(Forward)),
        Key::ArrowUp if word => to(Motion::Paragraph(Backward)),
        Key::ArrowDown if word => to(Motion::Paragraph(Forward)),
        Key::ArrowLeft => to(Motion::Character(Backward)),
        Key::ArrowRight => to(Motion::Character(Forward)),
        Key::ArrowUp => to(Motion::Row { down: false }),
        Key::ArrowDown => to(Motion::Row { down: true }),
        Key::Home if modifiers.command => to(Motion::Document(Backward)),
        Key::End if modifiers.command => to(Motion::Document(Forward)),
        Key::Home => to(Motion::RowEdge(Backward)),
        Key::End => to(Motion::RowEdge(Forward)),
        Key::PageUp => to(Motion::Page { down: false }),
        Key::PageDown => to(Motion::Page { down: true }),
        Key::Backspace if line => Some(Intent::Delete(Backward, Unit::Paragraph)),
        Key::Backspace if word => Some(Intent::Delete(Backward, Unit::Word)),
        Key::Backspace => Some(Intent::Delete(Backward, Unit::Character)),
        Key::Delete if word => Some(Intent::Delete(Forward, Unit::Word)),
        Key::Delete => Some(Intent::Delete(Forward, Unit::Character)),
        Key::Enter if !modifiers.command && !modifiers.alt => Some(Intent::Enter),
        Key::Tab if !modifiers.command => Some(Intent::Tab { back: modifiers.shift }),
        Key::Escape => Some(Intent::Escape),
        _ => None,
    }
}

/// The keys that a list of suggestions takes for itself while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKey {
    /// The next suggestion.
    Down,
    /// The one before.
    Up,
    /// Another way to write the chosen one.
    Further,
    /// The way before.
    Back,
    /// Take it.
    Accept,
    /// Close the list.
    Close,
}

/// What an intent is to such a list.
pub(super) fn intent_key(intent: &Intent) -> Option<ListKey> {
    match intent {
        Intent::Move { motion: Motion::Row { down: true }, select: false } => Some(ListKey::Down),
        Intent::Move { motion: Motion::Row { down: false }, select: false } => Some(ListKey::Up),
        Intent::Move { motion: Motion::Character(Direction::Forward), select: false } => Some(ListKey::Further),
        Intent::Move { motion: Motion::Character(Direction::Backward), select: false } => Some(ListKey::Back),
        Intent::Enter | Intent::Tab { back: false } => Some(ListKey::Accept),
        Intent::Escape => Some(ListKey::Close),
        _ => None,
    }
}
