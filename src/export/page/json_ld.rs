//! Structured data (schema.org): the article, the conference, the newsroom, and the pictures. It says what the page says and nothing else.

use serde_json::{Map, Value, json};

use crate::export::ExportError;
use crate::export::address::Address;
use crate::export::card::{Card, CardFile};
use crate::export::page::figures::PageFigures;
use crate::export::page::model::{PageModel, organisers};
use crate::export::pictures::{Made, PictureFile};
use crate::export::typesetting::Typesetting;
use crate::language::length;
use crate::report::{Participant, Photo, Report, Role};

/// The data on one line, with no `<` that could end its element.
pub(super) fn of(report: &Report, figures: &PageFigures<'_>, page: &PageModel) -> Result<String, ExportError> {
    let data = Data { report, figures, page, url: Address::web(&report.details.publication.url) };
    let mut graph = vec![data.article()];
    graph.extend(data.event());
    graph.extend(data.publisher());
    graph.extend(data.pictures());
    let text = serde_json::to_string(&json!({ "@context": "https://schema.org", "@graph": graph }))?;
    let hidden = text.replace('<', "\\u003C").replace('>', "\\u003E").replace('&', "\\u0026");
    Ok(hidden.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// The part of the page that the card is called, which is not shown there.
const CARD: &str = "card";

struct Data<'a> {
    report: &'a Report,
    figures: &'a PageFigures<'a>,
    page: &'a PageModel,
    url: Option<Address>,
}

/// A node without its empty fields.
fn node(fields: Value) -> Value {
    let Value::Object(fields) = fields else { return fields };
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    Value::Object(fields.into_iter().filter(|(_, value)| !is_empty(value)).collect::<Map<_, _>>())
}

impl Data<'_> {
    fn id(&self, part: &str) -> Value {
        self.url.as_ref().map_or_else(|| json!(format!("#{part}")), |url| json!(url.part(part)))
    }

    fn reference(&self, part: &str) -> Value {
        json!({ "@id": self.id(part) })
    }

    fn article(&self) -> Value {
        let (page, report) = (self.page, self.report);
        let authors: Vec<Value> = page
            .authors
            .iter()
            .map(|author| node(json!({ "@type": "Person", "name": author.name, "url": author.url })))
            .collect();
        let has_publisher = !page.publisher.is_empty();
        let published = page.published.as_ref().map(|moment| moment.iso.clone());
        let year = published.as_deref().and_then(|iso| iso.get(..4)).and_then(|year| year.parse::<u16>().ok());
        let place = node(json!({ "@type": "Place", "name": page.place }));
        let count = length::of(report).story().words;
        let based_on: Vec<Value> = report
            .details
            .sources
            .iter()
            .filter_map(|source| Address::web(&source.url))
            .map(|address| json!(address.as_str()))
            .collect();
        node(json!({
            "@type": "NewsArticle",
            "@id": self.id("article"),
            "headline": page.headline,
            "description": page.description,
            "inLanguage": page.language,
            "url": page.url,
            "mainEntityOfPage": page.url,
            "articleSection": page.kicker,
            "keywords": page.keywords,
            "datePublished": published,
            "dateModified": page.updated.as_ref().or(page.published.as_ref()).map(|moment| moment.iso.clone()),
            "dateline": page.place,
            "contentLocation": if page.place.is_empty() { Value::Null } else { place },
            "author": authors,
            "publisher": if has_publisher { self.reference("publisher") } else { Value::Null },
            "copyrightHolder": if has_publisher { self.reference("publisher") } else { Value::Null },
            "copyrightNotice": page.rights,
            "copyrightYear": if has_publisher { json!(year) } else { Value::Null },
            "creditText": page.publisher,
            "isAccessibleForFree": true,
            "isBasedOn": based_on,
            "wordCount": count,
            "about": if page.event.is_some() { self.reference("event") } else { Value::Null },
            "image": self.previews(),
        }))
    }

    /// The pictures that previews are made of: the crops of the lead photo, and every photo of the page; or the card.
    fn previews(&self) -> Vec<Value> {
        let Some(url) = &self.url else { return Vec::new() };
        let crops = self
            .figures
            .lead()
            .and_then(|photo| self.figures.files(photo))
            .into_iter()
            .flat_map(|made| made.crops().map(|file| json!(url.beside(&format!("img/{}", made.name(file))))));
        let photos = self.shown().map(|(_, made, _)| self.reference(&made.id()));
        let card = self.figures.card().into_iter();
        let shapes =
            card.clone().flat_map(|card| &card.files).map(|file| json!(url.beside(&format!("img/{}", file.name))));
        crops.chain(photos).chain(shapes).chain(card.map(|_| self.reference(CARD))).collect()
    }

    /// Those that have a file, or else the first of those that stand in the page.
    fn event_pictures(&self) -> Vec<Value> {
        let (files, inside): (Vec<_>, Vec<_>) = self.previews().into_iter().partition(Value::is_string);
        if files.is_empty() { inside.into_iter().take(1).collect() } else { files }
    }

    fn shown(&self) -> impl Iterator<Item = (&Photo, &Made, &PictureFile)> {
        let photos = self.report.body.blocks().iter().filter_map(|block| self.report.photo(block.photo()?));
        photos.filter_map(|photo| {
            let made = self.figures.made(photo.id)?;
            Some((&**photo, made, PageFigures::plain(made)?))
        })
    }

    fn pictures(&self) -> Vec<Value> {
        let Some(url) = &self.url else { return Vec::new() };
        let licence = Address::web(&self.report.details.publication.licence_url);
        let photos = self.shown().map(|(photo, made, file)| self.photo(photo, made, file, url));
        let card = self.figures.card().and_then(|card| Some(self.card(card, card.files.first()?, url)));
        let rights =
            [("copyrightNotice", json!(self.page.rights)), ("license", json!(licence.as_ref().map(Address::as_str)))];
        let with_rights = |mut picture: Value| {
            if let Value::Object(fields) = &mut picture {
                fields.extend(rights.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
            }
            node(picture)
        };
        photos.chain(card).map(with_rights).collect()
    }

    fn photo(&self, photo: &Photo, made: &Made, file: &PictureFile, url: &Address) -> Value {
        let people = photo.people.iter().filter_map(|id| self.report.participant(*id));
        let credit = self.set(photo.credit.as_str());
        let creator = if credit.is_empty() { Value::Null } else { json!({ "@type": "Person", "name": &credit }) };
        let is_file = self.figures.files(photo.id).is_some();
        json!({
            "@type": "ImageObject",
            "@id": self.id(&made.id()),
            // A picture inside the page has no address but its place there.
            "contentUrl": is_file.then(|| url.beside(&format!("img/{}", made.name(file)))),
            "url": (!is_file).then(|| url.part(&made.id())),
            "width": file.width,
            "height": file.height,
            "caption": self.set(photo.caption.as_str()),
            "about": people.map(|person| self.person(person)).collect::<Vec<_>>(),
            "creditText": credit,
            "creator": creator,
        })
    }

    /// The card is the newsroom's, as the words on it are.
    fn card(&self, card: &Card, file: &CardFile, url: &Address) -> Value {
        let has_publisher = !self.page.publisher.is_empty();
        json!({
            "@type": "ImageObject",
            "@id": self.id(CARD),
            "contentUrl": url.beside(&format!("img/{}", file.name)),
            "width": file.width,
            "height": file.height,
            "caption": card.words,
            "creditText": self.page.publisher,
            "creator": if has_publisher { self.reference("publisher") } else { Value::Null },
        })
    }

    fn event(&self) -> Option<Value> {
        let event = self.page.event.as_ref()?;
        let details = &self.report.details.event;
        let (city, country) = (details.city.trim(), details.country.trim());
        let address = node(json!({ "@type": "PostalAddress", "addressLocality": city, "addressCountry": country }));
        let venue = if details.venue.trim().is_empty() { details.city.trim() } else { details.venue.trim() };
        let location = node(
            json!({ "@type": "Place", "name": venue, "address": if city.is_empty() && country.is_empty() { Value::Null } else { address } }),
        );
        let organisers: Vec<Value> = organisers(self.report)
            .into_iter()
            .map(|named| {
                node(json!({ "@type": "Organization", "name": self.set(&named.name), "url": named.url.as_ref().map(Address::as_str) }))
            })
            .collect();
        let takes_part = |wanted: bool| -> Vec<Value> {
            let people = self.report.participants.iter().filter(|person| {
                matches!(person.role, Role::Chair | Role::Speaker) == wanted && person.role != Role::Organiser
            });
            people.map(|person| self.person(person)).collect()
        };
        Some(node(json!({
            "@type": "Event",
            "@id": self.id("event"),
            "name": event.name,
            "description": self.page.description,
            "startDate": event.days.as_ref().map(|days| days.start.clone()),
            "endDate": event.days.as_ref().map(|days| days.end.clone()),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": if event.location.is_empty() { Value::Null } else { location },
            "organizer": organisers,
            "performer": takes_part(true),
            "attendee": takes_part(false),
            "image": self.event_pictures(),
        })))
    }

    fn publisher(&self) -> Option<Value> {
        if self.page.publisher.is_empty() {
            return None;
        }
        let publication = &self.report.details.publication;
        let site = Address::web(&publication.publisher_url);
        let logo = Address::web(&publication.publisher_logo);
        let logo = logo.map(|logo| json!({ "@type": "ImageObject", "url": logo.as_str() }));
        Some(node(json!({
            "@type": "NewsMediaOrganization",
            "@id": self.id("publisher"),
            "name": self.page.publisher,
            "url": site.as_ref().map(Address::as_str),
            "logo": logo,
        })))
    }

    fn person(&self, person: &Participant) -> Value {
        let organisation = self.set(&person.organisation);
        if person.is_organisation() {
            return node(json!({ "@type": "Organization", "name": organisation }));
        }
        let employer = node(json!({ "@type": "Organization", "name": &organisation }));
        node(json!({
            "@type": "Person",
            "name": self.set(&person.name),
            "jobTitle": self.set(&person.title),
            "affiliation": if organisation.is_empty() { Value::Null } else { employer },
        }))
    }

    /// A text as the page sets it.
    fn set(&self, text: &str) -> String {
        Typesetting::of(self.report).plain(text)
    }
}
