//! Kinds of block, and blocks as wholes.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::edit::ops::rows;
use crate::edit::ops::text::keep_a_place_to_write;
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Block, BlockKind, IdSource, PhotoId, Pos, Report, RichText, Slot};

/// The places of the first and the last block that the selection touches.
pub fn selected_blocks(report: &Report, selection: Selection) -> Option<RangeInclusive<usize>> {
    let (from, to) = selection.ordered(report);
    let first = block_place(report, from.slot).unwrap_or(0);
    let last = block_place(report, to.slot)?;
    Some(first..=last)
}

/// The place of the block that a slot belongs to.
pub fn block_place(report: &Report, slot: Slot) -> Option<usize> {
    match slot {
        Slot::Block(id) | Slot::Speaker(id) | Slot::Cell(id, _) => report.body.place(id),
        Slot::Caption(photo) => report.body.figure_of(photo),
        _ => None,
    }
}

/// The kind of the block with the caret.
pub fn current_kind(report: &Report, selection: Selection) -> Option<&BlockKind> {
    report.body.blocks().get(block_place(report, selection.slot())?).map(|block| &block.kind)
}

/// Makes the selected blocks with words another kind; paragraphs again where all of them are of that kind already. List items
/// keep their level, quotations their speaker; what is a quotation no more says behind its words who spoke them.
pub fn set_kind(report: &Report, selection: Selection, kind: &BlockKind) -> Option<Transaction> {
    let places = selected_blocks(report, selection)?;
    let blocks: Vec<_> = report.body.blocks().get(places)?.iter().filter(|block| block.kind.has_text()).collect();
    let same = |block: &Arc<Block>| {
        std::mem::discriminant(&block.kind) == std::mem::discriminant(kind) && alike(&block.kind, kind)
    };
    let off = blocks.iter().all(|block| same(block));
    let mut change = Change::new(report);
    for block in blocks {
        let wanted = match (&block.kind, kind) {
            _ if off => BlockKind::Paragraph,
            (BlockKind::ListItem { level, .. }, BlockKind::ListItem { style, .. }) => {
                BlockKind::ListItem { style: *style, level: *level }
            }
            (BlockKind::Quotation { .. }, BlockKind::Quotation { .. }) => block.kind.clone(),
            _ => kind.clone(),
        };
        if let BlockKind::Quotation { speaker } = &block.kind
            && !speaker.is_empty()
            && !matches!(wanted, BlockKind::Quotation { .. })
        {
            let end = block.text.as_str().len();
            let mut said_by = RichText::plain(if end == 0 { "— " } else { " — " });
            said_by.append(speaker.clone());
            change.splice(Slot::Block(block.id), end..end, &said_by);
        }
        change.set_kind(block.id, wanted);
    }
    let selection = on_words(change.report(), selection);
    change.finish(EditKind::Other, Some(selection))
}

/// A caret in the speaker of a quotation that is one no more goes to the end of its words.
fn on_words(report: &Report, selection: Selection) -> Selection {
    let to_words = |pos: Pos| match pos.slot {
        Slot::Speaker(id) if report.text(pos.slot).is_none() => report.end_of(Slot::Block(id)),
        _ => pos,
    };
    Selection::new(to_words(selection.anchor), to_words(selection.head))
}

/// Whether both are one entry of the style menu.
fn alike(one: &BlockKind, other: &BlockKind) -> bool {
    match (one, other) {
        (BlockKind::Heading { level: one }, BlockKind::Heading { level: other }) => one == other,
        (BlockKind::ListItem { style: one, .. }, BlockKind::ListItem { style: other, .. }) => one == other,
        _ => true,
    }
}

/// Moves list items one level in (`true`) or out, with the items below the last of them. An item goes at most one level deeper than the one before it.
pub fn indent(report: &Report, selection: Selection, deeper: bool) -> Option<Transaction> {
    let places = selected_blocks(report, selection)?;
    let mut change = Change::new(report);
    let mut above = places.start().checked_sub(1).and_then(|place| list_level(report.body.blocks().get(place)?));
    let below = items_below(report, *places.end());
    let mut moved = false;
    for (place, block) in report.body.blocks().iter().enumerate().skip(*places.start()) {
        // Those below move only if the one that they belong to does.
        if place > *places.end() + below || (place > *places.end() && !moved) {
            break;
        }
        let BlockKind::ListItem { style, level: before } = block.kind else {
            above = None;
            continue;
        };
        let deepest = above.map_or(0, |level: u8| level + 1).min(BlockKind::MAX_LIST_LEVEL);
        let level = if deeper { (before + 1).min(deepest.max(before)) } else { before.saturating_sub(1) };
        change.set_kind(block.id, BlockKind::ListItem { style, level });
        moved |= place == *places.end() && level != before;
        above = Some(level);
    }
    change.finish(EditKind::Other, Some(selection))
}

/// How many items that follow an item belong to it.
fn items_below(report: &Report, place: usize) -> usize {
    let blocks = report.body.blocks();
    let Some(level) = blocks.get(place).and_then(list_level) else { return 0 };
    blocks.iter().skip(place + 1).take_while(|block| list_level(block).is_some_and(|below| below > level)).count()
}

fn list_level(block: &Arc<Block>) -> Option<u8> {
    match block.kind {
        BlockKind::ListItem { level, .. } => Some(level),
        _ => None,
    }
}

/// Moves the selected blocks up or down by one, past a whole row of figures.
pub fn shift(report: &Report, selection: Selection, down: bool) -> Option<Transaction> {
    let places = selected_blocks(report, selection)?;
    block_place(report, selection.ordered(report).0.slot)?;
    rows::shift(report, selection, *places.start()..*places.end() + 1, down)
}

/// Puts a block without words at the caret: after the block that the caret is in, or before it where the caret is at its start. The
/// caret goes on to where one can write.
pub fn insert_atom(report: &Report, selection: Selection, kind: BlockKind, ids: &mut IdSource) -> Option<Transaction> {
    let place = insertion_place(report, selection.head);
    let mut change = Change::new(report);
    let caret = insert_at(&mut change, place, kind, ids);
    change.finish(EditKind::Other, Some(Selection::caret(caret)))
}

/// Puts a photo into the text at the caret, or moves its figure there.
pub fn insert_figure(report: &Report, selection: Selection, photo: PhotoId, ids: &mut IdSource) -> Option<Transaction> {
    place_figure(report, photo, insertion_place(report, selection.head), ids)
}

/// Puts a photo before the block at a place (the number of blocks: at the end), or moves its figure there.
pub fn place_figure(report: &Report, photo: PhotoId, place: usize, ids: &mut IdSource) -> Option<Transaction> {
    report.photo(photo)?;
    let mut change = Change::new(report);
    let place = place.min(report.body.len());
    let Some(old) = report.body.figure_of(photo) else {
        let caret = insert_at(&mut change, place, BlockKind::Figure { photo, beside: false }, ids);
        rows::begin(&mut change, place + 1);
        return change.finish(EditKind::Other, Some(Selection::caret(caret)));
    };
    let stands_alone = report.body.row(old).is_none_or(|row| row.len() == 1);
    if (place == old || place == old + 1) && stands_alone {
        return None;
    }
    let figure = rows::with(report.body.blocks().get(old)?, false);
    let id = figure.id;
    change.blocks(old..old + 1, Vec::new());
    let place = if place > old { place - 1 } else { place };
    change.blocks(place..place, vec![figure]);
    rows::begin(&mut change, place + 1);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(Slot::Block(id)))))
}

/// Takes the figures of photos out of the text; the photos stay in the report.
pub fn remove_figures(report: &Report, photos: &[PhotoId], ids: &mut IdSource) -> Option<Transaction> {
    photos.iter().find(|photo| report.body.figure_of(**photo).is_some())?;
    let mut change = Change::new(report);
    for photo in photos {
        if let Some(place) = change.report().body.figure_of(*photo) {
            change.blocks(place..place + 1, Vec::new());
        }
    }
    keep_a_place_to_write(&mut change, None, ids);
    change.finish(EditKind::Other, None)
}

/// Before which block something goes that is inserted at a place.
pub fn insertion_place(report: &Report, at: Pos) -> usize {
    let Some(place) = block_place(report, at.slot) else {
        return if report.reading_rank(at.slot).is_some() { 0 } else { end_of_writing(report) };
    };
    let at_start = matches!(at.slot, Slot::Block(id) if at.byte == 0 && report.body.get(id).is_some_and(|block| block.kind.has_text()));
    if at_start { place } else { report.body.row(place).map_or(place + 1, |row| row.end) }
}

/// Behind the last block; before it where it is a paragraph that waits for words.
fn end_of_writing(report: &Report) -> usize {
    let waits = |block: &Arc<Block>| block.kind == BlockKind::Paragraph && block.text.is_empty();
    report.body.len() - usize::from(report.body.blocks().last().is_some_and(waits))
}

pub(super) fn insert_at(change: &mut Change<'_>, place: usize, kind: BlockKind, ids: &mut IdSource) -> Pos {
    let atom = Block::new(ids.block(), kind, RichText::new());
    let mut inserted = vec![Arc::new(atom)];
    let after = change.report().body.blocks().get(place).filter(|block| block.kind.has_text()).map(|block| block.id);
    let caret = after.unwrap_or_else(|| {
        let below = Block::new(ids.block(), BlockKind::Paragraph, RichText::new());
        let id = below.id;
        inserted.push(Arc::new(below));
        id
    });
    change.blocks(place..place, inserted);
    Pos::start(Slot::Block(caret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, photo};
    use crate::report::{HeadingLevel, ListStyle};

    fn heading(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
        set_kind(report, selection, &BlockKind::Heading { level: HeadingLevel::Two })
    }

    fn bullets(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
        set_kind(report, selection, &BlockKind::ListItem { style: ListStyle::Bulleted, level: 0 })
    }

    #[test]
    fn a_kind_is_switched_on_and_off() {
        check("p he|llo", heading, "h2 he|llo");
        check("h2 he|llo", heading, "p he|llo");
    }

    #[test]
    fn who_spoke_is_not_lost_with_the_quotation() {
        check("quote S|o ~ Anna", heading, "h2 S|o — Anna");
        check("quote So ~ [1:An|na]", heading, "h2 So — [1:Anna]|");
        check("quote  ~ Anna|", bullets, "- — Anna|");
        check("quote <a ~ Anna\nquote b>", heading, "h2 <a — Anna\nh2 b>");
    }

    #[test]
    fn items_go_with_the_one_that_they_belong_to() {
        let out = |report: &Report, selection, _: &mut IdSource| indent(report, selection, false);
        let deeper = |report: &Report, selection, _: &mut IdSource| indent(report, selection, true);
        check("1. a\n1.1. b|\n1.1.1. c\n1.1. d", out, "1. a\n1. b|\n1.1. c\n1.1. d");
        check("1. a\n1. b|\n1.1. c\n1. d", deeper, "1. a\n1.1. b|\n1.1.1. c\n1. d");
    }

    #[test]
    fn a_list_is_made_of_all_selected_blocks_with_words() {
        check("p <one\nfig 1 cap\n1. two>", bullets, "- <one\nfig 1 cap\n- two>");
    }

    #[test]
    fn an_item_goes_one_level_deeper_than_the_one_above() {
        let deeper = |report: &Report, selection, _: &mut IdSource| indent(report, selection, true);
        check("- one\n- t|wo", deeper, "- one\n-- t|wo");
        check_nothing("- one\n-- t|wo", deeper);
        check_nothing("p one\n- t|wo", deeper);
    }

    #[test]
    fn blocks_move_past_their_neighbour() {
        let down = |report: &Report, selection, _: &mut IdSource| shift(report, selection, true);
        check("p o|ne\nh2 two\np three", down, "h2 two\np o|ne\np three");
        check_nothing("h2 two\np o|ne", down);
    }

    #[test]
    fn a_divider_goes_after_the_block_with_the_caret() {
        let divider =
            |report: &Report, selection, ids: &mut IdSource| insert_atom(report, selection, BlockKind::Divider, ids);
        check("p o|ne\np two", divider, "p one\n---\np |two");
        check("p |one", divider, "---\np |one");
        check("p one|", divider, "p one\n---\np |");
    }

    #[test]
    fn a_photo_is_in_the_text_once() {
        let place =
            |report: &Report, selection: Selection, ids: &mut IdSource| insert_figure(report, selection, photo(1), ids);
        check("fig 1 cap\np one\np two|", place, "p one\np two\nfig 1 |# cap");
        check(
            "p one\np t|wo\nfig 1 cap\np x",
            |report, selection, ids| place_figure(report, photo(1), 0, ids).filter(|_| selection.is_caret()),
            "fig 1 |# cap\np one\np two\np x",
        );
    }

    #[test]
    fn what_comes_from_outside_of_the_text_goes_to_its_end_and_leaves_no_gap() {
        for (before, after) in [("p one\np |", "p one\nfig 1 \np |"), ("p one|", "p one\nfig 1 \np |")] {
            let (mut report, _) = crate::edit::notation::state(&format!("{before}\nfig 1 "));
            let figure = report.body.figure_of(photo(1)).unwrap();
            let mut blocks = report.body.blocks().to_vec();
            blocks.remove(figure);
            report.body = crate::report::Body::new(blocks);
            let caption = Selection::caret(Pos::start(Slot::Caption(photo(1))));
            let mut editor = crate::edit::Editor::new(report, IdSource::from_seed(9));
            let placed = insert_figure(editor.report(), caption, photo(1), &mut IdSource::from_seed(3));
            let _ = editor.apply(placed, 0);
            assert_eq!(crate::edit::notation::print(editor.report(), editor.selection()), after);
        }
    }
}
