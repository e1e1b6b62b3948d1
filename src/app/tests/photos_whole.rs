//! Photos in the window from the card to the page, and what a file says, read again.

use super::*;
use crate::edit::ops::framing::Framing;
use crate::report::QuarterTurns;

/// A file that other programs wrote.
fn of_corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos").join(name)
}

fn drops(window: &mut Window<'_>, paths: &[PathBuf]) {
    for path in paths {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    window.steps();
}

fn card(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, grey) in names.iter().zip([40, 90, 140, 190]) {
        let path = folder.path().join(name);
        image::RgbImage::from_pixel(300, 200, image::Rgb([grey; 3])).save(&path).unwrap();
    }
    folder
}

fn captions(window: &Window<'_>) -> Vec<String> {
    window.report().photos.iter().map(|photo| photo.caption.as_str().to_owned()).collect()
}

#[test]
fn a_guessed_coding_is_told_of_once_and_another_can_be_chosen() {
    let mut window = Window::open(Start::New);
    drops(&mut window, &[of_corpus("cp1251.jpg"), of_corpus("koi8.jpg"), of_corpus("utf8-undeclared.jpg")]);
    assert!(window.shows("The captions of 2 photos were read as Windows-1251, KOI8-R, which is a guess."));
    assert_eq!(captions(&window)[0], "Делегаты обсуждают итоги съезда");
    window.app().chosen.photo.expect("the first one is chosen");
    window.command(Command::ReadPhotoAgain);
    assert!(window.shows("Read again from the file"), "nothing is new, but there is a choice");
    assert!(window.shows("The file says nothing that the report does not have."));
    window.presses_role(Role::ComboBox, "How the words are coded");
    window.presses("KOI8-R: дЕКЕЦЮРШ НАЯСФДЮЧР ХРНЦХ ЯЗЕГДЮ");
    window.presses_role(Role::Button, "Take over");
    assert_eq!(captions(&window)[0], "дЕКЕЦЮРШ НАЯСФДЮЧР ХРНЦХ ЯЗЕГДЮ", "it was the file's, and no reporter's");
    window.command(Command::Undo);
    assert_eq!(captions(&window)[0], "Делегаты обсуждают итоги съезда");
}

#[test]
fn of_words_in_several_languages_those_of_the_report_come_in() {
    let mut window = Window::open(Start::New);
    let language = |language: &str, window: &mut Window<'_>| {
        let ctx = window.harness.ctx.clone();
        window
            .harness
            .state_mut()
            .operate(&ctx, |report, _, _| crate::edit::ops::details::set_language(report, language));
    };
    language("vi", &mut window);
    drops(&mut window, &[of_corpus("xmp.jpg")]);
    assert_eq!(captions(&window), ["Đại biểu"]);
    language("en", &mut window);
    window.command(Command::ReadPhotoAgain);
    assert!(window.shows("In the file: Delegates"));
}

#[test]
fn a_picture_is_not_replaced_while_others_come_and_it_is_said_why() {
    let mut window = Window::open(Start::New);
    drops(&mut window, &[of_corpus("xmp.jpg")]);
    window.harness.state_mut().importing.pretend_to_run();
    window.command(Command::ReplacePicture);
    assert!(window.shows("Wait until all photos are read"));
    let before = window.report().photos[0].hash;
    window.harness.state_mut().replace_picture(of_corpus("o1.jpg"));
    window.steps();
    assert_eq!(window.report().photos[0].hash, before);
}

#[test]
fn what_is_chosen_is_turned_and_taken_out_together() {
    let card = card(&["1.png", "2.png", "3.png"]);
    let mut window = Window::open(Start::New);
    drops(&mut window, &[card.path().to_owned()]);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.command(Command::Frame(Framing::TurnLeft));
    let turns: Vec<_> = window.report().photos.iter().map(|photo| photo.turns).collect();
    assert_eq!(turns, [3, 3, 0].map(QuarterTurns::new));
    window.command(Command::PlacePhoto);
    let figures = |window: &Window<'_>| window.report().body.blocks().iter().filter(|b| b.photo().is_some()).count();
    assert_eq!(figures(&window), 2);
    window.command(Command::UnplacePhoto);
    assert_eq!(figures(&window), 0);
    window.command(Command::Undo);
    assert_eq!(figures(&window), 2, "one step");
}

#[test]
fn crop_and_focal_point_are_commands_that_open_the_large_view() {
    let card = card(&["1.png"]);
    let mut window = Window::open(Start::New);
    drops(&mut window, &[card.path().to_owned()]);
    window.command(Command::Frame(Framing::Crop));
    window.harness.get_by_role_and_label(Role::SpinButton, "Width");
    window.command(Command::Frame(Framing::Focal));
    assert!(window.shows("Click what must stay in sight"));
    window.command(Command::Frame(Framing::TurnRight));
    assert_eq!(window.report().photos[0].turns, QuarterTurns::new(1));
    assert!(window.app().closer.is_open());
}

#[test]
fn photos_go_from_the_card_to_the_page_and_back_step_by_step() {
    let card = card(&["1.png", "2.png", "3.png"]);
    let mut window = Window::open(Start::New);
    drops(&mut window, &[card.path().to_owned()]);
    window.writes_in("Caption of photo 1", "The hall");
    for caption in ["The speaker", "The guests"] {
        window.key(Modifiers::NONE, Key::Enter);
        window.types(caption);
    }
    assert_eq!(captions(&window), ["The hall", "The speaker", "The guests"]);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::COMMAND, Key::A);
    window.presses_role(Role::Button, "Set for all…");
    window.writes_in("Credit", "Anna / Agency");
    window.presses_role(Role::Button, "Set");
    assert!(window.report().photos.iter().all(|photo| photo.credit.as_str() == "Anna / Agency"));

    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::NONE, Key::Home);
    window.command(Command::Frame(Framing::Crop));
    window.presses_role(Role::RadioButton, "1:1");
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::NONE, Key::Escape);
    let cropped = window.report().photos.iter().position(|photo| photo.crop.is_some()).expect("a crop");
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::COMMAND, Key::A);
    window.command(Command::PlacePhoto);
    let places: Vec<_> =
        window.report().photos.iter().filter_map(|photo| window.report().body.figure_of(photo.id)).collect();
    let [_, second, _] = places.as_slice() else { panic!("three figures at {places:?}") };
    let figure = window.report().body.blocks()[*second].id;
    let at = crate::edit::Selection::caret(crate::report::Pos::start(Slot::Block(figure)));
    window.harness.state_mut().session.as_mut().unwrap().editor.select(at);
    window.command(Command::PlaceBeside);
    assert_eq!(window.report().body.row(places[0]).map(|row| row.len()), Some(2));
    window.waits();

    let out = tempfile::tempdir().unwrap();
    let page = out.path().join("page");
    window.harness.state_mut().export_to(crate::app::outcome::Choice::ExportPage, &page);
    window.steps();
    let html = std::fs::read_to_string(page.join("index.html")).unwrap();
    assert_eq!(html.matches("<figure").count(), 3);
    assert_eq!(html.matches("<div class=\"row\">").count(), 1);
    assert!(html.contains("The hall") && html.contains("Anna / Agency"));
    let square = image::open(page.join(format!("img/photo-{:02}-200.jpg", cropped + 1))).expect("the cropped photo");
    assert_eq!((square.width(), square.height()), (200, 200));

    while window.app().session.as_ref().unwrap().editor.history().can_undo() {
        window.command(Command::Undo);
    }
    assert!(window.report().photos.is_empty() && window.report().body.blocks().iter().all(|b| b.photo().is_none()));
}
