//! A path, where the system has no dialog to choose it with.

use std::path::{Path, PathBuf};

use egui::{Context, Id};

use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{Answer, DialogContext, DialogOutcome};
use crate::ui::widgets::{Button, TextField, select_all};

/// Asks for a path.
#[derive(Debug, Clone)]
pub struct PathDialog {
    title: String,
    path: String,
    wanted: Wanted,
    /// A path that was refused, and why.
    refused: Option<(String, &'static str)>,
    has_focus: bool,
}

/// What the path must lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A file that is there.
    File,
    /// A file or a folder that is there.
    FilesOrFolder,
    /// A name in a folder that is there.
    NewName,
    /// The same for a file: a folder of that name stands in its way.
    NewFile,
}

impl PathDialog {
    /// A question with its title and what stands in the field at first.
    pub fn new(title: impl Into<String>, path: &str, wanted: Wanted) -> Self {
        Self { title: title.into(), path: path.to_owned(), wanted, refused: None, has_focus: false }
    }

    /// Why the path cannot be used, as the id of a message.
    fn problem(&self) -> Option<&'static str> {
        let path = self.paths().into_iter().next()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        match self.wanted {
            Wanted::File if !path.is_file() => Some("path-no-file"),
            Wanted::FilesOrFolder if !path.exists() => Some("path-nothing"),
            Wanted::NewFile if path.is_dir() => Some("path-is-folder"),
            Wanted::NewName | Wanted::NewFile if folder.is_some_and(|folder| !folder.is_dir()) => {
                Some("path-no-folder")
            }
            _ => None,
        }
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
                let several = self.wanted == Wanted::FilesOrFolder;
                paragraph_ui(ui, cx.tokens, &cx.tr(if several { "path-note-photos" } else { "path-note" }));
                let label = cx.tr("path-label");
                let problem = self.refused.as_ref().filter(|(path, _)| *path == self.path).map(|(_, id)| cx.tr(id));
                let field = TextField::new(&label).id(Id::unique("path")).problem(problem.as_deref());
                let field = field.show(ui, cx.tokens, &mut self.path);
                if wants_focus {
                    field.request_focus();
                    select_all(ui.ctx(), field.id, &self.path);
                }
            },
            |ui| {
                accept = Button::primary(cx.tr("dialog-ok")).enabled(can_accept).show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if (accept || said.confirm) && can_accept {
            self.refused = self.problem().map(|id| (self.path.clone(), id));
            if self.refused.is_some() {
                self.has_focus = false;
                return DialogOutcome::Open;
            }
            DialogOutcome::Answered(Answer::Ok)
        } else if cancel || said.close {
            DialogOutcome::Closed
        } else {
            DialogOutcome::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_the_way_of_a_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let problem = |path: &Path, wanted| PathDialog::new("", &path.to_string_lossy(), wanted).problem();
        assert_eq!(problem(folder.path(), Wanted::NewFile), Some("path-is-folder"));
        assert_eq!(problem(folder.path(), Wanted::NewName), None, "a page is exported into it");
        assert_eq!(problem(&folder.path().join("new.rapport"), Wanted::NewFile), None);
        assert_eq!(problem(&folder.path().join("gone/new.rapport"), Wanted::NewFile), Some("path-no-folder"));
    }
}
