//! A photo says what it shows to those who cannot see it, in other words than its caption.

use crate::check::Finding;
use crate::report::Photo;

pub(super) fn check(photo: &Photo, found: &mut Vec<Finding>) {
    if photo.decorative {
        return;
    }
    let (alt, caption) = (plain(photo.alt.as_str()), plain(photo.caption.as_str()));
    if alt.is_empty() {
        found.push(Finding::NoAlt(photo.id));
    } else if alt == caption {
        found.push(Finding::AltIsCaption(photo.id));
    }
}

/// The words alone: a stop at the end or a capital makes no other text.
fn plain(text: &str) -> String {
    text.trim().trim_end_matches(['.', '…', '!']).to_lowercase()
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
}
