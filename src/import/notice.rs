//! What an import has to tell besides its result.

use std::fmt;
use std::path::{Path, PathBuf};

/// Something that an import could not take over as it was, or did on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The file it is about.
    pub file: Option<PathBuf>,
    /// What happened.
    pub kind: NoticeKind,
}

impl Notice {
    /// A notice about a file.
    pub fn about(file: &Path, kind: NoticeKind) -> Self {
        Self { file: Some(file.to_owned()), kind }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{}: {}", file.display(), self.kind),
            None => self.kind.fmt(f),
        }
    }
}

/// What happened. The sentences are those of the command line; the interface translates the variants.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoticeKind {
    /// The counter of comments that a web page prints under an article.
    #[error("the line \"{line}\" under the article was left out")]
    CommentCounter {
        /// The line.
        line: String,
    },
    /// The file has no words and no pictures.
    #[error("there is nothing in it to import")]
    NothingToRead,
    /// No photo was found for a place; its caption stands in the text as a paragraph.
    #[error("no photo was given for \"{caption}\"; the caption is kept as a paragraph")]
    CaptionWithoutPhoto {
        /// The start of the caption.
        caption: String,
    },
    /// No photo was found for a place that has no caption either.
    #[error("{count} picture places have neither a photo nor a caption and were left out")]
    EmptyPlaces {
        /// How many.
        count: usize,
    },
    /// A picture of the article that is not read from where it is.
    #[error(
        "the picture {address} was not read, because only files beside the article are; save it and add it as a photo"
    )]
    PictureElsewhere {
        /// As the article has it.
        address: String,
    },
    /// A picture of the article is not there or cannot be used.
    #[error("the picture {path} of the article could not be used: {reason}")]
    PictureUnusable {
        /// As the article has it.
        path: String,
        /// A sentence.
        reason: String,
    },
    /// A picture that is in the report already, given again.
    #[error("this picture is the same as \"{first}\" and was taken once")]
    SamePicture {
        /// The file name of the photo that is kept.
        first: String,
    },
    /// A place shows a picture that another place shows already.
    #[error("a picture stands in the text a second time; the caption \"{caption}\" is kept as a paragraph")]
    ShownTwice {
        /// The start of the caption; may be empty.
        caption: String,
    },
    /// More photos than places.
    #[error("the article has no place for this photo; it is in the report, but not in the text")]
    NoPlace,
    /// The end of the picture's file is missing.
    #[error("the end of this picture is missing, its lower part may be grey; copy it again from the card")]
    Truncated,
    /// The picture's file says more than is read.
    #[error("its metadata is too large and was not all read; see whether its caption and credit are there")]
    WordsTooLong,
    /// The XMP file beside the picture says more than is read.
    #[error("the .xmp file beside it is too large and was not read; see whether its caption and credit are there")]
    SidecarTooLong,
    /// The caption is in an old coding that the file does not name.
    #[error("its words were read as {coding}, which is a guess; if they are garbled, read them again in the window")]
    GuessedCoding {
        /// The name of the coding.
        coding: &'static str,
    },
    /// Something in a folder that is not a picture.
    #[error("it was passed over: {reason}")]
    PassedOver {
        /// A sentence.
        reason: String,
    },
    /// HTML tags in Markdown; the words between them are kept.
    #[error("{tags} HTML tags were left out, the words between them are kept")]
    HtmlTags {
        /// How many.
        tags: usize,
    },
    /// A comment, script or style in the HTML of a Markdown file.
    #[error("the HTML comment, script or style \"{start}\" was left out")]
    HtmlHidden {
        /// How it begins.
        start: String,
    },
    /// Tables become paragraphs.
    #[error("{tables} tables were taken over as one paragraph a row")]
    Tables {
        /// How many.
        tables: usize,
    },
    /// A link that a page must not have; its words are kept.
    #[error("the link to \"{address}\" was left out, its words are kept; links lead to http, https, mailto or tel")]
    Link {
        /// As the article has it.
        address: String,
    },
    /// The words that come up beside a link under the mouse.
    #[error("the words \"{title}\", which a link shows under the mouse, were left out")]
    LinkTitle {
        /// The start of them.
        title: String,
    },
    /// A picture that is a link: the picture is kept.
    #[error("the link to \"{address}\" around a picture was left out")]
    LinkedPicture {
        /// As the article has it.
        address: String,
    },
    /// A numbered list that does not begin with 1.
    #[error("a list that began with number {number} now begins with 1")]
    ListNumber {
        /// Its first number.
        number: u64,
    },
    /// A heading that has more than the report's levels.
    #[error("{count} headings stand deeper than the third level and were raised to it")]
    DeepHeadings {
        /// How many.
        count: usize,
    },
    /// Footnotes and endnotes, which a report has not.
    #[error("{count} notes stand at the end of the text, each with its number")]
    NotesAtEnd {
        /// How many.
        count: usize,
    },
    /// A field of the article's front matter that a report does not have.
    #[error("the field \"{line}\" at its beginning was not understood and was left out")]
    FrontMatter {
        /// The line.
        line: String,
    },
    /// A field that the report has filled in already.
    #[error("the report has a {field} already; \"{text}\" was not taken over")]
    AlreadyFilled {
        /// Which.
        field: HeadField,
        /// What the article has for it.
        text: String,
    },
}

impl NoticeKind {
    /// Whether somebody should look; the others only report what was asked for.
    pub fn is_finding(&self) -> bool {
        !matches!(self, Self::CommentCounter { .. } | Self::NotesAtEnd { .. })
    }
}

/// A field above the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadField {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The sentence or two under it.
    Standfirst,
    /// The authors.
    Byline,
    /// The place of the dateline.
    Place,
    /// The day of the dateline.
    Date,
}

impl fmt::Display for HeadField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kicker => "line above the headline",
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Place => "place",
            Self::Date => "date",
        })
    }
}

/// The start of a text, short enough for a notice.
pub(crate) fn excerpt(text: &str) -> String {
    const CHARACTERS: usize = 60;
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
