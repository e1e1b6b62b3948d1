//! The repairs of a whole report, place by place.

use crate::language::typography::{Repair, repairs};
use crate::report::{Report, Slot};

/// A repair and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The text.
    pub slot: Slot,
    /// What is repaired in it.
    pub repair: Repair,
}

/// The repairs of all texts of a report in reading order. Names that stand for participants stay as the list has them.
pub fn repairs_of_report(report: &Report) -> Vec<Placed> {
    let mut found = Vec::new();
    for slot in report.all_slots() {
        let Some(text) = report.text(slot) else { continue };
        let people: Vec<_> = text.people().map(|(range, _)| range).collect();
        let is_in_name = |repair: &Repair| {
            people
                .iter()
                .any(|name| repair.range.start < name.end && name.start < repair.range.end.max(repair.range.start + 1))
        };
        let free = repairs(text, &report.language).into_iter().filter(|repair| !is_in_name(repair));
        found.extend(free.map(|repair| Placed { slot, repair }));
    }
    found
}
