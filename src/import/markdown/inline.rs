//! The words, pictures and line breaks inside one block of Markdown.

use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::import::{PicturePlace, rows};
use crate::report::{RichText, Style};

/// What is read of a block so far, line by line.
#[derive(Debug, Default)]
pub struct Inline {
    lines: Vec<Line>,
    /// How many open marks make the words strong.
    pub strong: usize,
    /// How many open marks stress the words.
    pub emphasis: usize,
    /// Where the words lead.
    pub link: Option<Arc<str>>,
}

/// One line of a block, as the author broke them.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its words.
    pub text: RichText,
    /// The pictures that stand in it.
    pub pictures: Vec<PicturePlace>,
    /// Whether the break after it was asked for.
    pub hard_break: bool,
}

impl Inline {
    /// Adds words in the style of the open marks.
    pub fn push_words(&mut self, words: &str) {
        let style =
            Style { strong: self.strong > 0, emphasis: self.emphasis > 0, link: self.link.clone(), ..Style::default() };
        self.last().text.append(RichText::styled(words, style));
    }

    /// Adds a picture.
    pub fn push_picture(&mut self, place: PicturePlace) {
        self.last().pictures.push(place);
    }

    /// Ends the line.
    pub fn break_line(&mut self, hard: bool) {
        self.last().hard_break = hard;
        self.lines.push(Line::default());
    }

    /// How much was read: grows with every word and picture.
    pub fn extent(&self) -> Extent {
        let words = self.lines.iter().map(|line| line.text.len()).sum();
        Extent { words, pictures: self.lines.iter().map(|line| line.pictures.len()).sum() }
    }

    /// The lines that are not empty, without the space around them, and a fresh start. An open link goes on.
    pub fn take(&mut self) -> Vec<Line> {
        let mut lines = std::mem::take(&mut self.lines);
        for line in &mut lines {
            line.text = rows::trimmed(&composed(std::mem::take(&mut line.text)));
        }
        lines.retain(|line| !line.text.is_empty() || !line.pictures.is_empty());
        lines
    }

    fn last(&mut self) -> &mut Line {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }
}

/// What an [`Inline`] holds, to be compared with what it held before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Bytes of words.
    pub words: usize,
    /// Pictures.
    pub pictures: usize,
}

/// A part of a paragraph.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words that belong together.
    Words(RichText),
    /// A picture with its caption.
    Picture(PicturePlace),
}

/// The paragraphs and pictures that the lines of one Markdown paragraph are.
///
/// Lines are one paragraph, but for breaks that were asked for. A picture alone on its line stands alone, and the next line
/// is its caption where all of it is stressed. In a paragraph with what web extractors leave of a table (`![]() |`) every
/// line is a paragraph, as they write one paragraph a line. Other pictures with no words between them are one row, as they are shown.
pub fn parts(lines: Vec<Line>) -> Vec<Part> {
    let from_extractor = lines.iter().any(|line| line.is_picture_row() && line.text.as_str().contains('|'));
    let mut parts = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if line.is_picture_row() {
            paragraph.finish(&mut parts);
            let caption = lines.next_if(|next| {
                let barred = from_extractor && next.pictures.is_empty() && rows::ends_with_bar(next.text.as_str());
                barred || (next.pictures.is_empty() && is_stressed(&next.text))
            });
            let captions = caption.map(|caption| match rows::ends_with_bar(caption.text.as_str()) {
                true => rows::captions_of_line(&caption.text, line.pictures.len()),
                false => vec![unstressed(&caption.text)],
            });
            for mut place in rows::captioned(line.pictures, captions.unwrap_or_default()) {
                place.beside = !from_extractor && matches!(parts.last(), Some(Part::Picture(_)));
                parts.push(Part::Picture(place));
            }
            continue;
        }
        let ends = line.hard_break || from_extractor;
        paragraph.add(line);
        if ends {
            paragraph.finish(&mut parts);
        }
    }
    paragraph.finish(&mut parts);
    parts
}

/// Whether all of a text is stressed.
pub fn is_stressed(text: &RichText) -> bool {
    text.all_styled(0..text.len(), |style| style.emphasis)
}

/// A text without stress.
pub fn unstressed(text: &RichText) -> RichText {
    let mut text = text.clone();
    let end = text.len();
    text.restyle(0..end, |style| style.emphasis = false);
    text
}

/// The texts in one, with a space between them.
pub fn joined(texts: impl IntoIterator<Item = RichText>, between: &str) -> RichText {
    let mut whole = RichText::new();
    for text in texts {
        join_onto(&mut whole, text, between);
    }
    whole
}

/// Adds a text to the end of another, with a space or other sign between them that nothing composes with.
pub fn join_onto(whole: &mut RichText, text: RichText, between: &str) {
    if !whole.is_empty() && !text.is_empty() {
        whole.append(RichText::plain(between));
    }
    whole.append(text);
}

impl Line {
    /// Whether it holds pictures and nothing but bars between them.
    pub fn is_picture_row(&self) -> bool {
        let only_bars = self.text.as_str().chars().all(|character| character == '|' || character.is_whitespace());
        !self.pictures.is_empty() && only_bars
    }
}

#[derive(Default)]
struct Paragraph {
    texts: Vec<RichText>,
    pictures: Vec<PicturePlace>,
}

impl Paragraph {
    fn add(&mut self, line: Line) {
        self.texts.push(line.text);
        self.pictures.extend(line.pictures);
    }

    fn finish(&mut self, parts: &mut Vec<Part>) {
        let text = joined(self.texts.drain(..), " ");
        if !text.is_empty() {
            parts.push(Part::Words(text));
        }
        parts.extend(self.pictures.drain(..).map(Part::Picture));
    }
}

/// The text in NFC where marks of Markdown stood between a letter and its accent; the character takes the letter's style.
fn composed(text: RichText) -> RichText {
    if is_nfc(text.as_str()) {
        return text;
    }
    let mut done = RichText::new();
    let runs = text.run_ranges();
    let mut run = 0;
    for (start, grapheme) in text.as_str().grapheme_indices(true) {
        while runs.get(run).is_some_and(|(range, _)| range.end <= start) {
            run += 1;
        }
        let composed: String = grapheme.nfc().collect();
        let mut at = start;
        let end = start + grapheme.len();
        if composed != grapheme {
            let style = runs.get(run).map(|(_, style)| style.clone()).unwrap_or_default();
            done.append(RichText::styled(&composed, style));
            continue;
        }
        // The pieces of one character can differ in style.
        for (range, style) in runs[run..].iter().take_while(|(range, _)| range.start < end) {
            let piece = &text.as_str()[at..range.end.min(end)];
            done.append(RichText::styled(piece, style.clone()));
            at += piece.len();
        }
    }
    done
}
