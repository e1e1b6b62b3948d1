//! What the text does itself of copying and pasting, and what it asks the app for: the clipboard of the system is not the text's.

use std::sync::Arc;

use egui::ColorImage;

use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::clip_json::link_selected;
use crate::edit::ops::text as typing;

use super::TextState;
use super::input::Writer;

/// What the text wants of the system's clipboard.
#[derive(Debug)]
pub enum ClipboardWish {
    /// Something was copied: it is to be offered.
    Write {
        /// What it is.
        clip: Clip,
        /// Its words.
        plain: String,
    },
    /// Something is pasted that was copied elsewhere: it may be more than words.
    Read {
        /// Its words, if there are any.
        text: Option<String>,
        /// The picture that it is.
        picture: Option<Arc<ColorImage>>,
    },
}

/// So many frames the answer to a request for the clipboard may take.
const FRAMES_TO_ANSWER: u8 = 30;

impl TextState {
    /// What the text wants of the clipboard since this was asked last.
    pub fn take_clipboard_wish(&self) -> Option<ClipboardWish> {
        self.wish.take()
    }

    /// What is pasted next is pasted as plain text.
    pub fn paste_plain_next(&self) {
        self.plain_next.set(FRAMES_TO_ANSWER);
    }

    pub(super) fn count_down_to_plain(&self) {
        self.plain_next.set(self.plain_next.get().saturating_sub(1));
    }
}

impl Writer<'_> {
    pub(super) fn copy(&mut self, cut: bool) {
        let Some(clip) = Clip::copied(self.editor.report(), self.editor.selection()) else { return };
        let plain = clip.plain(self.editor.report());
        self.state.clip.replace(Some((plain.clone(), clip.clone())));
        self.state.wish.replace(Some(ClipboardWish::Write { clip, plain }));
        if cut && !self.read_only {
            let _ = self.apply(typing::delete_selection);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.editor.end_phrase();
        if self.state.plain_next.take() > 0 {
            let clip = Clip::from_plain(text);
            let _ = self.apply(|report, selection, ids| paste(report, selection, &clip, ids));
            return;
        }
        let link = link_selected(self.editor.report(), self.editor.selection(), text);
        if link.is_some() {
            let _ = self.editor.apply(link, self.time_ms);
            return;
        }
        let ours = self.state.clip.borrow().as_ref().filter(|(plain, _)| plain == text).map(|(_, clip)| clip.clone());
        match ours {
            Some(clip) => {
                let _ = self.apply(|report, selection, ids| paste(report, selection, &clip, ids));
            }
            None => {
                self.state.wish.replace(Some(ClipboardWish::Read { text: Some(text.to_owned()), picture: None }));
            }
        }
    }

    pub(super) fn paste_picture(&self, picture: Arc<ColorImage>) {
        self.state.wish.replace(Some(ClipboardWish::Read { text: None, picture: Some(picture) }));
    }
}
