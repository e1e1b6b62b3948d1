//! Copying and pasting.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::style::selected_ranges;
use crate::edit::ops::text::{allowed_style, place_to_write};
use crate::edit::ops::{has_speaker, rows, tabbed, table};
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Block, BlockId, BlockKind, IdSource, Photo, Pos, Report, RichText, Slot, Table};

/// A copied stretch: whole blocks, and parts of the first and the last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clip {
    pub(super) pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) text: RichText,
}

/// Photos that come with a clip.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arrivals {
    /// For the end of the report's photos.
    pub new: Vec<Arc<Photo>>,
    /// Photos of the report that get words which they had not.
    pub described: Vec<Arc<Photo>>,
}

impl Clip {
    /// What is selected; `None` where nothing is.
    pub fn copied(report: &Report, selection: Selection) -> Option<Self> {
        let ranges: Vec<_> = selected_ranges(report, selection).collect();
        let nothing = selection.is_caret() && !super::is_atom(report, selection.slot());
        if nothing {
            return None;
        }
        let piece = |(slot, range): &(Slot, Range<usize>)| {
            let text = report.text(*slot)?.slice(range.clone());
            let is_part = ranges.len() == 1 && report.text(*slot).is_some_and(|whole| whole.len() > range.len());
            let kind = match slot {
                // Some words of a heading are no heading.
                Slot::Block(_) if is_part => BlockKind::Paragraph,
                Slot::Block(id) => report.body.get(*id)?.kind.clone(),
                // With its figure a caption travels in the photo.
                Slot::Caption(photo) if ranges.iter().any(|(slot, _)| is_figure_of(report, *slot, *photo)) => {
                    return None;
                }
                Slot::Speaker(id) if ranges.iter().any(|(slot, _)| *slot == Slot::Block(*id)) => return None,
                Slot::Cell(id, _) if ranges.len() > 1 => return cells(report, *slot, *id, &ranges),
                _ => BlockKind::Paragraph,
            };
            Some(Piece { kind, text })
        };
        Some(Self { pieces: ranges.iter().filter_map(piece).collect() })
    }

    /// Blocks, as they were read elsewhere.
    pub fn of_blocks(blocks: &[Arc<Block>]) -> Self {
        let piece = |block: &Arc<Block>| Piece { kind: block.kind.clone(), text: block.text.clone() };
        Self { pieces: blocks.iter().map(piece).collect() }
    }

    /// The pieces as blocks, to be written down elsewhere.
    pub fn blocks(&self, ids: &mut IdSource) -> Vec<Arc<Block>> {
        let block = |piece: &Piece| Arc::new(Block::new(ids.block(), piece.kind.clone(), piece.text.clone()));
        self.pieces.iter().map(block).collect()
    }

    /// The words, where they are a part of one paragraph.
    pub fn words(&self) -> Option<&RichText> {
        match self.pieces.as_slice() {
            [Piece { kind: BlockKind::Paragraph, text }] => Some(text),
            _ => None,
        }
    }

    /// Plain text as it comes from another program: every line is a paragraph, empty lines only part them. Rows of cells with tabs
    /// between them, as spreadsheets give them, are a table.
    pub fn from_plain(text: &str) -> Self {
        if let Some(table) = tabbed::table(text) {
            return Self { pieces: vec![Piece { kind: BlockKind::Table { table }, text: RichText::new() }] };
        }
        let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).filter(|line| !line.trim().is_empty());
        Self { pieces: lines.map(|line| Piece { kind: BlockKind::Paragraph, text: RichText::plain(line) }).collect() }
    }

    /// The words for other programs: a paragraph a line.
    pub fn plain(&self, report: &Report) -> String {
        let line = |piece: &Piece| match &piece.kind {
            BlockKind::Figure { photo, .. } => {
                report.photo(*photo).map_or_else(String::new, |photo| photo.caption.as_str().to_owned())
            }
            BlockKind::Quotation { speaker } if !speaker.is_empty() => {
                format!("{}\n— {}", piece.text.as_str(), speaker.as_str())
            }
            BlockKind::Table { table } => tabbed::written(table),
            _ => piece.text.as_str().to_owned(),
        };
        self.pieces.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// The selected cells of a table as one piece, told of at the first of them; `None` at the others, and where the whole table is copied.
fn cells(report: &Report, slot: Slot, id: BlockId, ranges: &[(Slot, Range<usize>)]) -> Option<Piece> {
    if ranges.iter().any(|(slot, _)| *slot == Slot::Block(id)) {
        return None;
    }
    let table = report.body.get(id)?.table()?;
    let of_table = |(slot, range): &(Slot, Range<usize>)| match slot {
        Slot::Cell(other, cell) if *other == id => Some((table.place(*cell)?, table.text(*cell)?.slice(range.clone()))),
        _ => None,
    };
    let selected: Vec<_> = ranges.iter().filter_map(of_table).collect();
    let ((first, _), (last, _)) = (selected.first()?, selected.last()?);
    let is_first = matches!(slot, Slot::Cell(_, cell) if table.place(cell) == Some(*first));
    let words =
        |place| selected.iter().find(|(other, _)| *other == place).map(|(_, text)| text.clone()).unwrap_or_default();
    let part = table::part(table, *first, *last, words).filter(|_| is_first)?;
    Some(Piece { kind: BlockKind::Table { table: part }, text: RichText::new() })
}

fn is_figure_of(report: &Report, slot: Slot, photo: crate::report::PhotoId) -> bool {
    matches!(slot, Slot::Block(id) if report.body.get(id).is_some_and(|block| block.photo() == Some(photo)))
}

/// Puts a clip in the place of the selection.
///
/// In a text of one line the pieces stand behind each other. In the body the first piece goes on in the block with the caret and the
/// last one goes on in what was behind the caret, which keeps its kind where that was a whole block. A figure whose photo stands in the
/// text already is left out.
pub fn paste(report: &Report, selection: Selection, clip: &Clip, ids: &mut IdSource) -> Option<Transaction> {
    paste_with(report, selection, clip, Arrivals::default(), ids)
}

/// As [`paste`], with photos that come along.
pub fn paste_with(
    report: &Report,
    selection: Selection,
    clip: &Clip,
    arrivals: Arrivals,
    ids: &mut IdSource,
) -> Option<Transaction> {
    if clip.pieces.is_empty() {
        return None;
    }
    let mut change = Change::new(report);
    let at = place_to_write(&mut change, selection, ids);
    take_in(&mut change, arrivals);
    let pieces = usable(change.report(), clip);
    if pieces.is_empty() {
        return None;
    }
    let filled = match pieces.as_slice() {
        [Piece { kind: BlockKind::Table { table }, .. }] => table::fill(&mut change, at, &texts(table)),
        _ => None,
    };
    if let Some(caret) = filled {
        return change.finish(EditKind::Other, Some(Selection::caret(caret)));
    }
    let caret = match at.slot {
        Slot::Block(id) if pieces.len() > 1 || pieces.iter().any(|piece| !piece.kind.has_text()) => {
            paste_blocks(&mut change, id, at.byte, pieces, selection.is_caret(), ids)
        }
        slot => paste_line(&mut change, slot, at.byte, &pieces),
    };
    change.finish(EditKind::Other, Some(Selection::caret(caret)))
}

fn take_in(change: &mut Change<'_>, arrivals: Arrivals) {
    for photo in arrivals.described {
        if let Some(place) = change.report().photos.iter().position(|known| known.id == photo.id) {
            change.photos(place..place + 1, vec![photo]);
        }
    }
    if !arrivals.new.is_empty() {
        let end = change.report().photos.len();
        change.photos(end..end, arrivals.new);
    }
}

fn usable(report: &Report, clip: &Clip) -> Vec<Piece> {
    let known = |piece: &Piece| match piece.kind {
        BlockKind::Figure { photo, .. } => report.photo(photo).is_some() && report.body.figure_of(photo).is_none(),
        _ => true,
    };
    let keep_known = |text: &mut RichText| {
        let end = text.len();
        text.restyle(0..end, |style| style.person = style.person.filter(|id| report.participant(*id).is_some()));
    };
    let without_strangers = |mut piece: Piece| {
        keep_known(&mut piece.text);
        match &mut piece.kind {
            BlockKind::Quotation { speaker } => keep_known(speaker),
            BlockKind::Table { table } => table.texts_mut().for_each(keep_known),
            _ => {}
        }
        piece
    };
    clip.pieces.iter().filter(|piece| known(piece)).cloned().map(without_strangers).collect()
}

fn texts(table: &Table) -> Vec<Vec<RichText>> {
    table.rows().iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
}

fn paste_line(change: &mut Change<'_>, slot: Slot, byte: usize, pieces: &[Piece]) -> Pos {
    let mut line = RichText::new();
    // A whole heading that is put into an empty paragraph is a heading there.
    let becomes = match (slot, pieces) {
        (Slot::Block(id), [piece]) if piece.kind != BlockKind::Paragraph => {
            let block = change.report().body.get(id).filter(|block| block.text.is_empty());
            let is_free = block.is_some_and(|block| block.kind == BlockKind::Paragraph);
            if is_free {
                change.set_kind(id, piece.kind.clone());
            }
            is_free
        }
        _ => false,
    };
    let words = |piece: &Piece| match &piece.kind {
        BlockKind::Table { table } => table.cells().map(|cell| cell.text.clone()).collect(),
        BlockKind::Quotation { speaker } if !speaker.is_empty() && !becomes => {
            let mut said_by = RichText::plain("— ");
            said_by.append(speaker.clone());
            vec![piece.text.clone(), said_by]
        }
        _ => vec![piece.text.clone()],
    };
    for text in pieces.iter().flat_map(words) {
        if !line.is_empty() && !text.is_empty() {
            line.append(RichText::plain(" "));
        }
        line.append(text);
    }
    let end = line.len();
    line.restyle(0..end, |style| *style = allowed_style(style.clone(), slot));
    Pos::new(slot, change.splice(slot, byte..byte, &line))
}

/// `is_put_in` where it takes no words' place.
fn paste_blocks(
    change: &mut Change<'_>,
    id: BlockId,
    byte: usize,
    mut pieces: Vec<Piece>,
    is_put_in: bool,
    ids: &mut IdSource,
) -> Pos {
    let slot = Slot::Block(id);
    let Some(block) = change.report().body.get(id).cloned() else { return Pos::start(slot) };
    let tail = ids.block();
    // At its start the block itself is what follows: plain words leave a heading one, and a quotation keeps who said it.
    let is_plain = pieces.last().is_some_and(|last| last.kind == BlockKind::Paragraph || !last.kind.has_text());
    let stays = byte == 0 && !block.text.is_empty() && (has_speaker(&block) || (is_put_in && is_plain));
    let rest = if stays { block.kind.clone() } else { block.kind.continued() };
    change.split(id, byte, tail, rest);
    if stays {
        change.set_kind(id, BlockKind::Paragraph);
    }
    let was_empty = byte == 0;
    let begins_apart = block.kind == BlockKind::Paragraph && pieces.first().is_some_and(|piece| !piece.kind.has_text());
    if let Some(first) = pieces.first().filter(|piece| piece.kind.has_text()).cloned() {
        pieces.remove(0);
        change.splice(slot, byte..byte, &first.text);
        if was_empty {
            change.set_kind(id, first.kind);
        }
    }
    let last = pieces.pop_if(|piece| piece.kind.has_text());
    let place = change.report().body.place(id).map_or(0, |place| place + 1);
    // A picture takes the place of an empty paragraph.
    let gives_way = begins_apart && change.report().body.get(id).is_some_and(|head| head.text.is_empty());
    let first = if gives_way { place - 1 } else { place };
    let blocks = pieces.into_iter().map(|piece| Arc::new(Block::new(ids.block(), piece.kind, piece.text)));
    let mut blocks: Vec<_> = blocks.collect();
    if let Some(first) = blocks.first_mut() {
        // What it stood beside is not there.
        *first = rows::with(first, false);
    }
    change.blocks(first..place, blocks);
    let Some(last) = last else { return Pos::start(Slot::Block(tail)) };
    let end = change.splice(Slot::Block(tail), 0..0, &last.text);
    if !stays {
        change.set_kind(tail, last.kind);
    }
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

    #[test]
    fn a_whole_heading_stays_one_and_some_of_its_words_are_words() {
        let copied = |source: &str| {
            let (report, selection) = state(source);
            Clip::copied(&report, selection).unwrap()
        };
        let (whole, part) = (copied("h2 <One two>"), copied("h2 <One> two"));
        check("p |", |report, selection, ids| paste(report, selection, &whole, ids), "h2 One two|");
        check("p a|", |report, selection, ids| paste(report, selection, &whole, ids), "p aOne two|");
        check("p |", |report, selection, ids| paste(report, selection, &part, ids), "p One|");
    }

    #[test]
    fn a_picture_takes_the_place_of_an_empty_paragraph_and_its_photo_comes_along() {
        let (other, _) = state("fig 1 cap|");
        let arrivals = Arrivals { new: other.photos.clone(), described: Vec::new() };
        let clip = Clip::of_blocks(other.body.blocks());
        let put = |report: &Report, selection: Selection, ids: &mut IdSource| {
            paste_with(report, selection, &clip, arrivals.clone(), ids)
        };
        check("p one\np |", put, "p one\nfig 1 cap\np |");
        check("p on|e", put, "p on\nfig 1 cap\np |e");
    }

    #[test]
    fn who_said_it_is_not_lost_in_a_line() {
        let said = Piece { kind: BlockKind::Quotation { speaker: "Anna".into() }, text: "So".into() };
        let clip = Clip { pieces: vec![said] };
        check("p a |", |report, selection, ids| paste(report, selection, &clip, ids), "p a So — Anna|");
    }

    #[test]
    fn cells_are_copied_as_a_table_and_fill_cells() {
        let (report, selection) = state("p x\ntab a ; <b / c> ; d\np y");
        let clip = Clip::copied(&report, selection).unwrap();
        assert_eq!(clip.plain(&report), "\tb\nc\t");
        let put = |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &clip, ids);
        check("p x|", put, "p x\ntab ; b / c ;\np |");
        check("tab 1 ; 2| / 3 ; 4", put, "tab 1 ; ; b / 3 ; c ; |");
        let (report, selection) = state("tab a ; x<b ; c>d / e ; f ; g");
        assert_eq!(Clip::copied(&report, selection).unwrap().plain(&report), "b\tc");
        let (report, selection) = state("tab a ; x<b>y");
        assert_eq!(Clip::copied(&report, selection).unwrap().plain(&report), "b");
    }

    #[test]
    fn rows_from_a_spreadsheet_become_a_table_and_words_in_a_line() {
        let clip = Clip::from_plain("Tên\tPhiếu\nAn\t12\n");
        let put = |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &clip, ids);
        check("p a|b", put, "p a\ntab Tên ; Phiếu / An ; 12\np |b");
        check("fig 1 cap|", put, "fig 1 capTên Phiếu An 12|");
        check("tab |", put, "tab Tên ; Phiếu / An ; 12|");
    }

    #[test]
    fn a_whole_table_travels_with_its_neighbours() {
        let (report, selection) = state("p <one\ntabh a ; b\np two>");
        let clip = Clip::copied(&report, selection).unwrap();
        assert_eq!(clip.plain(&report), "one\na\tb\ntwo");
        let put = |report: &Report, selection: Selection, ids: &mut IdSource| paste(report, selection, &clip, ids);
        check("p |", put, "p one\ntabh a ; b\np two|");
    }
}
