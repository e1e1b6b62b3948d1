//! What can be done with a participant.

use egui::{Popup, Response, Ui};

use crate::app::{Command, Pane};
use crate::edit::ops::{blocks, people};
use crate::report::{BlockKind, Participant};
use crate::ui::icon;
use crate::ui::people::mentions::mentions_ui;
use crate::ui::theme::Tokens;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{MenuEntry, popup_frame};

/// What was asked of a menu that the list itself must do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Edit,
    Up,
    Down,
    Remove,
}

/// The menu at the pointer.
pub(super) fn context_menu(response: &Response, view: &View<'_>, participant: &Participant) -> Option<Asked> {
    let menu = Popup::context_menu(response).frame(popup_frame(view.tokens));
    menu.show(|ui| entries_ui(ui, view, participant))?.inner
}

/// The entries.
pub(super) fn entries_ui(ui: &mut Ui, view: &View<'_>, participant: &Participant) -> Option<Asked> {
    ui.set_min_width(220.0);
    let writable = !view.read_only;
    let tokens = view.tokens;
    let mut asked = None;
    if entry(ui, tokens, &view.tr("people-edit"), icon::PENCIL_SIMPLE, "Enter", writable) {
        asked = Some(Asked::Edit);
    }
    if entry(ui, tokens, &view.tr("people-insert-name"), icon::AT, "", writable) {
        let mut ids = view.editor.ids.clone();
        view.edit(people::mention(view.report(), view.editor.selection(), participant.id, 0, &mut ids));
        view.command(Command::Focus(Pane::Text));
    }
    if !participant.delegation.is_empty() {
        let delegation = participant.delegation.to_string();
        let words = view.locale.tr_with("people-insert-delegation", &[("delegation", delegation.into())]);
        if entry(ui, tokens, &words, icon::USERS, "", writable) {
            let kind = BlockKind::Participants { delegation: Some(participant.delegation.clone()) };
            let mut ids = view.editor.ids.clone();
            view.edit(blocks::insert_atom(view.report(), view.editor.selection(), kind, &mut ids));
            view.command(Command::Focus(Pane::Text));
        }
    }
    if entry(ui, tokens, &view.tr("people-move-up"), icon::ARROW_UP, "Alt+↑", writable) {
        asked = Some(Asked::Up);
    }
    if entry(ui, tokens, &view.tr("people-move-down"), icon::ARROW_DOWN, "Alt+↓", writable) {
        asked = Some(Asked::Down);
    }
    if entry(ui, tokens, &view.tr("people-remove"), icon::TRASH, "Delete", writable) {
        asked = Some(Asked::Remove);
    }
    mentions_ui(ui, view, participant.id);
    asked
}

fn entry(ui: &mut Ui, tokens: &Tokens, words: &str, icon: &str, hint: &str, enabled: bool) -> bool {
    MenuEntry::new(words).icon(icon).hint(hint).enabled(enabled).show(ui, tokens).clicked()
}

/// Takes a participant off the list, and tells so.
pub(super) fn remove(view: &View<'_>, participant: &Participant) {
    let name = participant.shown_name().to_string();
    view.edit(people::remove(view.report(), participant.id));
    view.ask(Request::Done(view.locale.tr_with("people-removed", &[("name", name.into())])));
}
