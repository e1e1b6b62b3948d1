//! Pictures side by side, each with one line of its caption.

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::report::Photo;
use crate::ui::icon;
use crate::ui::photos::card::lead_sign;
use crate::ui::photos::selection::{Pick, Selection};
use crate::ui::photos::{Field, FocusWish, PhotosState, badges, drop, keys, menu, stop};
use crate::ui::strip::drop_on_photo;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::View;
use crate::ui::widgets::{LazyItem, Words, draw_picture, draw_words};

/// The width that pictures are meant to have.
const WIDTH: f32 = 128.0;
const GAP: f32 = space::S;
const CAPTION: f32 = 20.0;

/// How many pictures stand side by side.
pub(super) fn columns(width: f32) -> usize {
    ((width + GAP) / (WIDTH + GAP)).round().max(1.0) as usize
}

/// What names a row.
pub(super) fn row_key(row: usize) -> u64 {
    row as u64
}

/// Draws the wall and gives where each picture stands.
pub(super) fn wall_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PhotosState,
    viewport: Rect,
    columns: usize,
    wish: Option<FocusWish>,
) -> Vec<Rect> {
    let photos = &view.report().photos;
    let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
    let height = (width * 0.75).round() + CAPTION;
    let stop = stop(view);
    let rows: Vec<_> = photos
        .chunks(columns)
        .enumerate()
        .map(|(row, photos)| LazyItem {
            key: row_key(row),
            estimate: height,
            keep: photos.iter().any(|photo| Some(photo.id) == stop),
        })
        .collect();
    let mut column = std::mem::take(&mut state.column);
    let mut asked = None;
    let PhotosState { used, selection, .. } = state;
    let used = &used.photos;
    let chosen = selection.photos(view.report(), view.chosen.photo);
    let lines = column.show(ui, viewport, &rows, GAP, |ui, row| {
        let origin = ui.max_rect().min;
        for (index, photo) in photos.iter().enumerate().skip(row * columns).take(columns) {
            let left = origin.x + (index - row * columns) as f32 * (width + GAP);
            let cell = Cell {
                photo,
                number: index + 1,
                place: Rect::from_min_size(pos2(left, origin.y), vec2(width, height)),
                is_stop: stop == Some(photo.id),
                used: used.contains(&photo.id),
                is_chosen: chosen.contains(&photo.id),
            };
            asked = cell.show(ui, view, columns, wish, selection).or(asked);
        }
        ui.allocate_rect(Rect::from_min_size(origin, vec2(ui.available_width(), height)), Sense::hover());
    });
    state.column = column;
    match asked {
        Some(FocusWish::Field(photo, Field::Caption)) => state.write_caption(photo),
        Some(wish) => state.focus = Some(wish),
        None => {}
    }
    arrivals_ui(ui, view, state, &lines, columns, vec2(width, height));
    let place = |index: usize| {
        let line = lines.get(index / columns)?;
        let left = line.left() + (index % columns) as f32 * (width + GAP);
        Some(Rect::from_min_size(pos2(left, line.top()), vec2(width, height)))
    };
    (0..photos.len()).filter_map(place).collect()
}

/// What is being read stands in the rows after the photos.
fn arrivals_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PhotosState,
    lines: &[Rect],
    columns: usize,
    size: egui::Vec2,
) {
    if state.arrivals.is_empty() {
        return;
    }
    let top = lines.last().map_or(ui.max_rect().top(), |line| line.bottom() + GAP);
    for (index, arrival) in state.arrivals.iter_mut().enumerate() {
        let (row, column) = (index / columns, index % columns);
        let at = pos2(ui.max_rect().left() + column as f32 * (size.x + GAP), top + row as f32 * (size.y + GAP));
        let place = Rect::from_min_size(at, size);
        if !ui.clip_rect().intersects(place) {
            continue;
        }
        arrival.is_seen(ui);
        let arriving = ui.interact(place, ui.scope_id().with(("arrival", index)), Sense::hover());
        let name = view.locale.tr_with("import-arriving", &[("name", arrival.name.as_str().into())]);
        arriving.widget_info(|| WidgetInfo::labeled(Role::ListItem, false, &name));
        let picture = Rect::from_min_max(place.min, place.max - vec2(0.0, CAPTION));
        ui.painter().rect_filled(picture, radius::PICTURE, view.tokens.ink.gamma_multiply(0.05));
        if let Some(texture) = arrival.preview() {
            let scale = (picture.width() / texture.size_vec2().x).min(picture.height() / texture.size_vec2().y);
            let shown = Rect::from_center_size(picture.center(), texture.size_vec2() * scale);
            let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), shown, all, egui::Color32::WHITE.gamma_multiply(0.75));
        }
        let words = Words::line(font::small(), view.tokens.muted, size.x);
        draw_words(ui, pos2(place.left() + 1.0, picture.bottom() + 3.0), &words, &arrival.name);
    }
    let rows = state.arrivals.len().div_ceil(columns) as f32;
    ui.allocate_rect(
        Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(ui.available_width(), rows * (size.y + GAP))),
        Sense::hover(),
    );
}

struct Cell<'a> {
    photo: &'a Photo,
    number: usize,
    place: Rect,
    is_stop: bool,
    used: bool,
    is_chosen: bool,
}

impl Cell<'_> {
    fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        columns: usize,
        wish: Option<FocusWish>,
        selection: &mut Selection,
    ) -> Option<FocusWish> {
        let focusable = if self.is_stop { Sense::FOCUSABLE } else { Sense::hover() };
        let id = ui.scope_id().with(self.photo.id.number());
        let response = ui.interact(self.place, id, Sense::CLICK | Sense::DRAG | focusable);
        let is_chosen = self.is_chosen;
        let badges = badges(view, self.photo, self.used);
        let problems: Vec<_> = badges.iter().filter(|badge| badge.is_problem).map(|badge| badge.text.clone()).collect();
        let caption = self.photo.caption.as_str();
        let number = view.locale.tr_with("photos-card", &[("number", self.number.into())]);
        let mut spoken = vec![number, caption.to_owned()];
        spoken.extend(badges.iter().map(|badge| badge.text.clone()));
        let is_lead = view.report().details.lead_photo == Some(self.photo.id);
        spoken.extend(is_lead.then(|| view.tr("photos-lead")));
        spoken.retain(|part| !part.is_empty());
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, spoken.join(". ")));
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(is_chosen));
        self.paint(ui, view, &response, is_chosen, !problems.is_empty());
        drop::drag_source(ui, view, &response, self.photo, is_chosen);
        drop_on_photo(ui, view, self.photo, self.place);
        menu::menu_ui(&response, view, selection, self.photo, self.used);
        let wanted = match wish {
            Some(FocusWish::Pane) => self.is_stop,
            Some(FocusWish::Card(photo)) => photo == self.photo.id,
            _ => false,
        };
        if response.clicked() || wanted {
            response.request_focus();
            let pick = Pick::of(ui.input(|input| input.modifiers));
            if !wanted {
                selection.pick(view, self.photo.id, pick);
            } else if !is_chosen {
                selection.pick(view, self.photo.id, Pick::Only);
            }
        }
        let written = FocusWish::Field(self.photo.id, Field::Caption);
        let mut asked = response.double_clicked().then_some(written);
        if response.has_focus() {
            asked = keys::handle(ui, view, &response, self.photo, columns, selection).or(asked);
        }
        let shown = if problems.is_empty() { caption.to_owned() } else { problems.join(" · ") };
        if !shown.is_empty() {
            response.on_hover_text(shown);
        }
        asked
    }

    fn paint(&self, ui: &Ui, view: &View<'_>, response: &egui::Response, is_chosen: bool, incomplete: bool) {
        let tokens = view.tokens;
        let picture = Rect::from_min_max(self.place.min, self.place.max - vec2(0.0, CAPTION));
        ui.painter().rect_filled(picture, radius::PICTURE, tokens.ink.gamma_multiply(0.05));
        draw_picture(ui, tokens, view.pictures, self.photo, picture);
        let stroke = match (is_chosen, response.hovered()) {
            (true, _) => Stroke::new(2.0, tokens.accent),
            (false, true) => Stroke::new(1.0, tokens.line_strong),
            (false, false) => Stroke::NONE,
        };
        ui.painter().rect_stroke(picture.expand(1.0), radius::PICTURE + 1, stroke, StrokeKind::Outside);
        if view.report().details.lead_photo == Some(self.photo.id) {
            lead_sign(ui, view, Rect::from_min_size(picture.min, vec2(24.0, 24.0)));
        }
        let sign = if incomplete {
            Some((icon::WARNING, tokens.warn, tokens.warn_wash))
        } else if !self.used {
            Some((icon::PROHIBIT, tokens.muted, tokens.card))
        } else {
            None
        };
        if let Some((sign, ink, ground)) = sign {
            let badge = picture.right_top() + vec2(-13.0, 13.0);
            ui.painter().circle_filled(badge, 10.0, ground);
            let face = egui::FontId { size: 13.0, ..font::icon() };
            ui.painter().text(badge, Align2::CENTER_CENTER, sign, face, ink);
        }
        let caption = self.photo.caption.as_str();
        let empty = caption.trim().is_empty();
        let ink = if empty { tokens.faint } else { tokens.ink };
        let hint = view.tr("photos-no-caption");
        let words = Words::line(font::small(), ink, self.place.width());
        let at = pos2(self.place.left() + 1.0, picture.bottom() + 3.0);
        draw_words(ui, at, &words, if empty { &hint } else { caption });
    }
}
