//! Documents of word processors into a draft: `.docx` (Word, Google Docs, LibreOffice and others) and `.odt`.
//!
//! - `package` unpacks within bounds, `docx` and `odt` say in one way (`flow`) what stands in the document, `figures` finds the captions of
//!   pictures, `compose` makes a page of it that the reader of pages takes in: so lists, quotations, tables and captions have one set of rules.
//! - Kept are the same things as of a page. Tracked insertions are words, deletions and comments are left out and told, notes stand at the
//!   end with their number.
//! - There are crates that read DOCX (`docx-rs`, `docx-rust`); they are made for writing, know only some of what documents have (no notes, no
//!   fields, no alternative texts), and fail or panic on what they do not know. XML and ZIP are read by crates, what is in it here.

mod byline;
mod compose;
mod docx;
mod figures;
mod flow;
mod languages;
mod names;
mod odt;
mod package;
mod xml;

#[cfg(test)]
mod anything;
#[cfg(test)]
pub(crate) mod testing;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::{Draft, MAX_PICTURE, PictureTarget, credit};

pub use self::package::{OfficeError, Package};

/// Reads a document of a word processor, whatever its name ends with.
///
/// # Errors
/// [`OfficeError`].
pub fn parse(bytes: Vec<u8>) -> Result<Draft, OfficeError> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    let document = if odt::is_one(&names) {
        odt::read(&mut package)?
    } else if docx::is_one(&names) {
        docx::read(&mut package)?
    } else {
        return Err(OfficeError::damaged("it has no text"));
    };
    let mut failed = None;
    let mut known: BTreeMap<String, PictureTarget> = BTreeMap::new();
    let mut load = |part: &str| match package.bytes(part, MAX_PICTURE) {
        Ok(Some(bytes)) => {
            let name = part.rsplit('/').next().unwrap_or(part).to_owned();
            PictureTarget::Inside { name, bytes: Arc::from(bytes) }
        }
        Ok(None) => PictureTarget::Beside(part.to_owned()),
        Err(problem) => {
            failed = Some(problem);
            PictureTarget::Unknown
        }
    };
    let mut draft =
        compose::draft(document, &mut |part| known.entry(part.to_owned()).or_insert_with(|| load(part)).clone());
    if let Some(problem) = failed {
        return Err(problem);
    }
    credit::take_off(&mut draft);
    Ok(draft)
}
