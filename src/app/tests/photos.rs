//! Photos in the window: from the card to the caption.

use super::*;
use crate::app::importing;
use crate::edit::ops::photos::Order;
use crate::file::Existing;
use crate::photo::fixtures::{self, ExifBuilder};
use crate::report::{IdSource, Photo, Report};
use crate::ui::messages::Topic;

impl Window<'_> {
    fn drops(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        }
        self.steps();
    }

    fn order(&self) -> Vec<String> {
        self.report().photos.iter().map(|photo| photo.file_name.to_string()).collect()
    }

    fn caption(&self, index: usize) -> &str {
        self.report().photos[index].caption.as_str()
    }
}

fn with_photos(count: u8) -> (Window<'static>, tempfile::TempDir) {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> =
        (1..=count).map(|number| picture(folder.path(), &format!("IMG_{number}.png"), number * 9)).collect();
    window.drops(&paths);
    (window, folder)
}

#[test]
fn a_card_is_dropped_as_a_folder_and_taken_back_in_one_step() {
    let mut window = Window::open(Start::New);
    let card = tempfile::tempdir().unwrap();
    let inner = card.path().join("DCIM/100CANON");
    std::fs::create_dir_all(&inner).unwrap();
    for number in [10, 9, 11] {
        picture(&inner, &format!("IMG_{number}.png"), number * 20);
    }
    std::fs::write(inner.join(".trash.jpg"), "hidden").unwrap();
    std::fs::write(inner.join("MVI_12.MOV"), "no picture").unwrap();
    window.drops(&[card.path().to_owned()]);
    assert_eq!(window.order(), ["IMG_9.png", "IMG_10.png", "IMG_11.png"]);
    assert!(window.shows("MVI_12.MOV") && !window.shows(".trash.jpg"));
    window.waits();
    window.command(Command::Undo);
    assert!(window.report().photos.is_empty(), "one drop, one step");
    window.command(Command::Redo);
    assert_eq!(window.order().len(), 3);
}

#[test]
fn what_waits_in_sight_shows_the_small_picture_of_the_camera() {
    let mut window = Window::open(Start::New);
    let card = tempfile::tempdir().unwrap();
    let small = fixtures::jpeg(&fixtures::scene(48, 32));
    let exif = ExifBuilder { thumbnail: Some(small), ..ExifBuilder::camera() };
    let photo = fixtures::jpeg_with_exif(480, 320, &exif);
    let files: Vec<_> = (0..200).map(|number| card.path().join(format!("{number}.jpg"))).collect();
    for file in &files {
        std::fs::write(file, &photo).unwrap();
    }
    std::fs::write(&files[1], fixtures::jpeg(&fixtures::scene(48, 32))).unwrap();
    let ctx = window.harness.ctx.clone();
    let app = window.harness.state_mut();
    app.importing.pretend_to_run();
    app.import_step(&ctx, 0, importing::ImportStep::Found(files.clone()));
    window.steps();
    let shown = |window: &Window<'_>| -> Vec<bool> {
        window.app().photos.arrivals.iter().map(|arrival| arrival.preview().is_some()).collect()
    };
    let first = shown(&window);
    assert_eq!(first[..5], [true, false, true, true, true]);
    let count = first.iter().filter(|shown| **shown).count();
    assert!(count < 30, "only those in sight: {count}");
    let texture = window.app().photos.arrivals[0].preview().unwrap().size();
    assert_eq!(texture, [32, 48], "upright");

    let read = importing::read(&files[0], "en", None);
    window.harness.state_mut().import_step(&ctx, 0, importing::ImportStep::Read(read));
    window.steps();
    assert_eq!((window.report().photos.len(), shown(&window)[..3].to_vec()), (1, vec![false, true, true]));
}

#[test]
fn after_the_fields_of_several_photos_keys_go_on_in_the_pane() {
    let (mut window, _folder) = with_photos(3);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.command(Command::PhotoFields);
    window.key(Modifiers::NONE, Key::F10);
    assert!(!window.shows("Look closer"), "no menu over the dialog");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.app().dialogs.is_none());
    window.key(Modifiers::NONE, Key::Space);
    assert!(window.app().closer.is_open(), "no space in the text");
}

#[test]
fn what_is_written_after_a_short_tab_stands_in_place_of_what_was_there() {
    let (mut window, _folder) = with_photos(2);
    let ctx = window.harness.ctx.clone();
    let all: Vec<_> = window.report().photos.iter().map(|photo| photo.id).collect();
    let set = |photo: &mut Photo| photo.creator = "Nguyen Van A".into();
    let change = crate::edit::ops::photos::update_all(window.report(), &all, set);
    window.harness.state_mut().edit(&ctx, change);
    window.command(Command::Focus(Pane::Photos));
    window.command(Command::PhotoFields);
    window.key(Modifiers::NONE, Key::Tab);
    window.key(Modifiers::NONE, Key::Tab);
    window.types("Anna Lee");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.report().photos[0].creator.as_ref(), "Anna Lee");
}

#[test]
fn a_photo_that_breaks_off_comes_in_and_is_named() {
    let mut window = Window::open(Start::New);
    let card = tempfile::tempdir().unwrap();
    let whole = fixtures::jpeg(&fixtures::noise(64, 64));
    for (name, bytes) in [("a.jpg", &whole[..]), ("b.jpg", &whole[..whole.len() / 2]), ("c.jpg", b"words")] {
        std::fs::write(card.path().join(name), bytes).unwrap();
    }
    window.drops(&[card.path().to_owned()]);
    assert_eq!(window.order(), ["a.jpg", "b.jpg"]);
    assert!(window.shows("The end of b.jpg is missing") && window.shows("c.jpg"));
    window.harness.state_mut().messages.end(Topic::Photos);
    window.harness.state_mut().replace_picture(card.path().join("b.jpg"));
    window.steps();
    assert!(!window.shows("The end of"), "it is in the report already");
    std::fs::write(card.path().join("d.jpg"), &whole[..whole.len() / 3]).unwrap();
    window.harness.state_mut().replace_picture(card.path().join("d.jpg"));
    window.steps();
    assert!(window.shows("The end of d.jpg is missing"));
}

#[test]
fn a_photo_that_says_too_much_comes_in_and_is_named() {
    let mut window = Window::open(Start::New);
    let card = tempfile::tempdir().unwrap();
    let short = crate::import::testing::png(1);
    std::fs::write(card.path().join("a.png"), crate::import::testing::with_long_text(&short)).unwrap();
    std::fs::write(card.path().join("b.png"), short).unwrap();
    window.drops(&[card.path().to_owned()]);
    assert_eq!(window.order(), ["a.png", "b.png"]);
    assert!(window.shows("a.png was added, but its metadata is too large and was not all read."));
}

#[test]
fn a_photo_beside_which_too_much_is_said_comes_in_and_is_named() {
    let mut window = Window::open(Start::New);
    let card = tempfile::tempdir().unwrap();
    for (number, name) in (1..).zip(["a.png", "b.png"]) {
        std::fs::write(card.path().join(name), crate::import::testing::png(number)).unwrap();
    }
    std::fs::write(card.path().join("b.xmp"), crate::import::testing::long_sidecar()).unwrap();
    window.drops(&[card.path().to_owned()]);
    assert_eq!(window.order(), ["a.png", "b.png"]);
    assert!(window.shows("The .xmp file beside b.png is too large and was not read."));
}

#[test]
fn photos_that_the_report_has_are_told_of_in_one_message() {
    let (mut window, folder) = with_photos(3);
    window.drops(&[folder.path().to_owned()]);
    assert_eq!(window.report().photos.len(), 3);
    assert!(window.shows("3 photos are in the report already: IMG_1.png, IMG_2.png, IMG_3.png"));
}

#[test]
fn files_that_are_no_photos_are_each_named_once_and_stop_nothing() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    for number in 0..9 {
        std::fs::write(folder.path().join(format!("clip{number}.mov")), "no picture").unwrap();
    }
    picture(folder.path(), "z.png", 10);
    window.drops(&[folder.path().to_owned()]);
    assert_eq!(window.order(), ["z.png"]);
    assert!(window.shows("9 files were not added:") && window.shows("and 5 more"));
    window.presses("Show all");
    let all = (0..9).map(|number| format!("clip{number}.mov")).collect::<Vec<_>>().join(", ");
    assert!(window.shows(&all));
}

#[test]
fn what_was_imported_is_in_the_file_and_no_longer_in_memory() {
    let (mut window, _folder) = with_photos(3);
    window.waits();
    let session = window.app().session.as_ref().unwrap();
    assert!(session.fresh.is_empty(), "a save has taken them");
    let document = session.document.as_ref().unwrap();
    assert!(window.report().photos.iter().all(|photo| document.has_original(photo)));
}

#[test]
fn enter_goes_on_to_the_next_caption_and_tab_to_credit_and_alt_text() {
    let (mut window, _folder) = with_photos(3);
    window.writes_in("Caption of photo 1", "One");
    window.key(Modifiers::NONE, Key::Enter);
    window.types("Two");
    window.key(Modifiers::NONE, Key::Tab);
    window.types("Anna");
    window.key(Modifiers::NONE, Key::Tab);
    window.types("A full hall");
    window.key(Modifiers::NONE, Key::Tab);
    window.types("Three");
    assert_eq!([0, 1, 2].map(|index| window.caption(index)), ["One", "Two", "Three"]);
    let second = &window.report().photos[1];
    assert_eq!((second.credit.as_str(), second.alt.as_str()), ("Anna", "A full hall"));
    window.key(Modifiers::SHIFT, Key::Tab);
    window.types("!");
    assert_eq!(window.report().photos[1].alt.as_str(), "A full hall!", "back in the alternative text");
}

#[test]
fn several_photos_are_given_a_credit_at_once_and_taken_back_at_once() {
    let (mut window, _folder) = with_photos(4);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows("3 photos chosen"));
    window.presses_role(Role::Button, "Set for all…");
    assert!(window.shows("For 3 photos"));
    window.writes_in("Place", "Hall 2");
    window.presses_role(Role::Button, "Set");
    let places: Vec<&str> = window.report().photos.iter().map(|photo| &*photo.place).collect();
    assert_eq!(places, ["Hall 2", "Hall 2", "Hall 2", ""]);
    window.command(Command::Undo);
    assert!(window.report().photos.iter().all(|photo| photo.place.is_empty()));
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::COMMAND, Key::A);
    assert!(window.shows("4 photos chosen"));
    window.key(Modifiers::NONE, Key::Delete);
    assert!(window.report().photos.is_empty() && window.shows("4 photos were removed"));
}

#[test]
fn a_photo_that_comes_back_is_the_chosen_one() {
    let (mut window, _folder) = with_photos(3);
    let [_, second, third] = [0, 1, 2].map(|place| window.report().photos[place].id);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.app().chosen.photo, Some(third));
    window.command(Command::Undo);
    assert_eq!(window.app().chosen.photo, Some(second));
    window.command(Command::Redo);
    window.command(Command::Undo);
    assert_eq!(window.app().chosen.photo, Some(second));
}

#[test]
fn photos_are_moved_by_keys_and_sorted_by_a_command() {
    let (mut window, _folder) = with_photos(3);
    window.command(Command::Focus(Pane::Photos));
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.order(), ["IMG_2.png", "IMG_1.png", "IMG_3.png"]);
    window.key(Modifiers::ALT, Key::ArrowDown);
    window.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.order(), ["IMG_2.png", "IMG_1.png", "IMG_3.png"], "the keyboard stays with the photo");
    window.command(Command::SortPhotos(Order::FileName));
    assert_eq!(window.order(), ["IMG_1.png", "IMG_2.png", "IMG_3.png"]);
}

#[test]
fn an_alternative_text_that_is_a_file_name_is_remarked_on() {
    let (mut window, _folder) = with_photos(1);
    window.writes_in("Alt text of photo 1", "IMG_1");
    assert!(window.shows("That is a file name."));
}

#[test]
fn another_picture_takes_the_place_and_the_caption_stays() {
    let (mut window, folder) = with_photos(1);
    window.writes_in("Caption of photo 1", "The hall");
    let before = window.report().photos[0].hash;
    let other = picture(folder.path(), "better.png", 200);
    window.harness.state_mut().replace_picture(other);
    window.steps();
    let photo = &window.report().photos[0];
    assert_eq!((photo.caption.as_str(), &*photo.file_name), ("The hall", "better.png"));
    assert_ne!(photo.hash, before);
    window.waits();
    let document = window.app().session.as_ref().unwrap().document.as_ref().unwrap();
    assert!(document.has_original(&window.report().photos[0]));
    window.command(Command::Undo);
    assert_eq!(window.report().photos[0].hash, before);
}

#[test]
fn a_picture_that_its_file_has_lost_comes_back_by_being_chosen_again() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = picture(folder.path(), "hall.png", 90);
    let read = importing::read(&chosen, "en", None).unwrap();
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    report.photos = vec![Arc::new(Photo::new(ids.photo(), read.picture.original.clone()))];
    let path = folder.path().join("lost.rapport");
    drop(Document::create(&path, &report, None, &[], Existing::Refuse).unwrap());
    let mut window = Window::open(Start::File(path.clone()));
    window.harness.state_mut().chosen.photo = Some(report.photos[0].id);
    window.harness.state_mut().replace_picture(chosen);
    window.waits();
    assert!(window.shows("The picture is in the report’s file again"));
    let document = window.app().session.as_ref().unwrap().document.as_ref().unwrap();
    assert!(document.has_original(&report.photos[0]));
}

#[test]
fn a_lead_photo_says_so_and_leads_no_longer_when_it_is_removed() {
    let (mut window, _folder) = with_photos(2);
    window.command(Command::LeadPhoto);
    let lead = window.report().photos[0].id;
    assert_eq!(window.report().details.lead_photo, Some(lead));
    assert!(window.shows("Lead photo"));
    window.harness.state_mut().photos.wall = true;
    window.steps();
    assert!(window.shows("Lead photo"), "on the wall too");
    window.command(Command::RemovePhoto);
    assert_eq!(window.report().details.lead_photo, None);
}

#[test]
fn the_photographer_of_the_report_is_credited() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::NONE, Key::F4);
    window.writes_in("Photographer of the report", "Lê Thị Hoa");
    window.presses_role(Role::Button, "Done");
    let folder = tempfile::tempdir().unwrap();
    window.drops(&[picture(folder.path(), "1.png", 10)]);
    assert_eq!(window.report().photos[0].credit.as_str(), "Lê Thị Hoa");
}

#[test]
fn when_the_menu_of_a_photo_is_closed_keys_go_on_at_the_photo() {
    let (mut window, _folder) = with_photos(3);
    let cards = window.harness.query_all_by_role(Role::ListItem);
    cards.last().unwrap().click_secondary();
    window.steps();
    assert!(window.shows("Look closer"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Look closer"));
    window.key(Modifiers::NONE, Key::Space);
    assert!(window.app().closer.is_open());
}

#[test]
fn of_many_photos_only_the_cards_in_sight_are_laid_out() {
    let (window, _folder) = with_photos(28);
    let cards = window.harness.query_all_by_role(Role::ListItem).count();
    assert!((4..20).contains(&cards), "{cards} cards");
}

#[test]
fn photos_that_look_alike_are_shown_and_none_goes_by_itself() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let drawn = |name: &str, picture: &dyn Fn(u32, u32) -> u8| {
        let path = folder.path().join(name);
        image::RgbImage::from_fn(90, 80, |x, y| image::Rgb([picture(x, y); 3])).save(&path).unwrap();
        path
    };
    let waves = |x: u32, y: u32| ((x * x / 7 + y * 3) % 200) as u8;
    let paths = [
        drawn("a.png", &waves),
        drawn("b.png", &|x, y| waves(x, y) + 9),
        drawn("c.png", &|x, y| ((y * y / 5 + x * 90) % 251) as u8),
    ];
    window.drops(&paths);
    window.command(Command::SimilarPhotos);
    assert!(window.shows("Photos that look alike"));
    assert!(window.shows("Keep a.png") && window.shows("Keep b.png") && !window.shows("Keep c.png"));
    assert_eq!(window.report().photos.len(), 3);
    window.presses("Keep a.png");
    window.presses_role(Role::Button, "Remove 1 photo");
    assert_eq!(window.order(), ["b.png", "c.png"]);
    window.command(Command::Undo);
    assert_eq!(window.order().len(), 3);
}

#[test]
fn escape_leads_from_every_part_of_a_card_to_the_card() {
    let (mut window, _folder) = with_photos(2);
    for part in ["Credit of photo 1", "Alt text of photo 1", "Decorative: needs no alt text", "More", "Turn left"] {
        window.presses("Photo 1. No caption. No alt text. Too small. Not used");
        assert!(!window.shows("2 photos chosen"), "{part}");
        window.harness.get_by_label(part).focus();
        window.steps();
        window.key(Modifiers::NONE, Key::Escape);
        // All are chosen only where a card has the keyboard.
        window.key(Modifiers::COMMAND, Key::A);
        assert!(window.shows("2 photos chosen"), "{part}");
    }
}
