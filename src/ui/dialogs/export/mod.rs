//! The export dialog: what is made, how, and where it goes; then how far it is. For a desk it also shows what has changed since the
//! desk was sent the story.

mod changes;
mod look;
mod preset;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::{Context, Id, Role, Sense, Ui, WidgetInfo, vec2};

pub use self::look::LookWish;
use self::preset::PresetForm;
use crate::app::{Locale, PageLook};
use crate::filing::{Changes, Preset};
use crate::ui::dialogs::frame::{DialogFrame, paragraph_ui};
use crate::ui::dialogs::{DialogContext, DialogOutcome};
use crate::ui::theme::{font, radius, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, Choice, TextField, Words, draw_words};

/// What can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportWhat {
    /// Everything that a desk may ask for, as one file.
    DeskZip,
    /// The same as a folder.
    DeskFolder,
    /// A page with its pictures.
    Page,
    /// The page as one file.
    Html,
    /// Clean HTML for a content management system.
    Fragment,
    /// For word processors.
    Docx,
    /// For LibreOffice.
    Odt,
    /// For readers of books.
    Epub,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// News in JSON.
    Ninjs,
}

impl ExportWhat {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::DeskZip,
        Self::DeskFolder,
        Self::Page,
        Self::Html,
        Self::Fragment,
        Self::Docx,
        Self::Odt,
        Self::Epub,
        Self::Markdown,
        Self::Text,
        Self::Ninjs,
    ];

    /// The id of its words.
    const fn message_id(self) -> &'static str {
        match self {
            Self::DeskZip => "export-what-desk-zip",
            Self::DeskFolder => "export-what-desk-folder",
            Self::Page => "export-what-page",
            Self::Html => "export-what-html",
            Self::Fragment => "export-what-fragment",
            Self::Docx => "export-what-docx",
            Self::Odt => "export-what-odt",
            Self::Epub => "export-what-epub",
            Self::Markdown => "export-what-markdown",
            Self::Text => "export-what-text",
            Self::Ninjs => "export-what-ninjs",
        }
    }

    /// The id of what is said of it.
    const fn note_id(self) -> &'static str {
        match self {
            Self::DeskZip | Self::DeskFolder => "export-note-desk",
            Self::Page => "export-note-page",
            Self::Html => "export-note-html",
            Self::Fragment => "export-note-fragment",
            Self::Docx => "export-note-docx",
            Self::Odt => "export-note-odt",
            Self::Epub => "export-note-epub",
            Self::Markdown => "export-note-markdown",
            Self::Text => "export-note-text",
            Self::Ninjs => "export-note-ninjs",
        }
    }

    /// Whether it is what a desk is sent.
    pub const fn is_for_desk(self) -> bool {
        matches!(self, Self::DeskZip | Self::DeskFolder)
    }

    /// Whether a page is in it.
    pub const fn has_page(self) -> bool {
        matches!(self, Self::DeskZip | Self::DeskFolder | Self::Page | Self::Html)
    }

    /// The ending of its file's name; a folder has none.
    pub const fn extension(self) -> Option<&'static str> {
        match self {
            Self::DeskZip => Some("zip"),
            Self::DeskFolder | Self::Page => None,
            Self::Html | Self::Fragment => Some("html"),
            Self::Docx => Some("docx"),
            Self::Odt => Some("odt"),
            Self::Epub => Some("epub"),
            Self::Markdown => Some("md"),
            Self::Text => Some("txt"),
            Self::Ninjs => Some("json"),
        }
    }
}

/// An export that the reporter asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportWish {
    /// What.
    pub what: ExportWhat,
    /// How the desk wants it, for what a desk is sent.
    pub preset: Preset,
    /// Where.
    pub place: PathBuf,
}

/// How large each would be, in bytes, as far as that is known.
pub type Estimates = BTreeMap<ExportWhat, u64>;

/// What the dialog begins with.
#[derive(Debug, Clone)]
pub struct ExportStart {
    /// What is chosen.
    pub what: ExportWhat,
    /// What desks want.
    pub presets: Vec<Preset>,
    /// The name of the one that is chosen.
    pub preset: String,
    /// Where files go.
    pub folder: PathBuf,
    /// The name without its ending.
    pub name: String,
    /// What has changed since a desk was sent the story.
    pub changes: Option<Changes>,
    /// When a desk was sent it, if ever: RFC 3339.
    pub filed_at: Option<String>,
}

/// The dialog.
#[derive(Debug)]
pub struct ExportDialog {
    start: ExportStart,
    what: ExportWhat,
    presets: Vec<Preset>,
    chosen: usize,
    form: Option<PresetForm>,
    place: String,
    /// The place as it was made for what is chosen: one that the reporter wrote is kept.
    suggested: String,
    estimates: Option<Estimates>,
    look: PageLook,
    /// The folder of the newsroom's template, where there is one.
    own_look: Option<String>,
    /// Whether the report wants one that this computer does not know.
    misses_template: bool,
    /// Photos that are done, and all of them, while it runs.
    running: Option<(usize, usize)>,
    problem: Option<String>,
    has_focus: bool,
}

impl ExportDialog {
    /// The dialog as it opens.
    pub fn new(start: ExportStart) -> Self {
        let presets = start.presets.clone();
        let chosen = presets.iter().position(|preset| preset.name == start.preset).unwrap_or(0);
        let mut dialog = Self {
            what: start.what,
            presets,
            chosen,
            form: None,
            place: String::new(),
            suggested: String::new(),
            estimates: None,
            look: PageLook::default(),
            own_look: None,
            misses_template: false,
            running: None,
            problem: None,
            has_focus: false,
            start,
        };
        dialog.suggest();
        dialog
    }

    /// The preset that is chosen.
    pub fn preset(&self) -> &Preset {
        // The list is never empty: some are built in.
        &self.presets[self.chosen.min(self.presets.len() - 1)]
    }

    /// What is chosen.
    pub fn what(&self) -> ExportWhat {
        self.what
    }

    /// How large each would be, with the preset that is chosen.
    pub fn estimated(&mut self, estimates: Estimates) {
        self.estimates = Some(estimates);
    }

    /// A place that the reporter chose in the system's dialog.
    pub fn put_place(&mut self, place: &Path) {
        self.place = place.to_string_lossy().into_owned();
        self.problem = None;
    }

    /// What the page looks like, what the newsroom's template is called, if there is one, and whether it is missed.
    pub fn show_look(&mut self, look: PageLook, own: Option<String>, misses_template: bool) {
        (self.look, self.own_look, self.misses_template) = (look, own, misses_template);
    }

    /// How far the export is; nothing where none runs.
    pub fn follow(&mut self, running: Option<(usize, usize)>) {
        self.running = running;
    }

    /// Why nothing was written.
    pub fn failed(&mut self, problem: String) {
        (self.running, self.problem, self.has_focus) = (None, Some(problem), false);
    }

    /// Puts the place of what is chosen into the field, unless the reporter wrote another.
    fn suggest(&mut self) {
        let name = match self.what.extension() {
            Some(extension) => format!("{}.{extension}", self.start.name),
            None => self.start.name.clone(),
        };
        let suggested = self.start.folder.join(name).to_string_lossy().into_owned();
        if self.place == self.suggested {
            self.place.clone_from(&suggested);
        } else {
            self.place = with_ending(&self.place, self.what);
        }
        self.suggested = suggested;
    }

    fn wish(&self) -> ExportWish {
        let place = PathBuf::from(with_ending(self.place.trim(), self.what));
        ExportWish { what: self.what, preset: self.preset().clone(), place }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, cx: &DialogContext<'_>) -> DialogOutcome {
        let Some(view) = cx.view else { return DialogOutcome::Closed };
        if let Some((done, of)) = self.running {
            return self.running_ui(ctx, cx, view, (done, of));
        }
        let title = cx.tr("export-title");
        let can_export = !self.place.trim().is_empty() && self.form.is_none();
        let wants_focus = !std::mem::replace(&mut self.has_focus, true);
        let (mut export, mut cancel) = (false, false);
        let size = self.size_text(cx);
        let words = cx.tr(if self.what.is_for_desk() { "export-file" } else { "export-do" });
        let said = DialogFrame::new("export dialog", &title, space::DIALOG, cx.tokens).show(
            ctx,
            |ui| self.body_ui(ui, cx, view),
            |ui| {
                let button = Button::primary(words).enabled(can_export).show(ui, cx.tokens);
                if wants_focus {
                    button.request_focus();
                }
                export = button.clicked();
                cancel = Button::secondary(cx.tr("dialog-cancel")).show(ui, cx.tokens).clicked();
                if let Some(size) = &size {
                    size_ui(ui, cx, size);
                }
            },
        );
        if (export || said.confirm) && can_export {
            self.problem = None;
            view.ask(Request::Export(Box::new(self.wish())));
        } else if said.close && self.form.take().is_some() {
            // Escape leaves the form first.
            self.has_focus = false;
        } else if cancel || said.close {
            return DialogOutcome::Closed;
        }
        DialogOutcome::Open
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        let label = cx.tr("export-what");
        let entries: Vec<String> = ExportWhat::ALL.iter().map(|what| cx.tr(what.message_id())).collect();
        let at = ExportWhat::ALL.iter().position(|what| *what == self.what).unwrap_or(0);
        if let Some(what) = Choice::new(&label, &entries).show(ui, cx.tokens, at).and_then(|at| ExportWhat::ALL.get(at))
        {
            self.what = *what;
            self.problem = None;
            self.suggest();
        }
        quiet_ui(ui, cx, &cx.tr(self.what.note_id()));
        if self.what.is_for_desk() {
            ui.add_space(space::XS);
            self.preset_ui(ui, cx, view);
        }
        if self.what.has_page() {
            ui.add_space(space::XS);
            look::look_ui(ui, cx, view, self.look, self.own_look.as_deref());
            if self.misses_template {
                problem_ui(ui, cx, &cx.tr("export-look-missing"));
            }
        }
        ui.add_space(space::XS);
        self.place_ui(ui, cx, view);
        if let Some(problem) = &self.problem {
            problem_ui(ui, cx, problem);
        }
        if self.what.is_for_desk() {
            changes::changes_ui(ui, cx, self.start.changes.as_ref(), self.start.filed_at.as_deref());
        }
    }

    fn place_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        let label = cx.tr("export-place");
        let words = cx.tr("export-elsewhere");
        ui.horizontal_top(|ui| {
            let button = Button::secondary(words);
            let width = ui.available_width() - button.own_width(ui) - space::S;
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                TextField::new(&label).id(Id::unique("export place")).path().show(ui, cx.tokens, &mut self.place)
            });
            ui.vertical(|ui| {
                ui.add_space(19.0);
                if button.show(ui, cx.tokens).clicked() {
                    view.ask(Request::ExportElsewhere(self.what));
                }
            });
        });
    }

    fn preset_ui(&mut self, ui: &mut Ui, cx: &DialogContext<'_>, view: &View<'_>) {
        if let Some(form) = &mut self.form {
            let said = form.show(ui, cx, &self.presets);
            match said {
                preset::Said::Nothing => {}
                preset::Said::Cancelled => self.form = None,
                preset::Said::Done(presets, name) => {
                    self.chosen = presets.iter().position(|preset| preset.name == name).unwrap_or(0);
                    self.presets = presets;
                    self.form = None;
                    self.estimates = None;
                    view.ask(Request::SavePresets(self.presets.clone()));
                }
            }
            return;
        }
        let label = cx.tr("export-preset");
        let entries: Vec<String> = self.presets.iter().map(|preset| preset_words(cx.locale, preset)).collect();
        ui.horizontal_top(|ui| {
            let button = Button::secondary(cx.tr("export-preset-edit"));
            let width = ui.available_width() - button.own_width(ui) - space::S;
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                if let Some(chosen) = Choice::new(&label, &entries).show(ui, cx.tokens, self.chosen) {
                    self.chosen = chosen;
                    self.estimates = None;
                    view.ask(Request::EstimateExport);
                }
            });
            ui.vertical(|ui| {
                ui.add_space(19.0);
                if button.show(ui, cx.tokens).clicked() {
                    self.form = Some(PresetForm::of(self.preset()));
                }
            });
        });
    }

    /// How large it will be; nothing where that cannot be told.
    fn size_text(&self, cx: &DialogContext<'_>) -> Option<String> {
        let Some(estimates) = &self.estimates else { return Some(cx.tr("export-size-counting")) };
        let size = size_words(cx.locale, *estimates.get(&self.what)?);
        Some(cx.locale.tr_with("export-size", &[("size", size.into())]))
    }

    /// While it runs: a bar that grows with every photo, and the way to stop it.
    fn running_ui(
        &self,
        ctx: &Context,
        cx: &DialogContext<'_>,
        view: &View<'_>,
        (done, of): (usize, usize),
    ) -> DialogOutcome {
        let title = cx.tr("export-running-title");
        let mut stop = false;
        let frame =
            DialogFrame { closes_outside: false, ..DialogFrame::new("export dialog", &title, 480.0, cx.tokens) };
        let said = frame.show(
            ctx,
            |ui| {
                let text = match of {
                    0 => cx.tr("export-running-text"),
                    _ => cx.locale.tr_with("export-running", &[("done", done.into()), ("of", of.into())]),
                };
                paragraph_ui(ui, cx.tokens, &text);
                bar_ui(ui, cx, &text, done as f32 / of.max(1) as f32);
            },
            |ui| stop = Button::secondary(cx.tr("export-stop")).show(ui, cx.tokens).clicked(),
        );
        if stop || said.close {
            view.ask(Request::StopExport);
        }
        DialogOutcome::Open
    }
}

/// The same place with the ending that belongs to what is made.
fn with_ending(place: &str, what: ExportWhat) -> String {
    const ENDINGS: [&str; 8] = [".zip", ".html", ".docx", ".odt", ".epub", ".md", ".txt", ".json"];
    let lower = place.to_lowercase();
    let bare = ENDINGS
        .iter()
        .find(|ending| lower.ends_with(**ending))
        .map_or(place, |ending| place.get(..place.len() - ending.len()).unwrap_or(place));
    match what.extension() {
        Some(_) if bare.is_empty() => String::new(),
        Some(extension) => format!("{bare}.{extension}"),
        None => bare.to_owned(),
    }
}

/// A size as it is told: megabytes with one digit after the point, kilobytes below a tenth of one.
pub fn size_words(locale: &Locale, bytes: u64) -> String {
    if bytes < 100_000 {
        return locale.tr_with("export-kilobytes", &[("size", bytes.div_ceil(1000).to_string().into())]);
    }
    let tenths = bytes.div_ceil(100_000);
    let size = locale.tr_with(
        "export-decimal",
        &[("whole", (tenths / 10).to_string().into()), ("tenths", (tenths % 10).to_string().into())],
    );
    locale.tr_with("export-megabytes", &[("size", size.into())])
}

/// "mail: 2000 pixels, at most 10 MB".
fn preset_words(locale: &Locale, preset: &Preset) -> String {
    // Those that are built in have a name in each language; in preferences and on the command line they are called as ever.
    let name = match preset.name.as_str() {
        "web" => locale.tr("preset-name-web"),
        "print" => locale.tr("preset-name-print"),
        "mail" => locale.tr("preset-name-mail"),
        own => own.to_owned(),
    };
    let values = [
        ("name", name.into()),
        ("side", preset.side_px.to_string().into()),
        ("megabytes", preset.megabytes.unwrap_or(0).to_string().into()),
    ];
    let id = if preset.megabytes.is_some() { "export-preset-line-limited" } else { "export-preset-line" };
    locale.tr_with(id, &values)
}

/// A line at the left of the buttons.
fn size_ui(ui: &mut Ui, cx: &DialogContext<'_>, text: &str) {
    let line = Words::line(font::small(), cx.tokens.muted, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), line.line_height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    draw_words(ui, rect.min, &line, text);
}

/// A quiet paragraph under what it is about.
fn quiet_ui(ui: &mut Ui, cx: &DialogContext<'_>, text: &str) {
    let width = ui.available_width();
    let words = Words::line(font::small(), cx.tokens.muted, width).rows(6);
    let height = words.galley(ui, text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    draw_words(ui, rect.min, &words, text);
}

/// Why nothing was written. It is told at once to who hears the window.
fn problem_ui(ui: &mut Ui, cx: &DialogContext<'_>, text: &str) {
    let width = ui.available_width();
    let words = Words::line(font::ui(), cx.tokens.bad, width).rows(6);
    let height = words.galley(ui, text).size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Assertive));
    draw_words(ui, rect.min, &words, text);
}

fn bar_ui(ui: &mut Ui, cx: &DialogContext<'_>, name: &str, part: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(1.0);
        node.set_numeric_value(f64::from(part));
        node.set_live(egui::accesskit::Live::Polite);
    });
    ui.painter().rect_filled(rect, radius::CONTROL, cx.tokens.line);
    let done = egui::Rect::from_min_size(rect.min, vec2(rect.width() * part.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(done, radius::CONTROL, cx.tokens.accent);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::UiLanguage;

    #[test]
    fn a_place_has_the_ending_of_what_goes_there() {
        assert_eq!(with_ending("/a/Итоги.zip", ExportWhat::Docx), "/a/Итоги.docx");
        assert_eq!(with_ending("/a/Итоги.ZIP", ExportWhat::DeskFolder), "/a/Итоги");
        assert_eq!(with_ending("/a/Итоги 2.0", ExportWhat::DeskZip), "/a/Итоги 2.0.zip");
        assert_eq!(with_ending("", ExportWhat::DeskZip), "");
    }

    #[test]
    fn sizes_are_told_as_each_language_writes_numbers() {
        let words = |language, bytes| size_words(&Locale::new(language), bytes);
        assert_eq!(words(UiLanguage::En, 12_340_000), "12.4 MB");
        assert_eq!(words(UiLanguage::Ru, 12_340_000), "12,4\u{a0}МБ");
        assert_eq!(words(UiLanguage::Vi, 300_000), "0,3\u{a0}MB");
        assert_eq!(words(UiLanguage::En, 2_100), "3 KB");
    }

    #[test]
    fn what_the_reporter_wrote_as_the_place_stays() {
        let start = ExportStart {
            what: ExportWhat::DeskZip,
            presets: crate::filing::built_in(),
            preset: "mail".to_owned(),
            folder: "/out".into(),
            name: "Story".to_owned(),
            changes: None,
            filed_at: None,
        };
        let mut dialog = ExportDialog::new(start);
        assert_eq!((dialog.place.as_str(), dialog.preset().name.as_str()), ("/out/Story.zip", "mail"));
        dialog.what = ExportWhat::Page;
        dialog.suggest();
        assert_eq!(dialog.place, "/out/Story");
        dialog.place = "/elsewhere/mine".to_owned();
        dialog.what = ExportWhat::Html;
        dialog.suggest();
        assert_eq!(dialog.wish().place, PathBuf::from("/elsewhere/mine.html"));
    }
}
