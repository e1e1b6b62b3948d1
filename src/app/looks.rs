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
        match (self.page_look(), &self.prefs.page_template) {
            (PageLook::Minutes, _) => Chosen::BuiltIn(Look::Minutes),
            (PageLook::Own, Some(folder)) => Chosen::Folder(folder.clone()),
            (PageLook::News | PageLook::Own, _) => Chosen::BuiltIn(Look::News),
        }
    }

    /// The same in one word: it is the newsroom's own only where its folder is known.
    pub(super) fn page_look(&self) -> PageLook {
        if self.misses_template() { PageLook::News } else { self.wanted_look() }
    }

    /// Whether the newsroom's own template is wanted, and nobody has said on this computer where it is.
    pub(super) fn misses_template(&self) -> bool {
        self.wanted_look() == PageLook::Own && self.prefs.page_template.is_none()
    }

    /// A report says no more than that its newsroom has a template: where that is, and whether to trust it, is the reporter's to say.
    fn wanted_look(&self) -> PageLook {
        self.session.as_ref().and_then(|session| session.page_look).unwrap_or(self.prefs.page_look)
    }

    /// Chooses a look for this report, and for those that have none of their own; that of the newsroom asks for its folder.
    pub(super) fn set_page_look(&mut self, look: PageLook) {
        match look {
            PageLook::News | PageLook::Minutes => {
                self.prefs.page_look = look;
                self.keep_look(look);
            }
            PageLook::Own => self.ask_template(Choice::Template),
        }
    }

    /// Chooses the newsroom's template that is known already.
    pub(super) fn use_known_template(&mut self) {
        if let Some(folder) = self.prefs.page_template.clone() {
            self.use_template(folder);
        }
    }

    /// From now on the page of the report looks so, whatever is chosen for others.
    pub(super) fn keep_look(&mut self, look: PageLook) {
        let Some(session) = &mut self.session else { return };
        session.page_look = Some(look);
        if !session.is_read_only() {
            session.editor.remember_look(look.word());
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
                self.prefs.page_look = PageLook::Own;
                self.keep_look(PageLook::Own);
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
