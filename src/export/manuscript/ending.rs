//! What stands below the story: sources, facts of the conference, rights, address.

use crate::export::address::{Address, Named};
use crate::export::manuscript::{Piece, Source, join, linked};
use crate::export::moment::Days;
use crate::export::page;
use crate::export::typesetting::Typesetting;
use crate::language::phrases;
use crate::report::{Report, RichText};

pub(super) fn pieces(report: &Report) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let sources: Vec<Source> =
        page::sources(report).into_iter().map(|(name, address)| Source { name, address }).collect();
    if !sources.is_empty() {
        pieces.push(Piece::Sources(sources));
    }
    let facts = facts(report);
    if !facts.is_empty() {
        let heading = RichText::plain(phrases::of(&report.language).about_conference);
        pieces.push(Piece::Heading { level: 2, words: heading });
        pieces.push(Piece::Facts(facts));
    }
    pieces.extend(notes(report).into_iter().map(Piece::Note));
    pieces
}

fn facts(report: &Report) -> Vec<(String, RichText)> {
    let language = report.language.as_ref();
    let words = phrases::of(language);
    let event = &report.details.event;
    let repaired = |text: &str| RichText::plain(&Typesetting::of(report).plain(text.trim()));
    let location = [&event.venue, &event.city, &event.country];
    let location: Vec<&str> = location.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let days = Days::of(event.start, event.end, language).map(|days| RichText::plain(&days.text)).unwrap_or_default();
    let mut organisers = RichText::new();
    for named in event.organisers.split(';').map(str::trim).filter(|name| !name.is_empty()).map(Named::parse) {
        join(&mut organisers, ", ", linked(&named.name, named.url.as_ref()));
    }
    let facts = [
        (words.name, repaired(&event.name)),
        (words.when, days),
        (words.place, repaired(&location.join(", "))),
        (words.organisers, organisers),
    ];
    facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(word, fact)| (word.to_owned(), fact)).collect()
}

fn notes(report: &Report) -> Vec<RichText> {
    let language = report.language.as_ref();
    let details = &report.details;
    let words = |text: &str| Typesetting::of(report).plain(text.trim());
    let (rights, publisher) = (words(&details.rights), words(&details.publication.publisher));
    let mut notes = Vec::new();
    if !publisher.is_empty() && !rights.contains(&publisher) {
        let site = Address::web(&details.publication.publisher_url);
        notes.push(linked(&publisher, site.as_ref()));
    }
    notes.push(RichText::plain(&rights));
    if let Some(url) = Address::web(&details.publication.url) {
        let mut line = RichText::plain(&format!("{} ", phrases::of(language).address));
        line.append(linked(url.as_str(), Some(&url)));
        notes.push(line);
    }
    notes.retain(|note| !note.is_empty());
    notes
}
