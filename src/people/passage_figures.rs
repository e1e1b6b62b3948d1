//! How well passages are read that were written by somebody who did not know the rules: figures, and the least that they may be.
//!
//! A passage begins with `### language form`, and behind `---` stands who it names: `name|title|organisation`. Title and organisation
//! count as right where their words are, whatever stands in which of the two: that is a move in the review, and no loss. A form of address
//! may stand for the first of a title.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::{Known, Row, Sure, read_text};
use crate::report::PersonField;

const EXAMINED: &str = include_str!("../../tests/data/passages/examined.txt");
const FRESH: &str = include_str!("../../tests/data/passages/fresh.txt");

struct Passage<'a> {
    language: &'a str,
    form: &'a str,
    text: &'a str,
    people: Vec<[&'a str; 3]>,
}

fn passages(file: &'static str) -> Vec<Passage<'static>> {
    let passage = |passage: &'static str| {
        let (head, rest) = passage.split_once('\n').unwrap();
        let (language, form) = head.split_once(' ').unwrap();
        let (text, people) = rest.rsplit_once("\n---\n").unwrap();
        let person = |line: &'static str| {
            let mut cells = line.split('|');
            [(); 3].map(|()| cells.next().unwrap())
        };
        Passage { language, form, text, people: people.trim().lines().map(person).collect() }
    };
    file.split("### ").skip(1).map(passage).collect()
}

#[derive(Debug, Default, Clone, Copy)]
struct Figures {
    expected: usize,
    named: usize,
    whole: usize,
    invented: usize,
    /// Wrong, and every cell certain.
    surely_wrong: usize,
}

impl Figures {
    fn told(&self) -> String {
        let part = |of: usize| 100.0 * of as f64 / self.expected as f64;
        let Self { expected, invented, surely_wrong, .. } = *self;
        let (named, whole) = (part(self.named), part(self.whole));
        format!(
            "{expected} people: name {named:.1} %, with title and organisation {whole:.1} %, {invented} invented, {surely_wrong} wrong and certain"
        )
    }
}

/// The words of a text without the small ones, in order; Russian ones without their endings.
fn words(text: &str) -> Vec<String> {
    const SMALL: &str = " of the and with to for in for formerly by và при и в ";
    let small = text.nfc().collect::<String>().to_lowercase().replace('ё', "е").replace(['’', '\''], " ");
    let word = |word: &str| {
        let is_russian = word.starts_with(|letter| ('а'..='я').contains(&letter)) && word.chars().count() > 5;
        word.chars().take(if is_russian { 5 } else { usize::MAX }).collect::<String>()
    };
    let all = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> =
        all.filter(|word| !SMALL.contains(&format!(" {word} ")) && word.chars().count() > 1).map(word).collect();
    words.sort();
    words.dedup();
    words
}

fn is_whole(row: &Row, [_, title, organisation]: [&str; 3]) -> bool {
    let [honorific, own, body] =
        [PersonField::Honorific, PersonField::Title, PersonField::Organisation].map(|field| row.text(field));
    let expected = words(&format!("{title} {organisation}"));
    words(&format!("{own} {body}")) == expected || words(&format!("{honorific} {own} {body}")) == expected
}

#[expect(clippy::print_stdout, reason = "the figures are to be seen")]
fn read(file: &'static str) -> BTreeMap<&'static str, Figures> {
    let mut all: BTreeMap<&str, Figures> = BTreeMap::new();
    for Passage { language, form, text, people } in passages(file) {
        let known = Known { language: language.into(), ..Known::default() };
        let rows = read_text(text, &known).unwrap().rows;
        let mut rows: Vec<&Row> = rows.iter().filter(|row| !row.text(PersonField::Name).is_empty()).collect();
        let figures = all.entry(form).or_default();
        for person in people {
            figures.expected += 1;
            let place = rows.iter().position(|row| row.text(PersonField::Name) == person[0]);
            let Some(row) = place.map(|place| rows.remove(place)) else {
                println!("  lost: {person:?} in {text:?}");
                continue;
            };
            figures.named += 1;
            if is_whole(row, person) {
                figures.whole += 1;
            } else {
                figures.surely_wrong += usize::from(row.sure() == Sure::Certain);
                let [title, organisation] =
                    [PersonField::Title, PersonField::Organisation].map(|field| row.text(field));
                println!("  other: {person:?} read {title:?} | {organisation:?}");
            }
        }
        for row in rows {
            figures.invented += 1;
            figures.surely_wrong += usize::from(row.sure() == Sure::Certain);
            println!("  invented: {:?} in {text:?}", row.text(PersonField::Name));
        }
    }
    all.iter().for_each(|(form, figures)| println!("{form}: {}", figures.told()));
    all
}

/// Names, and names with title and organisation, at least so many of a hundred; invented at most so many of a hundred.
#[track_caller]
fn bars(all: &BTreeMap<&str, Figures>, [named, whole, invented]: [usize; 3]) {
    for (form, figures) in all {
        assert!(figures.named * 100 >= figures.expected * named, "{form}: {}", figures.told());
        assert!(figures.whole * 100 >= figures.expected * whole, "{form}: {}", figures.told());
    }
    let sum = |of: fn(&Figures) -> usize| all.values().map(of).sum::<usize>();
    assert!(sum(|figures| figures.invented) * 100 <= sum(|figures| figures.expected) * invented);
    assert_eq!(sum(|figures| figures.surely_wrong), 0, "what is wrong must not be certain");
}

#[test]
fn passages_of_an_examiner_are_read() {
    let all = read(EXAMINED);
    assert_eq!(all.keys().copied().collect::<Vec<_>>(), ["inline", "lines", "prose", "table"]);
    bars(&all, [95, 90, 1]);
}

#[test]
fn passages_written_after_the_rules_are_read() {
    bars(&read(FRESH), [95, 90, 3]);
}
