//! Copied HTML: whatever it is, reading it neither panics nor hangs; and of words between tags that hide nothing, none is lost or
//! displaced.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::import::{Draft, DraftBlock, parse_copied, parse_page};
use rapporteur::report::{BlockKind, RichText};

/// Tags that a reader sees through; `W` is a word. Cells of tables are not among them: browsers move what stands beside those.
const PARTS: [&str; 32] = [
    "W ", "W", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<span style='font-weight:700'>", "</span>",
    "<a href='https://example.org/'>", "</a>", "<br>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<blockquote>",
    "</blockquote>", "<h2>", "</h2>", "<p style='margin-left:1cm'>", "<p style='mso-list:l0 level2 lfo1'>", "&nbsp;", "\n",
    "<pre>", "</pre>", "<img src='a.png' alt='x'>",
];

fuzz_target!(|bytes: &[u8]| {
    let html = String::from_utf8_lossy(bytes);
    let _ = (parse_copied(&html), parse_page(&html));
    keeps_every_word(bytes);
});

fn keeps_every_word(script: &[u8]) {
    let mut html = String::new();
    let mut words = Vec::new();
    for (number, byte) in script.iter().enumerate() {
        let part = PARTS[usize::from(*byte) % PARTS.len()];
        let word = format!("w{number}x");
        html.push_str(&part.replace('W', &word));
        if part.contains('W') {
            words.push(word);
        }
    }
    let everything = everything(&parse_copied(&html));
    let mut rest = everything.as_str();
    for word in words {
        let Some(at) = rest.find(&word) else { panic!("{word} is lost or displaced: {everything:?} from {html:?}") };
        rest = &rest[at..];
    }
}

fn everything(draft: &Draft) -> String {
    let mut words = String::new();
    let mut add = |text: &RichText| {
        words.push_str(text.as_str());
        words.push('\n');
    };
    for block in &draft.blocks {
        match block {
            DraftBlock::Picture(place) => add(&place.caption),
            DraftBlock::Text { kind, text } => {
                add(text);
                match kind {
                    BlockKind::Quotation { speaker } => add(speaker),
                    BlockKind::Table { table } => table.cells().for_each(|cell| add(&cell.text)),
                    _ => {}
                }
            }
        }
    }
    words
}
