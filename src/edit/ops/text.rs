//! Typing and deleting.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::ops::{has_speaker, has_stretch, is_atom, place_after_removal, remove_block, remove_stretch, table};
use crate::edit::{Change, EditKind, Selection, Transaction, movement};
use crate::report::{Block, BlockKind, IdSource, Pos, Report, RichText, Slot, Style};

/// How much one press deletes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A character as a reader sees it.
    Character,
    /// To the start or end of a word.
    Word,
    /// To the start or end of the text.
    Paragraph,
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the start.
    Backward,
    /// Towards the end.
    Forward,
}

/// Types text in the place of the selection. Line breaks become spaces; typing on a block without words begins a paragraph
/// after it.
pub fn insert(
    report: &Report,
    selection: Selection,
    text: &str,
    style: &Style,
    ids: &mut IdSource,
) -> Option<Transaction> {
    let kind = if text.chars().nth(1).is_none() || !text.contains('\n') { EditKind::Typing } else { EditKind::Other };
    let mut change = Change::new(report);
    let at = place_to_write(&mut change, selection, ids);
    // What is typed inside a name belongs to it: an inflected form is still the same person. So do words inside a link.
    let around = change.report().text(at.slot)?;
    let person = around.person_around(at.byte, false).map(|(_, person)| person).or(style.person);
    let link = link_inside(around, at.byte).or_else(|| style.link.clone());
    let style = allowed_style(Style { person, link, ..style.clone() }, at.slot);
    let inserted = RichText::styled(text, style);
    if inserted.is_empty() {
        return None;
    }
    let end = change.splice(at.slot, at.byte..at.byte, &inserted);
    let kind = match kind {
        EditKind::Typing if has_stretch(report, selection) => EditKind::TypingOver,
        kind => kind,
    };
    change.finish(kind, Some(Selection::caret(Pos::new(at.slot, end))))
}

/// The link that goes on on both sides of a place.
fn link_inside(text: &RichText, byte: usize) -> Option<Arc<str>> {
    let before = text.style_at(byte.checked_sub(1)?).link?;
    (text.style_at(byte).link.as_ref() == Some(&before)).then_some(before)
}

/// Puts other text in the place of some bytes of a slot: what an input method, a correction or a find and replace asks for. The
/// caret goes behind it. `None` in a block without words.
pub fn replace(report: &Report, slot: Slot, range: Range<usize>, text: &RichText) -> Option<Transaction> {
    if is_atom(report, slot) {
        return None;
    }
    let mut text = text.clone();
    text.restyle(0..text.len(), |style| *style = allowed_style(style.clone(), slot));
    let mut change = Change::new(report);
    let end = change.splice(slot, range, &text);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::new(slot, end))))
}

/// The words of a field as a whole, keeping the styles of what did not change.
pub fn set_text(report: &Report, slot: Slot, text: &str) -> Option<Transaction> {
    let old = report.text(slot)?;
    let new = RichText::plain(text);
    let same_start = common_prefix(old.as_str(), new.as_str());
    let same_end = common_suffix(&old.as_str()[same_start..], &new.as_str()[same_start..]);
    let mut change = Change::new(report);
    change.splice(slot, same_start..old.len() - same_end, &new.slice(same_start..new.len() - same_end));
    change.finish(EditKind::Typing, None)
}

/// Deletes the selection or, without one, what lies beside the caret.
///
/// At the start of a block the first press takes the block's style away, the next joins it with the one before. A block without
/// words is selected first and deleted by the next press; an empty paragraph beside it gives way.
pub fn delete(
    report: &Report,
    selection: Selection,
    direction: Direction,
    unit: Unit,
    ids: &mut IdSource,
) -> Option<Transaction> {
    if has_stretch(report, selection) {
        return delete_selection(report, selection, ids);
    }
    let at = selection.head;
    if is_atom(report, at.slot) {
        return delete_atom(report, at.slot, ids);
    }
    let target = match (direction, unit) {
        (Direction::Backward, Unit::Character) => movement::previous_character(report, at),
        (Direction::Backward, Unit::Word) => movement::previous_word(report, at),
        (Direction::Backward, Unit::Paragraph) => Pos::start(at.slot),
        (Direction::Forward, Unit::Character) => movement::next_character(report, at),
        (Direction::Forward, Unit::Word) => movement::next_word(report, at),
        (Direction::Forward, Unit::Paragraph) => report.end_of(at.slot),
    };
    if target.slot == at.slot && target.byte != at.byte {
        let mut change = Change::new(report);
        let (from, to) = (target.byte.min(at.byte), target.byte.max(at.byte));
        let left = change.splice(at.slot, from..to, &RichText::new());
        return change.finish(EditKind::Deleting, Some(Selection::caret(Pos::new(at.slot, left))));
    }
    match direction {
        Direction::Backward => backspace_at_start(report, at),
        Direction::Forward => delete_at_end(report, at),
    }
}

/// Deletes the selected stretch.
pub fn delete_selection(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    if !has_stretch(report, selection) {
        return is_atom(report, selection.slot()).then(|| delete_atom(report, selection.slot(), ids)).flatten();
    }
    let (from, to) = selection.ordered(report);
    let mut change = Change::new(report);
    let at = remove_stretch(&mut change, from, to);
    let at = keep_a_place_to_write(&mut change, Some(at), ids);
    change.finish(EditKind::Other, Some(Selection::caret(at)))
}

/// Enter: a new paragraph, or whatever comes next at the place.
pub fn split(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
    let mut change = Change::new(report);
    let (from, to) = selection.ordered(report);
    let at = if from == to { from } else { remove_stretch(&mut change, from, to) };
    let at = keep_a_place_to_write(&mut change, Some(at), ids);
    let caret = split_at(&mut change, at, ids);
    change.finish(EditKind::Other, Some(Selection::caret(caret)))
}

/// Where Enter goes on to instead of beginning a paragraph: from a line of the head to the next one, from the end of a quotation to its
/// speaker, who is not written yet, from a cell to the one below.
pub fn next_field(report: &Report, at: Pos) -> Option<Pos> {
    match at.slot {
        Slot::Kicker | Slot::Headline | Slot::Standfirst | Slot::Byline | Slot::Place => {
            report.next_slot(at.slot).map(Pos::start)
        }
        Slot::Block(id) => {
            let block = report.body.get(id)?;
            let BlockKind::Quotation { speaker } = &block.kind else { return None };
            let is_end = at.byte == block.text.len() && !block.text.is_empty();
            (is_end && speaker.is_empty()).then_some(Pos::start(Slot::Speaker(id)))
        }
        Slot::Cell(..) => table::below(report, at),
        _ => None,
    }
}

fn split_at(change: &mut Change<'_>, at: Pos, ids: &mut IdSource) -> Pos {
    let report = change.report().clone();
    let id = match at.slot {
        Slot::Block(id) => id,
        Slot::Speaker(id) | Slot::Cell(id, _) => return paragraph_after(change, report.body.place(id), ids),
        Slot::Caption(photo) => return paragraph_after(change, report.body.figure_of(photo), ids),
        _ => return at,
    };
    let Some(block) = report.body.get(id) else { return at };
    let place = report.body.place(id);
    match &block.kind {
        kind if !kind.has_text() => paragraph_after(change, place, ids),
        BlockKind::ListItem { style, level } if block.text.is_empty() => {
            let kind = match level.checked_sub(1) {
                Some(level) => BlockKind::ListItem { style: *style, level },
                None => BlockKind::Paragraph,
            };
            change.set_kind(id, kind);
            at
        }
        BlockKind::Quotation { speaker } if block.text.is_empty() && speaker.is_empty() => {
            change.set_kind(id, BlockKind::Paragraph);
            at
        }
        BlockKind::Heading { .. } | BlockKind::Quotation { .. } if at.byte == 0 && !block.text.is_empty() => {
            let Some(place) = place else { return at };
            let above = Block::new(ids.block(), BlockKind::Paragraph, RichText::new());
            change.blocks(place..place, vec![Arc::new(above)]);
            at
        }
        kind => {
            let new = ids.block();
            change.split(id, at.byte, new, kind.continued());
            Pos::start(Slot::Block(new))
        }
    }
}

fn paragraph_after(change: &mut Change<'_>, place: Option<usize>, ids: &mut IdSource) -> Pos {
    let new = Block::new(ids.block(), BlockKind::Paragraph, RichText::new());
    let slot = Slot::Block(new.id);
    let after = place.map_or_else(|| change.report().body.len(), |place| place + 1);
    change.blocks(after..after, vec![Arc::new(new)]);
    Pos::start(slot)
}

/// Empties the selection and gives a place that takes words.
pub(super) fn place_to_write(change: &mut Change<'_>, selection: Selection, ids: &mut IdSource) -> Pos {
    let (from, to) = selection.ordered(change.report());
    let at = if from == to { from } else { remove_stretch(change, from, to) };
    let at = keep_a_place_to_write(change, Some(at), ids);
    match at.slot {
        Slot::Block(id) if is_atom(change.report(), at.slot) => {
            let place = change.report().body.place(id);
            paragraph_after(change, place, ids)
        }
        _ => at,
    }
}

/// A body never stays empty. Gives the place where the caret can be: `at` where that still exists, else the new paragraph.
pub(super) fn keep_a_place_to_write(change: &mut Change<'_>, at: Option<Pos>, ids: &mut IdSource) -> Pos {
    let at = at.filter(|at| change.report().text(at.slot).is_some());
    if let Some(block) = change.report().body.blocks().first() {
        return at.unwrap_or_else(|| Pos::start(Slot::Block(block.id)));
    }
    let first = Block::new(ids.block(), BlockKind::Paragraph, RichText::new());
    let slot = Slot::Block(first.id);
    change.blocks(0..0, vec![Arc::new(first)]);
    at.unwrap_or(Pos::start(slot))
}

/// The part of a style that a slot takes.
pub(super) fn allowed_style(style: Style, slot: Slot) -> Style {
    let person = style.person.filter(|_| slot.takes_people());
    if slot.is_rich() { Style { person, ..style } } else { Style { person, ..Style::default() } }
}

fn delete_atom(report: &Report, slot: Slot, ids: &mut IdSource) -> Option<Transaction> {
    let Slot::Block(id) = slot else { return None };
    let place = report.body.place(id)?;
    let mut change = Change::new(report);
    remove_block(&mut change, slot);
    let at = place_after_removal(change.report(), place);
    let at = keep_a_place_to_write(&mut change, at, ids);
    change.finish(EditKind::Other, Some(Selection::caret(at)))
}

fn backspace_at_start(report: &Report, at: Pos) -> Option<Transaction> {
    let Slot::Block(id) = at.slot else { return None };
    let place = report.body.place(id)?;
    let block = report.body.get(id)?;
    let mut change = Change::new(report);
    let plainer = match &block.kind {
        BlockKind::ListItem { style, level } => match level.checked_sub(1) {
            Some(level) => Some(BlockKind::ListItem { style: *style, level }),
            None => Some(BlockKind::Paragraph),
        },
        BlockKind::Heading { .. } => Some(BlockKind::Paragraph),
        // The speaker's name is not thrown away by a key that means the style.
        BlockKind::Quotation { .. } if !has_speaker(block) => Some(BlockKind::Paragraph),
        _ => None,
    };
    if let Some(kind) = plainer {
        change.set_kind(id, kind);
        return change.finish(EditKind::Other, None);
    }
    let previous = report.body.blocks().get(place.checked_sub(1)?)?;
    if !previous.kind.has_text() {
        return give_way(report, block, previous);
    }
    if has_speaker(block) {
        return give_way(report, previous, block);
    }
    join_into(report, previous, block)
}

fn delete_at_end(report: &Report, at: Pos) -> Option<Transaction> {
    let Slot::Block(id) = at.slot else { return None };
    let block = report.body.get(id)?;
    let next = report.body.blocks().get(report.body.place(id)? + 1)?;
    if !next.kind.has_text() || has_speaker(next) {
        return give_way(report, block, next);
    }
    join_into(report, block, next)
}

/// Removes a block that says nothing from beside another one, where the caret goes.
fn give_way(report: &Report, empty: &Block, other: &Block) -> Option<Transaction> {
    if !empty.kind.has_text() || !empty.text.is_empty() || has_speaker(empty) {
        return None;
    }
    let mut change = Change::new(report);
    remove_block(&mut change, Slot::Block(empty.id));
    change.finish(EditKind::Other, Some(Selection::caret(Pos::start(Slot::Block(other.id)))))
}

/// Joins two blocks. An empty first one gives way, so that the words keep the kind that they have.
fn join_into(report: &Report, first: &Block, second: &Block) -> Option<Transaction> {
    if !second.text.is_empty()
        && let Some(transaction) = give_way(report, first, second)
    {
        return Some(transaction);
    }
    let mut change = Change::new(report);
    let at = change.join_next(first.id);
    change.finish(EditKind::Other, Some(Selection::caret(Pos::new(Slot::Block(first.id), at))))
}

fn common_prefix(one: &str, other: &str) -> usize {
    let same = one.char_indices().zip(other.chars()).take_while(|((_, left), right)| left == right);
    same.last().map_or(0, |((start, character), _)| start + character.len_utf8())
}

fn common_suffix(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(left, right)| left == right);
    same.map(|(character, _)| character.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing};

    fn backspace(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
        delete(report, selection, Direction::Backward, Unit::Character, ids)
    }

    fn forward(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
        delete(report, selection, Direction::Forward, Unit::Character, ids)
    }

    fn delete_all(report: &Report, selection: Selection, ids: &mut IdSource) -> Option<Transaction> {
        delete_selection(report, selection, ids)
    }

    fn typed(text: &'static str) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| insert(report, selection, text, &Style::default(), ids)
    }

    #[test]
    fn typing_replaces_the_selection() {
        check("p he<llo wo>rld", typed("y"), "p hey|rld");
    }

    #[test]
    fn typing_inside_a_name_keeps_it_one_reference() {
        check("p by [1:An|a] x", typed("n"), "p by [1:Ann|a] x");
        check("p by [1:Anna]| x", typed("s"), "p by [1:Anna]s| x");
    }

    #[test]
    fn typing_over_several_blocks_joins_them() {
        check("p on<e\nfig 1 a caption\nh2 two\np th>ree", typed("X"), "p onX|ree");
    }

    #[test]
    fn typing_on_a_figure_begins_a_paragraph_after_it() {
        check("p one\nfig 1 |# cap\np two", typed("x"), "p one\nfig 1 cap\np x|\np two");
    }

    #[test]
    fn a_tone_typed_last_joins_its_letter() {
        check("p Viê|t", typed("\u{323}"), "p Việ|t");
    }

    #[test]
    fn backspace_at_the_start_first_drops_the_style_then_joins() {
        check("p one\nh2 |two", backspace, "p one\np |two");
        check("p one\np |two", backspace, "p one|two");
        check("p one\n- |two", backspace, "p one\np |two");
    }

    #[test]
    fn backspace_after_a_figure_changes_nothing() {
        check_nothing("fig 1 cap\np |two", backspace);
    }

    #[test]
    fn an_empty_paragraph_before_a_heading_gives_way() {
        check("p |\nh2 two", forward, "h2 |two");
    }

    #[test]
    fn a_selected_figure_is_deleted() {
        check("p one\nfig 1 |# cap\np two", backspace, "p one\np |two");
    }

    #[test]
    fn deleting_everything_leaves_a_place_to_write() {
        check("fig 1 |# cap", forward, "p |");
        check("p <one\np two>", backspace, "p |");
    }

    #[test]
    fn a_stretch_from_text_into_a_caption_keeps_the_caption() {
        check("p on<e\nfig 1 cap>tion\np two", backspace, "p on|\np two");
    }

    #[test]
    fn enter_splits_and_continues_a_list() {
        check("p he|llo", split, "p he\np |llo");
        check("h2 he|llo", split, "h2 he\np |llo");
        check("- he|llo", split, "- he\n- |llo");
    }

    #[test]
    fn enter_in_an_empty_item_leaves_the_list() {
        check("- one\n- |", split, "- one\np |");
        check("-- |", split, "- |");
    }

    #[test]
    fn enter_before_a_heading_makes_room_above() {
        check("h2 |head", split, "p \nh2 |head");
    }

    #[test]
    fn enter_in_a_caption_goes_on_below_the_figure() {
        check("fig 1 cap|tion\np two", split, "fig 1 caption\np |\np two");
    }

    #[test]
    fn a_word_is_deleted_at_once() {
        let word = |report: &Report, selection, ids: &mut IdSource| {
            delete(report, selection, Direction::Backward, Unit::Word, ids)
        };
        check("p Việt Nam|", word, "p Việt |");
    }

    #[test]
    fn setting_a_text_keeps_the_styles_around_the_change() {
        let set =
            |report: &Report, selection: Selection, _: &mut IdSource| set_text(report, selection.slot(), "one 2 three");
        check("p one two *three*|", set, "p one 2 *three*|");
    }

    #[test]
    fn a_stretch_that_ends_in_a_table_empties_cells_and_leaves_the_table() {
        check("p o<ne\ntab a ; b / c> ; d", delete_all, "p o|\ntab ; / ; d");
        check("tab a ; b<c / d ; e\np tw>o", delete_all, "tab a ; b| / ;\np o");
        check("tab a ; b<c / d ; e>f", delete_all, "tab a ; b| / ; f");
        check("p o<ne\ntab a ; b\np tw>o", delete_all, "p o|o");
        check("p x\ntab <a ; b\np y\ntab c> ; d", delete_all, "p x\ntab | ;\ntab ; d");
    }

    #[test]
    fn a_table_is_selected_before_it_is_deleted_and_enter_leaves_it() {
        check_nothing("tab a ; b\np |two", backspace);
        check_nothing("tab a ; |b", backspace);
        check_nothing("p x\ntab a ; b|\np y", forward);
        check("p x\ntab |# a ; b\np y", backspace, "p x\np |y");
        check("tab a ; b|\n---", split, "tab a ; b\np |\n---");
        check("p x\ntab |# a", typed("y"), "p x\ntab a\np y|");
    }
}
