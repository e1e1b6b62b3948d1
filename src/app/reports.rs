//! Reports come and go: new, opened, saved, closed.

use std::path::{Path, PathBuf};

use crate::app::counts::Counts;
use crate::app::outcome::{Choice, OpenedReport, Outcome, SaveEnd};
use crate::app::picker::{self, Asking};
use crate::app::saving::{self, SaveWork, Target};
use crate::app::session::{FreshPhoto, Home, Place, SaveFailure, Session};
use crate::app::{App, Closing, Command, Question, telling};
use crate::document::OpenNotice;
use crate::file::Access;
use crate::report::{IdSource, Report};
use crate::ui::dialogs::{Dialogs, MessageDialog};
use crate::ui::messages::Message;
use crate::ui::view::Chosen;

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
            let fresh = FreshPhoto { format, bytes: bytes.into(), thumbnail: [].into() };
            session.fresh.insert(hash, fresh);
        }
        self.show_session(ctx, session);
    }

    /// Opens a file in this window, or in a window of its own where this one has a report.
    pub(super) fn open_file(&mut self, path: &Path) {
        if self.session.is_some() {
            self.another_window(&[path.as_os_str().to_owned()]);
            return;
        }
        let path = path.to_owned();
        self.jobs.spawn("open report", move |_| Outcome::Opened(path.clone(), saving::open(&path)));
    }

    /// Shows a report that a job opened.
    pub(super) fn opened(&mut self, ctx: &egui::Context, path: PathBuf, opened: OpenedReport) {
        let place: Option<Place> = opened.view.and_then(|view| serde_json::from_value(view).ok());
        let is_draft = self.is_own(&path);
        let home = if is_draft { Home::Draft(path) } else { Home::File(path) };
        let access = opened.document.access();
        let session = Session::opened(opened.report, opened.document, place, home, new_ids());
        self.show_session(ctx, session);
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

    fn show_session(&mut self, ctx: &egui::Context, session: Session) {
        self.pictures.clear();
        self.text.reset();
        self.chosen = Chosen::default();
        self.people.reset();
        self.counts = Counts::default();
        self.session = Some(session);
        self.text.focus_page(ctx);
    }

    fn another_window(&mut self, arguments: &[std::ffi::OsString]) {
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
            picker::open(choice, asking, self.jobs.outbox());
        }
    }

    /// Saves under a name that the reporter chose.
    pub(super) fn save_as(&mut self, path: &Path) {
        let path = picker::with_extension(path, "rapport");
        let same = self.session.as_ref().and_then(|session| session.home.path()) == Some(path.as_path());
        self.prefs.last_folder = path.parent().map(Path::to_owned);
        self.start_save(if same { Target::Here { keep_version: true } } else { Target::Replacing(path) });
    }

    fn start_save(&mut self, target: Target) {
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
                Some(folders.recovery().join(format!("{}.rapport", session.editor.report().id)))
            }
            _ => None,
        };
        let work = SaveWork {
            report: session.editor.report().clone(),
            revision: session.editor.revision(),
            place: session.place(),
            document: session.document.take(),
            rescue: session.rescue.take(),
            rescue_path,
            fresh: session.fresh_photos(),
            target,
        };
        self.jobs.spawn("save", move |_| Outcome::Saved(Box::new(saving::save(work))));
    }

    /// Takes the file back from a save.
    pub(super) fn saved(&mut self, ctx: &egui::Context, end: SaveEnd) {
        let now_s = ctx.input(|input| input.time);
        let Some(session) = &mut self.session else { return };
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
                session.timing.finished(now_s, end.took_s);
                for hash in &end.photos {
                    session.fresh.remove(hash);
                }
                if let Some(path) = end.moved_to {
                    self.moved(path);
                }
            }
            Err(err) => {
                let mut message = telling::document_error(&self.locale, &err);
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
            self.messages.push(Message::error(message).with_action(save_as, Command::SaveAs));
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
        let untouched = session.home == Home::Nowhere && session.editor.revision() == 0;
        let needs_save = session.is_dirty() && !session.is_read_only() && !untouched;
        if session.is_saving || needs_save {
            self.closing = Closing::Saving { quit };
            if !session.is_saving {
                self.save(false);
            }
            return;
        }
        self.compact_on_the_way_out();
        self.close_at_once(ctx, quit);
    }

    /// Closes the report as it is in its file.
    pub(super) fn close_at_once(&mut self, ctx: &egui::Context, quit: bool) {
        self.session = None;
        self.pictures.clear();
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

    /// What was removed from the report goes from the file when the report is closed.
    fn compact_on_the_way_out(&mut self) {
        let Some(session) = &mut self.session else { return };
        if session.is_read_only() {
            return;
        }
        let (report, place) = (session.editor.report().clone(), session.place());
        if let Home::Draft(path) = &session.home
            && report.is_blank()
        {
            let path = path.clone();
            session.document = None;
            if let Err(err) = std::fs::remove_file(&path) {
                log::warn!("an empty draft stays: {err}");
            }
            return;
        }
        let Some(mut document) = session.document.take() else { return };
        document.release_photos(&report);
        if document.container().is_wasteful()
            && let Err(err) = document.compact(&report, place.as_ref())
        {
            log::warn!("the file keeps its waste: {err}");
        }
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

/// The time of day, as the status bar shows it.
fn clock_time() -> String {
    jiff::ZonedDateTime::now().strftime("%H:%M:%S").to_string()
}
