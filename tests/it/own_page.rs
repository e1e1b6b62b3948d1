//! What the program published comes back: a report becomes a page, the page a report, and both say the same.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rapporteur::export::{self, Form, PictureError, PictureSource, Progress, Target, Watch};
use rapporteur::import::{Gathered, hash_of};
use rapporteur::language::phrases;
use rapporteur::language::typography::{repaired, repaired_plain};
use rapporteur::people::{ListFormat, write_list};
use rapporteur::report::{
    Block, BlockKind, Body, HeadingLevel, IdSource, ListStyle, Original, Participant, Photo, PhotoHash, PictureFormat,
    Report, RichText, Role, SizePx, Source, Style, Table,
};
use tempfile::TempDir;

struct Shelf(BTreeMap<PhotoHash, Vec<u8>>);

impl PictureSource for Shelf {
    fn original(&self, photo: &Photo) -> Result<Vec<u8>, PictureError> {
        self.0.get(&photo.hash).cloned().ok_or(PictureError::Missing)
    }
}

/// Words as people write them, in three languages, and signs that mean something in HTML.
const WORDS: [&str; 20] = [
    "Журналисты",
    "«двух рек»",
    "Bắc Giang",
    "\"quoted\"",
    "signed",
    "10 km",
    "<b>",
    "&amp;",
    "— да",
    "it's",
    "№ 5",
    "Nguyễn",
    "end.",
    "a/b",
    "100 %",
    "x < y",
    "Фото:",
    "и",
    "…",
    "2025–2026",
];

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(0..WORDS.len(), 1..5)
        .prop_map(|words| words.into_iter().map(|word| WORDS[word]).collect::<Vec<_>>().join(" "))
}

fn text() -> impl Strategy<Value = RichText> {
    let style = (any::<bool>(), any::<bool>(), 0..4_u8).prop_map(|(strong, emphasis, other)| Style {
        strong,
        emphasis,
        link: (other == 1).then(|| "https://example.org/a?b=1&c=2".into()),
        language: (other == 2).then(|| "vi".into()),
        ..Style::default()
    });
    proptest::collection::vec((words(), style), 1..4).prop_map(|runs| {
        let mut text = RichText::new();
        for (words, style) in runs {
            if !text.is_empty() {
                text.append(RichText::plain(" "));
            }
            text.append(RichText::styled(&words, style));
        }
        text
    })
}

/// A block of the story; a figure and a list of participants get theirs later.
#[derive(Debug, Clone)]
enum Piece {
    Text(BlockKind, RichText),
    Figure { caption: RichText, credit: String, alt: String, decorative: bool, beside: bool },
    People,
}

fn piece() -> impl Strategy<Value = Piece> {
    let two_or_three = any::<bool>().prop_map(|two| if two { HeadingLevel::Two } else { HeadingLevel::Three });
    let list_style = any::<bool>().prop_map(|bullets| if bullets { ListStyle::Bulleted } else { ListStyle::Numbered });
    prop_oneof![
        4 => text().prop_map(|text| Piece::Text(BlockKind::Paragraph, text)),
        1 => (two_or_three, text()).prop_map(|(level, text)| Piece::Text(BlockKind::Heading { level }, text)),
        1 => (text(), text(), any::<bool>()).prop_map(|(text, speaker, named)| {
            let speaker = if named { speaker } else { RichText::new() };
            Piece::Text(BlockKind::Quotation { speaker }, text)
        }),
        3 => (list_style, 0..3_u8, text()).prop_map(|(style, level, text)| Piece::Text(BlockKind::ListItem { style, level }, text)),
        1 => Just(Piece::Text(BlockKind::Divider, RichText::new())),
        1 => (any::<bool>(), proptest::collection::vec(proptest::collection::vec(text(), 3), 2..4)).prop_map(|(header, cells)| {
            let table = Table::of_texts(header, cells).expect("a small table");
            Piece::Text(BlockKind::Table { table }, RichText::new())
        }),
        1 => (text(), words(), words(), any::<bool>(), any::<bool>(), 0..4_u8).prop_map(|(caption, credit, alt, decorative, beside, empty)| {
            let caption = if empty == 1 { RichText::new() } else { caption };
            let credit = if empty == 2 { String::new() } else { credit };
            Piece::Figure { caption, credit, alt: if decorative { String::new() } else { alt }, decorative, beside }
        }),
        1 => Just(Piece::People),
    ]
}

#[derive(Debug, Clone)]
struct Plan {
    language: &'static str,
    head: Vec<String>,
    pieces: Vec<Piece>,
    people: Vec<(Vec<String>, usize, bool)>,
    delegations: Vec<String>,
}

fn plan() -> impl Strategy<Value = Plan> {
    let language = (0..3_usize).prop_map(|index| ["en", "ru", "vi"][index]);
    let person = (proptest::collection::vec(words(), 5), 0..Role::ALL.len(), any::<bool>());
    (
        language,
        proptest::collection::vec(words(), 12),
        proptest::collection::vec(piece(), 1..12),
        proptest::collection::vec(person, 0..5),
        proptest::collection::vec(words(), 2),
    )
        .prop_map(|(language, head, pieces, people, delegations)| Plan {
            language,
            head,
            pieces,
            people,
            delegations,
        })
}

fn png(number: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(16, 10, |x, y| image::Rgb([number, x as u8 * 16, y as u8 * 20]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a small picture can be written");
    bytes.into_inner()
}

/// A report by a plan, with its pictures.
fn report(plan: &Plan) -> (Report, Shelf) {
    let mut ids = IdSource::from_seed(3);
    let mut report = Report::new(&mut ids, plan.language);
    let line = |index: usize| RichText::plain(&plan.head[index]);
    report.kicker = line(0);
    report.headline = line(1);
    report.standfirst = line(2);
    report.byline = RichText::plain(&format!("{}, Anna Petrova", plan.head[3].replace([',', ';', '<'], " ")));
    report.place = line(4);
    let details = Arc::make_mut(&mut report.details);
    details.date = Some(jiff::civil::date(2025, 12, 26));
    details.keywords = vec![plan.head[5].replace(',', " ").as_str().into()];
    details.rights = plan.head[6].as_str().into();
    details.event.name = plan.head[7].as_str().into();
    details.event.venue = plan.head[8].as_str().into();
    details.event.city = "Bắc Giang".into();
    details.event.country = "Việt Nam".into();
    details.event.organisers = "Union of Journalists <https://union.example/>; Press office".into();
    details.event.start = Some(jiff::civil::date(2025, 12, 25));
    details.event.end = Some(jiff::civil::date(2025, 12, 26));
    details.publication.url = "https://example.org/news/1/".into();
    details.publication.publisher = plan.head[9].as_str().into();
    details.publication.publisher_logo = "https://example.org/logo.png".into();
    details.sources = vec![
        Source { name: "Báo Bắc Giang".into(), url: "https://example.vn/a".into() },
        Source { name: "".into(), url: "https://example.org/b".into() },
    ];
    for (fields, role, is_named) in &plan.people {
        let mut person = Participant::named(ids.participant(), if *is_named { &fields[0] } else { "" });
        person.organisation = fields[1].as_str().into();
        if *is_named {
            person.title = fields[2].as_str().into();
            person.honorific = if fields[3].len() % 2 == 0 { "Dr".into() } else { "".into() };
            person.code = "ap".into();
            person.short_name = "Anna".into();
        }
        person.role = Role::ALL[*role];
        let delegation = fields[4].len() % 3;
        person.delegation = plan.delegations.get(delegation).map_or("", String::as_str).into();
        let is_known = report
            .participants
            .iter()
            .any(|known| known.name == person.name && known.organisation == person.organisation);
        if !is_known {
            report.participants.push(Arc::new(person));
        }
    }
    let mut shelf = BTreeMap::new();
    let mut blocks = Vec::new();
    let mut lists = 0;
    for piece in &plan.pieces {
        let (kind, text) = match piece {
            Piece::Text(kind, text) => (kind.clone(), text.clone()),
            Piece::Figure { caption, credit, alt, decorative, beside } => {
                let bytes = png(report.photos.len() as u8);
                let original = Original {
                    hash: hash_of(&bytes),
                    format: PictureFormat::Png,
                    file_name: "a.png".into(),
                    size_px: SizePx { width: 16, height: 10 },
                    taken: None,
                };
                let mut photo = Photo::new(ids.photo(), original);
                (photo.caption, photo.credit, photo.alt) =
                    (caption.clone(), RichText::plain(credit), RichText::plain(alt));
                photo.decorative = *decorative;
                shelf.insert(photo.hash, bytes);
                let kind = BlockKind::Figure { photo: photo.id, beside: *beside };
                report.photos.push(Arc::new(photo));
                (kind, RichText::new())
            }
            // One list of all is enough for a page; with two nobody could say whose a heading is.
            Piece::People if lists > 0 => continue,
            Piece::People => {
                lists += 1;
                (BlockKind::Participants { delegation: None }, RichText::new())
            }
        };
        blocks.push(Arc::new(Block::new(ids.block(), kind, text)));
    }
    report.body = Body::new(blocks);
    assert_eq!(report.fault(), None);
    (report, Shelf(shelf))
}

/// What a report says, line by line, set as its language sets it: what the page does to spaces and quotation marks is no loss.
fn said(report: &Report) -> Vec<String> {
    let language = report.language.as_ref();
    let plain = |text: &str| repaired_plain(text.trim(), language);
    let rich = |text: &RichText| {
        // Who is named is on no page.
        let mut text = text.clone();
        text.restyle(0..text.len(), |style| style.person = None);
        let set = repaired(&text, language);
        let run = |(words, style): (&str, Style)| {
            let marks = format!("{}{}", if style.strong { "*" } else { "" }, if style.emphasis { "_" } else { "" });
            format!("[{marks}{}{}|{words}]", style.link.unwrap_or_default(), style.language.unwrap_or_default())
        };
        set.runs().map(run).collect::<String>()
    };
    let details = &report.details;
    let event = &details.event;
    let mut lines: Vec<String> =
        [&report.kicker, &report.headline, &report.standfirst, &report.place].map(|line| plain(line.as_str())).to_vec();
    // The address of the only author comes back behind his name.
    let author_url = &details.publication.author_url;
    let byline = plain(report.byline.as_str());
    lines.push(if author_url.is_empty() || byline.contains('<') { byline } else { format!("{byline} <{author_url}>") });
    lines.push(format!("{:?} {:?} {:?}", details.date, event.start, event.end));
    // A hall that is called as its town is not told from a town without a hall.
    let venue = if event.venue == event.city { "" } else { &event.venue };
    lines.extend([&event.name, venue, &event.city, &event.country].map(plain));
    // An address after a name may stand in brackets of two kinds.
    lines.push(plain(&event.organisers.replace("(http", "<http").replace(')', ">")));
    lines.extend(
        [
            &details.rights,
            &details.publication.url,
            &details.publication.publisher,
            &details.publication.publisher_logo,
        ]
        .map(|part| plain(part)),
    );
    lines.extend(details.keywords.iter().map(|word| plain(word)));
    lines.extend(details.sources.iter().map(|source| format!("{} {}", plain(&source.name), source.url)));
    // The lists that are open, as a page can have them: no level without one above it.
    let mut open = 0_u8;
    for (place, block) in report.body.blocks().iter().enumerate() {
        if let BlockKind::ListItem { style, level } = block.kind {
            let level = level.min(open);
            open = level + 1;
            lines.push(format!("{style:?} {level} {}", rich(&block.text)));
            continue;
        }
        open = 0;
        match &block.kind {
            BlockKind::Figure { photo, .. } => {
                let photo = report.photo(*photo).expect("the photo is there");
                let row = report.body.row(place).expect("a figure has a row");
                let credit = phrases::credit(&plain(photo.credit.as_str()), language);
                let (alt, decorative) = (plain(photo.alt.as_str()), photo.decorative);
                lines.push(format!(
                    "figure {} {credit} {alt} {decorative} {}",
                    rich(&photo.caption),
                    place - row.start
                ));
            }
            BlockKind::Quotation { speaker } => lines.push(format!("q {} {}", rich(&block.text), rich(speaker))),
            BlockKind::Table { table } => {
                lines.push(format!("table {}", table.header));
                lines
                    .extend(table.rows().iter().map(|row| row.iter().map(|cell| rich(&cell.text)).collect::<String>()));
            }
            // Of nobody there is no list.
            BlockKind::Participants { .. } if report.participants.is_empty() => {}
            // An article of nothing has one paragraph of nothing.
            BlockKind::Paragraph if block.text.is_empty() => {}
            kind => lines.push(format!("{kind:?} {}", rich(&block.text))),
        }
    }
    lines
}

fn person(person: &Participant, language: &str, with_codes: bool) -> String {
    let fields = [&person.name, &person.honorific, &person.title, &person.organisation, &person.delegation];
    let fields = fields.map(|field| repaired_plain(field, language)).join(" | ");
    let codes = if with_codes { format!("{} {}", person.short_name, person.code) } else { String::new() };
    format!("{fields} {:?} {codes}", person.role)
}

/// The participants in the order in which a page lists them.
fn listed(report: &Report) -> Vec<String> {
    let parts = report.listed_participants(None);
    parts.iter().flat_map(|(_, people)| people).map(|one| person(one, &report.language, false)).collect()
}

fn publish(report: &Report, shelf: &Shelf, target: Target, out: &Path) {
    let mut quiet = |_: Progress| {};
    let mut watch = Watch { on_progress: &mut quiet, cancel: &AtomicBool::new(false) };
    export::export(report, shelf, target, out, &mut watch).expect("the page is written");
}

fn bring_back(source: PathBuf) -> Report {
    let gathered = Gathered::read(&[source], "").expect("the page is read");
    let language = gathered.language().expect("the page says its language");
    let mut ids = IdSource::from_seed(9);
    let mut report = Report::new(&mut ids, &language);
    let addition = gathered.into_addition(&report, &mut ids);
    addition.apply_to(&mut report);
    assert_eq!(report.fault(), None);
    report
}

fn zipped(folder: &Path) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: String, path: &Path| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file begins");
        zip.write_all(&fs::read(path).expect("a file is read")).expect("a file is packed");
    };
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
        if entry.is_dir() {
            for inner in fs::read_dir(&entry).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                put(format!("{}/{}", name(&entry), name(&inner)), &inner);
            }
        } else {
            put(name(&entry), &entry);
        }
    }
    zip.finish().expect("a ZIP file").into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn a_page_comes_back_as_the_report_was(plan in plan()) {
        let (report, shelf) = report(&plan);
        let desk = TempDir::new().expect("a folder");
        let folder = desk.path().join("page");
        publish(&report, &shelf, Target::Page, &folder);
        let back = bring_back(folder.clone());
        prop_assert_eq!(said(&back), said(&report));
        let has_list = report.body.blocks().iter().any(|block| matches!(block.kind, BlockKind::Participants { .. }));
        if has_list {
            let people: Vec<_> = back.participants.iter().map(|one| person(one, &back.language, false)).collect();
            prop_assert_eq!(people, listed(&report));
        }

        let single = desk.path().join("one.html");
        publish(&report, &shelf, Target::Html, &single);
        let from_one_file = bring_back(single);
        prop_assert_eq!(said(&from_one_file), said(&report));

        let table = write_list(&report, ListFormat::Csv, false).expect("a table");
        fs::write(folder.join("participants.csv"), table).expect("the table is written");
        let archive = desk.path().join("desk.zip");
        fs::write(&archive, zipped(&folder)).expect("the ZIP file is written");
        for package in [folder, archive] {
            let back = bring_back(package);
            prop_assert_eq!(said(&back), said(&report));
            let all = |report: &Report| report.participants.iter().map(|one| person(one, &report.language, true)).collect::<Vec<_>>();
            prop_assert_eq!(all(&back), all(&report));
        }
    }
}

#[test]
fn the_sample_comes_back_from_its_page() {
    for language in ["en", "ru", "vi"] {
        let mut ids = IdSource::from_seed(1);
        let sample = rapporteur::sample::sample(language, &mut ids);
        // Small pictures stand for the large ones: it is the words that are looked at.
        let shelf = Shelf((0..).zip(&sample.photos).map(|(number, (hash, ..))| (*hash, png(number))).collect());
        let desk = TempDir::new().expect("a folder");
        let folder = desk.path().join("page");
        publish(&sample.report, &shelf, Target::Page, &folder);
        let back = bring_back(folder.join("index.html"));
        assert_eq!(said(&back), said(&sample.report), "{language}");
        assert_eq!(listed(&back), listed(&sample.report), "{language}");
    }
}

#[test]
fn photos_that_are_not_in_the_text_come_back_from_a_desk_package() {
    let mut ids = IdSource::from_seed(5);
    let mut report = Report::new(&mut ids, "vi");
    report.headline = RichText::plain("Hai con sông");
    let mut shelf = Shelf(BTreeMap::new());
    for number in 0..12 {
        let bytes = png(number);
        let original = Original {
            hash: hash_of(&bytes),
            format: PictureFormat::Png,
            file_name: format!("IMG_{number}.png").as_str().into(),
            size_px: SizePx { width: 16, height: 10 },
            taken: None,
        };
        let mut photo = Photo::new(ids.photo(), original);
        photo.caption = RichText::plain(&format!("Ảnh số {number}"));
        photo.credit = RichText::plain("Trịnh Văn An");
        photo.alt = RichText::plain(&format!("Người thứ {number} đứng dậy"));
        shelf.0.insert(photo.hash, bytes);
        report.photos.push(Arc::new(photo));
    }
    let figure = |ids: &mut IdSource, at: usize| {
        Arc::new(Block::new(
            ids.block(),
            BlockKind::Figure { photo: report.photos[at].id, beside: false },
            RichText::new(),
        ))
    };
    report.body = Body::new(vec![figure(&mut ids, 7), figure(&mut ids, 2)]);
    let captions = |report: &Report| {
        let said =
            |photo: &Photo| [&photo.caption, &photo.credit, &photo.alt].map(|text| repaired_plain(text.as_str(), "vi"));
        let shown: Vec<_> = report.body.blocks().iter().filter_map(|block| report.photo(block.photo()?)).collect();
        let is_left = |photo: &&Arc<Photo>| !shown.iter().any(|shown| shown.id == photo.id);
        let left: Vec<_> = report.photos.iter().filter(is_left).map(|photo| said(photo)).collect();
        (shown.into_iter().map(|photo| said(photo)).collect::<Vec<_>>(), left)
    };
    let desk = TempDir::new().expect("a folder");
    let mut preset = rapporteur::filing::built_in().swap_remove(0);
    preset.all_photos = true;
    for (name, form) in [("package", Form::Folder), ("package.zip", Form::Zip)] {
        let mut quiet = |_: Progress| {};
        let mut watch = Watch { on_progress: &mut quiet, cancel: &AtomicBool::new(false) };
        let out = desk.path().join(name);
        export::desk(&report, &shelf, &preset, &export::Template::default(), (&out, form), &mut watch)
            .expect("the package is written");
        assert_eq!(captions(&bring_back(out)), captions(&report), "{name}");
    }
    // The lead photo comes back: the first of the text, another of it, one beside it, and none where none was chosen.
    let lead = |report: &Report| {
        let lead = report.details.lead_photo.and_then(|id| report.photo(id));
        lead.map(|photo| repaired_plain(photo.alt.as_str(), "vi"))
    };
    for (at, form) in [(Some(7), Form::Folder), (Some(2), Form::Zip), (Some(5), Form::Folder), (None, Form::Zip)] {
        let chosen = at.map(|at: usize| report.photos[at].id);
        Arc::make_mut(&mut report.details).lead_photo = chosen;
        let name = format!("lead-{at:?}{}", if form == Form::Zip { ".zip" } else { "" });
        let mut watch = Watch { on_progress: &mut |_: Progress| {}, cancel: &AtomicBool::new(false) };
        let out = desk.path().join(&name);
        export::desk(&report, &shelf, &preset, &export::Template::default(), (&out, form), &mut watch)
            .expect("the package is written");
        assert_eq!(lead(&bring_back(out)), lead(&report), "{name}");
    }
}
