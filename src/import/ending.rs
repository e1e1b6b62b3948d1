//! What web pages print under an article: its source, and counters of comments.

use std::sync::Arc;

use crate::import::draft::{Draft, DraftBlock};
use crate::import::{NoticeKind, notice::excerpt};
use crate::report::{RichText, Source};

/// The words before a source's address, folded to lower case.
const SOURCE_LABELS: [&str; 7] = ["источник", "источники", "первоисточник", "nguồn", "nguồn tin", "source", "sources"];
/// The words of a counter of comments, folded to lower case.
const COUNTER_LABELS: [&str; 8] =
    ["комментарий", "комментарии", "комментариев", "комментария", "bình luận", "comments", "comment", "ý kiến"];
/// No name of a source is longer than this, in characters; a longer line is a sentence that happens to begin so.
const LONGEST_NAME: usize = 120;

/// Takes the sources and the counters off the end of a draft: the former become [`Draft::sources`], the latter are dropped
/// with a notice. The first block from the end that is neither ends the search.
pub fn take_off(draft: &mut Draft) {
    let mut sources = Vec::new();
    while let Some(text) = draft.blocks.last().and_then(DraftBlock::as_paragraph) {
        if let Some(source) = source(text) {
            sources.push(source);
        } else if is_comment_counter(text.as_str()) {
            draft.notices.push(NoticeKind::CommentCounter { line: excerpt(text.as_str()) });
        } else if !text.as_str().trim().is_empty() {
            break;
        }
        draft.blocks.pop();
    }
    draft.sources.extend(sources.into_iter().rev());
}

/// Reads "Label: name https://…", with the address in words or as a link.
fn source(text: &RichText) -> Option<Source> {
    let line = text.as_str();
    let colon = line.find([':', '：'])?;
    if !SOURCE_LABELS.contains(&line[..colon].trim().to_lowercase().as_str()) {
        return None;
    }
    let rest = &line[colon..].trim_start_matches([':', '：']);
    let written = rest.find("https://").or_else(|| rest.find("http://"));
    let (name, url) = match written {
        Some(start) => {
            let end = rest[start..].find(ends_address).map_or(rest.len(), |length| start + length);
            let url = rest[start..end].trim_end_matches(['.', ',', ';']);
            (format!("{}{}", &rest[..start], &rest[start + url.len()..]), url.to_owned())
        }
        None => {
            let mut links = text.spans().iter().filter_map(|span| span.style.link.clone());
            let link = links.next().filter(|link| link.starts_with("http"))?;
            (rest.to_string(), link.to_string())
        }
    };
    let name = name.trim_matches(|character: char| character.is_whitespace() || "()[]<>,;:|.—–-".contains(character));
    let one_address = !name.contains("://") && name.chars().count() <= LONGEST_NAME && url.contains('.');
    one_address.then(|| Source { name: Arc::from(name), url: Arc::from(url) })
}

fn ends_address(character: char) -> bool {
    character.is_whitespace() || matches!(character, ')' | ']' | '>' | '<' | '"' | '»' | '”' | '|')
}

/// "Комментарий (0)", "Bình luận: 3", "12 comments".
fn is_comment_counter(line: &str) -> bool {
    let folded = line.trim().to_lowercase();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    COUNTER_LABELS.iter().any(|label| {
        let after = folded.strip_prefix(label);
        let before = folded.strip_suffix(label);
        after.is_some_and(|rest| is_number(rest.trim_matches([' ', '(', ')', ':', '[', ']', '\u{a0}'])))
            || before.is_some_and(|rest| is_number(rest.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::outline;

    fn ended(lines: &[&str]) -> (Vec<String>, Vec<(String, String)>) {
        let blocks = lines.iter().map(|line| DraftBlock::paragraph(RichText::plain(line))).collect();
        let mut draft = Draft { blocks, ..Draft::default() };
        take_off(&mut draft);
        let sources = draft.sources.iter().map(|source| (source.name.to_string(), source.url.to_string()));
        (outline(&draft), sources.collect())
    }

    #[test]
    fn sources_keep_their_names_and_order() {
        let (left, sources) = ended(&[
            "Text.",
            "Nguồn: Báo Bắc Ninh (https://example.vn/a.bbg)",
            "Source: http://example.org.",
            "Bình luận (0)",
        ]);
        assert_eq!(left, ["p Text."]);
        let expected = [("Báo Bắc Ninh", "https://example.vn/a.bbg"), ("", "http://example.org")];
        assert_eq!(sources, expected.map(|(name, url)| (name.to_owned(), url.to_owned())));
    }

    #[test]
    fn a_sentence_or_a_source_without_an_address_stays() {
        for line in [
            "Источник: ТАСС",
            "Source: a person close to the talks",
            "Source of the river: https://example.org",
            "Source: https://example.org and https://example.net",
            "Комментарий (0) дал председатель",
            "Comments are open",
        ] {
            assert_eq!(ended(&["Text.", line]).0.len(), 2, "{line}");
        }
    }

    #[test]
    fn counters_in_three_languages_go() {
        for line in ["Комментарий (0)", "Комментарии: 12", "Bình luận (3)", "Comments (3)", "3 comments", "COMMENTS 0"]
        {
            assert_eq!(ended(&["Text.", line]).0, ["p Text."], "{line}");
        }
    }

    #[test]
    fn a_counter_or_source_inside_the_text_stays() {
        assert_eq!(ended(&["Source: https://example.org", "Text."]).0.len(), 2);
    }
}
