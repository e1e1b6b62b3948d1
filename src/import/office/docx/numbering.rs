//! The lists of a document of Word: which of their levels have bullets and which numbers.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::office::xml::{child, value};
use crate::report::ListStyle;

/// All lists.
#[derive(Debug, Default)]
pub struct Numbering {
    /// By the number that paragraphs name.
    lists: HashMap<String, Levels>,
}

/// The levels of a list; `None` where a level marks nothing.
type Levels = HashMap<u8, Option<ListStyle>>;

impl Numbering {
    /// Reads the part of the lists.
    pub fn read(root: Node<'_, '_>) -> Self {
        let named = |name: &'static str| root.children().filter(move |node| node.tag_name().name() == name);
        let shapes: HashMap<&str, Levels> =
            named("abstractNum").filter_map(|node| Some((value(node, "abstractNumId")?, levels(node)))).collect();
        let list = |node: Node<'_, '_>| {
            let shape = value(child(node, "abstractNumId")?, "val")?;
            let mut own = shapes.get(shape).cloned().unwrap_or_default();
            for change in node.children().filter(|node| node.tag_name().name() == "lvlOverride") {
                own.extend(levels(change));
            }
            Some((value(node, "numId")?.to_owned(), own))
        };
        Self { lists: named("num").filter_map(list).collect() }
    }

    /// What stands before an item; `None` for what is no item. A list that is not described has bullets.
    pub fn style(&self, list: &str, level: u8) -> Option<ListStyle> {
        if list == "0" {
            return None;
        }
        let levels = self.lists.get(list);
        levels.and_then(|levels| levels.get(&level).copied()).unwrap_or(Some(ListStyle::Bulleted))
    }
}

fn levels(node: Node<'_, '_>) -> Levels {
    let said = |level: Node<'_, '_>, name| child(level, name).and_then(|node| value(node, "val")).map(str::to_owned);
    let level = |level: Node<'_, '_>| {
        let number = value(level, "ilvl")?.parse().ok()?;
        let mark = said(level, "lvlText").unwrap_or_default();
        let style = match said(level, "numFmt").as_deref() {
            Some("bullet") => Some(ListStyle::Bulleted),
            Some("none") => (!mark.trim().is_empty()).then_some(ListStyle::Bulleted),
            _ => Some(ListStyle::Numbered),
        };
        Some((number, style))
    };
    node.children().filter(|node| node.tag_name().name() == "lvl").filter_map(level).collect()
}
