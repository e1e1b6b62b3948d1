//! What a photo's file says of it, beside what the report has: what is ticked is taken.

use egui::{Context, Ui};

use crate::edit::ops::photos;
use crate::report::{Photo, PhotoId, Report, RichText};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::font;
use crate::ui::widgets::{Button, Words, draw_words, tick_ui};

/// What can be taken from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Caption,
    Credit,
    Alt,
    Creator,
    Copyright,
    City,
    Country,
    Taken,
}

impl Field {
    const ALL: [Self; 8] = [
        Self::Caption,
        Self::Credit,
        Self::Alt,
        Self::Creator,
        Self::Copyright,
        Self::City,
        Self::Country,
        Self::Taken,
    ];

    const fn message_id(self) -> &'static str {
        match self {
            Self::Caption => "reread-caption",
            Self::Credit => "reread-credit",
            Self::Alt => "reread-alt",
            Self::Creator => "photos-creator",
            Self::Copyright => "photos-copyright",
            Self::City => "photos-city",
            Self::Country => "photos-country",
            Self::Taken => "photos-taken",
        }
    }

    fn of(self, photo: &Photo) -> &str {
        match self {
            Self::Caption => photo.caption.as_str(),
            Self::Credit => photo.credit.as_str(),
            Self::Alt => photo.alt.as_str(),
            Self::Creator => &photo.creator,
            Self::Copyright => &photo.copyright,
            Self::City => &photo.city,
            Self::Country => &photo.country,
            Self::Taken => photo.taken.as_deref().unwrap_or_default(),
        }
    }

    fn set(self, photo: &mut Photo, text: &str) {
        match self {
            Self::Caption => photo.caption = RichText::plain(text),
            Self::Credit => photo.credit = RichText::plain(text),
            Self::Alt => photo.alt = RichText::plain(text),
            Self::Creator => photo.creator = text.into(),
            Self::Copyright => photo.copyright = text.into(),
            Self::City => photo.city = text.into(),
            Self::Country => photo.country = text.into(),
            Self::Taken => photo.taken = Some(text.into()),
        }
    }
}

/// One thing that the file says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    field: Field,
    now: String,
    in_file: String,
    takes: bool,
}

/// The question.
#[derive(Debug, Clone)]
pub struct RereadDialog {
    photo: PhotoId,
    lines: Vec<Line>,
}

impl RereadDialog {
    /// The question what to take of `said`, the photo as its file describes it; `None` where the report has all of it. What would
    /// overwrite nothing is ticked.
    pub fn of(report: &Report, said: &Photo) -> Option<Self> {
        let known = report.photo(said.id)?;
        let line = |field: Field| {
            let (now, in_file) = (field.of(known).to_owned(), field.of(said).to_owned());
            let is_news = !in_file.is_empty() && in_file != now;
            is_news.then_some(Line { field, takes: now.is_empty(), now, in_file })
        };
        let lines: Vec<_> = Field::ALL.into_iter().filter_map(line).collect();
        (!lines.is_empty()).then_some(Self { photo: said.id, lines })
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = cx.tr("reread-title");
        let can_take = self.lines.iter().any(|line| line.takes) && !view.read_only;
        let (mut take, mut cancel) = (false, false);
        let said = DialogFrame::new("read again dialog", &title, 600.0, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx),
            |ui| {
                take = Button::primary(cx.tr("reread-take")).enabled(can_take).show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if (take || said.confirm) && can_take {
            let set = |photo: &mut Photo| self.take_into(photo);
            view.edit(photos::update_all(view.report(), &[self.photo], set));
            return DialogOutcome::Closed;
        }
        if cancel || said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn take_into(&self, photo: &mut Photo) {
        for line in self.lines.iter().filter(|line| line.takes) {
            line.field.set(photo, &line.in_file);
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>) {
        paragraph_ui(ui, cx.tokens, &cx.tr("reread-note"));
        for line in &mut self.lines {
            tick_ui(ui, cx.tokens, &cx.tr(line.field.message_id()), &mut line.takes);
            if !line.now.is_empty() {
                value_ui(ui, cx, "reread-now", &line.now);
            }
            value_ui(ui, cx, "reread-file", &line.in_file);
            ui.add_space(4.0);
        }
    }
}

/// A value under its tick, with where it stands.
fn value_ui(ui: &mut Ui, cx: &DialogContext<'_>, label: &str, value: &str) {
    const LEFT: f32 = 26.0;
    const LABEL: f32 = 74.0;
    let width = ui.available_width();
    let words = Words::line(font::ui(), cx.tokens.ink, width - LEFT - LABEL).rows(6);
    let height = words.galley(ui, value).size().y;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), egui::Sense::hover());
    let label = cx.tr(label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{label}: {value}")));
    let faint = Words::line(font::small(), cx.tokens.muted, LABEL - 8.0);
    draw_words(ui, rect.min + egui::vec2(LEFT, 1.0), &faint, &label);
    draw_words(ui, rect.min + egui::vec2(LEFT + LABEL, 0.0), &words, value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::state;

    #[test]
    fn what_would_overwrite_something_is_not_ticked_at_first() {
        let (report, _) = state("p |one\nfig 1 my words");
        let known = Photo::clone(&report.photos[0]);
        assert!(RereadDialog::of(&report, &known).is_none(), "nothing is new");
        let said = Photo { caption: "The hall".into(), city: "Huế".into(), ..known.clone() };
        let dialog = RereadDialog::of(&report, &said).unwrap();
        let ticked: Vec<_> = dialog.lines.iter().map(|line| (line.field, line.takes)).collect();
        assert_eq!(ticked, [(Field::Caption, false), (Field::City, true)]);
        let mut taken = known;
        dialog.take_into(&mut taken);
        assert_eq!((taken.caption.as_str(), taken.city.as_ref()), ("my words", "Huế"));
    }
}
