//! Typing that changes the letters before the caret: one change with the key that asks for it, and part of the phrase that is typed.

use crate::edit::ops::has_stretch;
use crate::edit::ops::text::{allowed_style, place_to_write};
use crate::edit::{Change, EditKind, Selection, Transaction};
use crate::report::{IdSource, Pos, Report, RichText, Style};

/// Writes a text in the place of the selection and of so many bytes before it. Each letter that takes the place of another has its style and
/// belongs to the same name; what is added has the style of typing. The caret goes behind it.
pub fn retype(
    report: &Report,
    selection: Selection,
    replaced: usize,
    text: &str,
    style: &Style,
    ids: &mut IdSource,
) -> Option<Transaction> {
    let mut change = Change::new(report);
    let at = place_to_write(&mut change, selection, ids);
    let old = change.report().text(at.slot)?;
    let start = at.byte.checked_sub(replaced)?;
    let replaced = old.as_str().get(start..at.byte)?;
    // What is typed inside a name belongs to it.
    let person = old.person_around(at.byte, false).map(|(_, person)| person).or(style.person);
    let added = Style { person, ..style.clone() };
    let mut letters = replaced.char_indices();
    let mut new = RichText::new();
    for letter in text.chars() {
        let style = letters.next().map_or_else(|| added.clone(), |(byte, _)| old.style_at(start + byte));
        new.append(RichText::styled(letter.encode_utf8(&mut [0; 4]), allowed_style(style, at.slot)));
    }
    let end = change.splice(at.slot, start..at.byte, &new);
    let kind = if has_stretch(report, selection) { EditKind::TypingOver } else { EditKind::Typing };
    change.finish(kind, Some(Selection::caret(Pos::new(at.slot, end))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{check, check_nothing, print, state};
    use crate::edit::ops::text::insert;
    use crate::edit::{Applied, Editor};

    fn typed(
        replaced: &'static str,
        text: &'static str,
    ) -> impl Fn(&Report, Selection, &mut IdSource) -> Option<Transaction> {
        move |report, selection, ids| retype(report, selection, replaced.len(), text, &Style::default(), ids)
    }

    #[test]
    fn letters_change_where_they_stand() {
        check("p toan| x", typed("an", "án"), "p toán| x");
        check("p hòa|", typed("òa", "oàn"), "p hoàn|");
        check("p tẽ|", typed("ẽ", "ext"), "p text|");
        check("fig 1 to|", typed("o", "ò"), "fig 1 tò|");
    }

    #[test]
    fn a_letter_keeps_its_style() {
        check("p *Việ*t|", typed("ệt", "ết"), "p *Viế*t|");
        check("p _to_an|", typed("oan", "oán"), "p _to_án|");
    }

    #[test]
    fn a_name_stays_one_reference() {
        check("p [1:Nguyên] x|", typed("", "y"), "p [1:Nguyên] xy|");
        check("p ông [1:Nguyên|] x", typed("ên", "ễn"), "p ông [1:Nguyễn|] x");
        check("p ông [1:Toa|n] x", typed("oa", "oá"), "p ông [1:Toá|n] x");
        check("p ông [1:Hòa|n] x", typed("òa", "oài"), "p ông [1:Hoài|n] x");
    }

    #[test]
    fn the_selection_goes_first() {
        check("p to<an >x", typed("o", "ó"), "p tó|x");
        check("p to<an\np mot> x", typed("o", "ó"), "p tó| x");
    }

    #[test]
    fn more_than_there_is_changes_nothing() {
        check_nothing("p a|", typed("abc", "x"));
    }

    #[test]
    fn a_word_is_undone_with_the_phrase_it_stands_in() {
        let (report, selection) = state("p |");
        let mut editor = Editor::new(report, IdSource::from_seed(5));
        editor.select(selection);
        for (replaced, text) in [("", "v"), ("", "i"), ("", "e"), ("e", "ê"), ("", "t"), ("êt", "ệt"), ("", " ")] {
            let mut ids = editor.ids.clone();
            let transaction = if replaced.is_empty() {
                insert(editor.report(), editor.selection(), text, &Style::default(), &mut ids)
            } else {
                retype(editor.report(), editor.selection(), replaced.len(), text, &Style::default(), &mut ids)
            };
            assert_eq!(editor.apply(transaction, 0), Applied::Changed);
        }
        assert_eq!(print(editor.report(), editor.selection()), "p việt |");
        assert_eq!(editor.undo(), Applied::Changed);
        assert_eq!(print(editor.report(), editor.selection()), "p |");
        assert_eq!(editor.redo(), Applied::Changed);
        assert_eq!(print(editor.report(), editor.selection()), "p việt |");
    }
}
