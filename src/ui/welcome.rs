//! What is shown while no report is open.

use std::path::PathBuf;

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::Locale;
use crate::ui::icon;
use crate::ui::theme::{Tokens, font, radius, space};
use crate::ui::widgets::{Button, IconButton, Words, draw_words, focus_ring};

/// A report that was open before.
#[derive(Clone)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Its headline, where it is known.
    pub headline: String,
    /// When it was last worked on, in words; may be empty.
    pub when: String,
    /// Its leading photo, where it is there.
    pub picture: Option<TextureHandle>,
    /// The file is not where it was.
    pub is_missing: bool,
    /// It has no name of the reporter's yet.
    pub is_draft: bool,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WelcomeChoice {
    /// A new report.
    New,
    /// Choose a file.
    Open,
    /// The sample report.
    Sample,
    /// A recent report.
    Recent(PathBuf),
    /// Take a report off the list of recent ones.
    Forget(PathBuf),
    /// Delete a draft; the name by which it is shown.
    DeleteDraft(PathBuf, String),
}

const COLUMN: f32 = 640.0;
const CARD: f32 = 82.0;

/// Draws the page. Gives what was chosen.
pub fn welcome_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens, recents: &[Recent]) -> Option<WelcomeChoice> {
    ui.painter().rect_filled(ui.max_rect(), 0, tokens.page);
    let mut choice = None;
    egui::ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(ui, |ui| {
        let whole = ui.max_rect();
        let width = COLUMN.min(whole.width() - space::XXL * 2.0);
        let top = whole.top() + (whole.height() * 0.16).clamp(space::XL, 130.0);
        let column = Rect::from_min_size(pos2(whole.center().x - width / 2.0, top), vec2(width, f32::INFINITY));
        ui.scope_builder(UiBuilder::new().id_salt("column").max_rect(column), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            title_ui(ui, locale, tokens);
            choice = actions_ui(ui, locale, tokens);
            if !recents.is_empty() {
                let chosen = recents_ui(ui, locale, tokens, recents);
                choice = choice.take().or(chosen);
            }
            hint_ui(ui, locale, tokens);
        });
    });
    choice
}

fn title_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 44.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, "Rapporteur"));
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, "Rapporteur", font::text(34.0, true, false), tokens.ink);
    let text = locale.tr("welcome-what");
    let words = Words { line_height: 25.0, ..Words::line(font::text(17.5, false, false), tokens.muted, width).rows(3) };
    let height = words.galley(ui, &text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    draw_words(ui, rect.min, &words, &text);
    ui.add_space(space::L);
}

fn actions_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens) -> Option<WelcomeChoice> {
    let mut choice = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        if Button::primary(locale.tr("welcome-new")).show(ui, tokens).clicked() {
            choice = Some(WelcomeChoice::New);
        }
        if Button::secondary(locale.tr("welcome-open")).icon(icon::FOLDER_OPEN).show(ui, tokens).clicked() {
            choice = Some(WelcomeChoice::Open);
        }
        if Button::secondary(locale.tr("welcome-sample")).icon(icon::NEWSPAPER).show(ui, tokens).clicked() {
            choice = Some(WelcomeChoice::Sample);
        }
    });
    choice
}

fn recents_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens, recents: &[Recent]) -> Option<WelcomeChoice> {
    ui.add_space(space::XL);
    let title = locale.tr("welcome-recent");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, &title, font::strong(), tokens.muted);
    let columns = if ui.available_width() >= 520.0 { 2 } else { 1 };
    let width = (ui.available_width() - space::M * (columns as f32 - 1.0)) / columns as f32;
    let mut choice = None;
    for (row, pair) in recents.chunks(columns).enumerate() {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::hover());
        for (index, recent) in pair.iter().enumerate() {
            let left = rect.left() + index as f32 * (width + space::M);
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, CARD));
            let builder = UiBuilder::new().id_salt(("recent", row, index)).max_rect(place);
            let mut card = ui.new_child(builder);
            choice = recent_ui(&mut card, locale, tokens, recent).or(choice);
        }
    }
    choice
}

fn recent_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens, recent: &Recent) -> Option<WelcomeChoice> {
    let rect = ui.max_rect();
    let id = ui.scope_id().with("card");
    let response = ui.interact(rect, id, if recent.is_missing { Sense::CLICK } else { Sense::click() });
    let file = recent.path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let nameless = if recent.is_draft { locale.tr("untitled") } else { file.clone() };
    let headline = if recent.headline.is_empty() { nameless } else { recent.headline.clone() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, !recent.is_missing, &headline));
    let lit = response.hovered() && !recent.is_missing;
    let line = if lit { tokens.line_strong } else { tokens.line };
    ui.painter().rect(rect, radius::CARD, tokens.card, Stroke::new(1.0, line), StrokeKind::Inside);
    let picture = Rect::from_min_size(rect.min + vec2(9.0, 9.0), vec2(85.0, 64.0));
    picture_ui(ui, tokens, recent, picture);
    let left = picture.right() + 12.0;
    let width = rect.right() - left - 34.0;
    let ink = if recent.is_missing { tokens.muted } else { tokens.ink };
    let words = Words { line_height: 18.0, ..Words::line(font::strong(), ink, width).rows(2) };
    let galley = draw_words(ui, pos2(left, rect.top() + 10.0), &words, &headline);
    let small = Words::line(font::small(), tokens.muted, width + 24.0);
    let folder = recent.path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
    let (second, color) = if recent.is_missing {
        (locale.tr("welcome-missing"), tokens.warn)
    } else if recent.is_draft {
        (locale.tr_with("welcome-draft", &[("when", recent.when.clone().into())]), tokens.warn)
    } else if recent.when.is_empty() {
        (format!("{folder} / {file}"), tokens.muted)
    } else {
        (format!("{} · {file}", recent.when), tokens.muted)
    };
    let at = pos2(left, rect.top() + 12.0 + galley.size().y);
    draw_words(ui, at, &Words { color, ..small }, &second);
    focus_ring(ui, tokens, &response, rect, radius::CARD);
    let mut choice = None;
    if response.contains_pointer() || response.has_focus() || recent.is_missing {
        let corner = Rect::from_min_size(pos2(rect.right() - 33.0, rect.top() + 5.0), vec2(28.0, 28.0));
        let mut inner = ui.new_child(UiBuilder::new().id_salt("forget").max_rect(corner));
        let values = [("name", headline.clone().into())];
        let (sign, name, chosen) = if recent.is_draft {
            let name = locale.tr_with("welcome-delete-draft", &values);
            (icon::TRASH, name, WelcomeChoice::DeleteDraft(recent.path.clone(), headline))
        } else {
            (icon::X, locale.tr_with("welcome-forget", &values), WelcomeChoice::Forget(recent.path.clone()))
        };
        if IconButton::new(sign, name).small().show(&mut inner, tokens).clicked() {
            choice = Some(chosen);
        }
    }
    let pressed = response.clicked() && !recent.is_missing;
    response.on_hover_text(if recent.is_draft {
        recent.when.clone()
    } else {
        recent.path.to_string_lossy().into_owned()
    });
    choice.or_else(|| pressed.then(|| WelcomeChoice::Recent(recent.path.clone())))
}

fn picture_ui(ui: &Ui, tokens: &Tokens, recent: &Recent, place: Rect) {
    let Some(texture) = &recent.picture else {
        ui.painter().rect_filled(place, radius::PICTURE, tokens.ink.gamma_multiply(0.06));
        let sign = if recent.is_missing { icon::FILE } else { icon::FILE_TEXT };
        ui.painter().text(place.center(), Align2::CENTER_CENTER, sign, font::icon(), tokens.faint);
        return;
    };
    let size = texture.size_vec2();
    let (picture, space) = (size.x / size.y.max(1.0), place.width() / place.height());
    let part = if picture > space { vec2(space / picture, 1.0) } else { vec2(1.0, picture / space) };
    let uv = Rect::from_center_size(pos2(0.5, 0.5), part);
    let tint = if recent.is_missing { egui::Color32::from_white_alpha(110) } else { egui::Color32::WHITE };
    let shape = egui::epaint::RectShape::filled(place, radius::PICTURE, tint);
    ui.painter().add(shape.with_texture(texture.id(), uv));
}

fn hint_ui(ui: &mut Ui, locale: &Locale, tokens: &Tokens) {
    ui.add_space(space::L);
    let text = locale.tr("welcome-drop");
    let width = ui.available_width();
    let words = Words::line(font::small(), tokens.faint, width - 26.0).rows(3);
    let height = words.galley(ui, &text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(18.0)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let at = rect.min + vec2(8.5, 8.5);
    ui.painter().text(at, Align2::CENTER_CENTER, icon::DOWNLOAD_SIMPLE, font::icon(), tokens.faint);
    draw_words(ui, rect.min + vec2(26.0, 0.0), &words, &text);
    ui.add_space(space::XL);
}
