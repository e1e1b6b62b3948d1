//! The window's parts. Panes look at the report and ask for changes; the app makes them.

pub mod drag;
pub mod icon;
pub mod pictures;
pub mod text;
pub mod theme;
pub mod view;
