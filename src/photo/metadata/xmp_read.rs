//! XMP (ISO 16684-1), read tolerantly: properties as elements or attributes, any prefixes, any nesting of arrays.

use crate::photo::metadata::{
    PhotoMetadata,
    text::cleaned,
    xml::{Attribute, Event, MAX_DEPTH, Reader},
};

pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(super) const IPTC_CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(super) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub(super) const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// More values than any desk writes in one array.
const MAX_VALUES: usize = 1_000;

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
    Date,
    Person,
    Keyword,
    Alt,
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
            (IPTC_EXT, "PersonInImage") => Self::Person,
            (IPTC_EXT, "DigitalSourceType") => Self::DigitalSource,
            (RIGHTS, "WebStatement") => Self::WebStatement,
            (RIGHTS, "UsageTerms") => Self::UsageTerms,
            _ => return None,
        })
    }
}

struct Value {
    property: Property,
    is_default: bool,
    text: String,
}

/// Reads the packet; what is not understood is left out.
pub(super) fn read(packet: &[u8]) -> PhotoMetadata {
    let text = String::from_utf8_lossy(packet);
    let values = values(&text);
    let all = |property| {
        let of = values.iter().filter(|value| value.property == property);
        of.filter_map(|value| cleaned(&value.text)).collect::<Vec<_>>()
    };
    // Of a text in several languages the default one is taken, else the first.
    let one = |property| {
        let default = values.iter().find(|value| value.property == property && value.is_default);
        default.and_then(|value| cleaned(&value.text)).or_else(|| all(property).into_iter().next())
    };
    let creators = all(Property::Creator);
    PhotoMetadata {
        caption: one(Property::Caption),
        headline: one(Property::Headline),
        creator: (!creators.is_empty()).then(|| creators.join(", ")),
        credit: one(Property::Credit),
        copyright: one(Property::Copyright),
        location: one(Property::Location),
        city: one(Property::City),
        country: one(Property::Country),
        date: one(Property::Date),
        persons: all(Property::Person),
        keywords: all(Property::Keyword),
        alt: one(Property::Alt),
        web_statement: one(Property::WebStatement),
        usage_terms: one(Property::UsageTerms),
        digital_source_type: one(Property::DigitalSource),
    }
}

struct Open<'a> {
    /// The property that this element is, or is inside of.
    property: Option<Property>,
    is_default: bool,
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
                    values.push(Value { property, is_default: closed.is_default, text: closed.text });
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
    let mut opened = Open { property: None, is_default: false, text: String::new(), namespaces: declared.collect() };
    let own = resolve(stack, &opened.namespaces, name).and_then(|(uri, local)| Property::named(uri, local));
    opened.property = own.or_else(|| stack.last().and_then(|parent| parent.property));
    opened.is_default =
        attributes.iter().any(|attribute| attribute.name == "xml:lang" && attribute.value == "x-default");
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
            values.push(Value { property, is_default: false, text: attribute.value.clone().into_owned() });
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
    fn properties_of_other_vocabularies_are_not_taken() {
        let read =
            read(b"<r xmlns:dc='http://example.org/other/' dc:description='x'><dc:description>no</dc:description></r>");
        assert!(read.is_empty());
    }

    #[test]
    fn towers_and_torsos_are_survived() {
        let _ = read("<a>".repeat(100_000).as_bytes());
        let _ = read("</a>".repeat(100_000).as_bytes());
        let read = in_description("", "<ps:City>Huế</ps:City><dc:description><rdf:Alt><rdf:li>cut");
        assert_eq!(read.city.as_deref(), Some("Huế"));
    }
}
