//! Keys on a card that has the keyboard.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use crate::app::Command;
use crate::edit::ops::photos;
use crate::report::Photo;
use crate::ui::photos::{FocusWish, place_of, remove};
use crate::ui::view::{Request, View};

/// Arrows choose, Space looks closer, Enter goes to the caption, Delete removes, Alt with arrows moves the photo in the list. `columns` is the number
/// of pictures side by side.
pub(super) fn handle(
    ui: &Ui,
    view: &View<'_>,
    response: &Response,
    photo: &Photo,
    columns: usize,
) -> Option<FocusWish> {
    let filter = EventFilter { horizontal_arrows: columns > 1, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let photos = &view.report().photos;
    let place = place_of(view.report(), photo.id)?;
    if !view.read_only {
        let earlier = pressed(Modifiers::ALT, Key::ArrowUp);
        if earlier || pressed(Modifiers::ALT, Key::ArrowDown) {
            let target = if earlier { place.checked_sub(1)? } else { place + 2 };
            view.edit(photos::shift(view.report(), photo.id, target));
            return Some(FocusWish::Card(photo.id));
        }
        if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
            remove(view, photo);
            return Some(FocusWish::Pane);
        }
    }
    if pressed(Modifiers::NONE, Key::Space) {
        view.command(Command::LookCloser);
        return None;
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        return Some(FocusWish::Caption(photo.id));
    }
    let last = photos.len().saturating_sub(1);
    let target = if pressed(Modifiers::NONE, Key::ArrowDown) {
        place + columns
    } else if pressed(Modifiers::NONE, Key::ArrowUp) {
        place.checked_sub(columns)?
    } else if columns > 1 && pressed(Modifiers::NONE, Key::ArrowRight) {
        place + 1
    } else if columns > 1 && pressed(Modifiers::NONE, Key::ArrowLeft) {
        place.checked_sub(1)?
    } else if pressed(Modifiers::NONE, Key::Home) {
        0
    } else if pressed(Modifiers::NONE, Key::End) {
        last
    } else {
        return None;
    };
    let next = photos.get(target.min(last))?;
    view.ask(Request::ChoosePhoto(Some(next.id)));
    Some(FocusWish::Card(next.id))
}
