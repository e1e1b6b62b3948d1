//! The shell: what the window does.

mod command;
mod locale;

pub use self::command::{BlockStyle, Command, ExportKind, Pane, ThemeChoice, UiLanguage};
pub use self::locale::Locale;
