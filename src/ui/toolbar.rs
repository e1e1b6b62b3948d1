//! The toolbar: what a writer reaches for most. What a narrow window has no room for is under one button at the end.

use egui::{Align, Layout, Margin, Panel, Popup, Sense, Ui, vec2};

use crate::app::{BlockStyle, Command, CommandEnv, ExportKind};
use crate::report::ListStyle;
use crate::ui::icon;
use crate::ui::menu::command_ui;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::Shell;
use crate::ui::widgets::{Button, IconButton, focus_ring};

/// Buttons in groups with a line between them. The last groups go first where there is no room.
const GROUPS: [&[Command]; 4] = [
    &[Command::Bold, Command::Italic, Command::Link],
    &[
        Command::Style(BlockStyle::List(ListStyle::Bulleted)),
        Command::Style(BlockStyle::List(ListStyle::Numbered)),
        Command::Style(BlockStyle::Quotation),
    ],
    &[Command::AddPhotos, Command::InsertParticipants, Command::InsertTable, Command::InsertDivider, Command::Mention],
    &[Command::Undo, Command::Redo],
];

const STYLE_WIDTH: f32 = 150.0;
const LINE_WIDTH: f32 = 17.0;

/// Draws the toolbar under the menu bar.
pub fn toolbar_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(12, 0));
    Panel::top("toolbar").frame(frame).exact_size(space::TOOLBAR).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 3.0;
            style_ui(ui, shell, env);
            let right = right_width(ui, shell);
            let hidden = groups_ui(ui, shell, env, right);
            if !hidden.is_empty() {
                line_ui(ui, shell);
                more_ui(ui, shell, env, &hidden);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| right_ui(ui, shell, env));
        });
    });
}

fn groups_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, right: f32) -> Vec<Command> {
    let button = space::CONTROL + ui.spacing().item_spacing.x;
    let width = |group: &[Command]| LINE_WIDTH + button * group.len() as f32;
    let more = LINE_WIDTH + button;
    let mut room = ui.available_width() - right;
    let mut hidden = Vec::new();
    for (index, group) in GROUPS.iter().enumerate() {
        let rest: f32 = GROUPS[index + 1..].iter().map(|group| width(group)).sum();
        let needed = width(group) + if rest > room - width(group) { more } else { 0.0 };
        if !hidden.is_empty() || needed > room {
            hidden.extend_from_slice(group);
            continue;
        }
        room -= width(group);
        line_ui(ui, shell);
        for command in *group {
            button_ui(ui, shell, env, *command);
        }
    }
    hidden
}

fn line_ui(ui: &mut Ui, shell: &Shell<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(LINE_WIDTH - 3.0, 18.0), Sense::hover());
    ui.painter().vline(rect.center().x.round() + 0.5, rect.y_range(), egui::Stroke::new(1.0, shell.tokens.line));
}

fn button_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, command: Command) {
    let Some(sign) = command.icon() else { return };
    let words = shell.locale.command(command);
    let button = IconButton::new(sign, words).on(env.is_on(command) == Some(true)).enabled(env.is_enabled(command));
    let response = button.key(command.hint(ui.ctx())).show(ui, shell.tokens);
    if response.clicked() {
        shell.command(command);
    }
}

fn style_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    let tokens = shell.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(STYLE_WIDTH, space::CONTROL), Sense::click());
    let shown =
        env.style().map_or_else(|| shell.tr("toolbar-no-style"), |style| shell.locale.command(Command::Style(style)));
    let name = format!("{}: {shown}", shell.tr("menu-styles"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
    let line = if response.hovered() { tokens.line_strong } else { tokens.line };
    let stroke = egui::Stroke::new(1.0, line);
    ui.painter().rect(rect, radius::CONTROL, tokens.card, stroke, egui::StrokeKind::Inside);
    focus_ring(ui, tokens, &response, rect, radius::CONTROL);
    let inner = rect.shrink2(vec2(11.0, 0.0));
    let clipped = ui.painter().with_clip_rect(inner.with_max_x(inner.right() - 20.0));
    clipped.text(inner.left_center(), egui::Align2::LEFT_CENTER, &shown, font::ui(), tokens.ink);
    let sign = egui::FontId { size: 14.0, ..font::icon() };
    ui.painter().text(inner.right_center(), egui::Align2::RIGHT_CENTER, icon::CARET_DOWN, sign, tokens.muted);
    Popup::menu(&response).width(220.0).show(|ui| {
        for style in BlockStyle::ALL {
            command_ui(ui, shell, env, Command::Style(style), true);
        }
    });
}

fn more_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>, hidden: &[Command]) {
    let response = IconButton::new(icon::DOTS_THREE, shell.tr("toolbar-more")).show(ui, shell.tokens);
    Popup::menu(&response).show(|ui| {
        for command in hidden {
            command_ui(ui, shell, env, *command, false);
        }
    });
}

fn right_buttons<'a>(shell: &Shell<'_>) -> (Button<'a>, Button<'a>) {
    let preview = Button::bare(shell.tr("command-preview")).icon(icon::EYE);
    (Button::primary(shell.tr("toolbar-export")), preview)
}

fn right_width(ui: &Ui, shell: &Shell<'_>) -> f32 {
    let (export, preview) = right_buttons(shell);
    export.own_width(ui) + preview.own_width(ui) + space::L
}

fn right_ui(ui: &mut Ui, shell: &Shell<'_>, env: &CommandEnv<'_>) {
    let (export, preview) = right_buttons(shell);
    let enabled = env.is_enabled(Command::Export(ExportKind::Page));
    let response = export.enabled(enabled).show(ui, shell.tokens);
    Popup::menu(&response).width(260.0).show(|ui| {
        let pages = [Command::Export(ExportKind::Page), Command::Export(ExportKind::Html), Command::CopyForCms];
        for command in [Command::ExportDialog, Command::DeskPackage].into_iter().chain(pages) {
            command_ui(ui, shell, env, command, false);
        }
    });
    if preview.enabled(enabled).show(ui, shell.tokens).clicked() {
        shell.command(Command::Preview);
    }
}
