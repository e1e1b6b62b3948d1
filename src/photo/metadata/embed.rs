//! Metadata as blocks to put into a file, cut to what a block can hold.

use crate::photo::metadata::{PhotoMetadata, iptc, xmp_write};

/// Longest data of a JPEG segment.
const MAX_SEGMENT: usize = 65_533;
/// Where cutting starts: longer than any caption, shorter than an IIM dataset.
const LONGEST_TEXT: usize = 16_000;
/// More people or keywords than this are a mistake.
const MOST_ITEMS: usize = 200;

/// A JPEG application segment.
pub(crate) struct JpegBlock {
    /// The number n of its marker APPn.
    pub(crate) marker: u8,
    /// What follows the length.
    pub(crate) data: Vec<u8>,
}

/// The XMP and IPTC segments that say the metadata, with the same values in both; none when nothing is said.
pub(crate) fn jpeg_blocks(metadata: &PhotoMetadata) -> Vec<JpegBlock> {
    if metadata.is_empty() {
        return Vec::new();
    }
    let mut longest = LONGEST_TEXT;
    loop {
        let cut = cut(metadata, longest);
        let xmp = [b"http://ns.adobe.com/xap/1.0/\0", xmp_write::write(&cut).as_bytes()].concat();
        let resources = photoshop_resources(&iptc::write(&cut));
        if xmp.len() <= MAX_SEGMENT && resources.len() <= MAX_SEGMENT {
            return vec![JpegBlock { marker: 1, data: xmp }, JpegBlock { marker: 13, data: resources }];
        }
        if longest == 0 {
            return Vec::new();
        }
        longest /= 2;
    }
}

/// The XMP packet for a WebP file; `None` when nothing is said.
pub(crate) fn webp_packet(metadata: &PhotoMetadata) -> Option<Vec<u8>> {
    (!metadata.is_empty()).then(|| xmp_write::write(&cut(metadata, LONGEST_TEXT)).into_bytes())
}

/// One `8BIM` resource without a name, padded to an even length.
fn photoshop_resources(iptc: &[u8]) -> Vec<u8> {
    let mut data = b"Photoshop 3.0\08BIM\x04\x04\0\0".to_vec();
    data.extend_from_slice(&u32::try_from(iptc.len()).unwrap_or(0).to_be_bytes());
    data.extend_from_slice(iptc);
    if iptc.len() % 2 == 1 {
        data.push(0);
    }
    data
}

fn cut(metadata: &PhotoMetadata, longest: usize) -> PhotoMetadata {
    let one = |value: &Option<String>| value.as_deref().map(|value| prefix(value, longest).to_owned());
    let many = |values: &[String]| {
        values.iter().take(MOST_ITEMS).map(|value| prefix(value, longest.min(200)).to_owned()).collect()
    };
    PhotoMetadata {
        caption: one(&metadata.caption),
        headline: one(&metadata.headline),
        creator: one(&metadata.creator),
        credit: one(&metadata.credit),
        copyright: one(&metadata.copyright),
        location: one(&metadata.location),
        city: one(&metadata.city),
        country: one(&metadata.country),
        date: one(&metadata.date),
        persons: many(&metadata.persons),
        keywords: many(&metadata.keywords),
        alt: one(&metadata.alt),
        extended_description: one(&metadata.extended_description),
        web_statement: one(&metadata.web_statement),
        usage_terms: one(&metadata.usage_terms),
        digital_source_type: one(&metadata.digital_source_type),
    }
}

/// At most so many bytes, ending where a character ends.
fn prefix(text: &str, longest: usize) -> &str {
    text.get(..text.floor_char_boundary(longest)).unwrap_or(text).trim_end()
}
