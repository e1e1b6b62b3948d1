//! A report being edited.

use crate::edit::history::Entry;
use crate::edit::{EditKind, History, Selection, Side, Step, Transaction};
use crate::report::{Filed, IdSource, Pos, Report, Style};

/// A report with its selection and its history. The only way to change a report.
#[derive(Debug, Clone)]
pub struct Editor {
    report: Report,
    selection: Selection,
    history: History,
    typing_style: Option<Style>,
    revision: u64,
    /// Where the ids of new blocks, photos and participants come from. Operations draw from a copy; every change that is made
    /// moves the source on, so that no id is given twice.
    pub ids: IdSource,
}

/// What came of asking for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Applied {
    /// The report changed.
    Changed,
    /// There was nothing to do.
    Nothing,
}

impl Editor {
    /// A report as it was opened, with the caret at the start of the story.
    pub fn new(report: Report, ids: IdSource) -> Self {
        let selection = Selection::caret(report.first_pos());
        let mut editor = Self { report, selection, history: History::default(), typing_style: None, revision: 0, ids };
        let story = crate::edit::movement::start_of_writing(&editor.report);
        editor.select(Selection::caret(story));
        editor
    }

    /// The report as it stands.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Where the caret is.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// Grows with every change, undo and redo: what is saved is a revision.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Moves the caret or the selection, which ends the phrase and forgets a style chosen for typing.
    pub fn select(&mut self, selection: Selection) {
        let selection = selection.within(&self.report, self.selection.head);
        if selection != self.selection {
            self.selection = selection;
            self.history.seal();
            self.typing_style = None;
        }
    }

    /// Ends the phrase without moving: the next change will be undone by itself.
    pub fn end_phrase(&mut self) {
        self.history.seal();
    }

    /// The style of what is typed next: one that was chosen, or that of the character before the caret.
    pub fn typing_style(&self) -> Style {
        let inherited = || {
            let Pos { slot, byte } = self.selection.ordered(&self.report).0;
            let before = byte.checked_sub(1)?;
            slot.is_rich().then(|| self.report.text(slot).map(|text| text.style_at(before).for_typing()))?
        };
        self.typing_style.clone().or_else(inherited).unwrap_or_default()
    }

    /// Chooses the style of what is typed next.
    pub fn set_typing_style(&mut self, style: Style) {
        self.typing_style = Some(style);
    }

    /// Remembers what a desk was sent. It is no change that could be undone, since what is sent is sent; but it is to be saved.
    pub fn remember_filed(&mut self, filed: Filed) {
        self.report.remember_filed(filed);
        self.revision += 1;
    }

    /// Remembers a file that was made of the report and carries no mark of ours; no change either.
    pub fn remember_exported(&mut self, sha256: &str) {
        self.report.remember_exported(sha256);
        self.revision += 1;
    }

    /// Remembers what the page of the report looks like; no change either.
    pub fn remember_look(&mut self, look: &str) {
        if *self.report.look != *look {
            self.report.look = look.into();
            self.revision += 1;
        }
    }

    /// Makes a change. `time_ms` is any clock that only goes forward; it ends phrases.
    pub fn apply(&mut self, transaction: Option<Transaction>, time_ms: u64) -> Applied {
        let Some(transaction) = transaction else { return Applied::Nothing };
        let before = self.selection;
        let Some(mapped) = self.apply_steps(&transaction.steps) else { return Applied::Nothing };
        let wanted = transaction.selection.unwrap_or(mapped);
        self.selection = wanted.within(&self.report, mapped.within(&self.report, self.report.first_pos()).head);
        // Photos that arrive meanwhile are no reason to forget that the next letter is to be bold.
        if !matches!(transaction.kind, EditKind::Import(_)) {
            self.typing_style = None;
        }
        self.ids = self.ids.forked();
        let entry = Entry::new(transaction.steps, transaction.kind, before, self.selection, time_ms);
        self.history.record(entry);
        Applied::Changed
    }

    /// Takes back the last phrase or change and gives the selection back.
    pub fn undo(&mut self) -> Applied {
        let Some(entry) = self.history.step_back() else { return Applied::Nothing };
        let steps: Vec<Step> = entry.steps.iter().rev().map(Step::inverted).collect();
        let selection = entry.before;
        self.travel(&steps, selection)
    }

    /// Makes again what was taken back last.
    pub fn redo(&mut self) -> Applied {
        let Some(entry) = self.history.step_forth() else { return Applied::Nothing };
        let (steps, selection) = (entry.steps.clone(), entry.after);
        self.travel(&steps, selection)
    }

    fn travel(&mut self, steps: &[Step], selection: Selection) -> Applied {
        if self.apply_steps(steps).is_none() {
            return Applied::Nothing;
        }
        let changed = steps.last().and_then(|step| step.place(&self.report)).unwrap_or(selection.head);
        self.selection = selection.within(&self.report, changed);
        self.typing_style = None;
        Applied::Changed
    }

    /// Applies all of the steps or none, and gives the old selection where they left it.
    fn apply_steps(&mut self, steps: &[Step]) -> Option<Selection> {
        let (mut anchor, mut head) = (Some(self.selection.anchor), Some(self.selection.head));
        let mut nearest = self.selection.head;
        for (done, step) in steps.iter().enumerate() {
            if let Err(err) = step.apply(&mut self.report) {
                debug_assert!(false, "{err}: {step:?}");
                for step in steps[..done].iter().rev() {
                    let taken_back = step.inverted().apply(&mut self.report);
                    debug_assert!(taken_back.is_ok(), "{taken_back:?}");
                }
                return None;
            }
            anchor = anchor.and_then(|pos| step.map(pos, Side::After));
            head = head.and_then(|pos| step.map(pos, Side::After));
            nearest = step.map(nearest, Side::After).or_else(|| step.place(&self.report)).unwrap_or(nearest);
        }
        self.revision += 1;
        Some(Selection::new(anchor.or(head).unwrap_or(nearest), head.or(anchor).unwrap_or(nearest)))
    }
}
