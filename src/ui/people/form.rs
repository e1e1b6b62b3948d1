//! The form of a participant, in the place of the row. What is written is in the report at once.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Ui};
use unicode_normalization::UnicodeNormalization as _;

use crate::edit::ops::people;
use crate::people::read_name;
use crate::report::{Group, Participant, ParticipantId, PersonField, Report, Role};
use crate::ui::icon;
use crate::ui::people::groups::Pinned;
use crate::ui::people::role_name;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{Button, Choice, IconButton, TextField, beside_ui};

/// What became of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormOutcome {
    Open,
    Closed,
    Removed,
}

/// A participant being written.
#[derive(Debug)]
pub(super) struct PersonForm {
    id: Option<ParticipantId>,
    is_organisation: bool,
    /// The group in which the form stays; a new one stands above all.
    group: Option<Group>,
    draft: Draft,
    /// What the report has, as far as the form knows: anything else was changed elsewhere.
    known: Option<Participant>,
    /// Names that were looked at for more than a name, or were there before the form.
    settled_names: Vec<String>,
    wants_focus: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Draft {
    name: String,
    title: String,
    organisation: String,
    delegation: String,
    role: Role,
    honorific: String,
    short_name: String,
    code: String,
    note: String,
    private_contact: String,
}

impl PersonForm {
    /// The form of somebody on the list.
    pub(super) fn of(participant: &Arc<Participant>) -> Self {
        Self {
            id: Some(participant.id),
            is_organisation: participant.is_organisation(),
            group: Some(Group::of(participant)),
            draft: Draft::of(participant),
            known: Some(Participant::clone(participant)),
            settled_names: vec![participant.name.to_string()],
            wants_focus: true,
        }
    }

    /// An empty form.
    pub(super) fn empty(is_organisation: bool) -> Self {
        Self {
            id: None,
            is_organisation,
            group: None,
            draft: Draft::default(),
            known: None,
            settled_names: Vec::new(),
            wants_focus: true,
        }
    }

    /// Whose form it is, once there is somebody.
    pub(super) fn id(&self) -> Option<ParticipantId> {
        self.id
    }

    /// Whether it stands above the list.
    pub(super) fn is_new(&self) -> bool {
        self.group.is_none()
    }

    /// Whether its first field gets the keyboard when it is drawn next.
    pub(super) fn awaits_keyboard(&self) -> bool {
        self.wants_focus
    }

    /// Who stays where in the list meanwhile.
    pub(super) fn pinned(&self) -> Option<Pinned> {
        Some(Pinned { id: self.id?, group: self.group.clone()? })
    }

    /// Takes over what was changed elsewhere, by undo for instance. Tells whether the form is still of anybody.
    pub(super) fn follow(&mut self, report: &Report) -> bool {
        let Some(id) = self.id else { return true };
        let Some(current) = report.participant(id) else { return false };
        if self.known.as_ref() != Some(current.as_ref()) {
            self.draft = Draft::of(current);
            self.known = Some(Participant::clone(current));
        }
        true
    }

    /// Draws the form.
    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>) -> FormOutcome {
        let before = self.draft.clone();
        let frame = egui::Frame::new()
            .fill(view.tokens.accent_wash.lerp_to_gamma(view.tokens.chrome, 0.45))
            .inner_margin(egui::Margin { left: 14, right: 14, top: 8, bottom: 10 });
        let outcome = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.add_enabled_ui(!view.read_only, |ui| self.fields_ui(ui, view));
            self.buttons_ui(ui, view)
        });
        let keys = self.keys(ui, view);
        // Not when a menu or a button was gone to: what they do is meant for the entry as it stands there.
        let focused = ui.memory(|memory| memory.focused());
        let is_in_next = FIELDS.iter().any(|key| *key != "name" && focused == Some(field_id(key)));
        let is_apart = is_in_next && self.reads_name_apart(view);
        if self.draft != before {
            self.send(view, false, is_apart);
        }
        if outcome.inner == FormOutcome::Open { keys } else { outcome.inner }
    }

    fn fields_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let report = view.report();
        let delegations: Vec<String> = report.delegations().iter().map(|name| name.to_string()).collect();
        let organisations = organisations(report, self.id);
        let wants_focus = std::mem::take(&mut self.wants_focus);
        let missing = (self.lacks_name() && self.id.is_some()).then(|| view.tr("people-name-needed"));
        let draft = &mut self.draft;
        let field =
            |ui: &mut Ui, key: &str, label: &str, text: &mut String, known: &[String], problem: Option<&str>| {
                let field = TextField::new(label).id(field_id(key)).suggestions(known).problem(problem);
                field.enabled(!view.read_only).show(ui, view.tokens, text)
            };
        let first = if self.is_organisation {
            let label = view.tr("people-organisation");
            let response =
                field(ui, "organisation", &label, &mut draft.organisation, &organisations, missing.as_deref());
            field(ui, "short", &view.tr("people-short-name"), &mut draft.short_name, &[], None);
            response
        } else {
            let response = field(ui, "name", &view.tr("people-name"), &mut draft.name, &[], missing.as_deref());
            field(ui, "title", &view.tr("people-title-held"), &mut draft.title, &[], None);
            let label = view.tr("people-organisation");
            field(ui, "organisation", &label, &mut draft.organisation, &organisations, None);
            response
        };
        if wants_focus {
            first.request_focus();
        }
        let delegation_ui = |ui: &mut Ui| {
            let label = view.tr("people-delegation");
            field(ui, "delegation", &label, &mut draft.delegation, &delegations, None);
        };
        beside_ui(ui, 0.5, delegation_ui, |ui| {
            let roles = Role::ALL.map(|role| role_name(view, role));
            let chosen = Role::ALL.iter().position(|role| *role == draft.role).unwrap_or(0);
            let choice = Choice::new(&view.tr("people-role"), &roles).show(ui, view.tokens, chosen);
            if let Some(role) = choice.and_then(|choice| Role::ALL.get(choice)) {
                draft.role = *role;
            }
        });
        if !self.is_organisation {
            let honorific_ui = |ui: &mut Ui| {
                field(ui, "honorific", &view.tr("people-honorific"), &mut draft.honorific, &[], None);
            };
            beside_ui(ui, 0.5, honorific_ui, |ui| {
                field(ui, "short", &view.tr("people-short-name"), &mut draft.short_name, &[], None);
            });
        }
        let code_ui = |ui: &mut Ui| {
            field(ui, "code", &view.tr("people-code"), &mut draft.code, &[], None);
        };
        beside_ui(ui, 0.3, code_ui, |ui| {
            field(ui, "note", &view.tr("people-note"), &mut draft.note, &[], None);
        });
        let (label, note) = (view.tr("people-contact"), view.tr("people-contact-private"));
        let contact = TextField::new(&label).note(&note).id(field_id("contact")).enabled(!view.read_only);
        contact.show(ui, view.tokens, &mut draft.private_contact);
    }

    fn buttons_ui(&mut self, ui: &mut Ui, view: &View<'_>) -> FormOutcome {
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            let mut outcome = FormOutcome::Open;
            if self.id.is_some() {
                let remove = IconButton::new(icon::TRASH, view.tr("people-remove")).enabled(!view.read_only);
                if remove.show(ui, view.tokens).clicked() {
                    outcome = FormOutcome::Removed;
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                if Button::secondary(view.tr("people-done")).show(ui, view.tokens).clicked() {
                    self.finish(view);
                    outcome = FormOutcome::Closed;
                }
            });
            outcome
        })
        .inner
    }

    /// Enter and Escape in one of the fields.
    fn keys(&mut self, ui: &Ui, view: &View<'_>) -> FormOutcome {
        let focused = ui.memory(|memory| memory.focused());
        let lost = |key: &str| {
            // A field gives the keyboard away at Enter and Escape before anybody else can ask for it.
            let id = field_id(key);
            ui.memory(|memory| memory.had_focus_last_frame(id)) || focused == Some(id)
        };
        let inside = FIELDS.iter().any(|key| lost(key));
        if !inside || egui::Popup::is_any_open(ui.ctx()) {
            return FormOutcome::Open;
        }
        let (enter, escape) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::Enter), input.consume_key(Modifiers::NONE, Key::Escape))
        });
        if enter || escape {
            self.finish(view);
            return FormOutcome::Closed;
        }
        FormOutcome::Open
    }

    fn lacks_name(&self) -> bool {
        let needed = if self.is_organisation { &self.draft.organisation } else { &self.draft.name };
        needed.trim().is_empty()
    }

    /// Brings what is written into the report, once there is a name: an entry that is being renamed keeps its old name while
    /// the field is empty, so that its mentions wait for the new one. What was read apart is undone alone.
    fn send(&mut self, view: &View<'_>, is_final: bool, is_apart: bool) {
        if view.read_only || self.lacks_name() {
            return;
        }
        match (self.id, &self.known) {
            (Some(_), Some(known)) => {
                let changed = self.draft.applied_to(known);
                if changed != *known && (is_final || !becomes_ambiguous(known, &changed)) {
                    let change = if is_apart { people::rearrange } else { people::update };
                    view.edit(change(view.report(), changed.clone()));
                    self.known = Some(changed);
                }
            }
            _ => self.add(view),
        }
    }

    fn add(&mut self, view: &View<'_>) {
        let id = view.editor.ids.clone().participant();
        let new = self.draft.applied_to(&Participant::named(id, ""));
        view.edit(people::add(view.report(), vec![new.clone()], None));
        self.id = Some(id);
        self.known = Some(new);
    }

    /// "Name, title, organisation" may be written in the field of the name as in the line for quick entry. Tells whether the
    /// fields were filled so; to be asked once that field is left for another one, or with the form.
    fn reads_name_apart(&mut self, view: &View<'_>) -> bool {
        let draft = &mut self.draft;
        if view.read_only || self.is_organisation || self.settled_names.contains(&draft.name) {
            return false;
        }
        self.settled_names.push(draft.name.clone());
        let has_more = [&draft.title, &draft.organisation].iter().any(|text| !text.trim().is_empty());
        let Some(row) = read_name(view.report(), &draft.name).filter(|_| !has_more) else { return false };
        let text = |field| row.text(field).to_owned();
        (draft.name, draft.title) = (text(PersonField::Name), text(PersonField::Title));
        draft.organisation = text(PersonField::Organisation);
        if !row.text(PersonField::Honorific).is_empty() {
            draft.honorific = text(PersonField::Honorific);
        }
        true
    }

    /// Before the form closes: who has an organisation but no name is that organisation.
    pub(super) fn finish(&mut self, view: &View<'_>) {
        let is_apart = self.reads_name_apart(view);
        self.send(view, true, is_apart);
        if self.id.is_none() && self.lacks_name() && !self.draft.organisation.trim().is_empty() {
            self.is_organisation = true;
            self.send(view, true, false);
        }
    }
}

/// Whether two forms of the name would become one, as while "Anna Smith", in short "Anna", is being retyped as "Anna Jones": the
/// mentions in the text could not be told apart afterwards. The change waits for the next letter then, or for the end.
fn becomes_ambiguous(known: &Participant, changed: &Participant) -> bool {
    let (before, after) = (known.forms(), changed.forms());
    let same =
        |forms: &[String], one: usize, other: usize| forms.get(one).is_some_and(|form| forms.get(other) == Some(form));
    (0..after.len()).any(|one| (0..one).any(|other| same(&after, one, other) && !same(&before, one, other)))
}

impl Draft {
    fn of(participant: &Participant) -> Self {
        Self {
            name: participant.name.to_string(),
            title: participant.title.to_string(),
            organisation: participant.organisation.to_string(),
            delegation: participant.delegation.to_string(),
            role: participant.role,
            honorific: participant.honorific.to_string(),
            short_name: participant.short_name.to_string(),
            code: participant.code.to_string(),
            note: participant.note.to_string(),
            private_contact: participant.private_contact.to_string(),
        }
    }

    fn applied_to(&self, participant: &Participant) -> Participant {
        let clean = |text: &str| -> Arc<str> { text.trim().nfc().collect::<String>().into() };
        Participant {
            name: clean(&self.name),
            title: clean(&self.title),
            organisation: clean(&self.organisation),
            delegation: clean(&self.delegation),
            role: self.role,
            honorific: clean(&self.honorific),
            short_name: clean(&self.short_name),
            code: clean(&self.code),
            note: clean(&self.note),
            private_contact: clean(&self.private_contact),
            ..participant.clone()
        }
    }
}

const FIELDS: [&str; 9] =
    ["name", "title", "organisation", "delegation", "honorific", "short", "code", "note", "contact"];

/// There is one form at a time: a field keeps the keyboard wherever the form goes.
fn field_id(key: &str) -> Id {
    Id::unique(("participant form", key))
}

/// The organisations of the others, each once, in the order of the list.
fn organisations(report: &Report, own: Option<ParticipantId>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for other in report.participants.iter().filter(|other| Some(other.id) != own) {
        if !other.organisation.is_empty() && !known.iter().any(|name| **name == *other.organisation) {
            known.push(other.organisation.to_string());
        }
    }
    known
}
