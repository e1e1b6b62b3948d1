//! Days and moments of a page: as machines read them and as people do.

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use serde::Serialize;

use crate::language::date::{written, written_moment, written_span};
use crate::language::typography::repaired_plain;

/// A day, a span of days, or a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// ISO 8601; a moment has its offset: `2026-01-31T09:00:00+07:00`.
    pub iso: String,
    /// As it is written in the report's language.
    pub text: String,
}

impl Moment {
    /// Reads RFC 3339 with an offset; `None` for anything else.
    pub fn parse(text: &str, language: &str) -> Option<Self> {
        let pieces = Pieces::parse(text.trim()).ok()?;
        let (date, time) = (pieces.date(), pieces.time()?);
        let offset_minutes = pieces.to_numeric_offset()?.seconds() / 60;
        let day = iso_day(date)?;
        let (hours, minutes) = (offset_minutes.abs() / 60, offset_minutes.abs() % 60);
        let sign = if offset_minutes < 0 { '-' } else { '+' };
        let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
        Some(Self {
            iso: format!("{day}T{clock}{sign}{hours:02}:{minutes:02}"),
            text: repaired_plain(&written_moment(date, time, offset_minutes, language), language),
        })
    }

    /// A day.
    pub fn of_day(date: Date, language: &str) -> Option<Self> {
        Some(Self { iso: iso_day(date)?, text: repaired_plain(&written(date, language), language) })
    }
}

/// The days of a conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Days {
    /// ISO 8601.
    pub start: String,
    /// ISO 8601; the first day again where there is one only.
    pub end: String,
    /// As they are written in the report's language.
    pub text: String,
}

impl Days {
    /// From the first day to the last; `None` where the first is not known.
    pub fn of(first: Option<Date>, last: Option<Date>, language: &str) -> Option<Self> {
        let first = first.or(last)?;
        let last = last.filter(|last| *last >= first).unwrap_or(first);
        Some(Self {
            start: iso_day(first)?,
            end: iso_day(last)?,
            text: repaired_plain(&written_span(first, last, language), language),
        })
    }
}

/// Years before the first cannot be told to a browser.
fn iso_day(date: Date) -> Option<String> {
    (date.year() > 0).then(|| format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_moment_keeps_its_own_clock() {
        let moment = Moment::parse("2025-12-26T09:00:00+07:00", "en").unwrap();
        assert_eq!(moment.iso, "2025-12-26T09:00:00+07:00");
        assert_eq!(moment.text, "26 December 2025, 09:00 (UTC+7)");
        assert_eq!(Moment::parse("2025-12-26T09:00Z", "en").unwrap().iso, "2025-12-26T09:00:00+00:00");
    }

    #[test]
    fn a_moment_without_its_zone_is_none() {
        for text in ["", "2025-12-26", "2025-12-26T09:00:00", "26.12.2025", "<script>"] {
            assert_eq!(Moment::parse(text, "en"), None, "{text}");
        }
    }

    #[test]
    fn days_are_never_upside_down() {
        let days = Days::of(Some(date(2025, 12, 26)), Some(date(2025, 12, 1)), "en").unwrap();
        assert_eq!((days.start.as_str(), days.end.as_str()), ("2025-12-26", "2025-12-26"));
        assert_eq!(Days::of(None, None, "en"), None);
        assert_eq!(Days::of(Some(date(-1, 1, 1)), None, "en"), None);
    }
}
