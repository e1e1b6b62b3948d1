//! Marks: where each of the people stands in the picture, as numbers in the order of the strip.

use egui::{
    Align, Align2, Color32, CursorIcon, Key, Layout, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
};
use egui::{WidgetInfo, pos2, vec2};

use crate::edit::Transaction;
use crate::edit::ops::{framing, lineup};
use crate::report::{AreaPx, LineupPlace, Photo, PointPx};
use crate::ui::look_closer::keys::Wish;
use crate::ui::strip::{StripState, number_sign, shown_name, strip_ui};
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, Words, draw_words};

/// How large a mark is, and from how far it is taken hold of, in points.
const RADIUS: f32 = 12.0;
const GRIP: f32 = 18.0;

/// The marks that lie in what is shown, on the screen.
fn marks(photo: &Photo, picture: Rect) -> Vec<(LineupPlace, Pos2)> {
    let shown = framing::crop_seen(photo);
    let scale = picture.width() / shown.width.max(1) as f32;
    let places = photo.people.places().filter_map(|(place, _)| Some((place, lineup::mark_seen(photo, place)?)));
    let in_sight = places.filter(|(_, point)| lies_in(*point, shown));
    in_sight.map(|(place, point)| (place, on_screen(point, shown, picture, scale))).collect()
}

fn lies_in(point: PointPx, area: AreaPx) -> bool {
    let within = |at: u32, from: u32, extent: u32| at >= from && at - from < extent;
    within(point.x, area.left, area.width) && within(point.y, area.top, area.height)
}

fn on_screen(point: PointPx, shown: AreaPx, picture: Rect, scale: f32) -> Pos2 {
    let by = vec2((point.x - shown.left) as f32, (point.y - shown.top) as f32);
    picture.min + (by + vec2(0.5, 0.5)) * scale
}

/// Draws the marks on the picture, which lies at a place of the screen; the one that is meant stands out.
pub(super) fn marks_ui(ui: &Ui, view: &View<'_>, photo: &Photo, picture: Rect, meant: Option<LineupPlace>) {
    let pointer = ui.ctx().pointer_latest_pos();
    for (place, at) in marks(photo, picture) {
        let number = photo.people.number(place);
        let person = photo.people.get(place).and_then(|shown| shown.person);
        let name = shown_name(view, person);
        let area = Rect::from_center_size(at, vec2(RADIUS * 2.0, RADIUS * 2.0));
        let id = ui.scope_id().with(("mark", place.row, place.at));
        let words = view.locale.tr_with("closer-mark", &[("number", number.into()), ("name", name.as_str().into())]);
        ui.interact(area, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let is_meant = meant == Some(place);
        let (ground, ink) = match is_meant {
            true => (view.tokens.accent, view.tokens.on_accent),
            false => (Color32::from_black_alpha(190), Color32::WHITE),
        };
        let painter = ui.painter();
        painter.circle_filled(at, RADIUS + 1.5, Color32::WHITE);
        number_sign(painter, at, RADIUS, number, ground, ink);
        if is_meant || pointer.is_some_and(|pointer| pointer.distance(at) < GRIP) {
            name_ui(ui, at, &name);
        }
    }
}

/// The name below a mark.
fn name_ui(ui: &Ui, at: Pos2, name: &str) {
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(name.to_owned(), font::small(), Color32::WHITE);
    let size = galley.size() + vec2(14.0, 6.0);
    let place = Rect::from_min_size(pos2(at.x - size.x / 2.0, at.y + RADIUS + 5.0), size);
    painter.rect(place, 9, Color32::from_black_alpha(190), Stroke::NONE, StrokeKind::Inside);
    painter.galley(place.min + vec2(7.0, 3.0), galley, Color32::WHITE);
}

/// Marks that are set: a click marks whoever comes next, a drag moves a mark.
pub(super) fn tool_ui(
    ui: &Ui,
    view: &View<'_>,
    photo: &Photo,
    response: &Response,
    picture: Rect,
    (held, strip): (&mut Option<LineupPlace>, &mut StripState),
) {
    let places = marks(photo, picture);
    let near = |pointer: Pos2| {
        let nearest =
            places.iter().min_by(|(_, one), (_, other)| one.distance(pointer).total_cmp(&other.distance(pointer)));
        nearest.filter(|(_, at)| at.distance(pointer) < GRIP).map(|(place, _)| *place)
    };
    let pointer = response.interact_pointer_pos().or(response.hover_pos());
    if let Some(pointer) = response.hover_pos() {
        let cursor = if near(pointer).is_some() { CursorIcon::Grab } else { CursorIcon::Crosshair };
        ui.ctx().set_cursor_icon(cursor);
    }
    if let Some(pointer) = pointer.filter(|_| !view.read_only) {
        let point = point_at(photo, picture, pointer);
        if response.drag_started() {
            *held = near(pointer - response.drag_delta()).or(near(pointer));
            if let Some(place) = *held {
                strip.go_to(place);
            }
        }
        if let (true, Some(place)) = (response.dragged(), *held) {
            view.edit(lineup::mark(view.report(), photo.id, place, Some(point)));
        }
        if response.clicked() {
            match near(pointer) {
                Some(place) => strip.go_to(place),
                None if picture.contains(pointer) => place_next(view, photo, strip, point),
                None => {}
            }
        }
    }
    if !response.dragged() {
        *held = None;
    }
    marks_ui(ui, view, photo, picture, Some(strip.at()));
}

/// Marks whoever is meant, or else the next without a mark, and goes on to the one after.
fn place_next(view: &View<'_>, photo: &Photo, strip: &mut StripState, point: PointPx) {
    let meant = photo.people.get(strip.at()).filter(|shown| shown.mark.is_none()).map(|_| strip.at());
    let Some(place) = meant.or_else(|| next_unmarked(photo, None)) else { return };
    view.edit(lineup::mark(view.report(), photo.id, place, Some(point)));
    strip.go_to(next_unmarked(photo, Some(place)).unwrap_or(place));
}

/// The first without a mark behind somebody, or at all.
pub(super) fn next_unmarked(photo: &Photo, behind: Option<LineupPlace>) -> Option<LineupPlace> {
    let open = |(place, shown): (LineupPlace, crate::report::Shown)| {
        (shown.mark.is_none() && Some(place) != behind).then_some(place)
    };
    let later = photo.people.places().filter(|(place, _)| Some(*place) > behind).find_map(open);
    later.or_else(|| photo.people.places().find_map(open))
}

fn point_at(photo: &Photo, picture: Rect, pointer: Pos2) -> PointPx {
    let shown = framing::crop_seen(photo);
    let scale = picture.width() / shown.width.max(1) as f32;
    let by = (pointer - picture.min) / scale;
    let within = |by: f32, from: u32, extent: u32| from + (by.max(0.0) as u32).min(extent.saturating_sub(1));
    PointPx { x: within(by.x, shown.left, shown.width), y: within(by.y, shown.top, shown.height) }
}

/// Goes to the next of the people or the one before. Gives whether the key was for that.
pub(super) fn walk(strip: &mut StripState, photo: &Photo, key: Key) -> bool {
    let people = &photo.people;
    let number = people.number(strip.at());
    let to = match key {
        Key::PageUp => number - 1,
        Key::PageDown => number + 1,
        Key::Home => 1,
        Key::End => people.count(),
        _ => return false,
    };
    people.numbered(to).into_iter().for_each(|place| strip.go_to(place));
    true
}

/// Moves a mark by so many pixels; who has none gets one in the middle.
pub(super) fn nudge(view: &View<'_>, photo: &Photo, place: LineupPlace, by: (f64, f64)) -> Option<Transaction> {
    let shown = framing::crop_seen(photo);
    let middle = PointPx { x: shown.left + shown.width / 2, y: shown.top + shown.height / 2 };
    let point = match lineup::mark_seen(photo, place) {
        Some(at) => {
            let moved = |at: u32, by: f64| (f64::from(at) + by).round().max(0.0) as u32;
            PointPx { x: moved(at.x, by.0), y: moved(at.y, by.1) }
        }
        None => middle,
    };
    lineup::mark(view.report(), photo.id, place, Some(point))
}

/// The strip, and what is to be done.
pub(super) fn panel_ui(
    ui: &mut Ui,
    view: &View<'_>,
    photo: &Photo,
    place: usize,
    strip: &mut StripState,
    wishes: &mut Vec<Wish>,
) {
    ui.spacing_mut().item_spacing.y = space::S;
    if strip_ui(ui, view, strip, photo, place + 1).left {
        wishes.push(Wish::Done);
    }
    ui.horizontal(|ui| {
        let text = view.tr(if photo.people.is_empty() { "closer-marks-nobody" } else { "closer-marks-note" });
        let room = (ui.available_width() - 160.0).max(120.0);
        let words = Words::line(font::small(), view.tokens.muted, room).rows(2);
        let height = words.galley(ui, &text).size().y.max(space::CONTROL);
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let own = words.galley(ui, &text).size().y;
        draw_words(
            ui,
            pos2(rect.left(), Align2::LEFT_CENTER.align_size_within_rect(vec2(room, own), rect).top()),
            &words,
            &text,
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = Button::primary(view.tr("closer-done"));
            wishes.extend(done.show(ui, view.tokens).clicked().then_some(Wish::Done));
        });
    });
}
