//! The mouse on the page: what lies under it, selecting, carrying what is selected elsewhere.

use egui::{CursorIcon, Pos2, Rect, Response, Stroke, Ui, vec2};

use crate::app::Command;
use crate::edit::ops::carry;
use crate::edit::{Selection, movement};
use crate::report::{PhotoId, Pos, Slot};
use crate::ui::text::item::{Item, Part, Setter};
use crate::ui::text::page::{BELOW_PAGE, PageState, caret_in};
use crate::ui::text::{Surface, landing};
use crate::ui::view::{Request, View};

/// An item of the page with the number that it has there and its top left corner on the screen.
pub(super) type Placed = (Pos2, usize, Item);

/// What the button that is down does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hand {
    /// It selects.
    Selecting {
        /// By what.
        grain: Grain,
        /// The stretch that the press selected, which grows.
        from: Selection,
    },
    /// It holds a figure by its picture.
    Lifting {
        /// Of which photo.
        photo: PhotoId,
        /// Where it was pressed.
        from: Pos2,
    },
    /// It holds what is selected, and puts it where it comes up.
    Carrying {
        /// Where it was pressed.
        from: Pos2,
        /// Whether it was moved so far that it means this, and not a click.
        moved: bool,
    },
}

/// What a drag selects by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    Character,
    Word,
    Text,
}

/// A press moves by this much without being a drag, in points.
const STILL: f32 = 5.0;
/// So near to an edge of the pane a drag scrolls, in points.
const EDGE: f32 = 12.0;

/// What lies under a point of the screen: the text and the offset nearest to it.
fn hit(placed: &[Placed], point: Pos2) -> Option<Pos> {
    let below = placed.iter().position(|(at, _, item)| point.y < at.y + item.height);
    let (at, _, item) = placed.get(below.unwrap_or(placed.len().checked_sub(1)?))?;
    let local = point - at.to_vec2();
    if let Some(shown) = item.picture_at(local.x)
        && local.y <= shown.rect.bottom() + 4.0
    {
        return Some(Pos::start(shown.figure));
    }
    if item.parts.is_empty() {
        return item.atom.map(Pos::start);
    }
    let distance = |part: &&Part| {
        let rect = part.area.unwrap_or_else(|| part.rect());
        let vertical = (rect.top() - local.y).max(local.y - rect.bottom()).max(0.0);
        let horizontal = (rect.left() - local.x).max(local.x - rect.right()).max(0.0);
        vertical * 1000.0 + horizontal
    };
    let part = item.parts.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
    Some(Pos::new(part.slot, part.paragraph.hit(local.to_vec2() - part.at)))
}

/// Whether a point lies on words that are selected.
fn on_selection(view: &View<'_>, placed: &[Placed], point: Pos2) -> bool {
    let selection = view.editor.selection();
    if selection.is_caret() {
        return false;
    }
    placed.iter().any(|(at, _, item)| {
        item.parts.iter().any(|part| {
            let range = selection.range_in(view.report(), part.slot).unwrap_or_default();
            let rects = part.paragraph.rects(range);
            rects.iter().any(|rect| rect.translate(at.to_vec2() + part.at).contains(point))
        })
    })
}

impl PageState {
    /// Does what the mouse asks for.
    pub(super) fn pointer(&mut self, ui: &Ui, setter: &Setter<'_>, response: &Response, placed: &[Placed], pane: Rect) {
        let view = setter.view;
        let dragging_photo = landing::dragged(ui.ctx()).is_some();
        let Some(point) = ui.input(|input| input.pointer.interact_pos()) else { return };
        if response.hovered() && !dragging_photo {
            ui.ctx().set_cursor_icon(self.icon(placed, point));
        }
        let (pressed, down, shift) =
            ui.input(|input| (input.pointer.primary_pressed(), input.pointer.primary_down(), input.modifiers.shift));
        let Some(hit) = hit(placed, point) else { return };
        // A fast click is pressed and released in one frame, and the response knows of no press then.
        let count = if response.triple_clicked() {
            3
        } else if response.double_clicked() {
            2
        } else {
            1
        };
        if count == 2
            && let Some(photo) = picture_at(placed, point)
        {
            self.hand = None;
            view.ask(Request::ChoosePhoto(Some(photo)));
            view.command(Command::LookCloser);
            return;
        }
        let is_date = count == 1 && on_date(placed, point);
        if is_date && response.clicked() && self.hand.is_none() {
            // At the release, not the press: a release beside a field takes the keyboard from it.
            view.ask(Request::WriteDate);
        } else if response.contains_pointer() && !dragging_photo && !is_date && (pressed || count > 1) {
            self.press(view, hit, count, shift, on_selection(view, placed, point).then_some(point));
            if let Some(photo) = picture_at(placed, point).filter(|_| count == 1 && !shift && !view.read_only) {
                self.hand = Some(Hand::Lifting { photo, from: point });
            }
        } else if down && !dragging_photo {
            self.drag(ui, view, hit, point, pane);
        }
        if down && dragging_photo && response.contains_pointer() {
            self.scroll_at_edge(ui, point, pane);
        }
        if let Some(Hand::Carrying { moved: true, .. }) = self.hand {
            draw_landing(ui, setter, placed, hit);
        }
        if !down {
            self.release(ui, view, hit, response.contains_pointer());
        }
        if response.contains_pointer() && ui.input(|input| input.pointer.secondary_pressed()) {
            // The menu is about what it is opened on.
            if !carry::is_inside(view.report(), view.editor.selection(), hit) {
                self.select(view, Selection::caret(hit));
            }
        }
        if response.secondary_clicked() {
            view.text.open_menu(view, point, hit);
        }
    }

    fn icon(&self, placed: &[Placed], point: Pos2) -> CursorIcon {
        match self.hand {
            Some(Hand::Carrying { moved: true, .. }) => CursorIcon::Grabbing,
            _ => pointer_icon(placed, point),
        }
    }

    fn press(&mut self, view: &View<'_>, hit: Pos, count: u8, shift: bool, on_selection: Option<Pos2>) {
        let grain = match count {
            2 => Grain::Word,
            3 => Grain::Text,
            _ => Grain::Character,
        };
        if let (Grain::Character, false, Some(from)) = (grain, shift, on_selection) {
            self.hand = Some(Hand::Carrying { from, moved: false });
            self.select(view, view.editor.selection());
            return;
        }
        let selection = match grain {
            Grain::Character if shift => Selection::new(view.editor.selection().anchor, hit),
            Grain::Character => Selection::caret(hit),
            _ => stretch(view, hit, grain),
        };
        let from = if shift { Selection::caret(selection.anchor) } else { selection };
        self.hand = Some(Hand::Selecting { grain, from });
        self.select(view, selection);
        if let Slot::Block(id) = hit.slot
            && let Some(photo) = view.report().body.get(id).and_then(|block| block.photo())
        {
            view.ask(Request::ChoosePhoto(Some(photo)));
        }
    }

    fn drag(&mut self, ui: &Ui, view: &View<'_>, hit: Pos, point: Pos2, pane: Rect) {
        match &mut self.hand {
            None => {}
            Some(Hand::Lifting { photo, from }) if from.distance(point) > STILL => landing::lift(ui, *photo),
            Some(Hand::Lifting { .. }) => {}
            Some(Hand::Carrying { from, moved }) => {
                *moved |= from.distance(point) > STILL;
                if *moved {
                    self.scroll_at_edge(ui, point, pane);
                }
            }
            Some(Hand::Selecting { grain, from }) => {
                let (grain, from) = (*grain, *from);
                self.scroll_at_edge(ui, point, pane);
                let to = stretch(view, hit, grain);
                let backwards = view.report().reading_order(hit, from.anchor) == Some(std::cmp::Ordering::Less);
                let selection = match grain {
                    Grain::Character => Selection::new(from.anchor, hit),
                    _ if backwards => Selection::new(from.head, to.anchor),
                    _ => Selection::new(from.anchor, to.head),
                };
                if selection != view.editor.selection() {
                    self.select(view, selection);
                }
            }
        }
    }

    fn release(&mut self, ui: &Ui, view: &View<'_>, hit: Pos, on_page: bool) {
        match self.hand.take() {
            Some(Hand::Carrying { moved: false, .. }) => {
                self.select(view, Selection::caret(hit));
            }
            Some(Hand::Carrying { moved: true, .. }) if on_page && !view.read_only => {
                let copies =
                    ui.input(
                        |input| if cfg!(target_os = "macos") { input.modifiers.alt } else { input.modifiers.command },
                    );
                let mut ids = view.editor.ids.clone();
                view.edit(carry::carry(view.report(), view.editor.selection(), hit, copies, &mut ids));
            }
            _ => {}
        }
    }

    /// Asks for a selection that was pointed out: what is in sight stays where it is, under the pointer.
    fn select(&mut self, view: &View<'_>, selection: Selection) {
        self.is_pointed_out = true;
        view.ask(Request::Select(selection, Surface::Page));
    }

    /// Scrolls while the pointer is at an edge of the pane or beyond it, the faster the farther.
    fn scroll_at_edge(&mut self, ui: &Ui, point: Pos2, pane: Rect) {
        let beyond = if point.y < pane.top() + EDGE {
            point.y - pane.top() - EDGE
        } else {
            (point.y - pane.bottom() + EDGE).max(0.0)
        };
        if beyond != 0.0 {
            let most = (self.heights.total() + f64::from(BELOW_PAGE) - f64::from(self.view_height)).max(0.0);
            self.offset = (self.offset + f64::from(beyond * 0.35)).clamp(0.0, most);
            self.anchor = None;
            ui.ctx().request_repaint();
        }
    }
}

/// Where what is carried would land: as a caret.
fn draw_landing(ui: &Ui, setter: &Setter<'_>, placed: &[Placed], hit: Pos) {
    let view = setter.view;
    if carry::is_inside(view.report(), view.editor.selection(), hit) {
        return;
    }
    let found = placed.iter().find_map(|(at, _, item)| Some(caret_in(item, hit)?.translate(at.to_vec2())));
    if let Some(caret) = found {
        let x = caret.center().x.round();
        ui.painter().vline(x, caret.y_range(), Stroke::new(2.0, view.tokens.accent));
    }
}

fn stretch(view: &View<'_>, hit: Pos, grain: Grain) -> Selection {
    match grain {
        Grain::Character => Selection::caret(hit),
        Grain::Word => {
            let word = movement::word_around(view.report(), hit);
            Selection::new(Pos::new(hit.slot, word.start), Pos::new(hit.slot, word.end))
        }
        Grain::Text => Selection::new(Pos::start(hit.slot), view.report().end_of(hit.slot)),
    }
}

fn pointer_icon(placed: &[Placed], point: Pos2) -> CursorIcon {
    if on_date(placed, point) {
        return CursorIcon::PointingHand;
    }
    let on_picture = placed.iter().any(|(at, _, item)| {
        item.pictures.iter().any(|shown| shown.rect.translate(at.to_vec2()).contains(point))
            || (item.parts.is_empty() && Rect::from_min_size(*at, vec2(10_000.0, item.height)).contains(point))
    });
    if on_picture { CursorIcon::Default } else { CursorIcon::Text }
}

/// The photo whose picture is under a point.
fn picture_at(placed: &[Placed], point: Pos2) -> Option<PhotoId> {
    placed.iter().find_map(|(at, _, item)| {
        let shown = item.pictures.iter().find(|shown| shown.rect.translate(at.to_vec2()).contains(point));
        shown.map(|shown| shown.photo)
    })
}

fn on_date(placed: &[Placed], point: Pos2) -> bool {
    placed.iter().any(|(at, _, item)| item.date.is_some_and(|rect| rect.translate(at.to_vec2()).contains(point)))
}
