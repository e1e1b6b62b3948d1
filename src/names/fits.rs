//! How the words of a text fit those of names, each pair judged once.
//!
//! Most names of a list share their family or a middle name with others, so that the same few pairs of words are met for every one of them,
//! in every place and every order.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use crate::names::token::Token;
use crate::names::word::{Around, Fit, NameWord};

/// What is known of the pairs of one text.
pub(super) struct Fits<'a> {
    words: &'a [Token],
    /// For each word the number of its spelling: the same words have the same.
    spellings: Vec<u32>,
    known: RefCell<HashMap<Pair, Rc<Fit>, RandomState>>,
}

/// All that a fit depends on: the word of the name, what is known of that name, and the spelling in the text.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Pair {
    word: u32,
    spelling: u32,
    around: u32,
}

impl<'a> Fits<'a> {
    pub(super) fn new(text: &'a str, words: &'a [Token]) -> Self {
        let mut numbers: HashMap<(&str, bool), u32, RandomState> = HashMap::default();
        let mut spelling = |(number, word): (u32, &Token)| {
            *numbers.entry((&text[word.range.clone()], word.is_initial)).or_insert(number)
        };
        let spellings = (0..).zip(words).map(&mut spelling).collect();
        Self { words, spellings, known: RefCell::default() }
    }

    /// How the word at a place of the text fits a word of a name.
    pub(super) fn fit(&self, word: &NameWord, place: usize, around: Around) -> Rc<Fit> {
        let pair = Pair { word: word.id, spelling: self.spellings[place], around: around.number() };
        let new = || Rc::new(word.fit(&self.words[place], around));
        Rc::clone(self.known.borrow_mut().entry(pair).or_insert_with(new))
    }
}
