//! The participants, and what the story check finds.

mod checks;
mod form;
mod groups;
mod list;
mod look;
mod mentions;
mod menu;
mod name_checks;
mod row;
mod watch;

use egui::{Id, Ui};

use self::form::PersonForm;
use self::groups::Rows;
pub use self::look::{ListLook, ListOrder};
use self::watch::Watch;
use crate::report::{ParticipantId, Report, Role};
use crate::ui::view::View;
use crate::ui::widgets::{LazyColumn, Tab, tabs_ui};

/// The two sides of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeopleTab {
    /// The participants.
    #[default]
    Participants,
    /// What the story check finds.
    Checks,
}

/// What the pane remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PeopleState {
    /// The side that is shown.
    pub tab: PeopleTab,
    /// How the list is shown.
    pub look: ListLook,
    search: String,
    quick: String,
    rows: Rows,
    column: LazyColumn,
    findings_column: LazyColumn,
    watch: Watch,
    form: Option<PersonForm>,
    /// A form that another one has taken the place of, until it is finished.
    left: Option<PersonForm>,
    focus: Option<FocusWish>,
    revealed: Option<ParticipantId>,
}

/// Where the keyboard goes when it is drawn next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FocusWish {
    Pane,
    Row(ParticipantId),
}

impl PeopleState {
    /// Gives the keyboard to the list, or to the search where nobody is on it.
    pub fn take_focus(&mut self) {
        self.tab = PeopleTab::Participants;
        self.focus = Some(FocusWish::Pane);
    }

    /// Gives the keyboard to the first finding of the checks.
    pub fn take_focus_to_checks(&mut self) {
        self.tab = PeopleTab::Checks;
        self.focus = Some(FocusWish::Pane);
    }

    /// Whether somebody in the pane gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.focus.is_some() || self.form.as_ref().is_some_and(|form| form.awaits_keyboard())
    }

    /// Opens the form of a participant in the place of the row.
    pub fn edit(&mut self, report: &Report, id: ParticipantId) {
        self.tab = PeopleTab::Participants;
        self.left = self.form.take();
        self.form = report.participant(id).map(PersonForm::of);
        self.column.reveal(id.number());
    }

    /// Opens an empty form. It becomes a participant with the first letter of a name.
    pub fn add_person(&mut self) {
        self.open_new(false);
    }

    /// Opens an empty form for an organisation without a named person.
    pub fn add_organisation(&mut self) {
        self.open_new(true);
    }

    /// Forgets what belongs to a report: another one is opened.
    pub fn reset(&mut self) {
        *self = Self { tab: self.tab, look: self.look, ..Self::default() };
    }

    /// Looks whether the story check must run again. The pane does so by itself; whoever shows the number of findings while the
    /// pane is hidden calls it in each frame.
    pub fn update_checks(&mut self, ctx: &egui::Context, view: &View<'_>) {
        self.watch.update(ctx, view);
    }

    /// How many findings the story check has.
    pub fn findings_count(&self) -> usize {
        self.watch.findings().len()
    }

    /// Whether the keyboard is in a field with words that are not in the report: a search, a line that is not entered yet.
    pub fn writes_apart(&self, ctx: &egui::Context) -> bool {
        let fields = [(search_id(), &self.search), (quick_id(), &self.quick)];
        let focused = ctx.memory(|memory| memory.focused());
        fields.into_iter().any(|(id, words)| focused == Some(id) && !words.is_empty())
    }

    fn open_new(&mut self, is_organisation: bool) {
        self.tab = PeopleTab::Participants;
        self.search.clear();
        self.left = self.form.take();
        self.form = Some(PersonForm::empty(is_organisation));
        self.column.reveal(list::NEW_KEY);
    }
}

/// The id of the field that narrows the list, for whoever wants to give it the keyboard.
pub fn search_id() -> Id {
    Id::unique("people search")
}

fn quick_id() -> Id {
    Id::unique("people quick entry")
}

/// Draws the pane into what is left of a side panel.
pub fn people_pane_ui(ui: &mut Ui, view: &View<'_>, state: &mut PeopleState) {
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    state.watch.update(ui.ctx(), view);
    let findings = state.watch.findings().len();
    let (people, checks) = (view.tr("people-title"), view.tr("checks-title"));
    let with_count = view.locale.tr_with("checks-title-count", &[("count", findings.into())]);
    let tabs = [
        Tab { name: people.clone(), text: people, ..Tab::default() },
        Tab { text: checks, badge: findings, name: with_count, count: 0 },
    ];
    match tabs_ui(ui, view.tokens, &tabs, state.tab as usize) {
        Some(0) => state.tab = PeopleTab::Participants,
        Some(_) => state.tab = PeopleTab::Checks,
        None => {}
    }
    match state.tab {
        PeopleTab::Participants => list::list_ui(ui, view, state),
        PeopleTab::Checks => checks::checks_ui(ui, view, state),
    }
}

/// The words for a part that somebody plays.
pub(in crate::ui) fn role_name(view: &View<'_>, role: Role) -> String {
    match role {
        Role::Chair => view.tr("people-role-chair"),
        Role::Speaker => view.tr("people-role-speaker"),
        Role::Delegate => view.tr("people-role-delegate"),
        Role::Guest => view.tr("people-role-guest"),
        Role::Organiser => view.tr("people-role-organiser"),
        Role::Press => view.tr("people-role-press"),
    }
}

#[cfg(test)]
mod tests;
