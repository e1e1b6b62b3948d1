//! Templates of newsrooms: what they may do, what they may not, and what is said of their mistakes.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::export::{NoPictures, Target, Watch, export_with};
use crate::report::{IdSource, Participant, Report, RichText};

const HEAD: &str = "<!DOCTYPE html><html lang=\"{{ page.language }}\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ page.csp }}\">\
    <meta name=\"generator\" content=\"{{ page.generator }}\"><title>{{ page.headline }}</title><style>{{ page.style|safe }}</style></head>\n";

fn report() -> Report {
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    report.headline = RichText::plain("A <headline>");
    report.participants = vec![Arc::new(Participant::named(ids.participant(), "Anna & Co"))];
    report
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// What is said of a page made of these files.
fn said(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    let template = Template::from_dir(folder.path()).unwrap();
    crate::export::page_html(&report(), &template).unwrap_or_else(|err| err.to_string())
}

fn written(template: &Template, target: Target, out: &Path) -> Result<(), ExportError> {
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
    export_with(&report(), &NoPictures, target, template, out, &mut watch).map(|_done| ())
}

#[test]
fn a_copy_of_a_look_is_that_look() {
    for look in Look::ALL {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy");
        Template::save_copy(look, &copy).unwrap();
        assert_eq!(Template::from_dir(&copy).unwrap(), Template::of(look), "{look:?}");
        assert!(copy.join("README.md").is_file());
        assert!(matches!(Template::save_copy(look, &copy), Err(ExportError::NotOurs { .. })), "it is not written over");
        assert_eq!(Look::named(look.name()), Some(look));
    }
}

#[test]
fn minutes_have_the_participants_first_and_once() {
    let mut report = report();
    let mut ids = IdSource::from_seed(5);
    let kind = crate::report::BlockKind::Participants { delegation: None };
    let text =
        crate::report::Block::new(ids.block(), crate::report::BlockKind::Paragraph, RichText::plain("The story"));
    let list = crate::report::Block::new(ids.block(), kind, RichText::new());
    report.body = crate::report::Body::new(vec![Arc::new(text), Arc::new(list)]);
    let html = |look| crate::export::page_html(&report, &Template::of(look)).unwrap();
    let place = |html: &str, words: &str| html.rfind(words).unwrap_or_else(|| panic!("{words} is missing"));
    let minutes = html(Look::Minutes);
    assert!(place(&minutes, "Anna &amp; Co") < place(&minutes, "The story"));
    assert_eq!(minutes.matches(">Anna &amp; Co<").count(), 1);
    let news = html(Look::News);
    assert!(place(&news, "Anna &amp; Co") > place(&news, "The story"));
}

#[test]
fn what_is_printed_is_escaped_and_the_policy_knows_the_styles_and_scripts() {
    let page = format!("{HEAD}<h1>{{{{ page.headline }}}}</h1><script>let a = 1;</script><script>let b = 2;</script>");
    let html = said(&[("page.html", &page), ("style.css", "h1{color:red}\n")]);
    assert!(html.contains("<h1>A &lt;headline&gt;</h1>"), "{html}");
    let hash = |text: &str| {
        use base64::Engine as _;
        use sha2::Digest as _;
        format!("&#x27;sha256-{}&#x27;", base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text)))
    };
    let unslashed = html.replace("&#x2f;", "/");
    for text in ["h1{color:red}", "let a = 1;", "let b = 2;"] {
        assert!(unslashed.contains(&hash(text)), "{text} {unslashed}");
    }
}

#[test]
fn mistakes_are_told_with_file_and_line() {
    let with = |page: &str| said(&[("page.html", page), ("style.css", "")]);
    let unknown = with(&format!("{HEAD}\n\n{{{{ page.headlin }}}}"));
    assert!(unknown.contains("Template page.html, line 4:"), "{unknown}");
    let syntax = with("x\n{% if page.headline %}");
    assert!(syntax.contains("Template page.html, line 2:"), "{syntax}");
    let no_file = with(&format!("{HEAD}\n{{{{ asset(\"logo.svg\") }}}}"));
    assert!(no_file.contains("line 3") && no_file.contains("no file logo.svg"), "{no_file}");
    let page = format!("{HEAD}{{% include \"part.html\" %}}");
    let inner = said(&[("page.html", &page), ("part.html", "a\nb\n{{ page.nothing }}"), ("style.css", "")]);
    assert!(inner.contains("Template part.html, line 3:"), "{inner}");
    let style = said(&[("page.html", HEAD), ("style.css", "a{}\nb{background:url('logo.png')}")]);
    assert!(style.contains("Template style.css, line 2:") && style.contains("logo.png"), "{style}");
    let unmarked = with("<h1>{{ page.headline }}</h1>");
    assert!(unmarked.contains("page.generator"), "{unmarked}");
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}";
    let said = said(&[("page.html", &format!("{HEAD}{endless}")), ("style.css", "")]);
    assert!(said.contains("ran out of fuel"), "{}", &said[..said.len().min(200)]);
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let outside = folder(&[("secret.html", "secret words"), ("secret.svg", "<svg/>")]);
    let page = |inner: &str| format!("{HEAD}{inner}");
    let secret = outside.path().join("secret.html");
    for path in ["../secret.html", "sub/secret.html", &secret.to_string_lossy()] {
        let said = said(&[("page.html", &page(&format!("{{% include \"{path}\" %}}"))), ("style.css", "")]);
        assert!(said.starts_with("Template ") && !said.contains("secret words"), "{said}");
    }
    #[cfg(unix)]
    {
        let inner = page("{% include \"link.html\" %}");
        let folder = folder(&[("page.html", &inner), ("style.css", "")]);
        std::os::unix::fs::symlink(&secret, folder.path().join("link.html")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.svg"), folder.path().join("link.svg")).unwrap();
        let template = Template::from_dir(folder.path()).unwrap();
        assert!(template.assets.is_empty() && !template.pages.contains_key("link.html"));
    }
}

#[test]
fn a_folder_that_is_no_template_is_refused() {
    let said = |files: &[(&str, &str)]| Template::from_dir(folder(files).path()).unwrap_err().to_string();
    assert!(said(&[("style.css", "")]).contains("no page.html"));
    assert!(said(&[("page.html", "")]).contains("no style.css"));
    let large = "x".repeat((1 << 20) + 1);
    assert!(said(&[("page.html", &large)]).contains("too large"));
    assert!(matches!(Template::from_dir(Path::new("/no/such")), Err(TemplateError::Unreadable { .. })));
}

#[test]
fn logo_and_fonts_are_published_with_the_page_and_nothing_else_is() {
    let page = format!("{HEAD}<img src=\"{{{{ asset(\"Logo 1.svg\") }}}}\" alt=\"\">");
    let style = "@font-face{font-family:x;src:url(\"x.woff2\")}a{background:url(#p)}b{background:url(data:image/png;base64,AA)}";
    let files = [("page.html", page.as_str()), ("style.css", style), ("Logo 1.svg", "<svg/>"), ("x.woff2", "font")];
    let folder = folder(&[&files[..], &[("unused.png", "x"), ("notes.txt", "x")]].concat());
    let template = Template::from_dir(folder.path()).unwrap();
    let out = tempfile::tempdir().unwrap();
    let place = out.path().join("page");
    written(&template, Target::Page, &place).unwrap();
    let names = || {
        let entries = fs::read_dir(place.join("assets")).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names().len(), 2);
    assert!(names()[0].starts_with("logo-1-") && names()[0].ends_with(".svg"), "{:?}", names());
    let html = fs::read_to_string(place.join("index.html")).unwrap();
    assert!(html.contains(&format!("assets/{}", names()[1])), "{html}");
    assert!(html.contains("font-src"), "{html}");
    written(&template, Target::Page, &place).unwrap();
    written(&Template::default(), Target::Page, &place).unwrap();
    assert!(!place.join("assets").exists(), "an earlier page goes as a whole");
    written(&template, Target::Page, &place).unwrap();
    fs::write(place.join("assets/mine.svg"), "<svg>mine</svg>").unwrap();
    assert!(matches!(written(&template, Target::Page, &place), Err(ExportError::NotOurs { .. })));
    let one = out.path().join("one.html");
    written(&template, Target::Html, &one).unwrap();
    let html = fs::read_to_string(one).unwrap();
    assert!(html.contains("data:font/woff2;base64,Zm9udA==") && !html.contains("assets/"), "{html}");
}
