//! What the text part of an export costs: `cargo bench --bench export`.
//!
//! For each language and a report of 100,000 words (or as many as are given): milliseconds for the fragment and for the page.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints, and has nobody to report an error to"
)]

#[path = "../complete/report.rs"]
mod report;
#[path = "../complete/words.rs"]
mod words;

use std::time::Instant;

use rapporteur::export::{Template, fragment, page_html};

use self::report::{Wanted, complete};

const WORDS: usize = 100_000;
const ROUNDS: usize = 7;

fn main() {
    let words = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(WORDS);
    println!("{:>8} {:>8} {:>12} {:>8}", "language", "words", "fragment ms", "page ms");
    for language in &words::LANGUAGES {
        let wanted = Wanted { words, photos: 0, participants: 50, photo_px: 60 };
        let made = complete(language, wanted, &|_field, text| text.to_owned());
        assert!(made.source.len() >= made.story.len());
        let fragment_ms = median_ms(|| fragment(&made.report).len());
        let page_ms = median_ms(|| page_html(&made.report, &Template::default()).expect("a page").len());
        println!("{:>8} {words:>8} {fragment_ms:>12.1} {page_ms:>8.1}", language.language);
    }
}

fn median_ms(work: impl Fn() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            assert!(work() > 0);
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}
