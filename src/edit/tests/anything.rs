//! Every operation at any place of a report that has everything: invariants hold, and everything can be undone and redone.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::edit::notation::state;
use crate::edit::ops::aids::{Marks, after_typing, bind};
use crate::edit::ops::carry::carry;
use crate::edit::ops::clip::{Clip, paste};
use crate::edit::ops::replace::replace_all;
use crate::edit::ops::style::{Toggle, set_link, toggle};
use crate::edit::ops::table::TableEdit;
use crate::edit::ops::text::{Direction, Unit, delete, delete_selection, insert, replace, set_text, split};
use crate::edit::ops::{blocks, details, people, photos, table};
use crate::edit::tests::cases;
use crate::edit::{Applied, Editor, Selection, Transaction};
use crate::report::{
    BlockKind, Details, HeadingLevel, IdSource, ListStyle, Original, Participant, PersonField, Photo, PhotoHash,
    PictureFormat, Pos, Report, RichText, SizePx, Slot, WordPlace,
};

/// An operation, and numbers that it takes its objects by.
#[derive(Debug, Clone, Copy)]
struct Deed {
    what: usize,
    one: usize,
    other: usize,
}

/// So many kinds of deed there are.
const DEEDS: usize = 39;

/// The one that is several changes.
const TYPE_WITH_HELP: usize = 38;

fn deed() -> impl Strategy<Value = Deed> {
    (0..DEEDS, 0..400_usize, 0..400_usize).prop_map(|(what, one, other)| Deed { what, one, other })
}

/// Letters, marks and signs that meet badly: a tone that joins its letter, joined emoji, a flag, Hangul, line breaks.
const WORDS: [&str; 9] = ["a", "e\u{302}", "\u{323}", "👨‍👩‍👧", "🇻🇳", "\u{1100}", "\u{1161}", "Việt Nam ", "x\ny"];

/// What the editor helps with while it is typed, one character after another.
const HELPED: [&str; 10] =
    ["# ", "- ", "1. ", "---", "\"a\" ", "\"a \"b\"\"", "a - b", "wait...", "don't ", "e\u{302} -- \u{323}"];

/// What other programs give.
const PLAIN: [&str; 5] = ["one line", "two\nlines", "a\tb\nc\td", "\u{301}\n\n\u{302}\u{323}", "1\t2\t3\n\t\t\n"];

const MARKS: Marks = Marks { outer: ("“", "”"), inner: ("‘", "’"), dash: "–", apostrophe: "’" };

fn any_slot(report: &Report, number: usize) -> Slot {
    let mut slots = report.all_slots();
    slots.extend(report.body.blocks().iter().map(|block| Slot::Block(block.id)));
    slots[number % slots.len()]
}

fn any_pos(report: &Report, number: usize) -> Pos {
    let slot = any_slot(report, number);
    let text = report.text(slot).expect("a slot of the report");
    Pos::new(slot, text.boundary((number / 7) % (text.len() + 1)))
}

fn photo(ids: &mut IdSource, number: usize) -> Photo {
    let original = Original {
        hash: PhotoHash::from_bytes([number as u8; 32]),
        format: PictureFormat::Png,
        file_name: "x.png".into(),
        size_px: SizePx { width: 3, height: 4 },
        taken: None,
    };
    Photo::new(ids.photo(), original)
}

fn block_kind(number: usize) -> BlockKind {
    match number % 6 {
        0 => BlockKind::Paragraph,
        1 => BlockKind::Heading { level: HeadingLevel::Two },
        2 => BlockKind::Heading { level: HeadingLevel::Three },
        3 => BlockKind::Quotation { speaker: RichText::new() },
        4 => BlockKind::ListItem { style: ListStyle::Numbered, level: 0 },
        _ => BlockKind::ListItem { style: ListStyle::Bulleted, level: (number / 6 % 4) as u8 },
    }
}

/// The transaction of a deed; `None` where there is nothing to do, or nothing to do it to.
fn transaction(editor: &Editor, clip: Option<&Clip>, deed: Deed) -> Option<Transaction> {
    let Deed { what, one, other } = deed;
    let (report, selection, ids) = (editor.report(), editor.selection(), &mut editor.ids.clone());
    let a_photo = || report.photos.get(one % report.photos.len().max(1)).map(|photo| photo.id);
    let a_person = || report.participants.get(one % report.participants.len().max(1)).cloned();
    let direction = if one.is_multiple_of(2) { Direction::Backward } else { Direction::Forward };
    let unit = [Unit::Character, Unit::Word, Unit::Paragraph][other % 3];
    match what {
        0..4 => insert(report, selection, WORDS[one % WORDS.len()], &editor.typing_style(), ids),
        4..6 => delete(report, selection, direction, unit, ids),
        6 => delete_selection(report, selection, ids),
        7..9 => split(report, selection, ids),
        9 => {
            let slots = report.all_slots();
            set_text(report, slots[one % slots.len()], WORDS[other % WORDS.len()])
        }
        10 => toggle(report, selection, if one.is_multiple_of(2) { Toggle::Strong } else { Toggle::Emphasis }),
        11 => set_link(report, selection, (!one.is_multiple_of(3)).then_some("https://example.org/")),
        12..14 => blocks::set_kind(report, selection, &block_kind(one)),
        14 => blocks::indent(report, selection, one.is_multiple_of(2)),
        15 => blocks::shift(report, selection, one.is_multiple_of(2)),
        16 => blocks::insert_atom(report, selection, BlockKind::Divider, ids),
        17 => blocks::insert_atom(report, selection, BlockKind::Participants { delegation: None }, ids),
        18 => blocks::place_figure(report, a_photo()?, other % (report.body.len() + 1), ids),
        19 => blocks::remove_figures(report, &[a_photo()?, a_photo()?], ids),
        20 => paste(report, selection, clip?, ids),
        21 => photos::add(report, vec![photo(ids, one)], Some(other % (report.photos.len() + 1))),
        22 => photos::remove(report, selection, &[a_photo()?], ids),
        23 if one.is_multiple_of(2) => photos::shift(report, &[a_photo()?], other),
        23 => photos::update(report, a_photo()?, |photo| photo.decorative = !photo.decorative),
        24 => people::add(report, vec![Participant::named(ids.participant(), "Lê Thị Hoa")], Some(other)),
        25 if one.is_multiple_of(4) => people::remove(report, a_person()?.id),
        25 => {
            people::update(report, Participant { name: WORDS[other % 8].into(), ..Participant::clone(&*a_person()?) })
        }
        26 => table::edit(report, selection, TableEdit::ALL[one % TableEdit::ALL.len()], ids),
        27 if one.is_multiple_of(3) => table::insert(report, selection, ids),
        27 => table::continue_below(report, selection.head),
        28 => people::mention(report, selection, a_person()?.id, 0, ids),
        29 if one.is_multiple_of(2) => people::shift(report, a_person()?.id, other),
        29 => details::set_language(report, ["ru", "vi", "en"][other % 3]),
        30..33 => carry(report, selection, any_pos(report, one * 10 + other), other.is_multiple_of(2), ids),
        33 => {
            let places = found(report, ["a", "n", "ê", "b", " "][one % 5]);
            let chosen = other % (places.len() + 1);
            // All of them, or one as the search goes from place to place.
            let places = places.get(chosen..chosen + 1).unwrap_or(&places);
            replace_all(report, places, WORDS[other % WORDS.len()])
        }
        34 => {
            let text = report.text(selection.slot())?.as_str();
            let spaces: Vec<_> = text.match_indices(' ').map(|(start, _)| start..start + 1).collect();
            bind(report, selection, &spaces)
        }
        35 => paste(report, selection, &Clip::from_plain(PLAIN[one % PLAIN.len()]), ids),
        36 => {
            let Pos { slot, byte } = any_pos(report, one * 10 + other);
            let end = report.text(slot)?.boundary(byte + other % 5);
            replace(report, slot, byte..end, &RichText::plain(WORDS[one % WORDS.len()]))
        }
        _ if one.is_multiple_of(2) => people::place_in(report, a_person()?.id, other % 4, &"Việt Nam".into()),
        _ => details::set(report, Details { keywords: vec![WORDS[one % 8].into()], ..Details::clone(&report.details) }),
    }
}

/// Where a word stands, as a search would give it.
fn found(report: &Report, word: &str) -> Vec<(WordPlace, std::ops::Range<usize>)> {
    let mut places = Vec::new();
    let mut look_in = |place: WordPlace, text: &str| {
        places.extend(text.match_indices(word).map(|(start, _)| (place, start..start + word.len())));
    };
    for slot in report.all_slots() {
        look_in(WordPlace::Text(slot), report.text(slot).expect("a slot of the report").as_str());
    }
    for person in &report.participants {
        look_in(WordPlace::Person(person.id, PersonField::Name), &person.name);
    }
    places
}

fn start() -> Editor {
    let source = "h2 Head\np by [1:Anna] *bold*\nquote said\nfig 1 cap [1:Anna]\n- item\n1. item\n---\npeople\ntabh a ; b / *c* ; [1:Anna]\nfig 2 two|";
    let (report, selection) = state(source);
    let mut editor = Editor::new(report, IdSource::from_seed(9));
    editor.select(selection);
    editor
}

fn assert_selection_stands(editor: &Editor) {
    let report = editor.report();
    for pos in [editor.selection().anchor, editor.selection().head] {
        let text = report.text(pos.slot);
        assert!(text.is_some_and(|text| text.boundary(pos.byte) == pos.byte), "{pos:?} is no place");
    }
    let Selection { anchor, head } = editor.selection();
    assert!(report.reading_order(anchor, head).is_some(), "the ends of the selection have an order");
}

/// An editor, and the states that undoing must come back to.
struct Work {
    editor: Editor,
    clip: Option<Clip>,
    states: Vec<Report>,
}

impl Work {
    /// Does something, and undoes and redoes it.
    fn apply(&mut self, wanted: Option<Transaction>, deed: &dyn std::fmt::Debug) {
        let editor = &mut self.editor;
        let before = editor.selection();
        editor.end_phrase();
        if editor.apply(wanted, 0) == Applied::Nothing {
            return;
        }
        assert_eq!(editor.report().fault(), None, "after {deed:?}");
        assert_selection_stands(editor);
        let after = (editor.report().clone(), editor.selection());
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(Some(editor.report()), self.states.last(), "{deed:?} undone");
        assert_eq!(editor.selection(), before, "the selection before {deed:?} comes back");
        assert_eq!(editor.redo(), Applied::Changed);
        assert_eq!((editor.report(), editor.selection()), (&after.0, after.1), "{deed:?} redone");
        self.states.push(after.0);
    }

    /// Types as the window does: what follows from a character is a change of its own.
    fn type_with_help(&mut self, text: &str) {
        for character in text.chars() {
            let typed = character.to_string();
            let editor = &self.editor;
            let (report, selection, ids) = (editor.report(), editor.selection(), &mut editor.ids.clone());
            let wanted = insert(report, selection, &typed, &editor.typing_style(), ids);
            self.apply(wanted, &typed);
            let editor = &self.editor;
            let help = after_typing(editor.report(), editor.selection(), &typed, Some(&MARKS), &mut editor.ids.clone());
            self.apply(help, &(typed, "helped"));
        }
    }

    fn perform(&mut self, deed: Deed, anchor: usize, head: usize) {
        let editor = &mut self.editor;
        let (anchor, head) = (any_pos(editor.report(), anchor), any_pos(editor.report(), head));
        editor.select(if deed.one.is_multiple_of(3) { Selection::new(anchor, head) } else { Selection::caret(head) });
        assert_selection_stands(editor);
        self.clip = Clip::copied(editor.report(), editor.selection()).or(self.clip.take());
        if deed.what == TYPE_WITH_HELP {
            return self.type_with_help(HELPED[deed.other % HELPED.len()]);
        }
        let wanted = transaction(editor, self.clip.as_ref(), deed);
        self.apply(wanted, &deed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(), rng_seed: RngSeed::Fixed(2), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_done_can_be_undone_and_redone(
        deeds in prop::collection::vec((deed(), 0..4000_usize, 0..4000_usize), 1..16)
    ) {
        let editor = start();
        let states = vec![editor.report().clone()];
        let mut work = Work { editor, clip: None, states };
        for (deed, anchor, head) in deeds {
            work.perform(deed, anchor, head);
        }
        let Work { mut editor, states, .. } = work;
        let last = states.len() - 1;
        for state in states.iter().take(last).rev() {
            prop_assert_eq!(editor.undo(), Applied::Changed);
            prop_assert_eq!(editor.report(), state);
        }
        prop_assert_eq!(editor.undo(), Applied::Nothing);
        while editor.redo() == Applied::Changed {}
        prop_assert_eq!(editor.report(), &states[last]);
    }
}
