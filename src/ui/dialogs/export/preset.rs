//! The form for what a desk wants.

use egui::{Id, Ui};

use crate::filing::{MOST_MEGABYTES, Preset, SIDES_PX, built_in, find};
use crate::ui::dialogs::DialogContext;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, TextField, beside_ui, tick_ui};

/// A preset while it is written.
#[derive(Debug, Clone)]
pub(super) struct PresetForm {
    before: Preset,
    name: String,
    side: String,
    megabytes: String,
    photo_name: String,
    all_photos: bool,
    has_focus: bool,
}

/// What became of the form in this frame.
#[derive(Debug)]
pub(super) enum Said {
    /// It stays.
    Nothing,
    /// Nothing is to be changed.
    Cancelled,
    /// These are the presets from now on, and this one is chosen.
    Done(Vec<Preset>, String),
}

impl PresetForm {
    /// The form of a preset.
    pub fn of(preset: &Preset) -> Self {
        Self {
            before: preset.clone(),
            name: preset.name.clone(),
            side: preset.side_px.to_string(),
            megabytes: preset.megabytes.map(|megabytes| megabytes.to_string()).unwrap_or_default(),
            photo_name: preset.photo_name.clone(),
            all_photos: preset.all_photos,
            has_focus: false,
        }
    }

    /// What was written; `None` where it cannot be used.
    fn written(&self) -> Option<Preset> {
        let megabytes = match self.megabytes.trim() {
            "" => None,
            text => Some(text.parse().ok().filter(|megabytes| (1..=MOST_MEGABYTES).contains(megabytes))?),
        };
        let side_px = self.side.trim().parse().ok().filter(|side| SIDES_PX.contains(side))?;
        let name = self.name.trim().to_owned();
        let preset = Preset {
            name,
            side_px,
            megabytes,
            photo_name: self.photo_name.clone(),
            all_photos: self.all_photos,
            ..self.before.clone()
        };
        (!preset.name.is_empty()).then(|| preset.sound())
    }

    /// The presets with the one that was written: under a new name it is a new one.
    fn saved(&self, presets: &[Preset]) -> Option<(Vec<Preset>, String)> {
        let written = self.written()?;
        let mut presets = presets.to_vec();
        let name = written.name.clone();
        match presets.iter().position(|preset| preset.name.to_lowercase() == name.to_lowercase()) {
            Some(place) => presets[place] = written,
            None => presets.push(written),
        }
        Some((presets, name))
    }

    /// The presets without this one; a built-in one is as it was built in.
    fn removed(&self, presets: &[Preset]) -> (Vec<Preset>, String) {
        let built_in = built_in();
        let mut presets = presets.to_vec();
        match find(&built_in, &self.before.name) {
            Some(original) => {
                let is_it = |preset: &&mut Preset| preset.name == self.before.name;
                if let Some(preset) = presets.iter_mut().find(is_it) {
                    *preset = original.clone();
                }
                (presets, original.name.clone())
            }
            None => {
                presets.retain(|preset| preset.name != self.before.name);
                let name = presets.first().map(|preset| preset.name.clone()).unwrap_or_default();
                (presets, name)
            }
        }
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, presets: &[Preset]) -> Said {
        let bounds = [("from", SIDES_PX.start().to_string().into()), ("to", SIDES_PX.end().to_string().into())];
        let side_is_right = self.side.trim().parse().is_ok_and(|side: u32| SIDES_PX.contains(&side));
        let side_problem = (!side_is_right).then(|| cx.locale.tr_with("preset-side-problem", &bounds));
        let most = self.megabytes.trim();
        let most_is_right = most.is_empty() || most.parse().is_ok_and(|most: u32| (1..=MOST_MEGABYTES).contains(&most));
        let most_problem = (!most_is_right).then(|| cx.tr("preset-megabytes-problem"));
        let labels = ["preset-name", "preset-photo-name", "preset-side", "preset-megabytes"].map(|id| cx.tr(id));
        let [name_label, photo_label, side_label, most_label] = &labels;
        let no_limit = cx.tr("preset-megabytes-hint");
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let Self { name, side, megabytes, photo_name, .. } = self;
        beside_ui(
            ui,
            0.5,
            |ui| {
                let field = TextField::new(name_label).id(Id::unique("preset name")).show(ui, cx.tokens, name);
                if wants_focus {
                    field.request_focus();
                }
            },
            |ui| {
                TextField::new(photo_label).id(Id::unique("preset photo name")).show(ui, cx.tokens, photo_name);
            },
        );
        beside_ui(
            ui,
            0.5,
            |ui| {
                let field = TextField::new(side_label).id(Id::unique("preset side"));
                field.problem(side_problem.as_deref()).show(ui, cx.tokens, side);
            },
            |ui| {
                let field = TextField::new(most_label).id(Id::unique("preset megabytes")).hint(&no_limit);
                field.problem(most_problem.as_deref()).show(ui, cx.tokens, megabytes);
            },
        );
        tick_ui(ui, cx.tokens, &cx.tr("preset-all-photos"), &mut self.all_photos);
        let mut said = Said::Nothing;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let save = Button::secondary(cx.tr("preset-save")).enabled(self.written().is_some()).show(ui, cx.tokens);
            if save.clicked()
                && let Some((presets, name)) = self.saved(presets)
            {
                said = Said::Done(presets, name);
            }
            if Button::secondary(cx.tr("preset-leave")).show(ui, cx.tokens).clicked() {
                said = Said::Cancelled;
            }
            let is_built_in = find(&built_in(), &self.before.name).is_some();
            let is_as_built = built_in().contains(&self.before);
            let words = cx.tr(if is_built_in { "preset-reset" } else { "preset-delete" });
            if !is_as_built && Button::bare(words).show(ui, cx.tokens).clicked() {
                let (presets, name) = self.removed(presets);
                said = Said::Done(presets, name);
            }
        });
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_name_makes_a_new_preset_and_the_same_name_changes_it() {
        let presets = built_in();
        let mut form = PresetForm::of(&presets[2]);
        (form.side, form.megabytes) = ("1600".to_owned(), "5".to_owned());
        let (changed, name) = form.saved(&presets).unwrap();
        assert_eq!((changed.len(), name.as_str()), (3, "mail"));
        assert_eq!((changed[2].side_px, changed[2].megabytes), (1600, Some(5)));
        form.name = "Вести".to_owned();
        let (more, name) = form.saved(&presets).unwrap();
        assert_eq!((more.len(), name.as_str(), more[2].side_px), (4, "Вести", 2000));
        let (back, _) = PresetForm::of(&changed[2]).removed(&changed);
        assert_eq!(back, built_in());
        let (fewer, name) = PresetForm::of(&more[3]).removed(&more);
        assert_eq!((fewer, name.as_str()), (built_in(), "web"));
    }

    #[test]
    fn what_is_no_number_cannot_be_saved() {
        for (side, megabytes) in [("wide", ""), ("20", ""), ("2000", "0"), ("2000", "-1"), ("2000", "lots")] {
            let form =
                PresetForm { side: side.to_owned(), megabytes: megabytes.to_owned(), ..PresetForm::of(&built_in()[0]) };
            assert!(form.written().is_none(), "{side} {megabytes}");
        }
    }
}
