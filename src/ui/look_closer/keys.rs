//! What the keyboard says to the picture.

use egui::{Event, Key, Ui, vec2};

use crate::edit::ops::framing;
use crate::report::{Photo, PointPx};
use crate::ui::look_closer::zoom::Room;
use crate::ui::look_closer::{Open, Tool, marks};
use crate::ui::view::View;

/// What keys and buttons ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    Close,
    Previous,
    Next,
    First,
    Last,
    /// Write the caption.
    Caption,
    /// Write the caption of the next photo.
    NextCaption,
    TurnLeft,
    TurnRight,
    Crop,
    Focal,
    Marks,
    /// Put the tool down and leave everything as it is.
    Done,
    /// Crop as it is drawn.
    Apply,
    WholePicture,
    NoFocal,
    /// Take the mark away of whoever is meant.
    NoMark,
}

/// An arrow moves a picture that is larger than the window by so many points.
const PAN: f32 = 80.0;

/// A key as it was pressed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Press {
    key: Key,
    shift: bool,
    command: bool,
    alt: bool,
}

/// Takes the keys while the picture has the keyboard. What follows a key that asks for something waits until that is done, however much
/// a slow frame gets at once.
pub(super) fn take(ui: &Ui, view: &View<'_>, open: &mut Open, photo: &Photo, room: &Room, wishes: &mut Vec<Wish>) {
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, pressed: true, modifiers, repeat, .. } => {
                let press = Press { key: *key, shift: modifiers.shift, command: modifiers.command, alt: modifiers.alt };
                let is_ours = is_ours(press);
                // A key that is held down is not obeyed long after it was let go.
                let is_late = *repeat && !open.pressed.is_empty();
                open.pressed.extend((is_ours && !is_late).then_some(press));
                !is_ours
            }
            _ => true,
        });
    });
    while let Some(press) = open.pressed.pop_front() {
        if arrows(view, open, photo, room, press) {
            continue;
        }
        match wish(open, press) {
            Some(wish) => {
                wishes.push(wish);
                break;
            }
            None => zoom(open, room, press),
        }
    }
    if !open.pressed.is_empty() {
        ui.ctx().request_repaint();
    }
}

/// Whether the picture has a use for a key. The others go on to whom they are for: Tab, shortcuts of the program.
fn is_ours(press: Press) -> bool {
    let brackets = matches!(press.key, Key::OpenBracket | Key::CloseBracket);
    if press.alt || press.command {
        return press.command && brackets;
    }
    brackets
        || matches!(
            press.key,
            Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
                | Key::PageUp
                | Key::PageDown
                | Key::Home
                | Key::End
                | Key::Space
                | Key::Escape
                | Key::Enter
                | Key::Delete
                | Key::Backspace
                | Key::C
                | Key::F
                | Key::P
                | Key::X
                | Key::Num0
                | Key::Num1
                | Key::Plus
                | Key::Equals
                | Key::Minus
        )
}

fn wish(open: &Open, press: Press) -> Option<Wish> {
    let is_crop = matches!(open.tool, Tool::Crop(_));
    Some(match press.key {
        Key::OpenBracket => Wish::TurnLeft,
        Key::CloseBracket => Wish::TurnRight,
        Key::C => Wish::Crop,
        Key::F => Wish::Focal,
        Key::P => Wish::Marks,
        Key::Enter if is_crop => Wish::Apply,
        Key::Enter | Key::Escape if open.tool != Tool::Look => Wish::Done,
        Key::Enter => Wish::Caption,
        Key::Delete | Key::Backspace if open.tool == Tool::Focal => Wish::NoFocal,
        Key::Delete | Key::Backspace if matches!(open.tool, Tool::Marks(_)) => Wish::NoMark,
        Key::Escape | Key::Space if open.tool == Tool::Look => Wish::Close,
        Key::PageUp | Key::ArrowLeft | Key::ArrowUp if open.tool == Tool::Look => Wish::Previous,
        Key::PageDown | Key::ArrowRight | Key::ArrowDown if open.tool == Tool::Look => Wish::Next,
        Key::Home if open.tool == Tool::Look => Wish::First,
        Key::End if open.tool == Tool::Look => Wish::Last,
        _ => return None,
    })
}

fn arrows(view: &View<'_>, open: &mut Open, photo: &Photo, room: &Room, press: Press) -> bool {
    if matches!(open.tool, Tool::Marks(_)) && marks::walk(&mut open.strip, photo, press.key) {
        return true;
    }
    let (right, down) = match press.key {
        Key::ArrowLeft => (-1.0, 0.0),
        Key::ArrowRight => (1.0, 0.0),
        Key::ArrowUp => (0.0, -1.0),
        Key::ArrowDown => (0.0, 1.0),
        _ => return false,
    };
    let size = framing::whole_seen(photo);
    let step = |side: u32| f64::from(side) / 100.0;
    match &mut open.tool {
        Tool::Look if open.zoom.is_fit(room) => return false,
        Tool::Look => open.zoom.pan(vec2(-right as f32, -down as f32) * PAN, room),
        Tool::Crop(cropping) if press.shift => {
            cropping.frame.grow(right * step(size.width), down * step(size.height));
        }
        Tool::Crop(cropping) => cropping.frame.shift(right * step(size.width), down * step(size.height)),
        Tool::Focal | Tool::Marks(_) if view.read_only => {}
        Tool::Marks(_) => {
            let by = (right * step(size.width).max(1.0), down * step(size.height).max(1.0));
            view.edit(marks::nudge(view, photo, open.strip.at(), by));
        }
        Tool::Focal => {
            let at = framing::focus_seen(photo);
            let moved =
                |at: u32, by: f64, side: u32| (f64::from(at) + by * step(side).max(1.0)).round().max(0.0) as u32;
            let point = PointPx { x: moved(at.x, right, size.width), y: moved(at.y, down, size.height) };
            view.edit(framing::focus(view.report(), photo.id, Some(point)));
        }
    }
    true
}

fn zoom(open: &mut Open, room: &Room, press: Press) {
    match (press.key, &mut open.tool) {
        (Key::X, Tool::Crop(cropping)) => cropping.frame.take_shape(cropping.frame.shape),
        (_, Tool::Crop(_)) => {}
        (Key::Num0, _) => open.zoom.fit(),
        (Key::Num1, _) => open.zoom.to(1.0, None, room),
        (Key::Plus | Key::Equals, _) => open.zoom.by(super::bar::STEP, None, room),
        (Key::Minus, _) => open.zoom.by(1.0 / super::bar::STEP, None, room),
        _ => {}
    }
}
