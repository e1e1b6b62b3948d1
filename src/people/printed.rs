//! The list as a page to print.

use std::fmt::Write as _;

use crate::language::{Language, phrases};
use crate::people::columns::{self, Column, WRITTEN};
use crate::report::{Participant, PersonField, Report};

/// As on paper: black on white, a head that each sheet repeats, and no row cut in two.
const STYLE: &str = "\
@page { margin: 18mm 16mm }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 10.5pt/1.4 'Noto Serif', Georgia, 'Times New Roman', serif; color: #000; background: #fff }
h1 { font-size: 15pt; margin: 0 0 .2em } p { margin: 0 0 1.2em }
table { width: 100%; border-collapse: collapse } thead { display: table-header-group } tr { break-inside: avoid }
th, td { text-align: left; vertical-align: top; padding: .3em .6em .3em 0; border-bottom: .5pt solid #999; overflow-wrap: break-word }
thead th { border-bottom: 1pt solid #000 }
th.part { padding-top: 1em; font-size: 11.5pt; border-bottom: 1pt solid #000; break-after: avoid }
td.number, th.number { width: 2em; text-align: right; padding-right: 1em } td.name { font-weight: bold }
@media print { body { margin: 0; max-width: none; padding: 0 } }";

/// The participants in their order, delegation by delegation. Columns that nobody has words for are left out; notes and contacts are in it
/// only where `private` asks for them.
pub(super) fn write(report: &Report, private: bool) -> String {
    let language = Language::of(&report.language);
    let columns = columns_of(report, private);
    let title = phrases::participants(&report.language);
    let mut html = String::from("<!DOCTYPE html>\n");
    let said = if report.headline.is_empty() { title } else { report.headline.as_str() };
    push(&mut html, &["<html lang=\"", &escaped(&report.language), "\">\n<head>\n<meta charset=\"utf-8\">\n"]);
    push(&mut html, &["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"]);
    push(&mut html, &["<meta name=\"robots\" content=\"noindex\">\n<title>", &escaped(title), " – ", &escaped(said)]);
    push(&mut html, &["</title>\n<style>\n", STYLE, "\n</style>\n</head>\n<body>\n<h1>", title, "</h1>\n"]);
    if !report.headline.is_empty() {
        push(&mut html, &["<p>", &escaped(report.headline.as_str()), "</p>\n"]);
    }
    push(&mut html, &["<table>\n<thead>\n<tr><th class=\"number\" scope=\"col\">№</th>"]);
    for index in &columns {
        push(&mut html, &["<th scope=\"col\">", columns::heads(language)[*index], "</th>"]);
    }
    html.push_str("</tr>\n</thead>\n");
    let parts = report.listed_participants(None);
    let has_heads = parts.len() > 1;
    let mut number = 0;
    for (name, people) in parts {
        html.push_str("<tbody>\n");
        if has_heads {
            let head = name.as_deref().unwrap_or(phrases::of(&report.language).other_participants);
            let width = (columns.len() + 1).to_string();
            push(
                &mut html,
                &[
                    "<tr><th class=\"part\" scope=\"rowgroup\" colspan=\"",
                    &width,
                    "\">",
                    &escaped(head),
                    "</th></tr>\n",
                ],
            );
        }
        for person in people {
            number += 1;
            // A string takes everything.
            let _ = write!(html, "<tr><td class=\"number\">{number}</td>");
            for index in &columns {
                let class = if *index == 0 { " class=\"name\"" } else { "" };
                push(&mut html, &["<td", class, ">", &escaped(&cell(&person, *index, language)), "</td>"]);
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n");
    }
    html.push_str("</table>\n</body>\n</html>\n");
    html
}

/// Which of [`WRITTEN`] are printed: the name always. The delegation heads its rows, and how somebody is addressed stands before the name.
fn columns_of(report: &Report, private: bool) -> Vec<usize> {
    let people = &report.participants;
    let is_printed = |column: &Column| match column {
        Column::Field(PersonField::Name) => true,
        Column::Field(PersonField::Title | PersonField::Organisation) => true,
        Column::Field(PersonField::Note | PersonField::PrivateContact) => private,
        Column::Role => true,
        _ => false,
    };
    let has_words = |column: &Column| match column {
        Column::Field(PersonField::Name) => true,
        Column::Field(field) => people.iter().any(|person| !person.field(*field).is_empty()),
        _ => people.iter().any(|person| person.role != crate::report::Role::default()),
    };
    (0..WRITTEN.len()).filter(|index| is_printed(&WRITTEN[*index]) && has_words(&WRITTEN[*index])).collect()
}

fn cell(person: &Participant, index: usize, language: Language) -> String {
    match WRITTEN[index] {
        Column::Field(PersonField::Name) if person.is_organisation() => person.organisation.to_string(),
        Column::Field(PersonField::Organisation) if person.is_organisation() => String::new(),
        Column::Field(PersonField::Name) => format!("{} {}", person.honorific, person.name).trim().to_owned(),
        Column::Field(field) => person.field(field).to_owned(),
        _ if person.is_organisation() => String::new(),
        _ => columns::role_word(language, person.role).to_owned(),
    }
}

fn push(html: &mut String, parts: &[&str]) {
    html.extend(parts.iter().copied());
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::{IdSource, Role};

    fn report() -> Report {
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "en");
        report.headline = "Rivers & <floods>".into();
        let mut add = |name: &str, organisation: &str, delegation: &str, role| {
            let named = Participant::named(ids.participant(), name);
            let (organisation, delegation) = (organisation.into(), delegation.into());
            report.participants.push(Arc::new(Participant {
                organisation,
                delegation,
                role,
                private_contact: "0912".into(),
                note: "deaf in one ear".into(),
                ..named
            }));
        };
        add("Anna Berg", "Press", "Volga", Role::Chair);
        add("", "Rowing Club", "", Role::Delegate);
        add("<b>Ian</b>", "Press", "Volga", Role::Delegate);
        report
    }

    #[test]
    fn the_order_of_protocol_is_printed_with_its_parts_and_numbers() {
        let html = write(&report(), false);
        let places: Vec<_> = [
            "<h1>Participants",
            "Rivers &amp; &lt;floods&gt;",
            ">Volga<",
            ">1<",
            "Anna Berg",
            ">2<",
            "&lt;b&gt;Ian",
            "Rowing Club",
        ]
        .iter()
        .map(|words| html.rfind(words).unwrap_or_else(|| panic!("{words}")))
        .collect();
        assert!(places.is_sorted(), "{html}");
        assert!(html.contains("<td>Chair</td>") && !html.contains("<b>"));
        assert!(!html.contains(">Title<"), "nobody has one");
    }

    #[test]
    fn notes_and_contacts_are_printed_only_where_they_are_asked_for() {
        let (public, private) = (write(&report(), false), write(&report(), true));
        assert!(!public.contains("0912") && !public.contains("deaf"));
        assert!(private.contains("0912") && private.contains("deaf"));
    }
}
