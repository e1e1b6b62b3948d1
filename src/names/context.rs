//! What the words beside a name say of who is meant: the office and the organisation of somebody on the list, or something that is surely
//! not theirs.

use std::ops::Range;

use crate::names::address::is_joined;
use crate::names::offices::{longest_from, longest_to};
use crate::names::title::{FORMER, Office, is_nearly, is_small};
use crate::names::token::{Spelt, Token};
use crate::names::walks;

/// How what stands beside a name goes with somebody's office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Somebody else is spoken of.
    Other,
    /// Nothing is said, or nothing that tells.
    Nothing,
    /// The office or the organisation is theirs.
    Theirs,
    /// Both are.
    Both,
}

/// So many words before a name, and behind it, are looked at.
const REACH: usize = 12;

/// Whether a word before an office says that it is held no longer, or that who held it is dead.
fn is_former(word: &str) -> bool {
    FORMER.contains(word) || ["cố", "late"].contains(&word)
}

/// What is said of the name that the words of a range are. `is_person` tells of a word that it may begin somebody's name.
pub(super) fn said(
    office: &Office,
    text: &str,
    words: &[Token],
    name: &Range<usize>,
    is_person: impl Fn(&Token) -> bool,
) -> Said {
    if office.is_unknown() {
        return Said::Nothing;
    }
    let beside = Beside { office, text, words };
    let (title, organisation) = beside.before(name.start);
    let (title_behind, organisation_behind) = beside.behind(name.end);
    match (title || title_behind, organisation || organisation_behind) {
        (true, true) => Said::Both,
        (true, false) | (false, true) => Said::Theirs,
        _ if beside.is_other_before(name.start) || beside.is_other_behind(name.end, is_person) => Said::Other,
        _ => Said::Nothing,
    }
}

struct Beside<'a> {
    office: &'a Office,
    text: &'a str,
    words: &'a [Token],
}

/// Where an apposition begins, and where it ends at the latest.
struct Apposition {
    words: Range<usize>,
    /// Whether a sign stands before it, and not only a space.
    is_apart: bool,
}

impl Beside<'_> {
    /// Whether title and organisation stand before a word.
    fn before(&self, first: usize) -> (bool, bool) {
        let words = self.words;
        let goes_back = |place: usize| is_joined(self.text, words, place);
        let is_theirs = |place: usize| self.office.has_in_organisation(&words[place]) || is_small(&words[place].small);
        let near = (0..first).rev().take(REACH).take_while(|place| goes_back(*place));
        let between = near.take_while(|place| is_theirs(*place)).count();
        let organisation = self.has_organisation(&words[first - between..first]);
        let title = (first - between..=first).any(|end| end > 0 && goes_back(end - 1) && self.title_to(end));
        (title, organisation)
    }

    fn title_to(&self, end: usize) -> bool {
        let is_now = |start: usize| {
            let before = start.checked_sub(1).map(|before| &self.words[before]).filter(|_| self.words[start].follows);
            before.is_none_or(|word| !is_former(&word.small))
        };
        if let Some((length, all)) = longest_to(self.words, end) {
            let is_own = all.iter().any(|known| self.office.known.iter().any(|(own, _)| own.is_same(*known)));
            return is_own && is_now(end - length);
        }
        let is_part = |part: &&Vec<Spelt>| {
            let start = end.checked_sub(part.len());
            start.is_some_and(|start| is_phrase(&self.words[start..end], part) && is_now(start))
        };
        self.office.parts.iter().any(|part| is_part(&part))
    }

    fn title_from(&self, start: usize) -> bool {
        if let Some((_, all)) = longest_from(self.words, start) {
            return all.iter().any(|known| self.office.known.iter().any(|(own, _)| own.is_same(*known)));
        }
        let part_here =
            |part: &Vec<Spelt>| self.words.get(start..start + part.len()).is_some_and(|phrase| is_phrase(phrase, part));
        self.office.parts.iter().any(part_here)
    }

    /// Whether so much of the organisation is in some words that it is hardly another: two of its words, all of it, or its abbreviation.
    fn has_organisation(&self, words: &[Token]) -> bool {
        let own: Vec<&Spelt> = self.office.organisation.iter().filter(|word| !is_small(&word.key)).collect();
        let mut run = 0;
        let mut most = 0;
        for word in words.iter().filter(|word| !is_small(&word.small)) {
            let is_own = own.iter().any(|own| is_nearly(&word.spelt.key, &own.key));
            run = if is_own { run + 1 } else { 0 };
            most = most.max(run);
            if self.office.is_abbreviation(word) || is_own && own.len() == 1 {
                return true;
            }
        }
        most >= 2
    }

    /// What follows a name and says who it is.
    fn apposition(&self, after: usize) -> Option<Apposition> {
        let end = self.words[after.checked_sub(1)?].range.end;
        let next = self.words.get(after)?;
        let gap = self.text.get(end..next.range.start)?;
        let is_apart = matches!(gap, ", " | " (" | " – " | " — " | ",\u{a0}");
        (is_apart || gap == " ").then(|| Apposition { words: after..self.end_of_part(after), is_apart })
    }

    /// Where the part of a sentence ends that begins at a word.
    fn end_of_part(&self, start: usize) -> usize {
        let most = (start + REACH).min(self.words.len());
        let joined = |place: &usize| {
            let gap = &self.text[self.words[place - 1].range.end..self.words[*place].range.start];
            !gap.contains([',', ';', ':', '!', '?', ')', '\n'])
                && (!gap.contains('.') || is_joined(self.text, self.words, place - 1))
        };
        (start + 1..most).find(|place| !joined(place)).unwrap_or(most)
    }

    fn behind(&self, after: usize) -> (bool, bool) {
        let Some(Apposition { words, is_apart }) = self.apposition(after) else { return (false, false) };
        let first = &self.words[words.start].small;
        let is_linked = is_apart || matches!(first.as_str(), "of" | "from" | "the" | "at" | "из");
        if !is_linked {
            return (false, false);
        }
        let start = words.start + usize::from(is_article(first));
        (self.title_from(start), self.has_organisation(&self.words[words]))
    }

    /// Whether what stands before a word is said of people of another walk of life.
    fn is_other_before(&self, first: usize) -> bool {
        let joined = self.words.get(first).is_some_and(|word| word.follows);
        joined && walks::ends(self.words, first) && !self.is_in_title(&self.words[first - 1])
    }

    fn is_in_title(&self, word: &Token) -> bool {
        self.office.words.iter().any(|own| is_nearly(&word.spelt.key, &own.key))
    }

    fn is_other_behind(&self, after: usize, is_person: impl Fn(&Token) -> bool) -> bool {
        let Some(Apposition { words: part, is_apart }) = self.apposition(after) else { return false };
        let words = &self.words[part.clone()];
        let Some(first) = words.first() else { return false };
        let next_small = words.get(1).is_some_and(|next| next.follows && !next.is_capital);
        let next_capital = words.get(1).is_some_and(|next| next.follows && next.is_capital);
        let is_what = match first.small.as_str() {
            "a" | "an" if is_apart => next_small,
            "the" => next_small && (is_apart || walks::begins(self.words, part.start + 1)),
            "of" | "from" | "at" => next_capital && !self.has_any(words),
            // "Her nephew", «её племянник».
            "his" | "her" | "their" | "our" | "my" | "его" | "её" | "ее" | "их" | "наш" | "наша" => {
                is_apart && walks::begins(self.words, part.start + 1)
            }
            _ => false,
        };
        if is_what || is_apart && walks::begins(self.words, part.start) && !self.is_in_title(first) {
            return true;
        }
        let age = first.small.chars().all(|letter| letter.is_ascii_digit()) && first.small.len() < 3;
        if is_apart && age {
            return true;
        }
        // The office of somebody at another organisation; where a name follows, it is that other person's.
        let Some((length, _)) = longest_from(self.words, part.start).filter(|_| is_apart) else { return false };
        let rest = &words[length.min(words.len())..];
        let is_named = rest.iter().any(|word| word.is_capital);
        is_named && !rest.iter().any(is_person) && !self.has_any(rest)
    }

    fn has_any(&self, words: &[Token]) -> bool {
        words.iter().any(|word| !is_small(&word.small) && self.office.has_in_organisation(word))
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "our" | "its" | "their")
}

/// Whether words of a text are a part of a title, in whatever case.
fn is_phrase(words: &[Token], part: &[Spelt]) -> bool {
    words.len() == part.len()
        && words.iter().zip(part).all(|(word, own)| {
            word.spelt.exact == own.exact || is_nearly(&word.spelt.key, &own.key) && !own.is_marked()
        })
}
