//! The office beside a name: is it the one on the list?
//!
//! Only offices that are in the tables are judged, and only against one of the same language and ladder on the list. A deputy is not the
//! head, a director not a rector, a colonel no major; "the head of" and other loose words are nobody's mistake. Another office at another
//! organisation is nobody's mistake either: people have several, and names have several people.

use std::ops::Range;
use std::sync::LazyLock;

use crate::names::distance::difference;
use crate::names::offices::{Known, LONGEST, Ladder, RUSSIAN, in_case, known, longest_from};
use crate::names::russian::declined;
use crate::names::terms::{Terms, words};
use crate::names::token::{Spelt, Token, tokens};
use crate::names::word::capitalised;
use crate::report::Participant;

/// Words before an office that is held no longer.
pub(super) static FORMER: Terms =
    LazyLock::new(|| words("nguyên cựu бывший бывшая бывшей бывшую бывшего бывшему бывшим экс former ex then"));
/// Others that make it another one, or somebody else's.
static BEFORE: Terms = LazyLock::new(|| {
    words(
        "quyền phó tổng thứ trợ lý thư ký hay và будущий новый первый заместитель заместителя заместителю заместителем помощник помощника \
         исполняющий обязанности и или почетный почётный acting incoming outgoing future deputy vice assistant associate co honorary and or executive",
    )
});

/// The office of somebody on the list.
#[derive(Debug, Default)]
pub(super) struct Office {
    /// The offices that the title has, each as it is written there.
    pub known: Vec<(Known, String)>,
    /// The whole title, its words folded.
    title: String,
    pub words: Vec<Spelt>,
    /// The parts of the title that stand between commas.
    pub parts: Vec<Vec<Spelt>>,
    /// The words of the organisation, folded.
    pub organisation: Vec<Spelt>,
    /// The first letters of the words of organisation and title, of which abbreviations are made.
    initials: [String; 2],
}

impl Office {
    pub(super) fn of(participant: &Participant) -> Self {
        let title = participant.title.as_ref();
        let words = tokens(title);
        let mut known = Vec::new();
        let mut place = 0;
        while place < words.len() {
            match longest_from(&words, place) {
                Some((length, all)) => {
                    let range = words[place].range.start..words[place + length - 1].range.end;
                    known.extend(
                        all.into_iter()
                            .filter(|known| known.case == 0)
                            .map(|known| (known, title[range.clone()].to_owned())),
                    );
                    place += length;
                }
                None => place += 1,
            }
        }
        let spelt = |text: &str| tokens(text).into_iter().map(|word| word.spelt).collect::<Vec<_>>();
        let parts = title.split([',', ';']).map(spelt).filter(|words| !words.is_empty()).collect();
        let organisation = spelt(&participant.organisation);
        let words = spelt(title);
        let initials =
            [&organisation, &words].map(|words| words.iter().filter_map(|word| word.key.chars().next()).collect());
        Self { known, title: title.to_owned(), words, parts, organisation, initials }
    }

    /// Whether nothing is known of it.
    pub(super) fn is_unknown(&self) -> bool {
        self.words.is_empty() && self.organisation.is_empty()
    }

    /// Whether a word is one of the organisation's, in whatever case, or an abbreviation of it.
    pub(super) fn has_in_organisation(&self, word: &Token) -> bool {
        self.organisation.iter().any(|own| is_nearly(&word.spelt.key, &own.key)) || self.is_abbreviation(word)
    }

    /// Whether a word is made of the first letters of the organisation, of a part of it, or of the title: РГБ, HĐQT.
    pub(super) fn is_abbreviation(&self, word: &Token) -> bool {
        let key = word.spelt.key.as_str();
        word.is_capitals && key.chars().count() > 1 && self.initials.iter().any(|initials| initials.contains(key))
    }
}

/// Words that stand between those of a title.
pub(super) fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "for" | "and" | "и" | "по" | "в" | "на" | "và" | "về")
}

/// An office that is not the one on the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub range: Range<usize>,
    pub meant: String,
}

/// The wrong office beside a name, if there is one. `is_free` tells of a word that it begins no name of somebody else.
pub(super) fn beside(
    office: &Office,
    text: &str,
    words: &[Token],
    name: &Range<usize>,
    is_free: impl Fn(&Token) -> bool,
) -> Option<Found> {
    if office.words.is_empty() {
        return None;
    }
    let first = words.iter().position(|word| word.range.start >= name.start)?;
    let after = words.iter().position(|word| word.range.start >= name.end).unwrap_or(words.len());
    before(office, text, words, first).or_else(|| behind(office, text, words, after, name.end, is_free))
}

fn before(office: &Office, text: &str, words: &[Token], first: usize) -> Option<Found> {
    if !words.get(first)?.follows {
        return None;
    }
    // "Chairman of the Union X": the organisation may stand between.
    let is_between = |place: usize| {
        let word = &words[place];
        let next = words.get(place + 1).is_some_and(|next| next.follows);
        next && (office.has_in_organisation(word) || is_small(&word.small))
    };
    let between = (0..first).rev().take_while(|place| is_between(*place)).count();
    for end in (first - between..=first).rev() {
        if end < first && !words.get(end).is_some_and(|word| word.follows) {
            break;
        }
        for length in (1..=LONGEST.min(end)).rev() {
            let start = end - length;
            let phrase = &words[start..end];
            if !phrase[1..].iter().all(|word| word.follows) {
                continue;
            }
            if let Some(all) = known(phrase) {
                let qualifier = start.checked_sub(1).map(|before| &words[before]).filter(|_| words[start].follows);
                let is_qualified = qualifier
                    .is_some_and(|word| [&FORMER, &BEFORE].iter().any(|table| table.contains(word.small.as_str())));
                return if is_qualified { None } else { judged(office, text, phrase, &all) };
            }
        }
        if end == first
            && let Some(found) = misspelt(office, text, words, end)
        {
            return Some(found);
        }
    }
    None
}

fn behind(
    office: &Office,
    text: &str,
    words: &[Token],
    after: usize,
    name_end: usize,
    is_free: impl Fn(&Token) -> bool,
) -> Option<Found> {
    let mut start = after;
    let gap = text.get(name_end..words.get(start)?.range.start)?;
    if !matches!(gap.trim(), "," | "–" | "—" | "(") || gap.trim() == gap && gap != "," {
        return None;
    }
    if matches!(words[start].small.as_str(), "the" | "a" | "our") {
        start += 1;
    }
    let (length, all) = longest_from(words, start)?;
    let phrase = &words[start..start + length];
    // What follows at once with a capital may be the name of the next person, whose office it is.
    let next = words.get(start + length).filter(|word| word.follows && word.is_capital);
    let second = words.get(start + length + 1).filter(|word| word.follows && word.is_capital);
    let is_vietnamese = all.iter().any(|known| known.language == 0);
    let leads_on = next.is_some_and(|word| {
        let is_family = crate::names::common::is_vietnamese_family(&word.spelt.key);
        if is_vietnamese { is_family && second.is_some() || !is_free(word) } else { second.is_some() || !is_free(word) }
    });
    if leads_on { None } else { judged(office, text, phrase, &all) }
}

/// What is to stand in the place of an office that is known.
fn judged(office: &Office, text: &str, phrase: &[Token], all: &[Known]) -> Option<Found> {
    let range = phrase.first()?.range.start..phrase.last()?.range.end;
    if all.iter().any(|found| office.known.iter().any(|(own, _)| own.is_same(*found))) {
        return None;
    }
    let (found, own, written) = all.iter().find_map(|found| {
        let (own, written) = office.known.iter().find(|(own, _)| own.competes(*found))?;
        Some((found, own, written))
    })?;
    if found.ladder == Ladder::Rank && is_short_for(phrase, written) {
        return None;
    }
    let meant = if found.language == RUSSIAN && found.case != 0 {
        in_case(*own, found.case).unwrap_or_else(|| written.clone())
    } else {
        written.clone()
    };
    let begins_with_capital = text[range.clone()].starts_with(char::is_uppercase);
    Some(Found { range, meant: if begins_with_capital { with_capital(&meant) } else { meant } })
}

/// Whether a rank is what another one is called for short: a rear admiral is called Admiral, a captain of the first rank Captain.
fn is_short_for(phrase: &[Token], rank: &str) -> bool {
    let [word] = phrase else { return false };
    let rank = tokens(rank);
    let ends = |own: &Token| own.spelt.key.rsplit('-').next().is_some_and(|end| is_nearly(&word.spelt.key, end));
    rank.len() > 1 && rank.first().is_some_and(ends) || rank.last().is_some_and(ends)
}

/// The title of the list with a letter or a tone that is wrong, before a name.
fn misspelt(office: &Office, text: &str, words: &[Token], end: usize) -> Option<Found> {
    let start = end.checked_sub(office.words.len())?;
    let phrase = &words[start..end];
    if !phrase[1..].iter().all(|word| word.follows) {
        return None;
    }
    let mut misses = 0;
    for (word, own) in phrase.iter().zip(&office.words) {
        let is_tone = word.spelt.key == own.key && word.spelt.exact != own.exact;
        let is_letter = || {
            let long = own.key.chars().count().min(word.spelt.key.chars().count()) >= 6;
            long && difference(&own.key, &word.spelt.key).is_some_and(|found| found.edits == 1 && !found.first)
        };
        if word.spelt.exact == own.exact {
            continue;
        }
        if !is_tone && !is_letter() || is_letter() && is_case_of(&word.spelt.key, &own.key) {
            return None;
        }
        misses += 1;
    }
    let range = phrase.first()?.range.start..phrase.last()?.range.end;
    let begins_with_capital = text[range.clone()].starts_with(char::is_uppercase);
    let meant = if begins_with_capital { with_capital(&office.title) } else { office.title.clone() };
    (misses > 0).then_some(Found { range, meant })
}

fn is_case_of(word: &str, nominative: &str) -> bool {
    declined(nominative).iter().any(|form| form.word == word)
}

/// Whether a word is another, or a case of it.
pub(super) fn is_nearly(word: &str, own: &str) -> bool {
    let shared = word.chars().zip(own.chars()).take_while(|(one, other)| one == other).count();
    word == own || (shared >= 4 && shared + 3 >= own.chars().count())
}

fn with_capital(phrase: &str) -> String {
    let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    if rest.is_empty() { capitalised(first) } else { format!("{} {rest}", capitalised(first)) }
}
