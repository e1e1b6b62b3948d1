//! The focal point: what stays in sight when the picture is cut to a shape.

use egui::{Align, Color32, CursorIcon, Layout, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

use crate::edit::ops::framing;
use crate::report::{AreaPx, Photo, PointPx};
use crate::ui::look_closer::bar::crosshair;
use crate::ui::look_closer::keys::Wish;
use crate::ui::look_closer::stage::turned_mesh;
use crate::ui::pictures::Picture;
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, Words, draw_words};

/// The shapes that pages cut pictures to.
const SHAPES: [(u32, u32); 3] = [(16, 9), (4, 3), (1, 1)];
/// How high a small picture of the cut is.
const CUT: f32 = 84.0;

/// The point on the picture, which lies at a place of the screen; a press or drag sets it.
pub(super) fn point_ui(ui: &Ui, view: &View<'_>, photo: &Photo, response: &Response, picture: Rect) {
    let shown = framing::crop_seen(photo);
    let scale = picture.width() / shown.width.max(1) as f32;
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    let pointed = (response.clicked() || response.dragged()).then(|| response.interact_pointer_pos()).flatten();
    if let Some(pointer) = pointed.filter(|_| !view.read_only) {
        let by = (pointer - picture.min) / scale;
        let within = |by: f32, from: u32, extent: u32| from + (by.max(0.0) as u32).min(extent.saturating_sub(1));
        let point = PointPx { x: within(by.x, shown.left, shown.width), y: within(by.y, shown.top, shown.height) };
        view.edit(framing::focus(view.report(), photo.id, Some(point)));
    }
    let at = on_screen(framing::focus_seen(photo), shown, picture, scale);
    let painter = ui.painter();
    crosshair(painter, at, 15.0, Stroke::new(5.0, Color32::from_black_alpha(120)));
    crosshair(painter, at, 15.0, Stroke::new(2.0, Color32::WHITE));
    painter.circle_filled(at, 2.5, Color32::WHITE);
}

fn on_screen(point: PointPx, shown: AreaPx, picture: Rect, scale: f32) -> Pos2 {
    let by = vec2(point.x as f32 - shown.left as f32, point.y as f32 - shown.top as f32);
    picture.min + (by + vec2(0.5, 0.5)) * scale
}

/// What the focal point is for, and what pages will show.
pub(super) fn panel_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, wishes: &mut Vec<Wish>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let shown = framing::crop_seen(photo);
        let point = framing::focus_seen(photo);
        for shape in SHAPES {
            cut_ui(ui, view, photo, shape, framing::cut_around(shown, shape, point));
        }
        ui.add_space(space::S);
        let room = (ui.available_width() - 240.0).clamp(120.0, 360.0);
        let words = Words { line_height: 19.0, ..Words::line(font::ui(), view.tokens.muted, room).rows(4) };
        let text = view.tr("closer-focal-note");
        let height = words.galley(ui, &text).size().y;
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        draw_words(ui, rect.min, &words, &text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = Button::primary(view.tr("closer-done"));
            wishes.extend(done.show(ui, view.tokens).clicked().then_some(Wish::Done));
            let middle = Button::bare(view.tr("closer-no-focal")).enabled(photo.focal.is_some() && !view.read_only);
            wishes.extend(middle.show(ui, view.tokens).clicked().then_some(Wish::NoFocal));
        });
    });
}

/// A part of the turned picture as it will be seen, with its shape below.
fn cut_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, (across, down): (u32, u32), cut: AreaPx) {
    let size = vec2(CUT * across as f32 / down as f32, CUT);
    let (rect, response) = ui.allocate_exact_size(size + vec2(0.0, 20.0), Sense::hover());
    let shape = format!("{across}:{down}");
    let name = view.locale.tr_with("closer-cut", &[("shape", shape.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let place = Rect::from_min_size(rect.min, size);
    let painter = ui.painter();
    if let Picture::Ready(texture) = view.pictures.closely(photo, false) {
        let part = cut.turned(framing::whole_seen(photo), photo.turns.back());
        painter.add(turned_mesh(texture.id(), place, photo, part));
    } else {
        painter.rect_filled(place, 0, view.tokens.ink.gamma_multiply(0.07));
    }
    painter.rect_stroke(place, 0, Stroke::new(1.0, view.tokens.line), StrokeKind::Outside);
    let at = pos2(place.center().x, place.bottom() + 4.0);
    painter.text(at, egui::Align2::CENTER_TOP, shape, font::small(), view.tokens.muted);
}
