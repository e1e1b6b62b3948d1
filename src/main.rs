//! The program: a window, or the command line.

use std::io;
use std::process::ExitCode;

use rapporteur::app;
use rapporteur::cli::{self, Invocation, Window};

fn main() -> ExitCode {
    let args = std::env::args_os().skip(1);
    let preferences = app::folders::Folders::current().map(|folders| folders.preferences());
    let invocation = cli::run_with(args, preferences, &mut io::stdout().lock(), &mut io::stderr().lock());
    match invocation {
        Invocation::Done(status) => ExitCode::from(status.code()),
        Invocation::Window(window) => app::open_window(start(window)),
    }
}

fn start(window: Window) -> app::Start {
    match window {
        Window::Welcome => app::Start::Welcome,
        Window::New => app::Start::New,
        Window::Sample => app::Start::Sample,
        Window::File(path) => app::Start::File(path),
    }
}
