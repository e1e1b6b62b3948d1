//! What a template has to work with. Field names are part of the template language: they stay.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::export::address::{Address, Named};
use crate::export::html::{BodyKind, Writer, body_html};
use crate::export::moment::{Days, Moment};
use crate::export::page::figures::PageFigures;
use crate::export::page::json_ld;
use crate::export::{ExportError, GENERATOR};
use crate::language::phrases::{self, Phrases};
use crate::language::typography::repaired_plain;
use crate::report::Report;

const STYLE: &str = include_str!("../../../assets/templates/news/style.css");

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

impl From<Named> for Link {
    fn from(named: Named) -> Self {
        Self { name: named.name, url: named.url.map(|url| url.as_str().to_owned()).unwrap_or_default() }
    }
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
    pub fn of(report: &Report, figures: &PageFigures<'_>) -> Result<Self, ExportError> {
        let language = report.language.as_ref();
        let words = phrases::of(language);
        let repaired = |text: &str| repaired_plain(text.trim(), language);
        let details = &report.details;
        let headline = repaired(report.headline.as_str());
        let headline = if headline.is_empty() { words.untitled.to_owned() } else { headline };
        let standfirst = repaired(report.standfirst.as_str());
        let publication = &details.publication;
        let url = Address::web(&publication.url);
        let figures = &figures.in_report(report);
        let style = format!("{}{}", STYLE.trim(), figures.rules());
        let mut model = Self {
            generator: GENERATOR,
            language: language.to_owned(),
            locale: locale(language),
            csp: String::new(),
            style: style.clone(),
            icon: ICON,
            json_ld: String::new(),
            description: description(&standfirst, report, language),
            kicker: repaired(report.kicker.as_str()),
            by: words.by,
            authors: report.authors().into_iter().map(|author| Named::parse(author).into()).collect(),
            place: repaired(report.place.as_str()),
            date: details.date.and_then(|date| Moment::of_day(date, language)),
            published: Moment::parse(&publication.published, language),
            updated: Moment::parse(&publication.updated, language),
            updated_word: words.updated,
            body: body_html(report, BodyKind::Page, figures),
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
        model.csp = csp(&style, &model.json_ld);
        Ok(model)
    }
}

/// The sources with the addresses that a page may lead to.
pub(in crate::export) fn sources(report: &Report) -> Vec<(String, Option<Address>)> {
    let sources = report.details.sources.iter().map(|source| {
        let address = Address::web(&source.url);
        let shown = if source.name.trim().is_empty() { source.url.trim() } else { source.name.trim() };
        (shown.to_owned(), address)
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
        name: repaired_plain(event.name.trim(), language),
        days: Days::of(event.start, event.end, language),
        location: repaired_plain(&location.join(", "), language),
        organisers: organisers(report).into_iter().map(Link::from).collect(),
    })
}

/// Those who hold the conference.
pub(super) fn organisers(report: &Report) -> Vec<Named> {
    let names = report.details.event.organisers.split(';').map(str::trim).filter(|name| !name.is_empty());
    names.map(Named::parse).collect()
}

/// The sentence that search engines show: the standfirst, or the beginning of the story, cut at a word.
fn description(standfirst: &str, report: &Report, language: &str) -> String {
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
        text.push_str(&repaired_plain(block.text.as_str(), language));
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
    let photo = report.photo(figures.lead()?)?;
    let made = figures.files(photo.id)?;
    let file = made.crops().next()?;
    Some(ImageModel {
        url: url.beside(&format!("img/{}", made.name(file))),
        width: file.width,
        height: file.height,
        alt: photo.alt.as_str().to_owned(),
    })
}

/// Nothing but the page's own pictures, its style and its data. `connect-src` is for judges that ask for robots.txt.
fn csp(style: &str, json_ld: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; img-src 'self' data:; style-src 'sha256-{}'; script-src 'sha256-{}'; connect-src 'self'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(json_ld)
    )
}
