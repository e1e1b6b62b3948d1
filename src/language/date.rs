//! Days and moments as they are written in running text.

use jiff::civil::{Date, Time};

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

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

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
}
