//! `report.json`: the report as a value, with what a reader must know before it reads.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::document::error::{Counted, TextProblem};
use crate::file::{Generation, MAX_MEMBERS};
use crate::report::{Block, Body, Report};

/// What `format` says in every report.
pub const FORMAT: &str = "rapporteur-report";
/// The version of the format that is written.
pub const FORMAT_VERSION: u64 = 1;
/// The oldest version of the program's format that reads what is written.
pub const MIN_READER: u64 = 1;

/// Blocks of a report.
pub const MAX_BLOCKS: usize = 200_000;
/// Styled pieces of all texts of the body together.
pub const MAX_RUNS: usize = 2_000_000;
/// Participants of a report.
pub const MAX_PARTICIPANTS: usize = 100_000;
/// Bytes of one text.
pub const MAX_TEXT: usize = 16 << 20;
/// Values of any kind: bounds the memory that unknown fields take (some 32 bytes each), far above what the other
/// limits allow in a report that is one.
const MAX_VALUES: usize = 8_000_000;

/// What `report.json` holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// The report, as it stands in the file: not mended yet.
    pub report: Report,
    /// Where the reporter was: the caret and what was in sight. Whoever shows reports says what it holds.
    pub view: Option<Value>,
    /// The version of the format that wrote it.
    pub format_version: u64,
    /// Whether a newer version says that this one must not write it.
    pub is_for_newer: bool,
}

/// Reads `report.json`.
///
/// # Errors
/// [`TextProblem`], but not those of writing.
pub fn read(bytes: &[u8]) -> Result<Contents, TextProblem> {
    let mut census = Census { values: 0, over: None };
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let counted = census.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    if let Some(what) = census.over {
        return Err(match what {
            Counted::TextBytes => TextProblem::TooMany { what, limit: MAX_TEXT },
            _ => TextProblem::TooMany { what: Counted::Values, limit: MAX_VALUES },
        });
    }
    counted.map_err(TextProblem::Json)?;
    let head: Head = serde_json::from_slice(bytes).map_err(TextProblem::Json)?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(TextProblem::NotAReport);
    }
    let is_for_newer = head.min_reader > FORMAT_VERSION;
    let mut report: Report = serde_json::from_slice(bytes).map_err(|error| match is_for_newer {
        true => TextProblem::Newer { min_reader: head.min_reader },
        false => TextProblem::Json(error),
    })?;
    for field in ["format", "format_version", "min_reader", "generation"] {
        report.extra.remove(field);
    }
    let view = report.extra.remove("view").filter(|view| !view.is_null());
    within_limits(&report)?;
    report.body = without_echoes(&report.body);
    Ok(Contents { report, view, format_version: head.format_version, is_for_newer })
}

/// Writes `report.json`.
///
/// # Errors
/// What the serializer says, which no report that came from [`read`] or from the editor makes it say.
pub fn write(
    report: &Report,
    view: Option<&Value>,
    format_version: u64,
    generation: Generation,
) -> Result<Vec<u8>, serde_json::Error> {
    let envelope = Envelope {
        format: FORMAT,
        // A newer version's number stays with the newer version's fields, which are kept.
        format_version: format_version.max(FORMAT_VERSION),
        min_reader: MIN_READER,
        generation: generation.get(),
        report,
        view,
    };
    serde_json::to_vec_pretty(&envelope)
}

/// A block's kind is written beside its other fields, and the reader leaves the fields of the kind among the unknown ones
/// too; there they would be written a second time, and win over a changed kind.
fn without_echoes(body: &Body) -> Body {
    const FIELDS_OF_KINDS: [&str; 8] = ["kind", "level", "speaker", "style", "photo", "beside", "table", "delegation"];
    let blocks = body.blocks().iter().map(|block| {
        if !FIELDS_OF_KINDS.iter().any(|field| block.extra.contains_key(*field)) {
            return Arc::clone(block);
        }
        let mut block = Block::clone(block);
        block.extra.retain(|field, _| !FIELDS_OF_KINDS.contains(&field.as_str()));
        Arc::new(block)
    });
    Body::new(blocks.collect())
}

fn within_limits(report: &Report) -> Result<(), TextProblem> {
    let runs = report.body.blocks().iter().map(|block| block.text.spans().len()).sum();
    let counts = [
        (Counted::Blocks, report.body.len(), MAX_BLOCKS),
        (Counted::StyledRuns, runs, MAX_RUNS),
        (Counted::Photos, report.photos.len(), MAX_MEMBERS),
        (Counted::Participants, report.participants.len(), MAX_PARTICIPANTS),
    ];
    match counts.into_iter().find(|(_, count, limit)| count > limit) {
        Some((what, _, limit)) => Err(TextProblem::TooMany { what, limit }),
        None => Ok(()),
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    format_version: u64,
    min_reader: u64,
    generation: u64,
    #[serde(flatten)]
    report: &'a Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<&'a Value>,
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
    #[serde(default = "first_version")]
    format_version: u64,
    #[serde(default = "first_version")]
    min_reader: u64,
}

fn first_version() -> u64 {
    1
}

/// Counts the values of a JSON text without keeping any of them.
struct Census {
    values: usize,
    over: Option<Counted>,
}

impl Census {
    fn count<E: de::Error>(&mut self) -> Result<(), E> {
        self.values += 1;
        if self.values > MAX_VALUES {
            self.over = Some(Counted::Values);
            return Err(E::custom("too many values"));
        }
        Ok(())
    }

    fn text<E: de::Error>(&mut self, text: &str) -> Result<(), E> {
        if text.len() > MAX_TEXT {
            self.over = Some(Counted::TextBytes);
            return Err(E::custom("too long a text"));
        }
        self.count()
    }
}

impl<'de> DeserializeSeed<'de> for &mut Census {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Census {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.count()
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.count()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.count()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.count()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.count()
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.count()?;
        while items.next_element_seed(&mut *self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.count()?;
        while entries.next_key::<IgnoredAny>()?.is_some() {
            entries.next_value_seed(&mut *self)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{BlockKind, HeadingLevel, IdSource, ListStyle, RichText, Table};

    fn json(change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let report = Report::new(&mut IdSource::from_seed(1), "vi");
        let bytes = write(&report, None, FORMAT_VERSION, Generation::FIRST).unwrap();
        let mut value: Value = serde_json::from_slice(&bytes).unwrap();
        change(&mut value);
        serde_json::to_vec(&value).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let report = Report::new(&mut IdSource::from_seed(1), "vi");
        let view = serde_json::json!({"caret": {"slot": "headline", "byte": 3}});
        let bytes = write(&report, Some(&view), FORMAT_VERSION, Generation::FIRST).unwrap();
        let expected = Contents { report, view: Some(view), format_version: 1, is_for_newer: false };
        assert_eq!(read(&bytes).unwrap(), expected);
        assert!(bytes.starts_with(b"{\n  \"format\": \"rapporteur-report\","));
    }

    #[test]
    fn a_second_reading_and_writing_changes_nothing() {
        let mut ids = IdSource::from_seed(1);
        let mut report = Report::new(&mut ids, "vi");
        let cells = vec![vec!["Tên".into(), "Phiếu".into()], vec!["An".into()]];
        let table = Table::of_texts(true, cells).unwrap();
        let kinds = [
            BlockKind::Heading { level: HeadingLevel::Three },
            BlockKind::Quotation { speaker: "Lê Thị Hoa".into() },
            BlockKind::ListItem { style: ListStyle::Numbered, level: 2 },
            BlockKind::Table { table },
            BlockKind::Participants { delegation: Some("Bắc Ninh".into()) },
        ];
        report.body = Body::new(kinds.map(|kind| Arc::new(Block::new(ids.block(), kind, RichText::new()))).to_vec());
        let once = write(&report, None, FORMAT_VERSION, Generation::FIRST).unwrap();
        let read_again = read(&once).unwrap().report;
        assert_eq!(read_again, report);
        assert_eq!(write(&read_again, None, FORMAT_VERSION, Generation::FIRST).unwrap(), once);
    }

    #[test]
    fn what_a_newer_version_wrote_is_kept_or_refused_politely() {
        let newer = json(|value| {
            value["format_version"] = 2.into();
            value["mood"] = serde_json::json!({"of": ["the", "day"]});
        });
        let contents = read(&newer).unwrap();
        assert!(!contents.is_for_newer);
        let again = write(&contents.report, None, contents.format_version, Generation::FIRST).unwrap();
        let value: Value = serde_json::from_slice(&again).unwrap();
        assert_eq!((&value["format_version"], &value["mood"]["of"][1]), (&2.into(), &"day".into()));

        assert!(read(&json(|value| value["min_reader"] = 2.into())).unwrap().is_for_newer);
        let unreadable = json(|value| {
            value["min_reader"] = 3.into();
            value["body"] = "elsewhere".into();
        });
        assert!(matches!(read(&unreadable), Err(TextProblem::Newer { min_reader: 3 })));
    }

    #[test]
    fn what_is_no_report_is_refused() {
        assert!(matches!(read(b"{}"), Err(TextProblem::NotAReport)));
        assert!(matches!(read(&json(|value| value["format"] = "other".into())), Err(TextProblem::NotAReport)));
        for bytes in
            [&b""[..], b"{\"format\":\"rapporteur-report\"}", b"\xEF\xBB\xBF{}", b"{} x", b"[1e999]", b"\"\xFF\""]
        {
            assert!(matches!(read(bytes), Err(TextProblem::Json(_))), "{bytes:?}");
        }
        assert!(matches!(read("[".repeat(5_000).as_bytes()), Err(TextProblem::Json(_))));
    }

    #[test]
    fn a_flood_of_values_or_a_huge_text_is_refused_before_it_is_kept() {
        let flood = format!("{{\"x\":[{}0]}}", "0,".repeat(MAX_VALUES));
        assert!(matches!(read(flood.as_bytes()), Err(TextProblem::TooMany { what: Counted::Values, .. })));
        let huge = format!("{{\"x\":\"{}\"}}", "a".repeat(MAX_TEXT + 1));
        assert!(matches!(read(huge.as_bytes()), Err(TextProblem::TooMany { what: Counted::TextBytes, .. })));
        let blocks = json(|value| {
            let block = value["body"][0].clone();
            value["body"] = std::iter::repeat_n(block, MAX_BLOCKS + 1)
                .enumerate()
                .map(|(number, mut block)| {
                    block["id"] = format!("{number:016x}").into();
                    block
                })
                .collect();
        });
        assert!(matches!(read(&blocks), Err(TextProblem::TooMany { what: Counted::Blocks, .. })));
    }
}
