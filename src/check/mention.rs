//! Who took part is named, or stands on a list that is printed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::Finding;
use crate::report::{BlockKind, Participant, ParticipantId, Report};

pub(super) fn check(report: &Report, found: &mut Vec<Finding>) {
    let lists: Vec<&Option<Arc<str>>> = report
        .body
        .blocks()
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Participants { delegation } => Some(delegation),
            _ => None,
        })
        .collect();
    let is_listed = |participant: &Participant| {
        lists.iter().any(|delegation| delegation.as_ref().is_none_or(|name| *name == participant.delegation))
    };
    let mentioned = mentioned(report);
    for participant in &report.participants {
        if !mentioned.contains(&participant.id) && !is_listed(participant) {
            found.push(Finding::NotMentioned(participant.id));
        }
    }
}

fn mentioned(report: &Report) -> BTreeSet<ParticipantId> {
    let in_texts = report.all_slots().into_iter().filter_map(|slot| report.text(slot));
    let mut mentioned: BTreeSet<_> =
        in_texts.flat_map(|text| text.people().map(|(_, person)| person).collect::<Vec<_>>()).collect();
    mentioned.extend(report.photos.iter().flat_map(|photo| photo.people.iter().copied()));
    mentioned
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{person, state};

    fn found(source: &str) -> Vec<Finding> {
        let mut found = Vec::new();
        check(&state(source).0, &mut found);
        found
    }

    #[test]
    fn who_is_nowhere_in_the_report_is_found() {
        assert_eq!(found("p |nobody"), [Finding::NotMentioned(person(1))]);
        assert_eq!(found("p |by [1:Anna]"), []);
        assert_eq!(found("p |x\nfig 1 [1:Anna] speaks"), []);
    }

    #[test]
    fn who_is_on_a_printed_list_is_in_the_report() {
        assert_eq!(found("p |nobody\npeople"), []);
    }
}
