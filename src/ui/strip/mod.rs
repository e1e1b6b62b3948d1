//! The strip under a photo: who is in the picture, in the order of the picture, and what the caption says of it.
//!
//! Each is a small frame with a number and a name, which the arrows walk through, Alt with arrows moves and Delete takes out. Behind
//! them stands a field where `@` and some letters find the next one. Participants are dropped into it from their list.

mod chip;
mod field;
mod line;
mod places;

use egui::{
    DragAndDrop, Id, LayerId, Order, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use self::chip::Chip;
pub(in crate::ui) use self::chip::number_sign;
use crate::edit::ops::lineup;
use crate::report::{LineupPlace, ParticipantId, Photo, PhotoId};
use crate::ui::drag::{DraggedPerson, DraggedShown};
use crate::ui::theme::{font, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Words, draw_words};

/// What the strip remembers from frame to frame.
#[derive(Debug, Default)]
pub struct StripState {
    /// Whose people are shown; what was typed is for that photo alone.
    of: Option<PhotoId>,
    query: String,
    field: Option<Id>,
    /// The suggestion that Enter takes.
    suggested: usize,
    /// Whether it was walked to.
    is_picked: bool,
    /// Whether the suggestions are open: something was typed, or they were asked for.
    is_open: bool,
    /// Whom Tab stops at.
    at: LineupPlace,
    /// Whoever comes next stands in a row of its own.
    begins_row: bool,
    /// Who gets the name that is typed next, instead of somebody new.
    names: Option<LineupPlace>,
    focus: Option<Focus>,
}

/// Where the keyboard goes when the strip is drawn next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Field,
    Chip(LineupPlace),
}

/// What the strip asks of the pane around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StripOutcome {
    /// Escape was pressed with nothing left to give up.
    pub left: bool,
    /// Whoever the keyboard is at.
    pub at: Option<LineupPlace>,
}

impl StripState {
    /// Gives the keyboard to the field.
    pub fn take_focus(&mut self) {
        self.focus = Some(Focus::Field);
    }

    /// Begins with a letter that was typed elsewhere.
    pub fn begin(&mut self, typed: &str) {
        self.query = typed.to_owned();
        self.is_open = true;
        self.take_focus();
    }

    /// Whether somebody of the strip gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.focus.is_some()
    }

    /// Whether the keyboard is in a field whose words are not in the report.
    pub fn writes_apart(&self, ctx: &egui::Context) -> bool {
        !self.query.is_empty() && self.field.is_some() && ctx.memory(|memory| memory.focused()) == self.field
    }

    /// Who is marked next in the picture: whoever the keyboard is at, or else the first without a mark.
    pub fn at(&self) -> LineupPlace {
        self.at
    }

    /// Goes to somebody.
    pub fn go_to(&mut self, place: LineupPlace) {
        self.at = place;
    }

    fn follow(&mut self, photo: &Photo) {
        if self.of != Some(photo.id) {
            *self = Self { of: Some(photo.id), focus: self.focus, ..Self::default() };
        }
        let rows = photo.people.rows();
        self.at.row = self.at.row.min(rows.len().saturating_sub(1));
        self.at.at = self.at.at.min(rows.get(self.at.row).map_or(0, |row| row.len().saturating_sub(1)));
        self.names = self.names.filter(|place| photo.people.get(*place).is_some());
        self.begins_row &= !photo.people.is_empty();
    }

    /// Where somebody who is added goes.
    fn end(&self, photo: &Photo) -> LineupPlace {
        let rows = photo.people.rows();
        let last = rows.len().saturating_sub(1);
        if self.begins_row {
            LineupPlace { row: rows.len(), at: 0 }
        } else {
            LineupPlace { row: last, at: rows.get(last).map_or(0, Vec::len) }
        }
    }
}

/// How a person of a picture is called in the window.
pub fn shown_name(view: &View<'_>, person: Option<ParticipantId>) -> String {
    let known = person.and_then(|id| view.report().participant(id));
    known.map_or_else(|| view.tr("strip-unknown"), |person| person.shown_name().to_string())
}

/// What a row is called.
fn row_name(view: &View<'_>, row: usize) -> String {
    view.locale.tr_with("strip-row", &[("row", (row + 1).into())])
}

/// Who is in a photo, in one line for those who only look.
pub fn people_in_words(view: &View<'_>, photo: &Photo) -> String {
    let names = photo.people.places().map(|(_, shown)| shown_name(view, shown.person));
    names.collect::<Vec<_>>().join(", ")
}

/// Between two chips, and between two lines of them.
const GAP: f32 = 5.0;
const LABEL: f32 = 17.0;
/// From this width on, the head has room for what is said of the caption.
const WIDE: f32 = 560.0;

/// Draws the strip as wide as there is room. `number` is that of the photo in the report.
pub fn strip_ui(ui: &mut Ui, view: &View<'_>, state: &mut StripState, photo: &Photo, number: usize) -> StripOutcome {
    state.follow(photo);
    let promised = state.focus;
    let mut outcome = StripOutcome::default();
    ui.scope_builder(UiBuilder::new().id_salt(("strip", photo.id.number())), |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        let is_wide = ui.available_width() > WIDE;
        let place = ui.cursor().min;
        let is_called = head_ui(ui, view, photo, number, is_wide);
        let chips = rows_ui(ui, view, state, photo, number, &mut outcome);
        let bottom = ui.min_rect().bottom();
        let whole = Rect::from_min_max(place, pos2(ui.max_rect().right(), bottom));
        drop_ui(ui, view, photo, &chips, whole);
        if !view.read_only && !is_wide {
            line::line_ui(ui, view, photo);
        }
        // In the next frame: whatever has the keyboard in that of a click elsewhere loses it.
        if is_called {
            state.take_focus();
        }
    });
    // Whoever is not there cannot have the keyboard.
    if promised.is_some() && state.focus == promised {
        state.focus = None;
    }
    outcome
}

/// What the strip is, and where there is room beside it what the caption has of the people. Tells whether its name was clicked.
fn head_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, number: usize, is_wide: bool) -> bool {
    let (title, name) = (view.tr("strip-title"), view.locale.tr_with("strip-name", &[("number", number.into())]));
    if !is_wide {
        return label_ui(ui, view, &title, Some(&name), Sense::CLICK).clicked();
    }
    let head = ui.horizontal(|ui| {
        ui.set_height(Chip::HEIGHT);
        let words = Words::line(font::small(), view.tokens.muted, WIDE / 2.0);
        let size = vec2(words.galley(ui, &title).size().x + 10.0, Chip::HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        draw_words(ui, pos2(rect.left(), rect.center().y - words.line_height / 2.0), &words, &title);
        if !view.read_only {
            line::line_ui(ui, view, photo);
        }
        response.clicked()
    });
    head.inner
}

/// A small word above what it is about.
fn label_ui(ui: &mut Ui, view: &View<'_>, text: &str, spoken: Option<&str>, sense: Sense) -> Response {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, LABEL), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.unwrap_or(text)));
    draw_words(ui, rect.min, &Words::line(font::small(), view.tokens.muted, width), text);
    response
}

/// The rows with their chips and the field. Gives where each stands on the screen.
fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut StripState,
    photo: &Photo,
    number: usize,
    outcome: &mut StripOutcome,
) -> Vec<(LineupPlace, Rect)> {
    let rows = photo.people.rows();
    let many = rows.len() > 1 || state.begins_row;
    let mut chips = Vec::new();
    let field_row = if state.begins_row { rows.len() } else { rows.len().saturating_sub(1) };
    for row in 0..=field_row.max(rows.len().saturating_sub(1)) {
        if many {
            label_ui(ui, view, &row_name(view, row), None, Sense::hover());
        }
        let people = rows.get(row).map_or(&[][..], Vec::as_slice);
        ui.spacing_mut().interact_size.y = Chip::HEIGHT;
        ui.horizontal_wrapped(|ui| {
            for (at, shown) in people.iter().enumerate() {
                let place = LineupPlace { row, at };
                let chip = Chip { photo, place, shown: *shown, many, is_stop: state.at == place };
                let rect = chip.show(ui, view, state, outcome);
                chips.push((place, rect));
            }
            if row == field_row && !view.read_only {
                outcome.left |= field::field_ui(ui, view, state, photo, number);
            }
        });
    }
    chips
}

/// Shows where somebody who is dragged would go, and puts them there.
fn drop_ui(ui: &Ui, view: &View<'_>, photo: &Photo, chips: &[(LineupPlace, Rect)], whole: Rect) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    if view.read_only || !ui.clip_rect().contains(pointer) || !whole.expand(4.0).contains(pointer) {
        return;
    }
    let person = DragAndDrop::payload::<DraggedPerson>(ui.ctx()).map(|dragged| dragged.0);
    let shown = DragAndDrop::payload::<DraggedShown>(ui.ctx()).filter(|dragged| dragged.0 == photo.id);
    if person.is_none() && shown.is_none() {
        return;
    }
    let (place, mark) = places::target(chips, pointer);
    if let Some(id) = person {
        ghost(ui, view, pointer, &shown_name(view, Some(id)));
    }
    let change = match (person, &shown) {
        (Some(id), _) => lineup::add(view.report(), photo.id, Some(id), place),
        (None, Some(dragged)) => lineup::place(view.report(), photo.id, dragged.1, place),
        (None, None) => None,
    };
    if let Some(mark) = mark.filter(|_| change.is_some()) {
        ui.painter().vline(mark.left(), mark.y_range(), Stroke::new(2.0, view.tokens.accent));
    }
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        view.edit(change);
    }
}

/// The name of whoever is dragged, at the pointer.
fn ghost(ui: &Ui, view: &View<'_>, pointer: egui::Pos2, name: &str) {
    let layer = LayerId::new(Order::Tooltip, Id::unique("dragged person"));
    let painter = ui.ctx().layer_painter(layer);
    let galley = painter.layout_no_wrap(name.to_owned(), font::ui(), view.tokens.ink);
    let place = Rect::from_min_size(pointer + vec2(10.0, 8.0), galley.size() + vec2(20.0, 10.0));
    painter.rect(place, 13, view.tokens.card, Stroke::new(1.0, view.tokens.accent), StrokeKind::Inside);
    painter.galley(place.min + vec2(10.0, 5.0), galley, view.tokens.ink);
}

/// Lets a participant be dropped anywhere on a photo: into its picture, at the end.
pub fn drop_on_photo(ui: &Ui, view: &View<'_>, photo: &Photo, area: Rect) {
    let Some(dragged) = DragAndDrop::payload::<DraggedPerson>(ui.ctx()) else { return };
    let is_over = ui.ctx().pointer_latest_pos().is_some_and(|at| area.contains(at) && ui.clip_rect().contains(at));
    if !is_over || view.read_only {
        return;
    }
    if let Some(pointer) = ui.ctx().pointer_latest_pos() {
        ghost(ui, view, pointer, &shown_name(view, Some(dragged.0)));
    }
    let row = photo.people.rows().len().saturating_sub(1);
    let place = LineupPlace { row, at: usize::MAX };
    let is_new = !photo.people.contains(&dragged.0);
    let stroke = Stroke::new(2.0, if is_new { view.tokens.accent } else { view.tokens.line_strong });
    ui.painter().rect_stroke(area, radius::CARD, stroke, StrokeKind::Inside);
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        if is_new {
            view.edit(lineup::add(view.report(), photo.id, Some(dragged.0), place));
        }
    }
}
