//! What is said of the photo, and what its file is.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::edit::ops::framing;
use crate::report::{Photo, Slot};
use crate::ui::look_closer::keys::Wish;
use crate::ui::strip::{StripState, strip_ui};
use crate::ui::text::{FieldLook, PaneKey, slot_field_ui};
use crate::ui::theme::{font, space};
use crate::ui::view::View;
use crate::ui::widgets::{Words, beside_ui, draw_words, field_label_ui};

/// Caption and alternative text to be written, who is in the picture, and the facts of the file below.
pub(super) fn words_ui(
    ui: &mut Ui,
    view: &View<'_>,
    photo: &Photo,
    place: usize,
    strip: &mut StripState,
    takes_focus: bool,
    wishes: &mut Vec<Wish>,
) {
    ui.spacing_mut().item_spacing.y = space::S;
    let mut ends = false;
    let mut field_ui = |ui: &mut Ui, slot: Slot, words: [&str; 3], takes_focus: bool| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let [title, name, hint] = words;
            let is_called = field_label_ui(ui, view.tokens, &view.tr(title), None);
            let look = FieldLook {
                placeholder: view.tr(hint),
                label: view.locale.tr_with(name, &[("number", (place + 1).into())]),
                size: 14.0,
                muted: false,
                rows: 3,
                framed: true,
                keeps_tab: false,
                takes_focus,
            };
            let response = slot_field_ui(ui, view, slot, &look);
            if is_called {
                response.request_focus();
            }
            let is_caption = slot == Slot::Caption(photo.id) && response.has_focus();
            ends |= is_caption && view.text.take_pane_key() == Some(PaneKey::Enter);
        });
    };
    let caption = ["closer-caption", "photos-caption-label", "photos-caption-hint"];
    let alt = ["photos-alt", "photos-alt-label", "photos-alt-hint"];
    if photo.decorative {
        field_ui(ui, Slot::Caption(photo.id), caption, takes_focus);
    } else {
        // Both sides write through one closure, one after the other.
        let field_ui = std::cell::RefCell::new(field_ui);
        beside_ui(
            ui,
            0.56,
            |ui| field_ui.borrow_mut()(ui, Slot::Caption(photo.id), caption, takes_focus),
            |ui| field_ui.borrow_mut()(ui, Slot::Alt(photo.id), alt, false),
        );
    }
    if ends {
        wishes.push(Wish::NextCaption);
    }
    if strip_ui(ui, view, strip, photo, place + 1).left {
        wishes.push(Wish::Done);
    }
    let facts = facts(view, photo);
    let width = ui.available_width();
    let line = Words::line(font::small(), view.tokens.muted, width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, line.line_height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &facts));
    draw_words(ui, rect.min, &line, &facts);
}

/// File name, size, time, and what the crop leaves.
fn facts(view: &View<'_>, photo: &Photo) -> String {
    let size = |width: u32, height: u32| {
        view.locale.tr_with("closer-size", &[("width", (width as usize).into()), ("height", (height as usize).into())])
    };
    let whole = framing::whole_seen(photo);
    let mut facts = vec![photo.file_name.to_string(), size(whole.width, whole.height)];
    if photo.crop.is_some() {
        let shown = photo.shown_size_px();
        let values = [("size", size(shown.width, shown.height).into())];
        facts.push(view.locale.tr_with("closer-shown", &values));
    }
    facts.extend(photo.taken.as_deref().map(|taken| {
        let taken: String = taken.chars().take(16).collect();
        view.locale.tr_with("closer-taken", &[("time", taken.replacen('T', " ", 1).into())])
    }));
    facts.retain(|fact| !fact.is_empty());
    facts.join("  ·  ")
}
