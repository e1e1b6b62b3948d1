//! Participants who may be on the list twice, pair by pair, side by side. They are joined when the reporter says so, and not before.

use egui::{Context, Role, Sense, Ui, WidgetInfo, vec2};

use crate::edit::ops::people;
use crate::report::{Participant, ParticipantId, PersonField};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, Words, beside_ui, draw_words, radio_ui};

/// The pairs, one of which is shown at a time.
#[derive(Debug, Clone)]
pub struct DuplicatesDialog {
    pairs: Vec<(ParticipantId, ParticipantId)>,
    /// Which pair is shown.
    at: usize,
    /// Whether the second of it stays instead of the first.
    keeps_second: bool,
}

const FIELDS: [(PersonField, &str); 8] = [
    (PersonField::Honorific, "people-honorific"),
    (PersonField::Title, "people-title-held"),
    (PersonField::Organisation, "people-organisation"),
    (PersonField::Delegation, "people-delegation"),
    (PersonField::ShortName, "people-short-name"),
    (PersonField::Code, "people-code"),
    (PersonField::Note, "people-note"),
    (PersonField::PrivateContact, "people-contact"),
];

impl DuplicatesDialog {
    /// Pairs as they were found.
    pub fn of(pairs: Vec<(ParticipantId, ParticipantId)>) -> Self {
        Self { pairs, at: 0, keeps_second: false }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        // A join may have taken somebody of a later pair off the list.
        let pair = loop {
            let Some((first, second)) = self.pairs.get(self.at) else { return DialogOutcome::Closed };
            match (view.report().participant(*first), view.report().participant(*second)) {
                (Some(first), Some(second)) => break (first, second),
                _ => self.go_on(),
            }
        };
        let values = [("number", (self.at + 1).into()), ("count", self.pairs.len().into())];
        let title = cx.locale.tr_with("duplicates-title", &values);
        let (mut join, mut next, mut close) = (false, false, false);
        let said = DialogFrame::new("duplicates dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx, pair.0, pair.1),
            |ui| {
                let primary = Button::primary(cx.tr("duplicates-join")).enabled(!view.read_only);
                join = primary.show(ui, cx.tokens).clicked();
                next = Button::secondary(cx.tr("duplicates-keep-both")).show(ui, cx.tokens).clicked();
                close = Button::bare(cx.tr("dialog-close")).show(ui, cx.tokens).clicked();
            },
        );
        if join {
            self.join(cx, view, pair.0, pair.1);
        }
        if join || next {
            self.go_on();
        }
        if close || said.close || self.at >= self.pairs.len() { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn go_on(&mut self) {
        self.at += 1;
        self.keeps_second = false;
    }

    fn join(&self, cx: &DialogContext<'_>, view: &View<'_>, first: &Participant, second: &Participant) {
        let (keep, drop) = if self.keeps_second { (second, first) } else { (first, second) };
        view.edit(people::join(view.report(), keep.id, drop.id));
        let values = [("name", keep.shown_name().to_string().into())];
        view.ask(Request::Done(cx.locale.tr_with("duplicates-joined", &values)));
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, first: &Participant, second: &Participant) {
        paragraph_ui(ui, cx.tokens, &cx.tr("duplicates-note"));
        ui.add_space(space::S);
        let mut chosen = None;
        let left = |ui: &mut Ui| {
            entry_ui(ui, cx, first, second, !self.keeps_second, 0).then(|| chosen = Some(false));
        };
        let mut right_chosen = false;
        let keeps_second = self.keeps_second;
        beside_ui(ui, 0.5, left, |ui| right_chosen = entry_ui(ui, cx, second, first, keeps_second, 1));
        if right_chosen {
            chosen = Some(true);
        }
        self.keeps_second = chosen.unwrap_or(self.keeps_second);
    }
}

/// One of the two with what is known of it; what differs from the other is strong. Tells whether it was chosen to stay.
fn entry_ui(
    ui: &mut Ui,
    cx: &DialogContext<'_>,
    person: &Participant,
    other: &Participant,
    stays: bool,
    side: usize,
) -> bool {
    ui.push_id(side, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let words = cx.locale.tr_with("duplicates-keep", &[("name", person.shown_name().to_string().into())]);
        let chosen = radio_ui(ui, cx.tokens, &words, stays).clicked();
        for (field, id) in FIELDS {
            let (own, others) = (person.field(field), other.field(field));
            if own.is_empty() && others.is_empty() {
                continue;
            }
            let value = if own.is_empty() { "–" } else { own };
            let face = if own == others { font::ui() } else { font::strong() };
            line_ui(ui, cx, &cx.tr(id), value, face);
        }
        chosen
    })
    .inner
}

fn line_ui(ui: &mut Ui, cx: &DialogContext<'_>, label: &str, value: &str, face: egui::FontId) {
    let width = ui.available_width();
    let words = Words::line(face, cx.tokens.ink, width).rows(3);
    let height = words.galley(ui, value).size().y + 17.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}: {value}")));
    draw_words(ui, rect.min, &Words::line(font::small(), cx.tokens.muted, width), label);
    draw_words(ui, rect.min + vec2(0.0, 16.0), &words, value);
}
