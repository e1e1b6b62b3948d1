//! The page for those who hear it: what stands in sight as a tree of headings, paragraphs, lists and figures, their words as runs of one
//! text, and the caret and the selection in it.
//!
//! A screen reader reads the page as one editable text, made of all runs below its node in their order. So each paragraph ends with a line
//! break, and what has no words of its own, a photo or a list of participants, is a run that says what it is: the caret can stand there.

use std::collections::HashMap;

use egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TextPosition, TextSelection};
use egui::text::CharIndex;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Event, Id, Pos2, Rect, UiBuilder, accesskit};

use crate::edit::Selection;
use crate::report::{Block, BlockKind, HeadingLevel, ListStyle, Pos, Report, Slot, Table};
use crate::ui::text::Surface;
use crate::ui::text::figure::row_of;
use crate::ui::text::item::{HEAD_ITEMS, Item, Part, item_number};
use crate::ui::text::paragraph::Paragraph;
use crate::ui::view::{Request, View};

/// egui cuts the rows of a text into runs of so many characters.
const RUN_CHARS: usize = 255;

/// The runs of the page as they were described last: which text each is of, and how many of its characters stand before the run.
pub(super) type Runs = HashMap<NodeId, (Slot, usize)>;

/// Whether somebody listens. Makes the node of the page.
pub(super) fn is_heard(ui: &egui::Ui, view: &View<'_>, page: Id) -> bool {
    let made = ui.ctx().accesskit_node_builder(page, |node| {
        // A text that cannot be changed is a document to be read.
        node.set_role(if view.read_only { Role::Document } else { Role::MultilineTextInput });
        if view.read_only {
            node.set_read_only();
        }
        node.add_action(Action::SetTextSelection);
    });
    made.is_some()
}

/// Describes items under the page's node, and the selection in them.
pub(super) fn describe(ui: &mut egui::Ui, view: &View<'_>, page: Id, placed: &[(Pos2, usize, Item)]) {
    take_requests(ui, view, page);
    let mut tree = Tree { ui, view, page, runs: Runs::new(), places: Vec::new(), list: None };
    for (at, index, item) in placed {
        match index.checked_sub(HEAD_ITEMS).map(|place| view.report().body.blocks().get(place)) {
            None => tree.head(*at, item),
            Some(Some(block)) => match row_of(&view.report().body, *index - HEAD_ITEMS) {
                Some(row) => tree.row(*at, row, item),
                None => tree.block(*at, *index - HEAD_ITEMS, block, item),
            },
            Some(None) => {}
        }
    }
    tree.select();
    view.text.runs.replace(tree.runs);
}

/// What a screen reader or a braille display asks for: the caret elsewhere, or a selection.
fn take_requests(ui: &egui::Ui, view: &View<'_>, page: Id) {
    let wanted: Vec<TextSelection> = ui.input(|input| {
        let selections = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(ActionRequest {
                action: Action::SetTextSelection,
                target_node,
                data: Some(ActionData::SetTextSelection(selection)),
                ..
            }) if *target_node == page.accesskit_id() => Some(*selection),
            _ => None,
        });
        selections.collect()
    });
    let runs = view.text.runs.borrow();
    let pos = |at: TextPosition| -> Option<Pos> {
        let (slot, before) = *runs.get(&at.node)?;
        let text = view.report().text(slot).map_or("", |text| text.as_str());
        let byte = text.char_indices().nth(before + at.character_index).map_or(text.len(), |(byte, _)| byte);
        Some(Pos::new(slot, byte))
    };
    for selection in wanted {
        if let (Some(anchor), Some(head)) = (pos(selection.anchor), pos(selection.focus)) {
            view.ask(Request::Select(Selection::new(anchor, head), Surface::Page));
        }
    }
}

/// Describes the text of a field beside the page: its runs, and the caret in it where it has the keyboard.
pub(super) fn describe_field(ui: &egui::Ui, view: &View<'_>, id: Id, part: &Part, origin: Pos2, focused: bool) {
    let selection = view.editor.selection().range_in(view.report(), part.slot).filter(|_| focused);
    let selection = selection.map(|range| egui::text_selection::CCursorRange {
        primary: part.paragraph.text_cursor(range.end),
        secondary: part.paragraph.text_cursor(range.start),
        h_pos: None,
    });
    let shift = egui::emath::TSTransform::from_translation((origin + part.at).to_vec2());
    update_accesskit_for_text_widget(ui.ctx(), id, selection, shift, part.paragraph.galley());
}

/// Where the positions of a slot are.
enum Place {
    Text(Id, Paragraph),
    /// A block without words: one stop for the caret.
    Atom(Id),
}

struct Tree<'a, 'v> {
    ui: &'a mut egui::Ui,
    view: &'a View<'v>,
    page: Id,
    runs: Runs,
    places: Vec<(Slot, Place)>,
    /// The list that goes on: its node, what it covers, and the place of its last item in the body.
    list: Option<(Id, Rect, usize)>,
}

impl Tree<'_, '_> {
    fn head(&mut self, at: Pos2, item: &Item) {
        for part in &item.parts {
            let role = if part.slot == Slot::Headline { Role::Heading } else { Role::Paragraph };
            let id = self.text(self.page, at, part, role);
            if role == Role::Heading {
                self.change(id, |node| node.set_level(1));
            }
        }
    }

    /// The figures of a row one after the other; the item of the first has them all.
    fn row(&mut self, at: Pos2, row: std::ops::Range<usize>, item: &Item) {
        if item.pictures.is_empty() {
            return;
        }
        let body = &self.view.report().body;
        for (index, place) in row.enumerate() {
            if let Some(block) = body.blocks().get(place) {
                self.block(at, place, block, &item.figure(index));
            }
        }
    }

    fn block(&mut self, at: Pos2, place: usize, block: &Block, item: &Item) {
        let slot = Slot::Block(block.id);
        let parent = match &block.kind {
            BlockKind::ListItem { .. } => self.list(at, place, block, item),
            BlockKind::Figure { photo, .. } => {
                let (name, alt) = photo_words(self.view, *photo);
                let id = self.group(slot, at, item, Role::Figure, &name);
                for shown in &item.pictures {
                    self.node(id, id.with("picture"), shown.rect.translate(at.to_vec2()), Role::Image, &alt);
                }
                self.atom(id, slot, &format!("{name}. {alt}"), Rect::from_min_size(at, egui::Vec2::ZERO));
                id
            }
            BlockKind::Participants { delegation } => {
                let name = delegation.as_deref().map_or_else(
                    || crate::language::phrases::participants(&self.view.report().language).to_owned(),
                    str::to_owned,
                );
                let id = self.group(slot, at, item, Role::Group, &name);
                let lines: Vec<_> = item.notes.iter().map(|note| note.paragraph.galley().text()).collect();
                self.atom(id, slot, &lines.join(", "), Rect::from_min_size(at, egui::Vec2::ZERO));
                id
            }
            BlockKind::Divider => {
                let name = self.view.tr("command-insert-divider");
                let id = self.group(slot, at, item, Role::Splitter, &name);
                self.atom(id, slot, &name, Rect::from_min_size(at, egui::Vec2::ZERO));
                id
            }
            BlockKind::Table { table } => return self.table(at, block, table, item),
            BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Quotation { .. } => self.page,
        };
        for part in &item.parts {
            let id = self.text(parent, at, part, role(&block.kind, part.slot));
            match &block.kind {
                BlockKind::Heading { level } => {
                    let level = match level {
                        HeadingLevel::Two => 2,
                        HeadingLevel::Three => 3,
                    };
                    self.change(id, |node| node.set_level(level));
                }
                BlockKind::ListItem { style, level } => self.marker(id, place, *style, usize::from(*level) + 1),
                _ => {}
            }
        }
    }

    /// A table row by row; each cell is a line of the text.
    fn table(&mut self, at: Pos2, block: &Block, table: &Table, item: &Item) {
        let name = self.view.tr("command-insert-table");
        let id = self.group(Slot::Block(block.id), at, item, Role::Table, &name);
        self.change(id, |node| {
            node.set_row_count(table.rows().len());
            node.set_column_count(table.columns());
        });
        self.atom(id, Slot::Block(block.id), &name, Rect::from_min_size(at, egui::Vec2::ZERO));
        let mut parts = item.parts.iter();
        for (row, cells) in table.rows().iter().enumerate() {
            let row_id = id.with(("row", row));
            self.node(id, row_id, self.covered(at, item), Role::Row, "");
            self.change(row_id, |node| node.set_row_index(row));
            let role = if row == 0 && table.header { Role::ColumnHeader } else { Role::Cell };
            for (column, part) in parts.by_ref().take(cells.len()).enumerate() {
                let cell = self.text(row_id, at, part, role);
                self.change(cell, |node| {
                    node.set_row_index(row);
                    node.set_column_index(column);
                });
            }
        }
    }

    /// The list that an item belongs to: that of the item before it, or a new one.
    fn list(&mut self, at: Pos2, place: usize, block: &Block, item: &Item) -> Id {
        let rect = self.covered(at, item);
        let going_on = self.list.take().filter(|(_, _, last)| last + 1 == place);
        let (id, rect) = match going_on {
            Some((id, before, _)) => (id, before.union(rect)),
            None => {
                let id = Id::unique(("list of the page", block.id));
                self.node(self.page, id, rect, Role::List, "");
                (id, rect)
            }
        };
        self.change(id, |node| node.set_bounds(bounds(rect)));
        self.list = Some((id, rect, place));
        id
    }

    fn marker(&mut self, item: Id, place: usize, style: ListStyle, level: usize) {
        self.change(item, |node| node.set_level(level));
        if style == ListStyle::Numbered {
            let number = format!("{}.", item_number(self.view.report(), place));
            self.node(item, item.with("marker"), Rect::NOTHING, Role::ListMarker, &number);
        }
    }

    fn covered(&self, at: Pos2, item: &Item) -> Rect {
        let column = Rect::from_min_size(at, egui::vec2(self.view.text.page_column(), item.height));
        match item.parts.first().and_then(|part| part.area).zip(item.pictures.first()) {
            // One of a row.
            Some((below, shown)) => below.union(shown.rect).translate(at.to_vec2()),
            None => column,
        }
    }

    fn group(&mut self, slot: Slot, at: Pos2, item: &Item, role: Role, name: &str) -> Id {
        let id = Id::unique(("block of the page", slot));
        let rect = self.covered(at, item);
        self.node(self.page, id, rect, role, name);
        id
    }

    /// A text with its runs.
    fn text(&mut self, parent: Id, at: Pos2, part: &Part, role: Role) -> Id {
        let id = Id::unique(("text of the page", part.slot));
        let words = self.view.report().text(part.slot).map_or("", |text| text.as_str());
        let name = field_name(self.view, part.slot);
        let rect = part.rect().translate(at.to_vec2());
        if words.is_empty() {
            self.node(parent, id, rect, role, &name);
        } else {
            self.node(parent, id, rect, role, words);
            let told: Vec<_> = Some(name)
                .filter(|name| !name.is_empty())
                .into_iter()
                .chain(misspelt(self.view, part.slot))
                .chain(near_names(self.view, part.slot))
                .collect();
            if !told.is_empty() {
                self.change(id, |node| node.set_description(told.join(". ")));
            }
        }
        let shift = egui::emath::TSTransform::from_translation((at + part.at).to_vec2());
        update_accesskit_for_text_widget(self.ui.ctx(), id, None, shift, part.paragraph.galley());
        let mut before = 0;
        let mut last = id;
        for (row, placed) in part.paragraph.galley().rows.iter().enumerate() {
            let count = placed.glyphs.len();
            for chunk in 0..count.div_ceil(RUN_CHARS).max(1) {
                last = id.with(row).with(chunk);
                self.runs.insert(last.accesskit_id(), (part.slot, before + chunk * RUN_CHARS));
            }
            before += count;
        }
        self.change(last, end_line);
        self.places.push((part.slot, Place::Text(id, part.paragraph.clone())));
        id
    }

    /// A run for a block without words.
    fn atom(&mut self, parent: Id, slot: Slot, words: &str, rect: Rect) {
        let id = parent.with("run");
        self.node(parent, id, rect, Role::TextRun, "");
        let words: String = words.chars().take(RUN_CHARS).collect();
        let count = words.chars().count();
        self.change(id, |node| {
            node.clear_label();
            node.set_character_lengths(words.chars().map(|char| char.len_utf8() as u8).collect::<Vec<_>>());
            node.set_character_positions(vec![0.0; count]);
            node.set_character_widths(vec![0.0; count]);
            node.set_value(words);
            end_line(node);
        });
        self.runs.insert(id.accesskit_id(), (slot, 0));
        self.places.push((slot, Place::Atom(id)));
    }

    /// Tells the selection as far as it is in sight.
    fn select(&mut self) {
        let selection = self.view.editor.selection();
        let (Some(anchor), Some(focus)) = (self.position(selection.anchor), self.position(selection.head)) else {
            return;
        };
        self.change(self.page, |node| node.set_text_selection(TextSelection { anchor, focus }));
    }

    /// A place as a position in a run; the first or the last one for what is out of sight.
    fn position(&self, pos: Pos) -> Option<TextPosition> {
        let report = self.view.report();
        if let Some((_, place)) = self.places.iter().find(|(slot, _)| *slot == pos.slot) {
            return Some(place.position(pos.byte));
        }
        let (first, place) = self.places.first()?;
        if report.reading_order(pos, Pos::start(*first))?.is_lt() {
            return Some(place.position(0));
        }
        let (last, place) = self.places.last()?;
        Some(place.position(report.end_of(*last).byte))
    }

    fn node(&mut self, parent: Id, id: Id, rect: Rect, role: Role, label: &str) {
        // A child is the only way from outside egui to hang a node below another one.
        let place = if rect.is_finite() { rect } else { Rect::ZERO };
        let _child = self.ui.new_child(UiBuilder::new().scope_id(id).max_rect(place).accessibility_parent(parent));
        self.change(id, |node| {
            node.set_role(role);
            if !label.is_empty() {
                node.set_label(label);
            }
            if rect.is_finite() {
                node.set_bounds(bounds(rect));
            }
        });
    }

    fn change(&self, id: Id, change: impl FnOnce(&mut accesskit::Node)) {
        // Who does not listen has no node to change.
        let _changed = self.ui.ctx().accesskit_node_builder(id, change);
    }
}

impl Place {
    fn position(&self, byte: usize) -> TextPosition {
        match self {
            Self::Atom(id) => TextPosition { node: id.accesskit_id(), character_index: 0 },
            Self::Text(id, paragraph) => {
                let at = paragraph.galley().layout_from_cursor(paragraph.text_cursor(byte));
                let CharIndex(column) = at.column;
                // The end of a run rather than the start of the next one, as egui has it.
                let chunk =
                    if column > 0 && column % RUN_CHARS == 0 { column / RUN_CHARS - 1 } else { column / RUN_CHARS };
                let node = id.with(at.row).with(chunk).accesskit_id();
                TextPosition { node, character_index: column - chunk * RUN_CHARS }
            }
        }
    }
}

/// Tells the words of a text that are marked. A mark of its own would need a text run of its own, and egui makes one a row.
fn misspelt(view: &View<'_>, slot: Slot) -> Option<String> {
    let text = view.report().text(slot)?;
    let wrong = view.text.spelling.wrong(slot, text).filter(|wrong| !wrong.is_empty())?;
    let words: Vec<_> = wrong.into_iter().map(|range| &text.as_str()[range]).collect();
    Some(view.locale.tr_with("spelling-marked", &[("words", words.join(", ").into())]))
}

/// Tells the names of a text that are nearly those of participants.
fn near_names(view: &View<'_>, slot: Slot) -> Option<String> {
    let text = view.report().text(slot)?;
    let wrong = view.text.names.wrong(view.report(), slot, text).filter(|wrong| !wrong.is_empty())?;
    let words: Vec<_> = wrong.into_iter().map(|sighting| sighting.found).collect();
    Some(view.locale.tr_with("names-marked", &[("words", words.join(", ").into())]))
}

/// Ends a run with a line break: what follows is another paragraph.
fn end_line(node: &mut accesskit::Node) {
    let value = format!("{}\n", node.value().unwrap_or_default());
    let mut lengths = node.character_lengths().to_vec();
    lengths.push(1);
    let mut positions = node.character_positions().unwrap_or_default().to_vec();
    let mut widths = node.character_widths().unwrap_or_default().to_vec();
    positions.push(positions.last().copied().unwrap_or(0.0) + widths.last().copied().unwrap_or(0.0));
    widths.push(0.0);
    node.set_value(value);
    node.set_character_lengths(lengths);
    node.set_character_positions(positions);
    node.set_character_widths(widths);
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}

fn role(kind: &BlockKind, slot: Slot) -> Role {
    match (slot, kind) {
        (Slot::Caption(_), _) => Role::FigureCaption,
        (Slot::Speaker(_), _) => Role::Paragraph,
        (_, BlockKind::Heading { .. }) => Role::Heading,
        (_, BlockKind::Quotation { .. }) => Role::Blockquote,
        (_, BlockKind::ListItem { .. }) => Role::ListItem,
        _ => Role::Paragraph,
    }
}

/// What a text is called, where its words alone do not say what they are.
fn field_name(view: &View<'_>, slot: Slot) -> String {
    let id = match slot {
        Slot::Kicker => "text-kicker-placeholder",
        Slot::Headline => "text-headline-placeholder",
        Slot::Standfirst => "text-standfirst-label",
        Slot::Byline => "text-byline-placeholder",
        Slot::Place => "text-place-placeholder",
        Slot::Speaker(_) => "text-speaker-placeholder",
        Slot::Caption(_) => "text-caption-label",
        Slot::Cell(..) => "text-cell-label",
        Slot::Block(_) | Slot::Credit(_) | Slot::Alt(_) => return String::new(),
    };
    view.tr(id)
}

/// What a photo is called, and what it shows: its alternative text, or its caption where it has none.
fn photo_words(view: &View<'_>, id: crate::report::PhotoId) -> (String, String) {
    let report: &Report = view.report();
    let number = report.photos.iter().position(|photo| photo.id == id).map_or(0, |place| place + 1);
    let name = view.locale.tr_with("photos-card", &[("number", number.into())]);
    let photo = report.photo(id);
    let words = [photo.map(|photo| photo.alt.as_str()), photo.map(|photo| photo.caption.as_str())];
    let alt = words.into_iter().flatten().find(|words| !words.trim().is_empty()).map_or(String::new(), str::to_owned);
    if alt.is_empty() { (name, view.tr("photos-no-alt")) } else { (name, alt) }
}
