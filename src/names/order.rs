//! Names whose words are right and stand in another order.

use crate::language::address;
use crate::names::context::Said;
use crate::names::list::Name;
use crate::names::russian::ALL;
use crate::names::search::{Candidate, Search, Wrong};
use crate::names::token::Token;
use crate::names::word::Fit;
use crate::names::{Certainty, Kind};

/// What is said before a Vietnamese name and is a name itself elsewhere: *Anh Lê Minh* is Mr Lê Minh.
fn is_address(word: &str) -> bool {
    ["chú", "bác", "em"].contains(&word) || address::VIETNAMESE.split(' ').any(|address| address == word)
}

impl Search<'_> {
    /// The words of a name in another order. A family name in capitals may stand first, as in lists of delegations. Vietnamese names of the
    /// same words in another order are other people's, unless it is the family name that moved, or the office beside the name is that of
    /// somebody on the list.
    pub(super) fn out_of_order(&self, name: &Name, start: usize) -> Option<Candidate> {
        let window = self.window(name, start)?;
        let (places, cost) = self.places(name, start)?;
        let moved = places.iter().enumerate().any(|(at, place)| at != *place);
        if !moved || self.goes_on(name, start, window) {
            return None;
        }
        let words = start..start + window.len();
        if name.words.iter().any(|word| word.is_patronymic()) {
            return self.patronymic_moved(name, start, window, &places);
        }
        let is_vietnamese = name.around.is_vietnamese;
        let is_title = is_address(&window[0].small);
        let family_moved = places[0] != 0 && !is_title;
        let needs = match (is_vietnamese, family_moved) {
            (true, false) if is_title || cost > 1 => return None,
            (true, false) => Said::Theirs,
            (false, false) => return None,
            (_, true) => Said::Nothing,
        };
        let family = name.words.len() - 1;
        let is_listed_style = !is_vietnamese
            && places[0] == family
            && window[0].is_capitals
            && window[1..].iter().all(|word| !word.is_capitals);
        if is_listed_style && cost == 1 {
            return Some(Candidate { words, person: name.person, wrong: None, is_short: false, said: Said::Nothing });
        }
        let mut ordered: Vec<(usize, &Token)> = places.into_iter().zip(window).collect();
        ordered.sort_by_key(|(place, _)| *place);
        let right = ordered.iter().map(|(place, token)| match name.words[*place].fit(token, name.around) {
            fit @ Fit::Right(_) => self.right_word(&fit, &name.words[*place], token, ALL),
            _ => name.words[*place].written.clone(),
        });
        let meant = right.collect::<Vec<_>>().join(" ");
        let meant = if self.in_capitals(window, name) { meant.to_uppercase() } else { meant };
        let certainty = if needs == Said::Theirs { Certainty::Possible } else { Certainty::Likely };
        self.wrong(name, words, Wrong { kind: Kind::Order, cost, meant, certainty }, needs)
    }

    /// A patronymic that stands neither behind the given name nor at the end, behind it: *Петров Сергеевич Иван*. The name on the list begins
    /// with the given name here.
    fn patronymic_moved(&self, name: &Name, start: usize, window: &[Token], places: &[usize]) -> Option<Candidate> {
        let [given, patronymic, family] = [0, 1, 2].map(|wanted| places.iter().position(|place| *place == wanted));
        let (given, patronymic, family) = (given?, patronymic?, family?);
        let is_right = patronymic == given + 1;
        let cases = places.iter().zip(window).fold(ALL, |cases, (place, token)| {
            if let Fit::Right(own) = name.words[*place].fit(token, name.around) { cases & own } else { 0 }
        });
        if is_right || cases == 0 {
            return None;
        }
        let word = |at: usize| &self.text[window[at].range.clone()];
        let order = if family == 0 { [family, given, patronymic] } else { [given, patronymic, family] };
        let meant = order.map(word).join(" ");
        let wrong = Wrong { kind: Kind::Order, cost: 1, meant, certainty: Certainty::Likely };
        self.wrong(name, start..start + window.len(), wrong, Said::Nothing)
    }
    /// Which word of a name each word of the text is from a place on, and at what cost.
    fn places(&self, name: &Name, start: usize) -> Option<(Vec<usize>, usize)> {
        let mut places: Vec<usize> = Vec::new();
        let mut cost = 1;
        for at in start..start + name.words.len() {
            let fit = |place: usize| self.fits.fit(&name.words[place], at, name.around);
            let fits = |place: &usize| match *fit(*place) {
                Fit::Right(_) | Fit::LookAlike(_) => true,
                Fit::Tone(..) => name.around.is_vietnamese,
                _ => false,
            };
            let place = (0..name.words.len()).filter(|place| !places.contains(place)).find(fits)?;
            cost += usize::from(!matches!(*fit(place), Fit::Right(_)));
            places.push(place);
        }
        Some((places, cost))
    }
}
