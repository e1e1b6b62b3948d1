//! From field to field: a caption, its credit, its alternative text, and on to the next photo.

use egui::Response;

use crate::report::{Photo, PhotoId};
use crate::ui::photos::FocusWish;
use crate::ui::text::PaneKey;
use crate::ui::view::View;

/// The texts of a photo, and what stands between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Caption,
    /// No text: who is in the picture.
    People,
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
        self.leads(key, photo, field, view.read_only)
    }

    fn leads(&self, key: PaneKey, photo: &Photo, field: Field, read_only: bool) -> Option<FocusWish> {
        let own = |field| Some(FocusWish::Field(photo.id, field));
        let next = || self.after.map(|next| FocusWish::Field(next, Field::Caption));
        match (key, field) {
            (PaneKey::Enter, _) => next(),
            // Captions are written one after another: forth it goes past the people, back it comes to them.
            (PaneKey::Tab { back: false }, Field::Caption | Field::People) => own(Field::Credit),
            (PaneKey::Tab { back: false }, field) if field == last_field(photo) => next(),
            (PaneKey::Tab { back: false }, _) => own(Field::Alt),
            (PaneKey::Tab { back: true }, Field::Alt) => own(Field::Credit),
            (PaneKey::Tab { back: true }, Field::Credit) if !read_only => own(Field::People),
            (PaneKey::Tab { back: true }, Field::Credit | Field::People) => own(Field::Caption),
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
        let walk = |mut at: (PhotoId, Field), back: bool, read_only: bool| {
            let mut met = vec![(at.0.number(), at.1)];
            loop {
                let place = report.photos.iter().position(|photo| photo.id == at.0).unwrap();
                let around = Around::of(&report.photos, place);
                match around.leads(PaneKey::Tab { back }, &report.photos[place], at.1, read_only) {
                    Some(FocusWish::Field(photo, field)) => at = (photo, field),
                    _ => return met,
                }
                met.push((at.0.number(), at.1));
            }
        };
        use Field::{Alt, Caption, Credit, People};
        let whole = |number: u64| [(number, Caption), (number, People), (number, Credit), (number, Alt)];
        let all: Vec<_> = (1..4).flat_map(whole).filter(|field| *field != (2, Alt)).collect();
        let texts: Vec<_> = all.iter().copied().filter(|(_, field)| *field != People).collect();
        assert_eq!(walk((photo(1), Caption), false, false), texts);
        assert_eq!(walk((photo(3), Alt), true, false), all.into_iter().rev().collect::<Vec<_>>());
        // What must stay as it is has no field for people.
        assert_eq!(walk((photo(3), Alt), true, true), texts.into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn enter_goes_to_the_next_caption_and_stays_at_the_last() {
        let (report, _) = state("p |one\nfig 1 a\nfig 2 b");
        let lead = |place: usize| {
            let around = Around::of(&report.photos, place);
            around.leads(PaneKey::Enter, &report.photos[place], Field::Caption, false)
        };
        assert_eq!(lead(0), Some(FocusWish::Field(photo(2), Field::Caption)));
        assert_eq!(lead(1), None);
    }
}
