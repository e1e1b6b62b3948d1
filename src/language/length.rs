//! How long a report is, part by part, as a desk counts it.

use std::iter::Sum;
use std::ops::{Add, AddAssign};
use std::sync::Arc;

use crate::language::words;
use crate::report::{Block, Body, Limit, Report, RichText};

/// The length of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Length {
    /// Words, as [`words::count`] counts them.
    pub words: usize,
    /// Characters with spaces. Texts are in the composed form (NFC), so a letter with its tone is one.
    pub characters: usize,
    /// Characters without spaces.
    pub solid: usize,
}

impl Length {
    /// The length of a text.
    pub fn of(text: &str) -> Self {
        let spaces = text.chars().filter(|char| char.is_whitespace()).count();
        let characters = text.chars().count();
        Self { words: words::count(text), characters, solid: characters - spaces }
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.characters += other.characters;
        self.solid += other.solid;
    }
}

impl Add for Length {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::default(), Add::add)
    }
}

/// The lengths of the parts of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lengths {
    /// Headline and standfirst.
    pub head: Length,
    /// The text: everything between head and end except captions and lists of participants.
    pub body: Length,
    /// The captions of the photos that stand in the text.
    pub captions: Length,
}

impl Lengths {
    /// The story: head and text. Captions and lists of names are not the story.
    pub fn story(&self) -> Length {
        self.head + self.body
    }
}

/// A block with the cells of its table. Who is quoted does not count.
fn of_block(block: &Block) -> Length {
    let cells = block.table().into_iter().flat_map(|table| table.cells()).map(|cell| Length::of(cell.text.as_str()));
    Length::of(block.text.as_str()) + cells.sum()
}

/// Counts a report once.
pub fn of(report: &Report) -> Lengths {
    Tally::default().count(report)
}

/// How much of a limit a story takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// So much there is.
    pub counted: usize,
    /// So much there may be.
    pub most: usize,
}

impl Measure {
    /// A story against a limit, in the unit of the limit.
    pub fn of(story: Length, limit: Limit) -> Self {
        let (counted, most) = match limit {
            Limit::Words(most) => (story.words, most),
            Limit::Characters(most) => (story.characters, most),
        };
        Self { counted, most: usize::try_from(most).unwrap_or(usize::MAX) }
    }

    /// By how much it is too long; 0 where it is not.
    pub fn over(&self) -> usize {
        self.counted.saturating_sub(self.most)
    }
}

/// Counts a report again and again, and each time only the blocks that changed.
#[derive(Debug, Default)]
pub struct Tally {
    body: Body,
    lengths: Vec<Length>,
}

impl Tally {
    /// The lengths of a report.
    pub fn count(&mut self, report: &Report) -> Lengths {
        let kept = self.body.same_structure(&report.body) && self.lengths.len() == report.body.len();
        let blocks = report.body.blocks();
        if kept {
            let pairs = self.body.blocks().iter().zip(blocks).zip(&mut self.lengths);
            for ((before, after), length) in pairs.filter(|((before, after), _)| !Arc::ptr_eq(before, after)) {
                if before.text != after.text || before.table() != after.table() {
                    *length = of_block(after);
                }
            }
        } else {
            let known = |block: &Arc<Block>| {
                let place = self.body.place(block.id)?;
                let same = self.body.blocks().get(place).is_some_and(|before| Arc::ptr_eq(before, block));
                self.lengths.get(place).copied().filter(|_| same)
            };
            let count = |block| known(block).unwrap_or_else(|| of_block(block));
            self.lengths = blocks.iter().map(count).collect();
        }
        self.body = report.body.clone();
        let of = |text: &RichText| Length::of(text.as_str());
        let captions = report.photos.iter().filter(|photo| report.body.figure_of(photo.id).is_some());
        Lengths {
            head: of(&report.headline) + of(&report.standfirst),
            body: self.lengths.iter().copied().sum(),
            captions: captions.map(|photo| of(&photo.caption)).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{BlockKind, IdSource};

    fn paragraph(ids: &mut IdSource, text: &str) -> Arc<Block> {
        Arc::new(Block::new(ids.block(), BlockKind::Paragraph, RichText::plain(text)))
    }

    #[test]
    fn a_length_counts_words_and_characters() {
        let length = Length::of("Hội nghị Đà Nẵng");
        assert_eq!(length, Length { words: 4, characters: 16, solid: 13 });
        assert_eq!(Length::of(" "), Length { words: 0, characters: 1, solid: 0 });
    }

    #[test]
    fn head_and_text_are_the_story_and_captions_count_apart_where_their_photo_stands_in_the_text() {
        let (report, _) = crate::edit::notation::state("p One |two three\nfig 1 The hall");
        let lengths = of(&report);
        assert_eq!((lengths.head.words, lengths.body.words, lengths.captions.words), (1, 3, 2));
        assert_eq!(lengths.story().characters, "Headline".len() + "One two three".len());
    }

    #[test]
    fn the_cells_of_a_table_are_text() {
        let (report, _) = crate::edit::notation::state("p o|ne\ntab two ; three four");
        assert_eq!(of(&report).body.words, 4);
    }

    #[test]
    fn counting_again_gives_what_counting_anew_gives() {
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "en");
        let (one, two) = (paragraph(&mut ids, "one two"), paragraph(&mut ids, "three"));
        report.body = Body::new(vec![Arc::clone(&one), two]);
        let mut tally = Tally::default();
        assert_eq!(tally.count(&report).body.words, 3);
        report.body.get_mut(one.id).unwrap().text = RichText::plain("one");
        assert_eq!(tally.count(&report), of(&report), "a block was changed");
        report.body.splice(0..1, vec![paragraph(&mut ids, "four five six"), one]);
        assert_eq!(tally.count(&report), of(&report), "blocks came and went");
        assert_eq!(tally.count(&report).body.words, 6);
    }

    #[test]
    fn a_measure_tells_what_is_over() {
        let story = Length { words: 512, characters: 3000, solid: 2500 };
        assert_eq!(Measure::of(story, Limit::Words(500)).over(), 12);
        assert_eq!(Measure::of(story, Limit::Characters(3000)), Measure { counted: 3000, most: 3000 });
        assert_eq!(Measure::of(story, Limit::Characters(3001)).over(), 0);
    }
}
