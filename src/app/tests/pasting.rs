//! Copying and pasting: what other programs put on the clipboard, what the bar says of it, and what takes it back.

use std::sync::Arc;

use base64::Engine as _;
use egui::{Event, Key, Modifiers};

use egui_kittest::kittest::Queryable as _;

use super::Window;
use crate::app::clipboard::{Contents, OfWindow};
use crate::app::{Command, Pane, Start};
use crate::edit::Selection;
use crate::import::testing::png;
use crate::report::{BlockKind, Pos, Report, Slot};

/// A window with a clipboard that the test can fill, writing in the story.
fn writing() -> (Window<'static>, Arc<OfWindow>) {
    let mut window = Window::open(Start::New);
    let clipboard = Arc::new(OfWindow::default());
    window.harness.state_mut().clipboard = Arc::clone(&clipboard) as _;
    window.command(Command::Focus(Pane::Text));
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    let story = Slot::Block(editor.report().body.blocks()[0].id);
    editor.select(Selection::caret(Pos::start(story)));
    window.steps();
    (window, clipboard)
}

fn paste(window: &mut Window<'_>, clipboard: &OfWindow, html: &str, text: &str) {
    clipboard.set(Contents { html: Some(html.to_owned()), text: Some(text.to_owned()), files: Vec::new() });
    window.harness.event(Event::Paste(text.to_owned()));
    window.steps();
}

/// Whether the bar says this. A number and its word stand in one line.
fn says(window: &Window<'_>, words: &str) -> bool {
    let mut said = String::new();
    for character in words.chars() {
        let is_joined = character == ' ' && said.ends_with(|before: char| before.is_ascii_digit());
        said.push(if is_joined { '\u{a0}' } else { character });
    }
    window.shows(&said)
}

fn blocks(report: &Report) -> Vec<String> {
    let line = |kind: &BlockKind, text: &str| match kind {
        BlockKind::Heading { .. } => format!("h {text}"),
        BlockKind::Quotation { .. } => format!("q {text}"),
        BlockKind::Figure { .. } => "fig".to_owned(),
        BlockKind::Table { .. } => "tab".to_owned(),
        _ => format!("p {text}"),
    };
    report.body.blocks().iter().map(|block| line(&block.kind, block.text.as_str())).collect()
}

const PAGE: &str = "<h2>Head</h2><p>One <b>two</b></p><blockquote>So</blockquote>\
                    <table><tr><td>a<td>b<tr><td>c<td>d</table><p style='color:red'>End</p>";
const WORDS: &str = "Head\nOne two\nSo\na\tb\nc\td\nEnd";

#[test]
fn what_another_program_copied_keeps_its_structure_and_the_bar_says_so() {
    let (mut window, clipboard) = writing();
    paste(&mut window, &clipboard, PAGE, WORDS);
    let after = ["h Head", "p One two", "q So", "tab", "p End"];
    assert_eq!(blocks(window.report()), after);
    assert!(says(&window, "Pasted: 2 paragraphs, 1 heading, 1 quotation, 1 table. Left out: fonts and colours."));
    window.types("!");
    assert_eq!(blocks(window.report()).last().map(String::as_str), Some("p End!"), "writing goes on behind it");
}

#[test]
fn a_paste_is_taken_back_from_the_bar_in_one_step() {
    let (mut window, clipboard) = writing();
    window.types("Before");
    let picture = base64::engine::general_purpose::STANDARD.encode(png(1));
    let html = format!(
        "{PAGE}<img src='data:image/png;base64,{picture}' alt='The hall'><img src='https://example.org/a.jpg'>"
    );
    paste(&mut window, &clipboard, &html, WORDS);
    assert!(says(&window, "1 table, 1 photo. Left out: 1 web picture, fonts and colours."));
    let report = window.report();
    assert_eq!((report.photos.len(), report.photos[0].alt.as_str()), (1, "The hall"));
    assert!(report.body.figure_of(report.photos[0].id).is_some());
    window.waits();
    let photo = window.report().photos[0].clone();
    let document = window.app().session.as_ref().unwrap().document.as_ref().unwrap();
    assert!(document.has_original(&photo), "its bytes are saved with the report");
    paste(&mut window, &clipboard, PAGE, WORDS);
    window.harness.get_all_by_label("Undo").last().expect("a button of the bar").click();
    window.steps();
    assert!(!says(&window, "Pasted: "));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!((blocks(window.report()), window.report().photos.len()), (vec!["p Before".to_owned()], 0));
}

#[test]
fn the_words_alone_take_the_place_of_what_was_pasted() {
    let (mut window, clipboard) = writing();
    paste(&mut window, &clipboard, "<h2>Head</h2><p><b>One</b></p>", "Head\nOne");
    window.presses("Paste as text");
    assert_eq!(blocks(window.report()), ["p Head", "p One"]);
    assert!(window.report().body.blocks()[1].text.spans().is_empty());
    assert!(!says(&window, "Pasted: "));
}

#[test]
fn a_plain_paste_asks_nothing_of_the_clipboard_but_words() {
    let (mut window, clipboard) = writing();
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    paste(&mut window, &clipboard, PAGE, "One\nTwo");
    assert_eq!(blocks(window.report()), ["p One", "p Two"]);
    assert!(!says(&window, "Pasted: "));
    paste(&mut window, &clipboard, "<h2>Head</h2>", "Head");
    assert!(says(&window, "Pasted: 1 heading"), "only the one paste is plain");
}

#[test]
fn words_without_structure_are_pasted_without_a_word() {
    let (mut window, clipboard) = writing();
    paste(&mut window, &clipboard, "<span style='color:red'>One</span>", "One");
    assert_eq!(blocks(window.report()), ["p One"]);
    assert!(!says(&window, "Pasted: "));
    paste(&mut window, &clipboard, "<p> </p>", " two");
    assert_eq!(blocks(window.report()), ["p One two"], "HTML that says nothing gives way to the words");
}

#[test]
fn one_line_fields_take_lines_as_one() {
    let (mut window, clipboard) = writing();
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    editor.select(Selection::caret(Pos::start(Slot::Headline)));
    paste(&mut window, &clipboard, "<h1>One</h1><p><b>Two</b></p>", "One\nTwo");
    assert_eq!(window.report().headline.as_str(), "One Two");
    assert!(!says(&window, "Pasted: "));
}

#[test]
fn an_address_on_selected_words_makes_them_a_link() {
    let (mut window, clipboard) = writing();
    window.types("minutes");
    window.key(Modifiers::COMMAND, Key::A);
    paste(
        &mut window,
        &clipboard,
        "<a href='https://example.org/a'>https://example.org/a</a>",
        "https://example.org/a",
    );
    let block = window.report().body.blocks()[0].clone();
    assert_eq!(block.text.as_str(), "minutes");
    assert_eq!(block.text.spans()[0].style.link.as_deref(), Some("https://example.org/a"));
}

#[test]
fn a_picture_without_words_becomes_a_photo_in_the_text() {
    let (mut window, clipboard) = writing();
    window.types("Before");
    clipboard.set(Contents::default());
    let picture = egui::ColorImage::filled([20, 10], egui::Color32::from_rgb(10, 20, 30));
    window.harness.event(Event::PasteImage(Arc::new(picture)));
    window.steps();
    assert_eq!(blocks(window.report()), ["p Before", "fig", "p "]);
    assert_eq!(window.report().photos[0].size_px.width, 20);
    assert!(says(&window, "Pasted: 1 photo."));
}

#[test]
fn html_without_words_is_pasted_too_and_only_then() {
    let (mut window, clipboard) = writing();
    for (text, expected) in [(Some("x".to_owned()), vec!["p "]), (None, vec!["h Head"])] {
        clipboard.set(Contents { html: Some("<h2>Head</h2>".to_owned()), text, files: Vec::new() });
        window.harness.state_mut().only_html_is_pasted = true;
        window.steps();
        assert_eq!(blocks(window.report()), expected);
    }
}

#[test]
fn a_picture_that_was_cut_and_has_no_words_is_pasted_again() {
    let (mut window, clipboard) = writing();
    let picture = egui::ColorImage::filled([20, 10], egui::Color32::from_rgb(10, 20, 30));
    window.harness.event(Event::PasteImage(Arc::new(picture)));
    window.steps();
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    let figure = Slot::Block(editor.report().body.blocks()[0].id);
    editor.select(Selection::caret(Pos::start(figure)));
    window.harness.event(Event::Cut);
    window.steps();
    assert_eq!(blocks(window.report()), ["p "]);
    assert_eq!(clipboard.contents().text.as_deref(), Some(""), "egui makes no event of that");
    window.harness.state_mut().only_html_is_pasted = true;
    window.steps();
    assert_eq!(blocks(window.report()), ["fig", "p "]);
}

#[test]
fn pictures_that_a_file_manager_copied_become_photos() {
    let (mut window, clipboard) = writing();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hall.png");
    std::fs::write(&path, png(7)).unwrap();
    let text = path.to_string_lossy().into_owned();
    clipboard.set(Contents { html: None, text: Some(text.clone()), files: vec![path] });
    window.harness.event(Event::Paste(text));
    window.steps();
    assert_eq!(window.report().photos[0].file_name.as_ref(), "hall.png");
    assert_eq!(blocks(window.report()), ["fig", "p "]);
}

#[test]
fn what_is_copied_is_offered_as_html_and_as_words() {
    let (mut window, clipboard) = writing();
    paste(&mut window, &clipboard, PAGE, WORDS);
    window.key(Modifiers::COMMAND, Key::A);
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Copy);
    window.steps();
    let Contents { html: Some(html), text: Some(text), .. } = clipboard.contents() else {
        panic!("nothing is offered")
    };
    assert!(text.contains("Head\nOne two\nSo\na\tb\nc\td\nEnd"), "{text}");
    let story = "<h2>Head</h2>\n<p>One <strong>two</strong></p>\n<blockquote><p>So</p></blockquote>\n<table>";
    assert!(html.contains(story), "{html}");
    let (mut other, others) = writing();
    paste(&mut other, &others, &html, &text);
    let pasted: Vec<_> = blocks(other.report()).into_iter().filter(|line| line != "p ").collect();
    assert_eq!(pasted, blocks(window.report()), "another window loses nothing");
    assert!(!says(&other, "Pasted: "));
}

#[test]
fn some_words_are_offered_as_words_in_a_line() {
    let (mut window, clipboard) = writing();
    window.types("One < two");
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Cut);
    window.steps();
    let contents = clipboard.contents();
    assert_eq!(contents.text.as_deref(), Some("One < two"));
    assert!(contents.html.is_some_and(|html| html.ends_with("-->One &lt; two")));
    assert_eq!(blocks(window.report()), ["p "]);
}
