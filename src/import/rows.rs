//! Pictures and captions in rows, as tables leave them: a row of pictures, under it the row of their captions.

use crate::import::{PicturePlace, PictureTarget};
use crate::report::RichText;

/// Reads a line that holds pictures and nothing else: `![]() |`, `![alt](path "caption")`, several of them between bars.
/// `None` for any other line.
pub fn pictures_of_line(line: &str) -> Option<Vec<PicturePlace>> {
    let mut places = Vec::new();
    let mut rest = skip_bars(line);
    while !rest.is_empty() {
        let (place, after) = picture(rest)?;
        places.push(place);
        rest = skip_bars(after);
    }
    (!places.is_empty()).then_some(places)
}

/// The caption of each of so many pictures, from the line under them.
///
/// Where the line has as many cells as there are pictures each gets its own; otherwise the first gets all of it, because
/// a bar can also be a part of a caption.
pub fn captions_of_line(line: &RichText, pictures: usize) -> Vec<RichText> {
    let text = line.as_str();
    let start = text.len() - text.trim_start_matches(is_bar_or_space).len();
    let end = text.trim_end_matches(is_bar_or_space).len().max(start);
    let inner = line.slice(start..end);
    let bars: Vec<usize> = inner.as_str().match_indices('|').map(|(bar, _)| bar).collect();
    if bars.len() + 1 != pictures {
        return vec![inner];
    }
    let starts = std::iter::once(0).chain(bars.iter().map(|bar| bar + 1));
    let ends = bars.iter().copied().chain([inner.len()]);
    starts.zip(ends).map(|(start, end)| trimmed(&inner.slice(start..end))).collect()
}

/// Whether a line ends as the cell of a table does.
pub fn ends_with_bar(line: &str) -> bool {
    line.trim_end().ends_with('|')
}

/// Picture places with their captions from the row below. Where the place has one already it stays as what is said of the picture:
/// as its alternative text, or before the caption.
pub fn captioned(places: Vec<PicturePlace>, captions: Vec<RichText>) -> impl Iterator<Item = PicturePlace> {
    let mut captions = captions.into_iter();
    places.into_iter().map(move |mut place| {
        let Some(caption) = captions.next().filter(|caption| !caption.is_empty()) else { return place };
        let title = std::mem::replace(&mut place.caption, caption);
        if title.is_empty() || title.as_str() == place.caption.as_str() || title.as_str() == place.alt.as_str() {
            return place;
        }
        if place.alt.is_empty() {
            place.alt = RichText::plain(title.as_str());
        } else {
            let caption = std::mem::replace(&mut place.caption, title);
            place.caption.append(RichText::plain(" "));
            place.caption.append(caption);
        }
        place
    })
}

/// A text without the space around it.
pub fn trimmed(text: &RichText) -> RichText {
    let whole = text.as_str();
    let start = whole.len() - whole.trim_start().len();
    text.slice(start..whole.trim_end().len().max(start))
}

fn is_bar_or_space(character: char) -> bool {
    character == '|' || character.is_whitespace()
}

fn skip_bars(line: &str) -> &str {
    line.trim_start_matches(is_bar_or_space)
}

/// One `![alt](address "title")` and what follows it.
fn picture(line: &str) -> Option<(PicturePlace, &str)> {
    let (alt, rest) = line.strip_prefix("![")?.split_once("](")?;
    let end = closing_parenthesis(rest)?;
    let (address, title) = address_and_title(&rest[..end]);
    let place = PicturePlace {
        target: PictureTarget::from_address(address),
        caption: RichText::plain(title),
        alt: trimmed(&RichText::plain(alt)),
        ..PicturePlace::default()
    };
    Some((place, &rest[end + 1..]))
}

fn closing_parenthesis(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

fn address_and_title(inner: &str) -> (&str, &str) {
    let inner = inner.trim();
    let titled = inner.strip_suffix('"').and_then(|rest| rest.split_once(" \""));
    let (address, title) = titled.unwrap_or((inner, ""));
    let address = address.trim();
    (address.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(address), title.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_pictures_is_read_with_and_without_bars() {
        let place = |address: &str, alt: &str, caption: &str| PicturePlace {
            target: PictureTarget::from_address(address),
            caption: caption.into(),
            alt: alt.into(),
            ..PicturePlace::default()
        };
        let cases = [
            ("![]() |", vec![place("", "", "")]),
            ("![]()", vec![place("", "", "")]),
            ("| ![Зал](img/a (1).jpg) |", vec![place("img/a (1).jpg", "Зал", "")]),
            (r#"![Hall](<a b.jpg> "The hall.")|"#, vec![place("a b.jpg", "Hall", "The hall.")]),
            ("![](a.jpg) | ![](b.jpg) |", vec![place("a.jpg", "", ""), place("b.jpg", "", "")]),
        ];
        for (line, places) in cases {
            assert_eq!(pictures_of_line(line), Some(places), "{line}");
        }
        for line in ["", "|", "text ![]()", "![]() text", "![](a.jpg", "![a]"] {
            assert_eq!(pictures_of_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_caption_row_is_shared_out_only_where_it_has_a_cell_for_each() {
        let texts = |line: &str, pictures| -> Vec<String> {
            captions_of_line(&line.into(), pictures).iter().map(|text| text.as_str().to_owned()).collect()
        };
        assert_eq!(texts("Зал. |", 1), ["Зал."]);
        assert_eq!(texts("Hall | A|B |", 1), ["Hall | A|B"]);
        assert_eq!(texts("| One | Two |", 2), ["One", "Two"]);
        assert_eq!(texts("One and two |", 2), ["One and two"]);
        assert_eq!(texts("|", 1), [""]);
    }
}
