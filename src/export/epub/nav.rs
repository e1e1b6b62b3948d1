//! The table of contents: the headline, under it the headings, smaller ones under larger ones.

use crate::export::epub::{begin_page, heading_id};
use crate::export::manuscript::{Manuscript, Piece};

pub(super) fn write(manuscript: &Manuscript) -> Vec<u8> {
    let mut xml = begin_page(manuscript);
    xml.open("nav", &[("epub:type", "toc"), ("id", "toc"), ("role", "doc-toc")]);
    xml.element("h1", &[], &manuscript.about.title);
    xml.open("ol", &[]).open("li", &[]).element("a", &[("href", "article.xhtml")], &manuscript.about.title);
    let headings = manuscript.pieces().filter_map(|piece| match piece {
        Piece::Heading { level, words } => Some((*level, words.as_str())),
        _ => None,
    });
    // The levels whose lists are open; each has one open item.
    let mut open: Vec<u8> = Vec::new();
    for (place, (level, words)) in headings.enumerate() {
        while open.last().is_some_and(|last| *last > level) {
            open.pop();
            xml.close().close();
        }
        if open.last() == Some(&level) {
            xml.close();
        } else {
            xml.open("ol", &[]);
            open.push(level);
        }
        // A heading of nothing but spaces would be a line that cannot be read out.
        let words = if words.trim().is_empty() { "…" } else { words };
        xml.open("li", &[]);
        xml.element("a", &[("href", &format!("article.xhtml#{}", heading_id(place)))], words);
    }
    xml.finish()
}
