//! The number of words, counted when writing rests.

use crate::edit::Editor;
use crate::language::words;

/// A count is renewed after so long a pause, in seconds.
const PAUSE_S: f64 = 0.3;

/// The words of the story, as of some revision.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    words: usize,
    counted: Option<u64>,
    seen: u64,
    changed_at_s: f64,
}

impl Counts {
    /// The words of the story as of a moment ago: at once for a report that was just opened, then whenever writing rests.
    pub(super) fn words(&mut self, ctx: &egui::Context, editor: &Editor) -> usize {
        let now_s = ctx.input(|input| input.time);
        let revision = editor.revision();
        if revision != self.seen {
            self.seen = revision;
            self.changed_at_s = now_s;
        }
        if self.counted == Some(revision) {
            return self.words;
        }
        let rested = now_s - self.changed_at_s;
        if self.counted.is_none() || rested >= PAUSE_S {
            self.words = words::of_story(editor.report());
            self.counted = Some(revision);
        } else {
            ctx.request_repaint_after_secs((PAUSE_S - rested) as f32 + 0.01);
        }
        self.words
    }
}
