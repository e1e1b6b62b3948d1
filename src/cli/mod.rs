//! The command line: the same work as the window's, without one.
//!
//! | verb | does |
//! |---|---|
//! | `new` | creates an empty report |
//! | `import` | articles, photos and folders of photos into a new report or into one that is there |
//! | `export` | a page, one file of HTML, a fragment for a CMS, a desk package, ninjs, or JSON |
//! | `template` | the built-in page's template, to be changed |
//! | `pictures` | the photos of a report, or photos, in the sizes that a page needs |
//! | `info` | what a report holds, or what a photo says |
//! | `names` | names in a report that are nearly those of its participants |
//! | `unpack` | its text and photos as plain files |
//! | `people` | the list of participants out, or those of a list in |
//! | `torture` | the aid of the durability tests |
//!
//! Exit status: 0 done, 1 done with findings (told on stderr), 2 an error (one line on stderr that names the item and
//! says what to do). An output is there whole or not at all. A reader that closes its end early is no error.

mod args;
mod error;
mod export;
mod export_to;
mod help;
mod import;
mod info;
mod info_photo;
mod names;
mod new;
mod output;
mod people;
mod pictures;
mod torture;
mod unpack;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use crate::report::IdSource;

pub use self::args::{ImportTarget, Verb};
pub use self::error::{CliError, UsageError};
pub use self::export_to::ExportTo;

/// What the program was started for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// To show a window.
    Window(Window),
    /// It was a verb, and it is done: the exit status.
    Done(Status),
}

/// What the window shows first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Window {
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

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Everything was done.
    Done,
    /// Everything was done, and there is something that somebody should look at.
    Findings,
    /// It was not done.
    Error,
}

impl Status {
    /// The number that the process ends with.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Error => 2,
        }
    }
}

/// Does what the arguments (without the program's name) say, unless it is to open a window.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Invocation {
    run_with(args, None, out, err)
}

/// As [`run`], with the reporter's preferences, which hold what desks want.
pub fn run_with(
    args: impl IntoIterator<Item = OsString>,
    preferences: Option<PathBuf>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Invocation {
    let mut console = Console { out, err, findings: false, preferences };
    let done = args::parse(args).map_err(CliError::from).and_then(|verb| match verb {
        Verb::Window(window) => Ok(Some(window)),
        verb => dispatch(verb, &mut console).map(|()| None),
    });
    let flushed = console.out.flush().map_err(CliError::Output);
    match done.and_then(|window| flushed.map(|()| window)) {
        Ok(Some(window)) => Invocation::Window(window),
        Ok(None) => Invocation::Done(if console.findings { Status::Findings } else { Status::Done }),
        // Whoever reads has read enough.
        Err(CliError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Invocation::Done(Status::Done),
        Err(error) => {
            // Where even this cannot be written, the exit status still tells.
            drop(writeln!(console.err, "rapporteur: {}", one_line(&error.to_string())));
            Invocation::Done(Status::Error)
        }
    }
}

fn dispatch(verb: Verb, console: &mut Console<'_>) -> Result<(), CliError> {
    match verb {
        Verb::Window(_) => Ok(()),
        Verb::Help(topic) => console.say(help::text(topic)),
        Verb::Version => console.say(concat!("rapporteur ", env!("CARGO_PKG_VERSION"))),
        Verb::New(options) => new::run(&options),
        Verb::Import(options) => import::run(&options, console),
        Verb::Export(options) => export::run(&options, console),
        Verb::Template(options) => export::copy_template(&options),
        Verb::Pictures(options) => pictures::run(&options, console),
        Verb::Info(options) => info::run(&options, console),
        Verb::Names(options) => names::run(&options, console),
        Verb::Unpack(options) => unpack::run(&options, console),
        Verb::People(options) => people::run(&options, console),
        Verb::Churn(options) => torture::churn(&options, console),
        Verb::Verify(file) => torture::verify(&file, console),
    }
}

/// Where a verb speaks.
struct Console<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    findings: bool,
    /// The file of the preferences, where there may be one.
    preferences: Option<PathBuf>,
}

impl Console<'_> {
    /// A line of the result.
    fn say(&mut self, line: &str) -> Result<(), CliError> {
        writeln!(self.out, "{line}").map_err(CliError::Output)
    }

    /// A result that is no text.
    fn write(&mut self, bytes: &[u8]) -> Result<(), CliError> {
        self.out.write_all(bytes).map_err(CliError::Output)
    }

    /// A result for programs.
    fn say_json(&mut self, result: &impl Serialize) -> Result<(), CliError> {
        let json = serde_json::to_string_pretty(result).map_err(|error| CliError::Output(error.into()))?;
        self.say(&json)
    }

    /// A result as a list of what is known.
    fn say_facts(&mut self, facts: Vec<(&'static str, String)>) -> Result<(), CliError> {
        facts.into_iter().try_for_each(|(name, value)| self.say(&format!("{name:<13} {value}")))
    }

    /// A line that must be seen at once.
    fn say_now(&mut self, line: &str) -> Result<(), CliError> {
        self.say(line)?;
        self.out.flush().map_err(CliError::Output)
    }

    /// Something to know.
    fn note(&mut self, line: &str) {
        drop(writeln!(self.err, "note: {}", one_line(line)));
    }

    /// Something that somebody should look at.
    fn finding(&mut self, line: &str) {
        self.findings = true;
        self.note(line);
    }
}

/// A source of ids that no other report has.
fn new_ids() -> Result<IdSource, CliError> {
    getrandom::u64().map(IdSource::from_seed).map_err(|_none| CliError::NoRandomness)
}

fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
