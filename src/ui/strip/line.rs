//! What the caption has of the line that names everybody, and the buttons that write it.

use egui::{Align2, Color32, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::edit::ops::lineup;
use crate::language::name_line::{self, LineState, LineStyle};
use crate::report::Photo;
use crate::ui::icon;
use crate::ui::theme::font;
use crate::ui::view::View;
use crate::ui::widgets::{Button, Words, draw_words};

/// Draws a word on the line and what can be done with it; nothing where the picture wants none.
pub(super) fn line_ui(ui: &mut Ui, view: &View<'_>, photo: &Photo) {
    let state = name_line::state(view.report(), photo);
    let (said, verb, style) = match state {
        LineState::NotWanted => return,
        LineState::Missing => (None, "strip-write", LineStyle::Names),
        LineState::Reworded => (Some("strip-reworded"), "strip-write-again", LineStyle::Names),
        LineState::Written(LineStyle::Names) => (Some("strip-written"), "strip-with-offices", LineStyle::Offices),
        LineState::Written(LineStyle::Offices) => (Some("strip-written"), "strip-names-only", LineStyle::Names),
    };
    let change = lineup::write_line(view.report(), photo.id, style);
    let button = Button::bare(view.tr(verb));
    let said = said.map(|said| (view.tr(said), matches!(state, LineState::Written(_))));
    let needed = said.as_ref().map_or(0.0, |(text, _)| said_width(ui, text)) + button.own_width(ui) + 2.0;
    let parts = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
        if let Some((text, is_written)) = &said {
            said_ui(ui, view, text, *is_written);
        }
        // Where nobody holds an office both ways to write the line are one.
        if let Some(change) = &change
            && button.show(ui, view.tokens).clicked()
        {
            view.edit(Some(change.clone()));
        }
    };
    if needed < ui.available_width() {
        ui.horizontal(parts);
    } else {
        ui.vertical(parts);
    }
}

const SIGN: f32 = 20.0;

fn said_width(ui: &Ui, text: &str) -> f32 {
    SIGN + ui.painter().layout_no_wrap(text.to_owned(), font::small(), Color32::PLACEHOLDER).size().x
}

fn said_ui(ui: &mut Ui, view: &View<'_>, text: &str, is_written: bool) {
    let tokens = view.tokens;
    let words = Words::line(font::small(), tokens.muted, (ui.max_rect().width() - SIGN).max(40.0));
    let width = words.galley(ui, text).size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(SIGN + width, 30.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let (sign, ink) = if is_written { (icon::CHECK, tokens.good) } else { (icon::PENCIL_SIMPLE, tokens.muted) };
    let face = egui::FontId { size: 13.0, ..font::icon() };
    ui.painter().text(pos2(rect.left() + 8.0, rect.center().y), Align2::CENTER_CENTER, sign, face, ink);
    draw_words(ui, pos2(rect.left() + SIGN, rect.center().y - words.line_height / 2.0), &words, text);
}
