//! A photo dragged over the page: where it will land, between blocks or beside a figure.

use egui::{DragAndDrop, LayerId, Order, Pos2, Rect, Response, Stroke, Ui, vec2};

use crate::edit::Transaction;
use crate::edit::ops::blocks::place_figure;
use crate::edit::ops::rows::place_in_row;
use crate::report::{Body, PhotoId};
use crate::ui::drag::{DraggedFigure, DraggedPhoto};
use crate::ui::text::figure::row_of;
use crate::ui::text::item::{HEAD_ITEMS, Setter};
use crate::ui::text::pointer::Placed;
use crate::ui::view::View;
use crate::ui::widgets::draw_picture;

/// Where a photo lands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Landing {
    /// Before the block at a place; the line is at a height of the screen.
    Between { place: usize, y: f32 },
    /// In the row of a figure, on one side of it; the line is beside that picture.
    Beside { photo: PhotoId, after: bool, picture: Rect },
}

/// The photo that is dragged, from its card or from its place in the text.
pub(super) fn dragged(ctx: &egui::Context) -> Option<PhotoId> {
    let card = DragAndDrop::payload::<DraggedPhoto>(ctx).map(|photo| photo.0);
    card.or_else(|| DragAndDrop::payload::<DraggedFigure>(ctx).map(|photo| photo.0))
}

/// Shows where a dragged photo will land, and puts it there.
pub(super) fn drop_ui(ui: &Ui, setter: &Setter<'_>, response: &Response, placed: &[Placed]) {
    let view = setter.view;
    let Some(photo) = dragged(ui.ctx()).filter(|_| response.contains_pointer() && !view.read_only) else { return };
    let Some(point) = ui.input(|input| input.pointer.interact_pos()) else { return };
    let landing = beside(placed, point).map(|landing| (landing, change(view, photo, landing)));
    // The row may be full: then it goes above or below.
    let landing = landing.filter(|(_, change)| change.is_some()).or_else(|| {
        let landing = between(&view.report().body, placed, point)?;
        Some((landing, change(view, photo, landing)))
    });
    let Some((landing, change)) = landing else { return };
    if change.is_some() {
        draw_line(ui, setter, placed, landing);
    }
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        view.edit(change);
    }
}

fn change(view: &View<'_>, photo: PhotoId, landing: Landing) -> Option<Transaction> {
    let mut ids = view.editor.ids.clone();
    match landing {
        Landing::Between { place, .. } => place_figure(view.report(), photo, place, &mut ids),
        Landing::Beside { photo: of, after, .. } => place_in_row(view.report(), photo, of, after, &mut ids),
    }
}

fn draw_line(ui: &Ui, setter: &Setter<'_>, placed: &[Placed], landing: Landing) {
    let stroke = Stroke::new(2.0, setter.view.tokens.accent);
    let (from, to) = match landing {
        Landing::Between { y, .. } => {
            let left = placed.first().map_or(0.0, |(at, _, _)| at.x);
            (egui::pos2(left, y), egui::pos2(left + setter.column, y))
        }
        Landing::Beside { after, picture, .. } => {
            let x = if after { picture.right() + 6.0 } else { picture.left() - 6.0 };
            (egui::pos2(x, picture.top()), egui::pos2(x, picture.bottom()))
        }
    };
    ui.painter().line_segment([from, to], stroke);
    for end in [from, to] {
        ui.painter().circle_filled(end, 3.0, stroke.color);
    }
}

/// The picture under the pointer, where that is on its left or right third.
fn beside(placed: &[Placed], point: Pos2) -> Option<Landing> {
    placed.iter().find_map(|(at, _, item)| {
        item.pictures.iter().find_map(|shown| {
            let picture = shown.rect.translate(at.to_vec2());
            let across = (point.x - picture.left()) / picture.width().max(1.0);
            let is_on = picture.expand2(vec2(6.0, 0.0)).contains(point);
            let is_beside = is_on && !(1.0 / 3.0..=2.0 / 3.0).contains(&across);
            is_beside.then_some(Landing::Beside { photo: shown.photo, after: across > 0.5, picture })
        })
    })
}

/// The nearest boundary between blocks, rows being one.
fn between(body: &Body, placed: &[Placed], point: Pos2) -> Option<Landing> {
    let blocks = placed.iter().filter_map(|(at, index, item)| Some((at.y, index.checked_sub(HEAD_ITEMS)?, item)));
    let edges = blocks.filter(|(_, _, item)| item.height > 0.0).flat_map(|(y, place, item)| {
        let end = row_of(body, place).map_or(place + 1, |row| row.end);
        [(place, y), (end, y + item.height)]
    });
    let nearest = edges.min_by(|one, other| (one.1 - point.y).abs().total_cmp(&(other.1 - point.y).abs()));
    nearest.map(|(place, y)| Landing::Between { place, y })
}

/// Takes hold of a figure, so that it can be put elsewhere.
pub(super) fn lift(ui: &Ui, photo: PhotoId) {
    if dragged(ui.ctx()).is_none() {
        DragAndDrop::set_payload(ui.ctx(), DraggedFigure(photo));
    }
}

/// The figure that is held, small beside the pointer.
pub(super) fn draw_lifted(ui: &Ui, view: &View<'_>) {
    let Some(dragged) = DragAndDrop::payload::<DraggedFigure>(ui.ctx()) else { return };
    let (Some(photo), Some(pointer)) = (view.report().photo(dragged.0), ui.ctx().pointer_latest_pos()) else { return };
    let layer = LayerId::new(Order::Tooltip, egui::Id::unique("dragged figure"));
    let mut ghost = Ui::new(ui.ctx().clone(), layer.id, egui::UiBuilder::new().layer_id(layer));
    ghost.set_opacity(0.85);
    let place = Rect::from_min_size(pointer + vec2(10.0, 10.0), vec2(72.0, 54.0));
    draw_picture(&ghost, view.tokens, view.pictures, photo, place);
}
