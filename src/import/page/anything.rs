//! Any tags around any words: nothing panics, nothing that a reader would see is lost or displaced.

use proptest::prelude::*;

use crate::import::testing::outline;
use crate::import::{parse_copied, parse_page};

const PARTS: [&str; 46] = [
    "W ",
    "W",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<b style='font-weight:normal'>",
    "<span style='font-weight:700'>",
    "</span>",
    "<a href='https://example.org/'>",
    "</a>",
    "<br>",
    "<hr>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<li>",
    "</li>",
    "<li aria-level='300'>",
    "<blockquote>",
    "</blockquote>",
    "<h1>",
    "</h2>",
    "<h5>",
    "<p style='margin-left:1cm'>",
    "<p style='mso-list:l0 level9 lfo1'>",
    "<img src='a.png' alt='x'>",
    "<figure>",
    "<figcaption>",
    "</figcaption>",
    "</figure>",
    "<pre>\n",
    "</pre>",
    "&nbsp;",
    "\n",
    "< ",
    "& ",
    "<p class=MsoListParagraph>",
    "<section>",
    "</section>",
    "— ",
];

const TABLE_PARTS: [&str; 10] = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<th colspan=3>",
    "</td>",
    "<caption>",
    "<tbody>",
    "<td rowspan=9>",
];

/// A page of these parts, with the words in it.
fn page(parts: &[usize], all: &[&str]) -> (String, Vec<String>) {
    let mut html = String::new();
    let mut words = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let word = format!("w{number}x");
        html.push_str(&all[*part].replace('W', &word));
        if all[*part].contains('W') {
            words.push(word);
        }
    }
    (html, words)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn every_word_is_kept_in_order(parts in proptest::collection::vec(0..PARTS.len(), 0..60)) {
        let (html, words) = page(&parts, &PARTS);
        let draft = parse_copied(&html);
        let everything = outline(&draft).join("\n");
        let mut rest = everything.as_str();
        for word in words {
            let at = rest.find(&word);
            prop_assert!(at.is_some(), "{} is lost or displaced: {:?} from {:?}", word, everything, html);
            rest = &rest[at.unwrap_or(0)..];
        }
    }

    /// Words beside the cells of a table are moved before it, as browsers do; none is lost.
    #[test]
    fn every_word_of_tables_is_kept(parts in proptest::collection::vec(0..PARTS.len() + TABLE_PARTS.len(), 0..60)) {
        let all = [&PARTS[..], &TABLE_PARTS[..]].concat();
        let (html, words) = page(&parts, &all);
        for draft in [parse_copied(&html), parse_page(&html)] {
            let mut everything = outline(&draft).join("\n");
            everything.push_str(draft.headline.as_ref().map_or("", |headline| headline.as_str()));
            for word in &words {
                prop_assert!(everything.contains(word), "{} is lost: {:?} from {:?}", word, everything, html);
            }
        }
    }

    #[test]
    fn nothing_panics(html in "(<[a-z!/?][^<>]{0,12}>|[<>&;\"' a-zé\u{300}\u{a0}\u{0}]{0,8}|<(table|svg|math|select|template|frameset|plaintext|form|a|b|nobr)( [a-z]+=['\"]?[^ >]{0,6})?>){0,40}") {
        for draft in [parse_copied(&html), parse_page(&html)] {
            for line in outline(&draft) {
                prop_assert!(!line.chars().any(char::is_control));
            }
        }
    }
}
