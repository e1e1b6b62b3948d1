//! The words that were read become blocks.

use crate::import::{DraftBlock, DroppedKind};
use crate::report::{BlockKind, HeadingLevel, ListStyle, RichText};

use super::{Place, Reader};
use crate::import::page::lists;

impl Reader<'_> {
    /// Makes a block of the words since the last one.
    pub(super) fn end_paragraph(&mut self) {
        let frame = self.top();
        if self.words.is_empty() {
            self.words.take();
            return;
        }
        let text = self.words.take();
        match frame.place {
            Place::Body => self.push_words(BlockKind::Paragraph, text),
            Place::Quotation => {
                self.push_words(BlockKind::Quotation { speaker: RichText::new() }, text);
            }
            Place::Heading(level) => self.push_heading(level, text),
            Place::Headline => {
                let whole = self.draft.headline.take();
                let joined = [whole.as_ref().map(|whole| whole.as_str()), Some(text.as_str())];
                let joined: Vec<_> = joined.into_iter().flatten().collect();
                self.draft.headline = Some(RichText::plain(&joined.join(" ")));
            }
            Place::Item(level) => self.push_item(level, frame.list_style, text),
            Place::WordItem(level) => {
                let style = lists::style(&self.marker);
                self.push_words(BlockKind::ListItem { style, level }, text);
            }
            Place::PerhapsItem(level) => match lists::take_marker(&text) {
                Some((marker, words)) => {
                    let level = level.min(BlockKind::MAX_LIST_LEVEL);
                    self.push_words(BlockKind::ListItem { style: lists::style(&marker), level }, words);
                }
                None => self.push_words(BlockKind::Paragraph, text),
            },
            Place::Caption => self.push_caption(text),
            Place::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    table.push(text);
                }
            }
            Place::Marker => {}
        }
    }

    pub(super) fn push(&mut self, kind: BlockKind, text: RichText) {
        self.end_captions(0);
        self.draft.blocks.push(DraftBlock::Text { kind, text });
    }

    pub(super) fn push_words(&mut self, kind: BlockKind, text: RichText) {
        if !text.is_empty() {
            self.push(kind, text);
        }
    }

    /// Captions that no picture followed are paragraphs, all but those of the innermost figures.
    pub(super) fn end_captions(&mut self, but: usize) {
        let count = self.figures.len().saturating_sub(but);
        for figure in &mut self.figures[..count] {
            let caption = std::mem::take(&mut figure.caption);
            if !caption.is_empty() {
                self.draft.blocks.push(DraftBlock::paragraph(caption));
            }
        }
    }

    fn push_heading(&mut self, level: u8, mut text: RichText) {
        self.deep_headings += usize::from(level > 3);
        let level = if level < 3 { HeadingLevel::Two } else { HeadingLevel::Three };
        // That a heading is bold is what a heading is.
        let end = text.len();
        if text.all_styled(0..end, |style| style.strong) {
            text.restyle(0..end, |style| style.strong = false);
        }
        self.push_words(BlockKind::Heading { level }, text);
    }

    /// The words of a list item: a second paragraph of it joins the first, so that the numbers go on, unless a caption that
    /// was read between them waits for its picture.
    fn push_item(&mut self, level: u8, style: ListStyle, text: RichText) {
        let count = self.draft.blocks.len();
        let known = self.items.last().copied().flatten();
        let goes_on = known.is_some_and(|known| known + 1 == count)
            && self.figures.iter().all(|figure| figure.caption.is_empty());
        if let Some(DraftBlock::Text { text: whole, .. }) = self.draft.blocks.last_mut().filter(|_| goes_on) {
            join(whole, text);
            return;
        }
        self.push_words(BlockKind::ListItem { style, level }, text);
        let place = self.draft.blocks.len() - 1;
        if let Some(item) = self.items.last_mut() {
            *item = Some(place);
        }
    }

    fn push_caption(&mut self, text: RichText) {
        let first = self.figures.last().map_or(usize::MAX, |figure| figure.first);
        let count = self.draft.blocks.len();
        match (self.draft.blocks.last_mut(), self.figures.last_mut()) {
            (Some(DraftBlock::Picture(place)), _) if count > first => join(&mut place.caption, text),
            (_, Some(figure)) => join(&mut figure.caption, text),
            _ => self.push_words(BlockKind::Paragraph, text),
        }
    }

    /// Gives the quotation its speaker: what is marked so, or its last paragraph where that begins with a dash.
    pub(super) fn close_quotation(&mut self) {
        const LONGEST: usize = 200;
        let Some(open) = self.quotations.pop() else { return };
        let blocks = &self.draft.blocks[open.first.min(self.draft.blocks.len())..];
        let is_quoted = |block: &DraftBlock| matches!(block, DraftBlock::Text { kind: BlockKind::Quotation { speaker }, .. } if speaker.is_empty());
        if blocks.len() < 2 || !blocks.iter().all(is_quoted) {
            return;
        }
        let texts = || {
            blocks.iter().filter_map(|block| match block {
                DraftBlock::Text { text, .. } => Some(text),
                DraftBlock::Picture(_) => None,
            })
        };
        let dashes = texts().filter(|text| without_dash(text).is_some()).count();
        let Some(last) = texts().next_back() else { return };
        let speaker = match without_dash(last) {
            Some(speaker) if dashes == 1 => speaker,
            None if open.names_speaker => last.clone(),
            _ => return,
        };
        let is_speech = speaker.as_str().ends_with(['?', '!', '…', ',', ':']);
        if is_speech || speaker.as_str().chars().count() > LONGEST {
            return;
        }
        self.draft.blocks.pop();
        if let Some(DraftBlock::Text { kind: BlockKind::Quotation { speaker: own }, .. }) = self.draft.blocks.last_mut()
        {
            *own = speaker;
        }
    }

    pub(super) fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let table = table.into_blocks();
        self.merged_tables += usize::from(table.lost_columns);
        if table.had_merged_cells {
            self.drop(DroppedKind::MergedCells, None);
        }
        self.end_captions(0);
        self.draft.blocks.extend(table.blocks);
    }
}

fn without_dash(text: &RichText) -> Option<RichText> {
    let line = text.as_str();
    let rest = ["—", "–", "―", "--"].iter().find_map(|dash| line.strip_prefix(dash))?.trim_start();
    (!rest.is_empty()).then(|| text.slice(line.len() - rest.len()..line.len()))
}

/// Words after others, with a space between.
fn join(whole: &mut RichText, text: RichText) {
    if !whole.is_empty() {
        whole.append(RichText::plain(" "));
    }
    whole.append(text);
}
