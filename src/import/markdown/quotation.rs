//! Who said a quotation: its last line, where that begins with a dash.

use crate::import::DraftBlock;
use crate::report::{BlockKind, RichText};

use super::inline::{Line, joined};

/// What is known of an open quotation.
#[derive(Debug, Default)]
pub struct OpenQuotation {
    /// The number of blocks before it.
    pub first: usize,
    last_line: Option<LastLine>,
    lines_with_dash: usize,
}

/// The last line of the quotation so far.
#[derive(Debug)]
struct LastLine {
    speaker: RichText,
    /// The words of its paragraph before it.
    before: RichText,
}

impl OpenQuotation {
    /// A quotation that begins after so many blocks.
    pub fn after(first: usize) -> Self {
        Self { first, ..Self::default() }
    }

    /// Looks at the next paragraph of the quotation.
    pub fn see(&mut self, lines: &[Line]) {
        self.lines_with_dash += lines.iter().filter(|line| without_dash(&line.text).is_some()).count();
        self.last_line = lines.split_last().and_then(|(last, before)| {
            let speaker = without_dash(&last.text)?;
            let is_plain =
                last.pictures.is_empty() && before.iter().all(|line| line.pictures.is_empty() && !line.hard_break);
            let before = joined(before.iter().map(|line| line.text.clone()), " ");
            is_plain.then_some(LastLine { speaker, before })
        });
    }

    /// Looks at something else inside the quotation: a list, a table.
    pub fn interrupt(&mut self) {
        self.last_line = None;
    }

    /// Gives the quotation its speaker. More lines with a dash are a dialogue, and a question or a shout is speech.
    pub fn close(self, blocks: &mut Vec<DraftBlock>) {
        let Some(last) = self.last_line.filter(|_| self.lines_with_dash == 1) else { return };
        if last.speaker.as_str().ends_with(['?', '!', '…', ',', ':']) || last.speaker.as_str().chars().count() > LONGEST
        {
            return;
        }
        if last.before.is_empty() {
            // The line was a paragraph of its own: the one before it is what was said.
            let earlier = blocks.len().checked_sub(2).filter(|earlier| *earlier >= self.first);
            if earlier.is_none_or(|earlier| !is_quotation(&blocks[earlier])) {
                return;
            }
            blocks.pop();
        }
        if let Some(DraftBlock::Text { kind: BlockKind::Quotation { speaker }, text }) = blocks.last_mut() {
            *speaker = last.speaker;
            if !last.before.is_empty() {
                *text = last.before;
            }
        }
    }
}

/// No name with its office is longer, in characters.
const LONGEST: usize = 200;

fn is_quotation(block: &DraftBlock) -> bool {
    matches!(block, DraftBlock::Text { kind: BlockKind::Quotation { .. }, .. })
}

fn without_dash(text: &RichText) -> Option<RichText> {
    let line = text.as_str();
    let rest = ["—", "–", "―", "--"].iter().find_map(|dash| line.strip_prefix(dash))?;
    let rest = rest.trim_start();
    (!rest.is_empty()).then(|| text.slice(line.len() - rest.len()..line.len()))
}
