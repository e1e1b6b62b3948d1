//! Photos of the report.

use std::sync::Arc;

use crate::edit::ops::place_after_removal;
use crate::edit::ops::text::keep_a_place_to_write;
use crate::edit::{Change, EditKind, Field, Selection, Transaction, movement};
use crate::report::{IdSource, Photo, PhotoId, Report};

/// Adds photos before the one at a place (`None`: at the end). Pictures that the report has already are left out.
pub fn add(report: &Report, photos: Vec<Photo>, place: Option<usize>) -> Option<Transaction> {
    let place = place.unwrap_or(report.photos.len()).min(report.photos.len());
    let mut new: Vec<Arc<Photo>> = Vec::new();
    for photo in photos {
        let known = report.photos.iter().chain(&new).any(|other| other.hash == photo.hash || other.id == photo.id);
        if !known {
            new.push(Arc::new(photo));
        }
    }
    let mut change = Change::new(report);
    change.photos(place..place, new);
    change.finish(EditKind::Other, None)
}

/// Removes a photo from the report, and its figure from the text. A caret in its texts goes on behind the figure.
pub fn remove(report: &Report, selection: Selection, photo: PhotoId, ids: &mut IdSource) -> Option<Transaction> {
    let place = report.photos.iter().position(|other| other.id == photo)?;
    let mut change = Change::new(report);
    let mut after = None;
    if let Some(figure) = report.body.figure_of(photo) {
        change.blocks(figure..figure + 1, Vec::new());
        let at = place_after_removal(change.report(), figure);
        after = Some(keep_a_place_to_write(&mut change, at, ids));
    }
    change.photos(place..place + 1, Vec::new());
    let loses_caret = change.report().text(selection.slot()).is_none();
    let after = after.unwrap_or_else(|| movement::start_of_writing(report));
    change.finish(EditKind::Other, loses_caret.then_some(Selection::caret(after)))
}

/// Moves a photo in the list, before the one that stands at `place` now.
pub fn shift(report: &Report, photo: PhotoId, place: usize) -> Option<Transaction> {
    let old = report.photos.iter().position(|other| other.id == photo)?;
    let mut change = Change::new(report);
    let (range, moved) = super::people::moved(&report.photos, old, place)?;
    change.photos(range, moved);
    change.finish(EditKind::Other, None)
}

/// Changes what is set of a photo besides its texts.
pub fn update(report: &Report, photo: PhotoId, set: impl FnOnce(&mut Photo)) -> Option<Transaction> {
    let place = report.photos.iter().position(|other| other.id == photo)?;
    let mut changed = Photo::clone(report.photos.get(place)?);
    set(&mut changed);
    let mut change = Change::new(report);
    change.photos(place..place + 1, vec![Arc::new(changed)]);
    change.finish(EditKind::Field(Field::Photo(photo)), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, photo};

    #[test]
    fn removing_a_photo_takes_its_figure_along() {
        check("p o|ne\nfig 1 cap", |report, selection, ids| remove(report, selection, photo(1), ids), "p o|ne");
    }

    #[test]
    fn a_caption_with_the_caret_goes_with_its_photo() {
        check(
            "p one\nfig 1 c|ap\np two",
            |report, selection, ids| remove(report, selection, photo(1), ids),
            "p one\np |two",
        );
    }
}
