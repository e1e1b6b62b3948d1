//! Photos side by side: two or three figures that stand in one row of the page.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::blocks::selected_blocks;
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Block, BlockKind, Body, PhotoId, Pos, Report, Slot};

/// Puts the figure with the caret into one row with the figure before it; of several selected figures, all into the row of the first.
pub fn place_beside(report: &Report, selection: Selection) -> Option<Transaction> {
    let places = selected_blocks(report, selection)?;
    let body = &report.body;
    let is_several = places.end() > places.start();
    let first = *places.start() + usize::from(is_several);
    let all_figures = body.blocks().get(places.clone())?.iter().all(|block| block.photo().is_some());
    let before = body.row(first.checked_sub(1)?)?;
    let row = before.len() + (*places.end() + 1).saturating_sub(first.max(before.end));
    if !all_figures || row > BlockKind::MAX_ROW {
        return None;
    }
    set(report, selection, first..*places.end() + 1, true)
}

/// Gives the figure with the caret, or each selected one, a line of its own. What stood after it in its row stands alone then, or leads
/// what is left.
pub fn own_line(report: &Report, selection: Selection) -> Option<Transaction> {
    let places = selected_blocks(report, selection)?;
    let end = (*places.end() + 2).min(report.body.len());
    // Only what stands beside something in earnest: a lead that has nobody before it keeps as it is.
    let leaves = |place: usize| report.body.row(place).is_some_and(|row| row.start < place);
    let changed: Vec<usize> = (*places.start()..end).filter(|place| leaves(*place)).collect();
    let (first, last) = (*changed.first()?, *changed.last()?);
    set(report, selection, first..last + 1, false)
}

/// What a command for rows is about: the figures that are selected in the text; where none is, that of the chosen photo.
pub fn meant(report: &Report, selection: Selection, chosen: Option<PhotoId>) -> Selection {
    let is_figure = |place: usize| report.body.blocks().get(place).is_some_and(|block| block.photo().is_some());
    if selected_blocks(report, selection).is_some_and(|mut places| places.any(is_figure)) {
        return selection;
    }
    let figure = chosen.and_then(|photo| report.body.blocks().get(report.body.figure_of(photo)?));
    figure.map_or(selection, |figure| Selection::caret(Pos::start(Slot::Block(figure.id))))
}

/// Puts a photo into the row of a figure, before or after that one; moves its own figure there where it has one.
pub fn place_in_row(
    report: &Report,
    photo: PhotoId,
    beside: PhotoId,
    after: bool,
    ids: &mut crate::report::IdSource,
) -> Option<Transaction> {
    report.photo(photo)?;
    let body = &report.body;
    let target = body.figure_of(beside)?;
    let row = body.row(target)?;
    let old = body.figure_of(photo);
    let comes_from_row = old.is_some_and(|old| row.contains(&old));
    if photo == beside || (row.len() == BlockKind::MAX_ROW && !comes_from_row) {
        return None;
    }
    let place = target + usize::from(after);
    if old.is_some_and(|old| comes_from_row && (place == old || place == old + 1)) {
        return None;
    }
    let mut change = Change::new(report);
    let mut figure = match old {
        Some(old) => {
            let figure = body.blocks().get(old).cloned()?;
            change.blocks(old..old + 1, Vec::new());
            Block::clone(&figure)
        }
        None => Block::new(ids.block(), BlockKind::Figure { photo, beside: false }, crate::report::RichText::new()),
    };
    let id = figure.id;
    // Where the row is now that the figure is out of its old place.
    let body = &change.report().body;
    let target = body.figure_of(beside)?;
    let place = target + usize::from(after);
    let leads = body.row(target).is_some_and(|row| row.start == place);
    if let BlockKind::Figure { beside, .. } = &mut figure.kind {
        *beside = !leads;
    }
    let follower = body.blocks().get(place).filter(|_| leads).map(|block| with(block, true));
    let range = place..place + usize::from(follower.is_some());
    change.blocks(range, std::iter::once(Arc::new(figure)).chain(follower).collect());
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(Slot::Block(id)))))
}

/// Moves the selected blocks past their neighbours. Inside of its row a figure goes past the one beside it; at the end of the row it leaves
/// it for a line of its own; and what is not of a row goes past the whole of it.
pub(super) fn shift(report: &Report, selection: Selection, places: Range<usize>, down: bool) -> Option<Transaction> {
    let body = &report.body;
    let blocks = body.blocks();
    let row = body.row(places.start).filter(|row| row.end >= places.end && row.len() > places.len());
    let mut change = Change::new(report);
    if let Some(row) = row {
        let goes_on = if down { places.end < row.end } else { places.start > row.start };
        if !goes_on {
            // Out of the row, still beside the same neighbours otherwise.
            let cut = if down { places.start } else { places.end };
            return set(report, selection, cut..cut + 1, false);
        }
        let range = if down { places.start..places.end + 1 } else { places.start - 1..places.end };
        let leads = blocks.get(range.start)?.is_beside();
        let mut moved: Vec<_> = blocks.get(range.clone())?.to_vec();
        if down {
            moved.rotate_right(1);
        } else {
            moved.rotate_left(1);
        }
        let moved = moved.iter().enumerate().map(|(index, block)| with(block, index > 0 || leads)).collect();
        change.blocks(range, moved);
        return change.finish(EditKind::Other, Some(selection));
    }
    let whole = |place: usize| body.row(place).unwrap_or(place..place + 1);
    let (over, range) = if down {
        let over = whole(places.end).end;
        (over - places.end, places.start..over)
    } else {
        let start = whole(places.start.checked_sub(1)?).start;
        (places.start - start, start..places.end)
    };
    let mut moved: Vec<_> = blocks.get(range.clone())?.to_vec();
    if moved.len() == places.len() {
        return None;
    }
    if down {
        moved.rotate_right(over);
    } else {
        moved.rotate_left(over);
    }
    // Each part begins anew where it comes to stand behind another figure.
    let seam = if down { over } else { places.len() };
    for start in [0, seam] {
        if let Some(block) = moved.get_mut(start) {
            *block = with(block, false);
        }
    }
    change.blocks(range.clone(), moved);
    let next = range.end;
    if let Some(block) = blocks.get(next).filter(|block| block.is_beside()) {
        change.blocks(next..next + 1, vec![with(block, false)]);
    }
    change.finish(EditKind::Other, Some(selection))
}

/// What follows blocks that go, where they led its row: it leads now, and does not join the row before.
pub(crate) fn new_lead(body: &Body, gone: &Range<usize>) -> Option<Arc<Block>> {
    let next = body.blocks().get(gone.end).filter(|block| block.is_beside())?;
    let row = body.row(gone.end)?;
    (row.start >= gone.start && row.start < gone.end).then(|| with(next, false))
}

/// Lets the figure at a place begin a row: another one that it does not belong to was put before it.
pub(super) fn begin(change: &mut Change<'_>, place: usize) {
    if let Some(block) = change.report().body.blocks().get(place).filter(|block| block.is_beside()).cloned() {
        change.blocks(place..place + 1, vec![with(&block, false)]);
    }
}

/// The block, standing beside the one before it or not; what is no figure stays as it is.
pub(super) fn with(block: &Arc<Block>, stands_beside: bool) -> Arc<Block> {
    if block.is_beside() == stands_beside {
        return Arc::clone(block);
    }
    let mut changed = Block::clone(block);
    if let BlockKind::Figure { beside, .. } = &mut changed.kind {
        *beside = stands_beside;
    }
    Arc::new(changed)
}

fn set(report: &Report, selection: Selection, places: Range<usize>, beside: bool) -> Option<Transaction> {
    let blocks = report.body.blocks().get(places.clone())?;
    let mut change = Change::new(report);
    change.blocks(places, blocks.iter().map(|block| with(block, beside)).collect());
    change.finish(EditKind::Other, Some(selection))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, photo};
    use crate::edit::ops::{blocks, carry, photos};
    use crate::report::IdSource;

    type Op = fn(&Report, Selection, &mut IdSource) -> Option<Transaction>;
    const BESIDE: Op = |report, selection, _| place_beside(report, selection);
    const OWN: Op = |report, selection, _| own_line(report, selection);
    const UP: Op = |report, selection, _| blocks::shift(report, selection, false);
    const DOWN: Op = |report, selection, _| blocks::shift(report, selection, true);

    #[test]
    fn a_figure_goes_beside_the_one_above() {
        check("fig 1 a\nfig 2 |# b", BESIDE, "fig 1 a\nfig+ 2 |# b");
        check("fig 1 a\nfig 2 b|", BESIDE, "fig 1 a\nfig+ 2 b|");
        check("fig 1 <a\nfig 2 b\nfig 3 c>", BESIDE, "fig 1 <a\nfig+ 2 b\nfig+ 3 c>");
        check_nothing("p x\nfig 2 |# b", BESIDE);
        check_nothing("fig 1 a\nfig+ 2 |# b", BESIDE);
        check_nothing("fig 1 a\nfig+ 2 b\nfig+ 3 c\nfig 4 |# d", BESIDE);
        check_nothing("fig 1 a\np |x", BESIDE);
    }

    #[test]
    fn the_chosen_photo_is_meant_where_no_figure_is_selected() {
        let beside: Op = |report, selection, _| place_beside(report, meant(report, selection, Some(photo(2))));
        check("fig 1 a\nfig 2 b\np x|", beside, "fig 1 a\nfig+ 2 |# b\np x");
        check("fig 1 a\nfig 2 b\nfig 3 |# c", beside, "fig 1 a\nfig 2 b\nfig+ 3 |# c");
        check_nothing("fig 1 a\np x|\nfig 3 c", beside);
    }

    #[test]
    fn a_figure_gets_its_own_line_and_so_does_what_followed() {
        check("fig 1 a\nfig+ 2 |# b", OWN, "fig 1 a\nfig 2 |# b");
        check("fig 1 a\nfig+ 2 b|\nfig+ 3 c", OWN, "fig 1 a\nfig 2 b|\nfig 3 c");
        check("fig 1 |# a\nfig+ 2 b\nfig+ 3 c", OWN, "fig 1 |# a\nfig 2 b\nfig+ 3 c");
        check_nothing("fig 1 |# a\nfig 2 b", OWN);
        check_nothing("p x\nfig+ 1 |# a", OWN);
    }

    #[test]
    fn a_figure_moves_inside_its_row_and_out_of_it() {
        check("p x\nfig 1 a\nfig+ 2 |# b", UP, "p x\nfig 2 |# b\nfig+ 1 a");
        check("p x\nfig 2 |# b\nfig+ 1 a", UP, "p x\nfig 2 |# b\nfig 1 a");
        check("p x\nfig 2 |# b\nfig 1 a", UP, "fig 2 |# b\np x\nfig 1 a");
        check("fig 1 |# a\nfig+ 2 b\np x", DOWN, "fig 2 b\nfig+ 1 |# a\np x");
        check("fig 2 b\nfig+ 1 |# a\np x", DOWN, "fig 2 b\nfig 1 |# a\np x");
        check("fig 1 a\nfig+ 2 |# b\nfig+ 3 c", DOWN, "fig 1 a\nfig+ 3 c\nfig+ 2 |# b");
    }

    #[test]
    fn others_go_past_the_whole_row() {
        check("p o|ne\nfig 1 a\nfig+ 2 b\np x", DOWN, "fig 1 a\nfig+ 2 b\np o|ne\np x");
        check("p x\nfig 1 a\nfig+ 2 b\np o|ne", UP, "p x\np o|ne\nfig 1 a\nfig+ 2 b");
        check("fig 3 |# c\nfig 1 a\nfig+ 2 b", DOWN, "fig 1 a\nfig+ 2 b\nfig 3 |# c");
        check_nothing("fig 1 a\nfig+ 2 b\np o|ne", DOWN);
        check_nothing("p o|ne\nfig 1 a", UP);
    }

    #[test]
    fn a_row_that_is_selected_moves_as_a_whole() {
        check("p x\nfig 1 <a\nfig+ 2 b>", UP, "fig 1 <a\nfig+ 2 b>\np x");
        check("fig 1 <a\nfig+ 2 b>\nfig 3 c\nfig+ 4 d", DOWN, "fig 3 c\nfig+ 4 d\nfig 1 <a\nfig+ 2 b>");
    }

    #[test]
    fn the_next_leads_when_the_lead_goes() {
        let gone: Op = |report, selection, ids| photos::remove(report, selection, &[photo(2)], ids);
        check("fig 1 a|\nfig 2 b\nfig+ 3 c", gone, "fig 1 a|\nfig 3 c");
        check("fig 1 a|\nfig+ 2 b\nfig+ 3 c", gone, "fig 1 a|\nfig+ 3 c");
        let unplaced: Op = |report, _, ids| blocks::remove_figures(report, &[photo(2)], ids);
        check("fig 1 a|\nfig 2 b\nfig+ 3 c", unplaced, "fig 1 a|\nfig 3 c");
    }

    #[test]
    fn a_figure_that_is_put_between_blocks_leaves_its_row_and_joins_none() {
        let put = |place: usize| {
            move |report: &Report, _: Selection, ids: &mut IdSource| blocks::place_figure(report, photo(1), place, ids)
        };
        check("p x|\nfig 1 a\nfig+ 2 b\np y", put(0), "fig 1 |# a\np x\nfig 2 b\np y");
        check("p x|\nfig 1 a\nfig+ 2 b\np y", put(4), "p x\nfig 2 b\np y\nfig 1 |# a");
        check("p x|\nfig 1 a\nfig+ 2 b\np y", put(1), "p x\nfig 1 |# a\nfig 2 b\np y");
        check("p x|\nfig 2 b\nfig+ 1 a\np y", put(3), "p x\nfig 2 b\nfig 1 |# a\np y");
        check("p x|\np y\nfig 2 b\nfig+ 3 c\nfig 1 a", put(2), "p x\np y\nfig 1 |# a\nfig 2 b\nfig+ 3 c");
    }

    #[test]
    fn copied_rows_stay_rows_and_begin_anew() {
        let carry: Op = |report, selection, ids| {
            let to = Pos::start(Slot::Block(report.body.blocks()[1].id));
            carry::carry(report, selection, to, false, ids)
        };
        check("fig 3 c\np \np <x\nfig 1 a\nfig+ 2 b\np >y", carry, "fig 3 c\np <x\nfig 1 a\nfig+ 2 b\np >\np y");
    }

    #[test]
    fn a_photo_is_put_into_a_row_on_either_side() {
        let put = |one: u8, other: u8, after: bool| {
            move |report: &Report, _: Selection, ids: &mut IdSource| {
                place_in_row(report, photo(one), photo(other), after, ids)
            }
        };
        check("p x|\nfig 1 a\np y\nfig 2 b", put(2, 1, true), "p x\nfig 1 a\nfig+ 2 |# b\np y");
        check("p x|\nfig 1 a\np y\nfig 2 b", put(2, 1, false), "p x\nfig 2 |# b\nfig+ 1 a\np y");
        check("fig 1 a|\nfig+ 2 b\nfig+ 3 c", put(3, 1, false), "fig 3 |# c\nfig+ 1 a\nfig+ 2 b");
        check("fig 1 a|\nfig+ 2 b\nfig+ 3 c", put(1, 3, true), "fig 2 b\nfig+ 3 c\nfig+ 1 |# a");
        check_nothing("fig 1 a|\nfig+ 2 b\nfig+ 3 c\nfig 4 d", put(4, 1, true));
        check_nothing("fig 1 a|\nfig+ 2 b", put(2, 1, true));
        check_nothing("fig 1 a|\nfig+ 2 b", put(2, 2, true));
    }
}
