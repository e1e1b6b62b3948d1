//! Weight, stress and links.

use std::sync::Arc;

use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{Report, Slot, Style};

/// A style that is switched on and off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toggle {
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
}

impl Toggle {
    /// Whether a style has it.
    pub fn is_on(self, style: &Style) -> bool {
        match self {
            Self::Strong => style.strong,
            Self::Emphasis => style.emphasis,
        }
    }

    /// Switches it.
    pub fn set(self, style: &mut Style, on: bool) {
        match self {
            Self::Strong => style.strong = on,
            Self::Emphasis => style.emphasis = on,
        }
    }
}

/// The slots that the selection touches with the bytes selected in each, in reading order.
pub fn selected_ranges(report: &Report, selection: Selection) -> impl Iterator<Item = (Slot, std::ops::Range<usize>)> {
    let (from, to) = selection.ordered(report);
    let slots = std::iter::successors(Some(from.slot), move |slot| {
        (*slot != to.slot).then(|| report.next_slot(*slot)).flatten()
    });
    slots.filter_map(move |slot| Some((slot, selection.part_between(report, slot, from, to)?)))
}

/// Whether all of the selected words have it.
pub fn is_on(report: &Report, selection: Selection, toggle: Toggle) -> bool {
    let mut ranges = rich_ranges(report, selection).peekable();
    ranges.peek().is_some()
        && ranges.all(|(slot, range)| {
            report.text(slot).is_some_and(|text| text.all_styled(range, |style| toggle.is_on(style)))
        })
}

/// Switches a style for the selected words: off where all of them have it, on otherwise.
pub fn toggle(report: &Report, selection: Selection, toggle: Toggle) -> Option<Transaction> {
    let on = !is_on(report, selection, toggle);
    let mut change = Change::new(report);
    for (slot, range) in rich_ranges(report, selection) {
        change.restyle(slot, range, |style| toggle.set(style, on));
    }
    change.finish(EditKind::Other, Some(selection))
}

/// The address that the caret or the start of the selection stands in.
pub fn link_at(report: &Report, selection: Selection) -> Option<Arc<str>> {
    let (from, _) = selection.ordered(report);
    let text = report.text(from.slot)?;
    text.style_at(from.byte).link.or_else(|| text.style_at(from.byte.checked_sub(1)?).link)
}

/// Makes the selected words a link, or changes or removes (`None`) the link that the caret stands in.
pub fn set_link(report: &Report, selection: Selection, url: Option<&str>) -> Option<Transaction> {
    let url: Option<Arc<str>> = url.map(str::trim).filter(|url| !url.is_empty()).map(Into::into);
    let mut change = Change::new(report);
    let ranges =
        if selection.is_caret() { link_around(report, selection) } else { rich_ranges(report, selection).collect() };
    for (slot, range) in ranges {
        change.restyle(slot, range, |style| style.link.clone_from(&url));
    }
    change.finish(EditKind::Other, Some(selection))
}

fn link_around(report: &Report, selection: Selection) -> Vec<(Slot, std::ops::Range<usize>)> {
    let (Some(text), Some(link)) = (report.text(selection.slot()), link_at(report, selection)) else {
        return Vec::new();
    };
    let byte = selection.head.byte;
    let mut found = None::<std::ops::Range<usize>>;
    for span in text.spans().iter().filter(|span| span.style.link.as_ref() == Some(&link)) {
        match &mut found {
            Some(range) if range.end == span.range.start => range.end = span.range.end,
            Some(range) if range.start <= byte && byte <= range.end => break,
            _ => found = Some(span.range.clone()),
        }
    }
    found.into_iter().map(|range| (selection.slot(), range)).collect()
}

fn rich_ranges(report: &Report, selection: Selection) -> impl Iterator<Item = (Slot, std::ops::Range<usize>)> {
    selected_ranges(report, selection).filter(|(slot, range)| slot.is_rich() && !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::check;
    use crate::report::IdSource;

    fn bold(report: &Report, selection: Selection, _: &mut IdSource) -> Option<Transaction> {
        toggle(report, selection, Toggle::Strong)
    }

    #[test]
    fn bold_over_two_blocks_is_switched_on_and_off() {
        check("p on<e\np tw>o", bold, "p on<*e*\np *tw*>o");
        check("p on<*e*\np *tw*>o", bold, "p on<e\np tw>o");
    }

    #[test]
    fn partly_bold_becomes_bold() {
        check("p <a*b*c>", bold, "p <*abc*>");
    }
}
