//! The field behind the last one: `@` and some letters, and whom they mean.

use std::sync::Arc;

use egui::{
    Align2, Area, Frame, Id, Key, Margin, Modifiers, Order, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::edit::ops::lineup;
use crate::people::read_line;
use crate::report::{Participant, ParticipantId, Photo};
use crate::ui::icon;
use crate::ui::strip::chip::Chip;
use crate::ui::strip::{Focus, StripState};
use crate::ui::suggestions::people_matching;
use crate::ui::theme::{font, radius, space};
use crate::ui::vietnamese;
use crate::ui::view::View;
use crate::ui::widgets::{Words, draw_words, popup_frame};

/// So many people are suggested.
const SHOWN: usize = 7;
/// How wide the list is.
const WIDTH: f32 = 300.0;
/// The field is no narrower.
const LEAST: f32 = 120.0;
/// Nor wider.
const MOST: f32 = 260.0;

/// What can be taken for what was typed.
#[derive(Debug, Clone)]
enum Suggestion {
    Person(Arc<Participant>),
    Unknown,
    /// Somebody who is not on the list yet.
    New(String),
}

/// Draws the field in what is left of the line. Gives whether it was left by Escape.
pub(super) fn field_ui(ui: &mut Ui, view: &View<'_>, state: &mut StripState, photo: &Photo, number: usize) -> bool {
    let id = ui.scope_id().with("field");
    state.field = Some(id);
    if state.focus == Some(Focus::Field) {
        state.focus = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let had_keyboard = ui.memory(|memory| memory.has_focus(id) || memory.had_focus_last_frame(id));
    let found = if state.is_open && had_keyboard { suggestions(view, state, photo) } else { Vec::new() };
    let mut left = false;
    if had_keyboard {
        left = keys(ui, view, state, photo, &found, id);
    }
    let width = ui.available_size_before_wrap().x;
    let width = if width < LEAST { ui.max_rect().width() } else { width }.min(MOST);
    let before = state.query.clone();
    vietnamese::type_in_field(ui.ctx(), id, &state.query);
    let hint = view.tr(if photo.people.is_empty() { "strip-hint-first" } else { "strip-hint" });
    let edit = TextEdit::singleline(&mut state.query)
        .id(id)
        .frame(Frame::new().fill(view.tokens.card).corner_radius(radius::CONTROL).inner_margin(Margin::symmetric(8, 3)))
        .font(font::ui())
        .text_color(view.tokens.ink)
        .hint_text(egui::RichText::new(hint).color(view.tokens.faint))
        .desired_width(width - 16.0)
        .min_size(vec2(width, Chip::HEIGHT))
        .align(Align2::LEFT_CENTER);
    let response = ui.add(edit);
    let label = match state.names.and_then(|place| photo.people.get(place).map(|_| place)) {
        Some(place) => view.locale.tr_with("strip-field-name", &[("number", photo.people.number(place).into())]),
        None => view.locale.tr_with("strip-field", &[("number", number.into())]),
    };
    let rect = response.rect;
    let response = response.accessible_name(&label);
    if state.query != before {
        state.is_open = !state.query.is_empty();
        (state.suggested, state.is_picked) = (0, false);
    }
    let line =
        if response.has_focus() { Stroke::new(2.0, view.tokens.accent) } else { Stroke::new(1.0, view.tokens.line) };
    ui.painter().rect_stroke(rect, radius::CONTROL, line, StrokeKind::Inside);
    if !had_keyboard {
        state.is_open = false;
        state.names = None;
    } else if state.is_open {
        let found = suggestions(view, state, photo);
        popup_ui(ui, view, state, photo, &found, rect);
    }
    left
}

/// The keys of the field and of its list. Gives whether Escape left it.
fn keys(ui: &Ui, view: &View<'_>, state: &mut StripState, photo: &Photo, found: &[Suggestion], id: Id) -> bool {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let keep = || ui.memory_mut(|memory| memory.request_focus(id));
    let last = found.len().saturating_sub(1);
    if pressed(Modifiers::NONE, Key::ArrowDown) {
        let goes_on = state.is_open && chosen(state, found).is_some() && state.suggested < last;
        state.suggested = if goes_on { state.suggested + 1 } else { 0 };
        (state.is_open, state.is_picked) = (true, true);
    }
    if pressed(Modifiers::NONE, Key::ArrowUp) && !found.is_empty() {
        state.suggested = state.suggested.checked_sub(1).unwrap_or(last);
        state.is_picked = true;
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        keep();
        match chosen(state, found).and_then(|chosen| found.get(chosen)) {
            Some(suggestion) => take(view, state, photo, suggestion),
            // Enter in the empty field begins a row, as it begins a line elsewhere; once more, it does not.
            None if state.query.is_empty() => state.begins_row = !state.begins_row && !photo.people.is_empty(),
            None => {}
        }
    }
    if pressed(Modifiers::NONE, Key::Escape) {
        let has_more = state.is_open || !state.query.is_empty() || state.begins_row || state.names.is_some();
        if !has_more {
            return true;
        }
        keep();
        state.query.clear();
        (state.is_open, state.begins_row, state.names) = (false, false, None);
    }
    if state.query.is_empty() && state.names.is_none() {
        if state.begins_row && pressed(Modifiers::NONE, Key::Backspace) {
            state.begins_row = false;
        } else if pressed(Modifiers::NONE, Key::Backspace) || pressed(Modifiers::NONE, Key::ArrowLeft) {
            // Back to whoever stands before the field.
            if let Some(place) = photo.people.numbered(photo.people.count()) {
                state.at = place;
                state.focus = Some(Focus::Chip(place));
                ui.ctx().request_repaint();
            }
        }
    }
    false
}

/// The suggestion that Enter takes. A slip of the hand is no new participant and nobody unknown: those are walked to, or asked for
/// by their sign.
fn chosen(state: &StripState, found: &[Suggestion]) -> Option<usize> {
    let is_meant = state.is_picked || state.query.trim() == "?";
    let suggestion = found.get(state.suggested)?;
    (is_meant || matches!(suggestion, Suggestion::Person(_))).then_some(state.suggested)
}

/// What was typed, without the signs that only call for a name.
fn wanted(state: &StripState) -> &str {
    state.query.trim().trim_matches(['@', '=']).trim()
}

fn suggestions(view: &View<'_>, state: &StripState, photo: &Photo) -> Vec<Suggestion> {
    let query = wanted(state);
    if state.query.trim() == "?" {
        return vec![Suggestion::Unknown];
    }
    let free = people_matching(view.report(), query).filter(|person| !photo.people.contains(&person.id));
    let mut found: Vec<_> = free.take(SHOWN).map(Suggestion::Person).collect();
    let is_listed = view.report().participants.iter().any(|person| **person.shown_name() == *query);
    if query.chars().count() > 2 && !is_listed && found.len() < SHOWN {
        found.push(Suggestion::New(query.to_owned()));
    }
    let names_unknown =
        state.names.and_then(|place| photo.people.get(place)).is_some_and(|shown| shown.person.is_none());
    if !names_unknown {
        found.push(Suggestion::Unknown);
    }
    found
}

fn take(view: &View<'_>, state: &mut StripState, photo: &Photo, suggestion: &Suggestion) {
    let report = view.report();
    let place = state.end(photo);
    let known = |id: Option<ParticipantId>| match state.names {
        Some(place) => lineup::name(report, photo.id, place, id),
        None => lineup::add(report, photo.id, id, place),
    };
    let change = match suggestion {
        Suggestion::Person(person) => known(Some(person.id)),
        Suggestion::Unknown => known(None),
        Suggestion::New(line) => {
            let id = view.editor.ids.clone().participant();
            read_line(report, id, line, "").and_then(|new| match state.names {
                Some(place) => lineup::name_new(report, photo.id, new, place),
                None => lineup::add_new(report, photo.id, new, place),
            })
        }
    };
    if change.is_some() {
        view.edit(change);
        if let Some(place) = state.names.take() {
            state.at = place;
            state.focus = Some(Focus::Chip(place));
        }
    }
    state.query.clear();
    (state.is_open, state.begins_row) = (false, false);
    (state.suggested, state.is_picked) = (0, false);
}

/// Draws the list below the field, or above it where there is no room.
fn popup_ui(ui: &Ui, view: &View<'_>, state: &mut StripState, photo: &Photo, found: &[Suggestion], field: Rect) {
    let height: f32 = found.iter().map(row_height).sum::<f32>() + 12.0;
    let screen = ui.ctx().content_rect();
    let is_above = field.bottom() + height + 8.0 > screen.bottom();
    let left = field.left().min(screen.right() - WIDTH - 20.0);
    let (anchor, pivot) = if is_above {
        (pos2(left, field.top() - 4.0), Align2::LEFT_BOTTOM)
    } else {
        (pos2(left, field.bottom() + 4.0), Align2::LEFT_TOP)
    };
    let area = Area::new(Id::unique("people for a picture")).order(Order::Foreground).fixed_pos(anchor).pivot(pivot);
    let mut taken = None;
    let chosen = chosen(state, found);
    area.show(ui.ctx(), |ui| {
        popup_frame(view.tokens).show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for (index, suggestion) in found.iter().enumerate() {
                if suggestion_ui(ui, view, suggestion, chosen == Some(index)) {
                    taken = Some(suggestion);
                }
            }
        });
    });
    if let Some(suggestion) = taken {
        take(view, state, photo, suggestion);
        // A press on the list takes the keyboard from the field.
        state.focus = state.focus.or(Some(Focus::Field));
        ui.ctx().request_repaint();
    }
}

fn row_height(suggestion: &Suggestion) -> f32 {
    match suggestion {
        Suggestion::Person(person) if !person.position().is_empty() => 42.0,
        _ => 28.0,
    }
}

/// One line of the list. Gives whether it was pressed.
fn suggestion_ui(ui: &mut Ui, view: &View<'_>, suggestion: &Suggestion, is_chosen: bool) -> bool {
    let tokens = view.tokens;
    let size = vec2(ui.available_width(), row_height(suggestion));
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let (name, position, sign) = match suggestion {
        Suggestion::Person(person) => (person.shown_name().to_string(), person.position(), None),
        Suggestion::Unknown => (view.tr("strip-unknown-entry"), String::new(), Some(icon::QUESTION)),
        Suggestion::New(line) => {
            let words = view.locale.tr_with("strip-new", &[("name", line.as_str().into())]);
            (words, String::new(), Some(icon::USER_PLUS))
        }
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.accent_wash);
    }
    let mut left = rect.left() + space::S;
    if let Some(sign) = sign {
        let at = pos2(left + 8.0, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, sign, font::icon(), tokens.muted);
        left += 24.0;
    }
    let room = rect.right() - space::S - left;
    let face = if sign.is_some() { font::ui() } else { font::strong() };
    draw_words(ui, pos2(left, rect.top() + 5.0), &Words::line(face, tokens.ink, room), &name);
    if !position.is_empty() {
        draw_words(ui, pos2(left, rect.top() + 22.0), &Words::line(font::small(), tokens.muted, room), &position);
    }
    response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed())
}
