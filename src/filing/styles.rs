//! What was set apart or led somewhere, in the words that a desk has already: links, bold and italic words, and what blocks are.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::filing::words::word_pieces;
use crate::filing::{Change, Mark, Piece, Place, What};
use crate::report::{BlockId, Filed, RichText, Slot, Style};

/// The changes of links and styles between two states. Nothing is told of a state that an older version kept without them.
pub(super) fn of_styles(before: &Filed, after: &Filed) -> Vec<Change> {
    let mut changes = Vec::new();
    if let (Some(old), Some(new)) = (&before.kinds, &after.kinds) {
        changes.extend(of_kinds((before, old), (after, new)));
    }
    if let (Some(old), Some(new)) = (&before.styled, &after.styled) {
        changes.extend(of_links(&links(old), &links(new)));
        let (old, new) = (units(before, old), units(after, new));
        for (place, is_so) in [(Place::Bold, is_bold as IsSo), (Place::Italic, is_italic)] {
            changes.extend(of_marked(&place, is_so, &old, &new));
        }
    }
    changes
}

type Kinds = [(BlockId, std::sync::Arc<str>)];

/// Blocks that have the same words and are something else.
fn of_kinds((before, old): (&Filed, &Kinds), (after, new): (&Filed, &Kinds)) -> Vec<Change> {
    let (old, new) = (by_block(old), by_block(new));
    let had = blocks(before).collect::<BTreeMap<_, _>>();
    let changed = blocks(after)
        .filter(|(block, words)| old.get(block) != new.get(block) && had.get(block).is_some_and(|had| had == words));
    let change = |(_, words): (BlockId, &String)| {
        let pieces = vec![Piece { text: words.clone(), mark: Mark::Same }];
        Change { place: Place::Story, what: What::Restyled, pieces }
    };
    changed.map(change).collect()
}

fn by_block(kinds: &Kinds) -> BTreeMap<BlockId, &str> {
    kinds.iter().map(|(block, kind)| (*block, &**kind)).collect()
}

/// The blocks of the story and their words.
fn blocks(filed: &Filed) -> impl Iterator<Item = (BlockId, &String)> {
    filed.texts.iter().filter_map(|(slot, words)| match slot {
        Slot::Block(block) => Some((*block, words)),
        _ => None,
    })
}

/// A link as it is told: its words and its address.
type Link = (String, String);

fn links(styled: &[(Slot, RichText)]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (_, text) in styled {
        let mut last = None;
        for (words, style) in text.runs() {
            let address = style.link.as_deref();
            match (address, links.last_mut()) {
                // Bold words in a link part it, and are no link of their own.
                (Some(address), Some((whole, _))) if last.as_deref() == Some(address) => whole.push_str(words),
                (Some(address), _) => links.push((words.to_owned(), address.to_owned())),
                (None, _) => {}
            }
            last = style.link.clone();
        }
    }
    links
}

fn of_links(old: &[Link], new: &[Link]) -> Vec<Change> {
    let (mut gone, mut came) = (old.to_vec(), Vec::new());
    for link in new {
        match gone.iter().position(|other| other == link) {
            Some(place) => drop(gone.remove(place)),
            None => came.push(link.clone()),
        }
    }
    let line = |(words, address): &Link| format!("{} → {address}", words.trim());
    let mut changes = Vec::new();
    for link in came {
        // The same words lead elsewhere, or other words lead there.
        let is_made_of = |other: &Link| other.0 == link.0 || other.1 == link.1;
        let (what, old) = match gone.iter().position(is_made_of) {
            Some(place) => (What::Changed, line(&gone.remove(place))),
            None => (What::Added, String::new()),
        };
        changes.push(Change { place: Place::Link, what, pieces: word_pieces(&old, &line(&link)) });
    }
    let gone = gone.iter().map(|link| Change {
        place: Place::Link,
        what: What::Removed,
        pieces: word_pieces(&line(link), ""),
    });
    changes.extend(gone);
    changes
}

type IsSo = fn(&Style) -> bool;

fn is_bold(style: &Style) -> bool {
    style.strong
}

fn is_italic(style: &Style) -> bool {
    style.emphasis
}

/// The sentences of a state with their styles, by their words.
type Units = BTreeMap<String, Vec<RichText>>;

fn units(filed: &Filed, styled: &[(Slot, RichText)]) -> Units {
    let mut units = Units::new();
    for (slot, words) in &filed.texts {
        let text =
            styled.iter().find(|(other, _)| other == slot).map_or_else(|| RichText::plain(words), |(_, t)| t.clone());
        for (start, sentence) in text.as_str().split_sentence_bound_indices() {
            units.entry(sentence.trim().to_owned()).or_default().push(text.slice(start..start + sentence.len()));
        }
    }
    units
}

/// Words of sentences that a desk has, which are so now and were not, or the other way about. A new sentence is told as a whole.
fn of_marked(place: &Place, is_so: IsSo, old: &Units, new: &Units) -> Vec<Change> {
    let mut changes = Vec::new();
    for (words, sentences) in new {
        let Some(before) = old.get(words) else { continue };
        for (sentence, other) in sentences.iter().zip(before) {
            let (is, was) = (marked(sentence, is_so), marked(other, is_so));
            let only = |one: &[String], other: &[String]| -> Vec<String> {
                one.iter().filter(|words| !other.contains(words)).cloned().collect()
            };
            let mut tell = |words: Vec<String>, what: What, mark: Mark| {
                changes.extend(words.into_iter().map(|text| Change {
                    place: place.clone(),
                    what,
                    pieces: vec![Piece { text, mark }],
                }));
            };
            tell(only(&was, &is), What::Removed, Mark::Removed);
            tell(only(&is, &was), What::Added, Mark::Added);
        }
    }
    changes
}

/// The stretches of a sentence that are so.
fn marked(sentence: &RichText, is_so: IsSo) -> Vec<String> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (range, style) in sentence.run_ranges() {
        match stretches.last_mut() {
            _ if !is_so(&style) => {}
            Some(last) if last.end == range.start => last.end = range.end,
            _ => stretches.push(range),
        }
    }
    let words = stretches.into_iter().filter_map(|range| sentence.as_str().get(range)).map(str::trim);
    words.filter(|words| !words.is_empty()).map(str::to_owned).collect()
}
