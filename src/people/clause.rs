//! What stands between the people of a sentence: whose office it is.
//!
//! Words right before a name belong to it; so does what a comma, a dash or brackets put behind it. Where somebody in a list has the
//! office before the name, the next have too.

use crate::people::person::{self, Person, Strength};
use crate::people::phrases::{begins_clause, cut_before, cut_behind, without_left_out};
use crate::people::row::Known;
use crate::people::{split, words};

/// Somebody with what is said of them.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub honorific: String,
    pub name: String,
    pub strength: Strength,
    /// Letters behind the name: "KC".
    pub letters: String,
    /// Whether other words stand right before the name, so that it may begin elsewhere.
    pub is_cut: bool,
    pub before: Vec<String>,
    pub after: Vec<String>,
    /// Whether something was said of them that was not understood.
    pub is_lost: bool,
}

/// What a group says, in its order.
#[derive(Debug, Clone)]
pub(super) enum Said {
    Person(Found),
    Organisations(Vec<String>),
}

/// What separates a piece from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Nothing,
    Comma,
    Dash,
    And,
    Bracket,
}

/// A piece of what stands between two people.
#[derive(Debug, Clone)]
struct Piece {
    separator: Separator,
    text: String,
}

/// The people and organisations of a group. `is_item`: it is an item of a list, where unknown words beside a name are an office.
pub(super) fn read(group: &str, is_item: bool, known: &Known) -> Vec<Said> {
    let people = accepted(group, &person::people(group, known));
    let mut said: Vec<Said> = Vec::new();
    let mut end = 0;
    let mut last: Option<Found> = None;
    for next in &people {
        let mut found = Found {
            honorific: next.honorific(group).to_owned(),
            name: group[next.name.clone()].to_owned(),
            strength: next.strength,
            letters: next.letters(group).to_owned(),
            is_cut: false,
            before: Vec::new(),
            after: Vec::new(),
            is_lost: false,
        };
        let others = between(&group[end..next.range.start], last.as_mut(), Some(&mut found), is_item);
        said.extend(last.take().map(Said::Person));
        said.extend(others.map(Said::Organisations));
        last = Some(found);
        end = next.range.end;
    }
    let others = between(&group[end..], last.as_mut(), None, is_item);
    said.extend(last.map(Said::Person));
    said.extend(others.map(Said::Organisations));
    said
}

/// The people without those whose look alone makes them some, beside others in whose list they have another place.
fn accepted(group: &str, people: &[Person]) -> Vec<Person> {
    let chunks = split::at_top(group, &[',']);
    let is_somebody = |chunk: &str| {
        let bare = chunk
            .split([' ', '\u{a0}'])
            .take_while(|word| !word.starts_with(['(', '–', '—']))
            .collect::<Vec<_>>()
            .join(" ");
        let bare = split::without_and(&bare);
        people.iter().any(|person| group[person.range.clone()].trim() == bare || group[person.name.clone()] == *bare)
    };
    let is_of_names = chunks.len() >= 3 && chunks.iter().all(|chunk| is_somebody(chunk));
    let is_dash = |text: &str| ["– ", "— ", "- "].iter().any(|dash| text.starts_with(dash));
    let mut kept: Vec<Person> = Vec::new();
    for person in people {
        let left = group[..person.range.start].trim_end();
        let right = group[person.range.end..].trim_start();
        let is_after_comma = left.ends_with([',', '(']) || left.ends_with(['–', '—']) || left.ends_with(" -");
        let piece = left.trim_end_matches([',', ' ']).rsplit([',', ';']).next().unwrap_or_default();
        // "Anna Berg, keeper of Black Forest": beside a name an office has a place behind it; where offices stand before names it has a name.
        let is_of_offices = kept.first().is_none_or(|first| words::has_office(&group[..first.range.start]));
        let keeps = person.strength > Strength::Weak
            || left.is_empty()
            || !is_after_comma
                && (is_of_offices
                    || !words::has_office(piece)
                    || split::without_and(piece.trim()).len() < piece.trim().len())
            || is_dash(right) && kept.last().is_some_and(|last| is_dash(group[last.range.end..].trim_start()))
            || right.starts_with('(')
            || is_of_names && kept.first().is_none_or(|first| first.range.start == first.name.start)
            || kept.is_empty()
                && (left.ends_with(['–', '—']) || left.ends_with(" -") || words::is_office(piece.trim()));
        if keeps {
            kept.push(person.clone());
        }
    }
    kept
}

/// Gives what stands between two people to one of them or to the other. Organisations that are represented are neither's.
fn between(gap: &str, mut before: Option<&mut Found>, next: Option<&mut Found>, is_item: bool) -> Option<Vec<String>> {
    let has_before = before.as_ref().is_some_and(|found| !found.before.is_empty());
    let mut pieces = pieces(gap, before.is_some() && !has_before && next.is_some());
    let Some(next) = next else { return behind(before, pieces, is_item) };
    let adjacent = pieces.pop()?;
    let mut own: Vec<String> = Vec::new();
    if adjacent.text.is_empty() {
        // "…, and the mayor, Ms Trelawny": an office that "and" joins is that of the next.
        let is_joined = pieces.last().is_some_and(|piece| piece.separator == Separator::And);
        let is_theirs = before.is_none() || has_before || is_joined;
        take_offices(&mut pieces, &mut own, is_theirs && adjacent.separator != Separator::And, before.is_some());
    } else {
        let (text, is_led) = cut_before(&adjacent.text);
        let head = adjacent.text[..adjacent.text.len() - text.len()].trim();
        let text = without_left_out(text);
        next.is_cut = !text.is_empty();
        // "Nhiếp ảnh gia Kiều Anh Vũ nói": few words at the beginning of a sentence.
        let is_short = before.is_none() && pieces.is_empty() && text.split_whitespace().nth(1).is_some();
        if let Some(office) =
            office_before(text, is_led || is_item || is_short || adjacent.separator != Separator::Nothing)
        {
            let is_part = !words::has_office(&office) && !is_led && adjacent.separator == Separator::Comma;
            let whole = is_part.then(|| pieces.iter().rposition(|piece| words::has_office(&piece.text))).flatten();
            match whole.filter(|at| *at + 3 >= pieces.len()) {
                // A comma that an organisation has in it: "Sở Văn hóa, Thể thao và Du lịch".
                Some(at) => {
                    let parts: Vec<String> = pieces.drain(at..).map(|piece| piece.text).chain([office]).collect();
                    let parts = parts.join(", ");
                    own.push(without_left_out(cut_before(&parts).0).to_owned());
                }
                None => own.push(office),
            }
            if before.is_none() || has_before {
                take_offices(&mut pieces, &mut own, !is_led, before.is_some());
            }
        }
        if adjacent.separator == Separator::Nothing && before.is_some() && !head.is_empty() {
            pieces.push(Piece { separator: Separator::Nothing, text: head.to_owned() });
        }
    }
    own.reverse();
    next.before = own;
    behind(before.take(), pieces, is_item)
}

/// Takes the offices at the end of the pieces, last first.
fn take_offices(pieces: &mut Vec<Piece>, own: &mut Vec<String>, takes: bool, keeps_first: bool) {
    while takes && let Some(piece) = pieces.last() {
        let (text, is_led) = cut_before(&piece.text);
        let text = without_left_out(text);
        let is_first =
            keeps_first && pieces.len() == 1 && matches!(piece.separator, Separator::Bracket | Separator::Nothing);
        if !words::is_office(text) || is_first {
            break;
        }
        own.push(text.to_owned());
        pieces.pop();
        if is_led {
            break;
        }
    }
}

/// The office in what stands right before a name.
fn office_before(text: &str, is_free: bool) -> Option<String> {
    const FREE: usize = 5;
    let tokens: Vec<(usize, &str)> = words::words_of(text).collect();
    if tokens.is_empty() {
        return None;
    }
    let office = tokens.iter().position(|(at, _)| words::title_len(&text[*at..]).is_some());
    match office {
        // "учёный секретарь", "Deputy Foreign Minister": what goes with an office stands before it.
        Some(at) if at <= 3 || words::has_english_body(text) => Some(text.to_owned()),
        Some(at) => Some(text[tokens[at].0..].to_owned()),
        None => (is_free && tokens.len() <= FREE).then(|| text.to_owned()),
    }
}

/// What stands behind a name.
fn behind(person: Option<&mut Found>, pieces: Vec<Piece>, is_item: bool) -> Option<Vec<String>> {
    let mut organisations: Vec<String> = Vec::new();
    let mut is_told = false;
    let Some(person) = person else {
        collect(&mut organisations, pieces);
        return (!organisations.is_empty()).then_some(organisations);
    };
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let is_first = person.after.is_empty();
        let is_office = words::is_office(&piece.text) && piece.text.starts_with(char::is_uppercase);
        if !is_office && split::represented(&piece.text).is_some() {
            collect(&mut organisations, std::iter::once(piece).chain(pieces).collect());
            break;
        }
        if is_told {
            continue;
        }
        if piece.separator == Separator::Nothing {
            is_told = !joined(person, &piece.text);
            continue;
        }
        let text = without_article(piece.text.trim());
        if text.is_empty() {
            continue;
        }
        if begins_clause(text) || is_past_list(text) {
            is_told = true;
            continue;
        }
        let (kept, is_cut) = cut_behind(text);
        is_told = is_cut;
        let is_known =
            words::is_office(kept) || words::has_body(kept) || kept.starts_with(char::is_uppercase) || is_item;
        if is_cut && !words::is_office(kept) && !(is_first && kept.starts_with(char::is_uppercase)) {
            continue;
        }
        // "chuyên gia bảo tàng (Pháp)": where somebody is from.
        let aside = kept.strip_suffix(')').and_then(|rest| rest.split_once(" ("));
        if let Some((office, place)) =
            aside.filter(|(office, place)| words::is_office(office) && !words::has_body(place))
        {
            person.after.extend([office.to_owned(), place.to_owned()]);
            continue;
        }
        if is_known || is_first || piece.separator == Separator::Bracket || piece.separator == Separator::Dash {
            person.after.push(kept.to_owned());
        } else if person.after.last().is_some_and(|last| words::has_body(last)) {
            // A part of the name of an organisation: "Sở Văn hóa, thể thao và du lịch".
            person.after.push(kept.to_owned());
        } else {
            person.is_lost = true;
            is_told = true;
        }
    }
    (!organisations.is_empty()).then_some(organisations)
}

/// "…, cùng lãnh đạo các sở": nobody and nothing that is called by its name.
fn is_past_list(text: &str) -> bool {
    ["các ", "một số ", "nhiều ", "toàn thể ", "другие ", "многие ", "other ", "members of ", "students "]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Words that follow a name without a comma. Whether what comes after is still about who they are.
fn joined(person: &mut Found, text: &str) -> bool {
    const JOINTS: &[&str] = &[
        "of the ",
        "from the ",
        "of ",
        "from ",
        "with the ",
        "with ",
        "at the ",
        "at ",
        "из ",
        "от ",
        "của ",
        "thuộc ",
        "đến từ ",
    ];
    let (kept, is_cut) = cut_behind(text.trim());
    if begins_clause(kept) {
        return false;
    }
    let joint = JOINTS.iter().find_map(|joint| kept.strip_prefix(joint));
    match joint {
        Some(rest) if rest.starts_with(char::is_uppercase) || words::has_body(rest) => {
            person.after.push(rest.to_owned());
        }
        _ if words::is_office(kept) || words::begins_body(kept) => person.after.push(kept.to_owned()),
        _ => {
            person.is_lost = kept.starts_with(char::is_uppercase);
            return false;
        }
    }
    !is_cut
}

fn collect(organisations: &mut Vec<String>, pieces: Vec<Piece>) {
    let mut represents = false;
    for piece in pieces {
        let led = if represents { piece.text.as_str() } else { without_left_out(cut_before(&piece.text).0) };
        let text = cut_behind(led).0;
        if let Some(rest) = split::represented(text) {
            // "lãnh đạo các sở, ban, ngành": no one of them is named.
            represents = !is_past_list(rest);
            if !represents {
                return;
            }
            organisations.push(rest.to_owned());
        } else if represents && !begins_clause(text) && !text.is_empty() {
            organisations.push(text.to_owned());
        }
    }
}

fn without_article(text: &str) -> &str {
    let article = ["the ", "a ", "an "].iter().find_map(|article| text.strip_prefix(article));
    article.filter(|rest| rest.starts_with(char::is_lowercase)).unwrap_or(text)
}

/// The pieces of a gap; the last stands right before what follows. `cuts_and`: "and" before an office separates too.
fn pieces(gap: &str, cuts_and: bool) -> Vec<Piece> {
    let mut pieces = vec![Piece { separator: Separator::Nothing, text: String::new() }];
    let (mut quotes, mut brackets, mut is_straight) = (0_usize, 0_usize, false);
    let mut is_bracket = false;
    let letters: Vec<(usize, char)> = gap.char_indices().collect();
    for (index, (at, letter)) in letters.iter().enumerate() {
        match letter {
            '«' | '“' | '„' => quotes += 1,
            '»' | '”' => quotes = quotes.saturating_sub(1),
            '"' => is_straight = !is_straight,
            _ => {}
        }
        let is_top = quotes == 0 && brackets == 0 && !is_straight;
        let is_empty = pieces.last().is_some_and(|piece| piece.text.trim().is_empty());
        let mut separator = None;
        match letter {
            '(' if is_top && is_empty => {
                separator = Some(Separator::Bracket);
                is_bracket = true;
                brackets += 1;
            }
            '(' => brackets += 1,
            ')' => {
                brackets = brackets.saturating_sub(1);
                if is_bracket && brackets == 0 {
                    is_bracket = false;
                    pieces.push(Piece { separator: Separator::Nothing, text: String::new() });
                    continue;
                }
            }
            ',' if is_top => separator = Some(Separator::Comma),
            '–' | '—' | '-' if is_top => {
                let before = index.checked_sub(1).and_then(|before| letters.get(before));
                let after = letters.get(index + 1);
                let is_space = |side: Option<&(usize, char)>| side.is_none_or(|(_, letter)| letter.is_whitespace());
                if is_space(before) && is_space(after) {
                    separator = Some(Separator::Dash);
                }
            }
            _ => {}
        }
        match separator {
            Some(separator) => pieces.push(Piece { separator, text: String::new() }),
            None => {
                if let Some(piece) = pieces.last_mut() {
                    piece.text.push_str(&gap[*at..*at + letter.len_utf8()]);
                }
            }
        }
    }
    tidied(pieces, cuts_and)
}

/// Pieces without empty ones between, and with "and" for what it is.
fn tidied(pieces: Vec<Piece>, cuts_and: bool) -> Vec<Piece> {
    let count = pieces.len();
    let mut tidy: Vec<Piece> = Vec::new();
    for (index, Piece { mut separator, text }) in pieces.into_iter().enumerate() {
        let is_last = index + 1 == count;
        let mut rest = text.trim();
        let bare = split::without_and(rest);
        if bare.len() < rest.len() {
            (rest, separator) = (bare, Separator::And);
        }
        let without = split::without_last_and(rest);
        let ends = is_last && without.len() < rest.len();
        rest = without;
        if is_last
            && !ends
            && cuts_and
            && let Some((first, second)) = split::at_office(rest)
        {
            tidy.push(Piece { separator, text: first.to_owned() });
            (rest, separator) = (second, Separator::And);
        }
        // An empty piece passes what separates it on.
        let is_gone = rest.is_empty() && (!is_last || ends);
        if !is_gone {
            let passed = rest.is_empty() || separator != Separator::Nothing || tidy.is_empty();
            let separator = if passed { separator } else { Separator::Comma };
            tidy.push(Piece {
                separator,
                text: rest.trim_start_matches([' ', ':', '.']).trim_end_matches([' ', ':']).to_owned(),
            });
        }
        if ends {
            tidy.push(Piece { separator: Separator::And, text: String::new() });
        }
    }
    if tidy.is_empty() {
        tidy.push(Piece { separator: Separator::Nothing, text: String::new() });
    }
    tidy
}
