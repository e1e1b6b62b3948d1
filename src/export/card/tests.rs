//! Which pages have a card, and what is on it.

use std::sync::Arc;

use super::*;
use crate::export::tests::run;
use crate::export::{Target, fragment};
use crate::report::{IdSource, RichText};

fn report(headline: &str) -> Report {
    let mut report = Report::new(&mut IdSource::from_seed(1), "ru");
    report.headline = RichText::plain(headline);
    report.kicker = RichText::plain("Местная пресса");
    let publication = &mut Arc::make_mut(&mut report.details).publication;
    publication.url = "https://example.org/river/".into();
    publication.publisher = "Báo Bến Sông".into();
    report
}

fn card(report: &Report) -> Option<Card> {
    Card::of(report, &Template::default(), &ByPhoto::new())
}

#[test]
fn a_card_has_the_headline_in_three_shapes_and_is_the_same_every_time() {
    let report = report("\"Шесть\" городов ведут один архив");
    let made = card(&report).unwrap();
    assert_eq!(made.words, "«Шесть» городов ведут один архив");
    let sizes: Vec<_> = made.files.iter().map(|file| (file.name, file.width, file.height)).collect();
    let expected = [("card-16x9.png", 1200, 675), ("card-4x3.png", 1200, 900), ("card-1x1.png", 1200, 1200)];
    assert_eq!(sizes, expected);
    for (file, again) in made.files.iter().zip(card(&report).unwrap().files) {
        assert!(Card::is_name(file.name));
        assert_eq!(file.bytes, again.bytes);
        let image = image::load_from_memory(&file.bytes).unwrap().to_rgb8();
        assert_eq!(image.dimensions(), (file.width, file.height));
        let ink = image.pixels().filter(|pixel| pixel.0.iter().all(|part| *part < 60)).count();
        assert!((5_000..200_000).contains(&ink), "{ink} pixels of letters");
        let edges =
            image.enumerate_pixels().filter(|(x, y, pixel)| (*x < 79 || *x > 1121) && *y > 18 && pixel.0[0] < 200);
        assert_eq!(edges.count(), 0, "nothing stands in the margins");
    }
}

#[test]
fn colours_follow_the_template() {
    let mut template = Template::default();
    template.style = ":root{--page:#102030;--accent:#f00}".to_owned();
    let made = Card::of(&report("Headline"), &template, &ByPhoto::new()).unwrap();
    let image = image::load_from_memory(&made.files[0].bytes).unwrap().to_rgb8();
    assert_eq!((image.get_pixel(5, 5).0, image.get_pixel(5, 300).0), ([255, 0, 0], [16, 32, 48]));
}

#[test]
fn no_card_where_it_could_not_be_found_or_read() {
    assert!(card(&report("")).is_none(), "no headline");
    assert!(card(&report("六个城市")).is_none(), "no letters for it");
    let mut homeless = report("Headline");
    Arc::make_mut(&mut homeless.details).publication.url = "".into();
    assert!(card(&homeless).is_none(), "no address");
}

#[test]
fn a_page_without_photos_is_previewed_by_its_card() {
    let folder = tempfile::tempdir().unwrap();
    let report = report("Headline");
    let page = folder.path().join("page");
    let read = || std::fs::read_to_string(page.join("index.html")).unwrap();
    let done = run(&report, Target::Page, &page).unwrap();
    let html = read().replace("&#x2f;", "/");
    assert_eq!(done.files.len(), 4, "{:?}", done.files);
    for address in ["card-16x9.png", "card-4x3.png", "card-1x1.png"] {
        assert!(page.join("img").join(address).is_file());
        assert!(html.contains(&format!("\"https://example.org/river/img/{address}\"")));
    }
    assert!(html.contains("<meta property=\"og:image\" content=\"https://example.org/river/img/card-16x9.png\">"));
    assert!(html.contains("<meta property=\"og:image:height\" content=\"675\">"));
    assert!(!html.contains("<img"), "it is not shown on the page");
    run(&report, Target::Page, &page).unwrap();
    assert!(read().replace("&#x2f;", "/") == html, "an earlier page with a card is replaced, by the same");
    let one = folder.path().join("one.html");
    run(&report, Target::Html, &one).unwrap();
    let html = std::fs::read_to_string(one).unwrap() + &fragment(&report);
    assert!(!html.contains("card-"), "nothing beside it could be found");
}

#[test]
fn a_page_with_photos_has_no_card() {
    let folder = tempfile::tempdir().unwrap();
    let done = run(&crate::export::tests::report(str::to_owned), Target::Page, &folder.path().join("page")).unwrap();
    assert!(done.files.iter().all(|file| !file.to_string_lossy().contains("card-")));
}
