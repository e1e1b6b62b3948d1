//! What differs between languages.

pub mod date;
pub mod fold;
pub mod phrases;
