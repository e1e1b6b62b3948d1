//! The photos of the report: cards with their captions, or a wall of pictures.

mod arrival;
mod badges;
mod card;
mod details;
mod drop;
mod fields;
mod keys;
mod menu;
mod selection;
mod several;
mod wall;

use std::collections::{BTreeSet, VecDeque};

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

pub use self::arrival::Arrival;
use self::badges::badges;
use self::fields::Field;
use self::selection::Selection;
use crate::app::Command;
use crate::report::{Body, PhotoId, Report};
use crate::ui::icon;
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Button, EmptyState, IconButton, LazyColumn, LazyItem, MenuEntry, menu_button};

/// What the pane remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PhotosState {
    /// Pictures side by side instead of cards. Worth remembering from one start to the next.
    pub wall: bool,
    /// One line for each photo. Worth remembering too.
    pub compact: bool,
    /// What is still being read.
    pub arrivals: VecDeque<Arrival>,
    column: LazyColumn,
    used: UsedPhotos,
    focus: Option<FocusWish>,
    revealed: Option<PhotoId>,
    selection: Selection,
    memory: details::Memory,
}

/// Where the keyboard goes when it is drawn next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FocusWish {
    Pane,
    Card(PhotoId),
    Field(PhotoId, Field),
}

impl PhotosState {
    /// Gives the keyboard to the pane.
    pub fn take_focus(&mut self) {
        self.focus = Some(FocusWish::Pane);
    }

    /// Whether somebody in the pane gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.focus.is_some() || self.memory.strip.awaits_keyboard()
    }

    /// Whether the keyboard is in a field whose words are not in the report.
    pub fn writes_apart(&self, ctx: &egui::Context) -> bool {
        self.memory.strip.writes_apart(ctx)
    }

    /// Goes to the people of a photo.
    pub fn name_people(&mut self, photo: PhotoId) {
        self.wall = false;
        self.column.reveal(photo.number());
        self.focus = Some(FocusWish::Field(photo, Field::People));
    }

    /// Goes to a photo's caption.
    pub fn write_caption(&mut self, photo: PhotoId) {
        self.wall = false;
        self.column.reveal(photo.number());
        self.focus = Some(FocusWish::Field(photo, Field::Caption));
    }

    /// The chosen photos in their order: `chosen`, and those that were chosen with it.
    pub fn chosen_photos(&self, report: &Report, chosen: Option<PhotoId>) -> Vec<PhotoId> {
        self.selection.photos(report, chosen)
    }

    /// The places among the arrivals whose camera's picture should be looked for: they are in sight. Each is told once.
    pub fn take_wanted_previews(&mut self) -> Vec<usize> {
        arrival::take_wanted(&mut self.arrivals)
    }

    /// Everything has another height now.
    fn show_anew(&mut self) {
        self.column = LazyColumn::default();
        self.revealed = None;
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
    state.selection.follow(view.chosen.photo);
    if view.report().photos.is_empty() && state.arrivals.is_empty() {
        empty_ui(ui, view, state);
        return;
    }
    let several = state.chosen_photos(view.report(), view.chosen.photo).len();
    if several > 1 {
        several::several_ui(ui, view, several);
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
        drop::drop_ui(ui, view, &places, state.wall, &state.selection);
    });
}

/// The buttons at the right end of the row with the pane's title.
pub fn photos_buttons_ui(ui: &mut Ui, view: &View<'_>, state: &mut PhotosState, row: Rect) {
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().id_salt("photos buttons").max_rect(row.shrink2(vec2(space::S, 4.0))).layout(layout);
    // A child that takes no room: the row has it, and what follows begins under its line.
    let mut buttons = ui.new_child(builder);
    buttons.spacing_mut().item_spacing.x = 0.0;
    menu_button(&mut buttons, view.tokens, icon::SQUARES_FOUR, view.tr("photos-view"), |ui| {
        ui.set_min_width(150.0);
        for (words, wall, compact) in
            [("photos-cards", false, false), ("photos-compact", false, true), ("photos-wall", true, state.compact)]
        {
            let is_on = state.wall == wall && (wall || state.compact == compact);
            if MenuEntry::new(&view.tr(words)).on(is_on).show(ui, view.tokens).clicked() {
                (state.wall, state.compact) = (wall, compact);
                state.show_anew();
                ui.close();
            }
        }
    });
    let add = IconButton::new(icon::PLUS, view.tr("photos-add")).enabled(!view.read_only);
    if add.show(&mut buttons, view.tokens).clicked() {
        view.command(Command::AddPhotos);
    }
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
    let mut items: Vec<_> = photos
        .iter()
        .map(|photo| {
            let rows =
                (photo.caption.len() as f32 * font::ui().size * 0.5 / text_width.max(40.0)).ceil().clamp(1.0, 3.0);
            let full = card::PAD * 2.0 + (rows * 18.0 + 18.0).max(63.0);
            let estimate = if state.compact { card::SHORT_HEIGHT } else { full };
            let keep = Some(photo.id) == has_stop;
            LazyItem { key: photo.id.number(), estimate, keep }
        })
        .collect();
    let arriving = (0..state.arrivals.len()).map(|index| LazyItem {
        key: arrival::key(&state.arrivals, index),
        estimate: arrival::HEIGHT,
        keep: false,
    });
    items.extend(arriving);
    let mut column = std::mem::take(&mut state.column);
    if let Some(FocusWish::Card(photo) | FocusWish::Field(photo, _)) = wish {
        column.reveal(photo.number());
    }
    let mut asked = None;
    let PhotosState { used, selection, memory, arrivals, compact, .. } = state;
    let chosen = selection.photos(view.report(), view.chosen.photo);
    let mut places = column.show(ui, viewport, &items, 10.0, |ui, index| {
        let Some(photo) = photos.get(index) else {
            if let Some(arrival) = arrivals.get_mut(index - photos.len()) {
                arrival::arrival_ui(ui, view, arrival);
            }
            return;
        };
        let card = card::Card {
            photo,
            number: index + 1,
            used: used.photos.contains(&photo.id),
            is_chosen: chosen.contains(&photo.id),
            unfolds: chosen == [photo.id],
            is_stop: has_stop == Some(photo.id),
            is_short: *compact,
            wish,
            around: fields::Around::of(photos, index),
        };
        asked = card.show(ui, view, memory, selection).or(asked);
    });
    places.truncate(photos.len());
    // What a card asked for may have revealed another one.
    state.column = column;
    if let Some(wish) = asked {
        if let FocusWish::Card(photo) | FocusWish::Field(photo, _) = wish {
            state.column.reveal(photo.number());
        }
        // What is written in unfolds, and its fields are there in the next frame.
        if let FocusWish::Field(photo, _) = wish {
            state.selection.pick(view, photo, selection::Pick::Only);
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

/// The space between the parts of a card.
const GAP: f32 = space::S;

#[cfg(test)]
mod tests;
