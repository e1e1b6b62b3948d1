//! Whose picture it is, where the caption says so: "The hall. Photo: Anna Petrova".

use crate::import::{Draft, DraftBlock, PicturePlace};
use crate::language::phrases;
use crate::report::RichText;

/// What stands before the name, in small letters.
const LABELS: [&str; 9] =
    ["photo:", "photo by ", "photograph:", "фото:", "снимок:", "фотография:", "ảnh:", "hình:", "hình ảnh:"];
/// No name is longer than this, in characters.
const LONGEST: usize = 120;

/// Whether a line only says whose picture it is.
pub fn is_line(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['(', '[']);
    let small = line.to_lowercase();
    line.chars().count() <= LONGEST && LABELS.iter().any(|label| small.starts_with(label))
}

/// Takes the credits off the captions of a draft.
pub fn take_off(draft: &mut Draft) {
    for block in &mut draft.blocks {
        if let DraftBlock::Picture(place) = block {
            take_off_caption(place);
        }
    }
}

/// The credit is the last sentence of the caption, or stands in brackets at its end; what is said otherwise stays as it is.
fn take_off_caption(place: &mut PicturePlace) {
    if !place.credit.is_empty() {
        return;
    }
    let caption = place.caption.as_str();
    let Some((start, name)) = last_label(caption) else { return };
    let before = caption[..start].trim_end();
    let (before, closing) = match before.strip_suffix(['(', '[']) {
        Some(before) => (before.trim_end(), true),
        None => (before, false),
    };
    let ends_sentence =
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '"', '»', '”', ')', '|', '/', '—', '–']);
    let end = caption.trim_end().len();
    let end = if closing { caption[..end].trim_end_matches([')', ']', '.']).len() } else { end };
    if !(ends_sentence || closing) || end <= name {
        return;
    }
    let credit = place.caption.slice(name..end);
    let without_dot = credit.as_str().trim_end_matches('.').trim_end().len();
    let credit = RichText::plain(credit.as_str()[..without_dot].trim());
    let is_name = !credit.is_empty()
        && credit.as_str().chars().count() <= LONGEST
        && !has_sentence_end(credit.as_str())
        && !credit.as_str().contains(['!', '?', '…']);
    if is_name {
        let kept = before.trim_end_matches(['|', '/', '—', '–']).trim_end().len();
        place.caption = place.caption.slice(0..kept);
        place.credit = credit;
    }
}

/// A full stop after more than an initial.
fn has_sentence_end(words: &str) -> bool {
    const LONGEST_INITIAL: usize = 3;
    words.match_indices(". ").any(|(at, _)| {
        words[..at].chars().rev().take_while(|letter| letter.is_alphanumeric()).count() > LONGEST_INITIAL
    })
}

/// Makes one text of caption and credit again, where no picture was found that they belong to.
pub fn put_back(place: &mut PicturePlace) {
    let credit = std::mem::take(&mut place.credit);
    if credit.is_empty() {
        return;
    }
    if !place.caption.is_empty() {
        place.caption.append(RichText::plain(" "));
    }
    let language = crate::import::guess::language(&format!("{} {}", place.caption.as_str(), credit.as_str()));
    place.caption.append(RichText::plain(&phrases::credit(credit.as_str(), language)));
}

/// Where the last label begins, and where the name after it does.
fn last_label(caption: &str) -> Option<(usize, usize)> {
    let starts = caption
        .char_indices()
        .rev()
        .filter(|(at, _)| !caption[..*at].chars().next_back().is_some_and(char::is_alphanumeric));
    for (at, _) in starts {
        let rest = &caption[at..];
        // Small letters of these alphabets are as long as the large ones, in bytes too.
        let found =
            LABELS.iter().find(|label| rest.get(..label.len()).is_some_and(|start| start.to_lowercase() == **label));
        if let Some(label) = found {
            let name = at + label.len();
            return Some((at, name + (caption[name..].len() - caption[name..].trim_start().len())));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(caption: &str) -> (String, String) {
        let mut place = PicturePlace { caption: caption.into(), ..PicturePlace::default() };
        take_off_caption(&mut place);
        (place.caption.as_str().to_owned(), place.credit.as_str().to_owned())
    }

    #[test]
    fn a_credit_at_the_end_is_taken_off() {
        for (caption, kept, credit) in [
            ("Зал. Фото: Анна Петрова", "Зал.", "Анна Петрова"),
            ("Hội trường. ẢNH: LÊ HOA.", "Hội trường.", "LÊ HOA"),
            (
                "The hall before the session (Photo: A. Petrova/Press).",
                "The hall before the session",
                "A. Petrova/Press",
            ),
            ("Photo by Anna Petrova", "", "Anna Petrova"),
            ("Ảnh: TTXVN", "", "TTXVN"),
            ("The hall — Photo: Anna", "The hall", "Anna"),
        ] {
            assert_eq!(taken(caption), (kept.to_owned(), credit.to_owned()), "{caption}");
        }
    }

    #[test]
    fn what_is_no_credit_stays() {
        for caption in [
            "The hall.",
            "A Photo: how it was made. It took an hour.",
            "Telephoto: a lens",
            "He asked for a photo: of the hall",
            "Зал. Фото:",
            "Photo: Anna said no! Nobody came.",
        ] {
            assert_eq!(taken(caption), (caption.to_owned(), String::new()), "{caption}");
        }
    }

    #[test]
    fn a_line_that_is_only_a_credit_is_known() {
        assert!(is_line("Фото: Анна Петрова") && is_line(" (Ảnh: Lê Hoa)") && is_line("Photo by X"));
        assert!(!is_line("Photography is hard") && !is_line("Фотографии: позже"));
    }
}
