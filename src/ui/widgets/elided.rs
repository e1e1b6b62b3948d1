//! Paths that are longer than their field: the middle gives way, since the end says what the file is called and the beginning on which
//! disk it is.

use egui::text::{CCursor, CharIndex};
use egui::{Galley, Painter};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::theme::font;

/// The part of the width that the beginning has.
const HEAD: f32 = 0.3;

/// A line no wider than `width`, in the font of fields.
pub(super) fn elided(painter: &Painter, text: &str, width: f32) -> String {
    let galley = painter.layout_no_wrap(text.to_owned(), font::ui(), egui::Color32::PLACEHOLDER);
    if galley.size().x <= width {
        return text.to_owned();
    }
    let ellipsis = painter.layout_no_wrap("…".to_owned(), font::ui(), egui::Color32::PLACEHOLDER).size().x;
    let left = edges(text, &galley);
    let whole = galley.size().x;
    let head = left.iter().take_while(|(_, x)| *x <= width * HEAD).last().map_or(0, |(byte, _)| *byte);
    let room = width - ellipsis - left.iter().find(|(byte, _)| *byte == head).map_or(0.0, |(_, x)| *x);
    let tail = left.iter().find(|(_, x)| whole - x <= room).map_or(text.len(), |(byte, _)| *byte);
    format!("{}…{}", &text[..head], &text[tail.max(head)..])
}

/// Where each whole character begins: its byte, and the distance from the left.
fn edges(text: &str, galley: &Galley) -> Vec<(usize, f32)> {
    let mut chars = 0;
    let mut edges = Vec::new();
    for (byte, grapheme) in text.grapheme_indices(true) {
        edges.push((byte, galley.pos_from_cursor(CCursor::new(CharIndex(chars))).min.x));
        chars += grapheme.chars().count();
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_and_the_beginning_of_a_long_path_are_seen() {
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let check = |ui: &mut egui::Ui| {
            let path = "/media/anna/Transcend/2026/Hội nghị báo chí/Báo chí hai bờ sông gặp nhau ở Bắc Ninh.zip";
            let short = elided(ui.painter(), path, 300.0);
            assert!(short.starts_with("/media") && short.ends_with("ở Bắc Ninh.zip") && short.contains('…'), "{short}");
            let seen = ui.painter().layout_no_wrap(short, font::ui(), egui::Color32::PLACEHOLDER).size().x;
            assert!((250.0..=300.0).contains(&seen), "{seen}");
            assert_eq!(elided(ui.painter(), "/a/b.zip", 300.0), "/a/b.zip");
            assert!(elided(ui.painter(), path, 1.0).starts_with('…'));
        };
        ctx.run_ui(egui::RawInput::default(), |ui| check(ui)).textures_delta.clear();
    }
}
