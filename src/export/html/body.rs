//! The story as HTML: for the page, or as the fragment that every content management system keeps.

use std::ops::Range;
use std::sync::Arc;

use crate::export::address::Address;
use crate::export::html::Writer;
use crate::export::typesetting::Typesetting;
use crate::language::phrases;
use crate::report::{
    Block, BlockKind, Cell, HeadingLevel, ListStyle, Photo, PhotoId, Report, RichText, Role, Style, Table,
};

/// For whom the HTML is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum BodyKind {
    /// Our own page, with classes and microformats.
    Page,
    /// The same without the lists of participants, for a page that has them elsewhere.
    Story,
    /// A fragment without classes, of elements that every system keeps.
    Fragment,
    /// A piece for the clipboard: the same elements, words as they are written, captions without their pictures.
    Copied,
}

/// The share that a picture has of its row.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) struct Share {
    /// A thousand times its width for its height: by this the row is divided.
    pub weight: u32,
    /// For the attribute `sizes`.
    pub sizes: String,
}

impl Share {
    /// The class of its figure.
    pub fn class(&self) -> String {
        format!("r{}", self.weight)
    }
}

/// Writes the picture of a figure; `false` where there is none to write.
pub(in crate::export) trait Figures {
    /// Writes `picture` or `img`.
    fn picture(&self, writer: &mut Writer, photo: &Photo) -> bool;

    /// What the figure of a photo is called, where pages lead to it.
    fn id(&self, _photo: PhotoId) -> Option<String> {
        None
    }

    /// The share that a photo has of its row, where it stands beside others on the page.
    fn share(&self, _photo: PhotoId) -> Option<&Share> {
        None
    }
}

/// The body of a report, blocks in order, typography repaired for the language.
pub(in crate::export) fn body_html(report: &Report, kind: BodyKind, figures: &dyn Figures) -> String {
    let mut body = BodyWriter { report, kind, figures, writer: Writer::new(), lists: Vec::new() };
    for (place, block) in report.body.blocks().iter().enumerate() {
        body.row_begins(place);
        body.block(block);
        body.row_ends(place);
    }
    body.end_lists(0);
    body.writer.finish()
}

/// Words that belong into a line, for the clipboard.
pub(in crate::export) fn line_html(report: &Report, text: &RichText, figures: &dyn Figures) -> String {
    let mut body = BodyWriter { report, kind: BodyKind::Copied, figures, writer: Writer::new(), lists: Vec::new() };
    body.rich(text);
    body.writer.finish()
}

struct BodyWriter<'a> {
    report: &'a Report,
    kind: BodyKind,
    figures: &'a dyn Figures,
    writer: Writer,
    /// The open lists, the outermost first; each has one open item.
    lists: Vec<ListStyle>,
}

impl BodyWriter<'_> {
    fn is_page(&self) -> bool {
        matches!(self.kind, BodyKind::Page | BodyKind::Story)
    }

    /// The figures of a row are one group.
    fn row_begins(&mut self, place: usize) {
        if self.row_of_photos(place).is_some_and(|row| row.start == place) {
            self.end_lists(0);
            self.writer.open("div", &[("class", "row")]).line();
        }
    }

    fn row_ends(&mut self, place: usize) {
        if self.row_of_photos(place).is_some_and(|row| row.end == place + 1) {
            self.writer.close().line();
        }
    }

    fn row_of_photos(&self, place: usize) -> Option<Range<usize>> {
        let has_share = |block: &Arc<Block>| block.photo().is_some_and(|photo| self.figures.share(photo).is_some());
        let row = self.report.body.row(place)?;
        self.report.body.blocks().get(row.clone())?.iter().any(has_share).then_some(row)
    }

    fn block(&mut self, block: &Block) {
        if let BlockKind::ListItem { style, level } = block.kind {
            self.item(style, usize::from(level), &block.text);
            return;
        }
        self.end_lists(0);
        match &block.kind {
            BlockKind::Paragraph if block.text.is_empty() => return,
            BlockKind::Paragraph | BlockKind::ListItem { .. } => self.words("p", &block.text),
            BlockKind::Heading { .. } if block.text.is_empty() => return,
            BlockKind::Heading { level: HeadingLevel::Two } => self.words("h2", &block.text),
            BlockKind::Heading { level: HeadingLevel::Three } => self.words("h3", &block.text),
            BlockKind::Quotation { speaker } => self.quotation(&block.text, speaker),
            BlockKind::Figure { photo, .. } => self.figure(*photo),
            BlockKind::Table { table } if table.is_empty() => return,
            BlockKind::Table { table } => self.table(table),
            BlockKind::Participants { .. } if self.kind == BodyKind::Story => return,
            BlockKind::Participants { delegation } => self.participants(delegation.as_deref()),
            BlockKind::Divider => {
                self.writer.void("hr", &[]);
            }
        }
        self.writer.line();
    }

    /// A text without styles as it is set.
    fn set(&self, text: &str) -> String {
        if self.kind == BodyKind::Copied { text.to_owned() } else { Typesetting::of(self.report).plain(text) }
    }

    fn words(&mut self, element: &'static str, text: &RichText) {
        self.writer.open(element, &[]);
        self.rich(text);
        self.writer.close();
    }

    /// Words with their styles. Names of participants are plain words on the page.
    fn rich(&mut self, text: &RichText) {
        let typesetting = Typesetting::of(self.report);
        let set = (self.kind != BodyKind::Copied).then(|| typesetting.rich(text));
        for (words, style) in set.as_deref().unwrap_or(text).runs() {
            self.run(words, &style);
        }
    }

    fn run(&mut self, words: &str, style: &Style) {
        let link = style.link.as_deref().and_then(Address::parse);
        let mut opened = 0;
        if let Some(link) = &link {
            self.writer.open("a", &[("href", link.as_str())]);
            opened += 1;
        }
        if let (Some(language), true) = (&style.language, self.is_page()) {
            self.writer.open("span", &[("lang", language)]);
            opened += 1;
        }
        if style.strong {
            self.writer.open("strong", &[]);
            opened += 1;
        }
        if style.emphasis {
            self.writer.open("em", &[]);
            opened += 1;
        }
        self.writer.text(words);
        for _ in 0..opened {
            self.writer.close();
        }
    }

    fn quotation(&mut self, words: &RichText, speaker: &RichText) {
        self.writer.open("blockquote", &[]);
        self.words("p", words);
        if !speaker.is_empty() {
            self.writer.open("p", &[]).text("— ");
            self.rich(speaker);
            self.writer.close();
        }
        self.writer.close();
    }

    fn item(&mut self, style: ListStyle, level: usize, words: &RichText) {
        // A level that has no item above it is drawn in: HTML knows no list without an item around it.
        let depth = level.min(self.lists.len());
        self.end_lists(depth + 1);
        if self.lists.get(depth).is_some_and(|open| *open != style) {
            self.end_lists(depth);
        }
        if self.lists.len() > depth {
            self.writer.close();
        } else {
            let name = if style == ListStyle::Bulleted { "ul" } else { "ol" };
            self.writer.line().open(name, &[]);
            self.lists.push(style);
        }
        self.writer.line().open("li", &[]);
        self.rich(words);
    }

    /// Closes lists until so many are open, each with its item.
    fn end_lists(&mut self, depth: usize) {
        while self.lists.len() > depth {
            self.lists.pop();
            self.writer.close().close();
            if self.lists.is_empty() {
                self.writer.line();
            }
        }
    }

    fn figure(&mut self, id: PhotoId) {
        let Some(photo) = self.report.photo(id) else { return };
        let mut picture = Writer::new();
        if !self.figures.picture(&mut picture, photo) {
            if self.kind == BodyKind::Copied && !photo.caption.is_empty() {
                self.words("p", &photo.caption);
            }
            return;
        }
        let size = photo.shown_size_px();
        let upright = (self.is_page() && size.height > size.width).then(|| "upright".to_owned());
        let class = self.figures.share(id).map(Share::class).or(upright);
        let name = self.figures.id(id).filter(|_| self.is_page());
        let name = name.iter().map(|name| ("id", name.as_str()));
        let attributes: Vec<_> = name.chain(class.iter().map(|class| ("class", class.as_str()))).collect();
        self.writer.open("figure", &attributes);
        self.figures.picture(&mut self.writer, photo);
        let credit = phrases::credit(&self.set(photo.credit.as_str()), &self.report.language);
        if !photo.caption.is_empty() || !credit.is_empty() {
            self.writer.open("figcaption", &[]);
            self.rich(&photo.caption);
            if !credit.is_empty() {
                if self.is_page() {
                    self.writer.text(if photo.caption.is_empty() { "" } else { " " });
                    self.writer.element("span", &[("class", "credit")], &credit);
                } else {
                    if !photo.caption.is_empty() {
                        self.writer.void("br", &[]);
                    }
                    self.writer.text(&credit);
                }
            }
            self.writer.close();
        }
        self.writer.close();
    }

    fn table(&mut self, table: &Table) {
        self.writer.open("table", &[]).line();
        let (head, body) = table.rows().split_at(usize::from(table.header));
        for row in head {
            self.writer.open("thead", &[]).line();
            self.row(row, |_column| Some("col"));
            self.writer.close().line();
        }
        // Every cell has a heading for those who hear the table: that of its column, or else the first cell of its row.
        let are_columns_named = !head.is_empty() && head.iter().flatten().all(|cell| !cell.text.is_empty());
        if !body.is_empty() {
            self.writer.open("tbody", &[]).line();
            for row in body {
                self.row(row, |column| (column == 0 && !are_columns_named && row.len() > 1).then_some("row"));
            }
            self.writer.close().line();
        }
        self.writer.close();
    }

    /// A row; the cells that are headings say of what.
    fn row(&mut self, cells: &[Cell], heads: impl Fn(usize) -> Option<&'static str>) {
        self.writer.open("tr", &[]);
        for (column, cell) in cells.iter().enumerate() {
            // An empty heading would be read out as one.
            match heads(column).filter(|_| !cell.text.is_empty()) {
                Some(of) => self.writer.open("th", &[("scope", of)]),
                None => self.writer.open("td", &[]),
            };
            self.rich(&cell.text);
            self.writer.close();
        }
        self.writer.close().line();
    }

    fn participants(&mut self, delegation: Option<&str>) {
        let report = self.report;
        let parts = report.listed_participants(delegation);
        if parts.is_empty() {
            return;
        }
        let heading = self.set(delegation.unwrap_or_else(|| phrases::participants(&report.language)));
        self.writer.element("h2", &[], &heading).line();
        let is_page = self.is_page();
        // A delegation is named also where it is the only one, unless the heading of the whole list names it.
        let has_heads = parts.len() > 1 || (delegation.is_none() && parts.iter().any(|(name, _)| name.is_some()));
        for (name, people) in parts {
            if has_heads {
                let head = self.set(name.as_deref().unwrap_or(phrases::of(&report.language).other_participants));
                self.writer.element("h3", &[], &head).line();
            }
            self.writer.open("ul", if is_page { &[("class", "people")] } else { &[] });
            for participant in people {
                let class = [("class", card_class(participant.role))];
                self.writer.line().open("li", if is_page { &class } else { &[] });
                self.person(&participant);
                self.writer.close();
            }
            self.writer.line().close().line();
        }
    }

    fn person(&mut self, participant: &crate::report::Participant) {
        let (page, typesetting) = (self.is_page(), Typesetting::of(self.report));
        let part = |writer: &mut Writer, class: &str, text: &str, first: bool| {
            if text.is_empty() {
                return;
            }
            let text = &typesetting.plain(text);
            if !first {
                writer.text(", ");
            }
            if page {
                writer.element("span", &[("class", class)], text);
            } else {
                writer.text(text);
            }
        };
        if participant.is_organisation() {
            part(&mut self.writer, "p-name p-org", &participant.organisation, true);
        } else {
            let shown = [participant.honorific.as_ref(), participant.name.as_ref()];
            let name = shown.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
            if page && !participant.honorific.is_empty() {
                let honorific = typesetting.plain(&participant.honorific);
                self.writer.open("span", &[("class", "p-name")]);
                self.writer.element("span", &[("class", "p-honorific-prefix")], &honorific);
                let name = typesetting.plain(&participant.name);
                self.writer.text(if name.is_empty() { "" } else { " " }).text(&name).close();
            } else {
                part(&mut self.writer, "p-name", &name, true);
            }
            part(&mut self.writer, "p-job-title", &participant.title, false);
            part(&mut self.writer, "p-org", &participant.organisation, false);
        }
        part(&mut self.writer, "p-note", &participant.note, false);
    }
}

/// The class of somebody in a list, which says what part he plays.
fn card_class(role: Role) -> &'static str {
    match role {
        Role::Chair => "h-card chair",
        Role::Speaker => "h-card speaker",
        Role::Delegate => "h-card",
        Role::Guest => "h-card guest",
        Role::Organiser => "h-card organiser",
        Role::Press => "h-card press",
    }
}
