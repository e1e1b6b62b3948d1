//! A column of many parts of which only those in sight are laid out.

use std::collections::BTreeMap;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

/// One part of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LazyItem {
    /// What names it while the column changes around it.
    pub key: u64,
    /// How high it is likely to be, in points, until it was in sight once.
    pub estimate: f32,
    /// It is laid out wherever it stands: it has the keyboard.
    pub keep: bool,
}

/// The heights of the parts that were in sight.
#[derive(Debug, Clone, Default)]
pub struct LazyColumn {
    heights: BTreeMap<u64, f32>,
    width: f32,
    wanted: Option<u64>,
}

impl LazyColumn {
    /// Brings a part into sight when the column is drawn next.
    pub fn reveal(&mut self, key: u64) {
        self.wanted = Some(key);
    }

    /// Draws what is in sight, inside a scroll area that shows `viewport` of it. Gives where each part stands.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        viewport: Rect,
        items: &[LazyItem],
        gap: f32,
        mut draw: impl FnMut(&mut Ui, usize),
    ) -> Vec<Rect> {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.5 {
            self.heights.clear();
            self.width = width;
        }
        let origin = ui.max_rect().min;
        let mut places = Vec::with_capacity(items.len());
        let mut top = 0.0;
        let mut moved = false;
        for (index, item) in items.iter().enumerate() {
            let height = self.heights.get(&item.key).copied().unwrap_or(item.estimate);
            // The neighbours too, so that the keyboard and screen readers find what comes next.
            let near = top + height + item.estimate >= viewport.top() && top - item.estimate <= viewport.bottom();
            let place = Rect::from_min_size(pos2(origin.x, origin.y + top), vec2(width, height));
            let mut taken = height;
            if near || item.keep || self.wanted == Some(item.key) {
                let mut inner = ui.new_child(UiBuilder::new().id_salt(item.key).max_rect(place));
                draw(&mut inner, index);
                taken = inner.min_rect().height();
                if (taken - height).abs() > 0.5 {
                    moved = true;
                }
                self.heights.insert(item.key, taken);
            }
            let place = Rect::from_min_size(place.min, vec2(width, taken));
            if self.wanted == Some(item.key) {
                ui.scroll_to_rect(place.expand2(vec2(0.0, gap)), None);
                self.wanted = None;
            }
            places.push(place);
            top += taken + gap;
        }
        if moved {
            ui.ctx().request_discard("the parts of a column turned out higher or lower");
        }
        if self.heights.len() > items.len() * 2 + 64 {
            self.heights.retain(|key, _| items.iter().any(|item| item.key == *key));
        }
        ui.allocate_rect(Rect::from_min_size(origin, vec2(width, (top - gap).max(0.0))), egui::Sense::hover());
        places
    }
}
