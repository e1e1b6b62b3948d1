//! One photo with what is said of it.

use egui::epaint::RectShape;
use egui::{Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::report::{Photo, Slot};
use crate::ui::icon;
use crate::ui::photos::selection::{Pick, Selection};
use crate::ui::photos::{Field, FocusWish, GAP, badges, details, drop, fields, keys, menu};
use crate::ui::strip::{drop_on_photo, people_in_words};
use crate::ui::text::{FieldLook, slot_field_ui};
use crate::ui::theme::{font, radius};
use crate::ui::view::View;
use crate::ui::widgets::{Pill, PillLook, Words, draw_picture, draw_words};

/// From the edge of the card to what is in it.
pub(super) const PAD: f32 = 9.0;
/// How wide the picture is.
const PICTURE: f32 = 84.0;
/// How wide it is on a short card.
const SMALL_PICTURE: f32 = 44.0;
/// How high a short card is likely to be.
pub(super) const SHORT_HEIGHT: f32 = PAD * 2.0 + 32.0;
/// Where the words begin.
pub(super) const TEXT_LEFT: f32 = PAD + PICTURE + 10.0;

/// A photo as the pane shows it.
pub(super) struct Card<'a> {
    pub photo: &'a Photo,
    pub number: usize,
    pub used: bool,
    pub is_chosen: bool,
    /// It unfolds: it is chosen, and no other with it.
    pub unfolds: bool,
    pub is_stop: bool,
    /// One line of its caption, and a small picture.
    pub is_short: bool,
    pub wish: Option<FocusWish>,
    /// Where Enter and Tab lead from its fields.
    pub around: fields::Around,
}

impl Card<'_> {
    /// Draws the card. Gives where the keyboard should go next, if somewhere else.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        memory: &mut details::Memory,
        selection: &mut Selection,
    ) -> Option<FocusWish> {
        let ground = ui.painter().add(Shape::Noop);
        let sense = if self.is_stop { Sense::click() } else { Sense::CLICK };
        let builder = UiBuilder::new().id_salt("card").sense(sense);
        let mut asked = None;
        let inner = ui.scope_builder(builder, |ui| {
            ui.set_width(ui.available_width());
            asked = self.contents_ui(ui, view, memory, selection);
        });
        let response = inner.response;
        let rect = response.rect;
        let name = self.spoken(view);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(self.is_chosen));
        let line = self.line(view, response.contains_pointer());
        ui.painter().set(ground, RectShape::new(rect, radius::CARD, view.tokens.card, line, StrokeKind::Inside));
        let wanted = match self.wish {
            Some(FocusWish::Pane) => self.is_stop,
            Some(FocusWish::Card(photo)) => photo == self.photo.id,
            _ => false,
        };
        if response.clicked() || wanted {
            response.request_focus();
            let pick = if wanted { None } else { Some(Pick::of(ui.input(|input| input.modifiers))) };
            self.choose(view, selection, pick);
        }
        menu::menu_ui(&response, view, selection, self.photo, self.used);
        drop_on_photo(ui, view, self.photo, rect);
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand(2.0),
                radius::CARD + 2,
                Stroke::new(1.0, view.tokens.accent.gamma_multiply(0.5)),
                StrokeKind::Inside,
            );
            asked = keys::handle(ui, view, &response, self.photo, 1, selection).or(asked);
        }
        asked
    }

    /// As a click means it; without one, the photo is chosen unless it is already.
    fn choose(&self, view: &View<'_>, selection: &mut Selection, pick: Option<Pick>) {
        match pick {
            Some(pick) => selection.pick(view, self.photo.id, pick),
            None if !self.is_chosen => selection.pick(view, self.photo.id, Pick::Only),
            None => {}
        }
    }

    fn line(&self, view: &View<'_>, hovered: bool) -> Stroke {
        let tokens = view.tokens;
        match (self.is_chosen, hovered) {
            (true, _) => Stroke::new(2.0, tokens.accent),
            (false, true) => Stroke::new(1.0, tokens.line_strong),
            (false, false) => Stroke::new(1.0, tokens.line),
        }
    }

    fn contents_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        memory: &mut details::Memory,
        selection: &mut Selection,
    ) -> Option<FocusWish> {
        let whole = ui.max_rect();
        let (picture_bottom, was_clicked) = self.picture_ui(ui, view, whole.min, selection);
        let left = whole.left() + PAD + self.picture_width() + 10.0;
        let words = Rect::from_min_max(pos2(left, whole.top() + PAD - 1.0), pos2(whole.right() - PAD, f32::INFINITY));
        let mut column = ui.new_child(UiBuilder::new().id_salt("words").max_rect(words));
        column.spacing_mut().item_spacing.y = 2.0;
        let mut asked =
            self.caption_ui(&mut column, view, selection).or(was_clicked.then_some(FocusWish::Card(self.photo.id)));
        if !self.unfolds && !self.is_short && !self.photo.credit.is_empty() {
            let line = Words::line(font::small(), view.tokens.muted, column.available_width());
            let (rect, response) =
                column.allocate_exact_size(vec2(column.available_width(), line.line_height), Sense::hover());
            let credit = self.photo.credit.as_str();
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, credit));
            draw_words(&column, rect.min, &line, credit);
        }
        if !self.is_short && !self.unfolds {
            self.people_ui(&mut column, view);
        }
        self.pills_ui(&mut column, view);
        let bottom = column.min_rect().bottom().max(picture_bottom);
        let mut used = Rect::from_min_max(whole.min, pos2(whole.right(), bottom + PAD));
        if self.unfolds {
            let below = Rect::from_min_max(
                pos2(whole.left() + PAD + 1.0, bottom + GAP),
                pos2(whole.right() - PAD - 1.0, f32::INFINITY),
            );
            let mut inner = ui.new_child(UiBuilder::new().id_salt("details").max_rect(below));
            asked = details::details_ui(&mut inner, view, self, memory).or(asked);
            used.max.y = inner.min_rect().bottom() + PAD + 1.0;
        }
        ui.allocate_rect(used, Sense::hover());
        asked
    }

    /// Gives the picture's lower edge, and whether it was clicked.
    fn picture_ui(&self, ui: &mut Ui, view: &View<'_>, origin: egui::Pos2, selection: &mut Selection) -> (f32, bool) {
        let width = self.picture_width();
        let ratio = self.photo.shown_size_px().ratio();
        let space = Rect::from_min_size(origin + vec2(PAD, PAD), vec2(width, (width / ratio).clamp(24.0, width)));
        let place = draw_picture(ui, view.tokens, view.pictures, self.photo, space);
        // The whole height of the card's picture column takes hold, not only a narrow panorama.
        let hold = space.union(Rect::from_min_size(space.min, vec2(width, width * 0.57)));
        let response = ui.interact(hold, ui.scope_id().with("picture"), Sense::CLICK | Sense::DRAG);
        drop::drag_source(ui, view, &response, self.photo, self.is_chosen);
        let was_clicked = response.clicked();
        if was_clicked {
            self.choose(view, selection, Some(Pick::of(ui.input(|input| input.modifiers))));
        }
        menu::menu_ui(&response, view, selection, self.photo, self.used);
        if view.report().details.lead_photo == Some(self.photo.id) {
            lead_sign(ui, view, place);
        }
        let response = response.on_hover_text(self.photo.file_name.as_ref());
        if response.hovered() || response.dragged() {
            let grip = Rect::from_min_size(place.min + vec2(3.0, 3.0), vec2(18.0, 22.0));
            ui.painter().rect_filled(grip, radius::PICTURE, egui::Color32::from_black_alpha(150));
            let sign = egui::FontId { size: 15.0, ..font::icon() };
            let white = egui::Color32::WHITE;
            ui.painter().text(grip.center(), egui::Align2::CENTER_CENTER, icon::DOTS_SIX_VERTICAL, sign, white);
        }
        (place.bottom(), was_clicked)
    }

    fn picture_width(&self) -> f32 {
        if self.is_short { SMALL_PICTURE } else { PICTURE }
    }

    fn caption_ui(&self, ui: &mut Ui, view: &View<'_>, selection: &mut Selection) -> Option<FocusWish> {
        let look = FieldLook {
            placeholder: view.tr("photos-caption-hint"),
            label: view.locale.tr_with("photos-caption-label", &[("number", self.number.into())]),
            size: font::ui().size,
            muted: false,
            rows: if self.is_short { 1 } else { 3 },
            framed: false,
            keeps_tab: self.around.keeps_tab(self.photo, Field::Caption),
            takes_focus: self.wish == Some(FocusWish::Field(self.photo.id, Field::Caption)),
        };
        let response = slot_field_ui(ui, view, Slot::Caption(self.photo.id), &look);
        if look.takes_focus || response.gained_focus() {
            self.choose(view, selection, Some(Pick::Only));
        }
        if let Some(led) = self.around.led(view, &response, self.photo, Field::Caption) {
            return Some(led);
        }
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
        escaped.then_some(FocusWish::Card(self.photo.id))
    }

    fn pills_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let badges = badges(view, self.photo, self.used);
        if badges.is_empty() {
            return;
        }
        ui.add_space(1.0);
        // Before the row is begun: it takes its height from here.
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().interact_size.y = Pill::HEIGHT;
        ui.horizontal_wrapped(|ui| {
            for badge in &badges {
                let look = if badge.is_problem { PillLook::Warn } else { PillLook::Neutral };
                let response = Pill::new(&badge.text, look).show(ui, view.tokens);
                if let Some(why) = &badge.why {
                    response.on_hover_text(why);
                }
            }
        });
    }

    fn spoken(&self, view: &View<'_>) -> String {
        let number = view.locale.tr_with("photos-card", &[("number", self.number.into())]);
        let mut parts = vec![number];
        parts.extend((!self.photo.caption.is_empty()).then(|| self.photo.caption.as_str().to_owned()));
        parts.extend(badges(view, self.photo, self.used).into_iter().map(|badge| badge.text));
        let is_lead = view.report().details.lead_photo == Some(self.photo.id);
        parts.extend(is_lead.then(|| view.tr("photos-lead")));
        parts.join(". ")
    }

    /// Who is in the picture.
    fn people_ui(&self, ui: &mut Ui, view: &View<'_>) {
        if self.photo.people.is_empty() {
            return;
        }
        let names = people_in_words(view, self.photo);
        let text = view.locale.tr_with("photos-shown", &[("names", names.into())]);
        let line = Words::line(font::small(), view.tokens.muted, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), line.line_height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        draw_words(ui, rect.min, &line, &text);
        response.on_hover_text(text);
    }
}

/// A star in the corner of the picture that stands for the story.
pub(super) fn lead_sign(ui: &Ui, view: &View<'_>, picture: Rect) {
    let at = picture.right_top() + vec2(-10.0, 10.0);
    ui.painter().circle_filled(at, 9.0, view.tokens.accent);
    let face = egui::FontId { size: 12.0, ..font::icon() };
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon::STAR, face, view.tokens.on_accent);
}
