//! What is known of the conference and of the story besides its text.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::report::{Extra, PhotoId, Slot};

/// The fields of a report that are not written in the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// The day of the dateline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The conference.
    pub event: Event,
    /// Where the story, or a part of it, comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Words that a search should find the story by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Arc<str>>,
    /// The copyright notice.
    #[serde(skip_serializing_if = "is_blank")]
    pub rights: Arc<str>,
    /// The photo that stands for the story where one picture is shown; the first in the text where this is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_photo: Option<PhotoId>,
    /// Whose photos these are where their files do not say: the credit of each photo that is added.
    #[serde(skip_serializing_if = "is_blank")]
    pub photographer: Arc<str>,
    /// Whether published pictures tell where they were taken, as the camera recorded it. A hall is no secret, a home is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keep_position: bool,
    /// Whether quotes, dashes and spaces are published as they were typed, instead of as the language sets them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keep_typography: bool,
    /// How long the story may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What the newsroom's page needs.
    pub publication: Publication,
    /// Words that the spelling check lets pass in this report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored_words: Vec<Arc<str>>,
    /// Names that name watch lets pass in this report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored_names: Vec<IgnoredName>,
    /// What a newer version wrote and this one does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A name, or an office beside one, that is right as it is written, whatever the list of participants says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredName {
    /// As it is written.
    pub words: Arc<str>,
    /// The one text where it passes; everywhere in the report where this is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_in: Option<Slot>,
}

/// How long a story may be, counted as the desk counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// So many words.
    Words(u32),
    /// So many characters with spaces.
    Characters(u32),
}

/// The conference itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// What it is called.
    #[serde(skip_serializing_if = "is_blank")]
    pub name: Arc<str>,
    /// Who holds it, separated by semicolons.
    #[serde(skip_serializing_if = "is_blank")]
    pub organisers: Arc<str>,
    /// The building or hall.
    #[serde(skip_serializing_if = "is_blank")]
    pub venue: Arc<str>,
    /// The town.
    #[serde(skip_serializing_if = "is_blank")]
    pub city: Arc<str>,
    /// The country.
    #[serde(skip_serializing_if = "is_blank")]
    pub country: Arc<str>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day; the first one again for a single day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
}

/// Where something was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// What it is called; the address stands for it where this is empty.
    pub name: Arc<str>,
    /// Its address.
    pub url: Arc<str>,
}

/// Where and when the page appears. The desk knows these, or a reporter who always files to one newsroom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Publication {
    /// The newsroom.
    #[serde(skip_serializing_if = "is_blank")]
    pub publisher: Arc<str>,
    /// The newsroom's site.
    #[serde(skip_serializing_if = "is_blank")]
    pub publisher_url: Arc<str>,
    /// The address of the newsroom's logo.
    #[serde(skip_serializing_if = "is_blank")]
    pub publisher_logo: Arc<str>,
    /// The first author's own page, where the byline does not tell it.
    #[serde(skip_serializing_if = "is_blank")]
    pub author_url: Arc<str>,
    /// The lasting address of the page.
    #[serde(skip_serializing_if = "is_blank")]
    pub url: Arc<str>,
    /// When it is published: RFC 3339, with an offset.
    #[serde(skip_serializing_if = "is_blank")]
    pub published: Arc<str>,
    /// When it was last changed: RFC 3339, with an offset.
    #[serde(skip_serializing_if = "is_blank")]
    pub updated: Arc<str>,
    /// The address of the terms under which the pictures may be used.
    #[serde(skip_serializing_if = "is_blank")]
    pub licence_url: Arc<str>,
}

fn is_blank(text: &Arc<str>) -> bool {
    text.is_empty()
}
