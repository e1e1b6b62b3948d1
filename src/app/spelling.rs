//! The spelling check behind the window: which texts are checked when, in jobs, and what is done about a word.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::folders::Folders;
use crate::app::outcome::Outcome;
use crate::app::{App, dictionaries, own_words};
use crate::edit::Selection;
use crate::language::Language;
use crate::names::is_watched;
use crate::report::{Details, Participant, Photo, Pos, Report, RichText, Slot};
use crate::spelling::{Known, Library, Question, is_checked, suggestions, unknown_words};
use crate::ui::messages::Message;
use crate::ui::text::Surface;

/// What was found in texts, by a job.
pub struct SpellingEnd {
    /// In which report.
    session: u64,
    /// In which language it was written then.
    language: Arc<str>,
    /// What no dictionary knows in each text, as it was.
    texts: Vec<(Slot, RichText, Vec<Range<usize>>)>,
    /// Whether there is a dictionary for the language.
    can_check: bool,
}

/// The spelling check of a window.
pub(super) struct SpellCheck {
    library: Arc<Library>,
    /// The file of the reporter's own words.
    own_path: Option<PathBuf>,
    pub(super) own_words: Vec<String>,
    /// What the known words were made of.
    names: Option<Names>,
    /// The report and the language that what is checked is of.
    checked_for: Option<(u64, Arc<str>)>,
    is_checking: bool,
    can_check: bool,
    /// The last revision that was seen, and since when, in seconds of the window's clock.
    seen: (u64, f64),
    walk: Option<Walk>,
}

/// A text that changed is checked after so long a pause in writing, in seconds.
const PAUSE_S: f64 = 0.3;
/// So much text is checked at once while a walk looks for the next word, in bytes: some hundredths of a second.
const SLICE_BYTES: usize = 60_000;

impl SpellCheck {
    /// A check with the dictionaries of the program, of the reporter's folder and of these folders of the system.
    pub(super) fn new(folders: Option<&Folders>, system: Vec<PathBuf>) -> Self {
        let own_path = folders.map(Folders::own_words);
        Self {
            library: Arc::new(Library::new(dictionaries::finder(folders.map(Folders::dictionaries), system))),
            own_words: own_path.as_deref().map(own_words::read).unwrap_or_default(),
            own_path,
            names: None,
            checked_for: None,
            is_checking: false,
            can_check: true,
            seen: (0, f64::NEG_INFINITY),
            walk: None,
        }
    }
}

/// The parts of a report that known words come from, shared with it.
struct Names {
    participants: Vec<Arc<Participant>>,
    details: Arc<Details>,
    byline: RichText,
    place: RichText,
    photos: Vec<Arc<Photo>>,
}

impl Names {
    fn of(report: &Report) -> Self {
        Self {
            participants: report.participants.clone(),
            details: Arc::clone(&report.details),
            byline: report.byline.clone(),
            place: report.place.clone(),
            photos: report.photos.clone(),
        }
    }

    /// Whether these are still the report's. A caption that changed makes another photo with the same names.
    fn are_of(&self, report: &Report) -> bool {
        let same_photo = |(one, other): (&Arc<Photo>, &Arc<Photo>)| {
            Arc::ptr_eq(one, other) || (one.credit == other.credit && one.place == other.place)
        };
        Arc::ptr_eq(&self.details, &report.details)
            && self.participants.len() == report.participants.len()
            && self.participants.iter().zip(&report.participants).all(|(one, other)| Arc::ptr_eq(one, other))
            && self.byline == report.byline
            && self.place == report.place
            && self.photos.len() == report.photos.len()
            && self.photos.iter().zip(&report.photos).all(same_photo)
    }
}

/// On the way to the next word that is not right: round all texts, from the caret back to it.
struct Walk {
    back: bool,
    slots: Vec<Slot>,
    /// The text with the caret, by its place among the slots, and where the selection begins and ends in it.
    start: usize,
    from: Range<usize>,
    /// So many texts are behind.
    done: usize,
}

/// What the next step of a walk comes to.
enum Step {
    Found(Slot, Range<usize>),
    /// Texts that must be checked first.
    Unchecked(Vec<Slot>),
    Nowhere,
}

impl App {
    /// Has checked what was drawn and is not checked yet, answers the open menu, and goes on with a walk. Once a frame.
    pub(super) fn follow_spelling(&mut self, ctx: &egui::Context) {
        self.text.spelling.switch(self.prefs.check_spelling);
        let wanted = self.text.spelling.take_wanted();
        let number = self.session_number();
        let Self { session: Some(session), spell, text, jobs, .. } = self else { return };
        if !text.spelling.is_on() {
            return;
        }
        let report = session.editor.report();
        let checked_for = Some((number, Arc::clone(&report.language)));
        if spell.checked_for != checked_for {
            spell.checked_for = checked_for;
            (spell.walk, spell.names, spell.can_check) = (None, None, true);
            // What was there when the report was opened, or another one, is checked at once.
            spell.seen = (session.editor.revision(), f64::NEG_INFINITY);
            text.spelling.forget();
            ctx.request_repaint();
        }
        if !spell.names.as_ref().is_some_and(|names| names.are_of(report)) {
            spell.names = Some(Names::of(report));
            text.spelling.know(Arc::new(Known::of(report, spell.own_words.iter().map(String::as_str))));
            ctx.request_repaint();
        }
        if let Some(question) = text.spelling.take_question() {
            let (library, known, asked) = (Arc::clone(&spell.library), text.spelling.known(), question.clone());
            let answer = move |question: Question, found| Outcome::Suggested(number, question, found);
            jobs.spawn_awaited(
                "suggestions",
                move |_| {
                    let found = suggestions(&library, &known, &asked);
                    answer(asked, found)
                },
                move || answer(question, Vec::new()),
            );
        }
        if !spell.is_checking && spell.walk.is_none() && !wanted.is_empty() && self.writing_rests(ctx) {
            self.check_spelling_of(&wanted);
        }
    }

    /// Whether nothing was written for a moment; otherwise somebody looks again when that will be.
    pub(super) fn writing_rests(&mut self, ctx: &egui::Context) -> bool {
        let now_s = ctx.input(|input| input.time);
        let revision = self.session.as_ref().map_or(0, |session| session.editor.revision());
        let seen = &mut self.spell.seen;
        if revision != seen.0 {
            *seen = (revision, now_s);
        }
        let rested_s = now_s - seen.1;
        if rested_s < PAUSE_S {
            ctx.request_repaint_after_secs((PAUSE_S - rested_s) as f32 + 0.01);
        }
        rested_s >= PAUSE_S
    }

    fn check_spelling_of(&mut self, slots: &[Slot]) {
        let number = self.session_number();
        let Self { session: Some(session), spell, jobs, .. } = self else { return };
        let report = session.editor.report();
        let texts: Vec<(Slot, RichText)> =
            slots.iter().filter_map(|slot| Some((*slot, report.text(*slot)?.clone()))).collect();
        let (library, language) = (Arc::clone(&spell.library), Arc::clone(&report.language));
        // Where the check fails, which is a mistake in this program, nothing is marked; asked again it would fail again.
        let unmarked = texts.iter().map(|(slot, text)| (*slot, text.clone(), Vec::new())).collect();
        let lost = SpellingEnd { session: number, language: Arc::clone(&language), texts: unmarked, can_check: true };
        let check = move || {
            let found = texts.into_iter().map(|(slot, text)| {
                let unknown = unknown_words(&library, &language, &text);
                (slot, text, unknown)
            });
            let texts = found.collect();
            let can_check = Language::of(&language) != Language::Other || !library.of(&language).is_empty();
            Outcome::Spelled(Box::new(SpellingEnd { session: number, language, texts, can_check }))
        };
        spell.is_checking = true;
        jobs.in_turn(check, move || Outcome::Spelled(Box::new(lost)));
    }

    /// Takes in what a job has found.
    pub(super) fn spelled(&mut self, end: SpellingEnd) {
        self.spell.is_checking = false;
        if self.spell.checked_for != Some((end.session, end.language)) {
            return;
        }
        self.spell.can_check = end.can_check;
        for (slot, text, unknown) in end.texts {
            self.text.spelling.checked(slot, text, unknown);
        }
    }

    /// Goes to the next word that is not right, or to the one before.
    pub(super) fn next_misspelling(&mut self, ctx: &egui::Context, back: bool) {
        let Some(session) = &self.session else { return };
        let (report, selection) = (session.editor.report(), session.editor.selection());
        let on_page = std::iter::successors(Some(Slot::Kicker), |slot| report.next_slot(*slot));
        let elsewhere = report.all_slots().into_iter().filter(|slot| report.reading_rank(*slot).is_none());
        let here = selection.slot();
        let slots: Vec<Slot> =
            on_page.chain(elsewhere).filter(|slot| is_checked(*slot) || is_watched(*slot) || *slot == here).collect();
        let start = slots.iter().position(|slot| *slot == here).unwrap_or(0);
        let (first, last) = selection.ordered(report);
        let from =
            if first.slot == last.slot { first.byte..last.byte } else { selection.head.byte..selection.head.byte };
        self.spell.walk = Some(Walk { back, slots, start, from, done: 0 });
        ctx.request_repaint();
    }

    /// Goes on to the next mark, unless what lies before it is being checked. Once a frame.
    pub(super) fn walk_on(&mut self, ctx: &egui::Context) {
        let Self { session: Some(session), spell, names, text, .. } = self else { return };
        if spell.is_checking || names.is_checking() {
            return;
        }
        if !text.spelling.is_on() && !text.names.is_on() {
            spell.walk = None;
        }
        let Some(walk) = &mut spell.walk else { return };
        let report = session.editor.report();
        match walk.step(report, |slot, words| text.marked(report, slot, words)) {
            Step::Unchecked(slots) => {
                if text.spelling.is_on() {
                    self.check_spelling_of(&slots);
                }
                self.check_names_of(&slots);
            }
            Step::Found(slot, range) => {
                let on_page = report.reading_rank(slot).is_some();
                self.spell.walk = None;
                if let Slot::Caption(photo) | Slot::Credit(photo) | Slot::Alt(photo) = slot {
                    self.chosen.photo = Some(photo);
                }
                let selection = Selection::new(Pos::new(slot, range.start), Pos::new(slot, range.end));
                self.select(ctx, selection, if on_page { Surface::Page } else { Surface::Pane });
            }
            Step::Nowhere => {
                self.spell.walk = None;
                let words = if self.spell.can_check {
                    self.locale.tr("spelling-all-right")
                } else {
                    let folder = self.folders.as_ref().map(|folders| folders.dictionaries().display().to_string());
                    self.locale.tr_with("spelling-no-dictionary", &[("folder", folder.unwrap_or_default().into())])
                };
                self.messages.push(Message::info(words));
            }
        }
    }

    /// Adds a word to the reporter's own dictionary, or takes it out.
    pub(super) fn change_own_words(&mut self, word: String, added: bool) {
        let own = &mut self.spell.own_words;
        own.retain(|other| *other != word);
        if added {
            own.push(word.clone());
        }
        self.spell.names = None;
        let Some(path) = self.spell.own_path.clone() else { return };
        self.jobs.spawn("dictionary", move |_| {
            let done = if added { own_words::add(&path, &word) } else { own_words::remove(&path, &word) };
            Outcome::OwnWordWritten(word, done.err().map(|err| err.to_string()))
        });
    }

    /// Tells of a word that could not be written.
    pub(super) fn own_word_written(&mut self, word: String, failure: Option<String>) {
        let Some(failure) = failure else { return };
        let values = [("word", word.into()), ("problem", failure.into())];
        self.messages.push(Message::error(self.locale.tr_with("spelling-not-written", &values)));
    }
}

impl Walk {
    /// Looks on until a word is found or a text comes that is not checked.
    fn step(&mut self, report: &Report, wrong_in: impl Fn(Slot, &RichText) -> Option<Vec<Range<usize>>>) -> Step {
        let count = self.slots.len();
        while self.done <= count {
            let slot = self.slot(self.done);
            if let Some(text) = report.text(slot) {
                let Some(wrong) = wrong_in(slot, text) else {
                    return Step::Unchecked(self.slice(report, &wrong_in));
                };
                if let Some(range) = self.nearest(&wrong) {
                    return Step::Found(slot, range);
                }
            }
            self.done += 1;
        }
        Step::Nowhere
    }

    fn slot(&self, done: usize) -> Slot {
        let count = self.slots.len();
        let place = if self.back { self.start + count * 2 - done } else { self.start + done };
        self.slots[place % count]
    }

    /// The word to go to in the text that is looked at: beyond the selection in the first one, any later on.
    fn nearest(&self, wrong: &[Range<usize>]) -> Option<Range<usize>> {
        let is_first = self.done == 0;
        if self.back {
            wrong.iter().rev().find(|range| !is_first || range.end <= self.from.start).cloned()
        } else {
            let is_beyond = |range: &&Range<usize>| !is_first || range.start >= self.from.end;
            wrong.iter().find(is_beyond).cloned()
        }
    }

    /// The texts from here on that are not checked, as many as are quickly checked.
    fn slice(&self, report: &Report, wrong_in: impl Fn(Slot, &RichText) -> Option<Vec<Range<usize>>>) -> Vec<Slot> {
        let mut bytes = 0;
        let ahead = (self.done..=self.slots.len()).map(|done| self.slot(done));
        let texts = ahead.filter_map(|slot| Some((slot, report.text(slot)?)));
        let unchecked = texts.filter(|(slot, text)| wrong_in(*slot, text).is_none());
        let few = unchecked.take_while(|(_, text)| {
            let fits = bytes < SLICE_BYTES;
            bytes += text.len();
            fits
        });
        few.map(|(slot, _)| slot).collect()
    }
}
