//! Metadata as blocks to put into a file, cut to what a block can hold.

use crate::photo::metadata::{PhotoMetadata, iptc, position::Position, xmp_write};

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

/// The EXIF, XMP and IPTC segments that say the metadata, with the same values in each; none when nothing is said.
pub(crate) fn jpeg_blocks(metadata: &PhotoMetadata, position: Option<Position>) -> Vec<JpegBlock> {
    let mut blocks = Vec::new();
    if let Some(position) = position {
        blocks.push(JpegBlock { marker: 1, data: [b"Exif\0\0", position.exif().as_slice()].concat() });
    }
    if metadata.is_empty() && position.is_none() {
        return blocks;
    }
    let mut longest = LONGEST_TEXT;
    loop {
        let cut = cut(metadata, longest);
        let xmp = [b"http://ns.adobe.com/xap/1.0/\0", xmp_write::write(&cut, position).as_bytes()].concat();
        let resources = photoshop_resources(&iptc::write(&cut));
        if xmp.len() <= MAX_SEGMENT && resources.len() <= MAX_SEGMENT {
            blocks.push(JpegBlock { marker: 1, data: xmp });
            blocks.push(JpegBlock { marker: 13, data: resources });
            return blocks;
        }
        if longest == 0 {
            return blocks;
        }
        longest /= 2;
    }
}

/// How many bytes longer a JPEG becomes by it.
pub(crate) fn jpeg_length(metadata: &PhotoMetadata, position: Option<Position>) -> usize {
    jpeg_blocks(metadata, position).iter().map(|block| block.data.len() + 4).sum()
}

/// Puts segments behind the first one of a JPEG, which names the format; `None` for what does not begin so.
pub(crate) fn into_jpeg(plain: Vec<u8>, blocks: &[JpegBlock]) -> Option<Vec<u8>> {
    let [0xFF, 0xD8, 0xFF, 0xE0, high, low] = *plain.first_chunk()? else { return None };
    let at = 4 + usize::from(u16::from_be_bytes([high, low]));
    let (before, after) = plain.split_at_checked(at)?;
    let mut file = before.to_vec();
    for block in blocks {
        file.extend_from_slice(&[0xFF, 0xE0 | block.marker]);
        file.extend_from_slice(&u16::try_from(block.data.len() + 2).ok()?.to_be_bytes());
        file.extend_from_slice(&block.data);
    }
    file.extend_from_slice(after);
    Some(file)
}

/// The XMP packet for a WebP file; `None` when nothing is said.
pub(crate) fn webp_packet(metadata: &PhotoMetadata, position: Option<Position>) -> Option<Vec<u8>> {
    let says = !metadata.is_empty() || position.is_some();
    says.then(|| xmp_write::write(&cut(metadata, LONGEST_TEXT), position).into_bytes())
}

/// How many bytes longer a WebP file becomes by it, with the chunks around it.
pub(crate) fn webp_length(metadata: &PhotoMetadata, position: Option<Position>) -> usize {
    webp_packet(metadata, position).map_or(0, |packet| packet.len() + 32)
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
