//! All keys, from the table of commands.

use egui::{Align2, Context, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::app::{Command, Pane};
use crate::ui::dialogs::frame::{DialogFrame, part_head_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, space};
use crate::ui::widgets::{Button, Words, draw_words};

/// The list of keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShortcutsDialog {
    has_focus: bool,
}

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Report,
    Writing,
    Format,
    Panes,
    View,
}

impl Part {
    const ALL: [Self; 5] = [Self::Report, Self::Writing, Self::Format, Self::Panes, Self::View];

    fn of(command: Command) -> Self {
        match command {
            Command::New
            | Command::Open
            | Command::OpenSample
            | Command::Save
            | Command::SaveAs
            | Command::CloseReport
            | Command::Details
            | Command::Export(_)
            | Command::CopyForCms
            | Command::CopyHtml
            | Command::PageLook(_)
            | Command::SaveTemplate
            | Command::Preview
            | Command::Quit => Self::Report,
            Command::Style(_)
            | Command::Bold
            | Command::Italic
            | Command::Link
            | Command::Indent
            | Command::Outdent => Self::Format,
            Command::AddPhotos
            | Command::PlacePhoto
            | Command::UnplacePhoto
            | Command::RemovePhoto
            | Command::AddPerson
            | Command::AddOrganisation
            | Command::ImportPeople
            | Command::PastePeople
            | Command::ExportPeople
            | Command::DuplicatePeople
            | Command::Focus(Pane::Text | Pane::Photos | Pane::People)
            | Command::TogglePane(_)
            | Command::Outline
            | Command::NextPane
            | Command::PreviousPane => Self::Panes,
            Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::Length
            | Command::FocusMode
            | Command::Theme(_)
            | Command::Language(_)
            | Command::Shortcuts
            | Command::About => Self::View,
            _ => Self::Writing,
        }
    }

    fn name(self, cx: &DialogContext<'_>) -> String {
        match self {
            Self::Report => cx.tr("shortcuts-report"),
            Self::Writing => cx.tr("shortcuts-writing"),
            Self::Format => cx.tr("shortcuts-format"),
            Self::Panes => cx.tr("shortcuts-panes"),
            Self::View => cx.tr("shortcuts-view"),
        }
    }
}

impl ShortcutsDialog {
    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let title = cx.tr("shortcuts-title");
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let mut done = false;
        let said = DialogFrame::new("shortcuts dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| {
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    for column in [&mut *left, &mut *right] {
                        column.spacing_mut().item_spacing.y = 0.0;
                    }
                    for part in Part::ALL {
                        let column = if matches!(part, Part::Report | Part::Panes) { &mut *left } else { &mut *right };
                        part_ui(column, cx, part);
                    }
                });
            },
            |ui| {
                let button = Button::primary(cx.tr("dialog-close")).show(ui, cx.tokens);
                if wants_focus {
                    button.request_focus();
                }
                done = button.clicked();
            },
        );
        if done || said.close || said.confirm { DialogOutcome::Closed } else { DialogOutcome::Open }
    }
}

fn part_ui(ui: &mut Ui, cx: &DialogContext<'_>, part: Part) {
    part_head_ui(ui, cx.tokens, &part.name(cx));
    for command in Command::all().into_iter().filter(|command| Part::of(*command) == part) {
        let keys = command.hint(ui.ctx());
        if !keys.is_empty() {
            line_ui(ui, cx, &cx.locale.tr(command.message_id()), &keys);
        }
    }
    if part == Part::Panes {
        line_ui(ui, cx, &cx.tr("shortcuts-choose"), "↑ ↓");
        line_ui(ui, cx, &cx.tr("shortcuts-edit"), "Enter");
        line_ui(ui, cx, &cx.tr("shortcuts-remove"), "Delete");
        line_ui(ui, cx, &cx.tr("shortcuts-reorder"), "Alt+↑ ↓");
    }
    ui.add_space(space::S);
}

fn line_ui(ui: &mut Ui, cx: &DialogContext<'_>, words: &str, keys: &str) {
    let tokens = cx.tokens;
    let width = ui.available_width();
    let words = words.trim_end_matches('…');
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), font::pill(), tokens.muted);
    let cap_size = vec2(galley.size().x + 12.0, 19.0);
    let line = Words::line(font::ui(), tokens.ink, width - cap_size.x - space::S).rows(2);
    let words_height = line.galley(ui, words).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, (words_height + 6.0).max(24.0)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{words}: {keys}")));
    let cap = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), cap_size);
    ui.painter().rect(cap, 4, tokens.chrome, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    ui.painter().galley(cap.center() - galley.size() / 2.0, galley, tokens.muted);
    draw_words(ui, rect.left_center() - vec2(0.0, words_height / 2.0), &line, words);
}
