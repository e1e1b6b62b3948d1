//! What a template has to work with. Field names are part of the template language: they stay.

use serde::Serialize;

use crate::export::address::{Address, Named};
use crate::export::html::{BodyKind, Writer, body_html};
use crate::export::moment::{Days, Moment};
use crate::export::page::figures::{Measures, PageFigures};
use crate::export::page::json_ld;
use crate::export::template::{Assets, STYLE, Template};
use crate::export::typesetting::Typesetting;
use crate::export::{ExportError, GENERATOR, TemplateError};
use crate::language::phrases::{self, Phrases};
use crate::report::{ListPart, Participant, Report, Role};

/// The icon of the page, so that no browser asks for one.
const ICON: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Crect%20width='16'%20height='16'%20rx='3'%20fill='%231757b8'/%3E%3Cpath%20d='M4%205h8M4%208h8M4%2011h5'%20stroke='%23fff'%20stroke-width='1.6'/%3E%3C/svg%3E";

/// Everything that the page says.
#[derive(Debug, Serialize)]
pub(super) struct PageModel {
    /// Of this program, with its version.
    pub generator: &'static str,
    /// BCP 47.
    pub language: String,
    /// As Open Graph writes it: `ru_RU`.
    pub locale: String,
    /// The Content-Security-Policy, with the hashes of style and data.
    pub csp: String,
    /// The style sheet.
    pub style: String,
    /// The icon as an address.
    pub icon: &'static str,
    /// The structured data on one line.
    pub json_ld: String,
    pub headline: String,
    pub kicker: String,
    pub standfirst: String,
    /// Of 50 to 200 characters where the standfirst is long enough.
    pub description: String,
    /// "By".
    pub by: &'static str,
    pub authors: Vec<Link>,
    pub place: String,
    /// The day of the dateline.
    pub date: Option<Moment>,
    pub published: Option<Moment>,
    pub updated: Option<Moment>,
    /// "Updated".
    pub updated_word: &'static str,
    /// The story as HTML.
    pub body: String,
    /// The story as HTML without its lists of participants.
    pub story: String,
    /// Who took part, delegation by delegation, then the others.
    pub participants: Vec<PartModel>,
    /// "Participants".
    pub participants_word: &'static str,
    pub keywords: Vec<String>,
    pub event: Option<EventModel>,
    /// The line of the sources as HTML; may be empty.
    pub sources: String,
    pub rights: String,
    /// The lasting address.
    pub url: String,
    pub publisher: String,
    /// The preview picture.
    pub image: Option<ImageModel>,
}

/// A name that may lead somewhere.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub name: String,
    pub url: String,
}

impl Link {
    fn of(named: Named, report: &Report) -> Self {
        let url = named.url.map(|url| url.as_str().to_owned()).unwrap_or_default();
        Self { name: Typesetting::of(report).plain(&named.name), url }
    }
}

/// A delegation and those who came with it.
#[derive(Debug, Serialize)]
pub(super) struct PartModel {
    /// Empty where nobody belongs to a delegation.
    pub name: String,
    pub people: Vec<PersonModel>,
}

/// Somebody who took part.
#[derive(Debug, Serialize)]
pub(super) struct PersonModel {
    /// With the honorific; that of the organisation where no person is named.
    pub name: String,
    pub title: String,
    pub organisation: String,
    pub note: String,
    /// "Chair", "Speaker"; empty for a delegate, who is what most are.
    pub role: &'static str,
    pub is_organisation: bool,
}

/// The facts of the conference.
#[derive(Debug, Serialize)]
pub(super) struct EventModel {
    /// "About the conference".
    pub heading: &'static str,
    /// The words before each fact.
    pub name_word: &'static str,
    pub when_word: &'static str,
    pub place_word: &'static str,
    pub organisers_word: &'static str,
    pub name: String,
    pub days: Option<Days>,
    /// Hall, town, country.
    pub location: String,
    pub organisers: Vec<Link>,
}

/// The preview picture, for Open Graph.
#[derive(Debug, Serialize)]
pub(super) struct ImageModel {
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

impl PageModel {
    /// What a report's page says.
    pub fn of(
        report: &Report,
        figures: &PageFigures<'_>,
        template: &Template,
        assets: &Assets<'_>,
    ) -> Result<Self, ExportError> {
        let language = report.language.as_ref();
        let words = phrases::of(language);
        let repaired = |text: &str| Typesetting::of(report).plain(text.trim());
        let details = &report.details;
        let headline = repaired(report.headline.as_str());
        let headline = if headline.is_empty() { words.untitled.to_owned() } else { headline };
        let standfirst = repaired(report.standfirst.as_str());
        let publication = &details.publication;
        let url = Address::web(&publication.url);
        let figures = &figures.in_report(report, Measures::of_style(&template.style));
        let style = assets.in_style(template.style.trim()).map_err(|(line, name)| TemplateError::Wrong {
            file: STYLE.to_owned(),
            line,
            what: format!("there is no file {name} in the template's folder"),
        })?;
        let style = format!("{style}{}", figures.rules());
        // Of a long report each costs as much as all the rest.
        let is_asked_for = |field: &str| template.pages.values().any(|text| text.contains(field));
        let body = |field, kind| if is_asked_for(field) { body_html(report, kind, figures) } else { String::new() };
        let mut model = Self {
            generator: GENERATOR,
            language: language.to_owned(),
            locale: locale(language),
            csp: String::new(),
            style,
            icon: ICON,
            json_ld: String::new(),
            description: description(&standfirst, report),
            kicker: repaired(report.kicker.as_str()),
            by: words.by,
            authors: authors(report),
            place: repaired(report.place.as_str()),
            date: details.date.and_then(|date| Moment::of_day(date, language)),
            published: Moment::parse(&publication.published, language),
            updated: Moment::parse(&publication.updated, language),
            updated_word: words.updated,
            body: body("page.body", BodyKind::Page),
            story: body("page.story", BodyKind::Story),
            participants: participants(report, words),
            participants_word: words.participants,
            keywords: details.keywords.iter().map(|word| repaired(word)).collect(),
            event: event(report, words),
            sources: source_line(&sources(report), language),
            rights: repaired(&details.rights),
            url: url.as_ref().map(|url| url.as_str().to_owned()).unwrap_or_default(),
            publisher: repaired(&publication.publisher),
            image: url.as_ref().and_then(|url| image(report, figures, url)),
            headline,
            standfirst,
        };
        model.json_ld = json_ld::of(report, figures, &model)?;
        Ok(model)
    }
}

/// Who wrote it. The first author's page is that of the details where the byline tells none.
fn authors(report: &Report) -> Vec<Link> {
    let mut authors: Vec<Link> =
        report.authors().into_iter().map(|author| Link::of(Named::parse(author), report)).collect();
    let page = Address::web(&report.details.publication.author_url);
    if let (Some(first), Some(page)) = (authors.first_mut().filter(|first| first.url.is_empty()), page) {
        page.as_str().clone_into(&mut first.url);
    }
    authors
}

fn participants(report: &Report, words: &Phrases) -> Vec<PartModel> {
    let parts = report.listed_participants(None);
    let without_delegation = if parts.len() > 1 { words.other_participants } else { "" };
    let typesetting = Typesetting::of(report);
    let part = |(name, people): ListPart| PartModel {
        name: typesetting.plain(name.as_deref().unwrap_or(without_delegation)),
        people: people.iter().map(|person| PersonModel::of(person, words, typesetting)).collect(),
    };
    parts.into_iter().map(part).collect()
}

impl PersonModel {
    fn of(person: &Participant, words: &Phrases, typesetting: Typesetting<'_>) -> Self {
        let is_organisation = person.is_organisation();
        let name = [&*person.honorific, &*person.name];
        let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let organisation = typesetting.plain(&person.organisation);
        let (name, organisation) =
            if is_organisation { (organisation, String::new()) } else { (typesetting.plain(&name), organisation) };
        Self {
            name,
            title: typesetting.plain(&person.title),
            organisation,
            note: typesetting.plain(&person.note),
            role: if person.role == Role::Delegate { "" } else { words.role(person.role) },
            is_organisation,
        }
    }
}

/// The sources with the addresses that a page may lead to.
pub(in crate::export) fn sources(report: &Report) -> Vec<(String, Option<Address>)> {
    let sources = report.details.sources.iter().map(|source| {
        let address = Address::web(&source.url);
        let shown = if source.name.trim().is_empty() { source.url.trim() } else { source.name.trim() };
        (Typesetting::of(report).plain(shown), address)
    });
    sources.filter(|(name, _)| !name.is_empty()).collect()
}

/// "Source: …" as a paragraph; nothing where there is none.
pub(in crate::export) fn source_line(sources: &[(String, Option<Address>)], language: &str) -> String {
    let words = phrases::of(language);
    if sources.is_empty() {
        return String::new();
    }
    let mut writer = Writer::new();
    writer.open("p", &[]).text(if sources.len() == 1 { words.source } else { words.sources }).text(" ");
    for (index, (name, address)) in sources.iter().enumerate() {
        if index > 0 {
            writer.text(", ");
        }
        match address {
            Some(address) => writer.element("a", &[("href", address.as_str()), ("rel", "external")], name),
            None => writer.text(name),
        };
    }
    writer.close();
    writer.finish()
}

fn event(report: &Report, words: &Phrases) -> Option<EventModel> {
    let event = &report.details.event;
    if event.name.trim().is_empty() {
        return None;
    }
    let language = report.language.as_ref();
    let parts = [&event.venue, &event.city, &event.country];
    let location: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    Some(EventModel {
        heading: words.about_conference,
        name_word: words.name,
        when_word: words.when,
        place_word: words.place,
        organisers_word: words.organisers,
        name: Typesetting::of(report).plain(event.name.trim()),
        days: Days::of(event.start, event.end, language),
        location: Typesetting::of(report).plain(&location.join(", ")),
        organisers: organisers(report).into_iter().map(|named| Link::of(named, report)).collect(),
    })
}

/// Those who hold the conference.
pub(super) fn organisers(report: &Report) -> Vec<Named> {
    let names = report.details.event.organisers.split(';').map(str::trim).filter(|name| !name.is_empty());
    names.map(Named::parse).collect()
}

/// The sentence that search engines show: the standfirst, or the beginning of the story, cut at a word.
fn description(standfirst: &str, report: &Report) -> String {
    const LONGEST: usize = 200;
    const SHORTEST: usize = 50;
    let mut text = standfirst.to_owned();
    for block in report.body.blocks().iter().filter(|block| !block.text.is_empty()) {
        if text.chars().count() >= SHORTEST {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&Typesetting::of(report).plain(block.text.as_str()));
    }
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ', '—', '–', '.']))
}

/// The locale of a language for Open Graph: with the land of most who speak it where the tag names none.
fn locale(language: &str) -> String {
    match language.split_once('-') {
        Some((primary, land)) if land.len() == 2 => format!("{primary}_{}", land.to_uppercase()),
        _ => match language {
            "ru" => "ru_RU".to_owned(),
            "vi" => "vi_VN".to_owned(),
            "en" => "en_GB".to_owned(),
            other => other.to_owned(),
        },
    }
}

fn image(report: &Report, figures: &PageFigures<'_>, url: &Address) -> Option<ImageModel> {
    if let Some((card, file)) = figures.card().and_then(|card| Some((card, card.files.first()?))) {
        return Some(ImageModel {
            url: url.beside(&format!("img/{}", file.name)),
            width: file.width,
            height: file.height,
            alt: card.words.clone(),
        });
    }
    let photo = report.photo(figures.lead()?)?;
    let made = figures.files(photo.id)?;
    let file = made.crops().next()?;
    Some(ImageModel {
        url: url.beside(&format!("img/{}", made.name(file))),
        width: file.width,
        height: file.height,
        alt: Typesetting::of(report).plain(photo.alt.as_str()),
    })
}

#[cfg(test)]
impl PageModel {
    /// A page on which nothing is missing.
    pub fn example() -> Self {
        let text = || "x".to_owned();
        let moment = || Some(Moment { iso: text(), text: text() });
        let link = || Link { name: text(), url: text() };
        let person = PersonModel {
            name: text(),
            title: text(),
            organisation: text(),
            note: text(),
            role: "x",
            is_organisation: false,
        };
        Self {
            generator: GENERATOR,
            language: text(),
            locale: text(),
            csp: text(),
            style: text(),
            icon: ICON,
            json_ld: text(),
            headline: text(),
            kicker: text(),
            standfirst: text(),
            description: text(),
            by: "x",
            authors: vec![link()],
            place: text(),
            date: moment(),
            published: moment(),
            updated: moment(),
            updated_word: "x",
            body: text(),
            story: text(),
            participants: vec![PartModel { name: text(), people: vec![person] }],
            participants_word: "x",
            keywords: vec![text()],
            event: Some(EventModel {
                heading: "x",
                name_word: "x",
                when_word: "x",
                place_word: "x",
                organisers_word: "x",
                name: text(),
                days: Some(Days { start: text(), end: text(), text: text() }),
                location: text(),
                organisers: vec![link()],
            }),
            sources: text(),
            rights: text(),
            url: text(),
            publisher: text(),
            image: Some(ImageModel { url: text(), width: 1, height: 1, alt: text() }),
        }
    }
}
