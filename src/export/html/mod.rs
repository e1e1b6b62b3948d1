//! HTML that is safe by construction: elements come from a list, words and attributes are escaped where they are written.

mod body;
mod reading;
mod writer;

pub(super) use self::body::{BodyKind, Figures, Share, body_html, line_html};
pub(super) use self::reading::as_text;
pub use self::writer::Writer;
