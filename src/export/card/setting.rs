//! Letters in their places: a face, lines of it, and a headline broken into lines of nearly one length.

use std::ops::Range;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use vello_cpu::Glyph;

/// A face of the program.
pub(super) struct Face {
    pub bytes: &'static [u8],
}

/// Of headlines.
pub(super) const SERIF_BOLD: Face = Face { bytes: include_bytes!("../../../assets/fonts/SourceSerif4-Bold.ttf") };
/// Of what stands above and below them.
pub(super) const SANS: Face = Face { bytes: include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf") };

/// Words on one line, at the size of one pixel an em.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    glyphs: Vec<(u32, f32, f32)>,
    /// In em.
    pub width: f32,
}

impl Line {
    /// The glyphs at a size in pixels, from the left end of the base line on.
    pub fn glyphs(&self, size: f32, (left, base): (f32, f32)) -> Vec<Glyph> {
        let placed = self.glyphs.iter().map(|(id, x, y)| Glyph { id: *id, x: left + x * size, y: base - y * size });
        placed.collect()
    }
}

impl Face {
    /// A line of words. `None` where the face lacks a letter of it.
    pub fn line(&self, words: &str) -> Option<Line> {
        let font = FontRef::new(self.bytes).ok()?;
        let data = ShaperData::new(&font);
        let shaper = data.shaper(&font).build();
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let mut line = Line { glyphs: Vec::with_capacity(shaped.len()), width: 0.0 };
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            if info.glyph_id == 0 {
                return None;
            }
            let (x, y) = (line.width + position.x_offset as f32 / em, position.y_offset as f32 / em);
            line.glyphs.push((info.glyph_id, x, y));
            line.width += position.x_advance as f32 / em;
        }
        Some(line)
    }
}

/// A headline in lines.
pub(super) struct Headline {
    /// In pixels.
    pub size: f32,
    pub lines: Vec<Line>,
}

/// From one base line to the next, in em.
pub(super) const LEADING: f32 = 1.16;
/// Sizes of headlines in pixels.
const SIZES: [f32; 9] = [118.0, 104.0, 92.0, 82.0, 74.0, 66.0, 58.0, 50.0, 42.0];

/// Sets a headline as large as it fits into this many pixels. `None` where the face lacks a letter, or a word is wider than the card.
pub(super) fn headline(face: &Face, text: &str, (width, height): (f32, f32)) -> Option<Headline> {
    let words: Vec<&str> = text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
    let widths: Vec<f32> = words.iter().map(|word| face.line(word).map(|line| line.width)).collect::<Option<_>>()?;
    let space = face.line(" ")?.width;
    let most = |size: f32| (height / (size * LEADING)) as usize;
    let fits = |size: &f32| broken(&widths, space, width / size).is_some_and(|lines| lines.len() <= most(*size));
    let smallest = SIZES[SIZES.len() - 1];
    let size = SIZES.into_iter().find(fits).unwrap_or(smallest);
    let mut lines = balanced(&widths, space, width / size)?;
    let is_cut = lines.len() > most(size);
    lines.truncate(most(size).max(1));
    let last = lines.len() - 1;
    let set = lines.into_iter().enumerate().map(|(number, line)| {
        let mut text = words.get(line)?.join(" ");
        if is_cut && number == last {
            text.push('…');
        }
        face.line(&text)
    });
    Some(Headline { size, lines: set.collect::<Option<_>>()? })
}

/// Which words stand on each line of so many em; `None` where one is wider.
fn broken(widths: &[f32], space: f32, measure: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (index, width) in widths.iter().enumerate() {
        if *width > measure {
            return None;
        }
        match lines.last_mut().filter(|_| used + space + width <= measure) {
            Some(line) => {
                line.end = index + 1;
                used += space + width;
            }
            None => {
                lines.push(index..index + 1);
                used = *width;
            }
        }
    }
    Some(lines)
}

/// As many lines, as nearly of one length as their words allow.
fn balanced(widths: &[f32], space: f32, measure: f32) -> Option<Vec<Range<usize>>> {
    let mut best = broken(widths, space, measure)?;
    // Forty steps from the full measure down; the last that needs no further line is the best.
    for step in 1..40 {
        let tried = measure * (1.0 - step as f32 / 40.0);
        match broken(widths, space, tried).filter(|lines| lines.len() == best.len()) {
            Some(lines) => best = lines,
            None => break,
        }
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(widths: &[f32], measure: f32) -> Option<Vec<Range<usize>>> {
        balanced(widths, 1.0, measure)
    }

    #[test]
    fn lines_are_as_few_as_they_can_be_and_of_nearly_one_length() {
        assert_eq!(lines(&[3.0, 3.0, 3.0, 3.0], 11.0), Some(vec![0..2, 2..4]), "not three and one");
        assert_eq!(lines(&[3.0, 3.0, 3.0], 7.0), Some(vec![0..2, 2..3]));
        assert_eq!(lines(&[8.0, 1.0], 7.0), None, "a word that is wider than the line");
        assert_eq!(lines(&[], 7.0), Some(Vec::new()));
    }

    #[test]
    fn a_headline_is_as_large_as_fits_and_is_cut_only_at_the_smallest() {
        let set = |text: &str| headline(&SERIF_BOLD, text, (1040.0, 400.0)).unwrap();
        let (short, long) = (set("Six towns, one archive"), set(&"Шесть городов ведут один архив ".repeat(4)));
        assert!(short.size > long.size && short.lines.len() <= 3);
        let endless = set(&"Sáu tỉnh chung một kho lưu trữ ".repeat(60));
        assert_eq!(endless.size, 42.0);
        assert!(endless.lines.len() as f32 * endless.size * LEADING <= 400.0);
        assert!(endless.lines.iter().all(|line| line.width * endless.size <= 1040.0 + 42.0));
        assert!(headline(&SERIF_BOLD, "六个城市", (1040.0, 400.0)).is_none(), "no letters for it");
    }
}
