//! Writing against a naive model: the same keys leave the same words, styles, kinds and selection.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::edit::ops::blocks::{indent, insert_atom, set_kind, shift};
use crate::edit::ops::style::{Toggle, toggle};
use crate::edit::ops::text::{Direction, Unit, delete, insert, split};
use crate::edit::tests::cases;
use crate::edit::tests::naive::{At, Kind, Line, Naive};
use crate::edit::{Applied, Editor, Selection};
use crate::report::{Block, BlockKind, Body, HeadingLevel, IdSource, ListStyle, Pos, Report, RichText, Slot};

#[derive(Debug, Clone, Copy)]
enum Key {
    Type(char),
    Enter,
    Backspace,
    Delete,
    Bold,
    Heading,
    List,
    Divider,
    Move { down: bool },
    Indent { deeper: bool },
    Caret(At),
    Select(At, At),
    Undo,
    Redo,
}

fn key() -> impl Strategy<Value = Key> {
    let at = || (0..12_usize, 0..12_usize);
    prop_oneof![
        6 => prop::sample::select(vec!['a', ' ', 'ж', 'é', '中', '.']).prop_map(Key::Type),
        3 => Just(Key::Enter),
        3 => Just(Key::Backspace),
        3 => Just(Key::Delete),
        1 => Just(Key::Bold),
        1 => Just(Key::Heading),
        1 => Just(Key::List),
        1 => Just(Key::Divider),
        1 => any::<bool>().prop_map(|down| Key::Move { down }),
        2 => any::<bool>().prop_map(|deeper| Key::Indent { deeper }),
        2 => at().prop_map(Key::Caret),
        4 => (at(), at()).prop_map(|(anchor, head)| Key::Select(anchor, head)),
        1 => Just(Key::Undo),
        1 => Just(Key::Redo),
    ]
}

fn line_of(block: &Block) -> Line {
    let kind = match &block.kind {
        BlockKind::Heading { .. } => Kind::Heading,
        BlockKind::ListItem { level, .. } => Kind::Item(usize::from(*level)),
        BlockKind::Divider => Kind::Divider,
        _ => Kind::Paragraph,
    };
    let text = &block.text;
    let chars = text.as_str().char_indices().map(|(byte, character)| (character, text.style_at(byte).strong)).collect();
    Line { kind, chars }
}

fn at_of(report: &Report, pos: Pos) -> At {
    let Slot::Block(id) = pos.slot else { panic!("{pos:?} is not in the body") };
    let line = report.body.place(id).expect("the selection is in the report");
    (line, report.text(pos.slot).expect("a block").as_str()[..pos.byte].chars().count())
}

fn pos_of(report: &Report, (line, characters): At) -> Pos {
    let block = &report.body.blocks()[line];
    let byte = block.text.as_str().char_indices().nth(characters).map_or(block.text.len(), |(byte, _)| byte);
    Pos::new(Slot::Block(block.id), byte)
}

fn naive_of(editor: &Editor) -> Naive {
    let report = editor.report();
    let Selection { anchor, head } = editor.selection();
    let lines = report.body.blocks().iter().map(|block| line_of(block)).collect();
    Naive { lines, anchor: at_of(report, anchor), head: at_of(report, head) }
}

/// A report of what a line and a half of notation says, so that keys meet more than an empty page.
fn start() -> (Editor, Naive) {
    let mut ids = IdSource::from_seed(5);
    let mut report = Report::new(&mut ids, "ru");
    let block = |ids: &mut IdSource, kind: BlockKind, words: &str| {
        Arc::new(Block::new(ids.block(), kind, RichText::plain(words)))
    };
    report.body = Body::new(vec![
        block(&mut ids, BlockKind::Paragraph, "aж"),
        block(&mut ids, BlockKind::ListItem { style: ListStyle::Bulleted, level: 1 }, "é"),
        block(&mut ids, BlockKind::Divider, ""),
    ]);
    let mut editor = Editor::new(report, ids);
    editor.select(Selection::caret(pos_of(editor.report(), (0, 0))));
    let naive = naive_of(&editor);
    (editor, naive)
}

/// What the naive model did: the states before and after each key.
#[derive(Default)]
struct Past {
    done: Vec<(Naive, Naive)>,
    undone: Vec<(Naive, Naive)>,
}

fn press(editor: &mut Editor, naive: &mut Naive, past: &mut Past, key: Key) {
    let before = naive.clone();
    let mut ids = editor.ids.clone();
    let (report, selection) = (editor.report(), editor.selection());
    let transaction = match key {
        Key::Type(character) => {
            naive.type_char(character);
            insert(report, selection, &character.to_string(), &editor.typing_style(), &mut ids)
        }
        Key::Enter => {
            naive.split();
            split(report, selection, &mut ids)
        }
        Key::Backspace => {
            naive.backspace();
            delete(report, selection, Direction::Backward, Unit::Character, &mut ids)
        }
        Key::Delete => {
            naive.delete();
            delete(report, selection, Direction::Forward, Unit::Character, &mut ids)
        }
        Key::Bold => {
            naive.embolden();
            toggle(report, selection, Toggle::Strong)
        }
        Key::Heading => {
            naive.make(Kind::Heading);
            set_kind(report, selection, &BlockKind::Heading { level: HeadingLevel::Two })
        }
        Key::List => {
            naive.make(Kind::Item(0));
            set_kind(report, selection, &BlockKind::ListItem { style: ListStyle::Bulleted, level: 0 })
        }
        Key::Divider => {
            naive.divide();
            insert_atom(report, selection, BlockKind::Divider, &mut ids)
        }
        Key::Move { down } => {
            naive.shift(down);
            shift(report, selection, down)
        }
        Key::Indent { deeper } => {
            naive.indent(deeper);
            indent(report, selection, deeper)
        }
        Key::Caret(at) => {
            let at = naive.place(at);
            naive.select(at, at);
            return editor.select(Selection::caret(pos_of(editor.report(), at)));
        }
        Key::Select(anchor, head) => {
            let (anchor, head) = (naive.place(anchor), naive.place(head));
            naive.select(anchor, head);
            let report = editor.report();
            return editor.select(Selection::new(pos_of(report, anchor), pos_of(report, head)));
        }
        Key::Undo | Key::Redo => return travel(editor, naive, past, matches!(key, Key::Redo)),
    };
    // Every key is undone alone here: phrases have tests of their own.
    editor.end_phrase();
    // The same words typed over themselves are a change too.
    if editor.apply(transaction, 0) == Applied::Changed {
        past.done.push((before, naive.clone()));
        past.undone.clear();
    }
}

fn travel(editor: &mut Editor, naive: &mut Naive, past: &mut Past, forth: bool) {
    let (from, to) = if forth { (&mut past.undone, &mut past.done) } else { (&mut past.done, &mut past.undone) };
    let applied = if forth { editor.redo() } else { editor.undo() };
    match from.pop() {
        Some((before, after)) => {
            assert_eq!(applied, Applied::Changed);
            *naive = if forth { after.clone() } else { before.clone() };
            to.push((before, after));
        }
        None => assert_eq!(applied, Applied::Nothing),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(), rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn keys_do_what_they_do_in_the_naive_model(keys in prop::collection::vec(key(), 1..24)) {
        let (mut editor, mut naive) = start();
        let mut past = Past::default();
        for key in keys {
            press(&mut editor, &mut naive, &mut past, key);
            prop_assert_eq!(naive_of(&editor), naive.clone(), "after {:?}", key);
            prop_assert_eq!(editor.report().fault(), None);
        }
    }
}
