//! What exported pages look like: one of the built-in templates, or the newsroom's own.

use std::path::{Path, PathBuf};

use crate::app::outcome::Choice;
use crate::app::picker::Asking;
use crate::app::{App, PageLook, telling};
use crate::export::{ExportError, Look, Template};
use crate::ui::messages::{Message, Topic};

/// What is chosen, for a job that reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    BuiltIn(Look),
    Folder(PathBuf),
}

impl Chosen {
    /// The template itself, read from the disk where it is the newsroom's.
    pub(super) fn template(&self) -> Result<Template, ExportError> {
        match self {
            Self::BuiltIn(look) => Ok(Template::of(*look)),
            Self::Folder(folder) => Ok(Template::from_dir(folder)?),
        }
    }
}

impl App {
    /// What is chosen: for the report, or else for all.
    pub(super) fn look(&self) -> Chosen {
        match (self.page_look(), self.own_template()) {
            (PageLook::Minutes, _) => Chosen::BuiltIn(Look::Minutes),
            (PageLook::Own, Some(folder)) => Chosen::Folder(folder),
            (PageLook::News | PageLook::Own, _) => Chosen::BuiltIn(Look::News),
        }
    }

    /// The same in one word.
    pub(super) fn page_look(&self) -> PageLook {
        match self.look_of_report() {
            Some("news") => PageLook::News,
            Some("minutes") => PageLook::Minutes,
            Some(_) => PageLook::Own,
            None => self.prefs.page_look,
        }
    }

    /// The newsroom's template: that of the report, or else the last one.
    pub(super) fn own_template(&self) -> Option<PathBuf> {
        let of_report = self.look_of_report().map(PathBuf::from).filter(|folder| folder.is_absolute());
        of_report.or_else(|| self.prefs.page_template.clone())
    }

    /// What is chosen for the report; nothing where it is a template that this computer does not have.
    fn look_of_report(&self) -> Option<&str> {
        let look = self.session.as_ref().map(|session| &*session.editor.report().look)?;
        (matches!(look, "news" | "minutes") || Path::new(look).is_dir()).then_some(look)
    }

    /// Chooses a look for this report and for new ones; that of the newsroom asks for its folder.
    pub(super) fn set_page_look(&mut self, look: PageLook) {
        match look {
            PageLook::News => self.remember_look(look, "news"),
            PageLook::Minutes => self.remember_look(look, "minutes"),
            PageLook::Own => self.ask_template(Choice::Template),
        }
    }

    /// Chooses the newsroom's template that is known already.
    pub(super) fn use_known_template(&mut self) {
        if let Some(folder) = self.own_template() {
            self.use_template(folder);
        }
    }

    fn remember_look(&mut self, look: PageLook, word: &str) {
        self.prefs.page_look = look;
        if let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) {
            session.editor.remember_look(word);
        }
    }

    /// Asks for the folder of a template, or for one to write a copy into.
    pub(super) fn ask_template(&mut self, choice: Choice) {
        let is_copy = choice == Choice::SaveTemplate;
        let asking = Asking {
            title: self.locale.tr(if is_copy { "dialog-save-template-title" } else { "dialog-template-title" }),
            folder: self.prefs.page_template.clone(),
            name: if is_copy { self.locale.tr("template-folder") } else { String::new() },
            kind: String::new(),
        };
        self.ask(choice, &asking);
    }

    /// Has pages look as a folder says, if it is a template.
    pub(super) fn use_template(&mut self, folder: PathBuf) {
        match Template::from_dir(&folder) {
            Ok(_) => {
                let path = folder.to_string_lossy().into_owned();
                self.prefs.page_template = Some(folder);
                self.remember_look(PageLook::Own, &path);
                self.messages.push(Message::info(self.locale.tr_with("template-chosen", &[("path", path.into())])));
            }
            Err(err) => self.tell_template_error(&err.into()),
        }
    }

    /// Writes a copy of the built-in template that is chosen, or of that of news.
    pub(super) fn save_template(&mut self, folder: &Path) {
        let look = if self.page_look() == PageLook::Minutes { Look::Minutes } else { Look::News };
        match Template::save_copy(look, folder) {
            Ok(()) => {
                let path = folder.to_string_lossy().into_owned();
                self.messages.push(Message::info(self.locale.tr_with("template-saved", &[("path", path.into())])));
            }
            Err(err) => self.tell_template_error(&err),
        }
    }

    fn tell_template_error(&mut self, err: &ExportError) {
        let text = telling::export_error(&self.locale, err);
        self.messages.push(Message::error(text).about(Topic::Export));
    }
}
