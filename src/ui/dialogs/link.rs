//! The address of a link.

use egui::{Context, Id};

use crate::edit::Selection;
use crate::edit::ops::{style, text};
use crate::report::{Report, Style};
use crate::ui::dialogs::frame::DialogFrame;
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::view::View;
use crate::ui::widgets::{Button, TextField};

/// Makes, changes or removes the link at the selection.
#[derive(Debug, Clone)]
pub struct LinkDialog {
    selection: Selection,
    address: String,
    /// The words to be linked, where none are selected.
    words: Option<String>,
    had_link: bool,
    has_focus: bool,
}

impl LinkDialog {
    /// The dialog for the link at a selection, or for a new one.
    pub fn at(report: &Report, selection: Selection) -> Self {
        let link = style::link_at(report, selection);
        let words = (selection.is_caret() && link.is_none()).then(String::new);
        let address = link.as_deref().unwrap_or_default().to_owned();
        Self { selection, had_link: link.is_some(), address, words, has_focus: false }
    }

    /// Draws it. What it changes is asked for through the view.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = if self.had_link { cx.tr("link-title-change") } else { cx.tr("link-title-new") };
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let (mut apply, mut cancel, mut remove) = (false, false, false);
        let had_link = self.had_link;
        let full = full_address(&self.address);
        let can_apply = full.is_some() && !view.read_only;
        let said = DialogFrame::new("link dialog", &title, 460.0, cx.tokens).show(
            ctx,
            |ui| {
                let (words, address) = (cx.tr("link-words"), cx.tr("link-address"));
                let mut first = None;
                if let Some(text) = &mut self.words {
                    let field = TextField::new(&words).id(Id::unique("link words"));
                    first = Some(field.show(ui, cx.tokens, text));
                }
                let problem = address_problem(cx, &self.address);
                let field = TextField::new(&address).id(Id::unique("link address")).hint("https://");
                let field = field.problem(problem.as_deref()).show(ui, cx.tokens, &mut self.address);
                if wants_focus {
                    first.unwrap_or(field).request_focus();
                }
            },
            |ui| {
                let words = if had_link { cx.tr("link-change") } else { cx.tr("link-set") };
                apply = Button::primary(words).enabled(can_apply).show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
                if had_link {
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let button = Button::bare(cx.tr("link-remove")).enabled(!view.read_only);
                        remove = button.show(ui, cx.tokens).clicked();
                    });
                }
            },
        );
        if remove {
            view.edit(style::set_link(view.report(), self.selection, None));
            return DialogOutcome::Closed;
        }
        if let Some(address) = full.filter(|_| (apply || said.confirm) && can_apply) {
            self.apply(view, &address);
            return DialogOutcome::Closed;
        }
        if said.confirm {
            // Enter in the words goes on to the address.
            ctx.memory_mut(|memory| memory.request_focus(Id::unique("link address")));
        }
        if cancel || said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn apply(&self, view: &View<'_>, address: &str) {
        let Some(words) = &self.words else {
            view.edit(style::set_link(view.report(), self.selection, Some(address)));
            return;
        };
        let shown = if words.trim().is_empty() { self.address.trim() } else { words.trim() };
        let style = Style { link: Some(address.into()), ..view.editor.typing_style() };
        let mut ids = view.editor.ids.clone();
        view.edit(text::insert(view.report(), self.selection, shown, &style, &mut ids));
    }
}

/// The address with its scheme: a bare host becomes `https`, a bare mailbox `mailto`; `None` for what is no address.
fn full_address(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    let scheme = text.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    match scheme {
        Some((scheme, rest)) if matches!(scheme.as_str(), "http" | "https") => {
            rest.strip_prefix("//").filter(|host| !host.is_empty() && !host.starts_with('/')).map(|_| text.to_owned())
        }
        Some((scheme, rest)) if matches!(scheme.as_str(), "mailto" | "tel") => {
            (!rest.is_empty()).then(|| text.to_owned())
        }
        _ => {
            let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
            let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
            if !is_host {
                None
            } else if host.contains('@') {
                Some(format!("mailto:{text}"))
            } else {
                Some(format!("https://{text}"))
            }
        }
    }
}

fn address_problem(cx: &DialogContext<'_>, text: &str) -> Option<String> {
    let unfinished =
        ["http", "https", "http:", "https:", "http:/", "https:/", "http://", "https://"].contains(&text.trim());
    let is_problem = text.len() > 3 && !unfinished && text.contains(['.', ':', ' ']) && full_address(text).is_none();
    is_problem.then(|| cx.tr("link-problem"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_address_gets_its_scheme() {
        for (typed, full) in [
            ("baobacninh.vn/tin", "https://baobacninh.vn/tin"),
            (" https://example.org ", "https://example.org"),
            ("anna@example.org", "mailto:anna@example.org"),
            ("example.org:8080/x", "https://example.org:8080/x"),
            ("tel:+84123", "tel:+84123"),
        ] {
            assert_eq!(full_address(typed).as_deref(), Some(full));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in ["", "hello", "two words.org", "https://", "javascript:alert(1)", "file:///etc/passwd", "."] {
            assert_eq!(full_address(typed), None, "{typed}");
        }
    }
}
