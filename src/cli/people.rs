//! `rapporteur people`

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::cli::args::{PeopleOptions, PeopleWork};
use crate::cli::import::require_writable;
use crate::cli::{CliError, Console, new_ids};
use crate::document::{Document, Opened, today};
use crate::export;
use crate::file::Checkpoint;
use crate::import::{ImportError, read_limited};
use crate::people::{
    Already, Cell, Known, ListFormat, Listed, MAX_LIST, Row, Sure, already, names_nobody, read_list, write_list,
};
use crate::report::{PersonField, Report};

pub(super) fn run(options: &PeopleOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    match &options.work {
        PeopleWork::Write { format, out, private } => {
            let Opened { report, notices, .. } = Document::look(&options.file)?;
            notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
            write(&report, *format, out.as_deref(), *private, console)
        }
        PeopleWork::Add { list, dry_run } => add(options, list, *dry_run, console),
    }
}

fn write(
    report: &Report,
    format: Option<ListFormat>,
    out: Option<&Path>,
    private: bool,
    console: &mut Console<'_>,
) -> Result<(), CliError> {
    let bytes = match format {
        Some(format) => write_list(report, format, private)?,
        None => lines(report).into_bytes(),
    };
    if format.is_some_and(|format| names_nobody(report, format)) {
        console.finding("no participant has a code, so the list of codes is empty");
    }
    let Some(out) = out else { return console.write(&bytes) };
    if out.exists() {
        return Err(CliError::write(out, io::ErrorKind::AlreadyExists.into()));
    }
    Ok(export::write_bytes(out, &bytes)?)
}

/// The list as somebody reads it.
fn lines(report: &Report) -> String {
    let mut text = String::new();
    for person in &report.participants {
        let parts = [person.shown_name().to_string(), person.position()];
        text += &parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        text.push('\n');
    }
    text
}

fn add(options: &PeopleOptions, list: &Path, dry_run: bool, console: &mut Console<'_>) -> Result<(), CliError> {
    let opened = if dry_run { Document::look(&options.file)? } else { Document::open(&options.file)? };
    let Opened { mut document, mut report, view, notices } = opened;
    if !dry_run {
        require_writable(&document)?;
    }
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    let listed = read(list, &Known::of(&report))?;
    let places = already(&report, &listed.rows);
    tell_findings(list, &report, &listed, &places, console);
    let said = if options.json { json_of(&listed, &places, dry_run) } else { text_of(&listed, &places, dry_run) };
    let new: Vec<&Row> =
        listed.rows.iter().zip(&places).filter(|(_, place)| place.is_none()).map(|(row, _)| row).collect();
    if !dry_run && !new.is_empty() {
        let mut ids = new_ids()?;
        report.participants.extend(new.iter().map(|row| Arc::new(row.participant(ids.participant()))));
        document.save(&report, view.as_ref(), &[], Some(Checkpoint::Before(today())))?;
    }
    console.say(&said)
}

fn read(list: &Path, known: &Known) -> Result<Listed, CliError> {
    let bytes = if list.as_os_str() == "-" {
        let mut bytes = Vec::new();
        // One byte more than a list may have says that it is too long.
        io::stdin().lock().take(MAX_LIST + 1).read_to_end(&mut bytes).map_err(CliError::Input)?;
        bytes
    } else {
        read_limited(list, MAX_LIST).map_err(|problem| ImportError { path: list.to_owned(), problem })?
    };
    read_list(&list.to_string_lossy(), bytes, known).map_err(|reason| CliError::List { path: list.to_owned(), reason })
}

fn tell_findings(list: &Path, report: &Report, listed: &Listed, places: &[Option<Already>], console: &mut Console<'_>) {
    let name = list.display();
    if listed.rows.is_empty() {
        console.finding(&format!("“{name}”: nobody was found in it"));
    }
    if let Some(page) = listed.code_page {
        console
            .finding(&format!("“{name}”: it says nothing of its code page and was read as {page}; look at the names"));
    }
    for (row, place) in listed.rows.iter().zip(places) {
        if place.is_none() && row.sure() == Sure::Unsure {
            console.finding(&format!("“{name}”: “{}” was understood with doubt; look at it", row.shown_name()));
        }
        if let Some(above) = above_of(&listed.rows, *place) {
            tell_twice(row, above, console);
        }
        let Some(Already::Listed(id)) = place else { continue };
        let organisation = row.text(PersonField::Organisation);
        let other = report.participant(*id).map(|person| person.organisation.as_ref()).unwrap_or_default();
        if !organisation.is_empty() && !other.is_empty() && organisation.to_lowercase() != other.to_lowercase() {
            let shown = row.shown_name();
            console.finding(&format!(
                "“{shown}” is on the list already, of “{other}” and not of “{organisation}”; look at it"
            ));
        }
    }
}

/// The row further up that names the same person.
fn above_of(rows: &[Row], place: Option<Already>) -> Option<&Row> {
    match place {
        Some(Already::Above(index)) => rows.get(index),
        Some(Already::Listed(_)) | None => None,
    }
}

/// Tells of a row that is left out and says something else than the one above it.
fn tell_twice(row: &Row, above: &Row, console: &mut Console<'_>) {
    for (what, field) in [("organisation", PersonField::Organisation), ("title", PersonField::Title)] {
        let (own, other) = (row.text(field), above.text(field));
        if !own.is_empty() && own.to_lowercase() != other.to_lowercase() {
            let shown = row.shown_name();
            let instead = if other.is_empty() { String::new() } else { format!(", “{other}” was taken") };
            console.finding(&format!(
                "“{shown}” stands twice in the list; the {what} “{own}” was left out{instead}; look at it"
            ));
        }
    }
}

const FIELDS: [(&str, PersonField); 9] = [
    ("name", PersonField::Name),
    ("short_name", PersonField::ShortName),
    ("honorific", PersonField::Honorific),
    ("title", PersonField::Title),
    ("organisation", PersonField::Organisation),
    ("delegation", PersonField::Delegation),
    ("code", PersonField::Code),
    ("note", PersonField::Note),
    ("private_contact", PersonField::PrivateContact),
];

/// What `--add --json` prints. The names stay; others may be added.
fn json_of(listed: &Listed, places: &[Option<Already>], dry_run: bool) -> String {
    let cell = |cell: &Cell| json!({ "text": cell.text, "sure": cell.sure });
    let row = |(row, place): (&Row, &Option<Already>)| {
        let mut told: serde_json::Map<String, Value> = FIELDS
            .iter()
            .filter(|(_, field)| !row.text(*field).is_empty())
            .map(|(name, field)| ((*name).to_owned(), cell(row.cell(*field))))
            .collect();
        told.insert("role".to_owned(), json!({ "text": row.role, "sure": row.role_sure }));
        told.insert("sure".to_owned(), json!(row.sure()));
        let already = match place {
            None => Value::Null,
            Some(Already::Listed(id)) => json!({ "listed": id }),
            Some(Already::Above(index)) => json!({ "row": index }),
        };
        told.insert("already".to_owned(), already);
        Value::Object(told)
    };
    let new = places.iter().filter(|place| place.is_none()).count();
    let whole = json!({
        "version": 1,
        "added": if dry_run { 0 } else { new },
        "new": new,
        "already": places.len() - new,
        "code_page": listed.code_page,
        "rows": listed.rows.iter().zip(places).map(row).collect::<Vec<_>>(),
    });
    format!("{whole:#}")
}

fn text_of(listed: &Listed, places: &[Option<Already>], dry_run: bool) -> String {
    let new = places.iter().filter(|place| place.is_none()).count();
    let already = places.len() - new;
    if !dry_run {
        return format!("{new} added, {already} on the list already");
    }
    let mut lines = Vec::new();
    for (row, place) in listed.rows.iter().zip(places) {
        let word = match (place, row.sure()) {
            (Some(_), _) => "already",
            (None, Sure::Certain) => "certain",
            (None, Sure::Guess) => "guess",
            (None, Sure::Unsure) => "unsure",
        };
        let cell = |(name, field): &(&str, PersonField)| {
            let Cell { text, sure } = row.cell(*field);
            let doubt = if *sure == Sure::Unsure { " (?)" } else { "" };
            (!text.is_empty()).then(|| format!("{name}: {text}{doubt}"))
        };
        lines.push(format!("{word:<8} {}", FIELDS.iter().filter_map(cell).collect::<Vec<_>>().join(" | ")));
    }
    lines.push(format!("{new} would be added, {already} are on the list already"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::cli::{Invocation, Status, run as run_line};

    struct Ran(Status, String, String);

    fn ran(desk: &TempDir, line: &str) -> Ran {
        let words = line.split_whitespace().map(|word| match word.strip_prefix('@') {
            Some(name) => desk.path().join(name).into_os_string(),
            None => word.into(),
        });
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let Invocation::Done(status) = run_line(words, &mut out, &mut err) else { panic!("{line}: a window") };
        Ran(status, String::from_utf8_lossy(&out).into_owned(), String::from_utf8(err).unwrap())
    }

    fn desk() -> TempDir {
        let desk = TempDir::new().unwrap();
        assert_eq!(ran(&desk, "new @a.rapport --language vi").0, Status::Done);
        fs::write(
            desk.path().join("list.txt"),
            "đồng chí Trịnh Văn An, Chủ tịch Hội Nhà báo; ông Lê Văn Nam, Giám đốc Sở Văn hóa",
        )
        .unwrap();
        desk
    }

    #[test]
    fn adding_a_list_twice_adds_nobody_twice() {
        let desk = desk();
        let Ran(status, out, err) = ran(&desk, "people @a.rapport --add @list.txt");
        assert_eq!((status, out.as_str()), (Status::Done, "2 added, 0 on the list already\n"), "{err}");
        let Ran(status, out, _) = ran(&desk, "people @a.rapport --add @list.txt");
        assert_eq!((status, out.as_str()), (Status::Done, "0 added, 2 on the list already\n"));
        let Ran(_, out, _) = ran(&desk, "people @a.rapport");
        assert_eq!(out, "Trịnh Văn An, Chủ tịch, Hội Nhà báo\nLê Văn Nam, Giám đốc, Sở Văn hóa\n");
    }

    #[test]
    fn a_dry_run_tells_how_sure_and_adds_nobody() {
        let desk = desk();
        fs::write(desk.path().join("ru.txt"), "Иван Петров, директор Института истории").unwrap();
        let Ran(status, out, err) = ran(&desk, "people @a.rapport --add @ru.txt --dry-run");
        assert_eq!(status, Status::Findings);
        assert!(
            out.starts_with("unsure   name: Иван Петров | title: директор | organisation: Института истории (?)\n"),
            "{out}"
        );
        assert!(err.contains("Иван Петров"), "{err}");
        let Ran(_, out, _) = ran(&desk, "people @a.rapport --add @list.txt --dry-run --json");
        let told: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&told["new"], &told["added"]), (&json!(2), &json!(0)));
        assert_eq!(told["rows"][0]["name"], json!({ "text": "Trịnh Văn An", "sure": "certain" }));
        assert_eq!(ran(&desk, "people @a.rapport").1, "");
    }

    #[test]
    fn a_list_goes_out_and_comes_in_as_every_kind_of_file() {
        let desk = desk();
        ran(&desk, "people @a.rapport --add @list.txt");
        for kind in ["csv", "xlsx", "vcf"] {
            assert_eq!(ran(&desk, &format!("people @a.rapport -o @out.{kind}")).0, Status::Done, "{kind}");
            let Ran(status, out, err) = ran(&desk, &format!("people @a.rapport --add @out.{kind}"));
            assert_eq!((status, out.as_str()), (Status::Done, "0 added, 2 on the list already\n"), "{kind}: {err}");
        }
        let Ran(status, out, _) = ran(&desk, "people @a.rapport --codes");
        assert_eq!((status, out.as_str()), (Status::Findings, ""));
        assert_eq!(ran(&desk, "people @a.rapport --csv -o @out.csv").0, Status::Error);
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let desk = desk();
        fs::write(desk.path().join("broken.xlsx"), b"PK\x03\x04 nothing").unwrap();
        fs::write(desk.path().join("none.txt"), "the hall was empty").unwrap();
        for line in [
            "people @a.rapport --csv --json",
            "people @a.rapport --dry-run",
            "people @a.rapport --add @list.txt --csv",
            "people @a.rapport --add @missing.csv",
            "people @a.rapport --add @broken.xlsx",
        ] {
            let Ran(status, out, err) = ran(&desk, line);
            assert_eq!((status, out.as_str(), err.lines().count()), (Status::Error, "", 1), "{line}: {err}");
        }
        assert_eq!(ran(&desk, "people @a.rapport --add @none.txt").0, Status::Findings);
    }

    #[test]
    fn another_organisation_of_somebody_listed_is_told() {
        let desk = desk();
        ran(&desk, "people @a.rapport --add @list.txt");
        fs::write(desk.path().join("other.csv"), "Name,Organisation\nTrịnh Văn An,Báo Sông Cầu\n").unwrap();
        let Ran(status, out, err) = ran(&desk, "people @a.rapport --add @other.csv");
        assert_eq!((status, out.as_str()), (Status::Findings, "0 added, 1 on the list already\n"));
        assert!(err.contains("Báo Sông Cầu") && err.contains("Hội Nhà báo"), "{err}");
    }

    #[test]
    fn a_name_that_stands_twice_with_another_organisation_is_told() {
        let desk = desk();
        let twice = "Name,Title,Organisation\nAnna Berg,editor,Review\nAnna Berg,editor,Press\nIan Roy,chair,\nIan Roy,rector,\nJo Day,chair,Press\nJo Day,chair,Press\n";
        fs::write(desk.path().join("twice.csv"), twice).unwrap();
        let Ran(status, out, err) = ran(&desk, "people @a.rapport --add @twice.csv");
        assert_eq!((status, out.as_str()), (Status::Findings, "3 added, 3 on the list already\n"));
        let told: Vec<_> = err.lines().collect();
        assert_eq!(told.len(), 2, "{err}");
        assert!(told[0].contains("Review") && told[0].contains("Press"), "{err}");
        assert!(told[1].contains("chair") && told[1].contains("rector"), "{err}");
    }
}
