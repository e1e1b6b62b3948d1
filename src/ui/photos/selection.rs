//! Which photos are chosen: one that commands are about, and others with it.

use std::collections::BTreeSet;

use egui::Modifiers;

use crate::report::{PhotoId, Report};
use crate::ui::view::{Request, View};

/// How a photo is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// It alone.
    Only,
    /// It as well, or no longer.
    Toggle,
    /// All from the one that was chosen first up to it.
    Range,
}

impl Pick {
    /// As a click with these keys means it.
    pub(super) fn of(modifiers: Modifiers) -> Self {
        if modifiers.shift {
            Self::Range
        } else if modifiers.command {
            Self::Toggle
        } else {
            Self::Only
        }
    }
}

/// The photos that are chosen together. The one that commands are about is the app's; it counts here as long as it is among them.
#[derive(Debug, Default)]
pub(super) struct Selection {
    together: BTreeSet<PhotoId>,
    anchor: Option<PhotoId>,
}

impl Selection {
    /// Something else was chosen elsewhere: those chosen here are no longer.
    pub(super) fn follow(&mut self, chosen: Option<PhotoId>) {
        if chosen.is_none_or(|chosen| !self.together.contains(&chosen)) {
            self.together.clear();
            self.anchor = None;
        }
    }

    /// The chosen photos in their order.
    pub(super) fn photos(&self, report: &Report, chosen: Option<PhotoId>) -> Vec<PhotoId> {
        let is_together = chosen.is_some_and(|chosen| self.together.contains(&chosen));
        let is_chosen = |photo: PhotoId| Some(photo) == chosen || is_together && self.together.contains(&photo);
        report.photos.iter().map(|photo| photo.id).filter(|photo| is_chosen(*photo)).collect()
    }

    /// Chooses a photo, alone or with others.
    pub(super) fn pick(&mut self, view: &View<'_>, photo: PhotoId, pick: Pick) {
        let chosen = self.picked(view.report(), view.chosen.photo, photo, pick);
        if chosen != view.chosen.photo {
            view.ask(Request::ChoosePhoto(chosen));
        }
    }

    /// Chooses all photos.
    pub(super) fn pick_all(&mut self, view: &View<'_>) {
        self.together = view.report().photos.iter().map(|photo| photo.id).collect();
        self.anchor = view.report().photos.first().map(|photo| photo.id);
        if view.chosen.photo.is_none() {
            view.ask(Request::ChoosePhoto(self.anchor));
        }
    }

    /// Takes the choice in and gives the photo that commands are about then.
    fn picked(&mut self, report: &Report, chosen: Option<PhotoId>, photo: PhotoId, pick: Pick) -> Option<PhotoId> {
        match pick {
            Pick::Only => {
                self.together.clear();
                self.anchor = Some(photo);
                Some(photo)
            }
            Pick::Toggle => {
                self.together.extend(chosen);
                self.anchor = Some(photo);
                if !self.together.remove(&photo) {
                    self.together.insert(photo);
                    return Some(photo);
                }
                if chosen == Some(photo) { self.together.iter().next().copied() } else { chosen }
            }
            Pick::Range => {
                let anchor = *self.anchor.get_or_insert(chosen.unwrap_or(photo));
                let place = |id: PhotoId| report.photos.iter().position(|other| other.id == id);
                let (from, to) = (place(anchor).unwrap_or(0), place(photo)?);
                let range = report.photos.get(from.min(to)..=from.max(to)).unwrap_or_default();
                self.together = range.iter().map(|photo| photo.id).collect();
                Some(photo)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};

    #[test]
    fn photos_are_chosen_as_files_are() {
        let (report, _) = state("p |one\nfig 1 a\nfig 2 b\nfig 3 c\nfig 4 d");
        let mut selection = Selection::default();
        let mut chosen = None;
        let mut expect = |number: u8, pick: Pick, together: &[u8], about: Option<u8>| {
            chosen = selection.picked(&report, chosen, photo(number), pick);
            selection.follow(chosen);
            assert_eq!(selection.photos(&report, chosen), together.iter().map(|id| photo(*id)).collect::<Vec<_>>());
            assert_eq!(chosen, about.map(photo), "{pick:?} {number}");
        };
        expect(2, Pick::Only, &[2], Some(2));
        expect(4, Pick::Range, &[2, 3, 4], Some(4));
        expect(1, Pick::Range, &[1, 2], Some(1));
        expect(4, Pick::Toggle, &[1, 2, 4], Some(4));
        expect(4, Pick::Toggle, &[1, 2], Some(1));
        expect(3, Pick::Only, &[3], Some(3));
        expect(1, Pick::Toggle, &[1, 3], Some(1));
        expect(3, Pick::Toggle, &[1], Some(1));
    }

    #[test]
    fn what_is_chosen_elsewhere_is_alone() {
        let (report, _) = state("p |one\nfig 1 a\nfig 2 b\nfig 3 c");
        let mut selection = Selection::default();
        let chosen = selection.picked(&report, Some(photo(1)), photo(2), Pick::Toggle);
        assert_eq!(selection.photos(&report, chosen).len(), 2);
        selection.follow(Some(photo(3)));
        assert_eq!(selection.photos(&report, Some(photo(3))), [photo(3)]);
    }
}
