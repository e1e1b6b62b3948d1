//! What a file says about its picture: caption, people, rights.
//!
//! Read from XMP, then IPTC IIM, then EXIF, each filling what the former left open (the order of the Metadata Working Group's
//! guidelines). Written to IPTC and XMP with the same values.

pub(crate) mod embed;
mod guess;
mod iptc;
mod position;
mod text;
mod vietnamese;
mod xml;
mod xmp_read;
mod xmp_write;

use serde::{Deserialize, Serialize};

use crate::photo::{
    container::Container,
    error::PhotoError,
    exif::{Exif, tag},
    limits::Limits,
};

pub use crate::photo::metadata::position::Position;
pub use crate::photo::metadata::text::TextCoding;

/// The IPTC term for a photo taken by a camera and not generated.
pub const DIGITAL_CAPTURE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

/// Descriptions that cameras and scanners write by themselves; they are not captions.
const NOT_CAPTIONS: [&str; 8] = [
    "OLYMPUS DIGITAL CAMERA",
    "SONY DSC",
    "MINOLTA DIGITAL CAMERA",
    "KONICA MINOLTA DIGITAL CAMERA",
    "DIGITAL CAMERA",
    "DCIM\\100MEDIA\\DJI",
    "SAMSUNG CAMERA PICTURES",
    "default",
];

/// Editorial metadata of one picture. Empty fields are `None`, never empty texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PhotoMetadata {
    /// What is to be seen: IIM 2:120, `dc:description`.
    pub caption: Option<String>,
    /// IIM 2:105, `photoshop:Headline`.
    pub headline: Option<String>,
    /// Who took it; several are joined by commas. IIM 2:80, `dc:creator`.
    pub creator: Option<String>,
    /// The line to print: IIM 2:110, `photoshop:Credit`.
    pub credit: Option<String>,
    /// IIM 2:116, `dc:rights`.
    pub copyright: Option<String>,
    /// Where in the town: the hall, the street. IIM 2:92, `Iptc4xmpCore:Location`.
    pub location: Option<String>,
    /// IIM 2:90, `photoshop:City`.
    pub city: Option<String>,
    /// IIM 2:101, `photoshop:Country`.
    pub country: Option<String>,
    /// When it was taken: `YYYY-MM-DD`, or with `Thh:mm:ss` and perhaps `+hh:mm`. IIM 2:55 and 2:60, `photoshop:DateCreated`.
    pub date: Option<String>,
    /// People shown, in order: `Iptc4xmpExt:PersonInImage`, which IIM has no field for.
    pub persons: Vec<String>,
    /// IIM 2:25, `dc:subject`.
    pub keywords: Vec<String>,
    /// Alternative text: `Iptc4xmpCore:AltTextAccessibility`, which IIM has no field for.
    pub alt: Option<String>,
    /// What the picture shows at length: `Iptc4xmpCore:ExtDescrAccessibility`, which IIM has no field for.
    pub extended_description: Option<String>,
    /// Address of the statement of rights: `xmpRights:WebStatement`.
    pub web_statement: Option<String>,
    /// Terms of use in words: `xmpRights:UsageTerms`.
    pub usage_terms: Option<String>,
    /// How the picture came to be, an address of the IPTC vocabulary such as [`DIGITAL_CAPTURE`]; one that says "made by a
    /// machine" must survive. `Iptc4xmpExt:DigitalSourceType`.
    pub digital_source_type: Option<String>,
}

/// Metadata found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EmbeddedMetadata {
    /// The values.
    pub metadata: PhotoMetadata,
    /// How the IPTC texts were coded; `None` where there are none.
    pub coding: Option<TextCoding>,
    /// Whether the file says itself that it is this coding; else it is chosen or guessed, which is worth showing to the reporter.
    pub declared: bool,
    /// Whether any value is from IPTC alone.
    pub uses_iptc: bool,
}

/// How metadata are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading<'a> {
    /// The coding of the IPTC texts, where the reporter has chosen one.
    pub coding: Option<TextCoding>,
    /// The language that is taken of a text in several; BCP 47, empty for the one that the file itself puts first.
    pub language: &'a str,
    /// An XMP packet from a file beside the picture; what it says is newer than what the picture says.
    pub sidecar: Option<&'a [u8]>,
}

impl PhotoMetadata {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes from `other` what is open here.
    pub fn fill_from(&mut self, other: Self) {
        let pairs = [
            (&mut self.caption, other.caption),
            (&mut self.headline, other.headline),
            (&mut self.creator, other.creator),
            (&mut self.credit, other.credit),
            (&mut self.copyright, other.copyright),
            (&mut self.location, other.location),
            (&mut self.city, other.city),
            (&mut self.country, other.country),
            (&mut self.date, other.date),
            (&mut self.alt, other.alt),
            (&mut self.extended_description, other.extended_description),
            (&mut self.web_statement, other.web_statement),
            (&mut self.usage_terms, other.usage_terms),
            (&mut self.digital_source_type, other.digital_source_type),
        ];
        for (mine, theirs) in pairs {
            if mine.is_none() {
                *mine = theirs;
            }
        }
        if self.persons.is_empty() {
            self.persons = other.persons;
        }
        if self.keywords.is_empty() {
            self.keywords = other.keywords;
        }
    }
}

/// Reads the metadata embedded in a picture; nothing is decoded. A file without any gives empty metadata.
///
/// # Errors
/// As [`probe`](crate::photo::probe()).
pub fn read_metadata(bytes: &[u8]) -> Result<EmbeddedMetadata, PhotoError> {
    read_metadata_as(bytes, &Reading::default())
}

/// As [`read_metadata`], with the IPTC texts in a coding that the reporter has chosen.
///
/// # Errors
/// As [`probe`](crate::photo::probe()).
pub fn read_metadata_in(bytes: &[u8], coding: TextCoding) -> Result<EmbeddedMetadata, PhotoError> {
    read_metadata_as(bytes, &Reading { coding: Some(coding), ..Reading::default() })
}

/// As [`read_metadata`], in a given way.
///
/// Where IPTC had to be read in a chosen coding, its texts count before those of XMP: the reporter chose because those were garbled.
///
/// # Errors
/// As [`probe`](crate::photo::probe()).
pub fn read_metadata_as(bytes: &[u8], reading: &Reading<'_>) -> Result<EmbeddedMetadata, PhotoError> {
    let limits = Limits::default();
    let container = Container::read(bytes, &limits)?;
    let xmp = |packet: &[u8]| xmp_read::read(packet, reading.language);
    let mut metadata = reading.sidecar.map(xmp).unwrap_or_default();
    let mut embedded = container.xmp.as_deref().map(xmp).unwrap_or_default();
    embedded.fill_from(container.xmp_extension.as_deref().map(xmp).unwrap_or_default());
    let iptc = container.iptc.as_deref().map(|iptc| iptc::read(iptc, reading.coding));
    let (coding, declared) = (iptc.as_ref().map(|iptc| iptc.coding), iptc.as_ref().is_some_and(|iptc| iptc.declared));
    let iptc = iptc.map(|iptc| iptc.metadata).unwrap_or_default();
    let mut without_iptc = metadata.clone();
    without_iptc.fill_from(embedded.clone());
    let both = if reading.coding.is_some() { [iptc, embedded] } else { [embedded, iptc] };
    both.into_iter().for_each(|source| metadata.fill_from(source));
    let uses_iptc = metadata != without_iptc;
    if let Some(exif) = container.exif() {
        metadata.fill_from(from_exif(&exif, &limits));
    }
    Ok(EmbeddedMetadata { metadata, coding, declared, uses_iptc })
}

/// The codings among which a reporter can choose: those in which each of the IPTC texts of a picture can be read. None where the
/// picture has no such text, or where all are plain ASCII.
///
/// # Errors
/// As [`probe`](crate::photo::probe()).
pub fn possible_codings(bytes: &[u8]) -> Result<Vec<TextCoding>, PhotoError> {
    let container = Container::read(bytes, &Limits::default())?;
    Ok(container.iptc.as_deref().map(iptc::possible_codings).unwrap_or_default())
}

/// What the directories of a raw file say, as blocks for the picture that is kept of it.
pub(crate) fn blocks_of(exif: &Exif<'_>, limits: &Limits) -> Vec<embed::JpegBlock> {
    let block = |tag| exif.primary_bytes(tag).filter(|bytes| bytes.len() <= limits.max_metadata);
    let mut metadata = block(tag::XMP).map(|packet| xmp_read::read(packet, "")).unwrap_or_default();
    metadata.fill_from(block(tag::IPTC).map(|bytes| iptc::read(bytes, None).metadata).unwrap_or_default());
    metadata.fill_from(from_exif(exif, limits));
    embed::jpeg_blocks(&metadata, None)
}

/// Whether any words of a raw file's directories are longer than the limits allow.
pub(crate) fn are_too_long(exif: &Exif<'_>, limits: &Limits) -> bool {
    let blocks = [tag::XMP, tag::IPTC].into_iter().filter_map(|tag| exif.primary_bytes(tag));
    blocks.map(<[u8]>::len).chain([exif.longest_text()]).any(|bytes| bytes > limits.max_metadata)
}

fn from_exif(exif: &Exif<'_>, limits: &Limits) -> PhotoMetadata {
    let fits = |bytes: &&[u8]| bytes.len() <= limits.max_metadata;
    let read = |bytes: Option<&[u8]>| bytes.filter(fits).and_then(text::decode_guessing);
    let is_caption = |caption: &String| !NOT_CAPTIONS.iter().any(|stock| caption.starts_with(stock));
    PhotoMetadata {
        caption: read(exif.description()).filter(is_caption),
        creator: read(exif.artist()),
        copyright: read(exif.copyright()),
        date: exif.taken().map(|taken| taken.local + taken.offset.as_deref().unwrap_or_default()),
        ..PhotoMetadata::default()
    }
}

/// A JPEG without metadata, as a camera would have written it there.
#[cfg(test)]
pub(crate) fn with_position(jpeg: &[u8], position: Position) -> Vec<u8> {
    embed::into_jpeg(jpeg.to_vec(), &embed::jpeg_blocks(&PhotoMetadata::default(), Some(position))).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{
        encode::{JpegMode, Quality, encode_jpeg, encode_webp},
        fixtures::{self, ExifBuilder, full_metadata},
        probe::probe,
    };

    #[test]
    fn vietnamese_and_russian_come_back_from_both_formats() {
        let scene = fixtures::scene(40, 30);
        for metadata in [full_metadata("Trịnh Văn An"), full_metadata("Тринь Ван Ань"), full_metadata("郑文安 <&> \"'")]
        {
            let jpeg = encode_jpeg(&scene, Quality::new(80), JpegMode::Baseline, Some(&metadata)).unwrap();
            assert_eq!(read_metadata(&jpeg).unwrap().metadata, metadata);
            assert_eq!(read_metadata(&jpeg).unwrap().coding, Some(TextCoding::Utf8));
            let webp = encode_webp(&scene, Quality::new(80), Some(&metadata)).unwrap();
            assert_eq!(read_metadata(&webp).unwrap().metadata, metadata);
        }
    }

    #[test]
    fn iptc_and_xmp_say_the_same() {
        let metadata = full_metadata("Тринь Ван Ань");
        let jpeg =
            encode_jpeg(&fixtures::scene(40, 30), Quality::new(80), JpegMode::Baseline, Some(&metadata)).unwrap();
        let container = Container::read(&jpeg, &Limits::default()).unwrap();
        let xmp = xmp_read::read(container.xmp.as_deref().unwrap(), "");
        let iptc = iptc::read(container.iptc.as_deref().unwrap(), None).metadata;
        let xmp_of_what_iptc_has = PhotoMetadata {
            persons: Vec::new(),
            alt: None,
            extended_description: None,
            web_statement: None,
            usage_terms: None,
            digital_source_type: None,
            ..xmp
        };
        assert_eq!(iptc, xmp_of_what_iptc_has);
    }

    #[test]
    fn exif_fills_what_is_open_but_stock_phrases_are_no_captions() {
        let exif = ExifBuilder {
            description: Some("SONY DSC".into()),
            artist: Some("Nguyen Van A".into()),
            ..ExifBuilder::camera()
        };
        let found = read_metadata(&fixtures::jpeg_with_exif(20, 20, &exif)).unwrap().metadata;
        assert_eq!(found.caption, None);
        assert_eq!(found.creator.as_deref(), Some("Nguyen Van A"));
        assert_eq!(found.date.as_deref(), Some("2026-03-14T09:26:53+07:00"));
    }

    #[test]
    fn huge_texts_are_cut_and_still_equal_in_both() {
        let long = "Đoàn đại biểu ".repeat(20_000);
        let metadata = PhotoMetadata { caption: Some(long), alt: Some("&".repeat(70_000)), ..full_metadata("An") };
        let jpeg = encode_jpeg(&fixtures::scene(8, 8), Quality::new(80), JpegMode::Baseline, Some(&metadata)).unwrap();
        let container = Container::read(&jpeg, &Limits::default()).unwrap();
        let xmp = xmp_read::read(container.xmp.as_deref().unwrap(), "");
        let iptc = iptc::read(container.iptc.as_deref().unwrap(), None).metadata;
        assert!(xmp.caption.as_ref().is_some_and(|caption| caption.len() > 1_000));
        assert_eq!(xmp.caption, iptc.caption);
        assert!(probe(&jpeg).is_ok());
    }

    #[test]
    fn a_picture_without_words_has_none() {
        assert!(read_metadata(&fixtures::jpeg(&fixtures::scene(20, 20))).unwrap().metadata.is_empty());
    }
}
