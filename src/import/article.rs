//! An article as plain text, in the form that web extractors give.
//!
//! A paragraph is a line, or in a hard-wrapped text the lines up to the next blank one. A photo is a line `![]() |`,
//! and the next line is its caption where that ends with a bar; both are what is left of a table with one column. A
//! source with its address and the counters of comments stand at the end. Every other line is taken as it is: a plain text
//! has no headline, no headings and no lists that are not words.

use crate::import::{Draft, DraftBlock, ending, rows};
use crate::report::RichText;

/// Reads a plain text.
pub fn parse(text: &str) -> Draft {
    let lines: Vec<&str> = lines(text).collect();
    let wrapped = is_hard_wrapped(&lines);
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at).copied() {
        at += 1;
        if line.is_empty() {
            continue;
        }
        if let Some(places) = rows::pictures_of_line(line) {
            let captions = caption_line(&lines[at..]).map(|(skipped, caption)| {
                at += skipped;
                rows::captions_of_line(&RichText::plain(caption), places.len())
            });
            blocks.extend(rows::captioned(places, captions.unwrap_or_default()).map(DraftBlock::Picture));
            continue;
        }
        let mut paragraph = line.to_owned();
        while let Some(next) = lines.get(at).filter(|next| wrapped && is_words(next)) {
            paragraph.push(' ');
            paragraph.push_str(next);
            at += 1;
        }
        blocks.push(DraftBlock::paragraph(RichText::plain(&paragraph)));
    }
    let mut draft = Draft { blocks, ..Draft::default() };
    ending::take_off(&mut draft);
    draft
}

/// The lines without the space around them, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    // An empty line more between the two characters of a Windows line end would hide nothing, but it parts a wrapped paragraph.
    text.split("\r\n").flat_map(|part| part.split(LINE_ENDS)).map(str::trim)
}

fn is_words(line: &str) -> bool {
    !line.is_empty() && rows::pictures_of_line(line).is_none()
}

/// The caption under a row of pictures, and how many lines it takes with the blank ones before it.
fn caption_line<'a>(following: &[&'a str]) -> Option<(usize, &'a str)> {
    let blank = following.iter().take_while(|line| line.is_empty()).count();
    let line = following.get(blank)?;
    (rows::ends_with_bar(line) && is_words(line)).then_some((blank + 1, *line))
}

/// Whether an editor broke the lines at a width, so that a paragraph is what stands between blank lines.
///
/// That is so where blank lines part the text, no line is wider than such editors make them, every line that another one
/// follows is full, and few of those end a sentence. A list of names or a poem has short lines and stays as it is.
fn is_hard_wrapped(lines: &[&str]) -> bool {
    const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
    const FEWEST_FULL_LINES: usize = 2;
    let widest = lines.iter().map(|line| line.chars().take(WIDTHS.end() + 1).count()).max().unwrap_or(0);
    if !WIDTHS.contains(&widest) || !lines.iter().skip_while(|line| line.is_empty()).any(|line| line.is_empty()) {
        return false;
    }
    let (mut full, mut ending_a_sentence) = (0, 0);
    for pair in lines.windows(2).filter(|pair| is_words(pair[0]) && is_words(pair[1])) {
        let next_word = pair[1].split_whitespace().next().map_or(0, |word| word.chars().count());
        if pair[0].chars().count() + 1 + next_word <= widest {
            return false;
        }
        full += 1;
        ending_a_sentence += usize::from(pair[0].ends_with(['.', '!', '?', '…', ':', ';', '"', '»', '”']));
    }
    full >= FEWEST_FULL_LINES && ending_a_sentence * 2 <= full
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::testing::outline;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outline(&parse(text)), expected);
    }

    #[test]
    fn a_line_is_a_paragraph_whatever_ends_it() {
        check(
            "One.\nTwo.\r\nThree.\rFour.\u{2028}Five.\n\n\n",
            &["p One.", "p Two.", "p Three.", "p Four.", "p Five."],
        );
        check("  One ,  two...  \n\n\nThree", &["p One ,  two...", "p Three"]);
        check(" \n\n", &[]);
    }

    #[test]
    fn a_photo_takes_the_next_line_as_its_caption_where_that_ends_with_a_bar() {
        check("A.\n![]() |\nЗал. |\nB.", &["p A.", "img ? [Зал.]", "p B."]);
        check("![]()\n\nЗал.|\nB.", &["img ? [Зал.]", "p B."]);
        check("![]() |\nNo caption.", &["img ? []", "p No caption."]);
        check("![]() |\n![Hall](img/a.jpg) |\nHall. |", &["img ? []", "img img/a.jpg [Hall.] alt Hall"]);
        check("![]() | ![]() |\nOne | Two |", &["img ? [One]", "img ? [Two]"]);
        check("A line with a bar |\nB.", &["p A line with a bar |", "p B."]);
    }

    #[test]
    fn a_hard_wrapped_text_is_joined_and_a_list_of_names_is_not() {
        let wrapped = "The press associations of six provinces have worked as one\ncluster for a year, and on Thursday they \
                       met to say what\ncame of it.\n\nThe host signed first.";
        check(
            wrapped,
            &[
                "p The press associations of six provinces have worked as one cluster for a year, and on Thursday they met \
                 to say what came of it.",
                "p The host signed first.",
            ],
        );
        let two = "The cluster of six associations met on Thursday.\nIt will meet again next year.\n\nThe host signed.";
        assert_eq!(parse(two).blocks.len(), 3);
        check("Lê Thị Hoa\nTrần Đức Minh\n\nNinh Bình", &["p Lê Thị Hoa", "p Trần Đức Minh", "p Ninh Bình"]);
    }

    #[test]
    fn text_is_composed_and_nothing_else_is_repaired() {
        check("Hội nghi\u{323} , \"so\"", &["p Hội nghị , \"so\""]);
        check("# not a heading in a plain text", &["p # not a heading in a plain text"]);
    }

    #[test]
    fn source_and_counter_are_taken_off_the_end() {
        let draft = parse("Text.\nИсточник: https://example.org/a?b=1\n\n\n\nКомментарий (0)");
        assert_eq!(outline(&draft), ["p Text."]);
        assert_eq!(draft.sources[0].url.as_ref(), "https://example.org/a?b=1");
        assert_eq!(draft.notices.len(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

        /// Lines of any kind in any order: every word is there, in its order.
        #[test]
        fn every_word_is_kept_in_order(parts in proptest::collection::vec(0..PARTS.len(), 0..60)) {
            let mut text = String::new();
            let (mut words, mut said_of_pictures) = (Vec::new(), Vec::new());
            for (number, part) in parts.iter().enumerate() {
                let word = format!("w{number}x");
                text.push_str(&PARTS[*part].replace('W', &word));
                if PARTS[*part].contains("![") && PARTS[*part].contains('W') {
                    said_of_pictures.push(word);
                } else if PARTS[*part].contains('W') {
                    words.push(word);
                }
            }
            let everything = outline(&parse(&text)).join("\n");
            for word in said_of_pictures {
                prop_assert!(everything.contains(&word), "{} is lost: {:?} from {:?}", word, everything, text);
            }
            let mut rest = everything.as_str();
            for word in words {
                let at = rest.find(&word);
                prop_assert!(at.is_some(), "{} is lost or displaced: {:?} from {:?}", word, everything, text);
                rest = &rest[at.unwrap_or(0)..];
            }
        }
    }

    const PARTS: [&str; 13] = [
        "W ",
        "W\n",
        "W |\n",
        "\n",
        "\r\n",
        "![]() |\n",
        "![]()\n",
        "| ![](W) |\n",
        "![W](a.jpg)",
        " | ",
        "W, which is as long as a line gets",
        "W.\n\n",
        "![](a.jpg \"W\")\n",
    ];
}
