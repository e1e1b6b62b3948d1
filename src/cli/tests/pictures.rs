//! `pictures`, and what exports keep of the photos.

use super::*;
use crate::file::{Container, Disk, MemberName};
use crate::photo::{Position, probe, read_metadata};

fn scene(width: u32, height: u32) -> image::RgbImage {
    image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = io::Cursor::new(Vec::new());
    scene(width, height).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_iter().map(|(name, _)| name).collect()
}

fn derived(report: &Path) -> usize {
    let opened = Container::open(std::sync::Arc::new(Disk::ToRead), report).unwrap();
    opened.container.names().filter(|name| matches!(name, MemberName::Derived { .. })).count()
}

#[test]
fn photos_come_in_every_size_that_they_are_large_enough_for() {
    let desk = Desk::new();
    desk.file("IMG_1.JPG", jpeg(300, 200));
    let small = image::DynamicImage::ImageRgb8(scene(50, 40));
    small.save(desk.path("b.png")).unwrap();
    assert_eq!(desk.done("pictures @IMG_1.JPG @b.png -o @out --sizes 1600,200,100 --webp"), "");
    let out = desk.path("out");
    let wanted =
        ["100.jpg", "100.webp", "200.jpg", "200.webp", "300.jpg", "300.webp"].map(|end| format!("IMG_1-{end}"));
    assert_eq!(names(&out), [wanted.as_slice(), &["b-50.jpg".to_owned(), "b-50.webp".to_owned()]].concat());
    for (name, bytes) in files(&out) {
        let probed = probe(&bytes).unwrap();
        assert!(name.contains(&format!("-{}.", probed.width)), "{name}");
    }
}

#[test]
fn the_number_of_threads_changes_no_byte_and_a_second_run_nothing() {
    let desk = Desk::new();
    let photos = (0..5).map(|number| {
        desk.file(&format!("{number}.jpg"), jpeg(120 + number, 90));
        format!("@{number}.jpg")
    });
    let photos: Vec<_> = photos.collect();
    let run = |out: &str, threads: u32| {
        desk.done(&format!("pictures {} -o @{out} --sizes 90,40 --threads {threads}", photos.join(" ")));
        files(&desk.path(out))
    };
    let one = run("one", 1);
    assert_eq!(one.len(), 10);
    assert_eq!(run("three", 3), one);
    assert_eq!(run("one", 2), one);
}

#[test]
fn a_bad_photo_is_named_once_and_the_others_are_made() {
    let desk = Desk::new();
    desk.file("good.jpg", jpeg(60, 40));
    desk.file("text.jpg", "no picture");
    let ran = desk.run("pictures @text.jpg @good.jpg @gone.jpg -o @out --sizes 30");
    assert_eq!(ran.invocation, Invocation::Done(Status::Findings));
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(ran.err.lines().next().unwrap().contains("text.jpg") && ran.err.contains("gone.jpg"), "{}", ran.err);
    assert_eq!(names(&desk.path("out")), ["good-30.jpg"]);
    let ran = desk.run("pictures @text.jpg -o @none --sizes 30");
    assert_eq!(ran.invocation, Invocation::Done(Status::Error));
    assert!(!desk.path("none").exists());
}

#[test]
fn files_of_others_are_not_replaced() {
    let desk = Desk::new();
    desk.file("a.jpg", jpeg(60, 40));
    fs::create_dir(desk.path("out")).unwrap();
    desk.file("out/theirs.txt", "theirs");
    desk.done("pictures @a.jpg -o @out --sizes 30");
    desk.file("out/a-20.jpg", "theirs too");
    assert!(desk.refused("pictures @a.jpg -o @out --sizes 20,10").contains("a-20.jpg"));
    assert_eq!(names(&desk.path("out")), ["a-20.jpg", "a-30.jpg", "theirs.txt"]);
    assert_eq!(fs::read(desk.path("out/a-20.jpg")).unwrap(), b"theirs too");
}

#[test]
fn photos_that_are_called_the_same_do_not_meet() {
    let desk = Desk::new();
    for folder in ["a", "b"] {
        fs::create_dir(desk.path(folder)).unwrap();
    }
    desk.file("a/IMG.jpg", jpeg(60, 40));
    desk.file("b/img.jpg", jpeg(50, 40));
    desk.done("pictures @a/IMG.jpg @b/img.jpg -o @out --sizes 30");
    assert_eq!(names(&desk.path("out")), ["IMG-30.jpg", "img_2-30.jpg"]);
}

#[test]
fn the_place_is_told_only_when_asked_for() {
    let desk = Desk::new();
    let position = Position::new(21.186, 106.076).unwrap();
    desk.file("a.jpg", crate::photo::metadata::with_position(&jpeg(60, 40), position));
    desk.done("pictures @a.jpg -o @without --sizes 30 --webp");
    desk.done("pictures @a.jpg -o @with --sizes 30 --webp --keep-position");
    for (_, bytes) in files(&desk.path("without")) {
        assert!(!probe(&bytes).unwrap().has_gps);
    }
    for (_, bytes) in files(&desk.path("with")) {
        assert!(probe(&bytes).unwrap().has_gps);
    }
    desk.done("import @a.jpg -o @a.rapport");
    desk.done("pictures @a.rapport -o @told --sizes 30 --keep-position");
    let (name, bytes) = files(&desk.path("told")).remove(0);
    assert_eq!((name.as_str(), Position::read(&bytes)), ("photo-01-30.jpg", Some(position)));
}

#[test]
fn a_second_export_takes_what_the_first_made_and_is_the_same() {
    let desk = Desk::new();
    desk.file("a.txt", "The delegates met.\n![]() |\nThe hall. |\nMore text.");
    desk.file("a.jpg", jpeg(700, 500));
    desk.run("import @a.txt @a.jpg -o @a.rapport");
    let report = desk.path("a.rapport");
    assert_eq!(derived(&report), 0);
    desk.run("export @a.rapport -o @one --to page");
    let kept = derived(&report);
    assert_eq!(kept, names(&desk.path("one/img")).len());
    assert!(kept >= 5, "{kept}");
    let generation = desk.info("a.rapport")["generation"].clone();
    desk.run("export @a.rapport -o @two --to page");
    assert_eq!(files(&desk.path("one/img")), files(&desk.path("two/img")));
    assert_eq!(files(&desk.path("one")), files(&desk.path("two")));
    assert_eq!(desk.info("a.rapport")["generation"], generation, "there was nothing to keep");
    let (_, bytes) = files(&desk.path("two/img")).into_iter().find(|(name, _)| name.ends_with(".jpg")).unwrap();
    assert_eq!(read_metadata(&bytes).unwrap().metadata.caption.as_deref(), Some("The hall."));
}

#[test]
fn a_report_that_cannot_be_written_is_exported_all_the_same() {
    let desk = Desk::new();
    desk.file("a.jpg", jpeg(70, 50));
    desk.file("a.txt", "The delegates met.\n![]() |\nThe hall. |\n");
    desk.run("import @a.txt @a.jpg -o @a.rapport");
    let path = desk.path("a.rapport");
    // Somebody has it open.
    let open = Container::open(std::sync::Arc::new(Disk::ToWrite), &path).unwrap();
    let before = fs::read(&path).unwrap();
    desk.run("export @a.rapport -o @page --to page");
    assert!(desk.path("page/index.html").exists());
    assert!(fs::read(&path).unwrap() == before);
    drop(open);
}

#[test]
fn a_photo_that_is_damaged_in_its_report_is_named_with_it() {
    let desk = Desk::new();
    let picture = jpeg(120, 90);
    desk.file("IMG_7.jpg", picture.clone());
    desk.file("IMG_8.jpg", jpeg(121, 90));
    desk.done("import @IMG_7.jpg @IMG_8.jpg -o @a.rapport");
    let mut report = fs::read(desk.path("a.rapport")).unwrap();
    let at = report.windows(picture.len()).position(|window| window == picture).unwrap();
    report[at + picture.len() / 2] ^= 0xFF;
    fs::write(desk.path("a.rapport"), report).unwrap();
    let told = desk.run("pictures @a.rapport -o @out --sizes 100").err;
    let named = format!("“IMG_7.jpg” in “{}”", desk.path("a.rapport").display());
    assert!(told.contains(&named) && !told.contains("IMG_8.jpg"), "{told}");
    assert_eq!(names(&desk.path("out")), ["photo-02-100.jpg"]);
}
