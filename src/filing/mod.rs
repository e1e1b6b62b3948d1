//! Filing a story: how each desk wants it, and what has changed since a desk was sent it.
//!
//! What was sent is kept in the report itself ([`crate::report::Filed`]); here it is held against what the report says now. What a
//! desk wants is a [`Preset`], which the preferences keep.

mod changes;
mod preset;
mod styles;
mod words;

pub use self::changes::{Change, Changes, Mark, PhotoName, Piece, Place, What};
pub use self::preset::{MOST_MEGABYTES, Preset, SIDES_PX, built_in, find, of_preferences};
