//! How often everybody is mentioned, and what the story check finds: counted when the reporter rests, not at every key.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::check::names::with_names;
use crate::check::{Finding, findings};
use crate::names::Seen;
use crate::report::{ParticipantId, Report, ReportId, Slot};
use crate::ui::view::View;

/// A count waits until nothing changed for so long.
const REST_S: f64 = 0.25;

/// A state of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    report: ReportId,
    revision: u64,
}

/// Counts over the whole report, kept until it changes.
#[derive(Debug, Default)]
pub(super) struct Watch {
    counted: Option<State>,
    waiting: Option<(State, f64)>,
    mentions: BTreeMap<ParticipantId, usize>,
    /// Without those of names.
    plain_findings: Vec<Finding>,
    seen: Vec<(Slot, Seen)>,
    /// The state of the report, and of what is known of its names, that they were seen in.
    named: Option<(State, u64)>,
    findings: Vec<Finding>,
}

impl Watch {
    /// Counts anew where the report changed and has rested since.
    pub(super) fn update(&mut self, ctx: &egui::Context, view: &View<'_>) {
        let state = State { report: view.report().id, revision: view.editor.revision() };
        if self.counted == Some(state) {
            self.update_names(view, state);
            return;
        }
        let now = ctx.input(|input| input.time);
        let same_report = self.counted.is_some_and(|counted| counted.report == state.report);
        if same_report {
            let since = match self.waiting {
                Some((waiting, since)) if waiting == state => since,
                _ => now,
            };
            self.waiting = Some((state, since));
            let rest = REST_S - (now - since);
            if rest > 0.0 {
                ctx.request_repaint_after(Duration::from_secs_f64(rest));
                return;
            }
        }
        self.counted = Some(state);
        self.waiting = None;
        self.mentions = mentions(view.report());
        self.plain_findings = findings(view.report());
        if !same_report {
            self.seen.clear();
        }
        self.join(view);
        self.named = None;
        self.update_names(view, state);
    }

    /// Puts the names that jobs have found among the findings, when the whole report was looked through. Until then, those of the last state
    /// stand.
    fn update_names(&mut self, view: &View<'_>, state: State) {
        let names = &view.text.names;
        let known = names.known_at(state.revision).unwrap_or_default();
        let is_known =
            names.known_at(state.revision).is_some() || !names.is_on() || view.report().participants.is_empty();
        if is_known && self.named != Some((state, known)) {
            self.named = Some((state, known));
            self.seen = names.seen_in(view.report());
            self.join(view);
        }
    }

    fn join(&mut self, view: &View<'_>) {
        let passes = |slot, words: &str| view.text.names.passes(view.report(), slot, words);
        self.findings = with_names(view.report(), self.plain_findings.clone(), &self.seen, passes);
    }

    pub(super) fn mentions_of(&self, id: ParticipantId) -> usize {
        self.mentions.get(&id).copied().unwrap_or(0)
    }

    pub(super) fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

/// The mentions of everybody in one walk.
fn mentions(report: &Report) -> BTreeMap<ParticipantId, usize> {
    let mut mentions = BTreeMap::new();
    for text in report.all_slots().into_iter().filter_map(|slot| report.text(slot)) {
        if text.spans().is_empty() {
            continue;
        }
        for (_, person) in text.people() {
            *mentions.entry(person).or_insert(0) += 1;
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{person, state};

    #[test]
    fn one_walk_counts_what_the_report_counts_for_each() {
        let (report, _) = state("p |[1:Anna] met [1:Anna]\nfig 1 [1:Anna]\np x");
        let counted = mentions(&report);
        assert_eq!(counted.get(&person(1)), Some(&3));
        assert_eq!(report.mentions(person(1)), 3);
    }
}
