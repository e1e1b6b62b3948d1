//! What is set for one photo or for several at once: a tick for each field, one step to undo.

use egui::{Context, Id, Ui, vec2};
use unicode_normalization::UnicodeNormalization as _;

use crate::edit::ops::photos;
use crate::language::date::{read_moment, shown_moment};
use crate::report::{Photo, PhotoId, Report, RichText};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{Button, TextField, select_all, tick_ui};

/// The fields, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Credit,
    Creator,
    Copyright,
    Place,
    City,
    Country,
    Taken,
}

impl Field {
    const ALL: [Self; 7] =
        [Self::Credit, Self::Creator, Self::Copyright, Self::Place, Self::City, Self::Country, Self::Taken];

    const fn message_id(self) -> &'static str {
        match self {
            Self::Credit => "photos-credit",
            Self::Creator => "photos-creator",
            Self::Copyright => "photos-copyright",
            Self::Place => "photos-place",
            Self::City => "photos-city",
            Self::Country => "photos-country",
            Self::Taken => "photos-taken",
        }
    }

    fn of(self, photo: &Photo) -> String {
        match self {
            Self::Credit => photo.credit.as_str().to_owned(),
            Self::Creator => photo.creator.to_string(),
            Self::Copyright => photo.copyright.to_string(),
            Self::Place => photo.place.to_string(),
            Self::City => photo.city.to_string(),
            Self::Country => photo.country.to_string(),
            Self::Taken => photo.taken.as_deref().map_or_else(String::new, shown_moment),
        }
    }

    /// Sets it; a time that is none is left as it was.
    fn set(self, photo: &mut Photo, text: &str) {
        let text: String = text.trim().nfc().collect();
        match self {
            Self::Credit if photo.credit.as_str() != text => photo.credit = RichText::plain(&text),
            Self::Credit => {}
            Self::Creator => photo.creator = text.into(),
            Self::Copyright => photo.copyright = text.into(),
            Self::Place => photo.place = text.into(),
            Self::City => photo.city = text.into(),
            Self::Country => photo.country = text.into(),
            Self::Taken if text.is_empty() => photo.taken = None,
            Self::Taken => {
                // The seconds and the offset are not shown: what was not changed keeps them.
                if photo.taken.as_deref().map(shown_moment).as_deref() != Some(text.as_str())
                    && let Some(moment) = read_moment(&text)
                {
                    photo.taken = Some(moment.into());
                }
            }
        }
    }
}

/// One line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    field: Field,
    is_set: bool,
    text: String,
    /// The photos do not agree in it.
    is_mixed: bool,
}

/// The form.
#[derive(Debug, Clone)]
pub struct PhotoFieldsDialog {
    photos: Vec<PhotoId>,
    lines: Vec<Line>,
    has_focus: bool,
}

impl PhotoFieldsDialog {
    /// The form for these photos, with what all of them have.
    pub fn of(report: &Report, photos: &[PhotoId]) -> Self {
        let line = |field: Field| {
            let mut values = photos.iter().filter_map(|photo| report.photo(*photo)).map(|photo| field.of(photo));
            let first = values.next().unwrap_or_default();
            let is_mixed = values.any(|value| value != first);
            Line { field, is_set: false, text: if is_mixed { String::new() } else { first }, is_mixed }
        };
        Self { photos: photos.to_vec(), lines: Field::ALL.map(line).to_vec(), has_focus: false }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = match self.photos.len() {
            1 => cx.tr("fields-title-one"),
            count => cx.locale.tr_with("fields-title", &[("count", count.into())]),
        };
        let can_set = self.lines.iter().any(|line| line.is_set) && self.lines.iter().all(is_readable);
        let (mut set, mut cancel) = (false, false);
        let said = DialogFrame::new("photo fields dialog", &title, 520.0, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx),
            |ui| {
                let button = Button::primary(cx.tr("fields-set")).enabled(can_set && !view.read_only);
                set = button.show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if (set || said.confirm) && can_set {
            self.apply(view);
            return DialogOutcome::Closed;
        }
        if cancel || said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>) {
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        paragraph_ui(ui, cx.tokens, &cx.tr("fields-note"));
        for (index, line) in self.lines.iter_mut().enumerate() {
            let response = line_ui(ui, cx, line);
            if wants_focus && index == 0 {
                response.request_focus();
                // What is typed stands in place of what was there.
                select_all(ui.ctx(), response.id, &line.text);
            }
        }
    }

    fn apply(&self, view: &View<'_>) {
        let set = |photo: &mut Photo| {
            for line in self.lines.iter().filter(|line| line.is_set) {
                line.field.set(photo, &line.text);
            }
        };
        view.edit(photos::update_all(view.report(), &self.photos, set));
    }
}

/// Whether what is to be set can be.
fn is_readable(line: &Line) -> bool {
    let is_time = || line.text.trim().is_empty() || read_moment(&line.text).is_some();
    !line.is_set || line.field != Field::Taken || is_time()
}

/// A tick and a field; whoever writes means it to be set.
fn line_ui(ui: &mut Ui, cx: &DialogContext<'_>, line: &mut Line) -> egui::Response {
    let label = cx.tr(line.field.message_id());
    let tick = cx.locale.tr_with("fields-tick", &[("field", label.as_str().into())]);
    let hint = match (line.is_mixed, line.field) {
        (true, _) => cx.tr("fields-different"),
        (false, Field::Taken) => cx.tr("photos-taken-hint"),
        (false, Field::Credit) => cx.tr("photos-credit-hint"),
        _ => String::new(),
    };
    let problem = (!is_readable(line)).then(|| cx.tr("photos-taken-problem"));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.vertical(|ui| {
            ui.set_width(22.0);
            ui.add_space(21.0);
            let response = tick_ui(ui, cx.tokens, "", &mut line.is_set);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(tick.as_str()));
        });
        let width = ui.available_width();
        let field = |ui: &mut Ui| {
            ui.set_width(width);
            let field = TextField::new(&label).id(Id::unique(("photo field", line.field.message_id())));
            let response = field.hint(&hint).problem(problem.as_deref()).show(ui, cx.tokens, &mut line.text);
            if response.changed() {
                line.is_set = true;
            }
            response
        };
        ui.allocate_ui(vec2(width, 0.0), field).inner
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};
    use std::sync::Arc;

    fn report() -> Report {
        let (mut report, _) = state("p |one\nfig 1 a\nfig 2 b");
        let changed = Photo {
            city: "Huế".into(),
            taken: Some("2025-12-26T14:03:07+07:00".into()),
            ..Photo::clone(&report.photos[0])
        };
        report.photos[0] = Arc::new(changed);
        report
    }

    #[test]
    fn what_photos_do_not_agree_in_is_open() {
        let dialog = PhotoFieldsDialog::of(&report(), &[photo(1), photo(2)]);
        let city = dialog.lines.iter().find(|line| line.field == Field::City).unwrap();
        assert!(city.is_mixed && city.text.is_empty() && !city.is_set);
        let alone = PhotoFieldsDialog::of(&report(), &[photo(1)]);
        let city = alone.lines.iter().find(|line| line.field == Field::City).unwrap();
        assert_eq!((city.text.as_str(), city.is_mixed), ("Huế", false));
    }

    #[test]
    fn a_time_that_was_not_changed_keeps_its_seconds() {
        let report = report();
        let mut photo = Photo::clone(&report.photos[0]);
        Field::Taken.set(&mut photo, "2025-12-26 14:03");
        assert_eq!(photo.taken.as_deref(), Some("2025-12-26T14:03:07+07:00"));
        Field::Taken.set(&mut photo, "yesterday");
        assert_eq!(photo.taken.as_deref(), Some("2025-12-26T14:03:07+07:00"), "what is no time is not set");
        Field::Taken.set(&mut photo, "2025-12-27");
        assert_eq!(photo.taken.as_deref(), Some("2025-12-27T00:00:00"));
    }
}
