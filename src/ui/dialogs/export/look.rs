//! What the page of an export looks like.

use egui::Ui;

use crate::app::PageLook;
use crate::ui::dialogs::DialogContext;
use crate::ui::view::{Request, View};
use crate::ui::widgets::Choice;

/// A look that the reporter asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookWish {
    /// One of those that there are.
    Look(PageLook),
    /// A template of the newsroom, from a folder that is asked for.
    Ask,
}

/// Draws the choice: the built-in looks, the newsroom's template where one is known, and the way to another.
pub(super) fn look_ui(ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>, look: PageLook, own: Option<&str>) {
    let mut wishes = vec![LookWish::Look(PageLook::News), LookWish::Look(PageLook::Minutes)];
    let mut entries = vec![cx.tr("command-look-news"), cx.tr("command-look-minutes")];
    if let Some(own) = own {
        wishes.push(LookWish::Look(PageLook::Own));
        entries.push(cx.locale.tr_with("export-look-own", &[("name", own.into())]));
    }
    wishes.push(LookWish::Ask);
    entries.push(cx.tr(if own.is_some() { "export-look-other" } else { "command-look-own" }));
    let at = wishes.iter().position(|wish| *wish == LookWish::Look(look)).unwrap_or(0);
    let label = cx.tr("menu-page-look");
    let chosen = Choice::new(&label, &entries).show(ui, cx.tokens, at);
    if let Some(wish) = chosen.and_then(|at| wishes.get(at)) {
        view.ask(Request::PageLook(*wish));
    }
}
