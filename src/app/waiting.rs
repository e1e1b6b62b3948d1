//! A path asked for in the window itself, where the system has no dialog to show.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::outcome::Choice;
use crate::app::session::Home;
use crate::ui::dialogs::{DialogContext, DialogOutcome, PathDialog, Wanted};
use crate::ui::theme::Tokens;

/// The question.
#[derive(Debug)]
pub(super) struct PathQuestion {
    choice: Choice,
    dialog: PathDialog,
}

impl App {
    /// Asks in the window for what the system's dialog would have asked.
    pub(super) fn ask_in_window(&mut self, choice: Choice) {
        let title = match choice {
            Choice::Open => "dialog-open-title",
            Choice::Article => "article-import-title",
            Choice::SaveAs => "dialog-save-as-title",
            Choice::Photos => "dialog-photos-title",
            Choice::PhotoFolder => "dialog-photo-folder-title",
            Choice::Picture => "dialog-replace-picture-title",
            Choice::ExportPage | Choice::ExportHtml | Choice::ExportDocument(_) | Choice::ExportPlace(_) => {
                "dialog-export-title"
            }
            Choice::Template => "dialog-template-title",
            Choice::SaveTemplate => "dialog-save-template-title",
            Choice::PeopleList => "list-import-title",
            Choice::ExportPeople { .. } => "list-export-title",
        };
        let wanted = match choice {
            Choice::Open | Choice::Article | Choice::Picture | Choice::PeopleList => Wanted::File,
            Choice::Photos | Choice::PhotoFolder | Choice::Template => Wanted::FilesOrFolder,
            Choice::ExportPage | Choice::SaveTemplate => Wanted::NewName,
            Choice::ExportPlace(what) if what.extension().is_none() => Wanted::NewName,
            Choice::SaveAs
            | Choice::ExportHtml
            | Choice::ExportDocument(_)
            | Choice::ExportPlace(_)
            | Choice::ExportPeople { .. } => Wanted::NewFile,
        };
        let beside = match self.session.as_ref().map(|session| &session.home) {
            Some(Home::File(path)) => path.parent().map(Path::to_owned),
            _ => None,
        };
        let folder = match choice {
            Choice::Photos | Choice::PhotoFolder | Choice::Picture => self.prefs.last_photo_folder.clone(),
            Choice::Template | Choice::SaveTemplate => self.prefs.page_template.clone(),
            Choice::ExportPage
            | Choice::ExportHtml
            | Choice::ExportDocument(_)
            | Choice::ExportPlace(_)
            | Choice::ExportPeople { .. } => self.prefs.last_export_folder.clone().or(beside),
            Choice::Open | Choice::Article | Choice::SaveAs | Choice::PeopleList => {
                beside.or_else(|| self.prefs.last_folder.clone())
            }
        };
        let folder = folder.or_else(|| directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned()));
        let name = match choice {
            Choice::SaveAs => format!("{}.rapport", self.suggested_name()),
            Choice::ExportPage => self.suggested_name(),
            Choice::ExportHtml => format!("{}.html", self.suggested_name()),
            Choice::ExportPlace(what) => self.export_name(what),
            Choice::ExportDocument(kind) => format!("{}.{}", self.suggested_name(), kind.extension()),
            Choice::ExportPeople { .. } => format!("{}.csv", self.suggested_name()),
            Choice::SaveTemplate => self.locale.tr("template-folder"),
            Choice::Open
            | Choice::Template
            | Choice::Article
            | Choice::Photos
            | Choice::PhotoFolder
            | Choice::Picture
            | Choice::PeopleList => String::new(),
        };
        let path = folder.unwrap_or_default().join(name);
        let dialog = PathDialog::new(self.locale.tr(title), &path.to_string_lossy(), wanted);
        self.path_question = Some(PathQuestion { choice, dialog });
    }

    /// Draws the question and takes its answer.
    pub(super) fn path_question_ui(&mut self, ctx: &egui::Context) {
        let Some(question) = &mut self.path_question else { return };
        let cx = DialogContext { locale: &self.locale, tokens: Tokens::of(ctx), view: None };
        match question.dialog.show(ctx, &cx) {
            DialogOutcome::Open => {}
            DialogOutcome::Closed => {
                self.path_question = None;
                self.after_dialog(false);
            }
            DialogOutcome::Answered(_) => {
                let paths: Vec<PathBuf> = question.dialog.paths();
                let choice = question.choice;
                self.path_question = None;
                self.after_dialog(false);
                self.chosen(choice, paths, false);
            }
        }
    }
}
