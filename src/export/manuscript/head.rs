//! The lines above the story, and the properties of the document.

use crate::export::address::Named;
use crate::export::manuscript::{About, add, join, language_tag, linked};
use crate::export::moment::Moment;
use crate::export::typesetting::Typesetting;
use crate::language::phrases;
use crate::report::{Report, RichText};

pub(super) fn about(report: &Report) -> About {
    let language = report.language.as_ref();
    let details = &report.details;
    // What is not a text of the report can hold line breaks.
    let clean = |text: &str| RichText::plain(text).as_str().trim().to_owned();
    let words = |text: &str| Typesetting::of(report).plain(&clean(text));
    let headline = words(report.headline.as_str());
    let publication = &details.publication;
    let moment =
        Moment::parse(&publication.updated, language).or_else(|| Moment::parse(&publication.published, language));
    About {
        id: report.id.to_string(),
        language: language_tag(language).unwrap_or_else(|| "und".to_owned()),
        title: if headline.is_empty() { phrases::of(language).untitled.to_owned() } else { headline },
        description: words(report.standfirst.as_str()),
        authors: report.authors().into_iter().map(|author| Named::parse(author).name).collect(),
        place: words(report.place.as_str()),
        date: details.date.filter(|date| date.year() > 0),
        changed: moment.map(|moment| moment.iso),
        keywords: details.keywords.iter().map(|word| clean(word)).filter(|word| !word.is_empty()).collect(),
        publisher: words(&details.publication.publisher),
        rights: words(&details.rights),
        lead_photo: details
            .lead_photo
            .filter(|id| report.photo(*id).is_some())
            .or_else(|| super::shown_photos(report).next().map(|photo| photo.id)),
    }
}

/// "By Anna Petrova · Bắc Ninh, 26 December 2025 · Updated 27 December 2025, 09:00 (UTC+7)".
pub(super) fn byline(report: &Report) -> RichText {
    let language = report.language.as_ref();
    let words = phrases::of(language);
    let publication = &report.details.publication;
    let mut parts = Vec::new();
    let authors = report.authors();
    if !authors.is_empty() {
        let mut line = RichText::new();
        if !words.by.is_empty() {
            add(&mut line, &format!("{} ", words.by));
        }
        for (index, author) in authors.into_iter().map(Named::parse).enumerate() {
            add(&mut line, if index > 0 { ", " } else { "" });
            line.append(linked(&author.name, author.url.as_ref()));
        }
        parts.push(line);
    }
    let published = Moment::parse(&publication.published, language);
    let day = report.details.date.and_then(|date| Moment::of_day(date, language));
    let place = Typesetting::of(report).plain(report.place.as_str().trim());
    let dateline: Vec<String> =
        [Some(place).filter(|place| !place.is_empty()), published.or(day).map(|moment| moment.text)]
            .into_iter()
            .flatten()
            .collect();
    if !dateline.is_empty() {
        parts.push(RichText::plain(&dateline.join(", ")));
    }
    if let Some(updated) = Moment::parse(&publication.updated, language) {
        parts.push(RichText::plain(&format!("{} {}", words.updated, updated.text)));
    }
    let mut line = RichText::new();
    for part in parts {
        join(&mut line, " · ", part);
    }
    line
}
