//! The picture itself: drawn, zoomed, moved, and what the tools draw on it.

use egui::{Align2, Color32, CursorIcon, EventFilter, Id, Mesh, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use crate::edit::ops::framing;
use crate::report::{AreaPx, Photo, QuarterTurns, SizePx};
use crate::ui::icon;
use crate::ui::look_closer::keys::{self, Wish};
use crate::ui::look_closer::zoom::Room;
use crate::ui::look_closer::{Focus, Open, Tool, Zooming, crop, detail, focal, marks};
use crate::ui::pictures::Picture;
use crate::ui::theme::{font, space};
use crate::ui::view::View;

/// The large picture is asked for when a photo is looked at for so long: not for each that one leafs past.
pub(super) const RESTS_AFTER_S: f64 = 0.12;

/// The stage as a widget.
pub(super) fn stage_id() -> Id {
    Id::unique("look closer stage")
}

/// The room for the picture as it was drawn last.
pub(super) fn last_room(ui: &Ui, photo: &Photo) -> Option<Room> {
    let rect = ui.data(|data| data.get_temp::<Rect>(stage_id()))?;
    Some(room(ui, rect, photo.shown_size_px()))
}

fn room(ui: &Ui, rect: Rect, size: SizePx) -> Room {
    Room { rect, size, pixels_per_point: ui.ctx().pixels_per_point() }
}

pub(super) fn stage_ui(
    ui: &mut Ui,
    view: &View<'_>,
    open: &mut Open,
    photo: &Photo,
    place: usize,
    wishes: &mut Vec<Wish>,
) {
    let stage = ui.max_rect();
    let id = stage_id();
    let rect = stage.shrink2(vec2(space::XL, space::L));
    let before = ui.data(|data| data.get_temp::<Rect>(id));
    if before != Some(rect) {
        ui.data_mut(|data| data.insert_temp(id, rect));
        // The bar above has told how near that is in the room that there was before.
        ui.ctx().request_repaint();
    }
    // The whole picture is shown while its frame is drawn.
    let is_crop = matches!(open.tool, Tool::Crop(_));
    let size = if is_crop { framing::whole_seen(photo) } else { photo.shown_size_px() };
    let room = room(ui, rect, size);
    // Not a key that made somebody else give the keyboard up.
    let had_keyboard = ui.memory(|memory| memory.has_focus(id));
    take_focus(ui, open, id);
    if !had_keyboard {
        open.pressed.clear();
    } else {
        keys::take(ui, view, open, photo, &room, wishes);
    }
    let response = ui.interact(stage, id, Sense::click_and_drag());
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let name = spoken(view, photo, place);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    zoom(ui, open, &response, &room);
    let at = open.zoom.place(&room);
    let painter = ui.painter().with_clip_rect(stage);
    match picture(ui, view, open, photo) {
        Picture::Ready(texture) => {
            let part = if is_crop { AreaPx::all_of(photo.size_px) } else { photo.shown_area_px() };
            painter.add(turned_mesh(texture.id(), at, photo, part));
            if !is_crop {
                detail::detail_ui(ui, view, &mut open.detail, photo, (stage, at), texture.size_vec2());
            }
        }
        state => {
            painter.rect_filled(at, 0, view.tokens.ink.gamma_multiply(0.07));
            let sign = if matches!(state, Picture::Failed) { icon::IMAGE_BROKEN } else { icon::IMAGE };
            let face = egui::FontId { size: 40.0, ..font::icon() };
            painter.text(at.center(), Align2::CENTER_CENTER, sign, face, view.tokens.faint);
        }
    }
    match &mut open.tool {
        Tool::Look => marks::marks_ui(ui, view, photo, at, None),
        Tool::Marks(held) => marks::tool_ui(ui, view, photo, &response, at, (held, &mut open.strip)),
        Tool::Crop(cropping) => crop::frame_ui(ui, view, cropping, at),
        Tool::Focal => focal::point_ui(ui, view, photo, &response, at),
    }
}

/// Gives the keyboard to the picture where it was promised, and wherever nobody has it.
fn take_focus(ui: &Ui, open: &mut Open, id: Id) {
    let nobody = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    if open.focus.take() == Some(Focus::Stage) || (nobody && !egui::Popup::is_any_open(ui.ctx())) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

fn spoken(view: &View<'_>, photo: &Photo, place: usize) -> String {
    let number = view.locale.tr_with("photos-card", &[("number", (place + 1).into())]);
    let said = [number.as_str(), photo.caption.as_str(), photo.alt.as_str()];
    said.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(". ")
}

/// The whole picture, as large as it is there by now.
pub(super) fn picture(ui: &Ui, view: &View<'_>, open: &mut Open, photo: &Photo) -> Picture {
    let now_s = ui.input(|input| input.time);
    let rested_s = now_s - *open.since_s.get_or_insert(now_s);
    if rested_s < RESTS_AFTER_S {
        ui.ctx().request_repaint_after_secs((RESTS_AFTER_S - rested_s) as f32 + 0.01);
    }
    view.pictures.closely(photo, rested_s >= RESTS_AFTER_S)
}

fn zoom(ui: &Ui, open: &mut Open, response: &egui::Response, room: &Room) {
    for zooming in std::mem::take(&mut open.zooming) {
        match zooming {
            Zooming::By(factor) => open.zoom.by(factor, None, room),
            Zooming::Fit => open.zoom.fit(),
        }
    }
    if matches!(open.tool, Tool::Crop(_)) {
        open.zoom.fit();
        return;
    }
    let pointer = response.hover_pos();
    if let Some(pointer) = pointer {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = pinch * (wheel * 0.005).exp();
        if factor != 1.0 {
            open.zoom.by(factor, Some(pointer), room);
        }
    }
    if open.tool != Tool::Look {
        return;
    }
    if response.double_clicked() {
        if open.zoom.is_fit(room) {
            open.zoom.to(1.0, pointer, room);
        } else {
            open.zoom.fit();
        }
    }
    if !open.zoom.is_fit(room) {
        if response.dragged() {
            open.zoom.pan(response.drag_delta(), room);
        }
        if response.hovered() {
            let held = response.dragged();
            ui.ctx().set_cursor_icon(if held { CursorIcon::Grabbing } else { CursorIcon::Grab });
        }
    }
}

/// A part of the upright picture, drawn turned as the photo is.
pub(super) fn turned_mesh(texture: egui::TextureId, at: Rect, photo: &Photo, part: AreaPx) -> Shape {
    let share = |pixel: u32, side: u32| pixel as f32 / side.max(1) as f32;
    let SizePx { width, height } = photo.size_px;
    let (left, right) = (share(part.left, width), share(part.left + part.width, width));
    let (top, bottom) = (share(part.top, height), share(part.top + part.height, height));
    turned(texture, at, photo.turns, [pos2(left, top), pos2(right, top), pos2(right, bottom), pos2(left, bottom)])
}

/// A texture whose corners are those, clockwise from the top left, drawn turned.
pub(super) fn turned(texture: egui::TextureId, at: Rect, turns: QuarterTurns, source: [egui::Pos2; 4]) -> Shape {
    // Clockwise too: a turn moves each corner on by one.
    let shown = [at.left_top(), at.right_top(), at.right_bottom(), at.left_bottom()];
    let mut mesh = Mesh::with_texture(texture);
    let turns = usize::from(turns.count());
    for (corner, pos) in shown.into_iter().enumerate() {
        let uv = source[(corner + 4 - turns) % 4];
        mesh.vertices.push(egui::epaint::Vertex { pos, uv, color: Color32::WHITE });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    Shape::mesh(mesh)
}
