//! Keys, text and input methods become changes.

use std::sync::Arc;

use egui::{Event, ImeEvent};

use crate::app::Command;
use crate::edit::ops::aids::{self, Marks};
use crate::edit::ops::retype::retype;
use crate::edit::ops::text::{self as typing, Direction, Unit};
use crate::edit::ops::{blocks, people, table};
use crate::edit::{Applied, Editor, Selection, movement};
use crate::language::vietnamese::Rewrite;
use crate::language::{quotes, typography};
use crate::report::{PhotoId, Pos, Slot};
use crate::ui::text::intent::{Intent, Motion, intent_key, key_intent};
use crate::ui::text::item::Setter;
use crate::ui::text::{PaneKey, Preedit, Surface, TextState};
use crate::ui::vietnamese;
use crate::ui::view::View;

/// Shows the editor as it stands to whom asks, for what depends on the layout.
pub type Viewer<'a> = dyn Fn(&Editor, &mut dyn FnMut(&View<'_>)) + 'a;

/// Lets the text that has the keyboard take this frame's keys, each after what the one before it did.
///
/// To be called once a frame, before anything is drawn. `view_of` gives a view of the editor as it stands, for what depends on the
/// layout. Nothing happens while no text of the report has the keyboard.
pub fn handle_input(
    ctx: &egui::Context,
    state: &TextState,
    editor: &mut Editor,
    read_only: bool,
    view_of: &Viewer<'_>,
) {
    state.pane_key.set(None);
    let Some(surface) = state.surface(ctx) else {
        state.preedit.take();
        state.mention.take();
        return;
    };
    let events = ctx.input(|input| input.events.clone());
    state.count_down_to_plain();
    let time_ms = ctx.input(|input| (input.time * 1000.0) as u64);
    let mut writer = Writer { ctx, state, editor, surface, time_ms, read_only, view_of };
    for event in &events {
        let Some(intent) = writer.intent(event) else { continue };
        let before = (writer.editor.revision(), writer.editor.selection());
        writer.perform(intent);
        if (writer.editor.revision(), writer.editor.selection()) != before {
            if writer.editor.revision() != before.0 {
                state.spelling.wrote(writer.editor.selection().head);
                state.names.wrote(writer.editor.selection().head);
            }
            // It is drawn in this very frame.
            state.caret_follows(ctx);
            // After each key: several letters can come in one frame, and the list opens at the `@` alone.
            state.follow_mention(writer.editor);
        }
    }
}

/// Carries the keys out.
pub(super) struct Writer<'a> {
    ctx: &'a egui::Context,
    pub(super) state: &'a TextState,
    pub(super) editor: &'a mut Editor,
    surface: Surface,
    pub(super) time_ms: u64,
    pub(super) read_only: bool,
    view_of: &'a Viewer<'a>,
}

impl Writer<'_> {
    fn intent(&self, event: &Event) -> Option<Intent> {
        match event {
            Event::Text(text) if !text.chars().all(char::is_control) => Some(Intent::Insert(text.clone())),
            Event::Paste(text) => Some(Intent::Paste(text.clone())),
            Event::PasteImage(picture) => Some(Intent::PastePicture(Arc::clone(picture))),
            Event::Copy => Some(Intent::Copy { cut: false }),
            Event::Cut => Some(Intent::Copy { cut: true }),
            Event::Ime(ImeEvent::Preedit { text, .. }) => {
                let matters = !text.is_empty() || self.state.is_composing();
                (matters && text != "\n" && text != "\r").then(|| Intent::Compose(text.clone()))
            }
            Event::Ime(ImeEvent::Commit(text)) => {
                let matters = !text.is_empty() || self.state.is_composing();
                (matters && text != "\n" && text != "\r").then(|| Intent::Commit(text.clone()))
            }
            Event::Ime(ImeEvent::DeleteSurrounding { before_chars, after_chars }) => {
                Some(Intent::DeleteAround { before: *before_chars, after: *after_chars })
            }
            Event::Key { key, pressed: true, modifiers, .. } => key_intent(*key, *modifiers),
            _ => None,
        }
    }

    fn perform(&mut self, intent: Intent) {
        let vertical = matches!(intent, Intent::Move { motion: Motion::Row { .. } | Motion::Page { .. }, .. });
        if !vertical {
            self.state.goal_x.set(None);
        }
        if self.state.mention_takes(self.editor, intent_key(&intent), self.time_ms, self.read_only) {
            return;
        }
        if matches!(intent, Intent::Enter | Intent::Tab { .. }) && !self.read_only {
            self.end_word();
        }
        match intent {
            Intent::Move { motion, select } => self.go(motion, select),
            Intent::Copy { cut } => self.copy(cut),
            Intent::Escape => {
                let head = self.editor.selection().head;
                self.editor.select(Selection::caret(head));
            }
            Intent::Insert(text) if text == " " && self.figure().is_some() => self.look_closer(),
            Intent::Enter if self.surface == Surface::Pane => self.state.pane_key.set(Some(PaneKey::Enter)),
            Intent::Tab { back } if self.surface == Surface::Pane => {
                self.state.pane_key.set(Some(PaneKey::Tab { back }));
            }
            _ if self.read_only => {}
            Intent::Insert(text) => self.write(&text),
            Intent::Enter => self.enter(),
            Intent::Delete(direction, unit) => self.delete(direction, unit),
            Intent::Tab { back } if Slot::HEAD.contains(&self.editor.selection().slot()) => self.go_to_field(back),
            Intent::Tab { back } if matches!(self.editor.selection().slot(), Slot::Cell(..)) => self.go_to_cell(back),
            Intent::Tab { back } => {
                let transaction = blocks::indent(self.editor.report(), self.editor.selection(), !back);
                let _ = self.editor.apply(transaction, self.time_ms);
            }
            Intent::Paste(text) => self.paste(&text),
            Intent::PastePicture(picture) => self.paste_picture(picture),
            Intent::Compose(text) => self.compose(text),
            Intent::Commit(text) => {
                self.state.preedit.take();
                self.insert(&text);
            }
            Intent::DeleteAround { before, after } => self.delete_around(before, after),
        }
    }

    pub(super) fn apply(
        &mut self,
        operation: impl FnOnce(
            &crate::report::Report,
            Selection,
            &mut crate::report::IdSource,
        ) -> Option<crate::edit::Transaction>,
    ) -> Applied {
        let mut ids = self.editor.ids.clone();
        let transaction = operation(self.editor.report(), self.editor.selection(), &mut ids);
        self.editor.apply(transaction, self.time_ms)
    }

    /// The photo whose figure is selected as a whole.
    fn figure(&self) -> Option<PhotoId> {
        let Slot::Block(id) = self.editor.selection().slot() else { return None };
        self.editor.report().body.get(id)?.photo().filter(|_| self.editor.selection().is_caret())
    }

    fn look_closer(&self) {
        (self.view_of)(self.editor, &mut |view| view.command(Command::LookCloser));
    }

    /// Writes what was typed on the keyboard: as it is, or as Vietnamese.
    fn write(&mut self, text: &str) {
        let rewrite = self.in_vietnamese(text);
        let Some(Rewrite { replaced, text: new }) = rewrite else { return self.insert(text) };
        let style = self.editor.typing_style();
        let _ = self.apply(|report, selection, ids| retype(report, selection, replaced, &new, &style, ids));
        self.follow_up(text);
    }

    fn in_vietnamese(&self, text: &str) -> Option<Rewrite> {
        let before = self.before().filter(|_| !self.state.is_composing())?;
        vietnamese::press(self.ctx, before, text)
    }

    /// Ends the word before the caret, which may not be Vietnamese after all.
    fn end_word(&mut self) {
        let rewrite = self.before().and_then(|before| vietnamese::end_word(self.ctx, before));
        if let Some(Rewrite { replaced, text }) = rewrite.filter(|_| self.editor.selection().is_caret()) {
            let style = self.editor.typing_style();
            let _ = self.apply(|report, selection, ids| retype(report, selection, replaced, &text, &style, ids));
        }
    }

    /// The text before the caret or the selection.
    fn before(&self) -> Option<&str> {
        let report = self.editor.report();
        let Pos { slot, byte } = self.editor.selection().ordered(report).0;
        report.text(slot)?.as_str().get(..byte)
    }

    fn insert(&mut self, text: &str) {
        let style = self.editor.typing_style();
        let _ = self.apply(|report, selection, ids| typing::insert(report, selection, text, &style, ids));
        self.follow_up(text);
    }

    /// What the text that was typed leads to: whom a code means, and the help that the reporter wants.
    fn follow_up(&mut self, typed: &str) {
        if typed.ends_with('=') {
            let mut ids = self.editor.ids.clone();
            let named = people::mention_by_code(self.editor.report(), self.editor.selection(), &mut ids);
            self.help(named);
        }
        if self.state.aids.get() {
            self.aid(typed);
        }
    }

    /// What follows from the text that was typed, as a change of its own: one undo takes back the help and leaves what was typed.
    fn aid(&mut self, typed: &str) {
        let marks = marks(&self.editor.report().language);
        let mut ids = self.editor.ids.clone();
        let (report, selection) = (self.editor.report(), self.editor.selection());
        let help = aids::after_typing(report, selection, typed, marks.as_ref(), &mut ids);
        self.help(help);
        self.bind_spaces(typed);
    }

    /// Keeps a line from breaking between what the word that was just ended belongs to and itself.
    fn bind_spaces(&mut self, typed: &str) {
        let ends = matches!(typed, " " | "," | "." | ";" | ":" | ")" | "!" | "?");
        let (report, selection) = (self.editor.report(), self.editor.selection());
        let at = selection.head;
        let text = report.text(at.slot).and_then(|text| text.as_str().get(..at.byte));
        let Some(text) = text.filter(|_| ends && selection.is_caret()) else { return };
        let words = text.strip_suffix(typed).unwrap_or(text);
        // Once for each word: what somebody took back must not come again with the next sign.
        if !words.ends_with(|last: char| last.is_alphanumeric() || last == '%') {
            return;
        }
        let spaces = typography::spaces_bound_by_last_word(words, &report.language);
        let help = aids::bind(report, selection, &spaces);
        self.help(help);
    }

    fn help(&mut self, help: Option<crate::edit::Transaction>) {
        if help.is_some() {
            self.editor.end_phrase();
            let _ = self.editor.apply(help, self.time_ms);
            self.editor.end_phrase();
        }
    }

    /// From a line of the head to the one beside it; past the last one into the story.
    fn go_to_field(&mut self, back: bool) {
        let report = self.editor.report();
        let slot = self.editor.selection().slot();
        let next = if back { report.previous_slot(slot) } else { report.next_slot(slot) };
        if let Some(next) = next {
            // A line is there to be replaced; a paragraph is not.
            let end = if Slot::HEAD.contains(&next) { report.end_of(next) } else { Pos::start(next) };
            self.editor.select(Selection::new(Pos::start(next), end));
        }
    }

    /// From a cell to the one beside it; past the last one into a new row.
    fn go_to_cell(&mut self, back: bool) {
        let head = self.editor.selection().head;
        match table::beside(self.editor.report(), head, back) {
            Some(next) => self.editor.select(next),
            None if back => {}
            None => {
                let _ = self.apply(|report, _, _| table::continue_below(report, head));
            }
        }
    }

    fn enter(&mut self) {
        let head = self.editor.selection().head;
        match typing::next_field(self.editor.report(), head) {
            Some(next) => self.editor.select(Selection::caret(next)),
            None => {
                let _ = self.apply(typing::split);
            }
        }
    }

    fn delete(&mut self, direction: Direction, unit: Unit) {
        let done = self.apply(|report, selection, ids| typing::delete(report, selection, direction, unit, ids));
        if done == Applied::Changed || self.surface == Surface::Pane {
            return;
        }
        // Nothing to delete in this text: a block without words beside it is selected, so that the next press takes it.
        let report = self.editor.report();
        let head = self.editor.selection().head;
        let Slot::Block(_) = head.slot else { return };
        let beside = match direction {
            Direction::Backward => report.previous_slot(head.slot),
            Direction::Forward => report.next_slot(head.slot),
        };
        let atom = match beside {
            Some(Slot::Caption(photo)) => report
                .body
                .figure_of(photo)
                .and_then(|place| report.body.blocks().get(place))
                .map(|block| Slot::Block(block.id)),
            Some(Slot::Cell(table, _)) => Some(Slot::Block(table)),
            other => other,
        };
        if let Some(slot @ Slot::Block(_)) = atom {
            let target = if direction == Direction::Backward { report.end_of(slot) } else { Pos::start(slot) };
            self.editor.select(Selection::caret(target));
        }
    }

    fn delete_around(&mut self, before: usize, after: usize) {
        let Pos { slot, byte } = self.editor.selection().head;
        let Some(text) = self.editor.report().text(slot) else { return };
        let (left, right) = text.as_str().split_at(byte);
        let from = left.char_indices().rev().nth(before.saturating_sub(1)).map_or(0, |(start, _)| start);
        let from = if before == 0 { byte } else { from };
        let to = byte + right.chars().take(after).map(char::len_utf8).sum::<usize>();
        let nothing = crate::report::RichText::new();
        let transaction = typing::replace(self.editor.report(), slot, from..to, &nothing);
        let _ = self.editor.apply(transaction, self.time_ms);
    }

    fn compose(&mut self, text: String) {
        if text.is_empty() {
            self.state.preedit.take();
            return;
        }
        if !self.editor.selection().is_caret() {
            let _ = self.apply(typing::delete_selection);
        }
        let Pos { slot, byte } = self.editor.selection().head;
        self.state.preedit.replace(Some((slot, Preedit { at: byte, text })));
    }

    fn go(&mut self, motion: Motion, select: bool) {
        let selection = self.editor.selection();
        let report = self.editor.report();
        let (from, to) = selection.ordered(report);
        let target = match motion {
            Motion::Character(Direction::Backward) if !select && !selection.is_caret() => from,
            Motion::Character(Direction::Forward) if !select && !selection.is_caret() => to,
            Motion::Character(Direction::Backward) => movement::previous_character(report, selection.head),
            Motion::Character(Direction::Forward) => movement::next_character(report, selection.head),
            Motion::Word(Direction::Backward) => movement::previous_word(report, selection.head),
            Motion::Word(Direction::Forward) => movement::next_word(report, selection.head),
            Motion::Paragraph(Direction::Backward) => movement::paragraph_up(report, selection.head),
            Motion::Paragraph(Direction::Forward) => movement::paragraph_down(report, selection.head),
            Motion::Document(Direction::Backward) => report.first_pos(),
            Motion::Document(Direction::Forward) => report.last_pos(),
            Motion::Row { .. } | Motion::Page { .. } | Motion::RowEdge(_) => self.by_layout(motion, selection.head),
        };
        let target =
            if self.surface == Surface::Pane && target.slot != selection.head.slot { selection.head } else { target };
        self.editor.select(if select { Selection::new(selection.anchor, target) } else { Selection::caret(target) });
    }

    fn by_layout(&self, motion: Motion, head: Pos) -> Pos {
        let mut found = head;
        (self.view_of)(self.editor, &mut |view| {
            found = match self.surface {
                Surface::Page => {
                    let (setter, rows) = self.state.page_setter(view, self.ctx);
                    page_target(self.state, &setter, motion, head, rows)
                }
                Surface::Pane => field_target(self.state, view, self.ctx, motion, head),
            };
        });
        found
    }
}

/// The marks that a language writes; `None` where it has none of its own here.
fn marks(language: &str) -> Option<Marks> {
    let quotes = quotes::of(language);
    Some(Marks {
        outer: (quotes.outer.open, quotes.outer.close),
        inner: (quotes.inner.open, quotes.inner.close),
        dash: typography::dash(language)?,
        apostrophe: "’",
    })
}

fn page_target(state: &TextState, setter: &Setter<'_>, motion: Motion, head: Pos, rows: usize) -> Pos {
    match motion {
        Motion::Row { down } => state
            .other_row_on_page(setter, head, down)
            .unwrap_or_else(|| if down { setter.view.report().end_of(head.slot) } else { Pos::start(head.slot) }),
        Motion::Page { down } => {
            let mut at = head;
            for _ in 0..rows {
                let Some(next) = state.other_row_on_page(setter, at, down) else { break };
                at = next;
            }
            at
        }
        Motion::RowEdge(direction) => {
            let row = state.row_on_page(setter, head);
            row.map_or(head, |row| row_edge(head, &row, direction))
        }
        _ => head,
    }
}

fn field_target(state: &TextState, view: &View<'_>, ctx: &egui::Context, motion: Motion, head: Pos) -> Pos {
    let field = *state.field.borrow();
    let (Some(field), Some(text)) = (field, view.report().text(head.slot)) else { return head };
    let paragraph = state.paragraph(ctx, head.slot, text, &field.look);
    match motion {
        Motion::Row { down } | Motion::Page { down } => {
            let x = state.goal_x.get().unwrap_or_else(|| paragraph.caret(head.byte).center().x);
            state.goal_x.set(Some(x));
            let edge = if down { text.len() } else { 0 };
            Pos::new(head.slot, paragraph.other_row(head.byte, x, down).unwrap_or(edge))
        }
        Motion::RowEdge(direction) => row_edge(head, &paragraph.row_bounds(head.byte), direction),
        _ => head,
    }
}

fn row_edge(head: Pos, row: &std::ops::Range<usize>, direction: Direction) -> Pos {
    Pos::new(head.slot, if direction == Direction::Backward { row.start } else { row.end })
}
