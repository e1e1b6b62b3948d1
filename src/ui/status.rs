//! The status bar: how long the story is, its language, what the check finds, the zoom, and whether it is saved.

use egui::{Align, Layout, Margin, Panel, RichText, Sense, Ui, vec2};

use crate::app::Command;
use crate::language::vietnamese::{Method, Settings};
use crate::language::{Language, words};
use crate::report::Limit;
use crate::ui::length::{LengthFacts, LengthState, length_line, length_popup};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, Shell};
use crate::ui::widgets::MenuEntry;

/// Whether what is on the screen is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was written yet.
    Fresh,
    /// It is, since this time of day.
    Saved(String),
    /// Not yet: it will be in a moment.
    Pending,
    /// It is being written.
    Saving,
    /// It cannot be written: why, and what to do.
    Failed(String),
    /// The report cannot be changed.
    ReadOnly,
}

/// What the bar tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Status<'a> {
    /// How long the story is.
    pub length: LengthFacts<'a>,
    /// Only the length and whether it is saved, on the ground of the page.
    pub sparse: bool,
    /// How Vietnamese is typed.
    pub vietnamese: Settings,
    /// What the check found.
    pub findings: usize,
    /// The zoom; 1 is the normal size.
    pub zoom: f32,
    /// Whether it is saved.
    pub save: SaveState,
    /// What is going on besides: photos being read, an export.
    pub activity: Option<Activity>,
}

/// Something that takes its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What it is, and how far.
    pub words: String,
    /// The words of the button that stops it, where it can be stopped.
    pub stop: Option<String>,
}

/// What was chosen in the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusChoice {
    /// Another language for the report.
    Language(&'static str),
    /// How long the story may be.
    Limit(Option<Limit>),
    /// Stop what is going on.
    Stop,
}

/// The languages that a report can be set to from the bar, with their own names.
pub const REPORT_LANGUAGES: [(&str, &str); 3] = [("en", "English"), ("ru", "Русский"), ("vi", "Tiếng Việt")];

/// Draws the bar at the bottom of the window. Gives what was chosen.
pub fn status_bar_ui(
    ui: &mut Ui,
    shell: &Shell<'_>,
    status: &Status<'_>,
    length: &mut LengthState,
) -> Option<StatusChoice> {
    let tokens = shell.tokens;
    let mut chosen = None;
    let ground = if status.sparse { tokens.page } else { egui::Color32::TRANSPARENT };
    let frame = egui::Frame::new().fill(ground).inner_margin(Margin::symmetric(14, 0));
    let panel = Panel::bottom("status bar").frame(frame).exact_size(space::STATUS);
    panel.show_separator_line(!status.sparse).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let facts = &status.length;
            let (line, is_over) = length_line(shell, facts);
            let button = link(ui, &line, if is_over { tokens.warn } else { tokens.muted });
            let button = button.on_hover_text(shell.tr("length-title"));
            chosen = length_popup(&button, shell, facts, length).map(StatusChoice::Limit);
            if !status.sparse {
                chosen = story_ui(ui, shell, status).or(chosen);
            }
            if let Some(activity) = &status.activity {
                quiet(ui, shell, activity.words.clone());
                if activity.stop.as_ref().is_some_and(|words| link(ui, words, tokens.accent).clicked()) {
                    chosen = Some(StatusChoice::Stop);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                save_ui(ui, shell, &status.save);
                if !status.sparse {
                    zoom_ui(ui, shell, status.zoom);
                }
            });
        });
    });
    chosen
}

/// How long the story reads, its language, and what the check finds.
fn story_ui(ui: &mut Ui, shell: &Shell<'_>, status: &Status<'_>) -> Option<StatusChoice> {
    let facts = &status.length;
    let minutes = words::reading_minutes(facts.lengths.story().words, facts.language);
    quiet(ui, shell, shell.locale.tr_with("status-minutes", &[("minutes", minutes.into())]));
    let chosen = language_ui(ui, shell, facts.language).map(StatusChoice::Language);
    if status.vietnamese.on || Language::of(facts.language) == Language::Vietnamese {
        vietnamese_ui(ui, shell, status.vietnamese);
    }
    if status.findings > 0 {
        let text = shell.locale.tr_with("status-checks", &[("count", status.findings.into())]);
        if link(ui, &text, shell.tokens.warn).clicked() {
            shell.ask(Request::ShowChecks);
        }
    }
    chosen
}

fn zoom_ui(ui: &mut Ui, shell: &Shell<'_>, zoom: f32) {
    let percent = (zoom * 100.0).round() as i64;
    let zoom = shell.locale.tr_with("status-zoom", &[("percent", percent.into())]);
    if link(ui, &zoom, shell.tokens.muted).on_hover_text(shell.tr("command-zoom-reset")).clicked() {
        shell.command(Command::ZoomReset);
    }
}

fn quiet(ui: &mut Ui, shell: &Shell<'_>, text: String) {
    ui.label(RichText::new(text).font(font::small()).color(shell.tokens.muted));
}

fn link(ui: &mut Ui, text: &str, color: egui::Color32) -> egui::Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font::small(), color);
    let size = vec2(galley.size().x, space::STATUS - 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    let at = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
    if response.hovered() || response.has_focus() {
        let y = at.y + galley.size().y;
        ui.painter().hline(rect.x_range(), y, egui::Stroke::new(1.0, color));
    }
    ui.painter().galley(at, galley, color);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn language_ui(ui: &mut Ui, shell: &Shell<'_>, language: &str) -> Option<&'static str> {
    let primary = language.split('-').next().unwrap_or(language);
    let own = REPORT_LANGUAGES.iter().find(|(tag, _)| *tag == primary);
    let name = own.map_or(language, |(_, name)| name);
    let response = link(ui, name, shell.tokens.muted).on_hover_text(shell.tr("status-language"));
    let mut chosen = None;
    egui::Popup::menu(&response).show(|ui| {
        for (tag, name) in REPORT_LANGUAGES {
            if MenuEntry::new(name).on(tag == primary).show(ui, shell.tokens).clicked() {
                chosen = Some(tag);
                ui.close();
            }
        }
    });
    chosen
}

/// Whether keys write Vietnamese, and by which method.
fn vietnamese_ui(ui: &mut Ui, shell: &Shell<'_>, settings: Settings) {
    let method = if settings.on { settings.method.name().to_owned() } else { shell.tr("status-vietnamese-off") };
    let text = shell.locale.tr_with("status-vietnamese", &[("method", method.into())]);
    let color = if settings.on { shell.tokens.accent } else { shell.tokens.muted };
    let keys = Command::VietnameseTyping.hint(ui.ctx());
    let response = link(ui, &text, color).on_hover_text(format!("{} ({keys})", shell.tr("command-vietnamese-typing")));
    egui::Popup::menu(&response).show(|ui| {
        let off = shell.tr("status-vietnamese-none");
        if MenuEntry::new(&off).on(!settings.on).show(ui, shell.tokens).clicked() {
            if settings.on {
                shell.command(Command::VietnameseTyping);
            }
            ui.close();
        }
        for method in Method::ALL {
            let on = settings.on && settings.method == method;
            if MenuEntry::new(method.name()).on(on).show(ui, shell.tokens).clicked() {
                shell.command(Command::VietnameseMethod(method));
                ui.close();
            }
        }
    });
}

fn save_ui(ui: &mut Ui, shell: &Shell<'_>, save: &SaveState) {
    let tokens = shell.tokens;
    let (text, color) = match save {
        SaveState::Fresh => (shell.tr("status-fresh"), tokens.muted),
        SaveState::Saved(time) => {
            (shell.locale.tr_with("status-saved", &[("time", time.as_str().into())]), tokens.good)
        }
        SaveState::Pending | SaveState::Saving => (shell.tr("status-saving"), tokens.muted),
        SaveState::ReadOnly => (shell.tr("status-read-only"), tokens.warn),
        SaveState::Failed(_) => (shell.tr("status-not-saved"), tokens.bad),
    };
    let response = match save {
        SaveState::Failed(reason) => {
            let response = link(ui, &text, color).on_hover_text(reason);
            if response.clicked() {
                shell.command(Command::SaveAs);
            }
            response
        }
        _ => ui.label(RichText::new(&text).font(font::small()).color(color)),
    };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
