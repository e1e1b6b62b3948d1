//! Names of people who are not on the list.
//!
//! A name is taken for one where nothing else can stand: behind a form of address or an office, or where the words are names themselves.
//! What is called after somebody (a street, a prize) is no person; nor is a family name alone.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::language::{family_names, namesakes, vietnamese};
use crate::names::address::{Before, before, is_office, is_thing};
use crate::names::list::Watch;
use crate::names::nominative::nominative;
use crate::names::terms::{Terms, phrases, words};
use crate::names::token::{Script, Token};
use crate::names::transcription::{is_transcription, transcriptions};
use crate::names::word::{capitalised, untoned};
use crate::names::{Stranger, common};

/// A name has so many words.
const FEWEST: usize = 2;
const MOST: usize = 5;

/// Vietnamese family names as they are written with their marks. Those that only [`crate::people`] knows are as often other words.
static FAMILIES: Terms = LazyLock::new(|| {
    let all = [family_names::VIETNAMESE_SURE, family_names::VIETNAMESE, family_names::VIETNAMESE_RARE];
    all.into_iter().flat_map(words).collect()
});
/// Those of them behind which a name stands and hardly anything else.
static SURE_FAMILIES: Terms = LazyLock::new(|| words(family_names::VIETNAMESE_SURE));
/// Middle names, behind which a given name follows.
static MIDDLES: Terms = LazyLock::new(|| {
    words(
        " văn thị đức minh quốc ngọc xuân hữu thanh hồng đình quang công thế duy bá trọng kim thu hoàng tiến mạnh việt thành huy khắc phương thúy thuý bích tuấn viết \
    như thái hải nhật gia chí tấn phú đăng mai lan diệu tuyết ánh cao sỹ sĩ doãn danh anh trung thùy thuỳ hoài thiện ",
    )
});
/// Places that begin as a name does.
static PLACES: Terms = LazyLock::new(|| phrases(namesakes::PLACES));
/// The first syllables of offices: *Nguyễn Văn An Chủ tịch* has no comma and is a name and an office.
static OFFICE_STARTS: Terms =
    LazyLock::new(|| words(" chủ phó giám bí tổng trưởng viện hiệu bộ thứ cục vụ ủy uỷ đại nguyên quyền "));

/// What is looked through.
pub(super) struct Strangers<'a> {
    pub watch: &'a Watch,
    pub text: &'a str,
    pub words: &'a [Token],
    /// Whether the text names somebody and says little else: the speaker of a quotation.
    pub is_signature: bool,
}

impl Strangers<'_> {
    /// The names in the text that nobody on the list has. `is_taken` tells of bytes that are known to be something else.
    pub(super) fn find(&self, is_taken: impl Fn(&Range<usize>) -> bool) -> Vec<Stranger> {
        let mut found: Vec<Stranger> = Vec::new();
        let mut place = 0;
        while place < self.words.len() {
            if !self.words[place].is_capital {
                place += 1;
                continue;
            }
            let run = self.run(place);
            match self.name_at(place, &run) {
                Some((length, name)) => {
                    let range = self.words[place].range.start..self.words[place + length - 1].range.end;
                    let is_listed = self.is_listed(&self.words[place..place + length]);
                    if !is_listed && !is_taken(&range) {
                        let words = &self.text[range.clone()];
                        let found_here =
                            Stranger { found: words.to_owned(), name: name.unwrap_or_else(|| words.to_owned()), range };
                        found.push(found_here);
                    }
                    place += length;
                }
                None => place += 1,
            }
        }
        found
    }

    /// The words with a capital that stand together from a place on.
    fn run(&self, place: usize) -> Range<usize> {
        let rest = &self.words[place + 1..];
        place..place + 1 + rest.iter().take_while(|word| word.is_capital && word.follows).count()
    }

    /// A name that begins at a place: of how many words, and in the nominative where it stands in another case.
    fn name_at(&self, place: usize, run: &Range<usize>) -> Option<(usize, Option<String>)> {
        let words = &self.words[run.clone()];
        if words.len() < FEWEST || words[0].is_capitals || is_office(&words[0]) {
            return None;
        }
        let said = match before(self.text, self.words, place) {
            Before::Nothing if self.is_signature && place == 0 => Before::Office,
            said => said,
        };
        if self.is_historical(words) || said == Before::Place && words[0].spelt.script != Script::Cyrillic {
            return None;
        }
        let name = match words[0].spelt.script {
            Script::Cyrillic => self.russian(words, said),
            Script::Latin if self.is_vietnamese(words) => self.vietnamese(words, said).map(|length| (length, None)),
            Script::Latin => self.latin(words, said).map(|length| (length, None)),
            Script::Mixed | Script::Other => None,
        };
        name.filter(|(length, _)| (FEWEST..=MOST).contains(length))
    }

    fn is_historical(&self, words: &[Token]) -> bool {
        let folded: Vec<&str> = words.iter().map(|word| word.spelt.key.as_str()).collect();
        namesakes::HISTORICAL.iter().any(|name| folded.join(" ").starts_with(name))
    }

    fn is_vietnamese(&self, words: &[Token]) -> bool {
        words.iter().take(FEWEST).all(|word| word.spelt.script == Script::Latin && vietnamese::is_syllable(&word.small))
    }

    /// A family and at least one more syllable; without an address or office, a middle name that is one.
    fn vietnamese(&self, words: &[Token], said: Before) -> Option<usize> {
        let is_name = |word: &&Token| {
            word.spelt.script == Script::Latin && !word.is_capitals && vietnamese::is_syllable(&word.small)
        };
        let mut length = words.iter().take_while(is_name).count();
        let end = &words[..length];
        let goes_on = words.len() == length;
        let next_small = self.next(words).is_some_and(|next| next.follows && !next.is_capital);
        if goes_on && next_small && end.last().is_some_and(|last| OFFICE_STARTS.contains(last.small.as_str())) {
            length -= 1;
        }
        let (family, second) = (&words[0], words.get(1)?);
        let is_place = PLACES.contains(&format!("{} {}", family.small, second.small).as_str());
        let is_sure = SURE_FAMILIES.contains(family.small.as_str());
        let is_bare = words[..length].iter().all(|word| !word.spelt.is_marked());
        let is_family =
            FAMILIES.contains(family.small.as_str()) || is_bare && common::is_vietnamese_family(&family.spelt.key);
        let follows_capital = self.is_after_capital(words);
        let fits = match said {
            Before::Address => is_family,
            Before::Office => {
                is_sure
                    || FAMILIES.contains(family.small.as_str()) && length > 2 && MIDDLES.contains(second.small.as_str())
            }
            Before::Nothing | Before::Place => {
                is_sure && !follows_capital && (3..=4).contains(&length) && MIDDLES.contains(second.small.as_str())
            }
        };
        (fits && !is_place).then_some(length)
    }

    /// Whether a word with a capital stands before that does not begin a sentence: then the name may have begun earlier.
    fn is_after_capital(&self, words: &[Token]) -> bool {
        let Some(place) = self.place(words).checked_sub(1) else { return false };
        let before = &self.words[place];
        let end = place.checked_sub(1).map_or(0, |place| self.words[place].range.end);
        let begins = place == 0 || self.text[end..before.range.start].contains(['.', '!', '?', '…', '\n']);
        words[0].follows && before.is_capital && (!begins || before.is_capitals)
    }

    fn place(&self, words: &[Token]) -> usize {
        self.words.partition_point(|word| word.range.start < words[0].range.start)
    }

    fn next(&self, words: &[Token]) -> Option<&Token> {
        let end = words.last()?.range.end;
        let place = self.words.partition_point(|word| word.range.start < end);
        self.words.get(place)
    }

    fn russian(&self, words: &[Token], said: Before) -> Option<(usize, Option<String>)> {
        let keys: Vec<&str> = words.iter().map(|word| word.spelt.key.as_str()).collect();
        for length in [3, 2] {
            let Some(part) = keys.get(..length) else { continue };
            let Some(name) = nominative(part) else { continue };
            // What is called after somebody has the name in the genitive.
            if said == Before::Place && part != name {
                return None;
            }
            let next = words.get(length);
            let goes_on = next.is_some_and(|next| !is_office(next) && common::given(&next.spelt.key).is_empty());
            // What stands in the nominative stays as it is, with its ё.
            let name = Some(in_capitals(&name)).filter(|_| part != name);
            return (!goes_on).then_some((length, name));
        }
        let syllables = keys.iter().take_while(|key| is_transcription(key)).count();
        let is_family = FAMILIES_IN_RUSSIAN.contains(keys[0]);
        if said == Before::Place {
            return None;
        }
        let fewest = if said == Before::Nothing { 3 } else { FEWEST };
        if is_family
            && syllables == words.len()
            && syllables >= fewest
            && !(said == Before::Nothing && self.is_after_syllable(words))
        {
            return Some((syllables, None));
        }
        let is_institution = words.iter().any(|word| is_office(word) || word.is_capitals);
        (said == Before::Address && !is_institution && words.len() <= 4).then_some((words.len(), None))
    }

    /// Whether another Vietnamese syllable stands before: then the name began earlier.
    fn is_after_syllable(&self, words: &[Token]) -> bool {
        let before = self.place(words).checked_sub(1).map(|place| &self.words[place]);
        words[0].follows && before.is_some_and(|word| word.is_capital && is_transcription(&word.spelt.key))
    }

    fn latin(&self, words: &[Token], said: Before) -> Option<usize> {
        let first = &words[0];
        let is_whole = words.len() <= 4
            && words.iter().all(|word| word.spelt.script == Script::Latin && !word.is_capitals && !is_thing(word))
            && words.last().is_some_and(|last| last.small.chars().count() > 1)
            && !words[1..].iter().any(is_office);
        let is_syllable = vietnamese::is_syllable(&first.small) && !common::is_vietnamese_family(&first.spelt.key);
        let is_given = common::is_english_given(&first.spelt.key);
        let starts = said >= Before::Office || !self.is_after_capital(words);
        let fits = match said {
            Before::Address => !is_syllable || is_given,
            Before::Office => is_given,
            Before::Nothing | Before::Place => is_given && words.len() <= 3 && !self.is_title_case(),
        };
        (is_whole && starts && fits).then_some(words.len())
    }

    /// Whether most words begin with a capital, as in English headlines, which end without a sign.
    fn is_title_case(&self) -> bool {
        if self.text.trim_end().ends_with(['.', '!', '?', '…', '”', '"', ':', ';']) {
            return false;
        }
        let long: Vec<&Token> = self.words.iter().filter(|word| word.small.chars().count() > 3).collect();
        let capitals = long.iter().filter(|word| word.is_capital).count();
        long.len() > 3 && capitals * 3 > long.len() * 2
    }

    /// Whether somebody on the list has all of these words in a name.
    fn is_listed(&self, words: &[Token]) -> bool {
        let people = |word: &Token| -> HashSet<usize> {
            let names = self.watch.with(&word.spelt.key);
            names.iter().map(|(name, _)| self.watch.names[*name as usize].person).collect()
        };
        let mut all = words.iter().map(people);
        let first = all.next().unwrap_or_default();
        !all.fold(first, |shared, people| &shared & &people).is_empty()
    }
}

/// Vietnamese families in Russian letters, in every way in which they are transcribed. [`crate::people`] has a list of its own: it takes
/// whatever begins so for a name, and knows the usual ways alone.
static FAMILIES_IN_RUSSIAN: LazyLock<HashSet<String>> =
    LazyLock::new(|| FAMILIES.iter().flat_map(|family| transcriptions(&untoned(family))).collect());

fn in_capitals(words: &[String]) -> String {
    words.iter().map(|word| capitalised(word)).collect::<Vec<_>>().join(" ")
}
