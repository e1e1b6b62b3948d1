//! A list of participants that was read, as a grid to be looked over: what is doubtful is marked, each row has its tick, each cell can be
//! written in. Nobody is on the report's list before the reporter says so.

use egui::{Align, pos2, vec2};
use egui::{Align2, Context, Id, Layout, Rect, Role as Kind, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::edit::ops::people;
use crate::language::fold::fold;
use crate::people::{Already, Listed, Row, Sure, already};
use crate::report::{Participant, ParticipantId, PersonField, Report, Role};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::people::role_name;
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, Choice, Pill, PillLook, TextField, Words, bare_tick_ui, draw_words};

/// The columns that hold words: which, the id of the head, and the share of the width.
const COLUMNS: [(PersonField, &str, f32); 5] = [
    (PersonField::Name, "people-name", 0.20),
    (PersonField::Honorific, "people-honorific", 0.10),
    (PersonField::Title, "people-title-held", 0.18),
    (PersonField::Organisation, "people-organisation", 0.21),
    (PersonField::Delegation, "people-delegation", 0.11),
];
const ROLE_SHARE: f32 = 0.10;
const STATE_SHARE: f32 = 0.10;
const TICK: f32 = 24.0;
const GAP: f32 = 6.0;
const ROW: f32 = space::CONTROL + 6.0;

/// One row with what is to become of it.
#[derive(Debug, Clone)]
struct Reviewed {
    row: Row,
    takes: bool,
    already: Option<Already>,
    /// Whether the name, or that of the organisation, was written in by hand.
    name_written: bool,
    /// Whether the role was chosen by hand.
    role_chosen: bool,
}

/// The grid.
#[derive(Debug, Clone)]
pub struct ReviewDialog {
    rows: Vec<Reviewed>,
    code_page: Option<&'static str>,
    has_focus: bool,
}

impl ReviewDialog {
    /// What was read, to be compared with the list of a report. Who is on it already has no tick at first.
    pub fn of(report: &Report, listed: Listed) -> Self {
        let places = already(report, &listed.rows);
        let both = listed.rows.into_iter().zip(places);
        let reviewed = |(row, already): (Row, Option<Already>)| {
            let takes = already.is_none();
            Reviewed { row, takes, already, name_written: false, role_chosen: false }
        };
        let rows = both.map(reviewed).collect();
        Self { rows, code_page: listed.code_page, has_focus: false }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = cx.tr("review-title");
        let taken = self.rows.iter().filter(|row| row.takes && !row.row.is_empty()).count();
        let (mut add, mut cancel) = (false, false);
        let mut frame = DialogFrame::new("review dialog", &title, space::DIALOG, cx.tokens);
        frame.width = 1180.0;
        // A click beside the grid must not throw away what was put right in it.
        frame.closes_outside = false;
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let said = frame.show(
            ctx,
            |ui| self.body_ui(ui, cx, view),
            |ui| {
                let words = cx.locale.tr_with("review-add", &[("count", taken.into())]);
                let response = Button::primary(words).enabled(taken > 0 && !view.read_only).show(ui, cx.tokens);
                if wants_focus {
                    response.request_focus();
                }
                add = response.clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if add || said.confirm && taken > 0 && !view.read_only {
            self.take_in(cx, view);
            return DialogOutcome::Closed;
        }
        if cancel || said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    /// Everybody with a tick, in one step: the new ones at the end of the list, and what is said of those who are on it.
    fn take_in(&self, cx: &DialogContext<'_>, view: &View<'_>) {
        let mut ids = view.editor.ids.clone();
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        for reviewed in self.rows.iter().filter(|row| row.takes && !row.row.is_empty()) {
            match reviewed.listed().and_then(|id| view.report().participant(id)) {
                Some(person) => changed.push(reviewed.updated(person)),
                None => new.push(reviewed.row.participant(ids.participant())),
            }
        }
        let count = new.len() + changed.len();
        view.edit(people::take_in(view.report(), new, changed));
        view.ask(Request::Done(cx.locale.tr_with("review-added", &[("count", count.into())])));
    }

    /// The ticks of all who are new; somebody who is on the list already, or twice in this one, is ticked one by one.
    fn tick_all(&mut self, takes: bool) {
        self.rows.iter_mut().filter(|row| row.already.is_none()).for_each(|row| row.takes = takes);
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        let doubtful = self.rows.iter().filter(|row| row.row.sure() == Sure::Unsure).count();
        let listed = self.rows.iter().filter(|row| row.already.is_some()).count();
        let values = [("count", self.rows.len().into()), ("doubtful", doubtful.into()), ("listed", listed.into())];
        let mut note = cx.locale.tr_with("review-note", &values);
        if let Some(page) = self.code_page {
            note = format!("{note}\n{}", cx.locale.tr_with("review-code-page", &[("page", page.into())]));
        }
        paragraph_ui(ui, cx.tokens, &note);
        ui.add_space(space::S);
        let width = ui.available_width() - 14.0;
        let cells = Cells::of(width);
        self.head_ui(ui, cx, &cells);
        let roles = Role::ALL.map(|role| role_name(view, role));
        let most = (ui.ctx().content_rect().height() - 360.0).max(ROW * 3.0);
        ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
        let grid = ScrollArea::vertical().id_salt("rows").max_height(most).auto_shrink([false, true]);
        let count = self.rows.len();
        grid.show_rows(ui, ROW, count, |ui, shown| {
            for index in shown {
                let Some(reviewed) = self.rows.get_mut(index) else { continue };
                reviewed.show(ui, cx, view, &cells, &roles, index);
            }
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, cells: &Cells) {
        let tokens = cx.tokens;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
        let tick = Rect::from_min_size(rect.min, vec2(TICK, rect.height()));
        let mut new = self.rows.iter().filter(|row| row.already.is_none()).peekable();
        let mut all = new.peek().is_some() && new.all(|row| row.takes);
        place_ui(ui, tick, ("tick", usize::MAX), |ui| {
            if bare_tick_ui(ui, tokens, &cx.tr("review-all"), &mut all).changed() {
                self.tick_all(all);
            }
        });
        let heads = COLUMNS.iter().map(|(_, id, _)| *id).chain(["people-role", "review-state"]);
        for (index, id) in heads.enumerate() {
            let Some((left, width)) = cells.0.get(index) else { continue };
            let words = cx.tr(id);
            let at = pos2(rect.left() + left + 2.0, rect.top() + 6.0);
            draw_words(ui, at, &Words::line(font::small(), tokens.muted, *width), &words);
        }
    }
}

/// Where the cells of a row begin, and how wide they are, in points.
#[derive(Debug, Clone)]
struct Cells(Vec<(f32, f32)>);

impl Cells {
    fn of(width: f32) -> Self {
        let shares = COLUMNS.iter().map(|(_, _, share)| *share).chain([ROLE_SHARE, STATE_SHARE]);
        let room = width - TICK - GAP * (COLUMNS.len() + 1) as f32;
        let mut left = TICK;
        let cells = shares.map(|share| {
            let cell = (left, room * share);
            left += room * share + GAP;
            cell
        });
        Self(cells.collect())
    }
}

impl Reviewed {
    fn listed(&self) -> Option<ParticipantId> {
        match self.already {
            Some(Already::Listed(id)) => Some(id),
            Some(Already::Above(_)) | None => None,
        }
    }

    fn write(&mut self, field: PersonField, text: &str) {
        self.row.set_written(field, text);
        self.name_written |= matches!(field, PersonField::Name | PersonField::Organisation);
    }

    fn choose_role(&mut self, role: Role) {
        (self.row.role, self.row.role_sure) = (role, Sure::Certain);
        self.role_chosen = true;
    }

    /// The entry that is on the list already, with what the row says of it. The list knows how a name is written: capitals and missing
    /// tones change no mention, only what somebody writes in.
    fn updated(&self, listed: &Participant) -> Participant {
        let name = if listed.is_organisation() { PersonField::Organisation } else { PersonField::Name };
        let is_same_name = fold(self.row.text(name)) == fold(listed.field(name));
        let keeps_name = is_same_name && !self.name_written;
        let said = PersonField::ALL.into_iter().filter(|field| !self.row.text(*field).is_empty());
        let said = said.filter(|field| !(keeps_name && *field == name));
        let entry = said.fold(listed.clone(), |entry, field| entry.with_field(field, self.row.text(field).trim()));
        // A list that says nothing of roles gives everybody the usual one.
        let is_said = self.role_chosen || self.row.role != Role::default();
        Participant { role: if is_said { self.row.role } else { listed.role }, ..entry }
    }

    fn show(
        &mut self,
        ui: &mut Ui,
        cx: &DialogContext<'_>,
        view: &View<'_>,
        cells: &Cells,
        roles: &[String],
        index: usize,
    ) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let inside = |left: f32, width: f32| {
            Rect::from_min_size(pos2(rect.left() + left, rect.top() + 3.0), vec2(width, ROW - 6.0))
        };
        let number = index + 1;
        let name = cx.locale.tr_with("review-take", &[("name", self.row.shown_name().into()), ("row", number.into())]);
        place_ui(ui, inside(0.0, TICK), ("tick", index), |ui| {
            bare_tick_ui(ui, cx.tokens, &name, &mut self.takes);
        });
        for ((field, id, _), (left, width)) in COLUMNS.iter().zip(&cells.0) {
            place_ui(ui, inside(*left, *width), (*id, index), |ui| {
                self.cell_ui(ui, cx, view, *field, id, index);
            });
        }
        if let Some((left, width)) = cells.0.get(COLUMNS.len()) {
            place_ui(ui, inside(*left, *width), ("role", index), |ui| {
                let label = cell_name(cx, "people-role", number, self.row.role_sure);
                let chosen = Role::ALL.iter().position(|role| *role == self.row.role).unwrap_or(0);
                let choice = Choice::new(&label, roles).hide_label().show(ui, cx.tokens, chosen);
                if let Some(role) = choice.and_then(|choice| Role::ALL.get(choice)) {
                    self.choose_role(*role);
                }
            });
        }
        if let Some((left, width)) = cells.0.get(COLUMNS.len() + 1) {
            place_ui(ui, inside(*left, *width), ("state", index), |ui| self.state_ui(ui, cx));
        }
    }

    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        cx: &DialogContext<'_>,
        view: &View<'_>,
        field: PersonField,
        id: &str,
        index: usize,
    ) {
        let cell = self.row.cell(field);
        let sure = cell.sure;
        let mut text = cell.text.clone();
        let label = cell_name(cx, id, index + 1, sure);
        let key = Id::unique(("reviewed cell", index, field));
        let response = TextField::new(&label).hide_label().id(key).show(ui, cx.tokens, &mut text);
        if sure == Sure::Unsure {
            // A colour alone tells nothing to those who do not see it.
            let (rect, warn) = (response.rect, cx.tokens.warn);
            if !response.has_focus() {
                ui.painter().rect_stroke(
                    rect,
                    crate::ui::theme::radius::CONTROL,
                    Stroke::new(1.5, warn),
                    StrokeKind::Inside,
                );
            }
            let sign =
                Rect::from_center_size(pos2(rect.right() - 9.0, rect.center().y), vec2(15.0, rect.height() - 6.0));
            ui.painter().rect_filled(sign, 3, cx.tokens.warn_wash);
            ui.painter().text(sign.center(), Align2::CENTER_CENTER, "?", font::strong(), warn);
        }
        let response = if sure == Sure::Unsure { response.on_hover_text(cx.tr("review-look")) } else { response };
        if response.changed() {
            self.write(field, &text);
            if matches!(field, PersonField::Name | PersonField::Organisation)
                && !matches!(self.already, Some(Already::Above(_)))
            {
                let place = already(view.report(), std::slice::from_ref(&self.row));
                self.already = place.into_iter().next().flatten();
            }
        }
    }

    fn state_ui(&self, ui: &mut Ui, cx: &DialogContext<'_>) {
        let (id, look) = match self.already {
            Some(Already::Listed(_)) if self.takes => ("review-updates", PillLook::Accent),
            Some(Already::Listed(_)) => ("review-listed", PillLook::Neutral),
            Some(Already::Above(_)) => ("review-twice", PillLook::Neutral),
            None if self.row.sure() == Sure::Unsure => ("review-doubtful", PillLook::Warn),
            None => return,
        };
        let words = cx.tr(id);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let response = Pill::new(&words, look).show(ui, cx.tokens);
            response.widget_info(|| WidgetInfo::labeled(Kind::Label, true, &words));
        });
    }
}

/// Draws in a part of the grid that has been taken up already, with an id of its own whichever rows are on the screen.
fn place_ui(ui: &mut Ui, rect: Rect, salt: (&str, usize), draw: impl FnOnce(&mut Ui)) {
    draw(&mut ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(salt)));
}

/// What screen readers say of a cell: its column, its row, and whether it is doubtful.
fn cell_name(cx: &DialogContext<'_>, column: &str, row: usize, sure: Sure) -> String {
    let id = if sure == Sure::Unsure { "review-cell-doubtful" } else { "review-cell" };
    cx.locale.tr_with(id, &[("column", cx.tr(column).into()), ("row", row.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::state;
    use crate::people::ListKind;

    #[test]
    fn who_is_listed_already_has_no_tick() {
        let (report, _) = state("p [1:Anna] x|");
        let row = |name: &str| Row::default().with(PersonField::Name, name, Sure::Certain);
        let listed = Listed { rows: vec![row("anna"), row("Lê Thị Hoa")], kind: ListKind::Passage, code_page: None };
        let dialog = ReviewDialog::of(&report, listed);
        assert_eq!(dialog.rows.iter().map(|row| row.takes).collect::<Vec<_>>(), [false, true]);
    }

    fn dialog(rows: Vec<Row>) -> (ReviewDialog, Report) {
        let (mut report, _) = state("p [1:Anna] x|");
        let id = report.participants[0].id;
        report.participants = vec![Participant::named(id, "Nguyễn Văn An").into()];
        let listed = Listed { rows, kind: ListKind::Passage, code_page: None };
        (ReviewDialog::of(&report, listed), report)
    }

    #[test]
    fn the_list_keeps_how_a_name_is_written_and_takes_the_rest() {
        for written in ["NGUYỄN VĂN AN", "Nguyen Van An"] {
            let row = Row::default().with(PersonField::Name, written, Sure::Certain);
            let mut row = row.with(PersonField::Title, "Chủ tịch", Sure::Certain);
            row.role = Role::Speaker;
            let (mut dialog, report) = dialog(vec![row]);
            let updated = dialog.rows[0].updated(&report.participants[0]);
            let told = (&*updated.name, &*updated.title, updated.role);
            assert_eq!(told, ("Nguyễn Văn An", "Chủ tịch", Role::Speaker));
            dialog.rows[0].write(PersonField::Name, "Nguyen Van An");
            assert_eq!(&*dialog.rows[0].updated(&report.participants[0]).name, "Nguyen Van An");
        }
    }

    #[test]
    fn a_row_without_a_role_leaves_the_listed_one() {
        let row = Row::default().with(PersonField::Name, "Nguyễn Văn An", Sure::Certain);
        let (mut dialog, report) = dialog(vec![row]);
        let listed = Participant { role: Role::Chair, ..Participant::clone(&report.participants[0]) };
        assert_eq!(dialog.rows[0].updated(&listed).role, Role::Chair);
        dialog.rows[0].choose_role(Role::default());
        assert_eq!(dialog.rows[0].updated(&listed).role, Role::default());
    }

    #[test]
    fn the_tick_of_the_head_is_for_those_who_are_new() {
        let row = |name: &str| Row::default().with(PersonField::Name, name, Sure::Certain);
        let (mut dialog, _) = dialog(vec![row("Nguyễn Văn An"), row("Lê Thị Hoa"), row("Lê Thị Hoa")]);
        dialog.tick_all(false);
        dialog.tick_all(true);
        assert_eq!(dialog.rows.iter().map(|row| row.takes).collect::<Vec<_>>(), [false, true, false]);
    }
}
