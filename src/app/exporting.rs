//! Exports as jobs: to a place that the reporter chose, or to the clipboard.

use std::path::{Path, PathBuf};

use crate::app::outcome::{Choice, ExportEnd, Outcome};
use crate::app::picker::{self, Asking};
use crate::app::session::PictureReader;
use crate::app::{App, ExportKind, telling};
use crate::document::Derived;
use crate::export::{self, PictureError, PictureSource, Progress, Target, Watch};
use crate::job::Cancel;
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::Photo;
use crate::ui::messages::{Message, Topic};

/// An export that is going on.
#[derive(Debug)]
pub(super) struct Running {
    /// Stops it.
    pub(super) cancel: Cancel,
    /// How far it is.
    pub(super) progress: Progress,
}

impl PictureSource for PictureReader {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Self::original(self, photo).ok_or(PictureError::Missing)
    }

    fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        Self::derived(self, photo, key, format)
    }
}

impl App {
    /// A file name made of the headline.
    pub(super) fn suggested_name(&self) -> String {
        let fallback = self.locale.tr("untitled");
        let headline = self.session.as_ref().map(|session| session.editor.report().headline.as_str().to_owned());
        picker::file_name(headline.as_deref().unwrap_or_default(), &fallback)
    }

    /// Asks where a page goes.
    pub(super) fn ask_export(&mut self, kind: ExportKind) {
        let name = self.suggested_name();
        let (choice, name) = match kind {
            ExportKind::Page => (Choice::ExportPage, name),
            ExportKind::Html => (Choice::ExportHtml, format!("{name}.html")),
        };
        let asking = Asking {
            title: self.locale.tr("dialog-export-title"),
            folder: self.prefs.last_export_folder.clone(),
            name,
            kind: self.locale.tr("dialog-html-files"),
        };
        self.ask(choice, &asking);
    }

    /// Exports to where the reporter chose.
    pub(super) fn export_to(&mut self, choice: Choice, path: &Path) {
        self.prefs.last_export_folder = path.parent().map(Path::to_owned);
        match choice {
            Choice::ExportHtml => self.start_export(Target::Html, picker::with_extension(path, "html")),
            _ => self.start_export(Target::Page, path.to_owned()),
        }
    }

    /// Puts the story on the clipboard: clean HTML for editors and mail, and the same as text to read for programs that take no HTML.
    pub(super) fn copy_for_cms(&mut self) {
        let Some(session) = &self.session else { return };
        let fragment = export::fragment(session.editor.report());
        let done = self.clipboard.write(&fragment, &export::fragment_as_text(&fragment));
        self.tell_copied(done, "message-copied");
    }

    /// Puts the source of the clean HTML on the clipboard, as text alone: boxes for HTML would show what else is offered.
    pub(super) fn copy_html(&mut self) {
        let Some(session) = &self.session else { return };
        let done = self.clipboard.write_text(&export::fragment(session.editor.report()));
        self.tell_copied(done, "message-copied-html");
    }

    fn tell_copied(&mut self, done: Result<(), String>, words: &str) {
        let message = match done {
            Ok(()) => Message::info(self.locale.tr(words)),
            Err(err) => Message::error(telling::system_error(&self.locale, &err)),
        };
        self.messages.push(message);
    }

    fn start_export(&mut self, target: Target, path: PathBuf) {
        self.stop_export();
        self.messages.end(Topic::Export);
        let Some(session) = &self.session else { return };
        let cancel = Cancel::default();
        let of = session.editor.report().photos.len();
        self.exporting = Some(Running { cancel: cancel.clone(), progress: Progress { done: 0, of } });
        let report = session.editor.report().clone();
        let reader = session.picture_reader();
        let look = self.look();
        self.jobs.spawn("export", move |outbox| {
            let mut tell = |progress| outbox.send(Outcome::ExportProgress(progress));
            let mut watch = Watch { on_progress: &mut tell, cancel: cancel.flag() };
            let result = look
                .template()
                .and_then(|template| export::export_with(&report, &reader, target, &template, &path, &mut watch));
            let page = if target == Target::Page { path.join("index.html") } else { path };
            Outcome::Exported(Box::new(ExportEnd { result, page, was_cancelled: cancel.is_cancelled() }))
        });
    }

    /// Has the report's file keep what an export made, with the save that this asks for.
    pub(super) fn keep_derived(&mut self, ctx: &egui::Context, derived: &[Derived]) {
        let Some(session) = self.session.as_mut().filter(|session| session.file_pictures.is_some()) else { return };
        if !session.is_read_only() && derived.iter().any(|derived| derived.fresh.is_some()) {
            session.derived = derived.to_vec();
            session.must_save = true;
            session.timing.changed(ctx.input(|input| input.time));
        }
    }

    /// Stops the export that is going on; nothing is left of it.
    pub(super) fn stop_export(&mut self) {
        if let Some(running) = self.exporting.take() {
            running.cancel.cancel();
        }
    }

    /// Tells the end of an export, and opens the page.
    pub(super) fn exported(&mut self, ctx: &egui::Context, end: ExportEnd) {
        if end.was_cancelled {
            return;
        }
        self.exporting = None;
        match end.result {
            Ok(done) => {
                self.keep_derived(ctx, &done.derived);
                if let Some(lost) = telling::lost_photos(&self.locale, &done.notices) {
                    self.messages.push(Message::error(lost).about(Topic::Export));
                }
                let path = end.page.to_string_lossy().into_owned();
                let text = self.locale.tr_with("message-exported", &[("path", path.into())]);
                self.messages.push(Message::info(text));
                if let Err(err) = opener::open(&end.page) {
                    self.messages.push(Message::error(telling::system_error(&self.locale, &err)).about(Topic::Export));
                }
            }
            Err(err) => {
                let text = telling::export_error(&self.locale, &err);
                self.messages.push(Message::error(text).about(Topic::Export));
            }
        }
    }
}
