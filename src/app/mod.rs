//! The shell: what the window does.
//!
//! [`App::logic`] takes in what jobs did and saves what is due; [`App::ui`] lets the text take its keys, draws the panes, and then does
//! what they asked for. Panes never change anything themselves.

mod command;
mod decode;
mod dispatch;
mod exporting;
mod frame;
mod locale;
mod logic;
mod outcome;
mod photos;
mod picker;
mod reports;
mod saving;
mod session;

use std::path::PathBuf;
use std::sync::Arc;

pub use self::command::{BlockStyle, Command, ExportKind, Pane, ThemeChoice, UiLanguage};
pub use self::locale::Locale;
use self::outcome::{Choice, Outcome};
use self::session::Session;
use crate::job::Jobs;
use crate::report::IdSource;
use crate::ui::pictures::Pictures;
use crate::ui::text::TextState;
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

/// The program's window.
pub struct App {
    session: Option<Session>,
    locale: Locale,
    jobs: Jobs<Outcome>,
    pictures: Pictures,
    text: TextState,
    chosen: Chosen,
    requests: Requests,
    /// The one system dialog that is open.
    asking: Option<Choice>,
    closing: Closing,
}
