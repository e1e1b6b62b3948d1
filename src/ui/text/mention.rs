//! `@` and some letters: a list of participants to write into the text.

use std::sync::Arc;

use egui::{Align2, Area, Frame, Order, Sense, pos2, vec2};

use crate::edit::Editor;
use crate::edit::ops::people;
use crate::language::naming::{Naming, namings, usual};
use crate::report::{Participant, ParticipantId, Pos, Report, Slot};
use crate::ui::suggestions::people_matching;
use crate::ui::text::TextState;
use crate::ui::text::intent::ListKey;
use crate::ui::theme::{font, radius, space};
use crate::ui::view::{Request, View};
use crate::ui::widgets::{Words, draw_words};

/// The open list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    slot: Slot,
    /// Where the `@` stands, in bytes.
    at: usize,
    /// The suggestion that Enter takes.
    chosen: usize,
    /// The way to write it, where another than the usual one was chosen.
    way: Option<usize>,
}

/// So many suggestions are shown.
const SHOWN: usize = 7;
/// How wide the list is, and how high a way to write somebody.
const WIDTH: f32 = 340.0;
const WAY: f32 = 22.0;
/// So many words of a name can be typed before the list gives up.
const MOST_WORDS: usize = 4;

impl TextState {
    /// Opens, updates or closes the list after the caret moved or something was typed.
    pub(super) fn follow_mention(&self, editor: &Editor) {
        let typed = typed_mention(editor.report(), editor.selection().head).filter(|_| editor.selection().is_caret());
        let mut mention = self.mention.borrow_mut();
        *mention = typed.and_then(|(at, query)| {
            let slot = editor.selection().slot();
            let found = suggestions(editor.report(), &query);
            let same = mention.as_ref().is_some_and(|old| old.slot == slot && old.at == at);
            // The list opens at the `@` itself, not where a caret comes by later.
            let opens = same || query.is_empty();
            let chosen =
                mention.as_ref().filter(|_| same).map_or(0, |old| old.chosen.min(found.len().saturating_sub(1)));
            let way = mention.as_ref().filter(|old| same && old.chosen == chosen).and_then(|old| old.way);
            (opens && !found.is_empty()).then_some(Mention { slot, at, chosen, way })
        });
    }

    /// Opens the list at an `@` that a command wrote.
    pub fn open_mention(&self, editor: &Editor) {
        self.follow_mention(editor);
    }

    /// Lets the open list take a key; whether it did.
    pub(super) fn mention_takes(
        &self,
        editor: &mut Editor,
        key: Option<ListKey>,
        time_ms: u64,
        read_only: bool,
    ) -> bool {
        let Some(key) = key else { return false };
        let Some(mut mention) = self.mention.borrow().clone() else { return false };
        let head = editor.selection().head;
        let Some((at, query)) = typed_mention(editor.report(), head).filter(|(at, _)| *at == mention.at) else {
            return false;
        };
        let found = suggestions(editor.report(), &query);
        let last = found.len().saturating_sub(1);
        match key {
            ListKey::Down => {
                (mention.chosen, mention.way) = (if mention.chosen >= last { 0 } else { mention.chosen + 1 }, None);
            }
            ListKey::Up => (mention.chosen, mention.way) = (mention.chosen.checked_sub(1).unwrap_or(last), None),
            ListKey::Further | ListKey::Back => {
                let Some(person) = found.get(mention.chosen) else { return false };
                let (ways, way) = ways(editor.report(), person, &mention);
                // Where there is one way, the keys move the caret.
                if ways.len() < 2 {
                    return false;
                }
                let step = if key == ListKey::Further { 1 } else { ways.len() - 1 };
                mention.way = Some((way + step) % ways.len());
            }
            ListKey::Close => {
                self.mention.take();
                return true;
            }
            ListKey::Accept => {
                let Some(person) = found.get(mention.chosen).filter(|_| !read_only) else { return false };
                let (ways, way) = ways(editor.report(), person, &mention);
                let Some(naming) = ways.get(way) else { return false };
                accept_mention(editor, person.id, naming, head.byte - at, time_ms);
                self.mention.take();
                return true;
            }
        }
        self.mention.replace(Some(mention));
        true
    }
}

/// The `@` before the caret and what was typed since; `None` where there is none, or it belongs to an address.
fn typed_mention(report: &Report, head: Pos) -> Option<(usize, String)> {
    if !head.slot.takes_people() {
        return None;
    }
    let before = report.text(head.slot)?.as_str().get(..head.byte)?;
    let at = before.rfind('@')?;
    let query = &before[at + 1..];
    let glued = before[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let too_long = query.split_whitespace().count() > MOST_WORDS || query.starts_with(' ') || query.contains("  ");
    (!glued && !too_long).then(|| (at, query.to_owned()))
}

/// The ways to write a suggestion, and the one that is taken.
fn ways(report: &Report, person: &Participant, mention: &Mention) -> (Vec<Naming>, usize) {
    let ways = namings(person, &report.language);
    // A headline has no room to introduce anybody.
    let is_first = mention.slot != Slot::Headline && report.mentions(person.id) == 0;
    let way = mention.way.unwrap_or_else(|| usual(&ways, is_first)).min(ways.len().saturating_sub(1));
    (ways, way)
}

/// The participants that the list offers.
fn suggestions(report: &Report, query: &str) -> Vec<Arc<Participant>> {
    people_matching(report, query).take(SHOWN).collect()
}

/// Draws the list below the caret.
pub(super) fn popup_ui(ui: &egui::Ui, view: &View<'_>) {
    let Some(mention) = view.text.mention.borrow().clone() else { return };
    let head = view.editor.selection().head;
    let (Some(caret), Some((at, query))) = (view.text.caret_rect.get(), typed_mention(view.report(), head)) else {
        return;
    };
    if at != mention.at || !view.text.has_focus(ui.ctx()) {
        return;
    }
    let found = suggestions(view.report(), &query);
    let screen = ui.ctx().content_rect();
    let Some((chosen, taken)) = found.get(mention.chosen).map(|person| ways(view.report(), person, &mention)) else {
        return;
    };
    let offered = if chosen.len() > 1 { chosen.len() } else { 0 };
    let height = 46.0 * found.len() as f32 + WAY * offered as f32 + 12.0;
    let above = caret.bottom() + height + 8.0 > screen.bottom();
    let (anchor, pivot) = if above {
        (pos2(caret.left(), caret.top() - 4.0), Align2::LEFT_BOTTOM)
    } else {
        (pos2(caret.left(), caret.bottom() + 4.0), Align2::LEFT_TOP)
    };
    let area = Area::new(egui::Id::unique("mention list")).order(Order::Foreground).fixed_pos(anchor).pivot(pivot);
    area.show(ui.ctx(), |ui| {
        Frame::menu(ui.style()).show(ui, |ui| {
            ui.set_width(WIDTH);
            for (index, person) in found.iter().enumerate() {
                let is_chosen = index == mention.chosen;
                if row_ui(ui, view, person, is_chosen) {
                    let (ways, way) = ways(view.report(), person, &Mention { way: None, ..mention.clone() });
                    let way = if is_chosen { taken } else { way };
                    ways.get(way).into_iter().for_each(|naming| choose(view, person.id, naming, head.byte - at));
                }
                for (way, naming) in chosen.iter().enumerate().filter(|_| is_chosen && offered > 0) {
                    if way_ui(ui, view, naming, way == taken) {
                        choose(view, person.id, naming, head.byte - at);
                    }
                }
            }
        });
    });
}

/// One of the ways to write the chosen suggestion. The arrows to the side go through them.
fn way_ui(ui: &mut egui::Ui, view: &View<'_>, naming: &Naming, taken: bool) -> bool {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), WAY), Sense::click());
    let words = naming.text();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, taken, words.clone()));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.ink.gamma_multiply(0.05));
    }
    let left = rect.left() + 22.0;
    if taken {
        ui.painter().circle_filled(pos2(rect.left() + 14.0, rect.center().y), 2.5, tokens.accent);
    }
    let ink = if taken { tokens.ink } else { tokens.muted };
    let line = Words::line(font::small(), ink, rect.right() - left - space::S).rows(1);
    draw_words(ui, pos2(left, rect.center().y - line.line_height / 2.0), &line, &words);
    response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed())
}

fn choose(view: &View<'_>, person: ParticipantId, naming: &Naming, replaced: usize) {
    if let Some(request) = mention_request(view, person, naming, replaced).filter(|_| !view.read_only) {
        view.ask(request);
    }
    view.text.mention.take();
}

fn row_ui(ui: &mut egui::Ui, view: &View<'_>, person: &Participant, chosen: bool) -> bool {
    let tokens = view.tokens;
    let position = person.position();
    let height = if position.is_empty() { 28.0 } else { 42.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = person.shown_name().to_string();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name.clone()));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.accent_wash);
    }
    let text = rect.shrink2(vec2(space::S, 4.0));
    let clip = ui.painter().with_clip_rect(text.intersect(ui.clip_rect()));
    let line = |y: f32, words: String, id, color| {
        clip.text(pos2(text.left(), y), Align2::LEFT_TOP, words, id, color);
    };
    line(text.top(), name, font::strong(), tokens.ink);
    line(text.top() + 18.0, position, font::small(), tokens.muted);
    // A click would take the keyboard from the text before the name is written.
    response.contains_pointer() && ui.input(|input| input.pointer.primary_pressed())
}

/// Writes a participant's name in the place of what was typed to find it.
fn accept_mention(editor: &mut Editor, person: ParticipantId, naming: &Naming, replaced: usize, time_ms: u64) {
    let mut ids = editor.ids.clone();
    let words = [naming.before.as_str(), &naming.name, &naming.after];
    let transaction = people::mention_as(editor.report(), editor.selection(), person, words, replaced, &mut ids);
    editor.end_phrase();
    let _ = editor.apply(transaction, time_ms);
}

/// What a pane asks when a suggestion is clicked.
fn mention_request(view: &View<'_>, person: ParticipantId, naming: &Naming, replaced: usize) -> Option<Request> {
    let mut ids = view.editor.ids.clone();
    let words = [naming.before.as_str(), &naming.name, &naming.after];
    people::mention_as(view.report(), view.editor.selection(), person, words, replaced, &mut ids).map(Request::Edit)
}
