//! The labelled sentences of who is in a text and not on the list.

use std::fmt::Write as _;

use super::tests::watch;
use crate::report::RichText;

/// Reads `before [found→name] behind`; without an arrow the name is what is written.
fn case(line: &str) -> (String, Vec<(String, String)>) {
    let mut expected = Vec::new();
    let mut sentence = String::new();
    for part in line.split('[') {
        match part.split_once(']') {
            Some((mark, rest)) => {
                let (found, name) = mark.split_once('→').unwrap_or((mark, mark));
                expected.push((found.to_owned(), name.to_owned()));
                sentence = sentence + found + rest;
            }
            None => sentence += part,
        }
    }
    (sentence, expected)
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are to be seen")]
fn who_is_in_the_text_and_not_on_the_list_is_found() {
    let source = include_str!("../../tests/data/names/strangers.txt");
    let watch = watch();
    let (mut right, mut alarms, mut missed, mut said) = (0, 0, 0, String::new());
    let lines: Vec<_> = source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    for line in &lines {
        let (sentence, expected) = case(line);
        let seen = watch.look(&RichText::plain(&sentence)).strangers;
        let found: Vec<_> = seen.into_iter().map(|stranger| (stranger.found, stranger.name)).collect();
        right += found.iter().filter(|one| expected.contains(one)).count();
        for one in found.iter().filter(|one| !expected.contains(one)) {
            alarms += 1;
            writeln!(said, "  false alarm: {one:?} in “{sentence}”").expect("a string takes all");
        }
        for one in expected.iter().filter(|one| !found.contains(one)) {
            missed += 1;
            writeln!(said, "  missed: {one:?} in “{sentence}”").expect("a string takes all");
        }
    }
    let share = |of: usize| f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(right + of).unwrap());
    println!(
        "strangers: {} sentences, precision {:.3}, recall {:.3}\n{said}",
        lines.len(),
        share(alarms),
        share(missed)
    );
    assert!(lines.len() >= 110 && share(alarms) >= 0.97, "false alarms:\n{said}");
    assert!(share(missed) >= 0.90, "missed:\n{said}");
}

#[test]
fn the_speaker_of_a_quotation_needs_no_office_before_the_name() {
    let mut ids = crate::report::IdSource::from_seed(3);
    let slot = crate::report::Slot::Speaker(ids.block());
    let strangers = |words: &str| watch().look_at(slot, &RichText::plain(words)).strangers.len();
    assert_eq!(strangers("Simon Kowalczyk, editor"), 1);
    assert_eq!(strangers("Trần Đại Lợi, nông dân"), 1);
    assert_eq!(strangers("Пресс-служба Министерства Культуры"), 0);
    assert_eq!(strangers("Jane Smith"), 0);
}
