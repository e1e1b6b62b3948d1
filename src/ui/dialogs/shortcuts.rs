//! All keys, from the table of commands.

use egui::{Align2, Context, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::app::Command;
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
    Pictures,
    Panes,
    View,
}

impl Part {
    const ALL: [Self; 6] = [Self::Report, Self::Writing, Self::Format, Self::Pictures, Self::Panes, Self::View];

    /// Whether it stands in the first column.
    fn is_left(self) -> bool {
        matches!(self, Self::Report | Self::Pictures | Self::Panes)
    }

    /// Names every command, so that a new one is given its part.
    fn of(command: Command) -> Self {
        use Command as C;
        match command {
            C::New
            | C::Open
            | C::ImportArticle
            | C::OpenSample
            | C::Save
            | C::SaveAs
            | C::CloseReport
            | C::Details
            | C::Export(_)
            | C::ExportDialog
            | C::DeskPackage
            | C::OpenExported
            | C::CopyForCms
            | C::CopyHtml
            | C::PageLook(_)
            | C::SaveTemplate
            | C::Preview
            | C::Quit => Self::Report,
            C::Undo
            | C::Redo
            | C::Cut
            | C::Copy
            | C::Paste
            | C::PasteAsText
            | C::KeepOnlyText
            | C::SelectAll
            | C::Find
            | C::FindNext
            | C::FindPrevious
            | C::Replace
            | C::TidyTypography
            | C::CheckSpelling
            | C::NextMisspelling
            | C::PreviousMisspelling
            | C::Suggestions
            | C::WatchNames
            | C::MendName
            | C::MendNameEverywhere
            | C::LinkNames
            | C::Mention
            | C::InsertParticipants
            | C::InsertDivider
            | C::InsertTable
            | C::MoveUp
            | C::MoveDown
            | C::TypingAids
            | C::VietnameseTyping
            | C::VietnameseMethod(_)
            | C::VietnameseTones => Self::Writing,
            C::Style(_) | C::Bold | C::Italic | C::Link | C::Indent | C::Outdent | C::Table(_) => Self::Format,
            C::AddPhotos
            | C::AddPhotoFolder
            | C::UnreadPhotos
            | C::SortPhotos(_)
            | C::LeadPhoto
            | C::DecorativePhoto
            | C::PhotoFields
            | C::ReplacePicture
            | C::ReadPhotoAgain
            | C::SimilarPhotos
            | C::PlacePhoto
            | C::UnplacePhoto
            | C::LookCloser
            | C::Frame(_)
            | C::PlaceBeside
            | C::OwnLine
            | C::RemovePhoto
            | C::PeopleShown
            | C::WriteNames(_)
            | C::MarkPeople
            | C::AddPerson
            | C::AddOrganisation
            | C::ImportPeople
            | C::PastePeople
            | C::ExportPeople
            | C::PrintPeople
            | C::DuplicatePeople => Self::Pictures,
            C::Focus(_) | C::Checks | C::TogglePane(_) | C::Outline | C::NextPane | C::PreviousPane => Self::Panes,
            C::ZoomIn
            | C::ZoomOut
            | C::ZoomReset
            | C::Length
            | C::FocusMode
            | C::Theme(_)
            | C::Language(_)
            | C::Shortcuts
            | C::About => Self::View,
        }
    }

    fn name(self, cx: &DialogContext<'_>) -> String {
        match self {
            Self::Report => cx.tr("shortcuts-report"),
            Self::Writing => cx.tr("shortcuts-writing"),
            Self::Format => cx.tr("shortcuts-format"),
            Self::Pictures => cx.tr("shortcuts-pictures"),
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
                        let column = if part.is_left() { &mut *left } else { &mut *right };
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
