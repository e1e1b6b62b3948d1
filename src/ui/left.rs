//! The left pane: the photos, or the outline in their place.

use egui::{Rect, Ui, Vec2};

use crate::ui::outline::{OutlineState, outline_ui};
use crate::ui::photos::{PhotosState, photos_buttons_ui, photos_pane_ui};
use crate::ui::view::View;
use crate::ui::widgets::{Tab, tabs_ui};

/// Draws the pane into what is left of a side panel.
pub fn left_pane_ui(ui: &mut Ui, view: &View<'_>, photos: &mut PhotosState, outline: &mut OutlineState) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let (title, count) = (view.tr("photos-title"), view.report().photos.len());
    let name = format!("{title}, {count}");
    let lines = view.tr("outline-title");
    let tabs = [Tab { text: title, count, badge: 0, name }, Tab { name: lines.clone(), text: lines, ..Tab::default() }];
    let top = ui.cursor().min;
    let width = ui.available_width();
    match tabs_ui(ui, view.tokens, &tabs, usize::from(outline.is_shown)) {
        Some(0) => outline.is_shown = false,
        Some(_) => outline.is_shown = true,
        None => {}
    }
    if outline.is_shown {
        outline_ui(ui, view, outline);
    } else {
        let row = Rect::from_min_size(top, egui::vec2(width, ui.cursor().top() - top.y));
        photos_buttons_ui(ui, view, photos, row);
        photos_pane_ui(ui, view, photos);
    }
}
