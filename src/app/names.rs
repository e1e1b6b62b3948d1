//! Name watch behind the window: which texts are looked through when, in jobs, and how a name is mended.

use std::sync::Arc;

use crate::app::App;
use crate::app::outcome::Outcome;
use crate::check::names::plain_names;
use crate::edit::ops::names;
use crate::names::{Seen, Watch};
use crate::report::{Participant, RichText, Slot};
use crate::ui::messages::Message;

/// What was seen in texts, by a job.
pub struct NamesEnd {
    /// In which report.
    session: u64,
    /// Against which list; `None` where the job failed, which is a mistake in this program.
    watch: Option<Arc<Watch>>,
    /// The participants that it was made of.
    list: Arc<[Arc<Participant>]>,
    texts: Vec<(Slot, RichText, Seen)>,
}

/// The name watch of a window.
#[derive(Default)]
pub(super) struct NameCheck {
    /// The report that what was seen is of.
    session: Option<u64>,
    /// The participants that texts are held against.
    list: Arc<[Arc<Participant>]>,
    /// The same, made ready; absent until a job has.
    watch: Option<Arc<Watch>>,
    is_checking: bool,
    /// Whether names are to be linked when the whole report is known.
    links: bool,
}

/// So much text is looked through at once, in bytes, so that what comes into sight meanwhile waits for some hundredths of a second.
const SLICE_BYTES: usize = 60_000;

impl NameCheck {
    /// Whether a job is looking through texts.
    pub(super) fn is_checking(&self) -> bool {
        self.is_checking
    }

    fn is_of(&self, participants: &[Arc<Participant>]) -> bool {
        self.list.len() == participants.len()
            && self.list.iter().zip(participants).all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

impl App {
    /// Has looked through what was drawn and was not looked through yet. Once a frame.
    pub(super) fn follow_names(&mut self, ctx: &egui::Context) {
        self.text.names.switch(self.prefs.watch_names);
        let wanted = self.text.names.take_wanted();
        let number = self.session_number();
        let Self { session: Some(session), spell, names, text, .. } = self else { return };
        if !text.names.is_on() {
            return;
        }
        text.names.know_own(&spell.own_words);
        let participants = &session.editor.report().participants;
        let is_other_report = names.session.replace(number) != Some(number);
        if is_other_report {
            text.names.forget();
            names.links = false;
        }
        if is_other_report || !names.is_of(participants) {
            names.list = participants.as_slice().into();
            names.watch = None;
            text.names.forget_list();
            ctx.request_repaint();
        }
        let is_known = text.names.known_at(session.editor.revision()).is_some();
        if is_known && std::mem::take(&mut names.links) {
            self.link_known_names(ctx);
            return;
        }
        let has_work = !wanted.is_empty() || !is_known && !names.list.is_empty();
        if names.is_checking || !has_work || !self.writing_rests(ctx) {
            return;
        }
        // What is in sight first, then the rest of the report, a part at a time.
        let Self { session: Some(session), text, .. } = self else { return };
        let rest = || text.names.unseen(session.editor.report(), session.editor.revision(), SLICE_BYTES);
        let slots = if wanted.is_empty() { rest() } else { wanted };
        if !slots.is_empty() {
            self.check_names_of(&slots);
        }
    }

    /// Makes live references of all names that are right and were typed by hand: now, or as soon as the whole report is known.
    pub(super) fn link_names(&mut self, ctx: &egui::Context) {
        self.names.links = true;
        ctx.request_repaint();
    }

    fn link_known_names(&mut self, ctx: &egui::Context) {
        let Self { session: Some(session), text, .. } = self else { return };
        let report = session.editor.report();
        let places = plain_names(report, &text.names.seen_in(report));
        if places.is_empty() {
            self.messages.push(Message::info(self.locale.tr("names-none-plain")));
            return;
        }
        let transaction = names::link(report, &places);
        self.edit(ctx, transaction);
        let said = self.locale.tr_with("names-linked", &[("count", places.len().into())]);
        self.tell_undoable(said);
    }

    /// Has texts looked through in a job, which makes the list ready where it is not yet.
    pub(super) fn check_names_of(&mut self, slots: &[Slot]) {
        let number = self.session_number();
        let Self { session: Some(session), names, text, jobs, .. } = self else { return };
        if !text.names.is_on() {
            return;
        }
        let report = session.editor.report();
        let texts: Vec<(Slot, RichText)> =
            slots.iter().filter_map(|slot| Some((*slot, report.text(*slot)?.clone()))).collect();
        let (list, ready) = (Arc::clone(&names.list), names.watch.clone());
        let lost = NamesEnd { session: number, watch: None, list: Arc::clone(&list), texts: Vec::new() };
        let look = move || {
            let watch = ready.unwrap_or_else(|| Arc::new(Watch::of(&list)));
            let seen = texts.into_iter().map(|(slot, text)| {
                let seen = watch.look_at(slot, &text);
                (slot, text, seen)
            });
            let texts = seen.collect();
            Outcome::NamesSeen(Box::new(NamesEnd { session: number, watch: Some(watch), list, texts }))
        };
        names.is_checking = true;
        jobs.in_turn(look, move || Outcome::NamesSeen(Box::new(lost)));
    }

    /// Takes in what a job has seen.
    pub(super) fn names_seen(&mut self, end: NamesEnd) {
        let Self { names, text, .. } = self;
        names.is_checking = false;
        // The list may have changed meanwhile: then the texts are wanted again.
        if names.session != Some(end.session) || !names.is_of(&end.list) {
            return;
        }
        let watch = end.watch.unwrap_or_default();
        text.names.know(&watch);
        for (slot, words, seen) in end.texts {
            text.names.looked(slot, words, seen, &watch);
        }
        names.watch = Some(watch);
    }

    /// Writes the name at the caret as the list has it: there, or wherever it is written so. Where several may be meant, a menu asks who.
    pub(super) fn mend_name(&mut self, ctx: &egui::Context, everywhere: bool) {
        let Self { session: Some(session), text, .. } = self else { return };
        let (report, selection) = (session.editor.report(), session.editor.selection());
        let (from, to) = selection.ordered(report);
        let at = if from.slot == to.slot { from } else { selection.head };
        let Some(sighting) = text.names.wrong_at(report, at) else {
            self.messages.push(Message::info(self.locale.tr("names-none-here")));
            return;
        };
        if sighting.meant.len() > 1 {
            // Which of them is meant, somebody must say.
            self.open_text_menu(ctx);
            return;
        }
        if everywhere {
            let places = text.names.everywhere(report, &sighting, 0);
            let transaction = names::mend(report, &places);
            let said = self.locale.tr_with("names-mended", &[("count", places.len().into())]);
            self.edit(ctx, transaction);
            self.tell_undoable(said);
        } else {
            let transaction = text.names.here(at.slot, &sighting, 0).and_then(|mend| names::mend(report, &[mend]));
            self.edit(ctx, transaction);
        }
    }
}
