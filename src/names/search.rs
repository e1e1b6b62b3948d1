//! The names in a text, and which of them were missed by a little.

use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::RandomState;

use crate::language::vietnamese;
use crate::names::context::{self, Said};
use crate::names::distance::{Slip, slip};
use crate::names::fits::Fits;
use crate::names::list::{Name, Watch};
use crate::names::russian::{self, ALL, Cases};
use crate::names::stranger::Strangers;
use crate::names::token::{Script, Token, tokens};
use crate::names::word::{Around, Fit, NameWord};
use crate::names::{Certainty, Kind, Meant, Seen, Sighting, common, title};
use crate::report::{ParticipantId, RichText};

/// A name that some words of a text are, or nearly are.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The words, by their places.
    pub words: Range<usize>,
    pub person: usize,
    /// What is wrong, if anything is.
    pub wrong: Option<Wrong>,
    /// Whether it is initials and a family name: right ones may be others'.
    pub is_short: bool,
    /// What stands beside it; of right ones nothing is asked.
    pub said: Said,
}

#[derive(Debug, Clone)]
pub(super) struct Wrong {
    pub kind: Kind,
    /// How far it is from right.
    pub cost: usize,
    pub meant: String,
    pub certainty: Certainty,
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
    let fits = Fits::new(written, &words);
    let search = Search { watch, text: written, words: &words, free: &free, fits: &fits };
    let mut seen = Seen { marked: marked_people(text), ..Seen::default() };
    let mut named: Vec<(Range<usize>, usize)> = Vec::new();
    for candidates in chosen(search.settled(search.candidates())) {
        let Some(first) = candidates.first() else { continue };
        if first.is_short && first.wrong.is_none() {
            continue;
        }
        let range = search.bytes(&first.words);
        if first.wrong.is_none() && !written[range.clone()].is_ascii() {
            seen.marked.push(watch.people[first.person].id);
        }
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
    search.add_lone_words(&mut seen.wrong);
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

/// Whose names are live references with marks.
fn marked_people(text: &RichText) -> Vec<ParticipantId> {
    let people = text.people().filter(|(range, _)| !text.as_str()[range.clone()].is_ascii());
    people.map(|(_, person)| person).collect()
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

pub(super) struct Search<'a> {
    pub watch: &'a Watch,
    pub text: &'a str,
    pub words: &'a [Token],
    /// Which words are in no live reference.
    free: &'a [bool],
    pub fits: &'a Fits<'a>,
}

impl Search<'_> {
    fn candidates(&self) -> Vec<Candidate> {
        let mut tried: HashSet<(u32, usize), RandomState> = HashSet::default();
        let mut found = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            if !self.free[place] {
                continue;
            }
            let disguised = word.disguised.as_ref().map(|spelt| spelt.key.as_str());
            for key in std::iter::once(word.spelt.key.as_str()).chain(disguised) {
                let short = if word.is_initial { self.watch.with_initial(key) } else { &[] };
                for (name, at) in self.watch.with(key).iter().chain(short) {
                    let known = &self.watch.names[*name as usize];
                    if known.has_order && (*at > 0 || known.words.len() > 2) {
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

    /// Single words of names that have letters of two alphabets, which nobody's name has.
    fn add_lone_words(&self, wrong: &mut Vec<Sighting>) {
        let is_free = |place: usize, word: &Token| {
            let is_seen =
                wrong.iter().any(|other| other.range.start < word.range.end && word.range.start < other.range.end);
            self.free[place] && word.is_capital && word.spelt.script == Script::Mixed && !is_seen
        };
        let free: Vec<&Token> =
            self.words.iter().enumerate().filter(|(place, word)| is_free(*place, word)).map(|(_, word)| word).collect();
        for token in free {
            let Some(key) = token.disguised.as_ref().map(|spelt| spelt.key.as_str()) else { continue };
            let mut meant: Vec<Meant> = Vec::new();
            for (name, at) in self.watch.with(key) {
                let name = &self.watch.names[*name as usize];
                let word = &name.words[usize::from(*at)];
                let fit = word.fit(token, name.around);
                let person = self.watch.people[name.person].id;
                if !matches!(fit, Fit::LookAlike(_)) || meant.iter().any(|meant| meant.person == person) {
                    continue;
                }
                meant.push(Meant { person, words: self.right_word(&fit, word, token, ALL) });
            }
            meant.truncate(MOST_MEANT);
            if !meant.is_empty() && key.chars().count() > 2 {
                let found = self.text[token.range.clone()].to_owned();
                let (kind, certainty) = (Kind::LookAlike, Certainty::Certain);
                wrong.push(Sighting { range: token.range.clone(), found, meant, kind, certainty });
            }
        }
    }

    /// Without the right name of one, where office and organisation beside it are those of another whose name is nearly the same.
    fn settled(&self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let is_sure = |other: &&Candidate| other.wrong.is_some() && other.said == Said::Both;
        let sure: Vec<(Range<usize>, usize)> =
            candidates.iter().filter(is_sure).map(|other| (other.words.clone(), other.person)).collect();
        let organisation = |person: usize| &self.watch.people[person].office.organisation;
        let stays = |candidate: &Candidate| {
            // Of two at one organisation, it is the office that is wrong.
            let is_elsewhere = |(words, other): &(Range<usize>, usize)| {
                *words == candidate.words && organisation(*other) != organisation(candidate.person)
            };
            candidate.wrong.is_some()
                || !sure.iter().any(is_elsewhere)
                || self.said(candidate.person, &candidate.words) == Said::Both
        };
        candidates.into_iter().filter(stays).collect()
    }

    /// What stands beside some words of the person whose name they may be.
    pub(super) fn said(&self, person: usize, range: &Range<usize>) -> Said {
        let is_person = |word: &Token| self.is_name_elsewhere(word);
        context::said(&self.watch.people[person].office, self.text, self.words, range, is_person)
    }

    /// A name that is wrong, unless somebody else is spoken of. `needs` says what must stand beside it.
    pub(super) fn wrong(&self, name: &Name, words: Range<usize>, wrong: Wrong, needs: Said) -> Option<Candidate> {
        let said = self.said(name.person, &words);
        let is_short = name.around.initials > 0;
        (said >= needs).then_some(Candidate { words, person: name.person, wrong: Some(wrong), is_short, said })
    }

    /// The words from a place on, if they are as many as a name has and stand together.
    pub(super) fn window(&self, name: &Name, start: usize) -> Option<&[Token]> {
        let range = start..start + name.words.len();
        let window = self.words.get(range.clone())?;
        let together = window[1..].iter().all(|word| word.follows) && self.free[range].iter().all(|free| *free);
        together.then_some(window)
    }

    /// Whether the name in the text is longer than the one on the list: *Nguyễn Văn An Bình* is not *Nguyễn Văn An*.
    pub(super) fn goes_on(&self, name: &Name, start: usize, window: &[Token]) -> bool {
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
        let mut fits = Vec::new();
        let (mut misses, mut is_near) = (0, false);
        for (place, word) in name.words.iter().enumerate() {
            let is_given = place + 1 == name.words.len();
            let mut fit = self.fits.fit(word, start + place, Around { is_given, ..name.around });
            if let Fit::Near(near) = &*fit {
                is_near = true;
                misses += 1;
                fit = Rc::clone(near);
            } else {
                misses += usize::from(matches!(*fit, Fit::Letter(..)));
            }
            if matches!(*fit, Fit::Other) || misses > 1 {
                return None;
            }
            fits.push(fit);
        }
        if self.goes_on(name, start, window) {
            return None;
        }
        let rest = fits.iter().filter(|fit| !matches!(***fit, Fit::Right(_))).count();
        if is_near && rest > 1 {
            return None;
        }
        let words = start..start + window.len();
        let is_short = name.around.initials > 0;
        match self.judged(name, window, &fits)? {
            None => Some(Candidate { words, person: name.person, wrong: None, is_short, said: Said::Nothing }),
            Some(wrong) if is_near => {
                let wrong = Wrong { certainty: Certainty::Possible, ..wrong };
                self.wrong(name, words, wrong, Said::Theirs)
            }
            Some(wrong) => self.wrong(name, words, wrong, Said::Nothing),
        }
    }

    /// What the fits of all words come to. `None` where it is too little to say anything.
    fn judged(&self, name: &Name, window: &[Token], fits: &[Rc<Fit>]) -> Option<Option<Wrong>> {
        let is_vietnamese = name.around.is_vietnamese;
        // Marks that are left out of a name from elsewhere say nothing against it.
        let tone = |(fit, token): (&Rc<Fit>, &Token)| match &**fit {
            Fit::Tone(_, cost) => Some(*cost).filter(|_| is_vietnamese || token.spelt.is_marked()),
            _ => None,
        };
        let tones: usize = fits.iter().zip(window).filter_map(tone).sum();
        let has_tones = fits.iter().any(|fit| matches!(**fit, Fit::Tone(..)));
        let letter = |fit: &Rc<Fit>| match **fit {
            Fit::Letter(_, cost) => cost,
            Fit::Keys(_) | Fit::OtherSex => 1,
            _ => 0,
        };
        let letters: usize = fits.iter().map(letter).sum();
        let is_other_sex = fits.iter().any(|fit| matches!(**fit, Fit::OtherSex));
        if is_other_sex && !self.is_of_own_sex(name, window, fits) {
            return None;
        }
        let has_keys = fits.iter().any(|fit| matches!(**fit, Fit::Keys(_)));
        let alike = fits.iter().filter(|fit| matches!(***fit, Fit::LookAlike(_))).count();
        let is_bare = window.iter().all(|word| !word.spelt.is_marked());
        let (kind, certainty) = match (letters, tones, alike) {
            (0, 0, 0) if !has_tones => return Some(None),
            (0, 0, 1..) => (Kind::LookAlike, Certainty::Certain),
            (0, _, _) if is_bare && window.len() > 2 => (Kind::Tone, Certainty::Certain),
            (0, ..) => (Kind::Tone, Certainty::Likely),
            // Letters and tones at once only where so much else is right that nobody else is meant.
            (_, 1.., _) if window.len() < 3 && !has_keys => return None,
            _ if is_other_name(name, window, fits) => (Kind::Letter, Certainty::Possible),
            _ if window.len() > 2 => (Kind::Letter, Certainty::Certain),
            _ => (Kind::Letter, Certainty::Likely),
        };
        let shared = |cases: Cases, fit: &Rc<Fit>| if let Fit::Right(own) = **fit { cases & own } else { cases };
        let cases = fits.iter().fold(ALL, shared);
        let fitted = fits.iter().zip(&name.words).zip(window);
        let right: Vec<String> = fitted.map(|((fit, word), token)| self.right_word(fit, word, token, cases)).collect();
        let meant = self.spaced_as(window, &right);
        // Words without any marks may be anybody's who has their letters, with marks or without.
        let is_of_all = is_bare && letters == 0 && alike == 0 && is_vietnamese;
        let cost = if is_of_all { window.len() } else { (letters + tones + alike).max(1) };
        let meant = if self.in_capitals(window, name) { meant.to_uppercase() } else { meant };
        Some(Some(Wrong { kind, cost, meant, certainty }))
    }

    /// Whether the given name, in the case in which it is written, is only that of the sex that the list's patronymic has.
    fn is_of_own_sex(&self, name: &Name, window: &[Token], fits: &[Rc<Fit>]) -> bool {
        let Some(patronymic) = name.words.iter().find(|word| word.is_patronymic()) else { return false };
        let is_woman = russian::is_of_a_woman(&patronymic.spelt.key);
        let others = fits.iter().filter(|fit| !matches!(***fit, Fit::OtherSex));
        let given = window.iter().flat_map(|word| common::given(&word.spelt.key));
        let mut sexes = given.map(|given| given.is_woman).peekable();
        others.clone().all(|fit| matches!(**fit, Fit::Right(_)))
            && sexes.peek().is_some()
            && sexes.all(|sex| sex == is_woman)
    }

    /// Words with the spaces and full stops of others between them.
    fn spaced_as(&self, window: &[Token], words: &[String]) -> String {
        let mut joined = String::new();
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                joined.push_str(&self.text[window[place - 1].range.end..window[place].range.start]);
            }
            joined.push_str(word);
        }
        joined
    }

    pub(super) fn in_capitals(&self, window: &[Token], name: &Name) -> bool {
        let long = window.iter().any(|word| word.is_capitals);
        long && window.iter().zip(&name.words).all(|(word, _)| self.is_capitals(word))
    }

    /// The word that should stand in the place of one, in the case of its neighbours.
    pub(super) fn right_word(&self, fit: &Fit, word: &NameWord, token: &Token, cases: Cases) -> String {
        match fit {
            // The apostrophe and the place of the tone are those of the list.
            Fit::Right(_) if word.spelt.exact == token.spelt.exact && word.spelt.script == Script::Latin => {
                word.written.clone()
            }
            Fit::Right(_) | Fit::Other | Fit::Near(_) => self.text[token.range.clone()].to_owned(),
            Fit::Tone(word, _) | Fit::Keys(word) => word.clone(),
            Fit::OtherSex => word.in_cases(cases).unwrap_or_else(|| word.written.clone()),
            Fit::LookAlike(forms) | Fit::Letter(forms, _) => {
                let agrees = forms.iter().find(|(_, own)| own & cases != 0).map(|(word, _)| word.clone());
                // All words of a name stand in one case: where the ending is not what is written, it may be what is wrong.
                let nearest = forms.first().map_or("", |(word, _)| word.as_str());
                let is_far = matches!(fit, Fit::Letter(_, cost) if *cost > 4) || !ends_alike(nearest, &token.small);
                let declined = || word.in_cases(cases).filter(|_| is_far);
                agrees.or_else(declined).or_else(|| Some(forms.first()?.0.clone())).unwrap_or_default()
            }
        }
    }
}

/// Whether two words have the same last letters.
fn ends_alike(one: &str, other: &str) -> bool {
    const ENDING: usize = 2;
    one.chars().rev().take(ENDING).eq(other.chars().rev().take(ENDING))
}

/// Whether the one letter that is another one makes a Russian family name that is as good: Щербатов beside Щербаков. Letters that sound
/// alike or look alike are mistaken for one another.
fn is_other_name(name: &Name, window: &[Token], fits: &[Rc<Fit>]) -> bool {
    const CONFUSED: [&str; 9] = ["щш", "цс", "зс", "бп", "дт", "гк", "вф", "жш", "гх"];
    let is_vowel = |letter: char| "аеиоуыэюяьъ".contains(letter);
    let is_confused = |one: char, other: char| {
        is_vowel(one) || is_vowel(other) || CONFUSED.iter().any(|pair| pair.contains(one) && pair.contains(other))
    };
    let changed = |word: &NameWord, token: &Token| match slip(&word.spelt.key, &token.spelt.key) {
        Some(Slip::Changed(wanted, written)) => !is_confused(wanted, written),
        _ => false,
    };
    let is_russian = |token: &Token| token.spelt.script == Script::Cyrillic;
    let missed = fits.iter().zip(&name.words).zip(window).filter(|((fit, _), _)| matches!(***fit, Fit::Letter(..)));
    missed.into_iter().any(|((_, word), token)| is_russian(token) && changed(word, token))
}
