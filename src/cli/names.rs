//! `rapporteur names`

use serde::Serialize;

use crate::cli::args::NamesOptions;
use crate::cli::{CliError, Console};
use crate::document::{Document, Opened};
use crate::names::{Sighting, findings};
use crate::report::{Report, Slot};

/// A name that is probably wrong.
#[derive(Debug, Serialize)]
struct Line {
    /// Where: `paragraph 3`, `caption of photo 1`.
    place: String,
    /// The first character of the words in that text, counted from 0.
    at: usize,
    found: String,
    meant: String,
    /// Others who may be meant as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    or: Vec<String>,
    kind: &'static str,
    sure: &'static str,
}

pub(super) fn run(options: &NamesOptions, console: &mut Console<'_>) -> Result<(), CliError> {
    let Opened { report, notices, .. } = Document::look(&options.file)?;
    notices.iter().for_each(|notice| console.finding(&format!("“{}”: {notice}", options.file.display())));
    // The reporter's own words are those of the window; a script sees what the report itself lets pass.
    let lines: Vec<Line> = findings(&report, &[]).into_iter().map(|(slot, found)| line(&report, slot, found)).collect();
    if !lines.is_empty() {
        console.findings = true;
    }
    if options.json {
        return console.say_json(&lines);
    }
    for Line { place, found, meant, or, kind, sure, .. } in &lines {
        let others: String = or.iter().map(|other| format!(" or {other}")).collect();
        console.say(&format!("{place}: {found} → {meant}{others} ({kind}, {sure})"))?;
    }
    if lines.is_empty() {
        console.say("No names to look at.")?;
    }
    Ok(())
}

fn line(report: &Report, slot: Slot, sighting: Sighting) -> Line {
    let text = report.text(slot).map_or("", |text| text.as_str());
    let at = text.get(..sighting.range.start).map_or(0, |before| before.chars().count());
    let mut meant = sighting.meant.into_iter().map(|meant| meant.words);
    Line {
        place: place(report, slot),
        at,
        found: sighting.found,
        meant: meant.next().unwrap_or_default(),
        or: meant.collect(),
        kind: sighting.kind.id(),
        sure: sighting.certainty.id(),
    }
}

/// A text in words, its number counted from 1.
fn place(report: &Report, slot: Slot) -> String {
    let block = |id| report.body.place(id).map_or(0, |place| place + 1);
    let photo = |id| report.photos.iter().position(|photo| photo.id == id).map_or(0, |place| place + 1);
    match slot {
        Slot::Kicker => "kicker".to_owned(),
        Slot::Headline => "headline".to_owned(),
        Slot::Standfirst => "standfirst".to_owned(),
        Slot::Byline => "byline".to_owned(),
        Slot::Place => "place".to_owned(),
        Slot::Block(id) => format!("block {}", block(id)),
        Slot::Speaker(id) => format!("speaker of block {}", block(id)),
        Slot::Cell(id, _) => format!("table of block {}", block(id)),
        Slot::Caption(id) => format!("caption of photo {}", photo(id)),
        Slot::Credit(id) => format!("credit of photo {}", photo(id)),
        Slot::Alt(id) => format!("alt text of photo {}", photo(id)),
    }
}
