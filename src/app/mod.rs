//! The shell: what the window does.
//!
//! `App::logic` takes in what jobs did and saves what is due; `App::ui` lets the text take its keys, draws the panes, and then does
//! what they asked for. Panes never change anything themselves.

mod articles;
mod clipboard;
mod command;
mod command_env;
mod counts;
mod decode;
mod dictionaries;
mod dispatch;
mod event_loop;
mod export_dialog;
mod exporting;
mod focus_mode;
pub mod folders;
mod frame;
mod glance;
mod handed_back;
mod importing;
mod in_turn;
mod keyboard;
mod locale;
mod logic;
mod look_closer;
mod looks;
mod manner;
mod names;
mod outcome;
mod own_words;
mod participants;
mod pasting;
mod people_shown;
mod photos;
mod picker;
pub mod prefs;
mod preview;
mod quiet_keys;
mod reading_again;
mod reports;
mod saving;
mod session;
mod settings;
pub mod shortcuts;
mod similar;
mod spelling;
mod telling;
#[cfg(test)]
mod tests;
mod waiting;
pub mod window;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

pub use self::command::{BlockStyle, Command};
pub use self::command_env::{CommandEnv, ZOOM_MAX, ZOOM_MIN};
use self::folders::Folders;
pub use self::locale::Locale;
pub use self::manner::{ExportKind, PageLook, Pane, ThemeChoice, UiLanguage};
use self::outcome::{Choice, Outcome};
use self::prefs::Prefs;
use self::saving::Target;
use self::session::Session;
use self::shortcuts::Shortcuts;
use crate::job::{Haste, Jobs};
use crate::ui::dialogs::Dialogs;
use crate::ui::find::FindState;
use crate::ui::length::LengthState;
use crate::ui::look_closer::LookCloserState;
use crate::ui::messages::Messages;
use crate::ui::outline::OutlineState;
use crate::ui::people::PeopleState;
use crate::ui::photos::PhotosState;
use crate::ui::pictures::Pictures;
use crate::ui::text::TextState;
use crate::ui::theme;
use crate::ui::view::{Chosen, Requests};

/// What the window shows when it opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Start {
    /// The welcome page.
    #[default]
    Welcome,
    /// A new report.
    New,
    /// The sample report.
    Sample,
    /// A report file.
    File(PathBuf),
}

/// What a job has done is shown after so long: without any delay egui would draw it twice.
const JOB_REST: std::time::Duration = std::time::Duration::from_millis(2);
/// What nobody waits for is shown with the next key, or after so long.
const QUIET_JOB_REST: std::time::Duration = std::time::Duration::from_millis(300);

/// Opens the window and runs until it is closed.
pub fn open_window(start: Start) -> std::process::ExitCode {
    let folders = Folders::current();
    let defaults = Prefs::first_start(prefs::system_locales());
    let remembered = folders.map_or(defaults.clone(), |folders| prefs::read(&folders.preferences(), defaults).0);
    let options = window::native_options(&remembered);
    let opening = Opening::begin(start);
    let ended = event_loop::run(
        window::APP_ID,
        options,
        Box::new(|creation| {
            let app = App::new(&creation.egui_ctx, opening);
            window::spare_the_processor_that_draws(&creation.egui_ctx, creation.gl.as_ref());
            Ok(Box::new(app))
        }),
    );
    match ended {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(err) => {
            use std::io::Write as _;
            // Nobody is left to tell if the terminal is gone too.
            let _told = writeln!(std::io::stderr(), "rapporteur: the window cannot be opened: {err}");
            std::process::ExitCode::from(2)
        }
    }
}

/// What is done while the system still makes the window, which takes longer than to read a report.
#[derive(Debug)]
pub struct Opening {
    start: Start,
    jobs: Jobs<Outcome>,
    /// Where the window is to be woken, once there is one.
    window: Arc<OnceLock<egui::Context>>,
}

impl Opening {
    /// Begins to read the report, if there is one.
    pub fn begin(start: Start) -> Self {
        let window = Arc::<OnceLock<egui::Context>>::default();
        let waker = Arc::clone(&window);
        let wake = move |haste| {
            if let Some(ctx) = waker.get() {
                ctx.request_repaint_after(match haste {
                    Haste::Soon => JOB_REST,
                    Haste::Whenever => QUIET_JOB_REST,
                });
            }
        };
        let jobs = Jobs::new(Arc::new(wake));
        reports::read_ahead(&jobs, &start, Folders::current().as_ref());
        Self { start, jobs, window }
    }
}

/// What is going on with the window's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Closing {
    #[default]
    No,
    /// The report is saved first, then its page closes; with `quit` the window too.
    Saving { quit: bool },
    /// Nothing is in the way any more.
    Now,
}

/// What is asked in the message dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Question {
    /// Whether the report is closed though it cannot be saved; with `quit` the window too.
    CloseUnsaved { quit: bool },
    /// Whether a draft is deleted.
    DeleteDraft(PathBuf),
    /// Whether the report takes the place of a file.
    Replace(PathBuf),
    /// Whether notes and contacts go with the list of participants.
    PrivatePeople(participants::PeopleOut),
}

/// The program's window.
pub struct App {
    session: Option<Session>,
    /// Where drafts and preferences are kept; nowhere on a system that has no place for them.
    folders: Option<Folders>,
    start: Option<Start>,
    locale: Locale,
    prefs: Prefs,
    /// The preferences as they are in their file.
    written_prefs: Prefs,
    jobs: Jobs<Outcome>,
    pictures: Pictures,
    text: TextState,
    people: PeopleState,
    find: FindState,
    spell: spelling::SpellCheck,
    names: names::NameCheck,
    in_turn: in_turn::InTurn,
    handed_back: handed_back::HandedBack,
    told_caret: window::ToldCaret,
    quiet_keys: quiet_keys::QuietKeys,
    photos: PhotosState,
    closer: LookCloserState,
    /// Where the keyboard goes when the look at a photo ends.
    closer_opened_on_page: bool,
    outline: OutlineState,
    chosen: Chosen,
    requests: Requests,
    shortcuts: Shortcuts,
    messages: Messages,
    dialogs: Option<Dialogs>,
    /// What the message dialog asks.
    question: Option<Question>,
    glances: glance::Glances,
    /// The pane that F6 goes on from.
    pane: Pane,
    keyboard: keyboard::Keyboard,
    /// The one system dialog that is open.
    asking: Option<Choice>,
    /// The number of the report that it is about.
    asking_for: u64,
    /// A path that is asked for in the window, where the system has no dialog.
    path_question: Option<waiting::PathQuestion>,
    /// So many reports this window has shown.
    sessions_shown: u64,
    /// A save that was asked for while another one ran.
    save_next: Option<Target>,
    /// The files that the last import did not take, as the reporter reads them.
    unread_photos: String,
    /// A search for photos that look alike.
    similar: Option<similar::Search>,
    /// Photos that are on their way into the report.
    importing: importing::Imports,
    /// An export that is going on.
    exporting: Option<exporting::Running>,
    /// What the export dialog made last.
    exported: Option<PathBuf>,
    /// The page that is looked at in the browser.
    preview: Option<preview::Preview>,
    /// Where the page with the participants lies that is to be printed.
    printed: Option<tempfile::TempDir>,
    closing: Closing,
    /// The revision that the timing of saves has heard of.
    seen_revision: u64,
    counts: counts::Counts,
    focus_mode: focus_mode::FocusMode,
    length: LengthState,
    /// Offers what was copied for as long as the window lives.
    clipboard: Arc<dyn clipboard::Clipboard>,
    /// A paste that waits for what is on the clipboard.
    pasting: Option<pasting::Pasting>,
    /// What was pasted last, if it was more than words.
    pasted: Option<pasting::LastPaste>,
    /// The key that pastes.
    paste_key: pasting::PasteKey,
    /// The key was pressed, and egui had nothing to give for it.
    only_html_is_pasted: bool,
    /// So many pastes this window has begun.
    pastes: u64,
    title: String,
    /// The report that the program was started with is still being opened.
    is_starting: bool,
}

impl App {
    /// The window's contents, with the reporter's preferences.
    pub fn new(ctx: &egui::Context, opening: Opening) -> Self {
        let defaults = Prefs::first_start(prefs::system_locales());
        let folders = Folders::current();
        let (prefs, warnings) = match &folders {
            Some(folders) => prefs::read(&folders.preferences(), defaults),
            None => (defaults, Vec::new()),
        };
        for warning in warnings {
            log::warn!("{warning}");
        }
        let Opening { start, jobs, window } = opening;
        // What has come before this is taken in the first frame.
        window.get_or_init(|| ctx.clone());
        let clipboard = Arc::<clipboard::OfSystem>::default();
        Self::with(ctx, start, prefs, folders, jobs, dictionaries::system_folders(), clipboard)
    }

    /// As [`App::new`], with jobs that are done at once, everything that is kept in one folder, no preferences read,
    /// and no dictionaries but those of the program: for tests.
    pub fn for_tests(ctx: &egui::Context, start: Start, language: UiLanguage, home: &std::path::Path) -> Self {
        let mut prefs = Prefs::default();
        prefs.language = language;
        let folders = Folders::new(Some(home.as_os_str()));
        let clipboard = Arc::<clipboard::OfWindow>::default();
        let jobs = Jobs::immediate();
        reports::read_ahead(&jobs, &start, folders.as_ref());
        Self::with(ctx, start, prefs, folders, jobs, Vec::new(), clipboard)
    }

    fn with(
        ctx: &egui::Context,
        start: Start,
        prefs: Prefs,
        folders: Option<Folders>,
        jobs: Jobs<Outcome>,
        dictionaries: Vec<PathBuf>,
        clipboard: Arc<dyn clipboard::Clipboard>,
    ) -> Self {
        theme::install(ctx);
        window::set_up(ctx);
        ctx.set_theme(window::theme_preference(prefs.theme));
        ctx.set_zoom_factor(prefs.zoom);
        let mut photos = PhotosState::default();
        photos.wall = prefs.panes.photos_wall;
        photos.compact = prefs.panes.photos_compact;
        let mut people = PeopleState::default();
        people.look = prefs.panes.people_list;
        let mut app = Self {
            session: None,
            names: names::NameCheck::default(),
            spell: spelling::SpellCheck::new(folders.as_ref(), dictionaries),
            folders,
            start: Some(start),
            locale: Locale::new(prefs.language),
            written_prefs: prefs.clone(),
            prefs,
            jobs,
            pictures: Pictures::default(),
            text: TextState::default(),
            people,
            find: FindState::default(),
            in_turn: in_turn::InTurn::default(),
            handed_back: handed_back::HandedBack::default(),
            told_caret: window::ToldCaret::default(),
            quiet_keys: quiet_keys::QuietKeys::default(),
            photos,
            closer: LookCloserState::default(),
            closer_opened_on_page: false,
            outline: OutlineState::default(),
            chosen: Chosen::default(),
            requests: Requests::default(),
            shortcuts: Shortcuts::default(),
            messages: Messages::default(),
            dialogs: None,
            question: None,
            glances: glance::Glances::default(),
            pane: Pane::Text,
            keyboard: keyboard::Keyboard::default(),
            asking: None,
            asking_for: 0,
            path_question: None,
            sessions_shown: 0,
            save_next: None,
            unread_photos: String::new(),
            similar: None,
            importing: importing::Imports::default(),
            exporting: None,
            exported: None,
            preview: None,
            printed: None,
            closing: Closing::No,
            seen_revision: 0,
            counts: counts::Counts::default(),
            focus_mode: focus_mode::FocusMode::default(),
            length: LengthState::default(),
            clipboard,
            pasting: None,
            pasted: None,
            paste_key: pasting::PasteKey::default(),
            only_html_is_pasted: false,
            pastes: 0,
            title: String::new(),
            is_starting: false,
        };
        if let Some(Start::File(path)) = app.start.take_if(|start| matches!(start, Start::File(_))) {
            // A report is being read already.
            app.is_starting = !articles::is_article(&path);
            if !app.is_starting {
                app.import_article(&path);
            }
        }
        app
    }
}
