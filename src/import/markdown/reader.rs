//! The events of the Markdown parser into blocks.

mod tags;

use std::collections::BTreeSet;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::import::{Draft, DraftBlock, NoticeKind, PicturePlace, PictureTarget, address, notice::excerpt};
use crate::report::{BlockKind, HeadingLevel, ListStyle, RichText};

use super::inline::{self, Extent, Inline, Line, Part};
use super::quotation::OpenQuotation;
use super::table::Table;

/// The label of the definition that a link or picture uses.
pub fn label_used<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event else { return None };
    let by_label = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    by_label.then_some(id.as_ref())
}

/// Builds a draft from events. Nothing here is recursive: depth costs a list entry, never the stack.
#[derive(Debug)]
pub struct Reader {
    /// Where in the source the definitions begin that links use.
    pub used: BTreeSet<usize>,
    draft: Draft,
    /// Where in the source each block begins.
    starts: Vec<usize>,
    offset: usize,
    inline: Inline,
    containers: Vec<Container>,
    quotations: Vec<OpenQuotation>,
    heading: Option<usize>,
    code: Option<String>,
    html: Option<String>,
    table: Option<Table>,
    picture: Option<OpenPicture>,
    link: Option<OpenLink>,
    html_tags: usize,
    deep_headings: usize,
    tables: usize,
}

#[derive(Debug)]
enum Container {
    Quotation,
    List(ListStyle),
    /// The block that the item became, once it has words.
    Item(Option<usize>),
}

#[derive(Debug)]
struct OpenPicture {
    place: PicturePlace,
    alt: String,
    depth: usize,
}

#[derive(Debug)]
struct OpenLink {
    address: String,
    before: Extent,
}

impl Reader {
    /// A reader that adds to a draft.
    pub fn new(draft: Draft) -> Self {
        Self {
            used: BTreeSet::new(),
            draft,
            starts: Vec::new(),
            offset: 0,
            inline: Inline::default(),
            containers: Vec::new(),
            quotations: Vec::new(),
            heading: None,
            code: None,
            html: None,
            table: None,
            picture: None,
            link: None,
            html_tags: 0,
            deep_headings: 0,
            tables: 0,
        }
    }

    /// Takes the next event, which begins at a byte of the whole and is written so.
    pub fn read(&mut self, event: Event<'_>, offset: usize, source: &str) {
        if self.picture.is_some() {
            self.read_in_picture(event);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, offset, source),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.inline.push_words(&text),
            },
            Event::Html(text) if self.html.is_some() => self.html.get_or_insert_default().push_str(&text),
            Event::Html(text) | Event::InlineHtml(text) => self.inline_html(&text),
            Event::SoftBreak => self.inline.break_line(false),
            Event::HardBreak => self.inline.break_line(true),
            Event::Rule => {
                self.finish();
                self.offset = offset;
                self.push(DraftBlock::Text { kind: BlockKind::Divider, text: RichText::new() });
            }
            // The last four come only with extensions that are not switched on.
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.inline.push_words(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    /// The draft, and where in the source each of its blocks begins.
    pub fn into_parts(mut self) -> (Draft, Vec<usize>) {
        self.finish();
        if self.html_tags > 0 {
            self.draft.notices.push(NoticeKind::HtmlTags { tags: self.html_tags });
        }
        if self.deep_headings > 0 {
            self.draft.notices.push(NoticeKind::DeepHeadings { count: self.deep_headings });
        }
        if self.tables > 0 {
            self.draft.notices.push(NoticeKind::Tables { tables: self.tables });
        }
        (self.draft, self.starts)
    }

    fn start(&mut self, tag: Tag<'_>, offset: usize, source: &str) {
        let in_line =
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } | Tag::TableCell);
        if !in_line {
            self.finish();
            self.offset = offset;
        }
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(level as usize),
            Tag::BlockQuote(_) => {
                self.interrupt_quotation();
                self.quotations.push(OpenQuotation::after(self.draft.blocks.len()));
                self.containers.push(Container::Quotation);
            }
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::List(first) => self.start_list(first),
            Tag::Item => self.containers.push(Container::Item(None)),
            Tag::Table(columns) => self.table = Some(Table::new(columns.len())),
            Tag::TableHead | Tag::TableRow => self.table.get_or_insert_default().begin_row(source),
            Tag::Emphasis => self.inline.emphasis += 1,
            Tag::Strong => self.inline.strong += 1,
            Tag::Link { link_type, dest_url, title, .. } => {
                let address =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.start_link(address);
                if !title.trim().is_empty() {
                    self.draft.notices.push(NoticeKind::LinkTitle { title: excerpt(title.trim()) });
                }
            }
            Tag::Image { dest_url, title, .. } => {
                let place = PicturePlace {
                    target: PictureTarget::from_address(&dest_url),
                    caption: RichText::plain(title.trim()),
                    ..PicturePlace::default()
                };
                self.picture = Some(OpenPicture { place, alt: String::new(), depth: 0 });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.inline.emphasis = self.inline.emphasis.saturating_sub(1),
            TagEnd::Strong => self.inline.strong = self.inline.strong.saturating_sub(1),
            TagEnd::Link => self.end_link(),
            TagEnd::TableCell => {
                let lines = self.inline.take();
                self.table.get_or_insert_default().push_cell(lines);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.table.get_or_insert_default().end_row(),
            TagEnd::Table => self.end_table(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::BlockQuote(_) => {
                self.finish();
                self.containers.pop();
                if let Some(open) = self.quotations.pop() {
                    open.close(&mut self.draft.blocks);
                    self.starts.truncate(self.draft.blocks.len());
                }
            }
            TagEnd::Item | TagEnd::List(_) => {
                self.finish();
                self.containers.pop();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) => self.finish(),
            _ => {}
        }
    }

    fn start_list(&mut self, first: Option<u64>) {
        self.interrupt_quotation();
        if let Some(number) = first.filter(|number| *number != 1) {
            self.draft.notices.push(NoticeKind::ListNumber { number });
        }
        let style = if first.is_some() { ListStyle::Numbered } else { ListStyle::Bulleted };
        self.containers.push(Container::List(style));
    }

    fn start_link(&mut self, address: String) {
        self.inline.link = address::link(&address);
        if self.inline.link.is_none() {
            self.draft.notices.push(NoticeKind::Link { address: excerpt(&address) });
        }
        self.link = Some(OpenLink { address, before: self.inline.extent() });
    }

    fn end_link(&mut self) {
        self.inline.link = None;
        let Some(open) = self.link.take() else { return };
        let after = self.inline.extent();
        if after.words == open.before.words && after.pictures > open.before.pictures {
            self.draft.notices.push(NoticeKind::LinkedPicture { address: excerpt(&open.address) });
        }
    }

    /// Between the marks of a picture is its alternative text.
    fn read_in_picture(&mut self, event: Event<'_>) {
        let Some(open) = &mut self.picture else { return };
        match event {
            Event::Text(text) | Event::Code(text) => open.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => open.alt.push(' '),
            Event::Start(Tag::Image { .. }) => open.depth += 1,
            Event::End(TagEnd::Image) if open.depth > 0 => open.depth -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(OpenPicture { mut place, alt, .. }) = self.picture.take() {
                    place.alt = RichText::plain(alt.trim());
                    self.inline.push_picture(place);
                }
            }
            _ => {}
        }
    }

    /// Makes blocks of what was read since the last one.
    fn finish(&mut self) {
        let heading = self.heading.take();
        let lines = self.inline.take();
        if lines.is_empty() {
            return;
        }
        if let Some(level) = heading {
            self.push_heading(level, lines);
            return;
        }
        if let Some(open) =
            self.quotations.last_mut().filter(|_| matches!(self.containers.last(), Some(Container::Quotation)))
        {
            open.see(&lines);
        }
        for part in inline::parts(lines) {
            match part {
                Part::Words(text) => self.push_words(text),
                Part::Picture(place) => self.push(DraftBlock::Picture(place)),
            }
        }
    }

    fn push(&mut self, block: DraftBlock) {
        self.draft.blocks.push(block);
        self.starts.push(self.offset);
    }

    fn push_heading(&mut self, level: usize, lines: Vec<Line>) {
        let pictures: Vec<_> = lines.iter().flat_map(|line| line.pictures.clone()).collect();
        let text = inline::joined(lines.into_iter().map(|line| line.text), " ");
        let words_before = self.draft.blocks.iter().any(|block| matches!(block, DraftBlock::Text { .. }));
        let headline = self.draft.headline.as_ref();
        if level == 1 && headline.is_some_and(|headline| headline.as_str() == text.as_str()) && !words_before {
            // The front matter has it already.
        } else if level == 1 && headline.is_none() && !words_before && !text.is_empty() {
            let links = text.spans().iter().filter_map(|span| span.style.link.as_deref());
            self.draft.notices.extend(links.map(|address| NoticeKind::Link { address: excerpt(address) }));
            self.draft.headline = Some(RichText::plain(text.as_str()));
        } else if !text.is_empty() {
            self.deep_headings += usize::from(level > 3);
            let level = if level < 3 { HeadingLevel::Two } else { HeadingLevel::Three };
            self.push(DraftBlock::Text { kind: BlockKind::Heading { level }, text });
        }
        for place in pictures {
            self.push(DraftBlock::Picture(place));
        }
    }

    fn push_words(&mut self, text: RichText) {
        match self.containers.last() {
            Some(Container::Quotation) => {
                self.push(DraftBlock::Text { kind: BlockKind::Quotation { speaker: RichText::new() }, text });
            }
            Some(Container::Item(block)) => self.push_item(*block, text),
            Some(Container::List(_)) | None => {
                if let Some(DraftBlock::Picture(place)) = self.draft.blocks.last_mut()
                    && place.caption.is_empty()
                    && inline::is_stressed(&text)
                {
                    place.caption = inline::unstressed(&text);
                } else {
                    self.push(DraftBlock::paragraph(text));
                }
            }
        }
    }

    /// The words of a list item: a second paragraph of it joins the first, so that the numbers go on.
    fn push_item(&mut self, block: Option<usize>, text: RichText) {
        let count = self.draft.blocks.len();
        if let Some(DraftBlock::Text { text: whole, .. }) =
            self.draft.blocks.last_mut().filter(|_| block == Some(count - 1))
        {
            inline::join_onto(whole, text, " ");
            return;
        }
        let depth = self.containers.iter().filter(|container| matches!(container, Container::List(_))).count();
        let style = self.containers.iter().rev().find_map(|container| match container {
            Container::List(style) => Some(*style),
            _ => None,
        });
        let level = u8::try_from(depth.saturating_sub(1)).unwrap_or(u8::MAX).min(BlockKind::MAX_LIST_LEVEL);
        let kind = BlockKind::ListItem { style: style.unwrap_or(ListStyle::Bulleted), level };
        self.push(DraftBlock::Text { kind, text });
        if let Some(Container::Item(block)) = self.containers.last_mut() {
            *block = Some(count);
        }
    }

    /// Something stands in the innermost quotation that is not said by anybody; those around it were interrupted before.
    fn interrupt_quotation(&mut self) {
        if let Some(open) = self.quotations.last_mut() {
            open.interrupt();
        }
    }

    fn end_table(&mut self) {
        self.interrupt_quotation();
        let table = self.table.take().unwrap_or_default().into_blocks();
        self.tables += usize::from(table.lost_columns);
        for block in table.blocks {
            self.push(block);
        }
    }

    /// Lines that are set in by four spaces are often meant as paragraphs, and a report has nothing else for code.
    fn end_code(&mut self) {
        self.interrupt_quotation();
        let code = self.code.take().unwrap_or_default();
        for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.push(DraftBlock::paragraph(RichText::plain(line)));
        }
    }
}
