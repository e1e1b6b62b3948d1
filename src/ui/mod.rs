//! The window's parts. Panes look at the report and ask for changes; the app makes them.

pub mod dialogs;
pub mod drag;
pub mod find;
pub mod icon;
pub mod left;
pub mod length;
pub mod look_closer;
pub mod menu;
mod menu_keys;
pub mod messages;
pub mod outline;
pub mod people;
pub mod photos;
pub mod pictures;
pub mod status;
pub mod strip;
pub mod suggestions;
pub mod text;
pub mod theme;
pub mod toolbar;
pub mod vietnamese;
pub mod view;
pub mod welcome;
pub mod widgets;
