//! The page in the browser.

use super::*;
use crate::app::preview::Preview;
use crate::edit::ops::text::set_text;

#[test]
fn the_page_that_is_looked_at_shows_what_was_saved_last() {
    let mut window = Window::open(Start::New);
    let ctx = window.harness.ctx.clone();
    let heads = |window: &mut Window<'_>, words: &str| {
        let change = set_text(window.report(), Slot::Headline, words);
        window.harness.state_mut().edit(&ctx, change);
    };
    heads(&mut window, "Written first");
    let app = window.harness.state_mut();
    let preview = Preview::of(app.session.as_ref().unwrap()).unwrap();
    let folder = preview.folder().to_owned();
    app.preview = Some(preview);
    app.refresh_preview();
    window.steps();
    let shows = |words: &str| std::fs::read_to_string(folder.join("page/index.html")).unwrap().contains(words);
    let revision = || std::fs::read_to_string(folder.join("revision.js")).unwrap();
    assert!(shows("Written first") && !shows("Written later"));
    let before = revision();
    heads(&mut window, "Written later");
    window.waits();
    assert!(shows("Written later"));
    assert_ne!(revision(), before, "the browser is told");
}
