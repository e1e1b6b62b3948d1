//! Photos of the report.

use std::sync::Arc;

use crate::edit::ops::blocks::insert_figure;
use crate::edit::ops::place_after_removal;
use crate::edit::ops::text::keep_a_place_to_write;
use crate::edit::{Change, EditKind, Editor, Field, Selection, Transaction, movement};
use crate::report::{Details, IdSource, Original, Photo, PhotoId, Report, RichText, file_name_key};

/// Adds photos before the one at a place (`None`: at the end). Pictures that the report has already are left out.
pub fn add(report: &Report, photos: Vec<Photo>, place: Option<usize>) -> Option<Transaction> {
    let place = place.unwrap_or(report.photos.len()).min(report.photos.len());
    let mut change = Change::new(report);
    change.photos(place..place, new_ones(report, photos));
    change.finish(EditKind::Other, None)
}

/// Adds photos at the end that arrive one after another, of the import with this number. Those of which nothing says who took them
/// are the report's photographer's.
pub fn bring_in(report: &Report, photos: Vec<Photo>, import: u64) -> Option<Transaction> {
    let signed = photos.into_iter().map(|photo| signed(photo, &report.details)).collect();
    let end = report.photos.len();
    let mut change = Change::new(report);
    change.photos(end..end, new_ones(report, signed));
    change.finish(EditKind::Import(import), None)
}

fn signed(mut photo: Photo, details: &Details) -> Photo {
    let is_open = photo.credit.is_empty() && photo.creator.is_empty();
    if is_open && !details.photographer.is_empty() {
        photo.credit = RichText::plain(&details.photographer);
        photo.creator = Arc::clone(&details.photographer);
    }
    photo
}

fn new_ones(report: &Report, photos: Vec<Photo>) -> Vec<Arc<Photo>> {
    let mut new: Vec<Arc<Photo>> = Vec::new();
    for photo in photos {
        let known = report.photos.iter().chain(&new).any(|other| other.hash == photo.hash || other.id == photo.id);
        if !known {
            new.push(Arc::new(photo));
        }
    }
    new
}

/// Removes photos from the report, and their figures from the text. A caret in their texts goes on behind the figure.
pub fn remove(report: &Report, selection: Selection, photos: &[PhotoId], ids: &mut IdSource) -> Option<Transaction> {
    let mut change = Change::new(report);
    let mut after = None;
    for photo in photos {
        let Some(place) = change.report().photos.iter().position(|other| other.id == *photo) else { continue };
        if let Some(figure) = change.report().body.figure_of(*photo) {
            change.blocks(figure..figure + 1, Vec::new());
            let at = place_after_removal(change.report(), figure);
            after = Some(keep_a_place_to_write(&mut change, at, ids));
        }
        change.photos(place..place + 1, Vec::new());
    }
    if report.details.lead_photo.is_some_and(|lead| photos.contains(&lead)) {
        change.details(Details { lead_photo: None, ..Details::clone(&report.details) });
    }
    let loses_caret = change.report().text(selection.slot()).is_none();
    let after = after.unwrap_or_else(|| movement::start_of_writing(report));
    change.finish(EditKind::Other, loses_caret.then_some(Selection::caret(after)))
}

/// Puts photos into the text one after another, where the first of them goes.
pub fn place_all(report: &Report, selection: Selection, photos: &[PhotoId], ids: &mut IdSource) -> Option<Transaction> {
    let mut scratch = Editor::new(report.clone(), ids.clone());
    scratch.select(selection);
    let mut steps = Vec::new();
    for photo in photos {
        let placed = insert_figure(scratch.report(), scratch.selection(), *photo, ids);
        steps.extend(placed.iter().flat_map(|placed| placed.steps.clone()));
        // Nothing is to be done for one that stands in the text.
        let _ = scratch.apply(placed, 0);
    }
    let selection = Some(scratch.selection());
    (!steps.is_empty()).then_some(Transaction { steps, kind: EditKind::Other, selection })
}

/// Moves photos in the list, together and in their order, before the one that stands at `place` now.
pub fn shift(report: &Report, photos: &[PhotoId], place: usize) -> Option<Transaction> {
    let is_moved = |photo: &Arc<Photo>| photos.contains(&photo.id);
    let (before, after) = report.photos.split_at_checked(place).unwrap_or((&report.photos, &[]));
    let stay = |part: &[Arc<Photo>]| part.iter().filter(|photo| !is_moved(photo)).cloned().collect::<Vec<_>>();
    let moved = report.photos.iter().filter(|photo| is_moved(photo)).cloned();
    let order: Vec<_> = stay(before).into_iter().chain(moved).chain(stay(after)).collect();
    reorder(report, &order)
}

/// What the photos are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// When they were taken; those of which that is unknown come last, as they stood.
    Taken,
    /// Their file names, `IMG_9` before `IMG_10`.
    FileName,
}

/// Puts all photos in order.
pub fn sort(report: &Report, by: Order) -> Option<Transaction> {
    let mut order = report.photos.clone();
    match by {
        Order::Taken => order.sort_by_cached_key(|photo| (photo.taken.is_none(), photo.taken.as_deref().map(moment))),
        Order::FileName => order.sort_by_cached_key(|photo| file_name_key(&photo.file_name)),
    }
    reorder(report, &order)
}

/// A time for comparing: two cameras that know their offsets are compared by the same clock only where both say the same one.
fn moment(taken: &str) -> String {
    taken.chars().take(19).collect()
}

/// Gives the list this order, touching no more of it than changes.
fn reorder(report: &Report, order: &[Arc<Photo>]) -> Option<Transaction> {
    let differs = |(old, new): (&Arc<Photo>, &Arc<Photo>)| old.id != new.id;
    let first = report.photos.iter().zip(order).position(differs)?;
    let last = report.photos.iter().zip(order).rposition(differs)?;
    let mut change = Change::new(report);
    change.photos(first..last + 1, order.get(first..=last)?.to_vec());
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

/// Changes several photos in one step: their credit, their place and the like.
pub fn update_all(report: &Report, photos: &[PhotoId], set: impl Fn(&mut Photo)) -> Option<Transaction> {
    let mut change = Change::new(report);
    for (place, photo) in report.photos.iter().enumerate().filter(|(_, photo)| photos.contains(&photo.id)) {
        let mut changed = Photo::clone(photo);
        set(&mut changed);
        change.photos(place..place + 1, vec![Arc::new(changed)]);
    }
    change.finish(EditKind::Other, None)
}

/// Puts another picture in the place of a photo's, whose words stay. Crop, turns, focal point and marks were of the old picture. Nothing is
/// done where another photo of the report has that picture.
pub fn replace_picture(report: &Report, photo: PhotoId, original: Original) -> Option<Transaction> {
    if report.photos.iter().any(|other| other.hash == original.hash) {
        return None;
    }
    let place = report.photos.iter().position(|other| other.id == photo)?;
    let old = Photo::clone(report.photos.get(place)?);
    let fresh = Photo::new(photo, original);
    let changed = Photo {
        hash: fresh.hash,
        format: fresh.format,
        file_name: fresh.file_name,
        size_px: fresh.size_px,
        taken: fresh.taken.or_else(|| old.taken.clone()),
        turns: fresh.turns,
        crop: None,
        focal: None,
        people: old.people.clone().unmarked(),
        ..old
    };
    let mut change = Change::new(report);
    change.photos(place..place + 1, vec![Arc::new(changed)]);
    change.finish(EditKind::Other, None)
}

/// Makes a photo the one that stands for the story, or no longer.
pub fn set_lead(report: &Report, photo: Option<PhotoId>) -> Option<Transaction> {
    let lead_photo = photo.filter(|photo| report.photo(*photo).is_some());
    let mut change = Change::new(report);
    change.details(Details { lead_photo, ..Details::clone(&report.details) });
    change.finish(EditKind::Other, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Applied;
    use crate::edit::notation::{check, check_nothing, photo, state};
    use crate::report::{PhotoHash, Slot};

    const FOUR: &str = "p o|ne\nfig 1 a\nfig 2 b\nfig 3 c\nfig 4 d";

    fn order(report: &Report) -> Vec<u64> {
        report.photos.iter().map(|photo| photo.id.number()).collect()
    }

    fn after(transaction: Option<Transaction>) -> Report {
        let mut editor = Editor::new(state(FOUR).0, IdSource::from_seed(9));
        assert_eq!(editor.apply(transaction, 0), Applied::Changed);
        editor.report().clone()
    }

    fn arriving(number: u8) -> Photo {
        let (report, _) = state("p |one\nfig 1 x");
        let known = Photo::clone(&report.photos[0]);
        let hash = PhotoHash::from_bytes([number; 32]);
        Photo { id: photo(number), hash, caption: RichText::new(), ..known }
    }

    #[test]
    fn removing_a_photo_takes_its_figure_along() {
        check("p o|ne\nfig 1 cap", |report, selection, ids| remove(report, selection, &[photo(1)], ids), "p o|ne");
    }

    #[test]
    fn several_photos_go_in_one_step() {
        let both = [photo(3), photo(1)];
        check(
            "p o|ne\nfig 1 cap\np two\nfig 3 cap",
            |report, selection, ids| remove(report, selection, &both, ids),
            "p o|ne\np two",
        );
    }

    #[test]
    fn several_photos_go_into_the_text_in_their_order_and_one_step() {
        let all = [photo(1), photo(2)];
        let (mut report, selection) = state("p on|e\np two\nfig 1 a\nfig 2 b");
        let blocks = report.body.blocks().iter().filter(|block| block.photo().is_none()).cloned().collect();
        report.body = crate::report::Body::new(blocks);
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        editor.select(selection);
        let placed = place_all(editor.report(), selection, &all, &mut IdSource::from_seed(3));
        assert_eq!(editor.apply(placed, 0), Applied::Changed);
        let figures: Vec<_> = editor.report().body.blocks().iter().filter_map(|block| block.photo()).collect();
        assert_eq!(figures, all);
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(editor.report().body.len(), 2);
    }

    #[test]
    fn a_caption_with_the_caret_goes_with_its_photo() {
        check(
            "p one\nfig 1 c|ap\np two",
            |report, selection, ids| remove(report, selection, &[photo(1)], ids),
            "p one\np |two",
        );
    }

    #[test]
    fn a_lead_photo_that_is_removed_leads_no_longer() {
        let (report, selection) = state(FOUR);
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        assert_eq!(editor.apply(set_lead(editor.report(), Some(photo(2))), 0), Applied::Changed);
        assert_eq!(editor.report().details.lead_photo, Some(photo(2)));
        assert_eq!(set_lead(editor.report(), Some(photo(2))), None, "it leads already");
        let gone = remove(editor.report(), selection, &[photo(2)], &mut IdSource::from_seed(3));
        assert_eq!(editor.apply(gone, 0), Applied::Changed);
        assert_eq!(editor.report().details.lead_photo, None);
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(editor.report().details.lead_photo, Some(photo(2)));
    }

    #[test]
    fn several_photos_move_together_and_keep_their_order() {
        let (report, _) = state(FOUR);
        for (moved, place, expected) in [
            (vec![photo(4), photo(2)], 0, [2, 4, 1, 3]),
            (vec![photo(1), photo(2)], 4, [3, 4, 1, 2]),
            (vec![photo(1), photo(3)], 2, [2, 1, 3, 4]),
            (vec![photo(2)], 99, [1, 3, 4, 2]),
        ] {
            assert_eq!(order(&after(shift(&report, &moved, place))), expected, "{moved:?} {place}");
        }
        for place in [1, 2, 3] {
            assert_eq!(shift(&report, &[photo(2), photo(3)], place), None, "they stand there");
        }
    }

    #[test]
    fn photos_are_sorted_by_time_and_by_the_numbers_in_their_names() {
        let (mut report, _) = state(FOUR);
        let known = [("IMG_10.JPG", Some("2025-12-26T14:00:00")), ("IMG_9.JPG", None)];
        let others = [("img_11.jpg", Some("2025-12-26T09:00:00+07:00")), ("DSC1.JPG", Some("2025-12-25T20:00:00"))];
        for (photo, (name, taken)) in report.photos.iter_mut().zip(known.into_iter().chain(others)) {
            let changed = Photo { file_name: name.into(), taken: taken.map(Into::into), ..Photo::clone(photo) };
            *photo = Arc::new(changed);
        }
        for (by, expected) in [(Order::Taken, [4, 3, 1, 2]), (Order::FileName, [4, 2, 1, 3])] {
            let mut editor = Editor::new(report.clone(), IdSource::from_seed(9));
            assert_eq!(editor.apply(sort(&report, by), 0), Applied::Changed);
            assert_eq!(order(editor.report()), expected, "{by:?}");
            assert_eq!(sort(editor.report(), by), None, "they are in order");
            assert_eq!(editor.undo(), Applied::Changed);
            assert_eq!(order(editor.report()), [1, 2, 3, 4], "one step");
        }
    }

    #[test]
    fn one_step_sets_a_field_of_several_photos() {
        let (report, _) = state(FOUR);
        let set = |photo: &mut Photo| photo.city = "Bắc Ninh".into();
        let changed = after(update_all(&report, &[photo(1), photo(3)], set));
        let cities: Vec<&str> = changed.photos.iter().map(|photo| &*photo.city).collect();
        assert_eq!(cities, ["Bắc Ninh", "", "Bắc Ninh", ""]);
        assert_eq!(update_all(&changed, &[photo(1), photo(3)], set), None, "nothing is left to set");
    }

    #[test]
    fn another_picture_keeps_the_words_and_not_the_crop() {
        let original = Original {
            hash: PhotoHash::from_bytes([9; 32]),
            format: crate::report::PictureFormat::Png,
            file_name: "new.png".into(),
            size_px: crate::report::SizePx { width: 300, height: 200 },
            taken: None,
        };
        let (mut report, _) = state("p |one\nfig 1 words\nfig 2 x");
        let crop = Some(crate::report::AreaPx { left: 1, top: 1, width: 5, height: 5 });
        report.photos[0] = Arc::new(Photo { crop, ..Photo::clone(&report.photos[0]) });
        let mut editor = Editor::new(report.clone(), IdSource::from_seed(9));
        let replaced = replace_picture(&report, photo(1), original.clone());
        assert_eq!(editor.apply(replaced, 0), Applied::Changed);
        let changed = &editor.report().photos[0];
        assert_eq!((changed.hash, changed.crop), (original.hash, None));
        assert_eq!(changed.caption.as_str(), "words");
        assert_eq!(replace_picture(editor.report(), photo(2), original), None, "the report has it already");
        check_nothing("p |one\nfig 1 x", |report, _, _| {
            let same = Original { hash: report.photos[0].hash, ..arriving_original() };
            replace_picture(report, photo(1), same)
        });
    }

    fn arriving_original() -> Original {
        let photo = arriving(1);
        Original {
            hash: photo.hash,
            format: photo.format,
            file_name: photo.file_name,
            size_px: photo.size_px,
            taken: None,
        }
    }

    #[test]
    fn photos_that_arrive_while_somebody_writes_are_one_step_before_what_was_written() {
        let (report, _) = state("p |one\nfig 1 x");
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        let bring = |editor: &mut Editor, number: u8| {
            let arrival = bring_in(editor.report(), vec![arriving(number)], 7);
            assert_eq!(editor.apply(arrival, 0), Applied::Changed);
        };
        bring(&mut editor, 2);
        bring(&mut editor, 3);
        let caption = Slot::Caption(photo(2));
        let mut write = Change::new(editor.report());
        write.splice(caption, 0..0, &RichText::plain("words"));
        let written = write.finish(EditKind::Typing, None);
        assert_eq!(editor.apply(written, 0), Applied::Changed);
        bring(&mut editor, 4);
        let gone = remove(editor.report(), editor.selection(), &[photo(1)], &mut IdSource::from_seed(3));
        assert_eq!(editor.apply(gone, 0), Applied::Changed);
        bring(&mut editor, 5);
        let done = editor.report().clone();
        assert_eq!(order(&done), [2, 3, 4, 5]);
        let mut states = Vec::new();
        while editor.undo() == Applied::Changed {
            states.push((order(editor.report()), editor.report().text(caption).map(|text| text.len())));
        }
        assert_eq!(
            states,
            [(vec![1, 2, 3, 4, 5], Some(5)), (vec![1, 2, 3, 4, 5], Some(0)), (vec![1], None)],
            "the removal, the caption, and all of the import"
        );
        while editor.redo() == Applied::Changed {}
        assert_eq!(*editor.report(), done);
    }

    #[test]
    fn what_was_undone_can_be_made_again_though_a_photo_arrived() {
        let (report, selection) = state("p one|\nfig 1 x");
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        editor.select(selection);
        let mut write = Change::new(editor.report());
        write.splice(selection.slot(), 3..3, &RichText::plain(" two"));
        let written = write.finish(EditKind::Typing, None);
        assert_eq!(editor.apply(written, 0), Applied::Changed);
        let text = editor.report().text(selection.slot()).cloned();
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(editor.apply(bring_in(editor.report(), vec![arriving(2)], 7), 0), Applied::Changed);
        assert_eq!(editor.redo(), Applied::Changed);
        assert_eq!(editor.report().text(selection.slot()).cloned(), text);
    }

    #[test]
    fn photos_that_say_nothing_of_it_are_the_photographers() {
        let (mut report, _) = state("p |one");
        report.details = Arc::new(Details { photographer: "Lê Thị Hoa".into(), ..Details::default() });
        let named = Photo { credit: RichText::plain("TASS"), ..arriving(3) };
        let mut editor = Editor::new(report, IdSource::from_seed(9));
        let arrival = bring_in(editor.report(), vec![arriving(2), named], 1);
        assert_eq!(editor.apply(arrival, 0), Applied::Changed);
        let said: Vec<_> =
            editor.report().photos.iter().map(|photo| (photo.credit.as_str(), photo.creator.as_ref())).collect();
        assert_eq!(said, [("Lê Thị Hoa", "Lê Thị Hoa"), ("TASS", "")]);
    }
}
