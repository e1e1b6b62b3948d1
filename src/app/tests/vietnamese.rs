//! Vietnamese typed on any keyboard, wherever there is something to type in.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::Window;
use crate::app::{Command, Start};
use crate::language::vietnamese::{Method, Settings, ToneStyle};
use crate::report::Slot;

impl Window<'_> {
    /// Types letter by letter, all in one frame: what a slow frame gets at once.
    fn types_letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.steps();
    }

    fn writes_vietnamese(&self) -> Option<Method> {
        let Settings { on, method, .. } = self.app().prefs.vietnamese;
        on.then_some(method)
    }

    fn composes(&mut self, event: ImeEvent) {
        self.harness.event(Event::Ime(event));
        self.steps();
    }
}

fn preedit(text: &str) -> ImeEvent {
    ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }
}

#[test]
fn a_key_switches_it_on_and_off() {
    let mut window = Window::open(Start::New);
    assert_eq!(window.writes_vietnamese(), None);
    window.types_letters("vieetj ");
    window.key(Modifiers::ALT, Key::Z);
    assert_eq!(window.writes_vietnamese(), Some(Method::Telex));
    window.types_letters("vieetj nam");
    assert_eq!(window.report().headline.as_str(), "vieetj việt nam");
    window.command(Command::VietnameseMethod(Method::Vni));
    window.types_letters("  d9u7o7ng2 2026");
    assert_eq!(window.report().headline.as_str(), "vieetj việt nam  đường 2026");
    window.command(Command::VietnameseTones);
    window.types_letters(" hoa2");
    assert!(window.report().headline.as_str().ends_with(" hoà"));
    assert_eq!(window.app().prefs.vietnamese.style, ToneStyle::Modern);
    window.key(Modifiers::ALT, Key::Z);
    assert_eq!(window.writes_vietnamese(), None);
}

#[test]
fn a_word_that_is_no_vietnamese_ends_with_the_line() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::ALT, Key::Z);
    window.types_letters("data");
    assert_eq!(window.report().headline.as_str(), "dât");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.report().headline.as_str(), "data");
    window.types_letters("Tin");
    assert_eq!(window.report().standfirst.as_str(), "Tin");
    window.harness.get_by_role_and_label(Role::TextInput, "Quick add").focus();
    window.steps();
    window.types_letters("An Photo");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(&*window.report().participants[0].name, "An Photo");
}

#[test]
fn a_word_is_undone_with_its_typing() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::ALT, Key::Z);
    window.types_letters("Nguowif text ddoongf");
    assert_eq!(window.report().headline.as_str(), "Người text đồng");
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.report().headline.is_empty());
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.report().headline.as_str(), "Người text đồng");
}

#[test]
fn it_works_in_fields_that_are_no_texts_of_the_report() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::ALT, Key::Z);
    window.harness.get_by_role_and_label(Role::TextInput, "Quick add").focus();
    window.steps();
    window.types_letters("Nguyeenx Thij Hoaf, windows");
    window.key(Modifiers::NONE, Key::Backspace);
    window.types_letters(" Ddaf Nawngx");
    window.key(Modifiers::NONE, Key::Enter);
    let [person] = window.report().participants.as_slice() else { panic!("one participant") };
    assert_eq!(&*person.name, "Nguyễn Thị Hòa");
    assert!(person.title.contains("window Đà Nẵng") || person.organisation.contains("window Đà Nẵng"), "{person:?}");
}

#[test]
fn what_is_selected_in_a_field_goes() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::ALT, Key::Z);
    window.command(Command::Find);
    window.types_letters("vieetj");
    let field =
        |window: &Window<'_>| window.harness.get_by_role_and_label(Role::TextInput, "Find in the report").value();
    assert_eq!(field(&window).as_deref(), Some("việt"));
    window.key(Modifiers::SHIFT, Key::ArrowLeft);
    window.types_letters("j");
    assert_eq!(field(&window).as_deref(), Some("viêj"));
}

#[test]
fn a_dialog_has_it_too() {
    let mut window = Window::open(Start::New);
    window.command(Command::Details);
    window.key(Modifiers::ALT, Key::Z);
    assert_eq!(window.writes_vietnamese(), Some(Method::Telex));
    window.types_letters("Hooij nghij");
    let fields = window.harness.query_all_by_role(Role::TextInput);
    let written: Vec<_> = fields.filter_map(|field| field.value()).collect();
    assert!(written.iter().any(|value| value == "Hội nghị"), "{written:?}");
}

#[test]
fn a_participant_is_found_by_what_is_composed() {
    let mut window = Window::open(Start::New);
    window.writes_in("Quick add", "Nguyễn Văn An, chair");
    window.key(Modifiers::NONE, Key::Enter);
    window.command(Command::Focus(crate::app::Pane::Text));
    window.key(Modifiers::ALT, Key::Z);
    window.types_letters("x @nguyeenx");
    window.key(Modifiers::NONE, Key::Enter);
    let written: Vec<_> = [Slot::Kicker, Slot::Headline, Slot::Standfirst]
        .map(|slot| window.report().text(slot).map(|text| text.as_str().to_owned()))
        .into_iter()
        .flatten()
        .chain(window.report().body.blocks().iter().map(|block| block.text.as_str().to_owned()))
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(written, ["x Nguyễn Văn An"]);
}

#[test]
fn it_keeps_out_of_the_way_of_the_systems_input_method() {
    let mut window = Window::open(Start::New);
    window.key(Modifiers::ALT, Key::Z);
    window.composes(preedit("vie"));
    window.composes(preedit("việ"));
    window.composes(ImeEvent::Commit("viê".to_owned()));
    assert_eq!(window.report().headline.as_str(), "viê", "what is committed is meant so");
    window.composes(ImeEvent::Commit("s".to_owned()));
    assert_eq!(window.report().headline.as_str(), "viês");
}
