//! One line that becomes an entry: "Name, title, organisation".

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::language::fold::fold;
use crate::report::{Participant, ParticipantId, Report};

/// The participant that a line names; `None` where it names nobody. What stands after the name is the title, after that the
/// organisation; two parts are name and organisation where the organisation is known already. A form of address before the
/// name that somebody on the list has too becomes one.
pub(super) fn read_line(report: &Report, id: ParticipantId, line: &str, delegation: &str) -> Option<Participant> {
    let line: String = line.nfc().collect();
    let mut parts = line.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty());
    let name = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let (title, organisation) = match rest.as_slice() {
        [] => (String::new(), String::new()),
        [one] if is_known_organisation(report, one) => (String::new(), (*one).to_owned()),
        [title, organisation @ ..] => ((*title).to_owned(), organisation.join(", ")),
    };
    let (honorific, name) = without_honorific(report, name);
    Some(Participant {
        honorific,
        title: title.into(),
        organisation: organisation.into(),
        delegation: delegation.into(),
        ..Participant::named(id, name)
    })
}

fn is_known_organisation(report: &Report, text: &str) -> bool {
    let wanted = fold(text);
    let known = report.participants.iter().flat_map(|other| [&other.organisation, &other.delegation]);
    known.filter(|known| !known.is_empty()).any(|known| fold(known) == wanted)
}

fn without_honorific<'a>(report: &Report, name: &'a str) -> (Arc<str>, &'a str) {
    for other in &report.participants {
        let rest = name.strip_prefix(other.honorific.as_ref()).and_then(|rest| rest.strip_prefix(' '));
        if let Some(rest) = rest.filter(|rest| !other.honorific.is_empty() && !rest.trim().is_empty()) {
            return (Arc::clone(&other.honorific), rest.trim());
        }
    }
    ("".into(), name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IdSource;

    fn read(line: &str) -> Option<Participant> {
        let mut ids = IdSource::from_seed(5);
        let mut report = Report::new(&mut ids, "vi");
        let known = Participant {
            honorific: "đồng chí".into(),
            organisation: "Volga Review".into(),
            ..Participant::named(ids.participant(), "Lê Thị Hoa")
        };
        report.participants.push(Arc::new(known));
        read_line(&report, ids.participant(), line, "Bắc Ninh")
    }

    #[test]
    fn a_line_becomes_name_title_and_organisation() {
        let entry = read("Trịnh Văn An, Chủ tịch, Hội Nhà báo tỉnh Bắc Ninh").unwrap();
        assert_eq!(&*entry.name, "Trịnh Văn An");
        assert_eq!(&*entry.title, "Chủ tịch");
        assert_eq!(&*entry.organisation, "Hội Nhà báo tỉnh Bắc Ninh");
        assert_eq!(&*entry.delegation, "Bắc Ninh");
    }

    #[test]
    fn an_organisation_keeps_its_commas() {
        let entry = read("Anna Berg, editor, Fund for Arts, Crafts and Press").unwrap();
        assert_eq!(&*entry.organisation, "Fund for Arts, Crafts and Press");
    }

    #[test]
    fn a_known_organisation_right_after_the_name_is_no_title() {
        let entry = read("Ivan Petrov, volga review").unwrap();
        assert_eq!((&*entry.title, &*entry.organisation), ("", "volga review"));
        let entry = read("Ivan Petrov, editor").unwrap();
        assert_eq!((&*entry.title, &*entry.organisation), ("editor", ""));
    }

    #[test]
    fn a_form_of_address_that_is_in_use_is_taken_off_the_name() {
        let entry = read("đồng chí Nguyễn Văn Bình, Phó Chủ tịch").unwrap();
        assert_eq!((&*entry.honorific, &*entry.name), ("đồng chí", "Nguyễn Văn Bình"));
    }

    #[test]
    fn an_empty_line_names_nobody() {
        assert_eq!(read("  , ;"), None);
    }

    #[test]
    fn letters_typed_in_parts_are_composed() {
        let entry = read("Le\u{302} Thi\u{323} Hoa").unwrap();
        assert_eq!(&*entry.name, "Lê Thị Hoa");
    }
}
