//! What the chosen card unfolds.

use egui::{Id, Key, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Command;
use crate::check::alt_text::{self, AltFault};
use crate::edit::ops::photos;
use crate::language::date::{read_moment, shown_moment};
use crate::report::{Photo, PhotoId, QuarterTurns, Slot};
use crate::ui::icon;
use crate::ui::photos::card::Card;
use crate::ui::photos::{Field, FocusWish, GAP};
use crate::ui::strip::{StripState, strip_ui};
use crate::ui::text::{FieldLook, slot_field_ui};
use crate::ui::theme::font;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, IconButton, TextField, Words, beside_ui, draw_words, field_label_ui, tick_ui};

/// What the details remember from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// A time that is being written and is no time yet.
    taken: Option<(PhotoId, String)>,
    /// Whether the rarer fields are shown.
    more: bool,
    /// Who is in the picture.
    pub strip: StripState,
    /// What of the details had the keyboard.
    focused: Option<Id>,
}

impl Memory {
    /// Whether Escape was pressed in one of the widgets of the details, which lie in a rectangle.
    fn was_left(&mut self, ui: &Ui, details: Rect) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        let before = self.focused;
        let is_inside = |id: &Id| ui.ctx().read_response(*id).is_some_and(|widget| details.contains_rect(widget.rect));
        self.focused = focused.filter(is_inside);
        focused.is_none() && before.is_some() && ui.input(|input| input.key_pressed(Key::Escape))
    }
}

/// Who is in the picture, credit, alternative text, what is rarer under "More", and what can be done with the photo. Gives where the keyboard should go next.
pub(super) fn details_ui(ui: &mut Ui, view: &View<'_>, card: &Card<'_>, memory: &mut Memory) -> Option<FocusWish> {
    ui.spacing_mut().item_spacing.y = GAP;
    let photo = card.photo;
    let mut asked = people_ui(ui, view, card, &mut memory.strip);
    asked = text_field_ui(ui, view, card, Field::Credit).or(asked);
    if !photo.decorative {
        asked = text_field_ui(ui, view, card, Field::Alt).or(asked);
        alt_fault_ui(ui, view, photo);
    }
    ui.add_enabled_ui(!view.read_only, |ui| {
        let mut decorative = photo.decorative;
        if tick_ui(ui, view.tokens, &view.tr("photos-decorative"), &mut decorative).changed() {
            view.edit(photos::update(view.report(), photo.id, |photo| photo.decorative = decorative));
        }
        let (sign, words) = match memory.more {
            true => (icon::CARET_DOWN, "photos-less"),
            false => (icon::CARET_RIGHT, "photos-more"),
        };
        if Button::bare(view.tr(words)).icon(sign).flush().show(ui, view.tokens).clicked() {
            memory.more = !memory.more;
        }
        if memory.more {
            place_and_time_ui(ui, view, photo, &mut memory.taken);
            rarer_ui(ui, view, photo);
        }
        actions_ui(ui, view, photo, card.used);
    });
    let details = ui.min_rect().expand(2.0);
    let left = memory.was_left(ui, details).then_some(FocusWish::Card(photo.id));
    asked.or(left)
}

fn people_ui(ui: &mut Ui, view: &View<'_>, card: &Card<'_>, strip: &mut StripState) -> Option<FocusWish> {
    if card.wish == Some(FocusWish::Field(card.photo.id, Field::People)) {
        strip.take_focus();
    }
    let outcome = strip_ui(ui, view, strip, card.photo, card.number);
    outcome.left.then_some(FocusWish::Card(card.photo.id))
}

fn text_field_ui(ui: &mut Ui, view: &View<'_>, card: &Card<'_>, field: Field) -> Option<FocusWish> {
    let photo = card.photo;
    let (slot, label, name, hint) = match field {
        Field::Alt => (Slot::Alt(photo.id), "photos-alt", "photos-alt-label", "photos-alt-hint"),
        _ => (Slot::Credit(photo.id), "photos-credit", "photos-credit-label", "photos-credit-hint"),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let is_called = field_label_ui(ui, view.tokens, &view.tr(label), None);
        let look = FieldLook {
            placeholder: view.tr(hint),
            label: view.locale.tr_with(name, &[("number", card.number.into())]),
            size: font::ui().size,
            muted: false,
            rows: 0,
            framed: true,
            keeps_tab: card.around.keeps_tab(photo, field),
            takes_focus: card.wish == Some(FocusWish::Field(photo.id, field)),
        };
        let response = slot_field_ui(ui, view, slot, &look);
        let called = is_called.then_some(FocusWish::Field(photo.id, field));
        called.or(card.around.led(view, &response, photo, field))
    })
    .inner
}

/// A word on an alternative text that tells nobody anything. It stands in nobody's way.
fn alt_fault_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo) {
    let text = match alt_text::fault(photo) {
        Some(AltFault::IsCaption) => view.tr("photos-alt-is-caption"),
        Some(AltFault::IsFileName) => view.tr("photos-alt-is-file-name"),
        Some(AltFault::None) | None => return,
    };
    let width = ui.available_width();
    let words = Words::line(font::small(), view.tokens.warn, width - 22.0).rows(3);
    let height = words.galley(ui, &text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let at = rect.min + vec2(8.5, 8.5);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon::WARNING, font::icon(), view.tokens.warn);
    draw_words(ui, rect.min + vec2(22.0, 0.0), &words, &text);
}

/// Town, country, author and rights.
fn rarer_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo) {
    type Part = fn(&mut Photo) -> &mut std::sync::Arc<str>;
    let line = |ui: &mut Ui, label: &str, known: &str, part: Part| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let label = view.tr(label);
        let mut text = known.to_owned();
        let field = TextField::new(&label).enabled(!view.read_only);
        if field.show(ui, view.tokens, &mut text).changed() {
            view.edit(photos::update(view.report(), photo.id, |photo| *part(photo) = text.as_str().into()));
        }
    };
    let city = |ui: &mut Ui| line(ui, "photos-city", &photo.city, |photo| &mut photo.city);
    let country = |ui: &mut Ui| line(ui, "photos-country", &photo.country, |photo| &mut photo.country);
    beside_ui(ui, 0.5, city, country);
    let creator = |ui: &mut Ui| line(ui, "photos-creator", &photo.creator, |photo| &mut photo.creator);
    let rights = |ui: &mut Ui| line(ui, "photos-copyright", &photo.copyright, |photo| &mut photo.copyright);
    beside_ui(ui, 0.5, creator, rights);
}

fn place_and_time_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, taken: &mut Option<(PhotoId, String)>) {
    let (place_label, taken_label) = (view.tr("photos-place"), view.tr("photos-taken"));
    let place_ui = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut place = photo.place.to_string();
        let field = TextField::new(&place_label).enabled(!view.read_only);
        if field.show(ui, view.tokens, &mut place).changed() {
            view.edit(photos::update(view.report(), photo.id, |photo| photo.place = place.as_str().into()));
        }
    };
    // A day with its time is longer than most names of towns.
    beside_ui(ui, 0.42, place_ui, |ui| {
        let known = photo.taken.as_deref().map_or_else(String::new, shown_moment);
        let draft = taken.take().filter(|(of, _)| *of == photo.id).map(|(_, text)| text);
        let mut text = draft.unwrap_or_else(|| known.clone());
        let is_time = text.trim().is_empty() || read_moment(&text).is_some();
        let problem = (!is_time).then(|| view.tr("photos-taken-problem"));
        let hint = view.tr("photos-taken-hint");
        let field = TextField::new(&taken_label).hint(&hint).problem(problem.as_deref()).enabled(!view.read_only);
        let response = field.show(ui, view.tokens, &mut text);
        if response.changed() {
            let time = read_moment(&text);
            if time.is_some() || text.trim().is_empty() {
                view.edit(photos::update(view.report(), photo.id, |photo| photo.taken = time.map(|time| time.into())));
            }
        }
        if response.has_focus() && text != known {
            *taken = Some((photo.id, text));
        }
    });
}

fn actions_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo, used: bool) {
    let turn = |by: u8| {
        let turned = QuarterTurns::new(photo.turns.count() + by);
        view.edit(photos::update(view.report(), photo.id, |photo| photo.turns = turned));
    };
    let on_this = |command: Command| {
        view.ask(Request::ChoosePhoto(Some(photo.id)));
        view.command(command);
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if IconButton::new(icon::ARROW_COUNTER_CLOCKWISE, view.tr("photos-turn-left")).show(ui, view.tokens).clicked() {
            turn(3);
        }
        if IconButton::new(icon::ARROW_CLOCKWISE, view.tr("photos-turn-right")).show(ui, view.tokens).clicked() {
            turn(1);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if IconButton::new(icon::TRASH, view.tr("photos-remove")).show(ui, view.tokens).clicked() {
                on_this(Command::RemovePhoto);
            }
            let (words, command) = if used {
                (view.tr("photos-unplace"), Command::UnplacePhoto)
            } else {
                (view.tr("photos-place-into-text"), Command::PlacePhoto)
            };
            if Button::secondary(words).show(ui, view.tokens).clicked() {
                on_this(command);
            }
        });
    });
}
