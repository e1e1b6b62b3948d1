//! The list of participants made ready: every way in which a person can be named, and where its words lead.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::vietnamese;
use crate::names::title::Office;
use crate::names::token::{Script, tokens};
use crate::names::word::{Around, NameWord, Words};
use crate::names::{Seen, asian, common, search};
use crate::report::{Participant, ParticipantId, RichText, Slot};

/// The list of participants, ready to look for its names in texts.
///
/// Making it costs some milliseconds for hundreds of participants, looking at a paragraph far less: both belong off the interface's thread.
#[derive(Debug, Default)]
pub struct Watch {
    pub(super) people: Vec<Person>,
    pub(super) names: Vec<Name>,
    /// Folded words, and the names that have them, each with the place of the word in it.
    index: HashMap<String, Vec<(u32, u8)>>,
    /// The same of initials.
    initials: HashMap<String, Vec<(u32, u8)>>,
}

/// Somebody on the list.
#[derive(Debug)]
pub(super) struct Person {
    pub id: ParticipantId,
    pub office: Office,
}

/// A way to name a person.
#[derive(Debug)]
pub(super) struct Name {
    /// The place among [`Watch::people`].
    pub person: usize,
    pub words: Vec<Arc<NameWord>>,
    pub around: Around,
    /// Whether its words in another order are its mistake.
    pub has_order: bool,
}

/// So long a name is looked for.
const MOST_WORDS: usize = 8;

impl Watch {
    /// Makes a list ready.
    pub fn of(participants: &[Arc<Participant>]) -> Self {
        let mut watch = Self::default();
        let mut shared = Words::default();
        for participant in participants.iter().filter(|participant| !participant.is_organisation()) {
            let person = watch.people.len();
            watch.people.push(Person { id: participant.id, office: Office::of(participant) });
            let written = [&participant.name, &participant.short_name];
            let names = written.into_iter().flat_map(|name| name.split(['(', ')', '/', ';', ',']));
            let names: Vec<Vec<&str>> = names.map(words_of).filter(|words| words.len() > 1).collect();
            let has_russian = names.iter().flatten().any(|word| is_russian(word));
            for words in names.iter().filter(|words| words.len() <= MOST_WORDS) {
                watch.add(person, words, !has_russian, &mut shared);
            }
        }
        for (name, known) in (0..).zip(&watch.names) {
            for (place, word) in (0..).zip(&known.words) {
                let index = if word.is_initial() { &mut watch.initials } else { &mut watch.index };
                for key in word.keys() {
                    index.entry(key.to_owned()).or_default().push((name, place));
                }
            }
        }
        watch
    }

    /// Whether there is nobody to look for.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// What is seen in a text.
    pub fn look(&self, text: &RichText) -> Seen {
        self.look_in(text, false)
    }

    /// As [`Self::look`], in a text of the report: one that says who speaks is a name without an office before it.
    pub fn look_at(&self, slot: Slot, text: &RichText) -> Seen {
        self.look_in(text, matches!(slot, Slot::Speaker(_)))
    }

    fn look_in(&self, text: &RichText, is_signature: bool) -> Seen {
        if self.people.is_empty() || text.is_empty() { Seen::default() } else { search::look(self, text, is_signature) }
    }

    /// The names with an initial.
    pub(super) fn with_initial(&self, key: &str) -> &[(u32, u8)] {
        self.initials.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names with a word.
    pub(super) fn with(&self, key: &str) -> &[(u32, u8)] {
        self.index.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, person: usize, written: &[&str], with_transcriptions: bool, shared: &mut Words) {
        let words: Vec<_> = written.iter().map(|word| shared.word(word, with_transcriptions)).collect();
        let is_latin = words.iter().all(|word| word.spelt.script == Script::Latin);
        let is_marked = words.iter().any(|word| word.spelt.is_marked());
        let begins_with_family = words.first().is_some_and(|word| common::is_vietnamese_family(&word.spelt.key));
        let is_vietnamese = is_latin
            && (is_marked || begins_with_family)
            && written.iter().all(|word| vietnamese::is_syllable(&word.to_lowercase()));
        let folded: Vec<&str> = words.iter().map(|word| word.spelt.key.as_str()).collect();
        let around = Around {
            words: words.len(),
            is_vietnamese,
            is_given: false,
            is_plain: is_latin && !is_marked,
            is_asian: is_latin && !is_vietnamese && !is_marked && asian::is_name(&folded),
            initials: 0,
        };
        let mut add = |words: Vec<Arc<NameWord>>, has_order| {
            let initials = words.iter().filter(|word| word.is_initial()).count();
            self.names.push(Name {
                person,
                around: Around { words: words.len(), initials, ..around },
                words,
                has_order,
            });
        };
        match words.as_slice() {
            [given, patronymic, family] | [family, given, patronymic] if patronymic.is_patronymic() => {
                let is_family_first = std::ptr::eq(&raw const words[0], family);
                add(vec![given.clone(), family.clone()], true);
                add(vec![given.clone(), patronymic.clone()], false);
                add(vec![given.clone(), patronymic.clone(), family.clone()], true);
                if !is_family_first {
                    add(vec![family.clone(), given.clone(), patronymic.clone()], false);
                }
                add(vec![shared.initial(given), shared.initial(patronymic), family.clone()], false);
                add(vec![family.clone(), shared.initial(given), shared.initial(patronymic)], false);
                add(vec![shared.initial(given), family.clone()], false);
                if !is_family_first {
                    return;
                }
            }
            [given, family] if !is_latin => {
                let patronymic = shared.patronymic();
                add(vec![given.clone(), patronymic.clone(), family.clone()], false);
                add(vec![family.clone(), given.clone(), patronymic], false);
                add(vec![shared.initial(given), family.clone()], false);
            }
            [given, _, family] if is_latin && !is_vietnamese && family.is_capital() => {
                add(vec![given.clone(), family.clone()], false);
                add(vec![shared.initial(given), family.clone()], false);
            }
            [one, other] if around.is_asian => add(vec![other.clone(), one.clone()], false),
            [given, family] if !is_vietnamese => add(vec![shared.initial(given), family.clone()], false),
            _ => {}
        }
        let is_whole =
            |word: &Arc<NameWord>| !word.is_patronymic() && (is_vietnamese || word.spelt.key.chars().count() > 1);
        let has_order = !around.is_asian && words.iter().all(is_whole);
        add(words, has_order);
    }
}

/// The words of a name, if nothing but spaces lies between them.
fn words_of(name: &str) -> Vec<&str> {
    tokens(name).into_iter().map(|token| &name[token.range]).collect()
}

fn is_russian(word: &str) -> bool {
    word.contains(|letter: char| matches!(letter, '\u{400}'..='\u{52f}'))
}
