//! The system's clipboard, as far as the window needs more of it than egui gives: HTML and files.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// A clipboard. What is read comes from another program, which may take its time: only jobs read.
pub(super) trait Clipboard: Send + Sync {
    /// The HTML on it.
    fn html(&self) -> Option<String>;

    /// The plain text on it.
    fn text(&self) -> Option<String>;

    /// The files on it, as file managers copy them.
    fn files(&self) -> Vec<PathBuf>;

    /// Offers HTML, and plain text to programs that take no HTML.
    ///
    /// # Errors
    /// What the system says.
    fn write(&self, html: &str, text: &str) -> Result<(), String>;

    /// Offers text alone.
    ///
    /// # Errors
    /// What the system says.
    fn write_text(&self, text: &str) -> Result<(), String>;
}

/// The clipboard of the desktop.
#[derive(Default)]
pub(super) struct OfSystem {
    /// On X11 and Wayland a text is there only as long as the clipboard that offers it.
    offering: Mutex<Option<arboard::Clipboard>>,
}

impl Clipboard for OfSystem {
    fn html(&self) -> Option<String> {
        arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().html()).ok()
    }

    fn text(&self) -> Option<String> {
        arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text()).ok()
    }

    fn files(&self) -> Vec<PathBuf> {
        arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().file_list()).unwrap_or_default()
    }

    fn write(&self, html: &str, text: &str) -> Result<(), String> {
        let mut offering = self.offering.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match &mut *offering {
            Some(clipboard) => clipboard.set().html(html, Some(text)),
            none => arboard::Clipboard::new().and_then(|clipboard| none.insert(clipboard).set().html(html, Some(text))),
        };
        done.map_err(|err| err.to_string())
    }

    fn write_text(&self, text: &str) -> Result<(), String> {
        let mut offering = self.offering.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match &mut *offering {
            Some(clipboard) => clipboard.set().text(text),
            none => arboard::Clipboard::new().and_then(|clipboard| none.insert(clipboard).set().text(text)),
        };
        done.map_err(|err| err.to_string())
    }
}

/// A clipboard of one window alone.
#[derive(Default)]
pub(super) struct OfWindow {
    contents: Mutex<Contents>,
}

/// What is on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    pub(super) html: Option<String>,
    pub(super) text: Option<String>,
    pub(super) files: Vec<PathBuf>,
}

impl OfWindow {
    /// Puts something on it.
    pub(super) fn set(&self, contents: Contents) {
        *self.contents.lock().unwrap_or_else(PoisonError::into_inner) = contents;
    }

    /// What is on it.
    pub(super) fn contents(&self) -> Contents {
        self.contents.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Clipboard for OfWindow {
    fn html(&self) -> Option<String> {
        self.contents().html
    }

    fn text(&self) -> Option<String> {
        self.contents().text
    }

    fn files(&self) -> Vec<PathBuf> {
        self.contents().files
    }

    fn write(&self, html: &str, text: &str) -> Result<(), String> {
        self.set(Contents { html: Some(html.to_owned()), text: Some(text.to_owned()), files: Vec::new() });
        Ok(())
    }

    fn write_text(&self, text: &str) -> Result<(), String> {
        self.set(Contents { html: None, text: Some(text.to_owned()), files: Vec::new() });
        Ok(())
    }
}
