//! Undo and redo.

use crate::edit::{EditKind, Selection, Step};

/// A pause of more than so many milliseconds ends a phrase.
pub const PHRASE_PAUSE_MS: u64 = 500;

/// The oldest changes are forgotten beyond this number.
const LIMIT: usize = 10_000;

/// What was done, and what was undone, in one line.
///
/// Undo goes by phrase: typing is one entry until the writer pauses, moves the caret, or does something else. A new
/// change forgets what was undone.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    sealed: bool,
}

/// One line of the history.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) steps: Vec<Step>,
    pub(crate) before: Selection,
    pub(crate) after: Selection,
    kind: EditKind,
    time_ms: u64,
}

impl Entry {
    pub(crate) fn new(steps: Vec<Step>, kind: EditKind, before: Selection, after: Selection, time_ms: u64) -> Self {
        Self { steps, before, after, kind, time_ms }
    }

    fn continues(&self, last: &Self) -> bool {
        let same_sort = match (last.kind, self.kind) {
            (_, EditKind::Other | EditKind::TypingOver) => false,
            (EditKind::TypingOver, EditKind::Typing) => true,
            (before, now) => before == now,
        };
        let in_place = matches!(self.kind, EditKind::Field(_)) || self.before == last.after;
        same_sort && in_place && self.time_ms.saturating_sub(last.time_ms) <= PHRASE_PAUSE_MS
    }
}

impl History {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Ends the phrase: the next change will be undone by itself.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    pub(crate) fn record(&mut self, entry: Entry) {
        if matches!(entry.kind, EditKind::Import(_)) {
            return self.record_arrival(entry);
        }
        self.undone.clear();
        let sealed = std::mem::take(&mut self.sealed);
        match self.done.last_mut() {
            Some(last) if !sealed && entry.continues(last) => {
                last.after = entry.after;
                last.time_ms = entry.time_ms;
                for step in entry.steps {
                    match last.steps.last().and_then(|earlier| earlier.merged(&step)) {
                        Some(merged) => {
                            last.steps.pop();
                            last.steps.push(merged);
                        }
                        None => last.steps.push(step),
                    }
                }
            }
            _ => self.done.push(entry),
        }
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }

    /// Whether something of this sort was done and not undone.
    pub fn has_done(&self, kind: EditKind) -> bool {
        self.done.iter().any(|entry| entry.kind == kind)
    }

    /// Photos that come at the end of the list touch nothing that was done since the first of them came, so they join that entry: undo
    /// takes back what the writer did last, and later all of the import at once. What was undone can still be made again.
    fn record_arrival(&mut self, entry: Entry) {
        let Some(first) = self.done.iter().rposition(|earlier| earlier.kind == entry.kind) else {
            self.done.push(entry);
            return;
        };
        let later = self.done[first + 1..].iter().flat_map(|entry| &entry.steps);
        let gained: isize = later.map(Step::photos_gained).sum();
        let steps = entry.steps.into_iter().map(|step| step.with_photos_before(gained));
        self.done[first].steps.extend(steps);
    }

    /// Moves the newest entry to the undone ones and gives it.
    pub(crate) fn step_back(&mut self) -> Option<&Entry> {
        let entry = self.done.pop()?;
        self.sealed = true;
        self.undone.push(entry);
        self.undone.last()
    }

    /// Moves the newest undone entry back and gives it.
    pub(crate) fn step_forth(&mut self) -> Option<&Entry> {
        let entry = self.undone.pop()?;
        self.sealed = true;
        self.done.push(entry);
        self.done.last()
    }
}
