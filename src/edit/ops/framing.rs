//! What is shown of a photo: turns, crop, focal point. The original stays as it is.
//!
//! Whoever changes them looks at the turned picture; areas and points are given as they lie there, in pixels of the whole turned
//! picture, and kept as they lie in the upright original.

use std::sync::Arc;

use crate::edit::{Change, EditKind, Field, Transaction};
use crate::report::{AreaPx, Photo, PhotoId, PointPx, QuarterTurns, Report, SizePx};

/// What can be done with what is shown of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Framing {
    /// A quarter to the left.
    TurnLeft,
    /// A quarter to the right.
    TurnRight,
    /// Show a part only.
    Crop,
    /// Say what must stay in sight.
    Focal,
}

impl Framing {
    /// All of them, in the order of the menus.
    pub const ALL: [Self; 4] = [Self::TurnLeft, Self::TurnRight, Self::Crop, Self::Focal];

    /// How far it turns; `None` for what needs a look at the photo.
    pub const fn turns(self) -> Option<QuarterTurns> {
        match self {
            Self::TurnLeft => Some(QuarterTurns::new(3)),
            Self::TurnRight => Some(QuarterTurns::new(1)),
            Self::Crop | Self::Focal => None,
        }
    }
}

/// Turns a photo clockwise, each time by itself in the history.
pub fn turn(report: &Report, photo: PhotoId, by: QuarterTurns) -> Option<Transaction> {
    update(report, photo, EditKind::Other, |photo| photo.turns = photo.turns.and(by))
}

/// Shows a part of a photo only, or all of it again: one step in the history.
pub fn crop(report: &Report, photo: PhotoId, seen: Option<AreaPx>) -> Option<Transaction> {
    update(report, photo, EditKind::Other, |photo| {
        let (turned, back) = (whole_seen(photo), photo.turns.back());
        let area = seen.and_then(|area| area.within(turned)).filter(|area| area.size() != turned);
        photo.crop = area.map(|area| area.turned(turned, back));
    })
}

/// Sets what must stay in sight, or leaves it to the middle again. Steps of one drag are undone together.
pub fn focus(report: &Report, photo: PhotoId, seen: Option<PointPx>) -> Option<Transaction> {
    update(report, photo, EditKind::Field(Field::Photo(photo)), |photo| {
        let (turned, back) = (whole_seen(photo), photo.turns.back());
        photo.focal = seen.map(|point| {
            let inside = PointPx {
                x: point.x.min(turned.width.saturating_sub(1)),
                y: point.y.min(turned.height.saturating_sub(1)),
            };
            inside.turned(turned, back)
        });
    })
}

/// The size of the whole picture as it is seen, turned and not cut.
pub fn whole_seen(photo: &Photo) -> SizePx {
    photo.size_px.turned(photo.turns)
}

/// The part that is shown, as it lies in the turned picture.
pub fn crop_seen(photo: &Photo) -> AreaPx {
    photo.shown_area_px().turned(photo.size_px, photo.turns)
}

/// What must stay in sight, as it lies in the turned picture; the middle of what is shown where nothing is set.
pub fn focus_seen(photo: &Photo) -> PointPx {
    let shown = crop_seen(photo);
    let middle = PointPx { x: shown.left + shown.width / 2, y: shown.top + shown.height / 2 };
    let Some(point) = photo.focal.map(|point| point.turned(photo.size_px, photo.turns)) else { return middle };
    let within = |at: u32, from: u32, extent: u32| at.clamp(from, from + extent.saturating_sub(1));
    PointPx { x: within(point.x, shown.left, shown.width), y: within(point.y, shown.top, shown.height) }
}

/// The largest part of an area with a shape (width by height), as near to a point as the edges allow: what is left of a picture
/// that is cut to that shape.
pub fn cut_around(area: AreaPx, (across, down): (u32, u32), point: PointPx) -> AreaPx {
    let (across, down) = (u64::from(across.max(1)), u64::from(down.max(1)));
    let part = |side: u32, num: u64, den: u64| {
        u32::try_from((u64::from(side) * num + den / 2) / den).unwrap_or(u32::MAX).max(1)
    };
    let (width, height) = if u64::from(area.width) * down > u64::from(area.height) * across {
        (part(area.height, across, down).min(area.width), area.height)
    } else {
        (area.width, part(area.width, down, across).min(area.height))
    };
    let start = |at: u32, extent: u32, from: u32, room: u32| {
        at.saturating_sub(extent / 2).clamp(from, from + room.saturating_sub(extent))
    };
    AreaPx {
        left: start(point.x, width, area.left, area.width),
        top: start(point.y, height, area.top, area.height),
        width,
        height,
    }
}

fn update(report: &Report, photo: PhotoId, kind: EditKind, set: impl FnOnce(&mut Photo)) -> Option<Transaction> {
    let place = report.photos.iter().position(|other| other.id == photo)?;
    let mut changed = Photo::clone(report.photos.get(place)?);
    set(&mut changed);
    let mut change = Change::new(report);
    change.photos(place..place + 1, vec![Arc::new(changed)]);
    change.finish(kind, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};
    use crate::edit::{Applied, Editor};
    use crate::report::IdSource;

    const PART: AreaPx = AreaPx { left: 30, top: 10, width: 60, height: 40 };

    /// A report with a photo of 300 by 200 pixels that is turned so often.
    fn editor(turns: u8) -> Editor {
        let (mut report, _) = state("fig 1 |cap");
        let photo = Arc::make_mut(&mut report.photos[0]);
        photo.size_px = SizePx { width: 300, height: 200 };
        photo.turns = QuarterTurns::new(turns);
        Editor::new(report, IdSource::from_seed(3))
    }

    fn the(editor: &Editor) -> &Photo {
        &editor.report().photos[0]
    }

    #[test]
    fn a_crop_is_seen_where_it_was_drawn_however_the_photo_is_turned() {
        for turns in 0..4 {
            let mut editor = editor(turns);
            let crop = crop(editor.report(), photo(1), Some(PART));
            assert_eq!(editor.apply(crop, 0), Applied::Changed);
            assert_eq!(crop_seen(the(&editor)), PART, "{turns}");
            assert_eq!(the(&editor).shown_size_px(), PART.size(), "{turns}");
        }
    }

    #[test]
    fn a_crop_goes_with_a_turn() {
        let mut editor = editor(0);
        assert_eq!(editor.apply(crop(editor.report(), photo(1), Some(PART)), 0), Applied::Changed);
        assert_eq!(editor.apply(turn(editor.report(), photo(1), QuarterTurns::new(1)), 0), Applied::Changed);
        assert_eq!(the(&editor).crop, Some(PART));
        assert_eq!(crop_seen(the(&editor)), AreaPx { left: 150, top: 30, width: 40, height: 60 });
    }

    #[test]
    fn each_crop_and_each_turn_is_one_step_of_undo() {
        let mut editor = editor(0);
        let right = QuarterTurns::new(1);
        assert_eq!(editor.apply(turn(editor.report(), photo(1), right), 0), Applied::Changed);
        assert_eq!(editor.apply(turn(editor.report(), photo(1), right), 1), Applied::Changed);
        assert_eq!(editor.apply(crop(editor.report(), photo(1), Some(PART)), 2), Applied::Changed);
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!((the(&editor).crop, the(&editor).turns.count()), (None, 2));
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(the(&editor).turns.count(), 1);
    }

    #[test]
    fn all_of_a_picture_is_no_crop() {
        let mut editor = editor(1);
        let all = AreaPx { left: 0, top: 0, width: 900, height: 900 };
        assert!(crop(editor.report(), photo(1), Some(all)).is_none());
        assert_eq!(editor.apply(crop(editor.report(), photo(1), Some(PART)), 0), Applied::Changed);
        assert_eq!(editor.apply(crop(editor.report(), photo(1), Some(all)), 0), Applied::Changed);
        assert_eq!(the(&editor).crop, None);
    }

    #[test]
    fn the_focal_point_is_seen_where_it_was_set_and_stays_in_what_is_shown() {
        for turns in 0..4 {
            let mut editor = editor(turns);
            let point = PointPx { x: 150, y: 20 };
            assert_eq!(editor.apply(focus(editor.report(), photo(1), Some(point)), 0), Applied::Changed);
            assert_eq!(focus_seen(the(&editor)), point, "{turns}");
            assert_eq!(editor.apply(crop(editor.report(), photo(1), Some(PART)), 0), Applied::Changed);
            assert_eq!(focus_seen(the(&editor)), PointPx { x: 89, y: 20 }, "{turns}");
            let far = PointPx { x: 9999, y: 9999 };
            assert_eq!(editor.apply(focus(editor.report(), photo(1), Some(far)), 0), Applied::Changed);
            assert!(the(&editor).focal.is_some_and(|point| point.x < 300 && point.y < 200), "{turns}");
        }
    }

    #[test]
    fn a_cut_keeps_the_point_in_sight_as_far_as_the_edges_allow() {
        let area = AreaPx { left: 10, top: 0, width: 300, height: 200 };
        let cut = |x, shape| cut_around(area, shape, PointPx { x, y: 100 });
        assert_eq!(cut(10, (1, 1)), AreaPx { left: 10, top: 0, width: 200, height: 200 });
        assert_eq!(cut(160, (1, 1)), AreaPx { left: 60, top: 0, width: 200, height: 200 });
        assert_eq!(cut(309, (1, 1)), AreaPx { left: 110, top: 0, width: 200, height: 200 });
        assert_eq!(cut(160, (16, 9)), AreaPx { left: 10, top: 16, width: 300, height: 169 });
    }
}
