//! Quotes, dashes and spaces that the language has otherwise: what they would become, kind by kind. Nothing changes before the reporter says so.

use egui::{Context, Ui};

use crate::edit::ops::typography;
use crate::language::typography::{Placed, RepairKind, repairs_of_report};
use crate::report::Report;
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, Words, tick_ui};

/// So many places of each kind are shown.
const EXAMPLES: usize = 3;
/// So many characters around a place are shown.
const AROUND: usize = 18;

/// The repairs of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kind {
    kind: RepairKind,
    count: usize,
    /// What stands there, and what will.
    examples: Vec<(String, String)>,
    is_wanted: bool,
}

/// The kinds of repairs, with a tick for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypographyDialog {
    kinds: Vec<Kind>,
    has_focus: bool,
}

impl TypographyDialog {
    /// What could be repaired in a report; all of it is ticked at first.
    pub fn of(report: &Report) -> Self {
        let found = repairs_of_report(report);
        let kinds = RepairKind::ALL.into_iter().filter_map(|kind| {
            let of_kind: Vec<&Placed> = found.iter().filter(|placed| placed.repair.kind == kind).collect();
            let count = of_kind.len();
            (count > 0).then(|| Kind { kind, count, examples: examples(report, &of_kind), is_wanted: true })
        });
        Self { kinds: kinds.collect(), has_focus: false }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = cx.tr("typography-title");
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let count: usize = self.kinds.iter().filter(|kind| kind.is_wanted).map(|kind| kind.count).sum();
        let (mut repair, mut close) = (false, false);
        let said = DialogFrame::new("typography dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx),
            |ui| {
                let closing = Button::secondary(cx.tr("dialog-close")).show(ui, cx.tokens);
                close = closing.clicked();
                let mut first = closing;
                if count > 0 {
                    let words = cx.locale.tr_with("typography-repair", &[("count", count.into())]);
                    first = Button::primary(words).enabled(!view.read_only).show(ui, cx.tokens);
                    repair = first.clicked();
                }
                if wants_focus {
                    first.request_focus();
                }
            },
        );
        if (repair || said.confirm) && count > 0 && !view.read_only {
            self.repair(cx, view);
            return DialogOutcome::Closed;
        }
        if close || said.close || said.confirm { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>) {
        if self.kinds.is_empty() {
            return paragraph_ui(ui, cx.tokens, &cx.tr("typography-none"));
        }
        paragraph_ui(ui, cx.tokens, &cx.tr("typography-note"));
        for kind in &mut self.kinds {
            ui.add_space(space::S);
            let words = cx.locale.tr_with(message_id(kind.kind), &[("count", kind.count.into())]);
            tick_ui(ui, cx.tokens, &words, &mut kind.is_wanted);
            for (before, after) in &kind.examples {
                line_ui(ui, cx, &format!("{before}   →   {after}"));
            }
            if kind.count > kind.examples.len() {
                let more = kind.count - kind.examples.len();
                line_ui(ui, cx, &cx.locale.tr_with("typography-more", &[("count", more.into())]));
            }
        }
    }

    /// Repairs what is ticked, as the report is now.
    fn repair(&self, cx: &DialogContext<'_>, view: &View<'_>) {
        let wanted = |placed: &&Placed| self.kinds.iter().any(|kind| kind.is_wanted && kind.kind == placed.repair.kind);
        let found = repairs_of_report(view.report());
        let repairs: Vec<_> = found
            .iter()
            .filter(wanted)
            .map(|placed| (placed.slot, placed.repair.range.clone(), placed.repair.replacement.as_str()))
            .collect();
        view.edit(typography::tidy(view.report(), &repairs));
        view.ask(Request::Done(cx.locale.tr_with("typography-done", &[("count", repairs.len().into())])));
    }
}

/// A line under a tick.
fn line_ui(ui: &mut Ui, cx: &DialogContext<'_>, text: &str) {
    const INDENT: f32 = 26.0;
    ui.horizontal(|ui| {
        ui.add_space(INDENT);
        let width = ui.available_width();
        let words = Words { line_height: 18.0, ..Words::line(font::small(), cx.tokens.muted, width).rows(2) };
        let galley = words.galley(ui, text);
        let (rect, response) = ui.allocate_exact_size(egui::vec2(width, galley.size().y), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
        ui.painter().galley(rect.min, galley, cx.tokens.muted);
    });
}

fn message_id(kind: RepairKind) -> &'static str {
    match kind {
        RepairKind::Quotes => "typography-quotes",
        RepairKind::Apostrophe => "typography-apostrophe",
        RepairKind::Dash => "typography-dash",
        RepairKind::Ellipsis => "typography-ellipsis",
        RepairKind::Space => "typography-space",
        RepairKind::NoBreak => "typography-no-break",
    }
}

/// Some places with the words around them, before and after. A place that is to be seen beside another is not shown again.
fn examples(report: &Report, repairs: &[&Placed]) -> Vec<(String, String)> {
    let mut shown = Vec::new();
    let mut seen = None;
    for placed in repairs {
        if shown.len() == EXAMPLES {
            break;
        }
        if seen.is_some_and(|(slot, end)| slot == placed.slot && placed.repair.range.start < end) {
            continue;
        }
        let Some(text) = report.text(placed.slot).map(|text| text.as_str()) else { continue };
        let start = text[..placed.repair.range.start].char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = text[placed.repair.range.end..].char_indices().nth(AROUND);
        let end = after.map_or(text.len(), |(at, _)| placed.repair.range.end + at);
        let inside = repairs.iter().filter(|other| {
            other.slot == placed.slot && start <= other.repair.range.start && other.repair.range.end <= end
        });
        let mut repaired = text[start..end].to_owned();
        for other in inside.rev() {
            let range = other.repair.range.start - start..other.repair.range.end - start;
            repaired.replace_range(range, &other.repair.replacement);
        }
        let cut = |words: &str| {
            let (left, right) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
            // A space that binds looks like any other: the sign that word processors show for it.
            let words = if placed.repair.kind == RepairKind::NoBreak {
                words.replace('\u{a0}', "°")
            } else {
                words.to_owned()
            };
            format!("{left}{words}{right}")
        };
        shown.push((cut(&text[start..end]), cut(&repaired)));
        seen = Some((placed.slot, end));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::state;

    #[test]
    fn each_kind_is_counted_and_shown_with_what_it_becomes() {
        let (mut report, _) = state("p \"One\" and \"two\" - he said it... |");
        report.language = "en".into();
        let dialog = TypographyDialog::of(&report);
        let kinds: Vec<_> = dialog.kinds.iter().map(|kind| (kind.kind, kind.count)).collect();
        let expected = [(RepairKind::Quotes, 4), (RepairKind::Dash, 1), (RepairKind::Ellipsis, 1)];
        assert_eq!(kinds[..3], expected);
        let (before, after) = &dialog.kinds[0].examples[0];
        assert_eq!((before.as_str(), after.as_str()), ("\"One\" and \"two\" - h…", "“One” and “two” - h…"));
    }
}
