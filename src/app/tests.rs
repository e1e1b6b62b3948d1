//! The whole window through its accessibility tree: what a reporter sees, presses and types, and what becomes of the report.

mod articles;
mod documents;
mod exporting;
mod look_closer;
mod names;
mod pages;
mod photos_whole;
mod preview;
mod reach;
mod saving;
mod vietnamese;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::session::Home;
use crate::app::{App, Command, Pane, Start, UiLanguage};
use crate::document::Document;
use crate::report::{Report, Slot};

mod participants;
mod pasting;
mod photos;
mod strip;

/// The window with a folder of its own for drafts.
struct Window<'a> {
    harness: Harness<'a, App>,
    home: tempfile::TempDir,
}

impl Window<'_> {
    fn open(start: Start) -> Self {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().to_owned();
        let harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            .build_eframe(move |creation| App::for_tests(&creation.egui_ctx, start, UiLanguage::En, &path));
        let mut window = Self { harness, home };
        window.steps();
        window
    }

    fn steps(&mut self) {
        self.harness.run_steps(4);
    }

    /// Long enough for a save by itself; a step is a quarter of a second.
    fn waits(&mut self) {
        self.harness.run_steps(12);
    }

    fn app(&self) -> &App {
        self.harness.state()
    }

    fn report(&self) -> &Report {
        self.app().session.as_ref().expect("a report is open").editor.report()
    }

    fn presses(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.steps();
    }

    fn presses_role(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.steps();
    }

    fn types(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.steps();
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps();
    }

    fn writes_in(&mut self, field: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).focus();
        self.steps();
        self.types(text);
    }

    /// A click of the mouse, and not one of a screen reader.
    fn clicks_at(&mut self, at: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.steps();
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.steps();
    }

    fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    /// Does what a menu entry does.
    fn command(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().perform(&ctx, command);
        self.steps();
    }

    fn drafts(&self) -> Vec<PathBuf> {
        let folder = self.app().folders.as_ref().expect("a home").drafts();
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
    }
}

/// A file as the system drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|err| err.to_string())
    }
}

fn picture(folder: &Path, name: &str, grey: u8) -> PathBuf {
    let path = folder.join(name);
    image::RgbImage::from_pixel(30, 20, image::Rgb([grey; 3])).save(&path).unwrap();
    path
}

#[test]
fn the_sample_opens_with_its_three_panes() {
    let window = Window::open(Start::Sample);
    assert!(window.shows("Photos, 8") && window.shows("River newsrooms agree"));
    window.harness.get_by_role_and_label(Role::Heading, "Volga, 3");
    assert_eq!(window.report().delegations().len(), 3);
}

#[test]
fn the_language_of_the_interface_changes_while_it_runs() {
    let mut window = Window::open(Start::Sample);
    window.presses("View");
    window.presses("Language");
    window.presses("Русский");
    assert!(window.shows("Участники") && window.shows("Правка"));
    assert_eq!(&*window.report().language, "en", "the report keeps its own");
}

#[test]
fn a_line_of_quick_entry_becomes_a_participant() {
    let mut window = Window::open(Start::New);
    window.writes_in("Quick add", "Trịnh Văn An, chair, Bắc Ninh Press Association");
    window.key(Modifiers::NONE, Key::Enter);
    let [person] = window.report().participants.as_slice() else { panic!("one participant") };
    assert_eq!((&*person.name, &*person.organisation), ("Trịnh Văn An", "Bắc Ninh Press Association"));
    assert!(window.shows("Trịnh Văn An"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.report().participants.is_empty());
}

#[test]
fn a_name_that_is_corrected_in_the_list_changes_wherever_it_stands() {
    let mut window = Window::open(Start::Sample);
    let person = window.report().participants[0].id;
    let mentions = window.report().mentions(person);
    window.command(Command::Focus(Pane::People));
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.steps();
    window.key(Modifiers::COMMAND, Key::A);
    window.types("Phạm Thị Hà");
    let report = window.report();
    let written: Vec<&str> = report
        .all_slots()
        .into_iter()
        .filter_map(|slot| report.text(slot))
        .flat_map(|text| text.people().filter(|(_, id)| *id == person).map(|(range, _)| &text.as_str()[range]))
        .collect();
    assert_eq!(written.len(), mentions);
    assert!(written.contains(&"Phạm Thị Hà") && !written.contains(&"Phạm Thu Hà"), "{written:?}");
}

#[test]
fn dropped_pictures_become_photos_and_the_same_one_twice_is_one() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (picture(folder.path(), "1.png", 10), picture(folder.path(), "2.png", 20));
    let text = folder.path().join("notes.jpg");
    std::fs::write(&text, "no picture").unwrap();
    for path in [&one, &two, &one, &text] {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    window.steps();
    assert_eq!(window.report().photos.len(), 2);
    assert!(window.shows("Photo 2") && window.shows("No caption"));
    assert!(window.shows("“notes.jpg”: this is not a picture."));
}

#[test]
fn a_photo_is_put_into_the_text_captioned_and_taken_back() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let path = picture(folder.path(), "1.png", 10);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.steps();
    window.presses("Put into text");
    let photo = window.report().photos[0].id;
    assert!(window.report().body.figure_of(photo).is_some());
    window.writes_in("Caption of photo 1", "The hall before the session");
    assert_eq!(window.report().text(Slot::Caption(photo)).unwrap().as_str(), "The hall before the session");
    while window.report().body.figure_of(photo).is_some() {
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert!(window.report().photos[0].caption.is_empty(), "the caption was taken back first");
}

#[test]
fn what_is_typed_before_a_caption_has_the_keyboard_is_not_lost() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let path = picture(folder.path(), "1.png", 10);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.steps();
    window.command(Command::Focus(Pane::Photos));
    let enter = egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let letter = |letter: &str| egui::Event::Text(letter.to_owned());
    for events in [vec![enter, letter("H")], vec![letter("a"), letter("l")], vec![letter("l")]] {
        window.harness.input_mut().events.extend(events);
        window.harness.step();
    }
    window.steps();
    assert_eq!(window.report().photos[0].caption.as_str(), "Hall");
}

#[test]
fn a_menu_that_is_closed_gives_the_keyboard_back_to_the_page() {
    let mut window = Window::open(Start::New);
    window.types("One");
    window.presses_role(Role::ComboBox, "Paragraph style: No style");
    window.key(Modifiers::NONE, Key::Escape);
    window.types(" two");
    assert_eq!(window.report().headline.as_str(), "One two");
}

#[test]
fn the_details_are_written_in_their_dialog() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::NONE, Key::F4);
    window.writes_in("Name of the conference", "Two Rivers");
    window.presses_role(Role::Button, "Done");
    assert_eq!(&*window.report().details.event.name, "Two Rivers");
    assert!(!window.shows("Report details"));
    window.types("Head");
    assert_eq!(window.report().headline.as_str(), "Head", "writing goes on where it was");
}

#[test]
fn a_file_is_replaced_only_after_a_question() {
    let mut window = Window::open(Start::New);
    window.types("Mine");
    let path = window.home.path().join("taken.rapport");
    std::fs::write(&path, "somebody's").unwrap();
    window.harness.state_mut().save_as(&path, false);
    window.waits();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "somebody's");
    window.presses_role(Role::Button, "Replace");
    window.waits();
    assert_eq!(Document::look(&path).unwrap().report.headline.as_str(), "Mine");
}

#[test]
fn a_photo_that_was_removed_comes_back_after_the_report_got_a_name() {
    let mut window = Window::open(Start::New);
    let folder = tempfile::tempdir().unwrap();
    let path = picture(folder.path(), "1.png", 10);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.waits();
    window.command(Command::RemovePhoto);
    assert!(window.report().photos.is_empty());
    let named = window.home.path().join("named.rapport");
    window.harness.state_mut().save_as(&named, true);
    window.waits();
    window.key(Modifiers::COMMAND, Key::Z);
    let photo = window.report().photos[0].clone();
    let document = window.app().session.as_ref().unwrap().document.as_ref().unwrap();
    assert!(document.has_original(&photo), "its picture is in the new file");
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.command(Command::CloseReport);
    window.waits();
    assert!(Document::look(&named).is_ok_and(|opened| !opened.document.has_original(&photo)), "closed, it is gone");
}

#[test]
fn the_caret_is_found_again_without_a_change_of_the_text() {
    let mut window = Window::open(Start::New);
    let path = window.home.path().join("a.rapport");
    window.types("Headline");
    window.harness.state_mut().save_as(&path, true);
    window.waits();
    window.key(Modifiers::NONE, Key::ArrowLeft);
    window.command(Command::CloseReport);
    window.waits();
    window.harness.state_mut().open_file(&path);
    window.steps();
    assert_eq!(window.app().session.as_ref().unwrap().editor.selection().head.byte, "Headlin".len());
}

#[test]
fn an_untitled_report_is_a_draft_that_the_welcome_page_finds_again() {
    let mut window = Window::open(Start::New);
    assert!(window.drafts().is_empty());
    window.types("Flood photographs");
    window.waits();
    let [draft] = window.drafts().try_into().expect("one draft");
    assert_eq!(Document::look(&draft).unwrap().report.headline.as_str(), "Flood photographs");
    window.command(Command::CloseReport);
    window.waits();
    assert!(window.app().session.is_none() && window.shows("Look at a sample"));
    window.presses("Flood photographs");
    assert_eq!(window.report().headline.as_str(), "Flood photographs");
}

#[test]
fn a_draft_is_deleted_only_after_a_question() {
    let mut window = Window::open(Start::New);
    window.types("Flood photographs");
    window.waits();
    window.command(Command::CloseReport);
    window.waits();
    let card = window.harness.get_by_label("Flood photographs").rect().center();
    window.harness.hover_at(card);
    window.steps();
    window.presses("Delete the draft “Flood photographs”");
    assert_eq!(window.drafts().len(), 1);
    window.presses_role(Role::Button, "Delete");
    assert!(window.drafts().is_empty() && !window.shows("Flood photographs"));
}

#[test]
fn an_empty_draft_is_not_kept() {
    let mut window = Window::open(Start::New);
    window.types("x");
    window.waits();
    window.key(Modifiers::COMMAND, Key::Z);
    window.waits();
    assert_eq!(window.drafts().len(), 1);
    window.command(Command::CloseReport);
    window.waits();
    assert!(window.drafts().is_empty());
}

#[test]
fn what_cannot_be_saved_is_told_kept_and_not_closed_over() {
    let mut window = Window::open(Start::New);
    let path = window.home.path().join("desk/story.rapport");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    window.types("Saved");
    window.harness.state_mut().save_as(&path, true);
    window.waits();
    assert_eq!(window.app().session.as_ref().unwrap().home, Home::File(path.clone()));
    std::fs::remove_file(&path).unwrap();
    window.types(" and not saved");
    window.waits();
    assert!(window.shows("“story.rapport”: the file was moved, deleted or replaced."));
    let rescued = window.app().session.as_ref().unwrap().rescue.as_ref().unwrap().path().to_owned();
    assert_eq!(Document::look(&rescued).unwrap().report.headline.as_str(), "Saved and not saved");
    window.command(Command::CloseReport);
    window.waits();
    assert!(window.shows("The last changes are not saved") && window.app().session.is_some());
    window.presses_role(Role::Button, "Close anyway");
    assert!(window.app().session.is_none());
    window.waits();
    assert!(window.shows("Saved and not saved"), "the copy is among the drafts");
}

#[test]
fn words_are_found_from_the_caret_on_and_the_caret_stays_there() {
    let mut window = Window::open(Start::Sample);
    window.key(Modifiers::COMMAND, Key::F);
    window.types("flood");
    assert!(window.shows("2 of "), "the headline is behind the caret: the next place is selected while one types");
    let first = window.app().session.as_ref().unwrap().editor.selection();
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.shows("3 of "));
    window.key(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.app().session.as_ref().unwrap().editor.selection(), first);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Find in the report"));
    window.types("X");
    let text = window.report().text(first.slot()).unwrap().as_str();
    assert_eq!(&text[first.ordered(window.report()).0.byte..][..1], "X", "writing goes on at the place that was found");
}

#[test]
fn words_are_replaced_one_by_one_or_all_at_once_and_undo_takes_each_back() {
    let mut window = Window::open(Start::New);
    window.command(Command::Focus(Pane::Text));
    window.types("cat, cat, Cat and cats");
    let slot = window.app().session.as_ref().unwrap().editor.selection().slot();
    let text = |window: &Window<'_>| window.report().text(slot).unwrap().as_str().to_owned();
    window.key(Modifiers::COMMAND, Key::H);
    window.types("cat");
    window.presses("Whole words");
    assert!(window.shows("3 found") || window.shows(" of 3"));
    window.writes_in("Replace with", "cat fish");
    window.presses("Replace");
    window.presses("Replace");
    assert_eq!(text(&window), "cat fish, cat fish, Cat and cats", "it goes on behind the new words");
    window.command(Command::Undo);
    window.command(Command::Undo);
    window.presses("Replace all");
    assert_eq!(text(&window), "cat fish, cat fish, cat fish and cats");
    assert!(window.shows("Replaced in 3 places"));
    window.command(Command::Undo);
    assert_eq!(text(&window), "cat, cat, Cat and cats");
}

/// The words that are marked in a text as it is drawn.
fn marked(window: &Window<'_>, slot: Slot) -> Vec<String> {
    let text = window.report().text(slot).unwrap();
    let caret = window.app().session.as_ref().unwrap().editor.selection().head;
    let marks = window.app().text.spelling.marks(slot, text, Some(caret));
    marks.into_iter().map(|range| text.as_str()[range].to_owned()).collect()
}

#[test]
fn a_misspelled_word_is_marked_corrected_by_the_keyboard_and_undone() {
    let mut window = Window::open(Start::New);
    window.types("They recieve");
    window.waits();
    assert!(marked(&window, Slot::Headline).is_empty(), "the word is not finished");
    window.types(" photos");
    window.waits();
    assert_eq!(marked(&window, Slot::Headline), ["recieve"]);
    let heard =
        window.harness.get_by_role_and_label(Role::Heading, "They recieve photos").accesskit_node().description();
    assert_eq!(heard.as_deref(), Some("Headline. Misspelled: recieve"));
    window.key(Modifiers::SHIFT, Key::F7);
    window.key(Modifiers::SHIFT, Key::F10);
    assert!(window.shows("Add to my dictionary"));
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.report().headline.as_str(), "They receive photos");
    window.types("d");
    assert_eq!(window.report().headline.as_str(), "They received photos", "writing goes on at the word");
    window.command(Command::Undo);
    window.command(Command::Undo);
    assert_eq!(window.report().headline.as_str(), "They recieve photos");
    window.waits();
    assert_eq!(marked(&window, Slot::Headline), ["recieve"]);
}

#[test]
fn a_word_is_ignored_in_the_report_or_known_for_ever() {
    let mut window = Window::open(Start::New);
    window.types("Zzyzx qwrt ");
    window.waits();
    assert_eq!(marked(&window, Slot::Headline), ["Zzyzx", "qwrt"]);
    window.key(Modifiers::NONE, Key::F7);
    window.key(Modifiers::SHIFT, Key::F10);
    window.presses("Ignore in this report");
    assert_eq!(marked(&window, Slot::Headline), ["qwrt"]);
    assert_eq!(&*window.report().details.ignored_words[0], "Zzyzx");
    window.command(Command::Undo);
    assert_eq!(marked(&window, Slot::Headline), ["Zzyzx", "qwrt"]);
    window.key(Modifiers::NONE, Key::F7);
    window.key(Modifiers::SHIFT, Key::F10);
    window.presses("Add to my dictionary");
    let file = window.app().folders.as_ref().unwrap().own_words();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "qwrt\n");
    assert_eq!(marked(&window, Slot::Headline), ["Zzyzx"]);
    window.key(Modifiers::SHIFT, Key::F10);
    window.presses("Remove from my dictionary");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "");
    assert_eq!(marked(&window, Slot::Headline), ["Zzyzx", "qwrt"]);
}

#[test]
fn a_word_that_was_ignored_is_checked_again() {
    let mut window = Window::open(Start::New);
    window.types("Zzyzx at all");
    window.waits();
    window.key(Modifiers::NONE, Key::F7);
    window.key(Modifiers::SHIFT, Key::F10);
    window.presses("Ignore in this report");
    assert!(marked(&window, Slot::Headline).is_empty());
    window.presses("Edit");
    window.presses("Spelling and names");
    window.presses("Suggestions for the word");
    window.presses("Check again in this report");
    assert_eq!(marked(&window, Slot::Headline), ["Zzyzx"]);
    assert!(window.report().details.ignored_words.is_empty());
}

#[test]
fn the_menu_opens_at_the_pointer_over_a_marked_word() {
    let mut window = Window::open(Start::New);
    window.types("recieve it ");
    window.waits();
    let page = window.harness.get_by_role_and_label(Role::Heading, "recieve it ").rect();
    window.harness.hover_at(page.left_top() + vec2(20.0, 20.0));
    window.steps();
    window.harness.get_by_role_and_label(Role::Heading, "recieve it ").click_secondary();
    window.steps();
    assert!(window.shows("Paste"));
    window.presses("receive");
    assert_eq!(window.report().headline.as_str(), "receive it ");
}

#[test]
fn all_misspelled_words_are_walked_round_and_names_are_none() {
    let mut window = Window::open(Start::Sample);
    let report = window.report();
    let last = Slot::Alt(report.photos.last().unwrap().id);
    let end = report.end_of(last);
    let typed = crate::edit::ops::text::replace(report, last, end.byte..end.byte, &" teh".into());
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().edit(&ctx, typed);
    window.command(Command::NextMisspelling);
    window.waits();
    let selection = window.app().session.as_ref().unwrap().editor.selection();
    let words = |window: &Window<'_>, selection: crate::edit::Selection| {
        let range = selection.range_in(window.report(), selection.slot()).unwrap();
        window.report().text(selection.slot()).unwrap().as_str()[range].to_owned()
    };
    assert_eq!(words(&window, selection), "teh", "the story itself has none");
    window.command(Command::Undo);
    window.command(Command::NextMisspelling);
    window.waits();
    assert!(window.shows("No misspelled words"));
    window.command(Command::CheckSpelling);
    window.command(Command::WatchNames);
    assert!(!window.app().command_env(None).is_enabled(Command::NextMisspelling));
}

#[test]
fn places_are_listed_before_they_are_replaced_and_some_can_be_left() {
    let mut window = Window::open(Start::New);
    window.command(Command::Focus(Pane::Text));
    window.types("Lan met us.");
    window.key(Modifiers::NONE, Key::Enter);
    window.types("Lan left.");
    let words = |window: &Window<'_>| {
        let report = window.report();
        format!("{} {}", report.headline.as_str(), report.standfirst.as_str())
    };
    window.writes_in("Quick add", "Lan, editor");
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::COMMAND, Key::H);
    window.types("lan");
    window.presses("List all places");
    window.presses("Replace in: Lan met us.");
    window.writes_in("Replace with", "Mai");
    window.presses("Replace 2");
    assert_eq!(words(&window), "Lan met us. Mai left.");
    assert_eq!(window.report().participants[0].name.as_ref(), "Mai", "the list of participants is a place too");
    window.command(Command::Undo);
    assert_eq!(words(&window), "Lan met us. Lan left.");
    assert_eq!(window.report().participants[0].name.as_ref(), "Lan");
}

#[test]
fn escape_empties_a_search_and_stays_in_it() {
    let mut window = Window::open(Start::Sample);
    window.writes_in("Find a name, title or organisation", "zzz");
    window.key(Modifiers::NONE, Key::Escape);
    window.types("kolt");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Find a name, title or organisation");
    assert_eq!(field.value().as_deref(), Some("kolt"));
}

#[test]
fn a_button_of_a_dialog_is_from_the_start_where_it_stays() {
    let mut window = Window::open(Start::New);
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().perform(&ctx, Command::Details);
    window.harness.step();
    let done = |window: &Window<'_>| window.harness.get_by_role_and_label(Role::Button, "Done").rect();
    let first = done(&window);
    window.steps();
    assert!(done(&window).contains(first.center()), "{first:?}, {:?}", done(&window));
}

#[test]
fn a_file_that_is_no_report_is_refused_beside_the_one_that_is_open() {
    let mut window = Window::open(Start::New);
    window.types("Mine");
    let other = window.home.path().join("story.rapport");
    std::fs::write(&other, "no report").unwrap();
    window.harness.state_mut().open_file(&other);
    window.waits();
    assert!(window.shows("story.rapport"));
    assert_eq!(window.report().headline.as_str(), "Mine");
}
