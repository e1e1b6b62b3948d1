//! In which language a document is, and which words of it are in another one.
//!
//! Word processors mark every word with the language of the keyboard, so that Russian typed into an English template is "English". A mark
//! counts only where the letters are of that language.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::import::guess;
use crate::import::page::language_tag;
use crate::language::Language;

use super::flow::{Block, Part, each_paragraph};

/// The language of most words, if the marks and the letters agree on it. Of other words those marks stay that the letters bear out.
pub fn settle(blocks: &mut [Block]) -> Option<Arc<str>> {
    let mut letters: BTreeMap<Rc<str>, usize> = BTreeMap::new();
    let mut all = String::new();
    each_paragraph(blocks, &mut |paragraph| {
        for part in &paragraph.parts {
            let Part::Words(words, look) = part else { continue };
            all.push_str(words);
            if let Some(language) = &look.language {
                let count = words.chars().filter(|letter| letter.is_alphabetic()).count();
                *letters.entry(Rc::clone(language)).or_default() += count;
            }
        }
    });
    let guessed = guess::language(&all);
    let main = letters.iter().max_by_key(|(_, count)| **count).map(|(language, _)| Rc::clone(language));
    let main = main.filter(|main| may_be(main, guessed)).and_then(|main| language_tag(&main));
    let shown = main.as_deref().unwrap_or(guessed).to_owned();
    each_paragraph(blocks, &mut |paragraph| {
        for part in &mut paragraph.parts {
            let Part::Words(words, look) = part else { continue };
            let differs = |language: &Rc<str>| primary(language) != primary(&shown) && fits(words, language);
            look.language = look.language.take().filter(differs);
        }
    });
    main
}

/// Whether a document whose letters look like one language may be in another: the guess knows three.
fn may_be(marked: &str, guessed: &str) -> bool {
    match guessed {
        "ru" => is_cyrillic(marked),
        "vi" => Language::of(marked) == Language::Vietnamese,
        _ => !is_cyrillic(marked) && Language::of(marked) != Language::Vietnamese,
    }
}

/// Whether words may be in a language, by their letters.
fn fits(words: &str, language: &str) -> bool {
    let letters = || words.chars().filter(|letter| letter.is_alphabetic());
    if letters().next().is_none() {
        return false;
    }
    let cyrillic = letters().filter(|letter| matches!(letter, '\u{400}'..='\u{52f}')).count();
    let latin = letters().filter(|letter| *letter < '\u{250}' || matches!(letter, '\u{1e00}'..='\u{1eff}')).count();
    let is_vietnamese = guess::language(words) == "vi";
    match Language::of(language) {
        Language::Vietnamese => is_vietnamese,
        Language::English => latin > cyrillic && !is_vietnamese,
        _ if is_cyrillic(language) => cyrillic > latin,
        _ => cyrillic == 0 && !is_vietnamese,
    }
}

fn is_cyrillic(language: &str) -> bool {
    const CYRILLIC: [&str; 11] = ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"];
    CYRILLIC.contains(&primary(language).as_str())
}

fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}
