//! Every string that was typed anywhere is in every export, whatever it is: each target is written to the disk and read by its kind.
//!
//! Where the report keeps its typography the string is there sign by sign, else as the typography of its language sets it. Signs that
//! part the names of authors are left out of the byline alone.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::document::{FORMAT_VERSION, write_json};
use crate::export::single::tests::{PLACES, words};
use crate::file::Generation;
use crate::filing::built_in;
use crate::language::typography::repaired_plain;

/// What the system that a fragment goes into asks for itself.
const HEAD: [&str; 8] = ["kicker", "headline", "standfirst", "byline", "place", "event", "rights", "publisher"];
/// What a table of captions says.
const CAPTIONS: [&str; 3] = ["caption", "credit", "alt"];
/// What a table of participants says.
const PEOPLE: [&str; 3] = ["name", "title", "organisation"];

/// A picture of which nothing costs time.
fn small_picture() -> OnePicture {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(12, 8).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    OnePicture(bytes.into_inner())
}

/// Writes every export into a folder, and gives the files that have words.
fn exported(report: &Report, folder: &Path) -> Vec<PathBuf> {
    let never = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
    let picture = small_picture();
    let mut files = Vec::new();
    for look in Look::ALL {
        for (target, name) in [(Target::Page, look.name().to_owned()), (Target::Html, format!("{}.html", look.name()))]
        {
            let template = Template::of(look);
            files.extend(
                export_with(report, &picture, target, &template, &folder.join(name), &mut watch).unwrap().files,
            );
        }
    }
    let fragment = folder.join("fragment.html");
    files.extend(export(report, &picture, Target::Fragment, &fragment, &mut watch).unwrap().files);
    for kind in DocumentKind::ALL {
        let out = folder.join(format!("one.{}", kind.extension()));
        files.extend(export(report, &picture, Target::Document(kind), &out, &mut watch).unwrap().files);
    }
    let package = (folder.join("desk"), Form::Folder);
    let (preset, template) = (built_in().remove(0), Template::default());
    let place = (package.0.as_path(), package.1);
    files.extend(desk(report, &picture, &preset, &template, place, &mut watch).unwrap().files);
    files.extend(ninjs(report, &folder.join("one.json")).unwrap().files);
    let json = folder.join("report.json");
    super::write_json(&json, &write_json(report, None, FORMAT_VERSION, Generation::FIRST).unwrap()).unwrap();
    files.push(json);
    let has_words = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        !["jpg", "webp", "png"].iter().any(|ending| name.ends_with(ending)) && name != "manifest.json"
    };
    files.into_iter().filter(has_words).collect()
}

/// Everything that a file says.
fn said(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let text = || String::from_utf8(bytes.clone()).unwrap();
    match path.extension().and_then(|extension| extension.to_str()).unwrap() {
        "html" => said_in_html(&text()),
        "json" => {
            let mut said = String::new();
            strings(&serde_json::from_slice(&bytes).unwrap(), &mut said);
            said
        }
        "csv" => {
            let text = text();
            let delimiter = text.lines().next().unwrap().bytes().find(|byte| b";,\t".contains(byte)).unwrap();
            let rows = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .has_headers(false)
                .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            rows.into_records()
                .flat_map(|row| row.unwrap().iter().map(|cell| format!("{cell}\n")).collect::<Vec<_>>())
                .collect()
        }
        extension => {
            let kind = DocumentKind::ALL.into_iter().find(|kind| kind.extension() == extension).unwrap();
            words(kind, &bytes)
        }
    }
}

/// Words and attributes; no sentence is divided by a tag.
fn said_in_html(html: &str) -> String {
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2f;", "/")]
        .iter()
        .fold(html.to_owned(), |html, (escaped, sign)| html.replace(escaped, sign));
    plain.replace("&amp;", "&")
}

fn strings(value: &Value, said: &mut String) {
    match value {
        Value::String(text) => {
            said.push_str(text);
            said.push('\n');
            // The story stands in a string as HTML.
            said.push_str(&said_in_html(text));
            said.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, said)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, said)),
        _ => {}
    }
}

/// The places whose words a file must have.
fn places(path: &Path) -> Vec<&'static str> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let but = |left_out: &[&str]| PLACES.into_iter().filter(|place| !left_out.contains(place)).collect();
    match name {
        "fragment.html" => but(&HEAD),
        "captions.csv" => CAPTIONS.to_vec(),
        "participants.csv" => PEOPLE.to_vec(),
        // Without files of pictures nothing is said of them besides the story.
        "one.json" | "ninjs.json" | "ninjs-3.1.json" => but(&["event", "publisher"]),
        _ => but(&[]),
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check_every_target(typed: &str, as_typed: bool) {
    // All that is typed comes into a report as clean text.
    let clean = RichText::plain(typed);
    let typed = clean.as_str();
    let written = |place: &str| {
        let typed = if place == "byline" {
            typed.replace([',', ';', '<', '>', '(', ')'], " ").replace("http", "")
        } else {
            typed.to_owned()
        };
        format!("{place} {typed} end")
    };
    let mut report = report(written);
    Arc::make_mut(&mut report.details).keep_typography = as_typed;
    let folder = tempfile::tempdir().unwrap();
    let files = exported(&report, folder.path());
    assert!(files.len() > 18, "{files:?}");
    for path in files {
        // Tables have an apostrophe before what a spreadsheet would take for a formula.
        let is_table = path.extension().is_some_and(|extension| extension == "csv");
        let flat = |text: &str| if is_table { flat(text).replace('\'', "") } else { flat(text) };
        let said = flat(&said(&path));
        for place in places(&path) {
            let raw = flat(RichText::plain(&written(place)).as_str());
            let set = flat(&repaired_plain(&written(place), &report.language));
            let is_there = said.contains(&raw) || !as_typed && said.contains(&set);
            assert!(is_there, "{}: {raw:?} is not in {said}", path.strip_prefix(folder.path()).unwrap().display());
        }
    }
}

/// Signs that mean something somewhere: in HTML, XML, Markdown, templates, tables, paths; and scripts of all kinds.
fn any_words() -> impl Strategy<Value = String> {
    let hostile = include_str!("../../../tests/data/hostile.txt").lines().map(str::to_owned).collect::<Vec<_>>();
    prop_oneof![
        prop::sample::select(hostile),
        "\\PC{0,24}",
        "[a-zа-яệ0-9 *_`~#>|\\[\\]()!<&;:.+\"'\\\\=@-]{0,24}",
        "[\\\\&<>\"'{}%#$=-]{1,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn every_string_that_was_typed_is_in_every_export(typed in any_words(), as_typed in any::<bool>()) {
        check_every_target(&typed, as_typed);
    }
}

#[test]
fn a_quotation_mark_before_a_sign_of_a_formula_is_in_every_export() {
    check_every_target("\"\"-ệ~*\\@\"j", true);
}
