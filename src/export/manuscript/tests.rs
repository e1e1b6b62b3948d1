use std::sync::Arc;

use super::*;
use crate::report::{Block, BlockKind, Body, IdSource, ListStyle, Participant};

fn list(items: &[(ListStyle, u8)]) -> Vec<(usize, usize, usize)> {
    let mut ids = IdSource::from_seed(5);
    let mut report = Report::new(&mut ids, "en");
    let block = |(style, level): &(ListStyle, u8)| {
        let kind = BlockKind::ListItem { style: *style, level: *level };
        Arc::new(Block::new(ids.block(), kind, RichText::plain("item")))
    };
    report.body = Body::new(items.iter().map(block).collect());
    let manuscript = Manuscript::of(&report);
    let items = manuscript.story.into_iter().flat_map(|piece| match piece {
        Piece::List(items) => items,
        _ => Vec::new(),
    });
    items.map(|item| (item.depth, item.number, item.list)).collect()
}

#[test]
fn items_are_counted_as_a_reader_counts_them() {
    use ListStyle::{Bulleted, Numbered};
    assert_eq!(
        list(&[(Numbered, 0), (Numbered, 1), (Numbered, 1), (Numbered, 0), (Numbered, 1)]),
        [(0, 1, 0), (1, 1, 1), (1, 2, 1), (0, 2, 0), (1, 1, 2)]
    );
    assert_eq!(list(&[(Numbered, 4), (Bulleted, 4), (Numbered, 0)]), [(0, 1, 0), (1, 1, 1), (0, 2, 0)]);
    assert_eq!(list(&[(Bulleted, 0), (Numbered, 0)]), [(0, 1, 0), (0, 1, 1)]);
}

#[test]
fn the_byline_says_who_where_and_when() {
    let mut ids = IdSource::from_seed(5);
    let mut report = Report::new(&mut ids, "en");
    assert_eq!(Manuscript::of(&report).byline, RichText::new());
    report.byline = "Anna Petrova <https://example.org/anna>, Lê Hoa".into();
    report.place = "Bắc Ninh".into();
    let details = Arc::make_mut(&mut report.details);
    details.date = Some(jiff::civil::date(2025, 12, 26));
    details.publication.updated = "2025-12-27T09:00:00+07:00".into();
    let byline = Manuscript::of(&report).byline;
    let shown = "By Anna Petrova, Lê Hoa · Bắc Ninh, 26 December 2025 · Updated 27 December 2025, 09:00 (UTC+7)";
    assert_eq!(byline.as_str().replace('\u{a0}', " "), shown);
    assert_eq!(byline.spans().len(), 1, "one name leads somewhere");
}

#[test]
fn delegations_are_named_also_where_there_is_one() {
    let mut ids = IdSource::from_seed(5);
    let mut report = Report::new(&mut ids, "en");
    let mut person = Participant::named(ids.participant(), "Lê Hoa");
    person.delegation = "Bắc Ninh".into();
    person.title = "chair".into();
    report.participants = vec![Arc::new(person)];
    let mut block =
        |delegation| Arc::new(Block::new(ids.block(), BlockKind::Participants { delegation }, RichText::new()));
    report.body = Body::new(vec![block(None)]);
    let words = |report: &Report| -> Vec<String> {
        let words = |piece: &Piece| match piece {
            Piece::Heading { level, words } => format!("{level} {}", words.as_str()),
            Piece::List(items) => items.iter().map(|item| item.words.as_str()).collect(),
            _ => String::new(),
        };
        Manuscript::of(report).story.iter().map(words).collect()
    };
    assert_eq!(words(&report), ["2 Participants", "3 Bắc Ninh", "Lê Hoa, chair"]);
}

#[test]
fn a_language_tag_is_one_or_none() {
    assert_eq!(language_tag("zh_Hans").as_deref(), Some("zh-Hans"));
    for tag in ["", "x", "en\" onclick", "english language", "en-"] {
        assert_eq!(language_tag(tag), None, "{tag}");
    }
}
