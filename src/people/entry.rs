//! One line that becomes an entry: "Name, title, organisation".

use crate::language::fold::fold;
use crate::people::row::{Cell, Known, Row, Sure, clean};
use crate::people::words;
use crate::report::{Participant, ParticipantId, PersonField, Report};

/// The participant that a line names; `None` where it names nobody. What stands after the name is the title, after that the
/// organisation; two parts are name and organisation where the organisation is known already or is called one. A form of
/// address before the name becomes one; "Jr." and the like are of the name.
pub fn read_line(report: &Report, id: ParticipantId, line: &str, delegation: &str) -> Option<Participant> {
    let row = line_row(line, &Known::of(report))?;
    Some(row.with(PersonField::Delegation, delegation, Sure::Certain).participant(id))
}

/// The row of what was written as a name, where it is surely more than one: an office or an organisation stands behind it.
/// "Berg, Anna" is `None`.
pub fn read_name(report: &Report, name: &str) -> Option<Row> {
    let row = line_row(name, &Known::of(report))?;
    let more = [PersonField::Title, PersonField::Organisation].map(|field| row.cell(field));
    let has_more = more.iter().any(|cell| !cell.text.is_empty());
    let is_sure = more.iter().all(|cell| cell.text.is_empty() || cell.sure > Sure::Unsure);
    (has_more && is_sure).then_some(row)
}

fn line_row(line: &str, known: &Known) -> Option<Row> {
    let line = clean(&line.replace('\t', ";"));
    // Before anything else: "Thiếu tướng, PGS.TS Nguyễn Văn An" has a comma of its own.
    let (honorific, rest) = without_honorific(&line, known);
    let parts: Vec<&str> = rest.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (name, rest) = parts.split_first()?;
    let suffixes = rest.iter().take_while(|part| words::is_suffix(part)).count();
    let name = [&[*name], &rest[..suffixes]].concat().join(", ");
    Some(entry(honorific, &name, &rest[suffixes..], known))
}

/// The row of a form of address, a name, and what stands after it.
fn entry(honorific: &str, name: &str, rest: &[&str], known: &Known) -> Row {
    let (mut title, mut organisation) = position(rest, known);
    // "председатель Ассоциации журналистов": nobody looks over one line, and taken apart the organisation would be in the wrong case.
    let written = format!("{} {}", title.text, organisation.text);
    if organisation.sure == Sure::Unsure && has_cyrillic(&organisation.text) && rest.contains(&written.as_str()) {
        (title, organisation) = (Cell::new(&written, Sure::Certain), Cell::default());
    }
    let is_whole = !honorific.is_empty() && name.contains(' ');
    let sure = if is_whole { Sure::Certain } else { name_sure(name) };
    let mut row =
        Row::default().with(PersonField::Honorific, honorific, Sure::Certain).with(PersonField::Name, name, sure);
    row.set(PersonField::Title, &title.text, title.sure);
    row.set(PersonField::Organisation, &organisation.text, organisation.sure);
    row
}

/// The form of address before a name, and the name.
pub(super) fn without_honorific<'a>(name: &'a str, known: &Known) -> (&'a str, &'a str) {
    for honorific in &known.honorifics {
        let rest = name.strip_prefix(honorific.as_ref()).and_then(|rest| rest.strip_prefix(' '));
        if let Some(rest) = rest.map(str::trim).filter(|rest| !rest.is_empty()) {
            return (&name[..honorific.len()], rest);
        }
    }
    let mut rest = name;
    while let Some((_, after)) = words::split_honorific(rest).filter(|(_, after)| !after.is_empty()) {
        rest = after;
    }
    (name[..name.len() - rest.len()].trim_end(), rest)
}

/// How sure it is that words are somebody's name, by themselves.
pub(super) fn name_sure(name: &str) -> Sure {
    let count = name.split_whitespace().count();
    let is_capital = |word: &str| word.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase);
    if count < 2 || !name.split_whitespace().all(is_capital) {
        Sure::Unsure
    } else if words::begins_with_family_name(name) || has_patronymic(name) {
        Sure::Certain
    } else {
        Sure::Guess
    }
}

fn has_patronymic(name: &str) -> bool {
    const ENDINGS: [&str; 5] = ["ович", "евич", "овна", "евна", "ична"];
    name.split_whitespace().any(|word| ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// Title and organisation of the parts after a name.
pub(super) fn position(rest: &[&str], known: &Known) -> (Cell, Cell) {
    let is_known = |part: &str| known.organisations.iter().any(|known| fold(known) == fold(part));
    let Some(first) = rest.first() else { return (Cell::default(), Cell::default()) };
    // Several offices: the last of them says where the last is held, those before it are kept whole.
    if let Some(last) = rest.iter().rposition(|part| words::is_office(part)) {
        let (title, organisation) = split_office(rest[last]);
        let titles: Vec<&str> = rest[..last].iter().copied().chain([title.text.as_str()]).collect();
        let after = rest[last + 1..].join(", ");
        if last > 0 && !words::is_office(first) {
            // "An, Hội Nhà báo, Chủ tịch": the organisation stands before the office.
            let before = rest[..last].join(", ");
            let sure = if words::has_body(&before) || is_known(&before) { Sure::Certain } else { Sure::Unsure };
            let own = if organisation.text.is_empty() { title } else { Cell::new(rest[last], Sure::Guess) };
            let whole = [before, after].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            return (own, Cell::new(&whole, sure));
        }
        let title = Cell::new(&titles.join(", "), if last > 0 { title.sure.min(Sure::Guess) } else { title.sure });
        if after.is_empty() {
            return (title, organisation);
        }
        if organisation.text.is_empty() {
            let sure = if words::has_body(&after) || is_known(&after) { Sure::Certain } else { Sure::Guess };
            return (title, Cell::new(&after, sure));
        }
        let whole = format!("{}, {after}", organisation.text);
        return (title, Cell::new(&whole, organisation.sure.min(Sure::Guess)));
    }
    match rest {
        [one] if is_known(one) || words::begins_body(one) => (Cell::default(), Cell::new(one, Sure::Certain)),
        [one] if words::has_body(one) => (Cell::default(), Cell::new(one, Sure::Guess)),
        [one] => (Cell::new(one, Sure::Unsure), Cell::default()),
        [title, organisation @ ..] => {
            let whole = rest.join(", ");
            if words::begins_body(title) {
                return (Cell::default(), Cell::new(&whole, Sure::Guess));
            }
            let organisation = organisation.join(", ");
            let sure =
                if words::has_body(&organisation) || is_known(&organisation) { Sure::Guess } else { Sure::Unsure };
            (Cell::new(title, sure), Cell::new(&organisation, sure))
        }
        [] => (Cell::default(), Cell::default()),
    }
}

/// "Chủ tịch Hội Nhà báo tỉnh" into the office and where it is held. A Russian organisation stands in the genitive there, so that
/// somebody must put it right.
pub(super) fn split_office(part: &str) -> (Cell, Cell) {
    let whole = || (Cell::new(part, Sure::Certain), Cell::default());
    let Some(head) = words::title_len(part) else { return whole() };
    let rest = &part[head..];
    if let Some(at) = words::body_at(rest) {
        let organisation = rest[at..].trim();
        let sure = if has_cyrillic(organisation) { Sure::Unsure } else { Sure::Certain };
        return (Cell::new(&part[..head + at], Sure::Certain), Cell::new(organisation, sure));
    }
    for joint in [" of the ", " at the ", " at ", " of ", " for the ", " for "] {
        for (at, _) in rest.match_indices(joint) {
            let organisation = rest[at + joint.len()..].trim();
            let is_capital = organisation.starts_with(char::is_uppercase);
            let body = words::has_english_body(organisation);
            let ends_with_body = organisation.rsplit(' ').next().is_some_and(words::has_english_body);
            if is_capital && (body || joint.starts_with(" at")) || joint.ends_with("the ") && ends_with_body {
                let sure = if is_capital && body { Sure::Certain } else { Sure::Guess };
                return (Cell::new(&part[..head + at], Sure::Certain), Cell::new(organisation, sure));
            }
        }
    }
    whole()
}

fn has_cyrillic(words: &str) -> bool {
    words.contains(|letter: char| matches!(letter, 'а'..='я' | 'А'..='Я'))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

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
    fn a_russian_office_keeps_the_organisation_whose_case_it_governs() {
        let entry = read("Анна Берг, председатель Союза журналистов").unwrap();
        assert_eq!((&*entry.title, &*entry.organisation), ("председатель Союза журналистов", ""));
        let entry = read("Анна Берг, председатель, Союз журналистов").unwrap();
        assert_eq!((&*entry.title, &*entry.organisation), ("председатель", "Союз журналистов"));
    }

    #[test]
    fn commas_within_forms_of_address_and_names_divide_nothing() {
        let entry = read("Thiếu tướng, PGS.TS Nguyễn Văn An, Giám đốc, Học viện Báo chí").unwrap();
        assert_eq!((&*entry.honorific, &*entry.name), ("Thiếu tướng, PGS.TS", "Nguyễn Văn An"));
        assert_eq!((&*entry.title, &*entry.organisation), ("Giám đốc", "Học viện Báo chí"));
        let entry = read("An, Giám đốc, HỌC VIỆN BÁO CHÍ").unwrap();
        assert_eq!((&*entry.title, &*entry.organisation), ("Giám đốc", "HỌC VIỆN BÁO CHÍ"));
        let entry = read("Dr. Sam Reed, Jr., PhD, chair, River Club").unwrap();
        assert_eq!((&*entry.honorific, &*entry.name), ("Dr.", "Sam Reed, Jr., PhD"));
        assert_eq!((&*entry.title, &*entry.organisation), ("chair", "River Club"));
    }

    #[test]
    fn a_name_is_more_than_a_name_only_where_an_office_or_an_organisation_is_sure() {
        let report = Report::new(&mut IdSource::from_seed(5), "en");
        let is_more = |name: &str| read_name(&report, name).is_some();
        for more in ["Anna Berg, chair", "Dr Anna Berg, chair, River Club", "Trịnh Văn An, Hội Nhà báo tỉnh Bắc Ninh"]
        {
            assert!(is_more(more), "{more}");
        }
        for name in ["Anna Berg", "Berg, Anna", "Berg, Anna, chair", "Anna Berg, Jane Reed", "Sam Reed, Jr.", "", ","] {
            assert!(!is_more(name), "{name}");
        }
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
