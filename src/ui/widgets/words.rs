//! Words that a part draws by itself.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Ui};

/// How a few words are set.
#[derive(Debug, Clone)]
pub struct Words {
    /// The face and size.
    pub font: FontId,
    /// The colour.
    pub color: Color32,
    /// From line to line, in points.
    pub line_height: f32,
    /// Lines break at this width, in points.
    pub width: f32,
    /// What does not fit into so many rows is cut with an ellipsis.
    pub rows: usize,
}

impl Words {
    /// One line, cut where it does not fit.
    pub fn line(font: FontId, color: Color32, width: f32) -> Self {
        let line_height = (font.size * 1.38).round();
        Self { font, color, line_height, width, rows: 1 }
    }

    /// At most so many rows.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The words as they will be drawn.
    pub fn galley(&self, ui: &Ui, text: &str) -> Arc<Galley> {
        let format = TextFormat {
            font_id: self.font.clone(),
            color: self.color,
            line_height: Some(self.line_height),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap = TextWrapping {
            max_width: self.width.max(1.0),
            max_rows: self.rows,
            break_anywhere: self.rows == 1,
            overflow_character: Some('…'),
        };
        job.break_on_newline = false;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

/// Draws words and gives what was drawn.
pub fn draw_words(ui: &Ui, at: Pos2, words: &Words, text: &str) -> Arc<Galley> {
    let galley = words.galley(ui, text);
    ui.painter().galley(at, Arc::clone(&galley), words.color);
    galley
}

/// How high words will be drawn.
pub fn words_height(ui: &Ui, words: &Words, text: &str) -> f32 {
    if text.is_empty() { 0.0 } else { words.galley(ui, text).size().y }
}
