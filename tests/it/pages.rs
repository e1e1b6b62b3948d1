//! Pages as a whole: what was agreed on stays byte for byte, and nothing that was typed is lost on the way out.
//!
//! `RENEW_PAGES=1 cargo test --test it pages` writes `tests/data/pages` anew; look at what changed before it is committed.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rapporteur::export::{Look, Target, Template, Watch, export_with, fragment};

use crate::complete::{Complete, Wanted, complete};
use crate::words::LANGUAGES;

const SMALL: Wanted = Wanted { words: 120, photos: 3, participants: 4, photo_px: 600 };

fn exported(complete: &Complete, target: Target, look: Look, out: &Path) -> String {
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
    let template = Template::of(look);
    export_with(&complete.report, complete, target, &template, out, &mut watch).expect("an export");
    let file = if target == Target::Page { out.join("index.html") } else { out.to_owned() };
    fs::read_to_string(file).expect("what was exported")
}

#[test]
fn pages_are_as_they_were() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    let folder = tempfile::tempdir().expect("a folder");
    for words in &LANGUAGES {
        let complete = complete(words, SMALL, &|_field, text| text.to_owned());
        for (kind, target, look) in [
            ("news", Target::Page, Look::News),
            ("minutes", Target::Page, Look::Minutes),
            ("fragment", Target::Fragment, Look::News),
        ] {
            let name = format!("{}.{kind}.html", words.language);
            let made = exported(&complete, target, look, &folder.path().join(&name));
            let known = golden.join(&name);
            if std::env::var_os("RENEW_PAGES").is_some() {
                fs::create_dir_all(&golden).and_then(|()| fs::write(&known, &made)).expect("renewed");
            }
            let known = fs::read_to_string(&known).expect("a page of tests/data/pages");
            let first = made.lines().zip(known.lines()).find(|(made, known)| made != known);
            assert!(made == known, "{name} has changed: {first:?}; see the head of this file");
        }
    }
}

/// Everything that a page says, wherever it says it: words, attributes, structured data.
fn said(html: &str) -> String {
    let mut said = String::new();
    for part in html.split("<script type=\"application/ld+json\">").skip(1) {
        let json = part.split("</script>").next().unwrap_or_default();
        strings(&serde_json::from_str(json).expect("structured data"), &mut said);
    }
    // Tags that an author's sentence is divided by, such as a paragraph's, are no part of it.
    let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let plain = plain.replace("&#39;", "'").replace("&#x27;", "'").replace("&#x2f;", "/");
    said + &plain.replace("&amp;", "&")
}

fn strings(value: &serde_json::Value, said: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            said.push_str(text);
            said.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, said)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| strings(value, said)),
        _ => {}
    }
}

/// Elements of a page, told by their tags.
fn elements(html: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '!' || sign == '/';
    let name = |tag: &str| tag.split(|sign| !is_part(sign)).next().unwrap_or_default().to_owned();
    let mut names: Vec<_> = html.split('<').skip(1).map(name).collect();
    names.sort_unstable();
    names
}

fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

fn any_words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "<svg onload=alert(1)>",
        "&lt;b&gt;",
        "&amp;amp;",
        "&nbsp;",
        "javascript:alert(1)",
        "{{ page.csp }}",
        "{% raw %}",
        "${alert(1)}",
        "<%= 1 %>",
        "--><!--",
        "]]>",
        "<![CDATA[",
        "</title></textarea></style><h1>x",
        "C:\\Users\\Анна",
        "№1",
        "\"лето\"",
        "…",
        "- ",
        "Ελληνικά",
        "العربية",
        "中文",
        "👩‍👩‍👧",
        "it's",
        " .",
        "--",
        "...",
        "слово",
        "Nguyễn",
        "word",
        "2026 год",
    ]);
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_string_comes_out_and_none_becomes_markup(hostile in any_words(), as_typed in any::<bool>(), language in 0usize..3) {
        let wanted = Wanted { words: 10, photos: 1, participants: 3, photo_px: 40 };
        let fields = std::cell::RefCell::new(Vec::new());
        let rewrite = |field: &str, text: &str| {
            // Signs that divide several authors and organisers would make several of one.
            let is_list = matches!(field, "byline" | "organiser");
            let hostile = if is_list { hostile.replace([',', ';'], " ") } else { hostile.clone() };
            let text = format!("{field} {hostile} {}", text.split_whitespace().next().unwrap_or_default());
            fields.borrow_mut().push((field.to_owned(), text.clone()));
            text
        };
        let tame = |field: &str, text: &str| format!("{field} x {}", text.split_whitespace().next().unwrap_or_default());
        let (mut wild, mut quiet) = (complete(&LANGUAGES[language], wanted, &rewrite), complete(&LANGUAGES[language], wanted, &tame));
        for made in [&mut wild, &mut quiet] {
            std::sync::Arc::make_mut(&mut made.report.details).keep_typography = as_typed;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let make = |made: &Complete, target, look, name: &str| exported(made, target, look, &folder.path().join(name));
        for (name, target, look) in [("news", Target::Page, Look::News), ("minutes", Target::Page, Look::Minutes), ("one.html", Target::Html, Look::News)] {
            let html = make(&wild, target, look, name);
            let (whole, only_letters) = (said(&html), letters(&said(&html)));
            for (field, text) in fields.borrow().iter() {
                let is_there = if as_typed { whole.contains(text.as_str()) } else { only_letters.contains(&letters(text)) };
                prop_assert!(is_there, "{name}: {field}: {text}");
            }
            prop_assert_eq!(elements(&html), elements(&make(&quiet, target, look, name)), "{}", name);
        }
        let html = fragment(&wild.report);
        let whole = letters(&said(&html));
        for text in wild.story.lines() {
            prop_assert!(whole.contains(&letters(text)), "fragment: {text}");
        }
        prop_assert!(wild.source.lines().count() > wild.story.lines().count());
        prop_assert_eq!(elements(&html), elements(&fragment(&quiet.report)));
    }
}
