//! What an import kept of a source and what it left out, as figures.

use serde::Serialize;

use crate::import::{Draft, DraftBlock, PicturePlace};
use crate::report::{BlockKind, RichText};

/// What was kept of a source and what was not. The names of the fields are those of `rapporteur import --receipt`, and stay.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Receipt {
    /// What is in the report.
    pub kept: Kept,
    /// What is not, kind by kind.
    pub dropped: Vec<Dropped>,
}

/// How much of each kind was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Kept {
    pub paragraphs: usize,
    pub headings: usize,
    pub list_items: usize,
    pub quotations: usize,
    pub dividers: usize,
    pub tables: usize,
    pub pictures: usize,
    pub captions: usize,
    /// Pictures of which it is said whose they are.
    pub credits: usize,
    /// Stretches of words that lead somewhere; likewise the next two.
    pub links: usize,
    pub bold: usize,
    pub italic: usize,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// What it is.
    pub kind: DroppedKind,
    /// How often.
    pub count: usize,
    /// Where it was or led to, of pictures and links; of many only the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
}

/// The kinds of what is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DroppedKind {
    /// A picture on the web: nothing is fetched.
    WebPicture,
    /// A picture whose file is not there or is no picture that a report takes.
    LostPicture,
    /// A picture that the text shows a second time.
    RepeatedPicture,
    /// A picture of a dot, which only tells somebody that the page was opened.
    TrackingPixel,
    /// The link around a picture.
    PictureLink,
    /// A link that a page must not have; its words are kept.
    Link,
    /// What the page does not show.
    Hidden,
    /// What stands around the article: menus, header, footer.
    Surroundings,
    /// Buttons and fields.
    Form,
    /// Videos, players, frames of other pages.
    Embedded,
    /// Drawings.
    Drawing,
    /// Programs and style sheets.
    Script,
    /// That cells of a table go over several rows or columns; their words stand in the first.
    MergedCells,
    /// Words set higher or lower; the words are kept.
    Raised,
    /// Colours, fonts, sizes, underlines; the words are kept.
    Formatting,
    /// What somebody remarked beside the text.
    Comment,
    /// Words that were deleted while changes were recorded.
    Deletion,
}

/// So many addresses of one kind are told.
const MOST_ADDRESSES: usize = 200;
/// So many characters of each.
const LONGEST_ADDRESS: usize = 300;

impl Receipt {
    /// What a draft has. Whether its pictures are found is not known yet.
    pub fn of(draft: &Draft) -> Self {
        let mut receipt = Self { dropped: draft.dropped.clone(), ..Self::default() };
        for block in &draft.blocks {
            if let DraftBlock::Text { kind, text } = block {
                receipt.keep(kind, text);
            }
        }
        receipt
    }

    /// Counts a block that was kept.
    pub fn keep(&mut self, kind: &BlockKind, text: &RichText) {
        let kept = &mut self.kept;
        match kind {
            BlockKind::Paragraph => kept.paragraphs += 1,
            BlockKind::Heading { .. } => kept.headings += 1,
            BlockKind::Quotation { .. } => kept.quotations += 1,
            BlockKind::ListItem { .. } => kept.list_items += 1,
            BlockKind::Divider => kept.dividers += 1,
            BlockKind::Table { table } => {
                kept.tables += 1;
                table.cells().for_each(|cell| self.keep_styles(&cell.text));
            }
            BlockKind::Figure { .. } | BlockKind::Participants { .. } => {}
        }
        self.keep_styles(text);
    }

    /// Counts a picture that became a photo of the text.
    pub fn keep_picture(&mut self, place: &PicturePlace) {
        self.kept.pictures += 1;
        self.kept.captions += usize::from(!place.caption.is_empty());
        self.kept.credits += usize::from(!place.credit.is_empty());
        self.keep_styles(&place.caption);
    }

    /// Counts something that was left out.
    pub fn drop(&mut self, kind: DroppedKind, address: Option<&str>) {
        Dropped::count(&mut self.dropped, kind, address);
    }

    fn keep_styles(&mut self, text: &RichText) {
        for span in text.spans() {
            self.kept.links += usize::from(span.style.link.is_some());
            self.kept.bold += usize::from(span.style.strong);
            self.kept.italic += usize::from(span.style.emphasis);
        }
    }
}

impl Dropped {
    /// Counts something in a list that is sorted by kind.
    pub fn count(list: &mut Vec<Self>, kind: DroppedKind, address: Option<&str>) {
        let place = list.binary_search_by_key(&kind, |dropped| dropped.kind).unwrap_or_else(|place| {
            list.insert(place, Self { kind, count: 0, addresses: Vec::new() });
            place
        });
        let dropped = &mut list[place];
        dropped.count += 1;
        if let Some(address) = address.filter(|address| !address.is_empty() && dropped.addresses.len() < MOST_ADDRESSES)
        {
            dropped.addresses.push(address.chars().take(LONGEST_ADDRESS).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_is_counted_by_kind_in_one_order() {
        let mut receipt = Receipt::default();
        receipt.drop(DroppedKind::Formatting, None);
        receipt.drop(DroppedKind::WebPicture, Some("https://example.org/a.jpg"));
        receipt.drop(DroppedKind::WebPicture, Some(""));
        receipt.keep(&BlockKind::Paragraph, &RichText::plain("One"));
        let json = serde_json::to_value(&receipt).unwrap();
        assert_eq!(json["kept"]["paragraphs"], 1);
        assert_eq!(
            json["dropped"],
            serde_json::json!([
                { "kind": "web_picture", "count": 2, "addresses": ["https://example.org/a.jpg"] },
                { "kind": "formatting", "count": 1 },
            ])
        );
    }
}
