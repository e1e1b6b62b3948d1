//! The bar above the picture: back, turn, tools, zoom.

use egui::{Align, Align2, Layout, Painter, Pos2, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::report::Photo;
use crate::ui::icon;
use crate::ui::look_closer::keys::Wish;
use crate::ui::look_closer::{Open, Tool, Zooming, stage};
use crate::ui::theme::font;
use crate::ui::view::View;
use crate::ui::widgets::{Button, IconButton};

/// One step of the zoom.
pub(super) const STEP: f32 = 1.25;

pub(super) fn bar_ui(
    ui: &mut Ui,
    view: &View<'_>,
    open: &mut Open,
    photo: &Photo,
    place: usize,
    wishes: &mut Vec<Wish>,
) {
    let mut ask = |asked: bool, wish: Wish| wishes.extend(asked.then_some(wish));
    let button = |icon: &'static str, name: &str, key: &str| IconButton::new(icon, view.tr(name)).key(key);
    let whole = ui.max_rect();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let back = button(icon::ARROW_LEFT, "closer-back", "Esc");
        ask(back.show(ui, view.tokens).clicked(), Wish::Close);
        ui.add_space(6.0);
        let count = view.report().photos.len();
        let values = [("number", (place + 1).into()), ("of", count.into())];
        label_ui(ui, &view.locale.tr_with("closer-number", &values), view.tokens.ink, None);
        ui.add_space(6.0);
        let previous = button(icon::CARET_LEFT, "closer-previous", "←").enabled(place > 0);
        ask(previous.show(ui, view.tokens).clicked(), Wish::Previous);
        let next = button(icon::CARET_RIGHT, "closer-next", "→").enabled(place + 1 < count);
        ask(next.show(ui, view.tokens).clicked(), Wish::Next);
    });
    let tools = egui::Rect::from_center_size(whole.center(), vec2(5.0 * 30.0 + 4.0 * 4.0, whole.height()));
    ui.scope_builder(egui::UiBuilder::new().id_salt("tools").max_rect(tools), |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let free = !view.read_only;
            let left = button(icon::ARROW_COUNTER_CLOCKWISE, "photos-turn-left", "[").enabled(free);
            ask(left.show(ui, view.tokens).clicked(), Wish::TurnLeft);
            let right = button(icon::ARROW_CLOCKWISE, "photos-turn-right", "]").enabled(free);
            ask(right.show(ui, view.tokens).clicked(), Wish::TurnRight);
            let is_crop = matches!(open.tool, Tool::Crop(_));
            let crop = button(icon::CROP, "closer-crop", "C").enabled(free).on(is_crop);
            ask(crop.show(ui, view.tokens).clicked(), Wish::Crop);
            let is_focal = open.tool == Tool::Focal;
            let focal = button("", "closer-focal", "F").enabled(free).on(is_focal).show(ui, view.tokens);
            let ink = if is_focal { view.tokens.accent } else { view.tokens.muted };
            crosshair(ui.painter(), focal.rect.center(), 5.5, Stroke::new(1.4, ink));
            ask(focal.clicked(), Wish::Focal);
            let is_marks = matches!(open.tool, Tool::Marks(_));
            let marks = button(icon::USERS, "closer-marks", "P").enabled(free).on(is_marks);
            ask(marks.show(ui, view.tokens).clicked(), Wish::Marks);
        });
    });
    zoom_ui(ui, view, open, photo, whole);
}

fn zoom_ui(ui: &mut Ui, view: &View<'_>, open: &mut Open, photo: &Photo, whole: egui::Rect) {
    if matches!(open.tool, Tool::Crop(_)) {
        return;
    }
    let room = stage::last_room(ui, photo);
    let right = egui::UiBuilder::new().id_salt("zoom").max_rect(whole).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(right, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let button = |icon: &'static str, name: &str, key: &str| IconButton::new(icon, view.tr(name)).key(key);
        let (scale, is_fit) = room.as_ref().map_or((1.0, true), |room| (open.zoom.scale(room), open.zoom.is_fit(room)));
        if Button::bare("1:1").name(view.tr("closer-actual-size")).show(ui, view.tokens).clicked()
            && let Some(room) = &room
        {
            open.zoom.to(1.0, None, room);
        }
        let fit = button(icon::ARROWS_OUT, "closer-fit", "0").on(is_fit);
        if fit.show(ui, view.tokens).clicked() {
            open.zooming.push(Zooming::Fit);
        }
        if button(icon::PLUS, "command-zoom-in", "+").show(ui, view.tokens).clicked() {
            open.zooming.push(Zooming::By(STEP));
        }
        let percent = view.locale.tr_with("closer-percent", &[("percent", ((scale * 100.0).round() as usize).into())]);
        label_ui(ui, &percent, view.tokens.muted, Some(48.0));
        if button(icon::MINUS, "command-zoom-out", "−").enabled(!is_fit).show(ui, view.tokens).clicked() {
            open.zooming.push(Zooming::By(1.0 / STEP));
        }
    });
}

fn label_ui(ui: &mut Ui, text: &str, color: egui::Color32, width: Option<f32>) {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font::ui(), color);
    let size = vec2(width.unwrap_or(galley.size().x), 20.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font::ui(), color);
}

/// The sign of the focal point.
pub(super) fn crosshair(painter: &Painter, at: Pos2, radius: f32, stroke: Stroke) {
    painter.circle_stroke(at, radius, stroke);
    for arm in [vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0)] {
        painter.line_segment([at + arm * (radius * 0.5), at + arm * (radius * 1.5)], stroke);
    }
}
