//! Fields of forms.

use egui::{
    Align2, Color32, FocusDirection, Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind,
};
use egui::{TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::language::fold::Pattern;
use crate::ui::icon;
use crate::ui::theme::{Tokens, font, radius, space};
use crate::ui::vietnamese;
use crate::ui::widgets::elided::elided;
use crate::ui::widgets::{IconButton, Words, draw_words};

/// Points that a field leaves free at its left and at its right.
const INSIDE: f32 = 8.0;

/// A field for one line or a few, with its label above and what is wrong with it below.
#[derive(Debug)]
#[must_use = "a field is drawn by show"]
pub struct TextField<'a> {
    label: &'a str,
    hint: &'a str,
    problem: Option<&'a str>,
    note: Option<&'a str>,
    id: Option<Id>,
    rows: usize,
    enabled: bool,
    hide_label: bool,
    is_path: bool,
    suggestions: &'a [String],
}

impl<'a> TextField<'a> {
    /// A field called so.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            hint: "",
            problem: None,
            note: None,
            id: None,
            rows: 1,
            enabled: true,
            hide_label: false,
            is_path: false,
            suggestions: &[],
        }
    }

    /// What stands in it while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong with what stands in it.
    pub fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// A quiet remark beside the label.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = Some(note);
        self
    }

    /// The id that the keyboard can be given to.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Several rows.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Whether it can be written in.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The label is told to screen readers only.
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// It holds a path: while nobody writes in it and it is too long, its middle gives way and not its end.
    pub fn path(mut self) -> Self {
        self.is_path = true;
        self
    }

    /// What it may complete to: offered below while it has the keyboard, where it holds what was written without regard to case
    /// and tones.
    pub fn suggestions(mut self, suggestions: &'a [String]) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// Draws it as wide as there is room.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, text: &mut String) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let is_called = !self.hide_label && field_label_ui(ui, tokens, self.label, self.note);
            let response = self.edit_ui(ui, tokens, text);
            if is_called && self.enabled {
                response.request_focus();
            }
            if let Some(problem) = self.problem {
                let width = ui.available_width();
                let words = Words::line(font::small(), tokens.bad, width - 20.0).rows(3);
                let height = words.galley(ui, problem).size().y;
                let (rect, label) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, problem));
                let at = pos2(rect.left() + 7.0, rect.top() + 8.5);
                ui.painter().text(at, Align2::CENTER_CENTER, icon::WARNING_CIRCLE, font::icon(), tokens.bad);
                draw_words(ui, rect.min + vec2(20.0, 0.0), &words, problem);
            }
            response
        })
        .inner
    }

    fn edit_ui(&self, ui: &mut Ui, tokens: &Tokens, text: &mut String) -> Response {
        let line = if self.problem.is_some() { tokens.bad } else { tokens.line };
        let frame = Frame::new()
            .fill(if self.enabled { tokens.card } else { tokens.chrome })
            .stroke(Stroke::new(1.0, line))
            .corner_radius(radius::CONTROL)
            .inner_margin(Margin::symmetric(INSIDE as i8, if self.rows == 1 { 4 } else { 6 }));
        let width = ui.available_width();
        let id = self.id.unwrap_or_else(|| ui.scope_id().with(self.label));
        vietnamese::type_in_field(ui.ctx(), id, text);
        let room = width - 2.0 * INSIDE;
        let short = (self.is_path && self.rows == 1 && !ui.memory(|memory| memory.has_focus(id)))
            .then(|| elided(ui.painter(), text, room))
            .filter(|short| short != text);
        let edit = if self.rows == 1 { TextEdit::singleline(text) } else { TextEdit::multiline(text) };
        let edit = edit
            .id(id)
            .frame(frame)
            .font(font::ui())
            .text_color(if short.is_some() { Color32::TRANSPARENT } else { tokens.ink })
            .hint_text(egui::RichText::new(self.hint).color(tokens.faint))
            .desired_width(width)
            .desired_rows(self.rows)
            .interactive(self.enabled)
            .min_size(vec2(width, space::CONTROL))
            .align(if self.rows == 1 { Align2::LEFT_CENTER } else { Align2::LEFT_TOP });
        let response = if self.suggestions.is_empty() {
            ui.add(edit)
        } else {
            let suggestions = self.suggestions;
            leave_at_tab(ui, id);
            let popup = egui::CompletionPopup::new(id)
                .word_boundary(|_| false)
                .align(egui::RectAlign::BOTTOM_START)
                .accept_keys([Key::Enter]);
            let output = popup.show(ui, edit, |query| completions(query.text, suggestions));
            let mut response = output.text_edit.response.response;
            if output.accepted.is_some() {
                response.mark_changed();
            }
            response
        };
        // A tap can be over before its frame is drawn.
        let by_tab = ui.input(|input| input.key_down(Key::Tab) || input.key_released(Key::Tab));
        if response.gained_focus() && by_tab {
            select_all(ui.ctx(), id, text);
        }
        if let Some(short) = short {
            if response.gained_focus() && !by_tab {
                put_at_end(ui.ctx(), id, text);
            }
            let at = response.rect.left_center() + vec2(INSIDE, 0.0);
            ui.painter().text(at, Align2::LEFT_CENTER, short, font::ui(), tokens.ink);
        }
        let ring = response.rect;
        if response.has_focus() {
            ui.painter().rect_stroke(ring, radius::CONTROL, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
        }
        response.accessible_name(self.label)
    }
}

/// The label above a field, and a note behind it. Tells whether it was clicked: the field gets the keyboard then.
pub fn field_label_ui(ui: &mut Ui, tokens: &Tokens, label: &str, note: Option<&str>) -> bool {
    let width = ui.available_width();
    // The keyboard has the field itself to go to.
    let (rect, response) = ui.allocate_exact_size(vec2(width, 17.0), Sense::CLICK);
    let words = Words::line(font::small(), tokens.muted, width);
    let drawn = draw_words(ui, rect.min, &words, label);
    if let Some(note) = note {
        let left = drawn.size().x + space::S;
        let words = Words::line(font::pill(), tokens.faint, width - left);
        draw_words(ui, rect.min + vec2(left, 1.0), &words, note);
    }
    response.clicked()
}

/// While suggestions are open, egui keeps Tab for them, where it would accept one; here it goes on to the next field as everywhere.
fn leave_at_tab(ui: &Ui, id: Id) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let (forth, back) = ui.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::Tab), input.consume_key(Modifiers::SHIFT, Key::Tab))
    });
    let direction = match (forth, back) {
        (true, _) => FocusDirection::Next,
        (_, true) => FocusDirection::Previous,
        _ => return,
    };
    ui.memory_mut(|memory| memory.move_focus(direction));
}

/// Selects everything in a field, so that writing replaces it.
pub fn select_all(ctx: &egui::Context, field: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange, CharIndex};
    let mut state = egui::text_edit::TextEditState::load(ctx, field).unwrap_or_default();
    let end = CCursor::new(CharIndex(text.chars().count()));
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(CharIndex(0)), end)));
    state.store(ctx, field);
}

/// Puts the caret behind what stands in a field.
fn put_at_end(ctx: &egui::Context, field: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange, CharIndex};
    let mut state = egui::text_edit::TextEditState::load(ctx, field).unwrap_or_default();
    let end = CCursor::new(CharIndex(text.chars().count()));
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ctx, field);
}

/// What completes a text: of those that hold it, the ones that begin with it first. Nothing where it is complete, or empty and
/// there would be too many to be of help.
fn completions(text: &str, known: &[String]) -> Vec<egui::Suggestion> {
    const MOST: usize = 6;
    let wanted = Pattern::new(text);
    if known.iter().any(|known| known == text) {
        return Vec::new();
    }
    let rank = |known: &str| if wanted.is_empty() { Some(0) } else { wanted.find_in(known).map(|found| found.start) };
    let mut fitting: Vec<_> = known.iter().filter_map(|known| Some((rank(known)?, known))).collect();
    fitting.sort_by_key(|(at, _)| *at != 0);
    fitting.into_iter().take(MOST).map(|(_, known)| egui::Suggestion::new(known.clone())).collect()
}

/// A fact of a form that cannot be changed there: its label above.
pub fn read_only_line(ui: &mut Ui, tokens: &Tokens, label: &str, value: &str) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 19.0 + space::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}: {value}")));
    draw_words(ui, rect.min, &Words::line(font::small(), tokens.muted, width), label);
    draw_words(ui, rect.min + vec2(0.0, 25.0), &Words::line(font::ui(), tokens.ink, width), value);
}

/// A field that narrows a list: an icon before it, a button that empties it behind it.
#[derive(Debug)]
#[must_use = "a field is drawn by show"]
pub struct SearchField<'a> {
    name: &'a str,
    clear: &'a str,
    id: Id,
}

impl<'a> SearchField<'a> {
    /// A field with the words that stand in it while it is empty and that a screen reader says, and the name of the button.
    pub fn new(id: Id, name: &'a str, clear: &'a str) -> Self {
        Self { name, clear, id }
    }

    /// Draws it as wide as there is room. Escape empties it.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, text: &mut String) -> Response {
        let width = ui.available_width();
        let frame = Frame::new()
            .fill(tokens.card)
            .stroke(Stroke::new(1.0, tokens.line))
            .corner_radius(radius::CONTROL)
            .inner_margin(Margin { left: 27, right: 28, top: 4, bottom: 4 });
        // egui takes the keyboard from a field at Escape before the field is asked.
        let escape = ui.memory(|memory| memory.had_focus_last_frame(self.id)) && !text.is_empty();
        let emptied = escape && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if emptied {
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
        vietnamese::type_in_field(ui.ctx(), self.id, text);
        let edit = TextEdit::singleline(text)
            .id(self.id)
            .frame(frame)
            .font(font::ui())
            .text_color(tokens.ink)
            .hint_text(egui::RichText::new(self.name).color(tokens.faint))
            .desired_width(width)
            .min_size(vec2(width, space::CONTROL))
            .align(Align2::LEFT_CENTER);
        let mut response = ui.add(edit);
        let rect = response.rect;
        let glass = pos2(rect.left() + 17.0, rect.center().y);
        ui.painter().text(glass, Align2::CENTER_CENTER, icon::MAGNIFYING_GLASS, font::icon(), tokens.muted);
        if response.has_focus() {
            ui.painter().rect_stroke(rect, radius::CONTROL, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
        }
        let mut cleared = emptied;
        if !text.is_empty() {
            let place = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), egui::Vec2::splat(28.0));
            let builder = egui::UiBuilder::new().id_salt("clear").max_rect(place);
            let mut inner = ui.new_child(builder);
            if IconButton::new(icon::X, self.clear).small().show(&mut inner, tokens).clicked() {
                cleared = true;
                response.request_focus();
            }
        }
        if cleared && !text.is_empty() {
            text.clear();
            response.mark_changed();
        }
        response.accessible_name(self.name)
    }
}
