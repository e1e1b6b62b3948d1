//! The bar that finds words in the report, and puts others in their place.

mod list;

pub(super) use self::list::place_label;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use egui::{Align, Id, Key, Layout, Margin, Modifiers, Panel, RichText, Ui};

use crate::app::{Command, Pane};
use crate::edit::Selection;
use crate::edit::ops::replace::replace_all;
use crate::find::{Finder, Hit, Query};
use crate::report::{Pos, Report, Slot, WordPlace};
use crate::ui::icon;
use crate::ui::text::Marks;
use crate::ui::theme::{font, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Button, IconButton, SearchField, TextField, select_all};

/// What the bar remembers.
#[derive(Debug, Default)]
pub struct FindState {
    is_open: bool,
    replaces: bool,
    query: Query,
    replacement: String,
    finder: Finder,
    hits: Vec<Hit>,
    /// What the hits were found for.
    found: Option<(u64, Query)>,
    /// The place that was shown last.
    at: Option<usize>,
    /// Whether all places are listed under the bar.
    lists: bool,
    /// The places that replacing all leaves as they are.
    left_out: BTreeSet<usize>,
    wants_focus: bool,
    /// A step to take in the next frame, and whether it goes back.
    step: Option<bool>,
}

/// A longer selection is something to work on rather than to look for.
const LONGEST_BYTES: usize = 200;

fn words_id() -> Id {
    Id::unique("find words")
}

fn replacement_id() -> Id {
    Id::unique("find replacement")
}

impl FindState {
    /// Opens the bar with the keyboard in it. A few words that are selected are looked for.
    pub fn open(&mut self, ctx: &egui::Context, report: &Report, selection: Selection, replaces: bool) {
        let slot = selection.slot();
        let selected =
            selection.range_in(report, slot).filter(|range| !range.is_empty() && selection.anchor.slot == slot);
        let words = selected.and_then(|range| report.text(slot)?.as_str().get(range));
        let is_hit = self.is_open && self.hits.iter().any(|hit| selection_of(hit) == Some(selection));
        if let Some(words) = words.filter(|words| words.len() <= LONGEST_BYTES && !is_hit) {
            self.query.words = words.to_owned();
        }
        // Keys of this very frame are for the bar already.
        ctx.memory_mut(|memory| memory.request_focus(words_id()));
        self.is_open = true;
        self.replaces = replaces;
        self.wants_focus = true;
        self.found = None;
    }

    /// Goes to the next place, or to the one before, in the next frame.
    pub fn go_on(&mut self, back: bool) {
        self.step = Some(back);
    }

    /// Whether there is something to look for.
    pub fn has_words(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether a field of the bar has the keyboard and holds words: undo is about them then.
    pub fn writes_apart(&self, ctx: &egui::Context) -> bool {
        let fields = [(words_id(), &self.query.words), (replacement_id(), &self.replacement)];
        fields.into_iter().any(|(id, words)| !words.is_empty() && ctx.memory(|memory| memory.has_focus(id)))
    }

    /// Whether a field of the bar has the keyboard: Escape closes the bar. egui has taken the keyboard from the field by then.
    pub fn wants_escape(&self, ctx: &egui::Context) -> bool {
        let had = |id| ctx.memory(|memory| memory.had_focus_last_frame(id) || memory.has_focus(id));
        self.is_open && (had(words_id()) || had(replacement_id()))
    }

    /// Forgets what belongs to a report: another one is opened.
    pub fn reset(&mut self) {
        *self = Self {
            query: std::mem::take(&mut self.query),
            replacement: std::mem::take(&mut self.replacement),
            ..Self::default()
        };
    }

    /// Looks anew where the report or the words have changed.
    fn update(&mut self, view: &View<'_>) {
        let wanted = (view.editor.revision(), self.query.clone());
        if self.found.as_ref() == Some(&wanted) {
            return;
        }
        self.hits = self.finder.hits(view.report(), &self.query);
        self.left_out.clear();
        self.found = Some(wanted);
        self.mark(view);
    }

    fn mark(&self, view: &View<'_>) {
        let mut marks = Marks::new();
        for hit in self.hits.iter().filter(|_| self.is_open) {
            if let WordPlace::Text(slot) = hit.place {
                marks.entry(slot).or_default().push(hit.range.clone());
            }
        }
        view.text.mark(marks);
    }

    /// The hit that is selected.
    fn current(&self, view: &View<'_>) -> Option<usize> {
        let selection = view.editor.selection();
        let is_current = |hit: &Hit| selection_of(hit) == Some(selection);
        match self.at {
            // In the list of participants there is no caret.
            Some(at) if self.hits.get(at).is_some_and(|hit| hit.place.slot().is_none()) => Some(at),
            _ => self.hits.iter().position(is_current),
        }
    }

    /// Selects the hit after or before the caret, from the other end past the last one.
    fn go(&mut self, view: &View<'_>, back: bool) {
        self.update(view);
        let count = self.hits.len();
        if count == 0 {
            return;
        }
        let (from, to) = view.editor.selection().ordered(view.report());
        let next = match self.current(view) {
            Some(current) if back => (current + count - 1) % count,
            Some(current) => (current + 1) % count,
            None if back => self.last_before(view, from),
            None => self.first_from(view, to),
        };
        self.show(view, next);
    }

    fn show(&mut self, view: &View<'_>, place: usize) {
        self.at = Some(place);
        if let Some(hit) = self.hits.get(place) {
            match hit.place {
                WordPlace::Person(person, _) => view.ask(Request::ChoosePerson(Some(person))),
                WordPlace::Text(Slot::Caption(photo) | Slot::Credit(photo) | Slot::Alt(photo)) => {
                    view.ask(Request::ChoosePhoto(Some(photo)));
                }
                WordPlace::Text(_) => {}
            }
            if let Some(selection) = selection_of(hit) {
                view.ask(Request::Show(selection));
            }
        }
    }

    fn first_from(&self, view: &View<'_>, at: Pos) -> usize {
        self.hits.iter().position(|hit| order(view, hit, at).is_some_and(Ordering::is_ge)).unwrap_or(0)
    }

    fn last_before(&self, view: &View<'_>, at: Pos) -> usize {
        let before = self.hits.iter().rposition(|hit| order(view, hit, at).is_some_and(Ordering::is_lt));
        before.unwrap_or(self.hits.len().saturating_sub(1))
    }

    /// Replaces the hit that is selected and goes to the next one; where none is, only goes.
    fn replace(&mut self, view: &View<'_>) {
        let Some(hit) = self.current(view).and_then(|current| self.hits.get(current)) else {
            self.go(view, false);
            return;
        };
        view.edit(replace_all(view.report(), &[(hit.place, hit.range.clone())], &self.replacement));
        self.step = Some(false);
    }

    fn replace_every(&mut self, view: &View<'_>) {
        self.update(view);
        let wanted = self.hits.iter().enumerate().filter(|(place, _)| !self.left_out.contains(place));
        let places: Vec<_> = wanted.map(|(_, hit)| (hit.place, hit.range.clone())).collect();
        if let Some(change) = replace_all(view.report(), &places, &self.replacement) {
            view.ask(Request::Edit(change));
            let words = view.locale.tr_with("find-replaced", &[("count", places.len().into())]);
            view.ask(Request::Done(words));
        }
    }

    fn close(&mut self, view: &View<'_>) {
        self.is_open = false;
        view.text.mark(Marks::new());
        view.ask(Request::Command(Command::Focus(Pane::Text)));
    }
}

fn order(view: &View<'_>, hit: &Hit, at: Pos) -> Option<Ordering> {
    view.report().reading_order(Pos::new(hit.place.slot()?, hit.range.start), at)
}

/// The words that were found, selected; `None` in the list of participants.
fn selection_of(hit: &Hit) -> Option<Selection> {
    let slot = hit.place.slot()?;
    Some(Selection::new(Pos::new(slot, hit.range.start), Pos::new(slot, hit.range.end)))
}

/// Draws the bar under the toolbar, while it is open.
pub fn find_bar_ui(ui: &mut Ui, view: &View<'_>, state: &mut FindState) {
    if let Some(back) = state.step.take() {
        state.go(view, back);
    }
    if !state.is_open {
        return;
    }
    // egui takes the keyboard from a field at Escape before the field is asked.
    let had_focus = ui.memory(|memory| [words_id(), replacement_id()].map(|id| memory.had_focus_last_frame(id)));
    if had_focus.contains(&true) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return state.close(view);
    }
    state.update(view);
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(12, 7));
    Panel::top("find bar").frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        let width = field_width(ui, view);
        find_row_ui(ui, view, state, width);
        if state.replaces {
            replace_row_ui(ui, view, state, width);
        }
        if state.lists
            && let Some(place) = list::list_ui(ui, view, state)
        {
            state.show(view, place);
        }
    });
}

/// So wide is how many were found.
const COUNT: f32 = 108.0;
/// So wide are the fields where there is room, and where there is none.
const FIELD: std::ops::RangeInclusive<f32> = 150.0..=320.0;

/// The width of the fields that leaves room for what stands beside them in the first row.
fn field_width(ui: &Ui, view: &View<'_>) -> f32 {
    let width = |text: String| ui.painter().layout_no_wrap(text, font::ui(), view.tokens.ink).size().x;
    let ticks = ["find-match-case", "find-whole-words"].map(|id| width(view.tr(id)) + 24.0 + space::S);
    let buttons = (space::CONTROL + space::S) * 4.0;
    let beside = COUNT + ticks.iter().sum::<f32>() + buttons + space::L;
    (ui.available_width() - beside).clamp(*FIELD.start(), *FIELD.end())
}

fn find_row_ui(ui: &mut Ui, view: &View<'_>, state: &mut FindState, width: f32) {
    let has_focus = ui.memory(|memory| memory.has_focus(words_id()));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let back = has_focus && pressed(Modifiers::SHIFT, Key::Enter);
    if back || (has_focus && pressed(Modifiers::NONE, Key::Enter)) {
        state.go(view, back);
    }
    ui.horizontal(|ui| {
        let (name, clear) = (view.tr("find-words"), view.tr("people-search-clear"));
        ui.scope(|ui| {
            ui.set_max_width(width);
            if std::mem::take(&mut state.wants_focus) {
                ui.memory_mut(|memory| memory.request_focus(words_id()));
                select_all(ui.ctx(), words_id(), &state.query.words);
            }
            let field = SearchField::new(words_id(), &name, &clear).show(ui, view.tokens, &mut state.query.words);
            if field.changed() && state.has_words() {
                state.update(view);
                let (from, _) = view.editor.selection().ordered(view.report());
                state.show(view, state.first_from(view, from));
            }
        });
        let at = state.current(view).map_or(0, |current| current + 1);
        let count = view.locale.tr_with("find-count", &[("at", at.into()), ("count", state.hits.len().into())]);
        // As wide whatever it says: what stands behind it must not move under the pointer.
        let count = if state.has_words() { count } else { String::new() };
        let count = egui::Label::new(RichText::new(count).font(font::small()).color(view.tokens.muted)).truncate();
        ui.allocate_ui_with_layout(egui::vec2(COUNT, space::CONTROL), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(COUNT);
            ui.add(count);
        });
        let any = !state.hits.is_empty();
        let previous = IconButton::new(icon::CARET_UP, view.tr("command-find-previous")).key("Shift+F3");
        if previous.enabled(any).show(ui, view.tokens).clicked() {
            state.go(view, true);
        }
        let next = IconButton::new(icon::CARET_DOWN, view.tr("command-find-next")).key("F3");
        if next.enabled(any).show(ui, view.tokens).clicked() {
            state.go(view, false);
        }
        let list = IconButton::new(icon::LIST_CHECKS, view.tr("find-list")).on(state.lists);
        if list.show(ui, view.tokens).clicked() {
            state.lists = !state.lists;
        }
        ui.checkbox(&mut state.query.match_case, view.tr("find-match-case"));
        ui.checkbox(&mut state.query.whole_words, view.tr("find-whole-words"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(icon::X, view.tr("find-close")).show(ui, view.tokens).clicked() {
                state.close(view);
            }
        });
    });
}

fn replace_row_ui(ui: &mut Ui, view: &View<'_>, state: &mut FindState, width: f32) {
    let has_focus = ui.memory(|memory| memory.has_focus(replacement_id()));
    let enter = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.horizontal(|ui| {
        let name = view.tr("find-replacement");
        ui.scope(|ui| {
            ui.set_max_width(width);
            let field = TextField::new(&name).hint(&name).hide_label().id(replacement_id());
            field.enabled(!view.read_only).show(ui, view.tokens, &mut state.replacement);
        });
        let enabled = !view.read_only && !state.hits.is_empty();
        let one = Button::secondary(view.tr("find-replace")).enabled(enabled).show(ui, view.tokens);
        if one.clicked() || (enter && enabled) {
            state.replace(view);
        }
        let chosen = state.hits.len() - state.left_out.len();
        let all = match state.left_out.len() {
            0 => view.tr("find-replace-all"),
            _ => view.locale.tr_with("find-replace-chosen", &[("count", chosen.into())]),
        };
        if Button::secondary(all).enabled(enabled && chosen > 0).show(ui, view.tokens).clicked() {
            state.replace_every(view);
        }
    });
}
