//! Items of lists: how deep they stand, and with which number.

use crate::report::{ListStyle, RichText};

/// An item, counted as a reader counts it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// 0 for the outermost list; an item stands at most one level deeper than the one before it.
    pub depth: usize,
    /// Bullets or numbers.
    pub style: ListStyle,
    /// From 1, in its own list.
    pub number: usize,
    /// Its list among those of the whole run of items, from 0.
    pub list: usize,
    /// Its words.
    pub words: RichText,
}

/// The lists that are open while items are laid out.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    begun: usize,
}

#[derive(Debug)]
struct Open {
    style: ListStyle,
    items: usize,
    list: usize,
}

impl Lists {
    /// The next item. A level that has no item above it is drawn in, as on the page.
    pub(super) fn item(&mut self, style: ListStyle, level: usize, words: RichText) -> ListItem {
        let depth = level.min(self.open.len());
        self.open.truncate(depth + 1);
        if self.open.get(depth).is_some_and(|open| open.style != style) {
            self.open.truncate(depth);
        }
        if self.open.len() == depth {
            self.open.push(Open { style, items: 0, list: self.begun });
            self.begun += 1;
        }
        let (number, list) = self.open.last_mut().map_or((1, 0), |open| {
            open.items += 1;
            (open.items, open.list)
        });
        ListItem { depth, style, number, list, words }
    }
}
