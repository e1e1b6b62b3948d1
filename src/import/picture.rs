//! A picture's bytes into a photo: what it is, what it says of itself, and its small picture.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::import::PictureProblem;
use crate::language::fold::fold;
use crate::photo::{
    EmbeddedMetadata, Limits, PhotoFormat, PhotoMetadata, Reading, TakenAt, TextCoding, breaks_off, keepable,
    negative_says_too_much, possible_codings, probe, read_metadata_as, thumbnail_jpeg,
};
use crate::report::{Original, Participant, ParticipantId, Photo, PhotoHash, PhotoId, PictureFormat, RichText, SizePx};

/// A picture that can become a photo of a report. Its own bytes are not here: whoever read them keeps them or reads them again.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What is known of the file.
    pub original: Original,
    /// What the file says of its picture.
    pub metadata: PhotoMetadata,
    /// The small picture, a JPEG.
    pub thumbnail: Vec<u8>,
    /// Whether the end of the file is missing.
    pub truncated: bool,
    /// Whether what the file says is so long that some of it was not read.
    pub words_too_long: bool,
    /// Whether a file beside it says so much that it was not read; who reads files sets it.
    pub sidecar_too_long: bool,
    /// Whether the file tells where it was taken.
    pub has_position: bool,
    /// How the IPTC texts were read, where there are any.
    pub coding: Option<TextCoding>,
    /// Whether the file declares that coding itself.
    pub coding_is_declared: bool,
    /// Whether any of the words are from IPTC alone.
    pub uses_iptc: bool,
}

/// The hash that names these bytes.
pub fn hash_of(bytes: &[u8]) -> PhotoHash {
    PhotoHash::from_bytes(Sha256::digest(bytes).into())
}

/// Takes a file in: the bytes that a report keeps of it, and what they are. Most files are kept byte for byte; of RAW, HEIC, AVIF and
/// BMP files an ordinary picture is ([`keepable`]).
///
/// # Errors
/// [`PictureProblem`]; the bytes are no picture, damaged, too large, or of a kind that cannot be read here.
pub fn take_in(
    bytes: Arc<[u8]>,
    file_name: &str,
    reading: &Reading<'_>,
) -> Result<(Arc<[u8]>, Picture), PictureProblem> {
    let Some(kept) = keepable(&bytes)? else {
        let picture = examine_as(&bytes, file_name, reading)?;
        return Ok((bytes, picture));
    };
    let mut picture = examine_as(&kept, file_name, reading)?;
    // What is kept has an end, which the file may not have had.
    picture.truncated |= breaks_off(&bytes);
    picture.words_too_long |= negative_says_too_much(&bytes);
    Ok((kept.into(), picture))
}

/// Examines the bytes of a picture that a report can keep as they are: header, metadata, and one decode for the small picture.
///
/// # Errors
/// [`PictureProblem`]; the bytes are no picture, damaged, too large, or of a kind that a report does not keep.
pub fn examine(bytes: &[u8], file_name: &str) -> Result<Picture, PictureProblem> {
    examine_as(bytes, file_name, &Reading::default())
}

/// As [`examine`], with the metadata read in a given way: in a coding that the reporter chose, in the report's language.
///
/// # Errors
/// As [`examine`].
pub fn examine_as(bytes: &[u8], file_name: &str, reading: &Reading<'_>) -> Result<Picture, PictureProblem> {
    let probed = probe(bytes)?;
    let format = kept_format(probed.format)?;
    let EmbeddedMetadata { metadata, coding, declared, uses_iptc } = said(bytes, file_name, reading)?;
    let taken = probed.taken.as_ref().map(written).or_else(|| metadata.date.clone());
    let original = Original {
        hash: hash_of(bytes),
        format,
        file_name: file_name.into(),
        size_px: SizePx { width: probed.width, height: probed.height },
        taken: taken.map(Arc::from),
    };
    let thumbnail = thumbnail_jpeg(bytes, &Limits::default())?;
    Ok(Picture {
        original,
        metadata,
        thumbnail,
        truncated: probed.truncated,
        words_too_long: probed.words_too_long,
        sidecar_too_long: false,
        has_position: probed.has_gps,
        coding,
        coding_is_declared: declared,
        uses_iptc,
    })
}

/// What a file says in each coding in which its IPTC texts can be read, in the order in which codings are offered. Nothing where it has
/// no such texts, or only ASCII, which is the same in all.
///
/// # Errors
/// As [`examine`].
pub fn in_all_codings(
    bytes: &[u8],
    file_name: &str,
    language: &str,
) -> Result<Vec<(TextCoding, PhotoMetadata)>, PictureProblem> {
    let as_coded = |coding| {
        let reading = Reading { coding: Some(coding), language, sidecar: None };
        Ok((coding, said(bytes, file_name, &reading)?.metadata))
    };
    possible_codings(bytes)?.into_iter().map(as_coded).collect()
}

/// What a file says, but for what are no words of a person.
fn said(bytes: &[u8], file_name: &str, reading: &Reading<'_>) -> Result<EmbeddedMetadata, PictureProblem> {
    let mut embedded = read_metadata_as(bytes, reading)?;
    let metadata = &mut embedded.metadata;
    // Some programs put the name of the file where words should stand.
    for text in [&mut metadata.alt, &mut metadata.caption, &mut metadata.headline] {
        text.take_if(|text| is_file_name(text, file_name));
    }
    Ok(embedded)
}

/// Whether a text is the name of the file, or one such as cameras give.
fn is_file_name(text: &str, file_name: &str) -> bool {
    const ENDINGS: [&str; 10] = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "gif", "heic", "nef", "cr2"];
    let text = text.trim();
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    if stem(text) == stem(file_name) {
        return true;
    }
    let ending = text.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let ends_so = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
    // IMG_4011, DSC01234, _MG_0012
    let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
    let before = text.get(..text.len() - digits).unwrap_or_default();
    let from_a_camera = digits >= 4
        && (3..=5).contains(&before.len())
        && before.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        && before.chars().any(|c| c.is_ascii_uppercase());
    !text.contains(char::is_whitespace) && (ends_so || from_a_camera)
}

impl Picture {
    /// The coding in which words of it were read where that is only a guess: an old one that the file does not declare.
    pub fn guessed_coding(&self) -> Option<TextCoding> {
        let is_guess = |coding: &TextCoding| *coding != TextCoding::Utf8 && !self.coding_is_declared && self.uses_iptc;
        self.coding.filter(is_guess)
    }

    /// The photo, with all that the file says: caption (failing that the headline), credit, alternative text, place, town, country,
    /// author and rights, and those of the participants whom it names, by any form of their name. A pure function: to read again what a
    /// file says, examine its bytes again ([`examine_as`]) and take of this photo the fields that are wanted.
    pub fn photo(&self, id: PhotoId, participants: &[Arc<Participant>]) -> Photo {
        let metadata = &self.metadata;
        let text =
            |value: &Option<String>| value.as_deref().map(|value| RichText::plain(value.trim())).unwrap_or_default();
        let mut photo = Photo::new(id, self.original.clone());
        photo.caption = text(if metadata.caption.is_some() { &metadata.caption } else { &metadata.headline });
        photo.credit = RichText::plain(&credit(metadata));
        photo.alt = text(&metadata.alt);
        let line = |value: &Option<String>| value.as_deref().map(str::trim).unwrap_or_default().into();
        photo.city = line(&metadata.city);
        photo.country = line(&metadata.country);
        photo.creator = line(&metadata.creator);
        photo.copyright = line(&metadata.copyright);
        photo.place = line(&metadata.location);
        let mut people = Vec::new();
        for id in metadata.persons.iter().filter_map(|name| participant_named(name, participants)) {
            if !people.contains(&id) {
                people.push(id);
            }
        }
        photo.people = people.into();
        photo
    }
}

/// The participant with a name: written exactly so, else without regard to case and marks where that is one alone.
fn participant_named(name: &str, participants: &[Arc<Participant>]) -> Option<ParticipantId> {
    let name = name.trim();
    if let Some(exact) = participants.iter().find(|participant| participant.forms().iter().any(|form| form == name)) {
        return Some(exact.id);
    }
    let folded = fold(name);
    if folded.is_empty() {
        return None;
    }
    let mut alike =
        participants.iter().filter(|participant| participant.forms().iter().any(|form| fold(form) == folded));
    // Two names that differ in tones alone are two people.
    alike.next().filter(|_| alike.next().is_none()).map(|participant| participant.id)
}

fn kept_format(format: PhotoFormat) -> Result<PictureFormat, PictureProblem> {
    match format {
        PhotoFormat::Jpeg => Ok(PictureFormat::Jpeg),
        PhotoFormat::Png => Ok(PictureFormat::Png),
        PhotoFormat::Webp => Ok(PictureFormat::Webp),
        PhotoFormat::Gif => Ok(PictureFormat::Gif),
        PhotoFormat::Tiff => Ok(PictureFormat::Tiff),
        PhotoFormat::Bmp => Err(PictureProblem::NotKept { format: "BMP" }),
    }
}

fn written(taken: &TakenAt) -> String {
    format!("{}{}", taken.local, taken.offset.as_deref().unwrap_or_default())
}

/// "Creator / Credit", of what there is and without saying one name twice.
fn credit(metadata: &PhotoMetadata) -> String {
    match (metadata.creator.as_deref().map(str::trim), metadata.credit.as_deref().map(str::trim)) {
        (Some(creator), Some(credit)) if credit.contains(creator) => credit.to_owned(),
        (Some(creator), Some(credit)) if creator.contains(credit) => creator.to_owned(),
        (Some(creator), Some(credit)) => format!("{creator} / {credit}"),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::png;
    use crate::report::IdSource;

    #[test]
    fn a_picture_is_described_by_its_bytes_and_not_by_its_name() {
        let picture = examine(&png(3), "hall.jpg").unwrap();
        assert_eq!(picture.original.format, PictureFormat::Png);
        assert_eq!(picture.original.file_name.as_ref(), "hall.jpg");
        assert!(picture.thumbnail.starts_with(b"\xFF\xD8"));
        assert!(examine(b"<html>", "hall.jpg").is_err());
    }

    #[test]
    fn what_the_file_says_comes_along() {
        let mut ids = IdSource::from_seed(1);
        let mut picture = examine(&png(3), "hall.png").unwrap();
        picture.metadata = PhotoMetadata {
            headline: Some("The hall".to_owned()),
            creator: Some("Lê Thị Hoa".to_owned()),
            credit: Some("Báo Bắc Ninh".to_owned()),
            city: Some("Bắc Ninh".to_owned()),
            persons: vec!["Trịnh Văn Anh".to_owned(), "Somebody".to_owned()],
            ..PhotoMetadata::default()
        };
        let chair = Arc::new(Participant::named(ids.participant(), "Trịnh Văn Anh"));
        let photo = picture.photo(ids.photo(), std::slice::from_ref(&chair));
        assert_eq!(photo.caption.as_str(), "The hall");
        assert_eq!(photo.credit.as_str(), "Lê Thị Hoa / Báo Bắc Ninh");
        assert_eq!((photo.city.as_ref(), photo.creator.as_ref()), ("Bắc Ninh", "Lê Thị Hoa"));
        assert_eq!(photo.people, vec![chair.id].into());
    }

    #[test]
    fn people_are_known_by_their_other_forms_but_never_by_half() {
        let mut ids = IdSource::from_seed(1);
        let mut person = |name: &str, short: &str| {
            let mut person = Participant::named(ids.participant(), name);
            person.short_name = short.into();
            Arc::new(person)
        };
        let people = [
            person("Trịnh Văn Anh", "ông Anh"),
            person("Lê Hoa", ""),
            person("Lê Hòa", ""),
            person("Фёдоров Пётр", ""),
        ];
        let known = |name| participant_named(name, &people);
        assert_eq!(known("trinh van anh"), Some(people[0].id));
        assert_eq!(known("Ông Anh"), Some(people[0].id));
        assert_eq!(known("Lê Hòa "), Some(people[2].id));
        assert_eq!(known("ФЕДОРОВ ПЕТР"), Some(people[3].id));
        assert_eq!([known("le hoa"), known("Anh"), known(" ")], [None; 3]);
    }

    #[test]
    fn the_name_of_a_file_is_neither_caption_nor_alternative_text() {
        for text in ["hall.png", "Hall", "IMG_4011", "DSC01234", "_MG_0012.CR2", "x-1.JPG"] {
            assert!(is_file_name(text, "hall.png"), "{text}");
        }
        for text in ["The hall", "1986", "Зал", "APEC 2017", "Hall of 12 columns.", "SEA Games"] {
            assert!(!is_file_name(text, "IMG_1.png"), "{text}");
        }
    }

    #[test]
    fn what_a_report_cannot_keep_is_taken_in_as_what_it_can() {
        let mut bmp = std::io::Cursor::new(Vec::new());
        image::load_from_memory(&png(3)).unwrap().write_to(&mut bmp, image::ImageFormat::Bmp).unwrap();
        let bmp = bmp.into_inner();
        assert!(examine(&bmp, "a.bmp").is_err());
        let (_, cut) = take_in(bmp[..bmp.len() - 9].into(), "a.bmp", &Reading::default()).unwrap();
        assert!(cut.truncated);
        let (kept, picture) = take_in(bmp.into(), "a.bmp", &Reading::default()).unwrap();
        assert_eq!((picture.original.format, picture.original.hash), (PictureFormat::Png, hash_of(&kept)));
        assert!(!picture.truncated);
        let (kept, _) = take_in(png(3).into(), "a.png", &Reading::default()).unwrap();
        assert_eq!(kept.as_ref(), png(3));
    }
}
