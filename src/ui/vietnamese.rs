//! Vietnamese typed on any keyboard, in whatever text or field has the keyboard.
//!
//! The app says once a frame how it is typed; the texts of the report and the fields of panes and dialogs ask for each character. What a
//! system's input method commits never comes here.

use egui::text_edit::TextEditState;
use egui::{Context, Event, Id, Key, Modifiers};

use crate::language::vietnamese::{Rewrite, Settings, Typist};

fn typist_id() -> Id {
    Id::unique("Vietnamese typist")
}

/// Types as the settings say from now on.
pub fn follow(ctx: &Context, settings: &Settings) {
    ctx.data_mut(|data| {
        let typist = data.get_temp::<Option<Typist>>(typist_id()).flatten();
        if typist.as_ref().is_some_and(|typist| typist.follows(settings)) || typist.is_none() && !settings.on {
            return;
        }
        let typist = settings.on.then(|| Typist::new(settings.method, settings.style));
        data.insert_temp(typist_id(), typist);
    });
}

/// What typing a text behind another changes in it; `None`: it is written as it is.
pub fn press(ctx: &Context, before: &str, typed: &str) -> Option<Rewrite> {
    let mut characters = typed.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else { return None };
    ctx.data_mut(|data| {
        let typist = data.get_temp_mut_or_default::<Option<Typist>>(typist_id());
        typist.as_mut().and_then(|typist| typist.press(before, character))
    })
}

/// What the end of a word changes in it: one that turns out to be no Vietnamese is as it was typed.
pub fn end_word(ctx: &Context, before: &str) -> Option<Rewrite> {
    ctx.data_mut(|data| {
        let typist = data.get_temp_mut_or_default::<Option<Typist>>(typist_id());
        typist.as_mut().and_then(|typist| typist.end(before))
    })
}

/// Makes Vietnamese of the keys of this frame for one of egui's fields that has the keyboard. To be called before the field is drawn.
///
/// A change is told to the field as keys, so that its undo, its caret and its selection are its own matter: Backspace for each letter
/// that goes, and the text that comes.
pub fn type_in_field(ctx: &Context, field: Id, text: &str) {
    let is_typing = ctx.data(|data| data.get_temp::<Option<Typist>>(typist_id()).flatten().is_some());
    if !is_typing || !ctx.memory(|memory| memory.has_focus(field)) {
        return;
    }
    let mut before = Some(Before::of(ctx, field, text));
    let events = ctx.input(|input| input.events.clone());
    let mut told = Vec::with_capacity(events.len());
    for event in events {
        if let (Event::Key { key: Key::Enter | Key::Tab, pressed: true, .. }, Some(before)) = (&event, &mut before)
            && let Some(rewrite) = end_word(ctx, &before.text)
        {
            before.tell(&rewrite, &mut told);
        }
        let rewrite = match (&event, &before) {
            (Event::Text(typed), Some(before)) => press(ctx, &before.text, typed),
            _ => None,
        };
        match (&rewrite, &mut before) {
            (Some(rewrite), Some(before)) => before.tell(rewrite, &mut told),
            _ => {
                before = before.and_then(|before| before.after(&event));
                told.push(event);
            }
        }
    }
    ctx.input_mut(|input| input.events = told);
}

/// What stands before the caret of a field, as far as the keys of a frame can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Before {
    text: String,
    /// Whether something is selected behind it, which the next key replaces.
    has_selection: bool,
}

impl Before {
    fn of(ctx: &Context, field: Id, text: &str) -> Self {
        // A field that was never clicked has its caret at the end.
        let range = TextEditState::load(ctx, field).and_then(|state| state.cursor.char_range());
        let Some(selected) = range.map(|range| range.as_sorted_char_range()) else {
            return Self { text: text.to_owned(), has_selection: false };
        };
        Self { text: text.chars().take(selected.start.0).collect(), has_selection: !selected.is_empty() }
    }

    fn tell(&mut self, rewrite: &Rewrite, told: &mut Vec<Event>) {
        let kept = self.text.len() - rewrite.replaced;
        let letters = self.text[kept..].chars().count() + usize::from(self.has_selection);
        for pressed in std::iter::repeat_n([true, false], letters).flatten() {
            let (key, modifiers) = (Key::Backspace, Modifiers::NONE);
            told.push(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        told.push(Event::Text(rewrite.text.clone()));
        self.text.truncate(kept);
        self.text.push_str(&rewrite.text);
        self.has_selection = false;
    }

    /// What stands there after an event that was left as it is; `None` where that is hard to say.
    fn after(mut self, event: &Event) -> Option<Self> {
        match event {
            Event::Text(typed) => {
                self.text.push_str(typed);
                self.has_selection = false;
                Some(self)
            }
            Event::Key { pressed: true, key, modifiers, .. } => (!modifiers.command && !moves(*key)).then_some(self),
            Event::Paste(_) | Event::Cut | Event::Ime(_) | Event::PointerButton { .. } => None,
            _ => Some(self),
        }
    }
}

/// Whether a key does something to the caret or the words; all others come with what they write.
fn moves(key: Key) -> bool {
    use Key::{
        ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Backspace, Delete, End, Enter, Escape, Home, PageDown, PageUp, Tab,
    };
    let moving = [ArrowDown, ArrowLeft, ArrowRight, ArrowUp, End, Home, PageDown, PageUp, Tab, Enter, Escape];
    moving.contains(&key) || matches!(key, Backspace | Delete)
}
