//! What a screen reader finds on the page, through the tree that it reads.

use egui::accesskit::{Action, ActionData, ActionRequest, Role, TreeId};
use egui::{Event, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Typist;

/// One block of each kind, all in sight.
fn everything() -> Typist<'static> {
    let mut typist = Typist::new(
        "h2 Head|ing\np one\n- two\n-- three\n1. four\nquote five\nfig 1 six\npeople\n---\nh3 seven\ntabh a ; b / c ; d",
    );
    typist.harness.set_size(egui::vec2(900.0, 1600.0));
    typist.steps();
    typist
}

impl Typist<'_> {
    fn page(&self) -> Node<'_> {
        self.harness.get_by_role_and_label(Role::MultilineTextInput, "Report text")
    }

    /// The text that a screen reader reads.
    fn read(&self) -> String {
        self.page().accesskit_node().document_range().text()
    }

    /// The selected words, and the caret as a number of characters from the start of the page.
    fn read_selection(&self) -> (String, usize) {
        let page = self.page();
        let node = page.accesskit_node();
        let selected = node.text_selection().expect("a selection or a caret").text();
        (selected, node.text_selection_focus().expect("a caret").to_global_usv_index())
    }

    fn with_role(&self, role: Role) -> Vec<(String, Option<usize>)> {
        let nodes = self.page().children_recursive().filter(|node| node.accesskit_node().role() == role);
        nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.accesskit_node().level())).collect()
    }
}

fn named(names: &[(&str, Option<usize>)]) -> Vec<(String, Option<usize>)> {
    names.iter().map(|(name, level)| ((*name).to_owned(), *level)).collect()
}

#[test]
fn the_page_is_one_text_with_a_line_for_each_paragraph() {
    let typist = everything();
    let text = typist.read();
    let lines: Vec<_> = text.lines().collect();
    let from = lines.iter().position(|line| *line == "Heading").expect("the heading");
    let body = &lines[from..];
    assert_eq!(body[..5], ["Heading", "one", "two", "three", "four"]);
    assert!(body[5] == "five" && body[6].is_empty(), "a quotation, and its speaker who is not written yet: {body:?}");
    assert_eq!(body[7..9], ["Photo 1. six", "six"], "a photo says what it shows");
    assert!(body[9].contains("Anna"), "a list of participants says who is in it: {body:?}");
    assert_eq!(body[10..], ["Divider", "seven", "Table", "a", "b", "c", "d"]);
}

#[test]
fn headings_lists_and_figures_say_what_they_are() {
    let typist = everything();
    let headings = [("Headline", Some(1)), ("Heading", Some(2)), ("seven", Some(3))];
    assert_eq!(typist.with_role(Role::Heading), named(&headings));
    assert_eq!(typist.with_role(Role::List).len(), 1, "items that follow each other are one list");
    assert_eq!(typist.with_role(Role::ListItem), named(&[("two", Some(1)), ("three", Some(2)), ("four", Some(1))]));
    assert_eq!(typist.with_role(Role::ListMarker), named(&[("1.", None)]));
    assert_eq!(typist.with_role(Role::Blockquote), named(&[("five", None)]));
    assert_eq!(typist.with_role(Role::Figure), named(&[("Photo 1", None)]));
    assert_eq!(typist.with_role(Role::Image), named(&[("six", None)]));
    assert_eq!(typist.with_role(Role::FigureCaption), named(&[("six", None)]));
    assert_eq!(typist.with_role(Role::Row).len(), 2);
    assert_eq!(typist.with_role(Role::ColumnHeader), named(&[("a", None), ("b", None)]));
    assert_eq!(typist.with_role(Role::Cell), named(&[("c", None), ("d", None)]));
}

#[test]
fn the_caret_and_the_selection_follow_what_is_typed() {
    let mut typist = Typist::new("p one\np tw|o");
    let (selected, caret) = typist.read_selection();
    assert_eq!(selected, "");
    typist.types("X");
    assert!(typist.read().contains("one\ntwXo"));
    assert_eq!(typist.read_selection(), (String::new(), caret + 1));
    typist.keys(Modifiers::SHIFT, &[Key::ArrowUp]);
    let (selected, _) = typist.read_selection();
    assert!(selected.ends_with("\ntwX"), "over the end of a paragraph: {selected:?}");
}

#[test]
fn the_caret_stands_on_a_photo_as_on_a_line_of_its_own() {
    let typist = Typist::new("p one\nfig 1 |# cap");
    let (_, caret) = typist.read_selection();
    let before: String = typist.read().chars().take(caret).collect();
    assert!(before.ends_with("one\n"), "{before:?}");
}

#[test]
fn a_long_paragraph_is_one_line_after_another() {
    let words = "many words ".repeat(60);
    let typist = Typist::new(&format!("p {words}|\np end"));
    assert!(typist.read().contains(&format!("{words}\nend")));
    let (_, caret) = typist.read_selection();
    let before: String = typist.read().chars().take(caret).collect();
    assert!(before.ends_with(&words));
}

#[test]
fn a_screen_reader_puts_the_caret_where_it_reads() {
    let mut typist = Typist::new("p |one\np two");
    let (request, node) = {
        let page = typist.page();
        let node = page.accesskit_node();
        let at = typist.read().find("two").expect("the second paragraph");
        let chars = typist.read()[..at].chars().count();
        let start = node.text_position_from_global_usv_index(chars + 1).expect("a place in it");
        (start.to_degenerate_range().to_text_selection(), node.locate().0)
    };
    typist.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetTextSelection,
        target_tree: TreeId::ROOT,
        target_node: node,
        data: Some(ActionData::SetTextSelection(request)),
    }));
    typist.steps();
    typist.shows("p one\np t|wo");
}
