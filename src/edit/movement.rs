//! Where the caret goes: by character as a reader sees it, by word, by text, by document.
//!
//! Movement by lines depends on how the text is laid out and lives with the window.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::report::{BlockKind, Pos, Report, Slot};

/// One character to the right, into the next text of the page at the end.
pub fn next_character(report: &Report, pos: Pos) -> Pos {
    let Some(text) = report.text(pos.slot) else { return report.first_pos() };
    match next_boundary(text.as_str(), pos.byte) {
        Some(byte) => Pos::new(pos.slot, byte),
        None => report.next_slot(pos.slot).map_or(pos, Pos::start),
    }
}

/// One character to the left, into the text before at the start.
pub fn previous_character(report: &Report, pos: Pos) -> Pos {
    let Some(text) = report.text(pos.slot) else { return report.first_pos() };
    match previous_boundary(text.as_str(), pos.byte) {
        Some(byte) => Pos::new(pos.slot, byte),
        None => report.previous_slot(pos.slot).map_or(pos, |slot| report.end_of(slot)),
    }
}

/// The end of this word or of the next one.
pub fn next_word(report: &Report, pos: Pos) -> Pos {
    let Some(text) = report.text(pos.slot) else { return report.first_pos() };
    if pos.byte >= text.len() {
        return report.next_slot(pos.slot).map_or(pos, Pos::start);
    }
    let ends = words(text.as_str()).into_iter().map(|word| word.end);
    let end = ends.into_iter().find(|end| *end > pos.byte);
    Pos::new(pos.slot, end.unwrap_or(text.len()))
}

/// The start of this word or of the one before.
pub fn previous_word(report: &Report, pos: Pos) -> Pos {
    let Some(text) = report.text(pos.slot) else { return report.first_pos() };
    if pos.byte == 0 {
        return report.previous_slot(pos.slot).map_or(pos, |slot| report.end_of(slot));
    }
    let starts = words(text.as_str()).into_iter().map(|word| word.start);
    Pos::new(pos.slot, starts.take_while(|start| *start < pos.byte).last().unwrap_or(0))
}

/// The start of this text, or of the one before where the caret is there already.
pub fn paragraph_up(report: &Report, pos: Pos) -> Pos {
    if pos.byte > 0 {
        return Pos::start(pos.slot);
    }
    report.previous_slot(pos.slot).map_or(pos, Pos::start)
}

/// The start of the next text; the end of the last one.
pub fn paragraph_down(report: &Report, pos: Pos) -> Pos {
    report.next_slot(pos.slot).map_or_else(|| report.end_of(pos.slot), Pos::start)
}

/// Where a writer goes on in a report that is opened without a remembered caret: the headline while it is empty, else the
/// start of the story.
pub fn start_of_writing(report: &Report) -> Pos {
    let first = report.body.blocks().iter().find(|block| matches!(block.kind, BlockKind::Paragraph));
    match first {
        Some(block) if !report.headline.is_empty() => Pos::start(Slot::Block(block.id)),
        _ => Pos::start(Slot::Headline),
    }
}

/// The word around a place, or the spaces or sign there: what a double click selects.
pub fn word_around(report: &Report, pos: Pos) -> Range<usize> {
    let text = report.text(pos.slot).map_or("", |text| text.as_str());
    let pieces = text.split_word_bound_indices();
    let pieces = pieces.map(|(start, piece)| whole_characters(text, start..start + piece.len()));
    let at_end = pos.byte >= text.len();
    let mut found = 0..text.len();
    for piece in pieces {
        if piece.contains(&pos.byte) || (at_end && piece.end == text.len()) {
            found = piece;
        }
    }
    found
}

/// The boundary after an offset, by grapheme clusters (UAX #29).
pub fn next_boundary(text: &str, byte: usize) -> Option<usize> {
    let mut cursor = GraphemeCursor::new(byte.min(text.len()), text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten()
}

/// The boundary before an offset, by grapheme clusters (UAX #29).
pub fn previous_boundary(text: &str, byte: usize) -> Option<usize> {
    let mut cursor = GraphemeCursor::new(byte.min(text.len()), text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten()
}

fn words(text: &str) -> Vec<Range<usize>> {
    text.unicode_word_indices().map(|(start, word)| whole_characters(text, start..start + word.len())).collect()
}

/// A stretch with all of the characters that it cuts: the rules for words know no Thai, and part a consonant from its AM.
fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let is_boundary = |byte| GraphemeCursor::new(byte, text.len(), true).is_boundary(text, 0) != Ok(false);
    let start = if is_boundary(range.start) { None } else { previous_boundary(text, range.start) };
    let end = if is_boundary(range.end) { None } else { next_boundary(text, range.end) };
    start.unwrap_or(range.start)..end.unwrap_or(range.end)
}
