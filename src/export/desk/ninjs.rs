//! The story for agencies' and newsrooms' systems: ninjs (News in JSON, IPTC), in the two versions that are in use.
//!
//! 1.6 has the names that Superdesk and others read; 3.1 is the newest. Both hold the whole story as HTML, as XHTML and as plain
//! text, and each photo as an item of its own that leads to its file in the package.

use serde_json::{Map, Value, json};

use crate::export::address::Address;
use crate::export::desk::photos::DeskPhoto;
use crate::export::moment::Moment;
use crate::export::page;
use crate::export::pictures::{ByPhoto, metadata};
use crate::filing::Preset;
use crate::language::length;
use crate::language::phrases;
use crate::language::typography::repaired_plain;
use crate::photo::OutputFormat;
use crate::report::{Report, Role};

/// What the items are made of.
pub(super) struct Story<'a> {
    /// The report.
    pub report: &'a Report,
    /// Whose files the items of the photos lead to.
    pub preset: &'a Preset,
    /// The page's pictures.
    pub pictures: &'a ByPhoto,
    /// The photos of the package.
    pub photos: &'a [DeskPhoto],
    /// The fragment.
    pub html: &'a str,
    /// The whole as plain text.
    pub text: &'a str,
}

/// ninjs 1.6.
pub(super) fn version_1_6(story: &Story<'_>) -> Value {
    let facts = Facts::of(story);
    let lead = story.report.details.lead_photo.or_else(|| story.photos.first().map(|photo| photo.photo.id));
    let associations: Map<String, Value> = story
        .photos
        .iter()
        .map(|photo| {
            // The picture of the story goes by this name in Superdesk and Superdesk Publisher.
            let is_lead = lead == Some(photo.photo.id);
            let key = if is_lead { "featuremedia".to_owned() } else { format!("photo_{:02}", photo.number) };
            (key, picture_1_6(story, photo))
        })
        .collect();
    let renamed = |list: &[Entry]| list.iter().map(|entry| entry.with("code")).collect::<Vec<_>>();
    filled(json!({
        "$standard": standard("1.6"),
        "uri": facts.uri,
        "type": "text",
        "representationtype": "complete",
        "pubstatus": "usable",
        "language": story.report.language,
        "headline": facts.headline,
        "headline_kicker": facts.kicker,
        "slugline": facts.slugline,
        "byline": facts.byline,
        "located": facts.located,
        "description_text": facts.standfirst,
        "body_html": story.html,
        "body_xhtml": xhtml(story.html),
        "body_text": story.text,
        "charcount": facts.characters,
        "wordcount": facts.words,
        "firstcreated": facts.published,
        "versioncreated": facts.updated.as_ref().or(facts.published.as_ref()),
        "copyrightholder": facts.publisher,
        "copyrightnotice": facts.rights,
        "usageterms": facts.terms,
        "person": renamed(&facts.people),
        "organisation": renamed(&facts.organisations),
        "place": renamed(&facts.places),
        "subject": renamed(&facts.keywords),
        "event": renamed(&facts.events),
        "infosource": renamed(&facts.sources),
        "associations": associations,
    }))
}

fn picture_1_6(story: &Story<'_>, photo: &DeskPhoto) -> Value {
    let picture = Picture::of(story, photo);
    let rendition = |rendition: &Rendition| {
        let value = json!({
            "href": rendition.href, "mimetype": rendition.kind, "title": rendition.path,
            "width": rendition.width, "height": rendition.height, "sizeinbytes": rendition.bytes,
        });
        (rendition.name.clone(), value)
    };
    filled(json!({
        "uri": picture.uri,
        "type": "picture",
        "pubstatus": "usable",
        "language": story.report.language,
        "headline": picture.headline,
        "description_text": picture.caption,
        "description_alt": picture.alt,
        "byline": picture.credit,
        "copyrightholder": picture.creator,
        "copyrightnotice": picture.copyright,
        "usageterms": picture.terms,
        "located": picture.located,
        "person": picture.persons.iter().map(|name| json!({ "name": name, "rel": "shown" })).collect::<Vec<_>>(),
        "renditions": picture.renditions.iter().map(rendition).collect::<Map<_, _>>(),
    }))
}

/// ninjs 3.1.
pub(super) fn version_3_1(story: &Story<'_>) -> Value {
    let facts = Facts::of(story);
    let renamed = |list: &[Entry]| list.iter().map(|entry| entry.with("literal")).collect::<Vec<_>>();
    let said = |role: &str, text: &str| json!({ "role": role, "contentType": "text/plain", "value": text });
    let some = |list: Vec<Value>| -> Vec<Value> { list.into_iter().filter(|entry| entry["value"] != "").collect() };
    let body = |kind: &str, value: &str| {
        json!({
            "role": "main", "contentType": kind, "value": value,
            "charCount": facts.characters, "wordCount": facts.words,
        })
    };
    let mut associations: Vec<Value> = story.photos.iter().map(|photo| picture_3_1(story, photo)).collect();
    associations.extend(event_3_1(story, &facts));
    filled(json!({
        "standard": standard("3.1"),
        "uri": facts.uri,
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "language": story.report.language,
        "title": facts.headline,
        "headlines": some(vec![said("main", &facts.headline), said("kicker", &facts.kicker)]),
        "descriptions": some(vec![said("summary", &facts.standfirst)]),
        "bodies": [
            body("text/html", story.html),
            body("application/xhtml+xml", &xhtml(story.html)),
            body("text/plain", story.text),
        ],
        "slugline": facts.slugline,
        "by": facts.byline,
        "located": facts.located,
        "firstCreated": facts.published,
        "versionCreated": facts.updated.as_ref().or(facts.published.as_ref()),
        "copyrightHolder": facts.publisher,
        "copyrightNotice": facts.rights,
        "usageTerms": facts.terms,
        "people": renamed(&facts.people),
        "organisations": renamed(&facts.organisations),
        "places": renamed(&facts.places),
        "subjects": renamed(&facts.keywords),
        "events": renamed(&facts.events),
        "infoSources": facts.sources.iter().map(Entry::without_relation).collect::<Vec<_>>(),
        "associations": associations,
    }))
}

fn picture_3_1(story: &Story<'_>, photo: &DeskPhoto) -> Value {
    let picture = Picture::of(story, photo);
    let rendition = |rendition: &Rendition| {
        json!({
            "name": rendition.name, "href": rendition.href, "contentType": rendition.kind, "title": rendition.path,
            "width": rendition.width, "height": rendition.height, "sizeInBytes": rendition.bytes,
        })
    };
    let described = [("caption", &picture.caption), ("alt", &picture.alt)].into_iter();
    let descriptions = described
        .filter(|(_, text)| !text.is_empty())
        .map(|(role, text)| json!({ "role": role, "contentType": "text/plain", "value": text }));
    filled(json!({
        "name": format!("photo-{:02}", photo.number),
        "rel": "illustration",
        "uri": picture.uri,
        "type": "picture",
        "pubStatus": "usable",
        "language": story.report.language,
        "title": picture.headline,
        "descriptions": descriptions.collect::<Vec<_>>(),
        "by": picture.credit,
        "copyrightHolder": picture.creator,
        "copyrightNotice": picture.copyright,
        "usageTerms": picture.terms,
        "located": picture.located,
        "people": picture.persons.iter().map(|name| json!({ "name": name, "rel": "shown" })).collect::<Vec<_>>(),
        "renditions": picture.renditions.iter().map(rendition).collect::<Vec<_>>(),
    }))
}

/// The conference as an item of its own.
fn event_3_1(story: &Story<'_>, facts: &Facts) -> Option<Value> {
    let event = &story.report.details.event;
    let name = facts.events.first()?.name.clone();
    let organiser = event.organisers.split(';').map(str::trim).find(|name| !name.is_empty());
    let dates = event.start.or(event.end).map(|start| {
        let end = event.end.filter(|end| *end >= start).unwrap_or(start);
        json!({ "expectedStartDate": start.to_string(), "expectedEndDate": end.to_string() })
    });
    let details = filled(json!({ "dates": dates, "organiser": organiser.map(|name| json!({ "name": name })) }));
    Some(filled(json!({
        "name": "event",
        "rel": "about",
        "uri": facts.events.first()?.uri,
        "type": "event",
        "language": story.report.language,
        "title": name,
        "eventDetails": details,
        "places": facts.places.iter().map(|entry| entry.with("literal")).collect::<Vec<_>>(),
    })))
}

/// Somebody or something that the story is about.
struct Entry {
    name: String,
    relation: String,
    uri: Option<String>,
    /// More words: an office.
    detail: String,
}

impl Entry {
    fn new(name: &str, relation: &str) -> Self {
        Self { name: name.trim().to_owned(), relation: relation.to_owned(), uri: None, detail: String::new() }
    }

    /// With the name that the version has for words that identify it.
    fn with(&self, detail: &str) -> Value {
        let (uri, is_old) = (self.uri.as_deref(), detail == "code");
        // 1.6 has no place for an address but together with a code that it is the scheme of.
        let code = if is_old && self.detail.is_empty() { uri.unwrap_or_default() } else { &self.detail };
        let uri = uri.filter(|_| !is_old);
        filled(json!({ "name": self.name, "rel": self.relation, "uri": uri, detail: code }))
    }

    fn without_relation(&self) -> Value {
        filled(json!({ "name": self.name, "uri": self.uri }))
    }
}

/// What both versions say of the story.
struct Facts {
    uri: String,
    headline: String,
    kicker: String,
    slugline: String,
    standfirst: String,
    byline: String,
    located: String,
    published: Option<String>,
    updated: Option<String>,
    publisher: String,
    rights: String,
    terms: Option<String>,
    people: Vec<Entry>,
    organisations: Vec<Entry>,
    places: Vec<Entry>,
    keywords: Vec<Entry>,
    events: Vec<Entry>,
    sources: Vec<Entry>,
    words: usize,
    characters: usize,
}

impl Facts {
    fn of(story: &Story<'_>) -> Self {
        let report = story.report;
        let (details, language) = (&report.details, &*report.language);
        let repaired = |text: &str| repaired_plain(text.trim(), language);
        let publication = &details.publication;
        let own = format!("{OWN}report:{}", report.id);
        let moment = |text: &str| Moment::parse(text, language).map(|moment| moment.iso);
        let length = length::of(report).story();
        let event = Entry { uri: Some(format!("{own}:event")), ..Entry::new(&repaired(&details.event.name), "about") };
        let sources = page::sources(report).into_iter().map(|(name, address)| Entry {
            uri: address.map(|address| address.as_str().to_owned()),
            ..Entry::new(&name, "")
        });
        let keyword = details.keywords.first().map(|word| word.to_string());
        Self {
            uri: Address::web(&publication.url).map_or(own, |address| address.as_str().to_owned()),
            headline: repaired(report.headline.as_str()),
            kicker: repaired(report.kicker.as_str()),
            slugline: keyword.unwrap_or_else(|| repaired(report.kicker.as_str())),
            standfirst: repaired(report.standfirst.as_str()),
            byline: repaired(report.byline.as_str()),
            located: repaired(report.place.as_str()),
            published: moment(&publication.published),
            updated: moment(&publication.updated),
            publisher: repaired(&publication.publisher),
            rights: repaired(&details.rights),
            terms: Address::web(&publication.licence_url).map(|address| address.as_str().to_owned()),
            people: people(report),
            organisations: organisations(report),
            places: places(report),
            keywords: details.keywords.iter().map(|word| Entry::new(word, "about")).collect(),
            events: if event.name.is_empty() { Vec::new() } else { vec![event] },
            sources: sources.collect(),
            words: length.words,
            characters: length.characters,
        }
    }
}

/// Of a name space of its own, since the report has no address before it is published.
const OWN: &str = "urn:x-rapporteur:";

fn people(report: &Report) -> Vec<Entry> {
    let words = phrases::of(&report.language);
    let people = report.participants.iter().filter(|person| !person.is_organisation());
    let entry = |person: &std::sync::Arc<crate::report::Participant>| Entry {
        detail: person.position(),
        ..Entry::new(&person.name, words.role(person.role))
    };
    people.map(entry).collect()
}

/// Those that take part without a named person, those that people come from, and those who hold the conference; each once.
fn organisations(report: &Report) -> Vec<Entry> {
    let words = phrases::of(&report.language);
    let organisers = report.details.event.organisers.split(';').map(str::trim);
    let organisers = organisers.map(|name| Entry::new(name, words.role(Role::Organiser)));
    let own = report.participants.iter().map(|person| {
        let relation = if person.is_organisation() { words.role(person.role) } else { "mentions" };
        Entry::new(&person.organisation, relation)
    });
    let delegations = report.delegations().into_iter().map(|name| Entry::new(&name, words.role(Role::Delegate)));
    let mut organisations: Vec<Entry> = Vec::new();
    for entry in organisers.chain(own).chain(delegations) {
        if !entry.name.is_empty() && !organisations.iter().any(|other| other.name == entry.name) {
            organisations.push(entry);
        }
    }
    organisations
}

fn places(report: &Report) -> Vec<Entry> {
    let event = &report.details.event;
    let mut places: Vec<Entry> = Vec::new();
    for place in [&event.venue, &event.city, &event.country] {
        let entry = Entry::new(&repaired_plain(place.trim(), &report.language), "mentions");
        if !entry.name.is_empty() && !places.iter().any(|other| other.name == entry.name) {
            places.push(entry);
        }
    }
    places
}

/// What both versions say of a photo.
struct Picture {
    uri: String,
    headline: String,
    caption: String,
    alt: String,
    credit: String,
    creator: Option<String>,
    copyright: Option<String>,
    terms: Option<String>,
    located: String,
    persons: Vec<String>,
    renditions: Vec<Rendition>,
}

/// A file of a photo.
struct Rendition {
    name: String,
    href: String,
    path: String,
    kind: &'static str,
    width: u32,
    height: u32,
    bytes: usize,
}

impl Picture {
    fn of(story: &Story<'_>, photo: &DeskPhoto) -> Self {
        let language = &*story.report.language;
        let says = metadata(story.report, &photo.photo);
        let located = [&says.location, &says.city, &says.country];
        let located = located.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let mut renditions =
            vec![Rendition::of("original", photo.path(story.preset), photo.size_px, photo.bytes.len())];
        if let Some(made) = story.pictures.get(&photo.photo.id) {
            let rungs = made.rungs(OutputFormat::Jpeg);
            for (name, file) in [("baseImage", rungs.last()), ("viewImage", rungs.get(1)), ("thumbnail", rungs.first())]
            {
                let Some(file) = file else { continue };
                let size_px = crate::report::SizePx { width: file.width, height: file.height };
                renditions.push(Rendition::of(name, format!("img/{}", made.name(file)), size_px, file.bytes.len()));
            }
        }
        Self {
            uri: format!("{OWN}photo:{}", photo.photo.id),
            headline: repaired_plain(story.report.headline.as_str(), language),
            caption: says.caption.unwrap_or_default(),
            alt: if photo.photo.decorative { String::new() } else { photo.photo.alt.as_str().to_owned() },
            credit: photo.photo.credit.as_str().to_owned(),
            creator: says.creator,
            copyright: says.copyright,
            terms: says.web_statement,
            located,
            persons: says.persons,
            renditions,
        }
    }
}

impl Rendition {
    /// The address is relative, and an address all the same, as the schema wants it: `file:` is what the item itself was read from.
    fn of(name: &str, path: String, size: crate::report::SizePx, bytes: usize) -> Self {
        Self {
            name: name.to_owned(),
            href: format!("file:{path}"),
            path,
            kind: "image/jpeg",
            width: size.width,
            height: size.height,
            bytes,
        }
    }
}

fn standard(version: &str) -> Value {
    json!({
        "name": "ninjs",
        "version": version,
        "schema": format!("http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"),
    })
}

/// An object without its empty fields.
fn filled(fields: Value) -> Value {
    let Value::Object(fields) = fields else { return fields };
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    Value::Object(fields.into_iter().filter(|(_, value)| !is_empty(value)).collect())
}

/// The same HTML as well-formed XML: what is void is closed. Nothing else of what the writer makes is not XML already.
fn xhtml(html: &str) -> String {
    let mut xml = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        xml.push_str(before);
        // A `>` in an attribute is written as a reference.
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let is_void = ["<img ", "<hr>", "<br>", "<source "].iter().any(|void| tag.starts_with(void));
        match tag.strip_suffix('>') {
            Some(open) if is_void => {
                xml.push_str(open);
                xml.push_str("/>");
            }
            _ => xml.push_str(tag),
        }
        rest = after;
    }
    xml.push_str(rest);
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn void_elements_are_closed_and_words_stay() {
        let html = "<p>a &lt; b<br>c</p>\n<hr>\n<img src=\"a\" alt=\"&gt;\">";
        assert_eq!(xhtml(html), "<p>a &lt; b<br/>c</p>\n<hr/>\n<img src=\"a\" alt=\"&gt;\"/>");
        assert_eq!(xhtml("no markup"), "no markup");
    }
}
