//! Walks through a page once and makes blocks of it.

mod blocks;

use crate::import::{Draft, DraftBlock, Dropped, DroppedKind, NoticeKind, PicturePlace, PictureTarget, address};
use crate::report::{BlockKind, ListStyle, RichText, Style};

use super::element::{self, Role};
use super::head;
use super::lists;
use super::picture::{self, Found};
use super::style::Inline;
use super::table::{Cell, Table};
use super::tree::{Data, Element, NodeId, Tree};
use super::words::{Words, is_blank};

/// Makes a draft of a page. Nothing here is recursive: depth costs a list entry, never the stack.
#[derive(Debug)]
pub struct Reader<'t> {
    tree: &'t Tree,
    draft: Draft,
    words: Words,
    frames: Vec<Frame>,
    /// The items that are open, with the block that each became once it has words.
    items: Vec<Option<usize>>,
    quotations: Vec<Quotation>,
    figures: Vec<Figure>,
    tables: Vec<Table>,
    /// What Word writes before a list item.
    marker: String,
    article: Option<NodeId>,
    headline_at: Option<NodeId>,
    takes_languages: bool,
    pictures: usize,
    deep_headings: usize,
    merged_tables: usize,
}

/// An element that is open, and what holds for the words in it.
#[derive(Debug, Clone)]
struct Frame {
    node: NodeId,
    role: Role,
    style: Style,
    keeps_space: bool,
    place: Place,
    /// How many lists are open.
    lists: u8,
    list_style: ListStyle,
    is_in_article: bool,
}

/// What words become.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Body,
    Heading(u8),
    Quotation,
    /// An item of this level in a list of HTML.
    Item(u8),
    /// An item of this level in a list of Word, whose style its marker tells.
    WordItem(u8),
    /// Perhaps one: the words tell.
    PerhapsItem(u8),
    /// What Word writes before an item.
    Marker,
    Caption,
    /// In a table, whose words are collected there.
    Cell,
    Headline,
}

#[derive(Debug)]
struct Quotation {
    /// The number of blocks before it.
    first: usize,
    /// What was read last is marked as who said it.
    names_speaker: bool,
}

#[derive(Debug)]
struct Figure {
    first: usize,
    /// A caption that waits for its picture.
    caption: RichText,
}

impl<'t> Reader<'t> {
    /// Begins with nothing read.
    pub fn new(tree: &'t Tree) -> Self {
        Self {
            tree,
            draft: Draft::default(),
            words: Words::default(),
            frames: Vec::new(),
            items: Vec::new(),
            quotations: Vec::new(),
            figures: Vec::new(),
            tables: Vec::new(),
            marker: String::new(),
            article: None,
            headline_at: None,
            takes_languages: false,
            pictures: 0,
            deep_headings: 0,
            merged_tables: 0,
        }
    }

    /// Reads only the article, if the page marks one, and takes this heading as the headline.
    pub fn leave_out_surroundings(&mut self, article: Option<NodeId>, headline_at: Option<NodeId>) {
        (self.article, self.headline_at) = (article, headline_at);
    }

    /// Takes over in which language words are (`lang`). Most programs say it of every word, and often wrongly.
    pub fn take_languages(&mut self) {
        self.takes_languages = true;
    }

    /// Reads everything from a node on.
    pub fn read(&mut self, top: NodeId) {
        let mut at = top;
        loop {
            if self.enter(at)
                && let Some(first) = self.tree.first(at)
            {
                at = first;
                continue;
            }
            loop {
                if self.frames.last().is_some_and(|frame| frame.node == at) {
                    self.leave();
                }
                if at == top {
                    self.end_paragraph();
                    return;
                }
                if let Some(next) = self.tree.next(at) {
                    at = next;
                    break;
                }
                let Some(parent) = self.tree.parent(at) else { return };
                at = parent;
            }
        }
    }

    /// The draft.
    pub fn finish(mut self) -> Draft {
        if self.deep_headings > 0 {
            self.draft.notices.push(NoticeKind::DeepHeadings { count: self.deep_headings });
        }
        if self.merged_tables > 0 {
            self.draft.notices.push(NoticeKind::Tables { tables: self.merged_tables });
        }
        self.draft
    }

    /// Whether to go into a node.
    fn enter(&mut self, node: NodeId) -> bool {
        match self.tree.data(node) {
            Data::Nothing => node == Tree::ROOT,
            Data::Text(text) => {
                self.text(text);
                false
            }
            Data::Element(element) => self.element(node, element),
        }
    }

    fn top(&self) -> Frame {
        self.frames.last().cloned().unwrap_or_else(|| Frame {
            node: Tree::ROOT,
            role: Role::Block,
            style: Style::default(),
            keeps_space: false,
            place: Place::Body,
            lists: 0,
            list_style: ListStyle::Bulleted,
            is_in_article: self.article.is_none(),
        })
    }

    fn drop(&mut self, kind: DroppedKind, address: Option<&str>) {
        Dropped::count(&mut self.draft.dropped, kind, address);
    }

    fn text(&mut self, text: &str) {
        let frame = self.top();
        if frame.place == Place::Marker {
            self.marker.push_str(text);
            return;
        }
        if !frame.is_in_article {
            return;
        }
        if !frame.keeps_space {
            self.words.push(text, &frame.style, false);
            return;
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.break_line();
            }
            self.words.push(line.trim_end_matches('\r'), &frame.style, true);
        }
    }

    fn element(&mut self, node: NodeId, element: &'t Element) -> bool {
        let style = Inline::read(element.attribute("style").unwrap_or_default());
        let outer = self.top();
        let role = element::role(element.name());
        let is_hidden = style.hidden
            || element.attribute("hidden").is_some()
            || element.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let holds_article = self.article.is_some() && !outer.is_in_article && Some(node) != self.article;
        match role {
            Role::Nothing(kind) => {
                if let Some(kind) = kind.filter(|_| outer.is_in_article) {
                    self.drop(kind, None);
                }
                return false;
            }
            _ if is_hidden && !holds_article => {
                if self.has_something(node) {
                    self.drop(DroppedKind::Hidden, None);
                }
                return false;
            }
            _ if holds_article && Some(node) != self.headline_at => {
                return self.pass_surroundings(node, outer);
            }
            _ if self.article.is_some() && outer.is_in_article && self.is_surrounding(element) => {
                self.drop(DroppedKind::Surroundings, None);
                return false;
            }
            Role::Break => {
                self.break_line();
                return false;
            }
            Role::Divider => {
                self.end_paragraph();
                if self.tables.is_empty() && outer.place != Place::Headline {
                    self.push(BlockKind::Divider, RichText::new());
                }
                return false;
            }
            Role::Picture => {
                self.picture(element, &style, &outer);
                return false;
            }
            _ => {}
        }
        if style.has_formatting || element::is_formatting(element.name()) {
            self.drop(DroppedKind::Formatting, None);
        }
        if matches!(element.name(), "sup" | "sub") {
            self.drop(DroppedKind::Raised, None);
        }
        let role = if role == Role::Inline && style.is_block { Role::Block } else { role };
        if role != Role::Inline {
            self.end_paragraph();
        }
        let mut frame = Frame { node, role, is_in_article: true, ..outer };
        self.set_style(&mut frame, element, &style);
        self.open(&mut frame, element, &style);
        self.frames.push(frame);
        true
    }

    /// Outside the article of a page only the way to it is gone.
    fn pass_surroundings(&mut self, node: NodeId, outer: Frame) -> bool {
        let holds = |wanted: Option<NodeId>| {
            wanted.is_some_and(|wanted| {
                std::iter::successors(Some(wanted), |id| self.tree.parent(*id)).any(|above| above == node)
            })
        };
        if holds(self.article) || holds(self.headline_at) {
            self.frames.push(Frame { node, role: Role::Inline, ..outer });
            return true;
        }
        if self.has_something(node) {
            self.drop(DroppedKind::Surroundings, None);
        }
        false
    }

    fn is_surrounding(&self, element: &Element) -> bool {
        element.name() == "nav"
            || element.attribute("role").is_some_and(|role| role.eq_ignore_ascii_case("navigation"))
            // The footer of a quotation says whose words it is.
            || (element.name() == "footer" && self.quotations.is_empty())
    }

    fn has_something(&self, node: NodeId) -> bool {
        self.tree.inside(node).any(|inside| match self.tree.data(inside) {
            Data::Text(text) => !is_blank(text),
            Data::Element(element) => element.name() == "img",
            Data::Nothing => false,
        })
    }

    /// Bold, italic, links and spaces.
    fn set_style(&mut self, frame: &mut Frame, element: &Element, style: &Inline<'_>) {
        match element.name() {
            "b" | "strong" => frame.style.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => frame.style.emphasis = true,
            "th" => frame.style.strong = false,
            "pre" | "listing" | "plaintext" | "xmp" => frame.keeps_space = true,
            "a" => {
                if let Some(written) = element.attribute("href") {
                    frame.style.link = address::link(written);
                    // "#part" leads nowhere but to the page itself.
                    if frame.style.link.is_none() && !written.trim().is_empty() && !written.starts_with('#') {
                        self.drop(DroppedKind::Link, Some(written));
                    }
                }
            }
            _ => {}
        }
        if let Some(language) = element.attribute("lang").filter(|_| self.takes_languages) {
            frame.style.language = head::language_tag(language);
        }
        frame.style.strong = style.strong.unwrap_or(frame.style.strong);
        frame.style.emphasis = style.emphasis.unwrap_or(frame.style.emphasis);
        frame.keeps_space = style.keeps_space.unwrap_or(frame.keeps_space);
    }

    /// What the words in an element become.
    fn open(&mut self, frame: &mut Frame, element: &Element, style: &Inline<'_>) {
        const LEAST_INDENT_CM: f32 = 0.9;
        const MOST_INDENT_CM: f32 = 6.0;
        let class = element.attribute("class").unwrap_or_default();
        let is_table = !self.tables.is_empty();
        match frame.role {
            Role::Inline if matches!(frame.place, Place::WordItem(_)) && style.is_word_marker() => {
                frame.place = Place::Marker;
            }
            _ if Some(frame.node) == self.headline_at => frame.place = Place::Headline,
            Role::Table if !is_table => {
                if let Some(table) = Table::open(self.tree, frame.node) {
                    self.tables.push(table);
                    frame.place = Place::Cell;
                }
            }
            Role::Row => self.tables.iter_mut().for_each(Table::begin_row),
            Role::Cell => {
                let is_in_head = self.frames.iter().rev().find_map(|frame| self.section(frame.node));
                let cell = Cell::of(element, is_in_head == Some(true));
                self.tables.iter_mut().for_each(|table| table.begin_cell(cell));
            }
            // Words in a table are the table's, whatever they stand in.
            _ if is_table => {}
            Role::Heading(level) => frame.place = Place::Heading(level),
            Role::Quotation => {
                frame.place = Place::Quotation;
                self.quotations.push(Quotation { first: self.draft.blocks.len(), names_speaker: false });
            }
            Role::Bullets | Role::Numbers => self.open_list(frame, element),
            Role::Item => {
                let said = element.attribute("aria-level").and_then(|level| level.parse::<u8>().ok());
                let level = said.unwrap_or(frame.lists).max(1) - 1;
                frame.place = Place::Item(level.min(BlockKind::MAX_LIST_LEVEL));
                self.items.push(None);
            }
            Role::Figure => self.figures.push(Figure { first: self.draft.blocks.len(), caption: RichText::new() }),
            Role::Caption => frame.place = Place::Caption,
            Role::Paragraph if matches!(frame.place, Place::Body | Place::Quotation) => {
                self.marker.clear();
                let is_set_in = (LEAST_INDENT_CM..MOST_INDENT_CM).contains(&style.left_cm)
                    && style.first_line_cm > -0.4
                    && !self.has_blocks(frame.node);
                if let Some(level) = style.word_list.and_then(lists::level) {
                    frame.place = Place::WordItem(level);
                } else if class.starts_with("MsoListParagraph") {
                    frame.place = Place::PerhapsItem(((style.left_cm / 1.27).round() as u8).saturating_sub(1));
                } else if is_set_in || class.contains("MsoQuote") || class.contains("MsoIntenseQuote") {
                    frame.place = Place::Quotation;
                }
            }
            Role::Block | Role::Paragraph => {
                if matches!(element.name(), "footer" | "cite")
                    && let Some(open) = self.quotations.last_mut()
                {
                    open.names_speaker = true;
                }
            }
            _ => {}
        }
    }

    /// Whether an element is the head of a table; `None` where it is no part of one that has rows.
    fn section(&self, node: NodeId) -> Option<bool> {
        match self.tree.element(node)?.name() {
            "thead" => Some(true),
            "tbody" | "tfoot" | "table" => Some(false),
            _ => None,
        }
    }

    fn open_list(&mut self, frame: &mut Frame, element: &Element) {
        frame.list_style = if frame.role == Role::Numbers { ListStyle::Numbered } else { ListStyle::Bulleted };
        frame.lists = frame.lists.saturating_add(1);
        let start = element.attribute("start").and_then(|start| start.parse::<u64>().ok());
        if let Some(number) = start.filter(|number| *number != 1 && frame.role == Role::Numbers) {
            self.draft.notices.push(NoticeKind::ListNumber { number });
        }
    }

    fn has_blocks(&self, node: NodeId) -> bool {
        let is_block =
            |id: NodeId| self.tree.element(id).is_some_and(|element| element::role(element.name()) == Role::Paragraph);
        self.tree.inside(node).any(is_block)
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.last().cloned() else { return };
        if frame.role != Role::Inline {
            self.end_paragraph();
        }
        self.frames.pop();
        match frame.role {
            Role::Item => {
                self.items.pop();
            }
            Role::Quotation => self.close_quotation(),
            Role::Figure => {
                if let Some(figure) = self.figures.pop() {
                    self.push_words(BlockKind::Paragraph, figure.caption);
                }
            }
            Role::Table if frame.place == Place::Cell && self.top().place != Place::Cell => self.close_table(),
            _ => {}
        }
    }

    fn break_line(&mut self) {
        match self.top().place {
            Place::Body | Place::Quotation => self.end_paragraph(),
            _ => self.words.part(),
        }
    }

    fn picture(&mut self, image: &Element, style: &Inline<'_>, frame: &Frame) {
        let target = match picture::find(image, style, self.pictures + 1) {
            Found::Nothing => return,
            Found::Pixel => return self.drop(DroppedKind::TrackingPixel, image.attribute("src")),
            Found::Sign(sign) => {
                if frame.place != Place::Marker {
                    self.words.push(&sign, &frame.style, false);
                }
                return;
            }
            Found::Picture(target) => target,
        };
        if frame.place == Place::Headline {
            return;
        }
        self.pictures += 1;
        if let Some(link) = &frame.style.link {
            self.drop(DroppedKind::PictureLink, Some(link));
        }
        let alt = RichText::plain(image.attribute("alt").unwrap_or_default().trim());
        let mut place = PicturePlace { target, alt, ..PicturePlace::default() };
        if let Some(table) = self.tables.last_mut() {
            table.pictures.push(place);
            return;
        }
        self.end_paragraph();
        self.end_captions(1);
        if let Some(figure) = self.figures.last_mut() {
            place.caption = std::mem::take(&mut figure.caption);
        }
        if place.target != PictureTarget::Unknown {
            self.draft.blocks.push(DraftBlock::Picture(place));
        }
    }
}
