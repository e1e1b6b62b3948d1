//! The photos of the report: cards with their captions, or a wall of pictures.

mod card;
mod details;
mod drop;
mod keys;
mod wall;

use std::collections::BTreeSet;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::Command;
use crate::report::{Body, Photo, PhotoId, Report};
use crate::ui::icon;
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, EmptyState, IconButton, LazyColumn, LazyItem};

/// What the pane remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PhotosState {
    /// Pictures side by side instead of cards. Worth remembering from one start to the next.
    pub wall: bool,
    column: LazyColumn,
    used: UsedPhotos,
    focus: Option<FocusWish>,
    revealed: Option<PhotoId>,
    /// A time that is being written and is no time yet.
    taken: Option<(PhotoId, String)>,
}

/// Where the keyboard goes when it is drawn next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FocusWish {
    Pane,
    Card(PhotoId),
    Caption(PhotoId),
}

impl PhotosState {
    /// Gives the keyboard to the pane.
    pub fn take_focus(&mut self) {
        self.focus = Some(FocusWish::Pane);
    }

    /// Whether somebody in the pane gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.focus.is_some()
    }

    /// Goes to a photo's caption.
    pub fn write_caption(&mut self, photo: PhotoId) {
        self.wall = false;
        self.column.reveal(photo.number());
        self.focus = Some(FocusWish::Caption(photo));
    }

    fn follow(&mut self, view: &View<'_>, columns: usize) {
        if self.revealed != view.chosen.photo {
            self.revealed = view.chosen.photo;
            let Some(photo) = view.chosen.photo else { return };
            let Some(place) = place_of(view.report(), photo) else { return };
            self.column.reveal(if self.wall { wall::row_key(place / columns) } else { photo.number() });
        }
    }
}

/// The photos that are in the text, found anew when the text is restructured.
#[derive(Debug, Default)]
struct UsedPhotos {
    body: Option<Body>,
    photos: BTreeSet<PhotoId>,
}

impl UsedPhotos {
    fn update(&mut self, report: &Report) {
        if !self.body.as_ref().is_some_and(|body| body.same_structure(&report.body)) {
            self.photos = report.body.blocks().iter().filter_map(|block| block.photo()).collect();
            self.body = Some(report.body.clone());
        }
    }
}

/// Draws the pane into what is left of a side panel.
pub fn photos_pane_ui(ui: &mut Ui, view: &View<'_>, state: &mut PhotosState) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    state.used.update(view.report());
    if view.report().photos.is_empty() {
        empty_ui(ui, view, state);
        return;
    }
    let scroll = ScrollArea::vertical().id_salt("photos").auto_shrink(false);
    let margin = Margin { left: 12, right: 12, top: 10, bottom: 16 };
    scroll.content_margin(margin).show_viewport(ui, |ui, viewport| {
        let wish = state.focus.take();
        let columns = if state.wall { wall::columns(ui.available_width()) } else { 1 };
        state.follow(view, columns);
        let places = if state.wall {
            wall::wall_ui(ui, view, state, viewport, columns, wish)
        } else {
            cards_ui(ui, view, state, viewport, wish)
        };
        drop::drop_ui(ui, view, &places, state.wall);
    });
}

/// The buttons at the right end of the row with the pane's title.
pub fn photos_buttons_ui(ui: &mut Ui, view: &View<'_>, state: &mut PhotosState, row: Rect) {
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().id_salt("photos buttons").max_rect(row.shrink2(vec2(space::S, 4.0))).layout(layout);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let wall = IconButton::new(icon::SQUARES_FOUR, view.tr("photos-wall")).on(state.wall);
        if wall.show(ui, view.tokens).clicked() {
            state.wall = !state.wall;
            state.revealed = None;
        }
        let add = IconButton::new(icon::PLUS, view.tr("photos-add")).enabled(!view.read_only);
        if add.show(ui, view.tokens).clicked() {
            view.command(Command::AddPhotos);
        }
    });
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, state: &mut PhotosState) {
    let button = Button::secondary(view.tr("photos-add-button")).icon(icon::IMAGE).enabled(!view.read_only);
    if EmptyState::new(view.tr("photos-empty")).button(button).show(ui, view.tokens) {
        view.command(Command::AddPhotos);
    }
    state.focus = None;
}

fn cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PhotosState,
    viewport: Rect,
    wish: Option<FocusWish>,
) -> Vec<Rect> {
    let photos = &view.report().photos;
    let has_stop = stop(view);
    let text_width = ui.available_width() - card::TEXT_LEFT - card::PAD;
    let items: Vec<_> = photos
        .iter()
        .map(|photo| {
            let rows =
                (photo.caption.len() as f32 * font::ui().size * 0.5 / text_width.max(40.0)).ceil().clamp(1.0, 3.0);
            let estimate = card::PAD * 2.0 + (rows * 18.0 + 18.0).max(63.0);
            let keep = Some(photo.id) == has_stop;
            LazyItem { key: photo.id.number(), estimate, keep }
        })
        .collect();
    let mut column = std::mem::take(&mut state.column);
    if let Some(FocusWish::Card(photo) | FocusWish::Caption(photo)) = wish {
        column.reveal(photo.number());
    }
    let mut asked = None;
    let places = column.show(ui, viewport, &items, 10.0, |ui, index| {
        let Some(photo) = photos.get(index) else { return };
        let card = card::Card {
            photo,
            number: index + 1,
            used: state.used.photos.contains(&photo.id),
            is_chosen: view.chosen.photo == Some(photo.id),
            is_stop: has_stop == Some(photo.id),
            wish,
        };
        asked = card.show(ui, view, &mut state.taken).or(asked);
    });
    // What a card asked for may have revealed another one.
    state.column = column;
    if let Some(wish) = asked {
        if let FocusWish::Card(photo) = wish {
            state.column.reveal(photo.number());
        }
        state.focus = Some(wish);
    }
    places
}

/// The card that Tab stops at.
fn stop(view: &View<'_>) -> Option<PhotoId> {
    let report = view.report();
    let chosen = view.chosen.photo.filter(|photo| place_of(report, *photo).is_some());
    chosen.or_else(|| report.photos.first().map(|photo| photo.id))
}

fn place_of(report: &Report, photo: PhotoId) -> Option<usize> {
    report.photos.iter().position(|other| other.id == photo)
}

/// Removes a photo; the one after it, or before it at the end, is chosen then.
fn remove(view: &View<'_>, photo: &Photo) {
    let photos = &view.report().photos;
    let next = place_of(view.report(), photo.id)
        .and_then(|place| photos.get(place + 1).or_else(|| photos.get(place.checked_sub(1)?)));
    view.ask(Request::ChoosePhoto(Some(photo.id)));
    view.command(Command::RemovePhoto);
    view.ask(Request::ChoosePhoto(next.map(|photo| photo.id)));
}

/// What a desk would miss about a photo, in words.
fn missing(view: &View<'_>, photo: &Photo) -> Vec<String> {
    let mut missing = Vec::new();
    if photo.caption.as_str().trim().is_empty() {
        missing.push(view.tr("photos-no-caption"));
    }
    if photo.alt.as_str().trim().is_empty() && !photo.decorative {
        missing.push(view.tr("photos-no-alt"));
    }
    missing
}

/// The space between the parts of a card.
const GAP: f32 = space::S;

#[cfg(test)]
mod tests;
