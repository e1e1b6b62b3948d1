//! Names are as the list of participants has them, and follow it; who is named is on it.

use std::ops::Range;

use crate::check::{Finding, Place};
use crate::names::{Seen, Stranger};
use crate::report::{ParticipantId, Report, Slot};

/// What the names of a report come to, put among the other findings: behind those of the head and the text, before those of photos. Somebody
/// whose name was typed by hand is mentioned. `passes` tells of words in a text that the reporter lets pass.
pub fn with_names(
    report: &Report,
    found: Vec<Finding>,
    seen: &[(Slot, Seen)],
    passes: impl Fn(Slot, &str) -> bool,
) -> Vec<Finding> {
    let named =
        |person: &ParticipantId| seen.iter().any(|(_, seen)| seen.right.iter().any(|(_, other)| other == person));
    let kept = |finding: &Finding| !matches!(finding, Finding::NotMentioned(person) if named(person));
    let mut all: Vec<Finding> = found.into_iter().filter(kept).collect();
    let is_of_text = |finding: &Finding| matches!(finding.place(), Place::Text(..) | Place::Details);
    let end = all.iter().take_while(|finding| is_of_text(finding)).count();
    let wrong = seen.iter().flat_map(|(slot, seen)| seen.wrong.iter().map(|sighting| (*slot, sighting)));
    let wrong = wrong.filter(|(slot, sighting)| !passes(*slot, &sighting.found));
    let mut names: Vec<Finding> =
        wrong.map(|(slot, sighting)| Finding::WrongName { slot, sighting: Box::new(sighting.clone()) }).collect();
    names.extend(strangers(seen, passes));
    let plain = plain_names(report, seen);
    if !plain.is_empty() {
        names.push(Finding::PlainNames(plain));
    }
    all.splice(end..end, names);
    all
}

type Places = Vec<(Slot, Range<usize>)>;

/// Each name once, with all its places. Who took a photo is credited and takes part in nothing.
fn strangers(seen: &[(Slot, Seen)], passes: impl Fn(Slot, &str) -> bool) -> Vec<Finding> {
    let mut found: Vec<(Stranger, Places)> = Vec::new();
    for (slot, seen) in seen.iter().filter(|(slot, _)| !matches!(slot, Slot::Credit(_))) {
        for stranger in seen.strangers.iter().filter(|stranger| !passes(*slot, &stranger.found)) {
            let place = (*slot, stranger.range.clone());
            let same = |other: &Stranger| other.name.replace('ё', "е") == stranger.name.replace('ё', "е");
            match found.iter_mut().find(|(other, _)| same(other)) {
                Some((_, places)) => places.push(place),
                None => found.push((stranger.clone(), vec![place])),
            }
        }
    }
    found.into_iter().map(|(stranger, places)| Finding::NotListed { stranger, places }).collect()
}

/// Names that are right, were typed by hand and do not follow the list, where a text can have such that do.
pub fn plain_names(report: &Report, seen: &[(Slot, Seen)]) -> Vec<(Slot, Range<usize>, ParticipantId)> {
    let texts = seen.iter().filter(|(slot, _)| slot.takes_people());
    let named = texts.flat_map(|(slot, seen)| seen.right.iter().map(|(range, person)| (*slot, range.clone(), *person)));
    named.filter(|(_, _, person)| report.participant(*person).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::notation::{photo, state};
    use crate::names::Watch;
    use crate::report::Participant;

    /// A report with Anna Berg on its list.
    fn with_anna(source: &str) -> Report {
        let mut report = state(source).0;
        let named = Participant::named(report.participants[0].id, "Anna Berg");
        report.participants[0] = Arc::new(named);
        report
    }

    fn found(source: &str, passed: &[&str]) -> Vec<String> {
        let report = with_anna(source);
        let watch = Watch::of(&report.participants);
        let slots = report.all_slots().into_iter();
        let seen: Vec<_> = slots.filter_map(|slot| Some((slot, watch.look_at(slot, report.text(slot)?)))).collect();
        let found = crate::check::findings(&report);
        let told = |finding: &Finding| match finding {
            Finding::WrongName { sighting, .. } => Some(format!("{} → {}", sighting.found, sighting.meant[0].words)),
            Finding::NotListed { stranger, places } => Some(format!("{} {}", stranger.name, places.len())),
            Finding::PlainNames(places) => Some(format!("plain {}", places.len())),
            Finding::NotMentioned(_) => Some("nowhere".to_owned()),
            Finding::Unused(_) => Some("unused".to_owned()),
            _ => None,
        };
        let all = with_names(&report, found, &seen, |_, words| passed.contains(&words));
        all.iter().filter_map(told).collect()
    }

    #[test]
    fn names_come_between_the_text_and_the_photos() {
        let source = "p [1:Anna Berg] spoke|\np Then Anna Bergg said: Mr Hugh Farrow met Mr Hugh Farrow and Anna Berg.\nfig 1 Mr Hugh Farrow";
        assert_eq!(found(source, &[]), ["Anna Bergg → Anna Berg", "Hugh Farrow 3", "plain 1"]);
        assert_eq!(found(source, &["Anna Bergg", "Hugh Farrow"]), ["plain 1"]);
    }

    #[test]
    fn who_is_named_by_hand_alone_is_in_the_report() {
        let report = with_anna("p by Anna Berg|");
        let id = report.participants[0].id;
        let slot = Slot::Block(report.body.blocks()[0].id);
        let seen = [(slot, Watch::of(&report.participants).look(report.text(slot).unwrap()))];
        let nowhere = Finding::NotMentioned(id);
        assert!(crate::check::findings(&report).contains(&nowhere));
        let all = with_names(&report, crate::check::findings(&report), &seen, |_, _| false);
        assert!(!all.contains(&nowhere) && all.contains(&Finding::PlainNames(vec![(slot, 3..12, id)])));
    }

    #[test]
    fn a_credit_names_nobody_who_takes_part() {
        let mut report = with_anna("p [1:Anna Berg]|\nfig 1 x");
        report.text_mut(Slot::Credit(photo(1))).unwrap().append("Mr Hugh Farrow".into());
        let slot = Slot::Credit(photo(1));
        let seen = [(slot, Watch::of(&report.participants).look(report.text(slot).unwrap()))];
        assert_eq!(seen[0].1.strangers.len(), 1);
        let all = with_names(&report, Vec::new(), &seen, |_, _| false);
        assert_eq!(all, []);
    }
}
