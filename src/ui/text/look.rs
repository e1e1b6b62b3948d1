//! How every text of the page is set, and the room around it.

use egui::Color32;

use crate::report::{Block, BlockKind, HeadingLevel, Slot};
use crate::ui::text::paragraph::TextLook;
use crate::ui::theme::Tokens;

/// The room that a block takes besides its words, in points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Room {
    /// Above.
    pub above: f32,
    /// Below.
    pub below: f32,
    /// From the left edge of the column.
    pub indent: f32,
}

/// The indent of one level of a list, and of a quotation behind its rule.
pub const INDENT: f32 = 26.0;

fn serif(size: f32, line_height: f32, color: Color32, tokens: &Tokens, width: f32) -> TextLook {
    TextLook { size, line_height, serif: true, bold: false, italic: false, color, link: tokens.accent, width }
}

fn sans(size: f32, line_height: f32, color: Color32, tokens: &Tokens, width: f32) -> TextLook {
    TextLook { serif: false, ..serif(size, line_height, color, tokens, width) }
}

/// How a slot above the body is set.
pub fn head_look(slot: Slot, tokens: &Tokens, width: f32) -> TextLook {
    match slot {
        Slot::Kicker => TextLook { bold: true, ..sans(13.0, 18.0, tokens.accent, tokens, width) },
        Slot::Headline => TextLook { bold: true, ..serif(31.0, 37.0, tokens.ink, tokens, width) },
        Slot::Standfirst => serif(19.0, 27.0, tokens.muted, tokens, width),
        _ => sans(13.0, 18.0, tokens.muted, tokens, width),
    }
}

/// How a block's words are set, in a column of some width.
pub fn block_look(kind: &BlockKind, tokens: &Tokens, column: f32) -> TextLook {
    let width = column - room(kind).indent;
    match kind {
        BlockKind::Heading { level: HeadingLevel::Two } => {
            TextLook { bold: true, ..serif(22.0, 29.0, tokens.ink, tokens, width) }
        }
        BlockKind::Heading { level: HeadingLevel::Three } => {
            TextLook { bold: true, ..serif(18.0, 27.0, tokens.ink, tokens, width) }
        }
        BlockKind::Quotation { .. } => TextLook { italic: true, ..serif(17.5, 27.0, tokens.ink, tokens, width) },
        _ => serif(17.5, 27.0, tokens.ink, tokens, width),
    }
}

/// How a caption or a speaker is set on the page.
pub fn caption_look(tokens: &Tokens, width: f32) -> TextLook {
    sans(13.5, 19.0, tokens.muted, tokens, width)
}

/// From one baseline to the next in a table, in points.
pub const CELL_LINE: f32 = 20.0;

/// How a cell of a table is set.
pub fn cell_look(tokens: &Tokens, width: f32) -> TextLook {
    sans(14.0, CELL_LINE, tokens.ink, tokens, width)
}

/// How a cell is set that says what stands in its column.
pub fn heading_cell_look(tokens: &Tokens, width: f32) -> TextLook {
    TextLook { bold: true, ..cell_look(tokens, width) }
}

/// Small words that are not edited: placeholders take the look of what they stand for, this is for the rest.
pub fn note_look(tokens: &Tokens, width: f32) -> TextLook {
    sans(13.0, 18.0, tokens.faint, tokens, width)
}

/// The room below the last item of a list, as below a paragraph, in points.
pub const BELOW_LIST: f32 = 14.0;

/// The room around a block.
pub fn room(kind: &BlockKind) -> Room {
    match kind {
        BlockKind::Paragraph => Room { above: 0.0, below: 14.0, indent: 0.0 },
        BlockKind::Heading { .. } => Room { above: 12.0, below: 8.0, indent: 0.0 },
        BlockKind::Quotation { .. } => Room { above: 4.0, below: 16.0, indent: 20.0 },
        BlockKind::ListItem { level, .. } => {
            Room { above: 0.0, below: 6.0, indent: INDENT * (f32::from(*level) + 1.0) }
        }
        BlockKind::Figure { .. } => Room { above: 4.0, below: 20.0, indent: 0.0 },
        BlockKind::Table { .. } => Room { above: 4.0, below: 20.0, indent: 0.0 },
        BlockKind::Participants { .. } => Room { above: 4.0, below: 18.0, indent: 0.0 },
        BlockKind::Divider => Room { above: 8.0, below: 22.0, indent: 0.0 },
    }
}

/// About how high a block is in a column, before it is laid out.
pub fn estimated_height(block: &Block, column: f32, picture_height: f32) -> f32 {
    let look = block_look(&block.kind, &Tokens::LIGHT, column);
    let room = room(&block.kind);
    let rows = |characters: usize, look: &TextLook| {
        let per_row = (look.width / (look.size * 0.46)).max(1.0);
        (characters as f32 / per_row).ceil().max(1.0) * look.line_height
    };
    let inner = match &block.kind {
        BlockKind::Figure { .. } => picture_height + 8.0 + 19.0,
        BlockKind::Table { table } => super::table::estimated_height(table, column),
        BlockKind::Participants { .. } => 160.0,
        BlockKind::Divider => 1.0,
        BlockKind::Quotation { .. } => rows(block.text.len(), &look) + 22.0,
        // Bytes are about twice as many as letters outside Latin; the first frame in sight corrects it.
        _ => rows(block.text.len(), &look),
    };
    room.above + inner + room.below
}
