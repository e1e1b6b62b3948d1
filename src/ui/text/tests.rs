//! Writing as a reporter does it: keys, input methods and the mouse, seen through the accessibility tree and the report.

mod access;
mod table;

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Locale, UiLanguage};
use crate::edit::notation::{print, state};
use crate::edit::{Editor, Selection};
use crate::report::{IdSource, Pos, Slot};
use crate::ui::pictures::Pictures;
use crate::ui::text::{FieldLook, TextState, handle_input, page_ui, slot_field_ui};
use crate::ui::theme::{self, Tokens};
use crate::ui::view::{Chosen, Request, Requests, View};

/// The text pane with a report, and the app's part played as shortly as can be.
struct Bench {
    editor: Editor,
    locale: Locale,
    pictures: Pictures,
    text: TextState,
    requests: Requests,
    caption_field: Option<Slot>,
}

impl Bench {
    fn frame(&mut self, ui: &mut egui::Ui) {
        let Self { editor, locale, pictures, text, requests, caption_field } = self;
        let view_of = |editor: &Editor, look: &mut dyn FnMut(&View<'_>)| {
            look(&View {
                editor,
                locale,
                tokens: &Tokens::LIGHT,
                pictures,
                text,
                chosen: Chosen::default(),
                read_only: false,
                requests,
            });
        };
        let ctx = ui.ctx().clone();
        handle_input(&ctx, text, editor, false, &view_of);
        view_of(editor, &mut |view| {
            if let Some(slot) = *caption_field {
                let look = FieldLook {
                    placeholder: "nothing".to_owned(),
                    label: "Caption field".to_owned(),
                    size: 13.0,
                    muted: false,
                    rows: 0,
                    framed: true,
                    keeps_tab: false,
                    takes_focus: false,
                };
                slot_field_ui(ui, view, slot, &look);
            }
            page_ui(ui, view);
        });
        for request in requests.take() {
            match request {
                Request::Select(selection, _) => {
                    editor.select(selection);
                    text.caret_moved(&ctx);
                }
                Request::Edit(transaction) => {
                    let _ = editor.apply(Some(transaction), 0);
                }
                _ => {}
            }
        }
    }
}

struct Typist<'a> {
    harness: Harness<'a, Rc<RefCell<Bench>>>,
}

impl Typist<'_> {
    fn new(source: &str) -> Self {
        let (report, selection) = state(source);
        let mut editor = Editor::new(report, IdSource::from_seed(3));
        editor.select(selection);
        let bench = Bench {
            editor,
            locale: Locale::new(UiLanguage::En),
            pictures: Pictures::default(),
            text: TextState::default(),
            requests: Requests::default(),
            caption_field: None,
        };
        let harness = Harness::builder()
            .with_size(vec2(900.0, 700.0))
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, bench: &mut Rc<RefCell<Bench>>| bench.borrow_mut().frame(ui),
                Rc::new(RefCell::new(bench)),
            );
        let mut typist = Self { harness };
        let ctx = typist.harness.ctx.clone();
        typist.harness.state().borrow().text.focus_page(&ctx);
        typist.steps();
        typist
    }

    fn steps(&mut self) {
        self.harness.run_steps(3);
    }

    fn keys(&mut self, modifiers: Modifiers, keys: &[Key]) -> &mut Self {
        for key in keys {
            self.harness.key_press_modifiers(modifiers, *key);
            self.steps();
        }
        self
    }

    fn key(&mut self, key: Key) -> &mut Self {
        self.keys(Modifiers::NONE, &[key])
    }

    fn types(&mut self, text: &str) -> &mut Self {
        self.event(Event::Text(text.to_owned()))
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.steps();
        self
    }

    fn composes(&mut self, text: &str) -> &mut Self {
        self.event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }))
    }

    fn mouse(&mut self, at: Pos2, pressed: bool) -> &mut Self {
        self.harness.event(Event::PointerMoved(at));
        self.steps();
        let modifiers = Modifiers::NONE;
        self.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers })
    }

    fn moves_mouse(&mut self, at: Pos2) -> &mut Self {
        self.event(Event::PointerMoved(at))
    }

    /// Where a text with these words is on the screen.
    fn rect_of(&self, words: &str) -> Rect {
        self.harness
            .get_by(|node| {
                node.role() == egui::accesskit::Role::TextRun && node.value().is_some_and(|value| value.contains(words))
            })
            .rect()
    }

    fn printed(&self) -> String {
        let bench = self.harness.state().borrow();
        print(bench.editor.report(), bench.editor.selection())
    }

    #[track_caller]
    fn shows(&mut self, expected: &str) -> &mut Self {
        let (report, selection) = state(expected);
        assert_eq!(self.printed(), print(&report, selection));
        self
    }
}

#[test]
fn a_story_is_typed_and_taken_back() {
    let mut typist = Typist::new("p |");
    typist.types("В").types("ьетнам").key(Key::Enter).types("Việt Nam");
    typist.shows("p Вьетнам\np Việt Nam|");
    let undone = {
        let mut bench = typist.harness.state().borrow_mut();
        while bench.editor.undo() == crate::edit::Applied::Changed {}
        print(bench.editor.report(), bench.editor.selection())
    };
    assert_eq!(undone, "p |");
}

#[test]
fn help_while_typing_is_taken_back_alone() {
    let mut typist = Typist::new("p |");
    typist.harness.state().borrow().text.use_aids(true);
    typist.types("-").types(" ").shows("- |");
    let undo = |typist: &Typist<'_>| typist.harness.state().borrow_mut().editor.undo();
    assert_eq!(undo(&typist), crate::edit::Applied::Changed);
    typist.shows("p - |");
    typist.types("\"").types("y").types("e").types("s").types("\"").shows("p - “yes”|");
    assert_eq!(undo(&typist), crate::edit::Applied::Changed);
    typist.shows("p - “yes\"|");
}

#[test]
fn a_number_keeps_its_unit_beside_it_and_one_undo_takes_that_back() {
    let mut typist = Typist::new("p |");
    typist.harness.state().borrow().text.use_aids(true);
    for key in ["w", "e", " ", "5", " ", "k", "m", "."] {
        typist.types(key);
    }
    typist.shows("p we 5\u{a0}km.|");
    assert_eq!(typist.harness.state().borrow_mut().editor.undo(), crate::edit::Applied::Changed);
    typist.shows("p we 5 km.|");
    typist.types(" ").types("x").shows("p we 5 km. x|");
}

#[test]
fn letters_of_one_frame_arrive_in_order() {
    let mut typist = Typist::new("p |");
    for letter in ["a", "b", "c"] {
        typist.harness.event(Event::Text(letter.to_owned()));
    }
    typist.steps();
    typist.shows("p abc|");
}

#[test]
fn composed_words_are_drawn_but_only_the_commit_is_in_the_report() {
    let mut typist = Typist::new("p in |");
    typist.composes("vie").composes("việ").shows("p in |");
    assert!(typist.harness.state().borrow().text.is_composing());
    typist.event(Event::Ime(ImeEvent::Commit("việt".to_owned()))).shows("p in việt|");
    assert!(!typist.harness.state().borrow().text.is_composing());
}

#[test]
fn empty_compositions_leave_a_selection_alone() {
    let mut typist = Typist::new("p a <word> b");
    typist.composes("").event(Event::Ime(ImeEvent::Commit(String::new()))).shows("p a <word> b");
}

#[test]
fn an_input_method_can_take_back_what_it_wrote() {
    let mut typist = Typist::new("p xin chao|");
    typist.event(Event::Ime(ImeEvent::DeleteSurrounding { before_chars: 2, after_chars: 0 }));
    typist.event(Event::Ime(ImeEvent::Commit("ào".to_owned()))).shows("p xin chào|");
}

#[test]
fn up_and_down_keep_the_column_past_a_short_line() {
    let mut typist = Typist::new("p the first line\np ab\np the third line|");
    typist.key(Key::ArrowUp).shows("p the first line\np ab|\np the third line");
    typist.key(Key::ArrowUp).shows("p the first line|\np ab\np the third line");
}

#[test]
fn down_goes_through_a_figure_and_its_caption() {
    let mut typist = Typist::new("p on|e\nfig 1 caption\np two");
    typist.key(Key::ArrowDown).shows("p one\nfig 1 |# caption\np two");
    typist.key(Key::ArrowDown).shows("p one\nfig 1 cap|tion\np two");
}

#[test]
fn backspace_after_a_figure_selects_it_and_the_next_one_deletes_it() {
    let mut typist = Typist::new("p one\nfig 1 cap\np |two");
    typist.key(Key::Backspace).shows("p one\nfig 1 |# cap\np two");
    typist.key(Key::Backspace).shows("p one\np |two");
}

#[test]
fn shift_and_arrows_select_over_blocks() {
    let mut typist = Typist::new("p one\np t|wo");
    typist.keys(Modifiers::SHIFT, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]).shows("p on<e\np t>wo");
}

#[test]
fn control_with_arrows_goes_by_words() {
    let mut typist = Typist::new("p Việt Nam| muôn");
    typist.keys(Modifiers::COMMAND, &[Key::ArrowLeft]).shows("p Việt |Nam muôn");
    typist.keys(Modifiers::COMMAND, &[Key::Backspace]).shows("p |Nam muôn");
}

#[test]
fn the_mouse_selects_from_one_paragraph_into_another() {
    let mut typist = Typist::new("p one one one\np two two two|");
    let (first, last) = (typist.rect_of("one one one"), typist.rect_of("two two two"));
    typist.mouse(first.left_center() + vec2(0.5, 0.0), true);
    typist.moves_mouse(last.center()).moves_mouse(last.right_center() + vec2(30.0, 0.0));
    typist.mouse(last.right_center() + vec2(30.0, 0.0), false).shows("p <one one one\np two two two>");
}

#[test]
fn a_double_click_selects_a_word() {
    let mut typist = Typist::new("p one twoo three|");
    let text = typist.rect_of("one twoo three");
    let at = text.left_center() + vec2(text.width() * 0.4, 0.0);
    typist.mouse(at, true).mouse(at, false).mouse(at, true).mouse(at, false);
    typist.shows("p one <twoo> three");
}

#[test]
fn a_click_in_the_lowest_line_moves_nothing_under_the_pointer() {
    let lines: Vec<String> = (10..70).map(|number| format!("p line {number}")).collect();
    let mut typist = Typist::new(&lines.join("\n").replacen("line", "|line", 1));
    let is_line = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.role() == egui::accesskit::Role::TextRun && node.value().is_some_and(|value| value.starts_with("line "))
    };
    let lowest = |typist: &Typist<'_>| {
        let bottoms = typist.harness.root().children_recursive().filter(is_line).map(|node| node.rect());
        bottoms
            .filter(|rect| rect.bottom() < 699.0)
            .max_by(|one, other| one.bottom().total_cmp(&other.bottom()))
            .unwrap()
    };
    let before = lowest(&typist);
    assert!(before.bottom() > 640.0, "{before}");
    let at = before.left_center() + vec2(2.0, 0.0);
    typist.mouse(at, true).mouse(at, false).mouse(at, true).mouse(at, false);
    assert_eq!(lowest(&typist), before);
}

#[test]
fn what_is_selected_is_dragged_elsewhere() {
    let mut typist = Typist::new("p one <*two*> three\np four");
    let (first, last) = (typist.rect_of("two"), typist.rect_of("four"));
    typist.mouse(first.center(), true).moves_mouse(first.center() + vec2(20.0, 9.0));
    typist.moves_mouse(last.left_center()).mouse(last.left_center() + vec2(0.5, 0.0), false);
    typist.shows("p one three\np <*two*> four");
    let dropped = typist.rect_of("two");
    typist.mouse(dropped.left_center() + vec2(0.5, 0.0), true).mouse(dropped.left_center() + vec2(0.5, 0.0), false);
    typist.shows("p one three\np |*two* four");
}

#[test]
fn cells_are_walked_through_by_keyboard() {
    let mut typist = Typist::new("p x|\ntabh a ; b / c ; d\np y");
    typist.key(Key::ArrowDown).shows("p x\ntabh |a ; b / c ; d\np y");
    typist.key(Key::Tab).types("n").shows("p x\ntabh a ; n| / c ; d\np y");
    typist.key(Key::Enter).shows("p x\ntabh a ; n / c ; d|\np y");
    typist.key(Key::ArrowUp).shows("p x\ntabh a ; n| / c ; d\np y");
    typist.keys(Modifiers::SHIFT, &[Key::Tab]).shows("p x\ntabh <a> ; n / c ; d\np y");
    typist.key(Key::Tab).key(Key::Enter).key(Key::Tab).types("e");
    typist.shows("p x\ntabh a ; n / c ; d / e| ;\np y");
    typist.key(Key::Enter).shows("p x\ntabh a ; n / c ; d / e ;\np |y");
    typist.key(Key::Backspace).shows("p x\ntabh |# a ; n / c ; d / e ;\np y");
    typist.key(Key::Backspace).shows("p x\np |y");
}

#[test]
fn what_is_cut_can_be_pasted_with_its_style() {
    let mut typist = Typist::new("h2 <A *b*>\np c");
    typist.event(Event::Cut).shows("h2 |\np c");
    typist.event(Event::Paste("A b".to_owned())).shows("p A *b*|\np c".replace("p A", "h2 A").as_str());
}

#[test]
fn an_at_sign_writes_a_participant() {
    let mut typist = Typist::new("p by |");
    typist.types("@").types("an").key(Key::Enter).shows("p by [1:Anna]|");
}

#[test]
fn the_list_of_names_opens_when_all_letters_come_in_one_frame() {
    let mut typist = Typist::new("p by |");
    for letter in ["@", "a", "n"] {
        typist.harness.event(Event::Text(letter.to_owned()));
    }
    typist.steps();
    typist.key(Key::Enter).shows("p by [1:Anna]|");
}

#[test]
fn escape_closes_the_list_of_names_and_keeps_what_was_typed() {
    let mut typist = Typist::new("p by |");
    typist.types("@").key(Key::Escape).key(Key::Enter).shows("p by @\np |");
}

#[test]
fn an_address_opens_no_list_of_names() {
    let mut typist = Typist::new("p anna|");
    typist.types("@").key(Key::Enter).shows("p anna@\np |");
}

#[test]
fn enter_in_the_headline_goes_on_to_the_standfirst() {
    let mut typist = Typist::new("p |");
    typist.harness.state().borrow_mut().editor.select(Selection::caret(Pos::start(Slot::Headline)));
    typist.key(Key::Enter);
    assert_eq!(typist.harness.state().borrow().editor.selection().slot(), Slot::Standfirst);
}

#[test]
fn a_caption_is_one_text_in_the_pane_and_on_the_page() {
    let mut typist = Typist::new("p |one\nfig 1 cap");
    let photo = crate::edit::notation::photo(1);
    typist.harness.state().borrow_mut().caption_field = Some(Slot::Caption(photo));
    typist.steps();
    let field = typist.harness.get_by_label("Caption field").rect();
    typist.mouse(field.center(), true).mouse(field.center(), false);
    typist.types("tion").shows("p one\nfig 1 caption|");
    let runs = typist.harness.get_all_by(|node| {
        node.role() == egui::accesskit::Role::TextRun && node.value().is_some_and(|value| value.starts_with("caption"))
    });
    let below = runs.filter(|run| run.rect().top() > field.bottom()).count();
    assert_eq!(below, 1, "the page shows it too");
}

#[test]
fn what_is_typed_at_the_end_is_in_sight_however_wrong_the_heights_were() {
    let wide = format!("p {}\n", "WWWW ".repeat(400));
    let source = format!("p |start\n{}{}p the end", "p some words\n".repeat(60), wide.repeat(3));
    let mut typist = Typist::new(&source);
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let events = [key(Key::End, Modifiers::COMMAND), key(Key::Enter, Modifiers::NONE), Event::Text("typed".to_owned())];
    for event in events {
        typist.harness.event(event);
    }
    // As long as a scroll area would swing back that took the jump for a pull.
    typist.harness.run_steps(60);
    let caret = typist.rect_of("typed");
    assert!((0.0..700.0).contains(&caret.center().y), "{caret:?}");
}

#[test]
fn a_long_report_shows_the_caret_and_lays_out_only_what_is_in_sight() {
    let source = format!("{}p the last one|", "p some words of a paragraph\n".repeat(3_000));
    let typist = Typist::new(&source);
    let runs = typist.harness.get_all_by_role(egui::accesskit::Role::TextRun).count();
    assert!(runs < 60, "{runs} texts are laid out");
    let caret = typist.rect_of("the last one");
    assert!((0.0..700.0).contains(&caret.center().y), "{caret:?}");
}
