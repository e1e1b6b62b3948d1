//! How long the story is: a line for the status bar, and what opens at it.

use egui::{Align2, Id, Layout, Popup, PopupCloseBehavior, RectAlign, Response, RichText, Role, Sense, Ui, WidgetInfo};
use egui::{pos2, vec2};

use crate::language::length::{Length, Lengths, Measure};
use crate::language::{Language, words};
use crate::report::Limit;
use crate::ui::theme::{font, space};
use crate::ui::view::Shell;
use crate::ui::widgets::{TextField, Words, draw_words, hairline, popup_frame, radio_ui};

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LengthFacts<'a> {
    /// The lengths of the report's parts.
    pub lengths: Lengths,
    /// The length of what is selected.
    pub selected: Option<Length>,
    /// How long the story may be.
    pub limit: Option<Limit>,
    /// The language of the report (BCP 47).
    pub language: &'a str,
    /// Whether the report must stay as it is.
    pub read_only: bool,
}

/// What the popup remembers.
#[derive(Debug, Default)]
pub struct LengthState {
    /// It opens when the status bar is drawn next.
    pub wants_open: bool,
    is_open: bool,
    /// The limit as it is being written, and the one that it was written for.
    written: String,
    written_for: Option<Limit>,
    unit: Option<Unit>,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Words,
    Characters,
}

impl Unit {
    fn of(limit: Limit) -> Self {
        match limit {
            Limit::Words(_) => Self::Words,
            Limit::Characters(_) => Self::Characters,
        }
    }

    fn limit(self, most: u32) -> Limit {
        match self {
            Self::Words => Limit::Words(most),
            Self::Characters => Limit::Characters(most),
        }
    }

    /// What desks count where this language is written.
    fn usual(language: &str) -> Self {
        match Language::of(language) {
            Language::Russian => Self::Characters,
            Language::English | Language::Vietnamese | Language::Other => Self::Words,
        }
    }
}

impl LengthState {
    /// Whether it is open, and the selection is worth counting.
    pub fn is_open(&self) -> bool {
        self.is_open || self.wants_open
    }

    /// Follows the report where the limit was changed elsewhere: undone, or another report is open.
    fn follow(&mut self, limit: Option<Limit>) {
        if self.written_for == limit {
            return;
        }
        self.written_for = limit;
        self.written = match limit {
            Some(Limit::Words(most) | Limit::Characters(most)) => most.to_string(),
            None => String::new(),
        };
        self.unit = limit.map(Unit::of).or(self.unit);
    }
}

/// The length in a few words, and whether it is too long.
pub fn length_line(shell: &Shell<'_>, facts: &LengthFacts<'_>) -> (String, bool) {
    let story = facts.lengths.story();
    let number = |number| shell.locale.number(number);
    let Some(limit) = facts.limit else {
        let values = [("count", story.words.into()), ("number", number(story.words).into())];
        return (shell.locale.tr_with("status-words", &values), false);
    };
    let measure = Measure::of(story, limit);
    let id = match limit {
        Limit::Words(_) => "length-of-words",
        Limit::Characters(_) => "length-of-characters",
    };
    let values = [
        ("number", number(measure.counted).into()),
        ("most", number(measure.most).into()),
        ("count", measure.most.into()),
    ];
    let line = shell.locale.tr_with(id, &values);
    match measure.over() {
        0 => (line, false),
        over => {
            let over = shell.locale.tr_with("length-over", &[("number", number(over).into())]);
            (format!("{line} · {over}"), true)
        }
    }
}

/// The popup at its button in the status bar. Gives the limit that was chosen.
pub fn length_popup(
    button: &Response,
    shell: &Shell<'_>,
    facts: &LengthFacts<'_>,
    state: &mut LengthState,
) -> Option<Option<Limit>> {
    state.follow(facts.limit);
    let popup = Popup::menu(button)
        .align(RectAlign::TOP_START)
        .gap(4.0)
        .width(WIDTH + 10.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .frame(popup_frame(shell.tokens));
    let id = popup.get_id();
    let opens = std::mem::take(&mut state.wants_open);
    if opens {
        Popup::open_id(&button.ctx, id);
    }
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.set_width(WIDTH);
        table_ui(ui, shell, facts);
        ui.add_space(space::S);
        hairline(ui, shell.tokens);
        ui.add_space(space::S);
        limit_ui(ui, shell, facts, state, opens)
    });
    state.is_open = shown.is_some();
    shown.and_then(|shown| shown.inner)
}

const WIDTH: f32 = 344.0;
const ROW: f32 = 26.0;
/// The right edges of the columns of numbers, from the left edge of the popup.
const EDGES: [f32; 3] = [152.0, 226.0, 331.0];

fn table_ui(ui: &mut Ui, shell: &Shell<'_>, facts: &LengthFacts<'_>) {
    let tokens = shell.tokens;
    let heads = ["length-words", "length-characters", "length-solid"].map(|id| shell.tr(id));
    let (_, rect) = ui.allocate_space(vec2(WIDTH, ROW));
    for (head, edge) in heads.iter().zip(EDGES) {
        let at = pos2(rect.left() + edge, rect.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, head, font::small(), tokens.muted);
    }
    let Lengths { body, captions, .. } = facts.lengths;
    let mut rows = vec![("length-story", facts.lengths.story()), ("length-body", body), ("length-captions", captions)];
    rows.extend(facts.selected.map(|selected| ("length-selection", selected)));
    for (index, (id, length)) in rows.into_iter().enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::hover());
        let name = shell.tr(id);
        let numbers = [length.words, length.characters, length.solid].map(|number| shell.locale.number(number));
        let spoken = heads.iter().zip(&numbers).map(|(head, number)| format!("{head}: {number}"));
        let spoken = format!("{name}. {}", spoken.collect::<Vec<_>>().join(", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let face = if index == 0 { font::strong() } else { font::ui() };
        let words = Words::line(face.clone(), tokens.ink, EDGES[0] - 40.0);
        draw_words(ui, pos2(rect.left() + space::M, rect.center().y - words.line_height / 2.0), &words, &name);
        for (number, edge) in numbers.iter().zip(EDGES) {
            let at = pos2(rect.left() + edge, rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, number, face.clone(), tokens.ink);
        }
    }
    let minutes = words::reading_minutes(facts.lengths.story().words, facts.language);
    let reading = shell.locale.tr_with("length-reading", &[("minutes", minutes.into())]);
    for line in [shell.tr("length-note"), reading] {
        note_ui(ui, shell, &line);
    }
}

fn note_ui(ui: &mut Ui, shell: &Shell<'_>, line: &str) {
    ui.horizontal(|ui| {
        ui.add_space(space::M);
        ui.label(RichText::new(line).font(font::small()).color(shell.tokens.muted));
    });
}

/// The digits that a limit can have: more is no report.
const DIGITS: usize = 7;

fn limit_ui(
    ui: &mut Ui,
    shell: &Shell<'_>,
    facts: &LengthFacts<'_>,
    state: &mut LengthState,
    wants_focus: bool,
) -> Option<Option<Limit>> {
    let mut unit = state.unit.unwrap_or_else(|| Unit::usual(facts.language));
    let (label, none) = (shell.tr("length-limit"), shell.tr("length-no-limit"));
    let field = Id::unique("length limit");
    let mut changed = false;
    let (_, room) = ui.allocate_space(vec2(WIDTH, 84.0));
    let room = room.shrink2(vec2(space::M, 4.0));
    let builder = egui::UiBuilder::new().max_rect(room).layout(Layout::left_to_right(egui::Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.add_enabled_ui(!facts.read_only, |ui| {
            ui.scope(|ui| {
                ui.set_max_width(104.0);
                let response = TextField::new(&label).hint(&none).id(field).enabled(!facts.read_only).show(
                    ui,
                    shell.tokens,
                    &mut state.written,
                );
                if wants_focus {
                    response.request_focus();
                }
                changed = response.changed();
            });
            ui.add_space(space::L);
            ui.vertical(|ui| {
                ui.add_space(13.0);
                for (choice, id) in [(Unit::Words, "length-limit-words"), (Unit::Characters, "length-limit-characters")]
                {
                    if radio_ui(ui, shell.tokens, &shell.tr(id), unit == choice).clicked() && unit != choice {
                        unit = choice;
                        changed = true;
                    }
                }
            });
        });
    });
    if !changed {
        return None;
    }
    state.written.retain(|char| char.is_ascii_digit());
    state.written.truncate(DIGITS);
    state.unit = Some(unit);
    let limit = state.written.parse().ok().filter(|most| *most > 0).map(|most| unit.limit(most));
    state.written_for = limit;
    (limit != facts.limit).then_some(limit)
}
