//! Exports as jobs: to a place that the reporter chose, or to the clipboard.

use std::path::{Path, PathBuf};

use crate::app::outcome::{Choice, ExportEnd, Outcome, Purpose};
use crate::app::picker::{self, Asking};
use crate::app::session::PictureReader;
use crate::app::{App, ExportKind, telling};
use crate::document::{self, Derived};
use crate::export::{
    self, DocumentKind, ExportError, Exported, Form, PictureError, PictureSource, Progress, Target, Template, Watch,
};
use crate::filing::Preset;
use crate::job::Cancel;
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::{Filed, Photo, Report};
use crate::ui::messages::{Message, Topic};

/// What files of a format are called in the system's dialog.
fn document_files(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Docx => "dialog-docx-files",
        DocumentKind::Odt => "dialog-odt-files",
        DocumentKind::Epub => "dialog-epub-files",
        DocumentKind::Markdown => "dialog-markdown-files",
        DocumentKind::Text => "dialog-text-files",
    }
}

/// An export that is going on.
#[derive(Debug)]
pub(super) struct Running {
    /// Stops it.
    pub(super) cancel: Cancel,
    /// How far it is.
    pub(super) progress: Progress,
    /// What it is for.
    pub(super) purpose: Purpose,
}

/// What an export makes.
#[derive(Debug, Clone)]
pub(super) enum Work {
    /// One of the targets that need no more.
    Target(Target),
    /// What a desk is sent.
    Desk(Preset, Form),
    /// The story as ninjs.
    Ninjs,
}

impl Work {
    fn run(
        &self,
        report: &Report,
        reader: &PictureReader,
        template: &Template,
        place: &Path,
        watch: &mut Watch<'_>,
    ) -> Result<Exported, ExportError> {
        match self {
            Self::Target(target) => export::export_with(report, reader, *target, template, place, watch),
            Self::Desk(preset, form) => export::desk(report, reader, preset, template, (place, *form), watch),
            Self::Ninjs => export::ninjs(report, place),
        }
    }
}

impl PictureSource for PictureReader {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Self::original(self, photo).ok_or(PictureError::Missing)
    }

    fn derived(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<Vec<u8>> {
        Self::derived(self, photo, key, format)
    }

    fn derived_len(&self, photo: &Photo, key: DerivedKey, format: OutputFormat) -> Option<u64> {
        Self::derived_len(self, photo, key, format)
    }

    fn folder(&self) -> Option<PathBuf> {
        Self::folder(self).map(Path::to_owned)
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
        let document = |kind: DocumentKind| (Choice::ExportDocument(kind), format!("{name}.{}", kind.extension()));
        let (choice, name) = match kind {
            ExportKind::Page => (Choice::ExportPage, name.clone()),
            ExportKind::Html => (Choice::ExportHtml, format!("{name}.html")),
            ExportKind::Docx => document(DocumentKind::Docx),
            ExportKind::Odt => document(DocumentKind::Odt),
            ExportKind::Epub => document(DocumentKind::Epub),
            ExportKind::Markdown => document(DocumentKind::Markdown),
            ExportKind::Text => document(DocumentKind::Text),
        };
        let files = match choice {
            Choice::ExportDocument(kind) => document_files(kind),
            _ => "dialog-html-files",
        };
        let asking = Asking {
            title: self.locale.tr("dialog-export-title"),
            folder: self.prefs.last_export_folder.clone(),
            name,
            kind: self.locale.tr(files),
        };
        self.ask(choice, &asking);
    }

    /// Exports to where the reporter chose.
    pub(super) fn export_to(&mut self, choice: Choice, path: &Path) {
        self.prefs.last_export_folder = path.parent().map(Path::to_owned);
        match choice {
            Choice::ExportHtml => {
                self.start_export(Work::Target(Target::Html), picker::with_extension(path, "html"), Purpose::Show);
            }
            Choice::ExportDocument(kind) => {
                let path = picker::with_extension(path, kind.extension());
                self.start_export(Work::Target(Target::Document(kind)), path, Purpose::Show);
            }
            _ => self.start_export(Work::Target(Target::Page), path.to_owned(), Purpose::Show),
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

    pub(super) fn start_export(&mut self, work: Work, path: PathBuf, purpose: Purpose) {
        self.stop_export();
        self.messages.end(Topic::Export);
        let Some(session) = &self.session else { return };
        let cancel = Cancel::default();
        let of = session.editor.report().photos.len();
        self.exporting = Some(Running { cancel: cancel.clone(), progress: Progress { done: 0, of }, purpose });
        let report = session.editor.report().clone();
        let (reader, session) = (session.picture_reader(), session.number);
        let look = self.look();
        self.jobs.spawn("export", move |outbox| {
            let mut tell = |progress| outbox.send(Outcome::ExportProgress(progress));
            let mut watch = Watch { on_progress: &mut tell, cancel: cancel.flag() };
            let result = look.template().and_then(|template| work.run(&report, &reader, &template, &path, &mut watch));
            let filed = match &work {
                Work::Desk(preset, _) => Some(Filed::of(&report, &document::now(), &preset.name)),
                _ => None,
            };
            let page = match work {
                Work::Target(Target::Page) if purpose != Purpose::Have => path.join("index.html"),
                _ => path,
            };
            let was_cancelled = cancel.is_cancelled();
            Outcome::Exported(Box::new(ExportEnd { result, page, session, purpose, filed, was_cancelled }))
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

    /// Keeps what was made, and tells which photos could not be.
    fn after_export(&mut self, ctx: &egui::Context, done: &Exported) {
        self.keep_derived(ctx, &done.derived);
        if let Some(lost) = telling::lost_photos(&self.locale, &done.notices) {
            self.messages.push(Message::error(lost).about(Topic::Export));
        }
    }

    /// Stops the export that is going on; nothing is left of it.
    pub(super) fn stop_export(&mut self) {
        if let Some(running) = self.exporting.take() {
            running.cancel.cancel();
        }
    }

    /// Tells the end of an export, and opens the page.
    pub(super) fn exported(&mut self, ctx: &egui::Context, mut end: ExportEnd) {
        if end.was_cancelled {
            // What is written is written, also where it was stopped too late. Another export may be going on by now.
            if end.result.is_err() || end.purpose != Purpose::Have {
                return;
            }
        } else {
            self.exporting = None;
        }
        if let Some(filed) = end.take_filed() {
            self.remember_filed(end.session, filed);
        }
        if let Some(sha256) = end.result.as_ref().ok().and_then(|done| done.unmarked.clone()) {
            self.remember_exported(end.session, &sha256);
        }
        if end.purpose == Purpose::Have {
            self.told_export(end.page.clone(), &end.result);
            if let Ok(done) = &end.result {
                self.after_export(ctx, done);
            }
            return;
        }
        match end.result {
            Ok(done) => {
                self.after_export(ctx, &done);
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
