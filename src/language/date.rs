//! Days and moments as they are written in running text.

use jiff::civil::{Date, DateTime, Time};

use crate::language::Language;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// In the genitive: «26 декабря».
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// "26 December 2025", "26 декабря 2025 года", "ngày 26 tháng 12 năm 2025"; in other languages as in English.
pub fn written(date: Date, language: &str) -> String {
    let (day, month, year) = (date.day(), month_name(date, language), date.year());
    match Language::of(language) {
        Language::Russian => format!("{day} {month} {year} года"),
        Language::Vietnamese => format!("ngày {day} tháng {month} năm {year}"),
        Language::English | Language::Other => format!("{day} {month} {year}"),
    }
}

/// A day where there is little room: "26 December 2025", "26.12.2025", "26/12/2025".
pub fn short(date: Date, language: &str) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match Language::of(language) {
        Language::Russian => format!("{day:02}.{month:02}.{year}"),
        Language::Vietnamese => format!("{day:02}/{month:02}/{year}"),
        Language::English | Language::Other => written(date, language),
    }
}

/// Reads a day as people write it: "2025-12-26", "26.12.2025", "26/12/2025", "26 December 2025", "26 декабря 2025 года",
/// "ngày 26 tháng 12 năm 2025". The day stands before the month, as in all three languages.
pub fn read(text: &str) -> Option<Date> {
    let mut numbers = Vec::new();
    let mut named_month = None;
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Ok(number) = word.parse::<i16>() {
            numbers.push(number);
        } else {
            named_month = named_month.or_else(|| month_of(word));
        }
    }
    let (year, month, day) = match (numbers.as_slice(), named_month) {
        ([year, month, day], None) if *year > 31 => (*year, *month, *day),
        ([day, month, year], None) => (*year, *month, *day),
        ([day, year], Some(month)) => (*year, month, *day),
        _ => return None,
    };
    let is_year = (1000..=9999).contains(&year);
    is_year.then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()).flatten()
}

/// The number of a month by its English or Russian name, or at least three letters of it.
fn month_of(word: &str) -> Option<i16> {
    let word = word.to_lowercase();
    let fits = |name: &&str| {
        let name = name.to_lowercase();
        // «май» is «мая» in a date, and both have three letters.
        name == word || (word.chars().count() >= 3 && (name.starts_with(&word) || (word == "май" && name == "мая")))
    };
    let place = [ENGLISH, RUSSIAN].iter().find_map(|names| names.iter().position(fits));
    place.and_then(|place| i16::try_from(place + 1).ok())
}

/// The days from the first to the last, without what both have in common: "12–14 December 2025",
/// "30 ноября — 2 декабря 2025 года". A span that ends before it starts is written as its first day.
pub fn written_span(first: Date, last: Date, language: &str) -> String {
    if last <= first {
        return written(first, language);
    }
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let end = written(last, language);
    let day = first.day();
    let month = month_name(first, language);
    let year = first.year();
    match Language::of(language) {
        Language::Russian if same_month => format!("{day}–{end}"),
        Language::Russian if same_year => format!("{day} {month} — {end}"),
        Language::Russian => format!("{} — {end}", written(first, language)),
        Language::Vietnamese if same_month => format!("từ ngày {day} đến {end}"),
        Language::Vietnamese if same_year => format!("từ ngày {day} tháng {month} đến {end}"),
        Language::Vietnamese => format!("từ ngày {day} tháng {month} năm {year} đến {end}"),
        Language::English | Language::Other if same_month => format!("{day}–{end}"),
        Language::English | Language::Other if same_year => format!("{day} {month} – {end}"),
        Language::English | Language::Other => format!("{day} {month} {year} – {end}"),
    }
}

/// A day, the time on its clock and the clock's distance from UTC in minutes: "26 December 2025, 09:00 (UTC+7)". A page
/// that is read far away needs the zone.
pub fn written_moment(date: Date, time: Time, offset_minutes: i32, language: &str) -> String {
    let day = written(date, language);
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    let zone = zone(offset_minutes);
    match Language::of(language) {
        Language::Vietnamese => format!("{clock} {day} ({zone})"),
        Language::English | Language::Russian | Language::Other => format!("{day}, {clock} ({zone})"),
    }
}

fn month_name(date: Date, language: &str) -> String {
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let name = |names: &[&str; 12]| names.get(index).copied().unwrap_or_default().to_owned();
    match Language::of(language) {
        Language::Russian => name(&RUSSIAN),
        Language::Vietnamese => date.month().to_string(),
        Language::English | Language::Other => name(&ENGLISH),
    }
}

fn zone(offset_minutes: i32) -> String {
    let sign = if offset_minutes < 0 { '−' } else { '+' };
    let (hours, minutes) = (offset_minutes.abs() / 60, offset_minutes.abs() % 60);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// A time as it is shown for writing: `2025-12-26 14:03`.
pub fn shown_moment(iso: &str) -> String {
    let shown: String = iso.chars().take(16).collect();
    shown.replacen('T', " ", 1)
}

/// ISO 8601 for a day and a time, or a day alone, as [`shown_moment`] writes it; `None` where it is neither.
pub fn read_moment(text: &str) -> Option<String> {
    let text = text.trim();
    let time: DateTime = text.parse().or_else(|_day_alone| text.replacen(' ', "T", 1).parse()).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_short_day_can_be_read_back() {
        let day = Date::constant(2026, 3, 7);
        for (language, short) in [("ru", "07.03.2026"), ("vi", "07/03/2026"), ("en", "7 March 2026")] {
            assert_eq!(super::short(day, language), short);
            assert_eq!(read(short), Some(day));
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let written = [
            "2025-12-26",
            "26.12.2025",
            " 26/12/2025 ",
            "26 December 2025",
            "26 Dec 2025",
            "26 декабря 2025 года",
            "26 дек. 2025",
            "ngày 26 tháng 12 năm 2025",
            "26-12-2025",
        ];
        for text in written {
            assert_eq!(read(text), Some(date(2025, 12, 26)), "{text}");
        }
        for text in ["", "26.13.2025", "26 December", "12", "31.02.2025", "26.12.25", "yesterday"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_written_as_its_language_does() {
        let day = date(2025, 12, 26);
        assert_eq!(written(day, "en"), "26 December 2025");
        assert_eq!(written(day, "ru-RU"), "26 декабря 2025 года");
        assert_eq!(written(day, "vi"), "ngày 26 tháng 12 năm 2025");
        assert_eq!(written(day, "sv"), "26 December 2025");
    }

    #[test]
    fn a_span_says_only_once_what_its_days_share() {
        let span = |first, last, language| written_span(first, last, language);
        assert_eq!(span(date(2025, 12, 12), date(2025, 12, 14), "en"), "12–14 December 2025");
        assert_eq!(span(date(2025, 11, 30), date(2025, 12, 2), "ru"), "30 ноября — 2 декабря 2025 года");
        assert_eq!(span(date(2025, 12, 12), date(2025, 12, 14), "vi"), "từ ngày 12 đến ngày 14 tháng 12 năm 2025");
        assert_eq!(span(date(2025, 12, 31), date(2026, 1, 1), "en"), "31 December 2025 – 1 January 2026");
        assert_eq!(span(date(2025, 12, 12), date(2025, 12, 12), "en"), "12 December 2025");
        assert_eq!(span(date(2025, 12, 12), date(2025, 12, 1), "en"), "12 December 2025");
    }

    #[test]
    fn a_moment_says_its_zone() {
        let (day, clock) = (date(2025, 12, 26), time(9, 5, 0, 0));
        assert_eq!(written_moment(day, clock, 420, "en"), "26 December 2025, 09:05 (UTC+7)");
        assert_eq!(written_moment(day, clock, 0, "ru"), "26 декабря 2025 года, 09:05 (UTC)");
        assert_eq!(written_moment(day, clock, -210, "vi"), "09:05 ngày 26 tháng 12 năm 2025 (UTC−3:30)");
    }

    #[test]
    fn a_time_is_read_as_it_is_shown() {
        let iso = read_moment("2025-12-26 14:03").unwrap();
        assert_eq!(iso, "2025-12-26T14:03:00");
        assert_eq!(shown_moment(&iso), "2025-12-26 14:03");
        assert_eq!(read_moment("2025-12-26"), Some("2025-12-26T00:00:00".to_owned()));
        assert_eq!(read_moment("26.12.2025"), None);
        assert_eq!(read_moment("2025-13-01 10:00"), None);
    }
}
