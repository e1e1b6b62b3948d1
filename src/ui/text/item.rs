//! One item of the page laid out: a line of the head, or a block with everything that it shows.

use egui::{Rect, Vec2, vec2};

use crate::report::{Block, BlockId, BlockKind, ListStyle, Report, RichText, Slot};
use crate::ui::text::figure::{self, Shown};
use crate::ui::text::paragraph::{Paragraph, TextLook};
use crate::ui::text::table::{self, Grid};
use crate::ui::text::{TextState, look};
use crate::ui::theme::Tokens;
use crate::ui::view::View;

/// The lines of the head, before the blocks.
pub const HEAD_ITEMS: usize = 4;

/// Which item of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKey {
    /// A line of the head.
    Head(usize),
    /// A block.
    Block(BlockId),
}

/// One text of an item.
#[derive(Debug, Clone)]
pub struct Part {
    /// What is edited here.
    pub slot: Slot,
    /// Its top left corner from that of the item, in points.
    pub at: Vec2,
    /// Its words.
    pub paragraph: Paragraph,
    /// What stands there while it is empty.
    pub placeholder: Option<Paragraph>,
    /// What belongs to it for the mouse, where that is more than its words: a cell.
    pub area: Option<Rect>,
}

impl Part {
    /// Where it is, from the item's top left corner. An empty text is as wide as what stands for it.
    pub fn rect(&self) -> Rect {
        let size = self.paragraph.size();
        let width = self.placeholder.as_ref().map_or(size.x, |placeholder| placeholder.size().x.max(size.x));
        Rect::from_min_size(self.at.to_pos2(), vec2(width, size.y))
    }
}

/// Words that are drawn but not edited here.
#[derive(Debug, Clone)]
pub struct Note {
    /// The top left corner from that of the item.
    pub at: Vec2,
    /// The words.
    pub paragraph: Paragraph,
}

/// A whole item.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// Its texts, in reading order.
    pub parts: Vec<Part>,
    /// What else it says.
    pub notes: Vec<Note>,
    /// The pictures of a figure, or of all figures of its row.
    pub pictures: Vec<Shown>,
    /// The lines of a table.
    pub grid: Option<Grid>,
    /// The block without words that this is: one stop for the caret.
    pub atom: Option<Slot>,
    /// What the mouse opens the details with: the dateline's date.
    pub date: Option<Rect>,
    /// The height with the room around it, in points.
    pub height: f32,
}

/// Lays items out in a column.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    /// What is shown.
    pub view: &'a View<'a>,
    /// The window.
    pub ctx: &'a egui::Context,
    /// The width of the column in points.
    pub column: f32,
}

impl Setter<'_> {
    /// Lays out the item at an index; `None` past the end.
    pub fn item(&self, index: usize) -> Option<Item> {
        match index.checked_sub(HEAD_ITEMS) {
            None => Some(self.head(index)),
            Some(place) => self.view.report().body.blocks().get(place).map(|block| self.block(block, place)),
        }
    }

    pub(super) fn tokens(&self) -> &Tokens {
        self.view.tokens
    }

    fn state(&self) -> &TextState {
        self.view.text
    }

    pub(super) fn note(&self, words: &str, look: &TextLook) -> Paragraph {
        crate::ui::text::CachedParagraph::new(&RichText::plain(words), look, None).paragraph(self.ctx)
    }

    pub(super) fn part(&self, slot: Slot, at: Vec2, look: &TextLook, placeholder: &str) -> Part {
        let empty = RichText::new();
        let text = self.view.report().text(slot).unwrap_or(&empty);
        let paragraph = self.state().paragraph(self.ctx, slot, text, look);
        let stands_in = text.is_empty() && !placeholder.is_empty() && self.state().preedit_in(slot).is_none();
        let faint = TextLook { color: self.tokens().faint, ..*look };
        let placeholder = stands_in.then(|| self.note(&self.view.tr(placeholder), &faint));
        Part { slot, at, paragraph, placeholder, area: None }
    }

    fn head(&self, index: usize) -> Item {
        let (slot, placeholder, above, below) = match index {
            0 => (Slot::Kicker, "text-kicker-placeholder", 30.0, 3.0),
            1 => (Slot::Headline, "text-headline-placeholder", 0.0, 8.0),
            2 => (Slot::Standfirst, "text-standfirst-placeholder", 0.0, 12.0),
            _ => return self.byline(),
        };
        let look = look::head_look(slot, self.tokens(), self.column);
        let part = self.part(slot, vec2(0.0, above), &look, placeholder);
        let words = part.placeholder.as_ref().map_or(0.0, |placeholder| placeholder.size().y);
        let height = above + part.paragraph.size().y.max(words) + below;
        Item { parts: vec![part], height, ..Item::default() }
    }

    /// "By …" and the dateline: on one row where there is room, else on two.
    fn byline(&self) -> Item {
        const BELOW: f32 = 20.0;
        const GAP: f32 = 6.0;
        let look = look::head_look(Slot::Byline, self.tokens(), self.column);
        let by = self.note(&self.view.tr("text-byline-prefix"), &look);
        let left = by.size().x + GAP * 0.6;
        let narrow = TextLook { width: self.column - left, ..look };
        let byline = self.part(Slot::Byline, vec2(left, 0.0), &narrow, "text-byline-placeholder");
        let dot = self.note("·", &look);
        let date = self.note(&self.dateline_date(), &look);
        let natural = self.part(Slot::Place, Vec2::ZERO, &look, "text-place-placeholder");
        let needed = GAP * 2.0 + dot.size().x + natural.rect().width() + date.size().x;
        let end = byline.rect().right();
        let one_row = byline.rect().height() < 20.0 && end + needed <= self.column;
        let mut notes = vec![Note { at: Vec2::ZERO, paragraph: by }];
        let at = if one_row {
            notes.push(Note { at: vec2(end + GAP, 0.0), paragraph: dot.clone() });
            vec2(end + GAP * 2.0 + dot.size().x, 0.0)
        } else {
            vec2(0.0, byline.rect().bottom() + 2.0)
        };
        let place = self.part(Slot::Place, at, &look, "text-place-placeholder");
        let place_rect = place.rect();
        let date_at =
            if place_rect.height() < 20.0 { vec2(place_rect.right(), at.y) } else { vec2(0.0, place_rect.bottom()) };
        let date_rect = Rect::from_min_size(date_at.to_pos2(), date.size());
        notes.push(Note { at: date_at, paragraph: date });
        let height = byline.rect().bottom().max(date_rect.bottom()) + BELOW;
        Item { parts: vec![byline, place], notes, date: Some(date_rect), height, ..Item::default() }
    }

    fn dateline_date(&self) -> String {
        let report = self.view.report();
        match report.details.date {
            Some(date) => format!(", {}", crate::language::date::written(date, &report.language)),
            None => format!(", {}", self.view.tr("text-date-placeholder")),
        }
    }

    fn block(&self, block: &Block, place: usize) -> Item {
        let room = look::room(&block.kind);
        let mut item = match &block.kind {
            BlockKind::Figure { .. } => match figure::row_of(&self.view.report().body, place) {
                // The first of the row shows it.
                Some(row) if row.start < place => return Item::default(),
                row => self.figures(&row.unwrap_or(place..place + 1), room.above),
            },
            BlockKind::Table { table } => table::item(self, block, table, room.above),
            BlockKind::Participants { delegation } => self.people(delegation.as_deref(), room.above),
            BlockKind::Divider => self.atom(room.above + 1.0),
            kind => self.words(block, kind, place, room),
        };
        if !block.kind.has_text() {
            item.atom = Some(Slot::Block(block.id));
        }
        let is_listed = |block: &Block| matches!(block.kind, BlockKind::ListItem { .. });
        let next = self.view.report().body.blocks().get(place + 1);
        let ends_list = is_listed(block) && next.is_some_and(|next| !is_listed(next));
        item.height += if ends_list { look::BELOW_LIST } else { room.below };
        item
    }

    fn atom(&self, above: f32) -> Item {
        Item { height: above, ..Item::default() }
    }

    fn words(&self, block: &Block, kind: &BlockKind, place: usize, room: look::Room) -> Item {
        let look = look::block_look(kind, self.tokens(), self.column);
        let alone = self.view.report().body.len() == 1;
        let placeholder = match kind {
            BlockKind::Paragraph if alone => "text-body-placeholder",
            BlockKind::Heading { .. } => "text-heading-placeholder",
            BlockKind::Quotation { .. } => "text-quotation-placeholder",
            _ => "",
        };
        let part = self.part(Slot::Block(block.id), vec2(room.indent, room.above), &look, placeholder);
        let mut height = part.rect().bottom();
        let mut parts = vec![part];
        let mut notes = Vec::new();
        if let BlockKind::Quotation { .. } = kind {
            let caption = look::caption_look(self.tokens(), self.column - room.indent - 20.0);
            let dash = self.note("—", &caption);
            let left = room.indent + dash.size().x + 6.0;
            notes.push(Note { at: vec2(room.indent, height + 3.0), paragraph: dash });
            let speaker =
                self.part(Slot::Speaker(block.id), vec2(left, height + 3.0), &caption, "text-speaker-placeholder");
            height = speaker.rect().bottom();
            parts.push(speaker);
        }
        if let BlockKind::ListItem { style, level } = kind {
            let sign = match style {
                ListStyle::Bulleted if level % 2 == 0 => "•".to_owned(),
                ListStyle::Bulleted => "–".to_owned(),
                ListStyle::Numbered => format!("{}.", item_number(self.view.report(), place)),
            };
            let sign = self.note(&sign, &TextLook { color: self.tokens().muted, ..look });
            notes.push(Note { at: vec2(room.indent - sign.size().x - 9.0, room.above), paragraph: sign });
        }
        Item { parts, notes, height, ..Item::default() }
    }

    fn people(&self, delegation: Option<&str>, above: f32) -> Item {
        const PAD: f32 = 14.0;
        let report = self.view.report();
        let width = self.column - PAD * 2.0;
        let small = look::caption_look(self.tokens(), width);
        let name = TextLook { bold: true, color: self.tokens().ink, ..small };
        let mut y = above + PAD;
        let mut notes = Vec::new();
        let mut add = |words: &str, look: &TextLook, gap: f32| {
            let paragraph = self.note(words, look);
            y += gap;
            let at = vec2(PAD, y);
            y += paragraph.size().y;
            notes.push(Note { at, paragraph });
        };
        let heading = delegation
            .map_or_else(|| crate::language::phrases::participants(&report.language).to_owned(), str::to_owned);
        add(&heading, &TextLook { bold: true, color: self.tokens().muted, ..small }, 0.0);
        let listed = report.listed_participants(delegation);
        let has_heads = listed.len() > 1;
        for (group, people) in &listed {
            if has_heads {
                let others = crate::language::phrases::of(&report.language).other_participants;
                let head = group.as_deref().unwrap_or(others);
                add(head, &TextLook { color: self.tokens().muted, ..small }, 10.0);
            }
            for participant in people {
                add(participant.shown_name(), &name, 6.0);
                let position = participant.position();
                if !position.is_empty() {
                    add(&position, &small, 0.0);
                }
            }
        }
        if listed.is_empty() {
            add(&self.view.tr("text-no-participants"), &look::note_look(self.tokens(), width), 4.0);
        }
        Item { notes, height: y + PAD, ..Item::default() }
    }
}

/// The number of a list item among its neighbours of the same level.
pub fn item_number(report: &Report, place: usize) -> usize {
    let blocks = report.body.blocks();
    let Some(BlockKind::ListItem { style, level }) = blocks.get(place).map(|block| block.kind.clone()) else {
        return 1;
    };
    let mut number = 1;
    for block in blocks[..place].iter().rev() {
        match block.kind {
            BlockKind::ListItem { level: other, .. } if other > level => {}
            BlockKind::ListItem { level: other, style: same } if other == level && same == style => number += 1,
            _ => break,
        }
    }
    number
}
