//! The blocks of a report as pieces of a document.

use crate::export::manuscript::list::Lists;
use crate::export::manuscript::{Figure, ListItem, Piece};
use crate::export::typesetting::Typesetting;
use crate::language::phrases;
use crate::report::{Block, BlockKind, HeadingLevel, ListStyle, Participant, PhotoId, Report, RichText, Table};

/// The story.
pub(super) fn pieces(report: &Report) -> Vec<Piece> {
    let mut story = Story { report, pieces: Vec::new(), lists: Lists::default(), in_list: false, figures: 0 };
    for block in report.body.blocks() {
        story.block(block);
        story.in_list = matches!(block.kind, BlockKind::ListItem { .. });
    }
    story.pieces
}

struct Story<'a> {
    report: &'a Report,
    pieces: Vec<Piece>,
    lists: Lists,
    /// The last block was an item.
    in_list: bool,
    figures: usize,
}

impl Story<'_> {
    fn words(&self, text: &RichText) -> RichText {
        Typesetting::of(self.report).rich(text).into_owned()
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::ListItem { style, level } => self.item(*style, usize::from(*level), &block.text),
            BlockKind::Paragraph | BlockKind::Heading { .. } if block.text.is_empty() => {}
            BlockKind::Paragraph => self.pieces.push(Piece::Paragraph(self.words(&block.text))),
            BlockKind::Heading { level } => {
                let level = if *level == HeadingLevel::Two { 2 } else { 3 };
                self.pieces.push(Piece::Heading { level, words: self.words(&block.text) });
            }
            BlockKind::Quotation { speaker } => {
                let (words, speaker) = (self.words(&block.text), self.words(speaker));
                if !words.is_empty() || !speaker.is_empty() {
                    self.pieces.push(Piece::Quotation { words, speaker });
                }
            }
            BlockKind::Figure { photo, beside } => self.figure(*photo, *beside),
            BlockKind::Table { table } => self.table(table),
            BlockKind::Participants { delegation } => self.participants(delegation.as_deref()),
            BlockKind::Divider => self.pieces.push(Piece::Divider),
        }
    }

    fn item(&mut self, style: ListStyle, level: usize, words: &RichText) {
        let words = self.words(words);
        if let Some(Piece::List(items)) = self.pieces.last_mut().filter(|_| self.in_list) {
            items.push(self.lists.item(style, level, words));
            return;
        }
        self.lists = Lists::default();
        let first = self.lists.item(style, level, words);
        self.pieces.push(Piece::List(vec![first]));
    }

    fn figure(&mut self, id: PhotoId, beside: bool) {
        let Some(photo) = self.report.photo(id) else { return };
        self.figures += 1;
        let beside = beside && matches!(self.pieces.last(), Some(Piece::Figure(_)));
        let language = self.report.language.as_ref();
        let alt = if photo.decorative { String::new() } else { Typesetting::of(self.report).plain(photo.alt.as_str()) };
        self.pieces.push(Piece::Figure(Figure {
            photo: id,
            number: self.figures,
            caption: self.words(&photo.caption),
            credit: phrases::credit(photo.credit.as_str(), language),
            alt,
            decorative: photo.decorative,
            beside,
        }));
    }

    fn table(&mut self, table: &Table) {
        if table.is_empty() {
            return;
        }
        let rows = table.rows().iter().map(|row| row.iter().map(|cell| self.words(&cell.text)).collect()).collect();
        self.pieces.push(Piece::Table { header: table.header, rows });
    }

    fn participants(&mut self, delegation: Option<&str>) {
        let parts = self.report.listed_participants(delegation);
        if parts.is_empty() {
            return;
        }
        let words = phrases::of(&self.report.language);
        let heading = delegation.unwrap_or(words.participants);
        let is_written =
            |piece: &Piece| matches!(piece, Piece::Heading { words, .. } if words.as_str().trim() == heading);
        // Many reporters write the heading themselves.
        if !self.pieces.last().is_some_and(is_written) {
            self.heading(2, heading);
        }
        let has_others = parts.len() > 1;
        for (name, people) in parts {
            match name.as_deref() {
                Some(name) if delegation.is_none() => self.heading(3, name),
                None if has_others => self.heading(3, words.other_participants),
                _ => {}
            }
            let mut lists = Lists::default();
            let items: Vec<ListItem> =
                people.iter().map(|person| lists.item(ListStyle::Bulleted, 0, entry(person))).collect();
            self.pieces.push(Piece::List(items));
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.pieces.push(Piece::Heading { level, words: RichText::plain(words) });
    }
}

/// A participant in a line: "Dr Lê Thị Hoa, chair, Union of Journalists".
fn entry(participant: &Participant) -> RichText {
    let name = [participant.honorific.as_ref(), participant.shown_name().as_ref()];
    let name = name.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let parts = [name, participant.position(), participant.note.to_string()];
    RichText::plain(&parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", "))
}
