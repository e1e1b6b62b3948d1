//! Dragging a photo in the list, and out of it onto the page.

use egui::{CursorIcon, DragAndDrop, LayerId, Order, Rect, Response, Stroke, Ui, pos2, vec2};

use crate::edit::ops::photos;
use crate::report::Photo;
use crate::ui::drag::DraggedPhoto;
use crate::ui::photos::selection::Selection;
use crate::ui::theme::space;
use crate::ui::view::{Request, View};
use crate::ui::widgets::draw_picture;

/// Makes a picture something that can be taken hold of.
pub(super) fn drag_source(ui: &Ui, view: &View<'_>, response: &Response, photo: &Photo, is_chosen: bool) {
    if view.read_only {
        return;
    }
    if response.drag_started_by(egui::PointerButton::Primary) {
        DragAndDrop::set_payload(ui.ctx(), DraggedPhoto(photo.id));
        if !is_chosen {
            view.ask(Request::ChoosePhoto(Some(photo.id)));
        }
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    let is_dragged = DragAndDrop::payload::<DraggedPhoto>(ui.ctx()).is_some_and(|dragged| dragged.0 == photo.id);
    if is_dragged && let Some(pointer) = ui.ctx().pointer_latest_pos() {
        let layer = LayerId::new(Order::Tooltip, egui::Id::unique("dragged photo"));
        let mut ghost = Ui::new(ui.ctx().clone(), layer.id, egui::UiBuilder::new().layer_id(layer));
        ghost.set_opacity(0.85);
        let place = Rect::from_min_size(pointer + vec2(10.0, 10.0), vec2(72.0, 54.0));
        draw_picture(&ghost, view.tokens, view.pictures, photo, place);
    }
}

/// Shows where a dragged photo would go and puts it there. `places` are the cards, or the pictures of the wall.
pub(super) fn drop_ui(ui: &mut Ui, view: &View<'_>, places: &[Rect], wall: bool, selection: &Selection) {
    let Some(dragged) = DragAndDrop::payload::<DraggedPhoto>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|pointer| ui.clip_rect().contains(*pointer)) else {
        return;
    };
    scroll_at_edges(ui, pointer.y);
    let target = if wall { target_in_wall(places, pointer) } else { target_in_list(places, pointer) };
    let moved = match selection.photos(view.report(), view.chosen.photo) {
        chosen if chosen.contains(&dragged.0) => chosen,
        _ => vec![dragged.0],
    };
    let change = photos::shift(view.report(), &moved, target);
    if change.is_some()
        && let Some(line) = insertion_line(places, target, wall)
    {
        ui.painter().line_segment(line, Stroke::new(2.0, view.tokens.accent));
        for end in line {
            ui.painter().circle_filled(end, 3.0, view.tokens.accent);
        }
    }
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        view.edit(change);
    }
}

fn scroll_at_edges(ui: &Ui, y: f32) {
    let clip = ui.clip_rect();
    let beyond = (clip.top() + space::XL - y).max(0.0) - (y - clip.bottom() + space::XL).max(0.0);
    if beyond != 0.0 {
        ui.scroll_with_delta_animation(vec2(0.0, beyond * 0.5), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

fn target_in_list(places: &[Rect], pointer: egui::Pos2) -> usize {
    places.iter().position(|place| pointer.y < place.center().y).unwrap_or(places.len())
}

fn target_in_wall(places: &[Rect], pointer: egui::Pos2) -> usize {
    let before =
        |place: &Rect| pointer.y < place.top() || (pointer.y <= place.bottom() + 8.0 && pointer.x < place.center().x);
    places.iter().position(before).unwrap_or(places.len())
}

fn insertion_line(places: &[Rect], target: usize, wall: bool) -> Option<[egui::Pos2; 2]> {
    let last = places.last()?;
    if wall {
        let (x, at) = match places.get(target) {
            Some(place) => (place.left() - 4.0, place),
            None => (last.right() + 4.0, last),
        };
        return Some([pos2(x, at.top()), pos2(x, at.bottom())]);
    }
    let y = places.get(target).map_or(last.bottom() + 5.0, |place| place.top() - 5.0);
    Some([pos2(last.left() + 3.0, y), pos2(last.right() - 3.0, y)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_goes_before_the_card_whose_upper_half_is_pointed_at() {
        let card = |top: f32| Rect::from_min_size(pos2(0.0, top), vec2(200.0, 80.0));
        let cards = [card(0.0), card(90.0), card(180.0)];
        for (y, target) in [(10.0, 0), (60.0, 1), (120.0, 1), (140.0, 2), (400.0, 3)] {
            assert_eq!(target_in_list(&cards, pos2(50.0, y)), target, "{y}");
        }
    }

    #[test]
    fn a_photo_goes_between_pictures_of_the_row_that_is_pointed_at() {
        let cell = |column: f32, row: f32| Rect::from_min_size(pos2(column * 108.0, row * 88.0), vec2(100.0, 80.0));
        let cells = [cell(0.0, 0.0), cell(1.0, 0.0), cell(0.0, 1.0)];
        for (x, y, target) in [(10.0, 40.0, 0), (120.0, 40.0, 1), (190.0, 40.0, 2), (10.0, 120.0, 2), (90.0, 120.0, 3)]
        {
            assert_eq!(target_in_wall(&cells, pos2(x, y)), target, "{x} {y}");
        }
    }
}
