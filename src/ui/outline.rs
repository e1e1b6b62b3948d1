//! The outline: headings, figures and tables of the report, to see where one is and to go elsewhere.

use egui::{Align2, EventFilter, Key, Margin, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::{BlockStyle, Command, Pane};
use crate::edit::Selection;
use crate::report::{HeadingLevel, OutlineEntry, OutlineKind, Pos, Report, Slot, entry_at, outline};
use crate::ui::icon;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{EmptyState, LazyColumn, LazyItem, Words, draw_words, focus_ring};

/// What the outline remembers from frame to frame.
#[derive(Debug, Default)]
pub struct OutlineState {
    /// It is shown in the place of the photos.
    pub is_shown: bool,
    /// Its pane was opened for it alone, and is closed with it.
    pub opened_pane: bool,
    entries: Vec<OutlineEntry>,
    /// The revision that the lines are of.
    of: Option<u64>,
    column: LazyColumn,
    /// The line that gets the keyboard when it is drawn next.
    wish: Option<Line>,
    wants_focus: bool,
    /// The line that the arrows went to.
    chosen: Option<Line>,
    /// The line that was brought into sight last.
    revealed: Option<Line>,
}

/// A line: the headline, or an entry by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Headline,
    Entry(usize),
}

impl Line {
    fn of(index: usize) -> Self {
        index.checked_sub(1).map_or(Self::Headline, Self::Entry)
    }

    fn index(self) -> usize {
        match self {
            Self::Headline => 0,
            Self::Entry(entry) => entry + 1,
        }
    }
}

const ROW: f32 = 30.0;

impl OutlineState {
    /// Gives the keyboard to the line where the caret is.
    pub fn take_focus(&mut self) {
        self.is_shown = true;
        self.wants_focus = true;
        self.chosen = None;
    }

    /// Whether a line gets the keyboard when it is drawn next.
    pub fn awaits_keyboard(&self) -> bool {
        self.is_shown && (self.wants_focus || self.wish.is_some())
    }

    /// Forgets what belongs to a report: another one is opened.
    pub fn reset(&mut self) {
        *self = Self { is_shown: self.is_shown, opened_pane: self.opened_pane, ..Self::default() };
    }

    fn follow(&mut self, view: &View<'_>) {
        let revision = view.editor.revision();
        if self.of != Some(revision) {
            self.entries = outline(&view.report().body);
            self.of = Some(revision);
            self.chosen = self.chosen.filter(|line| line.index() <= self.entries.len());
        }
    }

    /// The line that the caret is in.
    fn current(&self, view: &View<'_>) -> Option<Line> {
        let body = &view.report().body;
        let place = match view.editor.selection().head.slot {
            Slot::Block(id) | Slot::Speaker(id) | Slot::Cell(id, _) => body.place(id),
            Slot::Caption(photo) | Slot::Credit(photo) | Slot::Alt(photo) => body.figure_of(photo),
            Slot::Kicker | Slot::Headline | Slot::Standfirst | Slot::Byline | Slot::Place => {
                return Some(Line::Headline);
            }
        }?;
        Some(entry_at(&self.entries, place).map_or(Line::Headline, Line::Entry))
    }

    fn go(&self, view: &View<'_>, line: Line) {
        let slot = match line {
            Line::Headline => Slot::Headline,
            Line::Entry(index) => {
                let Some(entry) = self.entries.get(index) else { return };
                if let OutlineKind::Figure(photo) = entry.kind {
                    view.ask(Request::ChoosePhoto(Some(photo)));
                }
                let block = view.report().body.get(entry.block);
                let first_cell = block.and_then(|block| block.slots().find(|slot| matches!(slot, Slot::Cell(..))));
                first_cell.unwrap_or(Slot::Block(entry.block))
            }
        };
        view.ask(Request::GoTo(Selection::caret(Pos::start(slot))));
    }
}

/// Draws the outline into what is left of its pane.
pub fn outline_ui(ui: &mut Ui, view: &View<'_>, state: &mut OutlineState) {
    state.follow(view);
    if state.entries.is_empty() {
        let key = Command::Style(BlockStyle::Heading(HeadingLevel::Two)).hint(ui.ctx());
        let sentence = view.locale.tr_with("outline-empty", &[("key", key.into())]);
        EmptyState::new(sentence).show(ui, view.tokens);
        if std::mem::take(&mut state.wants_focus) {
            view.command(Command::Focus(Pane::Text));
        }
        return;
    }
    let current = state.current(view);
    if std::mem::take(&mut state.wants_focus) {
        state.wish = Some(current.unwrap_or(Line::Headline));
    }
    if let Some(line) = state.wish.or(current.filter(|_| state.revealed != current)) {
        state.column.reveal(line.index() as u64);
        state.revealed = current;
    }
    let scroll = ScrollArea::vertical().id_salt("outline").auto_shrink(false);
    let margin = Margin { left: 8, right: 8, top: 8, bottom: 16 };
    scroll.content_margin(margin).show_viewport(ui, |ui, viewport| lines_ui(ui, view, state, viewport, current));
}

fn lines_ui(ui: &mut Ui, view: &View<'_>, state: &mut OutlineState, viewport: Rect, current: Option<Line>) {
    let stop = state.chosen.or(current).unwrap_or(Line::Headline);
    let wish = state.wish.take();
    let lines = state.entries.len() + 1;
    let kept = wish.unwrap_or(stop).index();
    let item = |index| LazyItem { key: index as u64, estimate: ROW, keep: index == kept };
    let items: Vec<_> = (0..lines).map(item).collect();
    let mut column = std::mem::take(&mut state.column);
    let mut asked = None;
    column.show(ui, viewport, &items, 0.0, |ui, index| {
        let line = Line::of(index);
        let place = (line == stop, Some(line) == current);
        let response = line_ui(ui, view, state, line, place);
        if wish == Some(line) {
            response.request_focus();
        }
        if response.has_focus() {
            // Where the keyboard is on its way to another line, an arrow goes on from there.
            let from = wish.map_or(index, Line::index);
            asked = step(ui, view, &response, from, lines).or(asked);
        }
        if response.clicked() {
            state.chosen = None;
            state.go(view, line);
        }
    });
    state.column = column;
    if asked.is_some() {
        state.chosen = asked;
        state.wish = asked;
        ui.ctx().request_repaint();
    }
}

/// Where an arrow key leads. Escape goes back to the text.
fn step(ui: &Ui, view: &View<'_>, response: &egui::Response, index: usize, lines: usize) -> Option<Line> {
    let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let times = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let pressed = |key| times(key) > 0;
    if pressed(Key::Escape) {
        view.command(Command::Focus(Pane::Text));
    }
    let last = lines - 1;
    let (down, up) = (times(Key::ArrowDown), times(Key::ArrowUp));
    let target = if down + up > 0 {
        (index + down).saturating_sub(up)
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        return None;
    };
    Some(Line::of(target.min(last)))
}

fn line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &OutlineState,
    line: Line,
    (is_stop, is_current): (bool, bool),
) -> egui::Response {
    let tokens = view.tokens;
    let focusable = if is_stop { Sense::FOCUSABLE } else { Sense::hover() };
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), ROW));
    ui.allocate_rect(rect, Sense::hover());
    let id = ui.scope_id().with("line");
    let response = ui.interact(rect, id, Sense::CLICK | focusable);
    let shown = shown(view, state, line);
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, &shown.spoken));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_selected(is_current);
        node.set_level(shown.level);
    });
    if is_current {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.accent_wash);
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(3.0, ROW - 12.0));
        ui.painter().rect_filled(bar, 1.5, tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.ink.gamma_multiply(0.05));
    }
    let mut left = rect.left() + 12.0 + shown.indent;
    if let Some(sign) = shown.sign {
        let face = egui::FontId { size: 14.0, ..font::icon() };
        ui.painter().text(pos2(left + 7.0, rect.center().y), Align2::CENTER_CENTER, sign, face, tokens.muted);
        left += 14.0 + space::S - 2.0;
    }
    let ink = if shown.is_quiet { tokens.muted } else { tokens.ink };
    let words = Words::line(shown.face, ink, rect.right() - space::S - left);
    draw_words(ui, pos2(left, rect.center().y - words.line_height / 2.0), &words, &shown.text);
    focus_ring(ui, tokens, &response, rect.shrink(1.0), radius::CONTROL);
    response
}

/// How a line looks and sounds.
struct Shown {
    text: String,
    spoken: String,
    face: egui::FontId,
    sign: Option<&'static str>,
    indent: f32,
    is_quiet: bool,
    /// Its depth in the tree, from 1.
    level: usize,
}

fn shown(view: &View<'_>, state: &OutlineState, line: Line) -> Shown {
    let report = view.report();
    let entry = match line {
        Line::Headline => None,
        Line::Entry(index) => state.entries.get(index),
    };
    let Some(entry) = entry else {
        let (text, is_quiet) = words_or(report.headline.as_str(), || view.tr("text-headline-placeholder"));
        let spoken = text.clone();
        return Shown { text, spoken, face: font::strong(), sign: None, indent: 0.0, is_quiet, level: 1 };
    };
    match entry.kind {
        OutlineKind::Heading(level) => {
            let words = report.body.get(entry.block).map_or("", |block| block.text.as_str());
            let (text, is_quiet) = words_or(words, || view.tr("text-heading-placeholder"));
            let (indent, level) = match level {
                HeadingLevel::Two => (0.0, 2),
                HeadingLevel::Three => (14.0, 3),
            };
            Shown { spoken: text.clone(), text, face: font::ui(), sign: None, indent, is_quiet, level }
        }
        OutlineKind::Table => {
            let name = view.tr("command-insert-table");
            let table = report.body.get(entry.block).and_then(|block| block.table());
            let words = table.and_then(|table| table.cells().find(|cell| !cell.text.is_empty()));
            let (text, _) = words_or(words.map_or("", |cell| cell.text.as_str()), || name.clone());
            let spoken = if text == name { name } else { format!("{name}. {text}") };
            let sign = Some(icon::TABLE);
            Shown { text, spoken, face: font::small(), sign, indent: 14.0, is_quiet: true, level: 3 }
        }
        OutlineKind::Figure(photo) => {
            let number = photo_number(report, photo);
            let name = view.locale.tr_with("photos-card", &[("number", number.into())]);
            let caption = report.photo(photo).map_or("", |photo| photo.caption.as_str());
            let (text, _) = words_or(caption, || name.clone());
            let spoken = if text == name { name } else { format!("{name}. {text}") };
            let sign = Some(icon::IMAGE);
            Shown { text, spoken, face: font::small(), sign, indent: 14.0, is_quiet: true, level: 3 }
        }
    }
}

fn photo_number(report: &Report, photo: crate::report::PhotoId) -> usize {
    report.photos.iter().position(|other| other.id == photo).map_or(0, |place| place + 1)
}

/// The words, or what stands for them where there are none.
fn words_or(words: &str, stands_in: impl FnOnce() -> String) -> (String, bool) {
    let words = words.trim();
    if words.is_empty() { (stands_in(), true) } else { (words.replace('\n', " "), false) }
}
