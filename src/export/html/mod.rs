//! HTML that is safe by construction: elements come from a list, words and attributes are escaped where they are written.

mod body;
mod writer;

pub(super) use self::body::{BodyKind, Figures, Share, body_html, line_html};
pub use self::writer::Writer;
