//! Rapporteur: conference reports, from an empty window to a page that a newsroom can publish.
//!
//! # The map
//!
//! In reading order; a module uses only modules that stand above it, and a test (`tests/it/tidy.rs`) keeps it so.
//!
//! | module | what it is |
//! |---|---|
//! | [`report`] | the document as a value |
//! | [`language`] | what differs between languages: stock phrases, dates, typography, folding for search; names and forms of address |
//! | [`edit`] | every change of it: steps that can be undone, operations made of them, selection, history |
//! | [`find`] | words looked for in a whole report |
//! | [`spelling`] | words that are not right, and what they may have been meant for |
//! | [`names`] | names typed by hand, held against the list of participants |
//! | [`check`] | the story check: one rule a file, findings with their place |
//! | [`filing`] | how desks want a story, and what has changed since one was sent it |
//! | [`sample`] | the sample report |
//! | [`photo`] | bytes to pixels and back: decoding with limits, upright, derivatives, metadata |
//! | [`mod@file`] | the container: a ZIP file that is saved by appending, and opened whatever happened to it |
//! | [`import`] | articles and photos from elsewhere |
//! | [`people`] | lists of participants, in and out |
//! | [`document`] | a report in its file |
//! | [`export`] | the page, one self-contained file, the fragment for a CMS; DOCX, ODT, EPUB, Markdown and plain text |
//! | [`job`] | work off the interface's thread |
//! | [`redraw`] | where the processor draws, only what changes is painted |
//! | [`ui`] | the parts of the window: text, photos, participants, dialogs, widgets, theme |
//! | [`app`] | the shell: session, commands, saving, preferences, translation |
//! | [`cli`] | the same work without a window |
//!
//! # Invariants
//!
//! - `report`, `edit`, `find`, `spelling`, `names`, `check`, `filing`, `language`, `people` and `sample` know no window, no file and no clock. Only `ui`, `app` and `redraw` know egui.
//! - A report changes only through transactions ([`edit::Editor::apply`]); each can be undone, and one history holds them all.
//!   What was done with it elsewhere is no change of it: what desks were sent, what was exported, how its page looks
//!   (the methods `remember_…` of [`edit::Editor`]).
//! - Texts are NFC, positions are bytes at character boundaries, and [`report::Report::fault`] says what else holds.
//! - Panes look and ask ([`ui::view::View`]); the app acts, once a frame, after they are drawn. The one exception is writing
//!   ([`ui::text::handle_input`]), where each key must meet what the one before it did.
//! - Nothing slow runs on the interface's thread: opening, saving, decoding, exporting are jobs that work on a snapshot.
//! - A save never writes over a byte of the last state, and opening never writes.
//! - What people read comes from `assets/locales`; what the page says besides the report comes from [`language::phrases`].
//! - The same report gives the same page, byte for byte.

pub mod app;
pub mod check;
pub mod cli;
pub mod document;
pub mod edit;
pub mod export;
pub mod file;
pub mod filing;
pub mod find;
pub mod import;
pub mod job;
pub mod language;
pub mod names;
pub mod people;
pub mod photo;
pub mod redraw;
pub mod report;
pub mod sample;
pub mod spelling;
pub mod ui;
