//! The labelled sentences, and what single rules do.

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::report::{IdSource, Participant, RichText};

/// The participants whom the sentences are about.
pub(super) fn watch() -> Watch {
    watch_of(include_str!("../../tests/data/names/people.tsv"))
}

fn watch_of(people: &str) -> Watch {
    let mut ids = IdSource::from_seed(1);
    let lines = people.lines().filter(|line| !line.starts_with('#'));
    let people = lines.map(|line| {
        let mut fields = line.split('\t');
        let mut next = || -> Arc<str> { fields.next().unwrap_or_default().into() };
        let (name, short_name, honorific, title, organisation) = (next(), next(), next(), next(), next());
        let named = Participant::named(ids.participant(), &name);
        Arc::new(Participant { short_name, honorific, title, organisation, ..named })
    });
    Watch::of(&people.collect::<Vec<_>>())
}

/// A sentence and what is to be found in it.
struct Case {
    sentence: String,
    expected: Vec<(Range<usize>, String, Kind)>,
}

/// Reads `before [found→meant:kind] behind`.
fn case(line: &str) -> Case {
    let mut sentence = String::new();
    let mut expected = Vec::new();
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('[') {
        let (mark, after) = marked.split_once(']').expect("a mark is closed");
        let (found, meant) = mark.split_once('→').expect("a mark says what is meant");
        let (meant, kind) = meant.rsplit_once(':').expect("a mark says its kind");
        let kinds = [Kind::Tone, Kind::Letter, Kind::LookAlike, Kind::Title, Kind::Order];
        let kind = kinds.into_iter().find(|known| known.id().starts_with(kind)).expect("a kind that there is");
        sentence.push_str(before);
        let start = sentence.len();
        sentence.push_str(found);
        expected.push((start..sentence.len(), meant.to_owned(), kind));
        rest = after;
    }
    sentence.push_str(rest);
    Case { sentence, expected }
}

fn cases(source: &str) -> Vec<Case> {
    source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(case).collect()
}

/// How many findings were right, raised for nothing, and not made.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    false_alarms: usize,
    missed: usize,
    said: String,
}

impl Score {
    /// `language` is that of a report that each sentence is, if they are reports.
    fn of(watch: &Watch, source: &str, language: &str) -> Self {
        let mut score = Self::default();
        for case in cases(source) {
            let mut seen = watch.look(&RichText::plain(&case.sentence));
            let marked = seen.marked.clone();
            seen.accept_style(language, |person| marked.contains(&person));
            let found: Vec<_> = seen
                .wrong
                .iter()
                .map(|sighting| (sighting.range.clone(), sighting.meant[0].words.clone(), sighting.kind))
                .collect();
            score.right += case.expected.iter().filter(|expected| found.contains(expected)).count();
            for (what, list, other) in [("missed", &case.expected, &found), ("false alarm", &found, &case.expected)] {
                for (range, meant, kind) in list.iter().filter(|one| !other.contains(one)) {
                    let written = &case.sentence[range.clone()];
                    writeln!(score.said, "  {what}: {written} → {meant} ({}) in “{}”", kind.id(), case.sentence)
                        .expect("a string takes all");
                    *(if what == "missed" { &mut score.missed } else { &mut score.false_alarms }) += 1;
                }
            }
        }
        score
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.false_alarms).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

fn measure(what: &str, source: &str) -> Score {
    print(what, source, Score::of(&watch(), source, ""))
}

#[expect(clippy::print_stdout, reason = "the figures are to be seen")]
fn print(what: &str, source: &str, score: Score) -> Score {
    println!(
        "{what}: {} sentences, precision {:.3}, recall {:.3}\n{}",
        cases(source).len(),
        score.precision(),
        score.recall(),
        score.said
    );
    score
}

const SENTENCES: [(&str, &str); 3] = [
    ("vi", include_str!("../../tests/data/names/vi.txt")),
    ("ru", include_str!("../../tests/data/names/ru.txt")),
    ("en", include_str!("../../tests/data/names/en.txt")),
];

#[test]
fn the_labelled_sentences_are_judged_right() {
    let mut all = String::new();
    for (language, source) in SENTENCES {
        measure(language, source);
        all.push_str(source);
        all.push('\n');
    }
    let held_out = include_str!("../../tests/data/names/held-out.txt");
    let held = measure("held out", held_out);
    all.push_str(held_out);
    let score = measure("all", &all);
    assert!(cases(&all).len() >= 400, "{} sentences", cases(&all).len());
    assert!(score.precision() >= 0.97 && held.precision() >= 0.97, "false alarms:\n{}", score.said);
    assert!(score.recall() >= 0.90 && held.recall() >= 0.90, "missed:\n{}", score.said);
}

/// A list, and sentences in three languages.
type Set = (&'static str, &'static str, [(&'static str, &'static str); 3]);

macro_rules! set {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../tests/data/names/", $name, "/people.tsv")),
            [
                ("vi", include_str!(concat!("../../tests/data/names/", $name, "/vi.txt"))),
                ("ru", include_str!(concat!("../../tests/data/names/", $name, "/ru.txt"))),
                ("en", include_str!(concat!("../../tests/data/names/", $name, "/en.txt"))),
            ],
        )
    };
}

#[test]
fn sentences_by_others_are_judged_right() {
    let sets: [Set; 2] = [set!("second"), set!("fresh")];
    for (name, people, languages) in sets {
        let watch = watch_of(people);
        let mut all = Score::default();
        for (language, source) in languages {
            let score = print(&format!("{name} {language}"), source, Score::of(&watch, source, language));
            all.right += score.right;
            all.false_alarms += score.false_alarms;
            all.missed += score.missed;
        }
        assert!(all.precision() >= 0.97 && all.recall() >= 0.90, "{name}: {:.3} {:.3}", all.precision(), all.recall());
    }
}

#[test]
fn english_leaves_marks_out_throughout_or_not_at_all() {
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    report.participants.push(Arc::new(Participant::named(ids.participant(), "Nguyễn Văn Hùng")));
    report.headline = "Nguyen Van Hung speaks".into();
    assert_eq!(findings(&report, &[]), []);
    report.standfirst = "Nguyễn Văn Hùng spoke".into();
    assert_eq!(findings(&report, &[]).len(), 1);
    report.standfirst = "".into();
    report.language = "vi".into();
    assert_eq!(findings(&report, &[]).len(), 1);
}

#[test]
fn a_right_name_that_was_typed_by_hand_is_told_apart_from_a_live_reference() {
    let seen = watch().look(&RichText::plain("Jane Smith met Марину Кольцову and Trịnh Văn An."));
    assert_eq!((seen.right.len(), seen.wrong.len()), (3, 0));
}

#[test]
fn several_who_may_be_meant_are_all_offered() {
    let mut ids = IdSource::from_seed(1);
    let names = ["Nguyễn Văn An", "Nguyễn Văn Án"].map(|name| Arc::new(Participant::named(ids.participant(), name)));
    let seen = Watch::of(&names).look(&RichText::plain("Ông Nguyễn Văn Ạn đến."));
    let meant: Vec<_> = seen.wrong[0].meant.iter().map(|meant| meant.words.as_str()).collect();
    assert_eq!(meant, ["Nguyễn Văn An", "Nguyễn Văn Án"]);
    assert_eq!(seen.wrong[0].certainty, Certainty::Possible);
    assert!(Watch::of(&names).look(&RichText::plain("Ông Nguyễn Văn Án đến.")).wrong.is_empty());
}

#[test]
fn what_the_report_or_the_reporter_lets_pass_is_no_finding() {
    let mut ids = IdSource::from_seed(1);
    let mut report = Report::new(&mut ids, "en");
    report.participants.push(Arc::new(Participant::named(ids.participant(), "Jane Smith")));
    report.headline = "Jane Smyth speaks".into();
    report.standfirst = "Jane Smyth spoke".into();
    assert_eq!(findings(&report, &[]).len(), 2);
    assert_eq!(findings(&report, &["Jane Smyth".to_owned()]), []);
    let pass = |only_in| {
        let ignored_names = vec![crate::report::IgnoredName { words: "Jane Smyth".into(), only_in }];
        Arc::new(Details { ignored_names, ..Details::default() })
    };
    report.details = pass(Some(Slot::Headline));
    assert_eq!(findings(&report, &[])[0].0, Slot::Standfirst);
    report.details = pass(None);
    assert_eq!(findings(&report, &[]), []);
}

/// What is meant by the first wrong name of a sentence, with a list of these names.
fn meant(names: &[&str], sentence: &str) -> Option<(Vec<String>, Certainty)> {
    let mut ids = IdSource::from_seed(1);
    let people: Vec<_> = names.iter().map(|name| Arc::new(Participant::named(ids.participant(), name))).collect();
    let seen = Watch::of(&people).look(&RichText::plain(sentence));
    let first = seen.wrong.into_iter().next()?;
    Some((first.meant.into_iter().map(|meant| meant.words).collect(), first.certainty))
}

#[test]
fn a_name_without_marks_may_be_anybodys_who_has_its_letters() {
    let both = |one: &str, other: &str| Some((vec![one.to_owned(), other.to_owned()], Certainty::Possible));
    let (hung, hung_u) = ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng");
    assert_eq!(meant(&[hung, hung_u], "Ong Nguyen Van Hung den."), both(hung, hung_u));
    assert_eq!(meant(&[hung_u, hung], "Ông Nguyễn Van Hung đến."), both(hung_u, hung));
    let (an, an_a) = ("Nguyễn Văn An", "Nguyễn Văn Ân");
    assert_eq!(meant(&[an, an_a], "Ong Nguyen Van An den."), both(an, an_a));
    let (huong, huong_f) = ("Lê Thị Hương", "Lê Thị Hường");
    assert_eq!(meant(&[huong, huong_f], "Ba Le Thi Huongg den."), both(huong, huong_f));
}

#[test]
fn names_that_only_a_tone_tells_apart_are_two_people() {
    for (listed, written) in
        [("Lê Thị Hương", "Lê Thị Hường"), ("Trần Tuân", "Trần Tuấn"), ("Đỗ Văn Nhân", "Đỗ Văn Nhẫn")]
    {
        assert_eq!(meant(&[listed], &format!("Có {written} dự.")), None, "{written}");
        assert_eq!(meant(&[written], &format!("Có {listed} dự.")), None, "{listed}");
    }
    assert!(meant(&["Lê Thị Hương"], "Có Lê Thị Hưởng dự.").is_some());
}

#[test]
fn somebody_of_a_family_or_a_trade_is_not_the_one_on_the_list() {
    let watch =
        watch_of("Gabriela Núñez\t\t\tcurator\tBotanical Garden\nМарина Кольцова\t\t\tредактор\tГазета «Север»");
    let wrong = |sentence: &str| watch.look(&RichText::plain(sentence)).wrong.len();
    assert_eq!(wrong("Gabriel Núñez, her nephew, took the pictures."), 0);
    assert_eq!(wrong("Gabriel Núñez opened the hall."), 1);
    assert_eq!(wrong("Марина Кольцева, её племянница, фотографировала."), 0);
    assert_eq!(wrong("Марина Кольцева открыла зал."), 1);
}

#[test]
fn a_family_name_in_capitals_may_stand_first_and_capitals_stay() {
    assert_eq!(meant(&["Jane Smith"], "Then SMITH Jane spoke."), None);
    let capitals = meant(&["Jane Smith"], "Then SMITH JANE spoke.").map(|(meant, _)| meant);
    assert_eq!(capitals, Some(vec!["JANE SMITH".to_owned()]));
    assert!(meant(&["Jane Smith"], "Then Smith Jane spoke.").is_some());
}

/// The words of a text are judged once, whatever stands beside them there: all of them together are found as each sentence alone is.
#[test]
fn sentences_are_judged_alike_alone_and_together() {
    let lists = [
        (include_str!("../../tests/data/names/people.tsv"), SENTENCES.map(|(_, source)| source)),
        set_of(set!("second")),
        set_of(set!("fresh")),
    ];
    for (people, sources) in lists {
        let watch = watch_of(people);
        let mut together = String::new();
        let mut alone = Vec::new();
        for case in sources.into_iter().flat_map(cases) {
            let start = together.len();
            let sentence = RichText::plain(&case.sentence);
            for mut sighting in watch.look(&sentence).wrong {
                sighting.range = start + sighting.range.start..start + sighting.range.end;
                alone.push(sighting);
            }
            together.push_str(sentence.as_str());
            together.push('\n');
        }
        assert!(alone.len() > 30, "{} findings", alone.len());
        let all = watch.look(&RichText::plain(&together)).wrong;
        assert_eq!(all.iter().zip(&alone).find(|(one, other)| one != other), None);
        assert_eq!(all.len(), alone.len());
    }
}

fn set_of((_, people, languages): Set) -> (&'static str, [&'static str; 3]) {
    (people, languages.map(|(_, source)| source))
}
