//! Photos that look alike, group by group, with the sharpest of each. What is unticked is removed when the reporter says so, and not before.

use egui::{Align, Context, Layout, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::report::PhotoId;
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, Pill, PillLook, Words, draw_picture, draw_words, hairline, tick_ui};

/// One of several photos that look alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similar {
    /// The photo.
    pub photo: PhotoId,
    /// How sharp it is, for comparing with the others of its group.
    pub sharpness: f64,
}

/// One photo of the dialog.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    photo: PhotoId,
    is_sharpest: bool,
    keeps: bool,
}

/// The groups, with a tick for each photo that stays.
#[derive(Debug, Clone)]
pub struct SimilarDialog {
    groups: Vec<Vec<Candidate>>,
}

impl SimilarDialog {
    /// The groups as they were found; everything stays at first.
    pub fn of(groups: Vec<Vec<Similar>>) -> Self {
        let candidates = |group: Vec<Similar>| {
            let sharpest = group.iter().max_by(|one, other| one.sharpness.total_cmp(&other.sharpness));
            let sharpest = sharpest.map(|similar| similar.photo);
            let candidate = |similar: &Similar| Candidate {
                photo: similar.photo,
                is_sharpest: Some(similar.photo) == sharpest,
                keeps: true,
            };
            group.iter().map(candidate).collect()
        };
        Self { groups: groups.into_iter().map(candidates).collect() }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = cx.tr("similar-title");
        let removed: Vec<_> = self
            .groups
            .iter()
            .flatten()
            .filter(|candidate| !candidate.keeps)
            .map(|candidate| candidate.photo)
            .collect();
        let (mut remove, mut close) = (false, false);
        let said = DialogFrame::new("similar photos dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx, view),
            |ui| {
                close = Button::secondary(cx.tr("dialog-close")).show(ui, cx.tokens).clicked();
                if !removed.is_empty() {
                    let words = cx.locale.tr_with("similar-remove", &[("count", removed.len().into())]);
                    remove = Button::primary(words).enabled(!view.read_only).show(ui, cx.tokens).clicked();
                }
            },
        );
        if remove {
            view.ask(Request::RemovePhotos(removed));
            return DialogOutcome::Closed;
        }
        if close || said.close || said.confirm { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        paragraph_ui(ui, cx.tokens, &cx.tr("similar-note"));
        for (index, group) in self.groups.iter_mut().enumerate() {
            if index > 0 {
                ui.add_space(space::S);
                hairline(ui, cx.tokens);
            }
            ui.push_id(index, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
                    for candidate in group.iter_mut() {
                        candidate_ui(ui, cx, view, candidate);
                    }
                });
                if Button::bare(cx.tr("similar-only-sharpest")).show(ui, cx.tokens).clicked() {
                    group.iter_mut().for_each(|candidate| candidate.keeps = candidate.is_sharpest);
                }
            });
        }
    }
}

/// A photo with its tick, and what speaks for keeping it.
fn candidate_ui(ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>, candidate: &mut Candidate) {
    const WIDTH: f32 = 148.0;
    const PICTURE: f32 = 100.0;
    let Some(photo) = view.report().photo(candidate.photo) else { return };
    ui.allocate_ui_with_layout(vec2(WIDTH, PICTURE + 78.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 2.0;
        let (_, space) = ui.allocate_space(vec2(WIDTH, PICTURE));
        let space = Rect::from_min_size(space.min, vec2(WIDTH - 8.0, PICTURE));
        draw_picture(ui, cx.tokens, view.pictures, photo, space);
        let name: &str = if photo.caption.is_empty() { &photo.file_name } else { photo.caption.as_str() };
        let line = Words::line(font::small(), cx.tokens.muted, WIDTH - 8.0);
        let (rect, response) = ui.allocate_exact_size(vec2(WIDTH - 8.0, line.line_height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        draw_words(ui, rect.min, &line, name);
        response.on_hover_text(photo.file_name.as_ref());
        let keep = cx.locale.tr_with("similar-keep", &[("name", photo.file_name.as_ref().into())]);
        // The name stands above; who hears the tick alone needs it.
        let tick = tick_ui(ui, cx.tokens, &cx.tr("similar-keep-it"), &mut candidate.keeps);
        ui.ctx().accesskit_node_builder(tick.id, |node| node.set_label(keep.as_str()));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if candidate.is_sharpest {
                Pill::new(&cx.tr("similar-sharpest"), PillLook::Accent).show(ui, cx.tokens);
            }
            if view.report().body.figure_of(photo.id).is_some() {
                Pill::new(&cx.tr("similar-used"), PillLook::Neutral).show(ui, cx.tokens);
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::photo;

    #[test]
    fn everything_stays_until_the_reporter_says_otherwise() {
        let similar = |number: u8, sharpness: f64| Similar { photo: photo(number), sharpness };
        let dialog = SimilarDialog::of(vec![vec![similar(1, 3.0), similar(2, 9.0), similar(3, 4.0)]]);
        let [group] = dialog.groups.as_slice() else { panic!("one group") };
        assert!(group.iter().all(|candidate| candidate.keeps));
        assert_eq!(group.iter().map(|candidate| candidate.is_sharpest).collect::<Vec<_>>(), [false, true, false]);
    }
}
