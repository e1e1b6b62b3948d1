//! The window's parts. Panes look at the report and ask for changes; the app makes them.

pub mod drag;
pub mod icon;
pub mod people;
pub mod photos;
pub mod pictures;
pub mod search;
pub mod text;
pub mod theme;
pub mod view;
pub mod widgets;
