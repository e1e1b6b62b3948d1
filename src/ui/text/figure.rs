//! Figures of the page: one in its line, or two or three side by side in one row of equal height.
//!
//! A row is one item: that of its first figure. The others are items of no height, so that each block keeps its place in the column.

use std::ops::Range;

use egui::{Rect, Vec2, pos2, vec2};

use crate::report::{Body, Photo, PhotoId, Report, Slot};
use crate::ui::text::item::{Item, Note, Part, Setter};
use crate::ui::text::look;
use crate::ui::text::paragraph::TextLook;

/// A picture of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// Of which photo.
    pub photo: PhotoId,
    /// Its figure: one stop for the caret.
    pub figure: Slot,
    /// Where it is, from the item's top left corner.
    pub rect: Rect,
}

/// Between pictures that stand side by side.
const GAP: f32 = 12.0;
/// No picture of the page is higher than this, so that it fits in sight.
const HIGHEST: f32 = 560.0;

/// The row that a block leads or stands in, where it has more than one figure.
pub(super) fn row_of(body: &Body, place: usize) -> Option<Range<usize>> {
    body.row(place).filter(|row| row.len() > 1)
}

/// The place of the block whose item shows the one at a place.
pub(super) fn shown_at(body: &Body, place: usize) -> usize {
    row_of(body, place).map_or(place, |row| row.start)
}

/// About how high the pictures of the figure at a place are: nothing where another one shows them.
pub(super) fn estimated_height(report: &Report, place: usize, column: f32) -> f32 {
    let row = report.body.row(place).unwrap_or(place..place + 1);
    row_sizes(&photos(report, &row), column).first().map_or(0.0, |(_, size)| size.y)
}

fn photos<'a>(report: &'a Report, row: &Range<usize>) -> Vec<(&'a Photo, Slot)> {
    let blocks = report.body.blocks().get(row.clone()).unwrap_or_default();
    blocks.iter().filter_map(|block| Some((&**report.photo(block.photo()?)?, Slot::Block(block.id)))).collect()
}

/// The places of pictures side by side: from the left in points, and their sizes. All are equally high and together as wide as the column,
/// unless that were too high.
fn row_sizes(photos: &[(&Photo, Slot)], column: f32) -> Vec<(f32, Vec2)> {
    let ratios: Vec<f32> = photos.iter().map(|(photo, _)| photo.shown_size_px().ratio().clamp(0.2, 6.0)).collect();
    let gaps = GAP * photos.len().saturating_sub(1) as f32;
    let height = ((column - gaps) / ratios.iter().sum::<f32>().max(0.01)).min(HIGHEST).round();
    let width = ratios.iter().map(|ratio| height * ratio).sum::<f32>() + gaps;
    let mut left = ((column - width) / 2.0).max(0.0);
    let place = |ratio: f32| {
        let (start, end) = (left.round(), (left + height * ratio).round().min(column));
        left += height * ratio + GAP;
        (start, vec2(end - start, height))
    };
    ratios.into_iter().map(place).collect()
}

impl Setter<'_> {
    /// The figures of a row, which may be a single one, below some room.
    pub(super) fn figures(&self, row: &Range<usize>, above: f32) -> Item {
        let photos = photos(self.view.report(), row);
        let mut item = Item { height: above, ..Item::default() };
        let is_row = photos.len() > 1;
        for ((photo, figure), (left, size)) in photos.iter().zip(row_sizes(&photos, self.column)) {
            let rect = Rect::from_min_size(pos2(left, above), size);
            item.pictures.push(Shown { photo: photo.id, figure: *figure, rect });
            // A picture that stands alone has the words of its caption over the whole column.
            let (left, width) = if is_row { (rect.left(), rect.width()) } else { (0.0, self.column) };
            let bottom = self.caption(&mut item, photo, vec2(left, rect.bottom() + 8.0), width);
            item.height = item.height.max(bottom);
        }
        if is_row {
            for (part, shown) in item.parts.iter_mut().zip(&item.pictures) {
                let top = shown.rect.bottom() + 4.0;
                part.area = Some(Rect::from_x_y_ranges(shown.rect.x_range(), top..=item.height.max(top)));
            }
        }
        item
    }

    /// Sets a caption with the credit behind or below it. Gives the lower end of both.
    fn caption(&self, item: &mut Item, photo: &Photo, at: Vec2, width: f32) -> f32 {
        let look = look::caption_look(self.tokens(), width);
        let caption = self.part(Slot::Caption(photo.id), at, &look, "text-caption-placeholder");
        let mut bottom = caption.rect().bottom();
        if !photo.credit.is_empty() {
            let words = crate::language::phrases::credit(photo.credit.as_str(), &self.view.report().language);
            let credit = self.note(&words, &TextLook { color: self.tokens().faint, ..look });
            let end = match &caption.placeholder {
                Some(placeholder) => pos2(placeholder.size().x, 0.0),
                None => caption.paragraph.caret(caption.paragraph.end()).min,
            };
            let behind = end.x + 6.0 + credit.size().x <= width && credit.size().y < 20.0;
            let place = if behind { at + vec2(end.x + 6.0, end.y) } else { vec2(at.x, bottom) };
            bottom = bottom.max(place.y + credit.size().y);
            item.notes.push(Note { at: place, paragraph: credit });
        }
        item.parts.push(caption);
        bottom
    }
}

impl Item {
    /// The picture nearest to a distance from the left.
    pub(super) fn picture_at(&self, x: f32) -> Option<&Shown> {
        let distance = |shown: &&Shown| (shown.rect.left() - x).max(x - shown.rect.right()).max(0.0);
        self.pictures.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))
    }

    /// One figure of a row by itself.
    pub(super) fn figure(&self, index: usize) -> Self {
        let Some(shown) = self.pictures.get(index) else { return Self::default() };
        let parts: Vec<Part> =
            self.parts.iter().filter(|part| part.slot == Slot::Caption(shown.photo)).cloned().collect();
        Self { parts, pictures: vec![*shown], atom: Some(shown.figure), height: self.height, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{photo, state};
    use crate::report::SizePx;
    use std::sync::Arc;

    fn sizes(widths: &[u32]) -> Vec<(f32, Vec2)> {
        let text: Vec<_> = (1..=widths.len()).map(|number| format!("fig+ {number} cap")).collect();
        let (mut report, _) = state(&format!("{}\np |", text.join("\n")));
        for (index, width) in widths.iter().enumerate() {
            Arc::make_mut(&mut report.photos[index]).size_px = SizePx { width: *width, height: 1000 };
            assert_eq!(report.photos[index].id, photo(index as u8 + 1));
        }
        row_sizes(&photos(&report, &(0..widths.len())), 600.0)
    }

    #[test]
    fn pictures_of_a_row_are_equally_high_and_fill_the_column() {
        for widths in [&[1500, 1500][..], &[1500, 700], &[1500, 1500, 1500], &[700, 3000, 1000]] {
            let sizes = sizes(widths);
            let (left, last) = sizes.last().unwrap();
            assert!((left + last.x - 600.0).abs() <= 2.0, "{widths:?}: {sizes:?}");
            assert!(sizes.iter().all(|(_, size)| size.y == last.y), "{widths:?}: {sizes:?}");
            for ((left, size), (next, _)) in sizes.iter().zip(sizes.iter().skip(1)) {
                assert!((next - left - size.x - GAP).abs() <= 1.0, "{widths:?}: {sizes:?}");
            }
        }
    }

    #[test]
    fn a_picture_that_stands_alone_is_as_wide_as_the_column_or_as_high_as_fits() {
        assert_eq!(sizes(&[1500]), [(0.0, vec2(600.0, 400.0))]);
        assert_eq!(sizes(&[500]), [(160.0, vec2(280.0, 560.0))]);
    }
}
