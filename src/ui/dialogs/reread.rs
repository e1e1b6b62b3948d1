//! What a photo's file says of it, beside what the report has: what is ticked is taken.

use egui::{Context, Ui};

use crate::edit::ops::photos;
use crate::report::{Photo, Report, RichText};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::font;
use crate::ui::view::View;
use crate::ui::widgets::{Button, Choice, Words, draw_words, tick_ui};

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

/// What a photo's file says of it.
#[derive(Debug, Clone)]
pub struct FileSays {
    /// The photo as the file describes it.
    pub photo: Photo,
    /// The codings in which its words can be read, each with its name and the photo as it is described so. Those that mean the same
    /// letters are in it once. Empty where there is no doubt.
    pub codings: Vec<(&'static str, Photo)>,
    /// The place of the coding that was taken.
    pub chosen: usize,
    /// Whether that one is a guess.
    pub is_guess: bool,
}

/// The question.
#[derive(Debug, Clone)]
pub struct RereadDialog {
    says: FileSays,
    /// What is offered for choice, one entry for each coding.
    entries: Vec<String>,
    lines: Vec<Line>,
}

impl RereadDialog {
    /// The question what to take of what a file says; `None` where the report has all of it and nothing was guessed. What would
    /// overwrite nothing is ticked.
    pub fn of(report: &Report, says: FileSays) -> Option<Self> {
        let entries = says.codings.iter().map(|(name, photo)| entry(name, photo)).collect();
        let mut dialog = Self { says, entries, lines: Vec::new() };
        dialog.read(report)?;
        let has_choice = dialog.says.is_guess && dialog.entries.len() > 1;
        (!dialog.lines.is_empty() || has_choice).then_some(dialog)
    }

    /// Compares the report with the file as it is read now.
    fn read(&mut self, report: &Report) -> Option<()> {
        let known = report.photo(self.says.photo.id)?;
        let said = self.says.codings.get(self.says.chosen).map_or(&self.says.photo, |(_, photo)| photo);
        let line = |field: Field| {
            let (now, in_file) = (field.of(known).to_owned(), field.of(said).to_owned());
            let is_news = !in_file.is_empty() && in_file != now;
            // What came garbled from the file is not the reporter's.
            let takes = now.is_empty() || now == field.of(&self.says.photo);
            is_news.then_some(Line { field, takes, now, in_file })
        };
        self.lines = Field::ALL.into_iter().filter_map(line).collect();
        Some(())
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        let title = cx.tr("reread-title");
        let can_take = self.lines.iter().any(|line| line.takes) && !view.read_only;
        let (mut take, mut cancel) = (false, false);
        let said = DialogFrame::new("read again dialog", &title, 600.0, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx, view),
            |ui| {
                take = Button::primary(cx.tr("reread-take")).enabled(can_take).show(ui, cx.tokens).clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
            },
        );
        if (take || said.confirm) && can_take {
            let set = |photo: &mut Photo| self.take_into(photo);
            view.edit(photos::update_all(view.report(), &[self.says.photo.id], set));
            return DialogOutcome::Closed;
        }
        if cancel || said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn take_into(&self, photo: &mut Photo) {
        for line in self.lines.iter().filter(|line| line.takes) {
            line.field.set(photo, &line.in_file);
        }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        if self.entries.len() > 1 {
            let label = cx.tr("reread-coding");
            if let Some(chosen) = Choice::new(&label, &self.entries).show(ui, cx.tokens, self.says.chosen) {
                self.says.chosen = chosen;
                self.read(view.report());
            }
            ui.add_space(4.0);
        }
        let note = if self.lines.is_empty() { "reread-nothing" } else { "reread-note" };
        paragraph_ui(ui, cx.tokens, &cx.tr(note));
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

/// A coding with the first words that tell it from others, read in it.
fn entry(name: &str, photo: &Photo) -> String {
    const CHARACTERS: usize = 40;
    let texts = Field::ALL.map(|field| field.of(photo));
    let sample = texts.iter().find_map(|text| {
        let letter = text.find(|c: char| !c.is_ascii())?;
        let word = text[..letter].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        text.get(word..)
    });
    match sample {
        Some(sample) => {
            let start: String = sample.chars().take(CHARACTERS).collect();
            let more = if start.len() < sample.len() { "…" } else { "" };
            format!("{name}: {}{more}", start.replace('\n', " "))
        }
        None => name.to_owned(),
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

    fn says(photo: Photo) -> FileSays {
        FileSays { photo, codings: Vec::new(), chosen: 0, is_guess: false }
    }

    #[test]
    fn what_would_overwrite_something_is_not_ticked_at_first() {
        let (report, _) = state("p |one\nfig 1 my words");
        let known = Photo::clone(&report.photos[0]);
        assert!(RereadDialog::of(&report, says(known.clone())).is_none(), "nothing is new");
        let said = Photo { caption: "The hall".into(), city: "Huế".into(), ..known.clone() };
        let dialog = RereadDialog::of(&report, says(said)).unwrap();
        let ticked: Vec<_> = dialog.lines.iter().map(|line| (line.field, line.takes)).collect();
        assert_eq!(ticked, [(Field::Caption, false), (Field::City, true)]);
        let mut taken = known;
        dialog.take_into(&mut taken);
        assert_eq!((taken.caption.as_str(), taken.city.as_ref()), ("my words", "Huế"));
    }

    #[test]
    fn another_coding_replaces_what_came_garbled_and_not_what_the_reporter_wrote() {
        let (report, _) = state("p |one\nfig 1 Äåëåãàòû");
        let known = Photo::clone(&report.photos[0]);
        let garbled = Photo { city: "Ìîñêâà".into(), ..known.clone() };
        let russian = Photo { caption: "Делегаты".into(), city: "Москва".into(), ..known.clone() };
        let codings = vec![("Windows-1252", garbled.clone()), ("Windows-1251", russian)];
        let guess = FileSays { codings, is_guess: true, ..says(known) };
        let mut dialog = RereadDialog::of(&report, FileSays { photo: garbled, ..guess }).unwrap();
        assert_eq!(dialog.entries, ["Windows-1252: Äåëåãàòû", "Windows-1251: Делегаты"]);
        dialog.says.chosen = 1;
        dialog.read(&report).unwrap();
        let ticked: Vec<_> = dialog.lines.iter().map(|line| (line.in_file.as_str(), line.takes)).collect();
        assert_eq!(ticked, [("Делегаты", true), ("Москва", true)]);
    }
}
