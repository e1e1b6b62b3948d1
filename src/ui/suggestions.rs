//! Whom a few letters mean: participants found by any part of the name, the organisation, the title or the code.

use std::sync::Arc;

use crate::language::fold;
use crate::report::{Participant, Report};

/// The participants whose name, organisation, title or code matches what was typed, the best first; tones and case do not count.
pub fn people_matching(report: &Report, query: &str) -> impl Iterator<Item = Arc<Participant>> {
    let is_code = |participant: &Participant| !query.is_empty() && *participant.code == *query;
    let rank = |participant: &Participant| {
        let name = participant.shown_name();
        if is_code(participant) {
            return Some(0);
        }
        if fold::matches(name, query) {
            return Some(if fold::starts_with_word(name, query) { 1 } else { 2 });
        }
        let others = [&participant.organisation, &participant.title];
        if others.iter().any(|field| fold::matches(field, query)) || fold::starts_with_word(&participant.code, query) {
            return Some(3);
        }
        // "an hội nhà báo": each word somewhere.
        let all = [name, &participant.short_name, &participant.organisation, &participant.title];
        let is_somewhere = |word: &str| all.iter().any(|field| fold::starts_with_word(field, word));
        query.split_whitespace().all(is_somewhere).then_some(4)
    };
    let named = report.participants.iter().filter(|participant| !participant.shown_name().is_empty());
    let mut found: Vec<_> =
        named.filter_map(|participant| Some((rank(participant)?, Arc::clone(participant)))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, participant)| participant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{IdSource, ParticipantId};

    #[test]
    fn somebody_is_found_by_any_part_and_without_tones() {
        let mut report = Report::new(&mut IdSource::from_seed(1), "vi");
        let entry = |number, name: &str, organisation: &str, code: &str| {
            let entry = Participant::named(ParticipantId::from_number(number), name);
            Arc::new(Participant { organisation: organisation.into(), code: code.into(), ..entry })
        };
        report.participants = vec![
            entry(1, "Lê Thị Hoa", "Đài Hà Nội", "lh"),
            entry(2, "Trịnh Văn An", "Hội Nhà báo", "hoa"),
            entry(3, "", "Hoa Sen", ""),
        ];
        let found = |query: &str| people_matching(&report, query).map(|person| person.id.number()).collect::<Vec<_>>();
        assert_eq!(found("trinh"), [2]);
        assert_eq!(found("ha noi"), [1]);
        assert_eq!(found("hoa"), [2, 1, 3], "the code is exact");
        assert_eq!(found("an hoi"), [2]);
        assert_eq!(found(""), [1, 2, 3]);
        assert_eq!(found("x"), [0; 0]);
    }
}
