//! Photos on their way into the report: many at once, in the order in which they were dragged, while writing goes on.
//!
//! A thread reads the files ([`read`]); what it reads is in memory until a save has it in the file, and no more is read than the [`gate`]
//! lets through. So any number of photos takes the same memory, each is safe a moment after its card appears, and a card that is pulled
//! out costs only what was not read yet, which is told by name.

mod findings;
mod gate;
mod read;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

pub use self::findings::{Findings, told_of_cut};
use self::gate::Gate;
pub use self::gate::{Lease, SAVE_AT_BYTES};
pub use self::read::{ImportStep, ReadPhoto, UnreadPhoto, read};
use self::read::{name_of, preview};
use crate::app::outcome::Outcome;
use crate::app::session::FreshPhoto;
use crate::app::{App, Closing, Command, telling};
use crate::edit::ops::photos;
use crate::edit::{Applied, EditKind};
use crate::import::files_of;
use crate::job::{Cancel, Outbox};
use crate::report::PhotoHash;
use crate::ui::messages::{Message, Topic};
use crate::ui::photos::Arrival;
use crate::ui::status::Activity;
use crate::ui::text::Surface;

/// The imports of a window, one of which goes on at a time.
#[derive(Debug, Default)]
pub struct Imports {
    gate: Arc<Gate>,
    running: Option<Import>,
    /// What was dropped while it ran.
    waiting: VecDeque<Vec<PathBuf>>,
    /// So many were begun.
    count: u64,
}

/// An import that goes on.
#[derive(Debug)]
struct Import {
    number: u64,
    cancel: Cancel,
    /// The files; none until they are found.
    files: Vec<PathBuf>,
    read: usize,
    added: usize,
    /// The revision after the last photo came.
    revision: u64,
    /// Of the photos that were added.
    findings: Findings,
    /// Files whose picture the report has.
    twice: Vec<String>,
    unread: Vec<UnreadPhoto>,
}

impl Import {
    fn begin(number: u64, cancel: Cancel) -> Self {
        let (files, findings) = (Vec::new(), Findings::default());
        let (twice, unread) = (Vec::new(), Vec::new());
        Self { number, cancel, files, read: 0, added: 0, revision: 0, findings, twice, unread }
    }
}

impl Imports {
    /// A number that no import has had.
    pub fn next_number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    /// As if photos were being read.
    #[cfg(test)]
    pub fn pretend_to_run(&mut self) {
        self.running = Some(Import::begin(0, Cancel::default()));
    }

    /// Whether photos are being read.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }
}

impl App {
    /// Whether photos are being read.
    pub fn is_reading_photos(&self) -> bool {
        self.importing.is_running()
    }

    /// Reads files, and what is in folders; each photo appears when it is read.
    pub(super) fn add_photo_files(&mut self, paths: Vec<PathBuf>) {
        if self.session.as_ref().is_none_or(|session| session.is_read_only()) || paths.is_empty() {
            return;
        }
        if let Some(folder) = paths.first().and_then(|path| path.parent()) {
            self.prefs.last_photo_folder = Some(folder.to_owned());
        }
        self.outline.is_shown = false;
        if self.importing.is_running() {
            self.importing.waiting.push_back(paths);
        } else {
            self.start_import(paths);
        }
    }

    fn start_import(&mut self, paths: Vec<PathBuf>) {
        self.messages.end(Topic::Photos);
        let number = self.importing.next_number();
        let cancel = Cancel::default();
        let gate = Arc::clone(&self.importing.gate);
        let language = self.report_language();
        self.importing.running = Some(Import::begin(number, cancel.clone()));
        let work = move |outbox: &Outbox<Outcome>| {
            let files = files_of(&paths);
            let outbox = std::sync::Mutex::new(outbox.clone());
            read::read_all(&files, &language, &gate, &cancel, &|step| {
                let outbox = outbox.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                outbox.send(Outcome::Import(number, step));
            });
            Outcome::Import(number, ImportStep::Done)
        };
        self.jobs.spawn_awaited("read photos", work, move || Outcome::Import(number, ImportStep::Done));
    }

    /// Looks for the cameras' own small pictures of the waiting photos that are in sight: beside the reading, and before it comes to them.
    pub(super) fn look_for_previews(&mut self) {
        let Some(import) = &self.importing.running else { return };
        // The last one given is looked for first.
        for index in self.photos.take_wanted_previews().into_iter().rev() {
            let (number, place) = (import.number, import.read + index);
            let Some(file) = import.files.get(place).cloned() else { continue };
            self.jobs.enqueue(move |outbox| {
                if let Some(image) = preview(&file) {
                    outbox.send(Outcome::Import(number, ImportStep::Preview(place, Box::new(image))));
                }
            });
        }
    }

    /// Takes in what an import tells.
    pub(super) fn import_step(&mut self, ctx: &egui::Context, number: u64, step: ImportStep) {
        let Some(import) = self.importing.running.as_mut().filter(|import| import.number == number) else { return };
        match step {
            ImportStep::Found(files) => {
                self.photos.arrivals = files.iter().map(|file| Arrival::of(name_of(file))).collect();
                import.files = files;
            }
            ImportStep::Preview(place, image) => {
                // Those in front have become photos meanwhile.
                let here = place.checked_sub(import.read).and_then(|place| self.photos.arrivals.get_mut(place));
                if let Some(arrival) = here {
                    arrival.show_preview(ctx.load_texture("preview", *image, egui::TextureOptions::LINEAR));
                }
            }
            ImportStep::Read(read) => {
                import.read += 1;
                let preview = self.photos.arrivals.pop_front().and_then(|arrival| arrival.preview().cloned());
                match read {
                    Ok(read) => self.photo_read(ctx, *read, preview),
                    Err(unread) => import.unread.push(unread),
                }
            }
            ImportStep::Done => self.finish_import(false),
        }
    }

    fn photo_read(&mut self, ctx: &egui::Context, read: ReadPhoto, preview: Option<egui::TextureHandle>) {
        let (Some(session), Some(import)) = (&mut self.session, &mut self.importing.running) else { return };
        let report = session.editor.report();
        let hash = read.picture.original.hash;
        let fresh = FreshPhoto {
            format: read.picture.original.format,
            bytes: read.bytes,
            thumbnail: read.picture.thumbnail.as_slice().into(),
            lease: read.lease,
        };
        if report.photos.iter().any(|photo| photo.hash == hash) {
            if session.misses_original(hash) {
                self.take_original_back(ctx, hash, fresh);
            } else {
                import.twice.push(read.file_name);
            }
            return;
        }
        let mut ids = session.editor.ids.clone();
        let photo = read.picture.photo(ids.photo(), &report.participants);
        let id = photo.id;
        if let Some(preview) = preview {
            self.pictures.lend(&photo, preview);
        }
        let transaction = photos::bring_in(report, vec![photo], import.number);
        session.fresh.insert(hash, fresh);
        let now_ms = ctx.input(|input| (input.time * 1000.0) as u64);
        if session.editor.apply(transaction, now_ms) == Applied::Changed {
            import.added += 1;
            import.findings.note(&read.file_name, &read.picture);
            import.revision = session.editor.revision();
            // The first one is shown; whoever writes already is left where he is.
            if import.added == 1 && self.text.surface(ctx) != Some(Surface::Pane) {
                self.chosen.photo = Some(id);
            }
        }
    }

    /// Takes in the bytes of a photo whose original was not in the file: they are saved with the next save, which this asks for.
    pub(super) fn take_original_back(&mut self, ctx: &egui::Context, hash: PhotoHash, fresh: FreshPhoto) {
        let Some(session) = &mut self.session else { return };
        session.fresh.insert(hash, fresh);
        session.must_save = true;
        session.timing.changed(ctx.input(|input| input.time));
        self.pictures.forget(hash);
    }

    /// What the status bar says of an import.
    pub(super) fn import_activity(&self) -> Option<Activity> {
        let import = self.importing.running.as_ref()?;
        let done = (import.read + 1).min(import.files.len());
        let words = match import.files.len() {
            0 => self.locale.tr("status-reading-photos"),
            files => self.locale.tr_with("import-progress", &[("done", done.into()), ("of", files.into())]),
        };
        Some(Activity { words, stop: Some(self.locale.tr("import-stop")) })
    }

    /// Ends the import that goes on, tells what became of it, and begins the next one. What has come stays.
    pub(super) fn finish_import(&mut self, was_stopped: bool) {
        let Some(import) = self.importing.running.take() else { return };
        import.cancel.cancel();
        self.photos.arrivals.clear();
        if was_stopped {
            self.importing.waiting.clear();
            let values = [("done", import.added.into()), ("of", import.files.len().into())];
            let message = Message::info(self.locale.tr_with("import-stopped", &values)).about(Topic::Photos);
            let current = self.session.as_ref().is_some_and(|session| session.editor.revision() == import.revision);
            let undo = || self.locale.tr("command-undo");
            self.messages.push(if current { message.with_undo(undo(), import.revision) } else { message });
        }
        let all_read = import.unread.is_empty();
        self.tell_of_import(import);
        self.start_waiting_import();
        if !all_read && matches!(self.closing, Closing::Saving { .. }) {
            // Whoever closes the window must have read what is not in the report.
            self.closing = Closing::No;
        }
    }

    fn start_waiting_import(&mut self) {
        if let Some(paths) = self.importing.waiting.pop_front() {
            self.start_import(paths);
        }
    }

    fn tell_of_import(&mut self, import: Import) {
        let twice = (!import.twice.is_empty()).then(|| {
            let values = [("count", import.twice.len().into()), ("names", some_of(&import.twice, &self.locale).into())];
            self.locale.tr_with("import-twice", &values)
        });
        let told: Vec<_> = twice.into_iter().chain(import.findings.told(&self.locale)).collect();
        let problems: Vec<_> = import.unread.into_iter().map(|unread| (unread.file_name, unread.problem)).collect();
        let unread = telling::unread_photos(&self.locale, &problems);
        if let Some(unread) = unread {
            let text = told.into_iter().chain([unread.short]).collect::<Vec<_>>().join("\n");
            let mut message = Message::error(text).about(Topic::Photos);
            if let Some(whole) = unread.whole {
                self.unread_photos = whole;
                message = message.with_action(self.locale.tr("import-show-all"), Command::UnreadPhotos);
            }
            self.messages.push(message);
        } else if let Some(message) = import.findings.message(&told) {
            self.messages.push(message);
        }
    }

    /// Ends all imports without a word: another report is shown.
    pub(super) fn stop_imports(&mut self) {
        if let Some(import) = self.importing.running.take() {
            import.cancel.cancel();
        }
        self.importing.waiting.clear();
        self.photos.arrivals.clear();
    }

    /// Whoever takes an import back while it goes on wants no more of it. What else was dropped comes in.
    pub(super) fn end_import_that_was_undone(&mut self) {
        let (Some(session), Some(import)) = (&self.session, &self.importing.running) else { return };
        if import.added > 0 && !session.editor.history().has_done(EditKind::Import(import.number)) {
            import.cancel.cancel();
            self.importing.running = None;
            self.photos.arrivals.clear();
            self.start_waiting_import();
        }
    }
}

/// The first names of a list, and how many there are besides.
fn some_of(names: &[String], locale: &crate::app::Locale) -> String {
    const SHOWN: usize = 6;
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => locale.tr_with("import-and-more", &[("names", shown.into()), ("count", more.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Start, UiLanguage};
    use crate::import::ImportProblem;

    fn importing(home: &std::path::Path) -> App {
        let ctx = egui::Context::default();
        let mut app = App::for_tests(&ctx, Start::Welcome, UiLanguage::En, home);
        app.new_report(&ctx);
        app.importing.pretend_to_run();
        app
    }

    #[test]
    fn what_could_not_be_read_is_told_before_the_window_closes() {
        let home = tempfile::tempdir().unwrap();
        let mut app = importing(home.path());
        let unread = UnreadPhoto { file_name: "IMG_1.JPG".to_owned(), problem: ImportProblem::NotAFile };
        app.importing.running.as_mut().unwrap().unread.push(unread);
        app.closing = Closing::Saving { quit: true };
        app.finish_import(false);
        assert_eq!(app.closing, Closing::No);

        app.importing.pretend_to_run();
        app.closing = Closing::Saving { quit: true };
        app.finish_import(false);
        assert_eq!(app.closing, Closing::Saving { quit: true }, "all was read");
    }

    #[test]
    fn undoing_an_import_leaves_what_else_was_dropped() {
        let home = tempfile::tempdir().unwrap();
        let mut app = importing(home.path());
        app.importing.running.as_mut().unwrap().added = 1;
        app.importing.waiting.push_back(vec![home.path().join("b")]);
        app.importing.waiting.push_back(vec![home.path().join("c")]);
        app.end_import_that_was_undone();
        let goes_on = app.importing.running.as_ref().map(|import| import.number);
        assert_eq!((goes_on, app.importing.waiting.len()), (Some(1), 1));
    }
}
