//! The structured data of a page of ours.

use std::sync::Arc;

use serde_json::Value;

use crate::import::page::tree::{NodeId, Tree};
use crate::report::{Event, Publication};

/// What the data says.
#[derive(Debug, Default)]
pub struct Facts {
    nodes: Vec<Value>,
}

/// Somebody whom the data names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The person, or nothing.
    pub name: String,
    /// The office.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// Speaks or leads.
    pub is_performer: bool,
}

impl Facts {
    /// Reads the data of a page; nothing where there is none that can be read.
    pub fn of(tree: &Tree) -> Self {
        let is_data = |id: &NodeId| {
            tree.element(*id).is_some_and(|element| element.attribute("type") == Some("application/ld+json"))
        };
        let text = tree.named(Tree::ROOT, "script").find(is_data).map(|id| super::words(tree, id));
        let graph = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let nodes = graph.and_then(|mut graph| match graph.get_mut("@graph").map(Value::take) {
            Some(Value::Array(nodes)) => Some(nodes),
            _ => None,
        });
        Self { nodes: nodes.unwrap_or_default() }
    }

    fn node(&self, kind: &str) -> Option<&Value> {
        self.nodes.iter().find(|node| node["@type"] == kind)
    }

    /// The conference.
    pub fn event(&self) -> Option<Event> {
        let node = self.node("Event")?;
        let place = &node["location"];
        let (city, country) = town_and_country(&place["address"]);
        let hall = text(&place["name"]);
        let organisers = list(&node["organizer"]).map(|organiser| {
            let (name, url) = (text(&organiser["name"]), text(&organiser["url"]));
            if url.is_empty() { name.to_owned() } else { format!("{name} <{url}>") }
        });
        Some(Event {
            name: text(&node["name"]).into(),
            organisers: organisers.collect::<Vec<_>>().join("; ").into(),
            // Where no hall is known, the town stands for it.
            venue: if hall == city { "".into() } else { hall.into() },
            city: city.into(),
            country: country.into(),
            start: text(&node["startDate"]).parse().ok(),
            end: text(&node["endDate"]).parse().ok(),
        })
    }

    /// Where and when the page appeared.
    pub fn publication(&self) -> Publication {
        let mut publication = Publication::default();
        self.fill_publication(&mut publication);
        publication
    }

    fn fill_publication(&self, publication: &mut Publication) {
        let article = self.node("NewsArticle").unwrap_or(&Value::Null);
        let publisher = self.node("NewsMediaOrganization").unwrap_or(&Value::Null);
        let picture = self.node("ImageObject").unwrap_or(&Value::Null);
        let published = text(&article["datePublished"]);
        let updated = Some(text(&article["dateModified"])).filter(|updated| *updated != published);
        publication.publisher = text(&publisher["name"]).into();
        publication.publisher_url = text(&publisher["url"]).into();
        publication.publisher_logo = text(&publisher["logo"]["url"]).into();
        publication.url = text(&article["url"]).into();
        publication.published = published.into();
        publication.updated = updated.unwrap_or_default().into();
        publication.licence_url = text(&picture["license"]).into();
    }

    /// The copyright notice.
    pub fn rights(&self) -> Option<Arc<str>> {
        let rights = text(self.node("NewsArticle")?.get("copyrightNotice")?);
        (!rights.is_empty()).then(|| rights.into())
    }

    /// Words to find the story by.
    pub fn keywords(&self) -> Vec<Arc<str>> {
        let article = self.node("NewsArticle").unwrap_or(&Value::Null);
        list(&article["keywords"]).map(|word| text(word).into()).filter(|word: &Arc<str>| !word.is_empty()).collect()
    }

    /// Those who took part in the conference.
    pub fn people(&self) -> Vec<Named> {
        let Some(event) = self.node("Event") else { return Vec::new() };
        let group = |key, is_performer| {
            list(&event[key]).map(move |node| {
                let name = text(&node["name"]).to_owned();
                if node["@type"] == "Organization" {
                    return Named { organisation: name, is_performer, ..Named::default() };
                }
                let organisation = text(&node["affiliation"]["name"]).to_owned();
                Named { name, title: text(&node["jobTitle"]).to_owned(), organisation, is_performer }
            })
        };
        group("performer", true).chain(group("attendee", false)).collect()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// An address in two parts, or in one line as pages had it before. Of one name it is not known which it is: mostly the town.
fn town_and_country(address: &Value) -> (&str, &str) {
    match address.as_str() {
        Some(line) => line.rsplit_once(", ").unwrap_or((line, "")),
        None => (text(&address["addressLocality"]), text(&address["addressCountry"])),
    }
}
