//! Name watch behind the window: which texts are looked through when, in jobs, and how a name is mended.

use std::sync::Arc;

use crate::app::App;
use crate::app::outcome::Outcome;
use crate::edit::ops::names;
use crate::names::{Sighting, Watch};
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
    texts: Vec<(Slot, RichText, Vec<Sighting>)>,
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
}

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
        }
        if is_other_report || !names.is_of(participants) {
            names.list = participants.as_slice().into();
            names.watch = None;
            text.names.forget_list();
            ctx.request_repaint();
        }
        if !names.is_checking && !wanted.is_empty() && self.writing_rests(ctx) {
            self.check_names_of(&wanted);
        }
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
                let wrong = watch.look(&text).wrong;
                (slot, text, wrong)
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
        for (slot, words, wrong) in end.texts {
            text.names.looked(slot, words, wrong, &watch);
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
