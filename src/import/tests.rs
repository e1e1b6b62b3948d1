//! Articles and photos from files into a report.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::import::testing::png;
use crate::import::{Addition, Gathered, ImportProblem, OfficeError};
use crate::report::{BlockKind, IdSource, Report};

struct Desk {
    folder: TempDir,
    ids: IdSource,
    report: Report,
}

impl Desk {
    fn new() -> Self {
        let mut ids = IdSource::from_seed(5);
        let report = Report::new(&mut ids, "en");
        Self { folder: TempDir::new().unwrap(), ids, report }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn import(&mut self, sources: &[PathBuf]) -> Addition {
        let addition = Gathered::read(sources, "").unwrap().into_addition(&self.report, &mut self.ids);
        addition.apply_to(&mut self.report);
        assert_eq!(self.report.fault(), None);
        addition
    }

    fn outline(&self) -> Vec<String> {
        let blocks = self.report.body.blocks().iter();
        let lines = blocks.map(|block| match block.kind {
            BlockKind::Paragraph => format!("p {}", block.text.as_str()),
            BlockKind::Heading { .. } => format!("h {}", block.text.as_str()),
            BlockKind::Figure { photo, .. } => {
                let photo = self.report.photo(photo).unwrap();
                format!("fig {} {} / {}", photo.file_name, photo.caption.as_str(), photo.alt.as_str())
            }
            _ => "other".to_owned(),
        });
        lines.collect()
    }
}

fn told(addition: &Addition, folder: &Path) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    addition.notices.iter().map(|notice| notice.to_string().replace(&prefix, "")).collect()
}

#[test]
fn photos_after_an_article_take_its_places_and_captions_in_order() {
    let mut desk = Desk::new();
    let article = "A.\n![]() |\nOne. |\nB.\n![]() |\nTwo. |\nNguồn: https://example.vn/a\n\nBình luận (0)";
    let sources = [desk.file("a.txt", article), desk.file("1.png", png(1)), desk.file("2.png", png(2))];
    let addition = desk.import(&sources);
    assert_eq!(desk.outline(), ["p A.", "fig 1.png One. / ", "p B.", "fig 2.png Two. / "]);
    assert_eq!(desk.report.details.sources[0].url.as_ref(), "https://example.vn/a");
    assert!(addition.notices.iter().all(|notice| !notice.kind.is_finding()));
}

#[test]
fn a_caption_without_a_photo_is_kept_and_a_photo_without_a_place_too() {
    let mut desk = Desk::new();
    let addition =
        desk.import(&[desk.file("a.txt", "A.\n![]() |\nOne. |\n![]() |\nTwo. |\nB."), desk.file("1.png", png(1))]);
    assert_eq!(desk.outline(), ["p A.", "fig 1.png One. / ", "p Two.", "p B."]);
    assert_eq!(
        told(&addition, desk.folder.path()),
        ["a.txt: no photo was given for \"Two.\"; the caption is kept as a paragraph"]
    );
    let sources = [desk.file("b.txt", "C.\n![]() |"), desk.file("2.png", png(2)), desk.file("3.png", png(3))];
    let addition = desk.import(&sources);
    assert_eq!(desk.report.photos.len(), 3);
    assert_eq!(desk.outline().last().map(String::as_str), Some("fig 2.png  / "));
    assert_eq!(
        told(&addition, desk.folder.path()),
        ["3.png: the article has no place for this photo; it is in the report, but not in the text"]
    );
}

#[test]
fn a_repeated_picture_does_not_move_the_captions_of_the_others() {
    let mut desk = Desk::new();
    let article = "![]() |\nOne. |\n![]() |\nTwo. |\n![]() |\nThree. |";
    let sources = [
        desk.file("a.txt", article),
        desk.file("1.png", png(1)),
        desk.file("copy.png", png(1)),
        desk.file("3.png", png(3)),
    ];
    let addition = desk.import(&sources);
    assert_eq!(desk.outline(), ["fig 1.png One. / ", "p Two.", "fig 3.png Three. / "]);
    assert_eq!(addition.notices.len(), 1);
    assert_eq!(addition.photos.len(), 2);
}

#[test]
fn a_photo_that_the_report_has_is_used_again_and_keeps_its_words() {
    let mut desk = Desk::new();
    let photo = desk.file("1.png", png(1));
    desk.import(std::slice::from_ref(&photo));
    let again = desk.import(std::slice::from_ref(&photo));
    assert_eq!(told(&again, desk.folder.path()), ["1.png: this picture is the same as \"1.png\" and was taken once"]);
    let addition = desk.import(&[desk.file("a.txt", "![]() |\nOne. |"), photo]);
    assert!(addition.photos.is_empty());
    assert_eq!(desk.report.photos.len(), 1);
    assert_eq!(desk.outline(), ["fig 1.png One. / "]);
}

#[test]
fn markdown_finds_its_pictures_beside_it_or_by_name_among_those_given() {
    let mut desk = Desk::new();
    desk.file("text/img/a b.png", png(1));
    let article = "# Head\n\n![Hall](img/a%20b.png \"The hall.\")\n\n![](https://example.org/x/2.png?w=9)\n\n![](gone.png \"Lost.\")";
    let sources = [desk.file("text/a.md", article), desk.file("2.png", png(2))];
    let addition = desk.import(&sources);
    assert_eq!(desk.report.headline.as_str(), "Head");
    assert_eq!(desk.outline(), ["fig a b.png The hall. / Hall", "fig 2.png  / ", "p Lost."]);
    assert_eq!(addition.notices.len(), 2, "{:?}", addition.notices);
}

#[test]
fn a_second_headline_becomes_a_heading() {
    let mut desk = Desk::new();
    desk.report.headline = "Six provinces".into();
    desk.import(&[desk.file("a.md", "# Other\n\nA."), desk.file("b.md", "# Six provinces\n\nB.")]);
    assert_eq!(desk.report.headline.as_str(), "Six provinces");
    assert_eq!(desk.outline(), ["h Other", "p A.", "p B."]);
}

#[test]
fn a_folder_gives_its_pictures_in_the_order_of_their_numbers() {
    let mut desk = Desk::new();
    for (name, number) in [("p/IMG_10.png", 10), ("p/img_9.PNG", 9), ("p/x.jpg", 1)] {
        desk.file(name, png(number));
    }
    desk.file("p/notes.txt", "notes");
    desk.file("p/.DS_Store", "x");
    let addition = desk.import(&[desk.folder.path().join("p")]);
    let names: Vec<_> = desk.report.photos.iter().map(|photo| photo.file_name.to_string()).collect();
    assert_eq!(names, ["img_9.PNG", "IMG_10.png", "x.jpg"]);
    assert_eq!(addition.notices.len(), 1, "{:?}", addition.notices);
}

#[test]
fn what_cannot_be_imported_is_named() {
    let desk = Desk::new();
    let problem = |path: PathBuf| {
        let error = Gathered::read(std::slice::from_ref(&path), "").unwrap_err();
        assert_eq!(error.path, path);
        error.problem
    };
    assert!(matches!(problem(desk.folder.path().join("gone")), ImportProblem::NotFound));
    assert!(matches!(problem(desk.file("a.docx", "PK")), ImportProblem::Office(_)));
    assert!(matches!(problem(desk.file("a.doc", "{\\rtf1")), ImportProblem::Office(OfficeError::OldFormat)));
    assert!(matches!(problem(desk.file("a.pdf", "%PDF")), ImportProblem::UnknownKind));
    assert!(matches!(problem(desk.file("a.xyz", "what")), ImportProblem::UnknownKind));
    assert!(matches!(problem(desk.file("a.jpg", "<html>")), ImportProblem::Photo(_)));
    assert!(matches!(problem(desk.file("b.jpg", "")), ImportProblem::Photo(_)));
    assert!(matches!(problem(desk.file("a.txt", b"\xCC\xE5")), ImportProblem::Encoding(_)));
    assert!(matches!(problem(desk.folder.path().join("a.xyz/..")), ImportProblem::Io(_) | ImportProblem::NotFound));
    fs::create_dir(desk.folder.path().join("empty")).unwrap();
    assert!(matches!(problem(desk.folder.path().join("empty")), ImportProblem::NoPhotoInFolder));
}

#[test]
fn the_language_is_stated_or_told_by_the_letters() {
    let desk = Desk::new();
    let language = |name: &str, text: &str| Gathered::read(&[desk.file(name, text)], "").unwrap().language();
    assert_eq!(language("a.txt", "Кластер подвёл итоги").as_deref(), Some("ru"));
    assert_eq!(language("a.md", "---\nlang: vi\n---\nabc").as_deref(), Some("vi"));
    assert_eq!(Gathered::read(&[desk.file("1.png", png(1))], "").unwrap().language(), None);
}
