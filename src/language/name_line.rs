//! The line of a caption that names who is in the picture: "From left: A, B and C".
//!
//! Nothing remembers which part of a caption the line is. It is that part which reads exactly as the line would be written; as soon as
//! somebody rewords it, it is a part of the caption like any other, and no change of the picture's people touches it.

use std::ops::Range;

use crate::language::Language;
use crate::language::naming::{Naming, namings};
use crate::report::{Lineup, Participant, Photo, Report, RichText, Shown, Style};

/// How much the line says of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineStyle {
    /// The name.
    Names,
    /// Form of address, name and office, as at the first mention in a text.
    Offices,
}

impl LineStyle {
    /// Both, the short one first.
    pub const ALL: [Self; 2] = [Self::Names, Self::Offices];
}

/// The words of one language.
struct Wording {
    /// Before the only row.
    from_left: &'static str,
    /// Inside the head of a row.
    in_row_from_left: &'static str,
    /// The first row, the second, and so on.
    rows: [&'static str; 6],
    /// The last of two or more rows; empty where it is called by its number.
    last_row: &'static str,
    /// A row that has no word here, before its number.
    further_row: &'static str,
    /// Whom nobody knows.
    unknown: &'static str,
    /// Between the last two.
    and: &'static str,
    /// Between the last two where commas stand in what is said of each.
    semicolon_and: &'static str,
}

const ENGLISH: Wording = Wording {
    from_left: "From left",
    in_row_from_left: ", from left",
    rows: ["Front row", "Second row", "Third row", "Fourth row", "Fifth row", "Sixth row"],
    last_row: "Back row",
    further_row: "Row",
    unknown: "an unidentified participant",
    and: " and ",
    semicolon_and: "; and ",
};

const RUSSIAN: Wording = Wording {
    from_left: "Слева направо",
    in_row_from_left: " слева направо",
    rows: ["В первом ряду", "Во втором ряду", "В третьем ряду", "В четвёртом ряду", "В пятом ряду", "В шестом ряду"],
    last_row: "",
    further_row: "Ряд",
    unknown: "неизвестный участник",
    and: " и ",
    semicolon_and: "; ",
};

const VIETNAMESE: Wording = Wording {
    from_left: "Từ trái sang",
    in_row_from_left: ", từ trái sang",
    rows: ["Hàng đầu", "Hàng thứ hai", "Hàng thứ ba", "Hàng thứ tư", "Hàng thứ năm", "Hàng thứ sáu"],
    last_row: "",
    further_row: "Hàng thứ",
    unknown: "một đại biểu",
    and: " và ",
    semicolon_and: "; ",
};

fn wording(language: &str) -> &'static Wording {
    match Language::of(language) {
        Language::Russian => &RUSSIAN,
        Language::Vietnamese => &VIETNAMESE,
        Language::English | Language::Other => &ENGLISH,
    }
}

/// Whether so many people want a line: two or more of whom at least one is known.
pub fn is_wanted(people: &Lineup) -> bool {
    people.count() > 1 && people.iter().next().is_some()
}

/// The line without a full stop, names as live references; `None` where none is wanted, or a name is missing.
pub fn line(report: &Report, people: &Lineup, style: LineStyle, language: &str) -> Option<RichText> {
    if !is_wanted(people) {
        return None;
    }
    let words = wording(language);
    let rows = people.rows();
    let told_from_left = rows.iter().position(|row| row.len() > 1);
    let mut line = RichText::new();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            line.append(". ".into());
        }
        let head = if rows.len() == 1 { words.from_left.to_owned() } else { row_head(words, index, rows.len()) };
        let side = if rows.len() > 1 && told_from_left == Some(index) { words.in_row_from_left } else { "" };
        line.append(format!("{head}{side}: ").as_str().into());
        line.append(row_of(report, row, style, language)?);
    }
    Some(line)
}

fn row_head(words: &Wording, index: usize, of: usize) -> String {
    let last = (index + 1 == of && !words.last_row.is_empty()).then(|| words.last_row.to_owned());
    let named = || words.rows.get(index).map(|row| (*row).to_owned());
    last.or_else(named).unwrap_or_else(|| format!("{} {}", words.further_row, index + 1))
}

fn row_of(report: &Report, row: &[Shown], style: LineStyle, language: &str) -> Option<RichText> {
    let words = wording(language);
    let said: Option<Vec<RichText>> = row.iter().map(|shown| said_of(report, *shown, style, language)).collect();
    let said = said?;
    // Names have commas hardly ever; what is said of offices has.
    let has_commas = said.iter().any(|said| said.as_str().contains(','));
    let (between, last) = if has_commas { ("; ", words.semicolon_and) } else { (", ", words.and) };
    let mut line = RichText::new();
    let count = said.len();
    for (index, said) in said.into_iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == count => line.append(last.into()),
            _ => line.append(between.into()),
        }
        line.append(said);
    }
    Some(line)
}

fn said_of(report: &Report, shown: Shown, style: LineStyle, language: &str) -> Option<RichText> {
    let Some(id) = shown.person else { return Some(wording(language).unknown.into()) };
    let naming = naming_of(report.participant(id)?, style, language)?;
    let mut said = RichText::plain(&naming.before);
    said.append(RichText::styled(&naming.name, Style { person: Some(id), ..Style::default() }));
    said.append(RichText::plain(&naming.after));
    Some(said)
}

fn naming_of(participant: &Participant, style: LineStyle, language: &str) -> Option<Naming> {
    let naming = match style {
        LineStyle::Names => {
            let name = participant.shown_name().to_string();
            Naming { before: String::new(), name, after: String::new() }
        }
        LineStyle::Offices => namings(participant, language).into_iter().next()?,
    };
    (!naming.name.trim().is_empty()).then_some(naming)
}

/// A line that stands in a caption as it would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its bytes in the caption.
    pub range: Range<usize>,
    /// How much it says.
    pub style: LineStyle,
    /// Whether it is in the language of the report.
    pub is_current: bool,
}

/// The line of a photo that stands in its caption, in any of the languages: the report's may have been set after it was written.
pub fn standing(report: &Report, photo: &Photo) -> Option<Standing> {
    if !is_wanted(&photo.people) || photo.caption.is_empty() {
        return None;
    }
    let languages = [&*report.language, "en", "ru", "vi"];
    let mut found: Option<Standing> = None;
    for (place, language) in languages.into_iter().enumerate() {
        for style in LineStyle::ALL {
            let Some(line) = line(report, &photo.people, style, language) else { continue };
            let longest = found.as_ref().map_or(0, |found| found.range.len());
            if line.len() > longest
                && let Some(range) = find(&photo.caption, &line)
            {
                found = Some(Standing { range, style, is_current: place == 0 });
            }
        }
    }
    found
}

/// Where a text stands in another with the same references, and not as a part of a word.
fn find(text: &RichText, wanted: &RichText) -> Option<Range<usize>> {
    let starts = text.as_str().rmatch_indices(wanted.as_str()).map(|(start, _)| start);
    starts.map(|start| start..start + wanted.len()).find(|range| {
        let goes_on = text.as_str()[range.end..].starts_with(char::is_alphanumeric);
        let begins_inside = text.as_str()[..range.start].ends_with(char::is_alphanumeric);
        !goes_on && !begins_inside && text.slice(range.clone()).people().eq(wanted.people())
    })
}

/// What a caption has of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineState {
    /// So few are in the picture that none is wanted.
    NotWanted,
    /// None, though one is wanted.
    Missing,
    /// It stands as it is written.
    Written(LineStyle),
    /// It was reworded by hand, or stands in another language.
    Reworded,
}

/// What the caption of a photo has of the line.
pub fn state(report: &Report, photo: &Photo) -> LineState {
    if !is_wanted(&photo.people) {
        return LineState::NotWanted;
    }
    match standing(report, photo) {
        Some(Standing { style, is_current: true, .. }) => LineState::Written(style),
        Some(_) => LineState::Reworded,
        None if reworded(&photo.caption).is_some() => LineState::Reworded,
        None => LineState::Missing,
    }
}

/// What is left of a line that was reworded: from its first words to the end of the sentence with the last of its names.
pub fn reworded(caption: &RichText) -> Option<Range<usize>> {
    let text = caption.as_str();
    let heads = [&ENGLISH, &RUSSIAN, &VIETNAMESE].into_iter().flat_map(|words| {
        let in_row = format!("{}{}:", words.rows[0], words.in_row_from_left);
        [format!("{}:", words.from_left), in_row]
    });
    let start = heads.filter_map(|head| text.rfind(&head)).max()?;
    let last_name = caption.people().map(|(range, _)| range.end).filter(|end| *end > start).last().unwrap_or(start);
    let after = &text[last_name..];
    let ends = |at: usize| after[at + 1..].chars().next().is_none_or(char::is_whitespace);
    let end = after.char_indices().find(|(at, letter)| matches!(letter, '.' | '!' | '?') && ends(*at));
    Some(start..last_name + end.map_or(after.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::{IdSource, ParticipantId};

    fn id(number: u64) -> ParticipantId {
        ParticipantId::from_number(number)
    }

    fn report(names: &[[&str; 4]]) -> Report {
        let mut report = Report::new(&mut IdSource::from_seed(1), "en");
        let entry = |(place, [honorific, name, title, organisation]): (usize, &[&str; 4])| {
            Arc::new(Participant {
                honorific: (*honorific).into(),
                title: (*title).into(),
                organisation: (*organisation).into(),
                ..Participant::named(id(place as u64 + 1), name)
            })
        };
        report.participants = names.iter().enumerate().map(entry).collect();
        report
    }

    /// Rows of numbers; 0 is somebody unknown.
    fn people(rows: &[&[u64]]) -> Lineup {
        let shown = |number: &u64| if *number == 0 { Shown::UNKNOWN } else { Shown::person(id(*number)) };
        Lineup::of_rows(rows.iter().map(|row| row.iter().map(shown).collect()).collect())
    }

    fn written(report: &Report, rows: &[&[u64]], style: LineStyle, language: &str) -> String {
        line(report, &people(rows), style, language).map_or_else(String::new, |line| line.as_str().to_owned())
    }

    #[test]
    fn each_language_names_people_as_its_desks_do() {
        let report = report(&[["", "An Bùi", "", ""], ["", "Bo Lee", "", ""], ["", "Ким Юн", "", ""]]);
        for (rows, language, expected) in [
            (&[&[1, 2][..]][..], "en", "From left: An Bùi and Bo Lee"),
            (&[&[2, 3, 1]], "en", "From left: Bo Lee, Ким Юн and An Bùi"),
            (&[&[2, 3, 1]], "ru", "Слева направо: Bo Lee, Ким Юн и An Bùi"),
            (&[&[2, 3, 1]], "vi", "Từ trái sang: Bo Lee, Ким Юн và An Bùi"),
            (&[&[1, 0, 2]], "en-GB", "From left: An Bùi, an unidentified participant and Bo Lee"),
            (&[&[1, 0]], "ru", "Слева направо: An Bùi и неизвестный участник"),
            (&[&[0, 1]], "vi-VN", "Từ trái sang: một đại biểu và An Bùi"),
            (&[&[1, 2], &[3]], "en", "Front row, from left: An Bùi and Bo Lee. Back row: Ким Юн"),
            (&[&[1], &[2, 3]], "en", "Front row: An Bùi. Back row, from left: Bo Lee and Ким Юн"),
            (&[&[1, 2], &[3]], "ru", "В первом ряду слева направо: An Bùi и Bo Lee. Во втором ряду: Ким Юн"),
            (&[&[1, 2], &[3]], "vi", "Hàng đầu, từ trái sang: An Bùi và Bo Lee. Hàng thứ hai: Ким Юн"),
            (&[&[1], &[2], &[3]], "en", "Front row: An Bùi. Second row: Bo Lee. Back row: Ким Юн"),
            (&[&[1]], "en", ""),
            (&[&[0, 0]], "en", ""),
            (&[], "en", ""),
        ] {
            assert_eq!(written(&report, rows, LineStyle::Names, language), expected);
        }
    }

    #[test]
    fn offices_are_said_as_at_a_first_mention() {
        let named = report(&[
            ["Dr", "Jane Smith", "chair", "Regional Press Council"],
            ["", "Bo Lee", "editor", ""],
            ["", "An Bùi", "", ""],
        ]);
        let line = written(&named, &[&[1, 2, 3]], LineStyle::Offices, "en");
        assert_eq!(line, "From left: Dr Jane Smith, chair of the Regional Press Council; Bo Lee, editor; and An Bùi");
        let named =
            report(&[["", "Иван Петров", "председатель", "Союз журналистов"], ["", "Мария Ли", "", "Дом печати"]]);
        let line = written(&named, &[&[1, 2]], LineStyle::Offices, "ru");
        assert_eq!(line, "Слева направо: председатель Союза журналистов Иван Петров и Мария Ли (Дом печати)");
        let named = report(&[["đồng chí", "Trịnh Văn An", "Chủ tịch", "Hội Nhà báo"], ["bà", "Lê Hoa", "", ""]]);
        let line = written(&named, &[&[1, 2]], LineStyle::Offices, "vi");
        assert_eq!(line, "Từ trái sang: đồng chí Trịnh Văn An, Chủ tịch Hội Nhà báo; bà Lê Hoa");
    }

    #[test]
    fn names_are_live_references_and_one_that_is_missing_waits() {
        let named = report(&[["", "An", "", ""], ["", "", "", ""]]);
        assert_eq!(line(&named, &people(&[&[1, 2]]), LineStyle::Names, "en"), None);
        let line = line(&named, &people(&[&[1, 0]]), LineStyle::Names, "en").unwrap();
        assert_eq!(line.people().collect::<Vec<_>>(), [(11..13, id(1))]);
    }

    #[test]
    fn what_is_left_of_a_reworded_line_goes_to_the_end_of_its_sentence() {
        let named = |text: &str, name: &str| {
            let mut caption = RichText::plain(text);
            let at = text.find(name).unwrap();
            caption.restyle(at..at + name.len(), |style| style.person = Some(id(1)));
            reworded(&caption).map(|range| text[range].to_owned())
        };
        let left = named("The hall. From left: the host, J. Lee, and others. Later.", "J. Lee");
        assert_eq!(left.as_deref(), Some("From left: the host, J. Lee, and others"));
        assert_eq!(named("Слева направо: Ли и гости", "Ли").as_deref(), Some("Слева направо: Ли и гости"));
        assert_eq!(named("The hall with Lee.", "Lee"), None);
    }
}
