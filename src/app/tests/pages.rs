//! What pages look like, what goes to the desk's clipboard, and typography, as the window has them.

use std::fs;
use std::sync::Arc;

use super::Window;
use crate::app::clipboard::OfWindow;
use crate::app::outcome::Choice;
use crate::app::{Command, PageLook, Start};
use crate::edit::Applied;
use crate::edit::notation::state;
use crate::edit::ops::typography;
use crate::report::Slot;

/// A window with a story of these words.
fn with_story(words: &str) -> Window<'static> {
    let mut window = Window::open(Start::New);
    let editor = &mut window.harness.state_mut().session.as_mut().unwrap().editor;
    let story = Slot::Block(editor.report().body.blocks()[0].id);
    let written = typography::tidy(editor.report(), &[(story, 0..0, words)]);
    assert_eq!(editor.apply(written, 0), Applied::Changed);
    window.steps();
    window
}

fn story(window: &Window<'_>) -> String {
    window.report().body.blocks()[0].text.as_str().to_owned()
}

#[test]
fn typography_is_shown_kind_by_kind_then_repaired_in_one_step() {
    let typed = "\"One\" , she said - and so on...";
    let mut window = with_story(typed);
    window.command(Command::TidyTypography);
    assert!(window.shows("Quotation marks: 2") && window.shows("Dashes: 1"));
    assert_eq!(story(&window), typed, "nothing changes by itself");
    window.presses("Ellipses: 1");
    window.presses("Repair 5 places");
    assert_eq!(story(&window), "“One”, she said\u{a0}– and so on...");
    assert!(window.shows("5 places repaired"));
    window.command(Command::Undo);
    assert_eq!(story(&window), typed);
}

#[test]
fn where_nothing_is_to_be_tidied_the_dialog_says_so() {
    let mut window = with_story("Plain words");
    window.command(Command::TidyTypography);
    assert!(window.shows("There is nothing to tidy."));
    let (report, _) = state("p Plain words|");
    assert!(crate::language::typography::repairs_of_report(&report).is_empty());
}

#[test]
fn the_desk_gets_html_with_text_to_read_or_the_source_alone() {
    let mut window = with_story("One & two");
    let clipboard = Arc::new(OfWindow::default());
    window.harness.state_mut().clipboard = Arc::clone(&clipboard) as _;
    window.command(Command::CopyForCms);
    let both = clipboard.contents();
    assert_eq!((both.html.as_deref(), both.text.as_deref()), (Some("<p>One &amp; two</p>\n"), Some("One & two\n")));
    window.command(Command::CopyHtml);
    let source = clipboard.contents();
    assert_eq!((source.html, source.text.as_deref()), (None, Some("<p>One &amp; two</p>\n")));
}

#[test]
fn a_newsroom_copies_the_template_and_chooses_it() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let mut window = with_story("Words");
    window.harness.state_mut().chosen(Choice::SaveTemplate, vec![own.clone()], true);
    assert!(own.join("page.html").is_file());
    window.harness.state_mut().chosen(Choice::Template, vec![folder.path().to_owned()], true);
    assert_eq!(window.harness.state().prefs.page_look, PageLook::News, "that folder is no template");
    window.harness.state_mut().chosen(Choice::Template, vec![own.clone()], true);
    assert_eq!(window.harness.state().prefs.page_look, PageLook::Own);
    let page = fs::read_to_string(own.join("page.html")).unwrap();
    fs::write(own.join("page.html"), page.replace("<main>", "<main><p>Our newsroom</p>")).unwrap();
    let template = window.harness.state().look().template().unwrap();
    assert!(crate::export::page_html(window.report(), &template).unwrap().contains("Our newsroom"));
    window.command(Command::PageLook(PageLook::Minutes));
    assert_eq!(window.harness.state().prefs.page_look, PageLook::Minutes);
    // The report keeps its look, whatever is chosen for others. It names no folder: another computer asks for it.
    window.harness.state_mut().prefs.page_look = PageLook::News;
    assert_eq!((&*window.report().look, window.harness.state().page_look()), ("minutes", PageLook::Minutes));
    window.harness.state_mut().use_known_template();
    assert_eq!(window.harness.state().page_look(), PageLook::Own);
    window.harness.state_mut().prefs.page_look = PageLook::News;
    assert_eq!((&*window.report().look, window.harness.state().page_look()), ("own", PageLook::Own));
    fs::remove_dir_all(&own).unwrap();
    assert!(
        window.harness.state().look().template().is_err(),
        "a template that is gone is told of, and no other taken for it"
    );
    window.harness.state_mut().prefs.page_template = None;
    window.command(Command::ExportDialog);
    assert!(window.harness.state().misses_template() && window.shows("this computer does not have"));
}
