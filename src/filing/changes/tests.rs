//! Two states of a report, and what a desk is told.

use super::*;
use crate::edit::notation::state;
use crate::report::{Block, BlockKind, Body, IdSource, Photo, RichText};

fn filed(report: &Report) -> Filed {
    Filed::of(report, "2026-01-31T09:00:00+07:00", "web")
}

/// A line for each change: the place, what was done, and the words with their marks.
fn told(before: &Report, after: &Report) -> Vec<String> {
    let changes = Changes::between(&filed(before), &filed(after));
    let line = |change: &Change| {
        let place = match &change.place {
            Place::Caption(photo) | Place::Credit(photo) | Place::Alt(photo) | Place::Photo(photo) => {
                let place = format!("{:?}", change.place);
                let kind = place.split('(').next().unwrap_or_default().to_owned();
                format!("{kind} {:?} {}", photo.number, photo.name)
            }
            place => format!("{place:?}"),
        };
        let words: String = change
            .pieces
            .iter()
            .map(|piece| match piece.mark {
                Mark::Same => piece.text.clone(),
                Mark::Added => format!("[+{}]", piece.text),
                Mark::Removed => format!("[-{}]", piece.text),
            })
            .collect();
        format!("{place} {:?}: {words}", change.what)
    };
    changes.map(|changes| changes.changes.iter().map(line).collect()).unwrap_or_default()
}

fn report(source: &str) -> Report {
    state(source).0
}

#[test]
fn nothing_is_told_where_nothing_changed() {
    let one = report("p |One. Two.\nfig 1 cap");
    assert_eq!(Changes::between(&filed(&one), &filed(&one)), None);
    // A paragraph that is parted has the same sentences.
    assert_eq!(told(&report("p |One. Two."), &report("p |One.\np Two.")), [""; 0]);
}

#[test]
fn sentences_come_go_change_and_move() {
    let before = report("p |One stays. The mayor spoke on Friday evening. This one goes.\np Last.");
    let after = report("p |Last.\np One stays. The mayor spoke on Saturday evening.\np Quite another matter.");
    assert_eq!(
        told(&before, &after),
        [
            "Story Moved: Last.",
            "Story Changed: The mayor spoke on [-Friday][+Saturday] evening.",
            "Story Removed: [-This one goes.]",
            "Story Added: [+Quite another matter.]",
        ]
    );
}

#[test]
fn the_head_is_told_field_by_field() {
    let before = report("p |One.");
    let mut after = before.clone();
    after.headline = "Hội nghị".into();
    after.place = "Huế".into();
    assert_eq!(told(&before, &after), ["Headline Changed: [-Headline][+Hội nghị]", "Dateline Added: [+Huế]"]);
    assert_eq!(told(&after, &before), ["Headline Changed: [-Hội nghị][+Headline]", "Dateline Removed: [-Huế]"]);
}

#[test]
fn captions_and_pictures_are_told_by_photo() {
    let before = report("p |One.\nfig 1 first\nfig 2 second\nfig 3 third");
    let mut after = before.clone();
    let mut change = |index: usize, change: &dyn Fn(&mut Photo)| {
        change(Arc::make_mut(&mut after.photos[index]));
    };
    change(0, &|photo| photo.caption = "first of all".into());
    change(0, &|photo| photo.credit = "An".into());
    change(1, &|photo| photo.turns = crate::report::QuarterTurns::new(1));
    change(2, &|photo| photo.hash = crate::report::PhotoHash::from_bytes([9; 32]));
    assert_eq!(
        told(&before, &after),
        [
            "Caption Some(1) first of all Changed: first[+ of all]",
            "Credit Some(1) first of all Added: [+An]",
            "Photo Some(2) second Reframed: ",
            "Photo Some(3) third OtherPicture: ",
        ]
    );
    let blocks: Vec<_> = before.body.blocks().iter().filter(|block| block.photo().is_some()).cloned().collect();
    let first = before.body.blocks()[0].clone();
    let with = |order: &[usize]| {
        let mut report = before.clone();
        let figures = order.iter().map(|place| Arc::clone(&blocks[*place]));
        report.body = Body::new(std::iter::once(Arc::clone(&first)).chain(figures).collect());
        report
    };
    assert_eq!(told(&before, &with(&[1, 2, 0])), ["Photo Some(3) first Moved: "]);
    assert_eq!(told(&before, &with(&[0, 1])), ["Photo None third TakenOut: "]);
    assert_eq!(told(&with(&[0, 1]), &before), ["Photo Some(3) third PutIn: "]);
    let mut gone = with(&[0, 1]);
    gone.photos.pop();
    assert_eq!(told(&before, &gone), ["Photo None third Removed: "]);
    assert_eq!(told(&gone, &before), ["Photo Some(3) third Added: ", "Caption Some(3) third Added: [+third]"]);
}

#[test]
fn names_and_offices_are_told_and_contacts_are_not() {
    let mut ids = IdSource::from_seed(3);
    let mut before = report("p |One.");
    let person = Participant { title: "minister".into(), ..Participant::named(ids.participant(), "Lê Thị Hoa") };
    before.participants = vec![Arc::new(person.clone()), Arc::new(Participant::named(ids.participant(), "An"))];
    let mut after = before.clone();
    let other = Participant { name: "Lê Thị Hoà".into(), private_contact: "secret".into(), ..person };
    after.participants = vec![Arc::new(other), Arc::new(Participant::named(ids.participant(), "Bình"))];
    assert_eq!(
        told(&before, &after),
        [
            "Participant Changed: Lê Thị [-Hoa][+Hoà], minister",
            "Participant Added: [+Bình]",
            "Participant Removed: [-An]"
        ]
    );
}

#[test]
fn what_is_written_in_tables_and_by_speakers_is_part_of_the_story() {
    let mut before = report("p |One.");
    let mut ids = IdSource::from_seed(4);
    let quotation = BlockKind::Quotation { speaker: "An".into() };
    let block = Block::new(ids.block(), quotation, RichText::plain("We agree."));
    before.body = Body::new(vec![Arc::new(block.clone())]);
    let mut after = before.clone();
    let other = Block { kind: BlockKind::Quotation { speaker: "Bình".into() }, ..block };
    after.body = Body::new(vec![Arc::new(other)]);
    assert_eq!(told(&before, &after), ["Story Removed: [-An]", "Story Added: [+Bình]"]);
}
