use super::*;
use crate::export::tests::report;
use crate::report::Style;

#[test]
fn a_report_is_readable_as_markdown() {
    let text = write_beside_page(&report(str::to_owned)).replace('\u{a0}', " ").replace(GENERATOR, "this program");
    let expected = "\
---
title: 'headline'
kicker: 'kicker'
description: 'standfirst'
authors:
  - 'byline'
place: 'place'
lang: 'ru'
generator: 'this program'
---

# headline

paragraph

![alt](<img/photo-01-960.jpg>)
*caption Фото: credit*

## heading

- one
  1. deeper
- two
1. first

> quotation
>
> — speaker

| column | votes |
| --- | --- |
| cell |  |

***

## Участники

- name, title, organisation

linked

**strong**

## О конференции

- **Название:** event

publisher

rights

Адрес страницы: [https://example.org/a/](<https://example.org/a/>)
";
    assert_eq!(text, expected);
}

#[test]
fn signs_stay_signs_and_only_where_they_must_be_marked() {
    let written = |text: &str, place| line(&RichText::plain(text), place);
    for (text, expected) in [
        ("1. one", "1\\. one"),
        ("2026) one", "2026\\) one"),
        ("in 2026. One", "in 2026. One"),
        ("- one", "\\- one"),
        ("a - b", "a - b"),
        ("# one", "\\# one"),
        ("No # here", "No # here"),
        ("snake_case _x_", "snake_case \\_x\\_"),
        ("AT&T &amp; &c", "AT\\&T \\&amp; \\&c"),
        ("[x](y)", "\\[x\\](y)"),
        ("<b>", "\\<b>"),
        ("wow!", "wow\\!"),
    ] {
        assert_eq!(written(text, Place::Line), expected);
    }
    assert_eq!(written("a # b #", Place::Heading), "a \\# b \\#");
    assert_eq!(written("a|b \\|", Place::Cell), "a\\|b \\\\&#124;");
}

#[test]
fn styles_are_signs_around_words_and_tags_elsewhere() {
    let strong = Style { strong: true, ..Style::default() };
    let stressed = Style { emphasis: true, ..Style::default() };
    let text = |parts: &[(&str, &Style)]| {
        let mut text = RichText::new();
        parts.iter().for_each(|(words, style)| text.append(RichText::styled(words, (*style).clone())));
        line(&text, Place::Line)
    };
    let plain = Style::default();
    assert_eq!(text(&[("a ", &plain), ("b", &strong), ("c", &plain)]), "a **b**c");
    assert_eq!(text(&[("a", &plain), ("“b”", &strong), ("c", &plain)]), "a<strong>“b”</strong>c");
    assert_eq!(text(&[("a", &strong), ("b", &stressed)]), "<strong>a</strong>*b*");
}
