//! Packages of a report that holds every kind of block, and of one that holds nothing.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::export::tests::{OnePicture, picture, report, taken_apart};
use crate::filing::built_in;
use crate::report::{Filed, IdSource, Participant, Photo, RichText, SizePx};

fn web() -> Preset {
    built_in().remove(0)
}

fn run(report: &Report, preset: &Preset, out: &Path) -> Result<Exported, ExportError> {
    let cancel = AtomicBool::new(false);
    let mut watch = Watch { on_progress: &mut |_| {}, cancel: &cancel };
    desk(report, &picture(), preset, &Template::default(), (out, Form::of(out)), &mut watch)
}

/// The files of a ZIP file, in its order.
fn unzipped(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let count = archive.len();
    let member = |index: usize| {
        let mut member = archive.by_index(index).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    (0..count).map(member).collect()
}

#[test]
fn a_package_has_everything_under_names_that_every_system_takes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("Репортаж.zip");
    run(&report(|name| format!("Слово {name}")), &web(), &out).unwrap();
    let files = unzipped(&out);
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let wanted = [
        "index.html",
        "fragment.html",
        "article.txt",
        "article.md",
        "article.docx",
        "ninjs.json",
        "ninjs-3.1.json",
        "captions.csv",
        "participants.csv",
        "manifest.json",
        "photos/photo-01.jpg",
        "img/photo-01-960.jpg",
        "img/photo-01-480.webp",
        "img/photo-01-16x9.jpg",
    ];
    for name in wanted {
        assert!(names.contains(name), "{name} is missing: {names:?}");
    }
    assert!(!names.contains("changes.html"), "the desk never had anything else");
    for name in &names {
        assert!(name.len() < 60 && name.is_ascii() && !name.contains('\\'), "{name}");
        assert!(!name.split('/').any(|part| part.starts_with('.') || part.ends_with('.')), "{name}");
    }
    assert_eq!(names.iter().map(|name| name.to_lowercase()).collect::<BTreeSet<_>>().len(), files.len());
    let photo = &files.iter().find(|(name, _)| name == "photos/photo-01.jpg").unwrap().1;
    let says = crate::photo::read_metadata(photo).unwrap().metadata;
    assert_eq!(says.caption.as_deref(), Some("Слово caption"));
    assert_eq!(says.credit.as_deref(), Some("Слово credit"));
    assert!(!files.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("secret telephone")));
}

#[test]
fn the_list_of_files_has_the_checksum_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("package");
    let done = run(&report(str::to_owned), &web(), &out).unwrap();
    let json: Value = serde_json::from_slice(&std::fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let files = json["files"].as_array().unwrap();
    assert_eq!(files.len() + 1, done.files.len(), "every file but the list itself");
    for file in files {
        let bytes = std::fs::read(out.join(file["path"].as_str().unwrap())).unwrap();
        let sum = crate::photo::sha256_hex(&bytes);
        assert_eq!((file["bytes"].as_u64(), file["sha256"].as_str()), (Some(bytes.len() as u64), Some(sum.as_str())));
        assert_ne!(file["type"], "application/octet-stream", "{file}");
    }
    let paths: Vec<_> = files.iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert!(paths.is_sorted());
}

#[test]
fn the_same_report_gives_the_same_package_as_a_folder_and_as_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    let path = |name: &str| folder.path().join(name);
    for name in ["one.zip", "two.zip", "package"] {
        run(&report, &web(), &path(name)).unwrap();
    }
    assert!(std::fs::read(path("one.zip")).unwrap() == std::fs::read(path("two.zip")).unwrap());
    for (name, bytes) in unzipped(&path("one.zip")) {
        assert!(std::fs::read(path("package").join(&name)).unwrap() == bytes, "{name}");
    }
}

/// A schema as IPTC publishes it. It names another one for positions on the earth, which no report of ours has.
fn validator(version: &str) -> jsonschema::Validator {
    struct Anything;
    impl jsonschema::Retrieve for Anything {
        fn retrieve(&self, _uri: &jsonschema::Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
            Ok(Value::Bool(true))
        }
    }
    let path = format!("{}/tests/data/ninjs/ninjs-schema_{version}.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    jsonschema::options().should_validate_formats(true).with_retriever(Anything).build(&schema).unwrap()
}

#[track_caller]
fn is_valid(validator: &jsonschema::Validator, json: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A report in which everything that can be said is said.
fn full() -> Report {
    let mut report = report(str::to_owned);
    let details = Arc::make_mut(&mut report.details);
    details.keywords = vec!["press".into(), "Huế".into()];
    details.sources = vec![crate::report::Source { name: "Site".into(), url: "https://site.example/a b".into() }];
    details.event.organisers = "Union <https://union.example>; Press".into();
    details.event.venue = "Hall".into();
    details.event.city = "Huế".into();
    details.event.country = "Việt Nam".into();
    details.event.start = Some(jiff::civil::date(2026, 1, 30));
    details.event.end = Some(jiff::civil::date(2026, 1, 31));
    details.publication.published = "2026-01-31T09:00:00+07:00".into();
    details.publication.updated = "2026-01-31T10:00:00Z".into();
    details.publication.licence_url = "https://example.org/terms".into();
    let photo = Arc::make_mut(&mut report.photos[0]);
    photo.people = vec![report.participants[0].id].into();
    (photo.taken, photo.city) = (Some("2026-01-30T14:03:07+07:00".into()), "Huế".into());
    report
}

#[test]
fn ninjs_of_both_versions_is_what_the_schemas_allow() {
    let folder = tempfile::tempdir().unwrap();
    let empty = Report::new(&mut IdSource::from_seed(5), "en");
    for (name, report) in [("full", full()), ("plain", report(str::to_owned)), ("empty", empty)] {
        let out = folder.path().join(name);
        run(&report, &web(), &out).unwrap();
        for (version, file) in [("1.6", "ninjs.json"), ("3.1", "ninjs-3.1.json")] {
            let json: Value = serde_json::from_slice(&std::fs::read(out.join(file)).unwrap()).unwrap();
            is_valid(&validator(version), &json);
        }
    }
    // The schemas see mistakes.
    assert!(!validator("1.6").is_valid(&serde_json::json!({ "uri": "https://a.example/", "keywords": [] })));
    assert!(!validator("3.1").is_valid(&serde_json::json!({ "uri": "https://a.example/", "byline": "An" })));
    assert!(!validator("1.6").is_valid(&serde_json::json!({ "uri": "no address" })));
    let alone = folder.path().join("alone.json");
    ninjs(&full(), &alone).unwrap();
    ninjs(&full(), &alone).unwrap();
    is_valid(&validator("1.6"), &serde_json::from_slice(&std::fs::read(&alone).unwrap()).unwrap());
}

#[test]
fn ninjs_leads_to_the_files_and_says_who_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("package");
    run(&full(), &web(), &out).unwrap();
    let json: Value = serde_json::from_slice(&std::fs::read(out.join("ninjs.json")).unwrap()).unwrap();
    let photo = &json["associations"]["featuremedia"];
    for rendition in ["original", "baseImage", "viewImage", "thumbnail"] {
        let rendition = &photo["renditions"][rendition];
        let path = rendition["href"].as_str().unwrap().strip_prefix("file:").unwrap();
        let bytes = std::fs::metadata(out.join(path)).unwrap().len();
        assert_eq!(rendition["sizeinbytes"].as_u64(), Some(bytes), "{path}");
    }
    assert_eq!(photo["person"][0]["name"], "name");
    assert_eq!(json["person"][0]["code"], "title, organisation");
    assert_eq!(json["versioncreated"], "2026-01-31T10:00:00+00:00");
    assert_eq!((&json["slugline"], &json["event"][0]["name"]), (&"press".into(), &"event".into()));
}

/// Letters and digits alone: typography moves spaces and turns quotation marks, and nothing else.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn every_word_that_was_typed_is_in_ninjs_and_in_the_tables(typed in "\\PC{0,24}") {
        let report = report(|name| format!("{name} {typed}"));
        let photo = DeskPhoto {
            photo: Arc::clone(&report.photos[0]),
            number: 1,
            in_text: true,
            size_px: SizePx { width: 1000, height: 600 },
            bytes: vec![0; 10].into(),
        };
        let preset = web();
        let none = ByPhoto::new();
        let contents = Contents { report: &report, preset: &preset, template: &Template::default(), pictures: &none, photos: &[photo], card: None };
        let files = contents.words().unwrap();
        let file = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let ninjs: Value = serde_json::from_str(&file("ninjs.json")).unwrap();
        let html = ninjs["body_html"].as_str().unwrap();
        let mut said = letters(&taken_apart(html).0);
        for field in ["headline", "headline_kicker", "description_text", "byline", "located", "copyrightnotice"] {
            said.push_str(&letters(ninjs[field].as_str().unwrap_or_default()));
        }
        let photo = &ninjs["associations"]["featuremedia"];
        for field in ["description_text", "description_alt", "byline"] {
            said.push_str(&letters(photo[field].as_str().unwrap_or_default()));
        }
        let body_slots = report.all_slots();
        for text in body_slots.into_iter().filter_map(|slot| report.text(slot)) {
            prop_assert!(said.contains(&letters(text.as_str())), "{} is not in ninjs", text.as_str());
        }
        let captions = letters(&file("captions.csv"));
        for text in [&report.photos[0].caption, &report.photos[0].credit, &report.photos[0].alt] {
            prop_assert!(captions.contains(&letters(text.as_str())), "{} is not in the captions", text.as_str());
        }
        let people = letters(&file("participants.csv"));
        let person = &report.participants[0];
        for text in [&person.name, &person.title, &person.organisation] {
            prop_assert!(people.contains(&letters(text)), "{text} is not in the participants");
        }
    }
}

#[test]
fn no_cell_of_a_table_is_taken_for_a_formula() {
    let mut report = report(str::to_owned);
    let evil = "=HYPERLINK(\"https://evil.example\")";
    let photo = Arc::make_mut(&mut report.photos[0]);
    (photo.caption, photo.credit, photo.city) = (RichText::plain(evil), RichText::plain("+1;=2"), "@cmd".into());
    let person = Participant { title: "-1+1".into(), ..Participant::named(report.participants[0].id, evil) };
    report.participants = vec![Arc::new(person)];
    let photo = DeskPhoto {
        photo: Arc::clone(&report.photos[0]),
        number: 1,
        in_text: true,
        size_px: SizePx { width: 10, height: 10 },
        bytes: Vec::new().into(),
    };
    let captions = tables::captions(&report, &web(), &[photo]).unwrap();
    let participants = tables::participants(&report).unwrap();
    for table in [captions, participants] {
        assert!(table.starts_with("\u{feff}".as_bytes()), "Excel must take it for UTF-8");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&table[3..]);
        for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
}

/// A report with so many photos of grain, which no encoder makes small.
fn grainy(count: usize) -> (Report, OnePicture) {
    let mut report = report(str::to_owned);
    let mut ids = IdSource::from_seed(9);
    let first = Photo { size_px: SizePx { width: 1300, height: 800 }, ..Photo::clone(&report.photos[0]) };
    report.photos = vec![Arc::new(first.clone())];
    let mut blocks = report.body.blocks().to_vec();
    for _ in 1..count {
        let photo = Photo { id: ids.photo(), ..first.clone() };
        let kind = crate::report::BlockKind::Figure { photo: photo.id, beside: false };
        blocks.push(Arc::new(crate::report::Block::new(ids.block(), kind, RichText::new())));
        report.photos.push(Arc::new(photo));
    }
    report.body = crate::report::Body::new(blocks);
    let mut seed = 1_u32;
    let mut grain = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 28) as u8
    };
    let image = image::RgbImage::from_fn(1300, 800, |x, y| image::Rgb([100 + grain(), (x / 9) as u8, (y / 9) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    (report, OnePicture(bytes.into_inner()))
}

fn package(report: &Report, source: &OnePicture, most: Option<u64>) -> Package {
    package_in(&Spool::in_memory(), report, source, most)
}

fn package_in(spool: &Spool, report: &Report, source: &OnePicture, most: Option<u64>) -> Package {
    let cancel = AtomicBool::new(false);
    Package::make(
        report,
        source,
        (&web(), &Template::default()),
        (spool, Path::new("package")),
        most,
        &mut Watch { on_progress: &mut |_| {}, cancel: &cancel },
    )
    .unwrap()
}

/// A source that keeps what was made in a folder.
struct Keeper<'a>(&'a Path);

impl PictureSource for Keeper<'_> {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, crate::export::PictureError> {
        picture().original(photo)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(self.0.to_owned())
    }
}

#[test]
fn a_picture_waits_on_the_disk_once_and_not_on_that_of_the_package() {
    let (own, target) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let spool = place::spool(&Keeper(own.path()), &target.path().join("a.zip")).unwrap();
    let (report, source) = grainy(2);
    let made = package_in(&spool, &report, &source, None);
    let pictures = made.files.iter().filter(|(name, _)| name.starts_with("img/") || name.starts_with("photos/"));
    let (count, bytes) = pictures.fold((0, 0), |(count, bytes), (_, file)| (count + 1, bytes + file.len() as u64));
    let waiting = spool.bytes_in(own.path());
    assert!(count > 10 && made.derived.iter().all(|derived| derived.fresh.is_some()));
    assert!(waiting >= bytes && waiting <= bytes + count * 40, "{waiting} bytes for {bytes} of {count} pictures");
    assert_eq!(spool.bytes_in(target.path()), 0);
}

fn size_of(package: &Package) -> u64 {
    zip_into(Cursor::new(Vec::new()), &package.files).unwrap().into_inner().len() as u64
}

#[test]
fn a_package_that_would_be_too_large_is_made_smaller_and_says_what() {
    let (report, source) = grainy(2);
    let free = package(&report, &source, None);
    assert!(!free.notices.iter().any(|notice| matches!(notice, Notice::Shrunk { .. })));
    let least = size_of(&package(&report, &source, Some(1000)));
    let most = least + (size_of(&free) - least) / 3;
    let small = package(&report, &source, Some(most));
    assert!(size_of(&small) <= most, "{} of {most} bytes", size_of(&small));
    assert!(!small.notices.iter().any(|notice| matches!(notice, Notice::TooLarge { .. })), "{:?}", small.notices);
    let shrunk: Vec<_> = small
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::Shrunk { file, kilobytes, .. } => Some((file.clone(), *kilobytes)),
            _ => None,
        })
        .collect();
    assert_eq!(shrunk.len(), 2, "both are as large: {least}, {most}, {}", size_of(&free));
    for (name, kilobytes) in shrunk {
        assert_eq!(small.files[&name].len().div_ceil(1000), kilobytes, "{name}");
        assert!(small.files[&name].len() < free.files[&name].len());
    }
    assert!(package(&report, &source, Some(most)).files == small.files, "and the same again");
}

#[test]
fn a_package_that_cannot_be_made_small_enough_says_so() {
    let (report, source) = grainy(1);
    let small = package(&report, &source, Some(1000));
    let has = |wanted: fn(&Notice) -> bool| small.notices.iter().any(wanted);
    assert!(
        has(|notice| matches!(notice, Notice::FewerSizes)) && has(|notice| matches!(notice, Notice::TooLarge { .. }))
    );
    let index = String::from_utf8(small.files["index.html"].read().unwrap()).unwrap();
    assert!(!index.contains("-1300.jpg") && index.contains("img/photo-01-960.jpg"));
    // Every picture that the page names is there.
    let words = index.split(['"', ' ', ',']).filter(|word| word.starts_with("img/"));
    let named: BTreeSet<_> = words.collect();
    assert!(named.len() >= 2);
    for name in named {
        assert!(small.files.contains_key(name), "{name}");
    }
}

#[test]
fn the_card_of_a_package_is_drawn_once_also_where_it_is_made_smaller() {
    let mut report = report(str::to_owned);
    report.body = crate::report::Body::default();
    Arc::make_mut(&mut report.details).publication.url = "https://example.org/river/".into();
    report.photos.clear();
    let before = Card::drawn();
    let small = package(&report, &picture(), Some(1000));
    assert!(small.notices.iter().any(|notice| matches!(notice, Notice::TooLarge { .. })), "{:?}", small.notices);
    assert!(small.files["img/card-1x1.png"].len() > 1000);
    assert_eq!(Card::drawn() - before, 1);
}

#[test]
fn photos_that_are_not_in_the_text_come_along_where_they_are_wanted() {
    let mut report = report(str::to_owned);
    let mut ids = IdSource::from_seed(3);
    report.photos.push(Arc::new(Photo { id: ids.photo(), ..Photo::clone(&report.photos[0]) }));
    let count = |all_photos| photos::count(&report, &Preset { all_photos, ..web() });
    assert_eq!((count(false), count(true)), (1, 2));
    let folder = tempfile::tempdir().unwrap();
    let preset = Preset { all_photos: true, photo_name: "hue".to_owned(), ..web() };
    run(&report, &preset, &folder.path().join("all")).unwrap();
    assert!(folder.path().join("all/photos/hue-02.jpg").is_file());
}

#[test]
fn only_a_package_that_nobody_touched_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(str::to_owned);
    let out = folder.path().join("package");
    run(&report, &web(), &out).unwrap();
    run(&report, &web(), &out).unwrap();
    std::fs::write(out.join("article.txt"), "the desk's own words").unwrap();
    let refused = run(&report, &web(), &out);
    assert!(matches!(&refused, Err(ExportError::NotOurs { found, .. }) if found == "article.txt"), "{refused:?}");
    assert_eq!(std::fs::read_to_string(out.join("article.txt")).unwrap(), "the desk's own words");
    let page = folder.path().join("page");
    std::fs::create_dir(&page).unwrap();
    std::fs::write(page.join("index.html"), "mine").unwrap();
    assert!(matches!(run(&report, &web(), &page), Err(ExportError::NotOurs { .. })));
    let zip = folder.path().join("a.zip");
    std::fs::write(&zip, "no package").unwrap();
    assert!(matches!(run(&report, &web(), &zip), Err(ExportError::NotOurs { .. })));
    assert_eq!(std::fs::read(&zip).unwrap(), b"no package");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "nothing half-written is left");
}

#[test]
fn a_cancelled_package_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let cancel = AtomicBool::new(false);
    let mut told = Vec::new();
    let mut tell = |progress: Progress| {
        told.push((progress.done, progress.of));
        if progress.done == 1 {
            cancel.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    };
    let mut watch = Watch { on_progress: &mut tell, cancel: &cancel };
    let out = folder.path().join("a.zip");
    let done = desk(&report(str::to_owned), &picture(), &web(), &Template::default(), (&out, Form::Zip), &mut watch);
    assert!(matches!(done, Err(ExportError::Cancelled)), "{done:?}");
    assert_eq!(told, [(0, 1), (1, 1)], "of the page and for the desk at once");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_desk_that_was_sent_the_story_is_told_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut report = report(str::to_owned);
    report.remember_filed(Filed::of(&report, "2026-01-31T09:00:00+07:00", "web"));
    run(&report, &web(), &folder.path().join("same")).unwrap();
    assert!(!folder.path().join("same/changes.html").exists());
    report.headline = "headline <b>new</b>".into();
    run(&report, &web(), &folder.path().join("new")).unwrap();
    let sheet = std::fs::read_to_string(folder.path().join("new/changes.html")).unwrap();
    assert!(sheet.contains("<b>Заголовок</b> — исправлено"), "{sheet}");
    assert!(sheet.contains("headline<ins> &lt;b&gt;new&lt;/b&gt;</ins>"), "{sheet}");
    assert!(sheet.contains("datetime=\"2026-01-31T09:00:00+07:00\""), "{sheet}");
    let (_, names) = taken_apart(&sheet);
    assert!(!names.iter().any(|name| name == "script"));
    // Sending the same state again sends the same.
    let mut sent = report.clone();
    sent.remember_filed(Filed::of(&sent, "2026-01-31T11:00:00+07:00", "web"));
    run(&sent, &web(), &folder.path().join("again")).unwrap();
    assert_eq!(std::fs::read_to_string(folder.path().join("again/changes.html")).unwrap(), sheet);
}
