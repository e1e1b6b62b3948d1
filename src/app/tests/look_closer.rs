//! Looking closely at a photo, by the keyboard and by what a screen reader is told.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Window;
use crate::app::{Command, Pane, Start};
use crate::edit::Selection;
use crate::edit::ops::photos::Order;
use crate::report::{AreaPx, Photo, PhotoId, Pos, Slot};

impl Window<'_> {
    fn photo(&self, place: usize) -> &Photo {
        &self.report().photos[place]
    }

    fn looks_at(&self) -> Option<PhotoId> {
        self.app().closer.photo()
    }

    /// Goes to the first card and looks at its photo.
    fn looks_closer(&mut self) {
        self.command(Command::Focus(Pane::Photos));
        self.key(Modifiers::NONE, Key::Space);
        assert_eq!(self.looks_at(), Some(self.photo(0).id));
    }
}

#[test]
fn space_on_a_card_looks_closer_and_space_again_goes_back_to_it() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    assert!(window.shows("1 of 8") && !window.shows("Photos, 8"));
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(window.shows("2 of 8"));
    assert_eq!(window.app().chosen.photo, Some(window.photo(1).id));
    window.key(Modifiers::NONE, Key::Space);
    assert_eq!(window.looks_at(), None);
    window.key(Modifiers::NONE, Key::Space);
    assert_eq!(
        window.looks_at(),
        Some(window.photo(1).id),
        "the card of the photo that was shown last has the keyboard"
    );
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.looks_at(), None);
}

#[test]
fn what_a_frame_asked_for_is_decoded_though_no_other_is_drawn() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    for _ in 0..8 {
        assert!(window.app().pictures.take_wanted().is_empty());
        window.harness.step();
    }
}

#[test]
fn space_on_a_figure_looks_closer_and_writing_goes_on_there() {
    let mut window = Window::open(Start::Sample);
    let figure = window.report().body.blocks().iter().find(|block| block.photo().is_some()).unwrap().clone();
    let at = Selection::caret(Pos::start(Slot::Block(figure.id)));
    window.command(Command::Focus(Pane::Text));
    window.harness.state_mut().session.as_mut().unwrap().editor.select(at);
    window.types(" ");
    assert_eq!(window.looks_at(), figure.photo());
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.looks_at(), None);
    assert!(window.app().text.has_focus(&window.harness.ctx));
    assert_eq!(window.app().session.as_ref().unwrap().editor.selection(), at);
}

#[test]
fn a_photo_is_cropped_by_keys_and_each_crop_is_one_step_of_undo() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    let size = window.photo(0).size_px;
    window.key(Modifiers::NONE, Key::C);
    window.presses_role(Role::RadioButton, "1:1");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    window.key(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.photo(0).crop, None, "nothing is cropped before it is said");
    window.key(Modifiers::NONE, Key::Enter);
    let crop = window.photo(0).crop.expect("a crop");
    assert_eq!(crop.width, crop.height);
    assert!(crop.height < size.height && crop.left < (size.width - size.height) / 2, "{crop:?}");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.photo(0).crop, None);
    assert!(window.looks_at().is_some(), "one undoes without leaving");
    window.key(Modifiers::NONE, Key::C);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!((window.photo(0).crop, window.looks_at()), (None, Some(window.photo(0).id)));
}

#[test]
fn keys_that_a_slow_frame_gets_at_once_follow_each_other() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    let keys = [
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::C),
        (Modifiers::SHIFT, Key::ArrowLeft),
        (Modifiers::NONE, Key::ArrowRight),
    ];
    for (modifiers, key) in keys {
        let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        window.harness.input_mut().events.extend([event(true), event(false)]);
    }
    window.steps();
    assert_eq!(window.looks_at(), Some(window.photo(2).id), "two to the right, and no further");
    window.steps();
    window.key(Modifiers::NONE, Key::Enter);
    let (crop, size) = (window.photo(2).crop.expect("a crop"), window.photo(2).size_px);
    assert!(crop.width < size.width && crop.left > 0, "{crop:?}");
}

#[test]
fn the_frame_is_told_in_numbers_that_can_be_set() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    window.key(Modifiers::NONE, Key::C);
    for name in ["Left", "Top", "Width", "Height"] {
        window.harness.get_by_role_and_label(Role::SpinButton, name);
    }
    for name in ["Top left corner", "Bottom edge"] {
        window.harness.get_by_label(name);
    }
    let size = window.photo(0).size_px;
    window.harness.get_by_role_and_label(Role::SpinButton, "Width").focus();
    window.steps();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.presses_role(Role::Button, "Apply");
    let AreaPx { width, height, .. } = window.photo(0).shown_area_px();
    assert!(width < size.width && height == size.height, "{width} {height}");
}

#[test]
fn a_photo_is_turned_and_its_focal_point_set_by_keys() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    window.key(Modifiers::NONE, Key::CloseBracket);
    window.key(Modifiers::NONE, Key::CloseBracket);
    window.key(Modifiers::COMMAND, Key::OpenBracket);
    assert_eq!(window.photo(0).turns.count(), 1);
    window.key(Modifiers::NONE, Key::F);
    window.key(Modifiers::NONE, Key::ArrowUp);
    let (size, focal) = (window.photo(0).size_px, window.photo(0).focal.expect("a focal point"));
    // Up in what is seen is to the left in what was taken, for a photo that was turned to the right.
    assert!(focal.x < size.width / 2 && focal.y.abs_diff(size.height / 2) <= 1, "{focal:?} in {size:?}");
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.photo(0).focal, None);
}

#[test]
fn captions_are_written_one_after_the_other() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    window.key(Modifiers::NONE, Key::Enter);
    window.types("!");
    window.key(Modifiers::NONE, Key::Enter);
    window.types("?");
    assert!(window.photo(0).caption.as_str().ends_with('!') && window.photo(1).caption.as_str().ends_with('?'));
    assert!(window.shows("2 of 8"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.looks_at().is_some(), "the first Escape leaves the words");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.looks_at().is_none());
}

#[test]
fn what_is_about_something_else_ends_the_look() {
    let mut window = Window::open(Start::Sample);
    window.looks_closer();
    window.command(Command::ZoomIn);
    assert!(window.looks_at().is_some(), "the zoom is the picture's");
    assert!((window.app().prefs.zoom - 1.0).abs() < 0.01);
    window.command(Command::Find);
    assert_eq!(window.looks_at(), None);
}

#[test]
fn two_photos_stand_side_by_side_and_the_arrows_go_from_one_to_the_other() {
    let mut window = Window::open(Start::Sample);
    let figures: Vec<_> =
        window.report().body.blocks().iter().filter(|block| block.photo().is_some()).take(2).cloned().collect();
    let [first, second] = [0, 1].map(|index| (figures[index].id, figures[index].photo().unwrap()));
    let place = window.report().body.place(first.0).unwrap() + 1;
    let select = |window: &mut Window<'_>, slot: Slot| {
        let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
        editor.select(Selection::caret(Pos::start(slot)));
        let ctx = window.harness.ctx.clone();
        window.app().text.focus_page(&ctx);
        window.steps();
    };
    let slot = |window: &Window<'_>| window.app().session.as_ref().unwrap().editor.selection().slot();
    // Alt and arrows bring it below the first one.
    select(&mut window, Slot::Block(second.0));
    while window.report().body.place(second.0) != Some(place) {
        window.key(Modifiers::ALT, Key::ArrowUp);
    }
    window.command(Command::PlaceBeside);
    assert_eq!(window.report().body.row(place), Some(place - 1..place + 1));
    let tops: Vec<f32> = [first.1, second.1]
        .into_iter()
        .map(|photo| {
            let caption = window.report().text(Slot::Caption(photo)).unwrap().as_str().to_owned();
            window.harness.get_by_role_and_label(Role::FigureCaption, &caption).rect().top()
        })
        .collect();
    assert!((tops[0] - tops[1]).abs() < 1.0, "{tops:?}");
    window.key(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(slot(&window), Slot::Caption(second.1), "down from a picture is its own caption");
    window.key(Modifiers::NONE, Key::Home);
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(slot(&window), Slot::Block(second.0));
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(slot(&window), Slot::Caption(first.1), "read one after the other");
    window.key(Modifiers::NONE, Key::ArrowUp);
    for _ in 0..4 {
        if slot(&window) == Slot::Caption(first.1) {
            window.key(Modifiers::NONE, Key::ArrowUp);
        }
    }
    assert_eq!(slot(&window), Slot::Block(first.0), "up from a caption is its own picture");
    window.command(Command::OwnLine);
    assert_eq!(window.report().body.row(place), Some(place..place + 1));
}

#[test]
fn a_command_that_ends_the_look_takes_the_keyboard_where_it_always_does() {
    let commands =
        [Command::Focus(Pane::Text), Command::Focus(Pane::People), Command::Length, Command::AddPerson, Command::Find];
    let mut window = Window::open(Start::Sample);
    let keyboard = |window: &mut Window<'_>, command: Command| {
        window.command(command);
        window.steps();
        let focused = window.harness.query_by(|node| node.is_focused());
        let focused = focused.map(|node| (node.accesskit_node().role(), node.accesskit_node().label()));
        window.key(Modifiers::NONE, Key::Escape);
        focused
    };
    for command in commands {
        window.command(Command::Focus(Pane::Photos));
        let usual = keyboard(&mut window, command);
        assert!(usual.is_some(), "{command:?}");
        window.looks_closer();
        assert_eq!(keyboard(&mut window, command), usual, "{command:?}");
        assert_eq!(window.looks_at(), None, "{command:?}");
    }
    window.looks_closer();
    window.command(Command::SortPhotos(Order::Taken));
    window.steps();
    window.key(Modifiers::NONE, Key::Space);
    assert!(window.looks_at().is_some(), "a command that takes it nowhere leaves it among the photos");
}

#[test]
fn a_click_on_what_stands_above_a_text_is_for_the_text() {
    let mut window = Window::open(Start::Sample);
    window.command(Command::Focus(Pane::Photos));
    let people = window.harness.get_by_role_and_label(Role::TextInput, "Add a person to photo 1").rect();
    window.clicks_at(people.left_top() + egui::vec2(10.0, -8.0));
    window.types("zzz");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Add a person to photo 1");
    assert_eq!(field.value().as_deref(), Some("zzz"));
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);
    window.looks_closer();
    let alt = window.harness.get_by_label("Alt text of photo 1").rect();
    window.clicks_at(alt.left_top() + egui::vec2(10.0, -10.0));
    window.types(" zzz");
    assert!(window.photo(0).alt.as_str().ends_with(" zzz"), "{}", window.photo(0).alt.as_str());
}
