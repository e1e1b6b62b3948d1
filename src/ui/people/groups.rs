//! The participants as the list shows them: in groups, narrowed by a search.

use std::sync::Arc;

use crate::language::fold::Pattern;
use crate::report::{Group, Participant, ParticipantId, Report};
use crate::ui::people::look::{ListOrder, sort_key};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// A head with the number of those under it.
    Head { group: Group, count: usize },
    /// A participant, by the place in the report's list.
    Person { place: usize, id: ParticipantId },
}

/// A participant who stays in a group while being edited, whatever is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pinned {
    pub id: ParticipantId,
    pub group: Group,
}

/// The lines of the list, made anew only when something that they show changes.
#[derive(Debug, Default)]
pub(super) struct Rows {
    participants: Vec<Arc<Participant>>,
    wanted: String,
    order: ListOrder,
    pinned: Option<Pinned>,
    made: bool,
    rows: Vec<Row>,
}

impl Rows {
    pub(super) fn update(
        &mut self,
        report: &Report,
        search: &str,
        order: ListOrder,
        pinned: Option<&Pinned>,
    ) -> &[Row] {
        let same_people = self.participants.len() == report.participants.len()
            && self.participants.iter().zip(&report.participants).all(|(one, other)| Arc::ptr_eq(one, other));
        if !self.made || !same_people || self.wanted != search || self.order != order || self.pinned.as_ref() != pinned
        {
            self.participants.clone_from(&report.participants);
            self.wanted = search.to_owned();
            self.order = order;
            self.pinned = pinned.cloned();
            let grouped = rows(&report.participants, search, pinned);
            self.rows = if order == ListOrder::Protocol { grouped } else { flat(&report.participants, grouped, order) };
            self.made = true;
        }
        &self.rows
    }

    pub(super) fn all(&self) -> &[Row] {
        &self.rows
    }
}

fn rows(participants: &[Arc<Participant>], search: &str, pinned: Option<&Pinned>) -> Vec<Row> {
    let wanted: Vec<_> = search.split_whitespace().map(Pattern::new).collect();
    let mut groups: Vec<(Group, Vec<Row>)> = Vec::new();
    for (place, participant) in participants.iter().enumerate() {
        let pin = pinned.filter(|pinned| pinned.id == participant.id);
        if pin.is_none() && !fits(participant, &wanted) {
            continue;
        }
        let group = pin.map_or_else(|| Group::of(participant), |pinned| pinned.group.clone());
        let row = Row::Person { place, id: participant.id };
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((group, vec![row])),
        }
    }
    groups.sort_by_key(|(group, _)| group.rank());
    let with_head = |(group, rows): (Group, Vec<Row>)| {
        let head = Row::Head { group, count: rows.len() };
        std::iter::once(head).chain(rows)
    };
    groups.into_iter().flat_map(with_head).collect()
}

/// The same rows without heads, in another order.
fn flat(participants: &[Arc<Participant>], rows: Vec<Row>, order: ListOrder) -> Vec<Row> {
    let person = |row: Row| match row {
        Row::Person { place, .. } => Some((sort_key(participants.get(place)?, order), row)),
        Row::Head { .. } => None,
    };
    let mut keyed: Vec<_> = rows.into_iter().filter_map(person).collect();
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    keyed.into_iter().map(|(_, row)| row).collect()
}

fn fits(participant: &Participant, wanted: &[Pattern]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let parts = [
        &participant.name,
        &participant.short_name,
        &participant.honorific,
        &participant.title,
        &participant.organisation,
        &participant.delegation,
    ];
    let text: String = parts.iter().flat_map(|part| [part.as_ref(), "\n"]).collect();
    wanted.iter().all(|word| word.find_in(&text).is_some())
}

/// Where a participant goes in the report's list to stand one higher or lower in the own group; `None` at its end.
pub(super) fn place_beside(rows: &[Row], id: ParticipantId, down: bool) -> Option<usize> {
    let at = rows.iter().position(|row| matches!(row, Row::Person { id: other, .. } if *other == id))?;
    let neighbour = if down { at + 1 } else { at.checked_sub(1)? };
    match rows.get(neighbour)? {
        Row::Person { place, .. } => Some(if down { place + 1 } else { *place }),
        Row::Head { .. } => None,
    }
}

/// The participant before or after one in the list as it is shown.
pub(super) fn neighbour(rows: &[Row], id: ParticipantId, by: isize) -> Option<ParticipantId> {
    let people: Vec<_> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Person { id, .. } => Some(*id),
            Row::Head { .. } => None,
        })
        .collect();
    let at = people.iter().position(|other| *other == id)?;
    let target = at.saturating_add_signed(by).min(people.len() - 1);
    people.get(target).copied().filter(|other| *other != id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Role;

    fn person(number: u64, name: &str, delegation: &str, role: Role) -> Arc<Participant> {
        let named = Participant::named(ParticipantId::from_number(number), name);
        Arc::new(Participant { delegation: delegation.into(), role, ..named })
    }

    fn organisation(number: u64, name: &str) -> Arc<Participant> {
        let unnamed = Participant::named(ParticipantId::from_number(number), "");
        Arc::new(Participant { organisation: name.into(), ..unnamed })
    }

    fn shown(rows: &[Row]) -> Vec<String> {
        let text = |row: &Row| match row {
            Row::Head { group: Group::Delegation(name), count } => format!("{name} {count}"),
            Row::Head { group: Group::Role(role), count } => format!("{role:?} {count}"),
            Row::Head { group: Group::Organisations, count } => format!("Organisations {count}"),
            Row::Person { id, .. } => id.number().to_string(),
        };
        rows.iter().map(text).collect()
    }

    #[test]
    fn delegations_come_in_the_order_of_protocol_then_guests_then_organisations() {
        let list = [
            organisation(1, "Journalists' Association"),
            person(2, "Ivan", "", Role::Guest),
            person(3, "Bình", "Ninh Bình", Role::Delegate),
            person(4, "Hoa", "Bắc Ninh", Role::Chair),
            person(5, "Chi", "Ninh Bình", Role::Delegate),
            person(6, "Nobody", "", Role::Delegate),
        ];
        let rows = rows(&list, "", None);
        let expected =
            ["Ninh Bình 2", "3", "5", "Bắc Ninh 1", "4", "Guest 1", "2", "Delegate 1", "6", "Organisations 1", "1"];
        assert_eq!(shown(&rows), expected);
    }

    #[test]
    fn a_search_keeps_whoever_has_every_word_in_any_field() {
        let list = [person(1, "Lê Thị Hoa", "Bắc Ninh", Role::Chair), person(2, "Ivan Petrov", "", Role::Guest)];
        assert_eq!(shown(&rows(&list, "le bac", None)), ["Bắc Ninh 1", "1"]);
        assert_eq!(shown(&rows(&list, "petr", None)), ["Guest 1", "2"]);
        assert!(rows(&list, "petrova", None).is_empty());
    }

    #[test]
    fn who_is_being_edited_stays_in_place() {
        let list = [person(1, "Hoa", "B", Role::Chair), person(2, "Ivan", "Bắc Ninh", Role::Guest)];
        let group = Group::Delegation("Bắc Ninh".into());
        let pinned = Pinned { id: ParticipantId::from_number(1), group };
        assert_eq!(shown(&rows(&list, "", Some(&pinned))), ["Bắc Ninh 2", "1", "2"]);
    }

    #[test]
    fn moving_stays_inside_the_group() {
        let list = [
            person(1, "a", "X", Role::Delegate),
            person(2, "b", "Y", Role::Delegate),
            person(3, "c", "X", Role::Delegate),
        ];
        let rows = rows(&list, "", None);
        let id = ParticipantId::from_number;
        assert_eq!(place_beside(&rows, id(3), false), Some(0));
        assert_eq!(place_beside(&rows, id(1), true), Some(3));
        assert_eq!(place_beside(&rows, id(1), false), None);
        assert_eq!(place_beside(&rows, id(2), true), None);
        assert_eq!(neighbour(&rows, id(3), 1), Some(id(2)));
    }
}
