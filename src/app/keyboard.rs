//! The keyboard on its way from one part of the window to another: no key is lost meanwhile.

use egui::{Context, Event, Id};

use crate::app::App;
use crate::ui::text::TextState;

/// What is remembered of the keyboard's ways.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    menu: MenuFocus,
    /// Keys that were pressed before the part that they are for had the keyboard.
    held: Vec<Event>,
    /// For so many frames they have been held.
    held_frames: u8,
    /// Whether a part was to get the keyboard when the frame began.
    was_moving: bool,
    /// A dialog was closed: the page gets the keyboard after so many frames. In the frame after the last that drew the dialog, egui still
    /// takes the keyboard from whatever lies under it.
    owed_to_page_in: u8,
    /// It is owed to the photos instead: the dialog was about those that are chosen there.
    is_owed_to_photos: bool,
    /// It is owed only if nobody else has taken it by then.
    is_owed_if_free: bool,
}

/// Who had the keyboard before a menu opened, and who has it in the menu.
#[derive(Debug, Clone, Copy, Default)]
struct MenuFocus {
    before: Option<Id>,
    is_open: bool,
    in_menu: Option<Id>,
}

/// A pane takes the keyboard when it is drawn next; if it is not drawn, keys go on as ever.
const MOST_FRAMES: u8 = 4;

impl App {
    fn is_keyboard_moving(&self) -> bool {
        self.closer.awaits_keyboard()
            || self.photos.awaits_keyboard()
            || self.outline.awaits_keyboard()
            || self.people.awaits_keyboard()
            || self.keyboard.owed_to_page_in > 0
    }

    /// Whether the page has the keyboard, or had it before a menu took it.
    pub(super) fn page_has_keyboard(&self, ctx: &Context) -> bool {
        let page = Some(TextState::page_id());
        ctx.memory(|memory| memory.focused()) == page
            || (self.keyboard.menu.is_open && self.keyboard.menu.before == page)
    }

    /// A dialog was closed: writing goes on where it was, and choosing among the photos.
    pub(super) fn after_dialog(&mut self, was_of_photos: bool) {
        self.keyboard.is_owed_to_photos = was_of_photos && self.prefs.panes.photos && !self.focus_mode.is_on();
        self.keyboard.is_owed_if_free = false;
        self.keyboard.owed_to_page_in = if self.session.is_some() { 2 } else { 0 };
    }

    /// A command has ended the look at a photo: the keyboard goes where the command takes it, and else back to where it was.
    pub(super) fn after_look(&mut self, to_photos: bool) {
        self.keyboard.is_owed_to_photos = to_photos;
        self.keyboard.is_owed_if_free = true;
        self.keyboard.owed_to_page_in = 2;
    }

    /// Opens the menu of the text at the caret, where a text has the keyboard or had it before a menu took it.
    pub(super) fn open_text_menu(&mut self, ctx: &Context) {
        if self.keyboard.menu.is_open {
            self.text.focus_page(ctx);
        }
        if self.text.has_focus(ctx) {
            self.text.open_menu_at_caret(ctx);
        }
    }

    /// Keeps keys back while the keyboard moves, and gives them out when it has arrived.
    pub(super) fn hold_keys(&mut self, ctx: &Context) {
        let moving = self.is_keyboard_moving() && self.keyboard.held_frames < MOST_FRAMES;
        let keyboard = &mut self.keyboard;
        keyboard.was_moving = moving;
        let is_last = keyboard.owed_to_page_in == 1;
        keyboard.owed_to_page_in = keyboard.owed_to_page_in.saturating_sub(1);
        let is_taken = is_last && keyboard.is_owed_if_free && ctx.memory(|memory| memory.focused()).is_some();
        if is_last && !is_taken && self.dialogs.is_none() && self.path_question.is_none() {
            let are_photos_shown = self.prefs.panes.photos && !self.outline.is_shown && !self.focus_mode.is_on();
            if std::mem::take(&mut self.keyboard.is_owed_to_photos) && are_photos_shown {
                self.photos.take_focus();
            } else if self.session.is_some() {
                self.text.focus_page(ctx);
            }
        }
        let keyboard = &mut self.keyboard;
        if moving {
            keyboard.held_frames += 1;
            ctx.input_mut(|input| {
                keyboard.held.extend(input.events.extract_if(.., |event| is_key(event)));
            });
            ctx.request_repaint();
            return;
        }
        keyboard.held_frames = 0;
        if !keyboard.held.is_empty() {
            let mut events = std::mem::take(&mut keyboard.held);
            ctx.input_mut(|input| {
                events.append(&mut input.events);
                input.events = events;
            });
        }
    }

    /// At the end of a frame in which a key sent the keyboard on: letters that came with that key are for where it goes.
    pub(super) fn hold_what_was_typed_ahead(&mut self, ctx: &Context) {
        let was_writing = self.text.has_focus(ctx) || ctx.text_edit_focused();
        if self.keyboard.was_moving || was_writing || !self.is_keyboard_moving() {
            return;
        }
        let typed = |event: &Event| matches!(event, Event::Text(_) | Event::Ime(_));
        ctx.input(|input| self.keyboard.held.extend(input.events.iter().filter(|event| typed(event)).cloned()));
        ctx.request_repaint();
    }

    /// A menu gives the keyboard back to what it was opened from, unless what was chosen in it took it elsewhere.
    pub(super) fn return_the_keyboard(&mut self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        let menu = self.keyboard.menu;
        if egui::Popup::is_any_open(ctx) {
            self.keyboard.menu = MenuFocus { is_open: true, in_menu: focused, ..menu };
            // The menu of the page itself: its keys are not for the text.
            if let Some(page) = focused.filter(|focused| *focused == TextState::page_id()) {
                ctx.memory_mut(|memory| memory.surrender_focus(page));
            }
            return;
        }
        let is_elsewhere = focused.is_some() && focused != menu.in_menu;
        if menu.is_open && !is_elsewhere && self.dialogs.is_none() {
            match menu.before {
                Some(id) if id == TextState::page_id() => self.text.focus_page(ctx),
                Some(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
                None => {}
            }
        }
        let before = ctx.memory(|memory| memory.focused());
        self.keyboard.menu = MenuFocus { before, ..MenuFocus::default() };
    }
}

fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_) | Event::Copy | Event::Cut)
}
