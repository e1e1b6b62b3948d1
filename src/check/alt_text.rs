//! A photo says what it shows to those who cannot see it, in other words than its caption and its file name.

use crate::check::Finding;
use crate::report::Photo;

/// What is wrong with an alternative text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AltFault {
    /// There is none, though the photo is not marked as decorative.
    None,
    /// It says what the caption says already.
    IsCaption,
    /// It is the name of a file.
    IsFileName,
}

/// What is wrong with a photo's alternative text, if anything is.
pub fn fault(photo: &Photo) -> Option<AltFault> {
    if photo.decorative {
        return None;
    }
    let (alt, caption) = (plain(photo.alt.as_str()), plain(photo.caption.as_str()));
    if alt.is_empty() {
        Some(AltFault::None)
    } else if alt == caption {
        Some(AltFault::IsCaption)
    } else {
        is_file_name(&alt, &photo.file_name.to_lowercase()).then_some(AltFault::IsFileName)
    }
}

pub(super) fn check(photo: &Photo, found: &mut Vec<Finding>) {
    found.extend(fault(photo).map(|fault| match fault {
        AltFault::None => Finding::NoAlt(photo.id),
        AltFault::IsCaption => Finding::AltIsCaption(photo.id),
        AltFault::IsFileName => Finding::AltIsFileName(photo.id),
    }));
}

/// The words alone: a stop at the end or a capital makes no other text.
fn plain(text: &str) -> String {
    text.trim().trim_end_matches(['.', '…', '!']).to_lowercase()
}

/// Whether a text is a file's name: that of the photo itself, anything that ends like a picture, or what cameras and telephones
/// call their pictures (`IMG_1234`, `DSC00017`, `PXL_20251226_093000`, `Screenshot 2025…`).
fn is_file_name(text: &str, own: &str) -> bool {
    const ENDINGS: [&str; 12] =
        [".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".avif", ".bmp", ".dng"];
    const OF_CAMERAS: [&str; 17] = [
        "img", "dsc", "dscn", "dscf", "dcim", "pxl", "mvi", "gopr", "dji", "sam", "cimg", "pict", "vid", "wp", "mg",
        "photo", "image",
    ];
    let stem = own.rsplit_once('.').map_or(own, |(stem, _)| stem);
    if !own.is_empty() && (text == own || text == stem) || ENDINGS.iter().any(|ending| text.ends_with(ending)) {
        return true;
    }
    // A sentence has words; a name has letters at the start and then numbers alone.
    let name = text.trim_start_matches('_');
    let letters = name.find(|character: char| !character.is_alphabetic()).unwrap_or(name.len());
    let (word, number) = name.split_at(letters);
    let is_number = number.chars().any(|character| character.is_ascii_digit())
        && number
            .chars()
            .all(|character| character.is_ascii_digit() || matches!(character, '_' | '-' | '~' | '(' | ')' | ' '));
    is_number && (OF_CAMERAS.contains(&word) || word.is_empty() && number.len() >= 6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};

    fn found(alt: &str, decorative: bool) -> Vec<Finding> {
        let (report, _) = state("p |one\nfig 1 The hall is full.");
        let mut changed = Photo::clone(report.photo(photo(1)).unwrap());
        changed.alt = alt.into();
        changed.decorative = decorative;
        changed.file_name = "Зал_заседаний.JPG".into();
        let mut found = Vec::new();
        check(&changed, &mut found);
        found
    }

    #[test]
    fn a_caption_said_twice_is_found_whatever_its_stop() {
        assert_eq!(found("the hall is full", false), [Finding::AltIsCaption(photo(1))]);
        assert_eq!(found("Rows of people under a blue banner", false), []);
    }

    #[test]
    fn a_decorative_photo_needs_no_alternative_text() {
        assert_eq!(found("  ", false), [Finding::NoAlt(photo(1))]);
        assert_eq!(found("", true), []);
    }

    #[test]
    fn the_name_of_a_file_says_nothing_of_a_picture() {
        for name in [
            "Зал_заседаний.JPG",
            "зал_заседаний",
            "IMG_1234",
            "_DSC0017.",
            "DSCF 2041",
            "PXL_20251226_093000",
            "20251226_093000",
            "delegates.webp",
        ] {
            assert_eq!(found(name, false), [Finding::AltIsFileName(photo(1))], "{name}");
        }
        for words in ["Photo of 12 delegates", "2025", "Trịnh Văn An, 54", "Image of the river in 1999"] {
            assert_eq!(found(words, false), [], "{words}");
        }
    }
}
