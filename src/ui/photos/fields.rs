//! From field to field: a caption, its credit, its alternative text, and on to the next photo.

use egui::Response;

use crate::report::{Photo, PhotoId};
use crate::ui::photos::FocusWish;
use crate::ui::text::PaneKey;
use crate::ui::view::View;

/// The texts of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Caption,
    Credit,
    Alt,
}

/// The photos beside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    pub before: Option<(PhotoId, Field)>,
    pub after: Option<PhotoId>,
}

impl Around {
    /// The neighbours of the photo at a place.
    pub(super) fn of(photos: &[std::sync::Arc<Photo>], place: usize) -> Self {
        let before = place.checked_sub(1).and_then(|before| photos.get(before));
        Self {
            before: before.map(|photo| (photo.id, last_field(photo))),
            after: photos.get(place + 1).map(|photo| photo.id),
        }
    }

    /// Whether Tab in a field leads to another of these: from the last one it goes on as everywhere.
    pub(super) fn keeps_tab(&self, photo: &Photo, field: Field) -> bool {
        self.after.is_some() || field != last_field(photo)
    }

    /// Where the key leads that was pressed in this field, if one was.
    pub(super) fn led(&self, view: &View<'_>, response: &Response, photo: &Photo, field: Field) -> Option<FocusWish> {
        let key = response.has_focus().then(|| view.text.take_pane_key()).flatten()?;
        self.leads(key, photo, field)
    }

    fn leads(&self, key: PaneKey, photo: &Photo, field: Field) -> Option<FocusWish> {
        let own = |field| Some(FocusWish::Field(photo.id, field));
        let next = || self.after.map(|next| FocusWish::Field(next, Field::Caption));
        match (key, field) {
            (PaneKey::Enter, _) => next(),
            (PaneKey::Tab { back: false }, Field::Caption) => own(Field::Credit),
            (PaneKey::Tab { back: false }, field) if field == last_field(photo) => next(),
            (PaneKey::Tab { back: false }, _) => own(Field::Alt),
            (PaneKey::Tab { back: true }, Field::Alt) => own(Field::Credit),
            (PaneKey::Tab { back: true }, Field::Credit) => own(Field::Caption),
            (PaneKey::Tab { back: true }, Field::Caption) => {
                Some(self.before.map_or(FocusWish::Card(photo.id), |(photo, field)| FocusWish::Field(photo, field)))
            }
        }
    }
}

/// What adorns needs no alternative text.
fn last_field(photo: &Photo) -> Field {
    if photo.decorative { Field::Credit } else { Field::Alt }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::notation::{photo, state};

    #[test]
    fn tab_goes_through_the_texts_of_all_photos_and_back() {
        let (mut report, _) = state("p |one\nfig 1 a\nfig 2 b\nfig 3 c");
        report.photos[1] = Arc::new(Photo { decorative: true, ..Photo::clone(&report.photos[1]) });
        let walk = |mut at: (PhotoId, Field), back: bool| {
            let mut met = vec![(at.0.number(), at.1)];
            loop {
                let place = report.photos.iter().position(|photo| photo.id == at.0).unwrap();
                let around = Around::of(&report.photos, place);
                match around.leads(PaneKey::Tab { back }, &report.photos[place], at.1) {
                    Some(FocusWish::Field(photo, field)) => at = (photo, field),
                    _ => return met,
                }
                met.push((at.0.number(), at.1));
            }
        };
        use Field::{Alt, Caption, Credit};
        let all = [(1, Caption), (1, Credit), (1, Alt), (2, Caption), (2, Credit), (3, Caption), (3, Credit), (3, Alt)];
        assert_eq!(walk((photo(1), Caption), false), all);
        let back: Vec<_> = all.into_iter().rev().collect();
        assert_eq!(walk((photo(3), Alt), true), back);
    }

    #[test]
    fn enter_goes_to_the_next_caption_and_stays_at_the_last() {
        let (report, _) = state("p |one\nfig 1 a\nfig 2 b");
        let lead = |place: usize| {
            let around = Around::of(&report.photos, place);
            around.leads(PaneKey::Enter, &report.photos[place], Field::Caption)
        };
        assert_eq!(lead(0), Some(FocusWish::Field(photo(2), Field::Caption)));
        assert_eq!(lead(1), None);
    }
}
