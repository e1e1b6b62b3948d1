//! Documents that the program writes, read by others: Markdown by our own import, and the sample in every format.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rapporteur::export::{self, DocumentKind, NoPictures, Target, Watch, markdown, text};
use rapporteur::import::{Draft, DraftBlock, parse_document, parse_markdown};
use rapporteur::language::typography::{repaired, repaired_plain};
use rapporteur::report::{
    Block, BlockKind, Body, HeadingLevel, IdSource, ListStyle, Original, Photo, PhotoHash, PictureFormat, Report,
    RichText, SizePx, Style, Table,
};
use rapporteur::sample::sample;

/// Words with what Markdown can say of them, without the space around them.
fn kept(text: &RichText, language: &str) -> RichText {
    let mut text = repaired(text, language);
    let end = text.len();
    text.restyle(0..end, |style| (style.person, style.language) = (None, None));
    let whole = text.as_str();
    let start = whole.len() - whole.trim_start().len();
    text.slice(start..whole.trim_end().len().max(start))
}

/// A block in short: what it is and its words.
type Line = (String, RichText);

/// The story as it should come back.
fn written(report: &Report) -> Vec<Line> {
    let kept = |text: &RichText| kept(text, &report.language);
    let mut lines = Vec::new();
    for block in report.body.blocks() {
        match &block.kind {
            BlockKind::Quotation { speaker } => {
                lines.push(("quotation".to_owned(), kept(&block.text)));
                lines.push(("speaker".to_owned(), kept(speaker)));
            }
            BlockKind::Figure { photo, .. } => {
                let photo = report.photo(*photo).expect("the photo of a figure");
                let mut caption = repaired(&photo.caption, &report.language);
                let end = caption.len();
                caption.restyle(0..end, |style| style.emphasis = false);
                let credit = rapporteur::language::phrases::credit(photo.credit.as_str(), &report.language);
                let space = if credit.is_empty() { "" } else { " " };
                caption.append(RichText::plain(&format!("{space}{credit}")));
                lines.push(("caption".to_owned(), kept(&caption)));
                let alt = repaired_plain(photo.alt.as_str(), &report.language);
                lines.push(("alt".to_owned(), RichText::plain(alt.trim())));
            }
            BlockKind::Table { table } => lines.extend(table.cells().map(|cell| ("cell".to_owned(), kept(&cell.text)))),
            BlockKind::Participants { .. } => break,
            kind => lines.push((format!("{kind:?}"), kept(&block.text))),
        }
    }
    lines.retain(|(kind, words)| !words.is_empty() || kind == "Divider");
    lines
}

/// The story as it came back.
fn read(draft: &Draft) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in &draft.blocks {
        match block {
            DraftBlock::Picture(place) => {
                lines.push(("caption".to_owned(), place.caption.clone()));
                lines.push(("alt".to_owned(), place.alt.clone()));
            }
            DraftBlock::Text { kind: BlockKind::Quotation { speaker }, text } => {
                lines.push(("quotation".to_owned(), text.clone()));
                lines.push(("speaker".to_owned(), speaker.clone()));
            }
            DraftBlock::Text { kind: BlockKind::Table { table }, .. } => {
                lines.extend(table.cells().map(|cell| ("cell".to_owned(), cell.text.clone())));
            }
            DraftBlock::Text { kind, text } => lines.push((format!("{kind:?}"), text.clone())),
        }
    }
    lines.retain(|(kind, words)| !words.is_empty() || kind == "Divider");
    lines
}

#[test]
fn the_sample_comes_back_from_markdown_in_every_language() {
    for language in ["en", "ru", "vi"] {
        let report = sample(language, &mut IdSource::from_seed(3)).report;
        let draft = parse_markdown(&markdown::write_beside_page(&report));
        let expected = written(&report);
        assert!(expected.len() > 30, "{language}: {}", expected.len());
        let found = read(&draft);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{language}");
        }
        assert!(found.len() > expected.len(), "{language}: the participants follow");
        let repaired = |text: &str| repaired_plain(text, language);
        assert_eq!(draft.headline.expect("a headline").as_str(), repaired(report.headline.as_str()));
        assert_eq!(draft.standfirst.expect("a standfirst").as_str(), repaired(report.standfirst.as_str()));
        assert_eq!(draft.byline.expect("a byline").as_str(), report.byline.as_str());
        assert_eq!(draft.place.expect("a place").as_str(), report.place.as_str());
        assert_eq!(draft.date, report.details.date);
        assert_eq!(draft.language.as_deref(), Some(language));
        assert_eq!(draft.keywords, report.details.keywords);
        assert_eq!(draft.sources.len(), report.details.sources.len());
    }
}

#[test]
fn photos_side_by_side_come_back_from_markdown_as_rows() {
    let mut report = sample("vi", &mut IdSource::from_seed(3)).report;
    let mut ids = IdSource::from_seed(4);
    let row = |of: usize| (0..of).map(move |place| place > 0);
    let plan: Vec<bool> = row(2).chain(row(3)).chain(row(1)).collect();
    let figures = plan.iter().enumerate().map(|(place, beside)| {
        let mut photo = Photo::clone(&report.photos[place % report.photos.len()]);
        photo.id = ids.photo();
        // One has no caption.
        if place == 3 {
            (photo.caption, photo.credit) = Default::default();
        }
        let kind = BlockKind::Figure { photo: photo.id, beside: *beside };
        (photo, Block::new(ids.block(), kind, RichText::new()))
    });
    let (photos, blocks): (Vec<_>, Vec<_>) = figures.unzip();
    report.photos = photos.into_iter().map(Arc::new).collect();
    report.body = Body::new(blocks.into_iter().map(Arc::new).collect());
    let draft = parse_markdown(&markdown::write_beside_page(&report));
    let beside = |block: &DraftBlock| match block {
        DraftBlock::Picture(place) => Some(place.beside),
        DraftBlock::Text { .. } => None,
    };
    assert_eq!(draft.blocks.iter().filter_map(beside).collect::<Vec<_>>(), plan);
}

#[test]
fn the_sample_comes_back_from_word_processors_documents() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = sample("vi", &mut IdSource::from_seed(3)).report;
    for kind in [DocumentKind::Docx, DocumentKind::Odt] {
        let never = AtomicBool::new(false);
        let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
        let out = folder.path().join(kind.extension());
        export::export(&report, &NoPictures, Target::Document(kind), &out, &mut watch).expect("a document");
        let draft = parse_document(std::fs::read(&out).expect("the document")).expect("a document that can be read");
        let read: Vec<String> = read(&draft).into_iter().map(|(_, words)| words.as_str().to_owned()).collect();
        let mut at = 0;
        for (name, words) in written(&report).iter().filter(|(name, _)| !matches!(&**name, "alt" | "caption")) {
            let found = read[at..].iter().position(|line| line.contains(words.as_str()));
            at += found.unwrap_or_else(|| panic!("{kind:?}: {name} {:?} is not in {:?}", words.as_str(), &read[at..]));
        }
        assert_eq!(draft.headline.expect("a headline").as_str(), report.headline.as_str(), "{kind:?}");
        assert_eq!(draft.byline.expect("a byline").as_str(), report.byline.as_str(), "{kind:?}");
    }
}

#[test]
fn the_sample_is_whole_as_plain_text() {
    for language in ["en", "ru", "vi"] {
        let report = sample(language, &mut IdSource::from_seed(3)).report;
        let text = text::write(&report);
        let lines = written(&report);
        let mut at = 0;
        for (kind, words) in
            lines.iter().filter(|(_, words)| words.spans().iter().all(|span| span.style.link.is_none()))
        {
            let found = text[at..].find(words.as_str());
            at += found.unwrap_or_else(|| panic!("{language}: {kind} {:?} is not in its place", words.as_str()));
        }
        for person in &report.participants {
            assert!(text.contains(&*person.note) && text.contains(&**person.shown_name()), "{}", person.shown_name());
        }
    }
}

#[test]
fn a_lost_picture_is_told_and_its_words_stay() {
    let report = sample("en", &mut IdSource::from_seed(3)).report;
    let folder = tempfile::tempdir().expect("a folder");
    for kind in DocumentKind::ALL {
        let never = AtomicBool::new(false);
        let mut watch = Watch { on_progress: &mut |_| {}, cancel: &never };
        let out = folder.path().join(kind.extension());
        let done = export::export(&report, &NoPictures, Target::Document(kind), &out, &mut watch).expect("a document");
        let lost = done.notices.iter().filter(|notice| notice.to_string().contains("the picture is missing")).count();
        let holds_pictures = !matches!(kind, DocumentKind::Markdown | DocumentKind::Text);
        assert_eq!(lost > 0, holds_pictures, "{kind:?}");
    }
}

const SIGNS: &str = "[a-zа-яệ0-9 *_`~#>|\\[\\]()!<&;:.+\"'\\\\/-]{0,9}";

fn words() -> impl Strategy<Value = RichText> {
    proptest::collection::vec((SIGNS, 0..6_u8), 1..5).prop_map(|runs| {
        let mut text = RichText::new();
        for (words, style) in runs {
            let link = (style == 4).then(|| "https://example.org/a_(b)?x=1&amp=%3C2".into());
            let (strong, emphasis) = (matches!(style, 1 | 3), matches!(style, 2 | 3));
            text.append(RichText::styled(&words, Style { strong, emphasis, link, ..Style::default() }));
        }
        // Neighbours that are clean by themselves stay so: the signs have no marks that combine.
        text
    })
}

/// A line that begins and ends with a letter, for the places where an import looks at the first or last sign of what people write.
fn plain_ended(text: &RichText) -> RichText {
    let mut line = RichText::plain("a");
    line.append(text.clone());
    line.append(RichText::plain("z"));
    line
}

fn report_of(texts: &[RichText]) -> Report {
    let mut ids = IdSource::from_seed(11);
    let mut report = Report::new(&mut ids, "en");
    let original = Original {
        hash: PhotoHash::from_bytes([7; 32]),
        format: PictureFormat::Jpeg,
        file_name: "IMG_1.JPG".into(),
        size_px: SizePx { width: 1000, height: 600 },
        taken: None,
    };
    let mut photo = Photo::new(ids.photo(), original);
    let id = photo.id;
    (photo.caption, photo.alt) = (plain_ended(&texts[6]), RichText::plain(texts[7].as_str()));
    photo.credit = "Anna Petrova".into();
    report.photos = vec![Arc::new(photo)];
    report.headline = RichText::plain(texts[8].as_str());
    let item = |style, level| BlockKind::ListItem { style, level };
    let cells = vec![vec![plain_ended(&texts[9]), texts[10].clone()], vec![texts[11].clone(), plain_ended(&texts[0])]];
    let table = Table::of_texts(true, cells).expect("a table");
    let blocks = [
        (BlockKind::Paragraph, texts[0].clone()),
        (BlockKind::Heading { level: HeadingLevel::Two }, texts[1].clone()),
        (item(ListStyle::Bulleted, 0), plain_ended(&texts[2])),
        (item(ListStyle::Numbered, 1), plain_ended(&texts[3])),
        (BlockKind::Quotation { speaker: plain_ended(&texts[5]) }, plain_ended(&texts[4])),
        (BlockKind::Figure { photo: id, beside: false }, RichText::new()),
        (BlockKind::Divider, RichText::new()),
        (BlockKind::Table { table }, RichText::new()),
        (BlockKind::Paragraph, plain_ended(&texts[3])),
    ];
    let blocks = blocks.into_iter().map(|(kind, text)| Arc::new(Block::new(ids.block(), kind, text)));
    report.body = Body::new(blocks.collect());
    report
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn what_is_written_as_markdown_is_read_as_it_was(texts in proptest::collection::vec(words(), 12)) {
        let report = report_of(&texts);
        let file = markdown::write_beside_page(&report);
        let draft = parse_markdown(&file);
        let (found, expected) = (read(&draft), written(&report));
        prop_assert_eq!(&found, &expected, "{}", file);
        let headline = repaired_plain(report.headline.as_str(), "en");
        prop_assert_eq!(draft.headline.map(|text| text.as_str().to_owned()).unwrap_or_default(), headline.trim(), "{}", file);
    }
}
