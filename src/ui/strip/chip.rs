//! Somebody in the picture: a number, a name, and what can be done.

use egui::{
    Align2, Color32, CursorIcon, DragAndDrop, Event, EventFilter, Key, Modifiers, Popup, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::edit::ops::lineup::{self, Way};
use crate::report::{LineupPlace, Photo, Shown};
use crate::ui::drag::DraggedShown;
use crate::ui::icon;
use crate::ui::menu::separator_ui;
use crate::ui::strip::{Focus, StripOutcome, StripState, ghost, row_name, shown_name};
use crate::ui::theme::font;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{MenuEntry, Words, draw_words, popup_frame};

/// Somebody as the strip shows them.
pub(super) struct Chip<'a> {
    pub photo: &'a Photo,
    pub place: LineupPlace,
    pub shown: Shown,
    /// Whether there are several rows.
    pub many: bool,
    pub is_stop: bool,
}

/// Left of the name: the number.
const NUMBER: f32 = 24.0;
/// Right of it: the cross.
const CROSS: f32 = 22.0;

/// What was asked of a chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Go(Way),
    Remove,
    /// Say who it is.
    Name,
    /// Say that nobody knows.
    Unknown,
    /// Show the entry in the list.
    Entry,
}

impl Chip<'_> {
    /// The height in points.
    pub(super) const HEIGHT: f32 = 28.0;

    /// Draws it and gives where it stands.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        state: &mut StripState,
        outcome: &mut StripOutcome,
    ) -> Rect {
        let tokens = view.tokens;
        let name = shown_name(view, self.shown.person);
        let cross = if view.read_only { 8.0 } else { CROSS };
        let ink = if self.shown.person.is_some() { tokens.ink } else { tokens.muted };
        let room = (ui.max_rect().width() - NUMBER - cross).max(30.0);
        let words = Words::line(font::ui(), ink, room);
        let galley = words.galley(ui, &name);
        let size = vec2(NUMBER + galley.size().x + cross, Self::HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let id = ui.scope_id().with(("chip", self.place.row, self.place.at));
        let focusable = if self.is_stop { Sense::FOCUSABLE } else { Sense::hover() };
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG | focusable);
        let spoken = self.spoken(view, &name);
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &spoken));
        if state.focus == Some(Focus::Chip(self.place)) {
            state.focus = None;
            response.request_focus();
        }
        let has_keyboard = response.has_focus();
        let is_named = state.names == Some(self.place);
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(has_keyboard));
        self.paint(ui, view, &response, rect, is_named);
        draw_words(ui, pos2(rect.left() + NUMBER, rect.center().y - words.line_height / 2.0), &words, &name);
        let mut asked = self.menu(&response, view);
        if !view.read_only {
            self.drag(ui, view, &response, &name);
            asked = asked.or(self.cross_ui(ui, view, rect, &name, &response));
        }
        if response.clicked() {
            state.at = self.place;
            response.request_focus();
        }
        if response.double_clicked() && !view.read_only {
            asked = Some(Asked::Name);
        }
        if has_keyboard {
            outcome.at = Some(self.place);
            state.at = self.place;
            asked = self.keys(ui, view, &response, state, outcome).or(asked);
        }
        if let Some(asked) = asked {
            self.perform(view, state, asked);
        }
        rect
    }

    fn spoken(&self, view: &View<'_>, name: &str) -> String {
        let number = self.photo.people.number(self.place);
        let mut parts = vec![format!("{number}. {name}")];
        parts.extend(self.many.then(|| row_name(view, self.place.row)));
        parts.join(", ")
    }

    fn paint(&self, ui: &Ui, view: &View<'_>, response: &Response, rect: Rect, is_named: bool) {
        let tokens = view.tokens;
        let over = response.contains_pointer() && DragAndDrop::payload::<DraggedShown>(ui.ctx()).is_none();
        let (line, width) = match (response.has_focus() || is_named, over) {
            (true, _) => (tokens.accent, 2.0),
            (false, true) => (tokens.line_strong, 1.0),
            (false, false) => (tokens.line, 1.0),
        };
        let painter = ui.painter();
        painter.rect(rect, 14, tokens.page, Stroke::new(width, line), StrokeKind::Inside);
        let at = pos2(rect.left() + 13.0, rect.center().y);
        number_sign(painter, at, 8.5, self.photo.people.number(self.place), tokens.accent_wash, tokens.accent);
    }

    /// The cross at its right end; Delete does the same.
    fn cross_ui(&self, ui: &Ui, view: &View<'_>, rect: Rect, name: &str, chip: &Response) -> Option<Asked> {
        let place = Rect::from_min_max(pos2(rect.right() - CROSS, rect.top()), rect.max);
        let id = ui.scope_id().with(("cross", self.place.row, self.place.at));
        let response = ui.interact(place, id, Sense::CLICK);
        let words = view.locale.tr_with("strip-remove-name", &[("name", name.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        let tokens = view.tokens;
        let over = response.contains_pointer();
        let ink = if over { tokens.ink } else { tokens.faint };
        if over || chip.contains_pointer() || chip.has_focus() {
            let face = egui::FontId { size: 12.0, ..font::icon() };
            ui.painter().text(place.center() - vec2(2.0, 0.0), Align2::CENTER_CENTER, icon::X, face, ink);
        }
        response.on_hover_text(words).clicked().then_some(Asked::Remove)
    }

    fn drag(&self, ui: &Ui, view: &View<'_>, response: &Response, name: &str) {
        if response.drag_started_by(egui::PointerButton::Primary) {
            DragAndDrop::set_payload(ui.ctx(), DraggedShown(self.photo.id, self.place));
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        let dragged = DragAndDrop::payload::<DraggedShown>(ui.ctx());
        if dragged.is_some_and(|dragged| *dragged == DraggedShown(self.photo.id, self.place))
            && let Some(pointer) = ui.ctx().pointer_latest_pos()
        {
            ghost(ui, view, pointer, name);
        }
    }

    fn menu(&self, response: &Response, view: &View<'_>) -> Option<Asked> {
        let mut asked = None;
        let rows = self.photo.people.rows();
        let row = rows.get(self.place.row).map_or(0, Vec::len);
        let last = self.place.row + 1 == rows.len();
        let free = !view.read_only;
        Popup::context_menu(response).frame(popup_frame(view.tokens)).show(|ui| {
            ui.set_min_width(220.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let mut entry = |ui: &mut Ui, words: &str, hint: &str, possible: bool, what: Asked| {
                if MenuEntry::new(&view.tr(words)).hint(hint).enabled(free && possible).show(ui, view.tokens).clicked()
                {
                    asked = Some(what);
                    ui.close();
                }
            };
            entry(ui, "strip-left", "Alt+←", self.place.at > 0, Asked::Go(Way::Left));
            entry(ui, "strip-right", "Alt+→", self.place.at + 1 < row, Asked::Go(Way::Right));
            entry(ui, "strip-forward", "Alt+↑", self.place.row > 0, Asked::Go(Way::Up));
            entry(ui, "strip-back", "Alt+↓", row > 1 || !last, Asked::Go(Way::Down));
            separator_ui(ui, view.tokens);
            entry(ui, "strip-say-who", "Enter", true, Asked::Name);
            entry(ui, "strip-say-unknown", "?", self.shown.person.is_some(), Asked::Unknown);
            entry(ui, "strip-entry", "", self.shown.person.is_some(), Asked::Entry);
            separator_ui(ui, view.tokens);
            entry(ui, "strip-remove", "Delete", true, Asked::Remove);
        });
        asked
    }

    fn keys(
        &self,
        ui: &Ui,
        view: &View<'_>,
        response: &Response,
        state: &mut StripState,
        outcome: &mut StripOutcome,
    ) -> Option<Asked> {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let ways = [
            (Key::ArrowLeft, Way::Left),
            (Key::ArrowRight, Way::Right),
            (Key::ArrowUp, Way::Up),
            (Key::ArrowDown, Way::Down),
        ];
        if !view.read_only {
            if let Some((_, way)) = ways.into_iter().find(|(key, _)| pressed(Modifiers::ALT, *key)) {
                return Some(Asked::Go(way));
            }
            if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
                return Some(Asked::Remove);
            }
            if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::F2) {
                return Some(Asked::Name);
            }
            if let Some(typed) = typed(ui) {
                if typed == "?" {
                    return Some(Asked::Unknown);
                }
                state.names = None;
                state.begin(&typed);
                return None;
            }
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            outcome.left = true;
            return None;
        }
        let people = &self.photo.people;
        let number = people.number(self.place);
        let wanted = if pressed(Modifiers::NONE, Key::ArrowLeft) {
            people.numbered(number - 1)
        } else if pressed(Modifiers::NONE, Key::ArrowRight) {
            let next = people.numbered(number + 1);
            if next.is_none() && !view.read_only {
                state.take_focus();
            }
            next
        } else if pressed(Modifiers::NONE, Key::ArrowUp) {
            self.beside(self.place.row.checked_sub(1))
        } else if pressed(Modifiers::NONE, Key::ArrowDown) {
            self.beside(Some(self.place.row + 1))
        } else if pressed(Modifiers::NONE, Key::Home) {
            people.numbered(1)
        } else if pressed(Modifiers::NONE, Key::End) {
            people.numbered(people.count())
        } else {
            None
        };
        if let Some(place) = wanted {
            state.at = place;
            state.focus = Some(Focus::Chip(place));
        }
        None
    }

    /// Who stands in another row about there.
    fn beside(&self, row: Option<usize>) -> Option<LineupPlace> {
        let row = row?;
        let last = self.photo.people.rows().get(row)?.len().checked_sub(1)?;
        Some(LineupPlace { row, at: self.place.at.min(last) })
    }

    fn perform(&self, view: &View<'_>, state: &mut StripState, asked: Asked) {
        let (report, photo) = (view.report(), self.photo.id);
        match asked {
            Asked::Go(way) => {
                if let Some((change, place)) = lineup::shift(report, photo, self.place, way) {
                    view.edit(Some(change));
                    state.at = place;
                    state.focus = Some(Focus::Chip(place));
                }
            }
            Asked::Remove => {
                view.edit(lineup::remove(report, photo, self.place));
                // Whoever stands there then has the keyboard, or else the one before, or the field.
                let number = self.photo.people.number(self.place);
                let mut left = self.photo.people.clone();
                left.remove(self.place);
                let next = left.numbered(number).or_else(|| left.numbered(number - 1));
                state.at = next.unwrap_or_default();
                state.focus = Some(next.map_or(Focus::Field, Focus::Chip));
            }
            Asked::Name => {
                state.begin("");
                state.names = Some(self.place);
                state.begins_row = false;
            }
            Asked::Unknown => {
                view.edit(lineup::name(report, photo, self.place, None));
                state.focus = Some(Focus::Chip(self.place));
            }
            Asked::Entry => view.ask(Request::ChoosePerson(self.shown.person)),
        }
    }
}

/// What was typed in this frame, taken from the input.
fn typed(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let place = input.events.iter().position(|event| matches!(event, Event::Text(text) if text.trim() == text))?;
        match input.events.remove(place) {
            Event::Text(text) => Some(text),
            _ => None,
        }
    })
}

/// A number in a disc: in the strip, and on the large picture.
pub(in crate::ui) fn number_sign(
    painter: &egui::Painter,
    at: egui::Pos2,
    radius: f32,
    number: usize,
    ground: Color32,
    ink: Color32,
) {
    painter.circle_filled(at, radius, ground);
    let size = if number < 10 { radius * 1.35 } else { radius * 1.15 };
    painter.text(at, Align2::CENTER_CENTER, number, egui::FontId { size, ..font::strong() }, ink);
}
