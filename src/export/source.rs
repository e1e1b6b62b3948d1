//! Where an export takes the untouched pictures from, and how it tells of its progress.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::export::ExportError;
use crate::photo::{DerivedKey, OutputFormat};
use crate::report::Photo;

/// Whatever keeps the pictures of a report: a report file, or a folder in tests.
pub trait PictureSource: Sync {
    /// The untouched original of a photo.
    ///
    /// # Errors
    /// [`PictureError`]; the page goes out without the photo then.
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError>;

    /// What an earlier export made of a photo, if it was kept.
    fn derived(&self, _photo: &Photo, _key: DerivedKey, _format: OutputFormat) -> Option<Vec<u8>> {
        None
    }

    /// How many bytes that has, without reading it.
    fn derived_len(&self, _photo: &Photo, _key: DerivedKey, _format: OutputFormat) -> Option<u64> {
        None
    }

    /// The folder of the report's file, which is to keep what is made now.
    fn folder(&self) -> Option<PathBuf> {
        None
    }
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is not there.
    #[error("The picture is missing; add it again.")]
    Missing,
    /// It is there but cannot be read, or is not what it was.
    #[error("The picture cannot be read ({reason}); add it again.")]
    Unreadable {
        /// What the layer below said.
        reason: String,
    },
}

/// A source without any picture, for reports that have none.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPictures;

impl PictureSource for NoPictures {
    fn original(&self, _photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Err(PictureError::Missing)
    }
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Photos that are done.
    pub done: usize,
    /// All photos on the page.
    pub of: usize,
}

/// How the caller follows an export and stops it.
pub struct Watch<'a> {
    /// Called on the caller's own thread, first with none done, then after each photo.
    pub on_progress: &'a mut dyn FnMut(Progress),
    /// Raised by the caller to stop; nothing is left behind then.
    pub cancel: &'a AtomicBool,
}

impl Watch<'_> {
    pub(crate) fn check(&self) -> Result<(), ExportError> {
        if self.cancel.load(Ordering::Relaxed) { Err(ExportError::Cancelled) } else { Ok(()) }
    }
}
