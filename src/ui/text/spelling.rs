//! The marks under words that are not right.
//!
//! The page asks for the marks of every text that it draws ([`Spelling::marks`]); what has not been checked as it stands is wanted, and the
//! app has it checked in a job. Until the answer comes, the marks of the text as it was stay under the words that are still there.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::report::{Pos, Report, RichText, Slot};
use crate::spelling::{Known, Question, is_checked};

/// What is known of the spelling of texts.
#[derive(Debug, Default)]
pub struct Spelling {
    is_on: Cell<bool>,
    checked: RefCell<HashMap<Slot, Checked>>,
    wanted: RefCell<Vec<Slot>>,
    known: RefCell<Arc<Known>>,
    /// Where the caret stood after the last key that wrote something: the word there is not finished.
    written_at: Cell<Option<Pos>>,
    /// What the open menu asks about, until the app has taken it.
    question: RefCell<Option<Question>>,
    /// The last word that suggestions came for.
    answer: RefCell<Option<(Question, Vec<String>)>>,
}

/// A text that was checked.
#[derive(Debug)]
struct Checked {
    text: RichText,
    /// What no dictionary knows.
    unknown: Vec<Range<usize>>,
    /// What is left of it beside these known words.
    wrong: Vec<Range<usize>>,
    known: Arc<Known>,
}

impl Checked {
    fn new(text: RichText, unknown: Vec<Range<usize>>, known: &Arc<Known>) -> Self {
        let mut checked = Self { text, unknown, wrong: Vec::new(), known: Arc::clone(known) };
        checked.sift();
        checked
    }

    fn sift(&mut self) {
        let is_wrong = |range: &&Range<usize>| !self.known.knows(&self.text.as_str()[Range::clone(range)]);
        self.wrong = self.unknown.iter().filter(is_wrong).cloned().collect();
    }

    /// What is wrong in a text that this one has become: the words before and behind the change.
    fn carried_to(&self, text: &str) -> Vec<Range<usize>> {
        carried(self.text.as_str(), text, &self.wrong)
    }
}

/// Where marks in a text are in what it has become: those before and behind the change.
pub(super) fn carried(old: &str, text: &str, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let same = |(one, other): &(char, char)| one == other;
    let start: usize = old.chars().zip(text.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let most = old.len().min(text.len()) - start;
    let backwards = old.chars().rev().zip(text.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8());
    let end = backwards
        .scan(0, |sum, length| {
            *sum += length;
            (*sum <= most).then_some(*sum)
        })
        .last()
        .unwrap_or(0);
    let carried = marks.iter().filter_map(|range| {
        if range.end < start {
            Some(range.clone())
        } else if range.start > old.len() - end {
            Some(range.start + text.len() - old.len()..range.end + text.len() - old.len())
        } else {
            None
        }
    });
    carried.collect()
}

impl Spelling {
    /// Switches the check on or off.
    pub fn switch(&self, on: bool) {
        if self.is_on.replace(on) != on {
            self.forget();
        }
    }

    /// Whether the check is on.
    pub fn is_on(&self) -> bool {
        self.is_on.get()
    }

    /// Forgets what was checked: another report, another language.
    pub fn forget(&self) {
        self.checked.take();
        self.wanted.take();
        self.written_at.take();
        self.question.take();
        self.answer.take();
    }

    /// Takes in the words that are right though no dictionary has them.
    pub fn know(&self, known: Arc<Known>) {
        self.known.replace(known);
    }

    /// The words that are known.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.borrow())
    }

    /// Takes in what no dictionary knows in a text.
    pub fn checked(&self, slot: Slot, text: RichText, unknown: Vec<Range<usize>>) {
        let checked = Checked::new(text, unknown, &self.known.borrow());
        self.checked.borrow_mut().insert(slot, checked);
    }

    /// The texts that were drawn and are not checked as they stand.
    pub fn take_wanted(&self) -> Vec<Slot> {
        self.wanted.take()
    }

    /// What is wrong in a text; `None` where it is not checked as it stands.
    pub fn wrong(&self, slot: Slot, text: &RichText) -> Option<Vec<Range<usize>>> {
        if !self.is_on() || !is_checked(slot) || text.is_empty() {
            return Some(Vec::new());
        }
        let mut all = self.checked.borrow_mut();
        let checked = all.get_mut(&slot).filter(|checked| checked.text == *text)?;
        let known = self.known.borrow();
        if !Arc::ptr_eq(&known, &checked.known) {
            checked.known = Arc::clone(&known);
            checked.sift();
        }
        Some(checked.wrong.clone())
    }

    /// What to mark in a text that is drawn. The word at which one writes is not marked yet.
    pub fn marks(&self, slot: Slot, text: &RichText, caret: Option<Pos>) -> Vec<Range<usize>> {
        let mut wrong = self.wrong(slot, text).unwrap_or_else(|| {
            self.wanted.borrow_mut().push(slot);
            self.checked.borrow().get(&slot).map(|checked| checked.carried_to(text.as_str())).unwrap_or_default()
        });
        if let Some(at) = caret.filter(|at| self.written_at.get() == Some(*at) && at.slot == slot) {
            wrong.retain(|range| !(range.start..=range.end).contains(&at.byte));
        }
        wrong
    }

    /// Remembers that something was written, with the caret here now.
    pub(super) fn wrote(&self, at: Pos) {
        self.written_at.set(Some(at));
    }

    /// The wrong word at a place, as what to ask about it.
    pub(super) fn wrong_at(&self, report: &Report, at: Pos) -> Option<(Range<usize>, Question)> {
        let text = report.text(at.slot)?;
        let range =
            self.wrong(at.slot, text)?.into_iter().find(|range| (range.start..=range.end).contains(&at.byte))?;
        let question = Question {
            word: text.as_str().get(range.clone())?.to_owned(),
            language: report.language.to_string(),
            run: text.style_at(range.start).language.map(|language| language.to_string()),
        };
        Some((range, question))
    }

    /// Asks for suggestions.
    pub(super) fn ask(&self, question: Question) {
        self.answer.take();
        self.question.replace(Some(question));
    }

    /// What is asked about a word.
    pub fn take_question(&self) -> Option<Question> {
        self.question.take()
    }

    /// Takes in the suggestions for a word.
    pub fn answered(&self, question: Question, suggestions: Vec<String>) {
        self.answer.replace(Some((question, suggestions)));
    }

    /// The suggestions for a word, once they are there.
    pub(super) fn suggestions(&self, question: &Question) -> Option<Vec<String>> {
        let answer = self.answer.borrow();
        answer.as_ref().filter(|(asked, _)| asked == question).map(|(_, suggestions)| suggestions.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IdSource;

    fn spelling(text: &str, unknown: &[Range<usize>]) -> Spelling {
        let spelling = Spelling::default();
        spelling.switch(true);
        spelling.checked(Slot::Headline, text.into(), unknown.to_vec());
        spelling
    }

    #[test]
    fn marks_stay_under_their_words_until_the_text_is_checked_anew() {
        let spelling = spelling("teh one teh two teh", &[0..3, 8..11, 16..19]);
        let marks = |text: &str| spelling.marks(Slot::Headline, &text.into(), None);
        assert_eq!(marks("teh one teh two teh"), [0..3, 8..11, 16..19]);
        assert!(spelling.take_wanted().is_empty());
        assert_eq!(marks("teh one tehn two teh"), [0..3, 17..20], "the word that changed loses its mark");
        assert_eq!(marks("teh one teh and two teh"), [0..3, 8..11, 20..23]);
        assert_eq!(marks("teh"), [] as [Range<usize>; 0]);
        assert_eq!(spelling.take_wanted(), [Slot::Headline; 3]);
    }

    #[test]
    fn the_word_that_is_being_written_is_not_marked() {
        let spelling = spelling("one teh and teh", &[4..7, 12..15]);
        let text = "one teh and teh".into();
        let at = |byte| Some(Pos::new(Slot::Headline, byte));
        assert_eq!(spelling.marks(Slot::Headline, &text, at(7)).len(), 2, "the caret came there");
        spelling.wrote(Pos::new(Slot::Headline, 7));
        assert_eq!(spelling.marks(Slot::Headline, &text, at(7)).len(), 1);
        assert_eq!(spelling.marks(Slot::Headline, &text, at(2)).len(), 2, "the caret has left it");
    }

    #[test]
    fn known_words_lose_their_mark_at_once() {
        let spelling = spelling("teh Rosatom teh", &[0..3, 4..11, 12..15]);
        let report = Report::new(&mut IdSource::from_seed(1), "en");
        spelling.know(Arc::new(Known::of(&report, ["Rosatom"])));
        assert_eq!(spelling.wrong(Slot::Headline, &"teh Rosatom teh".into()), Some(vec![0..3, 12..15]));
    }

    #[test]
    fn nothing_is_marked_or_wanted_while_it_is_off_or_in_names() {
        let spelling = spelling("teh teh", &[0..3, 4..7]);
        assert!(spelling.marks(Slot::Byline, &"teh teh".into(), None).is_empty());
        spelling.switch(false);
        assert!(
            spelling.marks(Slot::Headline, &"teh teh".into(), None).is_empty() && spelling.take_wanted().is_empty()
        );
    }

    proptest::proptest! {
        #[test]
        fn a_carried_mark_is_under_the_same_word(
            before in "(ab|đè|ё|x)( (ab|đè|ё|x)){0,6}",
            after in "(ab|đè|ё|x)( (ab|đè|ё|x)){0,6}",
        ) {
            let mut at = 0;
            let words = before.split(' ').map(|word| {
                let range = at..at + word.len();
                at = range.end + 1;
                range
            });
            let checked = Checked::new(before.as_str().into(), words.collect(), &Arc::default());
            for range in checked.carried_to(&after) {
                let word = after.get(range.clone());
                proptest::prop_assert!(word.is_some_and(|word| before.split(' ').any(|old| old == word)), "{range:?}");
            }
        }
    }
}
