//! People in running text: which words of a sentence are somebody's name, whatever stands around them.

mod latin;
mod russian;
mod vietnamese;

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::namesakes;
use crate::people::lexicon::Words;
use crate::people::row::Known;
use crate::people::token::{Script, Token, tokens};
use crate::people::{entry, shape, words};

/// A name has at most so many words.
const MOST: usize = 5;

/// How much says that words are a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// They look like one; they may be an organisation, an office or a place.
    Weak,
    /// Their endings or their neighbours say so.
    Likely,
    /// A given name, a patronymic, an initial, a family name that is nothing else, a form of address before them.
    Strong,
}

/// Somebody in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// With the form of address before the name, and the letters behind it.
    pub range: Range<usize>,
    pub name: Range<usize>,
    pub strength: Strength,
}

impl Person {
    pub fn honorific<'a>(&self, text: &'a str) -> &'a str {
        text[self.range.start..self.name.start].trim()
    }

    /// "KC", "MP": what stands behind a name without a comma.
    pub fn letters<'a>(&self, text: &'a str) -> &'a str {
        text[self.name.end..self.range.end].trim_matches([' ', ','])
    }
}

/// What was found at a word.
enum Look {
    /// A name of so many words, and with the letters after it of so many.
    Name {
        length: usize,
        whole: usize,
        strength: Strength,
    },
    /// So many words that are somebody's name and yet nobody here.
    Thing(usize),
    None,
}

/// The people in a part of a sentence, in its order.
pub(super) fn people(text: &str, known: &Known) -> Vec<Person> {
    let tokens = tokens(text);
    let finder = Finder { text, tokens: &tokens, known };
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        if tokens[place].is_quoted {
            place += 1;
            continue;
        }
        if let Some((person, next)) = finder.addressed(place) {
            found.push(person);
            place = next;
            continue;
        }
        match finder.look(place) {
            Look::Name { length, whole, strength } => {
                let name = tokens[place].range.start..tokens[place + length - 1].range.end;
                let end = tokens[place + whole - 1].range.end;
                found.push(Person { range: name.start..end, name, strength });
                place += whole;
            }
            Look::Thing(length) => place += length,
            Look::None => place += 1,
        }
    }
    found
}

/// Letters behind a name, off it: the name and they.
pub(super) fn without_letters(name: &str) -> (&str, &str) {
    let tokens = tokens(name);
    let behind = letters_behind(&tokens);
    match tokens.len().checked_sub(behind).and_then(|count| count.checked_sub(1)).and_then(|last| tokens.get(last)) {
        Some(last) if behind > 0 => (&name[..last.range.end], name[last.range.end..].trim_matches([' ', ','])),
        _ => (name, ""),
    }
}

/// How many words at the end of a name are letters of an order or a degree. Ma, Am and Ao are families too: they are letters only where
/// two words of a name stand before, and not in one that is written in capitals, where nothing tells them apart.
fn letters_behind(tokens: &[Token<'_>]) -> usize {
    let behind = tokens.iter().rev().take_while(|token| shape::is_letters(token.word)).count();
    let name = &tokens[..tokens.len() - behind];
    if name.len() > 1 && !name.iter().all(Token::is_capitals) {
        return behind;
    }
    let is_plain = |token: &&Token<'_>| shape::is_letters(token.word) && !shape::is_family_too(token.word);
    let plain = tokens.iter().rev().take_while(is_plain).count();
    if plain < tokens.len() { plain } else { 0 }
}

pub(super) struct Finder<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    known: &'a Known,
}

impl Finder<'_> {
    /// Somebody who is addressed at a word, and the word after.
    fn addressed(&self, place: usize) -> Option<(Person, usize)> {
        // "Hội Nhà báo", "Đoàn Luật sư": an organisation of those who are addressed so.
        const OF_MANY: &[&str] = &["hội", "đoàn", "giới", "thẻ", "giải", "nghề", "lớp", "trại"];
        if self.before(place).is_some_and(|before| OF_MANY.contains(&before.word.to_lowercase().as_str())) {
            return None;
        }
        let start = self.tokens[place].range.start;
        let rest = &self.text[start..];
        let (honorific, name) = entry::without_honorific(rest, self.known);
        if honorific.is_empty() {
            return None;
        }
        let at = self.text.len() - name.len();
        let mut first = place + self.tokens[place..].iter().position(|token| token.range.start >= at)?;
        // "Col. (ret.) John Brown".
        if self.tokens[first].is_bracketed && ["ret", "retd", "rtd"].contains(&self.tokens[first].word) {
            first += 1;
        }
        let token = self.tokens.get(first)?;
        if token.is_quoted || token.is_bracketed && !self.tokens[place].is_bracketed {
            return None;
        }
        let is_office = words::title_len(honorific).is_some();
        let (length, whole) = match self.look(first) {
            Look::Name { length, whole, .. } => (length, whole),
            _ if !token.is_capital || words::title_len(&self.text[token.range.start..]).is_some() => return None,
            _ => self.any_name(first, is_office)?,
        };
        let name = token.range.start..self.tokens[first + length - 1].range.end;
        let end = self.tokens[first + whole - 1].range.end;
        let strength = if length > 1 || !is_office { Strength::Strong } else { Strength::Weak };
        Some((Person { range: start..end, name, strength }, first + whole))
    }

    /// Behind a form of address whatever has a capital is a name.
    fn any_name(&self, first: usize, is_office: bool) -> Option<(usize, usize)> {
        let run = self.run(first);
        let count = run.min(4);
        let is_body = words::begins_body(&self.text[self.tokens[first].range.start..]);
        let is_short = self.tokens[first].is_capitals() && count == 1;
        let text = &self.text[self.tokens[first].range.start..self.tokens[first + count.max(1) - 1].range.end];
        let is_body = is_body || words::is_place(text);
        let fewest = if is_office { 2 } else { 1 };
        let is_letters = is_office && self.has_capitals(first, count);
        let fits = count >= fewest && !is_body && !is_short && !is_letters;
        fits.then_some((count, count))
    }

    fn has_capitals(&self, first: usize, count: usize) -> bool {
        let is_shouted = self.tokens.iter().all(|token| !token.is_capital || token.is_capitals());
        !is_shouted && self.tokens[first..first + count].iter().any(Token::is_capitals)
    }

    /// How many words from a place have capitals, one joined to the other; particles and initials among them.
    fn run(&self, first: usize) -> usize {
        let mut count = 0;
        for (at, token) in self.tokens.iter().enumerate().skip(first) {
            let is_joined = at == first || token.is_joined;
            let next = self
                .tokens
                .get(at + 1)
                .filter(|next| next.is_joined && (next.is_capital || shape::is_particle(next.word)));
            let fits = token.is_capital || shape::is_particle(token.word) && at > first && next.is_some();
            let is_name = token.word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter));
            if !is_joined || !fits || !is_name || token.is_quoted {
                break;
            }
            count += 1;
            // The end of a sentence that was not cut, or of a possessor.
            if token.word.ends_with("'s") || token.word.ends_with("’s") {
                break;
            }
        }
        count
    }

    fn look(&self, place: usize) -> Look {
        let token = &self.tokens[place];
        if !token.is_capital || token.is_quoted || self.run(place) == 0 {
            return Look::None;
        }
        if let Some(thing) = self.thing(place) {
            return thing;
        }
        let look = match token.script {
            Script::Cyrillic => self.cyrillic(place),
            _ => match self.vietnamese(place) {
                Look::None => self.latin(place),
                look => look,
            },
        };
        match look {
            Look::Name { strength: Strength::Weak, .. } if token.is_bracketed => Look::None,
            look => look,
        }
    }

    /// What is called after somebody.
    fn thing(&self, place: usize) -> Option<Look> {
        let words = |count: usize| self.tokens.get(place..place + count);
        let is_historical = words(3).is_some_and(|three| {
            let name: Vec<String> = three.iter().map(|token| token.word.to_lowercase()).collect();
            let name = name.join(" ");
            namesakes::HISTORICAL.iter().any(|known| known.matches(' ').count() == 2 && name.starts_with(known))
        });
        if is_historical {
            return Some(Look::Thing(3));
        }
        let before = self.before(place)?;
        let word = before.word.to_lowercase();
        static CALLED: Words = LazyLock::new(|| {
            let also = ["thưởng", "tàng", "thpt", "thcs", "памяти"];
            namesakes::CALLED_AFTER.split(' ').chain(also).collect()
        });
        let is_street = word == "phố" && !self.before_word(place, 2, "thành");
        if CALLED.contains(word.as_str()) || is_street {
            let run = self.run(place).max(1);
            return Some(Look::Thing(if self.tokens[place].script == Script::Cyrillic { run } else { run.min(3) }));
        }
        None
    }

    pub(super) fn before(&self, place: usize) -> Option<&Token<'_>> {
        let before = self.tokens.get(place.checked_sub(1)?)?;
        self.tokens[place].is_joined.then_some(before)
    }

    fn before_word(&self, place: usize, back: usize, word: &str) -> bool {
        place
            .checked_sub(back)
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| token.word.to_lowercase() == word)
    }

    pub(super) fn after(&self, place: usize) -> Option<&Token<'_>> {
        self.tokens.get(place).filter(|token| token.is_joined)
    }
}
