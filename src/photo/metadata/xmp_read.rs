//! XMP (ISO 16684-1), read tolerantly: properties as elements or attributes, any prefixes, any nesting of arrays.

use std::collections::BTreeSet;

use crate::photo::metadata::{
    PhotoMetadata,
    text::{cleaned, repaired},
    xml::{Attribute, Event, MAX_DEPTH, Reader},
};

pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(super) const IPTC_CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(super) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub(super) const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
const XMP_BASIC: &str = "http://ns.adobe.com/xap/1.0/";
/// Of the Metadata Working Group, as Lightroom, digiKam and Picasa write it.
const REGIONS: &str = "http://www.metadataworkinggroup.com/schemas/regions/";
const MICROSOFT_REGIONS: &str = "http://ns.microsoft.com/photo/1.2/t/Region#";
pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

const DEFAULT_LANGUAGE: &str = "x-default";

/// More values than any desk writes in one array.
const MAX_VALUES: usize = 1_000;
/// Names that one element declares.
const MOST_NAMESPACES: usize = 64;
/// People of one picture; each is looked for among the participants.
const MOST_PERSONS: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
    Caption,
    Headline,
    Creator,
    Credit,
    Copyright,
    Location,
    City,
    Country,
    /// City, country and place of where the camera stood: of a picture that says nothing shorter.
    CreatedCity,
    CreatedCountry,
    CreatedPlace,
    Date,
    /// When it was digitised or made, of a picture that says nothing better.
    CreateDate,
    Person,
    /// The name at a face.
    Face,
    Keyword,
    Alt,
    Description,
    WebStatement,
    UsageTerms,
    DigitalSource,
}

impl Property {
    fn named(namespace: &str, local: &str) -> Option<Self> {
        Some(match (namespace, local) {
            (DC, "description") => Self::Caption,
            (DC, "creator") => Self::Creator,
            (DC, "rights") => Self::Copyright,
            (DC, "subject") => Self::Keyword,
            (PHOTOSHOP, "Headline") => Self::Headline,
            (PHOTOSHOP, "Credit") => Self::Credit,
            (IPTC_CORE, "Location") => Self::Location,
            (PHOTOSHOP, "City") => Self::City,
            (PHOTOSHOP, "Country") => Self::Country,
            (PHOTOSHOP, "DateCreated") => Self::Date,
            (IPTC_CORE, "AltTextAccessibility") => Self::Alt,
            (IPTC_CORE, "ExtDescrAccessibility") => Self::Description,
            (IPTC_EXT, "City") => Self::CreatedCity,
            (IPTC_EXT, "CountryName") => Self::CreatedCountry,
            (IPTC_EXT, "Sublocation") => Self::CreatedPlace,
            (IPTC_EXT, "PersonInImage" | "PersonName") => Self::Person,
            (REGIONS, "Name") | (MICROSOFT_REGIONS, "PersonDisplayName") => Self::Face,
            (XMP_BASIC, "CreateDate") => Self::CreateDate,
            (IPTC_EXT, "DigitalSourceType") => Self::DigitalSource,
            (RIGHTS, "WebStatement") => Self::WebStatement,
            (RIGHTS, "UsageTerms") => Self::UsageTerms,
            _ => return None,
        })
    }
}

struct Value {
    property: Property,
    language: String,
    text: String,
}

/// Reads the packet; what is not understood is left out. Of a text in several languages the given one is taken, else the
/// default, else the first.
pub(super) fn read(packet: &[u8], language: &str) -> PhotoMetadata {
    // A packet in UTF-16 begins with its mark.
    let text = encoding_rs::UTF_8.decode(packet).0;
    let values = values(&text);
    let all = |property| {
        let of = values.iter().filter(|value| value.property == property);
        of.filter_map(|value| cleaned(&repaired(&value.text))).collect::<Vec<_>>()
    };
    let one = |property| {
        let of = || values.iter().filter(|value| value.property == property);
        let wanted = of().find(|value| speaks(&value.language, language));
        let chosen = wanted.or_else(|| of().find(|value| value.language == DEFAULT_LANGUAGE));
        chosen.and_then(|value| cleaned(&repaired(&value.text))).or_else(|| all(property).into_iter().next())
    };
    let mut persons = all(Property::Person);
    if persons.is_empty() {
        persons = all(Property::Face);
    }
    // Details repeat the names, and so do alternatives in other languages.
    let mut seen = BTreeSet::new();
    persons.retain(|name| seen.insert(name.clone()));
    persons.truncate(MOST_PERSONS);
    let creators = all(Property::Creator);
    PhotoMetadata {
        caption: one(Property::Caption),
        headline: one(Property::Headline),
        creator: (!creators.is_empty()).then(|| creators.join(", ")),
        credit: one(Property::Credit),
        copyright: one(Property::Copyright),
        location: one(Property::Location).or_else(|| one(Property::CreatedPlace)),
        city: one(Property::City).or_else(|| one(Property::CreatedCity)),
        country: one(Property::Country).or_else(|| one(Property::CreatedCountry)),
        date: one(Property::Date).or_else(|| one(Property::CreateDate)),
        persons,
        keywords: all(Property::Keyword),
        alt: one(Property::Alt),
        extended_description: one(Property::Description),
        web_statement: one(Property::WebStatement),
        usage_terms: one(Property::UsageTerms),
        digital_source_type: one(Property::DigitalSource),
    }
}

/// Whether a text marked with one language is in another: `vi-VN` is in `vi`.
fn speaks(marked: &str, language: &str) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    !language.is_empty() && primary(marked) == primary(language)
}

struct Open<'a> {
    /// The property that this element is, or is inside of.
    property: Option<Property>,
    language: String,
    text: String,
    namespaces: Vec<(&'a str, String)>,
}

fn values(text: &str) -> Vec<Value> {
    let mut stack: Vec<Open<'_>> = Vec::new();
    let mut values = Vec::new();
    for event in Reader::new(text) {
        match event {
            Event::Start { name, attributes, closed } => {
                if stack.len() >= MAX_DEPTH || values.len() >= MAX_VALUES {
                    break;
                }
                let opened = open(&stack, name, &attributes);
                stack.push(opened);
                from_attributes(&stack, &attributes, &mut values);
                if closed {
                    stack.pop();
                }
            }
            Event::Text(text) => {
                if let Some(top) = stack.last_mut() {
                    top.text.push_str(&text);
                }
            }
            Event::End => {
                let Some(closed) = stack.pop() else { continue };
                // The blanks between the items of an array are no value.
                if let Some(property) = closed.property.filter(|_| !closed.text.trim().is_empty()) {
                    values.push(Value { property, language: closed.language, text: closed.text });
                }
            }
        }
    }
    values
}

fn open<'a>(stack: &[Open<'a>], name: &'a str, attributes: &[Attribute<'a>]) -> Open<'a> {
    let declared = attributes.iter().filter_map(|attribute| {
        attribute.name.strip_prefix("xmlns:").map(|prefix| (prefix, attribute.value.clone().into_owned()))
    });
    let declared = declared.take(MOST_NAMESPACES);
    let mut opened =
        Open { property: None, language: String::new(), text: String::new(), namespaces: declared.collect() };
    let own = resolve(stack, &opened.namespaces, name).and_then(|(uri, local)| Property::named(uri, local));
    opened.property = own.or_else(|| stack.last().and_then(|parent| parent.property));
    let marked = attributes.iter().find(|attribute| attribute.name == "xml:lang");
    opened.language = marked.map(|attribute| attribute.value.clone().into_owned()).unwrap_or_default();
    opened
}

/// Simple properties may stand as attributes of `rdf:Description`, and an address as `rdf:resource` of its element.
fn from_attributes(stack: &[Open<'_>], attributes: &[Attribute<'_>], values: &mut Vec<Value>) {
    for attribute in attributes {
        let Some((uri, local)) = resolve(stack, &[], attribute.name) else { continue };
        let property = match (uri, local) {
            (RDF, "resource") => stack.last().and_then(|element| element.property),
            _ => Property::named(uri, local),
        };
        if let Some(property) = property {
            values.push(Value { property, language: String::new(), text: attribute.value.clone().into_owned() });
        }
    }
}

fn resolve<'s, 'n>(stack: &'s [Open<'_>], own: &'s [(&str, String)], name: &'n str) -> Option<(&'s str, &'n str)> {
    let (prefix, local) = name.split_once(':')?;
    let outer = stack.iter().rev().flat_map(|open| open.namespaces.iter());
    own.iter().chain(outer).find(|(declared, _)| *declared == prefix).map(|(_, uri)| (uri.as_str(), local))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_description(attributes: &str, elements: &str) -> PhotoMetadata {
        read(
            format!(
                "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
                 <rdf:RDF xmlns:rdf='{RDF}'><rdf:Description rdf:about='' xmlns:dc='{DC}' xmlns:ps='{PHOTOSHOP}' \
                 xmlns:ext='{IPTC_EXT}' xmlns:rights='{RIGHTS}' {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>"
            )
            .as_bytes(),
            "",
        )
    }

    #[test]
    fn attributes_elements_and_unusual_prefixes_are_read() {
        let read = in_description(
            "ps:City='Bắc Ninh' ps:Credit=\"VNA &amp; Co\"",
            "<ps:Country> Việt Nam\n</ps:Country><rights:WebStatement rdf:resource='https://example.org/r'/>",
        );
        assert_eq!(read.city.as_deref(), Some("Bắc Ninh"));
        assert_eq!(read.credit.as_deref(), Some("VNA & Co"));
        assert_eq!(read.country.as_deref(), Some("Việt Nam"));
        assert_eq!(read.web_statement.as_deref(), Some("https://example.org/r"));
    }

    #[test]
    fn the_default_language_wins_and_arrays_keep_their_order() {
        let read = in_description(
            "",
            "<dc:description><rdf:Alt><rdf:li xml:lang='vi'>Đại biểu</rdf:li><rdf:li xml:lang='x-default'>Делегаты</rdf:li>\
             </rdf:Alt></dc:description><dc:creator>\n <rdf:Seq> <rdf:li>B</rdf:li> <rdf:li>A</rdf:li></rdf:Seq></dc:creator>\
             <ext:PersonInImage><rdf:Bag><rdf:li>Trịnh Văn An</rdf:li><rdf:li>Тринь Ван Ань</rdf:li></rdf:Bag></ext:PersonInImage>",
        );
        assert_eq!(read.caption.as_deref(), Some("Делегаты"));
        assert_eq!(read.creator.as_deref(), Some("B, A"));
        assert_eq!(read.persons, ["Trịnh Văn An", "Тринь Ван Ань"]);
    }

    #[test]
    fn the_language_of_the_report_wins_over_the_default() {
        let packet = format!(
            "<r xmlns:rdf='{RDF}' xmlns:dc='{DC}'><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Delegates</rdf:li>\
             <rdf:li xml:lang='ru-RU'>Делегаты</rdf:li><rdf:li xml:lang='vi'>Đại biểu</rdf:li></rdf:Alt></dc:description></r>"
        );
        let caption = |language| read(packet.as_bytes(), language).caption.unwrap();
        assert_eq!(
            [caption("ru"), caption("vi-VN"), caption("fr"), caption("")],
            ["Делегаты", "Đại biểu", "Delegates", "Delegates"]
        );
    }

    #[test]
    fn where_the_camera_stood_and_names_at_faces_fill_what_is_open() {
        let read = in_description(
            "ps:City='Hà Nội'",
            &format!(
                "<ext:LocationCreated><rdf:Bag><rdf:li ext:City='Huế' ext:Sublocation='Đại Nội'/></rdf:Bag></ext:LocationCreated>\
                 <m:Regions xmlns:m='{REGIONS}'><rdf:li m:Name='An' m:Type='Face'/><rdf:li m:Name='An'/></m:Regions>"
            ),
        );
        assert_eq!((read.city.as_deref(), read.location.as_deref()), (Some("Hà Nội"), Some("Đại Nội")));
        assert_eq!(read.persons, ["An"]);
    }

    #[test]
    fn properties_of_other_vocabularies_are_not_taken() {
        let read = read(
            b"<r xmlns:dc='http://example.org/other/' dc:description='x'><dc:description>no</dc:description></r>",
            "",
        );
        assert!(read.is_empty());
    }

    #[test]
    fn towers_and_torsos_are_survived() {
        let _ = read("<a>".repeat(100_000).as_bytes(), "");
        let _ = read("</a>".repeat(100_000).as_bytes(), "");
        let read = in_description("", "<ps:City>Huế</ps:City><dc:description><rdf:Alt><rdf:li>cut");
        assert_eq!(read.city.as_deref(), Some("Huế"));
    }
}
