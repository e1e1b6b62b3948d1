use proptest::prelude::*;

use super::parse;
use crate::import::testing::outline;
use crate::import::{DraftBlock, NoticeKind};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(outline(&parse(text)), expected);
}

#[track_caller]
fn check_notices(text: &str, expected: &[&str], notices: &[NoticeKind]) {
    let draft = parse(text);
    assert_eq!(outline(&draft), expected);
    assert_eq!(draft.notices, notices);
}

#[test]
fn paragraphs_and_styles() {
    check("One *two* **three** ***four***\nfive", &["p One *two* **three** ***four*** five"]);
    check(
        "[**Site**](https://example.org) and <a@example.org>.",
        &["p [**Site**](https://example.org) and [a@example.org](mailto:a@example.org)."],
    );
    check("One  \ntwo\\\nthree", &["p One", "p two", "p three"]);
    check("e*\u{301}* ~~struck~~ [^1] `code`", &["p é ~~struck~~ [^1] code"]);
    check("*Hội* nghi*\u{323}* **\u{301}x**", &["p *Hội* nghị **\u{301}x**"]);
    check("Hội nghi\u{323} \\*as it is\\* &laquo;", &["p Hội nghị *as it is* «"]);
}

#[test]
fn the_first_heading_is_the_headline_unless_words_stand_before_it() {
    let draft = parse("# Six *provinces*\n\n## Part\n\n### Smaller\n\n# Another");
    assert_eq!(draft.headline.as_ref().map(|headline| headline.as_str()), Some("Six provinces"));
    assert_eq!(outline(&draft), ["h2 Part", "h3 Smaller", "h2 Another"]);
    let draft = parse("Words.\n\n# Heading");
    assert_eq!(draft.headline, None);
    assert_eq!(outline(&draft), ["p Words.", "h2 Heading"]);
    let draft = parse("---\ntitle: T\n---\n# T\n\nWords.");
    assert_eq!(outline(&draft), ["p Words."]);
    check_notices("##### Deep", &["h3 Deep"], &[NoticeKind::DeepHeadings { count: 1 }]);
}

#[test]
fn lists_keep_their_levels() {
    check(
        "1. One\n2. Two\n\n   Still two\n   - a\n   - b\n3. Three",
        &["0. One", "0. Two Still two", "1* a", "1* b", "0. Three"],
    );
    check_notices("7. Seven", &["0. Seven"], &[NoticeKind::ListNumber { number: 7 }]);
    let deep: String = (0..12).map(|level| format!("{}- {level}\n", "  ".repeat(level))).collect();
    assert_eq!(outline(&parse(&deep)).last().map(String::as_str), Some("8* 11"));
}

#[test]
fn the_last_line_of_a_quotation_is_its_speaker() {
    check("> We signed.\n> — *Lê Thị Hoa*, chair", &["q We signed. — *Lê Thị Hoa*, chair"]);
    check("> One.\n>\n> Two.\n>\n> -- Anna", &["q One.", "q Two. — Anna"]);
    check("> Only words.", &["q Only words."]);
    check("> — Да.\n> — Нет.", &["q — Да. — Нет."]);
    check("> What next?\n> — Who knows?", &["q What next? — Who knows?"]);
    check("> — Alone", &["q — Alone"]);
    check("> Words.\n> — Not last\n>\n> More.", &["q Words. — Not last", "q More."]);
}

#[test]
fn pictures_take_their_title_or_the_stressed_line_after_them_as_caption() {
    check("![Alt](a.jpg \"Caption.\")", &["img a.jpg [Caption.] alt Alt"]);
    check("![](a.jpg)\n*Caption with **weight**.*", &["img a.jpg [Caption with **weight**.]"]);
    check("![](a.jpg)\n\n*Caption.*\n\n*Stressed.*", &["img a.jpg [Caption.]", "p *Stressed.*"]);
    check("![](a.jpg)\n*A.*\n![](b.jpg) ![](c.jpg)", &["img a.jpg [A.]", "img b.jpg [] beside", "img c.jpg [] beside"]);
    check("![](a.jpg)\n\n![](b.jpg)", &["img a.jpg []", "img b.jpg []"]);
    check("Before ![](a.jpg) after.", &["p Before  after.", "img a.jpg []"]);
    check("![](https://example.org/a.jpg)", &["img !https://example.org/a.jpg []"]);
    check_notices(
        "[![A](a.jpg)](https://example.org)",
        &["img a.jpg [] alt A"],
        &[NoticeKind::LinkedPicture { address: "https://example.org".to_owned() }],
    );
}

#[test]
fn the_form_of_web_extractors_is_read_in_markdown_too() {
    check("A.\n![]() |\nЗал. |\nB.\n![]() |\nHall. |\nC.", &["p A.", "img ? [Зал.]", "p B.", "img ? [Hall.]", "p C."]);
    let draft = parse("A.\n\nИсточник: <https://example.org/a>\n\nКомментарий (0)");
    assert_eq!(outline(&draft), ["p A."]);
    assert_eq!(draft.sources[0].url.as_ref(), "https://example.org/a");
}

#[test]
fn tables_are_captioned_pictures_or_cells() {
    check_notices("| ![](a.jpg) |\n| --- |\n| Hall. |", &["img a.jpg [Hall.]"], &[]);
    check("| ![](a.jpg) | ![](b.jpg) |\n|---|---|\n| A. | B. |", &["img a.jpg [A.]", "img b.jpg [B.]"]);
    check_notices(
        "| Province | Prizes |\n|---|---|\n| Bắc Ninh | **3** |\n| Phú Thọ | |",
        &["tabh Province ; Prizes / Bắc Ninh ; **3** / Phú Thọ ; "],
        &[],
    );
    check("| | |\n|---|---|\n| a | b |\n| c | ![](p.jpg) |", &["tab a ; b / c ; ", "img p.jpg []"]);
    check_notices("| a | b |\n|---|---|", &["p a · b"], &[NoticeKind::Tables { tables: 1 }]);
    let wide = format!("|{}\n|{}\n|{}", "a|".repeat(31), "-|".repeat(31), "b|".repeat(31));
    check_notices(
        &wide,
        &[&format!("p a{}", " · a".repeat(30)), &format!("p b{}", " · b".repeat(30))],
        &[NoticeKind::Tables { tables: 1 }],
    );
}

#[test]
fn cells_beyond_the_columns_are_kept() {
    check("|a|\n|-|\n|b|c \\| d|e|", &["tabh a ;  ;  / b ; c \\| d ; e"]);
    check("|a|b|\n|-|-|\n|![](p.jpg)|\n|Cap.|beside|", &["p a · b", "img p.jpg [Cap.]", "p beside"]);
}

#[test]
fn html_gives_its_words_and_pictures() {
    check_notices(
        "<div>One <b>two</b></div>\n<p>Three &amp; four</p>",
        &["p One **two**", "p Three & four"],
        &[NoticeKind::HtmlTags { tags: 1 }],
    );
    check(
        "<figure><img src=\"a.jpg\" alt=\"Hall\"><figcaption>The hall.</figcaption></figure>",
        &["img a.jpg [The hall.] alt Hall"],
    );
    check("One<br>two H<sub>2</sub>O", &["p One", "p two H2O"]);
    check_notices("a <!-- b --> c", &["p a  c"], &[NoticeKind::HtmlHidden { start: "<!-- b -->".to_owned() }]);
    check_notices(
        "<script>alert(1)</script>\n\nc",
        &["p c"],
        &[NoticeKind::HtmlHidden { start: "<script>alert(1)</script>".to_owned() }],
    );
}

#[test]
fn links_in_html_are_links() {
    check("a <a class=x href='https://example.org/?a=1&amp;b'>b</a> c", &["p a [b](https://example.org/?a=1&b) c"]);
    check("<p>a <a href=\"https://example.org\">b</a></p>", &["p a [b](https://example.org)"]);
    check_notices(
        "[a](https://example.org \"Tip\")",
        &["p [a](https://example.org)"],
        &[NoticeKind::LinkTitle { title: "Tip".to_owned() }],
    );
}

#[test]
fn refused_links_keep_their_words() {
    check_notices(
        "[one](javascript:x) [two](page.html)",
        &["p one two"],
        &[
            NoticeKind::Link { address: "javascript:x".to_owned() },
            NoticeKind::Link { address: "page.html".to_owned() },
        ],
    );
}

#[test]
fn what_only_looks_like_a_definition_is_kept() {
    check(
        "A.\n\n[Ведущий]: Здравствуйте\n\n[b]\n\n[b]: https://example.org",
        &["p A.", "p [Ведущий]: Здравствуйте", "p [b](https://example.org)"],
    );
}

#[test]
fn rules_and_code_are_kept() {
    check("A\n\n***\n\n    set in\n    twice\n\n```\nfenced\n```", &["p A", "hr", "p set in", "p twice", "p fenced"]);
}

#[test]
fn hostile_depth_costs_no_stack() {
    let quotes = format!("{}deep", "> ".repeat(20_000));
    assert_eq!(parse(&quotes).blocks.len(), 1);
    let tower = format!("a{}", "*\u{323}*".repeat(20_000));
    assert_eq!(parse(&tower).blocks.len(), 1);
    let stars = format!("{}a{}", "*".repeat(20_000), "*".repeat(20_000));
    assert_eq!(parse(&stars).blocks.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Markup in any order: no word is lost without a notice, and no draft breaks the promises of rich text.
    #[test]
    fn no_word_is_lost(parts in proptest::collection::vec((0..MARKUP.len(), any::<bool>()), 0..40)) {
        let mut text = String::new();
        let mut words = Vec::new();
        for (number, (markup, spaced)) in parts.iter().enumerate() {
            text.push_str(MARKUP[*markup]);
            let word = format!("w{number}x");
            text.push_str(&word);
            text.push_str(if *spaced { " " } else { "" });
            words.push(word);
        }
        let draft = parse(&text);
        let everything = format!("{draft:?}");
        for word in words {
            prop_assert!(everything.contains(&word), "{} is lost from {:?}: {:?}", word, text, outline(&draft));
        }
        for block in &draft.blocks {
            let text = match block {
                DraftBlock::Text { text, .. } => text,
                DraftBlock::Picture(place) => &place.caption,
            };
            prop_assert_eq!(text.fault(), None);
        }
    }
}

const MARKUP: [&str; 31] = [
    "",
    " ",
    "\n",
    "\n\n",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "> ",
    "\n> ",
    "\n>\n> — ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n# ",
    "\n### ",
    "[",
    "](",
    ")",
    "![",
    "|",
    "\n|",
    "\n|-|-|\n",
    "<b>",
    "</b>",
    "\n<div>",
    "&amp;",
    "\n---\n",
    "\n    ",
    "\n![]() |\n",
];
