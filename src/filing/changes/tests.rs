//! Two states of a report, and what a desk is told.

use super::*;
use crate::edit::notation::state;
use crate::report::{Block, BlockKind, Body, HeadingLevel, IdSource, Photo, RichText, Role, Style};

fn filed(report: &Report) -> Filed {
    Filed::of(report, "2026-01-31T09:00:00+07:00", "web")
}

/// A line for each change: the place, what was done, and the words with their marks.
fn told(before: &Report, after: &Report) -> Vec<String> {
    let changes = Changes::between(&filed(before), &filed(after), "en");
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
    assert_eq!(Changes::between(&filed(&one), &filed(&one), "en"), None);
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
fn roles_and_notes_are_told_as_they_are_printed() {
    let mut before = report("p |One.");
    let person = Participant::named(IdSource::from_seed(3).participant(), "An");
    before.participants = vec![Arc::new(person.clone())];
    let mut after = before.clone();
    let other = Participant { role: Role::Chair, note: "by video".into(), organisation: "Union".into(), ..person };
    after.participants = vec![Arc::new(other)];
    assert_eq!(told(&before, &after), ["Participant Changed: An[+, Union, Chair, by video]"]);
}

#[test]
fn links_and_styles_of_words_that_the_desk_has_are_told() {
    let styled = |report: &Report, range: std::ops::Range<usize>, change: &dyn Fn(&mut Style)| {
        let mut report = report.clone();
        let block = Block::clone(&report.body.blocks()[0]);
        let mut text = block.text.clone();
        text.restyle(range, change);
        report.body = Body::new(vec![Arc::new(Block { text, ..block })]);
        report
    };
    let plain = report("p |The mayor spoke. Nobody else did.");
    let linked = |address: &str| styled(&plain, 4..9, &|style| style.link = Some(address.into()));
    let (one, other) = (linked("https://a.example/"), linked("https://b.example/"));
    assert_eq!(told(&plain, &one), ["Link Added: [+mayor → https://a.example/]"]);
    assert_eq!(told(&one, &plain), ["Link Removed: [-mayor → https://a.example/]"]);
    assert_eq!(told(&one, &other), ["Link Changed: mayor → https://[-a.example][+b.example]/"]);
    let bold = styled(&plain, 4..9, &|style| style.strong = true);
    assert_eq!(told(&plain, &bold), ["Bold Added: [+mayor]"]);
    let both = styled(&bold, 0..15, &|style| style.emphasis = true);
    assert_eq!(told(&bold, &both), ["Italic Added: [+The mayor spoke]"], "bold words part it not");
    assert_eq!(told(&both, &plain), ["Bold Removed: [-mayor]", "Italic Removed: [-The mayor spoke]"]);
    // Whose name it is, is the reporter's own.
    let person = IdSource::from_seed(3).participant();
    assert_eq!(told(&plain, &styled(&plain, 4..9, &|style| style.person = Some(person))), [""; 0]);
    let heading =
        Block { kind: BlockKind::Heading { level: HeadingLevel::Two }, ..Block::clone(&plain.body.blocks()[0]) };
    let headed = Report { body: Body::new(vec![Arc::new(heading)]), ..plain.clone() };
    assert_eq!(told(&plain, &headed), ["Story Restyled: The mayor spoke. Nobody else did."]);
    let older = Filed { styled: None, kinds: None, ..filed(&both) };
    assert_eq!(Changes::between(&older, &filed(&headed), "en"), None, "what is not known is not told");
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
