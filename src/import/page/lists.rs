//! The lists of Word, which are paragraphs with their bullet or number written before the words.

use crate::report::{BlockKind, ListStyle, RichText};

/// The level of a list item from `l0 level2 lfo1`; `None` where the declaration is of no list.
pub fn level(declaration: &str) -> Option<u8> {
    let mut words = declaration.split_ascii_whitespace();
    words.find(|word| {
        word.strip_prefix('l').is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()))
    })?;
    let level = words.find_map(|word| word.strip_prefix("level")).and_then(|level| level.parse::<u8>().ok());
    Some(level.unwrap_or(1).saturating_sub(1).min(BlockKind::MAX_LIST_LEVEL))
}

/// Bullets or numbers, from what stands before the words. A lone "o" is a round bullet.
pub fn style(marker: &str) -> ListStyle {
    let marker = marker.trim();
    let core = marker.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = !core.is_empty()
        && core.len() < marker.len()
        && core.chars().all(|character| character.is_alphanumeric() || character == '.');
    if is_number { ListStyle::Numbered } else { ListStyle::Bulleted }
}

/// Takes the bullet or number off the words, where spaces of no width of their own part them: `·       Words`.
pub fn take_marker(text: &RichText) -> Option<(String, RichText)> {
    const LONGEST: usize = 8;
    let words = text.as_str();
    let end = words.find(char::is_whitespace)?;
    let gap: &str = &words[end..words.len() - words[end..].trim_start().len()];
    let marker = &words[..end];
    let is_marker = marker.chars().count() <= LONGEST
        && (matches!(marker, "·" | "o" | "§" | "•" | "–" | "-" | "Ø" | "v" | "ü" | "\u{f0b7}")
            || style(marker) == ListStyle::Numbered);
    let is_wide = gap.contains('\u{a0}') && gap.chars().count() >= 2;
    (is_marker && is_wide).then(|| (marker.to_owned(), text.slice(end + gap.len()..text.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read() {
        assert_eq!(level("l0 level1 lfo1"), Some(0));
        assert_eq!(level("l12 level3 lfo1"), Some(2));
        assert_eq!(level("l0 level200 lfo1"), Some(BlockKind::MAX_LIST_LEVEL));
        assert_eq!((level("Ignore"), level("none"), level("skip")), (None, None, None));
    }

    #[test]
    fn markers_tell_the_style() {
        for marker in ["1.", "a)", "(iv)", "2.1.", "IV."] {
            assert_eq!(style(marker), ListStyle::Numbered, "{marker}");
        }
        for marker in ["·", "o", "§", "-", "", "."] {
            assert_eq!(style(marker), ListStyle::Bulleted, "{marker}");
        }
    }

    #[test]
    fn a_marker_is_taken_off_only_where_a_wide_gap_follows() {
        let taken =
            |text: &str| take_marker(&RichText::plain(text)).map(|(marker, rest)| (marker, rest.as_str().to_owned()));
        assert_eq!(taken("·\u{a0}\u{a0} One"), Some(("·".to_owned(), "One".to_owned())));
        assert_eq!(taken("2.\u{a0}\u{a0}\u{a0}Two"), Some(("2.".to_owned(), "Two".to_owned())));
        assert_eq!(taken("1. The words"), None);
        assert_eq!(taken("Word\u{a0}\u{a0} x"), None);
    }
}
