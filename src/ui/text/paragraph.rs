//! One text laid out: what it looks like, where its characters are, and what lies at a point.
//!
//! The rest of the editor sees only [`Paragraph`], in bytes and points from the paragraph's top left corner. Today it is made of an
//! egui galley, which sets Latin, Cyrillic and Vietnamese well and knows no right-to-left scripts; another backend can take its place here.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::cursor::CCursor;
use egui::text::{CharIndex, LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use crate::report::{RichText, Style};
use crate::ui::theme::{Tokens, font};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextLook {
    /// Points.
    pub size: f32,
    /// From one baseline to the next, in points.
    pub line_height: f32,
    /// The serif of the page, or the interface's sans.
    pub serif: bool,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// The colour of plain words.
    pub color: Color32,
    /// The colour of links.
    pub link: Color32,
    /// The widest row in points.
    pub width: f32,
}

impl TextLook {
    /// The typeface of plain words.
    pub fn plain_font(&self) -> FontId {
        self.font(&Style::default())
    }

    fn font(&self, style: &Style) -> FontId {
        let (bold, italic) = (self.bold || style.strong, self.italic != style.emphasis);
        match (self.serif, bold) {
            (true, _) => font::text(self.size, bold, italic),
            (false, true) => FontId::new(self.size, font::strong().family),
            (false, false) => FontId::new(self.size, egui::FontFamily::Proportional),
        }
    }

    fn format(&self, style: &Style) -> TextFormat {
        let color = if style.link.is_some() { self.link } else { self.color };
        TextFormat {
            font_id: self.font(style),
            color,
            line_height: Some(self.line_height),
            // The sans has one slope in the fonts that we ship: its italic is a slant.
            italics: !self.serif && (self.italic != style.emphasis),
            valign: egui::Align::Center,
            ..TextFormat::default()
        }
    }
}

/// Words that an input method is composing, drawn at a place without being in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preedit {
    /// Where in the text, in bytes.
    pub at: usize,
    /// The words so far.
    pub text: String,
}

/// A text laid out.
#[derive(Debug, Clone)]
pub struct Paragraph {
    galley: Arc<Galley>,
    /// The words as drawn, with those being composed.
    shown: Arc<str>,
    preedit: Option<Preedit>,
}

/// The laid out text of a slot with what it was made from: as long as that is the same, it is laid out no more.
#[derive(Debug)]
pub struct CachedParagraph {
    text: RichText,
    look: TextLook,
    preedit: Option<Preedit>,
    job: LayoutJob,
    shown: Arc<str>,
    /// The last frame that drew it.
    pub used_in_frame: u64,
}

impl CachedParagraph {
    /// What is needed to lay the text out.
    pub fn new(text: &RichText, look: &TextLook, preedit: Option<&Preedit>) -> Self {
        let (job, shown) = job(text, look, preedit);
        Self { text: text.clone(), look: *look, preedit: preedit.cloned(), job, shown: shown.into(), used_in_frame: 0 }
    }

    /// Whether this is the layout of that text.
    pub fn is_of(&self, text: &RichText, look: &TextLook, preedit: Option<&Preedit>) -> bool {
        self.preedit.as_ref() == preedit && self.look == *look && self.text == *text
    }

    /// The laid out text. egui keeps the galley while it is asked for in every frame, and makes it anew when the scale or the font
    /// atlas changes.
    pub fn paragraph(&self, ctx: &egui::Context) -> Paragraph {
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(self.job.clone()));
        Paragraph { galley, shown: Arc::clone(&self.shown), preedit: self.preedit.clone() }
    }
}

fn job(text: &RichText, look: &TextLook, preedit: Option<&Preedit>) -> (LayoutJob, String) {
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: look.width, ..TextWrapping::default() },
        break_on_newline: false,
        keep_trailing_whitespace: true,
        ..LayoutJob::default()
    };
    // The text may have changed under the composition, by undo for instance.
    let preedit = preedit.map(|preedit| Preedit { at: text.boundary(preedit.at), ..preedit.clone() });
    let mut composing = preedit.as_ref().filter(|preedit| !preedit.text.is_empty());
    for (range, style) in text.run_ranges() {
        let piece = &text.as_str()[range.clone()];
        let format = look.format(&style);
        match composing {
            Some(preedit) if range.contains(&preedit.at) => {
                let (before, after) = piece.split_at(preedit.at - range.start);
                job.append(before, 0.0, format.clone());
                append_preedit(&mut job, look, preedit);
                job.append(after, 0.0, format);
                composing = None;
            }
            _ => job.append(piece, 0.0, format),
        }
    }
    if let Some(preedit) = composing {
        append_preedit(&mut job, look, preedit);
    }
    if job.text.is_empty() {
        job.append("", 0.0, look.format(&Style::default()));
    }
    let shown = job.text.clone();
    (job, shown)
}

fn append_preedit(job: &mut LayoutJob, look: &TextLook, preedit: &Preedit) {
    let format = look.format(&Style::default());
    job.append(&preedit.text, 0.0, TextFormat { underline: Stroke::new(1.0, look.color), ..format });
}

impl Paragraph {
    /// Width and height in points.
    pub fn size(&self) -> Vec2 {
        self.galley.size()
    }

    /// The galley, for painting and for the accessibility tree.
    pub fn galley(&self) -> &Arc<Galley> {
        &self.galley
    }

    /// Where the caret stands at an offset: a thin upright rectangle. While words are being composed it stands behind them.
    pub fn caret(&self, byte: usize) -> Rect {
        self.galley.pos_from_cursor(self.cursor(self.shown_byte(byte)))
    }

    /// The offset of the end of the text.
    pub fn end(&self) -> usize {
        self.text_len()
    }

    /// The offset nearest to a point.
    pub fn hit(&self, point: Vec2) -> usize {
        let cursor = self.galley.cursor_from_pos(point);
        self.text_byte(self.byte(cursor.index))
    }

    /// The offset one row above or below, at the given distance from the left; `None` past the first or last row.
    pub fn other_row(&self, byte: usize, x: f32, down: bool) -> Option<usize> {
        let caret = self.caret(byte);
        let row = self.row_of(caret.center());
        let row = if down { row + 1 } else { row.checked_sub(1)? };
        let target = self.galley.rows.get(row)?;
        Some(self.hit(vec2(x, target.rect().center().y)))
    }

    /// The offset in the first (`false`) or last row at a distance from the left.
    pub fn edge_row(&self, x: f32, last: bool) -> usize {
        let row = if last { self.galley.rows.last() } else { self.galley.rows.first() };
        row.map_or(0, |row| self.hit(vec2(x, row.rect().center().y)))
    }

    /// The offsets of the start and the end of the row of an offset.
    pub fn row_bounds(&self, byte: usize) -> Range<usize> {
        let cursor = self.cursor(self.shown_byte(byte));
        let start = self.galley.cursor_begin_of_row(&cursor);
        let end = self.galley.cursor_end_of_row(&cursor);
        let mut end = self.text_byte(self.byte(end.index));
        let start = self.text_byte(self.byte(start.index));
        // A row that wraps ends before its last space: the caret behind it would show on the next row.
        if end < self.text_len() && end > start && self.shown[..self.shown_byte(end)].ends_with(' ') {
            end -= 1;
        }
        start..end
    }

    /// The rectangles that cover a range, one a row. An empty range gives none.
    pub fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        if range.is_empty() {
            return Vec::new();
        }
        let first = self.caret(range.start);
        let last = self.caret(range.end);
        let (first_row, last_row) = (self.row_of(first.center()), self.row_of(last.center()));
        let rows = self.galley.rows.get(first_row..=last_row).unwrap_or_default();
        let rect = |(index, row): (usize, &egui::epaint::text::PlacedRow)| {
            let row_rect = row.rect();
            let left = if index == 0 { first.center().x } else { row_rect.left() };
            let right = if index + first_row == last_row { last.center().x } else { row_rect.right() };
            Rect::from_min_max(pos2(left, row_rect.top()), pos2(right, row_rect.bottom()))
        };
        rows.iter().enumerate().map(rect).filter(|rect| rect.width() > 0.0).collect()
    }

    /// As [`Self::rects`], without the spaces at which rows end: where a mark of the words goes.
    pub fn word_rects(&self, range: Range<usize>) -> Vec<Rect> {
        let ends = |rect: &Rect| {
            let row = self.galley.rows.get(self.row_of(rect.center()))?;
            let last = row.glyphs.iter().rev().find(|glyph| !glyph.chr.is_whitespace())?;
            Some(row.pos.x + last.max_x())
        };
        let trimmed = |rect: Rect| rect.with_max_x(ends(&rect).map_or(rect.right(), |end| rect.right().min(end)));
        self.rects(range).into_iter().map(trimmed).filter(|rect| rect.width() > 0.0).collect()
    }

    /// Draws the words.
    pub fn paint(&self, painter: &egui::Painter, at: Pos2, tokens: &Tokens) {
        painter.galley(at, Arc::clone(&self.galley), tokens.ink);
    }

    /// An offset as a cursor of the galley, for the accessibility tree.
    pub fn text_cursor(&self, byte: usize) -> CCursor {
        self.cursor(self.shown_byte(byte))
    }

    fn cursor(&self, shown_byte: usize) -> CCursor {
        let chars = self.shown.get(..shown_byte).map_or(0, |before| before.chars().count());
        CCursor::new(CharIndex(chars))
    }

    fn row_of(&self, point: Pos2) -> usize {
        let below = self.galley.rows.iter().position(|row| point.y < row.rect().bottom());
        below.unwrap_or(self.galley.rows.len().saturating_sub(1))
    }

    fn byte(&self, index: CharIndex) -> usize {
        self.shown.char_indices().nth(index.0).map_or(self.shown.len(), |(byte, _)| byte)
    }

    fn text_len(&self) -> usize {
        self.shown.len() - self.preedit.as_ref().map_or(0, |preedit| preedit.text.len())
    }

    fn shown_byte(&self, byte: usize) -> usize {
        match &self.preedit {
            Some(preedit) if byte >= preedit.at => byte + preedit.text.len(),
            _ => byte,
        }
    }

    fn text_byte(&self, shown: usize) -> usize {
        match &self.preedit {
            Some(preedit) if shown >= preedit.at + preedit.text.len() => shown - preedit.text.len(),
            Some(preedit) if shown > preedit.at => preedit.at,
            _ => shown,
        }
    }
}
