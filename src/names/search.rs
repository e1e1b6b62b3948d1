//! The names in a text, and which of them were missed by a little.

use std::collections::HashSet;
use std::ops::Range;

use crate::language::vietnamese;
use crate::names::list::{Name, Watch};
use crate::names::russian::{ALL, Cases};
use crate::names::stranger::Strangers;
use crate::names::token::{Script, Token, tokens};
use crate::names::word::{Around, Fit, NameWord};
use crate::names::{Certainty, Kind, Meant, Seen, Sighting, common, title};
use crate::report::RichText;

/// A name that some words of a text are, or nearly are.
#[derive(Debug, Clone)]
struct Candidate {
    /// The words, by their places.
    words: Range<usize>,
    person: usize,
    /// What is wrong, if anything is.
    wrong: Option<Wrong>,
}

#[derive(Debug, Clone)]
struct Wrong {
    kind: Kind,
    /// How far it is from right.
    cost: usize,
    meant: String,
    certainty: Certainty,
}

/// So many people at most can be meant by a name that is wrong; where more could, nobody knows.
const MOST_MEANT: usize = 3;

pub(super) fn look(watch: &Watch, text: &RichText, is_signature: bool) -> Seen {
    let written = text.as_str();
    let words = tokens(written);
    let people: Vec<_> = text.people().collect();
    let is_live =
        |word: &Token| people.iter().any(|(range, _)| range.start < word.range.end && word.range.start < range.end);
    let free: Vec<bool> = words.iter().map(|word| !is_live(word)).collect();
    let search = Search { watch, text: written, words: &words, free: &free };
    let mut seen = Seen::default();
    let mut named: Vec<(Range<usize>, usize)> = Vec::new();
    for candidates in chosen(search.candidates()) {
        let Some(first) = candidates.first() else { continue };
        let range = search.bytes(&first.words);
        match &first.wrong {
            None => seen.right.push((range.clone(), watch.people[first.person].id)),
            Some(wrong) => seen.wrong.push(sighting(watch, written, range.clone(), wrong, &candidates)),
        }
        if candidates.len() == 1 {
            named.push((range, first.person));
        }
    }
    for (range, id) in &people {
        if let Some(person) = watch.people.iter().position(|person| person.id == *id) {
            named.push((range.clone(), person));
        }
    }
    for (range, person) in named {
        let known = &watch.people[person];
        let others = |word: &Token| !search.is_name_elsewhere(word);
        if let Some(found) = title::beside(&known.office, written, &words, &range, others) {
            let certainty = Certainty::Possible;
            let meant = vec![Meant { person: known.id, words: found.meant }];
            let words = written[found.range.clone()].to_owned();
            seen.wrong.push(Sighting { range: found.range, found: words, meant, kind: Kind::Title, certainty });
        }
    }
    seen.wrong.sort_by_key(|sighting| sighting.range.start);
    seen.right.sort_by_key(|(range, _)| range.start);
    let is_taken = |range: &Range<usize>| {
        let overlaps = |other: &Range<usize>| other.start < range.end && range.start < other.end;
        people.iter().any(|(other, _)| overlaps(other))
            || seen.right.iter().any(|(other, _)| overlaps(other))
            || seen.wrong.iter().any(|sighting| overlaps(&sighting.range))
    };
    seen.strangers = Strangers { watch, text: written, words: &words, is_signature }.find(is_taken);
    seen
}

fn sighting(watch: &Watch, text: &str, range: Range<usize>, wrong: &Wrong, candidates: &[Candidate]) -> Sighting {
    let meant = candidates.iter().filter_map(|candidate| {
        let words = candidate.wrong.as_ref()?.meant.clone();
        Some(Meant { person: watch.people[candidate.person].id, words })
    });
    let certainty = if candidates.len() > 1 { Certainty::Possible } else { wrong.certainty };
    Sighting { found: text[range.clone()].to_owned(), range, meant: meant.collect(), kind: wrong.kind, certainty }
}

/// What to believe: the longest names first, right ones before others, and of those the nearest; the rest must not overlap. Several that are
/// equally near stay together.
fn chosen(mut candidates: Vec<Candidate>) -> Vec<Vec<Candidate>> {
    let cost = |candidate: &Candidate| candidate.wrong.as_ref().map_or(0, |wrong| wrong.cost);
    candidates.sort_by_key(|candidate| {
        (
            usize::MAX - candidate.words.len(),
            candidate.wrong.is_some(),
            cost(candidate),
            candidate.words.start,
            candidate.person,
        )
    });
    let mut groups: Vec<Vec<Candidate>> = Vec::new();
    for candidate in candidates {
        let overlaps = |group: &&mut Vec<Candidate>| {
            group.iter().any(|other| other.words.start < candidate.words.end && candidate.words.start < other.words.end)
        };
        match groups.iter_mut().find(overlaps) {
            None => groups.push(vec![candidate]),
            Some(group) => {
                let ties = group.iter().all(|other| {
                    other.words == candidate.words
                        && cost(other) == cost(&candidate)
                        && other.person != candidate.person
                });
                if ties && candidate.wrong.is_some() {
                    group.push(candidate);
                }
            }
        }
    }
    groups.retain(|group| group.len() <= MOST_MEANT);
    groups
}

struct Search<'a> {
    watch: &'a Watch,
    text: &'a str,
    words: &'a [Token],
    /// Which words are in no live reference.
    free: &'a [bool],
}

impl Search<'_> {
    fn candidates(&self) -> Vec<Candidate> {
        let mut tried = HashSet::new();
        let mut found = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            if !self.free[place] {
                continue;
            }
            let disguised = word.disguised.as_ref().map(|spelt| spelt.key.as_str());
            for key in std::iter::once(word.spelt.key.as_str()).chain(disguised) {
                for (name, at) in self.watch.with(key) {
                    let known = &self.watch.names[*name as usize];
                    if *at > 0 && known.has_order {
                        found.extend(self.out_of_order(known, place));
                    }
                    let Some(start) = place.checked_sub(usize::from(*at)) else { continue };
                    if tried.insert((*name, start)) {
                        found.extend(self.in_order(known, start));
                    }
                }
            }
        }
        found
    }

    /// The words from a place on, if they are as many as a name has and stand together.
    fn window(&self, name: &Name, start: usize) -> Option<&[Token]> {
        let range = start..start + name.words.len();
        let window = self.words.get(range.clone())?;
        let together = window[1..].iter().all(|word| word.follows) && self.free[range].iter().all(|free| *free);
        together.then_some(window)
    }

    /// Whether the name in the text is longer than the one on the list: *Nguyễn Văn An Bình* is not *Nguyễn Văn An*.
    fn goes_on(&self, name: &Name, start: usize, window: &[Token]) -> bool {
        if !name.around.is_vietnamese || window.iter().any(|word| word.spelt.script == Script::Cyrillic) {
            return false;
        }
        let is_syllable = |word: &Token| vietnamese::is_syllable(&word.small);
        let capitals = window.iter().all(|word| !word.small.is_empty() && self.is_capitals(word));
        let after = self.words.get(start + window.len()).filter(|word| word.follows);
        let is_longer = after.is_some_and(|word| word.is_capital && is_syllable(word));
        let has_family = name.words.first().is_some_and(|word| common::is_vietnamese_family(&word.spelt.key));
        let before = start.checked_sub(1).map(|before| &self.words[before]).filter(|_| window[0].follows);
        let is_later =
            !has_family && before.is_some_and(|word| common::is_vietnamese_family(&word.spelt.key) && word.is_capital);
        !capitals && (is_longer || is_later)
    }

    fn is_capitals(&self, word: &Token) -> bool {
        self.text[word.range.clone()].chars().all(|letter| !letter.is_lowercase())
    }

    /// A word that may begin the name of somebody on the list.
    fn is_name_elsewhere(&self, word: &Token) -> bool {
        let is_first = |(name, at): &(u32, u8)| *at == 0 && !self.watch.names[*name as usize].words.is_empty();
        word.is_capital && self.watch.with(&word.spelt.key).iter().any(is_first)
    }

    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].range.start..self.words[words.end - 1].range.end
    }

    fn in_order(&self, name: &Name, start: usize) -> Option<Candidate> {
        let window = self.window(name, start)?;
        let mut fits = Vec::with_capacity(window.len());
        let mut misses = 0;
        for (place, (word, token)) in name.words.iter().zip(window).enumerate() {
            let is_given = place + 1 == name.words.len();
            let fit = word.fit(token, Around { is_given, ..name.around });
            match fit {
                Fit::Other => return None,
                Fit::Letter(..) => misses += 1,
                _ => {}
            }
            if misses > 1 {
                return None;
            }
            fits.push(fit);
        }
        if self.goes_on(name, start, window) {
            return None;
        }
        let words = start..start + window.len();
        let wrong = self.judged(name, window, &fits)?;
        Some(Candidate { words, person: name.person, wrong })
    }

    /// What the fits of all words come to. `None` where it is too little to say anything.
    fn judged(&self, name: &Name, window: &[Token], fits: &[Fit]) -> Option<Option<Wrong>> {
        let tones: usize = fits.iter().map(|fit| if let Fit::Tone(_, cost) = fit { *cost } else { 0 }).sum();
        let letters: usize = fits.iter().map(|fit| if let Fit::Letter(_, cost) = fit { *cost } else { 0 }).sum();
        let alike = fits.iter().filter(|fit| matches!(fit, Fit::LookAlike(_))).count();
        let is_bare = window.iter().all(|word| !word.spelt.is_marked());
        let (kind, certainty) = match (letters, tones, alike) {
            (0, 0, 0) => return Some(None),
            (0, 0, _) => (Kind::LookAlike, Certainty::Certain),
            (0, _, _) if is_bare && window.len() > 2 => (Kind::Tone, Certainty::Certain),
            (0, ..) => (Kind::Tone, Certainty::Likely),
            // Letters and tones at once only where so much else is right that nobody else is meant.
            (_, 1.., _) if window.len() < 3 => return None,
            _ if window.len() > 2 => (Kind::Letter, Certainty::Certain),
            _ => (Kind::Letter, Certainty::Likely),
        };
        let shared = |cases: Cases, fit: &Fit| if let Fit::Right(own) = fit { cases & own } else { cases };
        let cases = fits.iter().fold(ALL, shared);
        let fitted = fits.iter().zip(&name.words).zip(window);
        let right = fitted.map(|((fit, word), token)| self.right_word(fit, word, token, cases));
        let meant = right.collect::<Vec<_>>().join(" ");
        // Words without any marks may be anybody's who has their letters, with marks or without.
        let is_of_all = is_bare && letters == 0 && alike == 0 && name.around.is_vietnamese;
        let cost = if is_of_all { window.len() } else { letters + tones + alike };
        let meant = if self.in_capitals(window, name) { meant.to_uppercase() } else { meant };
        Some(Some(Wrong { kind, cost, meant, certainty }))
    }

    fn in_capitals(&self, window: &[Token], name: &Name) -> bool {
        let long = window.iter().any(|word| word.is_capitals);
        long && window.iter().zip(&name.words).all(|(word, _)| self.is_capitals(word))
    }

    /// The word that should stand in the place of one, in the case of its neighbours.
    fn right_word(&self, fit: &Fit, word: &NameWord, token: &Token, cases: Cases) -> String {
        match fit {
            // The apostrophe and the place of the tone are those of the list.
            Fit::Right(_) if word.spelt.exact == token.spelt.exact && word.spelt.script == Script::Latin => {
                word.written.clone()
            }
            Fit::Right(_) | Fit::Other => self.text[token.range.clone()].to_owned(),
            Fit::Tone(word, _) => word.clone(),
            Fit::LookAlike(forms) | Fit::Letter(forms, _) => {
                let agrees = forms.iter().find(|(_, own)| own & cases != 0);
                agrees.or(forms.first()).map_or_else(String::new, |(word, _)| word.clone())
            }
        }
    }

    /// The words of a name in another order. A family name in capitals may stand first, as in lists of delegations. Vietnamese names of the same words in another order are other people's, unless it is the family
    /// name that moved.
    fn out_of_order(&self, name: &Name, start: usize) -> Option<Candidate> {
        let window = self.window(name, start)?;
        let mut places: Vec<usize> = Vec::with_capacity(window.len());
        let mut cost = 1;
        for token in window {
            let fits = |place: &usize| match name.words[*place].fit(token, name.around) {
                Fit::Right(_) | Fit::LookAlike(_) => true,
                Fit::Tone(..) => name.around.is_vietnamese,
                Fit::Letter(..) | Fit::Other => false,
            };
            let place = (0..window.len()).filter(|place| !places.contains(place)).find(fits)?;
            cost += usize::from(!matches!(name.words[place].fit(token, name.around), Fit::Right(_)));
            places.push(place);
        }
        let moved = places.iter().enumerate().any(|(at, place)| at != *place);
        let is_title = ADDRESSES.contains(&window[0].small.as_str());
        let family_moved = places[0] != 0 && !is_title;
        if !moved || (name.around.is_vietnamese && !family_moved) || self.goes_on(name, start, window) {
            return None;
        }
        let family = name.words.len() - 1;
        let is_listed_style = !name.around.is_vietnamese
            && places[0] == family
            && window[0].is_capitals
            && window[1..].iter().all(|word| !word.is_capitals);
        if is_listed_style && cost == 1 {
            return Some(Candidate { words: start..start + window.len(), person: name.person, wrong: None });
        }
        let mut ordered: Vec<(usize, &Token)> = places.into_iter().zip(window).collect();
        ordered.sort_by_key(|(place, _)| *place);
        let words = ordered.iter().map(|(place, token)| match name.words[*place].fit(token, name.around) {
            fit @ Fit::Right(_) => self.right_word(&fit, &name.words[*place], token, ALL),
            _ => name.words[*place].written.clone(),
        });
        let meant = words.collect::<Vec<_>>().join(" ");
        let meant = if self.in_capitals(window, name) { meant.to_uppercase() } else { meant };
        let wrong = Wrong { kind: Kind::Order, cost, meant, certainty: Certainty::Likely };
        Some(Candidate { words: start..start + window.len(), person: name.person, wrong: Some(wrong) })
    }
}

/// What is said before a Vietnamese name and is a name itself elsewhere: *Anh Lê Minh* is Mr Lê Minh.
const ADDRESSES: [&str; 10] = ["anh", "chị", "ông", "bà", "cô", "chú", "bác", "em", "cụ", "thầy"];
