//! The story of a page of ours. Its elements are few and known, so that nothing has to be guessed.

use crate::import::page::picture::{self, Found};
use crate::import::page::style::Inline;
use crate::import::page::tree::{Data, Element, NodeId, Tree};
use crate::import::{DraftBlock, PicturePlace, PictureTarget, address};
use crate::language::phrases;
use crate::report::{BlockKind, HeadingLevel, ListStyle, RichText, Style, Table};

use super::{has_class, words};

/// So deep elements stand in each other on our pages at most: lists have nine levels of two elements.
const DEEPEST: usize = 64;

/// The blocks of the story.
#[derive(Debug)]
pub struct Story<'t> {
    tree: &'t Tree,
    language: &'t str,
    pictures: usize,
    /// A heading that may be that of a list of participants.
    heading: Option<(HeadingLevel, RichText)>,
    /// Inside the headings and lists of one list of participants.
    in_people: bool,
    /// What was read.
    pub blocks: Vec<DraftBlock>,
}

impl<'t> Story<'t> {
    /// Nothing yet.
    pub fn new(tree: &'t Tree, language: &'t str) -> Self {
        Self { tree, language, pictures: 0, heading: None, in_people: false, blocks: Vec::new() }
    }

    /// Reads the elements of the story but one.
    pub fn read(&mut self, story: NodeId, but: Option<NodeId>) {
        for id in self.children(story) {
            if Some(id) == but {
                continue;
            }
            match self.tree.data(id) {
                Data::Element(element) => self.block(id, element),
                Data::Text(text) if !text.trim().is_empty() => {
                    self.push(BlockKind::Paragraph, RichText::plain(text.trim()));
                }
                Data::Text(_) | Data::Nothing => {}
            }
        }
        self.end_heading();
    }

    fn children(&self, id: NodeId) -> Vec<NodeId> {
        std::iter::successors(self.tree.first(id), |id| self.tree.next(*id)).collect()
    }

    fn push(&mut self, kind: BlockKind, text: RichText) {
        self.end_heading();
        self.in_people = false;
        self.blocks.push(DraftBlock::Text { kind, text });
    }

    /// The heading that waited was one of the text.
    fn end_heading(&mut self) {
        if let Some((level, text)) = self.heading.take() {
            self.blocks.push(DraftBlock::Text { kind: BlockKind::Heading { level }, text });
        }
    }

    fn block(&mut self, id: NodeId, element: &Element) {
        match element.name() {
            "h2" => self.heading_of(id, HeadingLevel::Two),
            "h3" => self.heading_of(id, HeadingLevel::Three),
            "ul" | "ol" if has_class(self.tree, id, "people") => self.people(),
            "ul" => self.list(id, ListStyle::Bulleted, 0),
            "ol" => self.list(id, ListStyle::Numbered, 0),
            "blockquote" => self.quotation(id),
            "figure" => self.figure(id, false),
            "table" => self.table(id),
            "hr" => self.push(BlockKind::Divider, RichText::new()),
            "div" => {
                for (place, inside) in
                    self.children(id).into_iter().filter(|id| self.tree.element(*id).is_some()).enumerate()
                {
                    match self.tree.element(inside) {
                        Some(figure) if figure.name() == "figure" => self.figure(inside, place > 0),
                        Some(other) => self.block(inside, other),
                        None => {}
                    }
                }
            }
            _ => {
                let text = self.line(id);
                if !text.is_empty() {
                    self.push(BlockKind::Paragraph, text);
                }
            }
        }
    }

    fn heading_of(&mut self, id: NodeId, level: HeadingLevel) {
        // The second heading of a list of participants names a delegation, which its members say themselves.
        let is_inner = level == HeadingLevel::Three
            && (self.in_people || matches!(self.heading, Some((HeadingLevel::Two, _))))
            && self.list_follows(id);
        if is_inner {
            return;
        }
        self.end_heading();
        self.in_people = false;
        self.heading = Some((level, self.line(id)));
    }

    fn list_follows(&self, id: NodeId) -> bool {
        let mut after = std::iter::successors(self.tree.next(id), |id| self.tree.next(*id));
        after.find(|id| self.tree.element(*id).is_some()).is_some_and(|id| has_class(self.tree, id, "people"))
    }

    /// The list of participants stands here, once, whatever parts it has.
    fn people(&mut self) {
        if self.in_people && self.heading.is_none() {
            return;
        }
        let heading = self.heading.take().map(|(_, text)| text);
        let delegation = heading.filter(|heading| heading.as_str() != phrases::participants(self.language));
        let delegation = delegation.filter(|heading| !heading.is_empty()).map(|heading| heading.as_str().into());
        self.push(BlockKind::Participants { delegation }, RichText::new());
        self.in_people = true;
    }

    fn list(&mut self, list: NodeId, style: ListStyle, level: u8) {
        for item in self.children(list) {
            if self.tree.element(item).is_none() {
                continue;
            }
            let text = self.line(item);
            if !text.is_empty() {
                self.push(BlockKind::ListItem { style, level: level.min(BlockKind::MAX_LIST_LEVEL) }, text);
            }
            for inner in self.children(item) {
                match self.tree.element(inner).map(Element::name) {
                    Some("ul") if usize::from(level) < DEEPEST => self.list(inner, ListStyle::Bulleted, level + 1),
                    Some("ol") if usize::from(level) < DEEPEST => self.list(inner, ListStyle::Numbered, level + 1),
                    _ => {}
                }
            }
        }
    }

    fn quotation(&mut self, id: NodeId) {
        let mut paragraphs = self.children(id).into_iter().filter(|id| self.tree.element(*id).is_some());
        let text = paragraphs.next().map(|first| self.line(first)).unwrap_or_default();
        let speaker = paragraphs.next().map(|second| self.line(second)).unwrap_or_default();
        let dash = if speaker.as_str().starts_with("— ") { "— ".len() } else { 0 };
        let speaker = speaker.slice(dash..speaker.len());
        self.push(BlockKind::Quotation { speaker }, text);
    }

    fn figure(&mut self, figure: NodeId, beside: bool) {
        let Some(image) = self.tree.named(figure, "img").next().and_then(|id| self.tree.element(id)) else { return };
        self.end_heading();
        self.in_people = false;
        self.pictures += 1;
        let caption_at = self.tree.named(figure, "figcaption").next();
        let credit_at =
            caption_at.and_then(|caption| self.tree.inside(caption).find(|id| has_class(self.tree, *id, "credit")));
        let caption = caption_at.map(|id| self.line_without(id, credit_at)).unwrap_or_default();
        let end = if credit_at.is_some() { caption.as_str().trim_end_matches(' ').len() } else { caption.len() };
        let credit = credit_at.map(|id| words(self.tree, id)).unwrap_or_default();
        let label = phrases::of(self.language).photo;
        let credit = credit.trim();
        let place = PicturePlace {
            target: self.target(image),
            caption: caption.slice(0..end),
            alt: RichText::plain(image.attribute("alt").unwrap_or_default()),
            credit: RichText::plain(credit.strip_prefix(label).unwrap_or(credit).trim()),
            decorative: image.attribute("role") == Some("presentation"),
            beside,
            is_whole: true,
        };
        self.blocks.push(DraftBlock::Picture(place));
    }

    /// The widest of the files that browsers may choose from, or the picture inside the page.
    fn target(&self, image: &Element) -> PictureTarget {
        let set = image.attribute("srcset").unwrap_or_default();
        let widest = set.split(", ").filter_map(|candidate| {
            let (address, width) = candidate.trim().rsplit_once(' ')?;
            Some((width.strip_suffix('w')?.parse::<u32>().ok()?, address))
        });
        match widest.max_by_key(|(width, _)| *width).map(|(_, address)| PictureTarget::from_address(address)) {
            Some(PictureTarget::Beside(address)) => PictureTarget::Beside(address),
            _ => match picture::find(image, &Inline::default(), self.pictures) {
                Found::Picture(target) => target,
                Found::Pixel | Found::Sign(_) | Found::Nothing => PictureTarget::Unknown,
            },
        }
    }

    fn table(&mut self, id: NodeId) {
        let rows: Vec<NodeId> = self.tree.named(id, "tr").collect();
        let header = self.tree.named(id, "thead").next().is_some();
        let is_cell = |id: &NodeId| self.tree.element(*id).is_some_and(|cell| matches!(cell.name(), "td" | "th"));
        let texts = rows
            .into_iter()
            .map(|row| self.children(row).into_iter().filter(is_cell).map(|cell| self.line(cell)).collect());
        let texts: Vec<Vec<RichText>> = texts.collect();
        match Table::of_texts(header, texts.clone()) {
            Some(table) => self.push(BlockKind::Table { table }, RichText::new()),
            None => texts
                .into_iter()
                .flatten()
                .filter(|text| !text.is_empty())
                .for_each(|text| self.push(BlockKind::Paragraph, text)),
        }
    }

    /// The words of an element with their styles.
    fn line(&self, id: NodeId) -> RichText {
        self.line_without(id, None)
    }

    fn line_without(&self, id: NodeId, but: Option<NodeId>) -> RichText {
        let mut text = RichText::new();
        let mut open: Vec<(NodeId, Style)> =
            self.children(id).into_iter().rev().map(|id| (id, Style::default())).collect();
        while let Some((id, style)) = open.pop() {
            match self.tree.data(id) {
                // The source has line breaks between elements; a text has none.
                Data::Text(words) => text.append(RichText::styled(&words.replace('\n', ""), style)),
                Data::Element(element) if Some(id) != but && !matches!(element.name(), "ul" | "ol") => {
                    let inner = styled(element, style);
                    open.extend(self.children(id).into_iter().rev().map(|id| (id, inner.clone())));
                }
                Data::Element(_) | Data::Nothing => {}
            }
        }
        text
    }
}

fn styled(element: &Element, mut style: Style) -> Style {
    match element.name() {
        "strong" => style.strong = true,
        "em" => style.emphasis = true,
        "a" => style.link = element.attribute("href").and_then(address::link),
        _ => {}
    }
    if let Some(language) = element.attribute("lang") {
        style.language = crate::import::page::language_tag(language);
    }
    style
}
