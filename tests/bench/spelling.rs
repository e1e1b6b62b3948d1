//! What the spelling check costs: `cargo bench --bench spelling`.
//!
//! For each language: milliseconds to read the dictionaries, megabytes that they take, words a second of whole paragraphs, and milliseconds
//! for the suggestions of a word.

#![expect(clippy::print_stdout, reason = "a benchmark prints, and has nobody to report an error to")]

use std::time::Instant;

use rapporteur::report::{IdSource, Report, RichText};
use rapporteur::spelling::{Dictionary, Known, Library, Question, builtin, suggestions, unknown_words};

const WORDS: usize = 100_000;

const LANGUAGES: [(&str, &str, &str); 3] = [
    (
        "en",
        "The delegates spent most of the day on what the merger had changed for them: wider areas, uneven budgets, few permanent staff and a growing number of stories that nobody can check alone any more. Thier recieved photos. ",
        "recieved",
    ),
    (
        "ru",
        "Участники конференции подробно обсудили, как объединение редакций изменило их работу: территории стали больше, средства распределяются неравномерно, а постоянных сотрудников не хватает. Расказал карреспондент. ",
        "карреспондент",
    ),
    (
        "vi",
        "Các đại biểu dành phần lớn thời gian trao đổi về những thay đổi sau hợp nhất: địa bàn rộng hơn, kinh phí không đồng đều và đội ngũ phóng viên thường trú còn mỏng, theo một podcast. Viêt Nam, nghành báo. ",
        "nghành",
    ),
];

fn main() {
    println!(
        "{:>8} {:>8} {:>8} {:>12} {:>10} {:>11}",
        "language", "load ms", "MB", "words/s", "100,000 ms", "suggest ms"
    );
    for (language, sentences, wrong) in LANGUAGES {
        let before = resident_mb();
        let library = Library::new(Box::new(|language| {
            let names: &[&str] = match language {
                "en" => &["en_US", "en_GB"],
                "ru" => &["ru_RU"],
                _ => &[],
            };
            names.iter().filter_map(|name| Dictionary::new(&builtin(name)?).ok()).collect()
        }));
        let paragraph = RichText::plain(sentences.repeat(2).trim());
        let count = paragraph.as_str().split_whitespace().count();
        let started = Instant::now();
        let found = unknown_words(&library, language, &paragraph).len();
        let load_ms = started.elapsed().as_secs_f64() * 1e3;
        assert_eq!(found, 4, "{language}");
        let megabytes = resident_mb() - before;
        let started = Instant::now();
        for _ in 0..WORDS.div_ceil(count) {
            assert_eq!(unknown_words(&library, language, &paragraph).len(), found);
        }
        let took_s = started.elapsed().as_secs_f64();
        let report = Report::new(&mut IdSource::from_seed(1), language);
        let question = Question { word: wrong.to_owned(), language: language.to_owned(), run: None };
        let started = Instant::now();
        let suggested = suggestions(&library, &Known::of(&report, []), &question);
        let suggest_ms = started.elapsed().as_secs_f64() * 1e3;
        let rate = WORDS as f64 / took_s;
        println!(
            "{language:>8} {load_ms:>8.1} {megabytes:>8.1} {rate:>12.0} {:>10.0} {suggest_ms:>11.1}  {suggested:?}",
            took_s * 1e3
        );
    }
}

/// What the process has in memory, where the system tells it.
fn resident_mb() -> f64 {
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = told.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0.0);
    pages * 4096.0 / 1e6
}
