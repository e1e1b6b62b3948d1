//! Writing: one caret and one selection over everything that holds text.
//!
//! - [`page_ui`] is the text pane: the head, the story and its figures as one page, of which only what is in sight is laid out.
//! - [`slot_field_ui`] is one text in a side pane: the same words and the same caret.
//! - [`handle_input`] turns keys and input methods into changes, before anything is drawn, so that each key meets what the one before
//!   it left. It is the one place outside the app that changes the report.
//!
//! [`TextState`] is what all three share and no report remembers: layouts, the focus, a composition, the column that up and down keep.

mod access;
mod clip;
mod field;
mod figure;
mod heights;
mod input;
mod intent;
mod item;
mod landing;
mod look;
mod mention;
mod menu;
mod names;
mod page;
mod paint;
mod paragraph;
mod pointer;
mod rows;
mod spelling;
mod table;
#[cfg(test)]
mod tests;
mod wave;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use egui::{Id, Rect};

pub use self::clip::ClipboardWish;
pub use self::field::{FieldLook, slot_field_ui};
pub use self::input::handle_input;
use self::mention::Mention;
use self::menu::TextMenu;
pub(in crate::ui) use self::menu::name_ui;
pub use self::names::NameMarks;
use self::page::PageState;
pub use self::page::page_ui;
use self::paragraph::{CachedParagraph, Paragraph, Preedit, TextLook};
use self::rows::KeptTables;
pub use self::spelling::Spelling;
use crate::edit::ops::clip::Clip;
use crate::report::{RichText, Slot};

/// Where the caret is drawn: a caption is on the page and in the photos pane at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    /// The page.
    #[default]
    Page,
    /// A field in a side pane.
    Pane,
}

/// Stretches of texts.
pub type Marks = HashMap<Slot, Vec<Range<usize>>>;

/// What writing needs from one frame to the next and no report remembers.
#[derive(Debug, Default)]
pub struct TextState {
    layouts: RefCell<Layouts>,
    tables: RefCell<KeptTables>,
    page: RefCell<PageState>,
    preedit: RefCell<Option<(Slot, Preedit)>>,
    clip: RefCell<Option<(String, Clip)>>,
    /// What the app is to do with the system's clipboard.
    wish: RefCell<Option<ClipboardWish>>,
    /// For so many frames what is pasted is pasted as plain text.
    plain_next: Cell<u8>,
    mention: RefCell<Option<Mention>>,
    /// Words that are not right.
    pub spelling: Spelling,
    /// What is known of the names in the texts.
    pub names: NameMarks,
    /// The menu, while it is open.
    menu: RefCell<Option<TextMenu>>,
    /// Whether the menu is to open at the caret.
    wants_menu: Cell<bool>,
    /// Stretches that were looked for, by text.
    marks: RefCell<Marks>,
    /// The field of a side pane that was drawn with the focus.
    field: RefCell<Option<FieldFrame>>,
    /// What was pressed in a field of a side pane in this frame to go elsewhere.
    pane_key: Cell<Option<PaneKey>>,
    /// The distance from the left that up and down keep, in points of the column.
    goal_x: Cell<Option<f32>>,
    /// Whether the caret must be brought into sight.
    reveal: Cell<bool>,
    /// The place of the caret goes to the top of the pane rather than just into sight.
    at_top: Cell<bool>,
    /// The width of the column of the page, in points.
    column: Cell<f32>,
    /// When the caret last moved, in seconds of the window's clock: it blinks from then.
    active_at: Cell<f64>,
    /// Whether quotes, dashes and styles come by themselves while one types.
    aids: Cell<bool>,
    /// The runs of the page, for screen readers that point into them.
    runs: RefCell<access::Runs>,
    /// Where the caret was drawn, for popups and input methods.
    caret_rect: Cell<Option<Rect>>,
}

/// A key that leads from a field of a side pane to another; which one, the pane knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaneKey {
    /// Enter.
    Enter,
    /// Tab, or Shift+Tab.
    Tab {
        /// Whether it goes back.
        back: bool,
    },
}

/// A focused field of a side pane, as it was drawn last.
#[derive(Debug, Clone, Copy)]
struct FieldFrame {
    id: Id,
    look: TextLook,
}

impl TextState {
    /// The key that was pressed in this frame in a field of a side pane to leave it, once.
    pub fn take_pane_key(&self) -> Option<PaneKey> {
        self.pane_key.take()
    }

    /// The id of the page as a widget.
    pub fn page_id() -> Id {
        Id::unique("report page")
    }

    /// Gives the keyboard to the page and shows the caret.
    pub fn focus_page(&self, ctx: &egui::Context) {
        let page = Self::page_id();
        if !ctx.memory(|memory| memory.has_focus(page)) {
            ctx.memory_mut(|memory| memory.request_focus(page));
        }
        self.caret_moved(ctx);
    }

    /// Brings the caret into sight, and starts its blinking anew.
    pub fn caret_moved(&self, ctx: &egui::Context) {
        self.caret_follows(ctx);
        ctx.request_repaint();
    }

    /// The same in a frame whose text is not drawn yet.
    fn caret_follows(&self, ctx: &egui::Context) {
        self.reveal.set(true);
        self.active_at.set(ctx.input(|input| input.time));
    }

    /// Brings the place of the caret to the top of the pane, as far as the report goes on below it.
    pub fn reveal_at_top(&self) {
        self.at_top.set(true);
    }

    /// Whether the page or a field of a slot has the keyboard.
    pub fn has_focus(&self, ctx: &egui::Context) -> bool {
        self.surface(ctx).is_some()
    }

    /// Where the keyboard goes, if it goes to a text of the report.
    pub fn surface(&self, ctx: &egui::Context) -> Option<Surface> {
        let focused = ctx.memory(|memory| memory.focused())?;
        if focused == Self::page_id() {
            return Some(Surface::Page);
        }
        let field = self.field.borrow();
        field.as_ref().filter(|field| field.id == focused).map(|_| Surface::Pane)
    }

    /// Marks what was looked for.
    pub fn mark(&self, marks: Marks) {
        *self.marks.borrow_mut() = marks;
    }

    /// Switches the help while one types on or off.
    pub fn use_aids(&self, on: bool) {
        self.aids.set(on);
    }

    /// Whether an input method is composing words that are not in the report yet.
    pub fn is_composing(&self) -> bool {
        self.preedit.borrow().is_some()
    }

    /// Whether Escape is for something at the caret: a list of names, a word that is being composed.
    pub fn wants_escape(&self) -> bool {
        self.is_composing() || self.mention.borrow().is_some()
    }

    /// Forgets everything: another report is opened.
    pub fn reset(&self) {
        *self.layouts.borrow_mut() = Layouts::default();
        self.tables.take();
        *self.page.borrow_mut() = PageState::default();
        self.preedit.take();
        self.mention.take();
        self.marks.take();
        self.spelling.forget();
        self.names.forget();
        self.menu.take();
        self.field.take();
        self.goal_x.take();
        self.reveal.set(true);
    }

    /// How wide the column of the page was drawn, in points.
    fn page_column(&self) -> f32 {
        self.column.get()
    }

    fn preedit_in(&self, slot: Slot) -> Option<Preedit> {
        let preedit = self.preedit.borrow();
        preedit.as_ref().filter(|(composing, _)| *composing == slot).map(|(_, preedit)| preedit.clone())
    }

    fn paragraph(&self, ctx: &egui::Context, slot: Slot, text: &RichText, look: &TextLook) -> Paragraph {
        let preedit = self.preedit_in(slot);
        self.layouts.borrow_mut().paragraph(ctx, slot, text, look, preedit.as_ref())
    }

    /// Whether the caret shows now, and draws the next frame when that changes. It rests after ten seconds.
    fn caret_shows(&self, ctx: &egui::Context) -> bool {
        const PERIOD_S: f64 = 0.53;
        const REST_AFTER_S: f64 = 10.0;
        if !ctx.global_style().visuals.text_cursor.blink {
            return true;
        }
        let (now, focused) = ctx.input(|input| (input.time, input.focused));
        let idle = now - self.active_at.get();
        if !focused || idle > REST_AFTER_S {
            return focused;
        }
        let phase = idle / PERIOD_S;
        let next = (phase.floor() + 1.0) * PERIOD_S - idle;
        ctx.request_repaint_after_secs(next as f32);
        (phase.floor() as i64) % 2 == 0
    }
}

/// The laid out texts of the slots in sight.
#[derive(Debug, Default)]
struct Layouts {
    cached: BTreeMap<(u64, u64), CachedParagraph>,
    frame: u64,
}

/// Texts that were out of sight for so many frames are forgotten.
const FORGET_AFTER_FRAMES: u64 = 120;

impl Layouts {
    fn paragraph(
        &mut self,
        ctx: &egui::Context,
        slot: Slot,
        text: &RichText,
        look: &TextLook,
        preedit: Option<&Preedit>,
    ) -> Paragraph {
        let frame = ctx.cumulative_frame_nr();
        if frame > self.frame + FORGET_AFTER_FRAMES {
            self.cached.retain(|_, cached| cached.used_in_frame + FORGET_AFTER_FRAMES > frame);
            self.frame = frame;
        }
        // A caption is set in two widths, on the page and in the pane.
        let key = (slot_number(slot), u64::from(look.width.to_bits()));
        let cached = match self.cached.entry(key) {
            std::collections::btree_map::Entry::Occupied(entry) => {
                let cached = entry.into_mut();
                if !cached.is_of(text, look, preedit) {
                    *cached = CachedParagraph::new(text, look, preedit);
                }
                cached
            }
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(CachedParagraph::new(text, look, preedit))
            }
        };
        cached.used_in_frame = frame;
        cached.paragraph(ctx)
    }
}

fn slot_number(slot: Slot) -> u64 {
    Id::unique(slot).value()
}
