//! What others wrote, into a report: articles as plain text, Markdown, HTML, DOCX or ODT, photo files, folders of photos.
//!
//! In reading order:
//!
//! | module | says |
//! |---|---|
//! | [`Draft`] | an article as it was read: words in order, places for pictures |
//! | `encoding`, `article`, `rows`, `ending` | plain text in the form that web extractors give |
//! | `markdown`, `html`, `address` | Markdown, the words between its HTML tags, the links that a page may have |
//! | `page` | HTML, from a file or as other programs copy it |
//! | `office` | documents of word processors: DOCX and ODT |
//! | `credit` | whose picture it is, where a caption says so |
//! | `package` | a page with what belongs to it: an export of ours, a desk package, a ZIP file of another program |
//! | [`Receipt`] | what was kept of a source and what was left out, as figures |
//! | [`take_in`], [`examine`], [`Picture`] | a picture's bytes into what is known of it |
//! | [`Assembler`], [`Addition`] | drafts and pictures into blocks and photos |
//! | [`files_of`], [`Sidecar`], [`Gathered`] | files and folders on a disk; the only part that touches one |
//!
//! Invariants:
//! - Every word of an article is kept, in its order, and nothing is repaired: NFC, and a space for a line end inside a paragraph,
//!   are the only changes. What cannot be kept is told in a [`Notice`].
//! - Nothing is invented: only what an article sets apart as its headline, place or date becomes one.
//! - Nothing is fetched, and no HTML is kept.
//! - A file costs time and memory in proportion to its length; its depth costs no stack.

mod addition;
mod address;
mod article;
mod assemble;
mod card;
mod credit;
mod draft;
mod encoding;
mod ending;
mod error;
mod gather;
mod guess;
mod html;
mod markdown;
mod notice;
mod office;
mod package;
mod page;
mod picture;
mod receipt;
mod rows;
mod sidecar;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use self::addition::Addition;
pub use self::address::{link as allowed_link, unescaped};
pub use self::article::parse as parse_text;
pub use self::assemble::{Article, Assembler, PictureFile};
pub use self::card::files_of;
pub use self::draft::{Draft, DraftBlock, DraftPerson, PicturePlace, PictureTarget};
pub use self::encoding::{EncodingError, decode};
pub use self::error::{ImportError, ImportProblem, PictureProblem};
pub use self::gather::{
    ARTICLE_ENDINGS, Gathered, MAX_ARTICLE, MAX_BLOCKS, MAX_PICTURE, is_article, is_named_picture, read_copied,
    read_limited, read_picture, read_shared,
};
pub use self::guess::language as guess_language;
pub use self::markdown::parse as parse_markdown;
pub use self::notice::{HeadField, Notice, NoticeKind};
pub use self::office::{OfficeError, parse as parse_document};
pub use self::page::{parse as parse_page, parse_copied};
pub use self::picture::{Picture, examine, examine_as, hash_of, in_all_codings, take_in};
pub use self::receipt::{Dropped, DroppedKind, Kept, Receipt};
pub use self::sidecar::Sidecar;
