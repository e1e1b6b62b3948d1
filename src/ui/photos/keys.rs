//! Keys on a card that has the keyboard.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use crate::app::Command;
use crate::edit::ops::photos;
use crate::report::Photo;
use crate::ui::photos::selection::{Pick, Selection};
use crate::ui::photos::{Field, FocusWish, place_of};
use crate::ui::view::View;

/// Arrows choose, with Shift as far as they go; Ctrl+A chooses all; Enter goes to the caption, Delete removes, Alt with arrows moves
/// what is chosen in the list, `@` goes to the people in the picture. `columns` is the number of pictures side by side. Space looks closer.
pub(super) fn handle(
    ui: &Ui,
    view: &View<'_>,
    response: &Response,
    photo: &Photo,
    columns: usize,
    selection: &mut Selection,
) -> Option<FocusWish> {
    let filter = EventFilter { horizontal_arrows: columns > 1, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let photos = &view.report().photos;
    let place = place_of(view.report(), photo.id)?;
    if !view.read_only {
        let side = columns > 1;
        let step = if pressed(Modifiers::ALT, Key::ArrowUp) {
            Some((false, columns))
        } else if pressed(Modifiers::ALT, Key::ArrowDown) {
            Some((true, columns))
        } else if side && pressed(Modifiers::ALT, Key::ArrowLeft) {
            Some((false, 1))
        } else if side && pressed(Modifiers::ALT, Key::ArrowRight) {
            Some((true, 1))
        } else {
            None
        };
        if let Some((later, by)) = step {
            let moved = selection.photos(view.report(), Some(photo.id));
            let places = moved.iter().filter_map(|photo| place_of(view.report(), *photo));
            let target = if later { places.max()? + 1 + by } else { places.min()?.saturating_sub(by) };
            view.edit(photos::shift(view.report(), &moved, target));
            return Some(FocusWish::Card(photo.id));
        }
        if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
            view.command(Command::RemovePhoto);
            return Some(FocusWish::Pane);
        }
    }
    let calls = |event: &Event| matches!(event, Event::Text(text) if text == "@");
    if !view.read_only && ui.input(|input| input.events.iter().any(calls)) {
        ui.input_mut(|input| input.events.retain(|event| !calls(event)));
        return Some(FocusWish::Field(photo.id, Field::People));
    }
    if pressed(Modifiers::NONE, Key::Space) {
        view.command(Command::LookCloser);
        return None;
    }
    if pressed(Modifiers::COMMAND, Key::A) {
        selection.pick_all(view);
        return None;
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        return Some(FocusWish::Field(photo.id, Field::Caption));
    }
    let last = photos.len().saturating_sub(1);
    // What was held when the key went down: it may be up again in the same frame.
    let extends = std::cell::Cell::new(false);
    let moved = |key| {
        extends.set(pressed(Modifiers::SHIFT, key));
        extends.get() || pressed(Modifiers::NONE, key)
    };
    let target = if moved(Key::ArrowDown) {
        place + columns
    } else if moved(Key::ArrowUp) {
        place.checked_sub(columns)?
    } else if columns > 1 && moved(Key::ArrowRight) {
        place + 1
    } else if columns > 1 && moved(Key::ArrowLeft) {
        place.checked_sub(1)?
    } else if moved(Key::Home) {
        0
    } else if moved(Key::End) {
        last
    } else {
        return None;
    };
    let next = photos.get(target.min(last))?;
    selection.pick(view, next.id, if extends.get() { Pick::Range } else { Pick::Only });
    Some(FocusWish::Card(next.id))
}
