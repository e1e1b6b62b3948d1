//! The headings, figures and tables of a report, by which one finds one's way in it.

use crate::report::{BlockId, BlockKind, Body, HeadingLevel, PhotoId};

/// A line of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineEntry {
    /// The block.
    pub block: BlockId,
    /// Where it stands in the body.
    pub place: usize,
    /// What it is.
    pub kind: OutlineKind,
}

/// What stands in the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineKind {
    /// A heading.
    Heading(HeadingLevel),
    /// A photo.
    Figure(PhotoId),
    /// A table.
    Table,
}

/// The outline of a body, in its order.
pub fn outline(body: &Body) -> Vec<OutlineEntry> {
    let entries = body.blocks().iter().enumerate().filter_map(|(place, block)| {
        let kind = match &block.kind {
            BlockKind::Heading { level } => OutlineKind::Heading(*level),
            BlockKind::Figure { photo, .. } => OutlineKind::Figure(*photo),
            BlockKind::Table { .. } => OutlineKind::Table,
            _ => return None,
        };
        Some(OutlineEntry { block: block.id, place, kind })
    });
    entries.collect()
}

/// The line that a place in the body belongs to: the last one at or before it.
pub fn entry_at(entries: &[OutlineEntry], place: usize) -> Option<usize> {
    entries.partition_point(|entry| entry.place <= place).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};

    #[test]
    fn headings_and_figures_are_the_outline_and_a_place_belongs_to_the_last_before_it() {
        let (report, _) = state("p o|ne\nh2 Two\np three\nfig 1 cap\nh3 Five\ntab a ; b");
        let entries = outline(&report.body);
        let kinds: Vec<_> = entries.iter().map(|entry| (entry.place, entry.kind)).collect();
        let expected = [
            (1, OutlineKind::Heading(HeadingLevel::Two)),
            (3, OutlineKind::Figure(photo(1))),
            (4, OutlineKind::Heading(HeadingLevel::Three)),
            (5, OutlineKind::Table),
        ];
        assert_eq!(kinds, expected);
        let at = |place| entry_at(&entries, place);
        assert_eq!([0, 1, 2, 3, 4, 5].map(at), [None, Some(0), Some(0), Some(1), Some(2), Some(3)]);
    }
}
