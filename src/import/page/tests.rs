//! What becomes of pages: as word processors, browsers and mail programs put them on the clipboard, and by themselves.

use crate::import::testing::outline;
use crate::import::{Draft, DroppedKind, parse_copied, parse_page};

const WORD: &str = include_str!("../../../tests/data/pasted/word.html");
const GOOGLE_DOCS: &str = include_str!("../../../tests/data/pasted/google-docs.html");
const LIBREOFFICE: &str = include_str!("../../../tests/data/pasted/libreoffice.html");
const BROWSER: &str = include_str!("../../../tests/data/pasted/browser.html");
const MAIL: &str = include_str!("../../../tests/data/pasted/mail.html");

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(outline(&parse_copied(html)), expected, "{html}");
}

fn dropped(draft: &Draft) -> Vec<(DroppedKind, usize)> {
    draft.dropped.iter().map(|dropped| (dropped.kind, dropped.count)).collect()
}

#[test]
fn what_word_copies_keeps_its_lists_and_loses_its_paint() {
    let draft = parse_copied(WORD);
    assert_eq!(
        outline(&draft),
        [
            "h2 Six provinces, one cluster",
            "p The press associations **met on Thursday** in *Bắc Ninh*; the \
             [minutes](https://example.org/minutes?year=2026&part=1) are out.",
            "q We said one thing, and we meant it.",
            "0* Flood desks",
            "1* Shared pictures",
            "0. A common archive",
            "h2 The vote",
            "tab **Province** ; **Votes** / Bắc Giang ; 12",
            PICTURE_OF_WORD,
            "p CO2 was not on the agenda.",
        ]
    );
    assert_eq!(dropped(&draft), [(DroppedKind::Raised, 1), (DroppedKind::Formatting, 4)]);
}

#[cfg(unix)]
const PICTURE_OF_WORD: &str =
    "img file /C:/Users/Hoa/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png [] alt The hall";
#[cfg(windows)]
const PICTURE_OF_WORD: &str =
    "img file C:/Users/Hoa/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png [] alt The hall";

#[test]
fn what_google_docs_copies_is_not_bold_because_all_of_it_stands_in_a_b() {
    let draft = parse_copied(GOOGLE_DOCS);
    assert_eq!(
        outline(&draft),
        [
            "h2 Волга и Тонг встретились",
            "p Редакции двух рек **подписали** и *огласили* \
             [договор](https://example.org/%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80).",
            "q Мы пишем об одной воде.",
            "0* общий архив",
            "1* снимки паводка",
            "0. **Первая встреча**",
            "img !https://lh7-rt.googleusercontent.com/docsz/AD_4nXc?key=abc []",
            "tab Река ; Длина, км / Волга ; 3531",
        ]
    );
    assert_eq!(dropped(&draft), [(DroppedKind::Formatting, 19)]);
}

#[cfg(unix)]
#[test]
fn what_libreoffice_copies_keeps_indented_paragraphs_as_quotations() {
    let draft = parse_copied(LIBREOFFICE);
    assert_eq!(
        outline(&draft),
        [
            "h2 Hội nghị khai mạc",
            "p Sáu tỉnh **đã ký** thỏa thuận *tại* Bắc Ninh, xem [biên bản](https://example.vn/bien-ban).",
            "q Chúng tôi nói một lời.",
            "q Và giữ lời.",
            "0* Ảnh lũ",
            "1* ảnh chung",
            "0* Kho tư liệu",
            "0. Họp",
            "img file /tmp/lu123456abc.tmp/lu123456def_tmp_1a2b3c.png [] alt Hội trường",
            "tabh Tỉnh ; Số phiếu / Bắc Giang ; 12",
        ]
    );
}

const ARTICLE: [&str; 13] = [
    "p Conference",
    "p Newsrooms on the Volga and the Thương **signed** on Thursday.",
    "img img/hall.jpg [The hall before the session. *Photo: A. Petrova*] alt The hall",
    "h2 What was said",
    "q We write about one water. — Trịnh Văn An, chair",
    "h3 Details",
    "0. One line",
    "0. Two paragraphs",
    "p See this, the top and [the desk](mailto:desk@courier.example).",
    "img !https://cdn.example/river.jpg [] alt The river",
    "hr",
    "p First line",
    "p second line",
];

#[test]
fn of_a_page_that_marks_its_article_only_that_is_taken_with_what_its_head_says() {
    let draft = parse_page(BROWSER);
    assert_eq!(outline(&draft), ARTICLE);
    assert_eq!(draft.headline.unwrap().as_str(), "Two rivers agree");
    assert_eq!(draft.byline.unwrap().as_str(), "Anna Petrova");
    assert_eq!(draft.date.unwrap().to_string(), "2026-03-05");
    assert_eq!(draft.language.as_deref(), Some("en-GB"));
    assert_eq!(draft.sources[0].url.as_ref(), "https://courier.example/2026/two-rivers");
    let kinds: Vec<_> = draft.dropped.iter().map(|dropped| dropped.kind).collect();
    use DroppedKind::{Embedded, Form, Hidden, Link, Surroundings, TrackingPixel};
    assert_eq!(kinds, [TrackingPixel, Link, Hidden, Surroundings, Form, Embedded]);
    assert_eq!(draft.dropped[1].addresses, ["/big.jpg", "javascript:alert(1)"]);
}

#[test]
fn what_is_copied_from_a_browser_is_taken_as_it_was_selected() {
    let draft = parse_copied(BROWSER);
    let (first, rest) = (outline(&draft)[..4].to_vec(), outline(&draft)[4..16].to_vec());
    assert_eq!(first, ["p The Courier", "0* News", "p Conference", "h2 Two rivers *agree*"]);
    assert_eq!(rest, ARTICLE[1..]);
    assert_eq!(draft.headline, None);
}

#[test]
fn a_mail_keeps_its_lists_its_quotation_and_its_sign() {
    check(
        MAIL,
        &[
            "p Good evening,",
            "p the list is **final**\u{a0}👍:",
            "0* Hall A",
            "0* Hall B",
            "q set in by hand",
            "p Press office",
            "p [example.org](https://example.org/)",
            "p On Thu, Mar 5, 2026 at 9:00 AM Desk <[desk@example.org](mailto:desk@example.org)> wrote:",
            "q Please confirm.",
        ],
    );
    let pixel = &parse_copied(MAIL).dropped[0];
    assert_eq!(
        (pixel.kind, pixel.addresses[0].as_str()),
        (DroppedKind::TrackingPixel, "https://mail.example/open?id=1")
    );
}

#[test]
fn paragraphs_end_where_lines_end_and_lists_and_headings_go_on() {
    check("one<br>two<div>three</div>four<p>five", &["p one", "p two", "p three", "p four", "p five"]);
    check("<h3>one<br>two</h3><ul><li>a<br>b<li>c</ul>", &["h3 one two", "0* a b", "0* c"]);
    check("<pre>one\n  two</pre>", &["p one", "p two"]);
    check("<p style='white-space:pre-wrap'>one\ntwo  x</p>", &["p one", "p two  x"]);
    check("", &[]);
    check("plain & simple < all", &["p plain & simple < all"]);
}

#[test]
fn an_item_without_a_list_and_a_list_in_an_item_have_their_levels() {
    check("<li>one<p>two", &["0* one two"]);
    check("<ol><li>a<ul><li>b</ul>c<li>d</ol>", &["0. a", "1* b", "0. c", "0. d"]);
    check("<ul><li></li><ul><li>deep</ul></ul>", &["1* deep"]);
}

#[test]
fn word_without_its_own_declarations_still_has_lists() {
    check(
        "<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>·<span \
         style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>One</p>\
         <p class=MsoListParagraph style='margin-left:72.0pt;text-indent:-18.0pt'>2)<span>&nbsp;&nbsp; </span>Two</p>\
         <p class=MsoListParagraph style='margin-left:36.0pt'>No marker</p>",
        &["0* One", "1. Two", "p No marker"],
    );
}

#[test]
fn who_said_a_quotation_is_known_by_the_dash_or_by_the_footer() {
    check("<blockquote><p>a</p><p>— Anna</p></blockquote>", &["q a — Anna"]);
    check("<blockquote><p>a</p><footer><cite>Anna</cite></footer></blockquote>", &["q a — *Anna*"]);
    check("<blockquote><p>— a?</p><p>— b!</p></blockquote>", &["q — a?", "q — b!"]);
    check("<blockquote>— Anna</blockquote>", &["q — Anna"]);
}

#[test]
fn an_indent_is_a_quotation_and_a_hanging_one_is_not() {
    check("<p style='margin-left:1cm'>a", &["q a"]);
    check("<div style='margin-left:40px'>a</div>", &["q a"]);
    check("<div style='margin-left:40px'><p>a</p></div>", &["p a"]);
    check("<p style='margin-left:1cm;text-indent:-1cm'>a", &["p a"]);
    check("<p style='margin-left:12cm'>a", &["p a"]);
    check("<ul><li><p style='margin-left:1cm'>a", &["0* a"]);
}

#[test]
fn captions_belong_to_their_picture_and_stay_without_one() {
    check("<figure><figcaption>a</figcaption><img src=b.png></figure>", &["img b.png [a]"]);
    check(
        "<figure><img src=a.png><img src=b.png><figcaption>c</figcaption></figure>",
        &["img a.png []", "img b.png [c]"],
    );
    check("<figure><video>x</video><figcaption>a</figcaption></figure>", &["p a"]);
    check("<figure><figcaption>a</figcaption><p>b</p></figure>", &["p a", "p b"]);
    check("<p>one <img src=a.png alt=A> two</p>", &["p one", "img a.png [] alt A", "p two"]);
    check("<figure><ul><li><div>a<figcaption>c</div>b</ul></figure>", &["0* a", "p c", "0* b"]);
}

#[test]
fn hidden_words_are_not_taken_and_what_is_shown_is() {
    for hidden in
        ["<p hidden>x</p>", "<p style='display:none'>x", "<i aria-hidden=true>x</i>", "<template>x</template>"]
    {
        check(&format!("a{hidden}"), &["p a"]);
    }
    check("<title>x</title><textarea>x</textarea><script>x</script><style>x</style><!-- x -->a", &["p a"]);
    check("<details><summary>a</summary>b</details>", &["p a", "p b"]);
}

#[test]
fn a_page_without_marks_is_taken_whole_and_its_only_first_heading_is_the_headline() {
    let draft = parse_page("<title>T</title><nav>menu</nav><p>a</p><h1>Head</h1><p>b</p>");
    assert_eq!(outline(&draft), ["p menu", "p a", "p b"]);
    assert_eq!(draft.headline.unwrap().as_str(), "Head");
    let draft = parse_page("<title>T</title><h1>One</h1><p>b</p><h1>Two</h1>");
    assert_eq!(outline(&draft), ["h2 One", "p b", "h2 Two"]);
    assert_eq!(draft.headline.unwrap().as_str(), "T");
    let outside = parse_page("<header><p>x</p><h1>Head</h1></header><main><p>b</p></main>");
    assert_eq!(outline(&outside), ["p b"]);
    assert_eq!(outside.headline.unwrap().as_str(), "Head");
}

#[test]
fn merged_cells_are_laid_out_and_told() {
    let html = "<table><caption>Votes</caption><thead><tr><td colspan=2>a</td><td>b</td></tr></thead><tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>";
    check(html, &["p Votes", "tabh a ;  ; b / c ; d ; e /  ; f ; g"]);
    assert_eq!(dropped(&parse_copied(html)), [(DroppedKind::MergedCells, 1)]);
}

#[test]
fn tables_that_only_lay_out_give_way_to_what_is_in_them() {
    check("<table><tr><td>a<tr><td>b</table>", &["p a", "p b"]);
    check("<table><tr><td>a<td>b</table>", &["p a", "p b"]);
    check("<table><tr><td><h2>a</h2><td>x<tr><td>b<td>c</table>", &["h2 a", "p x", "p b", "p c"]);
    check("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", &["p a", "p b", "p c", "p d"]);
    check("<table><tr><td>a<p>b<td><br>c<tr><td><td></table>", &["tab a b ; c /  ; "]);
    check("<table><tr><td><img src=a.png><td>b<tr><td>c<td>d</table>e", &["tab  ; b / c ; d", "img a.png []", "p e"]);
}

#[test]
fn a_table_larger_than_ours_is_a_paragraph_a_row() {
    let row = format!("<tr>{}</tr>", "<td>x".repeat(31));
    let draft = parse_copied(&format!("<table>{row}{row}</table>"));
    assert_eq!(outline(&draft), vec![format!("p {}", vec!["x"; 31].join(" · ")); 2]);
    assert_eq!(draft.notices.len(), 1);
    let spans = "<td colspan=100 rowspan=100>x".repeat(50);
    assert_eq!(outline(&parse_copied(&format!("<table><tr>{spans}<tr>{spans}</table>"))).len(), 2);
}

#[test]
fn however_deep_a_page_is_its_words_are_there() {
    for tag in
        ["div", "ul><li", "blockquote", "table><tr><td", "b", "figure><figcaption", "a href=x:", "svg", "form", "pre"]
    {
        let html = format!("<p>before</p>{}in", format!("<{tag}>").repeat(5_000));
        for draft in [parse_copied(&html), parse_page(&html)] {
            let words = outline(&draft).join(" ");
            assert!(words.contains("before") && (words.contains("in") || tag == "svg"), "{tag}: {words:.200}");
        }
    }
}
