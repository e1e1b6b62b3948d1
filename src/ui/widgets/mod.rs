//! Small parts in the look of the theme, which all panes and dialogs are made of.
//!
//! Each takes the colours, has an accessible name, and shows the focus as a ring of two points in the accent colour.

mod button;
mod choice;
mod elided;
mod field;
mod lazy;
mod menu;
mod parts;
mod picture;
mod words;

use egui::{Rect, Response, Stroke, StrokeKind, Ui};

pub use self::button::{Button, IconButton};
pub use self::choice::{Choice, bare_tick_ui, radio_ui, tick_ui};
pub use self::field::{SearchField, TextField, field_label_ui, read_only_line, select_all};
pub use self::lazy::{LazyColumn, LazyItem};
pub use self::menu::{MenuEntry, menu_button, popup_frame};
pub use self::parts::{EmptyState, Pill, PillLook, Tab, beside_ui, hairline, tabs_ui};
pub use self::picture::{Missing, draw_picture, photo_shape};
pub use self::words::{Words, draw_words, words_height};
use crate::ui::theme::Tokens;

/// Draws the focus ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, tokens: &Tokens, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
}
