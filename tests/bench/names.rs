//! What name watch costs: `cargo bench --bench names`.
//!
//! A report of 100,000 words with 500 participants: milliseconds to make the list ready, to look through all of it, and through one paragraph,
//! which is what is looked at (in a job) after a key was pressed. `cargo bench --bench typing` measures the key press itself.

#![expect(clippy::print_stdout, reason = "a benchmark prints, and has nobody to report an error to")]

use std::sync::Arc;
use std::time::Instant;

use rapporteur::names::Watch;
use rapporteur::report::{IdSource, Participant, RichText};

const WORDS: usize = 100_000;
const PEOPLE: usize = 500;

const FAMILIES: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"];
const MIDDLES: [&str; 10] = ["Văn", "Thị", "Đức", "Minh", "Quốc", "Ngọc", "Xuân", "Hữu", "Thanh", "Hồng"];
const GIVEN: [&str; 10] = ["An", "Bình", "Cường", "Dũng", "Hà", "Hùng", "Lan", "Nam", "Thắng", "Yến"];
const RUSSIANS: [&str; 5] = ["Иван Петров", "Марина Кольцова", "Алексей Вяземский", "Павел Назаренко", "Тимур Галеев"];

const SENTENCES: [(&str, &str); 3] = [
    (
        "vi",
        "Sáng nay, đồng chí Nguyễn Văn An và bà Trần Thị Lan cùng các đại biểu trao đổi về những thay đổi sau hợp nhất: địa bàn rộng hơn, kinh phí \
         không đồng đều, theo ông Nguyển Văn Hà. ",
    ),
    (
        "ru",
        "Участники подробно обсудили с Мариной Кольцовой, как объединение редакций изменило их работу; Иван Птеров напомнил, что средства \
         распределяются неравномерно. ",
    ),
    (
        "en",
        "The delegates, Nguyen Van An among them, spent most of the day on what the merger had changed for everybody in the room. ",
    ),
];

fn main() {
    let mut ids = IdSource::from_seed(1);
    let name = |number: usize| match number.checked_sub(PEOPLE - RUSSIANS.len()) {
        Some(russian) => RUSSIANS[russian].to_owned(),
        None => {
            format!("{} {} {}", FAMILIES[number % 10], MIDDLES[number / 10 % 10], GIVEN[(number + number / 100) % 10])
        }
    };
    let list: Vec<_> = (0..PEOPLE)
        .map(|number| {
            Arc::new(Participant {
                title: "Chủ tịch".into(), ..Participant::named(ids.participant(), &name(number))
            })
        })
        .collect();
    let started = Instant::now();
    let watch = Watch::of(&list);
    let made_ms = started.elapsed().as_secs_f64() * 1e3;
    let started = Instant::now();
    drop(watch.look(&RichText::plain(SENTENCES[1].1)));
    println!(
        "{PEOPLE} participants made ready in {made_ms:.1} ms, the first text (tables are built) {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    println!("{:>8} {:>14} {:>12} {:>8}", "language", "paragraph ms", "100,000 ms", "found");
    for (language, sentences) in SENTENCES {
        let paragraph = RichText::plain(sentences.repeat(3).trim());
        let count = WORDS.div_ceil(paragraph.as_str().split_whitespace().count());
        let started = Instant::now();
        let found: usize = (0..count).map(|_| watch.look(&paragraph).wrong.len()).sum();
        let took_ms = started.elapsed().as_secs_f64() * 1e3;
        println!("{language:>8} {:>14.3} {took_ms:>12.0} {found:>8}", took_ms / count as f64);
    }
}
