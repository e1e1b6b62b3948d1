//! The invariants of a report, and how a damaged one is mended.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::report::{BlockKind, Report, RichText, Slot, TextFault};

/// A broken promise of [`Report`].
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReportFault {
    /// The body has no block: there must always be a place to write.
    #[error("the body is empty")]
    EmptyBody,
    /// A text breaks its own rules.
    #[error("{0:?}: {1}")]
    Text(Slot, TextFault),
    /// A slot for plain words has styles.
    #[error("{0:?} must be plain")]
    NotPlain(Slot),
    /// A block without words of its own has some.
    #[error("{0:?} must not have text")]
    TextInAtom(Slot),
    /// A figure shows a photo that is not in the report, or that another figure shows too.
    #[error("{0:?} shows a photo that is missing or shown twice")]
    Figure(Slot),
    /// Two photos or two participants have one id.
    #[error("an id occurs twice")]
    DuplicateId,
    /// A text or picture names a participant who is not on the list.
    #[error("somebody is named who is not a participant")]
    UnknownPerson,
    /// A table is empty, too large, or not a rectangle of cells with an id each.
    #[error("{0:?} is a broken table")]
    Table(Slot),
    /// A list item stands too deep.
    #[error("{0:?} is too deep a list item")]
    ListLevel(Slot),
}

impl Report {
    /// What breaks the invariants, if anything does. Costs a walk over the whole report: for tests, for checks after
    /// opening, and for debug builds.
    pub fn fault(&self) -> Option<ReportFault> {
        if self.body.is_empty() {
            return Some(ReportFault::EmptyBody);
        }
        let people: BTreeSet<_> = self.participants.iter().map(|participant| participant.id).collect();
        let photos: BTreeSet<_> = self.photos.iter().map(|photo| photo.id).collect();
        if people.len() != self.participants.len() || photos.len() != self.photos.len() {
            return Some(ReportFault::DuplicateId);
        }
        let mut shown = BTreeSet::new();
        for block in self.body.blocks() {
            let slot = Slot::Block(block.id);
            if !block.kind.has_text() && !block.text.is_empty() {
                return Some(ReportFault::TextInAtom(slot));
            }
            match block.kind {
                BlockKind::Table { ref table } if table.is_broken() => return Some(ReportFault::Table(slot)),
                BlockKind::Figure { photo, .. } if !photos.contains(&photo) || !shown.insert(photo) => {
                    return Some(ReportFault::Figure(slot));
                }
                BlockKind::ListItem { level, .. } if level > BlockKind::MAX_LIST_LEVEL => {
                    return Some(ReportFault::ListLevel(slot));
                }
                _ => {}
            }
        }
        for slot in self.all_slots() {
            let Some(text) = self.text(slot) else { continue };
            if let Some(fault) = text.fault() {
                return Some(ReportFault::Text(slot, fault));
            }
            if !slot.is_rich()
                && text.spans().iter().any(|span| !slot.takes_people() || !span.style.for_typing().is_plain())
            {
                return Some(ReportFault::NotPlain(slot));
            }
            if text.people().any(|(_, person)| !people.contains(&person)) {
                return Some(ReportFault::UnknownPerson);
            }
        }
        let unknown_in_picture =
            self.photos.iter().flat_map(|photo| photo.people.iter()).any(|person| !people.contains(person));
        unknown_in_picture.then_some(ReportFault::UnknownPerson)
    }

    /// Mends what another program, or damage, broke: nothing that can be kept is dropped. Tells how many things were
    /// mended. Afterwards [`Report::fault`] is `None`.
    pub fn mend(&mut self) -> usize {
        let before = self.clone();
        let mut seen = BTreeSet::new();
        self.photos.retain(|photo| seen.insert(photo.id));
        let mut people = BTreeSet::new();
        self.participants.retain(|participant| people.insert(participant.id));
        let mut mended = before.photos.len() - self.photos.len() + before.participants.len() - self.participants.len();
        let mut shown = BTreeSet::new();
        let mut blocks = self.body.blocks().to_vec();
        blocks.retain(|block| block.photo().is_none_or(|photo| seen.contains(&photo) && shown.insert(photo)));
        mended += before.body.len() - blocks.len();
        for block in &mut blocks {
            if !block.kind.has_text() && !block.text.is_empty() {
                Arc::make_mut(block).kind = BlockKind::Paragraph;
                mended += 1;
            }
            if let Some(table) = block.table()
                && table.is_broken()
            {
                let whole = table.mended();
                let words: Vec<_> = table.cells().map(|cell| cell.text.as_str()).collect();
                let words = RichText::plain(&words.join(" "));
                let block = Arc::make_mut(block);
                (block.kind, block.text) = match whole {
                    Some(table) => (BlockKind::Table { table }, RichText::new()),
                    None => (BlockKind::Paragraph, words),
                };
                mended += 1;
            }
            if let BlockKind::ListItem { style, level } = block.kind
                && level > BlockKind::MAX_LIST_LEVEL
            {
                Arc::make_mut(block).kind = BlockKind::ListItem { style, level: BlockKind::MAX_LIST_LEVEL };
                mended += 1;
            }
        }
        self.body = crate::report::Body::new(blocks);
        if self.body.is_empty() {
            *self = self.clone().with_a_place_to_write();
        }
        for slot in self.all_slots() {
            let Some(text) = self.text_mut(slot) else { continue };
            let mut fixed = text.clone();
            let end = fixed.len();
            fixed.restyle(0..end, |style| {
                if style.person.is_some_and(|person| !people.contains(&person)) || !slot.takes_people() {
                    style.person = None;
                }
                if !slot.is_rich() {
                    *style = crate::report::Style { person: style.person, ..Default::default() };
                }
            });
            if fixed != *text {
                *text = fixed;
                mended += 1;
            }
        }
        for photo in &mut self.photos {
            if photo.people.iter().any(|person| !people.contains(person)) {
                Arc::make_mut(photo).people.retain(|person| people.contains(person));
                mended += 1;
            }
        }
        mended
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Block, IdSource, RichText, Style};

    #[test]
    fn a_report_with_dangling_references_is_mended_and_keeps_its_words() {
        let mut ids = IdSource::from_seed(1);
        let (ghost, stranger) = (ids.photo(), ids.participant());
        let mut report = Report::new(&mut ids, "en");
        let words = RichText::styled("Lê Thị Hoa", Style { person: Some(stranger), ..Style::default() });
        let blocks = vec![
            Arc::new(Block::new(ids.block(), BlockKind::Figure { photo: ghost, beside: false }, RichText::new())),
            Arc::new(Block::new(ids.block(), BlockKind::Divider, words)),
        ];
        report.body = crate::report::Body::new(blocks);
        assert!(report.fault().is_some());
        assert_eq!(report.mend(), 3);
        assert_eq!(report.fault(), None);
        let texts: Vec<_> = report.body.blocks().iter().map(|block| block.text.as_str().to_owned()).collect();
        assert_eq!(texts, ["Lê Thị Hoa"]);
    }
}
