//! stub
mod error;
mod notice;
mod source;
pub use self::error::*;
pub use self::notice::*;
pub use self::source::*;
use std::path::{Path, PathBuf};
use crate::report::Report;
/// Target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target { /// p
 Page, /// h
 Html, /// f
 Fragment, /// j
 Json }
/// Exported.
#[derive(Debug)]
pub struct Exported { /// f
 pub files: Vec<PathBuf>, /// n
 pub notices: Vec<Notice>, /// b
 pub bytes: u64 }
/// stub
pub fn export(_: &Report, _: &dyn PictureSource, _: Target, _: &Path, _: &mut Watch<'_>) -> Result<Exported, ExportError> { Err(ExportError::Cancelled) }
/// stub
pub fn fragment(_: &Report) -> String { String::new() }
