//! Copying and pasting through the system's clipboard.
//!
//! What is pasted comes from another program and may need pictures from files, so a job reads it. Until it is there keys wait: what is
//! typed after a paste is written after it. Escape ends the wait.

mod key;
mod read;
mod words;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Event, Key};

use crate::app::outcome::Outcome;
use crate::app::session::{FreshPhoto, Session};
use crate::app::{App, Command};
use crate::edit::Applied;
use crate::edit::ops::clip::{Arrivals, Clip, paste, paste_with};
use crate::export::{self, Progress};
use crate::import::{Addition, Article, Assembler, Receipt};
use crate::report::Slot;
use crate::ui::messages::Message;
use crate::ui::status::Activity;
use crate::ui::text::ClipboardWish;

pub(super) use self::key::PasteKey;
pub(super) use self::read::Pasted;
use self::read::Wish;
pub(super) use self::words::{kept, left_out};

/// A paste that waits for the clipboard.
#[derive(Debug)]
pub(super) struct Pasting {
    number: u64,
    /// The report that it is for.
    session: u64,
    since: Instant,
    /// The words, which are there in any case.
    text: Option<String>,
    /// How far it is, once the clipboard is read.
    progress: Option<Progress>,
}

/// What was pasted last.
#[derive(Debug)]
pub(super) struct LastPaste {
    /// The revision that it made.
    revision: u64,
    text: String,
}

/// The program that has what was copied has so long to give it.
const PATIENCE: Duration = Duration::from_secs(6);

/// Stands around our own clip in the HTML, as a comment that other programs drop.
const OWN: (&str, &str) = ("<!--rapporteur-clip:", "-->");

impl App {
    /// Whether keys are to wait for a paste. Escape ends the wait.
    pub(super) fn waits_for_paste(&mut self, came: &[Event]) -> bool {
        let is_escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
        if came.iter().any(is_escape) {
            self.pasting = None;
        }
        self.pasting.is_some()
    }

    /// Does what the text wants of the clipboard.
    pub(super) fn meet_clipboard_wish(&mut self, ctx: &egui::Context) {
        let only_html = std::mem::take(&mut self.only_html_is_pasted);
        match self.text.take_clipboard_wish() {
            Some(ClipboardWish::Write { clip, plain }) => self.offer(ctx, &clip, plain),
            Some(ClipboardWish::Read { text: Some(text), .. }) => self.begin_paste(Wish::Words(text)),
            Some(ClipboardWish::Read { picture: Some(picture), .. }) => self.begin_paste(Wish::Picture(picture)),
            Some(ClipboardWish::Read { .. }) => {}
            None if only_html && self.text.has_focus(ctx) && self.dialogs.is_none() => self.begin_paste(Wish::Html),
            None => {}
        }
    }

    /// Offers what was copied: as HTML, as our own, and as words.
    fn offer(&self, ctx: &egui::Context, clip: &Clip, plain: String) {
        use base64::Engine as _;
        let Some(session) = &self.session else { return };
        let report = session.editor.report();
        let shown = match clip.words() {
            Some(words) => export::copied_words(report, words),
            None => export::copied_blocks(report, clip.blocks(&mut session.editor.ids.clone())),
        };
        let own = clip.carried(report).map(|json| base64::engine::general_purpose::STANDARD.encode(json));
        let own = own.map_or_else(String::new, |own| format!("{}{own}{}", OWN.0, OWN.1));
        let html = format!("<meta charset=\"utf-8\">{own}{shown}");
        if let Err(err) = self.clipboard.write(&html, &plain) {
            log::warn!("HTML cannot be copied: {err}");
            ctx.copy_text(plain);
        }
    }

    fn begin_paste(&mut self, wish: Wish) {
        let text = wish.text().map(str::to_owned);
        self.pastes += 1;
        let number = self.pastes;
        let session = self.session_number();
        self.pasting = Some(Pasting { number, session, since: Instant::now(), text, progress: None });
        let clipboard = Arc::clone(&self.clipboard);
        let language = self.report_language();
        let work = move |outbox: &crate::job::Outbox<Outcome>| {
            let step = |progress| outbox.send(Outcome::PasteStep(number, progress));
            Outcome::Pasted(number, Box::new(read::read(&*clipboard, wish, &language, step)))
        };
        self.jobs.spawn_awaited("paste", work, move || Outcome::Pasted(number, Box::default()));
    }

    /// A paste is so far.
    pub(super) fn paste_steps(&mut self, number: u64, progress: Progress) {
        if let Some(pasting) = self.pasting.as_mut().filter(|pasting| pasting.number == number) {
            pasting.progress = Some(progress);
        }
    }

    /// What the status bar says while a paste waits.
    pub(super) fn paste_activity(&self) -> Option<Activity> {
        let pasting = self.pasting.as_ref()?;
        let words = match pasting.progress {
            Some(Progress { done, of }) if of > 0 => {
                self.locale.tr_with("status-pasting-pictures", &[("done", done.into()), ("of", of.into())])
            }
            _ => self.locale.tr("status-pasting"),
        };
        Some(Activity { words, stop: None })
    }

    /// A program that does not give what was copied from it is not waited for: its words are here already.
    pub(super) fn give_up_waiting_for_paste(&mut self, ctx: &egui::Context) {
        let Some(pasting) = self.pasting.as_ref().filter(|pasting| pasting.progress.is_none()) else { return };
        let waited = pasting.since.elapsed();
        if waited < PATIENCE {
            ctx.request_repaint_after(PATIENCE.saturating_sub(waited));
            return;
        }
        let number = pasting.number;
        self.pasted(ctx, number, Pasted::default());
        self.messages.push(Message::info(self.locale.tr("paste-no-answer")));
    }

    /// Pastes what was read.
    pub(super) fn pasted(&mut self, ctx: &egui::Context, number: u64, pasted: Pasted) {
        let Some(pasting) = self.pasting.take_if(|pasting| pasting.number == number) else { return };
        ctx.request_repaint();
        let is_for = |session: &&mut Session| session.number == pasting.session && !session.is_read_only();
        let Some(session) = self.session.as_mut().filter(is_for) else { return };
        let now_ms = ctx.input(|input| (input.time * 1000.0) as u64);
        session.editor.end_phrase();
        let own = pasted.own.and_then(|json| Clip::received(&json, session.editor.report()));
        if let Some(received) = own {
            if put(session, &received.clip, now_ms) == Applied::Changed {
                self.text.caret_moved(ctx);
            }
            if received.photos_left > 0 {
                let left = [("count", received.photos_left.into())];
                self.tell_undoable(self.locale.tr_with("paste-photos-left", &left));
            }
            return;
        }
        if let Some(draft) = pasted.draft {
            let into_story = matches!(session.editor.selection().slot(), Slot::Block(_));
            let article = Article { path: std::path::PathBuf::new(), draft, beside: pasted.beside };
            let (done, receipt) = put_article(session, article, now_ms);
            if done == Applied::Changed {
                let revision = session.editor.revision();
                self.text.caret_moved(ctx);
                self.tell_pasted(&receipt, revision, pasting.text, into_story);
                return;
            }
            if let Some(left) = left_out(&self.locale, &receipt, "paste-left-out").filter(|_| pasting.text.is_none()) {
                self.messages.push(Message::info(left));
            }
        }
        if let Some(text) = pasting.text {
            self.paste_words(ctx, &text);
        }
    }

    /// The small bar that says what was pasted and what was left out.
    fn tell_pasted(&mut self, receipt: &Receipt, revision: u64, text: Option<String>, into_story: bool) {
        self.pasted = None;
        let is_told = if into_story { words::is_rich(receipt) } else { receipt.kept.pictures > 0 };
        if !is_told {
            return;
        }
        let mut message =
            Message::info(words::told(&self.locale, receipt)).with_undo(self.locale.command(Command::Undo), revision);
        if let Some(text) = text {
            message = message.or(self.locale.command(Command::KeepOnlyText), Command::KeepOnlyText);
            self.pasted = Some(LastPaste { revision, text });
        }
        self.messages.push(message);
    }

    /// Puts the words alone in the place of what was pasted last.
    pub(super) fn keep_only_text(&mut self, ctx: &egui::Context) {
        let Some(last) = self.pasted.take() else { return };
        let Some(session) = self.session.as_mut().filter(|session| session.editor.revision() == last.revision) else {
            return;
        };
        if session.editor.undo() == Applied::Changed {
            self.paste_words(ctx, &last.text);
            self.text.focus_page(ctx);
        }
    }

    fn paste_words(&mut self, ctx: &egui::Context, text: &str) {
        let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) else { return };
        let now_ms = ctx.input(|input| (input.time * 1000.0) as u64);
        if put(session, &Clip::from_plain(text), now_ms) == Applied::Changed {
            self.text.caret_moved(ctx);
        }
    }
}

fn put(session: &mut Session, clip: &Clip, now_ms: u64) -> Applied {
    let editor = &mut session.editor;
    let transaction = paste(editor.report(), editor.selection(), clip, &mut editor.ids.clone());
    editor.apply(transaction, now_ms)
}

/// Pastes what was read elsewhere, with its pictures, as one change.
fn put_article(session: &mut Session, article: Article, now_ms: u64) -> (Applied, Receipt) {
    let editor = &mut session.editor;
    let mut ids = editor.ids.clone();
    let mut assembler = Assembler::new(editor.report(), &mut ids);
    assembler.add_article(article, &[]);
    let Addition { blocks, photos, described, files, mut receipts, .. } = assembler.finish();
    let receipt = receipts.pop().map(|(_, receipt)| receipt).unwrap_or_default();
    let clip = Clip::of_blocks(&blocks);
    let arrivals = Arrivals { new: photos, described };
    let transaction = paste_with(editor.report(), editor.selection(), &clip, arrivals, &mut ids);
    let done = editor.apply(transaction, now_ms);
    if done == Applied::Changed {
        for file in files {
            let Some(bytes) = file.bytes else { continue };
            let original = &file.picture.original;
            let fresh = FreshPhoto {
                format: original.format,
                bytes,
                thumbnail: file.picture.thumbnail.as_slice().into(),
                lease: None,
            };
            session.fresh.insert(original.hash, fresh);
        }
    }
    (done, receipt)
}

/// The clip of ours that is in a piece of HTML.
fn own_clip(html: &str) -> Option<String> {
    use base64::Engine as _;
    let (_, after) = html.split_once(OWN.0)?;
    let (own, _) = after.split_once(OWN.1)?;
    String::from_utf8(base64::engine::general_purpose::STANDARD.decode(own).ok()?).ok()
}
