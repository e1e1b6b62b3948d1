//! A passage that tells who took part: sentences of an article, numbered lists, groups under headings.

use crate::people::entry;
use crate::people::row::{Known, Row, Sure};
use crate::people::split::{self, at_top, find_phrase, is_name, is_person};
use crate::people::words;
use crate::report::{PersonField, Role};

/// Words that lead a list of people in: the sentence begins with one of the first, and the list after one of the second.
const LEADS: &[&str] = &[
    "tham dự",
    "dự",
    "cùng dự",
    "cùng tham dự",
    "đến dự",
    "tới dự",
    "về dự",
    "có mặt",
    "hội nghị",
    "hội thảo",
    "buổi",
    "thành phần",
    "chương trình",
    "về phía",
    "phía",
    "lễ",
    "в числе",
    "среди",
    "в работе",
    "в конференции",
    "в форуме",
    "в семинаре",
    "в мероприятии",
    "участие",
    "на конференции",
    "на форуме",
    "на встрече",
    "на открытии",
    "на заседании",
    "участниками",
    "гостями",
    "почетными гостями",
    "с докладами",
    "с приветствиями",
    "также",
    "в состав",
    "от",
    "present",
    "among",
    "those",
    "the participants",
    "participants",
    "attending",
    "the conference",
    "the meeting",
    "the seminar",
    "the forum",
    "the workshop",
    "also",
    "guests",
    "the guests",
    "the speakers",
    "the delegation",
    "speakers",
    "taking part",
];
const JOINTS: &[&str] = &[
    "có sự tham dự của",
    "có sự tham gia của",
    "có sự hiện diện của",
    "gồm có",
    "gồm",
    "có",
    "приняли участие",
    "принимали участие",
    "приняли",
    "участвовали",
    "участвуют",
    "присутствовали",
    "выступили",
    "были",
    "вошли",
    "стали",
    "прибыли",
    "was attended by",
    "were attended by",
    "attended by",
    "also were",
    "were",
    "included",
    "include",
    "was",
    "are",
];
/// What may follow a list.
const TAILS: &[&str] = &[
    "tham dự",
    "đã tham dự",
    "đã đến dự",
    "đã tới dự",
    "cùng dự",
    "cùng tham dự",
    "đồng chủ trì",
    "chủ trì",
    "đã phát biểu",
    "phát biểu",
    "приняли участие",
    "приняла участие",
    "принял участие",
    "присутствовали",
    "участвовали",
    "выступили",
    "выступил",
    "выступила",
    "посетили",
    "were present",
    "were also present",
    "also attended",
    "attended",
    "took part",
    "were among",
    "spoke",
    "are expected",
    "was present",
];
/// What organisations without named people stand after.
const REPRESENTATIVES: &[&str] = &[
    "представители",
    "представитель",
    "представительница",
    "đại diện lãnh đạo",
    "đại diện của",
    "đại diện",
    "lãnh đạo",
    "representatives of the",
    "representatives of",
    "representatives from the",
    "representatives from",
    "a representative of the",
    "a representative of",
    "delegates from the",
    "delegates from",
    "delegates of",
];

/// Who is named by a passage, in its order.
pub fn read_passage(text: &str, known: &Known) -> Vec<Row> {
    let mut reader = Reader { known, rows: Vec::new(), context: Context::default() };
    for line in split::lines(text) {
        reader.line(&line.text, line.is_item);
    }
    reader.rows
}

/// What a heading says of those under it.
#[derive(Debug, Clone, Default)]
struct Context {
    role: Option<Role>,
    delegation: Option<(String, Sure)>,
}

struct Reader<'a> {
    known: &'a Known,
    rows: Vec<Row>,
    context: Context,
}

/// Somebody who is being read.
#[derive(Debug, Default)]
struct Entry {
    /// Offices before the name.
    before: Vec<String>,
    name: Option<(String, Sure)>,
    after: Vec<String>,
}

impl Reader<'_> {
    fn line(&mut self, text: &str, is_item: bool) {
        if let Some(heading) = text.strip_suffix(':') {
            self.context = context_of(heading);
            return;
        }
        let outer = self.context.clone();
        for sentence in split::sentences(text) {
            let mut sentence = sentence;
            if let Some((heading, list)) = sentence.split_once(':').filter(|(heading, _)| is_heading(heading)) {
                let own = context_of(heading);
                self.context.role = own.role.or(outer.role);
                self.context.delegation = own.delegation.or_else(|| outer.delegation.clone());
                sentence = list.trim();
            } else {
                sentence = without_lead(sentence);
            }
            for group in at_top(without_tail(sentence), &[';']) {
                self.group(&group, is_item);
            }
        }
        self.context = outer;
    }

    fn group(&mut self, group: &str, is_item: bool) {
        let mut entry = Entry::default();
        let mut represents = false;
        for split::Part { text: part, is_joined } in split::parts(split::without_mark(group).0) {
            if let Some(organisation) = represented(&part) {
                self.flush(&mut entry, is_item);
                represents = true;
                self.organisations(organisation);
            } else if is_person(&part) {
                represents = false;
                if entry.name.is_some() {
                    self.flush(&mut entry, is_item);
                }
                entry.name = Some((part, Sure::Certain));
            } else if represents {
                self.organisations(&part);
            } else {
                self.other_part(&mut entry, part, is_item, is_joined);
            }
        }
        self.flush(&mut entry, is_item);
    }

    /// A part that is nobody by itself: an office, an organisation, or an office with somebody's name at its end.
    fn other_part(&mut self, entry: &mut Entry, part: String, is_item: bool, is_joined: bool) {
        let leads = entry.name.is_none() || !entry.before.is_empty() || is_joined;
        let named = leads.then(|| trailing_name(&part)).flatten();
        if let Some((at, sure)) = named {
            if entry.name.is_some() {
                self.flush(entry, is_item);
            }
            entry.before.push(part[..at].trim().to_owned());
            entry.name = Some((part[at..].to_owned(), sure));
        } else if entry.name.is_some() {
            entry.after.push(part);
        } else if words::title_len(&part).is_some() || words::has_body(&part) {
            entry.before.push(part);
        } else if is_item && entry.before.is_empty() {
            entry.name = Some((part, Sure::Unsure));
        }
    }

    fn flush(&mut self, entry: &mut Entry, is_item: bool) {
        let Entry { before, name, after } = std::mem::take(entry);
        let rest: Vec<&str> = before.iter().chain(&after).map(String::as_str).collect();
        let Some((name, sure)) = name else {
            // An item without anybody's name is an organisation.
            if let [one] = rest.as_slice()
                && is_item
                && words::title_len(one).is_none()
            {
                self.organisation(one, Sure::Guess);
            }
            return;
        };
        let is_known_kind = |part: &&str| words::title_len(part).is_some() || words::has_body(part);
        if sure == Sure::Unsure && !is_person(&name) && !rest.iter().any(is_known_kind) {
            return;
        }
        let mut row = entry::entry(&name, &rest, self.known);
        let (text, own) = (row.text(PersonField::Name).to_owned(), row.cell(PersonField::Name).sure);
        row.set(PersonField::Name, &text, own.min(sure));
        self.push(row);
    }

    /// Organisations that "and" joins.
    fn organisations(&mut self, text: &str) {
        for and in [" и ", " và ", " and "] {
            for (at, _) in text.match_indices(and) {
                let (before, after) = (&text[..at], text[at + and.len()..].trim());
                let bare = after.strip_prefix("the ").unwrap_or(after);
                let begins = if after.len() == bare.len() {
                    words::begins_body(after) && words::has_body(before)
                } else {
                    words::has_body(bare)
                };
                if begins {
                    self.organisation(before, Sure::Guess);
                    self.organisations(after);
                    return;
                }
            }
        }
        self.organisation(text, Sure::Guess);
    }

    fn organisation(&mut self, text: &str, sure: Sure) {
        let text = text.strip_prefix("the ").unwrap_or(text).trim();
        // After "представители" a Russian name is in the genitive.
        let is_russian = text.chars().any(|letter| matches!(letter, 'а'..='я'));
        let sure = if is_russian || !words::has_body(text) { Sure::Unsure } else { sure };
        self.push(Row::default().with(PersonField::Organisation, text, sure));
    }

    fn push(&mut self, mut row: Row) {
        if let Some(role) = self.context.role {
            (row.role, row.role_sure) = (role, Sure::Guess);
        }
        if let Some((delegation, sure)) = &self.context.delegation {
            row.set(PersonField::Delegation, delegation, *sure);
        }
        if !row.is_empty() {
            self.rows.push(row);
        }
    }
}

/// Whether what stands before a colon heads a list, and is not somebody.
fn is_heading(text: &str) -> bool {
    const MOST: usize = 120;
    text.chars().count() <= MOST && !is_person(text) && !text.contains(',')
}

fn context_of(heading: &str) -> Context {
    const DELEGATIONS: &[&str] = &[
        "đoàn đại biểu",
        "đoàn",
        "делегация",
        "от делегации",
        "the delegation of the",
        "the delegation of",
        "delegation of the",
        "delegation of",
        "delegation from",
    ];
    let word = DELEGATIONS.iter().find(|word| find_phrase(heading, word).is_some_and(|found| found.start == 0));
    let named = word.and_then(|word| {
        let rest = heading.get(find_phrase(heading, word)?.end..)?.trim();
        let is_russian = word.contains("елегаци");
        (!rest.is_empty()).then(|| (rest.to_owned(), if is_russian { Sure::Unsure } else { Sure::Guess }))
    });
    let role = if named.is_some() { None } else { words::role_of(heading) };
    Context { role, delegation: named }
}

/// A sentence from where its list begins.
fn without_lead(sentence: &str) -> &str {
    let leads = |lead: &str| find_phrase(sentence, lead).is_some_and(|found| found.start == 0);
    if !LEADS.iter().any(|lead| leads(lead)) || is_person(sentence.split(',').next().unwrap_or_default()) {
        return sentence;
    }
    let found = JOINTS.iter().filter_map(|joint| find_phrase(sentence, joint).filter(|found| found.start > 0));
    let first = found.min_by_key(|found| (found.start, usize::MAX - found.end));
    first.map_or(sentence, |found| sentence[found.end..].trim())
}

/// A sentence up to where its list ends.
fn without_tail(sentence: &str) -> &str {
    let found = TAILS.iter().filter_map(|tail| find_phrase(sentence, tail).filter(|found| found.start > 0));
    found.map(|found| found.start).min().map_or(sentence, |end| sentence[..end].trim_end_matches([' ', ',']))
}

/// What stands after "representatives of".
fn represented(part: &str) -> Option<&str> {
    let word = REPRESENTATIVES.iter().find_map(|word| find_phrase(part, word).filter(|found| found.start == 0));
    let rest = part.get(word?.end..)?.trim();
    (!rest.is_empty() && !is_person(rest)).then_some(rest)
}

/// Where somebody's name begins at the end of an office: "Chủ tịch Hội Nhà báo Trịnh Văn An", «министр культуры Иван Петров».
fn trailing_name(part: &str) -> Option<(usize, Sure)> {
    let own = words::split_honorific(part).filter(|(_, rest)| words::title_len(rest).is_some());
    if words::title_len(part).is_none() && own.is_none() {
        return None;
    }
    let words: Vec<(usize, &str)> = words::words_of(part).collect();
    let after_honorific = words
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .find(|at| words::split_honorific(&part[*at..]).is_some() && is_person(&part[*at..]));
    if let Some(at) = after_honorific {
        return Some((at, Sure::Certain));
    }
    let ends = (2..=4).rev().filter_map(|count| words.len().checked_sub(count).filter(|first| *first > 0));
    for first in ends {
        let at = words[first].0;
        let (name, before) = (&part[at..], words[first - 1].1);
        let is_vietnamese = words::begins_with_family_name(name) && !words::begins_with_place(name);
        if !is_name(name) || ["the", "of", "for", "at", "de"].contains(&before) {
            continue;
        }
        let count = words.len() - first;
        if is_vietnamese {
            return Some((at, Sure::Guess));
        }
        if entry::name_sure(name) == Sure::Certain || name.contains('.') {
            return Some((at, Sure::Guess));
        }
        let is_latin_with_marks = name.chars().any(|letter| {
            "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
                .contains(letter.to_lowercase().next().unwrap_or(letter))
        });
        if count == 2 && !is_latin_with_marks {
            return Some((at, Sure::Unsure));
        }
    }
    None
}
