//! Offices and ranks by their names, and in which language and case a phrase has them.
//!
//! Words of one office share a row. An office is judged against offices and a rank against ranks of its kind: a colonel may well be a
//! director, but is no major. Words that only say that somebody holds an office are elsewhere: in `address` those that may stand before a
//! name, and in [`crate::people`] all with which an office begins on a list.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::fold::fold;
use crate::names::russian::declined;
use crate::names::token::Token;

/// What one person has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ladder {
    Office,
    /// Of soldiers, sailors and the police.
    Rank,
    Clergy,
}

const VIETNAMESE: u8 = 0;
pub(super) const RUSSIAN: u8 = 1;
const ENGLISH: u8 = 2;

/// Rows are separated by commas, words of the same office by strokes.
const TABLES: [(u8, Ladder, &str); 9] = [
    (
        VIETNAMESE,
        Ladder::Office,
        "chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, tổng biên tập, phó tổng biên tập, \
         bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, trưởng ban, phó trưởng ban|phó ban, trưởng phòng, phó trưởng phòng|phó phòng, hiệu trưởng, \
         phó hiệu trưởng|hiệu phó, viện trưởng, phó viện trưởng, chánh văn phòng, phó chánh văn phòng, tổng thư ký, phó tổng thư ký, cục trưởng, \
         phó cục trưởng, tổng cục trưởng, phó tổng cục trưởng, chi cục trưởng, phó chi cục trưởng, vụ trưởng, phó vụ trưởng, trưởng đoàn, \
         phó trưởng đoàn, trưởng khoa, phó trưởng khoa|phó khoa, chánh thanh tra, phó chánh thanh tra, chánh án, phó chánh án, tư lệnh, phó tư lệnh, \
         chính ủy|chính uỷ, phó chính ủy|phó chính uỷ, đại sứ, tổng lãnh sự, phó tổng lãnh sự, lãnh sự, tham tán, đại biện|đại biện lâm thời, \
         chủ nhiệm, phó chủ nhiệm",
    ),
    (
        VIETNAMESE,
        Ladder::Rank,
        "thiếu úy, trung úy, thượng úy, đại úy, thiếu tá, trung tá, thượng tá, đại tá, thiếu tướng, trung tướng, thượng tướng, đại tướng, \
         chuẩn đô đốc, phó đô đốc, đô đốc",
    ),
    (
        VIETNAMESE,
        Ladder::Clergy,
        "đại đức, thượng tọa|thượng toạ, hòa thượng|hoà thượng, sư cô, ni sư, ni trưởng, linh mục, giám mục, tổng giám mục, hồng y",
    ),
    (
        RUSSIAN,
        Ladder::Office,
        "председатель, заместитель председателя|зампред|зампредседателя, директор, заместитель директора|замдиректора, министр, \
         заместитель министра|замминистра, ректор, проректор, декан, заместитель декана|замдекана, президент, вице-президент, секретарь, \
         генеральный секретарь, губернатор, вице-губернатор, мэр, вице-мэр, главный редактор|главред, \
         заместитель главного редактора|замглавред, генеральный директор|гендиректор, заместитель генерального директора|замгендиректора, \
         исполнительный директор, посол, временный поверенный|временный поверенный в делах|поверенный в делах, генеральный консул|генконсул, консул, \
         вице-консул, советник, сопредседатель, корреспондент, начальник, заместитель начальника|замначальника, командующий, \
         заместитель командующего",
    ),
    (
        RUSSIAN,
        Ladder::Rank,
        "лейтенант, старший лейтенант, капитан, майор, подполковник, полковник, генерал-майор, генерал-лейтенант, генерал-полковник, генерал армии, \
         капитан 1-го ранга|капитан первого ранга|капитан 1 ранга|капитан i ранга, капитан 2-го ранга|капитан второго ранга|капитан 2 ранга|капитан ii ранга, \
         капитан 3-го ранга|капитан третьего ранга|капитан 3 ранга|капитан iii ранга, контр-адмирал, вице-адмирал, адмирал",
    ),
    (
        RUSSIAN,
        Ladder::Clergy,
        "диакон, иеромонах, иерей, протоиерей, игумен, архимандрит, епископ, архиепископ, митрополит, патриарх",
    ),
    (
        ENGLISH,
        Ladder::Office,
        "chair|chairman|chairwoman|chairperson, deputy chair|vice chair|vice-chair|deputy chairman|vice chairman|deputy chairwoman, director, \
         deputy director|assistant director, executive director, managing director, director general|director-general, \
         deputy director general|deputy director-general, president, vice president|vice-president, minister, deputy minister|vice minister|vice-minister, \
         shadow minister, editor-in-chief|editor in chief|chief editor, deputy editor, managing editor, secretary-general|secretary general|general secretary, \
         deputy secretary-general, rector, vice-rector, dean, mayor, deputy mayor, governor, deputy governor, ambassador, deputy ambassador, \
         consul general|consul-general, consul, chargé d'affaires, chief executive, adviser|advisor, moderator",
    ),
    (
        ENGLISH,
        Ladder::Rank,
        "lieutenant, captain, major, lieutenant colonel|lieutenant-colonel, colonel, brigadier|brigadier general, major general|major-general, \
         lieutenant general|lieutenant-general, general, lieutenant commander, commander, commodore, rear admiral|rear-admiral, \
         vice admiral|vice-admiral, admiral, squadron leader, wing commander, group captain, air commodore",
    ),
    (ENGLISH, Ladder::Clergy, "deacon, archdeacon, bishop, archbishop, cardinal"),
];

/// Which office a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub language: u8,
    pub ladder: Ladder,
    table: u8,
    row: u16,
    /// In which of the six cases it is, in Russian.
    pub case: u8,
}

impl Known {
    /// Whether two are one office, in whatever case.
    pub(super) fn is_same(self, other: Self) -> bool {
        (self.table, self.row) == (other.table, other.row)
    }

    /// Whether one excludes the other.
    pub(super) fn competes(self, other: Self) -> bool {
        (self.language, self.ladder) == (other.language, other.ladder)
    }
}

/// Phrases of folded words, separated by spaces; Vietnamese ones have their marks.
static PHRASES: LazyLock<HashMap<String, Vec<Known>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Known>> = HashMap::new();
    for (table, (language, ladder, rows)) in (0..).zip(TABLES) {
        for (row, phrases) in (0..).zip(rows.split(',')) {
            for phrase in phrases.split('|') {
                let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
                let forms = if language == RUSSIAN { in_cases(&phrase) } else { vec![(phrase, 0)] };
                for (form, case) in forms {
                    let key = if language == VIETNAMESE { form } else { fold(&form) };
                    all.entry(key).or_default().push(Known { language, ladder, table, row, case });
                }
            }
        }
    }
    all
});

/// The longest phrase has so many words.
pub(super) const LONGEST: usize = 4;

/// What a phrase of words of a text is.
pub(super) fn known(phrase: &[Token]) -> Option<Vec<Known>> {
    let join = |words: Vec<&str>| words.join(" ");
    let small = join(phrase.iter().map(|word| word.small.as_str()).collect());
    let folded = || join(phrase.iter().map(|word| word.spelt.key.as_str()).collect());
    PHRASES.get(&small).or_else(|| PHRASES.get(&folded())).cloned()
}

/// The longest office that begins at a word: how many words it has.
pub(super) fn longest_from(words: &[Token], start: usize) -> Option<(usize, Vec<Known>)> {
    let most = LONGEST.min(words.len().checked_sub(start)?);
    (1..=most).rev().find_map(|length| {
        let phrase = &words[start..start + length];
        let together = phrase[1..].iter().all(|word| word.follows);
        known(phrase).filter(|_| together).map(|all| (length, all))
    })
}

/// The longest office that ends before a word: how many words it has.
pub(super) fn longest_to(words: &[Token], end: usize) -> Option<(usize, Vec<Known>)> {
    (1..=LONGEST.min(end)).rev().find_map(|length| {
        let phrase = &words[end - length..end];
        let together = phrase[1..].iter().all(|word| word.follows);
        known(phrase).filter(|_| together).map(|all| (length, all))
    })
}

/// A Russian office in another case.
pub(super) fn in_case(wanted: Known, case: u8) -> Option<String> {
    let (_, _, rows) = TABLES.get(usize::from(wanted.table))?;
    let phrase = rows.split(',').nth(usize::from(wanted.row))?.split('|').next()?.trim();
    in_cases(phrase).into_iter().find(|(_, own)| *own == case).map(|(phrase, _)| phrase)
}

/// A Russian office in its cases: its first noun declines, and the adjectives before it.
fn in_cases(phrase: &str) -> Vec<(String, u8)> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let head = words.iter().position(|word| adjective(word, 0).is_none()).unwrap_or(words.len());
    // "Временный поверенный в делах": a preposition is no noun.
    let has_noun = words.get(head).is_some_and(|word| word.chars().count() > 1);
    let in_case = |case: u8| {
        let words = words.iter().enumerate().map(|(place, word)| {
            let form = if place < head { adjective(word, case) } else { None };
            form.unwrap_or_else(|| if place == head && has_noun { noun(word, case) } else { (*word).to_owned() })
        });
        (words.collect::<Vec<_>>().join(" "), case)
    };
    (0..6).map(in_case).collect()
}

fn adjective(word: &str, case: u8) -> Option<String> {
    let (stem, ends) =
        [("ый", ["ый", "ого", "ому", "ого", "ым", "ом"]), ("ий", ["ий", "его", "ему", "его", "им", "ем"])]
            .into_iter()
            .find_map(|(end, ends)| Some((word.strip_suffix(end)?, ends)))?;
    Some(format!("{stem}{}", ends[usize::from(case)]))
}

fn noun(word: &str, case: u8) -> String {
    // The first part of a rank that has two stays as it is.
    let (fixed, rest) = ["генерал-", "контр-"]
        .into_iter()
        .find_map(|fixed| Some((fixed, word.strip_prefix(fixed)?)))
        .unwrap_or(("", word));
    let forms = declined(rest);
    let fits = forms.iter().find(|form| form.cases & (1 << case) != 0 && !form.word.ends_with("ые"));
    fits.map_or_else(|| word.to_owned(), |form| format!("{fixed}{}", form.word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::token::tokens;

    fn of(phrase: &str) -> Known {
        known(&tokens(phrase)).expect("an office")[0]
    }

    #[test]
    fn russian_offices_are_known_in_their_cases() {
        for (phrase, case) in [
            ("временному поверенному в делах", 2),
            ("генерал-майора", 1),
            ("капитаном 1-го ранга", 4),
            ("заместителю главного редактора", 2),
            ("старшему лейтенанту", 2),
        ] {
            assert_eq!(of(phrase).case, case, "{phrase}");
        }
        assert_eq!(in_case(of("капитан 2-го ранга"), 2).as_deref(), Some("капитану 2-го ранга"));
    }

    #[test]
    fn a_rank_excludes_no_office() {
        assert!(of("Trung tướng").competes(of("thiếu tướng")) && !of("Trung tướng").is_same(of("thiếu tướng")));
        assert!(!of("Đại tá").competes(of("giám đốc")));
        assert!(of("chairman").is_same(of("chair")));
    }
}
