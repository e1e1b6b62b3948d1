//! Reports come and go: new, opened, saved, closed.

use std::path::{Path, PathBuf};

use crate::app::articles::is_article;
use crate::app::counts::Counts;
use crate::app::folders::Folders;
use crate::app::outcome::{Choice, OpenedReport, Outcome, SaveEnd};
use crate::app::picker::{self, Asking};
use crate::app::saving::{self, SaveWork, Target};
use crate::app::session::{FreshPhoto, Home, Place, SaveFailure, Session};
use crate::app::{App, Closing, Command, Question, Start, telling};
use crate::document::{Document, OpenNotice};
use crate::file::Access;
use crate::job::{Jobs, Outbox};
use crate::report::{IdSource, Report};
use crate::ui::dialogs::{Dialogs, MessageDialog};
use crate::ui::messages::{Message, Topic};
use crate::ui::view::Chosen;

/// Reads the report that the program is started with.
pub(super) fn read_ahead(jobs: &Jobs<Outcome>, start: &Start, folders: Option<&Folders>) {
    if let Start::File(path) = start
        && !is_article(path)
    {
        read(jobs, path.clone(), folders);
    }
}

/// Reads a report file; [`App::opened`] shows what comes of it.
fn read(jobs: &Jobs<Outcome>, path: PathBuf, folders: Option<&Folders>) {
    let recovery = folders.map(Folders::recovery);
    let open = move |_: &Outbox<Outcome>| {
        let opened = saving::open(&path, recovery.as_deref());
        Outcome::Opened(path, opened)
    };
    jobs.spawn_awaited("open report", open, || Outcome::NotOpened);
}

impl App {
    /// Begins a report in this window, or in a window of its own where this one has a report.
    pub(super) fn new_report(&mut self, ctx: &egui::Context) {
        if self.session.is_some() {
            self.another_window(&["--new".into()]);
            return;
        }
        let mut ids = new_ids();
        let report = Report::new(&mut ids, self.locale.language().tag());
        self.show_session(ctx, Session::new(report, ids));
    }

    /// Opens the sample as a report of its own.
    pub(super) fn open_sample(&mut self, ctx: &egui::Context) {
        if self.session.is_some() {
            self.another_window(&["--sample".into()]);
            return;
        }
        let mut ids = new_ids();
        let sample = crate::sample::sample(self.locale.language().tag(), &mut ids);
        let mut session = Session::new(sample.report, ids);
        for (hash, format, bytes) in sample.photos {
            let fresh = FreshPhoto { format, bytes: bytes.into(), thumbnail: [].into(), lease: None };
            session.fresh.insert(hash, fresh);
        }
        self.show_session(ctx, session);
    }

    /// Opens a file in this window, or in a window of its own where this one has a report.
    pub(super) fn open_file(&mut self, path: &Path) {
        if is_article(path) {
            self.import_article(path);
            return;
        }
        self.messages.end(Topic::Open);
        let path = path.to_owned();
        if self.session.is_some() {
            // What cannot be opened is told here, rather than in a window that comes for nothing else.
            self.jobs.spawn("look at report", move |_| match Document::look(&path) {
                Ok(_) => Outcome::CanBeOpened(path),
                Err(err) => Outcome::Opened(path, Err(err)),
            });
            return;
        }
        read(&self.jobs, path, self.folders.as_ref());
    }

    /// Shows a report that a job opened; in a window of its own where another one was begun meanwhile.
    pub(super) fn opened(&mut self, ctx: &egui::Context, path: PathBuf, opened: OpenedReport) {
        if self.session.is_some() {
            drop(opened);
            self.another_window(&[path.into_os_string()]);
            return;
        }
        let place: Option<Place> = opened.view.and_then(|view| serde_json::from_value(view).ok());
        let is_draft = self.is_own(&path);
        let home = if is_draft { Home::Draft(path) } else { Home::File(path) };
        let access = opened.document.access();
        let mut session = Session::opened(opened.report, opened.document, place, home, new_ids());
        session.saved_at = opened.modified.and_then(moment);
        self.show_session(ctx, session);
        self.counts = Counts::begun(opened.tally);
        if opened.has_rescue {
            self.messages.push(Message::error(self.locale.tr("message-rescue-found")));
        }
        self.tell_access(access);
        for notice in opened.notices {
            self.tell_notice(&notice);
        }
        self.remember_recent();
    }

    fn tell_access(&mut self, access: Access) {
        let id = match access {
            Access::Write => return,
            Access::ReadOnly => "message-read-only",
            Access::Locked => "message-locked",
            Access::Recovered => "message-recovered",
        };
        self.messages.push(Message::error(self.locale.tr(id)));
    }

    fn tell_notice(&mut self, notice: &OpenNotice) {
        self.messages.push(Message::error(telling::open_notice(&self.locale, notice)));
    }

    pub(super) fn show_session(&mut self, ctx: &egui::Context, mut session: Session) {
        self.sessions_shown += 1;
        session.number = self.sessions_shown;
        self.save_next = None;
        self.stop_search();
        self.stop_imports();
        self.pictures.clear();
        self.closer.close();
        self.text.reset();
        self.chosen = Chosen::default();
        self.people.reset();
        self.find.reset();
        self.outline.reset();
        self.counts = Counts::default();
        self.session = Some(session);
        self.text.focus_page(ctx);
    }

    pub(super) fn another_window(&mut self, arguments: &[std::ffi::OsString]) {
        let started =
            std::env::current_exe().and_then(|program| std::process::Command::new(program).args(arguments).spawn());
        if let Err(err) = started {
            self.messages.push(Message::error(telling::system_error(&self.locale, &err)));
        }
    }

    /// Whether a file lies in the program's own folder: a draft, or a copy that was rescued.
    fn is_own(&self, path: &Path) -> bool {
        self.folders.as_ref().is_some_and(|folders| path.starts_with(&folders.data))
    }

    /// Saves where the report is. A draft asks for a name when the reporter asks for saving.
    pub(super) fn save(&mut self, asked_for: bool) {
        let Some(session) = &self.session else { return };
        match &session.home {
            Home::File(_) => self.start_save(Target::Here { keep_version: asked_for }),
            Home::Nowhere | Home::Draft(_) if asked_for => self.ask_save_as(),
            Home::Draft(_) => self.start_save(Target::Here { keep_version: false }),
            Home::Nowhere => {
                let name = format!("{}.rapport", session.editor.report().id);
                match &self.folders {
                    Some(folders) => self.start_save(Target::New(folders.drafts().join(name))),
                    None => self.save_failed(self.locale.tr("message-no-drafts"), 0.0),
                }
            }
        }
    }

    /// Asks for a name for the report.
    pub(super) fn ask_save_as(&mut self) {
        let name = self.suggested_name();
        let Some(session) = &self.session else { return };
        let folder = match &session.home {
            Home::File(path) => path.parent().map(Path::to_owned),
            _ => None,
        };
        let asking = Asking {
            title: self.locale.tr("dialog-save-as-title"),
            folder: folder.or_else(|| self.prefs.last_folder.clone()),
            name: format!("{name}.rapport"),
            kind: self.locale.tr("dialog-report-files"),
        };
        self.ask(Choice::SaveAs, &asking);
    }

    /// Opens a system dialog, if none is open.
    pub(super) fn ask(&mut self, choice: Choice, asking: &Asking) {
        if self.asking.is_none() {
            self.asking = Some(choice);
            self.asking_for = self.session_number();
            picker::open(choice, asking, self.jobs.outbox());
        }
    }

    /// The number of the report that is open; 0 where none is.
    pub(super) fn session_number(&self) -> u64 {
        self.session.as_ref().map_or(0, |session| session.number)
    }

    /// Saves under a name that the reporter chose. Unless the system has asked already, it is asked before a file is replaced.
    pub(super) fn save_as(&mut self, path: &Path, was_asked: bool) {
        let named = picker::with_extension(path, "rapport");
        let same = self.session.as_ref().and_then(|session| session.home.path()) == Some(named.as_path());
        self.prefs.last_folder = named.parent().map(Path::to_owned);
        if same {
            self.start_save(Target::Here { keep_version: true });
        } else if named.exists() && !(was_asked && named == path) {
            let name = named.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.question = Some(Question::Replace(named));
            self.dialogs = Some(Dialogs::Message(MessageDialog::replace(&self.locale, &name)));
        } else {
            self.start_save(Target::Replacing(named));
        }
    }

    pub(super) fn start_save(&mut self, target: Target) {
        let Some(session) = &mut self.session else { return };
        let in_place = matches!(target, Target::Here { .. });
        if session.is_saving {
            // The wish is kept until the running save ends.
            self.save_next = Some(target).filter(|target| !matches!(target, Target::Here { keep_version: false }));
            return;
        }
        if in_place && session.is_read_only() {
            return;
        }
        session.is_saving = true;
        session.timing.started();
        let rescue_path = match (&session.home, &self.folders) {
            (Home::File(_), Some(folders)) => {
                let name = format!("{}-{}.rapport", session.editor.report().id, file_time());
                Some(folders.recovery().join(name))
            }
            _ => None,
        };
        session.saved_place = Some(session.here());
        let (number, home) = (session.number, session.home.path().map(Path::to_owned));
        let work = SaveWork {
            session: number,
            home: home.clone(),
            report: session.editor.report().clone(),
            revision: session.editor.revision(),
            place: session.place(),
            document: session.document.take(),
            rescue: session.rescue.take(),
            rescue_path,
            fresh: session.fresh_photos(),
            derived: std::mem::take(&mut session.derived),
            target,
        };
        let lost = move || Outcome::Saved(Box::new(SaveEnd::lost(number, home.unwrap_or_default())));
        let is_text_alone = matches!(work.target, Target::Here { keep_version: false }) && work.fresh.is_empty();
        let is_routine = is_text_alone && self.closing == Closing::No;
        let save = move |_: &_| Outcome::Saved(Box::new(saving::save(work)));
        match is_routine {
            true => self.jobs.spawn_between_keys("save", save, lost),
            false => self.jobs.spawn_awaited("save", save, lost),
        }
    }

    /// Takes the file back from a save.
    pub(super) fn saved(&mut self, ctx: &egui::Context, end: SaveEnd) {
        let now_s = ctx.input(|input| input.time);
        let Some(session) = self.session.as_mut().filter(|session| session.number == end.session) else { return };
        session.is_saving = false;
        session.rescue = end.rescue;
        if let Some(document) = end.document {
            session.file_pictures = Some(document.pictures());
            session.access = document.access();
            session.document = Some(document);
        }
        match end.result {
            Ok(revision) => {
                session.saved_revision = revision;
                session.saved_at = Some(clock_time());
                session.failure = None;
                self.messages.end(Topic::Save);
                // What photos take says nothing of how long the text will take.
                session.timing.finished(now_s, if end.photos.is_empty() { end.took_s } else { 0.0 });
                for hash in &end.photos {
                    session.fresh.remove(hash);
                }
                // What came meanwhile is not in the file yet.
                session.must_save = !session.fresh.is_empty();
                if let Some(path) = end.moved_to {
                    self.moved(path);
                }
                self.refresh_preview();
            }
            Err(err) => {
                let mut message = telling::save_error(&self.locale, &err);
                if end.is_elsewhere && session.home != Home::Nowhere {
                    self.messages.push(Message::error(message).about(Topic::Save));
                    return;
                }
                if session.rescue.is_some() {
                    message = format!("{message} {}", self.locale.tr("message-rescued"));
                }
                self.save_failed(message, now_s);
            }
        }
        if let Some(target) = self.save_next.take() {
            self.start_save(target);
        }
    }

    fn save_failed(&mut self, message: String, now_s: f64) {
        let Some(session) = &mut self.session else { return };
        let revision = session.editor.revision();
        let is_news = session.failure.as_ref().is_none_or(|old| old.message != message);
        session.failure = Some(SaveFailure { message: message.clone(), revision });
        session.timing.failed(now_s);
        if let Closing::Saving { quit } = self.closing {
            self.closing = Closing::No;
            self.question = Some(Question::CloseUnsaved { quit });
            self.dialogs = Some(Dialogs::Message(MessageDialog::unsaved(&self.locale, &message)));
        } else if is_news {
            let save_as = self.locale.tr("command-save-as");
            self.messages.push(Message::error(message).about(Topic::Save).with_action(save_as, Command::SaveAs));
        }
    }

    /// The report has another file now. A draft that it leaves behind is deleted: the new file is whole.
    fn moved(&mut self, path: PathBuf) {
        let is_draft = self.is_own(&path);
        let Some(session) = &mut self.session else { return };
        let old = std::mem::replace(&mut session.home, if is_draft { Home::Draft(path) } else { Home::File(path) });
        if let (Home::Draft(draft), false) = (&old, is_draft) {
            let draft = draft.clone();
            if let Err(err) = std::fs::remove_file(&draft) {
                log::warn!("the draft {} stays: {err}", draft.display());
            }
        }
        self.remember_recent();
    }

    fn remember_recent(&mut self) {
        let Some(session) = &self.session else { return };
        if let Home::File(path) = &session.home {
            let path = path.clone();
            self.prefs.add_recent(path);
        }
    }

    /// Closes the report once it is saved, and then the window if `quit`.
    pub(super) fn close_report(&mut self, ctx: &egui::Context, quit: bool) {
        let Some(session) = &self.session else {
            self.closing = if quit { Closing::Now } else { Closing::No };
            if quit {
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            return;
        };
        // What was dropped on the window is not lost because somebody was quick.
        if self.importing.is_running() {
            self.closing = Closing::Saving { quit };
            return;
        }
        let untouched = session.home == Home::Nowhere && session.editor.revision() == 0;
        let needs_save = (session.is_dirty() || session.has_moved()) && !session.is_read_only() && !untouched;
        if session.is_saving || needs_save {
            self.closing = Closing::Saving { quit };
            if !session.is_saving {
                self.save(false);
            }
            return;
        }
        if self.tidies_on_the_way_out() {
            self.closing = Closing::Saving { quit };
            return;
        }
        self.close_at_once(ctx, quit);
    }

    /// Closes the report as it is in its file.
    pub(super) fn close_at_once(&mut self, ctx: &egui::Context, quit: bool) {
        self.stop_search();
        self.stop_imports();
        self.session = None;
        self.pictures.clear();
        self.closer.close();
        self.text.reset();
        self.forget_glances();
        self.closing = Closing::No;
        if quit {
            self.closing = Closing::Now;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    /// Goes on with closing after a save.
    pub(super) fn continue_closing(&mut self, ctx: &egui::Context) {
        if let Closing::Saving { quit } = self.closing
            && self.session.as_ref().is_none_or(|session| !session.is_saving)
        {
            self.close_report(ctx, quit);
        }
    }

    /// What was removed from the report goes from the file when the report is closed: nobody can undo any more. Tells whether a job
    /// does that now.
    fn tidies_on_the_way_out(&mut self) -> bool {
        let Some(session) = &mut self.session else { return false };
        if session.is_read_only() || std::mem::replace(&mut session.is_tidy, true) {
            return false;
        }
        if let Home::Draft(path) = &session.home
            && session.editor.report().is_blank()
        {
            let path = path.clone();
            session.document = None;
            if let Err(err) = std::fs::remove_file(&path) {
                log::warn!("an empty draft stays: {err}");
            }
            return false;
        }
        let (report, place, number) = (session.editor.report().clone(), session.place(), session.number);
        let Some(mut document) = session.document.take_if(|document| document.needs_tidying(&report)) else {
            return false;
        };
        session.is_saving = true;
        let tidy = move |_: &_| {
            document.release_photos(&report);
            if let Err(err) = document.compact(&report, place.as_ref()) {
                log::warn!("the file keeps its waste: {err}");
            }
            Outcome::Tidied(number, Some(Box::new(document)))
        };
        self.jobs.spawn_awaited("tidy", tidy, move || Outcome::Tidied(number, None));
        true
    }

    /// Takes the file back, so that closing can go on.
    pub(super) fn tidied(&mut self, number: u64, document: Option<Box<Document>>) {
        let Some(session) = self.session.as_mut().filter(|session| session.number == number) else { return };
        session.document = document.map(|document| *document);
        session.is_saving = false;
    }
}

/// A source of ids that no other window has.
pub(super) fn new_ids() -> IdSource {
    let seed = getrandom::u64().unwrap_or_else(|err| {
        log::warn!("the system gives no random numbers ({err}); the clock stands in");
        jiff::Timestamp::now().as_nanosecond() as u64
    });
    IdSource::from_seed(seed)
}

/// When a file was written, as the status bar shows it: the time of today, or the day.
fn moment(modified: std::time::SystemTime) -> Option<String> {
    let written = jiff::Timestamp::try_from(modified).ok()?.to_zoned_datetime(jiff::tz::TimeZone::system());
    let is_today = written.date() == jiff::ZonedDateTime::now().date();
    Some(if is_today { written.strftime("%H:%M:%S") } else { written.strftime("%Y-%m-%d") }.to_string())
}

/// Now, as it can stand in a file name.
fn file_time() -> String {
    jiff::ZonedDateTime::now().strftime("%Y%m%d-%H%M%S").to_string()
}

/// The time of day, as the status bar shows it.
fn clock_time() -> String {
    jiff::ZonedDateTime::now().strftime("%H:%M:%S").to_string()
}
