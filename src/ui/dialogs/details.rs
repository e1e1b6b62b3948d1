//! What is known of the conference and of the page. What is written is in the report at once.

use std::sync::Arc;

use egui::{Context, Id, Ui};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use crate::edit::ops::details;
use crate::report::{Details, Event, Publication, Report, Source};
use crate::ui::dialogs::frame::{DialogFrame, part_head_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::icon;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{Button, Choice, IconButton, TextField, tick_ui};

/// The languages that are offered, each under its own name; any other that a report has is kept.
const LANGUAGES: [(&str, &str); 10] = [
    ("en", "English"),
    ("ru", "Русский"),
    ("vi", "Tiếng Việt"),
    ("be", "Беларуская"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("kk", "Қазақ тілі"),
    ("pl", "Polski"),
    ("uk", "Українська"),
];

/// The form of the details.
#[derive(Debug, Clone)]
pub struct DetailsDialog {
    draft: Draft,
    /// What the report has, as far as the form knows.
    known: Arc<Details>,
    /// The language of the report, which its days are shown in.
    language: Arc<str>,
    has_focus: bool,
    /// Whether the keyboard goes to the date of the dateline first.
    from_date: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Draft {
    event: String,
    organisers: String,
    venue: String,
    city: String,
    country: String,
    start: String,
    end: String,
    date: String,
    keywords: String,
    rights: String,
    photographer: String,
    sources: Vec<SourceDraft>,
    publisher: String,
    publisher_url: String,
    publisher_logo: String,
    author_url: String,
    url: String,
    published: String,
    updated: String,
    licence_url: String,
    keep_position: bool,
    keep_typography: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct SourceDraft {
    name: String,
    url: String,
}

impl DetailsDialog {
    /// The form of a report's details.
    pub fn of(report: &Report) -> Self {
        let known = Arc::clone(&report.details);
        let language = Arc::clone(&report.language);
        Self { draft: Draft::of(&known, &language), known, language, has_focus: false, from_date: false }
    }

    /// As [`Self::of`], with the keyboard in the date of the dateline.
    pub fn at_date(report: &Report) -> Self {
        Self { from_date: true, ..Self::of(report) }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        if *self.known != *view.report().details {
            self.known = Arc::clone(&view.report().details);
            self.draft = Draft::of(&self.known, &self.language);
        }
        let title = cx.tr("details-title");
        let before = self.draft.clone();
        let mut done = false;
        let said = DialogFrame::new("details dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx, view),
            |ui| done = Button::primary(cx.tr("details-done")).show(ui, cx.tokens).clicked(),
        );
        if self.draft != before && !view.read_only {
            let after = self.draft.applied_to(&self.known);
            view.edit(details::set(view.report(), after.clone()));
            self.known = Arc::new(after);
        }
        if done || said.confirm {
            // What cannot be kept is looked at again before the form goes.
            return match self.draft.first_problem() {
                Some(field) => {
                    ctx.memory_mut(|memory| memory.request_focus(field_id(field)));
                    DialogOutcome::Open
                }
                None => DialogOutcome::Closed,
            };
        }
        if said.close { DialogOutcome::Closed } else { DialogOutcome::Open }
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let form = Form { cx, view };
        let draft = &mut self.draft;
        part_head_ui(ui, cx.tokens, &cx.tr("details-event"));
        let first = form.line(ui, "event", &cx.tr("details-event-name"), &mut draft.event);
        if wants_focus && !self.from_date {
            first.request_focus();
        } else if wants_focus {
            ui.memory_mut(|memory| memory.request_focus(field_id("date")));
        }
        let (label, note) = (cx.tr("details-organisers"), cx.tr("details-by-semicolons"));
        form.noted(ui, "organisers", &label, &note, &mut draft.organisers);
        ui.columns(3, |columns| {
            let [first, second, third] = columns else { return };
            form.line(first, "venue", &cx.tr("details-venue"), &mut draft.venue);
            form.line(second, "city", &cx.tr("details-city"), &mut draft.city);
            form.line(third, "country", &cx.tr("details-country"), &mut draft.country);
        });
        let problems = draft.date_problems();
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            form.date(left, "start", &cx.tr("details-start"), &mut draft.start, problems.start);
            form.date(right, "end", &cx.tr("details-end"), &mut draft.end, problems.end);
        });
        part_head_ui(ui, cx.tokens, &cx.tr("details-story"));
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            form.date(left, "date", &cx.tr("details-date"), &mut draft.date, problems.date);
            language_ui(right, cx, view);
        });
        let (label, note) = (cx.tr("details-keywords"), cx.tr("details-by-commas"));
        form.noted(ui, "keywords", &label, &note, &mut draft.keywords);
        form.line(ui, "rights", &cx.tr("details-rights"), &mut draft.rights);
        let (label, note) = (cx.tr("details-photographer"), cx.tr("details-photographer-note"));
        form.noted(ui, "photographer", &label, &note, &mut draft.photographer);
        sources_ui(ui, &form, &mut draft.sources);
        publication_ui(ui, &form, draft);
    }
}

fn language_ui(ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
    let current = view.report().language.as_ref();
    let mut tags: Vec<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let mut names: Vec<String> = LANGUAGES.iter().map(|(_, name)| (*name).to_owned()).collect();
    if !tags.contains(&current) {
        tags.push(current);
        names.push(current.to_owned());
    }
    let chosen = tags.iter().position(|tag| *tag == current).unwrap_or(0);
    let choice = Choice::new(&cx.tr("details-language"), &names).enabled(!view.read_only).show(ui, cx.tokens, chosen);
    if let Some(tag) = choice.and_then(|choice| tags.get(choice)) {
        view.edit(details::set_language(view.report(), tag));
    }
}

fn sources_ui(ui: &mut Ui, form: &Form<'_>, sources: &mut Vec<SourceDraft>) {
    let cx = form.cx;
    let (name, address) = (cx.tr("details-source-name"), cx.tr("details-source-url"));
    let mut removed = None;
    for (index, source) in sources.iter_mut().enumerate() {
        let problem = url_problem(cx, &source.url);
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 30.0 - space::S * 2.0;
            ui.vertical(|ui| {
                ui.set_width(width * 0.4);
                let key = format!("source name {index}");
                TextField::new(&name).id(field_id(&key)).enabled(form.writable()).show(ui, cx.tokens, &mut source.name);
            });
            ui.vertical(|ui| {
                ui.set_width(width * 0.6);
                let key = format!("source url {index}");
                let field = TextField::new(&address).id(field_id(&key)).enabled(form.writable());
                field.hint("https://").problem(problem.as_deref()).show(ui, cx.tokens, &mut source.url);
            });
            ui.vertical(|ui| {
                ui.add_space(17.0);
                let label = cx.locale.tr_with("details-source-remove", &[("number", (index + 1).into())]);
                if IconButton::new(icon::TRASH, label).enabled(form.writable()).show(ui, cx.tokens).clicked() {
                    removed = Some(index);
                }
            });
        });
    }
    if let Some(index) = removed {
        sources.remove(index);
    }
    let button = Button::bare(cx.tr("details-source-add")).icon(icon::PLUS).enabled(form.writable());
    if button.show(ui, cx.tokens).clicked() {
        let key = format!("source name {}", sources.len());
        sources.push(SourceDraft::default());
        ui.memory_mut(|memory| memory.request_focus(field_id(&key)));
    }
}

fn publication_ui(ui: &mut Ui, form: &Form<'_>, draft: &mut Draft) {
    let cx = form.cx;
    part_head_ui(ui, cx.tokens, &cx.tr("details-publication"));
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        form.line(left, "publisher", &cx.tr("details-publisher"), &mut draft.publisher);
        form.url(right, "publisher url", &cx.tr("details-publisher-url"), &mut draft.publisher_url);
    });
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        form.url(left, "author url", &cx.tr("details-author-url"), &mut draft.author_url);
        form.url(right, "publisher logo", &cx.tr("details-publisher-logo"), &mut draft.publisher_logo);
    });
    form.url(ui, "url", &cx.tr("details-url"), &mut draft.url);
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        form.moment(left, "published", &cx.tr("details-published"), &mut draft.published);
        form.moment(right, "updated", &cx.tr("details-updated"), &mut draft.updated);
    });
    form.url(ui, "licence", &cx.tr("details-licence-url"), &mut draft.licence_url);
    ui.add_enabled_ui(form.writable(), |ui| {
        tick_ui(ui, cx.tokens, &cx.tr("details-keep-position"), &mut draft.keep_position);
        tick_ui(ui, cx.tokens, &cx.tr("details-keep-typography"), &mut draft.keep_typography);
    });
}

/// The fields of the form.
struct Form<'a> {
    cx: &'a DialogContext<'a>,
    view: &'a View<'a>,
}

impl Form<'_> {
    fn writable(&self) -> bool {
        !self.view.read_only
    }

    fn field<'b>(&self, key: &str, label: &'b str) -> TextField<'b> {
        TextField::new(label).id(field_id(key)).enabled(self.writable())
    }

    fn line(&self, ui: &mut Ui, key: &str, label: &str, text: &mut String) -> egui::Response {
        self.field(key, label).show(ui, self.cx.tokens, text)
    }

    fn noted(&self, ui: &mut Ui, key: &str, label: &str, note: &str, text: &mut String) {
        self.field(key, label).note(note).show(ui, self.cx.tokens, text);
    }

    fn url(&self, ui: &mut Ui, key: &str, label: &str, text: &mut String) {
        let problem = url_problem(self.cx, text);
        let field = self.field(key, label).hint("https://").problem(problem.as_deref());
        field.show(ui, self.cx.tokens, text);
    }

    fn date(&self, ui: &mut Ui, key: &str, label: &str, text: &mut String, problem: Option<DateProblem>) {
        // While it is being written it is not wrong yet, only unfinished.
        let unfinished = ui.memory(|memory| memory.has_focus(field_id(key))) && text.trim().len() < 10;
        let problem = problem.filter(|_| !unfinished).map(|problem| problem.words(self.cx));
        let hint = self.cx.tr("details-date-hint");
        self.field(key, label).hint(&hint).problem(problem.as_deref()).show(ui, self.cx.tokens, text);
    }

    fn moment(&self, ui: &mut Ui, key: &str, label: &str, text: &mut String) {
        let focused = ui.memory(|memory| memory.has_focus(field_id(key)));
        let unfinished = focused && text.trim().len() < 25;
        let problem = (!is_moment(text) && !unfinished).then(|| self.cx.tr("details-moment-problem"));
        let field = self.field(key, label).hint("2025-12-26T18:30:00+07:00").problem(problem.as_deref());
        field.show(ui, self.cx.tokens, text);
    }
}

fn field_id(key: &str) -> Id {
    Id::unique(("details", key))
}

/// What is wrong with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateProblem {
    NoDate,
    BeforeStart,
}

impl DateProblem {
    fn words(self, cx: &DialogContext<'_>) -> String {
        match self {
            Self::NoDate => cx.tr("details-date-problem"),
            Self::BeforeStart => cx.tr("details-end-problem"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DateProblems {
    start: Option<DateProblem>,
    end: Option<DateProblem>,
    date: Option<DateProblem>,
}

fn url_problem(cx: &DialogContext<'_>, text: &str) -> Option<String> {
    (!is_url(text)).then(|| cx.tr("details-url-problem"))
}

fn is_url(text: &str) -> bool {
    let text = text.trim();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    // A beginning of it is unfinished, not wrong.
    "https://".starts_with(text) || "http://".starts_with(text) || host.is_some_and(|host| !host.contains(' '))
}

/// RFC 3339 with an offset, or nothing.
fn is_moment(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.parse::<jiff::Timestamp>().is_ok()
}

/// A date, nothing, or something else.
fn date(text: &str) -> Result<Option<Date>, DateProblem> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { crate::language::date::read(text).map(Some).ok_or(DateProblem::NoDate) }
}

impl Draft {
    fn of(details: &Details, language: &str) -> Self {
        let shown =
            |date: Option<Date>| date.map_or_else(String::new, |date| crate::language::date::short(date, language));
        let Details { event, publication, .. } = details;
        let source = |source: &Source| SourceDraft { name: source.name.to_string(), url: source.url.to_string() };
        Self {
            event: event.name.to_string(),
            organisers: event.organisers.to_string(),
            venue: event.venue.to_string(),
            city: event.city.to_string(),
            country: event.country.to_string(),
            start: shown(event.start),
            end: shown(event.end),
            date: shown(details.date),
            keywords: details.keywords.join(", "),
            rights: details.rights.to_string(),
            photographer: details.photographer.to_string(),
            sources: details.sources.iter().map(source).collect(),
            publisher: publication.publisher.to_string(),
            publisher_url: publication.publisher_url.to_string(),
            publisher_logo: publication.publisher_logo.to_string(),
            author_url: publication.author_url.to_string(),
            url: publication.url.to_string(),
            published: publication.published.to_string(),
            updated: publication.updated.to_string(),
            licence_url: publication.licence_url.to_string(),
            keep_position: details.keep_position,
            keep_typography: details.keep_typography,
        }
    }

    /// The details with what is written; a date that is none leaves the one that was there.
    fn applied_to(&self, known: &Details) -> Details {
        let clean = |text: &str| -> Arc<str> { text.trim().nfc().collect::<String>().into() };
        let day = |text: &str, known: Option<Date>| date(text).unwrap_or(known);
        let moment = |text: &str, known: &Arc<str>| if is_moment(text) { clean(text) } else { Arc::clone(known) };
        let keywords = self.keywords.split([',', ';']).map(clean).filter(|keyword| !keyword.is_empty());
        let sources = self.sources.iter().map(|source| Source { name: clean(&source.name), url: clean(&source.url) });
        Details {
            date: day(&self.date, known.date),
            event: Event {
                name: clean(&self.event),
                organisers: clean(&self.organisers),
                venue: clean(&self.venue),
                city: clean(&self.city),
                country: clean(&self.country),
                start: day(&self.start, known.event.start),
                end: day(&self.end, known.event.end),
            },
            sources: sources.filter(|source| !(source.name.is_empty() && source.url.is_empty())).collect(),
            keywords: keywords.collect(),
            rights: clean(&self.rights),
            lead_photo: known.lead_photo,
            keep_position: self.keep_position,
            keep_typography: self.keep_typography,
            photographer: clean(&self.photographer),
            limit: known.limit,
            publication: Publication {
                publisher: clean(&self.publisher),
                publisher_url: clean(&self.publisher_url),
                publisher_logo: clean(&self.publisher_logo),
                author_url: clean(&self.author_url),
                url: clean(&self.url),
                published: moment(&self.published, &known.publication.published),
                updated: moment(&self.updated, &known.publication.updated),
                licence_url: clean(&self.licence_url),
            },
            ignored_words: known.ignored_words.clone(),
            ignored_names: known.ignored_names.clone(),
            extra: known.extra.clone(),
        }
    }

    fn date_problems(&self) -> DateProblems {
        let (start, end) = (date(&self.start), date(&self.end));
        let before = matches!((start, end), (Ok(Some(start)), Ok(Some(end))) if end < start);
        DateProblems {
            start: start.err(),
            end: if before { Some(DateProblem::BeforeStart) } else { end.err() },
            date: date(&self.date).err(),
        }
    }

    /// The field whose text would be lost.
    fn first_problem(&self) -> Option<&'static str> {
        let problems = self.date_problems();
        let fields = [
            ("start", problems.start.is_some()),
            ("end", problems.end.is_some()),
            ("date", problems.date.is_some()),
            ("published", !is_moment(&self.published)),
            ("updated", !is_moment(&self.updated)),
        ];
        fields.into_iter().find(|(_, is_problem)| *is_problem).map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_of_the_calendar_in_full() {
        assert_eq!(date(" 26.12.2025 "), Ok(Some(jiff::civil::date(2025, 12, 26))));
        assert_eq!(date(""), Ok(None));
        for wrong in ["26.12.", "2025-02-30", "20251226", "tomorrow", "2025-12-26T10:00"] {
            assert_eq!(date(wrong), Err(DateProblem::NoDate), "{wrong}");
        }
    }

    #[test]
    fn the_last_day_is_not_before_the_first() {
        let draft = Draft { start: "2025-12-26".into(), end: "2025-12-25".into(), ..Draft::default() };
        assert_eq!(draft.date_problems().end, Some(DateProblem::BeforeStart));
        assert_eq!(draft.first_problem(), Some("end"));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let draft = Draft {
            event: "Forum".into(),
            keywords: "press, charter ;  photos".into(),
            sources: vec![SourceDraft { name: "VNA".into(), url: "https://vna.vn".into() }, SourceDraft::default()],
            published: "2025-12-26T18:30:00+07:00".into(),
            ..Draft::default()
        };
        let details = draft.applied_to(&Details::default());
        assert_eq!(details.keywords.join("|"), "press|charter|photos");
        assert_eq!(details.sources.len(), 1);
        let shown = Draft::of(&details, "en");
        assert_eq!((shown.event.as_str(), shown.published.as_str()), ("Forum", draft.published.as_str()));
    }

    #[test]
    fn days_are_shown_as_the_report_writes_them_and_read_back() {
        let known = Details { date: Some(jiff::civil::date(2025, 12, 6)), ..Details::default() };
        for (language, shown) in [("en", "6 December 2025"), ("ru", "06.12.2025"), ("vi", "06/12/2025")] {
            let draft = Draft::of(&known, language);
            assert_eq!(draft.date, shown);
            assert_eq!(draft.applied_to(&Details::default()).date, known.date);
        }
    }

    #[test]
    fn what_is_no_date_leaves_the_one_that_was_there() {
        let known = Details { date: Some(jiff::civil::date(2025, 12, 26)), ..Details::default() };
        let draft = Draft { date: "27.12.".into(), ..Draft::of(&known, "vi") };
        assert_eq!(draft.applied_to(&known).date, known.date);
    }
}
