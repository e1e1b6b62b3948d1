//! What a reporter can do, by subject. Every operation looks and gives a transaction, or `None` where there is nothing to do.

pub mod aids;
pub mod blocks;
pub mod carry;
pub mod clip;
pub mod clip_json;
pub mod correct;
pub mod details;
pub mod framing;
pub mod lineup;
pub mod names;
pub mod people;
pub mod photos;
pub mod replace;
pub mod retype;
pub mod rows;
pub mod style;
mod tabbed;
pub mod table;
pub mod text;
pub mod typography;

use std::sync::Arc;

use crate::edit::{Change, Selection};
use crate::report::{Block, BlockId, BlockKind, Pos, Report, RichText, Slot};

/// Takes a stretch out, in whatever it covers, and gives the place that is left.
///
/// Words go from the texts that it cuts; blocks that it covers go as a whole; the first and the last block are joined where both
/// have words, and where nobody who said the last one is lost by it. A photo's caption is cut only from inside: a figure that goes from the
/// page takes nothing from the photo.
fn remove_stretch(change: &mut Change<'_>, from: Pos, to: Pos) -> Pos {
    if from.slot == to.slot {
        // A mark behind the stretch can join the letter before it, which ends elsewhere then.
        return Pos::new(from.slot, change.splice(from.slot, from.byte..to.byte, &RichText::new()));
    }
    let report = change.report().clone();
    let (Some(first_rank), Some(last_rank)) = (report.reading_rank(from.slot), report.reading_rank(to.slot)) else {
        return from;
    };
    let mut slot = from.slot;
    let mut inside = Vec::new();
    while slot != to.slot {
        let Some(next) = report.next_slot(slot) else { break };
        slot = next;
        if slot != to.slot {
            inside.push(slot);
        }
    }
    debug_assert!(first_rank < last_rank, "the ends are in order");

    let last_goes = goes_with_its_block(&report, from.slot, &inside, to.slot);
    // From the end to the start, so that earlier places stay where they are.
    if !last_goes {
        change.splice(to.slot, 0..to.byte, &RichText::new());
    }
    clear_blocks_inside(change, &report, &inside, to.slot);
    let (from_block, to_block) = (block_of_cell(from.slot), block_of_cell(to.slot));
    let in_cut_table =
        |slot: &Slot| block_of_cell(*slot).is_some_and(|id| Some(id) == from_block || Some(id) == to_block);
    let in_cut_quotation = |slot: &Slot| matches!(slot, Slot::Speaker(id) if from.slot == Slot::Block(*id));
    let is_cut = |slot: &&Slot| Slot::HEAD.contains(slot) || in_cut_table(slot) || in_cut_quotation(slot);
    for slot in inside.iter().rev().filter(is_cut) {
        let end = change.report().end_of(*slot).byte;
        change.splice(*slot, 0..end, &RichText::new());
    }
    let end = report.end_of(from.slot).byte;
    change.splice(from.slot, from.byte..end, &RichText::new());
    let last_is_atom = is_atom(&report, to.slot);
    if last_is_atom {
        remove_block(change, to.slot);
    }
    if is_atom(&report, from.slot) {
        return remove_atom_at_start(change, from, to, last_is_atom || last_goes);
    }
    if let (Slot::Block(first), Slot::Block(last)) = (from.slot, to.slot)
        && !last_is_atom
    {
        let body = &change.report().body;
        let are_neighbours = body.place(first).map(|place| place + 1) == body.place(last);
        if are_neighbours && !body.get(last).is_some_and(|block| has_speaker(block)) {
            let at = change.join_next(first);
            return Pos::new(from.slot, at);
        }
    }
    from
}

/// Whether a caption or cell, in which a stretch ends, stands in a block that the stretch takes as a whole.
fn goes_with_its_block(report: &Report, first: Slot, inside: &[Slot], last: Slot) -> bool {
    match last {
        Slot::Caption(photo) => {
            let figure = report.body.figure_of(photo).and_then(|place| report.body.blocks().get(place));
            figure.is_some_and(|figure| {
                let figure = Slot::Block(figure.id);
                first == figure || inside.contains(&figure)
            })
        }
        Slot::Cell(id, _) => first == Slot::Block(id),
        _ => false,
    }
}

/// Whether it is a quotation of which is written who said it.
fn has_speaker(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Quotation { speaker } if !speaker.is_empty())
}

/// The table that a cell is in.
fn block_of_cell(slot: Slot) -> Option<BlockId> {
    match slot {
        Slot::Cell(id, _) => Some(id),
        _ => None,
    }
}

/// Removes the blocks that a stretch covers, neighbours in one step. What is a photo's stays with the photo.
fn clear_blocks_inside(change: &mut Change<'_>, report: &Report, inside: &[Slot], last: Slot) {
    let mut run: Option<std::ops::Range<usize>> = None;
    for slot in inside.iter().rev() {
        let Slot::Block(id) = slot else { continue };
        // A table or quotation in which the stretch ends keeps its place.
        if block_of_cell(last) == Some(*id) {
            continue;
        }
        if last == Slot::Speaker(*id) {
            let end = report.end_of(*slot).byte;
            change.splice(*slot, 0..end, &RichText::new());
            continue;
        }
        let Some(place) = report.body.place(*id) else { continue };
        run = match run {
            Some(run) if run.start == place + 1 => Some(place..run.end),
            Some(run) => {
                change.blocks(run, Vec::new());
                Some(place..place + 1)
            }
            None => Some(place..place + 1),
        };
    }
    if let Some(run) = run {
        change.blocks(run, Vec::new());
    }
}

fn remove_atom_at_start(change: &mut Change<'_>, from: Pos, to: Pos, last_goes: bool) -> Pos {
    let place = match from.slot {
        Slot::Block(id) => change.report().body.place(id),
        _ => None,
    };
    remove_block(change, from.slot);
    if !last_goes {
        return Pos::start(to.slot);
    }
    place_after_removal(change.report(), place.unwrap_or(0)).unwrap_or(from)
}

/// Where the caret goes when the block at a place went: the words that are there now, or the end of those before; a block without words
/// only where there are none. So the key that took one block does not take the next one as well. `None` where the body is empty.
fn place_after_removal(report: &Report, place: usize) -> Option<Pos> {
    let blocks = report.body.blocks();
    let here = blocks.get(place);
    let before = place.checked_sub(1).and_then(|before| blocks.get(before));
    let words = |block: &&Arc<Block>| block.kind.has_text();
    let at_start = |block: &Arc<Block>| Pos::start(Slot::Block(block.id));
    let at_end = |block: &Arc<Block>| report.end_of(Slot::Block(block.id));
    let in_words = here.filter(words).map(at_start).or_else(|| before.filter(words).map(at_end));
    in_words.or_else(|| here.map(at_start)).or_else(|| before.map(at_end))
}

fn remove_block(change: &mut Change<'_>, slot: Slot) {
    let Slot::Block(id) = slot else { return };
    if let Some(place) = change.report().body.place(id) {
        change.blocks(place..place + 1, Vec::new());
    }
}

/// Whether the slot is a block without words of its own.
fn is_atom(report: &Report, slot: Slot) -> bool {
    matches!(slot, Slot::Block(id) if report.body.get(id).is_some_and(|block| !block.kind.has_text()))
}

/// Whether the selection has something to delete: a stretch, or a block that is selected as a whole.
fn has_stretch(report: &Report, selection: Selection) -> bool {
    let (from, to) = selection.ordered(report);
    from != to
}
