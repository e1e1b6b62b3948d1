//! The marks under names that are nearly those of participants: kept as those of spelling are ([`crate::ui::text::Spelling`]), apart from
//! them, because they depend on the list of participants and not on a dictionary.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::names::Mend;
use crate::names::{Kind, Seen, Sighting, Watch, is_ignored, is_watched};
use crate::report::{ParticipantId, Pos, Report, RichText, Slot};
use crate::ui::text::TextState;
use crate::ui::text::spelling::carried;

/// What is known of the names in texts.
#[derive(Debug, Default)]
pub struct NameMarks {
    is_on: Cell<bool>,
    seen: RefCell<HashMap<Slot, SeenText>>,
    /// How often texts have somebody's name with marks of letters.
    marked: RefCell<HashMap<ParticipantId, usize>>,
    wanted: RefCell<Vec<Slot>>,
    /// The list that names are held against; absent until a job has made it ready.
    watch: RefCell<Option<Arc<Watch>>>,
    /// Names that the reporter lets pass everywhere.
    own: RefCell<Vec<String>>,
    /// Where the caret stood after the last key that wrote something: the name there is not finished.
    written_at: Cell<Option<Pos>>,
    /// Grows with everything that is learnt.
    learnt: Cell<u64>,
    /// The state of the report that was looked through from end to end.
    whole_at: Cell<Option<u64>>,
}

/// A text that was looked through.
#[derive(Debug)]
struct SeenText {
    text: RichText,
    seen: Seen,
    watch: Arc<Watch>,
}

impl NameMarks {
    /// Switches the marks on or off.
    pub fn switch(&self, on: bool) {
        if self.is_on.replace(on) != on {
            self.forget();
        }
    }

    /// Whether names are marked.
    pub fn is_on(&self) -> bool {
        self.is_on.get()
    }

    /// Forgets what was seen: another report.
    pub fn forget(&self) {
        self.seen.take();
        self.marked.take();
        self.wanted.take();
        self.watch.take();
        self.written_at.take();
        self.whole_at.take();
        self.learn();
    }

    fn learn(&self) {
        self.learnt.set(self.learnt.get() + 1);
    }

    /// The list has changed: what was seen is looked at anew, and its marks stay until then.
    pub fn forget_list(&self) {
        self.watch.take();
        self.whole_at.take();
    }

    /// Takes in the names that the reporter lets pass everywhere.
    pub fn know_own(&self, own: &[String]) {
        if *self.own.borrow() != own {
            self.own.replace(own.to_vec());
            self.learn();
        }
    }

    /// Takes in the list that is ready.
    pub fn know(&self, watch: &Arc<Watch>) {
        self.watch.replace(Some(Arc::clone(watch)));
    }

    /// Takes in what was seen in a text.
    pub fn looked(&self, slot: Slot, text: RichText, seen: Seen, watch: &Arc<Watch>) {
        self.count_marked(&seen, 1);
        let last = self.seen.borrow_mut().insert(slot, SeenText { text, seen, watch: Arc::clone(watch) });
        if let Some(last) = last {
            self.count_marked(&last.seen, -1);
        }
        self.learn();
    }

    fn count_marked(&self, seen: &Seen, change: isize) {
        let mut marked = self.marked.borrow_mut();
        for person in &seen.marked {
            let count = marked.entry(*person).or_default();
            *count = count.saturating_add_signed(change);
        }
    }

    fn is_marked(&self, person: ParticipantId) -> bool {
        self.marked.borrow().get(&person).is_some_and(|count| *count > 0)
    }

    /// The texts of a report that were not looked through as they stand: about so many bytes of them, which take a job some hundredths of a
    /// second. Where none are left, the report is known from end to end in this state.
    pub fn unseen(&self, report: &Report, revision: u64, bytes: usize) -> Vec<Slot> {
        if self.whole_at.get() == Some(revision) {
            return Vec::new();
        }
        let mut unseen = Vec::new();
        let mut sum = 0;
        let slots = report.all_slots();
        for slot in slots.iter().filter(|slot| is_watched(**slot)) {
            let Some(text) = report.text(*slot).filter(|text| !text.is_empty()) else { continue };
            if sum >= bytes {
                break;
            }
            if self.with_seen(*slot, text, |_| ()).is_none() {
                unseen.push(*slot);
                sum += text.len();
            }
        }
        if unseen.is_empty() {
            self.whole_at.set(Some(revision));
            let gone = |(slot, _): &(&Slot, &SeenText)| report.text(**slot).is_none();
            let gone: Vec<Slot> = self.seen.borrow().iter().filter(gone).map(|(slot, _)| *slot).collect();
            for slot in gone {
                if let Some(last) = self.seen.borrow_mut().remove(&slot) {
                    self.count_marked(&last.seen, -1);
                }
            }
        }
        unseen
    }

    /// Whether the report is known from end to end in this state, and what number that knowledge has.
    pub fn known_at(&self, revision: u64) -> Option<u64> {
        (self.whole_at.get() == Some(revision)).then(|| self.learnt.get())
    }

    /// What is known of a text as it stands.
    fn with_seen<T>(&self, slot: Slot, text: &RichText, read: impl FnOnce(&Seen) -> T) -> Option<T> {
        let (all, watch) = (self.seen.borrow(), self.watch.borrow());
        let is_of_now = |seen: &&SeenText| {
            seen.text == *text && watch.as_ref().is_some_and(|watch| Arc::ptr_eq(watch, &seen.watch))
        };
        all.get(&slot).filter(is_of_now).map(|seen| read(&seen.seen))
    }

    /// Everything that was seen in a report, as far as it was looked through, in the order of its texts.
    pub fn seen_in(&self, report: &Report) -> Vec<(Slot, Seen)> {
        if !self.is_on() || report.participants.is_empty() {
            return Vec::new();
        }
        let slots = report.all_slots().into_iter().filter(|slot| is_watched(*slot));
        let seen = slots.filter_map(|slot| {
            let mut seen = self.with_seen(slot, report.text(slot)?, Seen::clone)?;
            seen.accept_style(&report.language, |person| self.is_marked(person));
            Some((slot, seen))
        });
        seen.filter(|(_, seen)| *seen != Seen::default()).collect()
    }

    /// The texts that were drawn and not looked through as they stand.
    pub fn take_wanted(&self) -> Vec<Slot> {
        self.wanted.take()
    }

    /// The names in a text that are probably wrong; `None` where it was not looked through as it stands.
    pub fn wrong(&self, report: &Report, slot: Slot, text: &RichText) -> Option<Vec<Sighting>> {
        let has_nobody = report.participants.is_empty();
        if !self.is_on() || has_nobody || !is_watched(slot) || text.is_empty() {
            return Some(Vec::new());
        }
        let passes = |sighting: &&Sighting| !self.is_let_pass(report, slot, sighting);
        self.with_seen(slot, text, |seen| seen.wrong.iter().filter(passes).cloned().collect())
    }

    /// What to mark in a text that is drawn. The name at which one writes is not marked yet.
    pub fn marks(&self, report: &Report, slot: Slot, text: &RichText, caret: Option<Pos>) -> Vec<Range<usize>> {
        let mut marks = match self.wrong(report, slot, text) {
            Some(wrong) => wrong.into_iter().map(|sighting| sighting.range).collect(),
            None => {
                self.wanted.borrow_mut().push(slot);
                let all = self.seen.borrow();
                all.get(&slot).map(|seen| self.carried_to(report, slot, seen, text)).unwrap_or_default()
            }
        };
        if let Some(at) = caret.filter(|at| self.written_at.get() == Some(*at) && at.slot == slot) {
            marks.retain(|range| !(range.start..=range.end).contains(&at.byte));
        }
        marks
    }

    fn carried_to(&self, report: &Report, slot: Slot, seen: &SeenText, text: &RichText) -> Vec<Range<usize>> {
        let marks = seen.seen.wrong.iter().filter(|sighting| !self.is_let_pass(report, slot, sighting));
        let marks: Vec<_> = marks.map(|sighting| sighting.range.clone()).collect();
        carried(seen.text.as_str(), text.as_str(), &marks)
    }

    /// Whether the reporter lets a name pass, or the language of the report does.
    fn is_let_pass(&self, report: &Report, slot: Slot, sighting: &Sighting) -> bool {
        let is_style = || sighting.is_style(&report.language, |person| self.is_marked(person));
        self.passes(report, slot, &sighting.found) || is_style()
    }

    /// Whether the reporter lets a name pass.
    pub fn passes(&self, report: &Report, slot: Slot, found: &str) -> bool {
        is_ignored(&report.details, slot, found) || self.own.borrow().iter().any(|own| own == found)
    }

    /// Names that pass everywhere and stand at a place.
    pub(super) fn own_at(&self, text: &str, byte: usize) -> Option<String> {
        let own = self.own.borrow();
        let mut names = own.iter().filter(|name| name.contains(' '));
        names.find(|name| stands_at(text, name, byte)).cloned()
    }

    /// Remembers that something was written, with the caret here now.
    pub(super) fn wrote(&self, at: Pos) {
        self.written_at.set(Some(at));
    }

    /// The wrong name at a place.
    pub fn wrong_at(&self, report: &Report, at: Pos) -> Option<Sighting> {
        let wrong = self.wrong(report, at.slot, report.text(at.slot)?)?;
        wrong.into_iter().find(|sighting| (sighting.range.start..=sighting.range.end).contains(&at.byte))
    }

    /// The change that mends a name where it stands, into one of those that may be meant.
    pub fn here(&self, slot: Slot, sighting: &Sighting, choice: usize) -> Option<Mend> {
        let meant = sighting.meant.get(choice)?;
        Some(mending(slot, sighting, &meant.words, meant.person))
    }

    /// Every place where the same is written and means the same, in order.
    ///
    /// Only texts that have the words are looked at, so that this is quick enough for the interface's thread.
    pub fn everywhere(&self, report: &Report, sighting: &Sighting, choice: usize) -> Vec<Mend> {
        let watch = self.watch.borrow();
        let (Some(watch), Some(meant)) = (watch.as_ref(), sighting.meant.get(choice)) else { return Vec::new() };
        let slots = report.all_slots().into_iter().filter(|slot| is_watched(*slot));
        let with_words = slots.filter_map(|slot| {
            let text = report.text(slot)?;
            text.as_str().contains(&sighting.found).then_some((slot, text))
        });
        let found =
            with_words.flat_map(|(slot, text)| watch.look(text).wrong.into_iter().map(move |found| (slot, found)));
        let same = found.filter(|(slot, other)| {
            let means_same = other.meant.iter().any(|other| other.words == meant.words && other.person == meant.person);
            other.found == sighting.found && means_same && !self.passes(report, *slot, &other.found)
        });
        same.map(|(slot, other)| mending(slot, &other, &meant.words, meant.person)).collect()
    }
}

/// The change that puts the right words in the place of a wrong name, or of a wrong office, which is no name.
fn mending(slot: Slot, sighting: &Sighting, words: &str, person: ParticipantId) -> Mend {
    let person = Some(person).filter(|_| sighting.kind != Kind::Title);
    Mend { slot, range: sighting.range.clone(), words: words.into(), person }
}

/// Whether some words of a text that reach to a place are these.
pub(super) fn stands_at(text: &str, words: &str, byte: usize) -> bool {
    text.match_indices(words).any(|(start, _)| (start..=start + words.len()).contains(&byte))
}

impl TextState {
    /// What is marked in a text, of names and of spelling, in order; `None` where one of them is not known as it stands.
    pub fn marked(&self, report: &Report, slot: Slot, text: &RichText) -> Option<Vec<Range<usize>>> {
        let names: Vec<_> = self.names.wrong(report, slot, text)?.into_iter().map(|sighting| sighting.range).collect();
        let mut marked = self.spelling.wrong(slot, text)?;
        marked.retain(|word| !names.iter().any(|name| name.start < word.end && word.start < name.end));
        marked.extend(names);
        marked.sort_by_key(|range| range.start);
        Some(marked)
    }
}
