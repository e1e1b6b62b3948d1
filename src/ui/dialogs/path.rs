//! A path, where the system has no dialog to choose it with.

use std::path::{Path, PathBuf};

use egui::{Context, Id};

use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{Answer, DialogContext, DialogOutcome};
use crate::ui::widgets::{Button, TextField};

/// Asks for a path.
#[derive(Debug, Clone)]
pub struct PathDialog {
    title: String,
    path: String,
    has_focus: bool,
}

impl PathDialog {
    /// With a path to begin with.
    pub fn new(title: impl Into<String>, path: &str) -> Self {
        Self { title: title.into(), path: path.to_owned(), has_focus: false }
    }

    /// What was written: one path, `~` standing for the home folder.
    pub fn paths(&self) -> Vec<PathBuf> {
        let written = self.path.trim();
        let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
        match (written.strip_prefix("~/"), home) {
            _ if written.is_empty() => Vec::new(),
            (Some(rest), Some(home)) => vec![home.join(rest)],
            _ => vec![Path::new(written).to_owned()],
        }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let (mut accept, mut cancel) = (false, false);
        let title = self.title.clone();
        let can_accept = !self.path.trim().is_empty();
        let said = DialogFrame::new("path dialog", &title, 520.0, cx.tokens).show(
            ctx,
            |ui| {
                paragraph_ui(ui, cx.tokens, &cx.tr("path-note"));
                let label = cx.tr("path-label");
                let field = TextField::new(&label).id(Id::unique("path")).show(ui, cx.tokens, &mut self.path);
                if wants_focus {
                    field.request_focus();
                }
            },
            |ui| {
                accept = Button::primary(cx.tr("dialog-ok")).enabled(can_accept).show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if (accept || said.confirm) && can_accept {
            DialogOutcome::Answered(Answer::Ok)
        } else if cancel || said.close {
            DialogOutcome::Closed
        } else {
            DialogOutcome::Open
        }
    }
}
