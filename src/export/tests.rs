//! Exports of a report that holds every kind of block, and of one that is hostile.

mod every_target;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::photo::read_metadata;
use crate::report::{
    Block, BlockKind, Body, HeadingLevel, IdSource, Lineup, ListStyle, Original, Participant, Photo, PhotoHash,
    PictureFormat, RichText, Shown, SizePx, Style, Table,
};

/// One small picture for every photo.
pub(super) struct OnePicture(pub(super) Vec<u8>);

impl PictureSource for OnePicture {
    fn original(&self, _photo: &Photo) -> Result<Vec<u8>, PictureError> {
        Ok(self.0.clone())
    }
}

pub(super) fn picture() -> OnePicture {
    let image = image::RgbImage::from_fn(1000, 600, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    OnePicture(bytes.into_inner())
}

/// The pictures of a report, in memory.
pub(super) fn pictures(report: &Report, need: Need) -> pictures::ByPhoto {
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
    pictures::make(report, &picture(), need, (&Spool::in_memory(), Path::new("nowhere")), &mut watch).unwrap().made
}

/// A report with every kind of block; each text is made by `text` of a word that names its place.
pub(super) fn report(text: impl Fn(&str) -> String) -> Report {
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "ru");
    let rich = |name: &str| RichText::plain(&text(name));
    report.kicker = rich("kicker");
    report.headline = rich("headline");
    report.standfirst = rich("standfirst");
    report.byline = rich("byline");
    report.place = rich("place");
    let (photo, person) = (ids.photo(), ids.participant());
    let original = Original {
        hash: PhotoHash::from_bytes([7; 32]),
        format: PictureFormat::Png,
        file_name: "IMG_1.PNG".into(),
        size_px: SizePx { width: 1000, height: 600 },
        taken: None,
    };
    let mut shown = Photo::new(photo, original);
    (shown.caption, shown.credit, shown.alt) = (rich("caption"), rich("credit"), rich("alt"));
    report.photos = vec![Arc::new(shown)];
    let mut participant = Participant::named(person, &text("name"));
    participant.title = text("title").into();
    participant.organisation = text("organisation").into();
    participant.private_contact = "secret telephone".into();
    report.participants = vec![Arc::new(participant)];
    let mut linked = rich("linked");
    let end = linked.len();
    linked.restyle(0..end, |style| style.link = Some("javascript:alert(1)".into()));
    let cells = vec![vec![rich("column"), rich("votes")], vec![rich("cell"), RichText::new()]];
    let table = Table::of_texts(true, cells).unwrap();
    let mut kind = |kind: BlockKind, text: RichText| Arc::new(Block::new(ids.block(), kind, text));
    let item = |style, level| BlockKind::ListItem { style, level };
    report.body = Body::new(vec![
        kind(BlockKind::Paragraph, rich("paragraph")),
        kind(BlockKind::Figure { photo, beside: false }, RichText::new()),
        kind(BlockKind::Heading { level: HeadingLevel::Two }, rich("heading")),
        kind(item(ListStyle::Bulleted, 0), rich("one")),
        kind(item(ListStyle::Numbered, 1), rich("deeper")),
        kind(item(ListStyle::Bulleted, 0), rich("two")),
        kind(item(ListStyle::Numbered, 0), rich("first")),
        kind(BlockKind::Quotation { speaker: rich("speaker") }, rich("quotation")),
        kind(BlockKind::Table { table }, RichText::new()),
        kind(BlockKind::Divider, RichText::new()),
        kind(BlockKind::Participants { delegation: None }, RichText::new()),
        kind(BlockKind::Paragraph, linked),
        kind(BlockKind::Paragraph, RichText::styled(&text("strong"), Style { strong: true, ..Style::default() })),
    ]);
    let details = Arc::make_mut(&mut report.details);
    details.event.name = text("event").into();
    details.rights = text("rights").into();
    details.publication.url = "https://example.org/a/".into();
    details.publication.publisher = text("publisher").into();
    assert_eq!(report.fault(), None);
    report
}

pub(super) fn run(report: &Report, target: Target, out: &Path) -> Result<Exported, ExportError> {
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &cancel };
    export(report, &picture(), target, out, &mut watch)
}

/// The words of HTML without its markup, and the names of its elements.
pub(super) fn taken_apart(html: &str) -> (String, Vec<String>) {
    let (mut words, mut names) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        words.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        names.push(tag.split([' ', '\n']).next().unwrap_or_default().to_owned());
        rest = &rest[end + 1..];
        for raw in ["style", "script"] {
            if names.last().is_some_and(|name| name == raw) {
                rest = &rest[rest.find(&format!("</{raw}>")).expect("it ends")..];
            }
        }
    }
    words.push_str(rest);
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    (plain.replace("&amp;", "&"), names)
}

#[test]
fn a_page_has_everything_in_order_and_its_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(|name| format!("Слово {name}"));
    let done = run(&report, Target::Page, &folder.path().join("page")).unwrap();
    let html = std::fs::read_to_string(folder.path().join("page/index.html")).unwrap();
    let (words, _) = taken_apart(&html);
    let mut at = 0;
    for name in [
        "headline",
        "standfirst",
        "paragraph",
        "caption",
        "credit",
        "heading",
        "one",
        "deeper",
        "two",
        "first",
        "quotation",
        "speaker",
        "column",
        "votes",
        "cell",
        "name",
        "title",
        "organisation",
        "linked",
        "strong",
    ] {
        let found = words[at..].find(&format!("Слово {name}"));
        at += found.unwrap_or_else(|| panic!("{name} is not where it should be"));
    }
    assert!(!html.contains("secret telephone"));
    assert!(done.files.iter().all(|file| file.is_file()));
    let row = "<tr><th scope=\"col\">Слово column</th><th scope=\"col\">Слово votes</th></tr>";
    assert!(html.contains(row), "headings are of their columns");
    assert!(html.contains("photo-01-960.webp 960w") && html.contains("fetchpriority=\"high\""));
}

#[test]
fn who_is_in_a_picture_is_told_in_its_files_and_in_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut report = report(|name| format!("Слово {name}"));
    let mut ids = IdSource::from_seed(5);
    let chair = report.participants[0].id;
    let mut other = Participant::named(ids.participant(), "Lê Thị Hoa");
    other.title = "редактор".into();
    let body = Participant { organisation: "Дом печати".into(), ..Participant::named(ids.participant(), "") };
    let rows = [vec![Shown::person(other.id), Shown::UNKNOWN, Shown::person(body.id)], vec![Shown::person(chair)]];
    report.participants.extend([Arc::new(other), Arc::new(body)]);
    Arc::make_mut(&mut report.photos[0]).people = Lineup::of_rows(rows.to_vec());
    let done = run(&report, Target::Page, &folder.path().join("page")).unwrap();
    let files: Vec<_> =
        done.files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "jpg")).collect();
    assert!(!files.is_empty());
    for file in files {
        let told = read_metadata(&std::fs::read(file).unwrap()).unwrap();
        assert_eq!(
            told.metadata.persons,
            ["Lê Thị Hoa", "Слово name"],
            "known persons, row by row: {}",
            file.display()
        );
    }
    let html = std::fs::read_to_string(folder.path().join("page/index.html")).unwrap();
    let data = html.split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let image = data["@graph"].as_array().unwrap().iter().find(|node| node["@type"] == "ImageObject").unwrap();
    let about: Vec<_> = image["about"].as_array().unwrap().iter().map(|node| (&node["@type"], &node["name"])).collect();
    let expected = [("Person", "Lê Thị Hoa"), ("Organization", "Дом печати"), ("Person", "Слово name")];
    assert!(
        about
            .iter()
            .zip(expected)
            .all(|((kind, name), wanted)| (kind.as_str(), name.as_str()) == (Some(wanted.0), Some(wanted.1))),
        "{about:?}"
    );
    assert_eq!(about.len(), 3);
}

/// The report with a second, upright photo beside the first.
pub(super) fn report_with_row() -> Report {
    let mut report = report(str::to_owned);
    let mut ids = IdSource::from_seed(2);
    let mut second = Photo::clone(&report.photos[0]);
    (second.id, second.size_px) = (ids.photo(), SizePx { width: 300, height: 600 });
    let figure = Block::new(ids.block(), BlockKind::Figure { photo: second.id, beside: true }, RichText::new());
    report.photos.push(Arc::new(second));
    let mut blocks = report.body.blocks().to_vec();
    let place = blocks.iter().position(|block| block.photo().is_some()).unwrap();
    blocks.insert(place + 1, Arc::new(figure));
    report.body = Body::new(blocks);
    report
}

#[test]
fn photos_side_by_side_are_one_row_of_the_page_with_sizes_to_choose_files_by() {
    let folder = tempfile::tempdir().unwrap();
    let done = run(&report_with_row(), Target::Page, &folder.path().join("page")).unwrap();
    assert_eq!(done.notices.iter().filter(|notice| matches!(notice, Notice::Photo { .. })).count(), 0);
    let html = std::fs::read_to_string(folder.path().join("page/index.html")).unwrap();
    let row = html.split_once("<div class=\"row\">").unwrap().1.split_once("</div>").unwrap().0;
    assert_eq!(row.matches("class=\"r1667\">").count() + row.matches("class=\"r500\">").count(), 2, "{row}");
    assert!(html.contains(".row .r500{flex:500}") && html.contains(".row .r1667{flex:1667}"));
    assert!(row.contains("(min-width: 47rem) 33.8rem") && row.contains("(min-width: 47rem) 10.2rem"), "{row}");
    assert_eq!(html.matches("</figure>").count(), 2);
    run(&report_with_row(), Target::Fragment, &folder.path().join("story.html")).unwrap();
    let fragment = std::fs::read_to_string(folder.path().join("story.html")).unwrap();
    assert!(!fragment.contains("class=") && fragment.matches("<figure>").count() == 2, "one after the other elsewhere");
}

#[test]
fn hostile_words_stay_words_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    for evil in [
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "--><!-- ]]>",
        "{{ page.csp }} {% raw %}",
        "&lt;b&gt; &amp;",
    ] {
        let report = report(|name| format!("{name} {evil}"));
        run(&report, Target::Page, &folder.path().join("page")).unwrap();
        let html = std::fs::read_to_string(folder.path().join("page/index.html")).unwrap();
        let (words, names) = taken_apart(&html);
        assert_eq!(names.iter().filter(|name| *name == "script").count(), 1, "only the data");
        assert!(!names.iter().any(|name| name == "b" || name == "!--"));
        assert_eq!(names.iter().filter(|name| *name == "img").count(), 1);
        let inert = evil.replace('"', "");
        let shown = words.replace(['«', '»', '“', '”', '„', '"'], "");
        assert!(shown.contains(&format!("paragraph {inert}")), "{evil} is shown as it was typed");
        assert!(!html.contains("href=\"javascript"));
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    for name in ["one", "two"] {
        run(&report, Target::Page, &folder.path().join(name)).unwrap();
        run(&report, Target::Html, &folder.path().join(format!("{name}.html"))).unwrap();
    }
    for file in ["index.html", "img/photo-01-480.jpg", "img/photo-01-480.webp"] {
        let read = |name: &str| std::fs::read(folder.path().join(name).join(file)).unwrap();
        assert!(read("one") == read("two"), "{file}");
    }
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert!(read("one.html") == read("two.html"));
}

#[test]
fn one_file_needs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("page.html");
    run(&report(str::to_owned), Target::Html, &out).unwrap();
    let html = std::fs::read_to_string(out).unwrap();
    assert!(html.contains("data:image/webp;base64,") && html.contains("data:image/jpeg;base64,"));
    assert!(!html.contains("img/photo"));
}

#[test]
fn a_fragment_has_only_what_every_system_keeps() {
    const KEPT: [&str; 13] =
        ["p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "hr", "figure", "figcaption"];
    const OF_TABLES: [&str; 6] = ["table", "thead", "tbody", "tr", "th", "td"];
    let html = fragment(&report(str::to_owned));
    let (_, names) = taken_apart(&html);
    for name in names {
        let name = name.trim_start_matches('/');
        assert!(KEPT.contains(&name) || OF_TABLES.contains(&name) || name == "img" || name == "br", "{name}");
    }
    assert!(!html.contains("class="));
}

#[test]
fn nothing_that_is_not_an_export_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    let out = folder.path().join("page");
    run(&report, Target::Page, &out).unwrap();
    run(&report, Target::Page, &out).unwrap();
    std::fs::write(out.join("notes.txt"), "mine").unwrap();
    assert!(matches!(run(&report, Target::Page, &out), Err(ExportError::NotOurs { .. })));
    assert_eq!(std::fs::read_to_string(out.join("notes.txt")).unwrap(), "mine");
    let entries = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(entries, 1, "nothing half-written is left");
    assert!(matches!(run(&report, Target::Page, &folder.path().join("no/such")), Err(ExportError::NoFolder { .. })));
}

#[test]
fn a_missing_picture_costs_the_picture_only() {
    let folder = tempfile::tempdir().unwrap();
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &cancel };
    let report = report(str::to_owned);
    let done = export(&report, &NoPictures, Target::Page, &folder.path().join("page"), &mut watch).unwrap();
    let lost = done.notices.iter().any(|notice| matches!(notice, Notice::Photo { trouble: PhotoTrouble::Missing, .. }));
    assert!(lost, "{:?}", done.notices);
}

#[test]
fn a_cancelled_export_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let cancel = AtomicBool::new(true);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &cancel };
    let done = export(&report(str::to_owned), &picture(), Target::Page, &folder.path().join("page"), &mut watch);
    assert!(matches!(done, Err(ExportError::Cancelled)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn files_that_are_no_exports_are_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    let page = folder.path().join("page");
    run(&report, Target::Page, &page).unwrap();
    std::fs::write(page.join("img/mine.txt"), "mine").unwrap();
    assert!(matches!(run(&report, Target::Page, &page), Err(ExportError::NotOurs { .. })));
    let note = folder.path().join("note.html");
    std::fs::write(&note, "<html>mine").unwrap();
    for target in [Target::Html, Target::Fragment] {
        assert!(matches!(run(&report, target, &note), Err(ExportError::NotOurs { .. })), "{target:?}");
    }
    assert!(matches!(write_json(&note, b"{}"), Err(ExportError::NotOurs { .. })));
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "<html>mine");
    for (target, name) in [(Target::Html, "a.html"), (Target::Fragment, "b.html")] {
        let out = folder.path().join(name);
        run(&report, target, &out).unwrap();
        run(&report, target, &out).unwrap();
    }
}

#[test]
fn previews_show_the_lead_photo_even_one_that_is_not_in_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut report = report(str::to_owned);
    let first = report.photos[0].id;
    let mut ids = IdSource::from_seed(99);
    let mut other = Photo::new(
        ids.photo(),
        Original {
            hash: PhotoHash::from_bytes([8; 32]),
            format: PictureFormat::Png,
            file_name: "IMG_2.PNG".into(),
            size_px: SizePx { width: 1000, height: 600 },
            taken: None,
        },
    );
    other.alt = RichText::plain("the lead photo");
    let lead = other.id;
    report.photos.push(Arc::new(other));
    let crops = |name: &str, lead: Option<crate::report::PhotoId>| {
        let mut report = report.clone();
        Arc::make_mut(&mut report.details).lead_photo = lead;
        let out = folder.path().join(name);
        let done = run(&report, Target::Page, &out).unwrap();
        let html = std::fs::read_to_string(out.join("index.html")).unwrap();
        let names = done.files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned());
        (names.filter(|name| name.contains('x') && name.starts_with("photo-")).collect::<Vec<_>>(), html)
    };
    let of = |number: &str| ["16x9", "4x3", "1x1"].map(|shape| format!("photo-{number}-{shape}.jpg")).to_vec();
    assert_eq!(crops("absent", None).0, of("01"));
    assert_eq!(crops("first", Some(first)).0, of("01"));
    let (names, html) = crops("other", Some(lead));
    assert_eq!(names, of("02"));
    assert!(html.contains("https://example.org/a/img/photo-02-16x9.jpg"), "the preview names it");
    assert!(html.contains("content=\"the lead photo\""), "with its own alternative text");
    assert!(!html.contains("photo-02-960"), "it is not on the page");
}

#[test]
fn pictures_inside_a_page_are_told_of_by_their_place_there() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("one.html");
    run(&report(str::to_owned), Target::Html, &out).unwrap();
    let html = std::fs::read_to_string(out).unwrap();
    assert!(html.contains("<figure id=\"photo-1\">"));
    let data = html.split_once("ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let nodes = data["@graph"].as_array().unwrap();
    let node = |kind: &str| nodes.iter().find(|node| node["@type"] == kind).unwrap();
    let place = "https://example.org/a/#photo-1";
    assert_eq!((&node("ImageObject")["@id"], &node("ImageObject")["url"]), (&place.into(), &place.into()));
    assert!(node("ImageObject").get("contentUrl").is_none(), "it has no file");
    assert_eq!(node("NewsArticle")["image"], serde_json::json!([{ "@id": place }]));
    assert_eq!(node("Event")["image"], serde_json::json!([{ "@id": place }]));
}
