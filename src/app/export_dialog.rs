//! The export dialog's side of the shell: what it begins with, what it asks for, and what is told at the end.

use std::path::{Path, PathBuf};

use crate::app::exporting::Work;
use crate::app::outcome::{Choice, ExportEnd, Outcome, Purpose};
use crate::app::picker::Asking;
use crate::app::session::Home;
use crate::app::{App, Command, PageLook, telling};
use crate::export::{self, DocumentKind, Estimate, Exported, Form, Notice, Target};
use crate::filing::{Changes, Preset};
use crate::report::Filed;
use crate::ui::dialogs::{Dialogs, Estimates, ExportDialog, ExportStart, ExportWhat, ExportWish, LookWish, size_words};
use crate::ui::messages::{Message, Topic};

impl App {
    /// Opens the dialog, at what was asked for or at a desk package.
    pub(super) fn open_export_dialog(&mut self, what: Option<ExportWhat>) {
        let Some(session) = &self.session else { return };
        let last = session.editor.report().filed.last();
        let start = ExportStart {
            what: what.unwrap_or(ExportWhat::DeskZip),
            presets: self.prefs.desk_presets.clone(),
            preset: last.map_or_else(|| self.prefs.desk_preset.clone(), |filed| filed.preset.to_string()),
            folder: self.export_folder(),
            name: self.suggested_name(),
            filed_at: last.map(|filed| filed.at.to_string()),
        };
        self.dialogs = Some(Dialogs::Export(Box::new(ExportDialog::new(start))));
        self.estimate_export();
        self.find_changes();
    }

    /// Has it found what has changed since a desk was sent the story.
    fn find_changes(&mut self) {
        let Some(session) = &self.session else { return };
        let (report, number) = (session.editor.report().clone(), session.number);
        let revision = session.editor.revision();
        self.jobs
            .spawn("changes", move |_| Outcome::ChangesFound(number, revision, Changes::of(&report).map(Box::new)));
    }

    /// Shows what has changed in this revision of the report. Where that is an earlier one by now, it is looked for again.
    pub(super) fn changes_found(&mut self, number: u64, revision: u64, changes: Option<Box<Changes>>) {
        let Some(session) = self.session.as_ref().filter(|session| session.number == number) else { return };
        let Some(Dialogs::Export(dialog)) = &mut self.dialogs else { return };
        if session.editor.revision() == revision {
            dialog.changed(changes.map(|changes| *changes));
        } else {
            self.find_changes();
        }
    }

    /// Where the last export went, or beside the report, or among the reporter's documents.
    fn export_folder(&self) -> PathBuf {
        let beside = match self.session.as_ref().map(|session| &session.home) {
            Some(Home::File(path)) => path.parent().map(Path::to_owned),
            _ => None,
        };
        let documents = || {
            let folders = directories::UserDirs::new()?;
            Some(folders.document_dir().unwrap_or_else(|| folders.home_dir()).to_owned())
        };
        let last = self.prefs.last_export_folder.clone().filter(|folder| folder.is_dir());
        last.or(beside).or_else(documents).unwrap_or_default()
    }

    /// The file name for what is made.
    pub(super) fn export_name(&self, what: ExportWhat) -> String {
        let name = self.suggested_name();
        what.extension().map_or(name.clone(), |extension| format!("{name}.{extension}"))
    }

    /// Asks the system for a place.
    pub(super) fn ask_export_place(&mut self, what: ExportWhat) {
        let asking = Asking {
            title: self.locale.tr("export-title"),
            folder: Some(self.export_folder()),
            name: self.export_name(what),
            kind: what.extension().unwrap_or_default().to_uppercase(),
        };
        self.ask(Choice::ExportPlace(what), &asking);
    }

    /// Puts the place that was chosen into the dialog.
    pub(super) fn export_place_chosen(&mut self, place: &Path) {
        if let Some(Dialogs::Export(dialog)) = &mut self.dialogs {
            dialog.put_place(place);
        }
    }

    /// Has it estimated how large each export would be.
    pub(super) fn estimate_export(&mut self) {
        let (Some(Dialogs::Export(dialog)), Some(session)) = (&self.dialogs, &self.session) else { return };
        let (preset, number) = (dialog.preset().clone(), session.number);
        let (report, reader) = (session.editor.report().clone(), session.picture_reader());
        self.jobs.spawn("estimate export", move |_| {
            Outcome::ExportEstimated(number, Box::new(export::estimate(&report, &reader, &preset)))
        });
    }

    /// Shows the estimate.
    pub(super) fn export_estimated(&mut self, number: u64, estimate: Estimate) {
        if number == self.session_number()
            && let Some(Dialogs::Export(dialog)) = &mut self.dialogs
        {
            dialog.estimated(by_what(estimate));
        }
    }

    /// Remembers what desks want.
    pub(super) fn save_presets(&mut self, presets: Vec<Preset>) {
        self.prefs.desk_presets = presets;
        self.estimate_export();
    }

    /// Has the page look as the dialog says.
    pub(super) fn wish_look(&mut self, wish: LookWish) {
        match wish {
            LookWish::Look(PageLook::Own) => self.use_known_template(),
            LookWish::Look(look) => self.set_page_look(look),
            LookWish::Ask => self.set_page_look(PageLook::Own),
        }
    }

    /// Shows in the dialog what the page looks like and how far the export is.
    pub(super) fn follow_export(&self, dialog: &mut Dialogs) {
        if let Dialogs::Export(dialog) = dialog {
            let own = self.prefs.page_template.as_ref().and_then(|folder| folder.file_name());
            let own = own.map(|name| name.to_string_lossy().into_owned());
            dialog.show_look(self.page_look(), own, self.misses_template());
            let running = self.exporting.as_ref().filter(|running| running.purpose == Purpose::Have);
            dialog.follow(running.map(|running| (running.progress.done, running.progress.of)));
        }
    }

    /// Makes what the dialog says.
    pub(super) fn export_wish(&mut self, wish: ExportWish) {
        self.prefs.last_export_folder = wish.place.parent().map(Path::to_owned);
        if wish.what.has_page() && !self.misses_template() {
            self.keep_look(self.page_look());
        }
        let document = |kind| Work::Target(Target::Document(kind));
        let work = match wish.what {
            ExportWhat::DeskZip => Work::Desk(wish.preset, Form::Zip),
            ExportWhat::DeskFolder => Work::Desk(wish.preset, Form::Folder),
            ExportWhat::Page => Work::Target(Target::Page),
            ExportWhat::Html => Work::Target(Target::Html),
            ExportWhat::Fragment => Work::Target(Target::Fragment),
            ExportWhat::Docx => document(DocumentKind::Docx),
            ExportWhat::Odt => document(DocumentKind::Odt),
            ExportWhat::Epub => document(DocumentKind::Epub),
            ExportWhat::Markdown => document(DocumentKind::Markdown),
            ExportWhat::Text => document(DocumentKind::Text),
            ExportWhat::Ninjs => Work::Ninjs,
        };
        if let Work::Desk(preset, _) = &work {
            self.prefs.desk_preset.clone_from(&preset.name);
        }
        self.start_export(work, wish.place, Purpose::Have);
    }

    /// Tells the end of what the dialog asked for.
    pub(super) fn told_export(&mut self, place: PathBuf, result: &Result<Exported, export::ExportError>) {
        match result {
            Ok(done) => {
                if matches!(self.dialogs, Some(Dialogs::Export(_))) {
                    self.dialogs = None;
                    self.after_dialog(false);
                }
                let size = size_words(&self.locale, done.bytes);
                let path = place.to_string_lossy().into_owned();
                let mut text =
                    self.locale.tr_with("message-export-done", &[("size", size.into()), ("path", path.into())]);
                let shrunk = done.notices.iter().filter(|notice| matches!(notice, Notice::Shrunk { .. })).count();
                if shrunk > 0 {
                    let words = self.locale.tr_with("message-export-shrunk", &[("count", shrunk.into())]);
                    text = format!("{text}\n{words}");
                }
                self.exported = Some(place);
                let open = self.locale.tr("command-open-exported");
                self.messages.push(Message::info(text).with_action(open, Command::OpenExported));
                for notice in &done.notices {
                    if let Notice::TooLarge { megabytes, most } = notice {
                        let values = [("megabytes", megabytes.to_string().into()), ("most", most.to_string().into())];
                        let text = self.locale.tr_with("message-export-too-large", &values);
                        self.messages.push(Message::error(text).about(Topic::Export));
                    }
                }
            }
            Err(err) => {
                let text = telling::export_error(&self.locale, err);
                match &mut self.dialogs {
                    Some(Dialogs::Export(dialog)) => dialog.failed(text),
                    _ => self.messages.push(Message::error(text).about(Topic::Export)),
                }
            }
        }
    }

    /// Remembers in the report what a desk was sent.
    pub(super) fn remember_filed(&mut self, number: u64, filed: Filed) {
        let Some(session) = self.session.as_mut().filter(|session| session.number == number) else { return };
        if !session.is_read_only() {
            session.editor.remember_filed(filed);
        }
    }

    /// Remembers in the report a file that carries no mark, so that the next export may replace it.
    pub(super) fn remember_exported(&mut self, number: u64, sha256: &str) {
        let Some(session) = self.session.as_mut().filter(|session| session.number == number) else { return };
        if !session.is_read_only() && !session.editor.report().has_exported(sha256) {
            session.editor.remember_exported(sha256);
        }
    }

    /// Shows the last export in the system's file manager.
    pub(super) fn open_exported(&mut self) {
        let Some(place) = &self.exported else { return };
        let folder = if place.is_dir() { place.as_path() } else { place.parent().unwrap_or(place) };
        if let Err(err) = opener::open(folder) {
            self.messages.push(Message::error(telling::system_error(&self.locale, &err)).about(Topic::Export));
        }
    }
}

impl ExportEnd {
    /// What a desk was sent, where it was.
    pub(super) fn take_filed(&mut self) -> Option<Filed> {
        self.filed.take().filter(|_| self.result.is_ok())
    }
}

fn by_what(estimate: Estimate) -> Estimates {
    let of = |what: ExportWhat| match what {
        ExportWhat::DeskZip | ExportWhat::DeskFolder => estimate.desk,
        ExportWhat::Page => estimate.page,
        ExportWhat::Html => estimate.html,
        ExportWhat::Fragment => estimate.fragment,
        // The pictures are the same, and the words weigh little.
        ExportWhat::Docx | ExportWhat::Odt => estimate.docx,
        ExportWhat::Epub => estimate.epub,
        ExportWhat::Markdown => estimate.markdown,
        ExportWhat::Text => estimate.text,
        ExportWhat::Ninjs => estimate.ninjs,
    };
    ExportWhat::ALL.into_iter().map(|what| (what, of(what))).collect()
}
