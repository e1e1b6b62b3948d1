//! A picture's bytes into a photo: what it is, what it says of itself, and its small picture.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::import::PictureProblem;
use crate::photo::{Limits, PhotoFormat, PhotoMetadata, TakenAt, probe, read_metadata, thumbnail_jpeg};
use crate::report::{Original, Participant, Photo, PhotoHash, PhotoId, PictureFormat, RichText, SizePx};

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
}

/// The hash that names these bytes.
pub fn hash_of(bytes: &[u8]) -> PhotoHash {
    PhotoHash::from_bytes(Sha256::digest(bytes).into())
}

/// Examines the bytes of a picture: header, metadata, and one decode for the small picture.
///
/// # Errors
/// [`PictureProblem`]; the bytes are no picture, damaged, too large, or of a kind that a report does not keep.
pub fn examine(bytes: &[u8], file_name: &str) -> Result<Picture, PictureProblem> {
    let probed = probe(bytes)?;
    let format = kept_format(probed.format)?;
    let metadata = read_metadata(bytes)?.metadata;
    let taken = probed.taken.as_ref().map(written).or_else(|| metadata.date.clone());
    let original = Original {
        hash: hash_of(bytes),
        format,
        file_name: file_name.into(),
        size_px: SizePx { width: probed.width, height: probed.height },
        taken: taken.map(Arc::from),
    };
    let thumbnail = thumbnail_jpeg(bytes, &Limits::default())?;
    Ok(Picture { original, metadata, thumbnail, truncated: probed.truncated })
}

impl Picture {
    /// The photo, with the caption, credit, alternative text and place that the file has, and those of the participants
    /// whom it names.
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
        let named = metadata.persons.iter().filter_map(|name| {
            let found = participants.iter().find(|participant| participant.name.as_ref() == name.trim());
            found.map(|participant| participant.id)
        });
        photo.people = named.collect();
        photo
    }
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
        assert_eq!(photo.people, [chair.id]);
    }
}
