//! One photo with what is said of it.

use egui::{Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::report::{Photo, PhotoId, Slot};
use crate::ui::icon;
use crate::ui::photos::{FocusWish, GAP, details, drop, keys, missing};
use crate::ui::text::{FieldLook, slot_field_ui};
use crate::ui::theme::{font, radius};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{PictureFit, Pill, PillLook, Words, draw_picture, draw_words};

/// From the edge of the card to what is in it.
pub(super) const PAD: f32 = 9.0;
/// How wide the picture is.
const PICTURE: f32 = 84.0;
/// Where the words begin.
pub(super) const TEXT_LEFT: f32 = PAD + PICTURE + 10.0;

/// A photo as the pane shows it.
pub(super) struct Card<'a> {
    pub photo: &'a Photo,
    pub number: usize,
    pub used: bool,
    pub is_chosen: bool,
    pub is_stop: bool,
    pub wish: Option<FocusWish>,
}

impl Card<'_> {
    /// Draws the card. Gives where the keyboard should go next, if somewhere else.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        taken: &mut Option<(PhotoId, String)>,
    ) -> Option<FocusWish> {
        let ground = ui.painter().add(Shape::Noop);
        let sense = if self.is_stop { Sense::click() } else { Sense::CLICK };
        let builder = UiBuilder::new().id_salt("card").sense(sense);
        let mut asked = None;
        let inner = ui.scope_builder(builder, |ui| {
            ui.set_width(ui.available_width());
            asked = self.contents_ui(ui, view, taken);
        });
        let response = inner.response;
        let rect = response.rect;
        let name = self.spoken(view);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(self.is_chosen));
        self.paint_ground(ui, view, ground, rect, response.contains_pointer());
        let wanted = match self.wish {
            Some(FocusWish::Pane) => self.is_stop,
            Some(FocusWish::Card(photo)) => photo == self.photo.id,
            _ => false,
        };
        if response.clicked() || wanted {
            response.request_focus();
            self.choose(view);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand(2.0),
                radius::CARD + 2,
                Stroke::new(1.0, view.tokens.accent.gamma_multiply(0.5)),
                StrokeKind::Inside,
            );
            asked = keys::handle(ui, view, &response, self.photo, 1).or(asked);
        }
        asked
    }

    fn choose(&self, view: &View<'_>) {
        if !self.is_chosen {
            view.ask(Request::ChoosePhoto(Some(self.photo.id)));
        }
    }

    fn paint_ground(&self, ui: &Ui, view: &View<'_>, ground: egui::layers::ShapeIdx, rect: Rect, hovered: bool) {
        let tokens = view.tokens;
        let stroke = match (self.is_chosen, hovered) {
            (true, _) => Stroke::new(2.0, tokens.accent),
            (false, true) => Stroke::new(1.0, tokens.line_strong),
            (false, false) => Stroke::new(1.0, tokens.line),
        };
        let shape = egui::epaint::RectShape::new(rect, radius::CARD, tokens.card, stroke, StrokeKind::Inside);
        ui.painter().set(ground, shape);
    }

    fn contents_ui(&self, ui: &mut Ui, view: &View<'_>, taken: &mut Option<(PhotoId, String)>) -> Option<FocusWish> {
        let whole = ui.max_rect();
        let (picture_bottom, was_clicked) = self.picture_ui(ui, view, whole.min);
        let left = whole.left() + TEXT_LEFT;
        let words = Rect::from_min_max(pos2(left, whole.top() + PAD - 1.0), pos2(whole.right() - PAD, f32::INFINITY));
        let mut column = ui.new_child(UiBuilder::new().id_salt("words").max_rect(words));
        column.spacing_mut().item_spacing.y = 2.0;
        let asked = self.caption_ui(&mut column, view).or(was_clicked.then_some(FocusWish::Card(self.photo.id)));
        if !self.is_chosen && !self.photo.credit.is_empty() {
            let line = Words::line(font::small(), view.tokens.muted, column.available_width());
            let (rect, response) =
                column.allocate_exact_size(vec2(column.available_width(), line.line_height), Sense::hover());
            let credit = self.photo.credit.as_str();
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, credit));
            draw_words(&column, rect.min, &line, credit);
        }
        self.pills_ui(&mut column, view);
        let bottom = column.min_rect().bottom().max(picture_bottom);
        let mut used = Rect::from_min_max(whole.min, pos2(whole.right(), bottom + PAD));
        if self.is_chosen {
            let below = Rect::from_min_max(
                pos2(whole.left() + PAD + 1.0, bottom + GAP),
                pos2(whole.right() - PAD - 1.0, f32::INFINITY),
            );
            let mut inner = ui.new_child(UiBuilder::new().id_salt("details").max_rect(below));
            details::details_ui(&mut inner, view, self.photo, self.number, self.used, taken);
            used.max.y = inner.min_rect().bottom() + PAD + 1.0;
        }
        ui.allocate_rect(used, Sense::hover());
        asked
    }

    /// Gives the picture's lower edge, and whether it was clicked.
    fn picture_ui(&self, ui: &Ui, view: &View<'_>, origin: egui::Pos2) -> (f32, bool) {
        let ratio = self.photo.shown_size_px().ratio();
        let space = Rect::from_min_size(origin + vec2(PAD, PAD), vec2(PICTURE, (PICTURE / ratio).clamp(24.0, PICTURE)));
        let place = draw_picture(ui, view.tokens, view.pictures, self.photo, space, PictureFit::Whole);
        // The whole height of the card's picture column takes hold, not only a narrow panorama.
        let hold = space.union(Rect::from_min_size(space.min, vec2(PICTURE, 48.0)));
        let response = ui.interact(hold, ui.scope_id().with("picture"), Sense::CLICK | Sense::DRAG);
        drop::drag_source(ui, view, &response, self.photo);
        let was_clicked = response.clicked();
        if was_clicked {
            self.choose(view);
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

    fn caption_ui(&self, ui: &mut Ui, view: &View<'_>) -> Option<FocusWish> {
        let look = FieldLook {
            placeholder: view.tr("photos-caption-hint"),
            label: view.locale.tr_with("photos-caption-label", &[("number", self.number.into())]),
            size: font::ui().size,
            muted: false,
            rows: 3,
            framed: false,
            takes_focus: self.wish == Some(FocusWish::Caption(self.photo.id)),
        };
        let response = slot_field_ui(ui, view, Slot::Caption(self.photo.id), &look);
        if look.takes_focus || response.gained_focus() {
            self.choose(view);
        }
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
        escaped.then_some(FocusWish::Card(self.photo.id))
    }

    fn pills_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let missing = missing(view, self.photo);
        if missing.is_empty() && self.used {
            return;
        }
        ui.add_space(1.0);
        // Before the row is begun: it takes its height from here.
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().interact_size.y = Pill::HEIGHT;
        ui.horizontal_wrapped(|ui| {
            for text in &missing {
                Pill::new(text, PillLook::Warn).show(ui, view.tokens);
            }
            if !self.used {
                Pill::new(&view.tr("photos-not-used"), PillLook::Neutral).show(ui, view.tokens);
            }
        });
    }

    fn spoken(&self, view: &View<'_>) -> String {
        let number = view.locale.tr_with("photos-card", &[("number", self.number.into())]);
        let mut parts = vec![number];
        parts.extend((!self.photo.caption.is_empty()).then(|| self.photo.caption.as_str().to_owned()));
        parts.extend(missing(view, self.photo));
        parts.extend((!self.used).then(|| view.tr("photos-not-used")));
        parts.join(". ")
    }
}
