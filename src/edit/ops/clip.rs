//! Copying and pasting.

use std::sync::Arc;

use crate::edit::ops::style::selected_ranges;
use crate::edit::ops::text::{allowed_style, place_to_write};
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Block, BlockKind, IdSource, Pos, Report, RichText, Slot};

/// A copied stretch: whole blocks, and parts of the first and the last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clip {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq)]
struct Piece {
    kind: BlockKind,
    text: RichText,
}

impl Clip {
    /// What is selected; `None` where nothing is.
    pub fn copied(report: &Report, selection: Selection) -> Option<Self> {
        let ranges: Vec<_> = selected_ranges(report, selection).collect();
        let nothing = selection.is_caret() && !super::is_atom(report, selection.slot());
        if nothing {
            return None;
        }
        let piece = |(slot, range): &(Slot, std::ops::Range<usize>)| {
            let text = report.text(*slot)?.slice(range.clone());
            let kind = match slot {
                Slot::Block(id) => report.body.get(*id)?.kind.clone(),
                // With its figure a caption travels in the photo.
                Slot::Caption(photo) if ranges.iter().any(|(slot, _)| is_figure_of(report, *slot, *photo)) => {
                    return None;
                }
                Slot::Speaker(id) if ranges.iter().any(|(slot, _)| *slot == Slot::Block(*id)) => return None,
                _ => BlockKind::Paragraph,
            };
            Some(Piece { kind, text })
        };
        Some(Self { pieces: ranges.iter().filter_map(piece).collect() })
    }

    /// Plain text as it comes from another program: every line is a paragraph, empty lines only part them.
    pub fn from_plain(text: &str) -> Self {
        let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).filter(|line| !line.trim().is_empty());
        Self { pieces: lines.map(|line| Piece { kind: BlockKind::Paragraph, text: RichText::plain(line) }).collect() }
    }

    /// The words for other programs: a paragraph a line.
    pub fn plain(&self, report: &Report) -> String {
        let line = |piece: &Piece| match &piece.kind {
            BlockKind::Figure { photo } => {
                report.photo(*photo).map_or_else(String::new, |photo| photo.caption.as_str().to_owned())
            }
            BlockKind::Quotation { speaker } if !speaker.is_empty() => {
                format!("{}\n— {}", piece.text.as_str(), speaker.as_str())
            }
            _ => piece.text.as_str().to_owned(),
        };
        self.pieces.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn is_figure_of(report: &Report, slot: Slot, photo: crate::report::PhotoId) -> bool {
    matches!(slot, Slot::Block(id) if report.body.get(id).is_some_and(|block| block.photo() == Some(photo)))
}

/// Puts a clip in the place of the selection.
///
/// In a text of one line the pieces stand behind each other. In the body the first piece goes on in the block with the caret and the
/// last one goes on in what was behind the caret. A figure whose photo stands in the text already is left out.
pub fn paste(report: &Report, selection: Selection, clip: &Clip, ids: &mut IdSource) -> Option<Transaction> {
    if clip.pieces.is_empty() {
        return None;
    }
    let mut change = Change::new(report);
    let at = place_to_write(&mut change, selection, ids);
    let pieces = usable(change.report(), clip);
    let caret = match at.slot {
        Slot::Block(id) if pieces.len() > 1 || pieces.iter().any(|piece| !piece.kind.has_text()) => {
            paste_blocks(&mut change, id, at.byte, pieces, ids)
        }
        slot => paste_line(&mut change, slot, at.byte, &pieces),
    };
    change.finish(EditKind::Other, Some(Selection::caret(caret)))
}

fn usable(report: &Report, clip: &Clip) -> Vec<Piece> {
    let known = |piece: &Piece| match piece.kind {
        BlockKind::Figure { photo } => report.photo(photo).is_some() && report.body.figure_of(photo).is_none(),
        _ => true,
    };
    let without_strangers = |mut piece: Piece| {
        let end = piece.text.len();
        piece.text.restyle(0..end, |style| style.person = style.person.filter(|id| report.participant(*id).is_some()));
        piece
    };
    clip.pieces.iter().filter(|piece| known(piece)).cloned().map(without_strangers).collect()
}

fn paste_line(change: &mut Change<'_>, slot: Slot, byte: usize, pieces: &[Piece]) -> Pos {
    let mut line = RichText::new();
    for piece in pieces {
        if !line.is_empty() && !piece.text.is_empty() {
            line.append(RichText::plain(" "));
        }
        line.append(piece.text.clone());
    }
    let end = line.len();
    line.restyle(0..end, |style| *style = allowed_style(style.clone(), slot));
    Pos::new(slot, change.splice(slot, byte..byte, &line))
}

fn paste_blocks(
    change: &mut Change<'_>,
    id: crate::report::BlockId,
    byte: usize,
    mut pieces: Vec<Piece>,
    ids: &mut IdSource,
) -> Pos {
    let slot = Slot::Block(id);
    let Some(block) = change.report().body.get(id).cloned() else { return Pos::start(slot) };
    let tail = ids.block();
    change.split(id, byte, tail, block.kind.continued());
    let was_empty = byte == 0;
    if let Some(first) = pieces.first().filter(|piece| piece.kind.has_text()).cloned() {
        pieces.remove(0);
        change.splice(slot, byte..byte, &first.text);
        if was_empty {
            change.set_kind(id, first.kind);
        }
    }
    let last = pieces.pop_if(|piece| piece.kind.has_text());
    let place = change.report().body.place(id).map_or(0, |place| place + 1);
    let blocks = pieces.into_iter().map(|piece| Arc::new(Block::new(ids.block(), piece.kind, piece.text)));
    change.blocks(place..place, blocks.collect());
    let Some(last) = last else { return Pos::start(Slot::Block(tail)) };
    let end = change.splice(Slot::Block(tail), 0..0, &last.text);
    change.set_kind(tail, last.kind);
    Pos::new(Slot::Block(tail), end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, state};

    fn pasted(text: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| paste(report, selection, &Clip::from_plain(text), ids)
    }

    #[test]
    fn lines_become_paragraphs() {
        check("p he|llo", pasted("one\r\n\r\ntwo\nthree"), "p heone\np two\np three|llo");
    }

    #[test]
    fn one_line_stays_in_the_block() {
        check("h2 he|llo", pasted("XY\n"), "h2 heXY|llo");
    }

    #[test]
    fn a_caption_takes_lines_as_one() {
        check("fig 1 he|llo", pasted("a\nb"), "fig 1 hea b|llo");
    }

    #[test]
    fn what_was_copied_here_keeps_kind_and_style() {
        let (report, selection) = state("h2 <One\np tw*o*>");
        let clip = Clip::copied(&report, selection).unwrap();
        assert_eq!(clip.plain(&report), "One\ntwo");
        check("p |", |report, selection, ids| paste(report, selection, &clip, ids), "h2 One\np tw*o*|");
    }
}
