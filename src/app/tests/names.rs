//! Name watch in the window: marks, mending by key and by menu, letting pass.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::Window;
use crate::app::{Command, Start};
use crate::edit::ops::people;
use crate::report::{Participant, ParticipantId, Slot};

/// A new report with Jane Smith, chair, on its list and these words as its story.
fn story(words: &str) -> (Window<'static>, ParticipantId) {
    let mut window = Window::open(Start::New);
    let id = ParticipantId::from_number(7);
    let jane = Participant { title: "chair".into(), ..Participant::named(id, "Jane Smith") };
    let ctx = window.harness.ctx.clone();
    let added = people::add(window.report(), vec![jane], None);
    window.harness.state_mut().edit(&ctx, added);
    window.key(Modifiers::COMMAND, Key::End);
    window.types(words);
    window.waits();
    (window, id)
}

fn first_slot(window: &Window<'_>) -> Slot {
    Slot::Block(window.report().body.blocks()[0].id)
}

fn text(window: &Window<'_>) -> String {
    window.report().body.blocks()[0].text.as_str().to_owned()
}

/// The names that are marked in the story.
fn marked(window: &Window<'_>) -> Vec<String> {
    let report = window.report();
    let slot = first_slot(window);
    let text = report.text(slot).unwrap();
    let marks = window.app().text.names.marks(report, slot, text, None);
    marks.into_iter().map(|range| text.as_str()[range].to_owned()).collect()
}

#[test]
fn a_name_that_is_nearly_right_is_marked_and_one_key_mends_it() {
    let (mut window, id) = story("So Jane Smiht said. ");
    assert_eq!(marked(&window), ["Jane Smiht"]);
    let spelling =
        window.app().text.spelling.wrong(first_slot(&window), window.report().text(first_slot(&window)).unwrap());
    assert_eq!(spelling.map(|words| words.len()), Some(1), "spelling has it too, and yet it is one mark:");
    let text_of_story = window.report().text(first_slot(&window)).unwrap();
    let both = window.app().text.marked(window.report(), first_slot(&window), text_of_story);
    assert_eq!(both.map(|marks| marks.len()), Some(1));
    window.command(Command::NextMisspelling);
    window.waits();
    window.key(Modifiers::NONE, Key::F8);
    assert_eq!(text(&window), "So Jane Smith said. ");
    let people: Vec<_> = window.report().body.blocks()[0].text.people().collect();
    assert_eq!(people, [(3..13, id)]);
    window.command(Command::Undo);
    assert_eq!(text(&window), "So Jane Smiht said. ");
}

#[test]
fn it_is_mended_everywhere_in_one_step_from_the_menu() {
    let (mut window, _) = story("Jane Smiht and Jane Smiht. ");
    window.command(Command::NextMisspelling);
    window.waits();
    window.command(Command::Suggestions);
    window.steps();
    window.presses("Everywhere: Jane Smith");
    assert_eq!(text(&window), "Jane Smith and Jane Smith. ");
    assert!(window.shows("Changed in 2 places"));
    window.command(Command::Undo);
    assert_eq!(text(&window), "Jane Smiht and Jane Smiht. ");
    window.waits();
    window.command(Command::NextMisspelling);
    window.waits();
    window.key(Modifiers::SHIFT, Key::F8);
    assert_eq!(text(&window), "Jane Smith and Jane Smith. ");
}

#[test]
fn a_name_is_let_pass_here_in_the_report_and_always_and_looked_at_again() {
    let (mut window, _) = story("Jane Smyth. ");
    for label in ["Leave it here", "Leave it in this report", "Always leave it"] {
        assert_eq!(marked(&window), ["Jane Smyth"], "{label}");
        window.command(Command::NextMisspelling);
        window.waits();
        window.command(Command::Suggestions);
        window.steps();
        window.presses(label);
        window.waits();
        assert!(marked(&window).is_empty(), "{label}");
        window.harness.get_by_role_and_label(Role::Paragraph, "Jane Smyth. ").click_secondary();
        window.steps();
        window.presses("Mark this name again");
        window.waits();
    }
    assert_eq!(marked(&window), ["Jane Smyth"]);
    window.command(Command::WatchNames);
    window.waits();
    assert!(marked(&window).is_empty());
}

#[test]
fn the_marks_follow_the_list() {
    let (mut window, id) = story("Jane Smyth. ");
    assert_eq!(marked(&window), ["Jane Smyth"]);
    let smyth = Participant::named(id, "Jane Smyth");
    let ctx = window.harness.ctx.clone();
    let renamed = people::update(window.report(), smyth);
    window.harness.state_mut().edit(&ctx, renamed);
    window.waits();
    assert!(marked(&window).is_empty());
    assert_eq!(
        window.report().participants,
        [Arc::new(Participant { title: "".into(), ..Participant::named(id, "Jane Smyth") })]
    );
}

#[test]
fn the_wrong_office_is_mended_as_plain_words() {
    let (mut window, _) = story("Deputy chair Jane Smith spoke. ");
    assert_eq!(marked(&window), ["Deputy chair"]);
    window.command(Command::NextMisspelling);
    window.waits();
    window.key(Modifiers::NONE, Key::F8);
    assert_eq!(text(&window), "Chair Jane Smith spoke. ");
    assert_eq!(window.report().body.blocks()[0].text.people().count(), 0);
}

#[test]
fn the_first_mention_introduces_and_later_ones_are_short_and_the_way_can_be_chosen() {
    let (mut window, id) = story("");
    window.types("@");
    window.types("jan");
    assert!(window.shows("Jane Smith, chair"));
    window.key(Modifiers::NONE, Key::Enter);
    window.types(", met @");
    window.types("chair");
    window.key(Modifiers::NONE, Key::Enter);
    window.types(" and @");
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::Enter);
    window.types(".");
    assert_eq!(text(&window), "Jane Smith, chair, met Jane Smith and Jane Smith, chair.");
    let people: Vec<_> = window.report().body.blocks()[0].text.people().collect();
    assert_eq!(people, [(0..10, id), (23..33, id), (38..48, id)]);
}

/// Opens the side with what the checks have found.
fn opens_checks(window: &mut Window<'_>) {
    window.command(Command::Checks);
    window.waits();
    window.waits();
}

#[test]
fn the_checks_tell_of_names_and_mend_them() {
    let (mut window, id) = story("Jane Smiht met Jane Smiht and Jane Smyth. ");
    opens_checks(&mut window);
    assert!(window.shows("Jane Smiht → Jane Smith: Jane Smiht met"));
    window.harness.get_all_by_role_and_label(Role::Button, "Write Jane Smith").next().unwrap().click();
    window.steps();
    assert_eq!(text(&window), "Jane Smith met Jane Smiht and Jane Smyth. ");
    window.command(Command::Undo);
    window.waits();
    window.harness.get_all_by_role_and_label(Role::Button, "Everywhere: Jane Smith").next().unwrap().click();
    window.steps();
    assert_eq!(text(&window), "Jane Smith met Jane Smith and Jane Smyth. ");
    assert!(window.shows("Changed in 2 places"));
    window.waits();
    window.presses_role(Role::Button, "More about Jane Smyth");
    window.presses("Leave it in this report");
    window.waits();
    assert!(marked(&window).is_empty() && !window.shows("Jane Smyth →"));
    assert_eq!(window.report().body.blocks()[0].text.people().map(|(_, person)| person).collect::<Vec<_>>(), [id, id]);
}

#[test]
fn who_is_named_and_not_on_the_list_is_put_on_it_and_linked() {
    let (mut window, _) = story("Mr Hugh Farrow met Jane Smith. Mr Hugh Farrow left. ");
    opens_checks(&mut window);
    assert!(window.shows("Hugh Farrow is not on the list of participants: Mr Hugh"));
    window.presses_role(Role::Button, "Add Hugh Farrow to participants");
    let names = |window: &Window<'_>| -> Vec<String> {
        window.report().participants.iter().map(|person| person.name.to_string()).collect()
    };
    assert_eq!(names(&window), ["Jane Smith", "Hugh Farrow"]);
    assert_eq!(window.report().body.blocks()[0].text.people().count(), 2);
    window.command(Command::Undo);
    assert_eq!((names(&window).len(), window.report().body.blocks()[0].text.people().count()), (1, 0), "one step");
    window.waits();
    window.presses_role(Role::Button, "More about Hugh Farrow");
    window.presses("Add and fill in the entry");
    assert_eq!(names(&window).len(), 2);
    assert!(window.shows("Organisation"), "the entry is open");
    window.command(Command::Undo);
    opens_checks(&mut window);
    window.presses_role(Role::Button, "More about Hugh Farrow");
    window.presses("Always leave it");
    window.waits();
    assert!(!window.shows("Hugh Farrow is not on the list"));
}

#[test]
fn names_typed_by_hand_are_linked_to_the_list_at_once() {
    let (mut window, id) = story("Jane Smith met Anna, and Jane Smith left. ");
    opens_checks(&mut window);
    assert!(window.shows("2 names do not follow the list: Jane Smith"));
    assert!(!window.shows("On the list, but not in the report"), "she is named, if by hand");
    window.presses_role(Role::Button, "Link names to the list");
    window.waits();
    let people = |window: &Window<'_>| window.report().body.blocks()[0].text.people().collect::<Vec<_>>();
    assert_eq!(people(&window), [(0..10, id), (25..35, id)]);
    assert!(window.shows("2 names follow the list now"));
    window.command(Command::LinkNames);
    window.waits();
    assert!(window.shows("All names of participants follow the list already"));
    window.command(Command::Undo);
    assert_eq!(people(&window), [], "one step");
}

#[test]
fn what_is_out_of_sight_is_looked_through_too() {
    let (mut window, _) = story("Mr Hugh Farrow came first. ");
    for _ in 0..60 {
        window.key(Modifiers::NONE, Key::Enter);
    }
    window.types("Then Jane Smiht spoke. ");
    window.key(Modifiers::COMMAND, Key::Home);
    opens_checks(&mut window);
    assert!(window.shows("Jane Smiht → Jane Smith") && window.shows("Hugh Farrow is not on the list"));
}

#[test]
fn the_sample_story_has_no_name_to_look_at() {
    for language in ["en", "ru", "vi"] {
        let report = crate::sample::sample(language, &mut crate::report::IdSource::from_seed(1)).report;
        assert_eq!(crate::names::findings(&report, &[]), [], "{language}");
        let watch = crate::names::Watch::of(&report.participants);
        let slots = report.all_slots().into_iter().filter(|slot| crate::names::is_watched(*slot));
        let seen: Vec<_> = slots.filter_map(|slot| Some((slot, watch.look_at(slot, report.text(slot)?)))).collect();
        assert_eq!(crate::check::names::with_names(&report, Vec::new(), &seen, |_, _| false), [], "{language}");
    }
}

#[test]
fn where_several_may_be_meant_the_key_asks_who() {
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        let (mut window, _) = story("");
        let ctx = window.harness.ctx.clone();
        let two = [(8, "Nguyễn Văn Hùng"), (9, "Nguyễn Văn Hưng")];
        let two = two.map(|(number, name)| Participant::named(ParticipantId::from_number(number), name));
        let added = people::add(window.report(), two.to_vec(), None);
        window.harness.state_mut().edit(&ctx, added);
        window.types("So Nguyễn Van Hung. ");
        window.waits();
        window.command(Command::NextMisspelling);
        window.waits();
        window.key(modifiers, Key::F8);
        window.steps();
        assert_eq!(text(&window), "So Nguyễn Van Hung. ");
        window.presses("Nguyễn Văn Hưng");
        assert_eq!(text(&window), "So Nguyễn Văn Hưng. ");
    }
}
