//! Articles that were written elsewhere.

use super::*;

const PAGE: &str = "<h1>Two rivers</h1><p>First.</p><p>Second.</p>";

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_dropped_article_becomes_a_report_and_a_draft() {
    let mut window = Window::open(Start::Welcome);
    let path = file(window.home.path(), "story.html", PAGE);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.waits();
    assert_eq!(window.report().headline.as_str(), "Two rivers");
    assert_eq!(window.report().body.len(), 2);
    assert!(window.shows("story.html"));
    window.waits();
    assert_eq!(window.drafts().len(), 1);
}

#[test]
fn an_article_fills_a_report_in_which_nothing_is_written() {
    let mut window = Window::open(Start::New);
    let path = file(window.home.path(), "story.md", "# Two rivers\n\nFirst.");
    window.harness.state_mut().import_article(&path);
    window.waits();
    assert_eq!(window.report().headline.as_str(), "Two rivers");
}

#[test]
fn photos_of_an_article_that_are_not_whole_are_named_as_dropped_ones_are() {
    let mut window = Window::open(Start::Welcome);
    let whole = crate::photo::fixtures::jpeg(&crate::photo::fixtures::noise(64, 64));
    let (short, too_long) = (crate::import::testing::png(1), crate::import::testing::long_sidecar());
    for (name, bytes) in [("a.jpg", &whole[..whole.len() / 2]), ("b.png", &short), ("b.xmp", &too_long)] {
        std::fs::write(window.home.path().join(name), bytes).unwrap();
    }
    let path =
        file(window.home.path(), "story.md", "# Two rivers\n\n![The hall](a.jpg)\n\n![The door](b.png)\n\nLast.");
    window.harness.state_mut().import_article(&path);
    window.waits();
    assert_eq!(window.report().photos.len(), 2);
    assert!(window.shows("The end of a.jpg is missing") && window.shows("The .xmp file beside b.png is too large"));

    let path = file(window.home.path(), "whole.md", "# Two rivers\n\n![The door](b.png)");
    std::fs::remove_file(window.home.path().join("b.xmp")).unwrap();
    let mut window = Window::open(Start::Welcome);
    window.harness.state_mut().import_article(&path);
    window.waits();
    assert!(window.shows("whole.md") && !window.shows("too large"));
}

#[test]
fn what_is_no_article_says_what_to_do_and_leaves_the_window_as_it_was() {
    let mut window = Window::open(Start::Welcome);
    let path = file(window.home.path(), "old.doc", "{\\rtf1 words}");
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.waits();
    assert!(window.app().session.is_none());
    assert!(window.shows("Save it as .docx"));
}

#[test]
fn the_menu_asks_for_an_article() {
    let mut window = Window::open(Start::Welcome);
    window.command(Command::ImportArticle);
    let path = file(window.home.path(), "story.txt", "Только текст.");
    window.harness.state_mut().chosen(crate::app::outcome::Choice::Article, vec![path], true);
    window.waits();
    assert_eq!(window.report().language.as_ref(), "ru");
}
