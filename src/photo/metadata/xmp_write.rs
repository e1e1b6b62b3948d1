//! XMP, written in the plain form that every reader takes.

use std::fmt::Write as _;

use crate::photo::metadata::{
    PhotoMetadata,
    position::Position,
    xml::escaped,
    xmp_read::{DC, IPTC_CORE, IPTC_EXT, PHOTOSHOP, RDF, RIGHTS},
};

const EXIF: &str = "http://ns.adobe.com/exif/1.0/";

/// The packet for the given values: read-only, without padding, without date, tool or history, so the same values give the
/// same bytes and tell nothing else.
pub(super) fn write(metadata: &PhotoMetadata, position: Option<Position>) -> String {
    let mut packet = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"{RDF}\">\n<rdf:Description rdf:about=\"\" xmlns:dc=\"{DC}\" xmlns:photoshop=\"{PHOTOSHOP}\" \
         xmlns:Iptc4xmpCore=\"{IPTC_CORE}\" xmlns:Iptc4xmpExt=\"{IPTC_EXT}\" xmlns:xmpRights=\"{RIGHTS}\" \
         xmlns:exif=\"{EXIF}\">\n"
    );
    let mut out = Properties(&mut packet);
    out.localized("dc:description", &metadata.caption);
    out.array("dc:creator", "Seq", metadata.creator.as_slice());
    out.localized("dc:rights", &metadata.copyright);
    out.array("dc:subject", "Bag", &metadata.keywords);
    out.simple("photoshop:Headline", &metadata.headline);
    out.simple("photoshop:Credit", &metadata.credit);
    out.simple("Iptc4xmpCore:Location", &metadata.location);
    out.simple("photoshop:City", &metadata.city);
    out.simple("photoshop:Country", &metadata.country);
    out.simple("photoshop:DateCreated", &metadata.date);
    out.localized("Iptc4xmpCore:AltTextAccessibility", &metadata.alt);
    out.localized("Iptc4xmpCore:ExtDescrAccessibility", &metadata.extended_description);
    out.array("Iptc4xmpExt:PersonInImage", "Bag", &metadata.persons);
    out.simple("Iptc4xmpExt:DigitalSourceType", &metadata.digital_source_type);
    if metadata.copyright.is_some() {
        out.simple("xmpRights:Marked", &Some("True".to_owned()));
    }
    out.simple("xmpRights:WebStatement", &metadata.web_statement);
    out.localized("xmpRights:UsageTerms", &metadata.usage_terms);
    if let Some(position) = position {
        let (latitude, longitude) = position.xmp();
        out.simple("exif:GPSLatitude", &Some(latitude));
        out.simple("exif:GPSLongitude", &Some(longitude));
    }
    packet.push_str("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    packet
}

struct Properties<'p>(&'p mut String);

// Writing to a String cannot fail, so the results of write! are dropped.
impl Properties<'_> {
    fn simple(&mut self, name: &str, value: &Option<String>) {
        if let Some(value) = value {
            let _ = writeln!(self.0, "<{name}>{}</{name}>", escaped(value));
        }
    }

    fn localized(&mut self, name: &str, value: &Option<String>) {
        if let Some(value) = value {
            let item = format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", escaped(value));
            let _ = writeln!(self.0, "<{name}><rdf:Alt>{item}</rdf:Alt></{name}>");
        }
    }

    fn array(&mut self, name: &str, kind: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        let items: String = values.iter().map(|value| format!("<rdf:li>{}</rdf:li>", escaped(value))).collect();
        let _ = writeln!(self.0, "<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>");
    }
}
