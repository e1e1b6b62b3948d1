//! When the report is saved by itself.

use super::*;

#[test]
fn who_writes_without_a_pause_is_saved_with_a_key() {
    let mut window = Window::open(Start::New);
    let saved = |window: &Window<'_>| window.app().session.as_ref().unwrap().saved_revision;
    let mut saved_after = Vec::new();
    let mut last = saved(&window);
    // A letter in every step of a quarter of a second: the longest that a change may wait, 1.4 s, ends between two of them.
    for step in 1..=24 {
        window.harness.event(egui::Event::Text("a".to_owned()));
        window.harness.run_steps(1);
        if saved(&window) != last {
            last = saved(&window);
            saved_after.push(step);
        }
    }
    let [first, second, ..] = saved_after[..] else { panic!("{saved_after:?}") };
    assert_eq!(second - first, 6, "the change after a save waits 1.25 s and not 1.5: {saved_after:?}");
    assert!(window.app().session.as_ref().unwrap().is_dirty(), "the last letters wait for the next one");
}
