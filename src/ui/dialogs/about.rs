//! About the program: its version, and the licences of what it is made of.

use egui::{Align2, Context, ScrollArea, Sense, Ui, vec2};

use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, space};
use crate::ui::widgets::{Button, Words, draw_words, hairline};

/// The licences that came with fonts, icons and dictionaries, as they came.
const LICENCES: [(&str, &str); 6] = [
    ("Inter", include_str!("../../../assets/fonts/Inter-OFL.txt")),
    ("Source Serif 4", include_str!("../../../assets/fonts/SourceSerif4-OFL.txt")),
    ("Phosphor Icons", include_str!("../../../assets/icons/Phosphor-LICENSE.txt")),
    ("SCOWL, en_US", include_str!("../../../assets/dictionaries/en_US-LICENSE.txt")),
    ("SCOWL, en_GB", include_str!("../../../assets/dictionaries/en_GB-LICENSE.txt")),
    ("ru_RU, A. I. Lebedev", include_str!("../../../assets/dictionaries/ru_RU-LICENSE.txt")),
];

/// About the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct AboutDialog {
    shows_licences: bool,
    has_focus: bool,
}

impl AboutDialog {
    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let title = cx.tr("about-title");
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let (mut done, mut toggle) = (false, false);
        let shows_licences = self.shows_licences;
        let said = DialogFrame::new("about dialog", &title, 500.0, cx.tokens).show(
            ctx,
            |ui| if shows_licences { licences_ui(ui, cx) } else { summary_ui(ui, cx) },
            |ui| {
                let close = Button::primary(cx.tr("dialog-close")).show(ui, cx.tokens);
                if wants_focus {
                    close.request_focus();
                }
                done = close.clicked();
                let words = if shows_licences { cx.tr("about-back") } else { cx.tr("about-licences") };
                toggle = Button::secondary(words).show(ui, cx.tokens).clicked();
            },
        );
        self.shows_licences ^= toggle;
        if done || said.close || said.confirm { DialogOutcome::Closed } else { DialogOutcome::Open }
    }
}

fn summary_ui(ui: &mut Ui, cx: &DialogContext<'_>) {
    let tokens = cx.tokens;
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
    let version = cx.locale.tr_with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("Rapporteur, {version}")));
    let name = ui.painter().layout_no_wrap("Rapporteur".to_owned(), font::text(26.0, true, false), tokens.ink);
    let baseline = rect.bottom() - 4.0;
    let after = rect.left() + name.size().x + space::M;
    ui.painter().galley(rect.left_top(), name, tokens.ink);
    ui.painter().text(egui::pos2(after, baseline), Align2::LEFT_BOTTOM, version, font::small(), tokens.muted);
    paragraph_ui(ui, tokens, &cx.tr("about-what"));
    ui.add_space(space::XS);
    hairline(ui, tokens);
    ui.add_space(space::XS);
    let parts = [
        (cx.tr("about-program"), "MIT OR Apache-2.0".to_owned()),
        (cx.tr("about-fonts"), "Inter, Source Serif 4: SIL Open Font License 1.1".to_owned()),
        (cx.tr("about-icons"), "Phosphor Icons: MIT".to_owned()),
        (cx.tr("about-dictionaries"), "SCOWL, A. I. Lebedev: BSD, MIT".to_owned()),
        (cx.tr("about-libraries"), "egui, serde, image, jiff, Fluent …".to_owned()),
    ];
    for (label, value) in parts {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{label}: {value}")));
        draw_words(ui, rect.min, &Words::line(font::ui(), tokens.muted, 110.0), &label);
        draw_words(ui, rect.min + vec2(118.0, 0.0), &Words::line(font::ui(), tokens.ink, width - 118.0), &value);
    }
}

fn licences_ui(ui: &mut Ui, cx: &DialogContext<'_>) {
    ScrollArea::vertical().id_salt("licences").max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        for (name, text) in LICENCES {
            ui.label(egui::RichText::new(name).font(font::strong()).color(cx.tokens.ink));
            ui.label(egui::RichText::new(text).font(font::small()).color(cx.tokens.muted));
            ui.add_space(space::L);
        }
    });
}
