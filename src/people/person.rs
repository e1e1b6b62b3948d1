//! People in running text: which words of a sentence are somebody's name, whatever stands around them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::namesakes;
use crate::people::given;
use crate::people::lexicon::{Words, set};
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

    // -- Vietnamese, with its marks --

    fn vietnamese(&self, place: usize) -> Look {
        static SAINTS: Words = LazyLock::new(|| {
            set(
                "Giuse|Phêrô|Phaolô|Maria|Gioan|Gioakim|Antôn|Tôma|Matthêu|Phanxicô|Giacôbê|Micae|Luca|Máccô|Laurensô|Stêphanô|Emmanuel|\
             Cosma|Anphongsô|Lôrensô|Têrêsa|Anna|Đaminh|Vinhsơn",
            )
        });
        let token = &self.tokens[place];
        if SAINTS.contains(token.word)
            && self.after(place + 1).is_some_and(|next| given::is_family(next.word))
            && let Look::Name { length, whole, strength } = self.vietnamese(place + 1)
        {
            return Look::Name { length: length + 1, whole: whole + 1, strength };
        }
        let is_family = given::is_family(token.word);
        if !is_family && !given::is_rare_family(token.word) {
            return Look::None;
        }
        let run = self.run(place);
        let mut count = 0;
        while count < run.min(MOST) {
            let next = &self.tokens[place + count];
            let is_syllable = next.word.chars().count() <= 7 && next.word.chars().all(char::is_alphabetic);
            if !is_syllable || count >= 2 && self.is_office_at(place + count) {
                break;
            }
            count += 1;
        }
        // What goes on is no Vietnamese name: Mai Lin Tjoa-Bonatz.
        let goes_on = self.after(place + count).is_some_and(|next| next.is_capital);
        if count < 2 || goes_on && count < MOST && !self.is_office_at(place + count) {
            return Look::None;
        }
        let rest = &self.text[token.range.start..];
        if words::begins_with_place(rest) {
            return Look::None;
        }
        let strength = if is_family {
            let is_other = shape::is_other_word(token.word) && count == 2;
            let lower = self.after(place + count).filter(|next| !next.is_capital);
            if is_other && lower.is_some_and(|next| !shape::follows_a_name(next.word)) {
                return Look::None;
            }
            if is_other { Strength::Likely } else { Strength::Strong }
        } else if count >= 3 && self.is_bound(place, count) {
            Strength::Likely
        } else {
            return Look::None;
        };
        Look::Name { length: count, whole: count, strength }
    }

    fn is_office_at(&self, place: usize) -> bool {
        let Some(token) = self.tokens.get(place) else { return false };
        let second = self.after(place + 1).is_some_and(|next| !next.is_capital || next.is_capitals());
        second && words::title_len(&self.text[token.range.start..]).is_some()
    }

    // -- Russian letters --

    fn cyrillic(&self, place: usize) -> Look {
        let run = self.run(place);
        let tokens = &self.tokens[place..place + run];
        let first = &tokens[0];
        let name = |length: usize, strength| Look::Name { length, whole: length, strength };
        let family = |index: usize| tokens.get(index).is_some_and(|token| self.is_family_word(token));
        if shape::is_glued(first.word) {
            return name(1, Strength::Strong);
        }
        if first.is_initial() {
            let initials = tokens.iter().take_while(|token| token.is_initial()).count();
            return if family(initials) { name(initials + 1, Strength::Strong) } else { Look::None };
        }
        if !self.is_family_word(first) {
            return Look::None;
        }
        if self.is_monk(place) {
            return if first.word.ends_with("кий") { Look::None } else { name(1, Strength::Likely) };
        }
        let initials = tokens[1..].iter().take_while(|token| token.is_initial()).count();
        if initials > 0 {
            return name(initials + 1, Strength::Strong);
        }
        if tokens.get(1).is_some_and(|token| shape::is_patronymic(token.word)) {
            return name(if family(2) { 3 } else { 2 }, Strength::Strong);
        }
        if tokens.get(2).is_some_and(|token| shape::is_patronymic(token.word)) && family(1) {
            return name(3, Strength::Strong);
        }
        if given::is_vietnamese_in_russian(first.word) && run >= 2 {
            let is_short = |token: &&Token<'_>| token.word.chars().count() <= 7 && self.is_family_word(token);
            let count = tokens.iter().take(MOST).take_while(is_short).count();
            if count >= 3 || count == 2 && !given::is_russian_given(first.word) {
                return name(count, if count >= 3 { Strength::Strong } else { Strength::Likely });
            }
        }
        if let Some(count) = self.inflected(place, run) {
            return name(count, Strength::Strong);
        }
        if given::is_russian_given(first.word) && family(1) {
            // "Анна Мария Рохас", "Симон де ла Крус".
            let two = given::is_russian_given(tokens[1].word) && family(2);
            return name(if two { 3 } else { 2 }, Strength::Strong);
        }
        if tokens.get(1).is_some_and(|token| given::is_russian_given(token.word))
            && shape::has_family_ending(first.word)
        {
            return name(2, Strength::Strong);
        }
        // "России Светлана Крючкова": a name begins further on.
        let later = |index: usize| {
            given::is_russian_given(tokens[index].word) && family(index + 1)
                || given::is_vietnamese_in_russian(tokens[index].word) && run - index >= 3
        };
        if (1..run).any(later) {
            return Look::None;
        }
        let count = run.min(MOST);
        if count == 2
            && shape::has_family_ending(tokens[1].word)
            && !shape::is_russian_adjective_of_place(first.word)
            && !words::has_body(first.word)
        {
            return if self.is_bound(place, 2) { name(2, Strength::Likely) } else { Look::None };
        }
        let is_many = self.has_capitals(place, count);
        let text = &self.text[first.range.start..tokens[count - 1].range.end];
        let is_other = words::title_len(text).is_some() || words::has_body(text);
        if (2..=4).contains(&count) && count == run && !is_many && !is_other && self.is_bound(place, count) {
            return name(count, Strength::Weak);
        }
        Look::None
    }

    /// Whether somebody of the church is named here by one name: «митрополит Воскресенский Дионисий».
    fn is_monk(&self, place: usize) -> bool {
        const OFFICES: &[&str] =
            &["митрополит", "архиепископ", "епископ", "архимандрит", "игумен", "патриарх", "иеромонах"];
        const MOST_BEFORE: usize = 5;
        for back in 1..=MOST_BEFORE {
            let Some(at) = place.checked_sub(back) else { return false };
            if !self.tokens[at + 1].is_joined {
                return false;
            }
            let word = self.tokens[at].word.to_lowercase();
            if OFFICES.contains(&word.as_str()) {
                return true;
            }
            if !(word.ends_with("кий") || word == "и" || word == "всея" || word == "руси") {
                return false;
            }
        }
        false
    }

    fn is_family_word(&self, token: &Token<'_>) -> bool {
        token.script == Script::Cyrillic
            && token.is_capital
            && !token.is_initial()
            && !(token.is_capitals() && self.has_capitals(0, self.tokens.len()))
            && token.word.chars().count() > 1
    }

    // -- Latin letters --

    fn latin(&self, place: usize) -> Look {
        let run = self.run(place);
        let all = &self.tokens[place..place + run];
        let letters = letters_behind(all);
        let is_title = |index: usize| index > 0 && words::title_len(&self.text[all[index].range.start..]).is_some();
        let office = (1..run - letters.min(run)).find(|index| is_title(*index));
        let count = office.unwrap_or(run - letters);
        let tokens = &all[..count];
        if count == 1 && shape::is_glued(tokens[0].word) {
            return Look::Name { length: 1, whole: 1, strength: Strength::Strong };
        }
        let words_count = tokens.iter().filter(|token| !shape::is_particle(token.word)).count();
        if !(2..=MOST).contains(&words_count)
            || tokens.last().is_some_and(|token| token.is_initial()) && words_count < 2
        {
            return Look::None;
        }
        let first = &tokens[0];
        let whole_text = &self.text[first.range.start..all[run - 1].range.end];
        let owns = whole_text.ends_with("'s") || whole_text.ends_with("’s");
        if words::has_english_body(whole_text)
            || owns
            || words::begins_body(whole_text)
            || words::title_len(whole_text).is_some()
        {
            return Look::None;
        }
        if self.before(place).is_some_and(|before| ["the", "of", "for", "at", "in"].contains(&before.word)) {
            return Look::None;
        }
        let text = &self.text[first.range.start..tokens[count - 1].range.end];
        let is_syllable =
            |token: &Token<'_>| token.word.len() <= 7 && token.word.is_ascii() && !token.word.contains(['-', '.']);
        let is_marked_family = given::is_unmarked_family(first.word) && tokens.iter().all(is_syllable);
        let has_initial =
            tokens.iter().take(count - 1).any(Token::is_initial) || tokens.last().is_some_and(Token::is_initial);
        // "Casa del Libro" is as often nobody.
        const OF_PEOPLE: &[&str] = &["van", "von", "bin", "ibn", "bint", "der", "den", "ter", "ten", "dos", "zu"];
        let has_particle = tokens.iter().any(|token| OF_PEOPLE.contains(&token.word));
        let strength = if has_initial || given::is_latin_given(first.word) || is_marked_family && count >= 3 {
            Strength::Strong
        } else if is_marked_family
            || given::is_eastern(first.word) && count <= 3
            || has_particle
            || count <= 3 && self.is_behind_field(place)
            || tokens.iter().skip(1).any(|token| token.word.contains(['\'', '’']) && token.word.len() > 3)
        {
            Strength::Likely
        } else {
            Strength::Weak
        };
        // "Jack MA", "Jean DUPONT": many write the family so.
        let is_family_shouted = given::is_latin_given(first.word) && !first.is_capitals();
        let is_capitals =
            tokens.iter().any(Token::is_capitals) && self.has_capitals(place, count) && !is_family_shouted;
        if is_capitals || words::is_place(text) {
            return Look::None;
        }
        if strength < Strength::Strong {
            let next_office =
                office.is_some() || self.after(place + run).is_some_and(|next| words::title_len(next.word).is_some());
            let vietnamese = tokens.iter().filter(|token| token.script == Script::Vietnamese).count();
            // "Bắc Ninh Trịnh Văn An": a name begins further on.
            let later =
                |index: usize| given::is_family(tokens[index].word) || given::is_latin_given(tokens[index].word);
            let goes_on = strength == Strength::Weak && (1..count.saturating_sub(1)).any(later);
            if goes_on || next_office || !self.is_bound(place, run) || vietnamese > 0 && words::begins_with_place(text)
            {
                return Look::None;
            }
        }
        let whole = if office.is_some() { count } else { run };
        Look::Name { length: count, whole, strength }
    }
}
