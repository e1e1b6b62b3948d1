//! The text pane: one continuous page, of which only what is in sight is laid out and drawn.

use egui::{Pos2, Rect, Sense, pos2, vec2};

use crate::report::{Body, Pos, Slot};
use crate::ui::text::heights::Heights;
use crate::ui::text::item::{HEAD_ITEMS, Item, ItemKey, Part, Setter};
use crate::ui::text::paint::draw_item;
use crate::ui::text::pointer::Hand;
use crate::ui::text::{TextState, access, figure, landing, look, mention, menu};
use crate::ui::theme::space;
use crate::ui::view::View;

/// What the page needs from one frame to the next.
#[derive(Debug, Default)]
pub struct PageState {
    pub(super) heights: Heights,
    structure: Option<Body>,
    column: f32,
    pub(super) offset: f64,
    /// The item at the top edge and how far its own top is above that edge: what must not move when heights are corrected.
    pub(super) anchor: Option<(ItemKey, f64)>,
    pub(super) view_height: f32,
    /// Whether the scroll area did not let the page go where the caret is.
    is_held_back: bool,
    /// The caret was put where it is by the mouse.
    pub(super) is_pointed_out: bool,
    /// What the mouse button does that is down.
    pub(super) hand: Option<Hand>,
}

/// Room below the last block, so that one need not write at the lower edge.
pub(super) const BELOW_PAGE: f32 = 220.0;
/// What one goes to is so far below the upper edge.
const TOP_MARGIN: f32 = 24.0;
/// The caret is kept so far from the upper edge.
const ABOVE_CARET: f32 = 48.0;
/// And so far from the lower one: a message that lies there covers nothing of its line.
const BELOW_CARET: f32 = 84.0;

/// Draws the text pane and asks for what mouse and drops want.
pub fn page_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let pane = ui.available_rect_before_wrap();
    ui.painter().rect_filled(pane, 0, view.tokens.page);
    let column = (pane.width() - space::XXL * 2.0 - 12.0).clamp(260.0, space::COLUMN).floor();
    let ctx = ui.ctx().clone();
    let setter = Setter { view, ctx: &ctx, column };
    let page = &mut *view.text.page.borrow_mut();
    page.view_height = pane.height();
    view.text.column.set(column);
    page.follow_structure(&setter);
    let at_top = view.text.at_top.take();
    let reveals = view.text.reveal.take();
    if reveals {
        // Heights above and around the caret are estimates until they are laid out, which moves it; twice is nearly always enough.
        for _ in 0..4 {
            let before = page.offset;
            page.reveal_caret(&setter, at_top);
            page.items_in_sight(&setter);
            if page.offset == before {
                break;
            }
        }
        page.is_pointed_out = false;
    }
    let total = page.heights.total() as f32 + BELOW_PAGE;
    let area = egui::ScrollArea::vertical()
        .id_salt("page")
        .auto_shrink(false)
        .scroll_source(egui::scroll_area::ScrollSource {
            drag: egui::scroll_area::DragScroll::OnTouch,
            ..Default::default()
        })
        .vertical_scroll_offset(page.offset as f32);
    // Nobody has told the area the page's colour: its edges would fade into nothing, and be blended for it.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let output = area.show_viewport(ui, |ui, _viewport| {
        ui.set_min_size(vec2(ui.available_width(), total));
        page.draw(ui, &setter, pane);
    });
    // What the wheel and the bar did is known now; what is in sight was laid out for where the page was.
    let scrolled = f64::from(output.state.clamped_offset().y);
    // The area still held the page for as long as it was in the frame before: the next one takes the caret's place.
    page.is_held_back = reveals && !page.is_held_back && scrolled < page.offset - 0.1;
    if page.is_held_back {
        view.text.reveal.set(true);
        ctx.request_repaint();
    } else if (scrolled - page.offset).abs() > 0.1 {
        page.offset = scrolled;
        page.set_anchor(&setter);
        ctx.request_repaint();
    }
    mention::popup_ui(ui, view);
    menu::menu_ui(ui, view);
}

impl PageState {
    /// Meets a change of structure or width: heights that are known are kept, the others estimated anew.
    fn follow_structure(&mut self, setter: &Setter<'_>) {
        let body = &setter.view.report().body;
        let same = self.structure.as_ref().is_some_and(|old| old.same_structure(body)) && self.column == setter.column;
        if same {
            return;
        }
        let known = self.structure.take().filter(|_| self.column == setter.column);
        let kept = |index: usize, key: ItemKey| match (&known, key) {
            (Some(_), ItemKey::Head(_)) => Some(self.heights.height(index)),
            (Some(old), ItemKey::Block(id)) => old.place(id).map(|place| self.heights.height(place + HEAD_ITEMS)),
            (None, _) => None,
        };
        let report = setter.view.report();
        let heads = (0..HEAD_ITEMS).map(|index| kept(index, ItemKey::Head(index)).unwrap_or(50.0));
        let blocks = body.blocks().iter().enumerate().map(|(place, block)| {
            if figure::shown_at(body, place) != place {
                return 0.0;
            }
            kept(place + HEAD_ITEMS, ItemKey::Block(block.id)).filter(|height| *height > 0.0).unwrap_or_else(|| {
                let picture = block.photo().map_or(0.0, |_| figure::estimated_height(report, place, setter.column));
                look::estimated_height(block, setter.column, picture)
            })
        });
        self.heights = Heights::new(heads.chain(blocks).collect());
        self.structure = Some(body.clone());
        self.column = setter.column;
        if let Some((key, above)) = self.anchor
            && let Some(index) = index_of(setter, key)
        {
            self.offset = self.heights.top(index) + above;
        }
    }

    /// Lays an item out and takes in its true height.
    fn measured(&mut self, setter: &Setter<'_>, index: usize) -> Option<Item> {
        let item = setter.item(index)?;
        self.heights.set(index, item.height);
        Some(item)
    }

    /// Scrolls so that the caret is in sight, with some room around it unless the mouse put it there.
    fn reveal_caret(&mut self, setter: &Setter<'_>, at_top: bool) {
        let head = setter.view.editor.selection().head;
        let Some(index) = slot_index(setter, head.slot) else { return };
        let Some(item) = self.measured(setter, index) else { return };
        // A block that is selected as a whole is shown as far as there is room.
        let whole = || item.height.min(self.view_height - ABOVE_CARET - BELOW_CARET).max(80.0);
        let caret = caret_in(&item, head).unwrap_or_else(|| Rect::from_min_size(Pos2::ZERO, vec2(1.0, whole())));
        let top = self.heights.top(index);
        let (upper, lower) = (top + f64::from(caret.top()), top + f64::from(caret.bottom()));
        let room = if self.is_pointed_out { 0.0 } else { self.view_height / 4.0 };
        let margin = |most: f32| f64::from(most.min(room));
        let height = f64::from(self.view_height);
        let before = self.offset;
        if at_top {
            let most = self.heights.total() + f64::from(BELOW_PAGE) - height;
            self.offset = (upper - f64::from(TOP_MARGIN)).clamp(0.0, most.max(0.0));
        } else if upper - margin(ABOVE_CARET) < self.offset {
            self.offset = (upper - margin(ABOVE_CARET)).max(0.0);
        } else if lower + margin(BELOW_CARET) > self.offset + height {
            self.offset = lower + margin(BELOW_CARET) - height;
        }
        if self.offset != before {
            self.set_anchor(setter);
        }
    }

    fn set_anchor(&mut self, setter: &Setter<'_>) {
        let index = self.heights.index_at(self.offset);
        self.anchor = key_at(setter, index).map(|key| (key, self.offset - self.heights.top(index)));
    }

    /// Lays out what is in sight, keeping the item at the top edge where it is while heights are corrected.
    fn items_in_sight(&mut self, setter: &Setter<'_>) -> Vec<(usize, Item)> {
        if let Some((key, above)) = self.anchor
            && let Some(index) = index_of(setter, key)
        {
            // Items above the anchor come into sight only when it leaves the edge; until then the edge stays on it.
            self.offset = self.heights.top(index) + above;
        }
        let mut index = self.heights.index_at(self.offset);
        let mut items = Vec::new();
        while let Some(item) = self.measured(setter, index) {
            let bottom = self.heights.top(index) + f64::from(item.height);
            items.push((index, item));
            if bottom > self.offset + f64::from(self.view_height) {
                break;
            }
            index += 1;
        }
        items
    }

    fn draw(&mut self, ui: &mut egui::Ui, setter: &Setter<'_>, pane: Rect) {
        let view = setter.view;
        let items = self.items_in_sight(setter);
        let left = (pane.center().x - setter.column / 2.0).round();
        let origin = |index: usize, heights: &Heights| {
            pos2(left, pane.top() + (heights.top(index) - self.offset).round() as f32)
        };
        let page_id = TextState::page_id();
        let response = ui.interact(pane, page_id, Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, view.tr("text-page-label")));
        let focused = response.has_focus();
        if focused {
            let all = egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(page_id, all));
        }
        let placed: Vec<_> =
            items.into_iter().map(|(index, item)| (origin(index, &self.heights), index, item)).collect();
        for (at, _, item) in &placed {
            draw_item(ui, setter, *at, item, focused);
        }
        if access::is_heard(ui, view, page_id) {
            access::describe(ui, view, page_id, &self.with_neighbours(setter, &placed, origin));
        }
        self.pointer(ui, setter, &response, &placed, pane);
        landing::drop_ui(ui, setter, &response, &placed);
        landing::draw_lifted(ui, view);
    }

    /// What is in sight with the items before and after it, so that a screen reader can go on there.
    fn with_neighbours(
        &self,
        setter: &Setter<'_>,
        placed: &[(Pos2, usize, Item)],
        origin: impl Fn(usize, &Heights) -> Pos2,
    ) -> Vec<(Pos2, usize, Item)> {
        let body = &setter.view.report().body;
        let shown = |index: usize| match index.checked_sub(HEAD_ITEMS) {
            Some(place) => figure::shown_at(body, place) + HEAD_ITEMS,
            None => index,
        };
        let before = placed.first().and_then(|first| Some(shown(first.1.checked_sub(1)?)));
        let ends = [before, placed.last().map(|last| last.1 + 1)];
        let item = |index: Option<usize>| {
            let index = index?;
            setter.item(index).map(|item| (origin(index, &self.heights), index, item))
        };
        let [before, after] = ends.map(item);
        before.into_iter().chain(placed.iter().cloned()).chain(after).collect()
    }
}

fn key_at(setter: &Setter<'_>, index: usize) -> Option<ItemKey> {
    match index.checked_sub(HEAD_ITEMS) {
        None => Some(ItemKey::Head(index)),
        Some(place) => setter.view.report().body.blocks().get(place).map(|block| ItemKey::Block(block.id)),
    }
}

fn index_of(setter: &Setter<'_>, key: ItemKey) -> Option<usize> {
    match key {
        ItemKey::Head(index) => Some(index),
        ItemKey::Block(id) => setter.view.report().body.place(id).map(|place| place + HEAD_ITEMS),
    }
}

/// The item that a slot of the page is drawn in.
fn slot_index(setter: &Setter<'_>, slot: Slot) -> Option<usize> {
    let body = &setter.view.report().body;
    let at = |place: usize| figure::shown_at(body, place) + HEAD_ITEMS;
    match slot {
        Slot::Kicker => Some(0),
        Slot::Headline => Some(1),
        Slot::Standfirst => Some(2),
        Slot::Byline | Slot::Place => Some(3),
        Slot::Block(id) | Slot::Speaker(id) | Slot::Cell(id, _) => body.place(id).map(at),
        Slot::Caption(photo) => body.figure_of(photo).map(at),
        Slot::Credit(_) | Slot::Alt(_) => None,
    }
}

/// The caret in an item, from its top left corner; `None` for a block that is selected as a whole.
pub(super) fn caret_in(item: &Item, pos: Pos) -> Option<Rect> {
    let part = item.parts.iter().find(|part| part.slot == pos.slot)?;
    Some(part.paragraph.caret(pos.byte).translate(part.at))
}

impl TextState {
    /// The place one row up or down on the page, keeping the column; `None` at the ends.
    pub(super) fn other_row_on_page(&self, setter: &Setter<'_>, pos: Pos, down: bool) -> Option<Pos> {
        let report = setter.view.report();
        let item = setter.item(slot_index(setter, pos.slot)?)?;
        let part = item.parts.iter().find(|part| part.slot == pos.slot);
        let picture = item.pictures.iter().find(|shown| shown.figure == pos.slot).filter(|_| item.pictures.len() > 1);
        let beside = picture.map_or(0.0, |shown| shown.rect.center().x);
        let caret_x = part.map_or(beside, |part| part.at.x + part.paragraph.caret(pos.byte).center().x);
        let x = self.goal_x.get().unwrap_or(caret_x);
        self.goal_x.set(Some(x));
        if let Some(part) = part
            && let Some(byte) = part.paragraph.other_row(pos.byte, x - part.at.x, down)
        {
            return Some(Pos::new(pos.slot, byte));
        }
        let rank_y = |slot: Slot| -> Option<(usize, f32)> {
            let index = slot_index(setter, slot)?;
            let item = setter.item(index)?;
            let y = item.parts.iter().find(|part| part.slot == slot).map_or(0.0, |part| part.at.y);
            Some((index, y))
        };
        let here = rank_y(pos.slot)?;
        let mut slot = pos.slot;
        loop {
            slot = if down { report.next_slot(slot)? } else { report.previous_slot(slot)? };
            let there = rank_y(slot)?;
            // A table is walked through by its cells; it is selected as a whole from beside it.
            if let Slot::Block(id) = slot
                && report.body.get(id).is_some_and(|block| block.table().is_some())
            {
                continue;
            }
            // Two texts can share one row: byline and place, cells; and of figures side by side one is read after the other.
            let is_farther = if down { there.1 > here.1 + 4.0 } else { there.1 < here.1 - 4.0 };
            if there.0 != here.0 || is_farther {
                break;
            }
        }
        let item = setter.item(slot_index(setter, slot)?)?;
        let Some(part) = nearest_on_row(&item, slot, x) else {
            let figure = item.picture_at(x).map(|shown| shown.figure).filter(|_| item.pictures.len() > 1);
            return Some(Pos::start(figure.unwrap_or(slot)));
        };
        Some(Pos::new(part.slot, part.paragraph.edge_row(x - part.at.x, !down)))
    }

    /// The row of a place on the page, as offsets.
    pub(super) fn row_on_page(&self, setter: &Setter<'_>, pos: Pos) -> Option<std::ops::Range<usize>> {
        let item = setter.item(slot_index(setter, pos.slot)?)?;
        let part = item.parts.iter().find(|part| part.slot == pos.slot)?;
        Some(part.paragraph.row_bounds(pos.byte))
    }

    /// The setter of the page as it was drawn last, and about how many rows it shows.
    pub(super) fn page_setter<'a>(&self, view: &'a View<'a>, ctx: &'a egui::Context) -> (Setter<'a>, usize) {
        let page = self.page.borrow();
        let rows = (page.view_height / 27.0).max(4.0) as usize - 2;
        (Setter { view, ctx, column: page.column.max(260.0) }, rows)
    }
}

/// Of texts that share a row, the one at a distance from the left.
fn nearest_on_row(item: &Item, slot: Slot, x: f32) -> Option<&Part> {
    let part = item.parts.iter().find(|part| part.slot == slot)?;
    let on_row = item.parts.iter().filter(|other| (other.at.y - part.at.y).abs() < 4.0);
    let distance = |part: &&Part| (part.rect().left() - x).max(x - part.rect().right()).max(0.0);
    on_row.min_by(|one, other| distance(one).total_cmp(&distance(other)))
}
