//! The list of participants with its search, its heads and its quick entry.

use egui::{
    DragAndDrop, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};

use crate::app::Command;
use crate::edit::ops::people;
use crate::people::read_line;
use crate::report::{Group, Participant, ParticipantId};
use crate::ui::drag::DraggedPerson;
use crate::ui::icon;
use crate::ui::people::form::FormOutcome;
use crate::ui::people::groups::{Row, neighbour, place_beside};
use crate::ui::people::look::{ListOrder, look_ui};
use crate::ui::people::menu::{self, Asked};
use crate::ui::people::row::{MARGIN, PersonRow, estimate};
use crate::ui::people::{FocusWish, PeopleState, quick_id, search_id};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, EmptyState, LazyItem, SearchField, TextField, Words, draw_words, hairline};

/// What names the form of somebody new.
pub(super) const NEW_KEY: u64 = u64::MAX;
const HEAD: f32 = 28.0;
const FOOTER: f32 = 112.0;

/// What came of drawing the rows.
#[derive(Default)]
struct Drawn {
    asked: Option<(ParticipantId, Asked)>,
    form: Option<FormOutcome>,
    focus: Option<FocusWish>,
}

/// Draws the list.
pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    if let Some(mut left) = state.left.take()
        && left.follow(view.report())
    {
        left.finish(view);
    }
    if state.form.as_mut().is_some_and(|form| !form.follow(view.report())) {
        state.form = None;
    }
    search_ui(ui, view, state);
    let pinned = state.form.as_ref().and_then(|form| form.pinned());
    state.rows.update(view.report(), &state.search, state.look.order, pinned.as_ref());
    if state.revealed != view.chosen.person {
        state.revealed = view.chosen.person;
        if let Some(person) = view.chosen.person {
            state.column.reveal(person.number());
        }
    }
    let footer = if view.read_only { 0.0 } else { FOOTER };
    let room = (ui.available_height() - footer).max(HEAD);
    if state.rows.all().is_empty() && state.form.is_none() {
        empty_ui(ui, view, state);
    } else {
        let scroll = ScrollArea::vertical().id_salt("participants").auto_shrink([false, true]).max_height(room);
        scroll.show_viewport(ui, |ui, viewport| rows_ui(ui, view, state, viewport));
    }
    if !view.read_only {
        footer_ui(ui, view, state);
    }
}

fn search_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 12, right: 12, top: 10, bottom: 6 });
    frame.show(ui, |ui| {
        let (name, clear) = (view.tr("people-search"), view.tr("people-search-clear"));
        let response = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let room = vec2(ui.available_width() - 32.0, space::CONTROL);
                let field = ui.allocate_ui(room, |ui| {
                    SearchField::new(search_id(), &name, &clear).show(ui, view.tokens, &mut state.search)
                });
                look_ui(ui, view, &mut state.look);
                field.inner
            })
            .inner;
        if state.focus == Some(FocusWish::Pane) && view.report().participants.is_empty() {
            state.focus = None;
            response.request_focus();
        }
        // Down from the search goes into what it found.
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            let first = state.rows.all().iter().find_map(|row| match row {
                Row::Person { id, .. } => Some(*id),
                Row::Head { .. } => None,
            });
            if let Some(first) = first {
                view.ask(Request::ChoosePerson(Some(first)));
                state.focus = Some(FocusWish::Row(first));
            }
        }
    });
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    if state.search.trim().is_empty() {
        let button = Button::secondary(view.tr("people-add-person")).icon(icon::USER_PLUS).enabled(!view.read_only);
        if EmptyState::new(view.tr("people-empty")).button(button).show(ui, view.tokens) {
            view.command(Command::AddPerson);
        }
    } else {
        let query = state.search.trim().to_owned();
        let sentence = view.locale.tr_with("people-none-found", &[("query", query.clone().into())]);
        let words = view.locale.tr_with("people-add-found", &[("query", query.clone().into())]);
        let button = Button::secondary(words).icon(icon::USER_PLUS).enabled(!view.read_only);
        if EmptyState::new(sentence).button(button).show(ui, view.tokens) && add_line(view, state, &query) {
            state.search.clear();
        }
    }
    ui.add_space(space::L);
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState, viewport: Rect) {
    let wish = state.focus.take();
    let rows = state.rows.all().to_vec();
    let editing = state.form.as_ref().filter(|form| !form.is_new()).and_then(|form| form.id());
    let new_form = state.form.as_ref().is_some_and(|form| form.is_new());
    let stop = stop(view, &rows);
    let width = ui.available_width();
    let mut items = Vec::with_capacity(rows.len() + 1);
    if new_form {
        items.push(LazyItem { key: NEW_KEY, estimate: 380.0, keep: true });
    }
    items.extend(rows.iter().map(|row| match row {
        Row::Head { group, .. } => LazyItem { key: Id::unique(head_key(group)).value(), estimate: HEAD, keep: false },
        Row::Person { place, id } => {
            let participant = view.report().participants.get(*place);
            let is_kept = Some(*id) == stop || Some(*id) == editing;
            let height = participant.map_or(47.0, |participant| estimate(participant, width));
            LazyItem { key: id.number(), estimate: height, keep: is_kept }
        }
    }));
    let mut column = std::mem::take(&mut state.column);
    if let Some(FocusWish::Row(person)) = wish {
        column.reveal(person.number());
    }
    let mut drawn = Drawn::default();
    let places = column.show(ui, viewport, &items, 0.0, |ui, index| {
        let row = if new_form { index.checked_sub(1).and_then(|index| rows.get(index)) } else { rows.get(index) };
        match row {
            Some(Row::Head { group, count }) => head_ui(ui, view, group, *count),
            Some(Row::Person { id, .. }) if Some(*id) == editing => {
                drawn.form = state.form.as_mut().map(|form| form.show(ui, view));
            }
            Some(Row::Person { place, id }) => {
                let Some(participant) = view.report().participants.get(*place) else { return };
                let row = PersonRow {
                    participant,
                    mentions: state.watch.mentions_of(*id),
                    look: state.look,
                    is_chosen: view.chosen.person == Some(*id),
                    is_stop: stop == Some(*id),
                };
                person_ui(ui, view, &row, &rows, wish, &mut drawn);
            }
            None => drawn.form = state.form.as_mut().map(|form| form.show(ui, view)),
        }
    });
    state.column = column;
    let row_places = places.get(usize::from(new_form)..).unwrap_or_default();
    sticky_head_ui(ui, view, &rows, row_places);
    drop_ui(ui, view, &rows, row_places);
    if let Some(focus) = drawn.focus {
        state.focus = Some(focus);
    }
    finish_rows(view, state, &rows, &drawn);
}

fn finish_rows(view: &View<'_>, state: &mut PeopleState, rows: &[Row], drawn: &Drawn) {
    if let Some((id, asked)) = drawn.asked {
        match asked {
            Asked::Edit => {
                view.ask(Request::ChoosePerson(Some(id)));
                state.edit(view.report(), id);
            }
            Asked::Up | Asked::Down => shift(view, state, rows, id, asked == Asked::Down),
            Asked::Remove => remove(view, state, rows, id),
        }
    }
    let person = state.form.as_ref().and_then(|form| form.id());
    match drawn.form {
        Some(FormOutcome::Closed) => {
            state.form = None;
            if let Some(person) = person {
                view.ask(Request::ChoosePerson(Some(person)));
                state.column.reveal(person.number());
                state.focus = Some(FocusWish::Row(person));
            }
        }
        Some(FormOutcome::Removed) => {
            state.form = None;
            if let Some(person) = person {
                remove(view, state, rows, person);
            }
        }
        Some(FormOutcome::Open) | None => {}
    }
}

fn shift(view: &View<'_>, state: &mut PeopleState, rows: &[Row], id: ParticipantId, down: bool) {
    if state.look.order != ListOrder::Protocol {
        // A list that is sorted says nothing of who stands before whom.
        view.ask(Request::Tell(view.tr("people-order-sorted")));
        return;
    }
    if let Some(place) = place_beside(rows, id, down) {
        view.edit(people::shift(view.report(), id, place));
        state.column.reveal(id.number());
        state.focus = Some(FocusWish::Row(id));
    }
}

fn remove(view: &View<'_>, state: &mut PeopleState, rows: &[Row], id: ParticipantId) {
    let Some(participant) = view.report().participant(id) else { return };
    menu::remove(view, participant);
    let next = neighbour(rows, id, 1).or_else(|| neighbour(rows, id, -1));
    view.ask(Request::ChoosePerson(next));
    state.focus = next.map(FocusWish::Row);
}

/// The row that Tab stops at.
fn stop(view: &View<'_>, rows: &[Row]) -> Option<ParticipantId> {
    let person = |row: &Row| match row {
        Row::Person { id, .. } => Some(*id),
        Row::Head { .. } => None,
    };
    let chosen = view.chosen.person.filter(|chosen| rows.iter().any(|row| person(row) == Some(*chosen)));
    chosen.or_else(|| rows.iter().find_map(person))
}

fn person_ui(
    ui: &mut Ui,
    view: &View<'_>,
    row: &PersonRow<'_>,
    rows: &[Row],
    wish: Option<FocusWish>,
    drawn: &mut Drawn,
) {
    let id = row.participant.id;
    let (response, asked) = row.show(ui, view);
    if let Some(asked) = asked {
        drawn.asked = Some((id, asked));
    }
    let wanted = match wish {
        Some(FocusWish::Pane) => row.is_stop,
        Some(FocusWish::Row(person)) => person == id,
        None => false,
    };
    if response.clicked() || wanted {
        response.request_focus();
        if !row.is_chosen {
            view.ask(Request::ChoosePerson(Some(id)));
        }
    }
    if response.double_clicked() && !view.read_only {
        drawn.asked = Some((id, Asked::Edit));
    }
    if !view.read_only && response.drag_started_by(egui::PointerButton::Primary) {
        DragAndDrop::set_payload(ui.ctx(), DraggedPerson(id));
        view.ask(Request::ChoosePerson(Some(id)));
    }
    if response.has_focus() {
        keys(ui, view, &response, id, rows, drawn);
    }
}

fn keys(ui: &Ui, view: &View<'_>, response: &Response, id: ParticipantId, rows: &[Row], drawn: &mut Drawn) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if !view.read_only {
        let asked = if pressed(Modifiers::ALT, Key::ArrowUp) {
            Some(Asked::Up)
        } else if pressed(Modifiers::ALT, Key::ArrowDown) {
            Some(Asked::Down)
        } else if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::F2) {
            Some(Asked::Edit)
        } else if pressed(Modifiers::NONE, Key::Delete) {
            Some(Asked::Remove)
        } else {
            None
        };
        if let Some(asked) = asked {
            drawn.asked = Some((id, asked));
            return;
        }
    }
    let many = isize::MAX / 2;
    let by = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, 8),
        (Key::PageUp, -8),
        (Key::End, many),
        (Key::Home, -many),
    ];
    let step = by.into_iter().find(|(key, _)| pressed(Modifiers::NONE, *key));
    if let Some(next) = step.and_then(|(_, by)| neighbour(rows, id, by)) {
        view.ask(Request::ChoosePerson(Some(next)));
        drawn.focus = Some(FocusWish::Row(next));
    }
}

fn head_key(group: &Group) -> String {
    match group {
        Group::Delegation(name) => format!("delegation {name}"),
        Group::Role(role) => format!("role {role:?}"),
        Group::Organisations => "organisations".to_owned(),
    }
}

fn head_name(view: &View<'_>, group: &Group) -> String {
    use crate::report::Role as Plays;
    match group {
        Group::Delegation(name) => name.to_string(),
        Group::Role(Plays::Chair) => view.tr("people-group-chairs"),
        Group::Role(Plays::Speaker) => view.tr("people-group-speakers"),
        Group::Role(Plays::Delegate) => view.tr("people-group-none"),
        Group::Role(Plays::Guest) => view.tr("people-group-guests"),
        Group::Role(Plays::Organiser) => view.tr("people-group-organisers"),
        Group::Role(Plays::Press) => view.tr("people-group-press"),
        Group::Organisations => view.tr("people-group-organisations"),
    }
}

fn head_ui(ui: &mut Ui, view: &View<'_>, group: &Group, count: usize) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
    let name = head_name(view, group);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, format!("{name}, {count}")));
    paint_head(ui, view, rect, &name, count);
}

fn paint_head(ui: &Ui, view: &View<'_>, rect: Rect, name: &str, count: usize) {
    let face = egui::FontId { size: font::small().size, ..font::strong() };
    let words = Words::line(face, view.tokens.muted, rect.width() - MARGIN * 2.0 - 30.0);
    draw_words(ui, pos2(rect.left() + MARGIN, rect.bottom() - 4.0 - words.line_height), &words, name);
    let at = pos2(rect.right() - MARGIN, rect.bottom() - 4.0 - words.line_height / 2.0);
    ui.painter().text(at, egui::Align2::RIGHT_CENTER, count.to_string(), font::small(), view.tokens.muted);
}

/// The head of the group whose rows are in sight stays at the top; the next one pushes it out.
fn sticky_head_ui(ui: &Ui, view: &View<'_>, rows: &[Row], places: &[Rect]) {
    let clip = ui.clip_rect();
    let mut above = None;
    let mut next_top = f32::INFINITY;
    for (row, place) in rows.iter().zip(places) {
        let Row::Head { group, count } = row else { continue };
        if place.top() < clip.top() - 0.5 {
            above = Some((group, *count));
        } else {
            next_top = place.top();
            break;
        }
    }
    let Some((group, count)) = above else { return };
    let top = clip.top().min(next_top - HEAD);
    let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(ui.max_rect().width(), HEAD));
    ui.painter().rect_filled(rect, 0, view.tokens.chrome);
    paint_head(ui, view, rect, &head_name(view, group), count);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, view.tokens.line));
}

/// Shows where a dragged participant would go, and puts it there: among others of the group, or into another delegation.
fn drop_ui(ui: &Ui, view: &View<'_>, rows: &[Row], places: &[Rect]) {
    let Some(dragged) = DragAndDrop::payload::<DraggedPerson>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|pointer| ui.clip_rect().contains(*pointer)) else {
        return;
    };
    let Some(index) = places.iter().position(|place| pointer.y < place.bottom()) else { return };
    let (Some(row), Some(over)) = (rows.get(index), places.get(index)) else { return };
    let Some(participant) = view.report().participant(dragged.0) else { return };
    let group = rows.iter().take(index + 1).rev().find_map(|row| match row {
        Row::Head { group, .. } => Some(group),
        Row::Person { .. } => None,
    });
    let Some(group) = group else { return };
    let lower = pointer.y > over.center().y;
    let (y, place) = match row {
        Row::Person { place, .. } if lower => (over.bottom(), place + 1),
        Row::Person { place, .. } => (over.top(), *place),
        Row::Head { .. } => match rows.get(index + 1) {
            Some(Row::Person { place, .. }) => (over.bottom(), *place),
            _ => return,
        },
    };
    if *group != Group::of(participant) && !matches!(group, Group::Delegation(_)) {
        return;
    }
    let line = [pos2(over.left() + MARGIN, y), pos2(over.right() - MARGIN, y)];
    ui.painter().line_segment(line, Stroke::new(2.0, view.tokens.accent));
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        if let Group::Delegation(name) = group {
            view.edit(people::place_in(view.report(), dragged.0, place, name));
        } else {
            view.edit(people::shift(view.report(), dragged.0, place));
        }
    }
}

fn footer_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    ui.add_space(6.0);
    hairline(ui, view.tokens);
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 12, right: 12, top: 8, bottom: 12 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let delegation = current_delegation(view);
        let label = match &delegation {
            Some(name) => view.locale.tr_with("people-quick-to", &[("delegation", name.clone().into())]),
            None => view.tr("people-quick"),
        };
        let hint = view.tr("people-quick-hint");
        let field = TextField::new(&label).hint(&hint).id(quick_id());
        let response = field.show(ui, view.tokens, &mut state.quick);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            let line = std::mem::take(&mut state.quick);
            if add_line(view, state, &line) || !line.trim().is_empty() {
                response.request_focus();
            }
        }
        ui.horizontal(|ui| {
            let (person, organisation) = (view.tr("people-add-person"), view.tr("people-add-organisation"));
            let (short_person, short_organisation) = (view.tr("people-person"), view.tr("people-organisation"));
            let width = (ui.available_width() - space::S) / 2.0;
            let button = Button::secondary(short_person).icon(icon::PLUS).name(person).width(width);
            if button.show(ui, view.tokens).clicked() {
                view.command(Command::AddPerson);
            }
            let button = Button::secondary(short_organisation).icon(icon::PLUS).name(organisation).width(width);
            if button.show(ui, view.tokens).clicked() {
                view.command(Command::AddOrganisation);
            }
        });
    });
}

/// The delegation that a new entry joins: that of whoever is chosen.
fn current_delegation(view: &View<'_>) -> Option<String> {
    let chosen = view.chosen.person.and_then(|id| view.report().participant(id))?;
    (!chosen.delegation.is_empty()).then(|| chosen.delegation.to_string())
}

/// Adds whom a line names, behind whoever is chosen, and chooses the new entry.
fn add_line(view: &View<'_>, state: &mut PeopleState, line: &str) -> bool {
    let id = view.editor.ids.clone().participant();
    let delegation = current_delegation(view).unwrap_or_default();
    let Some(new) = read_line(view.report(), id, line, &delegation) else { return false };
    let is_chosen = |other: &Participant| Some(other.id) == view.chosen.person;
    let place = view.report().participants.iter().position(|other| is_chosen(other)).map(|place| place + 1);
    view.edit(people::add(view.report(), vec![new], place));
    view.ask(Request::ChoosePerson(Some(id)));
    state.column.reveal(id.number());
    true
}
