//! The very pixels of what is in sight, where the picture is shown larger than the large one of it has them.

use egui::{Rect, Ui, Vec2, vec2};

use crate::edit::ops::framing;
use crate::report::{AreaPx, Photo, PointPx};
use crate::ui::look_closer::stage::{RESTS_AFTER_S, turned};
use crate::ui::view::View;

/// What is asked for begins and ends at multiples of so many pixels.
const GRID_PX: u32 = 256;
/// Of a pixel: rounding must not add one.
const HAIR: f64 = 0.01;

/// The part of the photo that is decoded at its own size.
#[derive(Debug, Default)]
pub(super) struct Detail {
    /// In the upright picture.
    part: Option<AreaPx>,
    /// What was in sight last, and since when, in seconds of the window's clock.
    seen: Option<(AreaPx, f64)>,
}

/// Draws it over the picture, which lies at a place of the screen and of which a texture of this size is drawn.
pub(super) fn detail_ui(
    ui: &Ui,
    view: &View<'_>,
    detail: &mut Detail,
    photo: &Photo,
    (stage, at): (Rect, Rect),
    drawn: Vec2,
) {
    let scale = at.width() * ui.pixels_per_point() / framing::crop_seen(photo).width.max(1) as f32;
    let there = drawn.x / photo.size_px.width.max(1) as f32;
    if there >= 0.99 || scale <= there * 1.02 {
        return;
    }
    let Some(seen) = in_sight(photo, stage, at) else { return };
    // A part that is larger than the graphics card takes comes smaller, and is too coarse for who goes nearer still.
    let is_sharp = |part: AreaPx| {
        let drawn = view.pictures.part(photo, part).map(|texture| texture.size_vec2().x);
        drawn.is_none_or(|drawn| drawn >= part.width as f32 * scale.min(1.0) * 0.98)
    };
    let wanted = around(seen, photo);
    if detail.part.is_none_or(|part| !covers(part, seen) || (part != wanted && !is_sharp(part))) {
        let now_s = ui.input(|input| input.time);
        let since_s = match detail.seen {
            Some((before, since_s)) if before == seen => since_s,
            _ => now_s,
        };
        detail.seen = Some((seen, since_s));
        // Not for each place that one moves past.
        if now_s - since_s < RESTS_AFTER_S {
            ui.ctx().request_repaint_after_secs((RESTS_AFTER_S - (now_s - since_s)) as f32 + 0.01);
        } else {
            detail.part = Some(wanted);
        }
    }
    let Some(part) = detail.part else { return };
    if let Some(texture) = view.pictures.part(photo, part) {
        let corners = [vec2(0.0, 0.0), vec2(1.0, 0.0), vec2(1.0, 1.0), vec2(0.0, 1.0)].map(Vec2::to_pos2);
        let painter = ui.painter().with_clip_rect(stage.intersect(at));
        painter.add(turned(texture.id(), on_screen(photo, part, at), photo.turns, corners));
    }
}

/// What of the upright picture is on the stage, of a photo that lies at a place of the screen.
fn in_sight(photo: &Photo, stage: Rect, at: Rect) -> Option<AreaPx> {
    let shown = framing::crop_seen(photo);
    let visible = stage.intersect(at);
    if !visible.is_positive() {
        return None;
    }
    let share = |from: f32, to: f32, low: f32, extent: f32, side: u32| {
        let pixel = |point: f32| f64::from((point - low) / extent.max(1.0)) * f64::from(side);
        let start = ((pixel(from) + HAIR).floor().max(0.0) as u32).min(side.saturating_sub(1));
        (start, ((pixel(to) - HAIR).ceil() as u32).clamp(start + 1, side.max(start + 1)) - start)
    };
    let (left, width) = share(visible.left(), visible.right(), at.left(), at.width(), shown.width);
    let (top, height) = share(visible.top(), visible.bottom(), at.top(), at.height(), shown.height);
    let turned = AreaPx { left: shown.left + left, top: shown.top + top, width, height };
    Some(turned.turned(framing::whole_seen(photo), photo.turns.back()))
}

/// A part with some of what is around it, so that it need not be decoded anew for each step to the side.
fn around(seen: AreaPx, photo: &Photo) -> AreaPx {
    let wider = |start: u32, extent: u32, side: u32| {
        let more = extent / 4;
        let from = start.saturating_sub(more) / GRID_PX * GRID_PX;
        let to = (start + extent + more).next_multiple_of(GRID_PX).min(side);
        (from, to.saturating_sub(from))
    };
    let (left, width) = wider(seen.left, seen.width, photo.size_px.width);
    let (top, height) = wider(seen.top, seen.height, photo.size_px.height);
    AreaPx { left, top, width, height }
}

fn covers(part: AreaPx, seen: AreaPx) -> bool {
    let ends = |area: AreaPx| PointPx { x: area.left + area.width, y: area.top + area.height };
    let (part_end, seen_end) = (ends(part), ends(seen));
    part.left <= seen.left && part.top <= seen.top && part_end.x >= seen_end.x && part_end.y >= seen_end.y
}

/// Where a part of the upright picture lies on the screen.
fn on_screen(photo: &Photo, part: AreaPx, at: Rect) -> Rect {
    let shown = framing::crop_seen(photo);
    let part = part.turned(photo.size_px, photo.turns);
    let scale = at.size() / vec2(shown.width.max(1) as f32, shown.height.max(1) as f32);
    let from = |part: u32, shown: u32| part as f32 - shown as f32;
    let min = at.min + vec2(from(part.left, shown.left), from(part.top, shown.top)) * scale;
    Rect::from_min_size(min, vec2(part.width as f32, part.height as f32) * scale)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;
    use crate::report::{IdSource, Original, PhotoHash, PictureFormat, QuarterTurns, SizePx};

    fn photo(crop: Option<AreaPx>, turns: u8) -> Photo {
        let original = Original {
            hash: PhotoHash::from_bytes([1; 32]),
            format: PictureFormat::Jpeg,
            file_name: "".into(),
            size_px: SizePx { width: 9000, height: 6000 },
            taken: None,
        };
        let photo = Photo::new(IdSource::from_seed(1).photo(), original);
        Photo { crop, turns: QuarterTurns::new(turns), ..photo }
    }

    #[test]
    fn what_is_decoded_lies_over_what_is_seen_however_the_photo_is_cropped_and_turned() {
        let crop = AreaPx { left: 1000, top: 500, width: 6000, height: 4000 };
        let stage = Rect::from_min_size(pos2(100.0, 50.0), vec2(1200.0, 800.0));
        for (crop, turns) in [(None, 0), (None, 1), (Some(crop), 0), (Some(crop), 1), (Some(crop), 2), (Some(crop), 3)]
        {
            let photo = photo(crop, turns);
            let shown = framing::crop_seen(&photo);
            // A pixel of the picture on a pixel of the screen, somewhere in its middle.
            let at = Rect::from_min_size(pos2(-700.0, -300.0), vec2(shown.width as f32, shown.height as f32));
            let seen = in_sight(&photo, stage, at).unwrap();
            let (width, height) = if turns % 2 == 0 { (1200, 800) } else { (800, 1200) };
            assert_eq!((seen.width, seen.height), (width, height), "{turns}");
            let place = on_screen(&photo, seen, at);
            assert!(place.min.distance(stage.min) < 0.1 && place.max.distance(stage.max) < 0.1, "{turns}: {place:?}");
            let part = around(seen, &photo);
            assert!(covers(part, seen) && !covers(seen, part));
            assert!(part.within(photo.size_px) == Some(part), "{part:?}");
        }
    }

    #[test]
    fn nothing_is_asked_for_where_the_picture_is_out_of_sight() {
        let stage = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        assert_eq!(in_sight(&photo(None, 0), stage, stage.translate(vec2(500.0, 0.0))), None);
    }
}
