//! Walking through the menus by keyboard. egui goes up and down in a menu and into another one below it; from menu to menu of the bar
//! we go ourselves.

use egui::containers::menu::SubMenu;
use egui::{Context, FocusDirection, Id, Key, Modifiers, Popup, Response, Ui};

/// A title of the bar as it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Title {
    /// The title itself.
    pub button: Response,
    /// What opens below it.
    pub popup: Id,
}

/// What a key asks of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Open the first menu, or close the one that is open.
    Toggle,
    /// Open the menu to the right, the first one after the last.
    Next,
    /// Open the menu to the left.
    Previous,
}

/// Where a line is remembered that opens another menu and has the keyboard.
fn opener_id() -> Id {
    Id::unique("line that opens a menu")
}

/// Where a line is remembered that is in a menu beside another one and has the keyboard.
fn inner_id() -> Id {
    Id::unique("line of an inner menu")
}

/// Takes the keys that are for the bar. To be called before it is drawn, with the menu that is open.
pub(super) fn take(ctx: &Context, open: Option<Id>) -> Option<Step> {
    // Over a dialog nothing of a menu could be done.
    let is_free = ctx.memory(|memory| memory.top_modal_layer().is_none());
    if is_free && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F10)) {
        return Some(Step::Toggle);
    }
    open?;
    let focused = ctx.memory(|memory| memory.focused());
    let (left, right) = ctx.input(|input| {
        let plain = input.modifiers.is_none();
        (plain && input.key_pressed(Key::ArrowLeft), plain && input.key_pressed(Key::ArrowRight))
    });
    let is = |place: Id| focused.is_some() && ctx.data(|data| data.get_temp::<Id>(place)) == focused;
    let step = match (left, right) {
        (_, true) if !is(opener_id()) => Step::Next,
        (true, _) if !is(inner_id()) => Step::Previous,
        _ => return None,
    };
    ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(step)
}

/// Does what was taken, once all titles are drawn.
pub(super) fn perform(ctx: &Context, step: Step, titles: &[Title], open: Option<Id>) {
    let here = open.and_then(|open| titles.iter().position(|title| title.popup == open));
    let count = titles.len();
    let next = match (step, here) {
        (Step::Toggle, Some(_)) => return Popup::close_id(ctx, titles[here.unwrap_or(0)].popup),
        (Step::Next, Some(here)) => (here + 1) % count,
        (Step::Previous, Some(here)) => (here + count - 1) % count,
        (_, None) => 0,
    };
    if let Some(title) = titles.get(next) {
        title.button.request_focus();
        Popup::open_id(ctx, title.popup);
        ctx.request_repaint();
    }
}

/// Remembers that a line opens another menu, where it has the keyboard.
pub(super) fn note_opener(ui: &Ui, line: &Response) {
    if line.has_focus() && line.enabled() {
        ui.data_mut(|data| data.insert_temp(opener_id(), line.id));
    }
}

/// Remembers which line of an inner menu has the keyboard. To be called in that menu once it is drawn.
pub(super) fn note_inner(ui: &Ui, opener: Id) {
    let Some(focused) = ui.memory(|memory| memory.focused()) else { return };
    let layer = ui.ctx().read_response(focused).map(|response| response.layer_id.id);
    if layer == Some(SubMenu::id_from_widget_id(opener)) {
        ui.data_mut(|data| data.insert_temp(inner_id(), focused));
    }
}
