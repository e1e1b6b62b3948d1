//! One participant of the list.

use egui::{Align2, Color32, Rect, Response, Role as Part, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::report::{Participant, Role};
use crate::ui::icon;
use crate::ui::people::look::ListLook;
use crate::ui::people::{menu, role_name};
use crate::ui::theme::font;
use crate::ui::view::View;
use crate::ui::widgets::{Pill, PillLook, Words, draw_words, focus_ring, menu_button};

/// From the edge of the pane to the words.
pub(super) const MARGIN: f32 = 14.0;
/// Above the name and below the last line.
const PAD: f32 = 6.0;
const NAME_LINE: f32 = 18.0;
const LINE: f32 = 17.0;

/// A participant as the list shows it.
pub(super) struct PersonRow<'a> {
    pub participant: &'a Participant,
    pub mentions: usize,
    pub look: ListLook,
    pub is_chosen: bool,
    pub is_stop: bool,
}

/// How high a row is likely to be.
pub(super) fn estimate(participant: &Participant, width: f32) -> f32 {
    let letters = participant.title.chars().count() + participant.organisation.chars().count();
    let rows = if letters as f32 * 6.2 > width - 74.0 { 2.0 } else { 1.0 };
    PAD * 2.0 + NAME_LINE + LINE * rows
}

impl PersonRow<'_> {
    /// Draws the row; gives what happened to it and what was asked of its menu.
    pub(super) fn show(&self, ui: &mut Ui, view: &View<'_>) -> (Response, Option<menu::Asked>) {
        let tokens = view.tokens;
        let origin = ui.max_rect().min;
        let width = ui.available_width();
        let role = self.role(view);
        let pill = role.as_ref().map_or(0.0, |role| Pill::new(role, PillLook::Neutral).width(ui));
        let name_words = Words::line(font::strong(), tokens.ink, width - MARGIN * 2.0 - pill - 6.0).rows(2);
        let shown_name = self.participant.shown_name();
        let name_height = name_words.galley(ui, shown_name).size().y;
        let (position, ink) = self.second_line(view);
        let count = self.count();
        let words = Words::line(font::small(), ink, width - MARGIN * 2.0 - 34.0).rows(2);
        let position_height = words.galley(ui, &position).size().y;
        let height = PAD * 2.0 + name_height + position_height;
        let rect = Rect::from_min_size(origin, vec2(width, height));
        let focusable = if self.is_stop { Sense::FOCUSABLE } else { Sense::hover() };
        let id = ui.scope_id().with("row");
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG | focusable);
        let spoken = self.spoken(view, &position);
        response.widget_info(|| WidgetInfo::labeled(Part::ListBoxOption, true, &spoken));
        ui.ctx().accesskit_node_builder(id, |node| node.set_selected(self.is_chosen));
        let over = response.contains_pointer() && !ui.ctx().dragged_id().is_some_and(|dragged| dragged != id);
        let ground = match (self.is_chosen, over) {
            (true, _) => tokens.accent_wash,
            (false, true) => tokens.ink.gamma_multiply(0.04),
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0, ground);
        draw_words(ui, pos2(rect.left() + MARGIN, rect.top() + PAD), &name_words, shown_name);
        let second = pos2(rect.left() + MARGIN, rect.top() + PAD + name_height);
        draw_words(ui, second, &words, &position);
        let count_at = pos2(rect.right() - MARGIN, rect.bottom() - PAD - LINE / 2.0);
        ui.painter().text(count_at, Align2::RIGHT_CENTER, count, font::small(), tokens.muted);
        let asked = if self.is_chosen || over || response.context_menu_opened() {
            self.menu_ui(ui, view, rect)
        } else {
            if let Some(role) = &role {
                self.pill_ui(ui, view, role, rect.right_top() + vec2(-MARGIN - pill, PAD));
            }
            None
        };
        if let (true, Some(role)) = (self.is_chosen || over, &role) {
            self.pill_ui(ui, view, role, rect.right_top() + vec2(-MARGIN - pill - 22.0, PAD));
        }
        let from_context = menu::context_menu(&response, view, self.participant);
        focus_ring(ui, tokens, &response, rect.shrink2(vec2(2.0, 0.0)), 4);
        ui.allocate_rect(rect, Sense::hover());
        (response, asked.or(from_context))
    }

    fn menu_ui(&self, ui: &mut Ui, view: &View<'_>, rect: Rect) -> Option<menu::Asked> {
        let place = Rect::from_min_size(rect.right_top() + vec2(-32.0, 1.0), vec2(28.0, 28.0));
        let mut inner = ui.new_child(UiBuilder::new().id_salt("menu").max_rect(place));
        let shown = self.participant.shown_name().to_string();
        let name = view.locale.tr_with("people-menu", &[("name", shown.into())]);
        let mut asked = None;
        menu_button(&mut inner, view.tokens, icon::DOTS_THREE, name, |ui| {
            asked = menu::entries_ui(ui, view, self.participant);
        });
        asked
    }

    fn pill_ui(&self, ui: &Ui, view: &View<'_>, role: &str, at: egui::Pos2) {
        let look = if self.is_chosen { PillLook::Accent } else { PillLook::Neutral };
        Pill::new(role, look).paint(ui, view.tokens, at);
    }

    /// Everybody is a delegate unless the list says more.
    fn role(&self, view: &View<'_>) -> Option<String> {
        let says_more =
            self.look.role && self.participant.role != Role::Delegate && !self.participant.is_organisation();
        says_more.then(|| role_name(view, self.participant.role))
    }

    fn second_line(&self, view: &View<'_>) -> (String, Color32) {
        let participant = self.participant;
        let parts = [
            (self.look.title, participant.title.to_string()),
            (self.look.organisation && !participant.is_organisation(), participant.organisation.to_string()),
            (self.look.code && !participant.code.is_empty(), format!("={}=", participant.code)),
        ];
        let shown = parts.into_iter().filter(|(is_shown, words)| *is_shown && !words.is_empty());
        let position = shown.map(|(_, words)| words).collect::<Vec<_>>().join(", ");
        let hides = !self.look.title || !self.look.organisation;
        if !position.is_empty() || hides && !participant.is_organisation() {
            (position, view.tokens.muted)
        } else if self.participant.is_organisation() {
            (view.tr("people-without-name"), view.tokens.muted)
        } else {
            (view.tr("people-no-position"), view.tokens.faint)
        }
    }

    fn count(&self) -> String {
        if !self.look.mentions {
            String::new()
        } else if self.mentions == 0 {
            "–".to_owned()
        } else {
            format!("{}×", self.mentions)
        }
    }

    fn spoken(&self, view: &View<'_>, position: &str) -> String {
        let mentions = view.locale.tr_with("people-mentions", &[("count", self.mentions.into())]);
        let mut parts = vec![self.participant.shown_name().to_string(), position.to_owned()];
        parts.extend(self.role(view));
        parts.push(mentions);
        parts.join(", ")
    }
}
