//! The office beside a name: is it the one on the list?
//!
//! Only offices that are in the tables here are judged, and only against one of the same language on the list. A deputy is not the head,
//! a director not a rector; "the head of" and other loose words are nobody's mistake.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::names::distance::difference;
use crate::names::russian::declined;
use crate::names::token::{Spelt, Token, tokens};
use crate::names::word::capitalised;
use crate::report::Participant;

/// Offices, separated by commas; words of the same office by a stroke.
const VIETNAMESE: &str = "chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, tổng biên tập, phó tổng biên tập, \
    bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, trưởng ban, phó trưởng ban, trưởng phòng, phó trưởng phòng, hiệu trưởng, phó hiệu trưởng, viện trưởng, \
    phó viện trưởng, chánh văn phòng, phó chánh văn phòng, tổng thư ký, phó tổng thư ký, cục trưởng, phó cục trưởng, vụ trưởng, phó vụ trưởng, trưởng đoàn, \
    phó trưởng đoàn, đại sứ, chủ nhiệm, phó chủ nhiệm";

const RUSSIAN: &str = "председатель, заместитель председателя|зампред|зампредседателя, директор, заместитель директора|замдиректора, министр, заместитель министра|замминистра, \
    ректор, проректор, декан, заместитель декана, президент, вице-президент, секретарь, генеральный секретарь, губернатор, вице-губернатор, мэр, вице-мэр, \
    главный редактор|главред, заместитель главного редактора|замглавред, генеральный директор|гендиректор, исполнительный директор, посол, советник, \
    сопредседатель, корреспондент";

const ENGLISH: &str = "chair|chairman|chairwoman|chairperson, deputy chair|vice chair|vice-chair|deputy chairman|vice chairman|deputy chairwoman, director, \
    deputy director|assistant director, executive director, managing director, president, vice president|vice-president, minister, deputy minister, \
    editor-in-chief|editor in chief|chief editor, deputy editor, managing editor, secretary-general|secretary general|general secretary, deputy secretary-general, \
    rector, vice-rector, dean, mayor, deputy mayor, governor, deputy governor, ambassador, chief executive, adviser|advisor, moderator";

/// Words before an office that make it another one, or somebody else's.
const BEFORE: [&str; 49] = [
    "nguyên",
    "cựu",
    "quyền",
    "phó",
    "tổng",
    "thứ",
    "trợ",
    "lý",
    "thư",
    "ký",
    "hay",
    "và",
    "бывший",
    "бывшего",
    "бывшему",
    "бывшим",
    "бывшая",
    "экс",
    "будущий",
    "новый",
    "первый",
    "заместитель",
    "заместителя",
    "заместителю",
    "заместителем",
    "помощник",
    "помощника",
    "исполняющий",
    "обязанности",
    "и",
    "или",
    "former",
    "ex",
    "then",
    "acting",
    "incoming",
    "outgoing",
    "future",
    "deputy",
    "vice",
    "assistant",
    "associate",
    "co",
    "honorary",
    "почетный",
    "почётный",
    "and",
    "or",
    "executive",
];

/// Which office a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Known {
    language: u8,
    number: u16,
    /// In which of the six cases it is, in Russian.
    case: u8,
}

/// Phrases of folded words, separated by spaces.
static PHRASES: LazyLock<HashMap<String, Vec<Known>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Known>> = HashMap::new();
    for (language, table) in (0..).zip([VIETNAMESE, RUSSIAN, ENGLISH]) {
        for (number, row) in (0..).zip(table.split(',')) {
            for phrase in row.split('|') {
                let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
                let forms = if language == 1 { in_cases(&phrase) } else { vec![(phrase, 0)] };
                for (form, case) in forms {
                    let key = if language == 0 { form } else { fold(&form) };
                    all.entry(key).or_default().push(Known { language, number, case });
                }
            }
        }
    }
    all
});

/// The longest phrase has so many words.
const LONGEST: usize = 4;

/// A Russian office in its cases: its first noun declines, and an adjective before it.
fn in_cases(phrase: &str) -> Vec<(String, u8)> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let is_adjective = |word: &str| word.ends_with("ый");
    let head = words.iter().position(|word| !is_adjective(word)).unwrap_or(0);
    let form = |word: &str, case: u8| {
        let forms = declined(word);
        let fits = forms.iter().find(|form| form.cases & (1 << case) != 0 && !form.word.ends_with("ые"));
        fits.map_or_else(|| word.to_owned(), |form| form.word.clone())
    };
    let in_case = |case: u8| {
        let words = words.iter().enumerate().map(|(place, word)| match word {
            adjective if place < head => match (case, adjective.strip_suffix("ый")) {
                (1 | 3, Some(stem)) => format!("{stem}ого"),
                (2, Some(stem)) => format!("{stem}ому"),
                (4, Some(stem)) => format!("{stem}ым"),
                (5, Some(stem)) => format!("{stem}ом"),
                _ => (*word).to_owned(),
            },
            noun if place == head => form(noun, case),
            rest => (*rest).to_owned(),
        });
        (words.collect::<Vec<_>>().join(" "), case)
    };
    (0..6).map(in_case).collect()
}

/// The office of somebody on the list.
#[derive(Debug, Default)]
pub(super) struct Office {
    /// The offices that the title has, each as it is written there.
    known: Vec<(Known, String)>,
    /// The whole title, its words folded.
    title: String,
    words: Vec<Spelt>,
    /// The words of the organisation, folded.
    organisation: Vec<String>,
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
        let organisation = tokens(&participant.organisation).into_iter().map(|word| word.spelt.key).collect();
        Self { known, title: title.to_owned(), words: words.into_iter().map(|word| word.spelt).collect(), organisation }
    }
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
    let ends = (0..=office.organisation.len().min(first)).filter(|count| {
        let start = first - count;
        let between = &words[start..first];
        *count == 0
            || (words[start].follows
                && between.iter().zip(&office.organisation).all(|(word, own)| is_nearly(&word.spelt.key, own)))
    });
    for count in ends {
        let end = first - count;
        for length in (1..=LONGEST.min(end)).rev() {
            let start = end - length;
            let phrase = &words[start..end];
            if !phrase[1..].iter().all(|word| word.follows) {
                continue;
            }
            if let Some(all) = known(phrase) {
                let qualifier = start.checked_sub(1).map(|before| &words[before]).filter(|_| words[start].follows);
                let is_qualified = qualifier.is_some_and(|word| BEFORE.contains(&word.small.as_str()));
                return if is_qualified { None } else { judged(office, text, phrase, &all) };
            }
        }
        if count == 0
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

/// The longest office that begins at a word: how many words it has.
fn longest_from(words: &[Token], start: usize) -> Option<(usize, Vec<Known>)> {
    let most = LONGEST.min(words.len().checked_sub(start)?);
    (1..=most).rev().find_map(|length| {
        let phrase = &words[start..start + length];
        let together = phrase[1..].iter().all(|word| word.follows);
        known(phrase).filter(|_| together).map(|all| (length, all))
    })
}

fn known(phrase: &[Token]) -> Option<Vec<Known>> {
    let join = |words: Vec<&str>| words.join(" ");
    let small = join(phrase.iter().map(|word| word.small.as_str()).collect());
    let folded = || join(phrase.iter().map(|word| word.spelt.key.as_str()).collect());
    PHRASES.get(&small).or_else(|| PHRASES.get(&folded())).cloned()
}

/// What is to stand in the place of an office that is known.
fn judged(office: &Office, text: &str, phrase: &[Token], all: &[Known]) -> Option<Found> {
    let range = phrase.first()?.range.start..phrase.last()?.range.end;
    let same = |one: &Known, other: &Known| (one.language, one.number) == (other.language, other.number);
    if all.iter().any(|found| office.known.iter().any(|(own, _)| same(own, found))) {
        return None;
    }
    let language = all.first()?.language;
    let (own, written) = office.known.iter().find(|(own, _)| own.language == language)?;
    let case = all.first()?.case;
    let meant = if language == 1 && case != 0 {
        in_case(*own, case).unwrap_or_else(|| written.clone())
    } else {
        written.clone()
    };
    let begins_with_capital = text[range.clone()].starts_with(char::is_uppercase);
    Some(Found { range, meant: if begins_with_capital { with_capital(&meant) } else { meant } })
}

fn in_case(wanted: Known, case: u8) -> Option<String> {
    let row = RUSSIAN.split(',').nth(usize::from(wanted.number))?;
    let phrase = row.split('|').next()?.trim();
    in_cases(phrase).into_iter().find(|(_, own)| *own == case).map(|(phrase, _)| phrase)
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
fn is_nearly(word: &str, own: &str) -> bool {
    let shared = word.chars().zip(own.chars()).take_while(|(one, other)| one == other).count();
    word == own || (shared >= 4 && shared + 3 >= own.chars().count())
}

fn with_capital(phrase: &str) -> String {
    let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    if rest.is_empty() { capitalised(first) } else { format!("{} {rest}", capitalised(first)) }
}
