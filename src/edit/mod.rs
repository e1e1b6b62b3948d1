//! Every change of a report: primitive steps, the operations that are made of them, and their history.
//!
//! - A [`Step`] is the smallest change. It carries both what it takes away and what it puts there, so that it can be inverted
//!   without looking at the report, and it tells where a [`crate::report::Pos`] goes.
//! - An operation ([`ops`]) looks at a report and a selection and gives a [`Transaction`], or `None` where there is nothing
//!   to do: the same function answers "can I?" for a menu and does the work.
//! - An [`Editor`] is a report with its selection and history. It is the only thing that changes a report.
//!
//! New features add operations, hardly ever steps. Nothing here knows of a window, a file or a clock: the time of an edit
//! is handed in.

mod change;
mod editor;
mod history;
pub mod movement;
#[cfg(test)]
pub(crate) mod notation;
pub mod ops;
mod selection;
mod step;
#[cfg(test)]
mod tests;

pub use self::change::{Change, EditKind, Field, Transaction};
pub use self::editor::{Applied, Editor};
pub use self::history::{History, PHRASE_PAUSE_MS};
pub use self::selection::Selection;
pub use self::step::{Side, Step, StepError};
