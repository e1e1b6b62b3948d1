//! Markdown (CommonMark with tables) into a draft.

mod front_matter;
mod inline;
mod quotation;
mod reader;
mod table;

use pulldown_cmark::{Options, Parser};
use unicode_normalization::UnicodeNormalization as _;

use crate::import::{Draft, DraftBlock, ending};
use crate::report::RichText;

/// Reads Markdown.
///
/// Struck-out words, footnotes and check boxes are not read as such, so that their marks stay in the text: a report has
/// nothing to turn them into, and dropping the marks would change what was written.
pub fn parse(text: &str) -> Draft {
    // Two forms of one letter must not become two letters because a mark of Markdown stands between them.
    let text: String = text.nfc().collect();
    let mut draft = Draft::default();
    let story = front_matter::take_off(&text, &mut draft);
    let mut events = Parser::new_ext(story, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader = reader::Reader::new(draft);
    while let Some((event, range)) = events.next() {
        let definition = reader::label_used(&event).and_then(|label| events.reference_definitions().get(label));
        reader.used.extend(definition.map(|definition| definition.span.start));
        reader.read(event, range.start, &story[range]);
    }
    let mut unused: Vec<_> =
        events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    unused.retain(|span| !reader.used.contains(&span.start));
    unused.sort_by_key(|span| span.start);
    let (mut draft, starts) = reader.into_parts();
    // "[Chair]: hello" looks like the address of a link that nothing uses; it is what somebody wrote.
    let words = |span: std::ops::Range<usize>| DraftBlock::paragraph(RichText::plain(story[span].trim()));
    let mut unused = unused.into_iter().peekable();
    let mut blocks = Vec::with_capacity(draft.blocks.len());
    for (block, start) in
        std::mem::take(&mut draft.blocks).into_iter().zip(starts.into_iter().chain(std::iter::repeat(usize::MAX)))
    {
        while let Some(span) = unused.next_if(|span| span.start < start) {
            blocks.push(words(span));
        }
        blocks.push(block);
    }
    blocks.extend(unused.map(words));
    draft.blocks = blocks;
    ending::take_off(&mut draft);
    draft
}

#[cfg(test)]
mod tests;
