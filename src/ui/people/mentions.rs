//! Where a participant is in the report: names in texts and captions, quotations, photos.

use std::ops::Range;

use egui::Ui;

use crate::edit::Selection;
use crate::report::{ParticipantId, PhotoId, Pos, Report, Slot, WordPlace};
use crate::ui::find::place_label;
use crate::ui::menu::separator_ui;
use crate::ui::view::{Request, View};
use crate::ui::widgets::MenuEntry;

/// A place where somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// Named in a text, at these bytes.
    Named(Slot, Range<usize>),
    /// Shown in a photo.
    Shown(PhotoId),
}

/// So many places stand in the menu.
const MOST: usize = 10;
/// So many letters are shown on either side of a name.
const AROUND: usize = 18;

/// The places, in the order of the report: texts, then photos.
fn places(report: &Report, id: ParticipantId) -> Vec<Place> {
    let slots = report.all_slots();
    let texts = slots.into_iter().filter_map(|slot| Some((slot, report.text(slot)?)));
    let named = texts.flat_map(|(slot, text)| {
        let own = text.people().filter(|(_, person)| *person == id);
        own.map(move |(range, _)| Place::Named(slot, range)).collect::<Vec<_>>()
    });
    let photos = report.photos.iter().filter(|photo| photo.people.contains(&id));
    named.chain(photos.map(|photo| Place::Shown(photo.id))).collect()
}

/// Draws an entry for each place, which leads there.
pub(super) fn mentions_ui(ui: &mut Ui, view: &View<'_>, id: ParticipantId) {
    let places = places(view.report(), id);
    separator_ui(ui, view.tokens);
    let note = |ui: &mut Ui, words: &str| {
        let _note = MenuEntry::new(words).enabled(false).show(ui, view.tokens);
    };
    if places.is_empty() {
        note(ui, &view.tr("names-nowhere"));
        return;
    }
    note(ui, &view.tr("names-where"));
    for place in places.iter().take(MOST) {
        let (words, hint) = said(view, place);
        if MenuEntry::new(&words).hint(&hint).show(ui, view.tokens).clicked() {
            go_to(view, place);
            ui.close();
        }
    }
    if let Some(more) = places.len().checked_sub(MOST).filter(|more| *more > 0) {
        note(ui, &view.locale.tr_with("names-more-places", &[("count", more.into())]));
    }
}

/// The words around a name and the kind of place, or the photo and its number.
fn said(view: &View<'_>, place: &Place) -> (String, String) {
    match place {
        Place::Named(slot, range) => {
            let text = view.report().text(*slot).map_or("", |text| text.as_str());
            (excerpt(text, range), view.tr(place_label(WordPlace::Text(*slot))))
        }
        Place::Shown(photo) => {
            let number = view.report().photos.iter().position(|other| other.id == *photo).map_or(0, |place| place + 1);
            let card = view.locale.tr_with("photos-card", &[("number", number.into())]);
            (view.tr("names-in-picture"), card)
        }
    }
}

fn excerpt(text: &str, range: &Range<usize>) -> String {
    let (before, after) = (text.get(..range.start).unwrap_or(""), text.get(range.end..).unwrap_or(""));
    let start = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (open, close) = (if start > 0 { "…" } else { "" }, if end < after.len() { "…" } else { "" });
    format!("{open}{}{}{}{close}", before[start..].trim_start(), &text[range.clone()], after[..end].trim_end())
}

fn go_to(view: &View<'_>, place: &Place) {
    match place {
        Place::Named(slot, range) => {
            let selection = Selection::new(Pos::new(*slot, range.start), Pos::new(*slot, range.end));
            if let Slot::Caption(photo) | Slot::Credit(photo) | Slot::Alt(photo) = slot {
                view.ask(Request::ChoosePhoto(Some(*photo)));
            }
            let is_on_page = view.report().reading_rank(*slot).is_some();
            view.ask(if is_on_page { Request::Reveal(selection) } else { Request::Show(selection) });
        }
        Place::Shown(photo) => view.ask(Request::ChoosePhoto(Some(*photo))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{person, state};

    #[test]
    fn everywhere_that_somebody_is_comes_in_order() {
        let (mut report, _) = state("p |[1:Anna] met\nquote words ~ [1:Anna]\nfig 1 [1:Anna]");
        let mut photo = crate::report::Photo::clone(&report.photos[0]);
        photo.people = vec![person(1)].into();
        report.photos[0] = std::sync::Arc::new(photo);
        let kinds: Vec<_> = places(&report, person(1))
            .into_iter()
            .map(|place| match place {
                Place::Named(Slot::Block(_), _) => "text",
                Place::Named(Slot::Speaker(_), _) => "speaker",
                Place::Named(Slot::Caption(_), _) => "caption",
                Place::Named(..) => "other",
                Place::Shown(_) => "photo",
            })
            .collect();
        assert_eq!(kinds, ["text", "speaker", "caption", "photo"]);
        assert!(places(&report, person(2)).is_empty());
    }

    #[test]
    fn a_name_is_shown_with_the_words_around_it() {
        let text = "The meeting of the autumn was opened by Anna in the old trading house.";
        let at = text.find("Anna").expect("she is there");
        assert_eq!(excerpt(text, &(at..at + 4)), "…tumn was opened by Anna in the old tradin…");
        assert_eq!(excerpt("Anna", &(0..4)), "Anna");
    }
}
