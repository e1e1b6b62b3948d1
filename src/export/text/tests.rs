use super::*;
use crate::export::tests::report;

#[test]
fn a_report_is_readable_as_plain_text() {
    let text = write(&report(str::to_owned)).replace('\u{a0}', " ");
    let expected = "\
kicker

headline

standfirst

byline · place

paragraph

[Фото 1] caption Фото: credit
[На снимке: alt]


heading

• one
   1. deeper
• two
1. first

quotation
— speaker

column\tvotes
cell

* * *


Участники

• name, title, organisation

linked

strong


О конференции

Название: event

publisher

rights

Адрес страницы: https://example.org/a/
";
    assert_eq!(text, expected);
}

#[test]
fn links_tell_where_they_lead_unless_the_words_do() {
    let linked = |words: &str, link: &str| {
        let mut text = RichText::plain("see ");
        text.append(RichText::styled(words, crate::report::Style { link: Some(link.into()), ..Default::default() }));
        text.append(RichText::plain("."));
        plain(&text)
    };
    assert_eq!(linked("the list", "https://a.org/x"), "see the list (https://a.org/x).");
    assert_eq!(linked("a.org/x", "https://a.org/x/"), "see a.org/x.");
    assert_eq!(linked("desk@a.org", "mailto:desk@a.org"), "see desk@a.org.");
    assert_eq!(linked("the desk", "mailto:desk@a.org"), "see the desk (desk@a.org).");
    assert_eq!(linked("run", "javascript:x"), "see run.");
}
