//! Cropping: the frame on the picture, and the panel with shapes and numbers.

use egui::{
    Align, Color32, CursorIcon, DragValue, Layout, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};
use egui::{Align2, pos2, vec2};

use crate::check::size::LEAST_SIDE_PX;
use crate::edit::ops::framing;
use crate::report::{AreaPx, Photo, QuarterTurns};
use crate::ui::icon;
use crate::ui::look_closer::frame::{Frame, Handle, Shape};
use crate::ui::look_closer::keys::Wish;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, focus_ring};

/// A crop that is being drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cropping {
    /// As it is drawn by now.
    pub frame: Frame,
    /// What the photo shows without it.
    of: (Option<AreaPx>, QuarterTurns),
    /// The frame when the pointer took hold of it, and where that was.
    held: Option<(Frame, Pos2)>,
}

impl Cropping {
    /// Begins with what is shown.
    pub fn of(photo: &Photo) -> Self {
        let frame = Frame::new(framing::whole_seen(photo), framing::crop_seen(photo));
        Self { frame, of: (photo.crop, photo.turns), held: None }
    }

    /// Whether the photo is as it was when the frame was begun.
    pub fn fits(&self, photo: &Photo) -> bool {
        self.of == (photo.crop, photo.turns)
    }

    /// Goes with a turn of the photo.
    pub fn turn(&mut self, by: QuarterTurns) {
        let Frame { whole, area, shape, stands } = self.frame;
        let stands = if by.is_sideways() { !stands } else { stands };
        self.frame = Frame { whole: whole.turned(by), area: area.turned(whole, by), shape, stands };
        self.of.1 = self.of.1.and(by);
        self.held = None;
    }
}

/// So far from a corner or edge it is taken hold of, in points.
const GRIP: f32 = 14.0;

/// The frame on the picture, which lies at a place of the screen.
pub(super) fn frame_ui(ui: &mut Ui, view: &View<'_>, cropping: &mut Cropping, picture: Rect) {
    let scale = picture.width() / cropping.frame.whole.width.max(1) as f32;
    let at = on_screen(cropping.frame.area, picture, scale);
    let id = ui.scope_id().with("crop frame");
    let response = ui.interact(at, id, Sense::DRAG);
    let words = area_in_words(view, cropping.frame.area);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, format!("{}: {words}", view.tr("closer-frame"))));
    hold(&response, cropping, scale, |frame, right, down| frame.shift(right, down));
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Move);
    }
    // The corners last: where they meet an edge they are meant.
    let (edges, corners): (Vec<_>, Vec<_>) = Handle::ALL.into_iter().partition(|handle| !handle.is_corner());
    for handle in edges.into_iter().chain(corners) {
        handle_ui(ui, view, cropping, handle, at, scale);
    }
    paint(ui, picture, on_screen(cropping.frame.area, picture, scale));
}

/// Moves what is held by how far the pointer went since, so that nothing is lost by rounding.
fn hold(response: &egui::Response, cropping: &mut Cropping, scale: f32, go: impl Fn(&mut Frame, f64, f64)) {
    if response.drag_started()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        cropping.held = Some((cropping.frame, pointer - response.drag_delta()));
    }
    if response.dragged()
        && let (Some((frame, from)), Some(pointer)) = (cropping.held, response.interact_pointer_pos())
    {
        let by = (pointer - from) / scale;
        cropping.frame = frame;
        go(&mut cropping.frame, f64::from(by.x), f64::from(by.y));
    }
}

fn handle_ui(ui: &Ui, view: &View<'_>, cropping: &mut Cropping, handle: Handle, at: Rect, scale: f32) {
    let along = |side: i8, low: f32, high: f32| match side {
        -1 => (low - GRIP, low + GRIP),
        1 => (high - GRIP, high + GRIP),
        _ => (low + GRIP, (high - GRIP).max(low + GRIP)),
    };
    let (left, right) = along(handle.across, at.left(), at.right());
    let (top, bottom) = along(handle.down, at.top(), at.bottom());
    let place = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
    let id = ui.scope_id().with(("crop handle", handle.across, handle.down));
    let response = ui.interact(place, id, Sense::DRAG);
    let name = view.tr(handle_name(handle));
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(match (handle.across, handle.down) {
            (0, _) => CursorIcon::ResizeVertical,
            (_, 0) => CursorIcon::ResizeHorizontal,
            (across, down) if across == down => CursorIcon::ResizeNwSe,
            _ => CursorIcon::ResizeNeSw,
        });
    }
    hold(&response, cropping, scale, |frame, right, down| {
        let AreaPx { left, top, width, height } = frame.area;
        let edge = |side: i8, low: u32, extent: u32| f64::from(low) + if side > 0 { f64::from(extent) } else { 0.0 };
        let (x, y) = (edge(handle.across, left, width) + right, edge(handle.down, top, height) + down);
        frame.drag(handle, x, y);
    });
}

fn handle_name(handle: Handle) -> &'static str {
    match (handle.across, handle.down) {
        (-1, -1) => "closer-handle-top-left",
        (0, -1) => "closer-handle-top",
        (1, -1) => "closer-handle-top-right",
        (1, 0) => "closer-handle-right",
        (1, 1) => "closer-handle-bottom-right",
        (0, 1) => "closer-handle-bottom",
        (-1, 1) => "closer-handle-bottom-left",
        _ => "closer-handle-left",
    }
}

fn on_screen(area: AreaPx, picture: Rect, scale: f32) -> Rect {
    let min = picture.min + vec2(area.left as f32, area.top as f32) * scale;
    Rect::from_min_size(min, vec2(area.width as f32, area.height as f32) * scale)
}

/// What is outside lies in the dark; inside are thirds, as photographers compose.
fn paint(ui: &Ui, picture: Rect, frame: Rect) {
    let painter = ui.painter();
    let dark = Color32::from_black_alpha(150);
    for outside in [
        Rect::from_min_max(picture.min, pos2(picture.right(), frame.top())),
        Rect::from_min_max(pos2(picture.left(), frame.bottom()), picture.max),
        Rect::from_min_max(pos2(picture.left(), frame.top()), pos2(frame.left(), frame.bottom())),
        Rect::from_min_max(pos2(frame.right(), frame.top()), pos2(picture.right(), frame.bottom())),
    ] {
        painter.rect_filled(outside, 0, dark);
    }
    let thin = Stroke::new(1.0, Color32::from_white_alpha(110));
    for third in [1.0 / 3.0, 2.0 / 3.0] {
        painter.vline(frame.left() + frame.width() * third, frame.y_range(), thin);
        painter.hline(frame.x_range(), frame.top() + frame.height() * third, thin);
    }
    painter.rect_stroke(frame.expand(1.0), 0, Stroke::new(1.0, Color32::from_black_alpha(120)), StrokeKind::Outside);
    painter.rect_stroke(frame, 0, Stroke::new(1.5, Color32::WHITE), StrokeKind::Outside);
    let arm = 20.0_f32.min(frame.width() / 3.0).min(frame.height() / 3.0);
    let thick = Stroke::new(4.0, Color32::WHITE);
    for handle in Handle::ALL {
        let point = |side: i8, low: f32, high: f32| low + (high - low) * (f32::from(side) + 1.0) / 2.0;
        let at = pos2(
            point(handle.across, frame.left() - 1.0, frame.right() + 1.0),
            point(handle.down, frame.top() - 1.0, frame.bottom() + 1.0),
        );
        let inward = vec2(-f32::from(handle.across), -f32::from(handle.down));
        if handle.is_corner() {
            let back = vec2(-inward.x, -inward.y);
            painter.line_segment([at + vec2(back.x * 2.0, 0.0), at + vec2(inward.x * arm, 0.0)], thick);
            painter.line_segment([at + vec2(0.0, back.y * 2.0), at + vec2(0.0, inward.y * arm)], thick);
        } else {
            let across = vec2(inward.y.abs(), inward.x.abs()) * (arm / 2.0);
            painter.line_segment([at - across, at + across], thick);
        }
    }
}

fn area_in_words(view: &View<'_>, area: AreaPx) -> String {
    let values = [("width", (area.width as usize).into()), ("height", (area.height as usize).into())];
    view.locale.tr_with("closer-size", &values)
}

/// Shapes, numbers and what the crop comes to.
pub(super) fn panel_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, cropping: &mut Cropping, wishes: &mut Vec<Wish>) {
    ui.spacing_mut().item_spacing = vec2(space::S, space::M);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 4.0);
        for shape in Shape::ALL {
            let is_on = cropping.frame.shape == shape;
            if chip_ui(ui, view, &shape_name(view, &cropping.frame, shape), is_on).clicked() {
                cropping.frame.take_shape(shape);
            }
        }
        ui.add_space(space::L);
        result_ui(ui, view, cropping.frame.area);
    });
    ui.horizontal(|ui| {
        numbers_ui(ui, view, cropping);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut ask = |asked: bool, wish: Wish| wishes.extend(asked.then_some(wish));
            let apply = Button::primary(view.tr("closer-apply"));
            ask(apply.show(ui, view.tokens).clicked(), Wish::Apply);
            ask(Button::secondary(view.tr("dialog-cancel")).show(ui, view.tokens).clicked(), Wish::Done);
            let all = Button::bare(view.tr("closer-whole-picture")).enabled(photo.crop.is_some());
            ask(all.show(ui, view.tokens).clicked(), Wish::WholePicture);
        });
    });
}

fn shape_name(view: &View<'_>, frame: &Frame, shape: Shape) -> String {
    match shape {
        Shape::Free => view.tr("closer-shape-free"),
        Shape::Original => view.tr("closer-shape-original"),
        Shape::Ratio(across, down) if frame.stands => format!("{down}:{across}"),
        Shape::Ratio(across, down) => format!("{across}:{down}"),
    }
}

fn chip_ui(ui: &mut Ui, view: &View<'_>, name: &str, is_on: bool) -> egui::Response {
    let tokens = view.tokens;
    let ink = if is_on { tokens.accent } else { tokens.ink };
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font::ui(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, space::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
    let ground = if is_on {
        tokens.accent_wash
    } else if response.hovered() {
        tokens.ink.gamma_multiply(0.08)
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, radius::CONTROL, ground);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, tokens, &response, rect, radius::CONTROL);
    response
}

/// What is left, and whether that is too little.
fn result_ui(ui: &mut Ui, view: &View<'_>, area: AreaPx) {
    let tokens = view.tokens;
    let is_small = area.width.max(area.height) < LEAST_SIDE_PX;
    let size = area_in_words(view, area);
    let (text, ink) = if is_small {
        let values = [("size", size.into()), ("side", (LEAST_SIDE_PX as usize).into())];
        (view.locale.tr_with("closer-too-small", &values), tokens.warn)
    } else {
        (size, tokens.muted)
    };
    let left = if is_small { 24.0 } else { 0.0 };
    let galley = ui.painter().layout_no_wrap(text.clone(), font::ui(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(left + galley.size().x, space::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    if is_small {
        let sign = rect.left_center() + vec2(9.0, 0.0);
        ui.painter().text(sign, Align2::CENTER_CENTER, icon::WARNING, font::icon(), ink);
    }
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// The frame in numbers, for those who know them and for screen readers.
fn numbers_ui(ui: &mut Ui, view: &View<'_>, cropping: &mut Cropping) {
    let frame = &mut cropping.frame;
    let AreaPx { left, top, width, height } = frame.area;
    let whole = frame.whole;
    let mut number_ui = |name: &str, number: u32, range: std::ops::RangeInclusive<u32>| {
        let name = view.tr(name);
        let label = ui.painter().layout_no_wrap(name.clone(), font::small(), view.tokens.muted);
        let (rect, _) = ui.allocate_exact_size(vec2(label.size().x, space::CONTROL), Sense::hover());
        ui.painter().galley(pos2(rect.left(), rect.center().y - label.size().y / 2.0), label, view.tokens.muted);
        let mut value = number;
        let field = DragValue::new(&mut value).range(range).speed(4.0);
        let response = ui.add_sized(vec2(64.0, space::CONTROL), field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
        ui.add_space(space::XS);
        f64::from(value) - f64::from(number)
    };
    let right = number_ui("closer-left", left, 0..=whole.width.saturating_sub(width));
    let down = number_ui("closer-top", top, 0..=whole.height.saturating_sub(height));
    let wider = number_ui("closer-width", width, 1..=whole.width);
    let higher = number_ui("closer-height", height, 1..=whole.height);
    if (right, down) != (0.0, 0.0) {
        frame.shift(right, down);
    }
    if (wider, higher) != (0.0, 0.0) {
        frame.grow(wider, higher);
    }
}
