//! What the chosen card unfolds.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};
use jiff::civil::DateTime;

use crate::app::Command;
use crate::edit::ops::photos;
use crate::report::{Photo, PhotoId, QuarterTurns, Slot};
use crate::ui::icon;
use crate::ui::photos::{GAP, remove};
use crate::ui::text::{FieldLook, slot_field_ui};
use crate::ui::theme::font;
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, IconButton, TextField, Words, beside_ui, draw_words, tick_ui};

/// Credit, alternative text, place and time, and what can be done with the photo.
pub(super) fn details_ui(
    ui: &mut Ui,
    view: &View<'_>,
    photo: &Photo,
    number: usize,
    used: bool,
    taken: &mut Option<(PhotoId, String)>,
) {
    ui.spacing_mut().item_spacing.y = GAP;
    let text_field = |ui: &mut Ui, slot: Slot, label: &str, name: &str, hint: &str| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = ui.available_width();
            let (rect, _) = ui.allocate_exact_size(vec2(width, 17.0), Sense::hover());
            draw_words(ui, rect.min, &Words::line(font::small(), view.tokens.muted, width), &view.tr(label));
            let look = FieldLook {
                placeholder: view.tr(hint),
                label: view.locale.tr_with(name, &[("number", number.into())]),
                size: font::ui().size,
                muted: false,
                rows: 0,
                framed: true,
                takes_focus: false,
            };
            slot_field_ui(ui, view, slot, &look);
        });
    };
    text_field(ui, Slot::Credit(photo.id), "photos-credit", "photos-credit-label", "photos-credit-hint");
    if !photo.decorative {
        text_field(ui, Slot::Alt(photo.id), "photos-alt", "photos-alt-label", "photos-alt-hint");
        same_words_ui(ui, view, photo);
    }
    ui.add_enabled_ui(!view.read_only, |ui| {
        let mut decorative = photo.decorative;
        if tick_ui(ui, view.tokens, &view.tr("photos-decorative"), &mut decorative).changed() {
            view.edit(photos::update(view.report(), photo.id, |photo| photo.decorative = decorative));
        }
        place_and_time_ui(ui, view, photo, taken);
        actions_ui(ui, view, photo, used);
    });
}

fn same_words_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo) {
    let (alt, caption) = (photo.alt.as_str().trim(), photo.caption.as_str().trim());
    if alt.is_empty() || alt != caption {
        return;
    }
    let text = view.tr("photos-alt-is-caption");
    let width = ui.available_width();
    let words = Words::line(font::small(), view.tokens.warn, width - 22.0).rows(3);
    let height = words.galley(ui, &text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let at = rect.min + vec2(8.5, 8.5);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon::WARNING, font::icon(), view.tokens.warn);
    draw_words(ui, rect.min + vec2(22.0, 0.0), &words, &text);
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
        let known = photo.taken.as_deref().map_or_else(String::new, shown_time);
        let draft = taken.take().filter(|(of, _)| *of == photo.id).map(|(_, text)| text);
        let mut text = draft.unwrap_or_else(|| known.clone());
        let is_time = text.trim().is_empty() || parse_time(&text).is_some();
        let problem = (!is_time).then(|| view.tr("photos-taken-problem"));
        let hint = view.tr("photos-taken-hint");
        let field = TextField::new(&taken_label).hint(&hint).problem(problem.as_deref()).enabled(!view.read_only);
        let response = field.show(ui, view.tokens, &mut text);
        if response.changed() {
            let time = parse_time(&text);
            if time.is_some() || text.trim().is_empty() {
                view.edit(photos::update(view.report(), photo.id, |photo| photo.taken = time.map(|time| time.into())));
            }
        }
        if response.has_focus() && text != known {
            *taken = Some((photo.id, text));
        }
    });
}

/// A time as it is shown for writing: `2025-12-26 14:03`.
fn shown_time(iso: &str) -> String {
    let shown: String = iso.chars().take(16).collect();
    shown.replacen('T', " ", 1)
}

/// ISO 8601 for a day and a time, or a day alone, as it is written.
fn parse_time(text: &str) -> Option<String> {
    let text = text.trim();
    let time: DateTime = text.parse().or_else(|_day_alone| text.replacen(' ', "T", 1).parse()).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M:%S").to_string())
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
                remove(view, photo);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_shown() {
        let iso = parse_time("2025-12-26 14:03").unwrap();
        assert_eq!(iso, "2025-12-26T14:03:00");
        assert_eq!(shown_time(&iso), "2025-12-26 14:03");
        assert_eq!(parse_time("2025-12-26"), Some("2025-12-26T00:00:00".to_owned()));
        assert_eq!(parse_time("26.12.2025"), None);
        assert_eq!(parse_time("2025-13-01 10:00"), None);
    }
}
