//! A report's body and selection as text, for tests.
//!
//! A line is a block: `p`, `h2`, `h3`, `quote words ~ speaker`, `-` (deeper: `--`), `1.` (deeper: `1.1.`), `fig 1 the caption` (`fig+` beside the figure before it), `people`,
//! `---`, `tab a ; b / c ; d` (`tabh` with a row of headings); or a line of the head: `headline`, `standfirst`. In the text
//! `*bold*`, `_italic_`, `{link}` and `[1:name]` (a reference to participant 1) stand for styles; `|` is the caret, `<` and `>` are the ends
//! of the selection; `|#` selects a figure or table as a whole, `|` the other blocks without words. Every `fig` is a photo of the report;
//! participant 1 is Anna.

use std::sync::Arc;

use crate::edit::{Applied, Editor, Selection, Transaction};
use crate::report::{
    Block, BlockId, BlockKind, Body, Cell, HeadingLevel, IdSource, ListStyle, Original, Participant, ParticipantId,
    Photo, PhotoHash, PhotoId, PictureFormat, Pos, Report, RichText, SizePx, Slot, Style, Table,
};

/// Where `{words}` lead.
pub(crate) const LINK: &str = "https://example.org/";

/// The id of the photo of `fig N`.
pub(crate) fn photo(number: u8) -> PhotoId {
    PhotoId::from_number(u64::from(number))
}

/// The id of the participant of `[N:name]`.
pub(crate) fn person(number: u8) -> ParticipantId {
    ParticipantId::from_number(u64::from(number))
}

/// Checks what an operation does, that it can be undone and redone, and that the invariants hold.
#[track_caller]
pub(crate) fn check(
    before: &str,
    operation: impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction>,
    after: &str,
) {
    let (report, selection) = state(before);
    let mut editor = Editor::new(report.clone(), IdSource::from_seed(99));
    editor.select(selection);
    let mut ids = editor.ids.clone();
    let transaction = operation(editor.report(), selection, &mut ids);
    assert!(transaction.is_some(), "nothing was done to {before:?}");
    assert_eq!(editor.apply(transaction, 0), Applied::Changed);
    assert_eq!(print(editor.report(), editor.selection()), print_source(after), "what was done to {before:?}");
    assert_eq!(editor.report().fault(), None);
    let done = editor.report().clone();
    assert_eq!(editor.undo(), Applied::Changed);
    assert_eq!(*editor.report(), report, "undone: {before:?}");
    assert_eq!(editor.selection(), selection, "the selection comes back: {before:?}");
    assert_eq!(editor.redo(), Applied::Changed);
    assert_eq!(*editor.report(), done, "redone: {before:?}");
}

/// Checks that an operation does nothing.
#[track_caller]
pub(crate) fn check_nothing(
    before: &str,
    operation: impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction>,
) {
    let (report, selection) = state(before);
    assert_eq!(
        operation(&report, selection, &mut IdSource::from_seed(99)),
        None,
        "nothing is to be done to {before:?}"
    );
}

/// The report and selection that a text stands for.
pub(crate) fn state(source: &str) -> (Report, Selection) {
    state_with(source, &["Anna"])
}

/// As [`state`], with participants of these names, numbered from 1.
pub(crate) fn state_with(source: &str, names: &[&str]) -> (Report, Selection) {
    let mut reader = Reader { ends: Vec::new(), photos: Vec::new() };
    let mut blocks = Vec::new();
    let mut report = Report::new(&mut IdSource::from_seed(1), "en");
    report.headline = HEADLINE.into();
    for line in source.lines() {
        let id = BlockId::from_number(blocks.len() as u64 + 1);
        match line.split_once(' ') {
            Some(("headline", words)) => report.headline = reader.text(Slot::Headline, words),
            Some(("standfirst", words)) => report.standfirst = reader.text(Slot::Standfirst, words),
            _ => blocks.push(Arc::new(reader.block(id, line))),
        }
    }
    report.body = Body::new(blocks);
    report.photos = reader.photos;
    let numbered = (1..).zip(names);
    report.participants = numbered.map(|(number, name)| Arc::new(Participant::named(person(number), name))).collect();
    assert_eq!(report.fault(), None);
    let selection = match reader.ends.as_slice() {
        [caret] => Selection::caret(*caret),
        [anchor, head] => Selection::new(*anchor, *head),
        ends => panic!("a caret or two ends, not {ends:?}"),
    };
    (report, selection)
}

/// The headline of reports whose text says nothing of one.
const HEADLINE: &str = "Headline";

struct Reader {
    ends: Vec<Pos>,
    photos: Vec<Arc<Photo>>,
}

impl Reader {
    fn block(&mut self, id: BlockId, line: &str) -> Block {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let kind = match word {
            "p" => BlockKind::Paragraph,
            "h2" => BlockKind::Heading { level: HeadingLevel::Two },
            "h3" => BlockKind::Heading { level: HeadingLevel::Three },
            "quote" => return self.quotation(id, rest),
            "fig" => return self.figure(id, rest, false),
            "fig+" => return self.figure(id, rest, true),
            "tab" | "tabh" => return self.table(id, word == "tabh", rest),
            "people" => BlockKind::Participants { delegation: None },
            "---" => BlockKind::Divider,
            numbers if numbers.len() >= 2 && numbers.replace("1.", "").is_empty() => {
                BlockKind::ListItem { style: ListStyle::Numbered, level: numbers.len() as u8 / 2 - 1 }
            }
            dashes if dashes.bytes().all(|byte| byte == b'-') => {
                BlockKind::ListItem { style: ListStyle::Bulleted, level: dashes.len() as u8 - 1 }
            }
            other => panic!("unknown block {other:?}"),
        };
        let text = self.text(Slot::Block(id), rest);
        Block::new(id, kind, text)
    }

    fn quotation(&mut self, id: BlockId, rest: &str) -> Block {
        let (words, speaker) = match rest.strip_prefix("~ ") {
            Some(speaker) => ("", speaker),
            None => rest.split_once(" ~ ").unwrap_or((rest, "")),
        };
        let text = self.text(Slot::Block(id), words);
        let speaker = self.text(Slot::Speaker(id), speaker);
        Block::new(id, BlockKind::Quotation { speaker }, text)
    }

    fn figure(&mut self, id: BlockId, rest: &str, beside: bool) -> Block {
        let (number, caption) = rest.split_once(' ').unwrap_or((rest, ""));
        let number: u8 = number.parse().expect("the number of a photo");
        let caption = match caption.strip_prefix("|#") {
            Some(caption) => {
                self.ends.push(Pos::start(Slot::Block(id)));
                caption.trim_start()
            }
            None => caption,
        };
        let original = Original {
            hash: PhotoHash::from_bytes([number; 32]),
            format: PictureFormat::Jpeg,
            file_name: "IMG.JPG".into(),
            size_px: SizePx { width: 6000, height: 4000 },
            taken: None,
        };
        let text = self.text(Slot::Caption(photo(number)), caption);
        self.photos.push(Arc::new(Photo { caption: text, ..Photo::new(photo(number), original) }));
        Block::new(id, BlockKind::Figure { photo: photo(number), beside }, RichText::new())
    }

    fn table(&mut self, id: BlockId, header: bool, rest: &str) -> Block {
        let rest = match rest.strip_prefix("|#") {
            Some(rest) => {
                self.ends.push(Pos::start(Slot::Block(id)));
                rest
            }
            None => rest,
        };
        let sources: Vec<Vec<&str>> = rest.split('/').map(|row| row.split(';').map(str::trim).collect()).collect();
        let columns = sources.iter().map(Vec::len).max().expect("a row");
        let empty = Table::empty(header, sources.len(), columns).expect("a table");
        let mut rows = Vec::new();
        for (cells, sources) in empty.rows().iter().zip(sources) {
            let texts = cells.iter().zip(sources).map(|(cell, source)| self.text(Slot::Cell(id, cell.id), source));
            rows.push(texts.collect());
        }
        let table = Table::of_texts(header, rows).expect("a table");
        Block::new(id, BlockKind::Table { table }, RichText::new())
    }

    fn text(&mut self, slot: Slot, source: &str) -> RichText {
        let mut text = RichText::new();
        let mut style = Style::default();
        let mut rest = source;
        while let Some(character) = rest.chars().next() {
            rest = &rest[character.len_utf8()..];
            match character {
                '|' | '<' | '>' => self.ends.push(Pos::new(slot, text.len())),
                '*' => style.strong = !style.strong,
                '_' => style.emphasis = !style.emphasis,
                '[' => {
                    let (number, after) = rest.split_once(':').expect("[number:name]");
                    style.person = Some(person(number.parse().expect("a number")));
                    rest = after;
                }
                ']' => style.person = None,
                '{' => style.link = Some(LINK.into()),
                '}' => style.link = None,
                _ => text.append(RichText::styled(character.encode_utf8(&mut [0; 4]), style.clone())),
            }
        }
        text
    }
}

fn print_source(source: &str) -> String {
    let (report, selection) = state(source);
    print(&report, selection)
}

/// The text that stands for a report and selection.
pub(crate) fn print(report: &Report, selection: Selection) -> String {
    let (from, to) = selection.ordered(report);
    let marks = if from == to { vec![(from, '|')] } else { vec![(from, '<'), (to, '>')] };
    let mut lines = Vec::new();
    let is_marked = |slot: Slot| marks.iter().any(|(pos, _)| pos.slot == slot);
    if report.headline.as_str() != HEADLINE || is_marked(Slot::Headline) {
        lines.push(format!("headline {}", print_text(&report.headline, Slot::Headline, &marks)));
    }
    if !report.standfirst.is_empty() || is_marked(Slot::Standfirst) {
        lines.push(format!("standfirst {}", print_text(&report.standfirst, Slot::Standfirst, &marks)));
    }
    for block in report.body.blocks() {
        let selected = marks.iter().any(|(pos, _)| *pos == Pos::start(Slot::Block(block.id)));
        let line = match &block.kind {
            BlockKind::Paragraph => "p ".to_owned(),
            BlockKind::Heading { level: HeadingLevel::Two } => "h2 ".to_owned(),
            BlockKind::Heading { level: HeadingLevel::Three } => "h3 ".to_owned(),
            BlockKind::Quotation { .. } => "quote ".to_owned(),
            BlockKind::ListItem { style: ListStyle::Numbered, level } => {
                format!("{} ", "1.".repeat(usize::from(*level) + 1))
            }
            BlockKind::ListItem { level, .. } => format!("{} ", "-".repeat(usize::from(*level) + 1)),
            BlockKind::Figure { photo, beside } => {
                let sign = if *beside { "+" } else { "" };
                let caption = report.text(Slot::Caption(*photo)).expect("a caption");
                let mark = if selected { "|# " } else { "" };
                format!("fig{sign} {} {mark}{}", photo.number(), print_text(caption, Slot::Caption(*photo), &marks))
            }
            BlockKind::Table { table } => {
                let mark = if selected { "|# " } else { "" };
                let cell = |cell: &Cell| print_text(&cell.text, Slot::Cell(block.id, cell.id), &marks);
                let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join(" ; ");
                let rows = table.rows().iter().map(row).collect::<Vec<_>>().join(" / ");
                format!("{} {mark}{rows}", if table.header { "tabh" } else { "tab" })
            }
            BlockKind::Participants { .. } if selected => "people |".to_owned(),
            BlockKind::Participants { .. } => "people".to_owned(),
            BlockKind::Divider if selected => "--- |".to_owned(),
            BlockKind::Divider => "---".to_owned(),
        };
        let words =
            if block.kind.has_text() { print_text(&block.text, Slot::Block(block.id), &marks) } else { String::new() };
        let speaker = match &block.kind {
            BlockKind::Quotation { speaker } if !speaker.is_empty() || is_marked(Slot::Speaker(block.id)) => {
                format!(" ~ {}", print_text(speaker, Slot::Speaker(block.id), &marks))
            }
            _ => String::new(),
        };
        lines.push(format!("{line}{words}{speaker}"));
    }
    lines.join("\n")
}

fn print_text(text: &RichText, slot: Slot, marks: &[(Pos, char)]) -> String {
    let mut printed = String::new();
    let mut last = Style::default();
    for (byte, character) in text.as_str().char_indices().chain([(text.len(), '\0')]) {
        let style = if byte < text.len() { text.style_at(byte) } else { Style::default() };
        if last.person != style.person && last.person.is_some() {
            printed.push(']');
        }
        if last.link != style.link && last.link.is_some() {
            printed.push('}');
        }
        if last.emphasis != style.emphasis {
            printed.push('_');
        }
        if last.strong != style.strong {
            printed.push('*');
        }
        printed.extend(marks.iter().filter(|(pos, _)| *pos == Pos::new(slot, byte)).map(|(_, mark)| mark));
        if last.person != style.person
            && let Some(person) = style.person
        {
            printed.push_str(&format!("[{}:", person.number()));
        }
        if last.link != style.link && style.link.is_some() {
            printed.push('{');
        }
        if byte < text.len() {
            printed.push(character);
        }
        last = style;
    }
    printed
}
